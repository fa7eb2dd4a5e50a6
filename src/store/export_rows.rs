//! The rows of an export, whatever its format: where they come from, how many they are, and texts made safe for a
//! spreadsheet.

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

/// Separators at which a spreadsheet program may split a line, whatever the separator of the file.
const SEPARATORS: [char; 3] = [',', ';', '\t'];

/// Adds a text to a line of a CSV. A text that a spreadsheet program could split or take for a formula is put in
/// quotation marks; what would be a formula once it is split begins with an apostrophe.
pub(super) fn put_text(line: &mut String, text: &str) {
    let text = guarded(text);
    if !text.contains(SEPARATORS) && !text.contains(['"', '\n', '\r']) && !text.starts_with('\'') {
        line.push_str(&text);
        return;
    }
    line.push('"');
    let mut is_start = false;
    for (place, c) in text.char_indices() {
        if is_start && looks_like_formula(text[place..].trim_start()) && !c.is_whitespace() {
            line.push('\'');
        }
        is_start = SEPARATORS.contains(&c) || matches!(c, '\n' | '\r') || is_start && c.is_whitespace();
        if c == '"' {
            line.push('"');
        }
        line.push(c);
    }
    line.push('"');
}
