//! Clusters + the last register -> persons and households with ids for life.
//!
//! Which of several values wins, and why, is decided here ([`values`]); which id a person keeps, in [`identity`];
//! which fiches are one household, in [`households`]. Losers stay in the lineage. Reads and writes no file.

mod events;
mod households;
mod identity;
mod rounds;
mod ruled;
mod values;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::record::{
    CleanRow, Effect, Fiche, MaritalStatus, PartialDate, Place, QuartierId, Relation, Sex, Status, Text,
};

pub use households::Household;
pub use identity::{Previous, PreviousAlias, PreviousPerson, PreviousRow, RowSays};
pub use rounds::{Absence, HouseholdChange, LikelyDead, Residence, Rounds, Settings, rounds};

/// One person of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Id for life.
    pub id: Text,
    /// The row that brought the person in.
    pub founding_row: u32,
    /// All rows, the founding one first.
    pub rows: Vec<u32>,
    /// Generation in which the id entered the register.
    pub registered_in: i32,
    /// Nom; "" if none.
    pub nom: Text,
    /// Post-nom; "" if none.
    pub postnom: Text,
    /// Prénom; "" if none.
    pub prenom: Text,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<PartialDate>,
    /// Place of birth; "" if none.
    pub birth_place: Text,
    /// Quartier of residence, by the last fiche; by the act where there is none.
    pub quartier: Option<QuartierId>,
    /// Index of the household.
    pub household: Option<u32>,
    /// Relation to the head on the last fiche.
    pub relation: Option<Relation>,
    /// Marital status on the last fiche.
    pub marital_status: Option<MaritalStatus>,
    /// Occupation on the last fiche; "" if none.
    pub occupation: Text,
    /// The row of the first act.
    pub act_row: Option<u32>,
    /// First year seen.
    pub first_seen: Option<i32>,
    /// Last year seen.
    pub last_seen: Option<i32>,
    /// Standing in the register.
    pub status: Status,
    /// Day of the event that gave status or residence.
    pub status_since: Option<NaiveDate>,
    /// The events, each with its row and what it does, in the order in which they happened.
    pub events: Vec<(u32, Effect)>,
}

/// Why an id is no longer a person's first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The id.
    pub old_id: String,
    /// Whom it now means; `None` if the person was withdrawn with their last row.
    pub person_id: Option<String>,
    /// Generation in which the id entered the register, if known.
    pub registered_in: Option<i32>,
}

/// The register made of one run's rows.
#[derive(Debug, Clone, Default)]
pub struct Register {
    /// Persons, by id.
    pub persons: Vec<Person>,
    /// Households, by id.
    pub households: Vec<Household>,
    /// For each row the person it is of (index into `persons`).
    pub person_of_row: Vec<u32>,
    /// For each row the id that it brought in, now or once.
    pub founded_by_row: Vec<Option<Text>>,
    /// For each fiche its household (index into `households`).
    pub household_of_fiche: Vec<u32>,
    /// Ids that now mean someone else or no one, by id.
    pub aliases: Vec<Alias>,
    /// Ids of persons of the last register who have no row any more and were in no alias before.
    pub vanished: Vec<String>,
}

/// Builds the register.
///
/// `rows` are in an order that does not depend on how they came; `cluster_of` names for each the lowest row of its
/// cluster; `generation` is the number the register will have.
#[must_use]
pub fn build(
    rows: &[CleanRow],
    fiches: &[Fiche],
    cluster_of: &[u32],
    previous: &Previous,
    places: &[Place],
    generation: i32,
) -> Register {
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
    let told = identity::told_of_rows(rows, places, previous);
    let (identities, grouped) = rayon::join(
        || identity::assign(rows, &clusters, &told, previous, generation),
        || households::group(rows, fiches, &clusters, &told),
    );
    let mut persons: Vec<Person> = clusters
        .into_par_iter()
        .zip(identities.of_clusters)
        .map(|(mut cluster, identity)| {
            // The row that brought the person in stays the first, whatever came later.
            if let Some(place) = identity.founding_row.and_then(|row| cluster.iter().position(|r| *r == row)) {
                cluster[..=place].rotate_right(1);
            }
            values::person(rows, &cluster, identity, &grouped.household_of_fiche)
        })
        .collect();
    persons.par_sort_unstable_by(|a, b| a.id.cmp(&b.id));
    let mut person_of_row = vec![0; rows.len()];
    for (index, person) in persons.iter().enumerate() {
        for row in &person.rows {
            person_of_row[*row as usize] = index as u32;
        }
    }
    let founded_by_row = told
        .of_row
        .par_iter()
        .enumerate()
        .map(|(row, before)| {
            let now = || {
                let person = &persons[person_of_row[row] as usize];
                (person.founding_row as usize == row).then(|| person.id.clone())
            };
            before.and_then(|before| before.founded_id.clone()).or_else(now)
        })
        .collect();
    let mut register = Register {
        persons,
        founded_by_row,
        households: grouped.households,
        person_of_row,
        household_of_fiche: grouped.household_of_fiche,
        aliases: identities.aliases,
        vanished: identities.vanished,
    };
    households::count_members(&mut register, rows, fiches);
    register
}

/// The id that a row of this key gives to the person whom it brings in, unless another has it.
#[must_use]
pub fn id_of_key(key: u64) -> String {
    identity::new_id('P', key, |_| false)
}

/// The order in which rows bring a person in: fiches and acts before events, earlier years first, fiches before acts, then by
/// the row's own key.
fn founding_rank(row: &CleanRow, index: u32) -> (bool, i32, bool, u64, u32) {
    (row.event.is_some(), row.seen_in.unwrap_or(i32::MAX), row.act.is_some(), row.key, index)
}
