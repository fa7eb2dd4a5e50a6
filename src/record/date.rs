//! A date with the precision in which it was given.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::codes::codes;

codes! {
    /// The known part of a date. Tables write `unknown` for an absent date.
    Precision {
        Day = "day": "Day, month and year.",
        Month = "month": "Month and year.",
        Year = "year": "The year alone.",
        About = "about": "A year given as approximate: vers 1950.",
    }
}

/// A date whose day, or whose day and month, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The earliest day that the date allows: the day itself, the first of the month, the first of January.
    #[serde(with = "day_number")]
    pub first: NaiveDate,
    pub precision: Precision,
}

impl PartialDate {
    pub fn day(day: NaiveDate) -> Self {
        Self { first: day, precision: Precision::Day }
    }

    /// Returns a month of a year; `None` unless `month` is in 1..=12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Some(Self { first: NaiveDate::from_ymd_opt(year, month, 1)?, precision: Precision::Month })
    }

    /// Returns a year alone; `about` if it was given as approximate.
    pub fn year_only(year: i32, about: bool) -> Option<Self> {
        let precision = if about { Precision::About } else { Precision::Year };
        Some(Self { first: NaiveDate::from_ymd_opt(year, 1, 1)?, precision })
    }

    pub fn year(&self) -> i32 {
        self.first.year()
    }

    /// Returns the month (1..=12), if known.
    pub fn known_month(&self) -> Option<u32> {
        matches!(self.precision, Precision::Day | Precision::Month).then(|| self.first.month())
    }

    pub fn known_day(&self) -> Option<NaiveDate> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// Returns the age on `day` in whole years, for the earliest birthday that the date allows.
    pub fn age_on(&self, day: NaiveDate) -> i32 {
        let years = day.year() - self.first.year();
        let had_birthday = (day.month(), day.day()) >= (self.first.month(), self.first.day());
        if had_birthday { years } else { years - 1 }
    }
}

/// Serialises a day as a number of days, for files that only this program reads.
pub(super) mod day_number {
    use super::*;
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, out: S) -> Result<S::Ok, S::Error> {
        day.num_days_from_ce().serialize(out)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        NaiveDate::from_num_days_from_ce_opt(i32::deserialize(from)?).ok_or_else(|| D::Error::custom("no day"))
    }

    /// The same for an optional day.
    pub(in super::super) mod optional {
        use super::*;

        pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, out: S) -> Result<S::Ok, S::Error> {
            day.map(|day| day.num_days_from_ce()).serialize(out)
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
            Ok(Option::<i32>::deserialize(from)?.and_then(NaiveDate::from_num_days_from_ce_opt))
        }
    }
}
