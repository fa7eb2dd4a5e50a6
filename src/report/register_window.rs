//! The window of the registers read: their years, and the last day of which they know declarations.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The years of registers read, and the last day of which they know declarations. One mistyped date moves neither.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegisterWindow {
    /// Years in which acts were declared, without those of a few stray acts.
    pub(crate) years: BTreeSet<i32>,
    /// The last day of declaration.
    pub(crate) as_of: Option<NaiveDate>,
}

impl RegisterWindow {
    /// A year with fewer acts than this share of the busiest year has no register.
    const LEAST_OF_BUSIEST: f64 = 0.05;
    /// Days in which the last declarations must be several.
    const LAST_DAYS: i64 = 31;
    /// Fewest acts for which a declaration that stands alone is left out.
    const FEWEST: usize = 12;

    /// Returns the window of the acts' days of declaration.
    pub(super) fn of(days: impl Iterator<Item = NaiveDate>) -> Self {
        let mut days: Vec<NaiveDate> = days.collect();
        days.sort_unstable();
        let mut counts: BTreeMap<i32, u64> = BTreeMap::new();
        for day in &days {
            *counts.entry(day.year()).or_default() += 1;
        }
        let busiest = counts.values().copied().max().unwrap_or(0) as f64;
        let is_register = |n: u64| n as f64 >= Self::LEAST_OF_BUSIEST * busiest;
        let years: BTreeSet<i32> = counts.iter().filter(|(_, n)| is_register(**n)).map(|(year, _)| *year).collect();
        days.retain(|day| years.contains(&day.year()));
        let in_last_year = days.iter().filter(|day| Some(&day.year()) == years.last()).count();
        // At least two, and a two-hundredth of the acts of the year.
        let needed = if days.len() < Self::FEWEST { 1 } else { in_last_year.div_ceil(200).max(2) };
        let is_several = |last: &usize| {
            let before = days[..=*last].iter().rev();
            before.take_while(|day| (days[*last] - **day).num_days() < Self::LAST_DAYS).nth(needed - 1).is_some()
        };
        let as_of = (0..days.len()).rev().find(is_several).or(days.len().checked_sub(1)).map(|last| days[last]);
        Self { years, as_of }
    }

    /// Whether the births of a year are a cohort: the register of the year was read.
    pub(crate) fn covers(&self, year: i32) -> bool {
        self.years.contains(&year)
    }
}

/// The birth registers with which the persons were linked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegisterSummary {
    pub(crate) window: RegisterWindow,
    pub(crate) born: Vec<BornYear>,
}

/// The acts of the births of a year.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct BornYear {
    pub(crate) year: i32,
    /// Acts of known delay.
    pub(crate) judged: u64,
    /// Whether the year is incomplete.
    pub(crate) is_incomplete: bool,
}

impl RegisterSummary {
    /// Returns the acts of the births of a year.
    pub(crate) fn born_in(&self, year: i32) -> Option<&BornYear> {
        self.born.iter().find(|own| own.year == year)
    }
}
