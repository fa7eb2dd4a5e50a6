//! Turns decisions into rulings on the rows of a run. Decisions without their rows are listed; contradictions are
//! errors.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{DecisionLine, Decisions};
use crate::link::PairDecision;
use crate::normalise::{self, ReferenceData};
use crate::record::{CleanRow, Decision, PersonValue, Place, RowRef, StablePlaces, ValueDecision, fold, parse_id};
use crate::register::{PreviousIdentities, PreviousRow, Register, RowRuling, RulingEffect, RulingRow};

#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct RunRulings {
    /// Pairs of rows that are one person, or two.
    pub(super) pairs: Vec<PairDecision>,
    /// Values, each with a row of its person and its decision.
    pub(super) values: Vec<(u32, PersonValue, ValueDecision)>,
    /// Decisions whose rows are no longer there, and undoings whose decision is not, each with its place.
    pub(super) stale: Vec<String>,
    /// Decisions that two rows of one fiche are one person, each with its place: they can't be followed.
    pub(super) refused: Vec<String>,
    /// Events that bear the number of a person with other names or of the other sex, each with its place.
    pub(super) of_others: Vec<String>,
}

impl RunRulings {
    /// Finds the rows of the decisions. `places` are the stable places of the rows.
    ///
    /// # Errors
    /// `decisions-contradict`, with two of them.
    pub(super) fn new(
        all: &Decisions,
        rows: &[CleanRow],
        places: &StablePlaces,
        lists: &ReferenceData,
    ) -> Result<Self> {
        let mut rulings = Self { stale: undoings_of_nothing(all), ..Self::default() };
        if !have_rulings(all) {
            return Ok(rulings);
        }
        let index = RowIndex::new(rows, places);
        let mut used: Vec<&Decision> = Vec::new();
        for decision in &all.decisions {
            let [of_a, of_b] = decision.rows().map(|refs| index.decided_rows(&refs));
            let is_one_fiche = |a: &u32| of_b.iter().any(|b| are_of_one_fiche(&rows[*a as usize], &rows[*b as usize]));
            let (Some(first), Some(other)) = (of_a.first(), of_b.iter().find(|b| !of_a.contains(b))) else {
                rulings.stale.push(format!("{} ({})", decision.source_text(), decision.rows_text()));
                continue;
            };
            if decision.same && of_a.iter().any(is_one_fiche) {
                rulings.refused.push(format!("{} ({})", decision.source_text(), decision.rows_text()));
                continue;
            }
            let others = if decision.same { [&of_a[1..], &of_b[..]].concat() } else { vec![*other] };
            for row in others.into_iter().filter(|row| row != first) {
                rulings.pairs.push(PairDecision { a: row.min(*first), b: row.max(*first), same: decision.same });
                used.push(decision);
            }
        }
        for decision in &all.values {
            let value = normalise::read_person_value(&decision.field, &decision.value, lists);
            // `decide` refuses it; a file of rulings that was written by hand may hold it.
            let is_future =
                |value: &PersonValue| matches!(value, PersonValue::BornOn(date) if date.first > lists.today);
            let value = value.filter(|value| !is_future(value));
            match index.decided_row(&decision.row).zip(value) {
                Some((row, value)) => rulings.values.push((row, value, decision.clone())),
                None => {
                    let (file, line) = &decision.from;
                    rulings.stale.push(format!("{file}, {line} ({})", decision.row.to_text()));
                }
            }
        }
        match contradiction(&rulings.pairs) {
            Some((one, other)) => Err(decisions_contradict(used[one], used[other])),
            None => {
                rulings.pairs.sort();
                rulings.pairs.dedup();
                Ok(rulings)
            }
        }
    }

    /// Returns the rulings on two persons, those undone too: they tell whether a merger still holds.
    pub(super) fn on_ids(all: &Decisions, rows: &[CleanRow], places: &StablePlaces) -> Vec<RowRuling> {
        let pairs = all.lines.iter().filter_map(|line| match line {
            DecisionLine::Pair(pair) => Some(pair),
            _ => None,
        });
        let mut rulings = Vec::new();
        let mut index = None;
        for pair in pairs {
            let effect = match (all.undone.contains(&pair.id), pair.same) {
                (false, true) => RulingEffect::Joins,
                (true, true) => RulingEffect::Undone,
                (false, false) => RulingEffect::Parts,
                (true, false) => continue,
            };
            let index = index.get_or_insert_with(|| RowIndex::new(rows, places));
            let ruled = |row: &RowRef| RulingRow {
                row: index.decided_row(row),
                key: u64::from_str_radix(&row.key, 16).unwrap_or_default(),
            };
            let ids = pair.persons.iter().filter(|id| !id.is_empty()).cloned().collect();
            rulings.push(RowRuling { effect, ids, rows: pair.rows().concat().into_iter().map(ruled).collect() });
        }
        rulings
    }

    /// Rules that an event which bears a person's id is that person's. New ids begin with `prefix`. An event with an id
    /// that nobody has is linked by its other values, and listed.
    pub(super) fn add_identifiers(
        &mut self,
        rows: &[CleanRow],
        places: &StablePlaces,
        previous: &PreviousIdentities,
        prefix: char,
    ) {
        let events: Vec<(u32, String)> = (0..)
            .zip(rows)
            .filter_map(|(index, row)| Some((index, parse_id(&row.event.as_deref()?.person_id)?)))
            .collect();
        let ids: BTreeSet<&str> = events.iter().map(|(_, id)| id.as_str()).collect();
        // The row that the last register gave the id; for a new id the row from which it is made.
        let mut row_of_id: HashMap<&str, &PreviousRow> = HashMap::new();
        for row in &previous.rows {
            let founded = previous.founded_id(row).filter(|id| ids.contains(id));
            let own = Some(previous.id_of(row)).filter(|id| row.is_founding && ids.contains(id));
            for id in founded.into_iter().chain(own) {
                row_of_id.insert(id, row);
            }
        }
        let index = RowIndex::new(rows, places);
        let mut row_of_new_id: HashMap<String, u32> = HashMap::new();
        for (index, row) in (0..).zip(rows) {
            let id = crate::register::id_of_key(prefix, row.key);
            if ids.contains(id.as_str()) {
                row_of_new_id.entry(id).or_insert(index);
            }
        }
        for (event, id) in &events {
            let known = row_of_id.get(id.as_str()).and_then(|before| {
                let same_key = index.by_key.get(&before.key).and_then(|rows| rows.first()).copied();
                let at_place = || index.by_place.get(&previous.place(before)).copied();
                same_key.or_else(|| {
                    at_place().filter(|row| {
                        let row = &rows[*row as usize];
                        // A row that was there before, at another place, is nobody's corrected state.
                        let is_new = || previous.rows.iter().all(|other| other.key != row.key);
                        previous.is_corrected_in_place(before, row) && is_new()
                    })
                })
            });
            let person = known.or_else(|| row_of_new_id.get(id).copied()).filter(|row| row != event);
            if person.is_some_and(|row| are_of_others(&rows[row as usize], &rows[*event as usize])) {
                let (file, sheet, line) = places.place(rows[*event as usize].at);
                self.of_others.push(format!("{file}!{sheet}!{line} ({id})"));
            }
            match person {
                Some(row) => self.pairs.push(PairDecision { a: row.min(*event), b: row.max(*event), same: true }),
                None => {
                    let (file, sheet, line) = places.place(rows[*event as usize].at);
                    self.stale.push(format!("{file}!{sheet}!{line} ({id})"));
                }
            }
        }
        self.pairs.sort();
        self.pairs.dedup();
    }

    /// Gives the persons of the register the values decided.
    ///
    /// # Errors
    /// `decisions-contradict` where two decisions give one person two values.
    pub(super) fn apply_values(&self, register: &mut Register) -> Result<()> {
        let mut given: HashMap<(u32, &str), &ValueDecision> = HashMap::new();
        for (row, _, decision) in &self.values {
            let person = register.person_of_row[*row as usize];
            match given.get(&(person, decision.field.as_str())) {
                Some(other) if other.value != decision.value => return Err(values_contradict(other, decision)),
                _ => {
                    given.insert((person, &decision.field), decision);
                }
            }
        }
        register.apply(&self.values.iter().map(|(row, value, _)| (*row, value.clone())).collect::<Vec<_>>());
        Ok(())
    }
}

/// Returns the undoings of decisions that are in no file, each with its place.
fn undoings_of_nothing(all: &Decisions) -> Vec<String> {
    let ids: BTreeSet<&str> = all.lines.iter().map(DecisionLine::id).collect();
    let undoings = all.lines.iter().filter_map(|line| match line {
        DecisionLine::Undo { undoes, from: (file, row), .. } if !ids.contains(undoes.as_str()) => {
            Some(format!("{file}, {row} ({undoes})"))
        }
        _ => None,
    });
    undoings.collect()
}

/// Whether two different rows are members of one fiche, who are two persons by definition.
fn are_of_one_fiche(a: &CleanRow, b: &CleanRow) -> bool {
    a.at != b.at && a.fiche.is_some() && a.fiche == b.fiche
}

/// Whether a decision rules on a pair or a value.
pub(super) fn have_rulings(all: &Decisions) -> bool {
    !all.decisions.is_empty() || !all.values.is_empty()
}

/// Whether an event bears a person's id.
pub(super) fn bear_identifiers(rows: &[CleanRow]) -> bool {
    rows.iter().any(|row| row.event.as_ref().is_some_and(|event| parse_id(&event.person_id).is_some()))
}

/// Whether an event names somebody else than the person whose number it bears: no word of the names is the same, or the
/// sexes differ.
fn are_of_others(person: &CleanRow, event: &CleanRow) -> bool {
    let words = |row: &CleanRow| -> BTreeSet<String> {
        let parts = [&row.name.nom, &row.name.postnom, &row.name.prenom];
        parts
            .into_iter()
            .flat_map(|part| fold(part).split_whitespace().map(str::to_owned).collect::<Vec<_>>())
            .collect()
    };
    let (own, told) = (words(person), words(event));
    let has_other_names = !own.is_empty() && !told.is_empty() && own.is_disjoint(&told);
    has_other_names || person.sex.zip(event.sex).is_some_and(|(own, told)| own != told)
}

struct RowIndex<'r> {
    rows: &'r [CleanRow],
    places: &'r StablePlaces,
    by_key: HashMap<u64, Vec<u32>>,
    by_place: HashMap<Place, u32>,
}

impl<'r> RowIndex<'r> {
    fn new(rows: &'r [CleanRow], places: &'r StablePlaces) -> Self {
        let mut by_key: HashMap<u64, Vec<u32>> = HashMap::new();
        let mut by_place: HashMap<Place, u32> = HashMap::new();
        for (index, row) in (0..).zip(rows) {
            by_key.entry(row.key).or_default().push(index);
            by_place.insert(places.place(row.at), index);
        }
        Self { rows, places, by_key, by_place }
    }

    /// Returns the row of a decision: by its key, wherever it is now. The place decides between rows of one key, and
    /// finds a row that was corrected unless it is another person's by now.
    fn decided_row(&self, decided: &RowRef) -> Option<u32> {
        let at_place = self.by_place.get(&decided.stable_place()).copied();
        match u64::from_str_radix(&decided.key, 16).ok().and_then(|key| self.by_key.get(&key)) {
            Some(same_key) => at_place.filter(|row| same_key.contains(row)).or_else(|| same_key.first().copied()),
            None => at_place
                .filter(|index| is_decided_person(decided, &self.rows[*index as usize]))
                .or_else(|| self.moved_row(decided)),
        }
    }

    /// Returns the rows of several references that are there.
    fn decided_rows(&self, refs: &[&RowRef]) -> Vec<u32> {
        let mut rows: Vec<u32> = Vec::new();
        for row in refs.iter().filter_map(|decided| self.decided_row(decided)) {
            if !rows.contains(&row) {
                rows.push(row);
            }
        }
        rows
    }

    /// Returns a row that was corrected and moved: the only one of its file that is still the decided person.
    fn moved_row(&self, decided: &RowRef) -> Option<u32> {
        let (file, ..) = decided.stable_place();
        if decided.name_and_birth.is_empty() {
            return None;
        }
        let mut rows = (0..).zip(self.rows).filter(|(_, row)| {
            let may_be = decided.may_have_moved(row.born.map(|born| born.first)) && is_decided_person(decided, row);
            may_be && self.places.sheet(row.at).is_some_and(|(own, _)| *own == file)
        });
        let (first, _) = rows.next()?;
        rows.next().is_none().then_some(first)
    }
}

/// Whether names and date of birth of the row still fit the decision.
fn is_decided_person(decided: &RowRef, row: &CleanRow) -> bool {
    decided.may_match([&row.name.nom, &row.name.postnom, &row.name.prenom], row.born.map(|born| born.first))
}

/// Returns the error for two decisions that can't both hold, with their rows.
pub(crate) fn decisions_contradict(one: &Decision, other: &Decision) -> Error {
    Error::new(ErrorCode::DecisionsContradict)
        .with("one", one.source_text())
        .with("one_rows", one.rows_text())
        .with("other", other.source_text())
        .with("other_rows", other.rows_text())
}

/// Returns the places of two rulings that can't both hold: one joins rows that the other keeps apart.
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
    let root_of = |row: u32| root(&parent, row);
    let apart = rulings.iter().position(|ruling| !ruling.same && root_of(ruling.a) == root_of(ruling.b))?;
    let group = root_of(rulings[apart].a);
    // A ruling on one of the two rows themselves is easier to understand than one on other rows of their group.
    let joining = rulings.iter().enumerate().filter(|(_, ruling)| ruling.same && root_of(ruling.a) == group);
    let touches = |ruling: &PairDecision| [ruling.a, ruling.b].contains(&rulings[apart].a);
    let joining: Vec<(usize, &PairDecision)> = joining.collect();
    let first = joining.iter().find(|(_, ruling)| touches(ruling)).or(joining.first())?;
    Some((first.0, apart))
}

/// Returns the error for two values of one person that can't both be right.
pub(crate) fn values_contradict(one: &ValueDecision, other: &ValueDecision) -> Error {
    let value = |decision: &ValueDecision| format!("{} = « {} »", decision.field, decision.value);
    let place = |decision: &ValueDecision| match decision.from.0.as_str() {
        "" => "–".to_owned(),
        file => format!("{file}, {}", decision.from.1),
    };
    Error::new(ErrorCode::DecisionsContradict)
        .with("one", place(one))
        .with("one_rows", value(one))
        .with("other", place(other))
        .with("other_rows", value(other))
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
