//! Tables of counts by row heading and column, small counts suppressed; each figure has its place in the long table.

use std::collections::BTreeMap;

use super::figure_place::FigurePlace;
use super::heading::{Breakdown, RowHeading};
use super::publication_history::PublicationHistory;
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

/// The definition of a table.
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

    /// Indicator and place of a figure; the column after the last is the row total.
    #[must_use]
    pub(crate) fn place(&self, heading: &RowHeading, column: usize) -> (&'static str, FigurePlace) {
        let column = self.columns.get(column).filter(|_| self.columns.len() > 1).copied().unwrap_or(self.total);
        let mut place = FigurePlace::of(self.by, heading);
        if let Some(year) = self.year {
            place = place.in_year(year);
        }
        match column.breakdown {
            Some((kind, code)) => (column.indicator, place.and(kind, code)),
            None => (column.indicator, place),
        }
    }
}

/// A row of counts; `None` is a suppressed figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CountRow {
    /// The heading.
    pub heading: RowHeading,
    /// The count of each column.
    pub cells: Vec<Option<u64>>,
    /// The row total.
    pub total: Option<u64>,
}

impl CountRow {
    /// The count of a column; 0 beyond the last column.
    #[must_use]
    pub(crate) fn cell(&self, column: usize) -> Option<u64> {
        self.cells.get(column).copied().unwrap_or(Some(0))
    }

    /// A column as a share of the row total; `None` if a figure of the row is suppressed or the total is 0.
    #[must_use]
    pub(crate) fn share(&self, column: usize) -> Option<f64> {
        let total = self.total.filter(|total| *total > 0 && self.cells.iter().all(Option::is_some))?;
        Some(self.cell(column)? as f64 / total as f64)
    }
}

/// A table of counts, small counts suppressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CountTable {
    pub(crate) spec: TableSpec,
    /// The rows, in the order of their headings.
    pub(crate) rows: Vec<CountRow>,
    pub(crate) total: CountRow,
}

/// Adds up the exact counts of a table.
pub(super) struct CountTableBuilder {
    counts: BTreeMap<RowHeading, Vec<u64>>,
    n_columns: usize,
}

impl CountTableBuilder {
    /// A table that has at least these rows.
    pub(super) fn new(n_columns: usize, rows: impl IntoIterator<Item = RowHeading>) -> Self {
        Self { counts: rows.into_iter().map(|heading| (heading, vec![0; n_columns])).collect(), n_columns }
    }

    pub(super) fn add(&mut self, heading: RowHeading, column: usize, n: u64) {
        let row = self.counts.entry(heading).or_insert_with(|| vec![0; self.n_columns]);
        row[column] += n;
    }

    /// The exact counts, row by row.
    pub(super) fn exact(&self) -> impl Iterator<Item = (&RowHeading, &[u64])> {
        self.counts.iter().map(|(heading, row)| (heading, row.as_slice()))
    }

    /// The table with small counts suppressed.
    pub(super) fn suppress(
        self,
        spec: TableSpec,
        min_cell: u32,
        publication_history: &PublicationHistory,
    ) -> CountTable {
        let headings: Vec<RowHeading> = self.counts.keys().cloned().collect();
        let cells: Vec<Vec<u64>> = self.counts.into_values().collect();
        let last = |row: usize, column: usize| {
            let (indicator, place) = spec.place(&headings[row], column);
            if place.quartier.is_none() && place.breakdown == "all" && place.period == "all" {
                return LastPublication::default();
            }
            publication_history.last(indicator, place)
        };
        let guard = SuppressionRules {
            min_cell,
            zeros: spec.zeros,
            hides_row_totals_first: spec.hides_row_totals_first,
            last: spec.hides_small_changes.then_some(&last),
        };
        let shown = suppress_table(&cells, &guard);
        let rows = headings
            .iter()
            .zip(shown.cells)
            .zip(shown.row_totals)
            .map(|((heading, cells), total)| CountRow { heading: heading.clone(), cells, total })
            .collect();
        // A table without rows has no column totals yet.
        let mut totals = shown.column_totals;
        totals.resize(self.n_columns, Some(0));
        let total = CountRow { heading: RowHeading::All, cells: totals, total: shown.total };
        CountTable { spec, rows, total }
    }
}
