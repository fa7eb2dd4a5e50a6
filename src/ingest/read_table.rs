//! Reads the columns of any table for linking, from a CSV or a workbook. Each distinct value of a column is stored
//! once.
//!
//! A CSV is read record by record: a million records take little more memory than the file. A workbook goes through the
//! worker. The header is the first row that is not blank. Cells are text as the spreadsheet shows them.

use std::collections::HashMap;
use std::path::Path;

use foldhash::fast::FixedState;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Column, Grid, Table};

use super::read_book::{book_of, read_within_limit};
use super::settings::IngestSettings;
use super::{delimited, encoding, guard};

/// Reads the named columns from a CSV or a workbook. The values of the column `id`, which names rows, nearly all
/// differ, so each of its cells becomes a value of its own.
///
/// # Errors
/// `table-no-column` for a missing column, with the names of the present ones; `table-column-twice`; `table-no-rows`;
/// those of [`super::read_book()`].
pub(crate) fn read_table(path: &Path, columns: &[&str], id: Option<&str>, settings: &IngestSettings) -> Result<Table> {
    let bytes = read_within_limit(path, settings)?;
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let builder = match guard::sniff(&bytes, settings).map_err(|error| of_file(error, path))? {
        guard::Container::Text => match std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)) {
            Ok(text) => of_text(text, columns, id),
            Err(_) => of_text(&encoding::decode(&bytes).text, columns, id),
        },
        _ => {
            let book = book_of(&bytes, settings)?;
            let grid = book.grids.into_iter().find(|grid| !grid.is_hidden && grid.rows.len() > 1);
            of_grid(&grid.ok_or_else(no_rows)?, columns, id)
        }
    };
    builder.map(|TableBuilder { columns, rows, .. }| Table { name, columns, rows }).map_err(|error| error.at(path))
}

/// Returns the error with the file: an empty one of the register's own files can't be had anew from a quartier.
fn of_file(error: Error, path: &Path) -> Error {
    if error.code == ErrorCode::FileEmpty { no_rows().at(path) } else { error.at(path) }
}

fn of_text(text: &str, columns: &[&str], id: Option<&str>) -> Result<TableBuilder> {
    // With an unclosed quotation mark, quotation marks count as letters.
    match of_records(text, columns, id, true)? {
        Some(builder) => Ok(builder),
        None => of_records(text, columns, id, false)?.ok_or_else(no_rows),
    }
}

/// Reads record by record; `None` if an unclosed quotation mark makes a cell of several lines.
fn of_records(text: &str, columns: &[&str], id: Option<&str>, quoting: bool) -> Result<Option<TableBuilder>> {
    const MAX_LINES: u64 = 50;
    let (separator, hint_length) = delimited::separator_and_hint_length(text);
    let mut reader = delimited::csv_reader(&text[hint_length..], separator, quoting);
    let damaged = |e: csv::Error| Error::new(ErrorCode::FileDamaged).because(e);
    let mut record = csv::StringRecord::new();
    let mut builder: Option<TableBuilder> = None;
    while reader.read_record(&mut record).map_err(damaged)? {
        let line = record.position().map_or(0, csv::Position::line);
        if quoting && reader.position().line() > line + MAX_LINES {
            return Ok(None);
        }
        match &mut builder {
            None => builder = Some(TableBuilder::new(record.iter(), columns, id)?),
            Some(builder) => {
                builder.add(line as u32 + u32::from(hint_length > 0), |place| record.get(place).unwrap_or(""));
            }
        }
    }
    builder.map(Some).ok_or_else(no_rows)
}

fn no_rows() -> Error {
    Error::new(ErrorCode::TableNoRows)
}

fn of_grid(grid: &Grid, columns: &[&str], id: Option<&str>) -> Result<TableBuilder> {
    let mut rows = grid.rows.iter().map(|row| {
        let width = row.cells.last().map_or(0, |(column, _)| usize::from(*column) + 1);
        let mut cells = vec![String::new(); width];
        for (column, value) in &row.cells {
            cells[usize::from(*column)] = value.to_text();
        }
        (row.row, cells)
    });
    let (_, header) = rows.next().ok_or_else(no_rows)?;
    let mut builder = TableBuilder::new(header.iter().map(String::as_str), columns, id)?;
    for (row, cells) in rows {
        builder.add(row, |place| cells.get(place).map_or("", String::as_str));
    }
    Ok(builder)
}

/// Index of each text among a column's values. It is never iterated.
type ValueIndex = HashMap<Box<str>, u32, FixedState>;

struct TableBuilder {
    columns: Vec<Column>,
    /// Index of each column in the file.
    places: Vec<usize>,
    /// The value index of each column; `None` for the column of ids.
    indexes: Vec<Option<ValueIndex>>,
    rows: Vec<u32>,
}

impl TableBuilder {
    fn new<'h>(header: impl Iterator<Item = &'h str>, columns: &[&str], id: Option<&str>) -> Result<Self> {
        let header: Vec<&str> = header.map(str::trim).collect();
        let mut places = Vec::with_capacity(columns.len());
        for column in columns {
            let mut matches = (0..header.len()).filter(|place| header[*place] == *column);
            let place = matches.next().ok_or_else(|| {
                Error::new(ErrorCode::TableNoColumn).with("column", column).with("known", header.join(", "))
            })?;
            if matches.next().is_some() {
                return Err(Error::new(ErrorCode::TableColumnTwice).with("column", column));
            }
            places.push(place);
        }
        let blank = || HashMap::from_iter([(Box::default(), 0)]);
        let new = |name: &&str| Column { name: (*name).to_owned(), values: vec![Box::default()], of_row: Vec::new() };
        Ok(Self {
            columns: columns.iter().map(new).collect(),
            indexes: columns.iter().map(|column| (id != Some(*column)).then(blank)).collect(),
            places,
            rows: Vec::new(),
        })
    }

    /// Adds a row; a missing cell is blank.
    fn add<'c>(&mut self, row: u32, cell: impl Fn(usize) -> &'c str) {
        self.rows.push(row);
        for ((column, index), place) in self.columns.iter_mut().zip(&mut self.indexes).zip(&self.places) {
            let text = cell(*place).trim();
            let value = index.as_ref().and_then(|index| index.get(text)).copied().unwrap_or_else(|| {
                let value = column.values.len() as u32;
                column.values.push(text.into());
                if let Some(index) = index {
                    index.insert(text.into(), value);
                }
                value
            });
            column.of_row.push(value);
        }
    }
}
