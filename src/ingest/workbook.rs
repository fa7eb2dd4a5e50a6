//! Workbooks, through calamine: cells streamed where it can, every date left as the number it is.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{
    Data, DataRef, Dimensions, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx, XlsxError,
};
use chrono::{NaiveDate, NaiveDateTime, Timelike};

use crate::error::{Error, Result};
use crate::record::{CellValue, GridRow, Merge};

use super::guard::{Format, Seen};
use super::pieces::{Piece, Take};

/// The last row of a sheet; an .xls before 2007 holds fewer.
const LAST_ROW: u32 = 1_048_576;
const LAST_ROW_XLS: u32 = 65_536;
/// The columns of the widest sheet.
const N_COLUMNS: u32 = 16_384;

/// Reads every sheet of a workbook that passed the guard.
///
/// # Errors
/// `file-damaged` if calamine refuses it or panics, `file-encrypted`, `file-no-sheet`, `file-outside-sheet` for a cell where
/// no sheet has one, and what `take` says.
pub(super) fn read(bytes: &[u8], seen: &Seen, take: Take<'_>) -> Result<()> {
    if seen.has_macros {
        take(Piece::Macros)?;
    }
    let attempt = catch_unwind(AssertUnwindSafe(|| match seen.format {
        Format::Xlsx => read_xlsx(open(bytes)?, seen.has_merges, take),
        Format::Xlsb => read_xlsb(open(bytes)?, take),
        Format::Ods => read_ods(open(bytes)?, take),
        Format::Xls => read_xls(open(bytes)?, take),
    }));
    // The panic's text may hold a cell's value: it is not repeated.
    match attempt.unwrap_or_else(|_| Err(Error::new("file-damaged")))? {
        0 => Err(Error::new("file-no-sheet")),
        _ => Ok(()),
    }
}

fn open<'a, R>(bytes: &'a [u8]) -> Result<R>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    R::new(Cursor::new(bytes)).map_err(|e| refused(&e))
}

fn refused(error: &dyn std::fmt::Display) -> Error {
    let said = error.to_string();
    let code = if said.to_lowercase().contains("password") { "file-encrypted" } else { "file-damaged" };
    Error::new(code)
}

/// The sheets that hold cells; the others are named.
fn worksheets(sheets: &[Sheet], take: Take<'_>) -> Result<Vec<Sheet>> {
    let mut with_cells = Vec::new();
    for sheet in sheets {
        match sheet.typ {
            SheetType::WorkSheet | SheetType::MacroSheet => with_cells.push(sheet.clone()),
            _ => take(Piece::OtherSheet(sheet.name.clone()))?,
        }
    }
    Ok(with_cells)
}

fn begin(sheet: &Sheet, last_row: u32) -> Piece {
    Piece::Sheet { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible, last_row }
}

fn read_xlsx(mut book: Xlsx<Cursor<&[u8]>>, has_merges: bool, take: Take<'_>) -> Result<usize> {
    let from_1904 = book.has_1904_epoch();
    let mut n_sheets = 0;
    for sheet in worksheets(book.sheets_metadata(), take)? {
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => {
                take(Piece::OtherSheet(sheet.name))?;
                continue;
            }
            Err(e) => return Err(refused(&e)),
        };
        n_sheets += 1;
        take(begin(&sheet, LAST_ROW))?;
        let mut rows = Rows::new(take);
        while let Some(cell) = cells.next_cell().map_err(|e| refused(&e))? {
            rows.cell(cell.get_position(), of_ref(cell.get_value(), from_1904))?;
        }
        rows.end()?;
        drop(cells);
        if has_merges {
            // Merged cells decide nothing: without them the sheet reads the same.
            let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
            merges.iter().filter_map(merge).try_for_each(|merge| take(Piece::Merge(merge)))?;
        }
    }
    Ok(n_sheets)
}

fn read_xlsb(mut book: Xlsb<Cursor<&[u8]>>, take: Take<'_>) -> Result<usize> {
    let from_1904 = book.has_1904_epoch();
    let sheets = worksheets(book.sheets_metadata(), take)?;
    for sheet in &sheets {
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|e| refused(&e))?;
        take(begin(sheet, LAST_ROW))?;
        let mut rows = Rows::new(take);
        while let Some(cell) = cells.next_cell().map_err(|e| refused(&e))? {
            rows.cell(cell.get_position(), of_ref(cell.get_value(), from_1904))?;
        }
        rows.end()?;
    }
    Ok(sheets.len())
}

fn read_ods(mut book: Ods<Cursor<&[u8]>>, take: Take<'_>) -> Result<usize> {
    let sheets = worksheets(book.sheets_metadata(), take)?;
    for sheet in &sheets {
        let range = book.worksheet_range(&sheet.name).map_err(|e| refused(&e))?;
        take(begin(sheet, LAST_ROW))?;
        read_range(&range, false, take)?;
    }
    Ok(sheets.len())
}

fn read_xls(mut book: Xls<Cursor<&[u8]>>, take: Take<'_>) -> Result<usize> {
    let from_1904 = book.has_1904_epoch();
    let sheets = worksheets(book.sheets_metadata(), take)?;
    for sheet in &sheets {
        let range = book.worksheet_range(&sheet.name).map_err(|e| refused(&e))?;
        take(begin(sheet, LAST_ROW_XLS))?;
        read_range(&range, from_1904, take)?;
        let merges = book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default();
        merges.iter().filter_map(merge).try_for_each(|merge| take(Piece::Merge(merge)))?;
    }
    Ok(sheets.len())
}

fn read_range(range: &Range<Data>, from_1904: bool, take: Take<'_>) -> Result<()> {
    let (top, first_column) = range.start().unwrap_or((0, 0));
    let mut rows = Rows::new(take);
    for (row, column, data) in range.used_cells() {
        let at = (top.saturating_add(row as u32), first_column.saturating_add(column as u32));
        rows.cell(at, of_data(data, from_1904))?;
    }
    rows.end()
}

/// Gathers cells into rows as they come.
struct Rows<'t> {
    take: Take<'t>,
    row: GridRow,
}

impl<'t> Rows<'t> {
    fn new(take: Take<'t>) -> Self {
        Self { take, row: GridRow::default() }
    }

    /// A cell at row and column, both from 0.
    fn cell(&mut self, (row, column): (u32, u32), value: Option<CellValue>) -> Result<()> {
        let Some(value) = value.filter(|value| !value.is_blank()) else { return Ok(()) };
        if row >= LAST_ROW || column >= N_COLUMNS {
            return Err(Error::new("file-outside-sheet"));
        }
        if self.row.row != row + 1 {
            self.end()?;
            self.row.row = row + 1;
        }
        self.row.cells.push((column as u16, value));
        Ok(())
    }

    fn end(&mut self) -> Result<()> {
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() { Ok(()) } else { (self.take)(Piece::Row(row)) }
    }
}

fn merge(dimensions: &Dimensions) -> Option<Merge> {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    let is_one = top < bottom || left < right;
    (is_one && top <= bottom && left <= right && bottom < LAST_ROW && right < N_COLUMNS).then_some(Merge {
        first_row: top + 1,
        last_row: bottom + 1,
        first_column: left as u16,
        last_column: right as u16,
    })
}

fn of_ref(data: &DataRef<'_>, from_1904: bool) -> Option<CellValue> {
    Some(match data {
        DataRef::Empty => return None,
        DataRef::Int(number) => CellValue::Number(*number as f64),
        DataRef::Float(number) => CellValue::Number(*number),
        DataRef::String(text) => CellValue::Text(text.as_str().into()),
        DataRef::SharedString(text) => CellValue::Text((*text).into()),
        DataRef::Bool(value) => CellValue::Bool(*value),
        DataRef::DateTime(time) => CellValue::DateSerial { serial: time.as_f64(), from_1904 },
        DataRef::DateTimeIso(text) => of_iso_date(text),
        DataRef::DurationIso(text) => CellValue::Text(text.as_str().into()),
        DataRef::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

fn of_data(data: &Data, from_1904: bool) -> Option<CellValue> {
    /// What an .ods writes where a formula failed, as a text.
    const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::String(text) if ERRORS.contains(&text.as_str()) => CellValue::Error(text.as_str().into()),
        Data::String(text) => CellValue::Text(text.as_str().into()),
        Data::Bool(value) => CellValue::Bool(*value),
        Data::DateTime(time) => CellValue::DateSerial { serial: time.as_f64(), from_1904 },
        Data::DateTimeIso(text) => of_iso_date(text),
        Data::DurationIso(text) => CellValue::Text(text.as_str().into()),
        Data::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

/// A date that an .ods writes out (`1984-02-29`, `1984-02-29T08:30:00`), as the number any other workbook holds; one before
/// 1900 has no such number and stays as it is written.
fn of_iso_date(text: &str) -> CellValue {
    let typed = || CellValue::Text(text.into());
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let (Some(day), Some(rest)) = (day, text.get(10..)) else { return typed() };
    let rest = rest.trim_end_matches('Z');
    let seconds = if rest.is_empty() {
        0
    } else {
        let Ok(time) = format!("{day}{rest}").parse::<NaiveDateTime>() else { return typed() };
        time.num_seconds_from_midnight()
    };
    let Some(epoch) = NaiveDate::from_ymd_opt(1899, 12, 30) else { return typed() };
    let days = (day - epoch).num_days();
    // Serial 60 is a day that never was: those before it are one lower.
    let serial = (days - i64::from(days <= 60)) as f64 + f64::from(seconds) / 86_400.0;
    if CellValue::day_of_serial(serial, false) == Some(day) {
        CellValue::DateSerial { serial, from_1904: false }
    } else {
        typed()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_written_out_becomes_the_number_of_its_day() {
        for (text, shown) in [
            ("1984-02-29", "1984-02-29"),
            ("1961-10-08T00:00:00", "1961-10-08"),
            ("1961-10-08T23:59:59.5", "1961-10-08"),
            ("1900-01-01", "1900-01-01"),
            ("1900-02-28", "1900-02-28"),
            ("1900-03-01", "1900-03-01"),
            ("9999-12-31", "9999-12-31"),
        ] {
            let value = of_iso_date(text);
            assert!(matches!(value, CellValue::DateSerial { .. }), "{text}: {value:?}");
            assert_eq!(value.to_text(), shown, "{text}");
        }
        for text in ["1898-05-02", "1899-12-30", "2017-02-30", "2017-1-1", "", "hier", "1961-10-08é", "12345-01-01"] {
            assert_eq!(of_iso_date(text), CellValue::Text(text.into()), "{text}");
        }
    }

    #[test]
    fn only_more_than_one_cell_is_merged() {
        let of = |start, end| merge(&Dimensions { start, end });
        let expected = Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 3 };
        assert_eq!(of((0, 0), (1, 3)), Some(expected));
        for (start, end) in [((1, 1), (1, 1)), ((2, 0), (1, 3)), ((0, 0), (0, 16_384)), ((0, 0), (1_048_576, 0))] {
            assert_eq!(of(start, end), None, "{start:?} {end:?}");
        }
    }
}
