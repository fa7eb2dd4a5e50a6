//! A workbook as its file holds it, before anyone looks for a table: sheets of non-blank rows of non-blank cells.

use super::CellValue;

/// The sheets of one file and what else it holds that a person should know of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// The worksheets, in the workbook's order; one without a name for a CSV.
    pub grids: Vec<Grid>,
    /// Sheets that hold no cells: charts, dialogs, macros.
    pub other_sheets: Vec<String>,
    /// Whether it carries macros; they are never run.
    pub has_macros: bool,
    /// What makes it doubtful that the file says all it once said.
    pub doubts: Vec<BookDoubt>,
}

/// Why a text file may say something else than its author typed, or less.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BookDoubt {
    /// Letters that no encoding gives back: some are shown as `�` or as another letter.
    Letters,
    /// A quotation mark without its second one: quotation marks were read as letters where they stand alone.
    Quotes,
    /// It breaks off: zeros at its end, or a last line that is cut short.
    CutShort,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// Its name; "" for a CSV.
    pub name: String,
    /// Whether the workbook hides it.
    pub is_hidden: bool,
    /// Whether it ends on the last row its format can hold, so that rows are likely missing; never so for a CSV.
    pub is_full: bool,
    /// Its non-blank rows, in order.
    pub rows: Vec<GridRow>,
    /// Its merged cells (.xlsx and .xls; the readers of the other formats do not tell).
    pub merges: Vec<Merge>,
}

/// A non-blank row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct GridRow {
    /// Its number as the spreadsheet shows it, from 1; the line of the record in a CSV.
    pub row: u32,
    /// Its non-blank cells, by column (from 0).
    pub cells: Vec<(u16, CellValue)>,
}

/// Cells merged into one; the value is that of the first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Merge {
    /// First row, from 1.
    pub first_row: u32,
    /// Last row, from 1.
    pub last_row: u32,
    /// First column, from 0.
    pub first_column: u16,
    /// Last column, from 0.
    pub last_column: u16,
}

impl GridRow {
    /// The value in a column, if there is one.
    #[must_use]
    pub fn value(&self, column: u16) -> Option<&CellValue> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[place].1)
    }
}
