//! The same person twice on one fiche: same name, same birth. Twins share the date, never the whole name.
//!
//! Example: two rows MBALA LEMA Ruth, 03/05/1999.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::finding::Severity;
use crate::record::{Field, PartialDate, fold};

use super::super::Household;
use super::super::seen::{SeenAt, at_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "row-typed-twice", severity: Severity::Warning, check: Check::Household(seen) };

fn seen(household: &Household<'_>) -> Vec<SeenAt> {
    // Most members share their day of birth with none, and their names need not be looked at.
    let mut days: BTreeMap<PartialDate, usize> = BTreeMap::new();
    household.members.iter().filter_map(|member| member.row.born).for_each(|born| *days.entry(born).or_default() += 1);
    let mut first: BTreeMap<(String, PartialDate), u32> = BTreeMap::new();
    let mut seen = Vec::new();
    for member in &household.members {
        let name = &member.row.name;
        let Some(born) = member.row.born.filter(|born| days.get(born).is_some_and(|n| *n > 1)) else { continue };
        let key = fold(&format!("{} {} {}", name.nom, name.postnom, name.prenom));
        match first.entry((key, born)) {
            Entry::Vacant(entry) => {
                entry.insert(member.raw.at.row);
            }
            Entry::Occupied(entry) => {
                seen.push(at_cell(member, Field::Nom, vec![("row", entry.get().to_string())]));
            }
        }
    }
    seen
}
