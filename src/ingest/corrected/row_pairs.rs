//! Pairs the rows of two states of a sheet, so that a row is found again when others were inserted, removed or sorted.

use std::collections::{BTreeSet, HashMap, VecDeque};

use crate::record::{CellHash, RowHashes};

/// A value that more rows share identifies none of them.
const MOST_ROWS_OF_VALUE: usize = 50;
/// The least similarity of two states of one row.
const LEAST_SIMILARITY: f64 = 0.5;

/// How the two states came about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Change {
    /// A person corrected cells of the sheet: a row between two known rows is the one that stood there.
    Corrected,
    /// The sheet was sent again: only a row that holds most of the cells that tell it from others is the same row.
    SentAgain,
}

/// Returns for each row of `before` its place in `after`.
pub(super) fn pair_rows(before: &[RowHashes], after: &[RowHashes], change: Change) -> Vec<Option<usize>> {
    let mut pairs = Pairs { of_before: vec![None; before.len()], is_taken: vec![false; after.len()] };
    pairs.join_same_number(before, after);
    pairs.join_equal(before, after);
    pairs.join_similar(before, after);
    if change == Change::Corrected {
        pairs.join_between(after.len());
    }
    pairs.of_before
}

/// The weight of a cell: the fewer rows share it, the more it says which row it is.
struct CellWeights(HashMap<(u16, CellHash), f64>);

impl CellWeights {
    fn of(rows: &[RowHashes]) -> Self {
        let mut n_rows: HashMap<(u16, CellHash), f64> = HashMap::new();
        rows.iter().flat_map(|row| &row.cells).for_each(|cell| *n_rows.entry(*cell).or_default() += 1.0);
        Self(n_rows)
    }

    fn of_cell(&self, cell: (u16, CellHash)) -> f64 {
        self.0.get(&cell).map_or(1.0, |n_rows| 1.0 / n_rows)
    }

    /// The share of two rows that is the same, by the weight of their cells.
    fn similarity(&self, a: &RowHashes, b: &RowHashes) -> f64 {
        let weight = |row: &RowHashes| row.cells.iter().map(|cell| self.of_cell(*cell)).sum::<f64>();
        let shared = a.cells.iter().filter(|(column, hash)| b.cell(*column) == Some(*hash));
        2.0 * shared.map(|cell| self.of_cell(*cell)).sum::<f64>() / (weight(a) + weight(b))
    }
}

struct Pairs {
    of_before: Vec<Option<usize>>,
    is_taken: Vec<bool>,
}

impl Pairs {
    fn set(&mut self, before: usize, after: usize) {
        self.of_before[before] = Some(after);
        self.is_taken[after] = true;
    }

    /// Pairs rows of one number whose cells are all the same.
    fn join_same_number(&mut self, before: &[RowHashes], after: &[RowHashes]) {
        let by_number: HashMap<u32, usize> = after.iter().enumerate().map(|(place, row)| (row.row, place)).collect();
        for (place, row) in before.iter().enumerate() {
            if let Some(found) = by_number.get(&row.row).filter(|found| after[**found].cells == row.cells) {
                self.set(place, *found);
            }
        }
    }

    /// Pairs open rows whose cells are all the same, in their order.
    fn join_equal(&mut self, before: &[RowHashes], after: &[RowHashes]) {
        let mut open: HashMap<&[(u16, CellHash)], VecDeque<usize>> = HashMap::new();
        for (place, row) in after.iter().enumerate().filter(|(place, _)| !self.is_taken[*place]) {
            open.entry(&row.cells).or_default().push_back(place);
        }
        for (place, row) in before.iter().enumerate() {
            if self.of_before[place].is_none()
                && let Some(found) = open.get_mut(row.cells.as_slice()).and_then(VecDeque::pop_front)
            {
                self.set(place, found);
            }
        }
    }

    /// Pairs each open row with the open row that is most like it.
    fn join_similar(&mut self, before: &[RowHashes], after: &[RowHashes]) {
        let weights = CellWeights::of(before);
        let mut rows_of_cell: HashMap<(u16, CellHash), Vec<usize>> = HashMap::new();
        for (place, row) in after.iter().enumerate().filter(|(place, _)| !self.is_taken[*place]) {
            row.cells.iter().for_each(|cell| rows_of_cell.entry(*cell).or_default().push(place));
        }
        for (place, row) in before.iter().enumerate() {
            if self.of_before[place].is_some() {
                continue;
            }
            let rows = row.cells.iter().filter_map(|cell| rows_of_cell.get(cell));
            let places: BTreeSet<usize> =
                rows.filter(|rows| rows.len() <= MOST_ROWS_OF_VALUE).flatten().copied().collect();
            let open = places.into_iter().filter(|found| !self.is_taken[*found]);
            let best = open
                .map(|found| (weights.similarity(row, &after[found]), found))
                .filter(|(similarity, _)| *similarity >= LEAST_SIMILARITY)
                .max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
            if let Some((_, found)) = best {
                self.set(place, found);
            }
        }
    }

    /// Pairs an open row with the open row after the same neighbour.
    fn join_between(&mut self, n_after: usize) {
        for place in 0..self.of_before.len() {
            let next = match place.checked_sub(1) {
                Some(previous) => self.of_before[previous].map(|previous| previous + 1),
                None => Some(0),
            };
            if self.of_before[place].is_none()
                && let Some(next) = next.filter(|next| *next < n_after && !self.is_taken[*next])
            {
                self.set(place, next);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(texts: &[&str]) -> Vec<RowHashes> {
        let row = |(row, text): (u32, &&str)| RowHashes {
            row,
            cells: (0..).zip(text.split(' ')).map(|(column, word)| (column, word_hash(word))).collect(),
        };
        (1..).zip(texts).map(row).collect()
    }

    fn word_hash(word: &str) -> CellHash {
        let mut bytes = word.bytes().chain([0; 3]);
        std::array::from_fn(|_| bytes.next().unwrap_or(0))
    }

    #[test]
    fn rows_are_found_again_when_others_are_inserted_removed_or_sorted() {
        let before = rows(&["a b c d", "e f g h", "i j k l"]);
        let pairs = |after: &[&str], change| pair_rows(&before, &rows(after), change);
        let sent = Change::SentAgain;
        assert_eq!(pairs(&["a b c d", "x x x x", "e f g h", "i j k l"], sent), [Some(0), Some(2), Some(3)]);
        assert_eq!(pairs(&["i j k l", "a b c d"], sent), [Some(1), None, Some(0)]);
        assert_eq!(pairs(&["a b c d", "e y g h", "i j k l"], sent), [Some(0), Some(1), Some(2)]);
        assert_eq!(pairs(&["n n n n", "a b c d", "e f z h", "i j k l"], sent), [Some(1), Some(2), Some(3)]);
        assert_eq!(pairs(&["a b c d", "x y z h", "i j k l"], sent), [Some(0), None, Some(2)]);
        assert_eq!(pairs(&["a b c d", "x y z h", "i j k l"], Change::Corrected), [Some(0), Some(1), Some(2)]);
    }

    #[test]
    fn equal_rows_are_paired_in_their_order() {
        let before = rows(&["a b", "a b", "c d"]);
        assert_eq!(pair_rows(&before, &rows(&["c d", "a b", "a b"]), Change::SentAgain), [Some(2), Some(1), Some(0)]);
    }
}
