//! Register -> tables -> page, CSV and JSON. Counts alone: no name, no identifier, no cell of a sheet comes in.
//!
//! # Steps
//!
//! 1. [`tables`] counts the [`Facts`] and hides what is small ([`protect()`]); nobody outside sees an unprotected figure.
//! 2. [`aggregates()`] lays the same figures out as one long table.
//! 3. [`render`] turns them into a page and a workbook per language, CSV and JSON. Words, rounding and percent signs are
//!    only there.
//!
//! [`compare`] lays the long tables of several communes side by side.
//!
//! It reads and writes no file and knows no clock: the caller passes dates in and writes what comes out.

mod aggregates;
mod changes;
mod children;
pub mod compare;
mod coverage;
mod facts;
mod heading;
pub mod indicators;
mod place;
mod population;
mod protect;
mod quality;
pub mod render;
mod sheets;
mod statistics;
mod tally;
mod timeliness;

pub use aggregates::{Aggregate, aggregates};
pub use changes::Duplicates;
pub use children::{CHILD_YEARS, ChildRow, Children};
pub use coverage::{CoverageRow, Source};
pub use facts::{ActFact, Facts, HouseholdFact, OtherPeriod, PersonFact, QuartierIndex, Settings, SheetsOfQuartier};
pub use heading::{Breakdown, DELAY_BUCKETS, Heading, LARGEST_HOUSEHOLD, OLDEST_BAND};
pub use indicators::{Indicator, Measured};
pub use place::{Earlier, Place};
pub use population::{Population, QuartierRow};
pub use protect::{Guard, Last, Protected, Zeros, protect, protect_column, protect_one};
pub use quality::{Myers, Quality, SexRatioRow, Whipple};
pub use sheets::{Outcomes, ProgressRow, RuleCount, Sheets};
pub use statistics::{Chance, FunnelPoint, Z95, Z998, funnel_limits, wilson};
pub use tally::{Column, Counted, CountedRow, Plan};
pub use timeliness::{
    ActTotals, Births, ComparedYear, LimitUsed, OtherRule, OtherYear, TimelinessRow, TimelinessTable,
};

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
    /// Children of the census with and without an act; `None` without a census.
    pub children: Option<Children>,
    /// Births against births expected.
    pub coverage: Vec<CoverageRow>,
    /// Rows of the sheets and the faults found in them.
    pub sheets: Sheets,
    /// Ages and sexes.
    pub quality: Quality,
    /// Deaths, departures, arrivals, moves, marriages; `None` where no list was read.
    pub events: Option<Counted>,
    /// What is known twice.
    pub duplicates: Duplicates,
    /// The programme's indicators, measured.
    pub indicators: Vec<Measured>,
    /// Where the published series was printed.
    pub published_source: String,
    /// The legal periods applied.
    pub legal: Vec<LegalPeriod>,
    /// Number of the register's generation.
    pub generation: u64,
    /// Last year a source speaks of.
    pub as_of: Option<i32>,
    /// Version of the program.
    pub program_version: String,
}

/// Counts the facts and protects every table.
#[must_use]
pub fn tables(facts: &Facts, settings: &Settings) -> Tables {
    let births = timeliness::births(facts, settings);
    let population = population::population(facts, settings);
    let mut tables = Tables {
        commune: facts.commune.clone(),
        settings: settings.clone(),
        children: children::children(facts, settings),
        coverage: coverage::coverage(facts, settings, &births, &population),
        quality: quality::quality(facts, settings, &births, &population),
        births,
        population,
        sheets: sheets::sheets(facts, settings),
        events: changes::events(facts, settings),
        duplicates: changes::duplicates(facts, settings),
        indicators: Vec::new(),
        published_source: facts.published_source.clone(),
        legal: facts.legal.clone(),
        generation: facts.generation,
        as_of: facts.as_of,
        program_version: facts.program_version.clone(),
    };
    tables.indicators = indicators::measure(&facts.indicators, &aggregates(&tables), &facts.commune);
    tables
}

#[cfg(test)]
mod example;
#[cfg(test)]
mod tests;
