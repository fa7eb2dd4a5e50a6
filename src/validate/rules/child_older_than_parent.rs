//! A child born before the head whose child it is.
//!
//! Example: Chef 1980, fils 1975.

use crate::finding::Severity;
use crate::record::{Field, PartialDate, Precision};

use super::super::Household;
use super::super::seen::{SeenAt, at_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "child-older-than-parent", severity: Severity::Warning, check: Check::Household(seen) };

fn seen(household: &Household<'_>) -> Vec<SeenAt> {
    let Some(born) = household.head().and_then(|head| head.row.born) else { return Vec::new() };
    let older = household.children().filter(|child| child.row.born.is_some_and(|own| is_before(own, born)));
    older.map(|child| at_cell(child, Field::BirthDate, vec![("born", born.first.to_string())])).collect()
}

/// Whether a birth was certainly not after another: by the day where both are known, else by the year.
fn is_before(own: PartialDate, other: PartialDate) -> bool {
    if own.precision == Precision::About || other.precision == Precision::About {
        return false;
    }
    match (own.known_day(), other.known_day()) {
        (Some(own), Some(other)) => own <= other,
        _ => own.year() < other.year(),
    }
}
