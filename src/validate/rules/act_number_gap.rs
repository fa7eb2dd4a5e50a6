//! Numbers missing in a register: acts were left out, or a page was lost.
//!
//! Example: acts 1 to 40 without 17 and 18.

use std::collections::BTreeSet;

use crate::finding::Severity;

use super::super::seen::{SeenAt, of_sheet};
use super::super::{Case, FileCase, missing_between};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "act-number-gap", severity: Severity::Warning, check: Check::File(seen) };

/// A register whose numbers are too few or too scattered to be a sequence says nothing.
const FEWEST: usize = 10;

fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    file.sheets().into_iter().filter_map(|cases| of_sheet_with_gaps(&cases)).collect()
}

fn of_sheet_with_gaps(cases: &[&Case<'_>]) -> Option<SeenAt> {
    let numbers: BTreeSet<u32> =
        cases.iter().filter_map(|case| Some(case.row.act.as_ref()?.act.as_ref()?.number)).collect();
    let (first, last) = (*numbers.first()?, *numbers.last()?);
    let n_missing = (last - first) as usize + 1 - numbers.len();
    if numbers.len() < FEWEST || n_missing == 0 || n_missing * 5 > numbers.len() {
        return None;
    }
    let known: Vec<u32> = numbers.into_iter().collect();
    let args = vec![("n", n_missing.to_string()), ("numbers", missing_between(&known))];
    Some(of_sheet(cases.first()?.raw.at, args))
}
