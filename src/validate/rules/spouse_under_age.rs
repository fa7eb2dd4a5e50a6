//! A husband or wife under the age of marriage (18, a setting) in the year of the round.
//!
//! Example: Épouse born in 2003, round of 2017.

use crate::finding::Severity;
use crate::record::{Field, Relation};

use super::super::seen::{SeenAt, at_cell};
use super::super::{Case, Household};
use super::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "spouse-under-age", severity: Severity::Warning, check: Check::Household(seen) };

/// Eighteen for both: Code de la famille as changed by Loi 16/008 of 2016, art. 352 (TO CHECK against the official text).
fn seen(household: &Household<'_>) -> Vec<SeenAt> {
    let is_young = |member: &&&Case<'_>| {
        let years = member.row.seen_in.zip(member.row.born).map(|(year, born)| year - born.year());
        let is_spouse = member.row.relation == Some(Relation::Spouse);
        is_spouse && years.is_some_and(|years| (0..household.marriage_age).contains(&years))
    };
    let args = vec![("limit", household.marriage_age.to_string())];
    let young = household.members.iter().filter(is_young);
    young.map(|member| at_cell(member, Field::BirthDate, args.clone())).collect()
}
