//! Makes the reports: counts the register and writes pages, workbooks, CSV and JSON. The input has no name, id or cell.
//!
//! The commune's own report is exact and does not leave the commune. A [`release`](mod@release) does: the same tables
//! with rounded counts.
//!
//! # Steps
//!
//! 1. [`tables()`] counts the [`Facts`].
//! 2. [`aggregates()`] lists the same figures as one long table.
//! 3. [`render`] writes them as a page and a workbook per language, as CSV and as JSON. Rounding, words and percent
//!    signs exist only there.
//!
//! [`compare`] puts the long tables of several communes side by side. Nothing here reads or writes a file or knows the
//! date.

mod census_coverage;
mod children;
pub mod compare;
mod count_table;
mod coverage;
mod disclosure;
mod disclosure_persons;
mod disclosure_rows;
pub(crate) mod earlier_release;
mod facts;
mod figure_place;
mod heading;
pub(crate) mod incomplete_periods;
pub(crate) mod indicators;
mod joined_quartiers;
mod long_table;
pub(crate) mod mothers;
mod parcel_counts;
mod population;
mod possible_counts;
mod protected_rows;
mod quality;
mod register_estimate;
mod register_summary;
pub(crate) mod register_window;
mod registrar;
pub(crate) mod release;
pub(crate) mod release_limits;
pub(crate) mod release_period;
pub(crate) mod release_state;
pub(crate) mod render;
mod sheets;
pub(crate) mod since_last;
mod standard_ages;
mod statistics;
mod timeliness;
mod truncation;
pub(crate) mod un_tables;
mod west_life_table;

use chrono::Datelike;

pub(crate) use facts::{ActFact, HouseholdFact, PersonFact, QuartierIndex, SheetsOfQuartier};
pub use facts::{Facts, OtherPeriod, ReportSettings};
pub use long_table::aggregates;
pub use parcel_counts::ParcelCount;
pub use protected_rows::protect_row;
pub use register_estimate::{RegisterEstimate, RegisterSample, ShareEstimate, last_sample};
use register_window::RegisterSummary;
pub use release::{ReleaseLabel, ReleaseSettings};
pub use release_period::ReleasePeriod;
pub use release_state::{PartChanges, ReleaseFingerprint};
pub(crate) use statistics::{Z95, wilson};

/// All tables of the report. `None` is a figure that a release hides, unless a field says otherwise.
pub struct ReportTables {
    pub(crate) commune: String,
    pub(crate) settings: ReportSettings,
    pub(crate) quartier_codes: std::collections::BTreeMap<String, String>,
    pub(crate) births: timeliness::Births,
    /// The registers of the figures that have persons in them: those of `births`, or of an earlier release.
    pub(crate) registers_of_persons: register_window::RegisterSummary,
    pub(crate) population: population::Population,
    /// Children of the census with and without an act; `None` without a census.
    pub children: Option<children::Children>,
    pub(crate) coverage: Vec<coverage::CoverageRow>,
    /// Persons counted against the population that a source states; empty without a census.
    pub(crate) census_coverage: Vec<census_coverage::CensusCoverageRow>,
    pub(crate) sheets: sheets::SheetSummary,
    pub(crate) quality: quality::Quality,
    /// Deaths, departures, arrivals, moves, marriages; `None` where no list was read.
    pub(crate) events: Option<count_table::CountTable>,
    pub(crate) pairs: quality::PairCounts,
    /// Precision and recall by the last random sample on which people ruled.
    pub(crate) sample: Option<RegisterSample>,
    /// The parcels exchanged with each office; a release has none of it.
    pub(crate) parcels: Vec<parcel_counts::ParcelCount>,
    pub(crate) indicators: Vec<indicators::IndicatorSeries>,
    pub(crate) published_source: String,
    pub(crate) legal: Vec<crate::record::LegalPeriod>,
    pub(crate) generation: u64,
    /// The day on which the register was made.
    pub(crate) made_on: Option<chrono::NaiveDate>,
    pub(crate) program_version: String,
    /// What the registrar looks into; a release has nothing of it.
    pub(crate) registrar: registrar::Registrar,
    /// What the release says of itself; `None` for the commune's own report.
    pub(crate) release: Option<ReleaseLabel>,
    /// Of a release, the figures of the one before.
    pub(crate) since_last: Option<since_last::SinceLast>,
}

impl ReportTables {
    /// Returns the number of the release whose persons are shown again, and the day on which it was made.
    pub(crate) fn persons_of(&self) -> Option<(u64, Option<chrono::NaiveDate>)> {
        self.release.as_ref().and_then(|label| Some((label.residents_of?, label.residents_made_on)))
    }

    /// Returns the same of the acts.
    pub(crate) fn acts_of(&self) -> Option<(u64, Option<chrono::NaiveDate>)> {
        self.release.as_ref().and_then(|label| Some((label.acts_of?, label.acts_made_on)))
    }

    /// Whether fewer acts are on time under the other rule than under the rule in force.
    pub(crate) fn other_rule_is_stricter(&self) -> bool {
        let other = self.births.other_rule.as_ref().and_then(|other| other.total.rate());
        other < self.births.totals.all.rate()
    }
}

/// One figure. Value, numerator and denominator are `None` if the figure is hidden, or for a rate with denominator 0.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize)]
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
    /// Postal code of the quartier; "" for the commune or if unknown.
    #[serde(default)]
    pub area_code: String,
    /// The indicator of the Sustainable Development Goals that the figure is part of, e.g. `16.9.1`; "" if none.
    #[serde(default)]
    pub sdg: String,
    /// `shown`, `under-10` or `under-5` (a hidden count), `hidden` (another figure), `withheld` (it would give a hidden
    /// count back), `rounding` (a change that rounding alone can make), `none` (it does not exist).
    #[serde(default)]
    pub status: String,
    /// `complete` or `incomplete`: whether the registers have the period as a whole; "" for all periods together.
    #[serde(default)]
    pub completeness: String,
    /// Number of the release of which this one shows the figure, or a part of the sum, again; "" for none.
    #[serde(default)]
    pub release: String,
}

/// Counts the facts.
#[must_use]
pub fn tables(facts: &Facts, settings: &ReportSettings) -> ReportTables {
    let births = timeliness::births(facts, settings);
    let population = population::population(facts);
    // The last year that the register knows: of the last round that covers a quartier or of the last declarations.
    let registers = facts.registers_of_persons.clone().unwrap_or_else(|| RegisterSummary::of(&births));
    let as_of = population.age_year.max(registers.window.as_of.map(|day| day.year()));
    let mut tables = ReportTables {
        commune: facts.commune.clone(),
        settings: settings.clone(),
        quartier_codes: facts.quartier_codes.clone(),
        children: children::children(facts, settings, &registers.window),
        coverage: coverage::coverage(facts, settings, &registers, &population),
        census_coverage: census_coverage::census_coverage(facts, population.by_group.as_ref()),
        quality: quality::quality(facts, &births, &population),
        births,
        registers_of_persons: registers,
        population,
        sheets: sheets::sheets(facts, as_of, settings),
        events: population::events(facts),
        pairs: quality::pair_counts(facts),
        sample: facts.sample,
        parcels: facts.parcels.clone(),
        indicators: Vec::new(),
        published_source: facts.published_source.clone(),
        legal: facts.legal.clone(),
        generation: facts.generation,
        made_on: facts.made_on,
        program_version: facts.program_version.clone(),
        registrar: registrar::registrar(facts),
        release: None,
        since_last: None,
    };
    tables.indicators = indicators::measure(&facts.indicators, &aggregates(&tables), &facts.commune, 0);
    tables
}

#[cfg(test)]
mod disclosure_rows_tests;
#[cfg(test)]
mod disclosure_tests;
#[cfg(test)]
mod example_commune;
#[cfg(test)]
mod release_attack_tests;
#[cfg(test)]
mod release_consistency_tests;
#[cfg(test)]
mod release_tests;
#[cfg(test)]
mod tests;
