//! Where a value stood: file, sheet, row and column as a spreadsheet shows them.

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
    /// Row as the spreadsheet shows it, from 1; the line of the record in a CSV; 0 for the sheet itself.
    pub row: u32,
}

impl RowAt {
    /// The cell of this row in `column` (from 0).
    #[must_use]
    pub fn cell(self, column: Option<u16>) -> CellAt {
        CellAt { row: self, column }
    }
}

/// One input file, read or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceFile {
    /// Path relative to the raw folder, `/` on every system.
    pub path: String,
    /// SHA-256 of the bytes read, in hexadecimal.
    pub sha256: String,
    /// Size in bytes.
    pub n_bytes: u64,
    /// The sheets, in the workbook's order; one without a name for a CSV.
    pub sheets: Vec<SourceSheet>,
}

/// One sheet of an input file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SourceSheet {
    /// Its name; "" for a CSV.
    pub name: String,
    /// Non-blank rows read from it.
    pub n_rows: u32,
}

/// What became of one sheet's non-blank rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct SheetCount {
    /// Non-blank rows read.
    pub rows: u64,
    /// Left out with a reason: title, header, total…
    pub ignored: u64,
    /// Kept out of the register until corrected.
    pub quarantined: u64,
    /// Brought a person in.
    pub registered: u64,
    /// A further row of a person already in.
    pub merged: u64,
}

impl SheetCount {
    /// Whether every row has exactly one outcome: the row equation.
    #[must_use]
    pub fn holds(&self) -> bool {
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

/// The letters a spreadsheet shows above a column counted from 0: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: u16) -> ColumnLetters {
    let mut last_first = ArrayVec::<u8, MOST_LETTERS>::new();
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

/// Letters of the last column that a number of 16 bits can name (`CRXP`).
const MOST_LETTERS: usize = 4;

/// A column's letters: every cell of every row has them, and they are kept nowhere.
pub type ColumnLetters = ArrayString<MOST_LETTERS>;

/// The column that letters name, counted from 0; `None` if they are none, or beyond `XFD`.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_a_spreadsheet_does() {
        let seen: Vec<String> =
            [0, 25, 26, 51, 52, 701, 702, 16_383].map(|column| column_letters(column).to_string()).to_vec();
        assert_eq!(seen, ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA", "XFD"]);
        assert!([0, 25, 26, 701, 702, 16_383].iter().all(|n| column_of_letters(&column_letters(*n)) == Some(*n)));
        assert_eq!(["", "7", "XFE", "AAAAAAAA"].map(column_of_letters), [None; 4]);
    }
}
