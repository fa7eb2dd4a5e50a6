//! Register -> tables -> page, CSV and JSON. Counts alone: no name, no identifier, no cell of a sheet comes in.
//!
//! # Steps
//!
//! 1. [`tables`] counts the [`Facts`] and hides what is small ([`protect()`]); nobody outside sees an unprotected figure.
//! 2. [`aggregates()`] lays the same figures out as one long table.
//! 3. [`render`] turns them into a page per language, CSV and JSON. Words, rounding and percent signs are only there.
//!
//! It reads and writes no file and knows no clock: the caller passes dates in and writes what comes out.

mod aggregates;
mod facts;
mod heading;
mod population;
mod protect;
pub mod render;
mod rows;
mod timeliness;

pub use aggregates::{Aggregate, aggregates};
pub use facts::{ActFact, Facts, HouseholdFact, PersonFact, Settings};
pub use heading::{Breakdown, DELAY_BUCKETS, Heading, OLDEST_BAND};
pub use population::{ChildRow, PersonRow, Population, QuartierRow};
pub use protect::{Protected, Zeros, protect, protect_column, protect_one};
pub use rows::{Outcomes, RuleCount, Sheets};
pub use timeliness::{ActTotals, Births, ComparedYear, LimitUsed, OtherRule, TimelinessRow, TimelinessTable};

use crate::record::LegalPeriod;

/// All that the report shows, protected; `None` is a hidden figure unless a field says otherwise.
#[derive(Debug, Clone, PartialEq)]
pub struct Tables {
    /// The commune's name.
    pub commune: String,
    /// The settings used.
    pub settings: Settings,
    /// Births by timeliness.
    pub births: Births,
    /// Persons and households.
    pub population: Population,
    /// Rows of the sheets and the faults found in them.
    pub sheets: Sheets,
    /// Where the published series was printed.
    pub published_source: String,
    /// The legal periods applied.
    pub legal: Vec<LegalPeriod>,
    /// Number of the register's generation.
    pub generation: u64,
    /// Day the register speaks of, as text to show.
    pub as_of: Option<String>,
    /// Version of the program.
    pub program_version: String,
}

/// Counts the facts and protects every table.
#[must_use]
pub fn tables(facts: &Facts, settings: &Settings) -> Tables {
    Tables {
        commune: facts.commune.clone(),
        settings: *settings,
        births: timeliness::births(facts, settings),
        population: population::population(facts, settings),
        sheets: rows::sheets(facts, settings),
        published_source: facts.published_source.clone(),
        legal: facts.legal.clone(),
        generation: facts.generation,
        as_of: facts.as_of.clone(),
        program_version: facts.program_version.clone(),
    }
}

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;
