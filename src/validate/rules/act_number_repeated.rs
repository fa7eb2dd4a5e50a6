//! Finds one act number given to two births in one register.
//!
//! Why it matters: two births cannot have one act, so one of the numbers is wrong.
//! Example: act 12/2016 for MBALA and for KANZA.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::finding::Severity;
use crate::record::{Field, fold};
use crate::validate::rule::{Check, FileRows, GroupHit, RowInput, Rule, member_hit};

pub(super) const RULE: Rule =
    Rule { id: "act-number-repeated", severity: Severity::Warning, check: Check::File(check) };

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let mut first: BTreeMap<(Option<i32>, String), &RowInput<'_>> = BTreeMap::new();
    let mut hits = Vec::new();
    for input in &file.rows {
        let Some(act) = input.row.act.as_ref().and_then(|act| act.act.as_ref()) else { continue };
        match first.entry((act.year, fold(&act.typed))) {
            Entry::Vacant(entry) => {
                entry.insert(input);
            }
            // The same name is the same birth typed twice: linking joins the two rows.
            Entry::Occupied(entry) if entry.get().row.name != input.row.name => {
                let row = entry.get().raw.at.row.to_string();
                hits.push(member_hit(input, Field::ActNumber, vec![("row", row)]));
            }
            Entry::Occupied(_) => {}
        }
    }
    hits
}
