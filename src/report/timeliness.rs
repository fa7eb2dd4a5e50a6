//! Births on time and late: by year, quartier, sex, category, month and delay; the published series; another rule.
//!
//! Every table counts the acts whose delay is known, duplicates left out: on time + late = judged, the denominator of
//! each rate. Acts whose delay is unknown stand in a column of their own, in no rate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::facts::{ActFact, Facts, Settings};
use super::heading::{Breakdown, DELAY_BUCKETS, Heading};
use super::population::residence;
use super::protect::{Guard, Zeros, protect, protect_one};
use super::statistics::{FunnelPoint, funnel};
use super::tally::{Column, CountedRow, Plan, Tally};
use crate::record::{Category, LegalPeriod, LimitUnit, Sex, Timeliness};

/// One row of a timeliness table.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelinessRow {
    /// What it stands for.
    pub heading: Heading,
    /// Acts declared on time.
    pub on_time: Option<u64>,
    /// Acts declared late.
    pub late: Option<u64>,
    /// On time and late together: the denominator of the rate.
    pub judged: Option<u64>,
    /// Acts whose delay isn't known, in no rate.
    pub unknown: Option<u64>,
    /// A cohort whose legal period had not ended at the last declaration.
    pub is_incomplete: bool,
}

impl TimelinessRow {
    /// On time / judged; `None` if a part is hidden or nothing was judged.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        let (on_time, _, judged) = (self.on_time?, self.late?, self.judged?);
        (judged > 0).then(|| on_time as f64 / judged as f64)
    }
}

/// Timeliness under one kind of heading.
#[derive(Debug, Clone, PartialEq)]
pub struct TimelinessTable {
    /// What its rows stand for.
    pub by: Breakdown,
    /// Its rows, in order.
    pub rows: Vec<TimelinessRow>,
    /// All acts.
    pub total: TimelinessRow,
}

/// Acts of the whole commune.
#[derive(Debug, Clone, PartialEq)]
pub struct ActTotals {
    /// On time, late, judged, unknown.
    pub all: TimelinessRow,
    /// Further acts of a birth that is counted already; in none of the others.
    pub duplicates: Option<u64>,
    /// First and last day of declaration among the acts that aren't duplicates.
    pub declared: Option<(NaiveDate, NaiveDate)>,
}

/// A published year beside what the registers hold.
#[derive(Debug, Clone, PartialEq)]
pub struct ComparedYear {
    /// The year: of declaration for the registers; the source doesn't say for the published series.
    pub year: i32,
    /// Registers: on time.
    pub held_on_time: Option<u64>,
    /// Registers: late.
    pub held_late: Option<u64>,
    /// Published: in legal time.
    pub published_on_time: u64,
    /// Published: out of legal time.
    pub published_late: u64,
}

impl ComparedYear {
    /// Registers minus published: on time, late.
    #[must_use]
    pub fn differences(&self) -> (Option<i64>, Option<i64>) {
        let minus = |held: Option<u64>, printed: u64| held.map(|held| held as i64 - printed as i64);
        (minus(self.held_on_time, self.published_on_time), minus(self.held_late, self.published_late))
    }
}

/// Timeliness had another rule been applied.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherRule {
    /// Its periods.
    pub periods: Vec<LegalPeriod>,
    /// By year of declaration; figures that would give a small count away beside the rule applied are hidden.
    pub by_year: Vec<OtherYear>,
    /// All years: on time and judged.
    pub total: OtherYear,
}

/// A year under another rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherYear {
    /// The year of declaration, or all.
    pub heading: Heading,
    /// Acts on time under the other rule, and acts judged; `None` if hidden.
    pub on_time_of_judged: Option<(u64, u64)>,
}

impl OtherYear {
    /// On time / judged.
    #[must_use]
    pub fn rate(&self) -> Option<f64> {
        self.on_time_of_judged.filter(|(_, judged)| *judged > 0).map(|(on_time, judged)| on_time as f64 / judged as f64)
    }
}

/// A legal period under which acts of the register fall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LimitUsed {
    /// Its length.
    pub limit: u32,
    /// Days or months.
    pub unit: LimitUnit,
    /// The first day of birth for which it no longer holds.
    pub born_before: Option<NaiveDate>,
    /// The delay bucket it ends with, where one does.
    pub bucket: Option<usize>,
}

/// All tables of births.
#[derive(Debug, Clone, PartialEq)]
pub struct Births {
    /// The whole commune.
    pub totals: ActTotals,
    /// By year of declaration.
    pub by_declared_year: TimelinessTable,
    /// By year of birth.
    pub by_born_year: TimelinessTable,
    /// By quartier.
    pub by_quartier: TimelinessTable,
    /// By sex.
    pub by_sex: TimelinessTable,
    /// By category.
    pub by_category: TimelinessTable,
    /// By month of declaration.
    pub by_month: TimelinessTable,
    /// By delay.
    pub by_delay: TimelinessTable,
    /// The published series.
    pub compared: Vec<ComparedYear>,
    /// Another rule, if one is asked for.
    pub other_rule: Option<OtherRule>,
    /// The legal periods under which judged acts fall, oldest first.
    pub limits_used: Vec<LimitUsed>,
    /// The rate of each quartier, as far as shown, and the commune's, with what chance alone would give.
    pub by_chance: Vec<FunnelPoint>,
}

impl Births {
    /// Every table of the acts, each under headings of its own.
    #[must_use]
    pub fn tables(&self) -> [&TimelinessTable; 7] {
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

/// Counts births and protects every table.
pub(super) fn births(facts: &Facts, settings: &Settings) -> Births {
    let acts: Vec<&ActFact> = facts.acts.iter().filter(|act| !act.is_duplicate).collect();
    let n_duplicates = (facts.acts.len() - acts.len()) as u64;
    let days = || acts.iter().filter_map(|act| act.declared_on);
    let declared = days().min().zip(days().max());
    let first_year = declared.map(|(first, _)| first.year());
    // Births of this year or later are an incomplete cohort.
    let incomplete_from = declared
        .and_then(|(_, last)| last.checked_sub_days(Days::new(u64::from(settings.recent_cohort_days))))
        .map(|day| day.year());

    let table = |by, fixed: Vec<Heading>, heading: &dyn Fn(&ActFact) -> Heading| {
        tabulate(&Of { acts: &acts, n_duplicates, facts, settings }, by, fixed, heading)
    };
    let year = |day: NaiveDate| Heading::Year(day.year());
    let by_declared_year =
        table(Breakdown::DeclaredYear, Vec::new(), &|act| act.declared_on.map_or(Heading::Unknown, year));
    let mut by_born_year = table(Breakdown::BornYear, Vec::new(), &|act| match (act.born_on, first_year) {
        (Some(day), Some(first)) if day.year() < first => Heading::Before(first),
        (Some(day), _) => year(day),
        (None, _) => Heading::Unknown,
    });
    for row in &mut by_born_year.rows {
        row.is_incomplete =
            matches!((&row.heading, incomplete_from), (Heading::Year(year), Some(from)) if *year >= from);
    }
    let quartiers = facts.quartiers.iter().cloned().map(Heading::Quartier).collect();
    let by_quartier = table(Breakdown::Quartier, quartiers, &|act| residence(facts, act.quartier));
    let by_delay = table(Breakdown::Delay, (0..DELAY_BUCKETS.len()).map(Heading::Delay).collect(), &|act| {
        act.delay_days.map_or(Heading::Unknown, Heading::of_delay)
    });
    Births {
        totals: ActTotals {
            all: by_delay.total.clone(),
            duplicates: totals_shown(&acts, n_duplicates, settings.min_cell).1,
            declared,
        },
        compared: compare(&by_declared_year, facts),
        by_born_year,
        by_chance: funnel(
            by_quartier.rows.iter().filter_map(|row| Some((row.heading.clone(), row.on_time?, row.judged?))),
            by_quartier.total.rate(),
        ),
        by_quartier,
        by_sex: table(Breakdown::Sex, Sex::ALL.iter().copied().map(Heading::Sex).collect(), &|act| {
            act.sex.map_or(Heading::Unknown, Heading::Sex)
        }),
        by_category: table(
            Breakdown::Category,
            Category::ALL.iter().copied().map(Heading::Category).collect(),
            &|act| Heading::Category(act.category),
        ),
        by_month: table(Breakdown::Month, (1..=12).map(Heading::Month).collect(), &|act| {
            act.declared_on.map_or(Heading::Unknown, |day| Heading::Month(day.month()))
        }),
        by_delay,
        other_rule: other_rule(&acts, &by_declared_year, facts, settings),
        by_declared_year,
        limits_used: limits_used(&acts, &facts.legal),
    }
}

/// Acts of unknown delay and duplicates as shown: both or neither, because the rows of the birth registers are known in all.
fn totals_shown(acts: &[&ActFact], n_duplicates: u64, min_cell: u32) -> (Option<u64>, Option<u64>) {
    let n_unknown = acts.iter().filter(|act| act.timeliness == Timeliness::Unknown).count() as u64;
    let n_judged = acts.len() as u64 - n_unknown;
    let all_shown = [n_unknown, n_duplicates, n_judged].into_iter().all(|n| protect_one(n, min_cell).is_some());
    if all_shown { (Some(n_unknown), Some(n_duplicates)) } else { (None, None) }
}

/// What a table of acts is made of.
struct Of<'a> {
    acts: &'a [&'a ActFact],
    n_duplicates: u64,
    facts: &'a Facts,
    settings: &'a Settings,
}

fn tabulate(of: &Of<'_>, by: Breakdown, fixed: Vec<Heading>, heading: &dyn Fn(&ActFact) -> Heading) -> TimelinessTable {
    let (mut judged, mut unknown) = (Tally::new(2, fixed.clone()), Tally::new(1, fixed));
    for act in of.acts {
        let heading = heading(act);
        let (late, known) = (act.timeliness == Timeliness::Late, act.timeliness != Timeliness::Unknown);
        judged.add(heading.clone(), usize::from(late), u64::from(known));
        unknown.add(heading, 0, u64::from(!known));
    }
    let plan = |columns: &[Column], total| {
        let mut plan = Plan::new(by, columns, Column::of(total));
        // In the table of delays a reader knows which buckets can hold no act on time, or none late.
        plan.zeros = if by == Breakdown::Delay { Zeros::Known } else { Zeros::MayHide };
        plan.hides_changes = by != Breakdown::DeclaredYear;
        plan
    };
    let (min_cell, earlier) = (of.settings.min_cell, &of.facts.earlier);
    let judged =
        judged.protect(plan(&[Column::of("acts_on_time"), Column::of("acts_late")], "acts_judged"), min_cell, earlier);
    let unknown_plan =
        Plan { zeros: Zeros::MayHide, ..plan(&[Column::of("acts_delay_unknown")], "acts_delay_unknown") };
    let unknown = unknown.protect(unknown_plan, min_cell, earlier);
    let n_unknown = totals_shown(of.acts, of.n_duplicates, min_cell).0;
    let row = |judged: &CountedRow, unknown| TimelinessRow {
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

fn compare(held: &TimelinessTable, facts: &Facts) -> Vec<ComparedYear> {
    let compared = facts.published.iter().map(|printed| {
        let row = held.rows.iter().find(|row| row.heading == Heading::Year(printed.year));
        ComparedYear {
            year: printed.year,
            held_on_time: row.map_or(Some(0), |row| row.on_time),
            held_late: row.map_or(Some(0), |row| row.late),
            published_on_time: printed.on_time,
            published_late: printed.late,
        }
    });
    compared.collect()
}

/// Acts by year under another rule. Beside the rule applied a rate gives away how many acts the two class otherwise: acts by
/// both verdicts are a table protected like any other, and a rate is shown where all of its row is.
fn other_rule(acts: &[&ActFact], by_year: &TimelinessTable, facts: &Facts, settings: &Settings) -> Option<OtherRule> {
    if facts.other_rule.is_empty() {
        return None;
    }
    // Acts by both verdicts: on time or late under the rule applied, then under the other.
    let mut both: BTreeMap<Heading, Vec<u64>> = BTreeMap::new();
    let place = |timeliness| match timeliness {
        Timeliness::OnTime => Some(0),
        Timeliness::Late => Some(1),
        Timeliness::Unknown => None,
    };
    for act in acts {
        let other = Timeliness::classify(&facts.other_rule, act.born_on, act.declared_on);
        if let (Some(a), Some(b)) = (place(act.timeliness), place(other)) {
            let year = act.declared_on.map_or(Heading::Unknown, |day| Heading::Year(day.year()));
            both.entry(year).or_insert_with(|| vec![0; 4])[2 * a + b] += 1;
        }
    }
    let cells: Vec<Vec<u64>> = both.values().cloned().collect();
    // A reader knows which of two rules is the stricter, and so which acts there can't be.
    let shown = protect(&cells, &Guard { zeros: Zeros::Known, ..Guard::new(settings.min_cell) });
    let year = |heading: &Heading, counts: &[Option<u64>], is_shown: bool| {
        let counts = counts.iter().copied().collect::<Option<Vec<u64>>>().filter(|_| is_shown);
        let on_time_of_judged = counts.map(|counts| (counts[0] + counts[2], counts.iter().sum()));
        OtherYear { heading: heading.clone(), on_time_of_judged }
    };
    let is_shown = |row: &TimelinessRow| row.on_time.and(row.late).and(row.judged).is_some();
    let year_shown = |heading: &Heading| by_year.rows.iter().any(|row| row.heading == *heading && is_shown(row));
    let years = both.keys().zip(&shown.cells).map(|(heading, counts)| year(heading, counts, year_shown(heading)));
    let total = year(&Heading::All, &shown.column_totals, !both.is_empty() && is_shown(&by_year.total));
    Some(OtherRule { periods: facts.other_rule.clone(), by_year: years.collect(), total })
}

fn limits_used(acts: &[&ActFact], legal: &[LegalPeriod]) -> Vec<LimitUsed> {
    let judged = acts.iter().filter(|act| act.timeliness != Timeliness::Unknown);
    let days: BTreeSet<NaiveDate> =
        judged.filter_map(|act| LegalPeriod::in_force(legal, act.born_on?).map(|period| period.born_from)).collect();
    let is_same = |a: &LegalPeriod, b: &LegalPeriod| (a.limit, a.unit) == (b.limit, b.unit);
    let about_days = |period: &LegalPeriod| {
        if period.unit == LimitUnit::Months { period.limit.saturating_mul(30) } else { period.limit }
    };
    let mut limits: Vec<LimitUsed> = Vec::new();
    for (place, period) in legal.iter().enumerate().filter(|(_, period)| days.contains(&period.born_from)) {
        let used = LimitUsed {
            limit: period.limit,
            unit: period.unit,
            born_before: legal[place..].iter().find(|later| !is_same(later, period)).map(|later| later.born_from),
            bucket: DELAY_BUCKETS
                .iter()
                .position(|(_, to)| to.is_some_and(|to| i64::from(to) == i64::from(about_days(period)))),
        };
        if !limits.contains(&used) {
            limits.push(used);
        }
    }
    limits
}
