//! Exports a table for a person: headings and words of a language stand for the names and codes.
//!
//! `app` supplies the words.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;

use super::atomic_file::output_error;
use super::data_frame::RowVisitor;
use super::export_rows::{ExportCounts, RowSource, put_text};
use super::schema::{ColumnSpec, TableCell, TableSchema};
use crate::error::Result;

/// The words of tables in one language.
pub trait TableWords {
    /// Returns the table's name.
    fn title(&self, schema: &TableSchema) -> String;
    /// Returns the heading of a column.
    fn heading(&self, schema: &TableSchema, column: &ColumnSpec) -> String;
    /// Returns the text of a cell whose value is a code or a message; `None` for a value that stays as it is.
    fn text(&self, schema: &TableSchema, column: usize, cells: &[TableCell<'_>]) -> Option<String>;
    /// Returns a day as the language writes it.
    fn date(&self, day: NaiveDate) -> String;
    /// Returns the format in which a workbook shows a day.
    fn date_format(&self) -> &'static str;
    /// Returns the decimal sign.
    fn decimal_sign(&self) -> char;
}

/// Calls the visitor with every row, with words in place of codes.
pub(super) fn each_in_words(
    each: &mut RowSource<'_>,
    schema: &TableSchema,
    words: &dyn TableWords,
    see: &mut RowVisitor<'_>,
) -> Result<u64> {
    each(&mut |cells| {
        let texts: Vec<Option<String>> = (0..cells.len()).map(|column| words.text(schema, column, cells)).collect();
        let shown: Vec<TableCell<'_>> =
            cells.iter().zip(&texts).map(|(cell, text)| text.as_deref().map_or(*cell, TableCell::Text)).collect();
        see(&shown)
    })
}

/// Writes a CSV for a spreadsheet program of the language: a byte order mark, `;` between fields, every text in
/// quotation marks (a text that looks like a formula begins with an apostrophe), lines ended by CRLF.
pub(super) fn csv_in_words(
    each: &mut RowSource<'_>,
    schema: &TableSchema,
    words: &dyn TableWords,
    out: &mut dyn Write,
    path: &Path,
) -> Result<ExportCounts> {
    let mut line = String::from("\u{feff}");
    for (place, column) in schema.columns.iter().enumerate() {
        put_field(&mut line, place, &TableCell::Text(&words.heading(schema, column)), words);
    }
    let mut put_line = |line: &mut String| {
        line.push_str("\r\n");
        let written = out.write_all(line.as_bytes()).map_err(|e| output_error(path, &e));
        line.clear();
        written
    };
    put_line(&mut line)?;
    let n_rows = each_in_words(each, schema, words, &mut |cells| {
        for (place, cell) in cells.iter().enumerate() {
            put_field(&mut line, place, cell, words);
        }
        put_line(&mut line)
    })?;
    Ok(ExportCounts { n_rows, n_cut: 0 })
}

fn put_field(line: &mut String, place: usize, cell: &TableCell<'_>, words: &dyn TableWords) {
    if place > 0 {
        line.push(';');
    }
    match cell {
        TableCell::Null | TableCell::Text("") => {}
        TableCell::Text(text) => {
            let start = line.len();
            put_text(line, text);
            if !line[start..].starts_with('"') {
                line.insert(start, '"');
                line.push('"');
            }
        }
        TableCell::Int(number) => line.push_str(&number.to_string()),
        TableCell::Float(number) if number.is_finite() => {
            let sign = words.decimal_sign();
            // Four decimals are enough for a person.
            let rounded = (number * 1e4).round() / 1e4;
            line.extend(rounded.to_string().chars().map(|c| if c == '.' { sign } else { c }));
        }
        TableCell::Float(_) => {}
        TableCell::Date(day) => line.push_str(&words.date(*day)),
    }
}
