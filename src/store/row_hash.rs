//! A hash of a table row, to compare a row with one of the last generation without holding both.

use std::hash::{BuildHasher, Hasher};

use chrono::Datelike;
use foldhash::fast::FixedState;

use super::schema::{TableCell, TableRow};

/// Returns the hash of all values of a row. It is stable within one build of the program only.
#[must_use]
pub(crate) fn row_hash(row: &impl TableRow) -> u64 {
    cells_hash(row.cells())
}

/// Returns [`row_hash`] of the cells of a row in the order of the schema's columns.
#[must_use]
pub(crate) fn cells_hash<'c>(cells: impl Iterator<Item = TableCell<'c>>) -> u64 {
    let mut hasher = FixedState::with_seed(1).build_hasher();
    // Each value starts with a tag (null: 0; number or day: 1; text: its length + 2), so that different rows of a table
    // never write the same bytes.
    for cell in cells {
        match cell {
            TableCell::Null => hasher.write_u64(0),
            TableCell::Text(text) => {
                hasher.write_u64(text.len() as u64 + 2);
                hasher.write(text.as_bytes());
            }
            TableCell::Int(number) => write_number(&mut hasher, number as u64),
            TableCell::Float(number) => write_number(&mut hasher, number.to_bits()),
            TableCell::Date(day) => write_number(&mut hasher, day.num_days_from_ce() as u64),
        }
    }
    hasher.finish()
}

fn write_number(hasher: &mut impl Hasher, number: u64) {
    hasher.write_u64(1);
    hasher.write_u64(number);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tables::AliasRow;

    #[test]
    fn rows_that_differ_in_any_value_have_different_hashes() {
        let row = |old_id: &str, person_id: Option<&str>, reason: &str, registered_in| AliasRow {
            old_id: old_id.into(),
            person_id: person_id.map(str::to_owned),
            reason: reason.into(),
            registered_in,
        };
        let rows = [
            row("AB", Some("C"), "", None),
            row("A", Some("BC"), "", None),
            row("ABC", Some(""), "", None),
            row("ABC", None, "", None),
            row("ABC", None, "", Some(0)),
            row("", None, "ABC", Some(0)),
        ];
        let hashes: std::collections::HashSet<u64> = rows.iter().map(row_hash).collect();
        assert_eq!(hashes.len(), rows.len());
        assert_eq!(row_hash(&rows[0].clone()), row_hash(&rows[0]));
    }
}
