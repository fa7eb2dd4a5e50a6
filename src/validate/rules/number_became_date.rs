//! Finds numbers of acts, fiches or parcels that the spreadsheet turned into dates.
//! Why it matters: the number as typed is lost: 12/3 became the 12th of March.
//! Example: act 12/3/2017 in a cell with a date format.

use super::*;

pub(super) const RULE: Rule = Rule::warning("number-became-date", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    use Field::{ActNumber, Fiche, Folio, JudgmentNumber, Order, Parcel, Volume};
    let is_number = |field| matches!(field, ActNumber | Fiche | Folio | JudgmentNumber | Order | Parcel | Volume);
    let is_hit = |cell: &RawCell| matches!(cell.value, CellValue::DateSerial { .. }) && is_number(cell.field);
    column_hits(file.raw, is_hit).into_iter().map(ColumnHits::into_hit).collect()
}
