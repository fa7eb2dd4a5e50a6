//! Exports a table of a generation as CSV, Parquet, XLSX or JSON lines, for any schema.
//!
//! Text from a sheet never becomes a formula: a CSV gets a leading apostrophe where a spreadsheet program would read
//! one, a workbook gets a text cell. The same generation gives the same bytes.

use std::io::{self, Write};
use std::path::Path;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use super::atomic_file::{output_error, write_in_one_step};
use super::data_frame::RowVisitor;
use super::export_rows::{ExportCounts, RowSource, put_text};
use super::generation::Generation;
use super::output_path::OutputPath;
use super::parquet_writer::to_parquet;
use super::schema::{TableCell, TableRow, TableSchema};
use super::tables::{AggregateRow, SCHEMAS, schema_of};
use super::words::{TableWords, csv_in_words, each_in_words};
use crate::error::{Error, ErrorCode, Result};

/// A format to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExportFormat {
    /// Comma-separated UTF-8 text, quoted as RFC 4180 says, with LF line ends.
    Csv,
    /// The unchanged file of the generation.
    Parquet,
    /// A workbook.
    Xlsx,
    /// One JSON object a line.
    Jsonl,
}

impl ExportFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Csv, Self::Parquet, Self::Xlsx, Self::Jsonl];

    /// Its name, which is also the file's extension.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
            Self::Xlsx => "xlsx",
            Self::Jsonl => "jsonl",
        }
    }

    /// Returns the format of a name or extension.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code().eq_ignore_ascii_case(code))
    }
}

/// Most rows of a workbook's sheet below its header.
const SHEET_ROWS: u64 = 1_048_575;
/// Length of the longest text in a workbook's cell, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// Writes a table of a generation to `out`. `path` names the output in errors (`-` for standard output). With `words` a
/// CSV and a workbook have headings, words and messages for a person; the other formats keep the codes.
///
/// # Errors
/// `table-unknown` with the known tables; `table-damaged`; `output-closed` if the reader of a pipe has gone away;
/// errors of the file system.
pub fn export(
    generation: &Generation,
    table: &str,
    format: ExportFormat,
    words: Option<&dyn TableWords>,
    out: &mut dyn Write,
    path: &Path,
) -> Result<ExportCounts> {
    let schema = schema_of(table).ok_or_else(|| {
        let known: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
        Error::new(ErrorCode::TableUnknown).with("table", table).with("known", known.join(", "))
    })?;
    let mut each = |visit: &mut RowVisitor<'_>| generation.visit_rows(schema, visit);
    if format == ExportFormat::Parquet {
        io::copy(&mut generation.checked_file(schema)?, out).map_err(|e| output_error(path, &e))?;
        out.flush().map_err(|e| output_error(path, &e))?;
        let n_rows = generation.manifest.tables.get(schema.name).map_or(0, |entry| entry.rows);
        return Ok(ExportCounts { n_rows, n_cut: 0 });
    }
    write_format(&mut each, &[] as &[AggregateRow], schema, format, words, out, path)
}

/// Writes rows that are not those of a generation, e.g. protected figures, as [`export`] does.
///
/// # Errors
/// As [`export`].
pub fn export_rows<R: TableRow>(
    rows: &[R],
    format: ExportFormat,
    words: Option<&dyn TableWords>,
    out: &mut dyn Write,
    path: &Path,
) -> Result<ExportCounts> {
    write_format(&mut visitor(rows), rows, &R::SCHEMA, format, words, out, path)
}

/// Writes rows that are not those of a generation to a file, as [`export_file`] does.
///
/// # Errors
/// As [`export`].
pub fn export_rows_file<R: TableRow>(
    rows: &[R],
    format: ExportFormat,
    words: Option<&dyn TableWords>,
    output: &OutputPath,
) -> Result<ExportCounts> {
    write_in_one_step(output, |out| export_rows(rows, format, words, out, output.path()))
}

/// Returns what visits each of these rows.
fn visitor<R: TableRow>(rows: &[R]) -> impl FnMut(&mut RowVisitor<'_>) -> Result<u64> + '_ {
    move |visit| {
        let mut cells = Vec::new();
        for row in rows {
            cells.clear();
            cells.extend(row.cells());
            visit(&cells)?;
        }
        Ok(rows.len() as u64)
    }
}

/// Writes rows in a format; `rows` are those of a Parquet file.
fn write_format<R: TableRow>(
    mut each: &mut RowSource<'_>,
    rows: &[R],
    schema: &TableSchema,
    format: ExportFormat,
    words: Option<&dyn TableWords>,
    out: &mut dyn Write,
    path: &Path,
) -> Result<ExportCounts> {
    let counts = match (format, words) {
        (ExportFormat::Csv, Some(words)) => csv_in_words(&mut each, schema, words, out, path)?,
        (ExportFormat::Csv, None) => csv(&mut each, schema, out, path)?,
        (ExportFormat::Parquet, _) => {
            out.write_all(&to_parquet(rows)?).map_err(|e| output_error(path, &e))?;
            ExportCounts { n_rows: rows.len() as u64, n_cut: 0 }
        }
        (ExportFormat::Xlsx, Some(words)) => {
            let mut each = |visit: &mut RowVisitor<'_>| each_in_words(&mut each, schema, words, visit);
            xlsx(&mut each, &Headings::in_words(schema, words), out, path, SHEET_ROWS)?
        }
        (ExportFormat::Xlsx, None) => xlsx(&mut each, &Headings::of_codes(schema), out, path, SHEET_ROWS)?,
        (ExportFormat::Jsonl, _) => jsonl(&mut each, schema, out, path)?,
    };
    out.flush().map_err(|e| output_error(path, &e))?;
    Ok(counts)
}

/// Writes rows to a file that its owner alone can read, in one step, in the format of the file's extension.
pub(crate) fn write_rows<R: TableRow>(rows: &[R], output: &OutputPath) -> Result<ExportCounts> {
    let path = output.path();
    let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().into_owned());
    let format = ExportFormat::from_code(&ending).ok_or_else(|| {
        let known: Vec<&str> = ExportFormat::ALL.into_iter().map(ExportFormat::code).collect();
        Error::new(ErrorCode::FormatUnknown).with("value", ending).with("known", known.join(", "))
    })?;
    let mut each = visitor(rows);
    write_in_one_step(output, |out| match format {
        ExportFormat::Csv => csv(&mut each, &R::SCHEMA, out, path),
        ExportFormat::Parquet => {
            out.write_all(&to_parquet(rows)?).map_err(|e| output_error(path, &e))?;
            Ok(ExportCounts { n_rows: rows.len() as u64, n_cut: 0 })
        }
        ExportFormat::Xlsx => xlsx(&mut each, &Headings::of_codes(&R::SCHEMA), out, path, SHEET_ROWS),
        ExportFormat::Jsonl => jsonl(&mut each, &R::SCHEMA, out, path),
    })
}

/// Writes a table of a generation to a file that its owner alone can read, in one step. On failure the old file stays.
///
/// # Errors
/// As [`export`].
pub fn export_file(
    generation: &Generation,
    table: &str,
    format: ExportFormat,
    words: Option<&dyn TableWords>,
    output: &OutputPath,
) -> Result<ExportCounts> {
    write_in_one_step(output, |out| export(generation, table, format, words, out, output.path()))
}

fn csv(each: &mut RowSource<'_>, schema: &TableSchema, out: &mut dyn Write, path: &Path) -> Result<ExportCounts> {
    let mut line = schema.columns.iter().map(|column| column.name).collect::<Vec<_>>().join(",");
    let mut put_line = |line: &mut String| {
        line.push('\n');
        let written = out.write_all(line.as_bytes()).map_err(|e| output_error(path, &e));
        line.clear();
        written
    };
    put_line(&mut line)?;
    let n_rows = each(&mut |cells| {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                line.push(',');
            }
            put_csv_field(&mut line, cell);
        }
        put_line(&mut line)
    })?;
    Ok(ExportCounts { n_rows, n_cut: 0 })
}

fn put_csv_field(line: &mut String, cell: &TableCell<'_>) {
    use std::fmt::Write;
    match cell {
        TableCell::Text(text) => put_text(line, text),
        // Writing to a string can't fail.
        TableCell::Int(number) => write!(line, "{number}").unwrap_or_default(),
        TableCell::Float(number) if number.is_finite() => write!(line, "{number}").unwrap_or_default(),
        TableCell::Date(day) => write!(line, "{day}").unwrap_or_default(),
        TableCell::Null | TableCell::Float(_) => {}
    }
}

fn jsonl(each: &mut RowSource<'_>, schema: &TableSchema, out: &mut dyn Write, path: &Path) -> Result<ExportCounts> {
    let mut line = Vec::new();
    let n_rows = each(&mut |cells| {
        line.clear();
        for (place, (column, cell)) in schema.columns.iter().zip(cells).enumerate() {
            line.extend_from_slice(if place == 0 { b"{" } else { b"," });
            put_json(&mut line, column.name, path)?;
            line.push(b':');
            match cell {
                TableCell::Null => put_json(&mut line, (), path)?,
                TableCell::Text(text) => put_json(&mut line, text, path)?,
                TableCell::Int(number) => put_json(&mut line, number, path)?,
                TableCell::Float(number) => put_json(&mut line, number, path)?,
                TableCell::Date(day) => put_json(&mut line, day.to_string(), path)?,
            }
        }
        line.extend_from_slice(b"}\n");
        out.write_all(&line).map_err(|e| output_error(path, &e))
    })?;
    Ok(ExportCounts { n_rows, n_cut: 0 })
}

fn put_json(line: &mut Vec<u8>, value: impl serde::Serialize, path: &Path) -> Result<()> {
    serde_json::to_writer(line, &value).map_err(|e| Error::new(ErrorCode::Io).at(path).because(e))
}

/// The names and the date format of a workbook.
struct Headings {
    title: String,
    columns: Vec<String>,
    date_format: &'static str,
}

impl Headings {
    fn of_codes(schema: &TableSchema) -> Self {
        let columns = schema.columns.iter().map(|column| column.name.to_owned()).collect();
        Self { title: schema.name.to_owned(), columns, date_format: "yyyy-mm-dd" }
    }

    fn in_words(schema: &TableSchema, words: &dyn TableWords) -> Self {
        let columns = schema.columns.iter().map(|column| words.heading(schema, column)).collect();
        Self { title: words.title(schema), columns, date_format: words.date_format() }
    }
}

/// Writes a workbook, with a new sheet after every `sheet_rows` rows.
fn xlsx(
    each: &mut RowSource<'_>,
    headings: &Headings,
    out: &mut dyn Write,
    path: &Path,
    sheet_rows: u64,
) -> Result<ExportCounts> {
    let fault = |e: XlsxError| match e {
        XlsxError::IoError(cause) => output_error(path, &cause),
        other => Error::new(ErrorCode::Io).at(path).because(other),
    };
    let bold = Format::new().set_bold();
    let date = Format::new().set_num_format(headings.date_format);
    let mut workbook = Workbook::new();
    workbook.register_format(&bold);
    workbook.register_format(&date);
    // A fixed time, so that the same rows give the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(fault)?;
    workbook.set_properties(&DocProperties::new().set_company("Bato").set_creation_datetime(&created));
    let (mut n_sheets, mut row, mut n_cut) = (1, 0_u64, 0);
    add_sheet(&mut workbook, headings, n_sheets, &bold).map_err(fault)?;
    let n_rows = each(&mut |cells| {
        if row == sheet_rows {
            close_sheet(&mut workbook, headings, n_sheets, row).map_err(fault)?;
            (n_sheets, row) = (n_sheets + 1, 0);
            add_sheet(&mut workbook, headings, n_sheets, &bold).map_err(fault)?;
        }
        row += 1;
        let sheet = workbook.worksheet_from_index(n_sheets - 1).map_err(fault)?;
        for (column, cell) in cells.iter().enumerate() {
            n_cut += u64::from(put_cell(sheet, row as u32, column as u16, cell, &date).map_err(fault)?);
        }
        Ok(())
    })?;
    close_sheet(&mut workbook, headings, n_sheets, row).map_err(fault)?;
    let bytes = workbook.save_to_buffer().map_err(fault)?;
    out.write_all(&bytes).map_err(|e| output_error(path, &e))?;
    Ok(ExportCounts { n_rows, n_cut })
}

type XlsxResult<T> = std::result::Result<T, XlsxError>;

/// Adds the sheet of this number, from 1, with its header: `persons`, `persons 2`, …
fn add_sheet(workbook: &mut Workbook, headings: &Headings, number: usize, bold: &Format) -> XlsxResult<()> {
    let name = if number == 1 { headings.title.clone() } else { format!("{} {number}", headings.title) };
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in headings.columns.iter().enumerate() {
        sheet.set_column_width(column as u16, heading.chars().count().max(11) as f64 + 2.0)?;
        sheet.write_string_with_format(0, column as u16, heading, bold)?;
    }
    Ok(())
}

/// Adds the filter to a sheet with `n_rows` rows below its header.
fn close_sheet(workbook: &mut Workbook, headings: &Headings, number: usize, n_rows: u64) -> XlsxResult<()> {
    let last_column = headings.columns.len().saturating_sub(1) as u16;
    workbook.worksheet_from_index(number - 1)?.autofilter(0, 0, n_rows as u32, last_column)?;
    Ok(())
}

/// Writes a cell. Returns whether its text was cut.
fn put_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &TableCell<'_>, date: &Format) -> XlsxResult<bool> {
    let mut cut = false;
    match cell {
        TableCell::Null | TableCell::Text("") => sheet,
        TableCell::Float(number) if !number.is_finite() => sheet,
        TableCell::Text(text) => {
            let kept = cell_text(text);
            cut = kept.len() < text.len();
            sheet.write_string(row, column, kept)?
        }
        TableCell::Int(number) => sheet.write_number(row, column, *number as f64)?,
        TableCell::Float(number) => sheet.write_number(row, column, *number)?,
        // Workbooks have no days before 1900: they are written as text.
        TableCell::Date(day) => match ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8) {
            Ok(serial) if (1900..=9999).contains(&day.year()) => {
                sheet.write_datetime_with_format(row, column, &serial, date)?
            }
            _ => sheet.write_string(row, column, day.to_string())?,
        },
    };
    Ok(cut)
}

/// Returns the beginning of a text that fits into a workbook's cell.
fn cell_text(text: &str) -> &str {
    let mut n_units = 0;
    let end = text.char_indices().find(|(_, c)| {
        n_units += c.len_utf16();
        n_units > LONGEST_TEXT
    });
    end.map_or(text, |(at, _)| &text[..at])
}

#[cfg(test)]
#[path = "export_tests.rs"]
pub(super) mod tests;
