//! Decisions -> rulings on the rows of this run; those that no longer apply are named, those that contradict stop it.

use std::collections::{BTreeMap, HashMap};

use crate::error::{Error, Result};
use crate::link::Ruling;
use crate::record::{CleanRow, DecidedRow, Decision};

/// The decisions of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Rulings {
    pub(super) rulings: Vec<Ruling>,
    /// Decisions whose rows are no longer there.
    pub(super) stale: Vec<Decision>,
}

/// Finds the rows that decisions speak of. `places` are those of the rows, as they last.
///
/// # Errors
/// `decisions-contradict`, with two of them.
pub(super) fn rulings(decisions: &[Decision], rows: &[CleanRow], places: &[(String, String, i64)]) -> Result<Rulings> {
    if decisions.is_empty() {
        return Ok(Rulings::default());
    }
    let mut by_key: HashMap<u64, Vec<u32>> = HashMap::new();
    let mut by_place: HashMap<&(String, String, i64), u32> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        by_key.entry(row.key).or_default().push(index as u32);
        by_place.insert(&places[index], index as u32);
    }
    // What the row says finds it again wherever it stands; its place decides between rows that say the same, and finds
    // a row that was corrected.
    let find = |row: &DecidedRow| {
        let at_place = by_place.get(&row.place()).copied();
        match u64::from_str_radix(&row.key, 16).ok().and_then(|key| by_key.get(&key)) {
            Some(same) => at_place.filter(|row| same.contains(row)).or_else(|| same.first().copied()),
            None => at_place,
        }
    };
    let mut found = Rulings::default();
    let mut used: Vec<&Decision> = Vec::new();
    for decision in decisions {
        match (find(&decision.a), find(&decision.b)) {
            (Some(a), Some(b)) if a != b => {
                found.rulings.push(Ruling { a: a.min(b), b: a.max(b), same: decision.same });
                used.push(decision);
            }
            _ => found.stale.push(decision.clone()),
        }
    }
    match contradiction(&found.rulings) {
        Some((one, other)) => Err(contradict(used[one], used[other])),
        None => {
            found.rulings.sort();
            found.rulings.dedup();
            Ok(found)
        }
    }
}

/// Two decisions that can't both hold, as the person who must choose is told.
pub(super) fn contradict(one: &Decision, other: &Decision) -> Error {
    Error::new("decisions-contradict")
        .with("one", one.place())
        .with("one_rows", one.rows())
        .with("other", other.place())
        .with("other_rows", other.rows())
}

/// Two rulings that can't both hold: rows ruled two persons that others make one.
pub(super) fn contradiction(rulings: &[Ruling]) -> Option<(usize, usize)> {
    let mut parent: BTreeMap<u32, u32> = BTreeMap::new();
    let root = |parent: &BTreeMap<u32, u32>, row: u32| {
        let mut at = row;
        while let Some(up) = parent.get(&at).filter(|up| **up != at) {
            at = *up;
        }
        at
    };
    for ruling in rulings.iter().filter(|ruling| ruling.same) {
        let (a, b) = (root(&parent, ruling.a), root(&parent, ruling.b));
        parent.insert(a.max(b), a.min(b));
    }
    let of_one = |row: u32| root(&parent, row);
    let apart = rulings.iter().position(|ruling| !ruling.same && of_one(ruling.a) == of_one(ruling.b))?;
    let group = of_one(rulings[apart].a);
    // The ruling that joins one of the two comes first to mind.
    let joining = rulings.iter().enumerate().filter(|(_, ruling)| ruling.same && of_one(ruling.a) == group);
    let touches = |ruling: &Ruling| [ruling.a, ruling.b].contains(&rulings[apart].a);
    let joining: Vec<(usize, &Ruling)> = joining.collect();
    let first = joining.iter().find(|(_, ruling)| touches(ruling)).or(joining.first())?;
    Some((first.0, apart))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rulings_that_can_not_all_hold_are_found_by_way_of_others() {
        let same = |a, b| Ruling { a, b, same: true };
        let apart = |a, b| Ruling { a, b, same: false };
        assert_eq!(contradiction(&[same(1, 2), apart(3, 4), same(2, 3)]), None);
        assert_eq!(contradiction(&[apart(1, 3), same(1, 2), same(2, 3)]), Some((1, 0)));
        assert_eq!(contradiction(&[same(5, 6), apart(5, 6)]), Some((0, 1)));
    }
}
