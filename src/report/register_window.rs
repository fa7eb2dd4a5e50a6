//! The window of the registers read: their years, and the last day of which they know declarations.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// The years of registers read, and the last day of which they know declarations. One mistyped date moves neither.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct RegisterWindow {
    /// Years in which acts were declared, without those of a few stray acts and those of late acts of an earlier
    /// year's register alone.
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

    /// Returns the window of the acts' days of birth and of declaration.
    ///
    /// A volume that was closed late holds declarations of the year after it. They are no register of that year: this
    /// would hold births of the year itself.
    pub(super) fn of(acts: impl Iterator<Item = (Option<NaiveDate>, NaiveDate)>) -> Self {
        let mut days: Vec<NaiveDate> = Vec::new();
        let mut counts: BTreeMap<i32, u64> = BTreeMap::new();
        let mut with_own_births: BTreeSet<i32> = BTreeSet::new();
        for (born, declared) in acts {
            days.push(declared);
            *counts.entry(declared.year()).or_default() += 1;
            if born.is_none_or(|born| born.year() == declared.year()) {
                with_own_births.insert(declared.year());
            }
        }
        days.sort_unstable();
        let busiest = counts.values().copied().max().unwrap_or(0) as f64;
        let is_register = |n: u64| n as f64 >= Self::LEAST_OF_BUSIEST * busiest;
        let mut years: BTreeSet<i32> = counts.iter().filter(|(_, n)| is_register(**n)).map(|(year, _)| *year).collect();
        if !years.is_disjoint(&with_own_births) {
            years.retain(|year| with_own_births.contains(year));
        }
        days.retain(|day| years.contains(&day.year()));
        let in_last_year = days.iter().filter(|day| Some(&day.year()) == years.last()).count();
        // At least two, and a two-hundredth of the acts of the year.
        let needed = if days.len() < Self::FEWEST { 1 } else { in_last_year.div_ceil(200).max(2) };
        let is_several = |last: &usize| {
            let before = days[..=*last].iter().rev();
            before.take_while(|day| (days[*last] - **day).num_days() < Self::LAST_DAYS).nth(needed - 1).is_some()
        };
        let as_of = (0..days.len()).rev().find(is_several).or(days.len().checked_sub(1)).map(|last| days[last]);
        // What was declared later stands alone: it is no register of its year.
        years.retain(|year| as_of.is_some_and(|last| *year <= last.year()));
        Self { years, as_of }
    }

    /// Whether the births of a year are a cohort: the register of the year was read.
    pub(crate) fn covers(&self, year: i32) -> bool {
        self.years.contains(&year)
    }

    /// Returns the years as text; years that follow each other are a range: `2015, 2017-2019`.
    pub(crate) fn year_ranges(&self) -> String {
        let mut ranges: Vec<(i32, i32)> = Vec::new();
        for year in &self.years {
            match ranges.last_mut() {
                Some((_, last)) if *last + 1 == *year => *last = *year,
                _ => ranges.push((*year, *year)),
            }
        }
        let text = |(first, last): &(i32, i32)| {
            if first == last { first.to_string() } else { format!("{first}-{last}") }
        };
        ranges.iter().map(text).collect::<Vec<_>>().join(", ")
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

#[cfg(test)]
mod tests {
    use super::*;

    fn window(acts: &[(&str, &str)]) -> RegisterWindow {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        RegisterWindow::of(acts.iter().map(|(born, declared)| ((!born.is_empty()).then(|| day(born)), day(declared))))
    }

    #[test]
    fn late_acts_at_the_end_of_a_volume_are_no_register_of_the_next_year() {
        let volume = [("2020-03-01", "2020-03-20"), ("2020-05-01", "2020-06-02"), ("2020-11-30", "2021-02-03")];
        let later = [("2025-01-10", "2025-02-01"), ("2026-01-02", "2026-01-20")];
        let both: Vec<_> = volume.into_iter().chain(later).collect();
        assert_eq!(window(&both).year_ranges(), "2020, 2025-2026");
        assert_eq!(window(&volume).as_of, "2020-06-02".parse().ok());
        // One act alone, long after the others, is no register of its year.
        let year: Vec<_> =
            (1..13).map(|month| (format!("2017-{month:02}-02"), format!("2017-{month:02}-20"))).collect();
        let year = year.iter().map(|(born, declared)| (born.as_str(), declared.as_str()));
        let stray: Vec<_> = year.chain([("2026-10-10", "2026-10-20")]).collect();
        assert_eq!((window(&stray).year_ranges().as_str(), window(&stray).as_of), ("2017", "2017-12-20".parse().ok()));
        // A birth of unknown day may be of the year itself; late acts alone are all that there is.
        assert_eq!(window(&[("", "2021-02-03"), ("2020-05-01", "2020-06-02")]).year_ranges(), "2020-2021");
        assert_eq!(window(&[("2010-02-01", "2021-02-03"), ("2012-02-01", "2022-02-03")]).year_ranges(), "2021-2022");
    }
}
