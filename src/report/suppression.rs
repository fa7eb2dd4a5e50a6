//! Cell suppression: hides small counts (primary suppression) and enough others that they cannot be computed from the
//! totals (secondary suppression).
//!
//! A table is published with its column totals and, if it has several columns, its row totals. Counts from 1 to
//! `min_cell - 1` are hidden. Then more cells are hidden until, for every hidden cell, another table of whole numbers
//! exists that agrees with all figures shown, keeps each hidden count above zero that is not zero, and differs in that
//! cell. Such a table is found as a loop of +1 and -1 steps through hidden cells (the totals make the table a network);
//! if there is no loop, the cells of the cheapest possible loop are hidden, too. Limit: if every cell is hidden and the
//! reader excludes zeros, a table may still be solved (five rows that sum to 5).
//!
//! Column totals are hidden by their own values alone, so that tables of the same persons by different headings hide
//! the same totals.
//!
//! A change between two reports is a count of persons, too. So a cell that changed by 1 to `min_cell - 1` since it was
//! last shown is hidden, and a cell hidden in the last report stays hidden while its row or column has another hidden
//! cell: otherwise the pattern of hidden cells would disclose a count.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

/// Whether zeros may be hidden to cover another cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ZeroCells {
    /// A zero may be hidden, as the last resort.
    Suppressible,
    /// The reader knows where zeros must be: hiding one covers nothing.
    Known,
}

/// What earlier reports published of a cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct LastPublication {
    /// The count last shown, in any report.
    pub(crate) shown: Option<u64>,
    /// Whether the last report hid it.
    pub(crate) is_hidden: bool,
}

/// The rules for one table.
#[derive(Clone, Copy)]
pub(crate) struct SuppressionRules<'a> {
    /// Counts from 1 to one less than this are hidden.
    pub(crate) min_cell: u32,
    pub(crate) zeros: ZeroCells,
    /// Whether row totals are hidden before further cells.
    pub(crate) hides_row_totals_first: bool,
    /// What earlier reports published of a cell, by row and column; the column after the last is the row total.
    pub(crate) last: Option<&'a dyn Fn(usize, usize) -> LastPublication>,
}

impl SuppressionRules<'_> {
    /// Rules for a table without history, whose zeros may be hidden.
    pub(crate) fn new(min_cell: u32) -> Self {
        Self { min_cell, zeros: ZeroCells::Suppressible, hides_row_totals_first: false, last: None }
    }

    fn is_small(&self, count: u64) -> bool {
        0 < count && count < u64::from(self.min_cell)
    }

    fn last(&self, row: usize, column: usize) -> LastPublication {
        self.last.map(|last| last(row, column)).unwrap_or_default()
    }

    /// Whether the count changed by a small number since it was last shown.
    fn changed_little(&self, count: u64, row: usize, column: usize) -> bool {
        self.last(row, column).shown.is_some_and(|shown| self.is_small(count.abs_diff(shown)))
    }
}

/// A table to publish; `None` is a hidden figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SuppressedTable {
    pub(crate) cells: Vec<Vec<Option<u64>>>,
    /// The row totals; the cells themselves if there is one column.
    pub(crate) row_totals: Vec<Option<u64>>,
    pub(crate) column_totals: Vec<Option<u64>>,
    pub(crate) total: Option<u64>,
}

/// Suppresses small counts of a table: rows of cells, all of the same length.
pub(crate) fn suppress_table(cells: &[Vec<u64>], guard: &SuppressionRules<'_>) -> SuppressedTable {
    let n_columns = cells.first().map_or(0, Vec::len);
    let column_totals: Vec<u64> = (0..n_columns).map(|c| cells.iter().map(|row| row[c]).sum()).collect();
    let total: u64 = column_totals.iter().sum();
    if guard.is_small(total) {
        return SuppressedTable {
            cells: vec![vec![None; n_columns]; cells.len()],
            row_totals: vec![None; cells.len()],
            column_totals: vec![None; n_columns],
            total: None,
        };
    }
    let hidden_columns = hidden_totals(&column_totals, guard);
    let mut grid = SuppressionGrid::new(cells, &hidden_columns, guard);
    grid.cover(guard.zeros);

    let shown = |r: usize, c: usize| (!grid.hidden[r][c]).then(|| grid.values[r][c]);
    let width = grid.width();
    SuppressedTable {
        cells: (0..cells.len()).map(|r| (0..n_columns).map(|c| shown(r, c)).collect()).collect(),
        row_totals: (0..cells.len()).map(|r| if width == 0 { Some(0) } else { shown(r, width - 1) }).collect(),
        column_totals: (0..n_columns).map(|c| (!hidden_columns[c]).then_some(column_totals[c])).collect(),
        total: Some(total),
    }
}

/// Suppresses small counts of one column; returns the counts and the total.
pub(crate) fn suppress_column(counts: &[u64], guard: &SuppressionRules<'_>) -> (Vec<Option<u64>>, Option<u64>) {
    let cells: Vec<Vec<u64>> = counts.iter().map(|n| vec![*n]).collect();
    let shown = suppress_table(&cells, guard);
    (shown.row_totals, shown.total)
}

/// Returns the count, or `None` if it is small: for a figure that enters no total.
pub(crate) fn suppress_small(count: u64, min_cell: u32) -> Option<u64> {
    (!SuppressionRules::new(min_cell).is_small(count)).then_some(count)
}

/// Whether each column total is hidden: the small ones; if there is only one, the smallest other non-zero total, too.
fn hidden_totals(totals: &[u64], guard: &SuppressionRules<'_>) -> Vec<bool> {
    let mut hidden: Vec<bool> = totals.iter().map(|sum| guard.is_small(*sum)).collect();
    if hidden.iter().filter(|h| **h).count() == 1 {
        let next = (0..totals.len()).filter(|c| !hidden[*c] && totals[*c] > 0).min_by_key(|c| totals[*c]);
        if let Some(c) = next {
            hidden[c] = true;
        }
    }
    hidden
}

/// The cells, with the row totals as a further column if there are several columns.
struct SuppressionGrid {
    values: Vec<Vec<u64>>,
    hidden: Vec<Vec<bool>>,
    /// Columns hidden with their totals. Their cells cover one another within each row.
    whole: Vec<bool>,
    /// Whether the last column holds row totals.
    has_totals: bool,
    /// Whether row totals are hidden before further cells.
    hides_row_totals_first: bool,
}

impl SuppressionGrid {
    fn new(cells: &[Vec<u64>], hidden_columns: &[bool], guard: &SuppressionRules<'_>) -> Self {
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
                if whole[c] { in_hidden > 0 } else { guard.is_small(n) || guard.changed_little(n, r, c) }
            };
            hidden.push(row.iter().enumerate().map(|(c, n)| is_hidden(c, *n)).collect());
        }
        let mut grid = Self { values, hidden, whole, has_totals, hides_row_totals_first: guard.hides_row_totals_first };
        grid.keep_hidden(guard);
        grid
    }

    /// Hides the cells that the last report hid, where their row or column has a hidden cell. So an unchanged table is
    /// shown as in the last report.
    fn keep_hidden(&mut self, guard: &SuppressionRules<'_>) {
        if guard.last.is_none() {
            return;
        }
        let width = self.width();
        // The zeros of a column whose total is 0 are known.
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

    /// Hides further cells until each hidden one is covered. A covered cell stays covered when more cells are hidden.
    fn cover(&mut self, zeros: ZeroCells) {
        let mut waiting: VecDeque<_> = self.cells().filter(|(r, c)| self.hidden[*r][*c] && !self.whole[*c]).collect();
        while let Some(cell) = waiting.pop_front() {
            // If a cell cannot be covered, all cells are hidden and only the totals are shown.
            let all = || self.cells().filter(|(r, c)| self.values[*r][*c] > 0).collect();
            let cover = self.cheapest_loop(cell, zeros).unwrap_or_else(all);
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

    fn cells(&self) -> impl Iterator<Item = (usize, usize)> {
        (0..self.values.len()).flat_map(|r| (0..self.width()).map(move |c| (r, c)))
    }

    /// Returns the cells of the cheapest loop of steps that raises or lowers this cell and leaves all totals unchanged.
    fn cheapest_loop(&self, (row, column): (usize, usize), zeros: ZeroCells) -> Option<Vec<(usize, usize)>> {
        let (from, to) = (self.row_node(row), self.column_node(column));
        [(true, to, from), (false, from, to)]
            .into_iter()
            .filter(|(forth, ..)| self.can_step(row, column, *forth))
            .filter_map(|(_, start, goal)| self.cheapest_path(start, goal, (row, column), zeros))
            .min()
            .map(|(_, path)| path)
    }

    /// Returns the cost of hiding a cell: 0 if it is hidden; more for a larger count; ten times as much for a row total
    /// (or for a cell, if row totals are hidden first); very much for a zero. `None` if hiding the cell covers nothing.
    fn cost(&self, row: usize, column: usize, zeros: ZeroCells) -> Option<u64> {
        const CELL: u64 = 1_000;
        const ZERO: u64 = 1_000_000_000;
        let value = self.values[row][column];
        let is_total = self.has_totals && column + 1 == self.width();
        match (self.hidden[row][column], value, zeros) {
            (true, ..) => Some(0),
            (false, 0, ZeroCells::Known) => None,
            (false, 0, ZeroCells::Suppressible) => Some(ZERO),
            (false, ..) if is_total != self.hides_row_totals_first => Some(CELL * 10 + value.min(CELL)),
            (false, ..) => Some(CELL + value.min(CELL)),
        }
    }

    /// Returns the cheapest path from one total to another (Dijkstra) that avoids one cell: its cost and its cells.
    fn cheapest_path(
        &self,
        start: usize,
        goal: usize,
        but: (usize, usize),
        zeros: ZeroCells,
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

    /// Returns the cells of a row or column total.
    fn cells_at(&self, node: usize) -> Box<dyn Iterator<Item = (usize, usize)> + '_> {
        let n_rows = self.values.len();
        match node.checked_sub(n_rows) {
            Some(column) => Box::new((0..n_rows).map(move |r| (r, column))),
            None if self.has_totals => Box::new((0..self.width()).map(move |c| (node, c))),
            None => Box::new(self.cells()),
        }
    }

    /// Whether a step through a cell is possible, from its row to its column (`forth`) or back.
    ///
    /// A step forth adds 1 to a cell, or takes 1 from a row total, which is on the other side of the row's equation.
    /// What is above zero must stay above zero.
    fn can_step(&self, row: usize, column: usize, forth: bool) -> bool {
        let is_total = self.has_totals && column + 1 == self.width();
        let adds = forth != is_total;
        adds || self.values[row][column] >= 2
    }

    /// Returns the node of a row total. A single column has none: all its rows share one node.
    fn row_node(&self, row: usize) -> usize {
        if self.has_totals { row } else { 0 }
    }

    fn column_node(&self, column: usize) -> usize {
        self.values.len() + column
    }
}

#[cfg(test)]
#[path = "suppression_attack.rs"]
mod attack;
