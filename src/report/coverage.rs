//! Births on record against births expected, the population and its source named with each figure.
//!
//! Expected births = population x births per 1,000 / 1,000. Sources of the population differ by half: no figure stands alone.

use super::facts::{Facts, Settings};
use super::heading::Heading;
use super::population::Population;
use super::timeliness::Births;

/// Whose population.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// A figure printed elsewhere: its code in the reference table, and where it was printed.
    Printed {
        /// Its code.
        id: String,
        /// Where it was printed.
        source: String,
    },
    /// Persons of the register itself.
    Register,
}

impl Source {
    /// The stable code.
    #[must_use]
    pub fn code(&self) -> &str {
        match self {
            Self::Printed { id, .. } => id,
            Self::Register => "register",
        }
    }
}

/// Births of one year against one population.
#[derive(Debug, Clone, PartialEq)]
pub struct CoverageRow {
    /// The year.
    pub year: i32,
    /// Whose population.
    pub source: Source,
    /// Its inhabitants; `None` if hidden.
    pub population: Option<u64>,
    /// Births expected in the year; `None` if the population is hidden.
    pub expected: Option<u64>,
    /// Births of the series printed elsewhere; `None` where it has no such year.
    pub published: Option<u64>,
    /// Acts held of children born that year whose delay is known; `None` if hidden.
    pub held: Option<u64>,
}

impl CoverageRow {
    /// Births on record / expected.
    #[must_use]
    pub fn share(&self, on_record: Option<u64>) -> Option<f64> {
        self.expected.filter(|expected| *expected > 0).zip(on_record).map(|(expected, n)| n as f64 / expected as f64)
    }
}

/// Rows by year, then by source.
pub(super) fn coverage(
    facts: &Facts,
    settings: &Settings,
    births: &Births,
    population: &Population,
) -> Vec<CoverageRow> {
    let expected = |n: u64| (n as f64 * settings.births_per_1000 / 1000.0).round() as u64;
    let row = |year: i32, source: Source, population: Option<u64>| CoverageRow {
        year,
        source,
        population,
        expected: population.map(expected),
        published: facts
            .published
            .iter()
            .find(|printed| printed.year == year)
            .map(|printed| printed.on_time + printed.late),
        held: births
            .by_born_year
            .rows
            .iter()
            .find(|row| row.heading == Heading::Year(year))
            .map_or(Some(0), |row| row.judged),
    };
    let printed = facts.populations.iter().map(|figure| {
        let source = Source::Printed { id: figure.id.clone(), source: figure.source.clone() };
        row(figure.year, source, Some(figure.population))
    });
    let own = population.age_year.map(|year| row(year, Source::Register, population.total.persons.total));
    let mut rows: Vec<CoverageRow> = printed.chain(own).collect();
    rows.sort_by_key(|row| (row.year, row.source == Source::Register));
    rows
}
