//! Hides small counts, and enough others that they can't be worked out from the totals.
//!
//! A table is published with its column totals and, where it has several columns, its row totals. A count from 1 to
//! `min_cell - 1` is hidden. Then more are hidden until, for every hidden cell, another table of whole numbers exists
//! that agrees with all that is shown, keeps each hidden count that isn't zero above zero, and differs in that cell.
//! Such a table is found as a loop of +1 and -1 steps through hidden cells (the totals make the table a network).
//! Only where every cell is hidden already may a reader who excludes zeros still conclude (five rows that sum to 5).
//!
//! Column totals are hidden by their own values alone, so that tables of the same people under different headings
//! hide the same ones. It knows nothing of what is counted.

use std::collections::VecDeque;

/// Whether a zero may be hidden to cover another cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zeros {
    /// A zero may be hidden, after all other cells.
    MayHide,
    /// The reader knows where zeros must be, so that hiding one covers nothing.
    Known,
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
pub fn protect(cells: &[Vec<u64>], min_cell: u32, zeros: Zeros) -> Protected {
    let min_cell = u64::from(min_cell);
    let n_columns = cells.first().map_or(0, Vec::len);
    let column_totals: Vec<u64> = (0..n_columns).map(|c| cells.iter().map(|row| row[c]).sum()).collect();
    let total: u64 = column_totals.iter().sum();
    if is_small(total, min_cell) {
        return all_hidden(cells.len(), n_columns);
    }
    let hidden_columns = hidden_totals(&column_totals, min_cell);
    let mut board = Board::new(cells, &hidden_columns, min_cell);
    board.cover(zeros);

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
pub fn protect_column(counts: &[u64], min_cell: u32) -> (Vec<Option<u64>>, Option<u64>) {
    let cells: Vec<Vec<u64>> = counts.iter().map(|n| vec![*n]).collect();
    let shown = protect(&cells, min_cell, Zeros::MayHide);
    (shown.row_totals, shown.total)
}

/// The count, or `None` if it is small: for a figure that enters no sum.
#[must_use]
pub fn protect_one(count: u64, min_cell: u32) -> Option<u64> {
    (!is_small(count, u64::from(min_cell))).then_some(count)
}

fn is_small(count: u64, min_cell: u64) -> bool {
    0 < count && count < min_cell
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
fn hidden_totals(totals: &[u64], min_cell: u64) -> Vec<bool> {
    let mut hidden: Vec<bool> = totals.iter().map(|sum| is_small(*sum, min_cell)).collect();
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
}

impl Board {
    fn new(cells: &[Vec<u64>], hidden_columns: &[bool], min_cell: u64) -> Self {
        let has_totals = hidden_columns.len() > 1;
        let mut whole = hidden_columns.to_vec();
        if has_totals {
            whole.push(false);
        }
        let mut values = cells.to_vec();
        let mut hidden = Vec::with_capacity(cells.len());
        for row in &mut values {
            let in_hidden: u64 = row.iter().zip(hidden_columns).filter(|(_, h)| **h).map(|(n, _)| n).sum();
            if has_totals {
                row.push(row.iter().sum());
            }
            hidden.push(
                row.iter()
                    .zip(&whole)
                    .map(|(n, whole)| if *whole { in_hidden > 0 } else { is_small(*n, min_cell) })
                    .collect(),
            );
        }
        Self { values, hidden, whole, has_totals }
    }

    fn width(&self) -> usize {
        self.whole.len()
    }

    /// Hides further cells until each hidden one is covered; a covered cell stays so when more are hidden.
    fn cover(&mut self, zeros: Zeros) {
        let all = (0..self.values.len()).flat_map(|r| (0..self.width()).map(move |c| (r, c)));
        let mut waiting: VecDeque<_> = all.filter(|(r, c)| self.hidden[*r][*c] && !self.whole[*c]).collect();
        while let Some(cell) = waiting.pop_front() {
            while !self.can_differ(cell.0, cell.1) {
                let Some((r, c)) = self.next_to_hide(cell, zeros) else { break };
                self.hidden[r][c] = true;
                if !self.whole[c] {
                    waiting.push_back((r, c));
                }
            }
        }
    }

    /// The smallest shown cell that isn't zero: in the cell's row or column if it stands there alone, else in both;
    /// then anywhere; then zeros in the same order.
    fn next_to_hide(&self, (row, column): (usize, usize), zeros: Zeros) -> Option<(usize, usize)> {
        let in_row: Vec<_> = if self.has_totals { (0..self.width()).map(|c| (row, c)).collect() } else { Vec::new() };
        let in_column: Vec<_> = (0..self.values.len()).map(|r| (r, column)).collect();
        let alone = |line: &[(usize, usize)]| line.iter().filter(|(r, c)| self.hidden[*r][*c]).count() == 1;
        let both = [in_row.as_slice(), in_column.as_slice()].concat();
        let first = if alone(&in_row) {
            &in_row
        } else if alone(&in_column) {
            &in_column
        } else {
            &both
        };
        let anywhere: Vec<_> = (0..self.values.len()).flat_map(|r| (0..self.width()).map(move |c| (r, c))).collect();
        let pick = |line: &[(usize, usize)], zero: bool| {
            let open = line.iter().copied().filter(|(r, c)| !self.hidden[*r][*c] && (self.values[*r][*c] == 0) == zero);
            open.min_by_key(|(r, c)| (self.values[*r][*c], *r, *c))
        };
        let lines = [first.as_slice(), &both, &anywhere];
        let nonzero = lines.iter().find_map(|line| pick(line, false));
        nonzero.or_else(|| if zeros == Zeros::MayHide { lines.iter().find_map(|line| pick(line, true)) } else { None })
    }

    /// Whether a loop of steps through hidden cells raises or lowers this cell and leaves all sums as they are.
    fn can_differ(&self, row: usize, column: usize) -> bool {
        let (from, to) = (self.row_node(row), self.column_node(column));
        (self.can_step(row, column, true) && self.reaches(to, from, (row, column)))
            || (self.can_step(row, column, false) && self.reaches(from, to, (row, column)))
    }

    /// Whether a step may pass through a hidden cell, from its row to its column (`forth`) or back.
    ///
    /// Forth adds one to a cell and takes one from a row total (which stands on the other side of its row's sum).
    fn can_step(&self, row: usize, column: usize, forth: bool) -> bool {
        let is_total = self.has_totals && column + 1 == self.width();
        let adds = forth != is_total;
        adds || self.values[row][column] >= 2
    }

    fn reaches(&self, start: usize, goal: usize, but: (usize, usize)) -> bool {
        let mut seen = vec![false; self.values.len() + self.width()];
        let mut waiting = VecDeque::from([start]);
        seen[start] = true;
        while let Some(node) = waiting.pop_front() {
            if node == goal {
                return true;
            }
            for (r, hidden) in self.hidden.iter().enumerate() {
                for c in (0..self.width()).filter(|c| hidden[*c] && (r, *c) != but) {
                    let ends = [self.row_node(r), self.column_node(c)];
                    for (here, there, forth) in [(ends[0], ends[1], true), (ends[1], ends[0], false)] {
                        if here == node && !seen[there] && self.can_step(r, c, forth) {
                            seen[there] = true;
                            waiting.push_back(there);
                        }
                    }
                }
            }
        }
        false
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
