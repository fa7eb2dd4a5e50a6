//! Counts births on time and late by year, quartier, sex, category, month and delay; the published series; another
//! legal rule.
//!
//! Every table counts the acts with a known delay, without duplicates: on time + late = judged, the denominator of each
//! rate. Acts with an unknown delay have a column of their own and enter no rate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};

use super::count_table::{CountColumn, CountRow, CountTable, CountTableBuilder, TableSpec, share, sum_of_shown};
use super::facts::{ActFact, Facts, ReportSettings};
use super::heading::{Breakdown, DELAY_STARTS, RowHeading};
use super::incomplete_periods::{IncompletePeriods, QuarterCounts};
use super::mothers;
use super::population::residence;
use super::possible_counts::{ROUNDING, ROUNDING_OF_SUM, RateCounts};
use super::register_window::RegisterWindow;
use super::statistics::{FunnelPoint, funnel_points, rate_interval};
use super::truncation::{self, CohortRow};
use crate::record::{Category, LegalPeriod, LimitUnit, PublishedYear, Sex, Timeliness};

/// A declaration after the legal period is late up to this number of days after the birth, then delayed (United
/// Nations, Principles and Recommendations for a Vital Statistics System, revision 3).
pub(crate) const DAYS_LATE: i32 = 365;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TimelinessRow {
    pub(crate) heading: RowHeading,
    pub(crate) on_time: Option<u64>,
    pub(crate) late: Option<u64>,
    /// Of the late ones, those declared more than a year after the birth.
    pub(crate) delayed: Option<u64>,
    /// On time and late together: the denominator of the rate.
    pub(crate) judged: Option<u64>,
    /// Acts with an unknown delay, in no rate.
    pub(crate) unknown: Option<u64>,
    /// Whether the row is of a period that the registers do not have as a whole ([`IncompletePeriods`]).
    pub(crate) is_incomplete: bool,
    /// Smallest number of acts of which a rate is shown.
    pub(crate) least_whole: u64,
    /// Whether acts on time, late and judged are exact.
    pub(crate) is_exact: bool,
    /// Whether a release hides the whole row, since it would give a hidden count back.
    pub(crate) is_withheld: bool,
}

impl TimelinessRow {
    /// Hides the whole row.
    pub(crate) fn withhold(&mut self) {
        for n in [&mut self.on_time, &mut self.late, &mut self.delayed, &mut self.judged, &mut self.unknown] {
            *n = None;
        }
        self.is_withheld = true;
    }

    /// Returns on time / (on time + late), as shown; `None` if it is hidden or no act was judged.
    pub(crate) fn rate(&self) -> Option<f64> {
        share(self.on_time, self.rate_whole(), self.least_whole)
    }

    /// Returns the denominator of the rate: the acts on time and late as they are shown, which rounding can make
    /// another number than the acts judged. Where one of them is hidden, the acts judged.
    pub(crate) fn rate_whole(&self) -> Option<u64> {
        sum_of_shown(self.on_time, self.late, self.judged)
    }

    /// Returns the 95 % interval of the rate: that of chance, and of the rounding if the row is rounded.
    pub(crate) fn interval(&self) -> Option<(f64, f64)> {
        self.rate()?;
        rate_interval(&self.rate_counts()?)
    }

    /// Returns the counts of the rate; `None` if the acts judged are hidden.
    pub(super) fn rate_counts(&self) -> Option<RateCounts> {
        let slack = match self.heading {
            _ if self.is_exact => 0,
            RowHeading::All => ROUNDING_OF_SUM,
            _ => ROUNDING,
        };
        let whole = self.judged.and(self.rate_whole())?;
        Some(RateCounts { part: self.on_time, rest: self.late, whole, slack })
    }
}

pub(crate) struct TimelinessTable {
    pub(crate) by: Breakdown,
    pub(crate) rows: Vec<TimelinessRow>,
    pub(crate) total: TimelinessRow,
}

pub(crate) struct ActTotals {
    /// On time, late, judged, unknown.
    pub(crate) all: TimelinessRow,
    /// Duplicate acts, which no other figure counts.
    pub(crate) duplicates: Option<u64>,
    /// Acts without a quartier that are counted in that of the child; `None` if a release hides it.
    pub(crate) n_quartier_of_child: Option<u64>,
    /// Acts of unknown sex, and of unknown category.
    pub(crate) no_sex: Option<u64>,
    pub(crate) no_category: Option<u64>,
}

/// A year of the published series beside the same year of the registers.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PublishedYearComparison {
    /// The year; of declaration for the registers, unspecified for the published series.
    pub(crate) year: i32,
    pub(crate) held_on_time: Option<u64>,
    pub(crate) held_late: Option<u64>,
    pub(crate) published_on_time: u64,
    pub(crate) published_late: u64,
}

impl PublishedYearComparison {
    /// Registers minus published: on time, late.
    pub(crate) fn differences(&self) -> (Option<i64>, Option<i64>) {
        let minus = |held: Option<u64>, printed: u64| held.map(|held| held as i64 - printed as i64);
        (minus(self.held_on_time, self.published_on_time), minus(self.held_late, self.published_late))
    }
}

/// Timeliness under another legal rule.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct OtherRule {
    pub(crate) periods: Vec<LegalPeriod>,
    /// By year of declaration.
    pub(crate) by_year: Vec<OtherYear>,
    pub(crate) total: OtherYear,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherYear {
    pub(crate) heading: RowHeading,
    /// Acts on time under the other rule; `None` if hidden.
    pub(crate) on_time: Option<u64>,
    /// Acts judged; `None` if hidden.
    pub(crate) judged: Option<u64>,
}

impl OtherYear {
    /// Returns on time / judged.
    pub(crate) fn rate(&self) -> Option<f64> {
        share(self.on_time, self.judged, 1)
    }
}

/// The length of a legal period that applied to acts of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct AppliedLimit {
    /// The length, in `unit`.
    pub(crate) limit: u32,
    pub(crate) unit: LimitUnit,
    /// First day of birth to which another length applies.
    pub(crate) born_before: Option<NaiveDate>,
    /// The delay bucket that starts on the day after it, if there is one.
    pub(crate) next_bucket: Option<usize>,
}

/// All tables of births.
pub(crate) struct Births {
    pub(crate) totals: ActTotals,
    pub(crate) window: RegisterWindow,
    /// The periods that the registers do not have as a whole.
    pub(crate) incomplete: IncompletePeriods,
    /// By year of birth: acts so far, and those still to come.
    pub(crate) cohorts: Vec<CohortRow>,
    pub(crate) by_declared_year: TimelinessTable,
    /// By quarter and by half of each year of declaration.
    pub(crate) by_quarter: TimelinessTable,
    pub(crate) by_half: TimelinessTable,
    pub(crate) by_born_year: TimelinessTable,
    /// By quarter of each year of birth.
    pub(crate) by_born_quarter: TimelinessTable,
    pub(crate) by_quartier: TimelinessTable,
    /// For each quartier its years of declaration.
    pub(crate) by_quartier_year: Vec<(String, Vec<TimelinessRow>)>,
    pub(crate) by_sex: TimelinessTable,
    pub(crate) by_category: TimelinessTable,
    pub(crate) by_month: TimelinessTable,
    pub(crate) by_delay: TimelinessTable,
    /// By the mother's age and by birth order.
    pub(crate) by_mother: CountTable,
    pub(crate) published_years: Vec<PublishedYearComparison>,
    pub(crate) other_rule: Option<OtherRule>,
    /// The legal periods that applied to judged acts, oldest first.
    pub(crate) applied_limits: Vec<AppliedLimit>,
    /// Funnel plot of the rate of each quartier, as far as shown.
    pub(crate) funnel_points: Vec<FunnelPoint>,
}

impl Births {
    /// Whether a release withholds which acts of the births of a year are on time.
    pub(crate) fn is_born_year_withheld(&self, year: i32) -> bool {
        let mut rows = self.by_born_year.rows.iter();
        rows.any(|row| row.is_withheld && row.heading == RowHeading::Year(year))
    }

    pub(crate) fn tables(&self) -> [&TimelinessTable; 10] {
        [
            &self.by_declared_year,
            &self.by_quarter,
            &self.by_half,
            &self.by_born_year,
            &self.by_born_quarter,
            &self.by_quartier,
            &self.by_sex,
            &self.by_category,
            &self.by_month,
            &self.by_delay,
        ]
    }

    /// Returns the same tables to change them.
    pub(crate) fn tables_mut(&mut self) -> [&mut TimelinessTable; 10] {
        [
            &mut self.by_declared_year,
            &mut self.by_quarter,
            &mut self.by_half,
            &mut self.by_born_year,
            &mut self.by_born_quarter,
            &mut self.by_quartier,
            &mut self.by_sex,
            &mut self.by_category,
            &mut self.by_month,
            &mut self.by_delay,
        ]
    }
}

/// Counts births.
pub(super) fn births(facts: &Facts, settings: &ReportSettings) -> Births {
    let acts: Vec<&ActFact> = facts.acts.iter().filter(|act| !act.is_duplicate).collect();
    let n_duplicates = (facts.acts.len() - acts.len()) as u64;
    let window = RegisterWindow::of(acts.iter().filter_map(|act| act.days()));
    let first_year = window.years.first().copied();

    let table = |by, headings: Vec<RowHeading>, heading: &dyn Fn(&ActFact) -> RowHeading| {
        tabulate(&acts, by, headings, heading)
    };
    let year = |day: NaiveDate| RowHeading::Year(day.year());
    let declared =
        |heading: &dyn Fn(NaiveDate) -> RowHeading, act: &ActFact| act.declared_on.map_or(RowHeading::Unknown, heading);
    let mut by_declared_year = table(Breakdown::DeclaredYear, Vec::new(), &|act| declared(&year, act));
    let quarter = |day: NaiveDate| RowHeading::Quarter(day.year(), day.month0() / 3 + 1);
    let half = |day: NaiveDate| RowHeading::Half(day.year(), day.month0() / 6 + 1);
    let born = |heading: &dyn Fn(NaiveDate) -> RowHeading, act: &ActFact| match (act.born_on, first_year) {
        (Some(day), Some(first)) if day.year() < first => RowHeading::Before(first),
        (Some(day), _) => heading(day),
        (None, _) => RowHeading::Unknown,
    };
    // A quarter without an act has a row, too.
    let parts = |heading: &dyn Fn(NaiveDate) -> RowHeading| quarters_of(&window).map(heading).collect::<Vec<_>>();
    let mut by_born_year = table(Breakdown::BornYear, Vec::new(), &|act| born(&year, act));
    let mut by_born_quarter = table(Breakdown::BornQuarter, parts(&quarter), &|act| born(&quarter, act));
    let by_quartier = table(Breakdown::Quartier, facts.quartier_headings(), &|act| residence(facts, act.quartier));
    let sexes = Sex::ALL.iter().copied().map(RowHeading::Sex);
    let categories = Category::ALL.iter().copied().map(RowHeading::Category);
    let mut by_quarter = table(Breakdown::DeclaredQuarter, parts(&quarter), &|act| declared(&quarter, act));
    let mut by_half = table(Breakdown::DeclaredHalf, parts(&half), &|act| declared(&half, act));
    let incomplete = IncompletePeriods::of(&quarter_counts(&by_quarter), &window, settings.recent_cohort_days);
    let mut by_quartier_year = by_quartier_year(&acts, facts, &window);
    let tables = [&mut by_declared_year, &mut by_quarter, &mut by_half, &mut by_born_year, &mut by_born_quarter];
    for (by, row) in tables.into_iter().flat_map(|table| table.rows.iter_mut().map(|row| (table.by, row))) {
        row.is_incomplete = incomplete.has(by, &row.heading);
    }
    for row in by_quartier_year.iter_mut().flat_map(|(_, years)| years) {
        row.is_incomplete = incomplete.has(Breakdown::DeclaredYear, &row.heading);
    }
    let by_sex = table(Breakdown::Sex, sexes.collect(), &|act| act.sex.map_or(RowHeading::Unknown, RowHeading::Sex));
    let by_category = table(Breakdown::Category, categories.collect(), &|act| RowHeading::Category(act.category));
    let unknown = |of: &TimelinessTable, heading: RowHeading| {
        let row = of.rows.iter().find(|row| row.heading == heading);
        Some(row.map_or(0, |row| row.judged.unwrap_or(0) + row.unknown.unwrap_or(0)))
    };
    let by_delay = table(Breakdown::Delay, (0..DELAY_STARTS.len()).map(RowHeading::Delay).collect(), &|act| {
        act.delay_days.map_or(RowHeading::Unknown, RowHeading::of_delay)
    });
    Births {
        totals: ActTotals {
            all: by_delay.total.clone(),
            duplicates: Some(n_duplicates),
            n_quartier_of_child: Some(acts.iter().filter(|act| act.has_quartier_of_child).count() as u64),
            no_sex: unknown(&by_sex, RowHeading::Unknown),
            no_category: unknown(&by_category, RowHeading::Category(Category::Unknown)),
        },
        cohorts: truncation::cohorts(&acts, &window, &facts.legal),
        published_years: published_years(&by_declared_year, facts),
        by_quarter,
        by_half,
        by_born_year,
        by_born_quarter,
        funnel_points: funnel_points(
            by_quartier.rows.iter().filter_map(|row| Some((row.heading.clone(), row.rate_counts()?))),
        ),
        by_quartier_year,
        by_quartier,
        by_sex,
        by_category,
        by_month: table(Breakdown::Month, (1..=12).map(RowHeading::Month).collect(), &|act| {
            act.declared_on.map_or(RowHeading::Unknown, |day| RowHeading::Month(day.month()))
        }),
        by_delay,
        by_mother: mothers::by_mother(&acts),
        other_rule: other_rule(&acts, facts),
        by_declared_year,
        applied_limits: applied_limits(&acts, &facts.legal),
        window,
        incomplete,
    }
}

/// Returns the acts of each quarter: on time, all.
fn quarter_counts(by_quarter: &TimelinessTable) -> QuarterCounts {
    let counts = by_quarter.rows.iter().filter_map(|row| match row.heading {
        RowHeading::Quarter(year, n) => {
            Some(((year, n), [row.on_time.unwrap_or(0), row.judged.unwrap_or(0) + row.unknown.unwrap_or(0)]))
        }
        _ => None,
    });
    counts.collect()
}

/// Returns the first day of each quarter of the years of registers read that has begun.
fn quarters_of(window: &RegisterWindow) -> impl Iterator<Item = NaiveDate> {
    let firsts =
        window.years.iter().flat_map(|year| [1, 4, 7, 10].map(|month| NaiveDate::from_ymd_opt(*year, month, 1)));
    firsts.flatten().filter(|first| window.as_of.is_some_and(|last| *first <= last))
}

/// Counts acts by `heading`; the table has at least the rows of `headings`.
fn tabulate(
    acts: &[&ActFact],
    by: Breakdown,
    headings: Vec<RowHeading>,
    heading: &dyn Fn(&ActFact) -> RowHeading,
) -> TimelinessTable {
    // On time, late, unknown; of the late ones those of more than a year.
    let mut builder = CountTableBuilder::new(4, headings);
    for act in acts {
        let column = match act.timeliness {
            Timeliness::OnTime => 0,
            Timeliness::Late => 1,
            Timeliness::Unknown => 2,
        };
        builder.add(heading(act), column, 1);
        let is_delayed = column == 1 && act.delay_days.is_some_and(|days| days > DAYS_LATE);
        builder.add(heading(act), 3, u64::from(is_delayed));
    }
    let columns = ["acts_on_time", "acts_late", "acts_delay_unknown", "acts_delayed"].map(CountColumn::of);
    let counted = builder.finish(TableSpec::new(by, &columns, CountColumn::of("acts")));
    let row = |row: &CountRow| TimelinessRow {
        heading: row.heading.clone(),
        on_time: row.cell(0),
        late: row.cell(1),
        delayed: row.cell(3),
        judged: row.cell(0).zip(row.cell(1)).map(|(on_time, late)| on_time + late),
        unknown: row.cell(2),
        is_incomplete: false,
        least_whole: 1,
        is_exact: true,
        is_withheld: false,
    };
    TimelinessTable { by, total: row(&counted.total), rows: counted.rows.iter().map(row).collect() }
}

/// Returns for each quartier its acts by year of declaration, of the years of registers read.
fn by_quartier_year(acts: &[&ActFact], facts: &Facts, window: &RegisterWindow) -> Vec<(String, Vec<TimelinessRow>)> {
    let mut of_quartier: Vec<Vec<&ActFact>> = vec![Vec::new(); facts.quartiers.len()];
    for act in acts {
        let is_of_window = act.declared_on.is_some_and(|day| window.covers(day.year()));
        if let Some(own) = act.quartier.filter(|_| is_of_window).and_then(|own| of_quartier.get_mut(usize::from(own))) {
            own.push(act);
        }
    }
    let year = |act: &ActFact| act.declared_on.map_or(RowHeading::Unknown, |day| RowHeading::Year(day.year()));
    let years: Vec<RowHeading> = window.years.iter().copied().map(RowHeading::Year).collect();
    let rows = |own: &Vec<&ActFact>| tabulate(own, Breakdown::DeclaredYear, years.clone(), &year).rows;
    facts.quartiers.iter().cloned().zip(of_quartier.iter().map(rows)).collect()
}

/// Returns the years of the published series beside the registers.
fn published_years(held: &TimelinessTable, facts: &Facts) -> Vec<PublishedYearComparison> {
    let year = |printed: &PublishedYear| {
        let row = held.rows.iter().find(|row| row.heading == RowHeading::Year(printed.year));
        PublishedYearComparison {
            year: printed.year,
            held_on_time: row.map_or(Some(0), |row| row.on_time),
            held_late: row.map_or(Some(0), |row| row.late),
            published_on_time: printed.on_time,
            published_late: printed.late,
        }
    };
    facts.published.iter().map(year).collect()
}

/// Returns the acts by year under another rule; `None` if the settings have none.
fn other_rule(acts: &[&ActFact], facts: &Facts) -> Option<OtherRule> {
    if facts.other_rule.is_empty() {
        return None;
    }
    let mut years: BTreeMap<RowHeading, [u64; 2]> = BTreeMap::new();
    for act in acts.iter().filter(|act| act.timeliness != Timeliness::Unknown) {
        let other = Timeliness::classify(&facts.other_rule, act.born_on, act.declared_on);
        if other != Timeliness::Unknown {
            let year = act.declared_on.map_or(RowHeading::Unknown, |day| RowHeading::Year(day.year()));
            let counts = years.entry(year).or_default();
            counts[0] += u64::from(other == Timeliness::OnTime);
            counts[1] += 1;
        }
    }
    let total = years.values().fold([0, 0], |all, own| [all[0] + own[0], all[1] + own[1]]);
    let year =
        |heading, [on_time, judged]: [u64; 2]| OtherYear { heading, on_time: Some(on_time), judged: Some(judged) };
    Some(OtherRule {
        periods: facts.other_rule.clone(),
        by_year: years.into_iter().map(|(heading, counts)| year(heading, counts)).collect(),
        total: year(RowHeading::All, total),
    })
}

/// Returns the legal periods that applied to judged acts.
fn applied_limits(acts: &[&ActFact], legal: &[LegalPeriod]) -> Vec<AppliedLimit> {
    let judged = acts.iter().filter(|act| act.timeliness != Timeliness::Unknown);
    let days: BTreeSet<NaiveDate> =
        judged.filter_map(|act| LegalPeriod::in_force(legal, act.born_on?).map(|period| period.born_from)).collect();
    let is_same = |a: &LegalPeriod, b: &LegalPeriod| (a.limit, a.unit) == (b.limit, b.unit);
    let about_days = |period: &LegalPeriod| {
        if period.unit == LimitUnit::Months { period.limit.saturating_mul(30) } else { period.limit }
    };
    let mut limits: Vec<AppliedLimit> = Vec::new();
    for (place, period) in legal.iter().enumerate().filter(|(_, period)| days.contains(&period.born_from)) {
        let applied = AppliedLimit {
            limit: period.limit,
            unit: period.unit,
            born_before: legal[place..].iter().find(|later| !is_same(later, period)).map(|later| later.born_from),
            next_bucket: DELAY_STARTS.iter().position(|from| i64::from(*from) == i64::from(about_days(period)) + 1),
        };
        if !limits.contains(&applied) {
            limits.push(applied);
        }
    }
    limits
}
