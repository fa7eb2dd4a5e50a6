//! Finds a parent or a grandparent of the head who was not born long before the head.
//! Why it matters: one of the two dates, or the relation, is wrong.
//! Example: head born in 1970, father born in 1990.

use super::*;

pub(super) const RULE: Rule = Rule::warning("parent-too-young", Check::Household(check));

/// Smallest plausible difference between the birth years of a parent and a child, by the relation.
const MIN_YEARS: [(Relation, i32); 2] = [(Relation::Parent, 12), (Relation::Grandparent, 24)];
/// An age, or a year that is about right, may be wrong by so many years.
const SLACK: i32 = 5;

fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let Some(born) = household.head().and_then(|head| head.row.born) else { return Vec::new() };
    let is_about = |date: PartialDate| date.precision == Precision::About;
    let elders = |(relation, least): (Relation, i32)| {
        let is_young = move |member: &&RowInput<'_>| {
            // `Parent` alone is any relative.
            let is_relative = fold(&member.raw.field_text(Field::Relation)).starts_with("PARENT");
            !is_relative
                && member.row.born.is_some_and(|own| {
                    let slack = if is_about(own) || is_about(born) { SLACK } else { 0 };
                    born.year() - own.year() < least - slack
                })
        };
        household.with_relation(relation).filter(is_young)
    };
    let young = MIN_YEARS.into_iter().flat_map(elders);
    young.map(|member| member_hit(member, Field::BirthDate, vec![("born", born.year().to_string())])).collect()
}
