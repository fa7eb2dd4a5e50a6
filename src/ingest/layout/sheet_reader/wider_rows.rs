//! Reads rows that are wider than the heading of their table: by its columns, or by those that their content gives.

use crate::record::{CellValue, GridRow};

use super::super::content_columns::columns_by_content;
use super::super::moved_rows::{MovedRows, are_misplaced, is_wider, stays_in_columns};
use super::super::table_columns::TableColumns;
use super::{SAMPLE, SheetReader};

impl SheetReader<'_> {
    /// Finds the columns of rows that are wider than the heading, at the first of them.
    pub(super) fn note_wider_rows(&mut self, rows: &[GridRow]) {
        let Some(columns) = &self.columns else { return };
        if self.moved.is_some() || self.set_aside.is_some() || !is_wider(&rows[0], columns) {
            return;
        }
        let wide: Vec<&GridRow> = rows.iter().filter(|row| is_wider(row, columns)).take(SAMPLE).collect();
        if !are_misplaced(&wide, columns) {
            self.moved = Some(MovedRows::AsHeading);
            return;
        }
        let moved: Vec<&GridRow> = wide.into_iter().filter(|row| !stays_in_columns(row, columns)).collect();
        self.moved = Some(match columns_by_content(&moved, self.options.headers, self.options.kind) {
            Some(list) => {
                self.guessed_columns = list.iter().map(|column| (column.column, column.field)).collect();
                let mut columns = TableColumns::new(list);
                columns.index_fields();
                MovedRows::ByContent(columns)
            }
            None => MovedRows::Unreadable,
        });
    }

    /// The columns by which a row of the current table is read: those of its heading, unless the row is wider and its
    /// own cells do not fit them.
    pub(super) fn columns_of(&self, row: &GridRow) -> Option<&TableColumns> {
        let columns = self.columns.as_ref()?;
        match &self.moved {
            Some(MovedRows::ByContent(moved)) if is_wider(row, columns) && !stays_in_columns(row, columns) => {
                Some(moved)
            }
            _ => Some(columns),
        }
    }

    /// Remembers a row of data that has cells to the right of the table, or whose columns its content gave.
    pub(super) fn note_wider_row(&mut self, row: &GridRow) {
        let Some(columns) = self.columns.as_ref().filter(|columns| is_wider(row, columns)) else { return };
        let is_moved = matches!(self.moved, Some(MovedRows::ByContent(_))) && !stays_in_columns(row, columns);
        if is_moved {
            self.guessed_rows.extend(row.cells.first().map(|(column, _)| (row.row, *column)));
        } else {
            let last = columns.last_column().unwrap_or_default();
            let is_beyond = |(column, _): &&(u16, CellValue)| *column > last;
            self.beside.extend(row.cells.iter().filter(is_beyond).map(|(column, _)| (row.row, *column)));
        }
    }
}
