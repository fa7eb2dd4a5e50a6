//! Decides what a release of the report shows, that is what may leave the commune: which counts are exact, rounded or
//! hidden.
//!
//! Commune totals of acts by year, on time and late, are exact, as the published series is, where the year is over,
//! both are 10 or more, and so is what came since an earlier release with an exact year. Every other count follows the
//! 10-5 rule of the Office for National Statistics: a count under 10 is hidden, others are rounded to 5, each by
//! itself, so that totals need not add up. Rates and means are computed from the rounded counts, only where the
//! denominator is 20 or more; indices only for 500 persons or more. An unknown sex or category is in the totals alone.
//! Counts of rows and progress are not personal: they are rounded; from 1 to 4 they are "<5", since a 0 is one.
//! Findings and rows of lists of events are hidden under 10, but for a 0: they can be persons. Numbers of files are
//! exact. Rows that would give a hidden count back are withheld (`disclosure.rs`, `disclosure_rows.rs`).
//!
//! No figure is computed from an exact count that is not shown: intervals, shares covered, indices and estimates are of
//! the rounded counts.
//!
//! Two releases of nearly the same register would show a single person: `release_state.rs` compares a release with
//! every earlier one.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::census_coverage;
use super::children::{ChildRow, Children, LinkErrors};
use super::count_table::{CountRow, CountTable};
use super::coverage::BirthScenario;
use super::disclosure::FoldedPersons;
use super::disclosure_rows::RowRelations;
use super::earlier_release::{self, EarlierRelease, ExactYears};
use super::facts::{Facts, QuartierIndex};
use super::heading::{Breakdown, RowHeading, delay_bucket};
use super::population::{GROUPS, Population, QuartierRow};
use super::quality::{Myers, Quality, SexRatioRow, Whipple};
use super::register_window::RegisterWindow;
use super::registrar::Registrar;
use super::release_limits::{LEAST_COUNT, LEAST_PERSONS, LEAST_ROWS, LEAST_WHOLE, STEP};
use super::release_period::ReleasePeriod;
use super::sheets::{RowOutcomes, SheetSummary};
use super::statistics::funnel_points;
use super::timeliness::{AppliedLimit, Births, DAYS_LATE, OtherYear, TimelinessRow, TimelinessTable};
use super::truncation::{CohortRow, Estimate};
use super::{Aggregate, ReportTables, aggregates, disclosure, disclosure_rows, indicators};
use crate::record::{Category, Kind, LegalPeriod, LimitUnit};

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
    /// Years of declaration whose acts on time and late are exact; other counts of persons and acts are rounded.
    #[serde(default)]
    pub exact_years: Vec<i32>,
    /// Fewest persons or acts that must have changed for a part to be shown anew.
    #[serde(default)]
    pub min_changes: u64,
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
    for period in periods {
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
    let window = RegisterWindow::of(acts.filter_map(|act| act.days()));
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
pub(crate) fn count(n: Option<u64>) -> Option<u64> {
    rounded(n.filter(|n| *n >= LEAST_COUNT))
}

/// Rounds a count that is never hidden.
fn rounded(n: Option<u64>) -> Option<u64> {
    n.map(|n| (n + STEP / 2) / STEP * STEP)
}

/// Returns a count of findings or rows of events as a release shows it: 0 as it is, `None` from 1 to 9.
fn count_or_zero(n: Option<u64>) -> Option<u64> {
    if n == Some(0) { n } else { count(n) }
}

/// Returns a count of rows, sheets or pairs as a release shows it: 0 as it is, `None` from 1 to 4.
fn rows(n: Option<u64>) -> Option<u64> {
    rounded(n.filter(|n| *n == 0 || *n >= LEAST_ROWS))
}

/// Rounds a share to a tenth of a per cent.
pub(super) fn share(n: f64) -> f64 {
    (n * 1000.0).round() / 1000.0
}

/// Returns the years of declaration that a release shows exactly.
pub(crate) fn exact_years(tables: &ReportTables) -> ExactYears {
    let year = |row: &TimelinessRow| match row.heading {
        RowHeading::Year(year) if row.is_exact => Some((year, [row.on_time?, row.late?])),
        _ => None,
    };
    tables.births.by_declared_year.rows.iter().filter_map(year).collect()
}

/// Returns the years of declaration of the long table of a release whose program showed all of them exactly.
pub(crate) fn all_years(figures: &[Aggregate]) -> ExactYears {
    let mut years = ExactYears::new();
    for own in figures.iter().filter(|own| !own.area.contains('/')) {
        let year = own.breakdown.strip_prefix("declared_year=").and_then(|year| year.parse().ok());
        let column = ["acts_on_time", "acts_late"].iter().position(|indicator| *indicator == own.indicator);
        if let Some(((year, column), n)) = year.zip(column).zip(own.numerator) {
            years.entry(year).or_default()[column] = n.unsigned_abs();
        }
    }
    years
}

/// Returns the tables as the first release of a register shows them.
#[cfg(test)]
pub(crate) fn protect(tables: ReportTables, label: ReleaseLabel) -> ReportTables {
    protect_beside(tables, label, &[])
}

/// Returns the tables as a release shows them, after these releases.
pub(crate) fn protect_beside(
    mut tables: ReportTables,
    label: ReleaseLabel,
    earlier: &[EarlierRelease],
) -> ReportTables {
    let (folded, relations) = (FoldedPersons::of(&tables), RowRelations::of(&tables));
    let last_day = ReleasePeriod::parse(&label.period).map(|period| period.last);
    protect_births(&mut tables.births, last_day, earlier);
    protect_shares_covered(&mut tables);
    protect_population(&mut tables.population);
    tables.events.iter_mut().for_each(protect_table);
    if let Some(children) = &mut tables.children {
        for table in children.tables_mut() {
            table.rows.retain(|row| !is_joined(&row.counts.heading));
            table.rows.iter_mut().chain([&mut table.total]).for_each(|row| protect_row(&mut row.counts));
        }
        children.under_five_by_sex.rows.retain(|row| row.counts.heading != RowHeading::Unknown);
    }
    disclosure::withhold_persons(&mut tables, &folded);
    protect_census_coverage(&mut tables);
    tables.children.iter_mut().for_each(protect_children);
    protect_births_expected(&mut tables);
    protect_sheets(&mut tables.sheets, &tables.population);
    disclosure_rows::withhold_rows(&mut tables, &folded, &relations);
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
    let exact_years = exact_years(&tables).into_keys().collect();
    tables.release = Some(ReleaseLabel { exact_years, ..label });
    let known: Vec<_> = std::mem::take(&mut tables.indicators).into_iter().map(|series| series.indicator).collect();
    tables.indicators = indicators::measure(&known, &aggregates(&tables), &tables.commune, LEAST_WHOLE);
    tables
}

fn protect_population(population: &mut Population) {
    for n in [&mut population.deceased, &mut population.departed, &mut population.likely_dead] {
        *n = count(*n);
    }
    for table in [&mut population.by_status, &mut population.persons_by_quartier, &mut population.by_size]
        .into_iter()
        .chain(population.by_age.as_mut())
        .chain(population.by_group.as_mut())
    {
        protect_table(table);
    }
    population.by_quartier.retain(|row| !is_joined(&row.persons.heading));
    for row in population.by_quartier.iter_mut().chain([&mut population.total]) {
        let QuartierRow { persons, households, members } = row;
        protect_row(persons);
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
}

/// Withholds the persons counted where those of the same row are withheld.
fn protect_census_coverage(tables: &mut ReportTables) {
    let residents = |heading: &RowHeading| {
        let table = tables.population.by_group.as_ref()?;
        table.rows.iter().chain([&table.total]).find(|row| row.heading == *heading)
    };
    for row in &mut tables.census_coverage {
        (row.counted, row.least_whole) = (count(row.counted), LEAST_WHOLE);
        row.is_withheld = residents(&row.heading).is_some_and(|own| own.is_withheld);
        row.counted = row.counted.filter(|_| !row.is_withheld);
    }
}

/// Gives the shares of children their intervals, once the counts are protected.
fn protect_children(children: &mut Children) {
    let errors = children.link_errors;
    for table in children.tables_mut() {
        table.rows.iter_mut().chain([&mut table.total]).for_each(|row| protect_interval(row, errors));
    }
    children.n_uncovered.iter_mut().for_each(|(_, n)| *n = count(*n));
    let rows = children.by_quartier.rows.iter().filter(|row| row.rate_without().is_some());
    children.funnel_points =
        funnel_points(rows.filter_map(|row| Some((row.counts.heading.clone(), row.rate_counts(false)?))));
}

/// Births expected of a protected population.
fn protect_births_expected(tables: &mut ReportTables) {
    for row in &mut tables.coverage {
        row.held = count(row.held);
        if !row.is_published() {
            // The children of a year whose row is withheld are the same.
            let of_children = tables.children.iter().flat_map(|own| &own.by_born_year.rows);
            let is_same = |own: &&ChildRow| own.counts.heading == RowHeading::Year(row.year);
            let is_of_children = row.scenario == BirthScenario::Children;
            row.is_withheld = is_of_children && of_children.filter(is_same).any(|own| own.counts.is_withheld);
            let exact = row.population.zip(row.expected).filter(|(population, _)| *population > 0);
            row.population = count(row.population).filter(|_| !row.is_withheld);
            // Births expected of a hidden population would give it back; the others are of the rounded one.
            let of_rounded = exact.zip(row.population).map(|((population, expected), rounded)| {
                (expected as f64 / population as f64 * rounded as f64).round() as u64
            });
            row.expected = count(of_rounded).filter(|n| *n >= LEAST_WHOLE);
        }
    }
}

fn protect_births(births: &mut Births, last_day: Option<NaiveDate>, earlier: &[EarlierRelease]) {
    births.totals.duplicates = count(births.totals.duplicates);
    (births.totals.no_sex, births.totals.no_category) = (count(births.totals.no_sex), count(births.totals.no_category));
    births.totals.n_quartier_of_child = count(births.totals.n_quartier_of_child);
    let structural = structural_zeros(births);
    let exact =
        births.by_declared_year.rows.iter().chain([&births.by_declared_year.total]).cloned().collect::<Vec<_>>();
    protect_years(&mut births.by_declared_year, last_day, earlier);
    let total = births.by_declared_year.total.clone();
    births.totals.all = total.clone();
    for table in births.tables_mut() {
        if table.by != Breakdown::DeclaredYear {
            table.rows.retain(|own| !is_joined(&own.heading));
            let by = table.by;
            table.rows.iter_mut().for_each(|own| protect_timeliness(own, by, false));
            table.total = total.clone();
        }
    }
    for (row, is_zero) in births.by_delay.rows.iter_mut().zip(structural) {
        let cells = [&mut row.on_time, &mut row.late, &mut row.delayed, &mut row.unknown];
        cells.into_iter().zip(is_zero).filter(|(_, is_zero)| *is_zero).for_each(|(n, _)| *n = Some(0));
    }
    births.by_quartier_year.retain(|(quartier, _)| !quartier.is_empty());
    let years = births.by_quartier_year.iter_mut().flat_map(|(_, years)| years);
    years.for_each(|own| protect_timeliness(own, Breakdown::DeclaredYear, false));
    births.by_sex.rows.retain(|row| row.heading != RowHeading::Unknown);
    births.by_category.rows.retain(|row| row.heading != RowHeading::Category(Category::Unknown));
    protect_table(&mut births.by_mother);
    disclosure::withhold_acts(births, &|births| earlier_release::rows_to_withhold(births, earlier));
    let own = &births.by_declared_year;
    let of_heading =
        |rows: &[TimelinessRow], heading: &RowHeading| rows.iter().find(|row| row.heading == *heading).cloned();
    for year in &mut births.published_years {
        if let Some(row) = of_heading(&own.rows, &RowHeading::Year(year.year)) {
            (year.held_on_time, year.held_late) = (row.on_time, row.late);
        }
    }
    for year in births.other_rule.iter_mut().flat_map(|other| other.by_year.iter_mut().chain([&mut other.total])) {
        let applied = own.rows.iter().chain([&own.total]).find(|row| row.heading == year.heading);
        protect_other_year(year, applied.zip(of_heading(&exact, &year.heading).as_ref()));
    }
    let withheld: Vec<bool> = births.cohorts.iter().map(|row| births.is_born_year_withheld(row.year)).collect();
    for (cohort, is_withheld) in births.cohorts.iter_mut().zip(withheld) {
        protect_cohort(cohort);
        if is_withheld {
            (cohort.on_time_so_far, cohort.share_on_time) = (None, None);
        }
    }
    let rows = births.by_quartier.rows.iter().filter(|row| row.rate().is_some());
    births.funnel_points = funnel_points(rows.filter_map(|row| Some((row.heading.clone(), row.rate_counts()?))));
}

/// Rounds a row of acts. An act of which a day is not known is neither on time nor late: those zeros are shown.
fn protect_timeliness(row: &mut TimelinessRow, by: Breakdown, is_exact: bool) {
    row.is_exact = is_exact;
    let is_of_days = !matches!(by, Breakdown::Quartier | Breakdown::Sex | Breakdown::Category);
    let is_unknown = is_of_days && row.heading == RowHeading::Unknown;
    let protect = |n: &mut Option<u64>| {
        if !(is_unknown && *n == Some(0)) {
            *n = count(*n);
        }
    };
    if !is_exact {
        [&mut row.on_time, &mut row.late, &mut row.judged].into_iter().for_each(protect);
    }
    protect(&mut row.delayed);
    // Beside an exact number of late acts a part of them is not rounded up beyond it.
    if let Some((delayed, late)) = row.delayed.zip(row.late).filter(|_| is_exact) {
        row.delayed = Some(delayed.min(late));
    }
    (row.unknown, row.least_whole) = (count(row.unknown), LEAST_WHOLE);
}

/// Rounds the acts by year of declaration, but not those of a year that is over, if acts on time and late are 10 or
/// more, and if what came since each earlier release that showed the year exactly is nothing or 10 or more of both: a
/// difference of two exact numbers is exact. A year is rounded, too, whose exact numbers would give a hidden count of a
/// half-year or quarter back beside what earlier releases showed. A year alone that hides a count would be what the
/// exact ones leave of the sum: the one with fewest late acts is then rounded, too.
///
/// Of all years the exact ones are added, and the others together as one rounded count; a hidden one is taken as the
/// middle of what it can be. That sum is rounded: it is exact only if every year is.
fn protect_years(table: &mut TimelinessTable, last_day: Option<NaiveDate>, earlier: &[EarlierRelease]) {
    let is_exact = |row: &TimelinessRow| {
        let RowHeading::Year(year) = row.heading else { return false };
        let is_over = last_day.is_some_and(|last| (last.year(), last.month(), last.day()) >= (year, 12, 31));
        let counts = [row.on_time, row.late];
        let is_far = |before: &[u64; 2]| {
            let changes = counts.iter().zip(before).map(|(own, before)| own.unwrap_or(0).abs_diff(*before));
            let changes: Vec<u64> = changes.collect();
            changes.iter().all(|n| *n == 0) || changes.iter().all(|n| *n >= LEAST_COUNT)
        };
        is_over
            && counts.iter().all(|n| *n >= Some(LEAST_COUNT))
            && earlier.iter().filter_map(|own| own.exact_years.get(&year)).all(is_far)
            && !earlier_release::gives_back(year, counts.map(|n| n.unwrap_or(0)), earlier)
    };
    let is_year = |row: &&TimelinessRow| matches!(row.heading, RowHeading::Year(_)) && row.judged != Some(0);
    let (exact, others): (Vec<&TimelinessRow>, Vec<&TimelinessRow>) =
        table.rows.iter().filter(is_year).partition(|row| is_exact(row));
    let rounded_beside = match others[..] {
        [only] if [only.on_time, only.late].iter().any(|n| (Some(1)..Some(LEAST_COUNT)).contains(n)) => {
            exact.iter().min_by_key(|row| row.late).map(|row| row.heading.clone())
        }
        _ => None,
    };
    let columns: [fn(&mut TimelinessRow) -> &mut Option<u64>; 3] =
        [|row| &mut row.on_time, |row| &mut row.late, |row| &mut row.judged];
    let mut of_exact = [0; 3];
    let mut is_all = true;
    for row in &mut table.rows {
        let is_exact = is_exact(row) && rounded_beside.as_ref() != Some(&row.heading);
        is_all &= is_exact || row.heading == RowHeading::Unknown;
        for (sum, column) in of_exact.iter_mut().zip(columns).filter(|_| is_exact) {
            *sum += column(row).unwrap_or(0);
        }
        protect_timeliness(row, table.by, is_exact);
    }
    let has_exact = table.rows.iter().any(|row| row.is_exact);
    let is_total_exact = is_all && has_exact;
    if has_exact && !is_all {
        for (exact, column) in of_exact.into_iter().zip(columns) {
            let n = column(&mut table.total);
            let others = count(n.map(|n| n.saturating_sub(exact))).unwrap_or(LEAST_COUNT / 2);
            *n = rounded(Some(exact + others));
        }
        (table.total.delayed, table.total.unknown) = (count(table.total.delayed), count(table.total.unknown));
        (table.total.is_exact, table.total.least_whole) = (false, LEAST_WHOLE);
    } else {
        protect_timeliness(&mut table.total, table.by, is_total_exact);
    }
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

/// Returns for each row of delays whether its acts on time, late, delayed and of unknown delay are none by definition.
fn structural_zeros(births: &Births) -> Vec<[bool; 4]> {
    let days = |limit: &AppliedLimit| {
        let days = i64::from(limit.limit);
        if limit.unit == LimitUnit::Months { (28 * days, 31 * days) } else { (days, days) }
    };
    let shortest = births.applied_limits.iter().map(|limit| days(limit).0).min();
    let longest = births.applied_limits.iter().map(|limit| days(limit).1).max();
    let of_row = |row: &TimelinessRow| {
        let RowHeading::Delay(bucket) = row.heading else { return [false; 4] };
        let Some((from, to)) = delay_bucket(bucket) else { return [false; 4] };
        let is_within = to.zip(shortest).is_some_and(|(to, limit)| i64::from(to) <= limit);
        let is_beyond = longest.is_some_and(|limit| i64::from(from) > limit);
        [is_beyond, is_within, to.is_some_and(|to| to <= DAYS_LATE), true]
    };
    births.by_delay.rows.iter().map(of_row).collect()
}

/// Rounds the acts on time under the other rule. Of the same acts the acts judged are those shown under the rule in
/// force, and those on time stay on the same side. Beside exact ones they are hidden where the two rules differ by few
/// acts. `applied` is the row under that rule, as shown and exact.
pub(super) fn protect_other_year(year: &mut OtherYear, applied: Option<(&TimelinessRow, &TimelinessRow)>) {
    let exact = (year.on_time, year.judged);
    (year.on_time, year.judged) = (count(exact.0), count(exact.1));
    let Some((shown, applied)) = applied.filter(|(_, applied)| applied.judged == exact.1) else { return };
    year.judged = shown.judged;
    let Some((own, other)) = exact.0.zip(applied.on_time) else { return year.on_time = None };
    if shown.is_exact {
        // Beside exact numbers, those on time are not shown where the others are few, or where few acts are between the
        // two rules: a bound of the rounded number would tell how many.
        let are_few = |n: u64| n < LEAST_COUNT;
        let are_few_late = exact.1.is_some_and(|judged| are_few(judged.saturating_sub(own)));
        let is_known = own == other || !are_few(own.abs_diff(other));
        year.on_time = if own == other { Some(own) } else { year.on_time }.filter(|_| is_known && !are_few_late);
        return;
    }
    let bounded = |(n, bound): (u64, u64)| if own <= other { n.min(bound) } else { n.max(bound) };
    year.on_time = year.on_time.zip(shown.on_time).map(bounded);
}

/// Whether a row is that of a quartier counted with another one.
fn is_joined(heading: &RowHeading) -> bool {
    matches!(heading, RowHeading::Quartier(name) if name.is_empty())
}

fn protect_row(row: &mut CountRow) {
    row.cells.iter_mut().for_each(|n| *n = count(*n));
    row.total = count(row.total);
    row.least_whole = LEAST_WHOLE;
}

fn protect_table(table: &mut CountTable) {
    table.rows.retain(|row| !is_joined(&row.heading));
    table.rows.iter_mut().chain([&mut table.total]).for_each(protect_row);
}

/// Removes the column of persons of unknown sex: they are in the total.
fn fold_unknown_sex<T>(columns: &mut Vec<T>) {
    columns.truncate(2);
}

/// Computes the interval of linking of a row from its rounded counts.
fn protect_interval(row: &mut ChildRow, errors: Option<LinkErrors>) {
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

fn protect_sheets(sheets: &mut SheetSummary, population: &Population) {
    type Round = fn(Option<u64>) -> Option<u64>;
    let outcomes: [(&mut RowOutcomes, Round); 4] = [
        (&mut sheets.census, rows),
        (&mut sheets.births, rows),
        (&mut sheets.events, count_or_zero),
        (&mut sheets.all, rows),
    ];
    for (own, round) in outcomes {
        let RowOutcomes { rows: all, ignored, quarantined, registered, merged, is_withheld: _ } = own;
        [all, ignored, quarantined, registered, merged].into_iter().for_each(|n| *n = round(*n));
    }
    sheets.progress.retain(|row| !is_joined(&row.counts.heading));
    let persons = |heading: &RowHeading| {
        let of_quartier = population.by_quartier.iter().map(|row| &row.persons);
        let residents = population.by_group.iter().flat_map(|table| &table.rows);
        of_quartier.chain(residents).filter(|own| own.heading == *heading).collect::<Vec<_>>()
    };
    for row in sheets.progress.iter_mut().chain([&mut sheets.progress_total]) {
        let own = &mut row.counts;
        // Rows of a quartier of few persons are those persons.
        let is_of_quartier = matches!(own.heading, RowHeading::Quartier(_) | RowHeading::Unknown);
        let is_few = persons(&own.heading).iter().any(|own| own.total.is_none()) || own.cell(0) < Some(LEAST_COUNT);
        if is_of_quartier && is_few && own.total > Some(0) {
            (own.is_withheld, row.share_covered) = (true, None);
            own.withhold();
        }
        let is_of_events = own.heading == RowHeading::Kind(Kind::Event);
        let round = if is_of_events { count_or_zero } else { rows };
        own.cells.iter_mut().for_each(|n| *n = round(*n));
        (own.total, own.least_whole) = (round(own.total), LEAST_WHOLE);
        row.n_sheets = rows(row.n_sheets);
    }
    for finding in &mut sheets.findings {
        (finding.by_kind, finding.n) = (finding.by_kind.map(count_or_zero), count_or_zero(finding.n));
    }
}

fn protect_quality(quality: &mut Quality, births: &Births, by_age: Option<&CountTable>) {
    let is_whole = |own: &Whipple| own.persons >= LEAST_PERSONS && count(Some(own.heaped)).is_some();
    quality.whipple = quality.whipple.filter(is_whole).map(|mut own| {
        let round = |n: u64| rounded(Some(n)).unwrap_or(n);
        (own.heaped, own.persons) = (round(own.heaped), round(own.persons));
        own
    });
    let is_few = |persons: f64| persons > 0.0 && persons < LEAST_COUNT as f64;
    let is_whole = |own: &Myers| {
        own.persons >= LEAST_PERSONS && !own.shares.iter().any(|share| is_few(share * own.persons as f64))
    };
    quality.myers = quality.myers.filter(is_whole).map(|mut own| {
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
