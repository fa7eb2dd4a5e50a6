//! Builds the persons and households, with ids for life, from the clusters of rows and the previous register.
//!
//! [`values`] decides which of several values wins, [`identity`] which id a person keeps, [`households`] which fiches
//! are one household, [`events`] what events change, [`rounds`] what later rounds say of earlier ones. Values that did
//! not win stay in the lineage. Reads and writes no file.

mod entities;
mod events;
mod households;
mod identity;
mod previous_identities;
mod rounds;
mod row_matches;
mod values;

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::record::{CleanRow, Fiche, StablePlaces, Text};
use row_matches::RowMatches;

pub(crate) use entities::{Alias, Household, Person, Register};
pub(crate) use identity::NewIds;
pub(crate) use previous_identities::{
    PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow, PreviousRowExtra, RowIdentityFields,
};
pub use rounds::RoundSettings;
pub(crate) use rounds::{Absence, HouseholdChange, LikelyDead, Residence, RoundComparison, compare_rounds};

/// Builds the register.
///
/// `rows` are in an order that does not depend on the order of the files. `cluster_of` gives for each row the lowest
/// row of its cluster. `new` is what new ids have in common.
#[must_use]
pub(crate) fn build(
    rows: &[CleanRow],
    fiches: &[Fiche],
    cluster_of: &[u32],
    previous: &PreviousIdentities,
    places: &StablePlaces,
    new: NewIds,
) -> Register {
    let clusters = clusters(rows, cluster_of);
    let matches = row_matches::match_rows(rows, places, previous);
    let (ids, groups) = rayon::join(
        || identity::assign(rows, &clusters, &matches, previous, new),
        || households::group_fiches(rows, fiches, &clusters, &matches),
    );
    let mut persons: Vec<Person> = clusters
        .into_par_iter()
        .zip(ids.of_clusters)
        .map(|(mut cluster, identity)| {
            // The founding row stays the first, whatever rows were added later.
            if let Some(place) = identity.founding_row.and_then(|row| cluster.iter().position(|r| *r == row)) {
                cluster[..=place].rotate_right(1);
            }
            values::person(rows, &cluster, identity, &groups.household_of_fiche)
        })
        .collect();
    persons.par_sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let mut person_of_row = vec![0; rows.len()];
    for (index, person) in persons.iter().enumerate() {
        for row in &person.rows {
            person_of_row[*row as usize] = index as u32;
        }
    }
    let mut register = Register {
        founded_by_row: founded_ids(&persons, &person_of_row, &ids.aliases, &matches, previous),
        persons,
        households: groups.households,
        person_of_row,
        household_of_fiche: groups.household_of_fiche,
        aliases: ids.aliases,
        vanished: ids.vanished,
    };
    households::count_members(&mut register, rows, fiches);
    register
}

/// Returns the rows of each cluster in founding order; the clusters in the order of their founding rows.
fn clusters(rows: &[CleanRow], cluster_of: &[u32]) -> Vec<Vec<u32>> {
    let mut by_cluster: Vec<(u32, u32)> = cluster_of.iter().copied().zip(0..).collect();
    by_cluster.par_sort_unstable();
    let members = |of_one: &[(u32, u32)]| {
        let mut cluster: Vec<u32> = of_one.iter().map(|(_, row)| *row).collect();
        cluster.sort_by_key(|row| founding_rank(&rows[*row as usize], *row));
        cluster
    };
    let mut clusters: Vec<Vec<u32>> = by_cluster.par_chunk_by(|a, b| a.0 == b.0).map(members).collect();
    drop(by_cluster);
    clusters.par_sort_by_cached_key(|cluster| founding_rank(&rows[cluster[0] as usize], cluster[0]));
    clusters
}

/// Returns the order in which rows found a person: fiches and acts before events, earlier years first, fiches before
/// acts, then by the row's key.
fn founding_rank(row: &CleanRow, index: u32) -> (bool, i32, bool, u64, u32) {
    (row.event.is_some(), row.seen_in.unwrap_or(i32::MAX), row.act.is_some(), row.key, index)
}

/// Returns for each row the id to which it returns if its person proves to be two: the one that it remembers, the one
/// of its person that becomes an alias now, else the one that it founds now.
fn founded_ids(
    persons: &[Person],
    person_of_row: &[u32],
    aliases: &[Alias],
    matches: &RowMatches<'_>,
    previous: &PreviousIdentities,
) -> Vec<Option<Text>> {
    // Sorted by the old id.
    let merged_into = |old_id: &str| {
        let place = aliases.binary_search_by(|alias| alias.old_id.as_str().cmp(old_id)).ok()?;
        aliases[place].person_id.as_deref()
    };
    // The id that the row's person had and that becomes an alias of its person's id now.
    let merged_id = |row: usize, before: &PreviousRow| {
        let (old_id, id) = (previous.id_of(before), &persons[person_of_row[row] as usize].id);
        (*old_id != **id && merged_into(old_id) == Some(&**id)).then_some(old_id)
    };
    let rows = || matches.of_row.iter().enumerate();
    let is_merged = |(row, before): (usize, &Option<&PreviousRow>)| {
        before.and_then(|before| merged_id(row, before)).map(|_| person_of_row[row])
    };
    let merged: HashSet<u32> = if aliases.is_empty() { HashSet::new() } else { rows().filter_map(is_merged).collect() };
    // Persons with rows of another one: whose their further rows were can't be told.
    let remembers_other = |row: &&PreviousRow| previous.founded_id(row).is_some_and(|id| id != previous.id_of(row));
    let is_needed = !merged.is_empty();
    let mixed: HashSet<u32> =
        previous.rows.iter().filter(|_| is_needed).filter(remembers_other).map(|row| row.person).collect();
    // A person with rows of another one alone has taken over the id: the one whose it was is gone.
    let mut taken_over: HashMap<u32, Option<&str>> = HashMap::new();
    if previous.rows.iter().any(|row| remembers_other(&row)) {
        for (row, before) in rows().filter_map(|(row, before)| Some((row, (*before)?))) {
            let person = person_of_row[row];
            let id = previous.founded_id(before).filter(|id| **id != *persons[person as usize].id);
            let only = taken_over.entry(person).or_insert(id);
            *only = only.filter(|only| Some(*only) == id);
        }
    }
    let founded = |(row, before): (usize, &Option<&PreviousRow>)| {
        let person = &persons[person_of_row[row] as usize];
        match before.and_then(|before| previous.founded_id(before)) {
            Some(id) if *id != *person.id => {
                let is_taken_over = taken_over.get(&person_of_row[row]) == Some(&Some(id));
                return Some(if is_taken_over { person.id.clone() } else { Text::from(id) });
            }
            Some(_) => return Some(person.id.clone()),
            None => {}
        }
        let before = before.filter(|before| !mixed.contains(&before.person));
        let is_own = |before: &PreviousRow| previous.id_of(before) == &*person.id;
        let remembers = before.is_some_and(is_own) && merged.contains(&person_of_row[row]);
        let old_id = before.and_then(|before| merged_id(row, before)).map(Text::from);
        old_id.or_else(|| (remembers || person.founding_row as usize == row).then(|| person.id.clone()))
    };
    matches.of_row.par_iter().enumerate().map(founded).collect()
}

/// Returns the id that a row with this key founds, unless the id is taken.
#[must_use]
pub(crate) fn id_of_key(prefix: char, key: u64) -> String {
    identity::new_id(prefix, key, |_| false)
}
