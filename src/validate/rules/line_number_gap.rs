//! Finds a gap in the running numbers of a sheet.
//! Why it matters: a row may have been lost.
//! Example: N° 1, 2, 3, 5, 6.

use super::*;

pub(super) const RULE: Rule = Rule::warning("line-number-gap", Check::File(check));

/// Minimum count of numbers: fewer do not show a sequence.
const MIN_NUMBERS: usize = 10;

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    file.sheets().filter_map(|rows| check_sheet(file, rows)).collect()
}

/// Checks only sheets in which at least 95 % of the numbers follow each other: others number by household.
fn check_sheet(file: &FileRows<'_>, rows: &[&RowInput<'_>]) -> Option<GroupHit> {
    let mut numbers: Vec<u32> =
        rows.iter().filter_map(|input| input.raw.field_text(Field::Order).trim().parse().ok()).collect();
    let sheet = rows.first()?.raw.at.sheet;
    let mut cancelled = cancelled_numbers(file.raw, sheet, Field::Order);
    cancelled.extend(waiting_numbers(file.raw, sheet, Field::Order));
    if !cancelled.is_empty() && numbers.is_sorted() {
        numbers.extend(cancelled);
        numbers.sort_unstable();
        numbers.dedup();
    }
    let is_step = |two: &&[u32]| two[1] == two[0].saturating_add(1);
    let n_steps = numbers.windows(2).filter(is_step).count();
    let is_rising = numbers.windows(2).all(|two| two[1] > two[0]);
    if numbers.len() < MIN_NUMBERS
        || !is_rising
        || (n_steps + 1) * 20 < numbers.len() * 19
        || n_steps + 1 == numbers.len()
    {
        return None;
    }
    Some(sheet_hit(rows.first()?.raw.at, vec![("numbers", missing_between(&numbers))]))
}
