//! The heading of a table: its columns, each with the meaning that its text gives.

use crate::record::{Field, FieldReason};

use super::super::headers::Rank;

/// A column of a table, with the meaning that its heading gives.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct HeadingColumn {
    /// Index from 0.
    pub(super) column: u16,
    /// Row of the heading's lowest cell, from 1.
    pub(super) row: u32,
    /// The heading as typed, behind the titles above it.
    pub(super) text: String,
    pub(super) field: Field,
    pub(super) why: FieldReason,
    pub(super) rank: Rank,
}

impl HeadingColumn {
    pub(super) fn is_pinned(&self) -> bool {
        self.why == FieldReason::Pinned
    }
}

pub(super) struct TableHeading {
    pub(super) n_rows: usize,
    pub(super) columns: Vec<HeadingColumn>,
}
