//! Ids for life: which id of the last register a cluster carries on.
//!
//! A row is known again by what it says ([`CleanRow::key`]), whatever its file is now called and wherever it now stands;
//! a corrected row by two of nom, post-nom, prénom and date of birth that stayed, in its place or in its file. A new id is
//! spelt from the row that brought the person in; a row remembers the id that it brought in, so that one lost by a wrong
//! merge comes back when the merge is undone.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use arrayvec::ArrayVec;
use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::record::{CleanRow, Fnv, Place, Text, fold, format_id};

use super::Alias;

/// What the last register knew of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousRow {
    /// File, sheet and row it stood in.
    pub place: Place,
    /// Its key.
    pub key: u64,
    /// Whose it was: a place in [`Previous::persons`].
    pub person: u32,
    /// The household of its fiche.
    pub household_id: Option<Text>,
    /// Whether it brought the person in.
    pub is_founding: bool,
    /// The id that it brought in once; another person's where it has merged since.
    pub founded_id: Option<Text>,
    /// What it said, where that is not what its person is called.
    pub says: Option<Box<RowSays>>,
}

/// By what a row is known again when it was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSays {
    /// Nom, post-nom, prénom.
    pub names: [Text; 3],
    /// Day of birth as stored.
    pub born_on: Option<chrono::NaiveDate>,
}

/// What the last register knew of a person, as far as knowing them again needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PreviousPerson {
    /// The person's id.
    pub id: Text,
    /// Generation in which the id entered the register.
    pub registered_in: i32,
    /// What the person is called and when they were born.
    pub says: RowSays,
}

/// The last register.
#[derive(Debug, Clone, Default)]
pub struct Previous {
    /// Rows that were registered or merged.
    pub rows: Vec<PreviousRow>,
    /// Persons, by id.
    pub persons: Vec<PreviousPerson>,
    /// Ids that meant someone else, or no one.
    pub aliases: BTreeMap<String, PreviousAlias>,
}

/// What the last register knew of an id that is no person's first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PreviousAlias {
    /// Whom it meant; `None` for one withdrawn.
    pub person_id: Option<String>,
    /// Generation in which the id entered the register; `None` if that is not known.
    pub registered_in: Option<i32>,
}

impl Previous {
    /// Persons and aliases, without rows yet.
    #[must_use]
    pub fn new(mut persons: Vec<PreviousPerson>, aliases: BTreeMap<String, PreviousAlias>) -> Self {
        persons.par_sort_by(|a, b| a.id.cmp(&b.id));
        Self { rows: Vec::new(), persons, aliases }
    }

    /// The place of the person of this id.
    #[must_use]
    pub fn person(&self, id: &str) -> Option<u32> {
        self.persons.binary_search_by(|person| (*person.id).cmp(id)).ok().map(|place| place as u32)
    }

    /// The id of the person whose row it was.
    #[must_use]
    pub fn id_of(&self, row: &PreviousRow) -> &Text {
        &self.persons[row.person as usize].id
    }

    /// What a row said.
    fn said<'p>(&'p self, row: &'p PreviousRow) -> &'p RowSays {
        row.says.as_deref().unwrap_or_else(|| &self.persons[row.person as usize].says)
    }
}

/// For each row of this run, what the last register knew of it (index into [`Previous::rows`]).
pub(super) struct Told<'p> {
    pub(super) of_row: Vec<Option<&'p PreviousRow>>,
}

/// Knows rows again: by key at the same place, by key elsewhere, then corrected rows by what stayed of the person, at
/// the same place first and elsewhere in the same file after.
pub(super) fn told_of_rows<'p>(rows: &[CleanRow], places: &[Place], previous: &'p Previous) -> Told<'p> {
    if previous.rows.is_empty() {
        return Told { of_row: vec![None; rows.len()] };
    }
    let mut knowing = Knowing { previous, of_row: vec![None; rows.len()], is_used: vec![false; previous.rows.len()] };
    let by_key = ByKey::new(&previous.rows);
    for same_place in [true, false] {
        for (row, clean) in rows.iter().enumerate() {
            if knowing.of_row[row].is_some() {
                continue;
            }
            let found = by_key
                .of(clean.key)
                .find(|index| !knowing.is_used[*index] && (!same_place || previous.rows[*index].place == places[row]));
            knowing.take(row, found);
        }
    }
    // What is left are the corrected rows, and the new: few, unless a file was replaced.
    let unknown = |knowing: &Knowing<'_>| -> Vec<usize> {
        (0..rows.len()).filter(|row| knowing.of_row[*row].is_none()).collect()
    };
    let unused = |knowing: &Knowing<'_>| -> Vec<usize> {
        (0..previous.rows.len()).filter(|index| !knowing.is_used[*index]).collect()
    };
    let by_place: HashMap<&Place, usize> =
        unused(&knowing).into_iter().map(|index| (&previous.rows[index].place, index)).collect();
    for row in unknown(&knowing) {
        let found = by_place.get(&places[row]).copied();
        knowing.take(row, found.filter(|i| !knowing.is_used[*i] && knowing.what_stayed(*i, &rows[row]) >= 2));
    }
    // And those that moved.
    let mut left: HashMap<(&str, u64), Vec<usize>> = HashMap::new();
    for index in unused(&knowing) {
        let row = &previous.rows[index];
        let says = previous.said(row);
        for pair in pairs_of(says.names.each_ref(), says.born_on) {
            left.entry((&*row.place.0, pair)).or_default().push(index);
        }
    }
    for row in unknown(&knowing) {
        let clean = &rows[row];
        let names = [&clean.name.nom, &clean.name.postnom, &clean.name.prenom];
        let pairs = pairs_of(names, clean.born.map(|born| born.first));
        let likely = pairs.iter().flat_map(|pair| left.get(&(&*places[row].0, *pair)).into_iter().flatten().copied());
        // Away from its place all but one must have stayed: brothers share a name.
        let free = likely.filter(|index| !knowing.is_used[*index] && knowing.all_but_one_stayed(*index, clean));
        let best = free.max_by_key(|index| (knowing.what_stayed(*index, clean), Reverse(*index)));
        knowing.take(row, best);
    }
    Told { of_row: knowing.of_row }
}

/// Rows of the last register by their keys, those of one key in their order.
struct ByKey {
    first: HashMap<u64, u32, FixedState>,
    /// For each row the next of its key; [`NO_ROW`] for the last.
    next: Vec<u32>,
}

const NO_ROW: u32 = u32::MAX;

impl ByKey {
    fn new(rows: &[PreviousRow]) -> Self {
        let mut by_key = Self {
            first: HashMap::with_capacity_and_hasher(rows.len(), FixedState::default()),
            next: vec![NO_ROW; rows.len()],
        };
        for (index, row) in rows.iter().enumerate().rev() {
            if let Some(after) = by_key.first.insert(row.key, index as u32) {
                by_key.next[index] = after;
            }
        }
        by_key
    }

    fn of(&self, key: u64) -> impl Iterator<Item = usize> + '_ {
        let next = |row: &u32| Some(self.next[*row as usize]).filter(|row| *row != NO_ROW);
        std::iter::successors(self.first.get(&key).copied(), next).map(|row| row as usize)
    }
}

/// Rows known again so far.
struct Knowing<'p> {
    previous: &'p Previous,
    of_row: Vec<Option<&'p PreviousRow>>,
    is_used: Vec<bool>,
}

impl Knowing<'_> {
    /// Takes a row of the last register for one of this run, unless that is known already.
    fn take(&mut self, row: usize, found: Option<usize>) {
        if let Some(index) = found.filter(|_| self.of_row[row].is_none()) {
            self.is_used[index] = true;
            self.of_row[row] = Some(&self.previous.rows[index]);
        }
    }

    /// Whether of what was known of that row's person no more than one thing changed, and two at least stayed.
    fn all_but_one_stayed(&self, index: usize, row: &CleanRow) -> bool {
        let person = self.previous.said(&self.previous.rows[index]);
        let n_known =
            person.names.iter().filter(|name| !name.is_empty()).count() + usize::from(person.born_on.is_some());
        self.what_stayed(index, row) >= n_known.saturating_sub(1).max(2)
    }

    /// How many of nom, post-nom, prénom and date of birth are as the person of that row had them.
    fn what_stayed(&self, index: usize, row: &CleanRow) -> usize {
        let person = self.previous.said(&self.previous.rows[index]);
        let names = [&row.name.nom, &row.name.postnom, &row.name.prenom];
        let same_names =
            names.iter().zip(&person.names).filter(|(now, before)| !now.is_empty() && fold(now) == fold(before));
        let n_names = same_names.count();
        n_names + usize::from(row.born.is_some_and(|born| Some(born.first) == person.born_on))
    }
}

/// A hash of every two of nom, post-nom, prénom and date of birth that are there.
fn pairs_of(names: [&Text; 3], born_on: Option<chrono::NaiveDate>) -> Vec<u64> {
    let parts: Vec<(u8, String)> = (0_u8..)
        .zip(names.map(|name| fold(name)).into_iter().chain([born_on.map(|day| day.to_string()).unwrap_or_default()]))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let mut pairs = Vec::new();
    for (place, (a, x)) in parts.iter().enumerate() {
        for (b, y) in &parts[place + 1..] {
            pairs.push(Fnv::default().with(&[*a, *b]).with(x.as_bytes()).with(y.as_bytes()).finish());
        }
    }
    pairs
}

/// A cluster's id and where it comes from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) id: Text,
    pub(super) registered_in: i32,
    /// The row that brought the person in, if it was known before.
    pub(super) founding_row: Option<u32>,
}

pub(super) struct Identities {
    pub(super) of_clusters: Vec<Identity>,
    pub(super) aliases: Vec<Alias>,
    pub(super) vanished: Vec<String>,
}

/// Gives every cluster its id; `clusters` are in order of their founding rows.
pub(super) fn assign(
    rows: &[CleanRow],
    clusters: &[Vec<u32>],
    told: &Told<'_>,
    previous: &Previous,
    generation: i32,
) -> Identities {
    // Who claims which id: the founding row before all, then more rows; ties by the clusters' order.
    let mut claims: Vec<(u32, Reverse<bool>, Reverse<u32>, u32)> = Vec::new();
    // An id that a row once brought in, and that is not its person's.
    let mut founded_elsewhere: Vec<(u32, &Text)> = Vec::new();
    for (cluster, members) in (0..).zip(clusters) {
        let mut of_cluster: ArrayVec<(u32, bool, u32), 8> = ArrayVec::new();
        let mut more = Vec::new();
        for before in members.iter().filter_map(|row| told.of_row[*row as usize]) {
            if let Some(id) = before.founded_id.as_ref().filter(|id| *id != previous.id_of(before)) {
                founded_elsewhere.push((cluster, id));
            }
            match of_cluster.iter_mut().chain(&mut more).find(|(person, ..)| *person == before.person) {
                Some((_, has_founding, n)) => (*has_founding, *n) = (*has_founding || before.is_founding, *n + 1),
                None => {
                    let claim = (before.person, before.is_founding, 1);
                    if let Err(full) = of_cluster.try_push(claim) {
                        more.push(full.element());
                    }
                }
            }
        }
        let all = of_cluster.into_iter().chain(more);
        claims.extend(all.map(|(person, has_founding, n)| (person, Reverse(has_founding), Reverse(n), cluster)));
    }
    claims.par_sort_unstable();
    let is_claimed = |id: &str| {
        let person = previous.person(id);
        person.is_some_and(|person| claims.binary_search_by_key(&person, |claim| claim.0).is_ok())
    };
    // Nobody bears it now: it is that row's to take back, a wrong merge was undone.
    let entered = |id: &str| match previous.person(id) {
        Some(person) => Some(previous.persons[person as usize].registered_in),
        None => previous.aliases.get(id)?.registered_in,
    };
    let unclaimed = founded_elsewhere.iter().filter(|(_, id)| !is_claimed(id));
    let mut ids_of_cluster: Vec<(u32, Option<i32>, &Text)> =
        unclaimed.map(|(cluster, id)| (*cluster, entered(id), *id)).collect();
    let best = claims.chunk_by(|a, b| a.0 == b.0).map(|of_person| of_person[0]);
    ids_of_cluster.extend(best.map(|(person, .., cluster)| {
        let person = &previous.persons[person as usize];
        (cluster, Some(person.registered_in), &person.id)
    }));
    ids_of_cluster.par_sort_unstable();
    let mut aliases: BTreeMap<String, PreviousAlias> = previous.aliases.clone();
    let mut of_clusters: Vec<Option<Identity>> = vec![None; clusters.len()];
    for ids in ids_of_cluster.chunk_by(|a, b| a.0 == b.0) {
        // The older id lives on.
        let oldest = ids.iter().min_by_key(|(_, entered, id)| (entered.unwrap_or(generation), *id));
        let Some((cluster, entered, oldest)) = oldest else { continue };
        for (_, entered, id) in ids.iter().filter(|(.., id)| id != oldest) {
            let alias = PreviousAlias { person_id: Some(oldest.to_string()), registered_in: *entered };
            aliases.insert(id.to_string(), alias);
        }
        let is_founding =
            |row: &u32| told.of_row[*row as usize].is_some_and(|before| before.founded_id.as_ref() == Some(*oldest));
        let founding_row = clusters[*cluster as usize].iter().copied().find(is_founding);
        of_clusters[*cluster as usize] =
            Some(Identity { id: (*oldest).clone(), registered_in: entered.unwrap_or(generation), founding_row });
    }
    // An id that a row once brought in stays that row's: it may want it back.
    let kept: HashSet<&str, FixedState> = founded_elsewhere.iter().map(|(_, id)| &***id).collect();
    let key = |members: &[u32]| rows[members[0] as usize].key;
    let spelling = |(identity, members): (&Option<Identity>, &Vec<u32>)| match identity {
        Some(_) => Text::default(),
        None => new_id('P', key(members), |_| false).into(),
    };
    let spelt: Vec<Text> = of_clusters.par_iter().zip(clusters).map(spelling).collect();
    let mut given: HashSet<Text, FixedState> = HashSet::default();
    let of_clusters: Vec<Identity> = of_clusters
        .into_iter()
        .zip(clusters)
        .zip(spelt)
        .map(|((identity, members), spelt)| {
            identity.unwrap_or_else(|| {
                let is_taken = |id: &str| previous.person(id).is_some() || kept.contains(id) || given.contains(id);
                let id = if is_taken(&spelt) { new_id('P', key(members), is_taken).into() } else { spelt };
                given.insert(id.clone());
                Identity { registered_in: entered(&id).unwrap_or(generation), id, founding_row: None }
            })
        })
        .collect();
    if previous.persons.is_empty() && aliases.is_empty() {
        return Identities { of_clusters, aliases: Vec::new(), vanished: Vec::new() };
    }
    let living: HashSet<&str, FixedState> = of_clusters.iter().map(|identity| &*identity.id).collect();
    let mut vanished = Vec::new();
    for person in &previous.persons {
        let id = &*person.id;
        if !living.contains(id) && !aliases.contains_key(id) {
            vanished.push(id.to_owned());
            aliases.insert(id.to_owned(), PreviousAlias { person_id: None, registered_in: entered(id) });
        }
    }
    // An id that came back means its person again; one whose person went elsewhere follows them.
    aliases.retain(|old, _| !living.contains(old.as_str()));
    let alias = |(old, known): (&String, &PreviousAlias)| Alias {
        old_id: old.clone(),
        person_id: follow(&aliases, old, &living),
        registered_in: known.registered_in,
    };
    let aliases = aliases.iter().map(alias).collect();
    Identities { of_clusters, aliases, vanished }
}

/// An id spelt from a row's key; the next free spelling if another person has it.
pub(super) fn new_id(prefix: char, key: u64, mut is_taken: impl FnMut(&str) -> bool) -> String {
    let mut salt = 0_u64;
    loop {
        let id = format_id(prefix, Fnv::default().with(&key.to_le_bytes()).with(&salt.to_le_bytes()).finish());
        if !is_taken(&id) {
            return id;
        }
        salt += 1;
    }
}

fn follow(aliases: &BTreeMap<String, PreviousAlias>, old: &str, living: &HashSet<&str, FixedState>) -> Option<String> {
    let mut at = aliases.get(old)?.person_id.as_deref()?;
    for _ in 0..=aliases.len() {
        if living.contains(at) {
            return Some(at.to_owned());
        }
        at = aliases.get(at)?.person_id.as_deref()?;
    }
    None
}
