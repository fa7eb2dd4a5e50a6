//! Register -> tables of counts -> pages, workbooks, CSV and JSON. No name, no id and no cell of a sheet comes in.
//!
//! # Steps
//!
//! 1. [`tables()`] counts the [`Facts`] and suppresses small counts ([`suppression`]).
//! 2. [`aggregates()`] lists the same figures as one long table.
//! 3. [`render`] writes them as a page and a workbook per language, as CSV and as JSON. Rounding, words and percent signs
//!    exist only there.
//!
//! [`compare`] puts the long tables of several communes side by side. Nothing here reads or writes a file or knows the date.

mod aggregate;
mod children;
pub mod compare;
mod count_table;
mod coverage;
mod events;
mod facts;
mod figure_place;
mod heading;
pub(crate) mod indicators;
mod long_table;
mod population;
mod publication_history;
mod quality;
pub(crate) mod render;
mod sheets;
mod statistics;
mod suppression;
mod tables;
mod timeliness;

pub use aggregate::Aggregate;
pub(crate) use facts::{ActFact, HouseholdFact, PersonFact, QuartierIndex, SheetsOfQuartier};
pub use facts::{Facts, OtherPeriod, ReportSettings};
pub(crate) use figure_place::FigurePlace;
pub use long_table::aggregates;
pub(crate) use publication_history::PublicationHistory;
pub use tables::ReportTables;

/// Counts the facts and suppresses small counts in every table.
#[must_use]
pub fn tables(facts: &Facts, settings: &ReportSettings) -> ReportTables {
    let births = timeliness::births(facts, settings);
    let population = population::population(facts, settings);
    let mut tables = ReportTables {
        commune: facts.commune.clone(),
        settings: settings.clone(),
        children: children::children(facts, settings),
        coverage: coverage::coverage(facts, settings, &births, &population),
        quality: quality::quality(facts, settings, &births, &population),
        births,
        population,
        sheets: sheets::sheets(facts, settings),
        events: events::events(facts, settings),
        pairs: quality::pair_counts(facts, settings),
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
mod example_commune;
#[cfg(test)]
mod tests;
