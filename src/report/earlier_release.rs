//! What earlier releases give back beside a new one: they showed half-years and quarters of a year that is exact, or
//! complete, only later.
//!
//! A year of an earlier release was that of the quarters over by then. A reader takes the acts of a quarter for the
//! same in every release.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::Aggregate;
use super::disclosure::{ActCells, Reader, read_acts};
use super::heading::RowHeading;
use super::release_limits::{LEAST_COUNT, STEP};
use super::timeliness::Births;

/// The years of declaration whose acts a release shows exactly: on time, late.
pub(crate) type ExactYears = BTreeMap<i32, [u64; 2]>;

/// What an earlier release showed of the acts by year of declaration.
#[derive(Debug, Clone, Default)]
pub(crate) struct EarlierRelease {
    /// The years that it showed exactly.
    pub(crate) exact_years: ExactYears,
    periods: Vec<ShownPeriod>,
}

/// A year, its first and its last quarter of a period.
type Quarters = (i32, u32, u32);

/// The least and the most that a count can be; `None` where its row was withheld.
type CountRange = Option<(i64, i64)>;

/// Quarters of a year whose acts an earlier release showed together.
#[derive(Debug, Clone)]
struct ShownPeriod {
    year: i32,
    first_quarter: u32,
    last_quarter: u32,
    /// Whether the release ended within the last quarter: its acts are a part of those of the quarters.
    is_cut: bool,
    /// Acts on time, late, judged.
    counts: [CountRange; 3],
}

const INDICATORS: [&str; 3] = ["acts_on_time", "acts_late", "acts_judged"];

impl EarlierRelease {
    /// Reads the long table of a release whose period ends on this day.
    pub(crate) fn of(exact_years: ExactYears, last_day: Option<NaiveDate>, figures: &[Aggregate]) -> Self {
        let mut rows: BTreeMap<(Quarters, bool), [CountRange; 3]> = BTreeMap::new();
        for own in figures.iter().filter(|own| !own.area.contains('/')) {
            let column = INDICATORS.iter().position(|indicator| *indicator == own.indicator);
            let quarters = last_day.and_then(|last| quarters_of(&own.breakdown, last));
            let Some((column, (quarters, is_cut))) = column.zip(quarters) else { continue };
            let is_year = own.breakdown.starts_with("declared_year=");
            let exact = exact_years.get(&quarters.0).filter(|_| is_year);
            let range = match own.numerator {
                _ if exact.is_some() => exact.map(|[on_time, late]| [*on_time, *late, on_time + late][column] as i64),
                n => n,
            };
            let half = STEP as i64 / 2;
            let range = match range {
                Some(n) if exact.is_some() || n == 0 => Some((n, n)),
                Some(n) => Some(((n - half).max(LEAST_COUNT as i64), n + half)),
                None if own.status == "under-10" => Some((0, LEAST_COUNT as i64 - 1)),
                None => None,
            };
            // A year of which one quarter is over stands beside that quarter.
            let known = &mut rows.entry((quarters, is_cut)).or_default()[column];
            *known = match (*known, range) {
                (Some(a), Some(b)) => Some((a.0.max(b.0), a.1.min(b.1))),
                (a, b) => a.or(b),
            };
        }
        let period = |(((year, first_quarter, last_quarter), is_cut), counts)| ShownPeriod {
            year,
            first_quarter,
            last_quarter,
            is_cut,
            counts,
        };
        Self { exact_years, periods: rows.into_iter().map(period).collect() }
    }
}

/// Returns the year of a row by period of declaration, its first quarter and the last one that has begun by a day, and
/// whether that one is not over; `None` if none has begun.
fn quarters_of(breakdown: &str, last_day: NaiveDate) -> Option<(Quarters, bool)> {
    let (kind, code) = breakdown.split_once('=')?;
    let (year, part) = code.split_once('-').unwrap_or((code, ""));
    let year: i32 = year.parse().ok()?;
    let part = || part.get(1..)?.parse::<u32>().ok();
    let (first, last) = match kind {
        "declared_year" => (1, 4),
        "declared_half" => part().map(|n| (2 * n - 1, 2 * n))?,
        "declared_quarter" => part().map(|n| (n, n))?,
        _ => return None,
    };
    let next = last_day.checked_add_days(Days::new(1))?;
    let is_begun = next.day() != 1 || next.month0() % 3 != 0;
    let n_over = match next.year().cmp(&year) {
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal => next.month0() / 3,
        std::cmp::Ordering::Greater => 4,
    };
    // The quarter of the next day has acts in this release.
    let is_cut = is_begun && next.year() == year && (first..=last).contains(&(n_over + 1));
    let last = last.min(n_over + u32::from(is_cut));
    (last >= first).then_some(((year, first, last), is_cut))
}

/// The acts of a year by its first and last quarter: of quarters, half-years and the year.
type Parts = BTreeMap<Quarters, ActCells>;

/// Adds what earlier releases showed of these parts of years.
fn add(reader: &mut Reader, cells: &Parts, earlier: &[EarlierRelease]) {
    for own in earlier.iter().flat_map(|release| &release.periods) {
        let of = |first, last| cells.get(&(own.year, first, last));
        let (first, last) = (own.first_quarter, own.last_quarter);
        // Three quarters are a half-year and a quarter, and a fourth one makes the year.
        let parts = match of(first, last) {
            Some(same) => Some(vec![same]),
            None => of(1, 2).zip(of(last, last)).filter(|_| (first, last) == (1, 3)).map(|(half, own)| vec![half, own]),
        };
        let rest = of(1, 4).zip(of(4, 4)).filter(|_| (first, last) == (1, 3));
        for (column, range) in own.counts.iter().enumerate() {
            let (Some(range), Some(parts)) = (range, &parts) else { continue };
            let shown = reader.add(*range, None, false);
            let parts: Vec<usize> = parts.iter().map(|cells| cells[column]).collect();
            // The acts of a release that ends within a quarter are a part: others of that quarter came later.
            reader.equal(&[shown], &parts, own.is_cut);
            rest.iter().for_each(|(year, last)| reader.sum(year[column], &[shown, last[column]], own.is_cut));
        }
    }
}

fn parts_among(periods: &BTreeMap<RowHeading, ActCells>) -> Parts {
    let part = |(heading, cells): (&RowHeading, &ActCells)| match *heading {
        RowHeading::Year(year) => Some(((year, 1, 4), *cells)),
        RowHeading::Half(year, n) => Some(((year, 2 * n - 1, 2 * n), *cells)),
        RowHeading::Quarter(year, n) => Some(((year, n, n), *cells)),
        _ => None,
    };
    periods.iter().filter_map(part).collect()
}

fn year_of(heading: &RowHeading) -> Option<i32> {
    match heading {
        RowHeading::Year(year) | RowHeading::Half(year, _) | RowHeading::Quarter(year, _) => Some(*year),
        _ => None,
    }
}

/// Returns the rows of acts to withhold, since they would give a hidden count back beside what earlier releases showed:
/// rows of the same year, and none for what the earlier ones give back by themselves.
pub(super) fn rows_to_withhold(births: &Births, earlier: &[EarlierRelease]) -> BTreeSet<usize> {
    if earlier.is_empty() {
        return BTreeSet::new();
    }
    let mut reader = Reader::default();
    let read = read_acts(&mut reader, births);
    let n_own = reader.ranges.len();
    add(&mut reader, &parts_among(&read.periods), earlier);
    let mut others = reader.clone();
    others.forget(n_own);
    others.narrow();
    others.disclosed().into_iter().for_each(|cell| reader.is_hidden[cell] = false);
    reader.narrow();
    let disclosed = reader.disclosed();
    let years: BTreeSet<i32> = read
        .periods
        .iter()
        .filter(|(_, cells)| cells.iter().any(|cell| disclosed.contains(cell)))
        .filter_map(|(heading, _)| year_of(heading))
        .collect();
    let of_years = read.periods.iter().filter(|(heading, _)| year_of(heading).is_some_and(|own| years.contains(&own)));
    let of_years: BTreeSet<usize> = of_years.flat_map(|(_, cells)| *cells).collect();
    reader.keep_rows(|cell| of_years.contains(&cell));
    reader.rows_to_withhold()
}

/// Whether the exact numbers of a year, acts on time and late, would give a hidden count of its half-years and quarters
/// back beside what earlier releases showed of them.
pub(super) fn gives_back(year: i32, [on_time, late]: [u64; 2], earlier: &[EarlierRelease]) -> bool {
    let mut reader = Reader::default();
    let hidden = |reader: &mut Reader| -> ActCells {
        let cells: ActCells = std::array::from_fn(|_| reader.add_shown(None, None, true, false));
        reader.sum(cells[2], &cells[..2], false);
        cells
    };
    let [a, b, c, d, first_half, second_half, whole] = std::array::from_fn(|_| hidden(&mut reader));
    let quarters = [a, b, c, d];
    for column in 0..3 {
        reader.sum(first_half[column], &[a[column], b[column]], false);
        reader.sum(second_half[column], &[c[column], d[column]], false);
        reader.sum(whole[column], &[first_half[column], second_half[column]], false);
        reader.sum(whole[column], &quarters.map(|cells| cells[column]), false);
        reader.is_hidden[whole[column]] = false;
    }
    let places = [(1, 1), (2, 2), (3, 3), (4, 4), (1, 2), (3, 4), (1, 4)];
    let all = [a, b, c, d, first_half, second_half, whole];
    let parts = places.into_iter().zip(all).map(|((first, last), cells)| ((year, first, last), cells)).collect();
    add(&mut reader, &parts, earlier);
    reader.forget_disclosed();
    for (column, n) in [on_time, late, on_time + late].into_iter().enumerate() {
        reader.ranges[whole[column]] = (n as i64, n as i64);
    }
    reader.narrow();
    !reader.disclosed().is_empty()
}
