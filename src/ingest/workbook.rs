//! Reads a workbook into sheet events through calamine. Cells are streamed where possible; dates stay serial numbers.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use calamine::XlsxFormulaMetadata;
use calamine::{DataType, Dimensions, Ods, Reader, Sheet, SheetType, SheetVisible, Xls, Xlsb, Xlsx, XlsxError};
use chrono::{NaiveDate, NaiveDateTime, Timelike};
use compact_str::CompactString;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{CellValue, GridRow, HiddenCells, Merge};

use super::guard::{self, WorkbookFormat, WorkbookInfo};
use super::hidden_cells;
use super::month_dates::{self, MonthCells, month_text};
use super::settings::IngestSettings;
use super::sheet_events::{SheetEvent, Sink};

/// The last row that a sheet can hold, from 1.
const LAST_ROW: u32 = 1_048_576;
const LAST_ROW_XLS: u32 = 65_536;
/// Columns of the widest sheet.
const N_COLUMNS: u32 = 16_384;

/// Checks a workbook's bytes with the guard and reads every sheet in this process.
///
/// # Errors
/// Those of [`guard::inspect`]; `file-damaged` if calamine refuses the file or panics, `file-encrypted`,
/// `file-no-sheet`, `file-outside-sheet` for a cell beyond the last row or column; those of `sink`.
pub(super) fn inspect_and_read(bytes: &[u8], settings: &IngestSettings, sink: Sink<'_>) -> Result<()> {
    let info = guard::inspect(bytes, settings)?;
    read(info.extracted.as_deref().unwrap_or(bytes), &info, sink)
}

fn read(bytes: &[u8], info: &WorkbookInfo, sink: Sink<'_>) -> Result<()> {
    if info.has_macros {
        sink(SheetEvent::Macros)?;
    }
    let attempt = catch_unwind(AssertUnwindSafe(|| match info.format {
        WorkbookFormat::Xlsx => read_xlsx(bytes, info, sink),
        WorkbookFormat::Xlsb => read_xlsb(open(bytes)?, sink),
        WorkbookFormat::Ods => {
            let hidden = if info.has_hidden { hidden_cells::of_ods(bytes) } else { BTreeMap::new() };
            let months = month_dates::of_ods(bytes);
            let extras = |_: &Ods<_>, name: &str| (Vec::new(), hidden.get(name).cloned().unwrap_or_default());
            let layout = RangeLayout { last_row: LAST_ROW, from_1904: false, months: &months };
            read_ranges(open::<Ods<_>>(bytes)?, layout, extras, sink)
        }
        WorkbookFormat::Xls => {
            let book: Xls<_> = open(bytes)?;
            let from_1904 = book.has_1904_epoch();
            let names = book.sheet_names();
            let extras = |book: &Xls<_>, name: &str| {
                let index = names.iter().position(|own| own == name);
                let hidden = index.and_then(|index| info.hidden.get(index)).cloned().unwrap_or_default();
                (book.merge_cells_by_sheet_name(name).unwrap_or_default(), hidden)
            };
            let layout = RangeLayout { last_row: LAST_ROW_XLS, from_1904, months: &BTreeMap::new() };
            read_ranges(book, layout, extras, sink)
        }
    }));
    // The panic's text may hold a cell's value, so it is not repeated.
    match attempt.unwrap_or_else(|_| Err(Error::new(ErrorCode::FileDamaged)))? {
        0 => Err(Error::new(ErrorCode::FileNoSheet)),
        _ => Ok(()),
    }
}

fn open<'a, R: Reader<Cursor<&'a [u8]>, Error: Display>>(bytes: &'a [u8]) -> Result<R> {
    R::new(Cursor::new(bytes)).map_err(calamine_error)
}

/// The code of an error of calamine. Its text may hold a cell's value, so it is not kept.
fn calamine_error(error: impl Display) -> Error {
    let is_encrypted = error.to_string().to_lowercase().contains("password");
    Error::new(if is_encrypted { ErrorCode::FileEncrypted } else { ErrorCode::FileDamaged })
}

/// The sheets that hold cells. The names of the others go to `sink`. The error is `file-sheet-twice` for two sheets of
/// one name: sheets are read by name, so that the second would be lost.
fn worksheets(sheets: &[Sheet], sink: Sink<'_>) -> Result<Vec<Sheet>> {
    let mut names = BTreeSet::new();
    if !sheets.iter().all(|sheet| names.insert(sheet.name.as_str())) {
        return Err(Error::new(ErrorCode::FileSheetTwice));
    }
    let mut with_cells = Vec::new();
    for sheet in sheets {
        match sheet.typ {
            SheetType::WorkSheet | SheetType::MacroSheet => with_cells.push(sheet.clone()),
            _ => sink(SheetEvent::OtherSheet(sheet.name.clone()))?,
        }
    }
    Ok(with_cells)
}

fn sheet_event(sheet: &Sheet, last_row: u32) -> SheetEvent {
    SheetEvent::Sheet { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible, last_row }
}

fn read_xlsx(bytes: &[u8], info: &WorkbookInfo, sink: Sink<'_>) -> Result<usize> {
    let mut book: Xlsx<_> = open(bytes)?;
    let from_1904 = book.has_1904_epoch();
    let mut hidden = if info.has_hidden { hidden_cells::of_xlsx(bytes) } else { BTreeMap::new() };
    let months = month_dates::of_xlsx(bytes, from_1904);
    let mut n_sheets = 0;
    for sheet in worksheets(book.sheets_metadata(), sink)? {
        let mut cells = match book.worksheet_cells_reader(&sheet.name) {
            Ok(cells) => cells,
            Err(XlsxError::NotAWorksheet(_)) => {
                sink(SheetEvent::OtherSheet(sheet.name))?;
                continue;
            }
            Err(e) => return Err(calamine_error(e)),
        };
        n_sheets += 1;
        sink(sheet_event(&sheet, LAST_ROW))?;
        let mut rows = RowCollector::new(sink);
        rows.months = months.get(&sheet.name);
        if info.has_formulas {
            while let Some(cell) = cells.next_cell_with_formula_metadata().map_err(calamine_error)? {
                match (value_of(&cell.value, from_1904), &cell.formula) {
                    (None, Some(formula)) => rows.add_uncomputed(cell.pos, formula)?,
                    (value, _) => rows.add(cell.pos, value)?,
                }
            }
        } else {
            while let Some(cell) = cells.next_cell().map_err(calamine_error)? {
                rows.add(cell.get_position(), value_of(cell.get_value(), from_1904))?;
            }
        }
        rows.send_row()?;
        drop(cells);
        send_hidden(hidden.remove(&sheet.name).unwrap_or_default(), sink)?;
        if info.has_merges {
            // A sheet whose merged cells can't be read is read without them.
            send_merges(&book.merge_cells_by_sheet_name(&sheet.name).unwrap_or_default(), sink)?;
        }
    }
    Ok(n_sheets)
}

fn read_xlsb(mut book: Xlsb<Cursor<&[u8]>>, sink: Sink<'_>) -> Result<usize> {
    let from_1904 = book.has_1904_epoch();
    let sheets = worksheets(book.sheets_metadata(), sink)?;
    for sheet in &sheets {
        let mut cells = book.worksheet_cells_reader(&sheet.name).map_err(calamine_error)?;
        sink(sheet_event(sheet, LAST_ROW))?;
        let mut rows = RowCollector::new(sink);
        while let Some(cell) = cells.next_cell().map_err(calamine_error)? {
            rows.add(cell.get_position(), value_of(cell.get_value(), from_1904))?;
        }
        rows.send_row()?;
    }
    Ok(sheets.len())
}

/// What is known of a workbook that calamine does not stream before its cells are read.
struct RangeLayout<'m> {
    last_row: u32,
    from_1904: bool,
    /// The cells that show a month, by the sheet's name.
    months: &'m BTreeMap<String, MonthCells>,
}

/// Reads a format that calamine does not stream; `extras` gives the merged and the hidden cells of a sheet by its name.
fn read_ranges<'b, R>(
    mut book: R,
    layout: RangeLayout<'_>,
    extras: impl Fn(&R, &str) -> (Vec<Dimensions>, HiddenCells),
    sink: Sink<'_>,
) -> Result<usize>
where
    R: Reader<Cursor<&'b [u8]>, Error: Display>,
{
    /// The texts that an .ods holds where a formula failed.
    const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];
    let sheets = worksheets(book.sheets_metadata(), sink)?;
    for sheet in &sheets {
        let range = book.worksheet_range(&sheet.name).map_err(calamine_error)?;
        sink(sheet_event(sheet, layout.last_row))?;
        let (top, first_column) = range.start().unwrap_or((0, 0));
        let mut rows = RowCollector::new(sink);
        rows.months = layout.months.get(&sheet.name);
        for (row, column, data) in range.used_cells() {
            let at = (top.saturating_add(row as u32), first_column.saturating_add(column as u32));
            let value = value_of(data, layout.from_1904).map(|value| match value {
                CellValue::Text(text) if ERRORS.contains(&text.as_str()) => CellValue::Error(text),
                other => other,
            });
            rows.add(at, value)?;
        }
        rows.send_row()?;
        let (merges, hidden) = extras(&book, &sheet.name);
        send_merges(&merges, sink)?;
        send_hidden(hidden, sink)?;
    }
    Ok(sheets.len())
}

fn send_merges(merges: &[Dimensions], sink: Sink<'_>) -> Result<()> {
    merges.iter().filter_map(merge_of).try_for_each(|merge| sink(SheetEvent::Merge(merge)))
}

fn send_hidden(hidden: HiddenCells, sink: Sink<'_>) -> Result<()> {
    if hidden.is_empty() { Ok(()) } else { sink(SheetEvent::Hidden(hidden)) }
}

/// Collects cells into rows and sends each row that is complete.
struct RowCollector<'t> {
    sink: Sink<'t>,
    row: GridRow,
    /// The columns of the row's cells without a value, whose formula was never computed.
    uncomputed: Vec<u16>,
    /// The rows that were sent, a bit each.
    sent: Vec<u64>,
    /// The cells of the sheet that show a month.
    months: Option<&'t MonthCells>,
}

impl<'t> RowCollector<'t> {
    fn new(sink: Sink<'t>) -> Self {
        Self { sink, row: GridRow::default(), uncomputed: Vec::new(), sent: Vec::new(), months: None }
    }

    /// Adds a cell that has a formula and no value: the formula becomes the cell's error.
    fn add_uncomputed(&mut self, at: (u32, u32), formula: &XlsxFormulaMetadata) -> Result<()> {
        const MAX_LENGTH: usize = 60;
        let text = match formula {
            XlsxFormulaMetadata::Normal { formula } | XlsxFormulaMetadata::Shared { formula, .. } => formula.as_str(),
            _ => "…",
        };
        let shown: CompactString = std::iter::once('=').chain(text.chars().take(MAX_LENGTH)).collect();
        self.add(at, Some(CellValue::Error(shown)))?;
        self.uncomputed.push(at.1 as u16);
        Ok(())
    }

    /// Adds a cell at row and column, both from 0.
    fn add(&mut self, (row, column): (u32, u32), value: Option<CellValue>) -> Result<()> {
        let Some(mut value) = value.filter(|value| !value.is_blank()) else { return Ok(()) };
        if self.months.is_some_and(|months| months.contains(&(row, column))) {
            value = month_text(value);
        }
        if row >= LAST_ROW || column >= N_COLUMNS {
            return Err(Error::new(ErrorCode::FileOutsideSheet));
        }
        if self.row.row != row + 1 {
            self.send_row()?;
            self.row.row = row + 1;
            self.note_row(row)?;
        }
        // A second cell of one address would be lost.
        let is_twice = self.row.cells.last().is_some_and(|(last, _)| column <= u32::from(*last))
            && self.row.cells.iter().any(|(own, _)| u32::from(*own) == column);
        if is_twice {
            return Err(Error::new(ErrorCode::FileDamaged));
        }
        self.row.cells.push((column as u16, value));
        Ok(())
    }

    /// Notes that a row begins. A second row of one number would be lost: the error is `file-damaged`.
    fn note_row(&mut self, row: u32) -> Result<()> {
        let (word, bit) = (row as usize / 64, 1_u64 << (row % 64));
        if self.sent.len() <= word {
            self.sent.resize(word + 1, 0);
        }
        if self.sent[word] & bit != 0 {
            return Err(Error::new(ErrorCode::FileDamaged));
        }
        self.sent[word] |= bit;
        Ok(())
    }

    fn send_row(&mut self) -> Result<()> {
        let row = std::mem::take(&mut self.row);
        if row.cells.is_empty() {
            return Ok(());
        }
        let number = row.row;
        (self.sink)(SheetEvent::Row(row))?;
        let mut uncomputed = std::mem::take(&mut self.uncomputed).into_iter();
        uncomputed.try_for_each(|column| (self.sink)(SheetEvent::Uncomputed { row: number, column }))
    }
}

/// Merged cells with row numbers from 1; `None` for a single cell or one outside the sheet.
fn merge_of(dimensions: &Dimensions) -> Option<Merge> {
    let ((top, left), (bottom, right)) = (dimensions.start, dimensions.end);
    let is_several = top < bottom || left < right;
    (is_several && top <= bottom && left <= right && bottom < LAST_ROW && right < N_COLUMNS).then_some(Merge {
        first_row: top + 1,
        last_row: bottom + 1,
        first_column: left as u16,
        last_column: right as u16,
    })
}

fn value_of(data: &impl DataType, from_1904: bool) -> Option<CellValue> {
    let text = |text: &str| CellValue::Text(text.into());
    let number = || data.get_float().or_else(|| data.get_int().map(|number| number as f64)).map(CellValue::Number);
    let date = || data.get_datetime().map(|time| CellValue::DateSerial { serial: time.as_f64(), from_1904 });
    data.get_string()
        .map(text)
        .or_else(number)
        .or_else(date)
        .or_else(|| data.get_bool().map(CellValue::Bool))
        .or_else(|| data.get_datetime_iso().map(value_of_iso_date))
        .or_else(|| data.get_duration_iso().map(text))
        .or_else(|| data.get_error().map(|error| CellValue::Error(error.to_string().into())))
}

/// The serial number of a date that an .ods writes as text (`1984-02-29`, `1984-02-29T08:30:00`), so that it equals the
/// same date in another format. A date before 1900 has no serial number and stays text.
fn value_of_iso_date(text: &str) -> CellValue {
    let as_text = || CellValue::Text(text.into());
    let day = text.get(..10).and_then(|day| day.parse::<NaiveDate>().ok());
    let (Some(day), Some(rest)) = (day, text.get(10..)) else { return as_text() };
    let rest = rest.trim_end_matches('Z');
    let seconds = if rest.is_empty() {
        0
    } else {
        let Ok(time) = format!("{day}{rest}").parse::<NaiveDateTime>() else { return as_text() };
        time.num_seconds_from_midnight()
    };
    let Some(epoch) = NaiveDate::from_ymd_opt(1899, 12, 30) else { return as_text() };
    let days = (day - epoch).num_days();
    // Serial 60 is 29 February 1900, which did not exist: the days before it have a number one lower.
    let serial = (days - i64::from(days <= 60)) as f64 + f64::from(seconds) / 86_400.0;
    if CellValue::day_of_serial(serial, false) == Some(day) {
        CellValue::DateSerial { serial, from_1904: false }
    } else {
        as_text()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_as_text_becomes_a_serial_number() {
        for (text, shown) in [
            ("1984-02-29", "1984-02-29"),
            ("1961-10-08T00:00:00", "1961-10-08"),
            ("1961-10-08T23:59:59.5", "1961-10-08"),
            ("1900-01-01", "1900-01-01"),
            ("1900-02-28", "1900-02-28"),
            ("1900-03-01", "1900-03-01"),
            ("9999-12-31", "9999-12-31"),
        ] {
            let value = value_of_iso_date(text);
            assert!(matches!(value, CellValue::DateSerial { .. }), "{text}: {value:?}");
            assert_eq!(value.to_text(), shown, "{text}");
        }
        for text in ["1898-05-02", "1899-12-30", "2017-02-30", "2017-1-1", "", "hier", "1961-10-08é", "12345-01-01"] {
            assert_eq!(value_of_iso_date(text), CellValue::Text(text.into()), "{text}");
        }
    }

    #[test]
    fn a_single_cell_and_cells_outside_the_sheet_are_not_merged() {
        let of = |start, end| merge_of(&Dimensions { start, end });
        let expected = Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 3 };
        assert_eq!(of((0, 0), (1, 3)), Some(expected));
        for (start, end) in [((1, 1), (1, 1)), ((2, 0), (1, 3)), ((0, 0), (0, 16_384)), ((0, 0), (1_048_576, 0))] {
            assert_eq!(of(start, end), None, "{start:?} {end:?}");
        }
    }
}
