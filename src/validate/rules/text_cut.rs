//! Finds texts of exactly 255 characters.
//! Why it matters: older programs cut a text at 255 characters; the end is probably lost.
//! Example: a remark that ends in the middle of a word after 255 characters.

use super::*;

pub(super) const RULE: Rule = Rule::warning("text-cut", Check::File(check));

/// The length at which older programs cut a text, and the longest text of a cell.
const LENGTHS: [usize; 2] = [255, 32_767];

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let is_hit = |cell: &RawCell| match &cell.value {
        CellValue::Text(text) => text.len() >= LENGTHS[0] && LENGTHS.contains(&text.chars().count()),
        _ => false,
    };
    column_hits(file.raw, is_hit).into_iter().map(ColumnHits::into_hit).collect()
}
