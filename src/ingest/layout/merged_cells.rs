//! The merged cells of a sheet, by row.

use std::collections::BTreeMap;

use crate::record::{GridRow, Merge};

/// Most cells that downward merges may fill in one sheet. More are a mistake of the file or an attack.
const MAX_FILLED: usize = 2_000_000;

#[derive(Debug, Default)]
pub(super) struct MergedCells {
    /// Merges over several columns, by their first row.
    across: BTreeMap<u32, Vec<Merge>>,
    /// Merges over several rows, by each of their rows below the first.
    down: BTreeMap<u32, Vec<Merge>>,
}

impl MergedCells {
    pub(super) fn new(merges: &[Merge], rows: &[GridRow]) -> Self {
        let mut by_row = Self::default();
        let mut n_filled = 0;
        for merge in merges {
            if merge.last_column > merge.first_column {
                by_row.across.entry(merge.first_row).or_default().push(*merge);
            }
            let first = rows.partition_point(|row| row.row <= merge.first_row);
            for row in rows[first..].iter().take_while(|row| row.row <= merge.last_row) {
                n_filled += 1;
                if n_filled <= MAX_FILLED {
                    by_row.down.entry(row.row).or_default().push(*merge);
                }
            }
        }
        by_row
    }

    /// The merges that cover a row and begin above it.
    pub(super) fn covering(&self, row: u32) -> &[Merge] {
        self.down.get(&row).map_or(&[], Vec::as_slice)
    }

    /// The last column of the merge that begins at `row` and `column`, if there is one.
    pub(super) fn last_column(&self, row: u32, column: u16) -> Option<u16> {
        let merge = self.across.get(&row)?.iter().find(|merge| merge.first_column == column)?;
        Some(merge.last_column)
    }
}
