//! Finds where the columns of a sheet are after columns were inserted or removed: by a row, such as the headings, whose
//! texts are the same in the same order.

use crate::record::{CellHash, RowHashes};

/// Rows at the top of a sheet among which one is looked for that is in both states.
const MOST_ROWS: usize = 40;
/// Fewest cells of such a row.
const FEWEST_CELLS: usize = 3;

/// Where each column of an earlier state of a sheet is now.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct ColumnMap {
    /// Column before and now of each cell of the row by which they are known; none if no column has moved.
    known: Vec<(u16, u16)>,
    /// The columns before that are no longer there.
    removed: Vec<u16>,
}

impl ColumnMap {
    /// Compares two states of a sheet. Columns that have not moved as far as it is known are where they were.
    pub(super) fn between(before: &[RowHashes], now: &[RowHashes]) -> Self {
        let mut best = Self::default();
        let mut unmoved: Vec<Self> = Vec::new();
        for row in before.iter().take(MOST_ROWS).filter(|row| row.cells.len() >= FEWEST_CELLS && are_distinct(row)) {
            for other in now.iter().take(MOST_ROWS).filter(|other| are_distinct(other)) {
                let Some(map) = Self::of_rows(row, other) else { continue };
                if map.is_unmoved() {
                    unmoved.push(map);
                } else if map.known.len() > best.known.len() {
                    best = map;
                }
            }
        }
        // A row of the first columns alone shows nothing of the others.
        let contradicts = |map: &Self| {
            map.known.len() * 2 >= best.known.len()
                && map.known.iter().any(|(column, _)| best.now(*column) != Some(*column))
        };
        if unmoved.iter().any(contradicts) { Self::default() } else { best }
    }

    /// The columns of two rows of which one has all texts of the other in their order.
    fn of_rows(before: &RowHashes, now: &RowHashes) -> Option<Self> {
        let n_shared = before.cells.len().min(now.cells.len());
        let known: Vec<(u16, u16)> = if before.cells.len() <= now.cells.len() {
            shared(&before.cells, &now.cells)
        } else {
            shared(&now.cells, &before.cells).into_iter().map(|(now, before)| (before, now)).collect()
        };
        if known.len() < n_shared || known.len() < FEWEST_CELLS {
            return None;
        }
        let is_known = |column: u16| known.iter().any(|(before, _)| *before == column);
        let removed = before.cells.iter().map(|(column, _)| *column).filter(|column| !is_known(*column)).collect();
        Some(Self { known, removed })
    }

    fn is_unmoved(&self) -> bool {
        self.removed.is_empty() && self.known.iter().all(|(before, now)| before == now)
    }

    /// Returns where a column is now; `None` if it is no longer there, or if that is not known.
    pub(super) fn now(&self, column: u16) -> Option<u16> {
        if self.removed.contains(&column) {
            return None;
        }
        let shift = |(before, now): &(u16, u16)| i32::from(*now) - i32::from(*before);
        let left = self.known.iter().rev().find(|(before, _)| *before <= column);
        let right = self.known.iter().find(|(before, _)| *before >= column);
        let shift = match (left.map(shift), right.map(shift)) {
            (Some(left), Some(right)) if left != right => return None,
            (Some(left), _) => left,
            (None, right) => right.unwrap_or(0),
        };
        u16::try_from(i32::from(column) + shift).ok()
    }

    /// Returns rows as they are now with the columns that they had before. Cells of new columns are left out.
    pub(super) fn before(&self, rows: Vec<RowHashes>) -> Vec<RowHashes> {
        if self.known.is_empty() {
            return rows;
        }
        let last = rows.iter().flat_map(|row| &row.cells).map(|(column, _)| *column).max().unwrap_or(0);
        let mut of_now: Vec<Option<u16>> = vec![None; usize::from(last) + 1];
        for column in 0..=last.saturating_add(self.removed.len() as u16) {
            if let Some(place) = self.now(column).and_then(|now| of_now.get_mut(usize::from(now))) {
                *place = Some(column);
            }
        }
        let with_old = |row: RowHashes| {
            let cells = row.cells.iter().filter_map(|(now, hash)| Some((of_now[usize::from(*now)]?, *hash)));
            RowHashes { row: row.row, cells: cells.collect() }
        };
        rows.into_iter().map(with_old).collect()
    }
}

/// Whether no text of a row stands there twice.
fn are_distinct(row: &RowHashes) -> bool {
    row.cells.iter().enumerate().all(|(place, (_, hash))| row.cells[..place].iter().all(|(_, other)| other != hash))
}

/// The columns of the cells of a row, and those of the same texts in a longer row, as far as their order is the same.
fn shared(short: &[(u16, CellHash)], long: &[(u16, CellHash)]) -> Vec<(u16, u16)> {
    let mut rest = long.iter();
    let same = |(column, hash): &(u16, CellHash)| {
        let found = rest.find(|(_, other)| other == hash)?;
        Some((*column, found.0))
    };
    short.iter().map_while(same).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<RowHashes> {
        let cells = |line: &str| {
            let texts = line.split(';').enumerate().filter(|(_, text)| !text.is_empty());
            texts.map(|(column, text)| (column as u16, [text.as_bytes()[0], text.len() as u8, 0])).collect()
        };
        texts.iter().zip(1..).map(|(line, row)| RowHashes { row, cells: cells(line) }).collect()
    }

    #[test]
    fn columns_are_found_where_their_headings_are_now() {
        let before = rows(&["title", "n;p;d;q", "A;B;;K", "C;E;F;K"]);
        let inserted = rows(&["title", "n;p;obs;d;q", "A;B;;;K", "C;E;;F;K"]);
        let map = ColumnMap::between(&before, &inserted);
        assert_eq!([0, 1, 2, 3, 4].map(|column| map.now(column)), [0, 1, 3, 4, 5].map(Some));
        assert_eq!(map.before(inserted)[3], before[3]);
        let removed = rows(&["title", "n;d;q", "A;;K", "C;F;K"]);
        let map = ColumnMap::between(&before, &removed);
        assert_eq!([0, 1, 2, 3].map(|column| map.now(column)), [Some(0), None, Some(1), Some(2)]);
        assert_eq!(map.before(removed)[3].cells, [before[3].cells[0], before[3].cells[2], before[3].cells[3]]);
    }

    #[test]
    fn columns_that_did_not_move_stay_whatever_else_changed() {
        let before = rows(&["n;p;d;q", "A;B;G;K", "B;G;K;"]);
        for now in [
            rows(&["n;p;d;q;obs", "A;B;G;K", "B;G;K;"]),
            rows(&["n;p;d;q", "Z;A;B;G"]),
            rows(&["other;p;d;q", "A;B;G;K", "Z;B;G;K"]),
            rows(&["x"]),
        ] {
            let map = ColumnMap::between(&before, &now);
            assert_eq!(map, ColumnMap::default(), "{now:?}");
            assert_eq!([0, 3, 9].map(|column| map.now(column)), [0, 3, 9].map(Some));
        }
    }
}
