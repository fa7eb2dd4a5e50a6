//! Looking a person up in the register in use.

use std::path::Path;

use crate::error::Result;
use crate::find::{self, Query};
use crate::store::{LookUp, LookUps, PersonRow, Store};

use super::current;

/// A person who answers what was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The register's values.
    pub person: PersonRow,
    /// How well, in words of the name found letter by letter (each 4) and what the date adds.
    pub score: f32,
}

/// The persons of the register in use who answer best.
///
/// # Errors
/// `no-register` and others of the store.
pub fn find(clean: &Path, query: &Query, most: usize) -> Result<Vec<Found>> {
    let generation = current(clean)?;
    let persons = generation.columns::<PersonRow>(&find::COLUMNS)?;
    let hits = find::find(&persons, query, most);
    let rows: Vec<usize> = hits.iter().map(|hit| hit.row).collect();
    let persons: Vec<PersonRow> = generation.rows_at(&rows)?;
    Ok(hits.into_iter().zip(persons).map(|(hit, person)| Found { person, score: hit.score }).collect())
}

/// Writes down that someone looked at persons. What can't be written down must not be shown: call it first.
///
/// # Errors
/// Those of the file system.
pub fn log_look_up(clean: &Path, line: LookUp) -> Result<()> {
    Store::open(clean)?.log_look_up(line)
}

/// The log of look-ups.
///
/// # Errors
/// Those of the file system.
pub fn look_ups(clean: &Path) -> Result<LookUps> {
    Store::open(clean)?.look_ups()
}
