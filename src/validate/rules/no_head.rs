//! Finds a fiche whose members have relations to a head, but without a head.
//! Why it matters: the relations of the members refer to the head.
//! Example: an Épouse and two children, no Chef.

use super::*;

pub(super) const RULE: Rule = Rule::warning("no-head", Check::Household(check));

fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let has_relations = household.members.iter().any(|member| member.row.relation.is_some());
    let is_headless = household.members.len() >= 2 && has_relations && household.head().is_none();
    let first = household.members.first().filter(|_| is_headless);
    first.map(|first| member_hit(first, Field::Relation, Vec::new())).into_iter().collect()
}
