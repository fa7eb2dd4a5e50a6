//! The cells of a checked file as short hashes. A corrections workbook carries them, so that a later run can tell which
//! cells a person has corrected in it, and whether the original still holds what was corrected.

use serde::{Deserialize, Serialize};

use super::{CellValue, Fnv, Grid};

/// Start of the text. The number is the version of the format.
const MARK: &str = "BATO-ORIGINAL-1 ";
/// Most letters in one cell, below the limit of a spreadsheet (32,767).
const LETTERS_PER_CELL: usize = 30_000;
/// Most letters of the whole text. A larger file gets a workbook without its original's cells.
const MOST_LETTERS: usize = 8_000_000;
/// Most bytes that the text may unpack to.
const MOST_BYTES: usize = 64 * 1024 * 1024;
/// zstd level.
const LEVEL: i32 = 3;

/// Column of the first cell of the summary sheet's row 1 that holds the text.
pub(crate) const ORIGINAL_CELLS_COLUMN: u16 = 6;

/// The file that a corrections workbook was made from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct OriginalCells {
    /// File name without its folder.
    pub(crate) name: String,
    /// SHA-256 of its bytes, in hexadecimal.
    pub(crate) sha256: String,
    pub(crate) n_bytes: u64,
    /// How many workbooks there are from the original to this one: 1 for a workbook made from the original itself.
    pub(crate) depth: u32,
    pub(crate) sheets: Vec<OriginalSheet>,
    /// SHA-256 of each workbook between the original and this one. They stand behind the other fields, where a program
    /// that does not know them does not look.
    #[serde(skip)]
    pub(crate) parents: Vec<String>,
}

/// One sheet of the original.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct OriginalSheet {
    /// Name in the original; "" for a CSV.
    pub(crate) name: String,
    /// Name in the workbook.
    pub(crate) workbook_name: String,
    pub(crate) rows: Vec<RowHashes>,
}

/// A non-blank row: its number, and the column and hash of each cell.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct RowHashes {
    pub(crate) row: u32,
    pub(crate) cells: Vec<(u16, CellHash)>,
}

/// 24 bits of a hash of a cell's text.
pub(crate) type CellHash = [u8; 3];

/// Hashes what a person reads in a cell. A cell that shows nothing has no hash.
pub(crate) fn cell_hash(value: &CellValue) -> Option<CellHash> {
    let shown: String = value.display_text().chars().filter(|c| !c.is_control()).collect();
    let shown = shown.trim();
    if shown.is_empty() {
        return None;
    }
    let [a, b, c, d, e, f, g, h] = Fnv::default().with(shown.as_bytes()).finish().to_le_bytes();
    Some([a ^ d ^ g, b ^ e ^ h, c ^ f])
}

/// Hashes the rows of a sheet.
pub(crate) fn row_hashes(grid: &Grid) -> Vec<RowHashes> {
    let rows = grid.rows.iter().map(|row| RowHashes {
        row: row.row,
        cells: row.cells.iter().filter_map(|(column, value)| Some((*column, cell_hash(value)?))).collect(),
    });
    rows.filter(|row| !row.cells.is_empty()).collect()
}

impl RowHashes {
    pub(crate) fn cell(&self, column: u16) -> Option<CellHash> {
        let place = self.cells.binary_search_by_key(&column, |(column, _)| *column).ok()?;
        Some(self.cells[place].1)
    }
}

impl OriginalCells {
    /// Returns the text in pieces that a cell can hold; none if the file is too large.
    pub(crate) fn to_texts(&self) -> Vec<String> {
        let bytes = postcard::to_stdvec(self).ok().zip(postcard::to_stdvec(&self.parents).ok());
        let packed = bytes.and_then(|(own, parents)| zstd::bulk::compress(&[own, parents].concat(), LEVEL).ok());
        let Some(packed) = packed.filter(|packed| packed.len() * 2 <= MOST_LETTERS) else { return Vec::new() };
        let hex: String = packed.iter().map(|byte| format!("{byte:02x}")).collect();
        let text = format!("{MARK}{hex}");
        // The text is ASCII: each piece is whole.
        text.as_bytes().chunks(LETTERS_PER_CELL).map(|piece| String::from_utf8_lossy(piece).into_owned()).collect()
    }

    /// Reads the original's cells from the summary sheet of a workbook; `None` if it does not have them.
    pub(crate) fn of_summary(grid: &Grid) -> Option<Self> {
        let first = grid.rows.first().filter(|row| row.row == 1)?;
        let pieces = first.cells.iter().filter(|(column, _)| *column >= ORIGINAL_CELLS_COLUMN);
        let text: String = pieces.map(|(_, value)| value.to_text()).collect();
        let hex = text.strip_prefix(MARK)?.as_bytes();
        let digit = |byte: u8| char::from(byte).to_digit(16).map(|digit| digit as u8);
        let packed: Option<Vec<u8>> = hex
            .chunks(2)
            .map(|pair| match pair {
                [high, low] => Some(digit(*high)? << 4 | digit(*low)?),
                _ => None,
            })
            .collect();
        let bytes = zstd::bulk::decompress(&packed?, MOST_BYTES).ok()?;
        let (own, rest) = postcard::take_from_bytes::<Self>(&bytes).ok()?;
        Some(Self { parents: postcard::from_bytes(rest).unwrap_or_default(), ..own })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::GridRow;

    fn grid(n_rows: u32) -> Grid {
        let cell = |row: u32, column: u16| (column, CellValue::Text(format!("{row}/{column}").into()));
        let rows = (1..=n_rows).map(|row| GridRow { row, cells: (0..8).map(|column| cell(row, column)).collect() });
        Grid { name: "F".into(), rows: rows.collect(), ..Grid::default() }
    }

    #[test]
    fn the_cells_are_read_back_from_the_pieces_of_their_text() {
        let rows = row_hashes(&grid(3_000));
        let sheets = vec![OriginalSheet { name: String::new(), workbook_name: "F".into(), rows }];
        let original = OriginalCells {
            name: "x.csv".into(),
            sha256: "ab".into(),
            n_bytes: 7,
            depth: 2,
            sheets,
            parents: vec!["cd".into()],
        };
        let texts = original.to_texts();
        assert!(texts.len() > 1 && texts.iter().all(|text| text.len() <= LETTERS_PER_CELL));
        let cells = (ORIGINAL_CELLS_COLUMN..).zip(&texts).map(|(column, text)| (column, CellValue::Text(text.into())));
        let mut summary = Grid { rows: vec![GridRow { row: 1, cells: cells.collect() }], ..Grid::default() };
        assert_eq!(OriginalCells::of_summary(&summary), Some(original));
        summary.rows[0].cells.pop();
        assert_eq!(OriginalCells::of_summary(&summary), None);
    }

    #[test]
    fn a_hash_is_that_of_what_is_shown() {
        let text = |text: &str| CellValue::Text(text.into());
        assert_eq!(cell_hash(&text(" 12 ")), cell_hash(&CellValue::Number(12.0)));
        assert_ne!(cell_hash(&text("12")), cell_hash(&text("13")));
        assert_eq!(cell_hash(&text(" \u{1}")), None);
    }
}
