//! Hides small counts, and enough others that they can't be worked out from the totals.
//!
//! A table is published with its column totals and, where it has several columns, its row totals. A count from 1 to
//! `min_cell - 1` is hidden. Then more are hidden until, for every hidden cell, another table of whole numbers exists
//! that agrees with all that is shown, keeps each hidden count that isn't zero above zero, and differs in that cell.
//! Such a table is found as a loop of +1 and -1 steps through hidden cells (the totals make the table a network); where
//! there is none, the cells of the cheapest loop are hidden, too.
//! Only where every cell is hidden already may a reader who excludes zeros still conclude (five rows that sum to 5).
//!
//! Column totals are hidden by their own values alone, so that tables of the same people under different headings
//! hide the same ones.
//!
//! Two reports laid side by side are one publication: what changed between them is a count of people too. So a cell that
//! changed by 1 to `min_cell - 1` since it was last shown is hidden with others that cover it, and a cell hidden last time
//! stays hidden as long as its row or column holds something to cover, lest the pattern of holes give a count away.
//! It knows nothing of what is counted.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Whether a zero may be hidden to cover another cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// A zero may be hidden, after all other cells.
    MayHide,
    /// The reader knows where zeros must be, so that hiding one covers nothing.
    Known,
}

/// What earlier reports said of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Last {
    /// The count last shown, in whichever report.
    pub shown: Option<u64>,
    /// Whether the last report hid it.
    pub is_hidden: bool,
}

/// How a table is protected.
#[derive(Clone, Copy)]
pub struct Guard<'a> {
    /// Counts from 1 to one less than this are hidden.
    pub min_cell: u32,
    /// Whether zeros cover.
    pub zeros: Zeros,
    /// Whether a row's sum is hidden rather than a cell beside a small one: where the other cells are wanted more.
    pub gives_sums: bool,
    /// What earlier reports said of the cell of a row and a column; the column after the last is the row's total.
    pub last: Option<&'a dyn Fn(usize, usize) -> Last>,
}

impl Guard<'_> {
    /// A table that was never shown, whose zeros may be hidden.
    #[must_use]
    pub fn new(min_cell: u32) -> Self {
        Self { min_cell, zeros: Zeros::MayHide, gives_sums: false, last: None }
    }

    fn is_small(&self, count: u64) -> bool {
        0 < count && count < u64::from(self.min_cell)
    }

    fn last(&self, row: usize, column: usize) -> Last {
        self.last.map(|last| last(row, column)).unwrap_or_default()
    }

    /// Whether the change since the count was last shown is small.
    fn has_moved(&self, count: u64, row: usize, column: usize) -> bool {
        self.last(row, column).shown.is_some_and(|shown| self.is_small(count.abs_diff(shown)))
    }
}

/// A table ready to be shown; `None` is a hidden figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// Rows of cells.
    pub cells: Vec<Vec<Option<u64>>>,
    /// Sum of each row; the cell itself if there is one column.
    pub row_totals: Vec<Option<u64>>,
    /// Sum of each column.
    pub column_totals: Vec<Option<u64>>,
    /// Sum of all cells.
    pub total: Option<u64>,
}

/// Protects a table of counts: rows of cells, every row with as many columns.
#[must_use]
pub fn protect(cells: &[Vec<u64>], guard: &Guard<'_>) -> Protected {
    let n_columns = cells.first().map_or(0, Vec::len);
    let column_totals: Vec<u64> = (0..n_columns).map(|c| cells.iter().map(|row| row[c]).sum()).collect();
    let total: u64 = column_totals.iter().sum();
    if guard.is_small(total) {
        return all_hidden(cells.len(), n_columns);
    }
    let hidden_columns = hidden_totals(&column_totals, guard);
    let mut board = Board::new(cells, &hidden_columns, guard);
    board.cover(guard.zeros);

    let shown = |r: usize, c: usize| (!board.hidden[r][c]).then(|| board.values[r][c]);
    let width = board.width();
    Protected {
        cells: (0..cells.len()).map(|r| (0..n_columns).map(|c| shown(r, c)).collect()).collect(),
        row_totals: (0..cells.len()).map(|r| if width == 0 { Some(0) } else { shown(r, width - 1) }).collect(),
        column_totals: column_totals
            .iter()
            .zip(&hidden_columns)
            .map(|(sum, hidden)| (!hidden).then_some(*sum))
            .collect(),
        total: Some(total),
    }
}

/// Protects one column of counts whose sum is shown.
#[must_use]
pub fn protect_column(counts: &[u64], guard: &Guard<'_>) -> (Vec<Option<u64>>, Option<u64>) {
    let cells: Vec<Vec<u64>> = counts.iter().map(|n| vec![*n]).collect();
    let shown = protect(&cells, guard);
    (shown.row_totals, shown.total)
}

/// The count, or `None` if it is small: for a figure that enters no sum.
#[must_use]
pub fn protect_one(count: u64, min_cell: u32) -> Option<u64> {
    (!Guard::new(min_cell).is_small(count)).then_some(count)
}

fn all_hidden(n_rows: usize, n_columns: usize) -> Protected {
    Protected {
        cells: vec![vec![None; n_columns]; n_rows],
        row_totals: vec![None; n_rows],
        column_totals: vec![None; n_columns],
        total: None,
    }
}

/// The small column totals; if there is one alone, the smallest other that isn't zero with it.
fn hidden_totals(totals: &[u64], guard: &Guard<'_>) -> Vec<bool> {
    let mut hidden: Vec<bool> = totals.iter().map(|sum| guard.is_small(*sum)).collect();
    if hidden.iter().filter(|h| **h).count() == 1 {
        let next = (0..totals.len()).filter(|c| !hidden[*c] && totals[*c] > 0).min_by_key(|c| totals[*c]);
        if let Some(c) = next {
            hidden[c] = true;
        }
    }
    hidden
}

/// The cells and, as a last column where there are several, the row totals.
struct Board {
    values: Vec<Vec<u64>>,
    hidden: Vec<Vec<bool>>,
    /// Whole columns hidden with their totals: their cells trade with one another inside each row and need no cover.
    whole: Vec<bool>,
    /// Whether the last column holds row totals.
    has_totals: bool,
    /// Whether these are hidden rather than cells.
    gives_sums: bool,
}

impl Board {
    fn new(cells: &[Vec<u64>], hidden_columns: &[bool], guard: &Guard<'_>) -> Self {
        let has_totals = hidden_columns.len() > 1;
        let mut whole = hidden_columns.to_vec();
        if has_totals {
            whole.push(false);
        }
        let mut values = cells.to_vec();
        let mut hidden = Vec::with_capacity(cells.len());
        for (r, row) in values.iter_mut().enumerate() {
            let in_hidden: u64 = row.iter().zip(hidden_columns).filter(|(_, h)| **h).map(|(n, _)| n).sum();
            if has_totals {
                row.push(row.iter().sum());
            }
            let is_hidden = |c: usize, n: u64| {
                if whole[c] { in_hidden > 0 } else { guard.is_small(n) || guard.has_moved(n, r, c) }
            };
            hidden.push(row.iter().enumerate().map(|(c, n)| is_hidden(c, *n)).collect());
        }
        let mut board = Self { values, hidden, whole, has_totals, gives_sums: guard.gives_sums };
        board.keep_holes(guard);
        board
    }

    /// What the last report hid stays hidden beside what is hidden now, and beside what stays hidden so: a table that has not
    /// changed is shown as it was.
    fn keep_holes(&mut self, guard: &Guard<'_>) {
        if guard.last.is_none() {
            return;
        }
        let width = self.width();
        // A column of zeros is known from its sum: nothing in it is to cover.
        let is_empty: Vec<bool> = (0..width).map(|c| self.values.iter().all(|row| row[c] == 0)).collect();
        loop {
            let by_row: Vec<bool> =
                self.hidden.iter().map(|row| (0..width).any(|c| row[c] && !self.whole[c])).collect();
            let by_column: Vec<bool> = (0..width).map(|c| self.hidden.iter().any(|row| row[c])).collect();
            let mut is_stable = true;
            for (r, row) in self.hidden.iter_mut().enumerate() {
                let open =
                    row.iter_mut().enumerate().filter(|(c, hidden)| !**hidden && !self.whole[*c] && !is_empty[*c]);
                for (c, hidden) in open {
                    *hidden = (by_row[r] || by_column[c]) && guard.last(r, c).is_hidden;
                    is_stable &= !*hidden;
                }
            }
            if is_stable {
                return;
            }
        }
    }

    fn width(&self) -> usize {
        self.whole.len()
    }

    /// Hides further cells until each hidden one is covered; a covered cell stays so when more are hidden.
    fn cover(&mut self, zeros: Zeros) {
        let all = (0..self.values.len()).flat_map(|r| (0..self.width()).map(move |c| (r, c)));
        let mut waiting: VecDeque<_> = all.filter(|(r, c)| self.hidden[*r][*c] && !self.whole[*c]).collect();
        while let Some(cell) = waiting.pop_front() {
            // Where nothing covers a cell, nothing of the table is shown but its sums.
            let cover = self.cheapest_loop(cell, zeros).unwrap_or_else(|| self.nonzero());
            for (r, c) in cover {
                if !self.hidden[r][c] {
                    self.hidden[r][c] = true;
                    if !self.whole[c] {
                        waiting.push_back((r, c));
                    }
                }
            }
        }
    }

    fn nonzero(&self) -> Vec<(usize, usize)> {
        let all = (0..self.values.len()).flat_map(|r| (0..self.width()).map(move |c| (r, c)));
        all.filter(|(r, c)| self.values[*r][*c] > 0).collect()
    }

    /// The cells of a loop of steps that raises or lowers this cell and leaves all sums as they are: the one that hides
    /// fewest cells beside those hidden already, the smallest ones.
    fn cheapest_loop(&self, (row, column): (usize, usize), zeros: Zeros) -> Option<Vec<(usize, usize)>> {
        let (from, to) = (self.row_node(row), self.column_node(column));
        [(true, to, from), (false, from, to)]
            .into_iter()
            .filter(|(forth, ..)| self.can_step(row, column, *forth))
            .filter_map(|(_, start, goal)| self.cheapest_path(start, goal, (row, column), zeros))
            .min()
            .map(|(_, path)| path)
    }

    /// What hiding a cell costs: nothing if it is hidden already; a shown one the more the larger it is; a row's total as
    /// much as ten cells (or the other way round); a zero only if nothing else will do. `None` where it would cover nothing.
    fn cost(&self, row: usize, column: usize, zeros: Zeros) -> Option<u64> {
        const CELL: u64 = 1_000;
        const ZERO: u64 = 1_000_000_000;
        let value = self.values[row][column];
        let is_total = self.has_totals && column + 1 == self.width();
        match (self.hidden[row][column], value, zeros) {
            (true, ..) => Some(0),
            (false, 0, Zeros::Known) => None,
            (false, 0, Zeros::MayHide) => Some(ZERO),
            (false, ..) if is_total != self.gives_sums => Some(CELL * 10 + value.min(CELL)),
            (false, ..) => Some(CELL + value.min(CELL)),
        }
    }

    /// The cheapest way of steps from one sum to another (Dijkstra), one cell left out: its cost and its cells.
    fn cheapest_path(
        &self,
        start: usize,
        goal: usize,
        but: (usize, usize),
        zeros: Zeros,
    ) -> Option<(u64, Vec<(usize, usize)>)> {
        let n_nodes = self.values.len() + self.width();
        let mut best: Vec<Option<u64>> = vec![None; n_nodes];
        let mut came_by: Vec<Option<(usize, (usize, usize))>> = vec![None; n_nodes];
        let mut waiting = BinaryHeap::from([Reverse((0_u64, start))]);
        best[start] = Some(0);
        while let Some(Reverse((so_far, node))) = waiting.pop() {
            if node == goal {
                break;
            }
            if best[node].is_some_and(|known| known < so_far) {
                continue;
            }
            for (r, c) in self.cells_at(node).filter(|cell| *cell != but) {
                let (there, forth) =
                    if self.column_node(c) == node { (self.row_node(r), false) } else { (self.column_node(c), true) };
                let Some(cost) = self.cost(r, c, zeros).filter(|_| self.can_step(r, c, forth)) else { continue };
                if best[there].is_none_or(|known| so_far + cost < known) {
                    best[there] = Some(so_far + cost);
                    came_by[there] = Some((node, (r, c)));
                    waiting.push(Reverse((so_far + cost, there)));
                }
            }
        }
        let cost = best[goal]?;
        let mut path = Vec::new();
        let mut at = goal;
        while let Some((before, cell)) = came_by[at] {
            path.push(cell);
            at = before;
        }
        path.sort_unstable();
        Some((cost, path))
    }

    /// The cells that enter a sum.
    fn cells_at(&self, node: usize) -> Box<dyn Iterator<Item = (usize, usize)> + '_> {
        let n_rows = self.values.len();
        if node >= n_rows {
            return Box::new((0..n_rows).map(move |r| (r, node - n_rows)));
        }
        if self.has_totals {
            return Box::new((0..self.width()).map(move |c| (node, c)));
        }
        Box::new((0..n_rows).flat_map(move |r| (0..self.width()).map(move |c| (r, c))))
    }

    /// Whether a step may pass through a hidden cell, from its row to its column (`forth`) or back.
    ///
    /// Forth adds one to a cell and takes one from a row total (which stands on the other side of its row's sum).
    fn can_step(&self, row: usize, column: usize, forth: bool) -> bool {
        let is_total = self.has_totals && column + 1 == self.width();
        let adds = forth != is_total;
        adds || self.values[row][column] >= 2
    }

    /// One column alone has no row sums: its rows meet in one node.
    fn row_node(&self, row: usize) -> usize {
        if self.has_totals { row } else { 0 }
    }

    fn column_node(&self, column: usize) -> usize {
        self.values.len() + column
    }
}

#[cfg(test)]
#[path = "protect_attack.rs"]
mod attack;
