//! Finds a spouse of the same sex as the head.
//! Why it matters: one of the two sexes, or the relation, is wrong.
//! Example: head M, `Conjoint` M.

use super::*;

pub(super) const RULE: Rule = Rule::warning("spouse-of-same-sex", Check::Household(check));

fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let Some(sex) = household.head().and_then(|head| head.row.sex) else { return Vec::new() };
    let same = household.with_relation(Relation::Spouse).filter(|spouse| spouse.row.sex == Some(sex));
    same.map(|spouse| member_hit(spouse, Field::Sex, Vec::new())).collect()
}
