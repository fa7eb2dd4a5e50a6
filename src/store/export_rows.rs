//! The rows of an export, whatever its format: where they come from, how many they are, and texts made safe for a spreadsheet.

use std::borrow::Cow;

use crate::error::Result;
use crate::record::looks_like_formula;

use super::data_frame::RowVisitor;

/// Counts of an export.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ExportCounts {
    /// Number of rows.
    pub n_rows: u64,
    /// Number of texts cut because a workbook's cell holds 32,767 characters at most; 0 in the other formats.
    pub n_cut: u64,
}

/// Calls a visitor with each row, and returns the number of rows.
pub(super) type RowSource<'r> = dyn FnMut(&mut RowVisitor<'_>) -> Result<u64> + 'r;

/// Returns the text, with an apostrophe before it where a spreadsheet program would read a formula.
pub(super) fn guarded(text: &str) -> Cow<'_, str> {
    if looks_like_formula(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}
