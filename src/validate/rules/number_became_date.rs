//! Finds numbers of acts, fiches or parcels that the spreadsheet turned into dates.
//! Why it matters: the number as typed is lost: 12/3 became the 12th of March.
//! Example: act 12/3/2017 in a cell with a date format.

use super::*;

pub(super) const RULE: Rule = Rule::warning("number-became-date", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    use Field::{ActNumber, Address, Fiche, Folio, JudgmentNumber, Order, Parcel, Volume};
    let is_number =
        |field| matches!(field, ActNumber | Address | Fiche | Folio | JudgmentNumber | Order | Parcel | Volume);
    let is_date = |value: &CellValue| match value {
        CellValue::DateSerial { .. } => true,
        CellValue::Text(text) => is_month_and_number(text),
        _ => false,
    };
    let is_hit = |cell: &RawCell| is_number(cell.field) && is_date(&cell.value);
    column_hits(file.raw, is_hit).into_iter().map(ColumnHits::into_hit).collect()
}

/// Whether a text is a date as a spreadsheet writes it into a CSV file: `oct-16`, `15-mars`.
pub(super) fn is_month_and_number(text: &str) -> bool {
    const MONTHS: &str = "JAN FEV FEB MAR MRT AVR APR MAI MAY MEI JUI JUN JUL AOU AUG SEP OCT OKT NOV DEC";
    let is_month = |word: &str| {
        let folded = fold(word);
        // Spreadsheets write no month in capitals: `MAR-14` is a series of an office.
        let is_small = word.contains(char::is_lowercase);
        is_small
            && folded.len() >= 3
            && MONTHS.split(' ').any(|month| folded.starts_with(month))
            && !folded.contains(' ')
    };
    let is_number = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    let Some((first, second)) = text.trim().split_once('-') else { return false };
    is_month(first) && is_number(second) || is_number(first) && is_month(second)
}
