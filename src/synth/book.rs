//! Rows of cells -> a file: a workbook written row by row, or a CSV in one of the alphabets agents' programs use.
//!
//! Nothing is kept but the row at hand (and what the writers buffer). The same rows give the same bytes.

use std::fs::File;
use std::io::Write;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::error::{Error, Result};

/// A cell to write.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cell {
    Blank,
    Text(String),
    Number(f64),
    /// A real date in a workbook; a text in a CSV.
    Day(NaiveDate),
}

impl Cell {
    pub(super) fn text(text: impl Into<String>) -> Self {
        let text = text.into();
        if text.is_empty() { Self::Blank } else { Self::Text(text) }
    }

    fn shown(&self) -> String {
        match self {
            Self::Blank => String::new(),
            Self::Text(text) => text.clone(),
            Self::Number(number) => number.to_string(),
            Self::Day(day) => day.format("%d/%m/%Y").to_string(),
        }
    }
}

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Workbook,
    Csv {
        separator: u8,
        /// Windows-1252, else UTF-8.
        is_windows: bool,
        has_mark: bool,
    },
}

impl Kind {
    pub(super) fn ending(self) -> &'static str {
        if self == Self::Workbook { "xlsx" } else { "csv" }
    }
}

/// A file while it is written.
pub(super) struct Book {
    path: PathBuf,
    /// Rows written so far.
    n_rows: u32,
    inner: Inner,
}

enum Inner {
    Workbook { workbook: Box<Workbook>, date: Format, merged: Format },
    Csv { records: csv::Writer<Vec<u8>>, separator: u8, is_windows: bool, file: File },
}

/// Bytes of a CSV kept before they go to the file.
const KEPT: usize = 1 << 16;

impl Book {
    pub(super) fn create(path: PathBuf, kind: Kind, sheet: &str) -> Result<Self> {
        let inner = match kind {
            Kind::Workbook => {
                let fault = |e: XlsxError| refused(&path, e);
                let mut workbook = Workbook::new();
                // A fixed moment, so that the same rows give the same file.
                let created = ExcelDateTime::from_ymd(2018, 1, 1).map_err(fault)?;
                workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
                let date = Format::new().set_num_format("dd/mm/yyyy");
                let merged = Format::new().set_bold();
                workbook.register_format(&date);
                workbook.register_format(&merged);
                workbook.add_worksheet_with_constant_memory().map_err(fault)?.set_name(sheet).map_err(fault)?;
                Inner::Workbook { workbook: Box::new(workbook), date, merged }
            }
            Kind::Csv { separator, is_windows, has_mark } => {
                let mut file = File::create(&path).map_err(|e| Error::io(&path, &e))?;
                if has_mark {
                    file.write_all("\u{feff}".as_bytes()).map_err(|e| Error::io(&path, &e))?;
                }
                Inner::Csv { records: records(separator), separator, is_windows, file }
            }
        };
        Ok(Self { path, n_rows: 0, inner })
    }

    /// Writes a row; its number as a spreadsheet shows it.
    pub(super) fn row(&mut self, cells: &[Cell]) -> Result<u32> {
        match &mut self.inner {
            Inner::Workbook { workbook, date, .. } => {
                let written = workbook.worksheet_from_index(0).and_then(|sheet| {
                    for (column, cell) in (0..).zip(cells) {
                        match cell {
                            Cell::Blank => {}
                            Cell::Text(text) => {
                                sheet.write_string(self.n_rows, column, text.as_str())?;
                            }
                            Cell::Number(number) => {
                                sheet.write_number(self.n_rows, column, *number)?;
                            }
                            Cell::Day(day) => {
                                let (year, month, day) = (day.year() as u16, day.month() as u8, day.day() as u8);
                                let serial = ExcelDateTime::from_ymd(year, month, day)?;
                                sheet.write_datetime_with_format(self.n_rows, column, &serial, date)?;
                            }
                        }
                    }
                    Ok(())
                });
                written.map_err(|e| refused(&self.path, e))?;
            }
            Inner::Csv { records, .. } => {
                let fields = cells.iter().map(Cell::shown);
                records.write_record(fields).map_err(|e| Error::new("io").at(&self.path).because(e))?;
                self.pass_on(KEPT)?;
            }
        }
        self.n_rows += 1;
        Ok(self.n_rows)
    }

    /// Writes a row in which some texts stretch over several columns: (first column, last column, text).
    pub(super) fn merged_row(&mut self, groups: &[(u16, u16, &str)], n_columns: usize) -> Result<u32> {
        if let Inner::Workbook { workbook, merged, .. } = &mut self.inner {
            let written = workbook.worksheet_from_index(0).and_then(|sheet| {
                for (first, last, text) in groups.iter().filter(|(.., text)| !text.is_empty()) {
                    if first == last {
                        sheet.write_string(self.n_rows, *first, *text)?;
                    } else {
                        sheet.merge_range(self.n_rows, *first, self.n_rows, *last, text, merged)?;
                    }
                }
                Ok(())
            });
            written.map_err(|e| refused(&self.path, e))?;
            self.n_rows += 1;
            return Ok(self.n_rows);
        }
        let mut cells = vec![Cell::Blank; n_columns];
        for (first, _, text) in groups {
            cells[usize::from(*first)] = Cell::text(*text);
        }
        self.row(&cells)
    }

    /// Leaves a row blank.
    pub(super) fn blank(&mut self, n_columns: usize) -> Result<()> {
        match &mut self.inner {
            Inner::Workbook { .. } => self.n_rows += 1,
            Inner::Csv { .. } => {
                self.row(&vec![Cell::Blank; n_columns.max(2)])?;
            }
        }
        Ok(())
    }

    fn pass_on(&mut self, at_least: usize) -> Result<()> {
        let Inner::Csv { records: writer, separator, is_windows, file } = &mut self.inner else { return Ok(()) };
        if writer.get_ref().len() < at_least {
            return Ok(());
        }
        let full = std::mem::replace(writer, records(*separator));
        let bytes = full.into_inner().map_err(|e| Error::new("io").at(&self.path).because(e.error()))?;
        let written = if *is_windows {
            let text = String::from_utf8_lossy(&bytes);
            file.write_all(&encoding_rs::WINDOWS_1252.encode(&text).0)
        } else {
            file.write_all(&bytes)
        };
        written.map_err(|e| Error::io(&self.path, &e))
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.pass_on(0)?;
        match self.inner {
            Inner::Workbook { mut workbook, .. } => workbook.save(&self.path).map_err(|e| refused(&self.path, e)),
            Inner::Csv { .. } => Ok(()),
        }
    }
}

/// CSV as spreadsheets under Windows write it.
fn records(separator: u8) -> csv::Writer<Vec<u8>> {
    csv::WriterBuilder::new()
        .delimiter(separator)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::with_capacity(KEPT + 4096))
}

fn refused(path: &Path, cause: XlsxError) -> Error {
    match cause {
        XlsxError::IoError(cause) => Error::io(path, &cause),
        other => Error::new("io").at(path).because(other),
    }
}
