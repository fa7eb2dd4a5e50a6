//! One table of a generation as CSV, Parquet, XLSX or JSON lines, worked out from its schema alone.
//!
//! Text from a sheet never becomes a formula: in a CSV it gets a leading apostrophe where a spreadsheet would take it
//! for one, in a workbook it is text. The same generation gives the same bytes.

use std::borrow::Cow;
use std::io::{self, Write};
use std::path::Path;

use chrono::Datelike;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format as CellFormat, Workbook, Worksheet, XlsxError};

use super::disk;
use super::frame;
use super::generation::Generation;
use super::schema::{Cell, Row, TableSchema};
use super::tables::{SCHEMAS, schema_of};
use super::words::{TableWords, csv_in_words, each_in_words};
use crate::error::{Error, Result};
use crate::record::looks_like_formula;

/// A format to export to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Comma-separated UTF-8 text, quoted as RFC 4180 says, lines ended by LF.
    Csv,
    /// The file of the generation as it is.
    Parquet,
    /// A workbook.
    Xlsx,
    /// A JSON object a line.
    Jsonl,
}

impl Format {
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

    /// The format of a name or extension.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.code().eq_ignore_ascii_case(code))
    }
}

/// What was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Exported {
    /// Number of rows.
    pub n_rows: u64,
    /// Texts cut at [`LONGEST_TEXT`] because a workbook's cell holds no more; 0 in the other formats.
    pub n_cut: u64,
}

/// Rows of a sheet of a workbook below its header.
const SHEET_ROWS: u64 = 1_048_575;
/// UTF-16 units of the longest text a workbook's cell holds.
pub const LONGEST_TEXT: usize = 32_767;

/// Writes a table of a generation to `out`; `path` is the name errors give it (`-` for the standard output).
///
/// With `words` a CSV and a workbook have headings, words and messages for a person; the other formats keep the codes.
///
/// # Errors
/// `table-unknown`, naming those there are; `table-damaged`; `output-closed` if the reader at the other end went
/// away; errors of the file system.
pub fn export(
    generation: &Generation,
    table: &str,
    format: Format,
    words: Option<&dyn TableWords>,
    out: &mut dyn Write,
    path: &Path,
) -> Result<Exported> {
    let schema = schema_of(table).ok_or_else(|| {
        let known: Vec<&str> = SCHEMAS.iter().map(|schema| schema.name).collect();
        Error::new("table-unknown").with("table", table).with("known", known.join(", "))
    })?;
    let mut each = |see: &mut See<'_>| generation.each_cells(schema, see);
    let exported = match (format, words) {
        (Format::Csv, Some(words)) => csv_in_words(&mut each, schema, words, out, path)?,
        (Format::Csv, None) => csv(&mut each, schema, out, path)?,
        (Format::Parquet, _) => {
            out.write_all(&generation.table_bytes(schema)?).map_err(|e| refused(path, &e))?;
            let n_rows = generation.manifest.tables.get(schema.name).map_or(0, |entry| entry.rows);
            Exported { n_rows, n_cut: 0 }
        }
        (Format::Xlsx, Some(words)) => {
            let mut each = |see: &mut See<'_>| each_in_words(&mut each, schema, words, see);
            xlsx(&mut each, &Headings::in_words(schema, words), out, path, SHEET_ROWS)?
        }
        (Format::Xlsx, None) => xlsx(&mut each, &Headings::of_codes(schema), out, path, SHEET_ROWS)?,
        (Format::Jsonl, _) => jsonl(&mut each, schema, out, path)?,
    };
    out.flush().map_err(|e| refused(path, &e))?;
    Ok(exported)
}

/// Is shown the values of one row.
pub(super) type See<'s> = dyn FnMut(&[Cell<'_>]) -> Result<()> + 's;
/// Shows every row, and says how many there were.
pub(super) type EachRow<'r> = dyn FnMut(&mut See<'_>) -> Result<u64> + 'r;

/// Writes rows to a file of its owner alone, in one step, in the format that its name ends in.
///
/// # Errors
/// `format-unknown`; `table-write`; errors of the file system.
pub fn write_rows<R: Row>(rows: &[R], path: &Path) -> Result<Exported> {
    let ending = path.extension().map_or_else(String::new, |ending| ending.to_string_lossy().into_owned());
    let format = Format::from_code(&ending).ok_or_else(|| {
        let known: Vec<&str> = Format::ALL.into_iter().map(Format::code).collect();
        Error::new("format-unknown").with("value", ending).with("known", known.join(", "))
    })?;
    let mut each = |see: &mut See<'_>| {
        let mut cells = Vec::new();
        for row in rows {
            cells.clear();
            cells.extend(row.cells());
            see(&cells)?;
        }
        Ok(rows.len() as u64)
    };
    in_one_step(path, |out| match format {
        Format::Csv => csv(&mut each, &R::SCHEMA, out, path),
        Format::Parquet => {
            out.write_all(&frame::to_parquet(rows)?).map_err(|e| refused(path, &e))?;
            Ok(Exported { n_rows: rows.len() as u64, n_cut: 0 })
        }
        Format::Xlsx => xlsx(&mut each, &Headings::of_codes(&R::SCHEMA), out, path, SHEET_ROWS),
        Format::Jsonl => jsonl(&mut each, &R::SCHEMA, out, path),
    })
}

/// Writes a table of a generation to a file of its owner alone, in one step: a failure leaves what was there.
///
/// # Errors
/// As [`export`].
pub fn export_file(
    generation: &Generation,
    table: &str,
    format: Format,
    words: Option<&dyn TableWords>,
    path: &Path,
) -> Result<Exported> {
    in_one_step(path, |out| export(generation, table, format, words, out, path))
}

/// Writes a text to a file of its owner alone, in one step.
///
/// # Errors
/// Those of the file system.
pub fn write_text(text: &str, path: &Path) -> Result<()> {
    in_one_step(path, |out| out.write_all(text.as_bytes()).map_err(|e| refused(path, &e)))
}

fn in_one_step<T>(path: &Path, write: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".bato-").tempfile_in(folder).map_err(|e| Error::io(path, &e))?;
    let mut out = io::BufWriter::new(file.as_file_mut());
    let written = write(&mut out)?;
    out.flush().map_err(|e| refused(path, &e))?;
    drop(out);
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    file.persist(path).map_err(|e| Error::io(path, &e.error))?;
    disk::sync_dir(folder)?;
    Ok(written)
}

pub(super) fn refused(path: &Path, cause: &io::Error) -> Error {
    if cause.kind() == io::ErrorKind::BrokenPipe {
        Error::new("output-closed").at(path)
    } else {
        Error::io(path, cause)
    }
}

fn csv(each: &mut EachRow<'_>, schema: &TableSchema, out: &mut dyn Write, path: &Path) -> Result<Exported> {
    let fault = |e: csv::Error| match e.into_kind() {
        csv::ErrorKind::Io(cause) => refused(path, &cause),
        other => Error::new("io").at(path).because(format!("{other:?}")),
    };
    let mut writer = csv::Writer::from_writer(out);
    writer.write_record(schema.columns.iter().map(|column| column.name)).map_err(fault)?;
    let mut field = String::new();
    let n_rows = each(&mut |cells| {
        for cell in cells {
            csv_field(cell, &mut field);
            writer.write_field(&field).map_err(fault)?;
        }
        writer.write_record(None::<&[u8]>).map_err(fault)
    })?;
    writer.flush().map_err(|e| refused(path, &e))?;
    Ok(Exported { n_rows, n_cut: 0 })
}

/// The text with an apostrophe before it where a spreadsheet would take it for a formula.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// Writes a value over what the field held.
fn csv_field(cell: &Cell<'_>, field: &mut String) {
    use std::fmt::Write;
    field.clear();
    match cell {
        Cell::Text(text) => {
            field.push_str(&guarded(text));
        }
        // Writing to a string can't fail.
        Cell::Int(number) => write!(field, "{number}").unwrap_or_default(),
        Cell::Float(number) if number.is_finite() => write!(field, "{number}").unwrap_or_default(),
        Cell::Date(day) => write!(field, "{day}").unwrap_or_default(),
        Cell::Null | Cell::Float(_) => {}
    }
}

fn jsonl(each: &mut EachRow<'_>, schema: &TableSchema, out: &mut dyn Write, path: &Path) -> Result<Exported> {
    let mut line = Vec::new();
    let n_rows = each(&mut |cells| {
        line.clear();
        for (place, (column, cell)) in schema.columns.iter().zip(cells).enumerate() {
            line.extend_from_slice(if place == 0 { b"{" } else { b"," });
            put_json(&mut line, column.name, path)?;
            line.push(b':');
            match cell {
                Cell::Null => put_json(&mut line, (), path)?,
                Cell::Text(text) => put_json(&mut line, text, path)?,
                Cell::Int(number) => put_json(&mut line, number, path)?,
                Cell::Float(number) => put_json(&mut line, number, path)?,
                Cell::Date(day) => put_json(&mut line, day.to_string(), path)?,
            }
        }
        line.extend_from_slice(b"}\n");
        out.write_all(&line).map_err(|e| refused(path, &e))
    })?;
    Ok(Exported { n_rows, n_cut: 0 })
}

fn put_json(line: &mut Vec<u8>, value: impl serde::Serialize, path: &Path) -> Result<()> {
    serde_json::to_writer(line, &value).map_err(|e| Error::new("io").at(path).because(e))
}

/// What a workbook shows above the rows, and how it shows a day.
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

/// Writes a workbook, with a further sheet for every `sheet_rows` rows.
fn xlsx(
    each: &mut EachRow<'_>,
    headings: &Headings,
    out: &mut dyn Write,
    path: &Path,
    sheet_rows: u64,
) -> Result<Exported> {
    let fault = |e: XlsxError| match e {
        XlsxError::IoError(cause) => refused(path, &cause),
        other => Error::new("io").at(path).because(other),
    };
    let bold = CellFormat::new().set_bold();
    let date = CellFormat::new().set_num_format(headings.date_format);
    let mut workbook = Workbook::new();
    workbook.register_format(&bold);
    workbook.register_format(&date);
    // A fixed moment, so that the same rows give the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(fault)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let (mut n_sheets, mut n_cut) = (0, 0);
    add_sheet(&mut workbook, headings, &mut n_sheets, &bold).map_err(fault)?;
    let mut row: u64 = 0;
    let n_rows = each(&mut |cells| {
        if row == sheet_rows {
            close_sheet(&mut workbook, n_sheets, headings, row).map_err(fault)?;
            add_sheet(&mut workbook, headings, &mut n_sheets, &bold).map_err(fault)?;
            row = 0;
        }
        row += 1;
        let sheet = workbook.worksheet_from_index(n_sheets - 1).map_err(fault)?;
        for (column, cell) in cells.iter().enumerate() {
            n_cut += u64::from(put_cell(sheet, row as u32, column as u16, cell, &date).map_err(fault)?);
        }
        Ok(())
    })?;
    close_sheet(&mut workbook, n_sheets, headings, row).map_err(fault)?;
    let bytes = workbook.save_to_buffer().map_err(fault)?;
    out.write_all(&bytes).map_err(|e| refused(path, &e))?;
    Ok(Exported { n_rows, n_cut })
}

/// Adds a sheet with its header: `persons`, `persons 2`, …
fn add_sheet(
    workbook: &mut Workbook,
    headings: &Headings,
    n_sheets: &mut usize,
    bold: &CellFormat,
) -> std::result::Result<(), XlsxError> {
    *n_sheets += 1;
    let name = if *n_sheets == 1 { headings.title.clone() } else { format!("{} {n_sheets}", headings.title) };
    let sheet = workbook.add_worksheet_with_constant_memory()?;
    sheet.set_name(name)?.set_freeze_panes(1, 0)?;
    for (column, heading) in headings.columns.iter().enumerate() {
        sheet.set_column_width(column as u16, heading.chars().count().max(11) as f64 + 2.0)?;
        sheet.write_string_with_format(0, column as u16, heading, bold)?;
    }
    Ok(())
}

/// Lays the filter over a sheet of so many rows below its header.
fn close_sheet(
    workbook: &mut Workbook,
    n_sheets: usize,
    headings: &Headings,
    n_rows: u64,
) -> std::result::Result<(), XlsxError> {
    let last_column = headings.columns.len().saturating_sub(1) as u16;
    workbook.worksheet_from_index(n_sheets - 1)?.autofilter(0, 0, n_rows as u32, last_column)?;
    Ok(())
}

/// Writes a cell; whether its text had to be cut.
fn put_cell(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    cell: &Cell<'_>,
    date: &CellFormat,
) -> std::result::Result<bool, XlsxError> {
    let mut cut = false;
    match cell {
        Cell::Null | Cell::Text("") => {}
        Cell::Text(text) => {
            let kept = head(text);
            cut = kept.len() < text.len();
            sheet.write_string(row, column, kept)?;
        }
        Cell::Int(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Cell::Float(number) if number.is_finite() => {
            sheet.write_number(row, column, *number)?;
        }
        Cell::Float(_) => {}
        // A workbook knows no day before 1900: such a one is written as text.
        Cell::Date(day) => match ExcelDateTime::from_ymd(day.year() as u16, day.month() as u8, day.day() as u8) {
            Ok(serial) if (1900..=9999).contains(&day.year()) => {
                sheet.write_datetime_with_format(row, column, &serial, date)?;
            }
            _ => {
                sheet.write_string(row, column, day.to_string())?;
            }
        },
    }
    Ok(cut)
}

/// As much of a text as a cell holds.
fn head(text: &str) -> &str {
    let mut n_units = 0;
    for (at, c) in text.char_indices() {
        n_units += c.len_utf16();
        if n_units > LONGEST_TEXT {
            return &text[..at];
        }
    }
    text
}

#[cfg(test)]
#[path = "export_tests.rs"]
pub(super) mod tests;
