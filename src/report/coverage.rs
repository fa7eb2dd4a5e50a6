//! Compares registered births with expected births, by year and by the way in which births are expected.
//!
//! Births are expected in three ways, and the range of the three is shown first:
//!
//! - from the children of the commune's own census (reverse survival): the children born in a year divided by the share
//!   of births that survive to their age at the round;
//! - from the women of its census: women of 15 to 49 years x children of a woman in the city / 35 years;
//! - from a population, of the register or published, x the births per 1,000 inhabitants of the country.
//!
//! The acts are those of the registers with which the persons were linked: in a release that shows the persons of an
//! earlier one, all of this table is of that earlier one.
//!
//! Sources differ on the population by half: each row names its own. Reverse survival: I. Timæus and T. Moultrie,
//! Estimation of fertility by reverse survival, in *Tools for Demographic Estimation* (IUSSP 2013); the shares that
//! survive are those of a model life table. A year is complete
//! (C) if 90 % of its births or more are registered, else not (U), as in the Demographic Yearbook of the United
//! Nations.

use std::collections::BTreeSet;

use super::facts::{Facts, PersonFact, ReportSettings};
use super::population::Population;
use super::register_window::RegisterSummary;
use crate::record::Sex;

/// Registered births / expected births above which the two are of different populations.
const MOST_COMPARABLE: f64 = 1.1;

/// How births are expected.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum BirthScenario {
    /// From the children of the own census.
    Children,
    /// From the women of the own census.
    Women,
    /// From the persons of the register.
    Register,
    /// From a published population; `id` is the code in the reference table.
    Published { id: String, source: String },
}

impl BirthScenario {
    pub(crate) fn code(&self) -> &str {
        match self {
            Self::Children => "census-children",
            Self::Women => "census-women",
            Self::Register => "register",
            Self::Published { id, .. } => id,
        }
    }
}

/// Births of one year against those expected in one way.
pub(crate) struct CoverageRow {
    pub(crate) year: i32,
    pub(crate) scenario: BirthScenario,
    /// Children, women or inhabitants from whom births are expected; `None` if hidden.
    pub(crate) population: Option<u64>,
    /// Births expected in the year; `None` if the population is hidden.
    pub(crate) expected: Option<u64>,
    /// Births of the published series; `None` if it lacks the year.
    pub(crate) published: Option<u64>,
    /// Whether the register of the year was read.
    pub(crate) is_held: bool,
    /// Acts of children born that year whose delay is known; `None` if hidden or if the register was not read.
    pub(crate) held: Option<u64>,
    /// Whether births of the year are so recent that many acts are still to come.
    pub(crate) is_incomplete: bool,
    /// Whether a release withholds the population, since its table of children does.
    pub(crate) is_withheld: bool,
}

impl CoverageRow {
    /// Whether births are expected from a published population.
    pub(crate) fn is_published(&self) -> bool {
        matches!(self.scenario, BirthScenario::Published { .. })
    }

    /// Returns the registered births / expected births; `None` if they are not comparable.
    pub(crate) fn share(&self, registered: Option<u64>) -> Option<f64> {
        let expected = self.expected.filter(|expected| *expected > 0)?;
        let share = registered? as f64 / expected as f64;
        (share <= MOST_COMPARABLE).then_some(share)
    }

    /// Whether far more births are registered than expected: they are of other persons than those counted.
    pub(crate) fn is_incomparable(&self, registered: Option<u64>) -> bool {
        let expected = self.expected.filter(|expected| *expected > 0);
        registered.zip(expected).is_some_and(|(n, expected)| n as f64 / expected as f64 > MOST_COMPARABLE)
    }

    /// Returns the class of completeness of the acts: `C` or `U`; `None` where it is not known.
    pub(crate) fn class(&self) -> Option<&'static str> {
        let share = self.share(self.held).filter(|_| !self.is_incomplete)?;
        Some(if share >= 0.9 { "C" } else { "U" })
    }
}

/// The share of the births of a year that have an act, by the ways to expect them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct CoverageRange {
    pub(crate) year: i32,
    pub(crate) low: f64,
    pub(crate) high: f64,
    /// The ways that are left out, since more births are registered than they expect in one year or more.
    pub(crate) left_out: Vec<BirthScenario>,
}

/// Returns the ways to expect births by which more of them than expected are registered in a whole year: the persons
/// they start from are too few.
pub(crate) fn left_out(rows: &[CoverageRow]) -> Vec<BirthScenario> {
    let is_beyond = |row: &&CoverageRow| {
        let both = row.held.zip(row.expected).filter(|(_, expected)| *expected > 0);
        !row.is_incomplete && both.is_some_and(|(held, expected)| held > expected)
    };
    let scenarios: BTreeSet<BirthScenario> = rows.iter().filter(is_beyond).map(|row| row.scenario.clone()).collect();
    scenarios.into_iter().collect()
}

/// Returns the range of the shares of acts, of the last whole year. A year of which the own census expects births comes
/// before one of which only published populations do. A way to expect births that gives over 100 % is left out.
pub(crate) fn range(rows: &[CoverageRow]) -> Option<CoverageRange> {
    let left_out = left_out(rows);
    let known = || {
        let known = rows.iter().filter(|row| !row.is_incomplete && row.share(row.held).is_some());
        known.filter(|row| !left_out.contains(&row.scenario))
    };
    let of_census = known().filter(|row| !row.is_published()).map(|row| row.year).max();
    let year = of_census.or_else(|| known().map(|row| row.year).max())?;
    let shares = known().filter(|row| row.year == year).filter_map(|row| row.share(row.held));
    let (low, high) = shares.fold((f64::INFINITY, 0.0_f64), |(low, high), share| (low.min(share), high.max(share)));
    Some(CoverageRange { year, low, high, left_out })
}

/// Returns the rows, sorted by year and scenario.
pub(super) fn coverage(
    facts: &Facts,
    settings: &ReportSettings,
    registers: &RegisterSummary,
    population: &Population,
) -> Vec<CoverageRow> {
    let by_rate = |n: u64| n as f64 * settings.births_per_1000 / 1000.0;
    let row = |year: i32, scenario: BirthScenario, population: u64, expected: f64| {
        let printed = facts.published.iter().find(|printed| printed.year == year);
        let born = registers.born_in(year);
        let is_held = registers.window.covers(year);
        CoverageRow {
            year,
            scenario,
            population: Some(population),
            expected: Some(expected.round() as u64),
            published: printed.map(|printed| printed.on_time + printed.late),
            is_held,
            held: born.filter(|_| is_held).map_or(is_held.then_some(0), |own| Some(own.judged)),
            is_incomplete: is_held && born.is_some_and(|own| own.is_incomplete),
            is_withheld: false,
        }
    };
    let of_commune = facts.populations.iter().filter(|figure| figure.quartier.is_empty());
    let published = of_commune.map(|figure| {
        let scenario = BirthScenario::Published { id: figure.id.clone(), source: figure.source.clone() };
        row(figure.year, scenario, figure.population, by_rate(figure.population))
    });
    let mut rows: Vec<CoverageRow> = published.collect();
    let residents = || facts.persons.iter().filter(|person| person.is_resident());
    let n_women = residents().filter(|person| is_of_childbearing_age(person)).count() as u64;
    let survivors = settings.survivors();
    let n_persons = population.total.persons.total.unwrap_or(0);
    for year in years_of_survivors(facts) {
        let (mut n_children, mut expected) = (0, 0.0);
        for age in residents().filter(|child| child.born_year == Some(year)).filter_map(|child| child.census_age) {
            n_children += 1;
            let survival = usize::try_from(age - 1).ok().and_then(|index| survivors.get(index));
            expected += 1.0 / survival.copied().unwrap_or(1.0);
        }
        rows.push(row(year, BirthScenario::Children, n_children, expected));
        // A woman has the children of her life in 35 years.
        let of_women = n_women as f64 * settings.births_per_woman / 35.0;
        rows.push(row(year, BirthScenario::Women, n_women, of_women));
        rows.push(row(year, BirthScenario::Register, n_persons, by_rate(n_persons)));
    }
    rows.sort_by(|a, b| (a.year, &a.scenario).cmp(&(b.year, &b.scenario)));
    rows
}

fn is_of_childbearing_age(person: &PersonFact) -> bool {
    person.sex == Some(Sex::Female) && person.census_age.is_some_and(|age| (15..50).contains(&age))
}

/// Returns the years of birth of which every quartier with a census has seen the children, at 1 to 5 years. The year of
/// a round itself is not over when it sees the children.
fn years_of_survivors(facts: &Facts) -> std::ops::Range<i32> {
    let last_rounds = || facts.quartiers_censused.values().filter_map(|rounds| rounds.last().copied());
    match (last_rounds().min(), last_rounds().max()) {
        (Some(first), Some(last)) => last - 5..first,
        _ => 0..0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(year: i32, expected: u64, held: Option<u64>, is_incomplete: bool) -> CoverageRow {
        let scenario = BirthScenario::Register;
        let (population, published, is_held) = (Some(1), None, held.is_some());
        let expected = Some(expected);
        let is_withheld = false;
        CoverageRow { year, scenario, population, expected, published, is_held, held, is_incomplete, is_withheld }
    }

    #[test]
    fn a_year_that_nobody_holds_has_neither_share_nor_class() {
        let unread = row(2004, 100, None, false);
        assert_eq!((unread.share(unread.held), unread.class()), (None, None));
        let classes = [(90, false), (89, false), (95, true)].map(|(n, recent)| row(2015, 100, Some(n), recent).class());
        assert_eq!(classes, [Some("C"), Some("U"), None]);
    }

    #[test]
    fn the_range_is_that_of_the_last_whole_year() {
        let rows = [row(2015, 100, Some(90), false), row(2016, 100, Some(40), false), row(2016, 50, Some(40), false)];
        let ends = |rows: &[CoverageRow]| range(rows).map(|own| (own.year, own.low, own.high));
        assert_eq!(ends(&rows), Some((2016, 0.4, 0.8)));
        let recent = [row(2016, 100, Some(40), false), row(2017, 100, Some(4), true), row(2018, 9, None, false)];
        assert_eq!(ends(&recent), Some((2016, 0.4, 0.4)));
    }

    #[test]
    fn a_way_to_expect_births_that_gives_over_a_hundred_per_cent_is_in_no_range() {
        let of = |scenario: BirthScenario, own: CoverageRow| CoverageRow { scenario, ..own };
        let mut rows = vec![row(2015, 100, Some(60), false), row(2016, 100, Some(50), false)];
        rows.push(of(BirthScenario::Women, row(2015, 80, Some(100), false)));
        rows.push(of(BirthScenario::Women, row(2016, 100, Some(92), false)));
        let own = range(&rows).unwrap();
        assert_eq!((own.low, own.high, own.left_out), (0.5, 0.5, vec![BirthScenario::Women]));
        assert_eq!(range(&rows[2..]), None);
    }
}
