//! Counts by heading and column, protected, with the place of each figure in the long table.

use std::collections::BTreeMap;

use super::heading::{Breakdown, Heading};
use super::place::{Earlier, Place};
use super::protect::{Guard, Last, Zeros, protect};

/// What a column counts: its indicator, and the breakdown it adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// The indicator's code.
    pub indicator: &'static str,
    /// Kind and code, `("sex", "M")`.
    pub and: Option<(&'static str, &'static str)>,
}

impl Column {
    pub(super) const fn of(indicator: &'static str) -> Self {
        Self { indicator, and: None }
    }
}

/// What a table counts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What its rows stand for.
    pub by: Breakdown,
    /// Its columns.
    pub columns: Vec<Column>,
    /// What a row's sum counts; with one column, the column itself.
    pub total: Column,
    /// The year it speaks of, where the rows are not years.
    pub year: Option<i32>,
    /// Whether zeros may be hidden.
    pub zeros: Zeros,
    /// Whether changes since the last report are hidden where they are small: not in the series that the office prints itself.
    pub hides_changes: bool,
    /// Whether a row's sum is hidden rather than a cell.
    pub gives_sums: bool,
}

impl Plan {
    pub(super) fn new(by: Breakdown, columns: &[Column], total: Column) -> Self {
        Self {
            by,
            columns: columns.to_vec(),
            total,
            year: None,
            zeros: Zeros::MayHide,
            hides_changes: true,
            gives_sums: false,
        }
    }

    /// Indicator and place of a figure; the column after the last is the row's sum.
    #[must_use]
    pub fn place(&self, heading: &Heading, column: usize) -> (&'static str, Place) {
        let column = self.columns.get(column).filter(|_| self.columns.len() > 1).copied().unwrap_or(self.total);
        let mut place = Place::of(self.by, heading);
        if let Some(year) = self.year {
            place = place.in_year(year);
        }
        match column.and {
            Some((kind, code)) => (column.indicator, place.and(kind, code)),
            None => (column.indicator, place),
        }
    }
}

/// A row of protected counts; `None` is a hidden figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountedRow {
    /// What it stands for.
    pub heading: Heading,
    /// A count for each column.
    pub cells: Vec<Option<u64>>,
    /// Their sum.
    pub total: Option<u64>,
}

impl CountedRow {
    /// One of its counts.
    #[must_use]
    pub fn cell(&self, column: usize) -> Option<u64> {
        self.cells.get(column).copied().unwrap_or(Some(0))
    }

    /// A column as a share of the sum; `None` if one of the row's figures is hidden or there is nothing.
    #[must_use]
    pub fn share(&self, column: usize) -> Option<f64> {
        let total = self.total.filter(|total| *total > 0 && self.cells.iter().all(Option::is_some))?;
        Some(self.cell(column)? as f64 / total as f64)
    }
}

/// A protected table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// What it counts.
    pub plan: Plan,
    /// Its rows, in order.
    pub rows: Vec<CountedRow>,
    /// The sums of its columns.
    pub total: CountedRow,
}

/// Counts being made.
pub(super) struct Tally {
    counts: BTreeMap<Heading, Vec<u64>>,
    n_columns: usize,
}

impl Tally {
    /// With these rows, whatever is counted.
    pub(super) fn new(n_columns: usize, rows: impl IntoIterator<Item = Heading>) -> Self {
        Self { counts: rows.into_iter().map(|heading| (heading, vec![0; n_columns])).collect(), n_columns }
    }

    pub(super) fn add(&mut self, heading: Heading, column: usize, n: u64) {
        let row = self.counts.entry(heading).or_insert_with(|| vec![0; self.n_columns]);
        row[column] += n;
    }

    /// The exact counts, row by row.
    pub(super) fn exact(&self) -> impl Iterator<Item = (&Heading, &[u64])> {
        self.counts.iter().map(|(heading, row)| (heading, row.as_slice()))
    }

    /// The table as it may be shown.
    pub(super) fn protect(self, plan: Plan, min_cell: u32, earlier: &Earlier) -> Counted {
        let headings: Vec<Heading> = self.counts.keys().cloned().collect();
        let cells: Vec<Vec<u64>> = self.counts.into_values().collect();
        let last = |row: usize, column: usize| {
            let (indicator, place) = plan.place(&headings[row], column);
            if place.quartier.is_none() && place.breakdown == "all" && place.period == "all" {
                return Last::default();
            }
            earlier.last(indicator, place)
        };
        let guard = Guard {
            min_cell,
            zeros: plan.zeros,
            gives_sums: plan.gives_sums,
            last: plan.hides_changes.then_some(&last),
        };
        let shown = protect(&cells, &guard);
        let rows = headings
            .iter()
            .zip(shown.cells)
            .zip(shown.row_totals)
            .map(|((heading, cells), total)| CountedRow { heading: heading.clone(), cells, total })
            .collect();
        // A table without rows has no columns to sum.
        let mut totals = shown.column_totals;
        totals.resize(self.n_columns, Some(0));
        let total = CountedRow { heading: Heading::All, cells: totals, total: shown.total };
        Counted { plan, rows, total }
    }
}
