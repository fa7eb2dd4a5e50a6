//! Finds numbers missing in a register.
//! Why it matters: acts were not copied, or a page is lost.
//! Example: acts 1 to 40 without 17 and 18.

use super::*;

pub(super) const RULE: Rule = Rule::warning("act-number-gap", Check::File(check));

/// Minimum count of numbers: fewer do not show a sequence.
const MIN_NUMBERS: usize = 10;

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    file.sheets().filter_map(|rows| check_sheet(file, rows)).collect()
}

/// Ignores sheets with more than one missing number for every five present: they are not numbered in sequence.
fn check_sheet(file: &FileRows<'_>, rows: &[&RowInput<'_>]) -> Option<GroupHit> {
    let mut numbers: BTreeSet<u32> =
        rows.iter().filter_map(|input| Some(input.row.act.as_ref()?.act.as_ref()?.number)).collect();
    if numbers.len() >= MIN_NUMBERS {
        numbers.extend(cancelled_numbers(file.raw, rows.first()?.raw.at.sheet, Field::ActNumber));
    }
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let n_missing = (last - first) as usize + 1 - numbers.len();
    if numbers.len() < MIN_NUMBERS || n_missing == 0 || n_missing * 5 > numbers.len() {
        return None;
    }
    let numbers: Vec<u32> = numbers.into_iter().collect();
    let args = vec![("n", n_missing.to_string()), ("numbers", missing_between(&numbers))];
    Some(sheet_hit(rows.first()?.raw.at, args))
}
