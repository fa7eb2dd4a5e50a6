//! Ids for life: which id of the last register a cluster carries on.
//!
//! A row is known again by what it says ([`CleanRow::key`]), whatever its file is now called and wherever it now stands;
//! a corrected row by two of nom, post-nom, prénom and date of birth that stayed, in its place or in its file. A new id is
//! spelt from the row that brought the person in; a row remembers the id that it brought in, so that one lost by a wrong
//! merge comes back when the merge is undone.

use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;

use crate::record::{CleanRow, Fnv, Place, Text, fold, spell_id};

use super::Alias;

/// What the last register knew of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviousRow {
    /// File, sheet and row it stood in.
    pub place: Place,
    /// Its key.
    pub key: u64,
    /// Whose it was.
    pub person_id: String,
    /// The household of its fiche.
    pub household_id: Option<String>,
    /// Whether it brought the person in.
    pub is_founding: bool,
    /// The id that it brought in once; another person's where it has merged since.
    pub founded_id: Option<String>,
    /// What it said, where that is not what its person is called.
    pub says: Option<Box<RowSays>>,
}

/// By what a row is known again when it was corrected.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RowSays {
    /// Nom, post-nom, prénom.
    pub names: [String; 3],
    /// Day of birth as stored.
    pub born_on: Option<chrono::NaiveDate>,
}

/// What the last register knew of a person, as far as knowing them again needs it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PreviousPerson {
    /// Generation in which the id entered the register.
    pub registered_in: i32,
    /// What the person is called and when they were born.
    pub says: RowSays,
}

/// The last register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Previous {
    /// Rows that were registered or merged.
    pub rows: Vec<PreviousRow>,
    /// Persons by id.
    pub persons: BTreeMap<String, PreviousPerson>,
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
    /// What a row said.
    fn said<'p>(&'p self, row: &'p PreviousRow) -> Option<&'p RowSays> {
        row.says.as_deref().or_else(|| self.persons.get(&row.person_id).map(|person| &person.says))
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
    let mut by_key: HashMap<u64, Vec<usize>, FixedState> = HashMap::default();
    let mut by_place: HashMap<&Place, usize> = HashMap::new();
    for (index, row) in previous.rows.iter().enumerate() {
        by_key.entry(row.key).or_default().push(index);
        by_place.insert(&row.place, index);
    }
    for same_place in [true, false] {
        for (row, clean) in rows.iter().enumerate() {
            let mut of_key = by_key.get(&clean.key).into_iter().flatten();
            let found = of_key.find(|index| {
                !knowing.is_used[**index] && (!same_place || previous.rows[**index].place == places[row])
            });
            knowing.take(row, found.copied());
        }
    }
    for (row, clean) in rows.iter().enumerate() {
        let found = by_place.get(&places[row]).copied();
        knowing.take(row, found.filter(|index| !knowing.is_used[*index] && knowing.what_stayed(*index, clean) >= 2));
    }
    // What is left are the corrected rows that moved, and the new: few, unless a file was replaced.
    let mut left: HashMap<(&str, u64), Vec<usize>> = HashMap::new();
    for (index, row) in previous.rows.iter().enumerate().filter(|(index, _)| !knowing.is_used[*index]) {
        if let Some(person) = previous.said(row) {
            for pair in pairs_of([&person.names[0], &person.names[1], &person.names[2]], person.born_on) {
                left.entry((&*row.place.0, pair)).or_default().push(index);
            }
        }
    }
    for (row, clean) in rows.iter().enumerate().filter(|(row, _)| knowing.of_row[*row].is_none()).collect::<Vec<_>>() {
        let pairs =
            pairs_of([&clean.name.nom, &clean.name.postnom, &clean.name.prenom], clean.born.map(|born| born.first));
        let likely = pairs.iter().flat_map(|pair| left.get(&(&*places[row].0, *pair)).into_iter().flatten().copied());
        // Away from its place all but one must have stayed: brothers share a name.
        let free = likely.filter(|index| !knowing.is_used[*index] && knowing.all_but_one_stayed(*index, clean));
        let best = free.max_by_key(|index| (knowing.what_stayed(*index, clean), std::cmp::Reverse(*index)));
        knowing.take(row, best);
    }
    Told { of_row: knowing.of_row }
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
        let Some(person) = self.previous.said(&self.previous.rows[index]) else { return false };
        let n_known =
            person.names.iter().filter(|name| !name.is_empty()).count() + usize::from(person.born_on.is_some());
        self.what_stayed(index, row) >= n_known.saturating_sub(1).max(2)
    }

    /// How many of nom, post-nom, prénom and date of birth are as the person of that row had them.
    fn what_stayed(&self, index: usize, row: &CleanRow) -> usize {
        let Some(person) = self.previous.said(&self.previous.rows[index]) else { return 0 };
        let names = [&row.name.nom, &row.name.postnom, &row.name.prenom];
        let same_names =
            names.iter().zip(&person.names).filter(|(now, before)| !now.is_empty() && fold(now) == fold(before));
        let n_names = same_names.count();
        n_names + usize::from(row.born.is_some_and(|born| Some(born.first) == person.born_on))
    }
}

/// A hash of every two of nom, post-nom, prénom and date of birth that are there.
fn pairs_of(names: [&str; 3], born_on: Option<chrono::NaiveDate>) -> Vec<u64> {
    let parts: Vec<(u8, String)> = (0_u8..)
        .zip(names.map(fold).into_iter().chain([born_on.map(|day| day.to_string()).unwrap_or_default()]))
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
    // Who claims which id: more rows first, the founding row before all; ties by the clusters' order.
    let mut claims: BTreeMap<&str, Vec<(bool, usize, usize)>> = BTreeMap::new();
    for (cluster, members) in clusters.iter().enumerate() {
        let mut n_rows: BTreeMap<&str, (bool, usize)> = BTreeMap::new();
        for before in members.iter().filter_map(|row| told.of_row[*row as usize]) {
            let claim = n_rows.entry(before.person_id.as_str()).or_default();
            claim.0 |= before.is_founding;
            claim.1 += 1;
        }
        for (id, (has_founding, n)) in n_rows {
            claims.entry(id).or_default().push((has_founding, n, cluster));
        }
    }
    let mut ids_of_cluster: Vec<Vec<&str>> = vec![Vec::new(); clusters.len()];
    // An id that a row once brought in, and that nobody bears now, is that row's to take back: a wrong merge was undone.
    for (cluster, members) in clusters.iter().enumerate() {
        let founded = members.iter().filter_map(|row| told.of_row[*row as usize]?.founded_id.as_deref());
        ids_of_cluster[cluster].extend(founded.filter(|id| !claims.contains_key(id)));
    }
    for (id, mut claimants) in claims {
        claimants.sort_by_key(|(has_founding, n, cluster)| {
            (std::cmp::Reverse(*has_founding), std::cmp::Reverse(*n), *cluster)
        });
        if let Some((_, _, cluster)) = claimants.first() {
            ids_of_cluster[*cluster].push(id);
        }
    }
    let mut aliases: BTreeMap<String, PreviousAlias> = previous.aliases.clone();
    let entered = |id: &str| {
        let person = previous.persons.get(id).map(|person| person.registered_in);
        person.or_else(|| previous.aliases.get(id)?.registered_in)
    };
    let mut of_clusters: Vec<Option<Identity>> = vec![None; clusters.len()];
    for (cluster, ids) in ids_of_cluster.iter().enumerate() {
        let registered_in = |id: &str| entered(id).unwrap_or(generation);
        // The older id lives on.
        let Some(oldest) = ids.iter().min_by_key(|id| (registered_in(id), **id)) else { continue };
        for id in ids.iter().filter(|id| *id != oldest) {
            let alias = PreviousAlias { person_id: Some((*oldest).to_owned()), registered_in: entered(id) };
            aliases.insert((*id).to_owned(), alias);
        }
        let founding_row = clusters[cluster]
            .iter()
            .copied()
            .find(|row| told.of_row[*row as usize].is_some_and(|before| before.founded_id.as_deref() == Some(*oldest)));
        of_clusters[cluster] =
            Some(Identity { id: (*oldest).into(), registered_in: registered_in(oldest), founding_row });
    }
    let living: HashSet<Text, FixedState> = of_clusters.iter().flatten().map(|identity| identity.id.clone()).collect();
    // An id that a row once brought in stays that row's: it may want it back.
    let mut taken: HashSet<&str, FixedState> = previous.persons.keys().map(String::as_str).collect();
    taken.extend(told.of_row.iter().flatten().filter_map(|before| before.founded_id.as_deref()));
    let mut given: HashSet<Text, FixedState> = HashSet::default();
    let of_clusters: Vec<Identity> = of_clusters
        .into_iter()
        .zip(clusters)
        .map(|(identity, members)| {
            identity.unwrap_or_else(|| {
                let is_taken = |id: &str| taken.contains(id) || living.contains(id) || given.contains(id);
                let id = Text::from(new_id('P', rows[members[0] as usize].key, is_taken));
                given.insert(id.clone());
                Identity { registered_in: entered(&id).unwrap_or(generation), id, founding_row: None }
            })
        })
        .collect();
    let living: HashSet<&str, FixedState> = of_clusters.iter().map(|identity| &*identity.id).collect();
    let mut vanished = Vec::new();
    for id in previous.persons.keys() {
        if !living.contains(id.as_str()) && !aliases.contains_key(id) {
            vanished.push(id.clone());
            aliases.insert(id.clone(), PreviousAlias { person_id: None, registered_in: entered(id) });
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
        let id = spell_id(prefix, Fnv::default().with(&key.to_le_bytes()).with(&salt.to_le_bytes()).finish());
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
