//! The id that each row bears: the one that it founded, or that its person had before a merger.
//!
//! A row of the previous register remembers its id. A row that comes back is recognised as the founding row of an id by
//! its key, because a new id is derived from the key of the founding row.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::previous_identities::{PreviousAlias, PreviousIdentities, PreviousRow};
use super::row_matches::RowMatches;
use super::rulings_on_ids::{RowRuling, RulingsOnIds};
use crate::record::{CleanRow, Fnv, format_id};

/// Most ids that are derived from one key before a row counts as new.
const MOST_FORMS: u64 = 16;

/// How surely a row bears an id.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    /// The row was of the person when the founding row was gone, or bears another id that is merged with this one.
    Held,
    /// The row was the person's, not the founding one.
    Member,
    /// The row stands for the founding one: it is the founding row, corrected since, or took its place.
    Recorded,
    /// The id is derived from the row's key.
    Founding,
}

/// An id that a row bears.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OwnId {
    /// Number of the id, see [`PreviousIds`].
    pub(super) id: u32,
    pub(super) strength: Strength,
}

/// The ids of the previous register with their numbers: those of persons first, then merged and withdrawn ones.
pub(super) struct PreviousIds<'p> {
    previous: &'p PreviousIdentities,
    aliases: Vec<(&'p str, &'p PreviousAlias)>,
}

impl<'p> PreviousIds<'p> {
    pub(super) fn new(previous: &'p PreviousIdentities) -> Self {
        Self { previous, aliases: previous.aliases.iter().map(|(id, alias)| (id.as_str(), alias)).collect() }
    }

    fn n_persons(&self) -> u32 {
        self.previous.persons.len() as u32
    }

    pub(super) fn number(&self, id: &str) -> Option<u32> {
        let alias = || self.aliases.binary_search_by(|alias| alias.0.cmp(id)).ok();
        self.previous.person(id).or_else(|| Some(self.n_persons() + alias()? as u32))
    }

    pub(super) fn text(&self, number: u32) -> &'p str {
        match self.alias(number) {
            Some((id, _)) => id,
            None => &self.previous.persons[number as usize].id,
        }
    }

    pub(super) fn registered_in(&self, number: u32) -> Option<i32> {
        match self.alias(number) {
            Some((_, alias)) => alias.registered_in,
            None => Some(self.previous.persons[number as usize].registered_in),
        }
    }

    fn alias(&self, number: u32) -> Option<(&'p str, &'p PreviousAlias)> {
        self.aliases.get(number.checked_sub(self.n_persons())? as usize).copied()
    }

    /// Returns the numbers of the merged and withdrawn ids.
    pub(super) fn alias_numbers(&self) -> std::ops::Range<u32> {
        self.n_persons()..self.n_persons() + self.aliases.len() as u32
    }
}

/// The ids that the rows bear.
pub(super) struct OwnIds<'p> {
    pub(super) known: PreviousIds<'p>,
    /// For each row of this run; `None` for a new row, and for one that came in while its person was two.
    pub(super) of_row: Vec<Option<OwnId>>,
    /// What rulings say about ids.
    pub(super) ruled: RulingsOnIds,
    /// By an id whose founding row is gone, the key of that row as it last was.
    founding_keys: BTreeMap<u32, u64>,
}

impl<'p> OwnIds<'p> {
    pub(super) fn new(
        rows: &[CleanRow],
        matches: &RowMatches<'p>,
        previous: &'p PreviousIdentities,
        rulings: &[RowRuling],
        prefix: char,
    ) -> Self {
        let known = PreviousIds::new(previous);
        let reader = RowMemory::new(previous, &known, prefix);
        let own = |before: &Option<&PreviousRow>| before.and_then(|before| reader.own_id(before));
        let mut of_row: Vec<Option<OwnId>> = matches.of_row.par_iter().map(own).collect();
        reader.recognise_returning(rows, matches, &mut of_row);
        let mut founding_keys: BTreeMap<u32, u64> =
            known.alias_numbers().filter_map(|number| Some((number, known.alias(number)?.1.founding_key?))).collect();
        let gone = || {
            let matched: HashSet<*const PreviousRow, FixedState> =
                matches.of_row.iter().flatten().map(|before| std::ptr::from_ref(*before)).collect();
            previous.rows.iter().filter(move |before| !matched.contains(&std::ptr::from_ref(*before)))
        };
        let mut own_of_gone: HashMap<u64, u32> = HashMap::new();
        for before in gone() {
            let Some(own) = reader.own_id(before) else { continue };
            own_of_gone.insert(before.key, own.id);
            if own.strength >= Strength::Recorded {
                founding_keys.insert(own.id, before.key);
            }
        }
        let by_key = |key: u64| {
            let of_alias = || reader.id_of_alias_key.get(&key).copied();
            own_of_gone.get(&key).copied().or_else(of_alias).or_else(|| known.number(&nth_id(prefix, key, 0)))
        };
        let id_of_row = |row: u32| of_row[row as usize].map(|own| own.id);
        let ruled = RulingsOnIds::new(rulings, &|id: &str| known.number(id), &id_of_row, &by_key);
        Self { of_row, ruled, founding_keys, known }
    }

    /// Returns the keys of the founding rows of ids that are in use no more, by the id.
    pub(super) fn founding_keys_of(&self, rows: &[CleanRow], ids: &HashSet<u32, FixedState>) -> BTreeMap<u32, u64> {
        let mut keys = self.founding_keys.clone();
        keys.retain(|id, _| ids.contains(id));
        for (own, row) in self.of_row.iter().zip(rows) {
            if let Some(own) = own.filter(|own| own.strength >= Strength::Recorded && ids.contains(&own.id)) {
                keys.insert(own.id, row.key);
            }
        }
        keys
    }

    /// Whether a row that bears `own` holds the id of the person that it was part of, when nobody else bears that id.
    pub(super) fn holds(&self, own: Option<OwnId>, person: u32) -> bool {
        match own {
            Some(own) => !self.ruled.are_parted(own.id, person),
            None => !self.ruled.is_parted(person),
        }
    }
}

/// Reads from the previous register which id a row bears.
struct RowMemory<'k, 'p> {
    previous: &'p PreviousIdentities,
    known: &'k PreviousIds<'p>,
    prefix: char,
    /// For each previous person whether a row of it bears another id.
    is_mixed: Vec<bool>,
    id_of_alias_key: HashMap<u64, u32>,
}

impl<'k, 'p> RowMemory<'k, 'p> {
    fn new(previous: &'p PreviousIdentities, known: &'k PreviousIds<'p>, prefix: char) -> Self {
        let mut is_mixed = vec![false; previous.persons.len()];
        for row in &previous.rows {
            is_mixed[row.person as usize] |= previous.founded_id(row).is_some_and(|id| id != previous.id_of(row));
        }
        let key = |number: u32| Some((known.alias(number)?.1.founding_key?, number));
        let id_of_alias_key = known.alias_numbers().filter_map(key).collect();
        Self { previous, known, prefix, is_mixed, id_of_alias_key }
    }

    /// Returns the id that a row of the previous register bears.
    fn own_id(&self, before: &PreviousRow) -> Option<OwnId> {
        let founded = self.previous.founded_id(before);
        let id = match founded {
            Some(id) => self.known.number(id)?,
            None if self.is_mixed[before.person as usize] => return None,
            None => return Some(OwnId { id: before.person, strength: Strength::Member }),
        };
        let is_derived = || (0..2).any(|form| nth_id(self.prefix, before.key, form) == self.known.text(id));
        let is_recorded =
            (before.is_founding && id == before.person) || self.id_of_alias_key.get(&before.key) == Some(&id);
        let strength = if is_derived() {
            Strength::Founding
        } else if is_recorded {
            Strength::Recorded
        } else {
            Strength::Member
        };
        Some(OwnId { id, strength })
    }

    /// Gives rows that are not in the previous register the id that their key founded, unless another row of this key
    /// has it.
    fn recognise_returning(&self, rows: &[CleanRow], matches: &RowMatches<'_>, of_row: &mut [Option<OwnId>]) {
        if self.previous.persons.is_empty() && self.known.aliases.is_empty() {
            return;
        }
        let unmatched: Vec<usize> = (0..rows.len()).filter(|row| matches.of_row[*row].is_none()).collect();
        let is_known = |row: &usize| {
            self.id_of_alias_key.contains_key(&rows[*row].key)
                || self.known.number(&nth_id(self.prefix, rows[*row].key, 0)).is_some()
        };
        let returning: Vec<usize> = unmatched.into_par_iter().filter(is_known).collect();
        if returning.is_empty() {
            return;
        }
        let is_founder = |own: &&OwnId| own.strength >= Strength::Recorded;
        let founders: Vec<OwnId> = of_row.iter().flatten().filter(is_founder).copied().collect();
        let mut taken: HashSet<u32> =
            founders.iter().filter(|own| own.strength == Strength::Founding).map(|own| own.id).collect();
        let mut recorded: HashSet<u32> = founders.iter().map(|own| own.id).collect();
        for row in returning {
            let key = rows[row].key;
            let forms = (0..MOST_FORMS).map_while(|form| self.known.number(&nth_id(self.prefix, key, form)));
            let derived = forms.into_iter().find(|id| !taken.contains(id));
            let of_alias = || self.id_of_alias_key.get(&key).copied().filter(|id| !recorded.contains(id));
            let own = derived.map(|id| OwnId { id, strength: Strength::Founding });
            let own = own.or_else(|| of_alias().map(|id| OwnId { id, strength: Strength::Recorded }));
            if let Some(own) = own {
                taken.insert(own.id);
                recorded.insert(own.id);
            }
            of_row[row] = own;
        }
    }
}

/// Returns a form of the id that is made from a row's key.
pub(super) fn nth_id(prefix: char, key: u64, form: u64) -> String {
    format_id(prefix, Fnv::default().with(&key.to_le_bytes()).with(&form.to_le_bytes()).finish())
}
