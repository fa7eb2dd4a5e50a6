//! The running numbers of a sheet have a hole or come twice: a row was lost or put in.
//!
//! Example: N° 1, 2, 3, 5, 6.

use crate::finding::Severity;
use crate::record::Field;

use super::super::seen::{SeenAt, of_sheet};
use super::super::{Case, FileCase, missing_between};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "line-number-gap", severity: Severity::Warning, check: Check::File(seen) };

/// Fewer rows are no sequence.
const FEWEST: usize = 10;

fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    file.sheets().into_iter().filter_map(|cases| of_broken_sheet(&cases)).collect()
}

/// Only where nearly all numbers follow each other: others number by household.
fn of_broken_sheet(cases: &[&Case<'_>]) -> Option<SeenAt> {
    let numbers: Vec<u32> = cases.iter().filter_map(|case| case.raw.shown(Field::Order).trim().parse().ok()).collect();
    let follows = |two: &&[u32]| two[1] == two[0].saturating_add(1);
    let n_steps = numbers.windows(2).filter(follows).count();
    let rises = numbers.windows(2).all(|two| two[1] > two[0]);
    if numbers.len() < FEWEST || !rises || (n_steps + 1) * 20 < numbers.len() * 19 || n_steps + 1 == numbers.len() {
        return None;
    }
    let missing = missing_between(&numbers);
    Some(of_sheet(cases.first()?.raw.at, vec![("numbers", missing)]))
}
