//! Ids for life: which id of the previous register each cluster keeps, and which ids are new, aliases or withdrawn.
//!
//! A new id is derived from the key of the founding row. Each row bears the id that its person had before a merger
//! ([`super::own_ids`]): when the merger proves wrong and is undone, the rows take their id back, also if the founding
//! rows are gone by then. A row that came in between bears none. A founding row that comes back gets its id again.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap, HashSet};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::entities::Alias;
use super::own_ids::{OwnIds, PreviousIds, Strength, nth_id};
use super::previous_identities::{PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow};
use super::row_matches::RowMatches;
use crate::record::{CleanRow, Text};

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

/// Gives every cluster its id. `clusters` are in the order of their founding rows.
pub(super) fn assign(
    rows: &[CleanRow],
    clusters: &[Vec<u32>],
    matches: &RowMatches<'_>,
    own_ids: &OwnIds<'_>,
    previous: &PreviousIdentities,
    new: NewIds,
) -> IdAssignment {
    let claims = claims(clusters, matches, own_ids);
    let old_ids = old_ids(&claims, &own_ids.known);
    drop(claims);
    let oldest = oldest_ids(&old_ids, clusters, matches, own_ids, new.generation);
    let mut aliases = aliases(&old_ids, &oldest, &own_ids.known, previous);
    part_aliases(&mut aliases, &old_ids, &oldest, own_ids);
    // Frees the memory of a million persons before the new ids need some.
    drop(old_ids);
    let of_clusters = new_ids(oldest, rows, clusters, &own_ids.known, new);
    if previous.persons.is_empty() && aliases.is_empty() {
        return IdAssignment { of_clusters, aliases: Vec::new(), vanished: Vec::new() };
    }
    let current: IdSet<'_> = of_clusters.iter().map(|identity| &*identity.id).collect();
    let gone = gone(previous, &current, &aliases);
    let aliases = resolve_aliases(aliases, &gone, &current, (own_ids, rows));
    let vanished = vanished(&gone, matches, own_ids, previous);
    IdAssignment { aliases, vanished, of_clusters }
}

/// A cluster with rows that bear an id. Of the claims of one id the first in this order wins: the cluster whose rows
/// bear it most surely, then one with rows that bear no other id, then the one with more rows, then the earlier
/// cluster.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct IdClaim {
    /// Number of the id.
    id: u32,
    strength: Reverse<Strength>,
    /// Whether each of these rows bears another id.
    is_of_others: bool,
    n_rows: Reverse<u32>,
    cluster: u32,
}

/// Step 1. Takes the clusters and the ids that their rows bear; returns which old ids each cluster claims, sorted.
///
/// A row also claims the id that its person had, unless a ruling parted the two: who was registered twice keeps the
/// oldest id when the row that founded it is removed.
fn claims(clusters: &[Vec<u32>], matches: &RowMatches<'_>, own_ids: &OwnIds<'_>) -> Vec<IdClaim> {
    let mut claims: Vec<IdClaim> = Vec::new();
    for (cluster, members) in (0..).zip(clusters) {
        let first = claims.len();
        let mut add = |id: u32, strength: Strength, is_of_others: bool| match claims[first..]
            .iter_mut()
            .find(|claim| claim.id == id)
        {
            Some(claim) => {
                claim.strength = claim.strength.min(Reverse(strength));
                claim.is_of_others &= is_of_others;
                claim.n_rows.0 += 1;
            }
            None => {
                let strength = Reverse(strength);
                claims.push(IdClaim { id, strength, is_of_others, n_rows: Reverse(1), cluster });
            }
        };
        for row in members {
            let own = own_ids.of_row[*row as usize];
            if let Some(own) = own {
                add(own.id, own.strength, false);
            }
            let person = matches.of_row[*row as usize].map(|before| before.person);
            let is_held = |person: &u32| own.is_none_or(|own| own.id != *person) && own_ids.holds(own, *person);
            if let Some(person) = person.filter(is_held) {
                add(person, Strength::Held, own.is_some());
            }
        }
    }
    claims.par_sort_unstable();
    claims
}

/// An old id that a cluster gets.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct OldId<'p> {
    cluster: u32,
    /// Generation in which the id entered the register; `None` if unknown.
    registered_in: Option<i32>,
    id: &'p str,
    number: u32,
}

/// Returns the old ids whose claim each cluster wins, sorted by cluster.
fn old_ids<'p>(claims: &[IdClaim], known: &PreviousIds<'p>) -> Vec<OldId<'p>> {
    let won = claims.chunk_by(|a, b| a.id == b.id).map(|of_id| {
        let IdClaim { id: number, cluster, .. } = of_id[0];
        OldId { cluster, registered_in: known.registered_in(number), id: known.text(number), number }
    });
    let mut old_ids: Vec<OldId<'p>> = won.collect();
    old_ids.par_sort_unstable();
    old_ids
}

/// Step 2. Takes the old ids of each cluster; returns for each cluster the oldest of them, `None` where it has none.
fn oldest_ids(
    old_ids: &[OldId<'_>],
    clusters: &[Vec<u32>],
    matches: &RowMatches<'_>,
    own_ids: &OwnIds<'_>,
    generation: i32,
) -> Vec<Option<Identity>> {
    let mut of_clusters: Vec<Option<Identity>> = vec![None; clusters.len()];
    for of_cluster in old_ids.chunk_by(|a, b| a.cluster == b.cluster) {
        let oldest = of_cluster.iter().min_by_key(|old| (old.registered_in.unwrap_or(generation), old.id));
        let Some(oldest) = oldest else { continue };
        // The row that bears the id most surely; where the founding row is gone, the one that took its place.
        let surety = |row: &u32| {
            let own = own_ids.of_row[*row as usize].filter(|own| own.id == oldest.number)?;
            let was_first = matches.of_row[*row as usize].is_some_and(|before| before.is_founding);
            Some((own.strength, was_first))
        };
        let cluster = oldest.cluster as usize;
        let rows = || clusters[cluster].iter().copied();
        let most_sure = rows().filter_map(|row| surety(&row)).max();
        of_clusters[cluster] = Some(Identity {
            id: oldest.id.into(),
            registered_in: oldest.registered_in.unwrap_or(generation),
            founding_row: most_sure.and_then(|most| rows().find(|row| surety(row) == Some(most))),
        });
    }
    of_clusters
}

/// Step 3. Takes the old ids of each cluster and the oldest of them; returns the aliases of the previous register and
/// the further old ids, each with the id that replaces it.
fn aliases(
    old_ids: &[OldId<'_>],
    oldest: &[Option<Identity>],
    known: &PreviousIds<'_>,
    previous: &PreviousIdentities,
) -> BTreeMap<String, PreviousAlias> {
    let mut aliases = previous.aliases.clone();
    for old in old_ids {
        if let Some(kept) = oldest[old.cluster as usize].as_ref().filter(|kept| *kept.id != *old.id) {
            let registered_in = known.registered_in(old.number);
            let alias = PreviousAlias { person_id: Some(kept.id.to_string()), registered_in, founding_key: None };
            aliases.insert(old.id.to_string(), alias);
        }
    }
    aliases
}

/// Withdraws the merged ids that no row bears and that a ruling parts from the person they lead to: the merger does not
/// hold any more.
fn part_aliases(
    aliases: &mut BTreeMap<String, PreviousAlias>,
    old_ids: &[OldId<'_>],
    oldest: &[Option<Identity>],
    own_ids: &OwnIds<'_>,
) {
    if own_ids.ruled.is_empty() {
        return;
    }
    let known = &own_ids.known;
    let current: IdSet<'_> = oldest.iter().flatten().map(|identity| &*identity.id).collect();
    let cluster_of: HashMap<u32, u32, FixedState> = old_ids.iter().map(|old| (old.number, old.cluster)).collect();
    let mut parted = Vec::new();
    for number in known.alias_numbers().filter(|number| !cluster_of.contains_key(number)) {
        let Some(target) = follow(aliases, known.text(number), &current) else { continue };
        let Some(target) = known.number(&target) else { continue };
        // The ids of the person that the alias leads to: `old_ids` are sorted by cluster.
        let Some(cluster) = cluster_of.get(&target) else { continue };
        let first = old_ids.partition_point(|old| old.cluster < *cluster);
        let of_person = || old_ids[first..].iter().take_while(|old| old.cluster == *cluster).map(|old| old.number);
        let is_joined = of_person().any(|id| own_ids.ruled.are_joined(id, number));
        if !is_joined && of_person().any(|id| own_ids.ruled.are_parted(id, number)) {
            parted.push(known.text(number));
        }
    }
    for id in parted {
        aliases.entry(id.to_owned()).and_modify(|alias| alias.person_id = None);
    }
}

/// Step 4. Takes the oldest id of each cluster; returns the ids of all clusters, with a new one where there is no old
/// one. A new id is never one that the previous register knows.
fn new_ids(
    oldest: Vec<Option<Identity>>,
    rows: &[CleanRow],
    clusters: &[Vec<u32>],
    known: &PreviousIds<'_>,
    new: NewIds,
) -> Vec<Identity> {
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
            let is_taken = |id: &str| known.number(id).is_some() || given.contains(id);
            let id = if is_taken(&spelling) { new_id(new.prefix, key(members), is_taken).into() } else { spelling };
            given.insert(id.clone());
            Identity { registered_in: new.generation, id, founding_row: None }
        })
    };
    oldest.into_iter().zip(clusters).zip(spellings).map(&mut identity).collect()
}

/// Step 5. Takes the ids now in use and the aliases; returns the previous persons who are in neither.
fn gone<'p>(
    previous: &'p PreviousIdentities,
    current: &IdSet<'_>,
    aliases: &BTreeMap<String, PreviousAlias>,
) -> Vec<&'p PreviousPerson> {
    let is_gone = |person: &&PreviousPerson| !current.contains(&*person.id) && !aliases.contains_key(&*person.id);
    previous.persons.iter().filter(is_gone).collect()
}

/// Returns the ids of those who leave the register now. A person whose rows are all there under other ids, because a
/// ruling was undone, does not: the row that founded the id had left before.
fn vanished(
    gone: &[&PreviousPerson],
    matches: &RowMatches<'_>,
    own_ids: &OwnIds<'_>,
    previous: &PreviousIdentities,
) -> Vec<String> {
    if gone.is_empty() {
        return Vec::new();
    }
    let numbers: HashSet<u32, FixedState> = gone.iter().filter_map(|person| previous.person(&person.id)).collect();
    let mut n_rows: HashMap<u32, i64> = HashMap::new();
    let is_of_gone = |row: &&PreviousRow| numbers.contains(&row.person);
    for row in previous.rows.iter().filter(is_of_gone) {
        *n_rows.entry(row.person).or_default() += 1;
    }
    for row in matches.of_row.iter().flatten().copied().filter(is_of_gone) {
        *n_rows.entry(row.person).or_default() -= 1;
    }
    let has_left = |person: &&&PreviousPerson| {
        let number = previous.person(&person.id);
        number.is_some_and(|number| n_rows.get(&number).is_none_or(|n| *n > 0) || !own_ids.ruled.is_parted(number))
    };
    gone.iter().filter(has_left).map(|person| person.id.to_string()).collect()
}

/// Returns the aliases as the register stores them: the ids of persons who are gone are added, ids in use again are
/// removed, and each alias leads to the person at the end of its chain.
fn resolve_aliases(
    mut aliases: BTreeMap<String, PreviousAlias>,
    gone: &[&PreviousPerson],
    current: &IdSet<'_>,
    (own_ids, rows): (&OwnIds<'_>, &[CleanRow]),
) -> Vec<Alias> {
    for person in gone {
        let alias = PreviousAlias { person_id: None, registered_in: Some(person.registered_in), founding_key: None };
        aliases.insert(person.id.to_string(), alias);
    }
    aliases.retain(|old, _| !current.contains(old.as_str()));
    let numbers = aliases.keys().filter_map(|old| own_ids.known.number(old)).collect();
    let founding_keys = own_ids.founding_keys_of(rows, &numbers);
    let alias = |(old, alias): (&String, &PreviousAlias)| Alias {
        old_id: old.clone(),
        person_id: follow(&aliases, old, current),
        registered_in: alias.registered_in,
        founding_key: own_ids.known.number(old).and_then(|number| founding_keys.get(&number).copied()),
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
    let mut form = 0_u64;
    loop {
        let id = nth_id(prefix, key, form);
        if !is_taken(&id) {
            return id;
        }
        form += 1;
    }
}

#[cfg(test)]
#[path = "identity_tests.rs"]
pub(super) mod tests;
