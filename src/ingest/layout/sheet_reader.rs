//! Goes through the rows of a sheet from the first to the last: opens a table at each heading, keeps the context of
//! block lines and titles, and gives every row its cells with their fields, or the reason why it is no data.

mod left_out;
mod sheet_findings;
mod wider_rows;

use std::collections::BTreeMap;

use crate::finding::{Finding, Severity};
use crate::record::{
    CellValue, Context, Field, FieldReason, Grid, GridRow, Heading, HiddenCells, Kind, RawCell, RawRow, RowAt,
};

use super::super::headers::{Headers, PinnedColumn, Rank};
use super::book_columns::BookColumns;
use super::content_profile::may_be_person;
use super::context_lines::{BlockState, block_line, year_in, year_of_closing};
use super::fill_down::{LetterMarks, MergedCells, fill_down};
use super::heading::{find_heading, is_numbering};
use super::heading_column::{HeadingColumn, TableHeading};
use super::judgment_cells::remarks_below_judgment;
use super::list_kind::{
    column_of_records, counts_men_and_women, holds_several_persons, is_event_list, is_list_of_choices, record_in,
};
use super::moved_rows::{MovedRows, fits_columns};
use super::name_steps::relation_of_step;
use super::no_heading::NoHeading;
use super::non_data_rows::{is_title_like, is_total};
use super::other_list::{OtherList, other_list, texts_without_persons};
use super::persons_outside::describes_person;
use super::plural_relations::relation_of_several;
use super::resolve_columns::resolve_columns;
use super::sex_titles::SexOfRows;
use super::shifted_heading::move_to_data;
use super::table_columns::{ColumnNotes, TableColumns, has_households};

const NO_TABLE: &str = "no-header";
const SIDE_BY_SIDE: &str = "tables-side-by-side";
const IN_COLUMNS: &str = "persons-in-columns";
const OTHER_LIST: &str = "other-list";
const MOVED: &str = "columns-moved";
const OUTSIDE: &str = "name-outside-table";
const STRUCK: &str = "row-struck";
const STATISTICS: &str = "statistics";
/// The rules that send a row of data to quarantine while it is read. Every other `left_out` reason marks a row without
/// data.
pub(crate) const QUARANTINE_RULES: [&str; 7] = [NO_TABLE, SIDE_BY_SIDE, IN_COLUMNS, OTHER_LIST, MOVED, OUTSIDE, STRUCK];

/// Whether the reason is that of a table that is known to be no list of persons by rows.
pub(crate) fn is_of_known_table(reason: &str) -> bool {
    [IN_COLUMNS, OTHER_LIST, STATISTICS].contains(&reason)
}

/// Most rows below a heading by which its columns are resolved.
const SAMPLE: usize = 200;
/// Rows at the top of a sheet among which a heading of few known columns is searched.
const TOP: usize = 200;

#[derive(Default)]
pub(crate) struct SheetRows {
    pub(crate) rows: Vec<RawRow>,
    /// Rows point into these.
    pub(crate) contexts: Vec<Context>,
    pub(crate) headings: Vec<Heading>,
    pub(crate) findings: Vec<Finding>,
    pub(crate) has_table: bool,
    /// The columns of the first table, if it is read.
    pub(crate) columns: Option<BookColumns>,
    /// The rows below the headings of each kind: a list of deaths below a list of persons is a small part of its sheet.
    pub(crate) n_rows_by_kind: BTreeMap<Kind, usize>,
}

pub(crate) struct SheetOptions<'o> {
    /// The kind of the folder, or of a first reading.
    pub(crate) kind: Kind,
    pub(crate) headers: &'o Headers,
    /// The file's path, for pins.
    pub(crate) file: &'o str,
    /// The path of a corrections workbook as the program wrote it, if a person saved it under another name.
    pub(crate) as_saved: Option<&'o str>,
    pub(crate) keep_sensitive: bool,
    /// The year that counts as this one.
    pub(crate) this_year: Option<i32>,
    /// The columns of the last sheet of the book that has a table.
    pub(crate) columns_of_book: Option<&'o BookColumns>,
}

/// Returns the fixed columns of a sheet: those of its file, else those of the original of a workbook.
fn pins_of(options: &SheetOptions<'_>, sheet: &str) -> Vec<PinnedColumn> {
    let own = options.headers.pins_of(options.file, sheet);
    match options.as_saved {
        Some(name) if own.is_empty() => options.headers.pins_of(name, sheet),
        _ => own,
    }
}

/// Finds the tables of one sheet. Cells move from the grid into the rows. `start` is the context that the names of the
/// file and the sheet give.
pub(crate) fn read_sheet(grid: &mut Grid, at: RowAt, start: &Context, options: &SheetOptions<'_>) -> SheetRows {
    let Grid { name, is_hidden, rows, merges, hidden, .. } = grid;
    let mut reader = SheetReader {
        at,
        options,
        merges: MergedCells::new(merges, rows),
        letters: LetterMarks::new(rows),
        pins: pins_of(options, name),
        output: SheetRows { contexts: vec![start.clone()], ..SheetRows::default() },
        sheet: name.clone(),
        columns: None,
        columns_above: None,
        heading: Vec::new(),
        set_aside: None,
        moved: None,
        records: None,
        is_signed: false,
        moved_rows: Vec::new(),
        guessed_rows: Vec::new(),
        guessed_columns: Vec::new(),
        beside: Vec::new(),
        outside: Vec::new(),
        block: BlockState::default(),
        is_summary: false,
        is_counts: false,
        n_sensitive: 0,
        sex: SexOfRows::of_names([name, options.file], at),
        guessed_year: None,
    };
    reader.read_rows(rows);
    reader.quarantine_struck(hidden);
    reader.finish(name, *is_hidden)
}

struct SheetReader<'o> {
    at: RowAt,
    options: &'o SheetOptions<'o>,
    merges: MergedCells,
    letters: LetterMarks,
    pins: Vec<PinnedColumn>,
    output: SheetRows,
    sheet: String,
    /// The columns of the current table.
    columns: Option<TableColumns>,
    /// The columns of the table above, while the next one is opened.
    columns_above: Option<TableColumns>,
    /// The heading of the current table as found, by which its repetitions are recognised.
    heading: Vec<HeadingColumn>,
    /// The reason why the rows of the current table are set aside.
    set_aside: Option<&'static str>,
    /// The rows of the current table that are wider than its heading, once one was met.
    moved: Option<MovedRows>,
    /// The column of the current table that says of each row whether it is a birth, a death or a marriage.
    records: Option<u16>,
    /// Whether the row above announces a signature.
    is_signed: bool,
    /// The rows whose values stand under the wrong headings, each with the first such cell.
    moved_rows: Vec<(u32, u16)>,
    /// The rows that are read by columns that their content gave, each with its first cell, and those columns.
    guessed_rows: Vec<(u32, u16)>,
    guessed_columns: Vec<(u16, Field)>,
    /// The cells of rows of data that stand to the right of the table.
    beside: Vec<(u32, u16)>,
    /// The persons named outside the columns of names, with their rows.
    outside: Vec<(u32, String)>,
    block: BlockState,
    /// Whether a line that announces a summary has closed the current table.
    is_summary: bool,
    /// Whether the row above belongs to a small table of counts below the list.
    is_counts: bool,
    /// Sensitive cells in rows of data.
    n_sensitive: u64,
    sex: SexOfRows,
    /// The row and the title whose year was guessed to be that of the list, and the year.
    guessed_year: Option<(u32, String, i32)>,
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
                    self.columns_above = self.columns.take();
                    rows[index..end].iter_mut().for_each(|row| self.push_row(row, Some("header")));
                    self.open_table(heading, &rows[end..]);
                    index = end;
                }
                None => {
                    self.note_wider_rows(&rows[index..]);
                    let left_out = self.left_out_reason(&rows[index..]);
                    self.push_row(&mut rows[index], left_out);
                    index += 1;
                }
            }
        }
    }

    fn finish(mut self, name: &str, is_hidden: bool) -> SheetRows {
        if !self.output.has_table && !is_hidden {
            self.read_without_heading();
        }
        self.quarantine_persons();
        self.take_year_of_closing();
        self.note_outside();
        self.sex.add_finding(&mut self.output.findings);
        self.note_guessed_year();
        if self.output.has_table && is_hidden {
            self.output.rows.iter_mut().for_each(|row| row.left_out = Some("hidden-sheet"));
            self.note(Severity::Warning, "hidden-sheet", name, Vec::new());
        }
        if self.n_sensitive > 0 {
            self.note_sensitive();
        }
        self.output
    }

    /// Whether a row is a line between rows that says their sex, such as `HOMMES`.
    fn is_sex_line(&mut self, row: &GridRow) -> bool {
        let is_relation = |column: u16| self.columns.as_ref().is_some_and(|own| own.field(column) == Field::Relation);
        let may_be_line = is_title_like(row)
            && !self.holds_two_values(row)
            && !row.cells.first().is_some_and(|(column, _)| is_relation(*column));
        may_be_line && self.sex.take_line(row, self.at)
    }

    /// Takes the year in the heading of the ages: "Âge au 31/12/2018". It has priority over that of a title or a name.
    fn take_year_of_age(&mut self, columns: &TableColumns) {
        let heading = columns.list.iter().find(|column| column.field == Field::Age);
        let Some(context) = self.output.contexts.last() else { return };
        let year = heading.and_then(|column| year_in(&column.text)).filter(|year| context.round_year() != Some(*year));
        if let Some(year) = year {
            let context = Context { year: Some(year), ..context.clone() };
            self.output.contexts.push(context);
        }
    }

    /// Takes the year in the line that closes the sheet, where nothing above gives one.
    fn take_year_of_closing(&mut self) {
        if self.output.contexts.iter().any(|context| context.round_year().is_some()) {
            return;
        }
        let closing = self.output.rows.iter().rev().filter(|row| row.left_out.is_some());
        let texts = closing.flat_map(|row| row.cells.iter().map(|cell| cell.value.display_text()));
        let year = texts.into_iter().find_map(|text| year_of_closing(&text));
        self.output.contexts.iter_mut().for_each(|context| context.year = year);
    }

    /// The heading that begins at the first of these rows: recognised, or in the row that a pin names.
    fn heading_at(&self, rows: &[GridRow]) -> Option<TableHeading> {
        let headers = self.options.headers;
        let is_first = !self.output.has_table && self.output.rows.len() < TOP;
        let heading = find_heading(rows, &self.merges, headers, is_first).or_else(|| self.repeated_heading(&rows[0]));
        if heading.is_some() || !self.pins.iter().any(|pin| pin.heading_row == Some(rows[0].row)) {
            return heading;
        }
        let column = |(column, value): &(u16, CellValue)| {
            let (column, row, text) = (*column, rows[0].row, value.to_text());
            let meaning = headers.meaning(&text);
            let (field, rank) = meaning.map_or((Field::Other, Rank::Sure), |meaning| (meaning.field, meaning.rank));
            HeadingColumn { column, row, text, field, why: FieldReason::Words, rank }
        };
        Some(TableHeading { n_rows: 1, columns: rows[0].cells.iter().map(column).collect() })
    }

    /// The heading of the current table, if a row repeats it.
    fn repeated_heading(&self, row: &GridRow) -> Option<TableHeading> {
        let is_same = |column: &HeadingColumn| {
            row.value(column.column).is_some_and(|value| value.display_text().trim() == column.text)
        };
        let (first, rest) = self.heading.split_first()?;
        if !is_same(first) || rest.iter().filter(|column| is_same(column)).count() * 3 < rest.len() * 2 {
            return None;
        }
        let at_row = |column: &HeadingColumn| HeadingColumn { row: row.row, ..column.clone() };
        Some(TableHeading { n_rows: 1, columns: self.heading.iter().map(at_row).collect() })
    }

    /// Begins a table; `rows` are those below its heading.
    fn open_table(&mut self, heading: TableHeading, rows: &[GridRow]) {
        let is_first = !self.output.has_table && heading.n_rows > 0;
        self.output.has_table = true;
        let mut heading = heading;
        let columns_above = self.columns_above.take();
        let had_households = columns_above.as_ref().is_some_and(has_households);
        let taken = columns_above.map(|above| above.give_fields(&mut heading.columns)).unwrap_or_default();
        self.heading = heading.columns.clone();
        self.moved = None;
        let of_table = (0..rows.len().min(SAMPLE)).take_while(|step| self.heading_at(&rows[*step..]).is_none());
        let n_least = heading.columns.len().clamp(1, 3);
        let is_data = |row: &&GridRow| row.cells.len() >= n_least && !is_total(row) && block_line(row).is_none();
        let data: Vec<&GridRow> = of_table.map(|step| &rows[step]).filter(is_data).collect();
        let is_shifted = move_to_data(&mut heading.columns, &data);
        let heading_row = heading.columns.first().map_or(0, |column| column.row);
        let is_of_events = is_event_list(&heading.columns);
        let kind = self.options.kind;
        let set_aside = self.reason_to_set_aside(&heading.columns, &data);
        // Nothing is said on the columns of a table that is set aside.
        let mut ignored = Vec::new();
        let findings = if set_aside.is_some() { &mut ignored } else { &mut self.output.findings };
        let mut notes = ColumnNotes { at: self.at, findings };
        let has_year = self.output.contexts.last().is_some_and(|context| context.round_year().is_some());
        let headers = (self.options.headers, has_year);
        for column in heading.columns.iter().filter(|column| is_shifted && column.field != Field::Other) {
            notes.warn_of_field("column-guessed", column, column.field);
        }
        for column in heading.columns.iter().filter(|column| taken.contains(&column.column)) {
            notes.warn_of_field("column-guessed", column, column.field);
        }
        let columns = resolve_columns(heading.columns, &data, kind, &self.pins, headers, &mut notes);
        let two_persons = (set_aside.is_none() && columns.has_two_persons).then_some(SIDE_BY_SIDE);
        let set_aside = set_aside.or(two_persons);
        let is_of_first = had_households && !has_households(&columns);
        notes.warn_of_gaps(&columns, kind, is_of_first);
        self.mark_households(is_of_first);
        self.take_year_of_age(&columns);
        self.set_aside = set_aside;
        let kind_by_heading = match () {
            () if is_of_events => Kind::Event,
            () if columns.has_any(&[Field::ActNumber, Field::DeclaredOn, Field::DeclaredYear]) => Kind::Birth,
            () => Kind::Census,
        };
        *self.output.n_rows_by_kind.entry(kind_by_heading).or_default() += 1 + data.len();
        self.output.headings.extend(columns.list.iter().map(|column| Heading {
            at: RowAt { row: column.row.max(heading_row), ..self.at },
            column: column.column,
            text: column.text.clone(),
            field: column.field,
            why: column.why,
        }));
        if columns.second_table_from.is_some() || two_persons.is_some() {
            self.note_error_once(SIDE_BY_SIDE, Vec::new());
        }
        self.note_records(&columns, rows, set_aside.is_some());
        if is_first && set_aside.is_none() {
            self.read_rows_above(&columns);
            self.output.columns = Some(BookColumns::of(&columns));
        }
        self.columns = Some(columns);
        (self.is_summary, self.is_counts) = (false, false);
    }

    /// Reads the persons above the first heading by its columns, with a finding.
    fn read_rows_above(&mut self, columns: &TableColumns) {
        let keeps_sensitive = self.options.keep_sensitive;
        let is_title = |row: &&mut RawRow| row.left_out == Some("title") && may_be_person(&row.cells);
        let (mut n, mut first) = (0_u64, None);
        for row in self.output.rows.iter_mut().filter(is_title).filter(|row| fits_columns(&row.grid_row(), columns)) {
            row.left_out = None;
            row.cells.iter_mut().for_each(|cell| cell.field = columns.field(cell.column));
            let is_sensitive = |cell: &RawCell| cell.field == Field::Sensitive;
            self.n_sensitive += row.cells.iter().filter(|cell| is_sensitive(cell)).count() as u64;
            row.cells.retain(|cell| keeps_sensitive || !is_sensitive(cell));
            (n, first) = (n + 1, first.or(Some(row.at.row)));
        }
        if let Some(row) = first {
            let args = vec![("n", n.to_string()), ("row", row.to_string())];
            self.note(Severity::Warning, "rows-above-heading", "", args);
        }
    }

    /// Marks the context of the rows of a table without households below one that has them.
    fn mark_households(&mut self, has_none: bool) {
        let context = self.output.contexts.last().cloned().unwrap_or_default();
        if context.has_no_households == has_none {
            return;
        }
        let (fiche, is_block) = if has_none { (None, false) } else { (context.fiche.clone(), context.is_block) };
        self.output.contexts.push(Context { fiche, is_block, has_no_households: has_none, ..context });
    }

    /// Finds the column that says of each row whether it is a birth, with a finding if some rows are none.
    fn note_records(&mut self, columns: &TableColumns, rows: &[GridRow], is_set_aside: bool) {
        self.records = None;
        if is_set_aside || self.options.kind == Kind::Event {
            return;
        }
        let is_own = |column: &&HeadingColumn| {
            column.field.is_name() || matches!(column.field, Field::Sex | Field::SexMale | Field::SexFemale)
        };
        let own: Vec<u16> = columns.list.iter().filter(is_own).map(|column| column.column).collect();
        let rows: Vec<&GridRow> = rows.iter().filter(|row| row.cells.len() >= 3).collect();
        self.records = column_of_records(&rows, SAMPLE, &own);
        let Some(column) = self.records else { return };
        let lists: Vec<_> = rows.iter().filter_map(|row| record_in(row.value(column)?)).collect();
        if let Some(list) = lists.iter().min() {
            self.note_other_list(*list, 0);
        }
    }

    /// The reason why a table is no list of persons or births, with a finding: it lists something else, or numbers.
    fn reason_to_set_aside(&mut self, columns: &[HeadingColumn], data: &[&GridRow]) -> Option<&'static str> {
        if self.options.kind == Kind::Event {
            return None;
        }
        if holds_several_persons(columns) {
            self.note_error_once(SIDE_BY_SIDE, Vec::new());
            return Some(SIDE_BY_SIDE);
        }
        if counts_men_and_women(columns, data) {
            let sheet = self.sheet.clone();
            self.note(Severity::Warning, STATISTICS, &sheet, Vec::new());
            return Some(STATISTICS);
        }
        let file = self.options.file.rsplit('/').next().unwrap_or_default();
        let titles = self.titles_above();
        let names: Vec<&str> = titles.iter().map(String::as_str).chain([self.sheet.as_str(), file]).collect();
        let list = match is_list_of_choices(columns, data, &self.sheet) {
            true => OtherList::Choices,
            false => other_list(columns, data, &names, self.options.headers)?,
        };
        let heading_row = columns.first().map_or(0, |column| column.row);
        self.note_other_list(list, heading_row);
        Some(OTHER_LIST)
    }

    /// The titles above the table whose heading was read last, the nearest first.
    fn titles_above(&self) -> Vec<String> {
        const MOST: usize = 8;
        let above = self.output.rows.iter().rev().skip_while(|row| row.left_out == Some("header"));
        let titles = above.take_while(|row| matches!(row.left_out, Some("title" | "section"))).take(MOST);
        titles.flat_map(|row| texts_without_persons(row, self.options.headers)).collect()
    }

    fn push_row(&mut self, row: &mut GridRow, left_out: Option<&'static str>) {
        if left_out.is_none() {
            self.sex.enter(self.columns.as_ref(), &mut self.output.contexts);
        }
        let table = self.columns_of(row);
        // The cells of a row without data have no field. A sensitive cell in one is still sensitive.
        let columns = table.filter(|_| left_out.is_none());
        let field_of = |column: u16| columns.map_or(Field::Other, |columns| columns.field(column));
        let mut carried = columns.map_or_else(Vec::new, |columns| {
            fill_down(row, &self.output.rows, (&self.merges, &self.letters), &columns.repeated, field_of)
        });
        carried.extend(columns.and_then(|columns| relation_of_step(row, columns)));
        let context = self.output.contexts.len() as u32 - 1;
        let of_several = |columns| relation_of_several(row, columns, &self.output.rows, context);
        carried.extend(columns.and_then(of_several));
        let mut n_sensitive = 0;
        let cells = std::mem::take(&mut row.cells).into_iter().filter_map(|(column, value)| {
            let is_sensitive = table.is_some_and(|columns| columns.field(column) == Field::Sensitive);
            n_sensitive += u64::from(is_sensitive && left_out.is_none());
            let is_kept = !is_sensitive || self.options.keep_sensitive;
            is_kept.then(|| RawCell { column, field: field_of(column), value })
        });
        let mut cells: Vec<RawCell> = cells.collect();
        remarks_below_judgment(&mut cells, &mut carried);
        self.n_sensitive += n_sensitive;
        let at = RowAt { row: row.row, ..self.at };
        self.output.rows.push(RawRow { at, context, cells, carried, left_out });
    }

    /// Reads a sheet without a heading: its columns by what they hold, else every row with several cells waits in
    /// quarantine.
    fn read_without_heading(&mut self) {
        let mut rows: Vec<GridRow> = self.output.rows.iter().map(RawRow::grid_row).collect();
        let is_open = |row: &&RawRow| row.left_out == Some("title");
        let open: Vec<u32> = self.output.rows.iter().filter(is_open).map(|row| row.at.row).collect();
        let candidates: Vec<&GridRow> = rows.iter().filter(|row| open.binary_search(&row.row).is_ok()).collect();
        let file = self.options.file.rsplit('/').next().unwrap_or_default();
        let of_book = self.options.columns_of_book.filter(|_| self.options.kind == Kind::Birth);
        if let Some((list, first_row)) = of_book.and_then(|columns| columns.fitting(&candidates)) {
            return self.read_by_content(&mut rows, list, first_row);
        }
        match NoHeading::of(&candidates, [&self.sheet, file], self.options.headers, self.options.kind) {
            NoHeading::NoTable => {}
            NoHeading::PersonsInColumns => self.set_aside_rows(IN_COLUMNS, Vec::new()),
            NoHeading::Other(list) => {
                self.set_aside_rows(OTHER_LIST, vec![("list", list.code().to_owned()), ("from", "0".to_owned())]);
            }
            NoHeading::Unknown => self.set_aside_rows(NO_TABLE, Vec::new()),
            NoHeading::Statistics => {
                self.output.rows.iter_mut().filter(|row| row.left_out == Some("title")).for_each(|row| {
                    row.left_out = Some(STATISTICS);
                });
                let sheet = self.sheet.clone();
                self.note(Severity::Warning, STATISTICS, &sheet, Vec::new());
            }
            NoHeading::Columns { list, first_row } => self.read_by_content(&mut rows, list, first_row),
        }
    }

    /// Reads rows again, by columns that their content gave. Those above the first row of data are titles or headings.
    fn read_by_content(&mut self, rows: &mut [GridRow], list: Vec<HeadingColumn>, first_row: u32) {
        self.output.rows.clear();
        self.output.contexts.truncate(1);
        self.block = BlockState::default();
        self.sex = SexOfRows::of_names([&self.sheet, self.options.file], self.at);
        let from = rows.iter().position(|row| row.row >= first_row).unwrap_or(0);
        for index in 0..from {
            let left_out = self.left_out_reason(&rows[index..]).map(|reason| match reason {
                "title" if rows[index].cells.len() > 2 => "header",
                other => other,
            });
            self.push_row(&mut rows[index], left_out);
        }
        for column in &list {
            let mut notes = ColumnNotes { at: self.at, findings: &mut self.output.findings };
            notes.warn_of_field("column-guessed", column, column.field);
        }
        self.open_table(TableHeading { n_rows: 0, columns: list }, &rows[from..]);
        self.heading = Vec::new();
        for index in from..rows.len() {
            let left_out = self.left_out_reason(&rows[index..]);
            self.push_row(&mut rows[index], left_out);
        }
    }

    /// Sends the rows with several cells to quarantine, with one finding.
    fn set_aside_rows(&mut self, rule: &'static str, mut args: Vec<(&'static str, String)>) {
        let mut n = 0_u64;
        // A sheet of one column is a list of names.
        let n_least = self.output.rows.iter().map(|row| row.cells.len()).max().unwrap_or(0).min(2);
        // In a list of one column, the title stands above the first person.
        let describes = |row: &RawRow| row.cells.iter().any(|cell| describes_person(&cell.value.display_text()));
        let first = self.output.rows.iter().find(|row| describes(row)).map_or(0, |row| row.at.row);
        for row in self.output.rows.iter_mut().filter(|row| row.left_out == Some("title")) {
            if row.cells.len() >= n_least && (n_least > 1 || row.at.row >= first) {
                row.left_out = Some(rule);
                n += 1;
            }
        }
        args.push(("n", n.to_string()));
        self.note_error_once(rule, args);
    }

    /// Sends the rows of data that are struck through to quarantine.
    fn quarantine_struck(&mut self, hidden: &HiddenCells) {
        let mut struck = Vec::new();
        let is_struck = |row: &&mut RawRow| row.left_out.is_none() && hidden.is_struck(row.at.row);
        for row in self.output.rows.iter_mut().filter(is_struck) {
            row.left_out = Some(STRUCK);
            struck.push((row.at.row, row.cells.first().map_or(0, |cell| cell.column)));
        }
        self.note_rows(STRUCK, Severity::Error, &struck, Vec::new());
    }

    /// Sends rows above the first table that may be persons to quarantine. The others stay titles.
    fn quarantine_persons(&mut self) {
        let mut n_persons = 0_u64;
        for row in &mut self.output.rows {
            let describes = |cell: &RawCell| describes_person(&cell.value.display_text());
            if row.left_out == Some("title") && (may_be_person(&row.cells) || row.cells.iter().any(describes)) {
                n_persons += 1;
                row.left_out = Some(NO_TABLE);
            }
        }
        if n_persons > 0 {
            self.note_error_once(NO_TABLE, vec![("n", n_persons.to_string())]);
        }
    }
}
