//! Finds a child born less than `validate.min_years_mother_child` (12) years after its mother.
//! Why it matters: one of the two dates is likely wrong, or the mother is another woman.
//! Example: a head who is a woman born in 1990, with a child born in 1998.

use super::*;

pub(super) const RULE: Rule = Rule::warning("mother-too-young", Check::Household(check));

/// The mother is the head if she is a woman, else the only spouse.
fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    let spouses: Vec<_> = household.with_relation(Relation::Spouse).collect();
    let female_head = household.head().filter(|head| head.row.sex == Some(Sex::Female));
    let mother = female_head.or(match spouses[..] {
        [only] if only.row.sex == Some(Sex::Female) => Some(only),
        _ => None,
    });
    let is_exact = |born: &PartialDate| born.precision != Precision::About;
    let Some(born) = mother.and_then(|mother| mother.row.born).filter(is_exact) else { return Vec::new() };
    let is_too_near = |own: PartialDate| {
        let years = own.year() - born.year();
        (0..household.min_years_mother_child).contains(&years)
    };
    let children = household.with_relation(Relation::Child);
    let too_near = children.filter(|child| child.row.born.filter(is_exact).is_some_and(is_too_near));
    let args = vec![("born", born.year().to_string()), ("limit", household.min_years_mother_child.to_string())];
    too_near.map(|child| member_hit(child, Field::BirthDate, args.clone())).collect()
}
