//! Workbooks, through calamine: cells streamed where it can, every date left as the number it is.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::{Data, DataRef, Ods, Range, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx};

use crate::error::{Error, Result};
use crate::record::{Book, CellValue, Grid, GridRow};

use super::Settings;
use super::guard::Format;

/// Reads every worksheet of a workbook that passed the guard.
///
/// # Errors
/// `file-damaged` if calamine refuses it or panics, `file-too-many-cells` past the cell limit.
pub(super) fn read(bytes: &[u8], format: Format, settings: &Settings) -> Result<Book> {
    let attempt = catch_unwind(AssertUnwindSafe(|| match format {
        Format::Xlsx => read_xlsx(bytes, settings),
        Format::Xlsb => read_ranges(open::<Xlsb<_>>(bytes)?, settings),
        Format::Ods => read_ranges(open::<Ods<_>>(bytes)?, settings),
        Format::Xls | Format::Text => read_ranges(open::<Xls<_>>(bytes)?, settings),
    }));
    // The panic's text may hold a cell's value: it is not repeated.
    let grids = attempt.unwrap_or_else(|_| Err(Error::new("file-damaged")))?;
    Ok(Book { grids, ..Book::default() })
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

fn worksheets(sheets: &[Sheet]) -> Vec<Sheet> {
    sheets.iter().filter(|sheet| matches!(sheet.typ, SheetType::WorkSheet | SheetType::MacroSheet)).cloned().collect()
}

fn read_xlsx(bytes: &[u8], settings: &Settings) -> Result<Vec<Grid>> {
    let mut book: Xlsx<_> = open(bytes)?;
    let from_1904 = book.has_1904_epoch();
    let mut left = settings.max_cells;
    let mut grids = Vec::new();
    for sheet in worksheets(book.sheets_metadata()) {
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(|e| refused(&e))?;
        let mut rows: Vec<GridRow> = Vec::new();
        while let Some(cell) = cells.next_cell().map_err(|e| refused(&e))? {
            let (row, column) = cell.get_position();
            let Some(value) = of_ref(cell.get_value(), from_1904) else { continue };
            if value.is_blank() {
                continue;
            }
            let Ok(column) = u16::try_from(column) else { return Err(Error::new("file-damaged")) };
            left = left
                .checked_sub(1)
                .ok_or_else(|| Error::new("file-too-many-cells").with("limit", settings.max_cells))?;
            match rows.last_mut() {
                Some(last) if last.row == row + 1 => last.cells.push((column, value)),
                _ => rows.push(GridRow { row: row + 1, cells: vec![(column, value)] }),
            }
        }
        tidy(&mut rows);
        grids.push(Grid {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
            rows,
            ..Grid::default()
        });
    }
    Ok(grids)
}

fn read_ranges<'a, R>(mut book: R, settings: &Settings) -> Result<Vec<Grid>>
where
    R: Reader<Cursor<&'a [u8]>>,
    R::Error: std::fmt::Display,
{
    let mut left = settings.max_cells;
    let mut grids = Vec::new();
    for sheet in worksheets(book.sheets_metadata()) {
        let range = book.worksheet_range(&sheet.name).map_err(|e| refused(&e))?;
        let rows = of_range(&range, &mut left, settings)?;
        grids.push(Grid {
            name: sheet.name.clone(),
            is_hidden: sheet.visible != SheetVisible::Visible,
            rows,
            ..Grid::default()
        });
    }
    Ok(grids)
}

fn of_range(range: &Range<Data>, left: &mut u64, settings: &Settings) -> Result<Vec<GridRow>> {
    let (top, first_column) = range.start().unwrap_or((0, 0));
    let mut rows: Vec<GridRow> = Vec::new();
    for (row, column, data) in range.used_cells() {
        let Some(value) = of_data(data) else { continue };
        if value.is_blank() {
            continue;
        }
        *left =
            left.checked_sub(1).ok_or_else(|| Error::new("file-too-many-cells").with("limit", settings.max_cells))?;
        let row = top + u32::try_from(row).unwrap_or(u32::MAX - 1 - top) + 1;
        let Ok(column) = u16::try_from(first_column as usize + column) else { return Err(Error::new("file-damaged")) };
        match rows.last_mut() {
            Some(last) if last.row == row => last.cells.push((column, value)),
            _ => rows.push(GridRow { row, cells: vec![(column, value)] }),
        }
    }
    tidy(&mut rows);
    Ok(rows)
}

/// Rows and cells in order, each once, whatever order the file holds them in.
fn tidy(rows: &mut Vec<GridRow>) {
    rows.sort_by_key(|row| row.row);
    rows.dedup_by(|later, earlier| {
        let same = later.row == earlier.row;
        if same {
            earlier.cells.append(&mut later.cells);
        }
        same
    });
    for row in rows {
        row.cells.sort_by_key(|(column, _)| *column);
        row.cells.dedup_by_key(|(column, _)| *column);
    }
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
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => CellValue::Text(text.as_str().into()),
        DataRef::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

fn of_data(data: &Data) -> Option<CellValue> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => CellValue::Number(*number as f64),
        Data::Float(number) => CellValue::Number(*number),
        Data::String(text) if text.starts_with('#') && text.ends_with(['!', '?', 'A']) && !text.contains(' ') => {
            CellValue::Error(text.as_str().into())
        }
        Data::String(text) => CellValue::Text(text.as_str().into()),
        Data::Bool(value) => CellValue::Bool(*value),
        Data::DateTime(time) => CellValue::DateSerial { serial: time.as_f64(), from_1904: counts_from_1904(time) },
        Data::DateTimeIso(text) | Data::DurationIso(text) => CellValue::Text(text.as_str().into()),
        Data::Error(error) => CellValue::Error(error.to_string().into()),
    })
}

/// Whether a date of a range reader belongs to a workbook that counts from 1904: calamine keeps that to itself,
/// but shows it in the day it makes of the serial.
fn counts_from_1904(time: &calamine::ExcelDateTime) -> bool {
    let (year, month, day, ..) = time.to_ymd_hms_milli();
    let day_1904 = CellValue::day_of_serial(time.as_f64(), true);
    day_1904.is_some() && day_1904 == chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into())
}
