//! Builds the persons and households, with ids for life, from the clusters of rows and the previous register.
//!
//! [`values`] decides which of several values wins, [`identity`] which id a person keeps, [`households`] which fiches
//! are one household, [`household_moves`] which of them moved as a whole, [`mothers`] who the mother of a child is, [`events`] what events change, [`rounds`] what later
//! rounds say of earlier ones. Values that did not win stay in the lineage. Reads and writes no file.

mod entities;
mod events;
mod household_moves;
mod households;
mod identity;
mod mothers;
mod own_ids;
mod previous_identities;
mod rounds;
mod row_matches;
mod rulings_on_ids;
mod values;

use std::collections::HashSet;

use rayon::prelude::*;

use crate::record::{CleanRow, Fiche, StablePlaces, Text};
use own_ids::{OwnIds, Strength};

pub(crate) use entities::{Alias, Household, Person, Register};
pub(crate) use household_moves::house_moved_to;
pub(crate) use identity::NewIds;
pub(crate) use mothers::{Mothers, mother_age};
pub(crate) use previous_identities::{
    PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow, PreviousRowExtra, RowIdentityFields,
};
pub use rounds::RoundSettings;
pub(crate) use rounds::{Absence, HouseholdChange, LikelyDead, Residence, RoundComparison, compare_rounds};
use row_matches::RowMatches;
pub(crate) use rulings_on_ids::{RowRuling, RulingEffect, RulingRow};

/// Builds the register.
///
/// `rows` are in an order that does not depend on the order of the files. `cluster_of` gives for each row the lowest
/// row of its cluster. `rulings` are those on two persons, also undone ones. `new` is what new ids have in common.
#[must_use]
pub(crate) fn build(
    rows: &[CleanRow],
    fiches: &[Fiche],
    cluster_of: &[u32],
    previous: &PreviousIdentities,
    places: &StablePlaces,
    rulings: &[RowRuling],
    new: NewIds,
) -> Register {
    let clusters = clusters(rows, cluster_of);
    let matches = row_matches::match_rows(rows, places, previous);
    let own_ids = OwnIds::new(rows, &matches, previous, rulings, new.prefix);
    let (ids, groups) = rayon::join(
        || identity::assign(rows, &clusters, &matches, &own_ids, previous, new),
        || households::group_fiches(rows, fiches, &clusters, &matches),
    );
    let spellings = values::SpellingCounts::new(rows, &clusters);
    let context =
        values::ValueContext { household_of_fiche: &groups.household_of_fiche, fiches, spellings: &spellings };
    let mut persons: Vec<Person> = clusters
        .into_par_iter()
        .zip(ids.of_clusters)
        .map(|(mut cluster, identity)| {
            // The founding row stays the first, whatever rows were added later.
            if let Some(place) = identity.founding_row.and_then(|row| cluster.iter().position(|r| *r == row)) {
                cluster[..=place].rotate_right(1);
            }
            values::person(rows, &cluster, identity, &context)
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
        founded_by_row: founded_ids(&persons, &person_of_row, &ids.aliases, &matches, &own_ids),
        persons,
        households: groups.households,
        person_of_row,
        household_of_fiche: groups.household_of_fiche,
        aliases: ids.aliases,
        vanished: ids.vanished,
    };
    household_moves::keep_moved_households(&mut register, rows);
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

/// Returns for each row the id that it bears from now on: the one that it bore, unless another person has that id; the
/// one that it founds now; "" if it came in while its person was two; `None` for the further rows of other persons.
fn founded_ids(
    persons: &[Person],
    person_of_row: &[u32],
    aliases: &[Alias],
    matches: &RowMatches<'_>,
    own_ids: &OwnIds<'_>,
) -> Vec<Option<Text>> {
    // Aliases are sorted by the old id.
    let merged_into = |old_id: &str| {
        let place = aliases.binary_search_by(|alias| alias.old_id.as_str().cmp(old_id)).ok()?;
        aliases[place].person_id.as_deref()
    };
    // Whether a row bears an id that was merged into its person's.
    let is_merged = |row: usize| {
        let Some(own) = own_ids.of_row[row].map(|own| own_ids.known.text(own.id)) else { return false };
        let id = &*persons[person_of_row[row] as usize].id;
        own != id && merged_into(own) == Some(id)
    };
    let is_foreign = |row: usize| is_merged(row).then_some(person_of_row[row]);
    let mixed: HashSet<u32> = if aliases.is_empty() {
        HashSet::new()
    } else {
        (0..person_of_row.len()).into_par_iter().filter_map(is_foreign).collect()
    };
    let came_between = |row: usize| matches.of_row[row].is_some() && own_ids.of_row[row].is_none();
    // Persons with a row that bears their id: it is also the id of those that came in between.
    let mut sure: HashSet<u32> = HashSet::new();
    if (0..person_of_row.len()).any(came_between) {
        let is_own = |row: &usize| own_ids.of_row[*row].is_some() && !mixed.contains(&person_of_row[*row]);
        sure = (0..person_of_row.len()).filter(is_own).map(|row| person_of_row[row]).collect();
    }
    let founded = |row: usize| {
        let person = &persons[person_of_row[row] as usize];
        let is_mixed = mixed.contains(&person_of_row[row]);
        let is_founding = || person.founding_row as usize == row && own_ids.known.number(&person.id).is_none();
        match own_ids.of_row[row] {
            Some(own) if is_merged(row) => Some(Text::from(own_ids.known.text(own.id))),
            Some(own) if is_mixed || own.strength == Strength::Founding => Some(person.id.clone()),
            Some(own) if own.strength == Strength::Recorded && person.founding_row as usize == row => {
                Some(person.id.clone())
            }
            None if is_mixed && !is_founding() => Some(Text::default()),
            None if came_between(row) && !sure.contains(&person_of_row[row]) && !is_founding() => Some(Text::default()),
            _ => is_founding().then(|| person.id.clone()),
        }
    };
    (0..person_of_row.len()).into_par_iter().map(founded).collect()
}

/// Returns the id that a row with this key founds, unless the id is taken.
#[must_use]
pub(crate) fn id_of_key(prefix: char, key: u64) -> String {
    identity::new_id(prefix, key, |_| false)
}
