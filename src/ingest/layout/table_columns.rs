//! The columns of a table with the field that each was resolved to.

use crate::record::{Field, FieldReason};

use super::heading::HeadingColumn;

#[derive(Debug, Default)]
pub(super) struct TableColumns {
    pub(super) list: Vec<HeadingColumn>,
    /// Columns whose blank cells stand for the value above.
    pub(super) repeated: Vec<u16>,
    /// First column of a second table to the right of the first.
    pub(super) second_table_from: Option<u16>,
    /// Fields by column, for rows; see [`TableColumns::index_fields`].
    fields: Vec<Field>,
}

impl TableColumns {
    pub(super) fn new(list: Vec<HeadingColumn>) -> Self {
        Self { list, ..Self::default() }
    }

    /// Makes [`TableColumns::field`] return the fields of the list.
    pub(super) fn index_fields(&mut self) {
        let widest = self.list.iter().map(|column| column.column).max().unwrap_or(0);
        self.fields = vec![Field::Other; usize::from(widest) + 1];
        for column in &self.list {
            self.fields[usize::from(column.column)] = column.field;
        }
    }

    /// The field of a column; [`Field::Other`] for a column without a heading.
    pub(super) fn field(&self, column: u16) -> Field {
        self.fields.get(usize::from(column)).copied().unwrap_or(Field::Other)
    }

    pub(super) fn has(&self, field: Field) -> bool {
        self.list.iter().any(|column| column.field == field)
    }

    pub(super) fn has_any(&self, fields: &[Field]) -> bool {
        self.list.iter().any(|column| fields.contains(&column.field))
    }

    /// Index in the list of the first column of a field that the settings do not pin.
    pub(super) fn position_unpinned(&self, field: Field) -> Option<usize> {
        self.list.iter().position(|column| column.field == field && !column.is_pinned())
    }

    /// Gives a column of the list a field by what it holds.
    pub(super) fn set_by_content(&mut self, index: usize, field: Field) {
        let column = &mut self.list[index];
        (column.field, column.why) = (field, FieldReason::Content);
    }
}
