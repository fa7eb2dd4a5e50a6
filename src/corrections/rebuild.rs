//! Rebuilds a file that can't be patched as a plain .xlsx from its cells: .xls, .ods, .xlsb, .csv and unusual .xlsx.
//!
//! The rebuilt workbook has the same sheets and the same values at the same rows and columns. The patch marks it
//! afterwards.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, CellValue, Grid, GridRow, Merge, workbook_sheet_name};

/// Days from the date epoch of 1900 to that of 1904.
const DAYS_TO_1904: f64 = 1462.0;

/// Limit on merged cells read from a sheet, because a file may list any number.
const MOST_MERGES: usize = 10_000;

pub(crate) struct RebuiltBook {
    pub(crate) bytes: Vec<u8>,
    /// Names of its sheets, in the order of the book's.
    pub(crate) sheet_names: Vec<String>,
}

/// Rebuilds a book. `headings` are the header rows (index of the sheet, row); `stem` names the sheet of a CSV.
///
/// # Errors
/// `corrections-too-large` if a sheet or a text exceeds the limits of a workbook.
pub(crate) fn rebuild(book: &Book, headings: &BTreeSet<(usize, u32)>, stem: &str) -> Result<RebuiltBook> {
    let fault = |e: XlsxError| Error::new(ErrorCode::CorrectionsTooLarge).because(e);
    let mut workbook = Workbook::new();
    let formats = MarkFormats {
        plain: Format::new(),
        bold: Format::new().set_bold(),
        day: Format::new().set_num_format("dd/mm/yyyy"),
        moment: Format::new().set_num_format("dd/mm/yyyy hh:mm"),
        hour: Format::new().set_num_format("hh:mm"),
    };
    for format in [&formats.bold, &formats.day, &formats.moment, &formats.hour] {
        workbook.register_format(format);
    }
    // A fixed time, so that the same rows give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(fault)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let sheet_names = sheet_names(book, stem);
    let first_visible = book.grids.iter().position(|grid| !grid.is_hidden);
    for (index, (grid, name)) in book.grids.iter().zip(&sheet_names).enumerate() {
        let merges = mergeable(grid);
        // Constant memory writes rows in order, which merged cells over several rows do not allow.
        let sheet = if merges.is_empty() {
            workbook.add_worksheet_with_constant_memory().map_err(fault)?
        } else {
            workbook.add_worksheet()
        };
        sheet.set_name(name).map_err(fault)?;
        // The active sheet can't be hidden, and by default it is the first.
        sheet.set_hidden(grid.is_hidden).set_active(first_visible == Some(index));
        for (column, width) in widths(grid) {
            sheet.set_column_width(column, width).map_err(fault)?;
        }
        for merge in merges {
            let (top, bottom) = (merge.first_row - 1, merge.last_row - 1);
            let merged = sheet.merge_range(top, merge.first_column, bottom, merge.last_column, "", &formats.plain);
            merged.map_err(fault)?;
        }
        for row in &grid.rows {
            put_row(sheet, row, headings.contains(&(index, row.row)), &formats).map_err(fault)?;
        }
    }
    let bytes = workbook.save_to_buffer().map_err(fault)?;
    Ok(RebuiltBook { bytes, sheet_names })
}

struct MarkFormats {
    plain: Format,
    bold: Format,
    day: Format,
    moment: Format,
    hour: Format,
}

fn put_row(
    sheet: &mut Worksheet,
    row: &GridRow,
    is_heading: bool,
    formats: &MarkFormats,
) -> std::result::Result<(), XlsxError> {
    let at = row.row - 1;
    for (column, value) in &row.cells {
        match value {
            CellValue::Text(text) | CellValue::Error(text) if is_heading => {
                sheet.write_string_with_format(at, *column, &**text, &formats.bold)?
            }
            CellValue::Text(text) | CellValue::Error(text) => sheet.write_string(at, *column, &**text)?,
            CellValue::Number(number) if number.is_finite() => sheet.write_number(at, *column, *number)?,
            CellValue::Number(number) => sheet.write_string(at, *column, number.to_string())?,
            CellValue::Bool(value) => sheet.write_boolean(at, *column, *value)?,
            CellValue::DateSerial { serial, from_1904 } => {
                let serial = serial + if *from_1904 { DAYS_TO_1904 } else { 0.0 };
                let format = match serial {
                    _ if serial < 1.0 => &formats.hour,
                    _ if serial.fract() == 0.0 => &formats.day,
                    _ => &formats.moment,
                };
                sheet.write_number_with_format(at, *column, serial, format)?
            }
        };
    }
    Ok(())
}

/// A name for each sheet: valid in Excel, unique, and not that of a corrections sheet.
fn sheet_names(book: &Book, stem: &str) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for grid in &book.grids {
        let base = workbook_sheet_name(&grid.name, stem);
        let mut name = base.clone();
        let mut ends = (2..).map(|number| format!(" ({number})"));
        while !taken.insert(name.to_lowercase()) {
            let end = ends.next().unwrap_or_default();
            name = base.chars().take(31_usize.saturating_sub(end.len())).collect::<String>() + &end;
        }
        names.push(name);
    }
    names
}

/// The merged areas that can be written: those that hide no value and do not overlap.
fn mergeable(grid: &Grid) -> Vec<Merge> {
    let mut kept: Vec<Merge> = Vec::new();
    let rows: BTreeMap<u32, &GridRow> = grid.rows.iter().map(|row| (row.row, row)).collect();
    for merge in grid.merges.iter().take(MOST_MERGES) {
        let columns = merge.first_column..=merge.last_column;
        let first = (merge.first_row, merge.first_column);
        let hides = rows.range(merge.first_row..=merge.last_row.max(merge.first_row)).any(|(number, row)| {
            row.cells.iter().any(|(column, _)| columns.contains(column) && (*number, *column) != first)
        });
        let overlaps = kept.iter().any(|other| {
            merge.first_row <= other.last_row
                && other.first_row <= merge.last_row
                && merge.first_column <= other.last_column
                && other.first_column <= merge.last_column
        });
        let is_one = first == (merge.last_row, merge.last_column);
        let is_sound =
            merge.first_row >= 1 && merge.first_row <= merge.last_row && merge.first_column <= merge.last_column;
        if is_sound && !is_one && !hides && !overlaps {
            kept.push(*merge);
        }
    }
    kept
}

/// The width of each column, from the longest of its first values, within limits.
fn widths(grid: &Grid) -> BTreeMap<u16, f64> {
    let mut longest: BTreeMap<u16, usize> = BTreeMap::new();
    for row in grid.rows.iter().take(500) {
        // A row with one cell is a title, which may run over the next columns.
        for (column, value) in row.cells.iter().filter(|_| row.cells.len() > 1) {
            let shown = value.to_text().chars().count();
            let width = longest.entry(*column).or_default();
            *width = shown.max(*width);
        }
    }
    longest.into_iter().map(|(column, n)| (column, (n + 2).clamp(8, 40) as f64)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> CellValue {
        CellValue::Text(text.into())
    }

    #[test]
    fn sheet_names_are_unique() {
        let grid = |name: &str| Grid { name: name.to_owned(), ..Grid::default() };
        let long = "une feuille dont le nom ne finit pas";
        let book = Book { grids: vec![grid("A"), grid("a"), grid(long), grid(long), grid("")], ..Book::default() };
        let expected = ["A", "a (2)", "une feuille dont le nom ne fini", "une feuille dont le nom ne  (2)", "Q06"];
        assert_eq!(sheet_names(&book, "Q06"), expected);
    }

    #[test]
    fn merged_areas_that_hide_a_value_or_overlap_are_not_merged() {
        let merge =
            |first_row, last_row, first_column, last_column| Merge { first_row, last_row, first_column, last_column };
        let grid = Grid {
            rows: vec![
                GridRow { row: 1, cells: vec![(0, text("titre"))] },
                GridRow { row: 2, cells: vec![(0, text("a")), (1, text("b"))] },
            ],
            merges: vec![merge(1, 1, 0, 3), merge(1, 2, 2, 2), merge(2, 2, 0, 1), merge(5, 5, 1, 1), merge(0, 0, 0, 2)],
            ..Grid::default()
        };
        assert_eq!(mergeable(&grid), [merge(1, 1, 0, 3)]);
    }

    fn some_book() -> Book {
        let cells = vec![
            (0, text("=1+1")),
            (2, CellValue::Number(12.5)),
            (3, CellValue::DateSerial { serial: 21_100.0, from_1904: true }),
            (4, CellValue::Bool(true)),
            (5, CellValue::Error("#REF!".into())),
            (6, CellValue::DateSerial { serial: 0.5, from_1904: false }),
            (7, text("012")),
        ];
        let rows = vec![GridRow { row: 1, cells: vec![(0, text("titre"))] }, GridRow { row: 4, cells }];
        let merged = Merge { first_row: 1, last_row: 2, first_column: 0, last_column: 3 };
        let hidden =
            Grid { name: "F".to_owned(), is_hidden: true, rows: rows.clone(), merges: vec![merged], ..Grid::default() };
        Book { grids: vec![hidden, Grid { rows, ..Grid::default() }], ..Book::default() }
    }

    #[test]
    fn values_keep_their_type_and_place() {
        use calamine::{Data, Reader, SheetVisible, Xlsx};
        let made = rebuild(&some_book(), &BTreeSet::from([(1, 4)]), "Q06").expect("made");
        assert_eq!(made.sheet_names, ["F", "Q06"]);
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(made.bytes)).expect("readable");
        assert_eq!(book.sheets_metadata()[0].visible, SheetVisible::Hidden);
        for name in ["F", "Q06"] {
            let range = book.worksheet_range(name).expect("a sheet");
            let at = |column| range.get_value((3, column)).cloned().unwrap_or_default();
            let texts = [0, 5, 7].map(at);
            assert_eq!(texts, ["=1+1", "#REF!", "012"].map(|text| Data::String(text.to_owned())), "{name}");
            assert_eq!((at(2), at(4)), (Data::Float(12.5), Data::Bool(true)));
            // Day 21,100 of the epoch of 1904 is 8 October 1961.
            assert!(matches!(at(3), Data::DateTime(day) if day.as_f64() == 22_562.0), "{:?}", at(3));
            assert!(matches!(at(6), Data::DateTime(hour) if hour.as_f64() == 0.5), "{:?}", at(6));
        }
    }

    #[test]
    fn the_same_sheets_give_the_same_bytes() {
        let made = || rebuild(&some_book(), &BTreeSet::from([(0, 4)]), "x").expect("made").bytes;
        assert_eq!(made(), made());
    }
}
