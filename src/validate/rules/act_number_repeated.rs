//! Finds one act number given to two births in one register.
//! Why it matters: two births cannot have one act, so one of the numbers is wrong.
//! Example: act 12/2016 for MBALA and for KANZA.

use super::*;

pub(super) const RULE: Rule = Rule::warning("act-number-repeated", Check::File(check));

fn check(file: &FileRows<'_>) -> Vec<GroupHit> {
    let mut first: BTreeMap<(Option<i32>, String), &RowInput<'_>> = BTreeMap::new();
    let mut hits = Vec::new();
    for input in &file.rows {
        let Some(act) = input.row.act.as_ref().and_then(|act| act.act.as_ref()) else { continue };
        let first = *first.entry((act.year, fold(&act.typed))).or_insert(input);
        // The same name is the same birth typed twice: linking joins the two rows.
        if first.row.name != input.row.name {
            hits.push(member_hit(input, Field::ActNumber, vec![("row", first.raw.at.row.to_string())]));
        }
    }
    hits
}
