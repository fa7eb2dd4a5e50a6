//! Finds a spouse younger than `validate.marriage_age` (18) in the year of the round.
//! Why it matters: the date of birth or the relation may be wrong.
//! Example: Épouse born in 2003, round of 2017.

use super::*;

pub(super) const RULE: Rule = Rule::warning("spouse-under-age", Check::Household(check));

/// Returns the spouses whose age in the year of the round is under the limit. `bato.toml` names the source of the
/// limit.
fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let is_young = |member: &&RowInput<'_>| {
        let years = member.row.seen_in.zip(member.row.born).map(|(year, born)| year - born.year());
        years.is_some_and(|years| (0..household.marriage_age).contains(&years))
    };
    let args = vec![("limit", household.marriage_age.to_string())];
    let young = household.with_relation(Relation::Spouse).filter(is_young);
    young.map(|member| member_hit(member, Field::BirthDate, args.clone())).collect()
}
