//! Finds the same person twice on one fiche: same whole name, same birth.
//! Why it matters: the person would be counted twice. (Twins share the date, never the whole name.)
//! Example: two rows MBALA LEMA Ruth, 03/05/1999.

use super::*;

pub(super) const RULE: Rule = Rule::warning("row-typed-twice", Check::Household(check));

fn check(household: &HouseholdInput<'_>) -> Vec<GroupHit> {
    // Few members share their date of birth with another: only their names are folded and compared.
    let mut n_by_date: BTreeMap<PartialDate, usize> = BTreeMap::new();
    for born in household.members.iter().filter_map(|member| member.row.born) {
        *n_by_date.entry(born).or_default() += 1;
    }
    let mut first: BTreeMap<(String, PartialDate), u32> = BTreeMap::new();
    let mut hits = Vec::new();
    for member in &household.members {
        let Some(born) = member.row.born.filter(|born| n_by_date.get(born).is_some_and(|n| *n > 1)) else { continue };
        let row = *first.entry((folded_name(&member.row.name), born)).or_insert(member.raw.at.row);
        if row != member.raw.at.row {
            hits.push(member_hit(member, Field::Nom, vec![("row", row.to_string())]));
        }
    }
    hits
}
