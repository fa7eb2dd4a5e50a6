//! Decisions -> rulings on the rows of this run; those that no longer apply are named, those that contradict stop it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::error::{Error, Result};
use crate::ingest::Decisions;
use crate::link::PairDecision;
use crate::normalise::{self, Lists};
use crate::record::{CleanRow, DecidedRow, Decision, Place, RuledValue, ValueDecision, read_id};
use crate::register::{Previous, Register};

/// The decisions of a run.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Rulings {
    pub(super) rulings: Vec<PairDecision>,
    /// Values, each with a row of its person and its decision.
    pub(super) values: Vec<(u32, RuledValue, ValueDecision)>,
    /// Decisions whose rows are no longer there, each with its place.
    pub(super) stale: Vec<String>,
}

/// Finds the rows that decisions speak of. `places` are those of the rows, as they last.
///
/// # Errors
/// `decisions-contradict`, with two of them.
pub(super) fn rulings(all: &Decisions, rows: &[CleanRow], places: &[Place], lists: &Lists) -> Result<Rulings> {
    let decisions = &all.decisions;
    if decisions.is_empty() && all.values.is_empty() {
        return Ok(Rulings::default());
    }
    let mut by_key: HashMap<u64, Vec<u32>> = HashMap::new();
    let mut by_place: HashMap<&Place, u32> = HashMap::new();
    for (index, row) in rows.iter().enumerate() {
        by_key.entry(row.key).or_default().push(index as u32);
        by_place.insert(&places[index], index as u32);
    }
    // What the row says finds it again wherever it stands; its place decides between rows that say the same, and finds
    // a row that was corrected, unless it is another person's by now.
    let find = |row: &DecidedRow| {
        let at_place = by_place.get(&row.place()).copied();
        match u64::from_str_radix(&row.key, 16).ok().and_then(|key| by_key.get(&key)) {
            Some(same) => at_place.filter(|row| same.contains(row)).or_else(|| same.first().copied()),
            None => at_place.filter(|index| fits(row, &rows[*index as usize])).or_else(|| elsewhere(row, rows, places)),
        }
    };
    let mut found = Rulings::default();
    let mut used: Vec<&Decision> = Vec::new();
    for decision in decisions {
        match (find(&decision.a), find(&decision.b)) {
            (Some(a), Some(b)) if a != b => {
                found.rulings.push(PairDecision { a: a.min(b), b: a.max(b), same: decision.same });
                used.push(decision);
            }
            _ => found.stale.push(format!("{} ({})", decision.place(), decision.rows())),
        }
    }
    for decision in &all.values {
        let value = normalise::ruled_value(&decision.field, &decision.value, lists);
        match find(&decision.row).zip(value) {
            Some((row, value)) => found.values.push((row, value, decision.clone())),
            None => found.stale.push(format!("{}, {} ({})", decision.from.0, decision.from.1, decision.row.shown())),
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

fn fits(decided: &DecidedRow, row: &CleanRow) -> bool {
    decided.fits([&row.name.nom, &row.name.postnom, &row.name.prenom], row.born.map(|born| born.first))
}

/// A row that was corrected and has moved: the one of its file that still fits, if there is but one.
fn elsewhere(decided: &DecidedRow, rows: &[CleanRow], places: &[Place]) -> Option<u32> {
    let (file, ..) = decided.place();
    if decided.says.is_empty() {
        return None;
    }
    let mut fitting = (0..).zip(rows).filter(|(index, row)| places[*index as usize].0 == file && fits(decided, row));
    let (first, _) = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// Whether an event bears a person's identifier.
pub(super) fn bear_identifiers(rows: &[CleanRow]) -> bool {
    rows.iter().any(|row| row.event.as_ref().is_some_and(|event| read_id(&event.person_id).is_some()))
}

/// An event that bears a person's identifier is that person's, as if a person had ruled so; one that bears an identifier
/// nobody has is linked by what else it says, and named.
pub(super) fn by_identifier(ruled: &mut Rulings, rows: &[CleanRow], places: &[Place], previous: &Previous) {
    let typed: Vec<(u32, String)> =
        (0..).zip(rows).filter_map(|(index, row)| Some((index, read_id(&row.event.as_deref()?.person_id)?))).collect();
    let wanted: BTreeSet<&str> = typed.iter().map(|(_, id)| id.as_str()).collect();
    // The id's own row by the last register; without one, the row from which it is spelt.
    let mut key_of: HashMap<&str, (u64, &Place)> = HashMap::new();
    for row in &previous.rows {
        let founded = row.founded_id.as_deref().filter(|id| wanted.contains(id));
        let own = Some(&**previous.id_of(row)).filter(|id| row.is_founding && wanted.contains(id));
        for id in founded.into_iter().chain(own) {
            key_of.insert(id, (row.key, &row.place));
        }
    }
    let mut by_key: HashMap<u64, Vec<u32>> = HashMap::new();
    let mut by_place: HashMap<&Place, u32> = HashMap::new();
    let mut spelt: HashMap<String, u32> = HashMap::new();
    for (index, row) in (0..).zip(rows) {
        by_key.entry(row.key).or_default().push(index);
        by_place.insert(&places[index as usize], index);
        let id = crate::register::id_of_key(row.key);
        if wanted.contains(id.as_str()) {
            spelt.entry(id).or_insert(index);
        }
    }
    for (event, id) in &typed {
        let known = key_of.get(id.as_str()).and_then(|(key, place)| {
            let same = by_key.get(key).and_then(|same| same.first()).copied();
            same.or_else(|| by_place.get(place).copied())
        });
        match known.or_else(|| spelt.get(id).copied()).filter(|row| row != event) {
            Some(row) => ruled.rulings.push(PairDecision { a: row.min(*event), b: row.max(*event), same: true }),
            None => {
                let (file, sheet, line) = &places[*event as usize];
                ruled.stale.push(format!("{file}!{sheet}!{line} ({id})"));
            }
        }
    }
    ruled.rulings.sort();
    ruled.rulings.dedup();
}

/// Gives the register the values decided.
///
/// # Errors
/// `decisions-contradict` where two give one person two values.
pub(super) fn apply_values(register: &mut Register, ruled: &Rulings) -> Result<()> {
    let mut given: HashMap<(u32, &str), &ValueDecision> = HashMap::new();
    for (row, _, decision) in &ruled.values {
        let person = register.person_of_row[*row as usize];
        match given.get(&(person, decision.field.as_str())) {
            Some(other) if other.value != decision.value => return Err(values_contradict(other, decision)),
            _ => {
                given.insert((person, &decision.field), decision);
            }
        }
    }
    register.apply(&ruled.values.iter().map(|(row, value, _)| (*row, value.clone())).collect::<Vec<_>>());
    Ok(())
}

/// Two decisions that can't both hold, as the person who must choose is told.
pub(crate) fn contradict(one: &Decision, other: &Decision) -> Error {
    Error::new("decisions-contradict")
        .with("one", one.place())
        .with("one_rows", one.rows())
        .with("other", other.place())
        .with("other_rows", other.rows())
}

/// Two rulings that can't both hold: rows ruled two persons that others make one.
pub(crate) fn contradiction(rulings: &[PairDecision]) -> Option<(usize, usize)> {
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
    let touches = |ruling: &PairDecision| [ruling.a, ruling.b].contains(&rulings[apart].a);
    let joining: Vec<(usize, &PairDecision)> = joining.collect();
    let first = joining.iter().find(|(_, ruling)| touches(ruling)).or(joining.first())?;
    Some((first.0, apart))
}

/// Two values of one person that can't both be right, as the person who must choose is told.
pub(crate) fn values_contradict(one: &ValueDecision, other: &ValueDecision) -> Error {
    let said = |decision: &ValueDecision| format!("{} = « {} »", decision.field, decision.value);
    let place = |decision: &ValueDecision| match decision.from.0.as_str() {
        "" => "–".to_owned(),
        file => format!("{file}, {}", decision.from.1),
    };
    Error::new("decisions-contradict")
        .with("one", place(one))
        .with("one_rows", said(one))
        .with("other", place(other))
        .with("other_rows", said(other))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rulings_that_can_not_all_hold_are_found_by_way_of_others() {
        let same = |a, b| PairDecision { a, b, same: true };
        let apart = |a, b| PairDecision { a, b, same: false };
        assert_eq!(contradiction(&[same(1, 2), apart(3, 4), same(2, 3)]), None);
        assert_eq!(contradiction(&[apart(1, 3), same(1, 2), same(2, 3)]), Some((1, 0)));
        assert_eq!(contradiction(&[same(5, 6), apart(5, 6)]), Some((0, 1)));
    }
}
