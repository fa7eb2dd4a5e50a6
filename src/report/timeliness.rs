//! Births on time and late: by year, quartier, sex, category, month and delay; the published series; another rule.
//!
//! Every table counts the acts whose delay is known, duplicates left out: on time + late = judged, the denominator of
//! each rate. Acts whose delay is unknown stand in a column of their own, in no rate.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::facts::{ActFact, Facts, Settings};
use super::heading::{Breakdown, DELAY_BUCKETS, Heading};
use super::protect::{Zeros, protect, protect_column, protect_one};
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

/// The rate of the whole commune had another rule been applied.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherRule {
    /// Its name.
    pub name: String,
    /// Acts on time under it, and acts judged; `None` if beside the rule applied they would give a small count away.
    pub on_time_of_judged: Option<(u64, u64)>,
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
        tabulate(&acts, n_duplicates, by, fixed, heading, settings)
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
        by_declared_year,
        by_born_year,
        by_quartier: table(Breakdown::Quartier, quartiers, &|act| {
            act.quartier.clone().map_or(Heading::Unknown, Heading::Quartier)
        }),
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
        other_rule: other_rule(&acts, facts, settings),
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

fn tabulate(
    acts: &[&ActFact],
    n_duplicates: u64,
    by: Breakdown,
    fixed: Vec<Heading>,
    heading: &dyn Fn(&ActFact) -> Heading,
    settings: &Settings,
) -> TimelinessTable {
    let mut counts: BTreeMap<Heading, ([u64; 2], u64)> =
        fixed.into_iter().map(|heading| (heading, ([0; 2], 0))).collect();
    for act in acts {
        let (judged, unknown) = counts.entry(heading(act)).or_default();
        match act.timeliness {
            Timeliness::OnTime => judged[0] += 1,
            Timeliness::Late => judged[1] += 1,
            Timeliness::Unknown => *unknown += 1,
        }
    }
    // In the table of delays a reader knows which buckets can hold no act on time, or none late.
    let zeros = if by == Breakdown::Delay { Zeros::Known } else { Zeros::MayHide };
    let cells: Vec<Vec<u64>> = counts.values().map(|(judged, _)| judged.to_vec()).collect();
    let shown = protect(&cells, settings.min_cell, zeros);
    let of_unknown: Vec<u64> = counts.values().map(|(_, unknown)| *unknown).collect();
    let n_unknown = totals_shown(acts, n_duplicates, settings.min_cell).0;
    let unknown = match n_unknown {
        Some(_) => protect_column(&of_unknown, settings.min_cell).0,
        None => vec![None; of_unknown.len()],
    };
    let row = |heading, judged: [Option<u64>; 2], total, unknown| TimelinessRow {
        heading,
        on_time: judged[0],
        late: judged[1],
        judged: total,
        unknown,
        is_incomplete: false,
    };
    let two =
        |cells: &[Option<u64>]| [cells.first().copied().unwrap_or(Some(0)), cells.get(1).copied().unwrap_or(Some(0))];
    TimelinessTable {
        by,
        total: row(Heading::All, two(&shown.column_totals), shown.total, n_unknown),
        rows: counts
            .into_keys()
            .enumerate()
            .map(|(r, heading)| row(heading, two(&shown.cells[r]), shown.row_totals[r], unknown[r]))
            .collect(),
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

fn other_rule(acts: &[&ActFact], facts: &Facts, settings: &Settings) -> Option<OtherRule> {
    let (name, periods) = facts.other_rule.as_ref()?;
    // Acts by both verdicts: on time or late under the rule applied, then under the other.
    let mut both = [[0_u64; 2]; 2];
    for act in acts {
        let other = Timeliness::judge(periods, act.born_on, act.declared_on);
        let place = |timeliness| match timeliness {
            Timeliness::OnTime => Some(0),
            Timeliness::Late => Some(1),
            Timeliness::Unknown => None,
        };
        if let (Some(a), Some(b)) = (place(act.timeliness), place(other)) {
            both[a][b] += 1;
        }
    }
    let is_safe = both.iter().flatten().all(|n| protect_one(*n, settings.min_cell).is_some());
    let on_time = both[0][0] + both[1][0];
    let judged = both.iter().flatten().sum();
    Some(OtherRule { name: name.clone(), on_time_of_judged: is_safe.then_some((on_time, judged)) })
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
