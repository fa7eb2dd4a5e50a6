//! A fiche without a head: its members say how they are related, and none is the head.
//!
//! Example: an Épouse and two children, no Chef.

use crate::finding::Severity;
use crate::record::{Field, Relation};

use super::super::Household;
use super::super::seen::{SeenAt, at_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "no-head", severity: Severity::Warning, check: Check::Household(seen) };

fn seen(household: &Household<'_>) -> Vec<SeenAt> {
    let says = household.members.iter().any(|member| member.row.relation.is_some());
    let has_head = household.members.iter().any(|member| member.row.relation == Some(Relation::Head));
    let first = household.members.first().filter(|_| household.members.len() >= 2 && says && !has_head);
    first.map(|first| at_cell(first, Field::Relation, Vec::new())).into_iter().collect()
}
