//! The columns of an earlier sheet of the same book, for a sheet without headings: registers are often kept by month,
//! and only the first sheet has titles.

use crate::record::GridRow;

use super::heading_column::HeadingColumn;
use super::moved_rows::fits_columns;
use super::table_columns::TableColumns;

/// The columns of a table as they were read.
#[derive(Debug, Clone)]
pub(crate) struct BookColumns {
    list: Vec<HeadingColumn>,
}

impl BookColumns {
    pub(super) fn of(columns: &TableColumns) -> Self {
        let without_row = |column: &HeadingColumn| HeadingColumn { row: 0, ..column.clone() };
        Self { list: columns.list.iter().map(without_row).collect() }
    }

    /// Returns the columns and the first row that fits them, if nearly all rows of a sheet do.
    pub(super) fn fitting(&self, rows: &[&GridRow]) -> Option<(Vec<HeadingColumn>, u32)> {
        const FEWEST_CELLS: usize = 3;
        const FEWEST_ROWS: usize = 2;
        let mut columns = TableColumns::new(self.list.clone());
        columns.index_fields();
        let last = columns.last_column()?;
        let is_data = |row: &&&GridRow| row.cells.len() >= FEWEST_CELLS;
        let is_fitting = |row: &&&GridRow| {
            fits_columns(row, &columns) && row.cells.last().is_some_and(|(column, _)| *column <= last)
        };
        let n = rows.iter().filter(is_data).count();
        let n_fitting = rows.iter().filter(is_data).filter(is_fitting).count();
        let first = rows.iter().filter(is_data).find(is_fitting)?.row;
        (n_fitting >= FEWEST_ROWS && n_fitting * 10 >= n * 8).then(|| (self.list.clone(), first))
    }
}
