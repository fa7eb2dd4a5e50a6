//! Adds the findings on a sheet and on several of its rows together.

use crate::finding::{Finding, Severity};
use crate::record::{CellAt, Field, RawRow, RowAt, cell_list};

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
        self.note_rows(MOVED, &rows);
        let Some((row, name)) = self.outside.first() else { return };
        let args = vec![("n", self.outside.len().to_string()), ("row", row.to_string())];
        let name = name.clone();
        self.note(Severity::Error, OUTSIDE, &name, args);
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

    /// Adds one finding on all these rows, at the cell of the first.
    pub(super) fn note_rows(&mut self, rule: &'static str, rows: &[(u32, u16)]) {
        const MAX_SHOWN: usize = 10;
        let shown: Vec<String> = rows.iter().take(MAX_SHOWN).map(|(row, _)| row.to_string()).collect();
        let cell = |(row, column): &(u32, u16)| RowAt { row: *row, ..self.at }.cell(Some(*column));
        let cells: Vec<CellAt> = rows.iter().map(cell).collect();
        let args = vec![
            ("n", rows.len().to_string()),
            ("rows", shown.join(", ")),
            ("more", rows.len().saturating_sub(MAX_SHOWN).to_string()),
            ("marks", cell_list(&cells)),
        ];
        let Some(at) = cells.first().copied() else { return };
        self.output.findings.push(Finding { rule, severity: Severity::Error, at, value: String::new(), args });
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
