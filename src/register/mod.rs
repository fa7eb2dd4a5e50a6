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

use rayon::prelude::*;

use crate::record::{CleanRow, Fiche, StablePlaces, Text};
use row_matches::RowMatches;

pub(crate) use entities::{Alias, Household, Person, Register};
pub(crate) use previous_identities::{
    PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow, PreviousRowExtra, RowIdentityFields,
};
pub use rounds::RoundSettings;
pub(crate) use rounds::{Absence, HouseholdChange, LikelyDead, Residence, RoundComparison, compare_rounds};

/// Builds the register.
///
/// `rows` are in an order that does not depend on the order of the files. `cluster_of` gives for each row the lowest
/// row of its cluster. `generation` is the number that the register will have.
#[must_use]
pub(crate) fn build(
    rows: &[CleanRow],
    fiches: &[Fiche],
    cluster_of: &[u32],
    previous: &PreviousIdentities,
    places: &StablePlaces,
    generation: i32,
) -> Register {
    let clusters = clusters(rows, cluster_of);
    let matches = row_matches::match_rows(rows, places, previous);
    let (ids, groups) = rayon::join(
        || identity::assign(rows, &clusters, &matches, previous, generation),
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
        founded_by_row: founded_ids(&persons, &person_of_row, &matches, previous),
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

/// Returns for each row the id that it founded in an earlier generation, or founds now.
fn founded_ids(
    persons: &[Person],
    person_of_row: &[u32],
    matches: &RowMatches<'_>,
    previous: &PreviousIdentities,
) -> Vec<Option<Text>> {
    let founded = |(row, before): (usize, &Option<&PreviousRow>)| {
        let person = &persons[person_of_row[row] as usize];
        match before.and_then(|before| previous.founded_id(before)) {
            Some(id) if *id != *person.id => Some(Text::from(id)),
            Some(_) => Some(person.id.clone()),
            None => (person.founding_row as usize == row).then(|| person.id.clone()),
        }
    };
    matches.of_row.par_iter().enumerate().map(founded).collect()
}

/// Returns the id that a row with this key founds, unless the id is taken.
#[must_use]
pub(crate) fn id_of_key(key: u64) -> String {
    identity::new_id('P', key, |_| false)
}
