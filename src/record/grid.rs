//! The content of a spreadsheet file before tables are searched in it: sheets of non-blank rows of non-blank cells.

use serde::{Deserialize, Serialize};

use super::CellValue;

/// The sheets of one file, and properties of the file that lead to findings.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Book {
    /// The worksheets, in the workbook's order; a CSV has one without a name.
    pub grids: Vec<Grid>,
    /// Names of sheets without cells: charts, dialogs, macros.
    pub other_sheets: Vec<String>,
    /// Whether the file contains macros; they are never run.
    pub has_macros: bool,
    /// Reasons to suspect that text was lost or altered.
    pub doubts: Vec<BookDoubt>,
}

/// Why the text of a file may differ from what its author typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum BookDoubt {
    /// No encoding decodes all bytes: some letters are shown as `�` or as another letter.
    Letters,
    /// A quotation mark is not closed: single quotation marks were read as letters.
    Quotes,
    /// The file is cut off: it ends in zeros or in an incomplete line.
    CutShort,
}

/// One sheet.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Grid {
    /// Name; "" for a CSV.
    pub name: String,
    pub is_hidden: bool,
    /// Whether the last row of the format is filled, or that of an .xls, so that rows are likely missing.
    pub is_full: bool,
    /// Non-blank rows, in order.
    pub rows: Vec<GridRow>,
    /// Merged cells (.xlsx, .xls, web pages and XML workbooks; the readers of other formats do not report them).
    pub merges: Vec<Merge>,
    /// Hidden rows and columns; their cells are among the others.
    pub hidden: HiddenCells,
    /// Cells whose formula was never computed, as row and column, in order. Each holds the formula as an error.
    pub uncomputed: Vec<(u32, u16)>,
}

/// The hidden or filtered rows and columns of a sheet, and its rows that are struck through, as ranges of first and
/// last.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HiddenCells {
    /// Rows, from 1, in the sheet's order.
    pub rows: Vec<(u32, u32)>,
    /// Columns, from 0.
    pub columns: Vec<(u32, u32)>,
    /// Rows that are shown, but struck through, from 1 (.xlsx and web pages only), in order.
    pub struck: Vec<(u32, u32)>,
}

impl HiddenCells {
    /// Whether nothing is hidden or struck through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty() && self.columns.is_empty() && self.struck.is_empty()
    }

    /// Whether a row is struck through.
    #[must_use]
    pub fn is_struck(&self, row: u32) -> bool {
        let at = self.struck.partition_point(|(_, last)| *last < row);
        self.struck.get(at).is_some_and(|(first, _)| *first <= row)
    }
}

/// A non-blank row.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct GridRow {
    /// Row number as the spreadsheet shows it, from 1; the line of the record in a CSV.
    pub row: u32,
    /// Non-blank cells with their column (from 0), sorted by column.
    pub cells: Vec<(u16, CellValue)>,
}

/// A range of merged cells; the first cell holds the value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
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
    pub fn value(&self, column: u16) -> Option<&CellValue> {
        let index = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(&self.cells[index].1)
    }
}
