//! What a text may do where it is read.

/// Whether a spreadsheet might take the text for a formula or a control, by its first character.
///
/// Source: OWASP, CSV injection; with the full-width signs that spreadsheets fold.
#[must_use]
pub fn looks_like_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '\0', '＝', '＋', '－', '＠'])
}
