//! Goes through the rows of a sheet from the first to the last: opens a table at each heading, keeps the context of block
//! lines and titles, and gives every row its cells with their fields, or the reason why it is no data.

use crate::finding::{Finding, Severity};
use crate::record::{CellValue, Context, Field, FieldReason, Grid, GridRow, Heading, Kind, RawCell, RawRow, RowAt};

use super::super::headers::{Headers, PinnedColumn};
use super::content_profile::may_be_person;
use super::context_lines::{BlockState, add_title, block_line};
use super::fill_down::{MergedCells, fill_down};
use super::heading::{HeadingColumn, TableHeading, find_heading, is_numbering};
use super::non_data_rows::{is_title_like, is_total, non_data_reason, opens_summary};
use super::resolve_columns::resolve_columns;
use super::table_columns::{ColumnNotes, TableColumns};

const NO_TABLE: &str = "no-header";
const SIDE_BY_SIDE: &str = "tables-side-by-side";
/// The rules that send a row of data to quarantine while it is read. Every other `left_out` reason marks a row without data.
pub(crate) const QUARANTINE_RULES: [&str; 2] = [NO_TABLE, SIDE_BY_SIDE];

/// Most rows below a heading by which its columns are resolved.
const SAMPLE: usize = 200;

#[derive(Default)]
pub(crate) struct SheetRows {
    pub(crate) rows: Vec<RawRow>,
    /// Rows point into these.
    pub(crate) contexts: Vec<Context>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) has_table: bool,
    /// [`Kind::Birth`] or [`Kind::Event`] if a heading is that of a birth register or an event list.
    pub(crate) kind_by_headings: Option<Kind>,
}

pub(crate) struct SheetOptions<'o> {
    /// The kind of the folder, or of a first reading.
    pub(crate) kind: Kind,
    pub(crate) headers: &'o Headers,
    /// The file's path, for pins.
    pub(crate) file: &'o str,
    pub(crate) keep_sensitive: bool,
}

/// Finds the tables of one sheet. Cells move from the grid into the rows. `start` is the context that the names of the file
/// and the sheet give.
pub(crate) fn read_sheet(grid: &mut Grid, at: RowAt, start: &Context, options: &SheetOptions<'_>) -> SheetRows {
    let Grid { name, is_hidden, rows, merges, .. } = grid;
    let mut reader = SheetReader {
        at,
        options,
        merges: MergedCells::new(merges, rows),
        pins: options.headers.pins_of(options.file, name),
        output: SheetRows { contexts: vec![start.clone()], ..SheetRows::default() },
        columns: None,
        block: BlockState::default(),
        is_summary: false,
        n_sensitive: 0,
    };
    reader.read_rows(rows);
    reader.finish(name, *is_hidden)
}

struct SheetReader<'o> {
    at: RowAt,
    options: &'o SheetOptions<'o>,
    merges: MergedCells,
    pins: Vec<PinnedColumn>,
    output: SheetRows,
    /// The columns of the current table.
    columns: Option<TableColumns>,
    block: BlockState,
    /// Whether a line that announces a summary has closed the current table.
    is_summary: bool,
    /// Sensitive cells in rows of data.
    n_sensitive: u64,
}

impl SheetReader<'_> {
    fn read_rows(&mut self, rows: &mut [GridRow]) {
        if self.pins.iter().any(|pin| pin.heading_row == Some(0)) {
            self.open_table(TableHeading { n_rows: 0, columns: Vec::new() }, rows);
        }
        let mut index = 0;
        while index < rows.len() {
            match self.heading_at(&rows[index..]) {
                Some(heading) => {
                    let n_numbering = usize::from(rows.get(index + heading.n_rows).is_some_and(is_numbering));
                    let end = index + heading.n_rows + n_numbering;
                    self.columns = None;
                    rows[index..end].iter_mut().for_each(|row| self.push_row(row, Some("header")));
                    self.open_table(heading, &rows[end..]);
                    index = end;
                }
                None => {
                    let left_out = self.left_out_reason(&rows[index..]);
                    self.push_row(&mut rows[index], left_out);
                    index += 1;
                }
            }
        }
    }

    fn finish(mut self, name: &str, is_hidden: bool) -> SheetRows {
        if !self.output.has_table {
            self.quarantine_persons();
        } else if is_hidden {
            self.output.rows.iter_mut().for_each(|row| row.left_out = Some("hidden-sheet"));
            self.note(Severity::Warning, "hidden-sheet", name, Vec::new());
        }
        if self.n_sensitive > 0 {
            self.note_sensitive();
        }
        self.output
    }

    /// The heading that begins at the first of these rows: recognised, or in the row that a pin names.
    fn heading_at(&self, rows: &[GridRow]) -> Option<TableHeading> {
        let headers = self.options.headers;
        let heading = find_heading(rows, &self.merges, headers);
        if heading.is_some() || !self.pins.iter().any(|pin| pin.heading_row == Some(rows[0].row)) {
            return heading;
        }
        let column = |(column, value): &(u16, CellValue)| {
            let (column, row, text) = (*column, rows[0].row, value.to_text());
            let field = headers.field(&text).unwrap_or(Field::Other);
            HeadingColumn { column, row, text, field, why: FieldReason::Words }
        };
        Some(TableHeading { n_rows: 1, columns: rows[0].cells.iter().map(column).collect() })
    }

    /// Begins a table; `rows` are those below its heading.
    fn open_table(&mut self, heading: TableHeading, rows: &[GridRow]) {
        let of_table = (0..rows.len().min(SAMPLE)).take_while(|step| self.heading_at(&rows[*step..]).is_none());
        let is_data = |row: &&GridRow| row.cells.len() >= 3 && !is_total(row) && block_line(row).is_none();
        let data: Vec<&GridRow> = of_table.map(|step| &rows[step]).filter(is_data).collect();
        let heading_row = heading.columns.first().map_or(0, |column| column.row);
        let is_of_events = is_event_list(&heading.columns);
        let kind = self.options.kind;
        let mut notes = ColumnNotes { at: self.at, findings: &mut self.output.findings };
        let columns = resolve_columns(heading.columns, &data, kind, &self.pins, &mut notes);
        notes.warn_of_gaps(&columns, kind);
        if is_of_events {
            self.output.kind_by_headings = Some(Kind::Event);
        } else if columns.has_any(&[Field::ActNumber, Field::DeclaredOn, Field::DeclaredYear]) {
            self.output.kind_by_headings = self.output.kind_by_headings.or(Some(Kind::Birth));
        }
        self.output.headings.extend(columns.list.iter().map(|column| Heading {
            at: RowAt { row: column.row.max(heading_row), ..self.at },
            column: column.column,
            text: column.text.clone(),
            field: column.field,
            why: column.why,
        }));
        if columns.second_table_from.is_some() {
            self.note_error_once(SIDE_BY_SIDE, Vec::new());
        }
        self.columns = Some(columns);
        self.output.has_table = true;
        self.is_summary = false;
    }

    /// The reason why the first of these rows, which begins no heading, is no data; `None` for a row of data. A block line or
    /// a title changes the context of the rows below.
    fn left_out_reason(&mut self, rows: &[GridRow]) -> Option<&'static str> {
        let (row, below) = rows.split_first()?;
        if is_total(row) {
            return Some("total");
        }
        if let Some(labels) = block_line(row) {
            let context = self.output.contexts.last().cloned().unwrap_or_default();
            self.output.contexts.push(self.block.add_labels(context, &labels));
            return Some("section");
        }
        if self.output.has_table && opens_summary(row) {
            self.is_summary = true;
            return Some("title");
        }
        let Some(columns) = &self.columns else {
            if let Some(context) = self.output.contexts.last_mut() {
                add_title(context, row);
            }
            return Some("title");
        };
        if self.is_summary {
            return Some("recap");
        }
        if self.is_title_between(row, below) {
            return Some("title");
        }
        let reason = non_data_reason(row, |column| columns.field(column));
        if reason.is_some() {
            return reason;
        }
        if columns.second_table_from.is_some_and(|from| row.cells.iter().any(|(column, _)| *column >= from)) {
            return Some(SIDE_BY_SIDE);
        }
        self.block.end_block();
        None
    }

    /// Whether a row of one or two texts belongs to a heading or a block line that follows.
    fn is_title_between(&self, row: &GridRow, below: &[GridRow]) -> bool {
        const MAX_ROWS: usize = 6;
        if !is_title_like(row) {
            return false;
        }
        let is_opening = |step: usize| self.heading_at(&below[step..]).is_some() || block_line(&below[step]).is_some();
        let next = (0..below.len().min(MAX_ROWS)).find(|step| is_opening(*step) || !is_title_like(&below[*step]));
        next.is_some_and(is_opening)
    }

    fn push_row(&mut self, row: &mut GridRow, left_out: Option<&'static str>) {
        let table = self.columns.as_ref();
        // The cells of a row without data have no field. A sensitive cell in one is still sensitive.
        let columns = table.filter(|_| left_out.is_none());
        let field_of = |column: u16| columns.map_or(Field::Other, |columns| columns.field(column));
        let carried = columns.map_or_else(Vec::new, |columns| {
            fill_down(row, &self.output.rows, &self.merges, &columns.repeated, field_of)
        });
        let cells = std::mem::take(&mut row.cells).into_iter().filter_map(|(column, value)| {
            let is_sensitive = table.is_some_and(|columns| columns.field(column) == Field::Sensitive);
            self.n_sensitive += u64::from(is_sensitive && left_out.is_none());
            let is_kept = !is_sensitive || self.options.keep_sensitive;
            is_kept.then(|| RawCell { column, field: field_of(column), value })
        });
        let cells = cells.collect();
        let at = RowAt { row: row.row, ..self.at };
        let context = self.output.contexts.len() as u32 - 1;
        self.output.rows.push(RawRow { at, context, cells, carried, left_out });
    }

    /// In a sheet without a heading, sends the rows that may be persons to quarantine. The other rows stay titles.
    fn quarantine_persons(&mut self) {
        let mut n_persons = 0_u64;
        for row in &mut self.output.rows {
            if row.left_out == Some("title") && may_be_person(&row.cells) {
                n_persons += 1;
                row.left_out = Some(NO_TABLE);
            }
        }
        if n_persons > 0 {
            self.note_error_once(NO_TABLE, vec![("n", n_persons.to_string())]);
        }
    }

    /// Adds a finding with the headings of sensitive columns and the number of their cells.
    fn note_sensitive(&mut self) {
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

    fn note_error_once(&mut self, rule: &'static str, args: Vec<(&'static str, String)>) {
        if !self.output.findings.iter().any(|finding| finding.rule == rule) {
            self.note(Severity::Error, rule, "", args);
        }
    }

    fn note(&mut self, severity: Severity, rule: &'static str, value: &str, args: Vec<(&'static str, String)>) {
        let at = self.at.cell(None);
        self.output.findings.push(Finding { rule, severity, at, value: value.to_owned(), args });
    }
}

/// Whether the columns are those of a list of events. A date of arrival alone does not decide: a census sheet may have one.
fn is_event_list(columns: &[HeadingColumn]) -> bool {
    let has = |fields: &[Field]| columns.iter().any(|column| fields.contains(&column.field));
    has(&[Field::Event])
        || has(&[Field::EventDate])
            && !has(&[Field::Relation, Field::Fiche, Field::DeclaredOn, Field::DeclaredYear, Field::ActNumber])
}
