//! One number for two births in one register.
//!
//! Example: act 12/2016 for MBALA and for KANZA.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::finding::Severity;
use crate::record::{Field, fold};

use super::super::seen::{SeenAt, at_cell};
use super::super::{Case, FileCase};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "act-number-repeated", severity: Severity::Warning, check: Check::File(seen) };

fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    let mut first: BTreeMap<(Option<i32>, String), &Case<'_>> = BTreeMap::new();
    let mut seen = Vec::new();
    for case in &file.cases {
        let Some(act) = case.row.act.as_ref().and_then(|act| act.act.as_ref()) else { continue };
        match first.entry((act.year, fold(&act.typed))) {
            Entry::Vacant(entry) => {
                entry.insert(case);
            }
            // The same birth entered twice is for linking to join.
            Entry::Occupied(entry) if entry.get().row.name != case.row.name => {
                let row = entry.get().raw.at.row.to_string();
                seen.push(at_cell(case, Field::ActNumber, vec![("row", row)]));
            }
            Entry::Occupied(_) => {}
        }
    }
    seen
}
