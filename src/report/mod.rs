//! Makes the reports: counts the register and writes pages, workbooks, CSV and JSON. The input has no name, id or cell.
//!
//! # Steps
//!
//! 1. [`tables()`] counts the [`Facts`] and suppresses small counts ([`suppression`]).
//! 2. [`aggregates()`] lists the same figures as one long table.
//! 3. [`render`] writes them as a page and a workbook per language, as CSV and as JSON. Rounding, words and percent
//!    signs exist only there.
//!
//! [`compare`] puts the long tables of several communes side by side. Nothing here reads or writes a file or knows the
//! date.

mod children;
pub mod compare;
mod count_table;
mod coverage;
mod facts;
mod heading;
pub(crate) mod indicators;
mod long_table;
mod population;
mod publication_history;
mod quality;
mod register_estimate;
pub(crate) mod render;
mod sheets;
mod statistics;
mod suppression;
mod timeliness;

pub(crate) use facts::{ActFact, HouseholdFact, PersonFact, QuartierIndex, SheetsOfQuartier};
pub use facts::{Facts, OtherPeriod, ReportSettings};
pub use long_table::aggregates;
pub(crate) use publication_history::{FigurePlace, PublicationHistory};
pub use register_estimate::{RegisterEstimate, RegisterSample, ShareEstimate, last_sample};

/// All tables of the report, small counts suppressed. `None` is a suppressed figure unless a field says otherwise.
pub struct ReportTables {
    pub(crate) commune: String,
    pub(crate) settings: ReportSettings,
    pub(crate) births: timeliness::Births,
    pub(crate) population: population::Population,
    /// Children of the census with and without an act; `None` without a census.
    pub children: Option<children::Children>,
    pub(crate) coverage: Vec<coverage::CoverageRow>,
    pub(crate) sheets: sheets::SheetSummary,
    pub(crate) quality: quality::Quality,
    /// Deaths, departures, arrivals, moves, marriages; `None` where no list was read.
    pub(crate) events: Option<count_table::CountTable>,
    pub(crate) pairs: quality::PairCounts,
    /// Precision and recall by the last random sample on which people ruled.
    pub(crate) sample: Option<RegisterSample>,
    pub(crate) indicators: Vec<indicators::IndicatorSeries>,
    pub(crate) published_source: String,
    pub(crate) legal: Vec<crate::record::LegalPeriod>,
    pub(crate) generation: u64,
    pub(crate) as_of: Option<i32>,
    pub(crate) program_version: String,
}

/// One figure. Value, numerator and denominator are `None` if the figure is suppressed, or for a rate with denominator
/// 0.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
pub struct Aggregate {
    /// What is measured: `acts_on_time`, `rate_on_time`, `persons`…
    pub indicator: String,
    /// A year, or `all`.
    pub period: String,
    /// The commune, or `commune/quartier` (`unknown` where no quartier is given).
    pub area: String,
    /// `kind=code`, e.g. `category=proxy`; several joined by `;`; `all` for none.
    pub breakdown: String,
    /// The count, or the rate as a fraction.
    pub value: Option<f64>,
    /// The count; of a rate, the part.
    pub numerator: Option<i64>,
    /// Of a rate, the whole; `None` for a count.
    pub denominator: Option<i64>,
}

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
        events: population::events(facts, settings),
        pairs: quality::pair_counts(facts, settings),
        sample: facts.sample,
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
