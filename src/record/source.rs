//! Positions in the input: file, sheet, row and column as a spreadsheet shows them.

use arrayvec::{ArrayString, ArrayVec};
use serde::{Deserialize, Serialize};

/// A cell, a row (column `None`) or a whole sheet (row 0) of one input file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct CellAt {
    /// The row.
    pub row: RowAt,
    /// Column, counted from 0 (`A`).
    pub column: Option<u16>,
}

/// A row of one input file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct RowAt {
    /// Index of the file in the run's list of inputs.
    pub file: u32,
    /// Index of the sheet in its file.
    pub sheet: u16,
    /// Row number as the spreadsheet shows it, from 1; the line of the record in a CSV; 0 for the sheet itself.
    pub row: u32,
}

impl RowAt {
    /// Returns the position of this row's cell in `column` (from 0).
    pub fn cell(self, column: Option<u16>) -> CellAt {
        CellAt { row: self, column }
    }
}

/// One input file, readable or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Path relative to the raw folder, `/` on every system.
    pub path: String,
    /// SHA-256 of the bytes read, in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub n_bytes: u64,
    /// The sheets, in the workbook's order; a CSV has one without a name.
    pub sheets: Vec<SourceSheet>,
}

/// One sheet of an input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceSheet {
    /// Name; "" for a CSV.
    pub name: String,
    /// Non-blank rows read from it.
    pub n_rows: u32,
}

/// The non-blank rows of one sheet, counted by outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetCount {
    /// Non-blank rows read.
    pub rows: u64,
    /// Not data, each with a reason: title, header, total…
    pub ignored: u64,
    /// Excluded until they are corrected.
    pub quarantined: u64,
    /// First rows of persons.
    pub registered: u64,
    /// Further rows of registered persons.
    pub merged: u64,
}

impl SheetCount {
    /// Whether the row equation holds: the outcomes sum to the rows read.
    #[must_use]
    pub fn is_balanced(&self) -> bool {
        self.rows == self.ignored + self.quarantined + self.registered + self.merged
    }

    /// Adds another count to this one.
    pub fn add(&mut self, other: &Self) {
        self.rows += other.rows;
        self.ignored += other.ignored;
        self.quarantined += other.quarantined;
        self.registered += other.registered;
        self.merged += other.merged;
    }
}

/// Returns the letters of a column counted from 0: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: u16) -> ColumnLetters {
    let mut last_first = ArrayVec::<u8, MAX_LETTERS>::new();
    let mut rest = u32::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        last_first.push(b'A' + (rest % 26) as u8);
        rest /= 26;
    }
    let mut letters = ColumnLetters::new();
    last_first.iter().rev().for_each(|letter| letters.push(char::from(*letter)));
    letters
}

/// Number of letters of the last column that 16 bits can count (`CRXP`).
const MAX_LETTERS: usize = 4;

/// The letters of a column, without heap allocation: they are computed for every cell.
pub(crate) type ColumnLetters = ArrayString<MAX_LETTERS>;

/// Returns the column of these letters, counted from 0; `None` if they are not letters or lie beyond `XFD`.
#[must_use]
pub fn column_of_letters(letters: &str) -> Option<u16> {
    let mut column = 0_u32;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() || column > 16_384 {
            return None;
        }
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    u16::try_from(column.checked_sub(1)?).ok().filter(|column| *column < 16_384)
}

/// Most cells that [`cell_list`] names.
const MAX_LISTED: usize = 400;

/// The cells of one sheet as a list for the program: `B11 F13`. It ends after 400 cells.
pub(crate) fn cell_list(cells: &[CellAt]) -> String {
    let named =
        cells.iter().take(MAX_LISTED).filter_map(|at| Some(format!("{}{}", column_letters(at.column?), at.row.row)));
    named.collect::<Vec<_>>().join(" ")
}

/// The cells that [`cell_list`] named: row and column.
pub(crate) fn cells_of_list(list: &str) -> Vec<(u32, u16)> {
    let cell = |name: &str| {
        let (letters, row) = name.split_at(name.find(|c: char| c.is_ascii_digit())?);
        Some((row.parse().ok()?, column_of_letters(letters)?))
    };
    list.split(' ').filter_map(cell).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        let letters: Vec<String> =
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(|column| column_letters(column).to_string()).to_vec();
        assert_eq!(letters, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        assert!([0, 25, 26, 701, 702, 16_383].iter().all(|n| column_of_letters(&column_letters(*n)) == Some(*n)));
        assert_eq!(["", "7", "XFE", "AAAAAAAA"].map(column_of_letters), [None; 4]);
    }
}
