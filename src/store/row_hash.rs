//! A hash of a table row, to compare a row with one of the last generation without holding both; a hash of all rows of
//! a table.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};

use chrono::Datelike;
use foldhash::fast::FixedState;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::parquet_writer::{RowMaker, even_groups};
use super::schema::{TableCell, TableRow};
use super::tables::{TableVisitor, Tables};
use crate::error::Result;

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

/// Hashes of the rows of tables, by the tables' names. They are stable within one build of the program only.
#[derive(Debug, Default)]
pub(crate) struct TableHashes(BTreeMap<String, String>);

impl TableHashes {
    /// Adds a table of `n_rows` rows. `make` returns the rows at a range of places, from 0. Only some row groups are in
    /// memory at a time.
    pub(crate) fn add<R: TableRow>(&mut self, n_rows: usize, make: RowMaker<'_, R>) {
        let mut hash = Sha256::new();
        for groups in even_groups(n_rows).chunks(rayon::current_num_threads()) {
            let of_group = |places: &std::ops::Range<usize>| make(places.clone()).iter().map(row_hash).collect();
            let hashes: Vec<Vec<u64>> = groups.par_iter().map(of_group).collect();
            hashes.iter().flatten().for_each(|row| hash.update(row.to_le_bytes()));
        }
        let text = hash.finalize().iter().take(16).map(|byte| format!("{byte:02x}")).collect();
        self.0.insert(R::SCHEMA.name.to_owned(), text);
    }

    /// Adds the tables that are not added yet.
    pub(crate) fn add_others(&mut self, tables: &Tables) {
        struct HashVisitor<'h>(&'h mut TableHashes);
        impl TableVisitor for HashVisitor<'_> {
            fn table<R: TableRow>(&mut self, rows: &[R]) -> Result<()> {
                if !self.0.0.contains_key(R::SCHEMA.name) {
                    self.0.add(rows.len(), &|places| rows[places].to_vec());
                }
                Ok(())
            }
        }
        // The visitor returns no error.
        let _ = tables.each(&mut HashVisitor(self));
    }

    /// Returns the hashes by the names of the tables.
    pub(crate) fn into_map(self) -> BTreeMap<String, String> {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tables::AliasRow;

    #[test]
    fn the_hash_of_a_table_depends_on_its_rows_and_their_order() {
        let row = |id: &str| AliasRow { old_id: id.into(), ..AliasRow::default() };
        let hash = |rows: &[AliasRow]| {
            let mut hashes = TableHashes::default();
            hashes.add(rows.len(), &|places| rows[places].to_vec());
            let all = Tables { aliases: vec![row("Z")], ..Tables::default() };
            hashes.add_others(&all);
            hashes.into_map()
        };
        let (a, b) = (row("A"), row("B"));
        let first = hash(&[a.clone(), b.clone()]);
        assert_eq!(first.len(), crate::store::SCHEMAS.len());
        assert_eq!(first, hash(&[a.clone(), b.clone()]));
        for other in [vec![b.clone(), a.clone()], vec![a.clone()], vec![a, b.clone(), b]] {
            assert_ne!(first["aliases"], hash(&other)["aliases"]);
        }
    }

    #[test]
    fn rows_that_differ_in_any_value_have_different_hashes() {
        let row = |old_id: &str, person_id: Option<&str>, reason: &str, registered_in| AliasRow {
            old_id: old_id.into(),
            person_id: person_id.map(str::to_owned),
            reason: reason.into(),
            registered_in,
            row_key: None,
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
