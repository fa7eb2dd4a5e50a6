//! Clusters + the last register -> persons and households with ids for life.
//!
//! Which of several values wins, and why, is decided here ([`values`]); which id a person keeps, in [`identity`];
//! which fiches are one household, in [`households`]. Losers stay in the lineage. Reads and writes no file.

mod households;
mod identity;
mod values;

use std::collections::BTreeMap;

use crate::record::{CleanRow, Fiche, MaritalStatus, PartialDate, QuartierId, Relation, Sex};

pub use households::Household;
pub use identity::{Previous, PreviousPerson, PreviousRow};

/// One person of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Person {
    /// Id for life.
    pub id: String,
    /// The row that brought the person in.
    pub founding_row: u32,
    /// All rows, the founding one first.
    pub rows: Vec<u32>,
    /// Generation in which the id entered the register.
    pub registered_in: i32,
    /// Nom; "" if none.
    pub nom: String,
    /// Post-nom; "" if none.
    pub postnom: String,
    /// Prénom; "" if none.
    pub prenom: String,
    /// Sex.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<PartialDate>,
    /// Place of birth; "" if none.
    pub birth_place: String,
    /// Quartier of residence, by the last fiche; by the act where there is none.
    pub quartier: Option<QuartierId>,
    /// Index of the household.
    pub household: Option<u32>,
    /// Relation to the head on the last fiche.
    pub relation: Option<Relation>,
    /// Marital status on the last fiche.
    pub marital_status: Option<MaritalStatus>,
    /// Occupation on the last fiche; "" if none.
    pub occupation: String,
    /// The row of the first act.
    pub act_row: Option<u32>,
    /// First year seen.
    pub first_seen: Option<i32>,
    /// Last year seen.
    pub last_seen: Option<i32>,
}

/// Why an id is no longer a person's first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias {
    /// The id.
    pub old_id: String,
    /// Whom it now means; `None` if the person was withdrawn with their last row.
    pub person_id: Option<String>,
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
    places: &[(String, String, i64)],
    generation: i32,
) -> Register {
    let mut clusters: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (row, cluster) in cluster_of.iter().enumerate() {
        clusters.entry(*cluster).or_default().push(row as u32);
    }
    let mut clusters: Vec<Vec<u32>> = clusters.into_values().collect();
    for cluster in &mut clusters {
        cluster.sort_by_key(|row| founding_rank(&rows[*row as usize], *row));
    }
    clusters.sort_by_key(|cluster| founding_rank(&rows[cluster[0] as usize], cluster[0]));
    let told = identity::told_of_rows(rows, places, previous);
    let identities = identity::assign(rows, &clusters, &told, previous, generation);
    let grouped = households::group(rows, fiches, &clusters, &told);
    let mut persons: Vec<Person> = clusters
        .into_iter()
        .zip(identities.of_clusters)
        .map(|(mut cluster, identity)| {
            // The row that brought the person in stays the first, whatever came later.
            if let Some(place) = identity.founding_row.and_then(|row| cluster.iter().position(|r| *r == row)) {
                cluster[..=place].rotate_right(1);
            }
            values::person(rows, &cluster, identity, &grouped.household_of_fiche)
        })
        .collect();
    persons.sort_by(|a, b| a.id.cmp(&b.id));
    let mut person_of_row = vec![0; rows.len()];
    for (index, person) in persons.iter().enumerate() {
        for row in &person.rows {
            person_of_row[*row as usize] = index as u32;
        }
    }
    let mut register = Register {
        persons,
        households: grouped.households,
        person_of_row,
        household_of_fiche: grouped.household_of_fiche,
        aliases: identities.aliases,
        vanished: identities.vanished,
    };
    households::count_members(&mut register, rows, fiches);
    register
}

/// The order in which rows bring a person in: earlier years first, fiches before acts, then by the row's own key.
fn founding_rank(row: &CleanRow, index: u32) -> (i32, bool, u64, u32) {
    (row.seen_in.unwrap_or(i32::MAX), row.act.is_some(), row.key, index)
}
