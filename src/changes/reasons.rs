//! Says why a person differs between two states: which row, file or ruling it comes from.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{Changes, PersonFate, RegisterState, named_id};
use crate::record::{CorrectedText, Outcome, codes};
use crate::store::LineageRow;

/// Most persons of one kind of change that get their reasons.
const MOST_PERSONS: usize = 10_000;

codes! {
    /// The kind of a reason why a person differs.
    ReasonKind {
        FileNew = "file-new": "The row is in a file that was not there before.",
        FileGone = "file-gone": "The row was in a file that is no longer there.",
        RowNew = "row-new": "The row is new in its file.",
        RowGone = "row-gone": "The row is no longer in its file.",
        RowChanged = "row-changed": "The row has another content in its file.",
        Corrected = "corrected": "A typed correction of a cell of the row holds now, or no longer holds.",
        Quarantined = "quarantined": "The row waits in quarantine now.",
        Released = "released": "The row no longer waits in quarantine.",
        RuledSame = "ruled-same": "Somebody ruled that the row and another one are one person.",
        RuledDifferent = "ruled-different": "Somebody ruled that the row and another one are two persons.",
        ValueRuled = "value-ruled": "Somebody ruled on a value of the person.",
        RulingUndone = "ruling-undone": "Somebody undid a ruling.",
        Regrouped = "regrouped": "The program gives the row to another person than before.",
        Household = "household": "The person's own rows are the same: the row of another of the household changed.",
        Setting = "setting": "No row of the household changed: a setting changed since the last version.",
        Consequence = "consequence": "The person's own rows are the same: something else changed.",
    }
}

/// Why a person differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChangeReason {
    /// The kind of the reason.
    pub kind: ReasonKind,
    /// File, sheet and row of the first row that it concerns; "" and 0 without one.
    pub place: (String, String, i64),
    /// How many rows it concerns.
    pub n: u64,
    /// Who ruled or corrected; the other person of a row that is regrouped, or of the household. "" for nobody.
    pub who: String,
}

/// A ruling that only the later state knows.
#[derive(Debug, Clone)]
pub(crate) struct NewRuling {
    pub(crate) kind: ReasonKind,
    pub(crate) author: String,
    /// Key, file, sheet and row of each row that it names.
    pub(crate) rows: Vec<(String, String, String, i64)>,
}

/// A place of a row.
type RowPosition<'s> = (&'s str, &'s str, i64);

fn position(row: &LineageRow) -> RowPosition<'_> {
    (&row.file, &row.sheet, row.row)
}

impl Changes {
    /// Gives each person the reasons why they differ. `rulings` are those that only the later state knows;
    /// `is_setting_changed` is whether it has other settings.
    #[must_use]
    pub(crate) fn with_reasons(
        mut self,
        before: RegisterState<'_>,
        after: RegisterState<'_>,
        rulings: &[NewRuling],
        is_setting_changed: bool,
    ) -> Self {
        let mut n_by_fate: BTreeMap<&'static str, usize> = BTreeMap::new();
        let is_wanted = |fate: &PersonFate| {
            let n = n_by_fate.entry(fate.code()).or_default();
            *n += 1;
            *n <= MOST_PERSONS
        };
        let wanted: Vec<bool> = self.persons.iter().map(|person| &person.fate).map(is_wanted).collect();
        let ids: HashSet<String> =
            self.persons.iter().zip(&wanted).filter(|(_, is)| **is).map(|(person, _)| person.id.clone()).collect();
        let rows = StateRows::new(&ids, before, after, rulings);
        for (person, _) in self.persons.iter_mut().zip(&wanted).filter(|(_, is)| **is) {
            person.reasons = rows.reasons_of(&person.id);
        }
        self.name_consequences(is_setting_changed);
        self
    }

    /// Says of those whose own rows are the same who of their household has another row, or that a setting changed.
    fn name_consequences(&mut self, is_setting_changed: bool) {
        let is_consequence = |reasons: &[ChangeReason]| reasons.iter().all(|own| own.kind == ReasonKind::Consequence);
        let mut of_household: HashMap<String, ChangeReason> = HashMap::new();
        for person in self.persons.iter().filter(|person| !is_consequence(&person.reasons)) {
            for household in person.households() {
                let Some(first) = person.reasons.first() else { continue };
                let reason = || ChangeReason {
                    kind: ReasonKind::Household,
                    place: first.place.clone(),
                    n: 1,
                    who: person.name.clone(),
                };
                of_household.entry(household.to_owned()).or_insert_with(reason);
            }
        }
        for person in self.persons.iter_mut().filter(|person| is_consequence(&person.reasons)) {
            let of_other = person.households().find_map(|household| of_household.get(household)).cloned();
            let Some(reason) = person.reasons.first_mut() else { continue };
            match of_other {
                Some(of_other) => *reason = of_other,
                None if is_setting_changed => reason.kind = ReasonKind::Setting,
                None => {}
            }
        }
    }
}

/// The rows of both states that the reasons of some persons need.
struct StateRows<'s> {
    of_person: [HashMap<&'s str, Vec<&'s LineageRow>>; 2],
    by_place: [HashMap<RowPosition<'s>, &'s LineageRow>; 2],
    by_key: [HashMap<&'s str, &'s LineageRow>; 2],
    files: [HashSet<&'s str>; 2],
    /// The names of the persons, by their ids.
    names: HashMap<&'s str, String>,
    rulings: &'s [NewRuling],
}

const BEFORE: usize = 0;
const AFTER: usize = 1;

impl<'s> StateRows<'s> {
    fn new(
        ids: &HashSet<String>,
        before: RegisterState<'s>,
        after: RegisterState<'s>,
        rulings: &'s [NewRuling],
    ) -> Self {
        let states = [before, after];
        let of_person = states.map(|state| {
            let mut of_person: HashMap<&str, Vec<&LineageRow>> = HashMap::new();
            for row in state.lineage {
                if let Some(id) = row.person_id.as_deref().filter(|id| ids.contains(*id)) {
                    of_person.entry(id).or_default().push(row);
                }
            }
            of_person
        });
        // Only rows with the place or the content of a row of these persons are looked up, and where the row is now
        // that stood at such a place.
        let own = || of_person.iter().flat_map(|of_person| of_person.values().flatten());
        let places: HashSet<RowPosition<'_>> = own().map(|row| position(row)).collect();
        let by_place = states.map(|state| {
            let rows = state.lineage.iter().filter(|row| places.contains(&position(row)));
            rows.map(|row| (position(row), row)).collect::<HashMap<RowPosition<'_>, &LineageRow>>()
        });
        let at_places = by_place.iter().flat_map(HashMap::values);
        let keys: HashSet<&str> = own().chain(at_places).filter_map(|row| row.row_key.as_deref()).collect();
        let by_key = states.map(|state| {
            let rows = state.lineage.iter().filter_map(|row| Some((row.row_key.as_deref()?, row)));
            rows.filter(|(key, _)| keys.contains(key)).collect()
        });
        let files = states.map(|state| state.inputs.iter().map(|input| input.path.as_str()).collect());
        let persons = states.into_iter().flat_map(|state| state.persons);
        let names = persons.map(|person| (person.person_id.as_str(), person.whole_name())).collect();
        Self { of_person, by_place, by_key, files, names, rulings }
    }

    /// Who has a row in the other state: the name and the id.
    fn named(&self, id: &str) -> String {
        named_id(self.names.get(id).map_or("", String::as_str), id)
    }

    fn reasons_of(&self, id: &str) -> Vec<ChangeReason> {
        let rows = |state: usize| self.of_person[state].get(id).map_or(&[][..], Vec::as_slice);
        let keys =
            |state: usize| rows(state).iter().filter_map(|row| row.row_key.as_deref()).collect::<HashSet<&str>>();
        let (old_keys, new_keys) = (keys(BEFORE), keys(AFTER));
        let is_in =
            |keys: &HashSet<&str>, row: &LineageRow| row.row_key.as_deref().is_some_and(|key| keys.contains(key));
        let mut reasons = Reasons::default();
        for ruling in self.rulings.iter().filter(|ruling| may_be_cause(ruling, rows(BEFORE), rows(AFTER))) {
            let own = rows(BEFORE).iter().chain(rows(AFTER)).find(|row| names(ruling, row));
            if let Some(row) = own {
                reasons.add(ruling.kind, row, &ruling.author);
            }
        }
        let is_ruled = !reasons.0.is_empty();
        for row in rows(AFTER).iter().filter(|row| !is_in(&old_keys, row)) {
            let (kind, who) = self.of_new_row(id, row);
            if !(is_ruled && kind == ReasonKind::Regrouped) {
                reasons.add(kind, row, &who);
            }
        }
        for row in rows(BEFORE).iter().filter(|row| !is_in(&new_keys, row)) {
            // A row with another content at its place was counted among the new ones.
            let Some((kind, who)) = self.of_old_row(id, row) else { continue };
            if !(is_ruled && kind == ReasonKind::Regrouped) {
                reasons.add(kind, row, &who);
            }
        }
        if reasons.0.is_empty() {
            reasons.0.push(ChangeReason {
                kind: ReasonKind::Consequence,
                place: Default::default(),
                n: 0,
                who: String::new(),
            });
        }
        reasons.0
    }

    /// Why a person has a row that they did not have before.
    fn of_new_row(&self, id: &str, row: &LineageRow) -> (ReasonKind, String) {
        let with_key = row.row_key.as_deref().and_then(|key| self.by_key[BEFORE].get(key).copied());
        if let Some(before) = with_key {
            return match before.person_id.as_deref() {
                Some(other) if other != id => (ReasonKind::Regrouped, self.named(other)),
                _ if is_quarantined(before) => (ReasonKind::Released, String::new()),
                _ => (ReasonKind::RowNew, String::new()),
            };
        }
        // A row that was inserted above moves the rows of all others: the person's own row is compared.
        if let Some(before) = self.own_changed_row(BEFORE, id, row) {
            return change_at(before, row);
        }
        match self.by_place[BEFORE].get(&position(row)) {
            Some(before) if self.is_elsewhere(AFTER, before) => (ReasonKind::RowNew, String::new()),
            // A title or a total stood there.
            Some(before) if before.row_key.is_none() && before.corrected == row.corrected => {
                (ReasonKind::RowNew, String::new())
            }
            Some(before) => change_at(before, row),
            None if !self.files[BEFORE].contains(row.file.as_str()) => (ReasonKind::FileNew, String::new()),
            None => (ReasonKind::RowNew, String::new()),
        }
    }

    /// The row that the person has in the same sheet in the other state and in that state alone: the one at the same
    /// place, else the first one.
    fn own_changed_row(&self, state: usize, id: &str, row: &LineageRow) -> Option<&'s LineageRow> {
        let rows = self.of_person[state].get(id)?;
        let is_of_sheet = |own: &&&LineageRow| (&own.file, &own.sheet) == (&row.file, &row.sheet);
        let is_changed = |own: &&&LineageRow| !self.is_elsewhere(1 - state, own);
        let mut changed = rows.iter().filter(is_of_sheet).filter(is_changed);
        let first = changed.clone().next();
        changed.find(|own| own.row == row.row).or(first).copied()
    }

    /// Whether a state has a row with the content of this one in the same file.
    fn is_elsewhere(&self, state: usize, row: &LineageRow) -> bool {
        let found = row.row_key.as_deref().and_then(|key| self.by_key[state].get(key));
        found.is_some_and(|found| found.file == row.file)
    }

    /// Why a person no longer has a row; `None` if the person has the row that is at its place now.
    fn of_old_row(&self, id: &str, row: &LineageRow) -> Option<(ReasonKind, String)> {
        let with_key = row.row_key.as_deref().and_then(|key| self.by_key[AFTER].get(key).copied());
        if let Some(after) = with_key {
            return Some(match after.person_id.as_deref() {
                Some(other) if other != id => (ReasonKind::Regrouped, self.named(other)),
                _ if is_quarantined(after) => (ReasonKind::Quarantined, String::new()),
                _ => (ReasonKind::RowGone, String::new()),
            });
        }
        if self.own_changed_row(AFTER, id, row).is_some() {
            return None;
        }
        match self.by_place[AFTER].get(&position(row)) {
            Some(after) if after.person_id.as_deref() == Some(id) => None,
            Some(after) if self.is_elsewhere(BEFORE, after) => Some((ReasonKind::RowGone, String::new())),
            Some(after) if is_quarantined(after) => Some((ReasonKind::Quarantined, String::new())),
            Some(after) => Some(change_at(row, after)),
            None if !self.files[AFTER].contains(row.file.as_str()) => Some((ReasonKind::FileGone, String::new())),
            None => Some((ReasonKind::RowGone, String::new())),
        }
    }
}

fn is_quarantined(row: &LineageRow) -> bool {
    row.outcome == Outcome::Quarantined.code()
}

/// How a row changed at its place: in its file, or by a typed correction, with its author.
fn change_at(before: &LineageRow, after: &LineageRow) -> (ReasonKind, String) {
    if before.corrected == after.corrected {
        return (ReasonKind::RowChanged, String::new());
    }
    let cells = |row: &LineageRow| -> BTreeMap<String, CorrectedText> {
        row.corrected.as_deref().and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default()
    };
    let (old, new) = (cells(before), cells(after));
    let is_new = |(column, cell): &(&String, &CorrectedText)| old.get(*column) != Some(*cell);
    let author = new.iter().find(is_new).or_else(|| old.iter().next()).map(|(_, cell)| cell.author.clone());
    (ReasonKind::Corrected, author.unwrap_or_default())
}

/// Whether a ruling may be why a person differs. One on two rows is only if the person has others of them than before: who
/// was never joined with somebody is not changed by being kept apart.
fn may_be_cause(ruling: &NewRuling, before: &[&LineageRow], after: &[&LineageRow]) -> bool {
    let named = |rows: &[&LineageRow]| -> HashSet<Option<String>> {
        rows.iter().filter(|row| names(ruling, row)).map(|row| row.row_key.clone()).collect()
    };
    match ruling.kind {
        ReasonKind::RuledSame | ReasonKind::RuledDifferent => named(before) != named(after),
        _ => true,
    }
}

/// Whether a ruling names a row: by its content, or by its place.
fn names(ruling: &NewRuling, row: &LineageRow) -> bool {
    ruling.rows.iter().any(|(key, file, sheet, number)| {
        row.row_key.as_deref().is_some_and(|own| own == key) || position(row) == (file, sheet, *number)
    })
}

/// The reasons of one person; those of one kind, file and author are one.
#[derive(Default)]
struct Reasons(Vec<ChangeReason>);

impl Reasons {
    fn add(&mut self, kind: ReasonKind, row: &LineageRow, who: &str) {
        let own = self.0.iter_mut().find(|own| (own.kind, &*own.place.0, &*own.who) == (kind, &*row.file, who));
        match own {
            Some(own) => own.n += 1,
            None => {
                let place = (row.file.clone(), row.sheet.clone(), row.row);
                self.0.push(ChangeReason { kind, place, n: 1, who: who.to_owned() });
            }
        }
    }
}
