//! A child born within a few years of its mother (12, a setting): one of the two dates is likely wrong.
//!
//! Example: a head who is a woman born in 1990 with a child born in 1998.

use crate::finding::Severity;
use crate::record::{Field, PartialDate, Precision, Relation, Sex};

use super::super::Household;
use super::super::seen::{SeenAt, at_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "mother-too-young", severity: Severity::Warning, check: Check::Household(seen) };

/// The mother is the head who is a woman, else the head's only spouse.
fn seen(household: &Household<'_>) -> Vec<SeenAt> {
    let spouses: Vec<_> =
        household.members.iter().copied().filter(|member| member.row.relation == Some(Relation::Spouse)).collect();
    let head_is_mother = household.head().filter(|head| head.row.sex == Some(Sex::Female));
    let mother = head_is_mother.or(match spouses[..] {
        [only] if only.row.sex == Some(Sex::Female) => Some(only),
        _ => None,
    });
    let exact = |born: &PartialDate| born.precision != Precision::About;
    let Some(born) = mother.and_then(|mother| mother.row.born).filter(exact) else { return Vec::new() };
    let too_near = |own: PartialDate| {
        let years = own.year() - born.year();
        (0..household.min_years_mother_child).contains(&years)
    };
    let children = household.children().filter(|child| child.row.born.filter(exact).is_some_and(too_near));
    let args = vec![("born", born.year().to_string()), ("limit", household.min_years_mother_child.to_string())];
    children.map(|child| at_cell(child, Field::BirthDate, args.clone())).collect()
}
