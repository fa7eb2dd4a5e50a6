//! Which quarters, half-years and years the registers do not have as a whole. Every table, chart and row of the long
//! table marks them alike.
//!
//! A quarter of declaration is incomplete if it is not over on the last day of the registers, if no register of its year
//! was read, or if they seem to lack acts of it. A quarter of birth is incomplete if the time to declare was not over for all its births, or if the
//! registers lack acts of it or of the quarter after it, in which they are declared. A longer period is incomplete if
//! one of its quarters is.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate};

use super::heading::{Breakdown, RowHeading};
use super::register_window::RegisterWindow;

/// A year and one of its quarters, from 1.
type Quarter = (i32, u32);
/// The acts declared in each quarter: on time, all.
pub(super) type QuarterCounts = BTreeMap<Quarter, [u64; 2]>;

/// Why a period is incomplete.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum IncompleteReason {
    /// It is not over on the last day of the registers.
    UnderWay,
    /// The legal period of some of its births was still running.
    Recent,
    /// The registers read have far fewer acts than those of the two years before.
    FewActs,
    /// No register of its year was read.
    Unread,
}

impl IncompleteReason {
    /// Returns the stable code.
    pub(crate) fn code(self) -> &'static str {
        match self {
            Self::UnderWay => "under-way",
            Self::Recent => "recent",
            Self::FewActs => "few-acts",
            Self::Unread => "unread",
        }
    }
}

/// The incomplete quarters, each with the reason.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct IncompletePeriods {
    declared: BTreeMap<Quarter, IncompleteReason>,
    born: BTreeMap<Quarter, IncompleteReason>,
    /// The year that is not over on the last day of the registers.
    pub(crate) year_under_way: Option<i32>,
}

/// A register without an act of its last days is whole: offices are closed at the end of a year.
const LAST_DAYS: i64 = 7;

impl IncompletePeriods {
    /// Returns the periods of these registers. Births of the last `recent_days` may still be declared in time.
    pub(super) fn of(by_quarter: &QuarterCounts, window: &RegisterWindow, recent_days: u32) -> Self {
        let Some((as_of, first)) = window.as_of.zip(window.years.first()) else { return Self::default() };
        let quarters = || (*first..=as_of.year()).flat_map(|year| (1..=4).map(move |n| (year, n)));
        let is_over_by = |own: Quarter, day: NaiveDate| last_day(own).is_some_and(|last| last <= day);
        let thin = thin_quarters(by_quarter, window);
        let lack = |own: &Quarter| match own {
            (year, _) if *year <= as_of.year() && !window.covers(*year) => Some(IncompleteReason::Unread),
            own => thin.contains(own).then_some(IncompleteReason::FewActs),
        };
        let of_last_days = as_of.checked_add_days(Days::new(LAST_DAYS as u64)).unwrap_or(as_of);
        let under_way = |own: &Quarter| !is_over_by(*own, of_last_days);
        let recent = as_of.checked_sub_days(Days::new(u64::from(recent_days))).unwrap_or(as_of);
        let next = |(year, n): Quarter| if n == 4 { (year + 1, 1) } else { (year, n + 1) };
        let of_declared = |own: Quarter| {
            let under_way = under_way(&own).then_some(IncompleteReason::UnderWay);
            Some((own, under_way.or_else(|| lack(&own))?))
        };
        let of_born = |own: Quarter| {
            let recent = (!is_over_by(own, recent)).then_some(IncompleteReason::Recent);
            Some((own, recent.or_else(|| lack(&own)).or_else(|| lack(&next(own)))?))
        };
        Self {
            declared: quarters().filter_map(of_declared).collect(),
            born: quarters().filter_map(of_born).collect(),
            year_under_way: quarters().find(under_way).map(|(year, _)| year),
        }
    }

    /// Whether a row of a table of declarations or births is of an incomplete period.
    pub(crate) fn has(&self, by: Breakdown, heading: &RowHeading) -> bool {
        let Some(quarters) = self.quarters(by) else { return false };
        let (year, range) = match heading {
            RowHeading::Year(year) => (*year, 1..=4),
            RowHeading::Half(year, n) => (*year, 2 * n - 1..=2 * n),
            RowHeading::Quarter(year, n) => (*year, *n..=*n),
            _ => return false,
        };
        range.into_iter().any(|n| quarters.contains_key(&(year, n)))
    }

    fn quarters(&self, by: Breakdown) -> Option<&BTreeMap<Quarter, IncompleteReason>> {
        match by {
            Breakdown::DeclaredYear | Breakdown::DeclaredHalf | Breakdown::DeclaredQuarter => Some(&self.declared),
            Breakdown::BornYear | Breakdown::BornQuarter => Some(&self.born),
            _ => None,
        }
    }

    /// Returns the incomplete quarters of declaration or of birth by year and reason.
    pub(crate) fn reasons(&self, by: Breakdown) -> BTreeMap<(i32, IncompleteReason), Vec<u32>> {
        let mut reasons: BTreeMap<(i32, IncompleteReason), Vec<u32>> = BTreeMap::new();
        for ((year, n), reason) in self.quarters(by).into_iter().flatten() {
            reasons.entry((*year, *reason)).or_default().push(*n);
        }
        reasons
    }

    /// Whether a year of declaration is incomplete.
    pub(crate) fn has_year(&self, year: i32) -> bool {
        self.has(Breakdown::DeclaredYear, &RowHeading::Year(year))
    }

    /// Returns the incomplete years of declaration.
    pub(crate) fn years(&self) -> BTreeSet<i32> {
        self.declared.keys().map(|(year, _)| *year).collect()
    }
}

fn last_day((year, n): Quarter) -> Option<NaiveDate> {
    let next = if n == 4 { (year + 1, 1) } else { (year, 3 * n + 1) };
    NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()
}

/// Returns the quarters of which the registers seem to lack acts: fewer than two fifths of the usual number, or none on
/// time. Usual is the median of the two years before, if it is large enough that chance does not make such a fall.
fn thin_quarters(by_quarter: &QuarterCounts, window: &RegisterWindow) -> BTreeSet<Quarter> {
    const QUARTERS_BEFORE: usize = 8;
    const FEWEST_BEFORE: usize = 4;
    const LEAST_USUAL: u64 = 30;
    let Some(last_day) = window.as_of else { return BTreeSet::new() };
    let mut before: Vec<u64> = Vec::new();
    let mut thin = BTreeSet::new();
    let quarters = window.years.iter().flat_map(|year| (1..=4).map(move |n| (*year, n)));
    for (year, n) in quarters {
        // A quarter of which more than a month is still to come is not over.
        let last_month = NaiveDate::from_ymd_opt(year, 3 * n, 1);
        if last_month.is_none_or(|month| last_day < month) {
            break;
        }
        let [on_time, all] = by_quarter.get(&(year, n)).copied().unwrap_or_default();
        let mut usual: Vec<u64> = before.iter().rev().take(QUARTERS_BEFORE).copied().collect();
        usual.sort_unstable();
        let median = usual.get(usual.len() / 2).copied().filter(|_| usual.len() >= FEWEST_BEFORE).unwrap_or(0);
        if median >= LEAST_USUAL && (all * 5 < median * 2 || on_time == 0) {
            thin.insert((year, n));
        }
        before.push(all);
    }
    thin
}
