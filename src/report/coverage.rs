//! Compares recorded births with expected births, by year and population figure.
//!
//! Expected births = population x births per 1,000 / 1,000. Sources differ on the population by half: each row names
//! its source.

use super::facts::{Facts, ReportSettings};
use super::heading::RowHeading;
use super::population::Population;
use super::timeliness::Births;

/// The source of a population figure.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum PopulationSource {
    /// `id` is the code in the reference table.
    Published {
        id: String,
        source: String,
    },
    Register,
}

impl PopulationSource {
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Published { id, .. } => id,
            Self::Register => "register",
        }
    }
}

/// Births of one year against one population.
pub(crate) struct CoverageRow {
    pub(crate) year: i32,
    pub(crate) source: PopulationSource,
    /// `None` if suppressed.
    pub(crate) population: Option<u64>,
    /// Births expected in the year; `None` if the population is suppressed.
    pub(crate) expected: Option<u64>,
    /// Births of the published series; `None` if it lacks the year.
    pub(crate) published: Option<u64>,
    /// Acts of children born that year whose delay is known; `None` if suppressed.
    pub(crate) held: Option<u64>,
}

impl CoverageRow {
    /// Returns the recorded births / expected births.
    pub(crate) fn share(&self, recorded: Option<u64>) -> Option<f64> {
        self.expected.filter(|expected| *expected > 0).zip(recorded).map(|(expected, n)| n as f64 / expected as f64)
    }
}

/// Returns the rows, sorted by year; the register comes after published figures.
pub(super) fn coverage(
    facts: &Facts,
    settings: &ReportSettings,
    births: &Births,
    population: &Population,
) -> Vec<CoverageRow> {
    let expected = |n: u64| (n as f64 * settings.births_per_1000 / 1000.0).round() as u64;
    let row = |year: i32, source: PopulationSource, population: Option<u64>| {
        let printed = facts.published.iter().find(|printed| printed.year == year);
        let born = births.by_born_year.rows.iter().find(|row| row.heading == RowHeading::Year(year));
        CoverageRow {
            year,
            source,
            population,
            expected: population.map(expected),
            published: printed.map(|printed| printed.on_time + printed.late),
            held: born.map_or(Some(0), |row| row.judged),
        }
    };
    let printed = facts.populations.iter().map(|figure| {
        let source = PopulationSource::Published { id: figure.id.clone(), source: figure.source.clone() };
        row(figure.year, source, Some(figure.population))
    });
    let own = population.age_year.map(|year| row(year, PopulationSource::Register, population.total.persons.total));
    let mut rows: Vec<CoverageRow> = printed.chain(own).collect();
    rows.sort_by_key(|row| (row.year, row.source == PopulationSource::Register));
    rows
}
