//! Ids for life: which id of the previous register each cluster keeps, and which ids are new, aliases or withdrawn.
//!
//! A new id is derived from the key of the founding row. When two persons merge, each row of both remembers the id that
//! its person had: when the merge proves wrong and is undone, the rows take their id back, also if the founding rows
//! are gone by then. A row added in between remembers none.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashSet};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::entities::Alias;
use super::previous_identities::{PreviousAlias, PreviousIdentities, PreviousPerson};
use super::row_matches::RowMatches;
use crate::record::{CleanRow, Fnv, Text, format_id};

/// What the new ids of a run have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct NewIds {
    /// The number that the register will have.
    pub(crate) generation: i32,
    /// The first letter of the identifiers of persons.
    pub(crate) prefix: char,
}

/// The id of a cluster.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Identity {
    pub(super) id: Text,
    /// Generation in which the id entered the register.
    pub(super) registered_in: i32,
    /// The row that founded an old id, if it is in the cluster; else another one of its person.
    pub(super) founding_row: Option<u32>,
}

/// The ids of all clusters, and the aliases and vanished persons among the old ids.
pub(super) struct IdAssignment {
    pub(super) of_clusters: Vec<Identity>,
    pub(super) aliases: Vec<Alias>,
    pub(super) vanished: Vec<String>,
}

type IdSet<'i> = HashSet<&'i str, FixedState>;

/// Gives every cluster its id. `clusters` are in the order of their founding rows; `new` is what new ids have in common.
pub(super) fn assign(
    rows: &[CleanRow],
    clusters: &[Vec<u32>],
    matches: &RowMatches<'_>,
    previous: &PreviousIdentities,
    new: NewIds,
) -> IdAssignment {
    let mut claims = claims(clusters, matches, previous);
    let old_ids = old_ids(&claims, previous);
    let oldest = oldest_ids(&old_ids, clusters, matches, previous, new.generation);
    let aliases = aliases(&old_ids, &oldest, previous);
    // Frees the memory of a million persons before the new ids need some.
    drop(old_ids);
    claims.of_persons = Vec::new();
    let of_clusters = new_ids(oldest, rows, clusters, &claims, previous, new);
    if previous.persons.is_empty() && aliases.is_empty() {
        return IdAssignment { of_clusters, aliases: Vec::new(), vanished: Vec::new() };
    }
    let current: IdSet<'_> = of_clusters.iter().map(|identity| &*identity.id).collect();
    let vanished = vanished(previous, &current, &aliases);
    let aliases = resolve_aliases(aliases, &vanished, &current);
    IdAssignment { aliases, vanished: vanished.iter().map(|person| person.id.to_string()).collect(), of_clusters }
}

/// A cluster that holds rows of a previous person. Of one person's claims the first in this order wins: the cluster
/// with the founding row, then one with a row that remembers the person's id, then one with rows that remember no other
/// id, then one without any that do, then the one with more rows, then the earlier cluster.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    /// Index into [`PreviousIdentities::persons`].
    person: u32,
    has_founding: Reverse<bool>,
    /// Whether one of these rows founded the person's id or remembers it.
    has_own_id: Reverse<bool>,
    /// Whether each of these rows remembers another id.
    is_returning: bool,
    /// Whether one of them remembers another id.
    remembers: bool,
    n_rows: Reverse<u32>,
    cluster: u32,
}

/// A cluster that holds rows which remember an id that is no longer their person's. Of the claims of one id the first
/// in this order wins: the cluster with more of these rows, then the earlier cluster.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct RememberedId<'p> {
    id: &'p str,
    n_rows: Reverse<u32>,
    cluster: u32,
}

/// The old ids that the rows of the clusters bear.
struct Claims<'p> {
    /// Sorted.
    of_persons: Vec<Claim>,
    /// Sorted.
    remembered: Vec<RememberedId<'p>>,
}

impl Claims<'_> {
    fn is_claimed(&self, person: u32) -> bool {
        self.of_persons.binary_search_by_key(&person, |claim| claim.person).is_ok()
    }
}

/// Step 1. Takes the clusters and the previous row of each of their rows; returns which old ids each cluster claims.
fn claims<'p>(clusters: &[Vec<u32>], matches: &RowMatches<'p>, previous: &'p PreviousIdentities) -> Claims<'p> {
    let mut claims = Claims { of_persons: Vec::new(), remembered: Vec::new() };
    for (cluster, members) in (0..).zip(clusters) {
        let (first, first_id) = (claims.of_persons.len(), claims.remembered.len());
        for before in members.iter().filter_map(|row| matches.of_row[*row as usize]) {
            let other = previous.founded_id(before).filter(|id| *id != previous.id_of(before));
            if let Some(id) = other {
                match claims.remembered[first_id..].iter_mut().find(|remembered| remembered.id == id) {
                    Some(remembered) => remembered.n_rows.0 += 1,
                    None => claims.remembered.push(RememberedId { id, n_rows: Reverse(1), cluster }),
                }
            }
            let is_founding = before.is_founding && other.is_none();
            match claims.of_persons[first..].iter_mut().find(|claim| claim.person == before.person) {
                Some(claim) => {
                    claim.has_own_id.0 |= before.founded_own_id;
                    claim.is_returning &= other.is_some();
                    claim.remembers |= other.is_some();
                    claim.has_founding.0 |= is_founding;
                    claim.n_rows.0 += 1;
                }
                None => claims.of_persons.push(Claim {
                    person: before.person,
                    has_founding: Reverse(is_founding),
                    has_own_id: Reverse(before.founded_own_id),
                    is_returning: other.is_some(),
                    remembers: other.is_some(),
                    n_rows: Reverse(1),
                    cluster,
                }),
            }
        }
    }
    claims.of_persons.par_sort_unstable();
    claims.remembered.sort_unstable();
    claims
}

/// An old id that a cluster gets.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OldId<'p> {
    cluster: u32,
    /// Generation in which the id entered the register; `None` if unknown.
    registered_in: Option<i32>,
    id: &'p str,
}

/// Returns the old ids of each cluster, sorted by cluster: the persons whose claim it wins, and the ids that its rows
/// remember and nobody claims (a wrong merge was undone).
fn old_ids<'p>(claims: &Claims<'p>, previous: &'p PreviousIdentities) -> Vec<OldId<'p>> {
    let is_unclaimed = |id: &str| previous.person(id).is_none_or(|person| !claims.is_claimed(person));
    let remembered = claims.remembered.chunk_by(|a, b| a.id == b.id).filter(|of_id| is_unclaimed(of_id[0].id));
    let remembered = remembered.map(|of_id| {
        let RememberedId { id, cluster, .. } = of_id[0];
        OldId { cluster, registered_in: previous.registered_in(id), id }
    });
    let won = claims.of_persons.chunk_by(|a, b| a.person == b.person).map(|of_person| {
        let person = &previous.persons[of_person[0].person as usize];
        OldId { cluster: of_person[0].cluster, registered_in: Some(person.registered_in), id: &person.id }
    });
    let mut old_ids: Vec<OldId<'p>> = remembered.chain(won).collect();
    old_ids.par_sort_unstable();
    old_ids
}

/// Step 2. Takes the old ids of each cluster; returns for each cluster the oldest of them, `None` where it has none.
fn oldest_ids(
    old_ids: &[OldId<'_>],
    clusters: &[Vec<u32>],
    matches: &RowMatches<'_>,
    previous: &PreviousIdentities,
    generation: i32,
) -> Vec<Option<Identity>> {
    let mut of_clusters: Vec<Option<Identity>> = vec![None; clusters.len()];
    for of_cluster in old_ids.chunk_by(|a, b| a.cluster == b.cluster) {
        let oldest = of_cluster.iter().min_by_key(|old| (old.registered_in.unwrap_or(generation), old.id));
        let Some(oldest) = oldest else { continue };
        let is_founding =
            |row: &u32| matches.of_row[*row as usize].is_some_and(|row| previous.founded_id(row) == Some(oldest.id));
        let is_first = |row: &u32| matches.of_row[*row as usize].is_some_and(|row| row.is_founding) && is_founding(row);
        // Where the founding row is gone, a row that was the person's and no other's takes its place.
        let is_own = |row: &u32| {
            matches.of_row[*row as usize].is_some_and(|row| {
                previous.id_of(row) == oldest.id && previous.founded_id(row).is_none_or(|id| id == oldest.id)
            })
        };
        let cluster = oldest.cluster as usize;
        let rows = || clusters[cluster].iter().copied();
        of_clusters[cluster] = Some(Identity {
            id: oldest.id.into(),
            registered_in: oldest.registered_in.unwrap_or(generation),
            founding_row: rows().find(is_first).or_else(|| rows().find(is_founding)).or_else(|| rows().find(is_own)),
        });
    }
    of_clusters
}

/// Step 3. Takes the old ids of each cluster and the oldest of them; returns the aliases of the previous register and
/// the further old ids, each with the id that replaces it.
fn aliases(
    old_ids: &[OldId<'_>],
    oldest: &[Option<Identity>],
    previous: &PreviousIdentities,
) -> BTreeMap<String, PreviousAlias> {
    let mut aliases = previous.aliases.clone();
    for old in old_ids {
        if let Some(kept) = oldest[old.cluster as usize].as_ref().filter(|kept| *kept.id != *old.id) {
            let alias = PreviousAlias { person_id: Some(kept.id.to_string()), registered_in: old.registered_in };
            aliases.insert(old.id.to_string(), alias);
        }
    }
    aliases
}

/// Step 4. Takes the oldest id of each cluster; returns the ids of all clusters, with a new one where there is no old
/// one.
///
/// A new id is never the id of a previous person, nor one that a row remembers: that row may take it back.
fn new_ids(
    oldest: Vec<Option<Identity>>,
    rows: &[CleanRow],
    clusters: &[Vec<u32>],
    claims: &Claims<'_>,
    previous: &PreviousIdentities,
    new: NewIds,
) -> Vec<Identity> {
    let reserved: IdSet<'_> = claims.remembered.iter().map(|remembered| remembered.id).collect();
    let key = |members: &[u32]| rows[members[0] as usize].key;
    // The first form of an id is rarely taken: all are computed in parallel.
    let spelling = |(identity, members): (&Option<Identity>, &Vec<u32>)| match identity {
        Some(_) => Text::default(),
        None => new_id(new.prefix, key(members), |_| false).into(),
    };
    let spellings: Vec<Text> = oldest.par_iter().zip(clusters).map(spelling).collect();
    let mut given: HashSet<Text, FixedState> = HashSet::default();
    let mut identity = |((old, members), spelling): ((Option<Identity>, &Vec<u32>), Text)| {
        old.unwrap_or_else(|| {
            let is_taken = |id: &str| previous.person(id).is_some() || reserved.contains(id) || given.contains(id);
            let id = if is_taken(&spelling) { new_id(new.prefix, key(members), is_taken).into() } else { spelling };
            given.insert(id.clone());
            Identity { registered_in: previous.registered_in(&id).unwrap_or(new.generation), id, founding_row: None }
        })
    };
    oldest.into_iter().zip(clusters).zip(spellings).map(&mut identity).collect()
}

/// Step 5. Takes the ids now in use and the aliases; returns the previous persons who are in neither.
fn vanished<'p>(
    previous: &'p PreviousIdentities,
    current: &IdSet<'_>,
    aliases: &BTreeMap<String, PreviousAlias>,
) -> Vec<&'p PreviousPerson> {
    let is_vanished = |person: &&PreviousPerson| !current.contains(&*person.id) && !aliases.contains_key(&*person.id);
    previous.persons.iter().filter(is_vanished).collect()
}

/// Returns the aliases as the register stores them: the vanished persons' ids are added, ids in use again are removed,
/// and each alias leads to the person at the end of its chain.
fn resolve_aliases(
    mut aliases: BTreeMap<String, PreviousAlias>,
    vanished: &[&PreviousPerson],
    current: &IdSet<'_>,
) -> Vec<Alias> {
    for person in vanished {
        let alias = PreviousAlias { person_id: None, registered_in: Some(person.registered_in) };
        aliases.insert(person.id.to_string(), alias);
    }
    aliases.retain(|old, _| !current.contains(old.as_str()));
    let alias = |(old, alias): (&String, &PreviousAlias)| Alias {
        old_id: old.clone(),
        person_id: follow(&aliases, old, current),
        registered_in: alias.registered_in,
    };
    aliases.iter().map(alias).collect()
}

/// Returns the id in use to which an alias leads; `None` if its person was withdrawn.
fn follow(aliases: &BTreeMap<String, PreviousAlias>, old: &str, current: &IdSet<'_>) -> Option<String> {
    let mut at = aliases.get(old)?.person_id.as_deref()?;
    for _ in 0..=aliases.len() {
        if current.contains(at) {
            return Some(at.to_owned());
        }
        at = aliases.get(at)?.person_id.as_deref()?;
    }
    None
}

/// Returns the id made from a row's key, or its next free form if it is taken.
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

#[cfg(test)]
#[path = "identity_tests.rs"]
mod tests;
