//! Where the tables of a sheet are: which rows are a heading, which column means what, which rows are no data.
//!
//! Nothing is decided by position. A heading is one to three rows that hold several known headings, a name among them;
//! a block line is one that begins with a label such as `Quartier` and tells its value; what is left below a heading
//! and speaks of a person is data. Rows left out keep their reason; none is dropped.

mod carry;
mod columns;
mod content;
mod heading;
mod lines;

use crate::finding::{Finding, Severity};
use crate::record::{CellValue, Context, Field, Grid, GridRow, Heading, Kind, RawCell, RawRow, RowAt};

use super::headers::Headers;

use carry::Merges;
use columns::{Columns, SAMPLE, Settling};
use heading::{Column, Found};
use lines::Told;

pub(super) use lines::{is_recap, year_in};

/// What one sheet was read as.
#[derive(Default)]
pub(super) struct SheetRead {
    pub(super) rows: Vec<RawRow>,
    pub(super) contexts: Vec<Context>,
    pub(super) headings: Vec<Heading>,
    pub(super) findings: Vec<Finding>,
    pub(super) has_table: bool,
    /// Whether its headings belong to a birth register, or a list of events, and not to a census sheet.
    pub(super) looks_like: Option<Kind>,
}

/// What reading a sheet goes by.
pub(super) struct Reading<'r> {
    /// What the folder, or a first reading, says it holds.
    pub(super) kind: Kind,
    pub(super) headers: &'r Headers,
    /// The file's path, for pins.
    pub(super) file: &'r str,
    /// Whether sensitive columns are kept as typed.
    pub(super) keep_sensitive: bool,
}

/// Whether headings are those of a list of events: a census sheet, too, may tell the day of an arrival.
fn is_of_events(columns: &[Column]) -> bool {
    let has = |fields: &[Field]| columns.iter().any(|column| fields.contains(&column.field));
    has(&[Field::Event])
        || has(&[Field::EventDate])
            && !has(&[Field::Relation, Field::Fiche, Field::DeclaredOn, Field::DeclaredYear, Field::ActNumber])
}

/// Finds the tables of one sheet and takes the cells of its rows. `start` is what the file and the sheet's name say.
pub(super) fn read_sheet(grid: &mut Grid, at: RowAt, start: &Context, reading: &Reading<'_>) -> SheetRead {
    let Grid { name, is_hidden, rows, merges, .. } = grid;
    let merges = Merges::new(merges, rows);
    let mut sheet = Sheet {
        pins: reading.headers.pins_of(reading.file, name),
        name,
        is_hidden: *is_hidden,
        at,
        reading,
        merges,
        read: SheetRead { contexts: vec![start.clone()], ..SheetRead::default() },
        columns: None,
        told: Told::default(),
        is_recap: false,
        n_sensitive: 0,
    };
    sheet.read_rows(rows);
    sheet.read
}

struct Sheet<'s> {
    name: &'s str,
    is_hidden: bool,
    at: RowAt,
    reading: &'s Reading<'s>,
    merges: Merges,
    pins: Vec<super::headers::Pin>,
    read: SheetRead,
    /// The columns of the table that the row stands in.
    columns: Option<Columns>,
    told: Told,
    /// Whether the table above was closed by a line that announces sums.
    is_recap: bool,
    n_sensitive: u64,
}

impl Sheet<'_> {
    /// Reads rows from the first to the last; each gives its cells away in its turn.
    fn read_rows(&mut self, rows: &mut [GridRow]) {
        if self.pins.iter().any(|pin| pin.heading_row == Some(0)) {
            self.open(Found { n_rows: 0, columns: Vec::new() }, rows);
        }
        let mut index = 0;
        while index < rows.len() {
            match self.heading_of(&rows[index..]) {
                Some(found) => {
                    let numbering = usize::from(rows.get(index + found.n_rows).is_some_and(heading::is_numbering));
                    let end = index + found.n_rows + numbering;
                    self.columns = None;
                    rows[index..end].iter_mut().for_each(|row| self.push(row, Some("header")));
                    self.open(found, &rows[end..]);
                    index = end;
                }
                None => {
                    let left_out = self.left_out(&rows[index..]);
                    self.push(&mut rows[index], left_out);
                    index += 1;
                }
            }
        }
        if !self.read.has_table {
            self.refuse_rows();
        } else if self.is_hidden {
            for row in &mut self.read.rows {
                row.left_out = Some("hidden-sheet");
            }
            self.note("hidden-sheet", self.name, Vec::new());
        }
        if self.n_sensitive > 0 {
            self.note_sensitive();
        }
    }

    /// The heading that begins at the first of these rows: one that is recognised, or that the settings name.
    fn heading_of(&self, rows: &[GridRow]) -> Option<Found> {
        let found = heading::find(rows, &self.merges, self.reading.headers);
        if found.is_some() || !self.pins.iter().any(|pin| pin.heading_row == Some(rows[0].row)) {
            return found;
        }
        let column = |(column, value): &(u16, CellValue)| Column {
            column: *column,
            row: rows[0].row,
            text: value.to_text(),
            field: self.reading.headers.field(&value.to_text()).unwrap_or(Field::Other),
            why: crate::record::FieldReason::Words,
        };
        Some(Found { n_rows: 1, columns: rows[0].cells.iter().map(column).collect() })
    }

    /// Begins a table whose first row of data is the first of these.
    fn open(&mut self, found: Found, rows: &[GridRow]) {
        let data: Vec<&GridRow> = rows
            .iter()
            .enumerate()
            .take(SAMPLE)
            .take_while(|(step, _)| self.heading_of(&rows[*step..]).is_none())
            .map(|(_, row)| row)
            .filter(|row| row.cells.len() >= 3 && !lines::is_total(row) && lines::block_line(row).is_none())
            .collect();
        let heading_row = found.columns.first().map_or(0, |column| column.row);
        let mut settling =
            Settling { at: self.at, kind: self.reading.kind, pins: &self.pins, findings: &mut self.read.findings };
        let of_events = is_of_events(&found.columns);
        let columns = settling.settle(found.columns, &data);
        settling.note_missing(&columns);
        let says_births = |field| matches!(field, Field::ActNumber | Field::DeclaredOn | Field::DeclaredYear);
        if of_events {
            self.read.looks_like = Some(Kind::Event);
        } else if columns.list.iter().any(|column| says_births(column.field)) {
            self.read.looks_like = self.read.looks_like.or(Some(Kind::Birth));
        }
        self.read.headings.extend(columns.list.iter().map(|column| Heading {
            at: RowAt { row: column.row.max(heading_row), ..self.at },
            column: column.column,
            text: column.text.clone(),
            field: column.field,
            why: column.why,
        }));
        if columns.second_table_from.is_some() {
            self.note_error("tables-side-by-side", Vec::new());
        }
        self.columns = Some(columns);
        self.read.has_table = true;
        self.is_recap = false;
    }

    /// Why the first of these rows, which is no heading, is no data; `None` for a row of data. Tells what it says of those
    /// below.
    fn left_out(&mut self, rows: &[GridRow]) -> Option<&'static str> {
        let (row, below) = rows.split_first()?;
        if lines::is_total(row) {
            return Some("total");
        }
        if let Some(labels) = lines::block_line(row) {
            let told = self.read.contexts.last().cloned().unwrap_or_default();
            self.read.contexts.push(self.told.tell(told, &labels));
            return Some("section");
        }
        if self.read.has_table && lines::opens_recap(row) {
            self.is_recap = true;
            return Some("title");
        }
        let Some(columns) = &self.columns else {
            self.hear_title(row);
            return Some("title");
        };
        if self.is_recap {
            return Some("recap");
        }
        if self.is_title_between(row, below) {
            return Some("title");
        }
        let reason = lines::no_data(row, |column| columns.field(column));
        let is_beside = |(column, _): &(u16, CellValue)| columns.second_table_from.is_some_and(|from| *column >= from);
        match reason {
            None if row.cells.iter().any(is_beside) => Some("tables-side-by-side"),
            None => {
                self.told.data();
                None
            }
            some => some,
        }
    }

    /// What a title says of the rows below: the year, the quartier.
    fn hear_title(&mut self, row: &GridRow) {
        let Some(context) = self.read.contexts.last_mut() else { return };
        for (_, value) in &row.cells {
            let text = value.display_text();
            if let Some(year) = lines::year_in_title(&text) {
                context.year = Some(year);
            }
            if context.quartier.is_none() {
                context.quartier = lines::quartier_in_title(&text);
            }
        }
    }

    /// Whether a row of one or two texts belongs to a heading or a block that follows it.
    fn is_title_between(&self, row: &GridRow, below: &[GridRow]) -> bool {
        const FARTHEST: usize = 6;
        if !lines::is_lone(row) {
            return false;
        }
        for (step, next) in below.iter().enumerate().take(FARTHEST) {
            if self.heading_of(&below[step..]).is_some() || lines::block_line(next).is_some() {
                return true;
            }
            if !lines::is_lone(next) {
                return false;
            }
        }
        false
    }

    fn push(&mut self, row: &mut GridRow, left_out: Option<&'static str>) {
        let columns = self.columns.as_ref().filter(|_| left_out.is_none());
        let field_of = |column: u16| columns.map_or(Field::Other, |columns| columns.field(column));
        let carried = columns.map_or_else(Vec::new, |columns| {
            carry::carried(row, &self.read.rows, &self.merges, &columns.given_once, field_of)
        });
        // A sensitive cell is sensitive in a total or a note of its table, too.
        let in_table = |column: u16| self.columns.as_ref().map_or(Field::Other, |columns| columns.field(column));
        let cells = std::mem::take(&mut row.cells).into_iter().filter_map(|(column, value)| {
            let is_sensitive = in_table(column) == Field::Sensitive;
            self.n_sensitive += u64::from(is_sensitive && left_out.is_none());
            let is_kept = !is_sensitive || self.reading.keep_sensitive;
            is_kept.then(|| RawCell { column, field: field_of(column), value })
        });
        let cells = cells.collect();
        let at = RowAt { row: row.row, ..self.at };
        let context = self.read.contexts.len() as u32 - 1;
        self.read.rows.push(RawRow { at, context, cells, carried, left_out });
    }

    /// A sheet in which no heading was found: a row that may be a person waits in quarantine, the rest is a note.
    fn refuse_rows(&mut self) {
        let mut n_full = 0_u64;
        for row in &mut self.read.rows {
            if row.left_out == Some("title") && content::may_be_person(&row.cells) {
                n_full += 1;
                row.left_out = Some(super::NO_TABLE);
            }
        }
        if n_full > 0 {
            self.note_error(super::NO_TABLE, vec![("n", n_full.to_string())]);
        }
    }

    fn note_sensitive(&mut self) {
        let mut headings: Vec<&str> = Vec::new();
        for heading in self.read.headings.iter().filter(|heading| heading.field == Field::Sensitive) {
            if !headings.contains(&heading.text.as_str()) {
                headings.push(&heading.text);
            }
        }
        let value = headings.join(", ");
        let rule = if self.reading.keep_sensitive { "sensitive-kept" } else { "sensitive-left-out" };
        self.note(rule, &value, vec![("n", self.n_sensitive.to_string())]);
    }

    fn note(&mut self, rule: &'static str, value: &str, args: Vec<(&'static str, String)>) {
        let at = self.at.cell(None);
        self.read.findings.push(Finding { rule, severity: Severity::Warning, at, value: value.to_owned(), args });
    }

    fn note_error(&mut self, rule: &'static str, args: Vec<(&'static str, String)>) {
        if !self.read.findings.iter().any(|told| told.rule == rule) {
            self.note(rule, "", args);
            if let Some(finding) = self.read.findings.last_mut() {
                finding.severity = Severity::Error;
            }
        }
    }
}

#[cfg(test)]
mod tests;
