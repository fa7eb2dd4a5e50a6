//! Finds a census sheet without any data on households: no number, no address, no relation.
//! Why it matters: its persons are counted without a household, and cannot be told apart from other persons of their
//! name. Example: a list of names, sexes and dates of birth.

use super::*;

pub(super) const RULE: Rule = Rule::warning("household-missing", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    if file.raw.kind != Kind::Census {
        return Vec::new();
    }
    let sheets = file.sheets().filter(|rows| rows.iter().all(|input| input.row.fiche.is_none()));
    sheets
        .filter_map(|rows| rows.first())
        .map(|input| sheet_hit(RowAt { row: 0, ..input.raw.at }, Vec::new()))
        .collect()
}
