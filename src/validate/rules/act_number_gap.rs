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
        let sheet = rows.first()?.raw.at.sheet;
        numbers.extend(cancelled_numbers(file.raw, sheet, Field::ActNumber));
        numbers.extend(second_numbers(rows, Field::ActNumber));
        let waiting = waiting_numbers(file.raw, sheet, Field::ActNumber);
        // A number among those of the sheet; one far from them is no number of an act.
        let last = numbers.last().copied().unwrap_or_default();
        numbers.extend(waiting.into_iter().filter(|number| *number <= last));
    }
    // Numbers that were not read are in the sheet.
    let is_unread = |input: &&&RowInput<'_>| {
        input.row.act.as_ref().is_some_and(|act| act.act.is_none())
            && !input.raw.field_text(Field::ActNumber).is_empty()
    };
    let n_unread = rows.iter().filter(is_unread).count();
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let n_missing = (last - first) as usize + 1 - numbers.len();
    if numbers.len() < MIN_NUMBERS || n_missing <= n_unread || n_missing * 5 > numbers.len() {
        return None;
    }
    let numbers: Vec<u32> = numbers.into_iter().collect();
    let args = vec![("n", n_missing.to_string()), ("numbers", missing_between(&numbers))];
    Some(sheet_hit(rows.first()?.raw.at, args))
}
