//! Writes rows of cells to a workbook, or to a CSV in one of the encodings of agents' programs.
//!
//! Only the current row is in memory, besides the buffers of the writers. The same rows give the same bytes.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::error::{Error, ErrorCode, Result};

#[derive(Debug, Clone, PartialEq)]
pub(super) enum SheetCell {
    Blank,
    Text(String),
    Number(f64),
    /// A date in a workbook, a text in a CSV.
    Day(NaiveDate),
}

impl SheetCell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    fn csv_text(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%d/%m/%Y").to_string(),
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum FileFormat {
    Workbook,
    Csv {
        separator: u8,
        /// Windows-1252, else UTF-8.
        is_windows: bool,
        /// Whether it begins with a byte order mark.
        has_bom: bool,
    },
}

impl FileFormat {
    pub(super) fn extension(self) -> &'static str {
        if self == Self::Workbook { "xlsx" } else { "csv" }
    }
}

pub(super) struct SheetFile {
    path: PathBuf,
    n_rows: u32,
    writer: FormatWriter,
}

enum FormatWriter {
    Workbook { workbook: Box<Workbook>, date: Format, merged: Format },
    Csv { records: csv::Writer<Vec<u8>>, separator: u8, is_windows: bool, file: File },
}

const BUFFER: usize = 1 << 16;

impl SheetFile {
    pub(super) fn create(path: PathBuf, format: FileFormat, sheet: &str) -> Result<Self> {
        let writer = match format {
            FileFormat::Workbook => {
                let fault = |e: XlsxError| xlsx_error(&path, e);
                let mut workbook = Workbook::new();
                // A fixed time, so that the same rows give the same bytes.
                let created = ExcelDateTime::from_ymd(2018, 1, 1).map_err(fault)?;
                workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
                let date = Format::new().set_num_format("dd/mm/yyyy");
                let merged = Format::new().set_bold();
                workbook.register_format(&date);
                workbook.register_format(&merged);
                workbook.add_worksheet_with_constant_memory().map_err(fault)?.set_name(sheet).map_err(fault)?;
                FormatWriter::Workbook { workbook: Box::new(workbook), date, merged }
            }
            FileFormat::Csv { separator, is_windows, has_bom } => {
                let mut file = File::create(&path).map_err(|e| Error::io(&path, &e))?;
                if has_bom {
                    file.write_all("\u{feff}".as_bytes()).map_err(|e| Error::io(&path, &e))?;
                }
                FormatWriter::Csv { records: csv_writer(separator), separator, is_windows, file }
            }
        };
        Ok(Self { path, n_rows: 0, writer })
    }

    /// Writes a row and returns its number, from 1.
    pub(super) fn row(&mut self, cells: &[SheetCell]) -> Result<u32> {
        match &mut self.writer {
            FormatWriter::Workbook { workbook, date, .. } => {
                let written = workbook.worksheet_from_index(0).and_then(|sheet| {
                    for (column, cell) in (0..).zip(cells) {
                        match cell {
                            SheetCell::Blank => continue,
                            SheetCell::Text(text) => sheet.write_string(self.n_rows, column, text.as_str())?,
                            SheetCell::Number(number) => sheet.write_number(self.n_rows, column, *number)?,
                            SheetCell::Day(day) => {
                                let (year, month, day) = (day.year() as u16, day.month() as u8, day.day() as u8);
                                let serial = ExcelDateTime::from_ymd(year, month, day)?;
                                sheet.write_datetime_with_format(self.n_rows, column, &serial, date)?
                            }
                        };
                    }
                    Ok(())
                });
                written.map_err(|e| xlsx_error(&self.path, e))?;
            }
            FormatWriter::Csv { records, .. } => {
                let fields = cells.iter().map(SheetCell::csv_text);
                records.write_record(fields).map_err(|e| Error::new(ErrorCode::Io).at(&self.path).because(e))?;
                self.flush(BUFFER)?;
            }
        }
        self.n_rows += 1;
        Ok(self.n_rows)
    }

    /// Writes a row with texts over one or several columns: first column, last column, text.
    pub(super) fn merged_row(&mut self, groups: &[(u16, u16, &str)], n_columns: usize) -> Result<u32> {
        if let FormatWriter::Workbook { workbook, merged, .. } = &mut self.writer {
            let written = workbook.worksheet_from_index(0).and_then(|sheet| {
                for (first, last, text) in groups.iter().filter(|(.., text)| !text.is_empty()) {
                    match first == last {
                        true => sheet.write_string(self.n_rows, *first, *text)?,
                        false => sheet.merge_range(self.n_rows, *first, self.n_rows, *last, text, merged)?,
                    };
                }
                Ok(())
            });
            written.map_err(|e| xlsx_error(&self.path, e))?;
            self.n_rows += 1;
            return Ok(self.n_rows);
        }
        let mut cells = vec![SheetCell::Blank; n_columns];
        for (first, _, text) in groups {
            cells[usize::from(*first)] = SheetCell::text(*text);
        }
        self.row(&cells)
    }

    pub(super) fn blank_row(&mut self, n_columns: usize) -> Result<()> {
        self.row(&vec![SheetCell::Blank; n_columns.max(2)]).map(|_| ())
    }

    /// Writes the buffer of a CSV to the file once it holds `at_least` bytes.
    fn flush(&mut self, at_least: usize) -> Result<()> {
        let FormatWriter::Csv { records: writer, separator, is_windows, file } = &mut self.writer else {
            return Ok(());
        };
        if writer.get_ref().len() < at_least {
            return Ok(());
        }
        let full = std::mem::replace(writer, csv_writer(*separator));
        let bytes = full.into_inner().map_err(|e| Error::new(ErrorCode::Io).at(&self.path).because(e.error()))?;
        let written = match is_windows {
            true => file.write_all(&encoding_rs::WINDOWS_1252.encode(&String::from_utf8_lossy(&bytes)).0),
            false => file.write_all(&bytes),
        };
        written.map_err(|e| Error::io(&self.path, &e))
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.flush(0)?;
        let FormatWriter::Workbook { mut workbook, .. } = self.writer else { return Ok(()) };
        workbook.save(&self.path).map_err(|e| xlsx_error(&self.path, e))
    }
}

/// Returns a CSV writer with the line ends of Windows.
fn csv_writer(separator: u8) -> csv::Writer<Vec<u8>> {
    let mut builder = csv::WriterBuilder::new();
    builder.delimiter(separator).terminator(csv::Terminator::CRLF).flexible(true);
    builder.from_writer(Vec::with_capacity(BUFFER + 4096))
}

fn xlsx_error(path: &Path, cause: XlsxError) -> Error {
    match cause {
        XlsxError::IoError(cause) => Error::io(path, &cause),
        other => Error::new(ErrorCode::Io).at(path).because(other),
    }
}
