//! A workbook made anew of what was read of one that can't be patched: .xls, .ods, .xlsb, .csv and odd .xlsx.
//!
//! Same sheets, same cells at the same row and column; text stays text, dates are dates. Marks come after, by the patch.

use std::collections::{BTreeMap, BTreeSet};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::error::{Error, Result};
use crate::record::{Book, CORRECTIONS_SHEETS, CellValue, Grid, GridRow, Merge, workbook_sheet_name};

/// Days from the epoch of 1900 to that of 1904.
const DAYS_TO_1904: f64 = 1462.0;

/// Most merged cells of a sheet that are looked at: a file may claim any number.
const MOST_MERGES: usize = 10_000;

/// The workbook and the name of each sheet in it.
pub struct Rebuilt {
    /// The workbook.
    pub bytes: Vec<u8>,
    /// Names in the order of the book's sheets.
    pub names: Vec<String>,
}

/// Makes the workbook. `headings` are the rows of headings by sheet; `stem` names the sheet of a CSV.
///
/// # Errors
/// `corrections-too-large` if a sheet or a text is more than a workbook holds.
pub fn rebuild(book: &Book, headings: &BTreeSet<(usize, u32)>, stem: &str) -> Result<Rebuilt> {
    let fault = |e: XlsxError| Error::new("corrections-too-large").because(e);
    let mut workbook = Workbook::new();
    let looks = Looks::new();
    for look in [&looks.bold, &looks.day, &looks.moment, &looks.hour] {
        workbook.register_format(look);
    }
    // A fixed moment, so that the same rows give the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1).map_err(fault)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&created));
    let names = names(book, stem);
    let shown_first = book.grids.iter().position(|grid| !grid.is_hidden);
    for (index, (grid, name)) in book.grids.iter().zip(&names).enumerate() {
        let merges = mergeable(grid);
        // Rows are written in order and forgotten, unless merged cells reach into later ones.
        let sheet = if merges.is_empty() {
            workbook.add_worksheet_with_constant_memory().map_err(fault)?
        } else {
            workbook.add_worksheet()
        };
        sheet.set_name(name).map_err(fault)?;
        // The active sheet can't be hidden: without a word it is the first.
        sheet.set_hidden(grid.is_hidden).set_active(shown_first == Some(index));
        for (column, width) in widths(grid) {
            sheet.set_column_width(column, width).map_err(fault)?;
        }
        for merge in merges {
            let (top, bottom) = (merge.first_row - 1, merge.last_row - 1);
            let merged = sheet.merge_range(top, merge.first_column, bottom, merge.last_column, "", &looks.plain);
            merged.map_err(fault)?;
        }
        for row in &grid.rows {
            put_row(sheet, row, headings.contains(&(index, row.row)), &looks).map_err(fault)?;
        }
    }
    let bytes = workbook.save_to_buffer().map_err(fault)?;
    Ok(Rebuilt { bytes, names })
}

struct Looks {
    plain: Format,
    bold: Format,
    day: Format,
    moment: Format,
    hour: Format,
}

impl Looks {
    fn new() -> Self {
        Self {
            plain: Format::new(),
            bold: Format::new().set_bold(),
            day: Format::new().set_num_format("dd/mm/yyyy"),
            moment: Format::new().set_num_format("dd/mm/yyyy hh:mm"),
            hour: Format::new().set_num_format("hh:mm"),
        }
    }
}

fn put_row(
    sheet: &mut Worksheet,
    row: &GridRow,
    is_heading: bool,
    looks: &Looks,
) -> std::result::Result<(), XlsxError> {
    let at = row.row - 1;
    for (column, value) in &row.cells {
        match value {
            CellValue::Text(text) | CellValue::Error(text) if is_heading => {
                sheet.write_string_with_format(at, *column, &**text, &looks.bold)?
            }
            CellValue::Text(text) | CellValue::Error(text) => sheet.write_string(at, *column, &**text)?,
            CellValue::Number(number) if number.is_finite() => sheet.write_number(at, *column, *number)?,
            CellValue::Number(number) => sheet.write_string(at, *column, number.to_string())?,
            CellValue::Bool(value) => sheet.write_boolean(at, *column, *value)?,
            CellValue::DateSerial { serial, from_1904 } => {
                let serial = serial + if *from_1904 { DAYS_TO_1904 } else { 0.0 };
                let look = match serial {
                    _ if serial < 1.0 => &looks.hour,
                    _ if serial.fract() == 0.0 => &looks.day,
                    _ => &looks.moment,
                };
                sheet.write_number_with_format(at, *column, serial, look)?
            }
        };
    }
    Ok(())
}

/// A name for each sheet that Excel accepts, each once, and none that is ours.
fn names(book: &Book, stem: &str) -> Vec<String> {
    let mut taken = BTreeSet::new();
    let mut names = Vec::new();
    for grid in &book.grids {
        let wanted = workbook_sheet_name(&grid.name, stem);
        let mut name = wanted.clone();
        let mut number = 2;
        while !taken.insert(name.to_lowercase()) {
            let end = format!(" ({number})");
            let kept: String = wanted.chars().take(31_usize.saturating_sub(end.len())).collect();
            name = kept + &end;
            number += 1;
        }
        names.push(name);
    }
    names
}

/// A name for the sheet that sums up which no sheet of the agent bears.
pub(super) fn own_sheet_name(wanted: &str, names: &[String]) -> String {
    let wanted =
        if CORRECTIONS_SHEETS.iter().any(|known| wanted.starts_with(known)) { wanted } else { CORRECTIONS_SHEETS[0] };
    let is_free = |name: &str| names.iter().all(|other| other.to_lowercase() != name.to_lowercase());
    let mut name = wanted.to_owned();
    let mut number = 2;
    while !is_free(&name) {
        name = format!("{wanted} {number}");
        number += 1;
    }
    name
}

/// The merged cells that hide no value and do not overlap.
fn mergeable(grid: &Grid) -> Vec<Merge> {
    let mut kept: Vec<Merge> = Vec::new();
    let rows: BTreeMap<u32, &GridRow> = grid.rows.iter().map(|row| (row.row, row)).collect();
    for merge in grid.merges.iter().take(MOST_MERGES) {
        let columns = merge.first_column..=merge.last_column;
        let hides = rows.range(merge.first_row..=merge.last_row.max(merge.first_row)).any(|(number, row)| {
            row.cells.iter().any(|(column, _)| {
                columns.contains(column) && (*number, *column) != (merge.first_row, merge.first_column)
            })
        });
        let overlaps = kept.iter().any(|other| {
            merge.first_row <= other.last_row
                && other.first_row <= merge.last_row
                && merge.first_column <= other.last_column
                && other.first_column <= merge.last_column
        });
        let is_one = (merge.first_row, merge.first_column) == (merge.last_row, merge.last_column);
        let is_sound =
            merge.first_row >= 1 && merge.first_row <= merge.last_row && merge.first_column <= merge.last_column;
        if is_sound && !is_one && !hides && !overlaps {
            kept.push(*merge);
        }
    }
    kept
}

/// The width of each column by the longest of its first values, within limits.
fn widths(grid: &Grid) -> BTreeMap<u16, f64> {
    let mut longest: BTreeMap<u16, usize> = BTreeMap::new();
    for row in grid.rows.iter().take(500) {
        // A row with one cell is a title, which may run over its neighbours.
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
    fn sheets_get_names_of_their_own() {
        let grid = |name: &str| Grid { name: name.to_owned(), ..Grid::default() };
        let long = "une feuille dont le nom ne finit pas";
        let book = Book { grids: vec![grid("A"), grid("a"), grid(long), grid(long), grid("")], ..Book::default() };
        let expected = ["A", "a (2)", "une feuille dont le nom ne fini", "une feuille dont le nom ne  (2)", "Q06"];
        assert_eq!(names(&book, "Q06"), expected);
        assert_eq!(own_sheet_name("Corrections Bato", &["corrections bato".to_owned()]), "Corrections Bato 2");
        assert_eq!(own_sheet_name("autre", &[]), "Corrections Bato");
    }

    #[test]
    fn merged_cells_that_hide_a_value_or_overlap_are_left_apart() {
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
    fn text_stays_text_and_a_day_stays_the_day_at_its_place() {
        use calamine::{Data, Reader, SheetVisible, Xlsx};
        let made = rebuild(&some_book(), &BTreeSet::from([(1, 4)]), "Q06").expect("made");
        assert_eq!(made.names, ["F", "Q06"]);
        let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(made.bytes)).expect("readable");
        assert_eq!(book.sheets_metadata()[0].visible, SheetVisible::Hidden);
        for name in ["F", "Q06"] {
            let range = book.worksheet_range(name).expect("a sheet");
            let at = |column| range.get_value((3, column)).cloned().unwrap_or_default();
            let texts = [0, 5, 7].map(at);
            assert_eq!(texts, ["=1+1", "#REF!", "012"].map(|said| Data::String(said.to_owned())), "{name}");
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
