//! Decides what a release of the report shows, that is what may leave the commune: which counts are exact, rounded or
//! hidden.
//!
//! Commune totals of acts by year, on time and late, are exact, as the published series is. Every other count follows
//! the 10-5 rule of the Office for National Statistics: a count under 10 is hidden, others are rounded to 5, each by
//! itself, so that totals need not add up. Rates and means are computed from the rounded counts, only where the
//! denominator is 20 or more; indices only for 500 persons or more. An unknown sex or category is in the totals alone.
//! Counts of rows, findings and progress are not personal: they are rounded; from 1 to 4 they are "<5", since a 0 is
//! one. Numbers of files are exact.
//!
//! No figure is computed from an exact count that is not shown: intervals, shares covered, indices and estimates are of
//! the rounded counts.
//!
//! Two releases of nearly the same register would show a single person: `release_state.rs` compares a release with
//! every earlier one.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::census_coverage;
use super::children::{ChildTable, LinkErrors};
use super::count_table::{CountRow, CountTable};
use super::facts::{Facts, QuartierIndex};
use super::heading::{RowHeading, delay_bucket};
use super::population::{GROUPS, QuartierRow};
use super::quality::{Quality, SexRatioRow};
use super::register_window::RegisterWindow;
use super::registrar::Registrar;
use super::sheets::{RowOutcomes, SheetSummary};
use super::statistics::funnel_points;
use super::timeliness::{AppliedLimit, Births, DAYS_LATE, OtherYear, TimelinessRow, TimelinessTable};
use super::truncation::{CohortRow, Estimate};
use super::{ReportTables, aggregates, indicators};
use crate::record::{Category, LegalPeriod, LimitUnit};

/// Counts under this one are hidden.
pub(crate) const LEAST_COUNT: u64 = 10;
/// Other counts are rounded to a multiple of this one.
pub(crate) const STEP: u64 = 5;
/// Counts of rows, sheets and pairs under this one are shown as such: rounded, 1 would be 0.
pub(crate) const LEAST_ROWS: u64 = 5;
/// Fewest persons or acts for a rate or a mean.
pub(crate) const LEAST_WHOLE: u64 = 20;
/// Fewest persons for an index.
pub(crate) const LEAST_PERSONS: u64 = 500;

/// The settings of releases.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ReleaseSettings {
    /// Fewest persons or acts that must have changed since the last release.
    pub min_changes: u64,
    /// Quartiers that releases count together: lists of names.
    pub joined_quartiers: Vec<Vec<String>>,
    /// The licence under which releases and datasets are passed on, as in their description.
    pub licence: String,
}

impl Default for ReleaseSettings {
    fn default() -> Self {
        Self { min_changes: 50, joined_quartiers: Vec::new(), licence: "CC-BY-4.0".to_owned() }
    }
}

/// The period of a release: acts declared after its last day are not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasePeriod {
    /// `2018`, `2018-S2`, `2018-T4` or `2018-12`.
    pub code: String,
    /// Its last day.
    pub last: NaiveDate,
}

impl ReleasePeriod {
    /// Reads a year, half-year, quarter or month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_uppercase();
        let (year, part) = text.split_once('-').unwrap_or((text.as_str(), ""));
        if text.ends_with('-') {
            return None;
        }
        let year: i32 = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
        let number = |letters: &str| part.trim_start_matches(|c: char| letters.contains(c)).parse::<u32>().ok();
        let (code, month) = match part.chars().next() {
            None => (year.to_string(), 12),
            Some('T' | 'Q' | 'K') => {
                let n = number("TQK").filter(|n| (1..=4).contains(n))?;
                (format!("{year}-T{n}"), 3 * n)
            }
            Some('S' | 'H') => {
                let n = number("SH").filter(|n| (1..=2).contains(n))?;
                (format!("{year}-S{n}"), 6 * n)
            }
            Some(_) => {
                let n = part.parse::<u32>().ok().filter(|n| (1..=12).contains(n))?;
                (format!("{year}-{n:02}"), n)
            }
        };
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        Some(Self { code, last: NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()? })
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter_of(day: NaiveDate) -> Option<Self> {
        Self::parse(&format!("{}-T{}", day.year(), day.month0() / 3 + 1))
    }
}

/// What a release says of itself.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseLabel {
    /// Number of the release, from 1.
    pub number: u64,
    /// The period, as in the name of its folder.
    pub period: String,
    /// The commune.
    pub commune: String,
    /// The day on which it was made.
    pub made_on: NaiveDate,
    /// Version of the program.
    pub program: String,
    /// The last day of declarations in it.
    pub as_of: Option<NaiveDate>,
    /// Years of the registers read.
    pub register_years: Vec<i32>,
    /// The legal rule applied: first day of birth, length, unit.
    pub legal_rule: Vec<String>,
    /// The other rule shown beside it; empty for none.
    pub other_rule: Vec<String>,
    /// The rounding of its counts.
    pub rounding: String,
    /// Number of the release whose residents are shown again, since too few changed; `None` if they are those of now.
    #[serde(default)]
    pub residents_of: Option<u64>,
    /// The day on which that release was made.
    #[serde(default)]
    pub residents_made_on: Option<NaiveDate>,
    /// Number of the release whose acts are shown again; `None` if they are those of now.
    #[serde(default)]
    pub acts_of: Option<u64>,
    /// The day on which that release was made.
    #[serde(default)]
    pub acts_made_on: Option<NaiveDate>,
}

/// Returns a legal rule as a list of its periods; periods of the same length that follow one another are one.
#[must_use]
pub(crate) fn rule_of(periods: &[LegalPeriod]) -> Vec<String> {
    let mut rule: Vec<String> = Vec::new();
    let mut last = None;
    for period in periods.iter().filter(|period| period.limit > 0) {
        let length = (period.limit, period.unit);
        if last != Some(length) {
            let unit = if period.unit == LimitUnit::Days { "days" } else { "months" };
            rule.push(format!("{} {} {unit}", period.born_from, period.limit));
        }
        last = Some(length);
    }
    rule
}

/// Returns the quarter of the last declarations; `None` without acts.
pub(crate) fn period_of(facts: &Facts) -> Option<ReleasePeriod> {
    ReleasePeriod::quarter_of(window_of(facts).1?)
}

/// Returns the years of the registers read, and the last day of declarations.
pub(crate) fn window_of(facts: &Facts) -> (Vec<i32>, Option<NaiveDate>) {
    let acts = facts.acts.iter().filter(|act| !act.is_duplicate);
    let window = RegisterWindow::of(acts.filter_map(|act| act.declared_on));
    (window.years.into_iter().collect(), window.as_of)
}

/// Returns the legal rule applied and the other one.
pub(crate) fn rules_of(facts: &Facts) -> (Vec<String>, Vec<String>) {
    (rule_of(&facts.legal), rule_of(&facts.other_rule))
}

/// Leaves out of the facts what is not of the period, and joins quartiers.
pub(crate) fn select(facts: &mut Facts, period: &ReleasePeriod, settings: &ReleaseSettings) {
    facts.acts.retain(|act| act.declared_on.is_none_or(|day| day <= period.last));
    let index_of = |facts: &Facts, name: &String| facts.quartiers.iter().position(|own| own == name);
    for group in &settings.joined_quartiers {
        let members: Vec<QuartierIndex> =
            group.iter().filter_map(|name| index_of(facts, name)).map(|index| index as QuartierIndex).collect();
        let [first, others @ ..] = members.as_slice() else { continue };
        let joined = |own: &mut Option<QuartierIndex>| {
            if own.is_some_and(|own| others.contains(&own)) {
                *own = Some(*first);
            }
        };
        facts.acts.iter_mut().for_each(|act| joined(&mut act.quartier));
        facts.persons.iter_mut().for_each(|person| joined(&mut person.quartier));
        facts.households.iter_mut().for_each(|household| joined(&mut household.quartier));
        let name = group.join(" + ");
        let together = census_coverage::joined(&facts.populations, group, &name);
        facts.populations.retain(|own| !group.contains(&own.quartier));
        facts.populations.extend(together);
        facts.quartiers[usize::from(*first)] = name;
        for other in others {
            facts.quartiers[usize::from(*other)].clear();
        }
    }
}

/// Returns a count as a release shows it.
fn count(n: Option<u64>) -> Option<u64> {
    rounded(n.filter(|n| *n >= LEAST_COUNT))
}

/// Rounds a count that is never hidden.
fn rounded(n: Option<u64>) -> Option<u64> {
    n.map(|n| (n + STEP / 2) / STEP * STEP)
}

/// Returns a count of rows, sheets, findings or pairs as a release shows it: 0 as it is, `None` from 1 to 4.
fn rows(n: Option<u64>) -> Option<u64> {
    rounded(n.filter(|n| *n == 0 || *n >= LEAST_ROWS))
}

/// Rounds a share to a tenth of a per cent.
pub(super) fn share(n: f64) -> f64 {
    (n * 1000.0).round() / 1000.0
}

/// Returns the tables as a release shows them.
pub(crate) fn protect(mut tables: ReportTables, label: ReleaseLabel) -> ReportTables {
    protect_births(&mut tables.births);
    protect_shares_covered(&mut tables);
    let population = &mut tables.population;
    for n in [&mut population.deceased, &mut population.departed, &mut population.likely_dead] {
        *n = count(*n);
    }
    for table in [&mut population.by_status, &mut population.persons_by_quartier, &mut population.by_size]
        .into_iter()
        .chain(population.by_age.as_mut())
        .chain(population.by_group.as_mut())
        .chain(tables.events.as_mut())
    {
        protect_table(table, count);
    }
    population.by_quartier.retain(|row| !is_joined(&row.persons.heading));
    for row in population.by_quartier.iter_mut().chain([&mut population.total]) {
        let QuartierRow { persons, households, members } = row;
        protect_row(persons, count);
        fold_unknown_sex(&mut persons.cells);
        (*households, *members) = (count(*households), count(*members));
    }
    for table in population.by_age.iter_mut().chain([&mut population.persons_by_quartier]) {
        table.rows.iter_mut().chain([&mut table.total]).for_each(|row| fold_unknown_sex(&mut row.cells));
        fold_unknown_sex(&mut table.spec.columns);
    }
    if let Some(table) = &mut population.by_group {
        // Persons of unknown sex or age are in the total alone.
        table.rows.iter_mut().chain([&mut table.total]).for_each(|row| row.cells.truncate(GROUPS.len() - 1));
        table.spec.columns.truncate(GROUPS.len() - 1);
    }
    for row in &mut tables.census_coverage {
        (row.counted, row.least_whole) = (count(row.counted), LEAST_WHOLE);
    }
    if let Some(children) = &mut tables.children {
        for table in [
            &mut children.by_born_year,
            &mut children.by_quartier,
            &mut children.under_five_by_sex,
            &mut children.under_five_by_quartier,
        ] {
            protect_children(table, children.link_errors);
        }
        children.under_five_by_sex.rows.retain(|row| row.counts.heading != RowHeading::Unknown);
        children.n_uncovered.iter_mut().for_each(|(_, n)| *n = count(*n));
        let rows = children.by_quartier.rows.iter().filter(|row| row.rate_without().is_some());
        children.funnel_points = funnel_points(
            rows.filter_map(|row| Some((row.counts.heading.clone(), row.without_act()?, row.counts.total?))),
        );
    }
    for row in &mut tables.coverage {
        row.held = count(row.held);
        if !row.is_published() {
            let expected = count(row.expected).filter(|n| *n >= LEAST_WHOLE);
            (row.population, row.expected) = (count(row.population), expected);
        }
    }
    protect_sheets(&mut tables.sheets);
    protect_quality(&mut tables.quality, &tables.births, tables.population.by_age.as_ref());
    tables.pairs.to_review = tables.pairs.to_review.map(rows);
    tables.pairs.ruled = tables.pairs.ruled.map(rows);
    if let Some(sample) = &mut tables.sample {
        for estimate in [&mut sample.estimate.precision, &mut sample.estimate.recall] {
            for side in [&mut estimate.share, &mut estimate.low, &mut estimate.high] {
                *side = share(*side);
            }
        }
    }
    tables.registrar = Registrar::default();
    tables.parcels = Vec::new();
    tables.release = Some(label);
    let known: Vec<_> = std::mem::take(&mut tables.indicators).into_iter().map(|series| series.indicator).collect();
    tables.indicators = indicators::measure(&known, &aggregates(&tables), &tables.commune);
    tables
}

fn protect_births(births: &mut Births) {
    births.totals.duplicates = count(births.totals.duplicates);
    (births.totals.no_sex, births.totals.no_category) = (count(births.totals.no_sex), count(births.totals.no_category));
    births.totals.n_quartier_of_child = rounded(Some(births.totals.n_quartier_of_child)).unwrap_or(0);
    let row = |row: &mut TimelinessRow, is_exact: bool| {
        if !is_exact {
            (row.on_time, row.late, row.judged) = (count(row.on_time), count(row.late), count(row.judged));
        }
        (row.unknown, row.delayed, row.least_whole) = (count(row.unknown), count(row.delayed), LEAST_WHOLE);
    };
    let structural = structural_zeros(births);
    // The commune's totals by year are published as they are, and so is their sum.
    let by_year = &mut births.by_declared_year;
    by_year.rows.iter_mut().for_each(|own| row(own, own.heading != RowHeading::Unknown));
    row(&mut by_year.total, true);
    let total = by_year.total.clone();
    births.totals.all = total.clone();
    let protect = |table: &mut TimelinessTable| {
        table.rows.retain(|own| !is_joined(&own.heading));
        table.rows.iter_mut().for_each(|own| row(own, false));
        table.total = total.clone();
    };
    for table in [
        &mut births.by_born_year,
        &mut births.by_born_quarter,
        &mut births.by_quartier,
        &mut births.by_sex,
        &mut births.by_category,
        &mut births.by_month,
        &mut births.by_delay,
        &mut births.by_quarter,
        &mut births.by_half,
    ] {
        protect(table);
    }
    for (row, is_zero) in births.by_delay.rows.iter_mut().zip(structural) {
        let cells = [&mut row.on_time, &mut row.late, &mut row.delayed];
        cells.into_iter().zip(is_zero).filter(|(_, is_zero)| *is_zero).for_each(|(n, _)| *n = Some(0));
    }
    births.by_quartier_year.retain(|(quartier, _)| !quartier.is_empty());
    births.by_quartier_year.iter_mut().flat_map(|(_, years)| years).for_each(|own| row(own, false));
    births.by_sex.rows.retain(|row| row.heading != RowHeading::Unknown);
    births.by_category.rows.retain(|row| row.heading != RowHeading::Category(Category::Unknown));
    let own = &births.by_declared_year;
    for year in births.other_rule.iter_mut().flat_map(|other| other.by_year.iter_mut().chain([&mut other.total])) {
        let applied = own.rows.iter().chain([&own.total]).find(|row| row.heading == year.heading);
        protect_other_year(year, applied);
    }
    protect_table(&mut births.by_mother, count);
    births.cohorts.iter_mut().for_each(protect_cohort);
    let rows = births.by_quartier.rows.iter().filter(|row| row.rate().is_some());
    births.funnel_points = funnel_points(rows.filter_map(|row| Some((row.heading.clone(), row.on_time?, row.judged?))));
}

/// Computes the estimates of a cohort from its rounded acts. Of the exact ones only the ratio of the estimate to the
/// acts so far is taken, to a hundredth: it is that of the delays of the whole commune, and 1 once a cohort is whole.
fn protect_cohort(cohort: &mut CohortRow) {
    let exact = cohort.so_far.zip(cohort.on_time_so_far).map(|(all, on_time)| (all as f64, on_time as f64));
    let is_shown = cohort.so_far >= Some(LEAST_WHOLE);
    (cohort.so_far, cohort.on_time_so_far) = (count(cohort.so_far), count(cohort.on_time_so_far).filter(|_| is_shown));
    let so_far = cohort.so_far.filter(|_| is_shown).map(|n| n as f64);
    let on_time = cohort.on_time_so_far.map(|n| n as f64);
    // The estimate divided by `by`, to a hundredth, times `of`.
    let of_ratio = |own: Option<Estimate>, by: Option<f64>, of: Option<f64>| {
        let (own, by, of) = (own?, by.filter(|by| *by > 0.0)?, of?);
        let hundredths = |n: f64| 100.0 * n / by;
        Some(Estimate {
            value: hundredths(own.value).round() / 100.0 * of,
            low: (hundredths(own.low) + 1e-9).floor() / 100.0 * of,
            high: (hundredths(own.high) - 1e-9).ceil() / 100.0 * of,
        })
    };
    let each = |own: Estimate, round: &dyn Fn(f64) -> f64| Estimate {
        value: round(own.value),
        low: round(own.low.min(own.value)),
        high: round(own.high.max(own.value)),
    };
    let to_step = |n: f64| (n / STEP as f64).round() * STEP as f64;
    let expected = of_ratio(cohort.expected, exact.map(|(all, _)| all), so_far);
    // What is counted is there: no end of the interval is below it.
    let at_least = |n: f64| to_step(n).max(so_far.unwrap_or(0.0));
    cohort.expected = expected.map(|own| each(own, &at_least));
    let to_come = cohort.expected.zip(so_far).map(|(own, so_far)| (own.value - so_far).max(0.0) as u64);
    cohort.to_come = count(to_come);
    let rate = |(on_time, all): (f64, f64)| on_time / all;
    let exact_rate = exact.filter(|(all, _)| *all > 0.0).map(|(all, on_time)| rate((on_time, all)));
    let share_on_time = of_ratio(cohort.share_on_time, exact_rate, on_time.zip(so_far).map(rate));
    cohort.share_on_time = share_on_time.map(|own| each(own, &|n| share(n.min(1.0))));
}

/// Returns for each row of delays whether its acts on time, late and delayed are none by definition.
fn structural_zeros(births: &Births) -> Vec<[bool; 3]> {
    let days = |limit: &AppliedLimit| {
        let days = i64::from(limit.limit);
        if limit.unit == LimitUnit::Months { (28 * days, 31 * days) } else { (days, days) }
    };
    let shortest = births.applied_limits.iter().map(|limit| days(limit).0).min();
    let longest = births.applied_limits.iter().map(|limit| days(limit).1).max();
    let of_row = |row: &TimelinessRow| {
        let RowHeading::Delay(bucket) = row.heading else { return [false; 3] };
        let Some((from, to)) = delay_bucket(bucket) else { return [false; 3] };
        let is_within = to.zip(shortest).is_some_and(|(to, limit)| i64::from(to) <= limit);
        let is_beyond = longest.is_some_and(|limit| i64::from(from) > limit);
        [is_beyond, is_within, to.is_some_and(|to| to <= DAYS_LATE)]
    };
    births.by_delay.rows.iter().map(of_row).collect()
}

/// Rounds the acts on time under the other rule. Of the same acts they stay on the same side of those under the rule
/// in force, whose numbers are exact.
fn protect_other_year(year: &mut OtherYear, applied: Option<&TimelinessRow>) {
    let exact = year.on_time;
    (year.on_time, year.judged) = (count(year.on_time), year.judged.filter(|n| *n >= LEAST_COUNT));
    let same = applied.filter(|row| row.judged == year.judged).and_then(|row| row.on_time);
    if let (Some(exact), Some(applied), Some(shown)) = (exact, same, year.on_time) {
        year.on_time = Some(if exact <= applied { shown.min(applied) } else { shown.max(applied) });
    }
    if same.is_none() {
        year.judged = count(year.judged);
    }
}

/// Whether a row is that of a quartier counted with another one.
fn is_joined(heading: &RowHeading) -> bool {
    matches!(heading, RowHeading::Quartier(name) if name.is_empty())
}

fn protect_row(row: &mut CountRow, count: fn(Option<u64>) -> Option<u64>) {
    row.cells.iter_mut().for_each(|n| *n = count(*n));
    row.total = count(row.total);
    row.least_whole = LEAST_WHOLE;
}

fn protect_table(table: &mut CountTable, count: fn(Option<u64>) -> Option<u64>) {
    table.rows.retain(|row| !is_joined(&row.heading));
    table.rows.iter_mut().chain([&mut table.total]).for_each(|row| protect_row(row, count));
}

/// Removes the column of persons of unknown sex: they are in the total.
fn fold_unknown_sex<T>(columns: &mut Vec<T>) {
    columns.truncate(2);
}

fn protect_children(table: &mut ChildTable, errors: Option<LinkErrors>) {
    table.rows.retain(|row| !is_joined(&row.counts.heading));
    for row in table.rows.iter_mut().chain([&mut table.total]) {
        protect_row(&mut row.counts, count);
        let total = row.counts.total.filter(|total| *total >= LEAST_WHOLE);
        // Of a hidden part nothing more is known than what the shown ones say.
        let part = |own: Option<u64>, other: Option<u64>| own.or(Some(total?.saturating_sub(other?)));
        let (with, without) = (part(row.with_act(), row.without_act()), part(row.without_act(), row.with_act()));
        let parts = with.zip(without).zip(total).zip(errors);
        let interval = parts.map(|(((with, without), total), errors)| errors.interval(with, without, total, STEP / 2));
        let rates = [row.rate_without(), row.rate_with().map(|own| 1.0 - own)];
        let hold = |(low, high): (f64, f64)| {
            rates.iter().flatten().fold((low, high), |(low, high), own| (low.min(*own), high.max(*own)))
        };
        row.interval = interval.map(hold).map(|(low, high)| (share(low), share(high)));
    }
}

/// Computes the shares covered from rounded residents.
fn protect_shares_covered(tables: &mut ReportTables) {
    let residents = |heading: &RowHeading| {
        let rows = tables.population.by_group.as_ref().map(|table| &table.rows)?;
        rows.iter().find(|row| row.heading == *heading)?.total
    };
    for row in &mut tables.sheets.progress {
        let exact = row.share_covered.zip(residents(&row.counts.heading));
        let covered = exact.map(|(share, residents)| ((share * residents as f64).round() as u64, residents));
        row.share_covered = covered.and_then(|(covered, residents)| {
            super::count_table::share(count(Some(covered)), count(Some(residents)), LEAST_WHOLE).map(share)
        });
    }
}

fn protect_sheets(sheets: &mut SheetSummary) {
    for outcomes in [&mut sheets.census, &mut sheets.births, &mut sheets.events, &mut sheets.all] {
        let RowOutcomes { rows: all, ignored, quarantined, registered, merged } = outcomes;
        for n in [all, ignored, quarantined, registered, merged] {
            *n = rows(*n);
        }
    }
    sheets.progress.retain(|row| !is_joined(&row.counts.heading));
    for row in sheets.progress.iter_mut().chain([&mut sheets.progress_total]) {
        protect_row(&mut row.counts, rows);
        row.n_sheets = rows(row.n_sheets);
    }
    for finding in &mut sheets.findings {
        (finding.by_kind, finding.n) = (finding.by_kind.map(rows), rows(finding.n));
    }
}

fn protect_quality(quality: &mut Quality, births: &Births, by_age: Option<&CountTable>) {
    quality.whipple = quality.whipple.filter(|own| own.persons >= LEAST_PERSONS).map(|mut own| {
        let round = |n: u64| rounded(Some(n)).unwrap_or(n);
        (own.heaped, own.persons) = (round(own.heaped), round(own.persons));
        own
    });
    quality.myers = quality.myers.filter(|own| own.persons >= LEAST_PERSONS).map(|mut own| {
        own.persons = rounded(Some(own.persons)).unwrap_or(0);
        let persons = own.persons as f64;
        let of_digit = |exact: f64| (exact * persons / STEP as f64).round() * STEP as f64;
        own.shares = own.shares.map(|exact| share(of_digit(exact) / persons));
        own
    });
    let ratio = |row: &mut SexRatioRow, males: Option<u64>, females: Option<u64>| {
        let is_shown = males.zip(females).is_some_and(|(males, females)| males + females >= LEAST_PERSONS);
        let computed = SexRatioRow::of(row.heading.clone(), males, females);
        let ratio = computed.ratio.filter(|_| is_shown);
        *row = SexRatioRow { ratio: ratio.map(|(of, low, high)| (of.round(), low.round(), high.round())), ..computed };
    };
    let of_age: Vec<&CountRow> = by_age.iter().flat_map(|table| table.rows.iter().chain([&table.total])).collect();
    for row in &mut quality.sex_ratios {
        let counts = of_age.iter().find(|own| own.heading == row.heading);
        let (males, females) = (counts.and_then(|own| own.cell(0)), counts.and_then(|own| own.cell(1)));
        ratio(row, males, females);
    }
    let of_sex = |code: &str| {
        let row = births.by_sex.rows.iter().find(|row| row.heading.code() == code)?;
        Some(row.judged? + row.unknown.unwrap_or(0))
    };
    let (males, females) = (of_sex("M"), of_sex("F"));
    ratio(&mut quality.at_birth, males, females);
}
