//! Counts births on time and late by year, quartier, sex, category, month and delay; the published series; another
//! legal rule.
//!
//! Every table counts the acts with a known delay, without duplicates: on time + late = judged, the denominator of each
//! rate. Acts with an unknown delay have a column of their own and enter no rate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::count_table::{CountColumn, CountRow, CountTableBuilder, TableSpec};
use super::facts::{ActFact, Facts, ReportSettings};
use super::heading::{Breakdown, DELAY_STARTS, RowHeading};
use super::population::residence;
use super::statistics::{FunnelPoint, funnel_points};
use super::suppression::{SuppressionRules, ZeroCells, suppress_small, suppress_table};
use crate::record::{Category, LegalPeriod, LimitUnit, PublishedYear, Sex, Timeliness};

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TimelinessRow {
    pub(crate) heading: RowHeading,
    pub(crate) on_time: Option<u64>,
    pub(crate) late: Option<u64>,
    /// On time and late together: the denominator of the rate.
    pub(crate) judged: Option<u64>,
    /// Acts with an unknown delay, in no rate.
    pub(crate) unknown: Option<u64>,
    /// Whether births are so recent that many acts are still to come.
    pub(crate) is_incomplete: bool,
}

impl TimelinessRow {
    /// Returns on time / judged; `None` if a part is suppressed or no act was judged.
    pub(crate) fn rate(&self) -> Option<f64> {
        let (on_time, _, judged) = (self.on_time?, self.late?, self.judged?);
        (judged > 0).then(|| on_time as f64 / judged as f64)
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
    /// First and last day of declaration, without duplicates.
    pub(crate) declared: Option<(NaiveDate, NaiveDate)>,
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
    /// By year of declaration; figures that would disclose a small count beside the applied rule are suppressed.
    pub(crate) by_year: Vec<OtherYear>,
    pub(crate) total: OtherYear,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OtherYear {
    pub(crate) heading: RowHeading,
    /// Acts on time under the other rule, and acts judged; `None` if suppressed.
    pub(crate) on_time_of_judged: Option<(u64, u64)>,
}

impl OtherYear {
    /// Returns on time / judged.
    pub(crate) fn rate(&self) -> Option<f64> {
        self.on_time_of_judged.filter(|(_, judged)| *judged > 0).map(|(on_time, judged)| on_time as f64 / judged as f64)
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
    pub(crate) by_declared_year: TimelinessTable,
    pub(crate) by_born_year: TimelinessTable,
    pub(crate) by_quartier: TimelinessTable,
    pub(crate) by_sex: TimelinessTable,
    pub(crate) by_category: TimelinessTable,
    pub(crate) by_month: TimelinessTable,
    pub(crate) by_delay: TimelinessTable,
    pub(crate) published_years: Vec<PublishedYearComparison>,
    pub(crate) other_rule: Option<OtherRule>,
    /// The legal periods that applied to judged acts, oldest first.
    pub(crate) applied_limits: Vec<AppliedLimit>,
    /// Funnel plot of the rate of each quartier, as far as shown.
    pub(crate) funnel_points: Vec<FunnelPoint>,
}

impl Births {
    pub(crate) fn tables(&self) -> [&TimelinessTable; 7] {
        [
            &self.by_declared_year,
            &self.by_born_year,
            &self.by_quartier,
            &self.by_sex,
            &self.by_category,
            &self.by_month,
            &self.by_delay,
        ]
    }
}

/// Counts births; small counts are suppressed in every table.
pub(super) fn births(facts: &Facts, settings: &ReportSettings) -> Births {
    let acts: Vec<&ActFact> = facts.acts.iter().filter(|act| !act.is_duplicate).collect();
    let n_duplicates = (facts.acts.len() - acts.len()) as u64;
    let days = || acts.iter().filter_map(|act| act.declared_on);
    let declared = days().min().zip(days().max());
    let first_year = declared.map(|(first, _)| first.year());
    // Births of this year or later are an incomplete cohort.
    let incomplete_from = declared
        .and_then(|(_, last)| last.checked_sub_days(Days::new(u64::from(settings.recent_cohort_days))))
        .map(|day| day.year());

    let table = |by, headings: Vec<RowHeading>, heading: &dyn Fn(&ActFact) -> RowHeading| {
        tabulate(ActSelection { acts: &acts, n_duplicates, facts, settings }, by, headings, heading)
    };
    let year = |day: NaiveDate| RowHeading::Year(day.year());
    let by_declared_year =
        table(Breakdown::DeclaredYear, Vec::new(), &|act| act.declared_on.map_or(RowHeading::Unknown, year));
    let mut by_born_year = table(Breakdown::BornYear, Vec::new(), &|act| match (act.born_on, first_year) {
        (Some(day), Some(first)) if day.year() < first => RowHeading::Before(first),
        (Some(day), _) => year(day),
        (None, _) => RowHeading::Unknown,
    });
    for row in &mut by_born_year.rows {
        row.is_incomplete =
            matches!((&row.heading, incomplete_from), (RowHeading::Year(year), Some(from)) if *year >= from);
    }
    let by_quartier = table(Breakdown::Quartier, facts.quartier_headings(), &|act| residence(facts, act.quartier));
    let sexes = Sex::ALL.iter().copied().map(RowHeading::Sex);
    let categories = Category::ALL.iter().copied().map(RowHeading::Category);
    let by_delay = table(Breakdown::Delay, (0..DELAY_STARTS.len()).map(RowHeading::Delay).collect(), &|act| {
        act.delay_days.map_or(RowHeading::Unknown, RowHeading::of_delay)
    });
    Births {
        totals: ActTotals {
            all: by_delay.total.clone(),
            duplicates: totals_shown(&acts, n_duplicates, settings.min_cell).1,
            declared,
        },
        published_years: published_years(&by_declared_year, facts),
        by_born_year,
        funnel_points: funnel_points(
            by_quartier.rows.iter().filter_map(|row| Some((row.heading.clone(), row.on_time?, row.judged?))),
            by_quartier.total.rate(),
        ),
        by_quartier,
        by_sex: table(Breakdown::Sex, sexes.collect(), &|act| act.sex.map_or(RowHeading::Unknown, RowHeading::Sex)),
        by_category: table(Breakdown::Category, categories.collect(), &|act| RowHeading::Category(act.category)),
        by_month: table(Breakdown::Month, (1..=12).map(RowHeading::Month).collect(), &|act| {
            act.declared_on.map_or(RowHeading::Unknown, |day| RowHeading::Month(day.month()))
        }),
        by_delay,
        other_rule: other_rule(&acts, &by_declared_year, facts, settings),
        by_declared_year,
        applied_limits: applied_limits(&acts, &facts.legal),
    }
}

/// Acts of unknown delay and duplicates: both shown or both suppressed, because the number of all rows is known.
fn totals_shown(acts: &[&ActFact], n_duplicates: u64, min_cell: u32) -> (Option<u64>, Option<u64>) {
    let n_unknown = acts.iter().filter(|act| act.timeliness == Timeliness::Unknown).count() as u64;
    let n_judged = acts.len() as u64 - n_unknown;
    let all_shown = [n_unknown, n_duplicates, n_judged].into_iter().all(|n| suppress_small(n, min_cell).is_some());
    if all_shown { (Some(n_unknown), Some(n_duplicates)) } else { (None, None) }
}

/// The acts to count, without duplicates, and the number of duplicates.
struct ActSelection<'a> {
    acts: &'a [&'a ActFact],
    n_duplicates: u64,
    facts: &'a Facts,
    settings: &'a ReportSettings,
}

/// Counts acts by `heading`; the table has at least the rows of `headings`.
fn tabulate(
    ActSelection { acts, n_duplicates, facts, settings }: ActSelection<'_>,
    by: Breakdown,
    headings: Vec<RowHeading>,
    heading: &dyn Fn(&ActFact) -> RowHeading,
) -> TimelinessTable {
    let (mut judged, mut unknown) = (CountTableBuilder::new(2, headings.clone()), CountTableBuilder::new(1, headings));
    for act in acts {
        let heading = heading(act);
        let (late, known) = (act.timeliness == Timeliness::Late, act.timeliness != Timeliness::Unknown);
        judged.add(heading.clone(), usize::from(late), u64::from(known));
        unknown.add(heading, 0, u64::from(!known));
    }
    let spec = |columns: &[CountColumn], total| {
        // A reader of the table of delays knows which buckets have no acts on time and which have no late ones.
        let zeros = if by == Breakdown::Delay { ZeroCells::Known } else { ZeroCells::Suppressible };
        let hides_small_changes = by != Breakdown::DeclaredYear;
        TableSpec { zeros, hides_small_changes, ..TableSpec::new(by, columns, CountColumn::of(total)) }
    };
    let columns = [CountColumn::of("acts_on_time"), CountColumn::of("acts_late")];
    let judged = judged.suppress(spec(&columns, "acts_judged"), facts, settings);
    let unknown_spec = spec(&[CountColumn::of("acts_delay_unknown")], "acts_delay_unknown");
    let unknown_spec = TableSpec { zeros: ZeroCells::Suppressible, ..unknown_spec };
    let unknown = unknown.suppress(unknown_spec, facts, settings);
    let n_unknown = totals_shown(acts, n_duplicates, settings.min_cell).0;
    let row = |judged: &CountRow, unknown| TimelinessRow {
        heading: judged.heading.clone(),
        on_time: judged.cell(0),
        late: judged.cell(1),
        judged: judged.total,
        unknown,
        is_incomplete: false,
    };
    let rows = judged.rows.iter().zip(&unknown.rows);
    TimelinessTable {
        by,
        total: row(&judged.total, n_unknown),
        rows: rows.map(|(judged, unknown)| row(judged, n_unknown.and(unknown.total))).collect(),
    }
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
///
/// Beside the applied rule, a rate discloses how many acts the two rules judge differently. So small counts are
/// suppressed in the table of acts by both judgments, and a rate is shown only where its whole row is.
fn other_rule(
    acts: &[&ActFact],
    by_year: &TimelinessTable,
    facts: &Facts,
    settings: &ReportSettings,
) -> Option<OtherRule> {
    if facts.other_rule.is_empty() {
        return None;
    }
    // On time or late under the applied rule, then under the other rule.
    let mut both: BTreeMap<RowHeading, Vec<u64>> = BTreeMap::new();
    let place = |timeliness| match timeliness {
        Timeliness::OnTime => Some(0),
        Timeliness::Late => Some(1),
        Timeliness::Unknown => None,
    };
    for act in acts {
        let other = Timeliness::classify(&facts.other_rule, act.born_on, act.declared_on);
        if let (Some(a), Some(b)) = (place(act.timeliness), place(other)) {
            let year = act.declared_on.map_or(RowHeading::Unknown, |day| RowHeading::Year(day.year()));
            both.entry(year).or_insert_with(|| vec![0; 4])[2 * a + b] += 1;
        }
    }
    let cells: Vec<Vec<u64>> = both.values().cloned().collect();
    // A reader knows which rule is stricter, and so which cells must be 0.
    let rules = SuppressionRules { zeros: ZeroCells::Known, ..SuppressionRules::new(settings.min_cell) };
    let shown = suppress_table(&cells, &rules);
    let year = |heading: &RowHeading, counts: &[Option<u64>], is_shown: bool| {
        let counts = counts.iter().copied().collect::<Option<Vec<u64>>>().filter(|_| is_shown);
        let on_time_of_judged = counts.map(|counts| (counts[0] + counts[2], counts.iter().sum()));
        OtherYear { heading: heading.clone(), on_time_of_judged }
    };
    let is_shown = |row: &TimelinessRow| row.on_time.and(row.late).and(row.judged).is_some();
    let year_shown = |heading: &RowHeading| by_year.rows.iter().any(|row| row.heading == *heading && is_shown(row));
    let years = both.keys().zip(&shown.cells).map(|(heading, counts)| year(heading, counts, year_shown(heading)));
    let total = year(&RowHeading::All, &shown.column_totals, !both.is_empty() && is_shown(&by_year.total));
    Some(OtherRule { periods: facts.other_rule.clone(), by_year: years.collect(), total })
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
