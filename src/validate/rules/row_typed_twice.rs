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
    let mut first: BTreeMap<(String, PartialDate), u32> = BTreeMap::new();
    let mut seen = Vec::new();
    for member in &household.members {
        let name = &member.row.name;
        let Some(born) = member.row.born else { continue };
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
