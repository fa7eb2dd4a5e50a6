//! What a row takes from the cells above it: cells merged with its own, ditto marks, values given once for many rows.

use std::collections::BTreeMap;

use crate::record::{CellValue, Field, GridRow, Merge, RawCell, RawRow};

use super::content::is_ditto;

/// Fields that agents give once for several rows; of others a blank says nothing.
const GIVEN_ONCE: [Field; 5] = [Field::Quartier, Field::Year, Field::Volume, Field::Folio, Field::DeclaredOn];

/// Most cells that merging downwards may fill in one sheet: beyond it is a mistake of the file or a trap.
const MOST_FILLED: usize = 2_000_000;

/// A sheet's merged cells, by row.
#[derive(Debug, Default)]
pub(super) struct Merges {
    /// By first row: those that span columns.
    across: BTreeMap<u32, Vec<Merge>>,
    /// By each row they cover below their first: those that span rows.
    down: BTreeMap<u32, Vec<Merge>>,
}

impl Merges {
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
                if n_filled <= MOST_FILLED {
                    by_row.down.entry(row.row).or_default().push(*merge);
                }
            }
        }
        by_row
    }

    /// The last column that the cell at `row` and `column` spans, if it is merged with others of its row.
    pub(super) fn spans_to(&self, row: u32, column: u16) -> Option<u16> {
        let merge = self.across.get(&row)?.iter().find(|merge| merge.first_column == column)?;
        Some(merge.last_column)
    }
}

/// Whether a column's blanks stand for the value above: filled on the first row, blank on a third of the rows or more,
/// and the filled values never the same twice running.
pub(super) fn is_given_once(field: Field, column: u16, data: &[&GridRow]) -> bool {
    if !GIVEN_ONCE.contains(&field) || data.len() < 5 || data[0].value(column).is_none() {
        return false;
    }
    let filled: Vec<String> = data.iter().filter_map(|row| row.value(column)).map(CellValue::to_text).collect();
    let n_blank = data.len() - filled.len();
    n_blank * 3 >= data.len() && filled.windows(2).all(|two| two[0] != two[1])
}

/// The cells that a row takes from the rows of its table above it, the nearest last.
pub(super) fn carried(
    row: &GridRow,
    above: &[RawRow],
    merges: &Merges,
    given_once: &[(u16, Field)],
    field_of: impl Fn(u16) -> Field,
) -> Vec<RawCell> {
    let mut carried = Vec::new();
    for (column, value) in &row.cells {
        if matches!(value, CellValue::Text(text) if text.len() <= 12 && is_ditto(text)) {
            carried.extend(nearest(above, *column));
        }
    }
    for merge in merges.down.get(&row.row).into_iter().flatten() {
        if row.value(merge.first_column).is_none() && field_of(merge.first_column) != Field::Order {
            let from = above.iter().rev().find(|above| above.at.row == merge.first_row);
            carried.extend(from.and_then(|from| cell_in(from, merge.first_column)));
        }
    }
    for (column, _) in given_once {
        if row.value(*column).is_none() && !carried.iter().any(|cell| cell.column == *column) {
            carried.extend(nearest(above, *column));
        }
    }
    carried
}

/// The value in force in a column: that of the nearest row of data above in which it is given.
fn nearest(above: &[RawRow], column: u16) -> Option<RawCell> {
    const FARTHEST: usize = 1000;
    let in_table = above.iter().rev().take(FARTHEST).take_while(|row| row.left_out != Some("header"));
    in_table.filter(|row| row.left_out.is_none()).find_map(|row| cell_in(row, column))
}

fn cell_in(row: &RawRow, column: u16) -> Option<RawCell> {
    let own = || row.cells.iter().find(|cell| cell.column == column);
    row.carried.iter().find(|cell| cell.column == column).or_else(own).cloned()
}
