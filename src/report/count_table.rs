//! Makes tables of counts by row heading and column, small counts suppressed. Each figure has a place in the long
//! table.

use std::collections::BTreeMap;

use super::facts::{Facts, ReportSettings};
use super::heading::{Breakdown, RowHeading};
use super::publication_history::FigurePlace;
use super::suppression::{LastPublication, SuppressionRules, ZeroCells, suppress_table};

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
    /// The year of all rows, where the rows are not years.
    pub(crate) year: Option<i32>,
    /// Whether zeros may be suppressed.
    pub(crate) zeros: ZeroCells,
    /// Whether small changes since the last report are hidden: not in the series that the office itself publishes.
    pub(crate) hides_small_changes: bool,
    /// Whether row totals are suppressed before further cells.
    pub(crate) hides_row_totals_first: bool,
}

impl TableSpec {
    pub(super) fn new(by: Breakdown, columns: &[CountColumn], total: CountColumn) -> Self {
        Self {
            by,
            columns: columns.to_vec(),
            total,
            year: None,
            zeros: ZeroCells::Suppressible,
            hides_small_changes: true,
            hides_row_totals_first: false,
        }
    }

    /// Returns indicator and place of a figure; the column after the last is the row total.
    pub(crate) fn place(&self, heading: &RowHeading, column: usize) -> (&'static str, FigurePlace) {
        let column = self.columns.get(column).filter(|_| self.columns.len() > 1).copied().unwrap_or(self.total);
        let mut place = FigurePlace::of(self.by, heading);
        if let Some(year) = self.year {
            place = place.in_year(year);
        }
        if let Some((kind, code)) = column.breakdown {
            place = place.and(kind, code);
        }
        (column.indicator, place)
    }
}

/// A row of counts; `None` is a suppressed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    pub heading: RowHeading,
    pub cells: Vec<Option<u64>>,
    pub total: Option<u64>,
}

impl CountRow {
    /// Returns the count of a column; 0 beyond the last column.
    pub(crate) fn cell(&self, column: usize) -> Option<u64> {
        self.cells.get(column).copied().unwrap_or(Some(0))
    }

    /// Returns a column as a share of the row total; `None` if a figure of the row is suppressed or the total is 0.
    pub(crate) fn share(&self, column: usize) -> Option<f64> {
        let total = self.total.filter(|total| *total > 0 && self.cells.iter().all(Option::is_some))?;
        Some(self.cell(column)? as f64 / total as f64)
    }
}

/// A table of counts, small counts suppressed.
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

    pub(super) fn suppress(self, spec: TableSpec, facts: &Facts, settings: &ReportSettings) -> CountTable {
        let headings: Vec<RowHeading> = self.counts.keys().cloned().collect();
        let cells: Vec<Vec<u64>> = self.counts.into_values().collect();
        let last = |row: usize, column: usize| {
            let (indicator, place) = spec.place(&headings[row], column);
            if place.quartier.is_none() && place.breakdown == "all" && place.period == "all" {
                return LastPublication::default();
            }
            facts.publication_history.last(indicator, place)
        };
        let guard = SuppressionRules {
            min_cell: settings.min_cell,
            zeros: spec.zeros,
            hides_row_totals_first: spec.hides_row_totals_first,
            last: spec.hides_small_changes.then_some(&last),
        };
        let shown = suppress_table(&cells, &guard);
        let row = |((heading, cells), total)| CountRow { heading, cells, total };
        let rows = headings.into_iter().zip(shown.cells).zip(shown.row_totals).map(row).collect();
        // A table without rows has no column totals yet.
        let mut totals = shown.column_totals;
        totals.resize(self.n_columns, Some(0));
        let total = CountRow { heading: RowHeading::All, cells: totals, total: shown.total };
        CountTable { spec, rows, total }
    }
}
