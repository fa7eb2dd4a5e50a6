//! Finds long numbers that the spreadsheet rounded: written with an exponent, or with more digits than a cell keeps.
//! Why it matters: the last digits are lost.
//! Example: 2,43812E+11 as a telephone number.

use super::*;

pub(super) const RULE: Rule = Rule::warning("number-rounded", Check::File(check));

/// A cell keeps 15 digits.
const MAX_EXACT: f64 = 1e15;

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let is_hit = |cell: &RawCell| match &cell.value {
        CellValue::Text(text) => has_exponent(text),
        CellValue::Number(number) => number.abs() >= MAX_EXACT,
        _ => false,
    };
    column_hits(file.raw, is_hit).into_iter().map(ColumnHits::into_hit).collect()
}

/// Whether a text is a number with an exponent: `2,43812E+11`.
fn has_exponent(text: &str) -> bool {
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let Some((number, exponent)) = text.trim().split_once(['E', 'e']) else { return false };
    let Some((whole, decimals)) = number.split_once([',', '.']) else { return false };
    exponent.strip_prefix('+').is_some_and(is_digits) && is_digits(whole) && is_digits(decimals)
}
