//! Makes tables of counts by row heading and column. Each figure has a place in the long table.

use std::collections::BTreeMap;

use super::figure_place::FigurePlace;
use super::heading::{Breakdown, RowHeading};

/// A column: its indicator and the breakdown it adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct CountColumn {
    pub(crate) indicator: &'static str,
    /// Kind and code, e.g. `("sex", "M")`.
    pub(crate) breakdown: Option<(&'static str, &'static str)>,
}

impl CountColumn {
    pub(super) const fn of(indicator: &'static str) -> Self {
        Self { indicator, breakdown: None }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TableSpec {
    pub(crate) by: Breakdown,
    pub(crate) columns: Vec<CountColumn>,
    /// What a row total counts; in a table with one column, that column.
    pub(crate) total: CountColumn,
}

impl TableSpec {
    pub(super) fn new(by: Breakdown, columns: &[CountColumn], total: CountColumn) -> Self {
        Self { by, columns: columns.to_vec(), total }
    }

    /// Returns indicator and place of a figure; the column after the last is the row total.
    pub(crate) fn place(&self, heading: &RowHeading, column: usize) -> (&'static str, FigurePlace) {
        let column = self.columns.get(column).filter(|_| self.columns.len() > 1).copied().unwrap_or(self.total);
        let mut place = FigurePlace::of(self.by, heading);
        if let Some((kind, code)) = column.breakdown {
            place = place.and(kind, code);
        }
        (column.indicator, place)
    }
}

/// A row of counts; `None` is a figure that a release hides.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    pub heading: RowHeading,
    pub cells: Vec<Option<u64>>,
    pub total: Option<u64>,
    /// Smallest total of which a share is shown.
    pub(crate) least_whole: u64,
    /// Whether a release hides the whole row, since it would give a hidden count back.
    pub(crate) is_withheld: bool,
}

impl CountRow {
    /// Hides the whole row.
    pub(crate) fn withhold(&mut self) {
        self.cells.iter_mut().for_each(|n| *n = None);
        (self.total, self.is_withheld) = (None, true);
    }

    /// Returns the count of a column; 0 beyond the last column.
    pub(crate) fn cell(&self, column: usize) -> Option<u64> {
        self.cells.get(column).copied().unwrap_or(Some(0))
    }

    /// Returns a column as a share of the row total; `None` if one of the two is hidden or the total is too small.
    pub(crate) fn share(&self, column: usize) -> Option<f64> {
        share(self.cell(column), self.total, self.least_whole)
    }
}

/// Returns part / whole; `None` if one of them is hidden or the whole is smaller than `least`. Counts that a release
/// rounds may exceed their whole: the share is then 1.
pub(crate) fn share(part: Option<u64>, whole: Option<u64>, least: u64) -> Option<f64> {
    let (part, whole) = (part?, whole.filter(|whole| *whole >= least.max(1))?);
    Some((part as f64 / whole as f64).min(1.0))
}

/// Returns the sum of two counts that are shown; the whole where one of them is hidden. Rounding, each by itself, can
/// make the sum another number than the whole.
pub(crate) fn sum_of_shown(part: Option<u64>, rest: Option<u64>, whole: Option<u64>) -> Option<u64> {
    part.zip(rest).map(|(part, rest)| part + rest).or(whole)
}

/// A table of counts.
pub(crate) struct CountTable {
    pub(crate) spec: TableSpec,
    pub(crate) rows: Vec<CountRow>,
    pub(crate) total: CountRow,
}

/// The exact counts of a table.
pub(super) struct CountTableBuilder {
    counts: BTreeMap<RowHeading, Vec<u64>>,
    n_columns: usize,
}

impl CountTableBuilder {
    /// Returns a table that has at least these rows.
    pub(super) fn new(n_columns: usize, rows: impl IntoIterator<Item = RowHeading>) -> Self {
        Self { counts: rows.into_iter().map(|heading| (heading, vec![0; n_columns])).collect(), n_columns }
    }

    pub(super) fn add(&mut self, heading: RowHeading, column: usize, n: u64) {
        self.counts.entry(heading).or_insert_with(|| vec![0; self.n_columns])[column] += n;
    }

    pub(super) fn exact(&self) -> impl Iterator<Item = (&RowHeading, &[u64])> {
        self.counts.iter().map(|(heading, row)| (heading, row.as_slice()))
    }

    /// Returns the table with its totals.
    pub(super) fn finish(self, spec: TableSpec) -> CountTable {
        let mut totals = vec![0; self.n_columns];
        for row in self.counts.values() {
            totals.iter_mut().zip(row).for_each(|(total, n)| *total += n);
        }
        let row = |heading, cells: Vec<u64>| CountRow {
            heading,
            total: Some(cells.iter().sum()),
            cells: cells.into_iter().map(Some).collect(),
            least_whole: 1,
            is_withheld: false,
        };
        let rows = self.counts.into_iter().map(|(heading, cells)| row(heading, cells)).collect();
        CountTable { spec, rows, total: row(RowHeading::All, totals) }
    }
}
