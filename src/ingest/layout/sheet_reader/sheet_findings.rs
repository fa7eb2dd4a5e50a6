//! Adds the findings on a sheet and on several of its rows together.

use crate::finding::{Finding, Severity};
use crate::record::{CellAt, Field, GridRow, RawRow, RowAt, cell_list, column_letters};

use super::super::other_list::OtherList;
use super::{MOVED, OTHER_LIST, OUTSIDE, SheetReader};

impl SheetReader<'_> {
    /// Adds a finding on a list of something else, with the row of its headings if persons stand above it in the sheet,
    /// else 0.
    pub(super) fn note_other_list(&mut self, list: OtherList, heading_row: u32) {
        let is_part = self.output.rows.iter().any(|row| row.left_out.is_none());
        let from = if is_part { heading_row } else { 0 };
        self.note_error_once(OTHER_LIST, vec![("list", list.code().to_owned()), ("from", from.to_string())]);
    }

    /// Adds the findings on rows whose values have moved and on persons who are named outside the columns of names.
    pub(super) fn note_outside(&mut self) {
        let rows = std::mem::take(&mut self.moved_rows);
        self.note_rows(MOVED, Severity::Error, &rows, Vec::new());
        let rows = std::mem::take(&mut self.guessed_rows);
        let columns = std::mem::take(&mut self.guessed_columns);
        let columns = columns.iter().map(|(column, field)| format!("{}={}", column_letters(*column), field.code()));
        let columns = columns.collect::<Vec<_>>().join(" ");
        self.note_rows("columns-moved-guessed", Severity::Warning, &rows, vec![("fields", columns)]);
        self.note_beside();
        let Some((row, name)) = self.outside.first() else { return };
        let args = vec![("n", self.outside.len().to_string()), ("row", row.to_string())];
        let name = name.clone();
        self.note(Severity::Error, OUTSIDE, &name, args);
    }

    /// Adds a finding on a row below a table that looks like a heading and is none.
    pub(super) fn note_unread_titles(&mut self, row: &GridRow) {
        let texts: Vec<String> = row.cells.iter().map(|(_, value)| value.to_text().trim().to_owned()).collect();
        let column = row.cells.first().map(|(column, _)| *column);
        let at = RowAt { row: row.row, ..self.at }.cell(column);
        let (value, args) = (texts.join(" | "), vec![("row", row.row.to_string())]);
        self.output.findings.push(Finding { rule: "titles-unread", severity: Severity::Warning, at, value, args });
    }

    /// Adds a finding on the cells of rows of data that stand to the right of the table.
    fn note_beside(&mut self) {
        const MAX_SHOWN: usize = 6;
        let cells = std::mem::take(&mut self.beside);
        let mut columns: Vec<u16> = cells.iter().map(|(_, column)| *column).collect();
        columns.sort_unstable();
        columns.dedup();
        let letters = columns.iter().take(MAX_SHOWN).map(|column| column_letters(*column).to_string());
        let letters = letters.collect::<Vec<_>>().join(", ");
        let letters = if columns.len() > MAX_SHOWN { format!("{letters}…") } else { letters };
        self.note_rows("cells-beside-table", Severity::Warning, &cells, vec![("columns", letters)]);
    }

    /// Adds a finding on the year that a title was guessed to give, if rows of data have it.
    pub(super) fn note_guessed_year(&mut self) {
        let Some((row, title, year)) = self.guessed_year.take() else { return };
        let year_of = |row: &RawRow| self.output.contexts.get(row.context as usize).and_then(|own| own.year);
        if self.output.rows.iter().any(|row| row.left_out.is_none() && year_of(row) == Some(year)) {
            let at = RowAt { row, ..self.at }.cell(None);
            let args = vec![("year", year.to_string())];
            let finding = Finding { rule: "year-guessed", severity: Severity::Warning, at, value: title, args };
            self.output.findings.push(finding);
        }
    }

    /// Adds one finding on the rows of all these cells, at the first cell.
    pub(super) fn note_rows(
        &mut self,
        rule: &'static str,
        severity: Severity,
        rows: &[(u32, u16)],
        mut args: Vec<(&'static str, String)>,
    ) {
        const MAX_SHOWN: usize = 10;
        let mut numbers: Vec<u32> = rows.iter().map(|(row, _)| *row).collect();
        numbers.dedup();
        let shown: Vec<String> = numbers.iter().take(MAX_SHOWN).map(u32::to_string).collect();
        let cell = |(row, column): &(u32, u16)| RowAt { row: *row, ..self.at }.cell(Some(*column));
        let cells: Vec<CellAt> = rows.iter().map(cell).collect();
        args.extend([
            ("n", numbers.len().to_string()),
            ("rows", shown.join(", ")),
            ("more", numbers.len().saturating_sub(MAX_SHOWN).to_string()),
            ("marks", cell_list(&cells)),
        ]);
        let Some(at) = cells.first().copied() else { return };
        self.output.findings.push(Finding { rule, severity, at, value: String::new(), args });
    }

    /// Adds a finding with the headings of sensitive columns and the number of their cells.
    pub(super) fn note_sensitive(&mut self) {
        let mut headings: Vec<&str> = Vec::new();
        for heading in self.output.headings.iter().filter(|heading| heading.field == Field::Sensitive) {
            if !headings.contains(&heading.text.as_str()) {
                headings.push(&heading.text);
            }
        }
        let value = headings.join(", ");
        let rule = if self.options.keep_sensitive { "sensitive-kept" } else { "sensitive-left-out" };
        self.note(Severity::Warning, rule, &value, vec![("n", self.n_sensitive.to_string())]);
    }

    pub(super) fn note_error_once(&mut self, rule: &'static str, args: Vec<(&'static str, String)>) {
        if !self.output.findings.iter().any(|finding| finding.rule == rule) {
            self.note(Severity::Error, rule, "", args);
        }
    }

    pub(super) fn note(
        &mut self,
        severity: Severity,
        rule: &'static str,
        value: &str,
        args: Vec<(&'static str, String)>,
    ) {
        let at = self.at.cell(None);
        self.output.findings.push(Finding { rule, severity, at, value: value.to_owned(), args });
    }
}
