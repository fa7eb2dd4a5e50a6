//! A date of birth with the precision it was given in.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// How much of a date is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Precision {
    /// Day, month and year.
    Day,
    /// Month and year.
    Month,
    /// The year alone.
    Year,
    /// A year that was given as approximate ("vers 1950").
    About,
}

impl Precision {
    /// The stable code used in tables; an absent date is `unknown`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Month => "month",
            Self::Year => "year",
            Self::About => "about",
        }
    }

    /// Reads the code back.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Day, Self::Month, Self::Year, Self::About].into_iter().find(|p| p.code() == code)
    }
}

/// A date of which the day, or the day and the month, may be unknown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PartialDate {
    /// The first day it can be: the day itself, the first of the month, the first of January.
    #[serde(with = "number_of_day")]
    pub first: NaiveDate,
    /// What of it is known.
    pub precision: Precision,
}

impl PartialDate {
    /// A full date.
    #[must_use]
    pub fn day(day: NaiveDate) -> Self {
        Self { first: day, precision: Precision::Day }
    }

    /// A month of a year; `None` if there is no such month (1..=12).
    #[must_use]
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Some(Self { first: NaiveDate::from_ymd_opt(year, month, 1)?, precision: Precision::Month })
    }

    /// A year alone, `about` if it was given as approximate.
    #[must_use]
    pub fn year_only(year: i32, about: bool) -> Option<Self> {
        let precision = if about { Precision::About } else { Precision::Year };
        Some(Self { first: NaiveDate::from_ymd_opt(year, 1, 1)?, precision })
    }

    /// The year.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.first.year()
    }

    /// The month (1..=12), if known.
    #[must_use]
    pub fn known_month(&self) -> Option<u32> {
        matches!(self.precision, Precision::Day | Precision::Month).then(|| self.first.month())
    }

    /// The whole date, if known to the day.
    #[must_use]
    pub fn known_day(&self) -> Option<NaiveDate> {
        (self.precision == Precision::Day).then_some(self.first)
    }

    /// Whole years lived on `day`, taking the earliest birthday the date allows.
    #[must_use]
    pub fn age_on(&self, day: NaiveDate) -> i32 {
        let years = day.year() - self.first.year();
        let had_birthday = (day.month(), day.day()) >= (self.first.month(), self.first.day());
        if had_birthday { years } else { years - 1 }
    }
}

/// A day as a number, where it is kept for the program alone.
pub(super) mod number_of_day {
    use super::*;
    use serde::de::Error;
    use serde::{Deserializer, Serializer};

    pub(crate) fn serialize<S: Serializer>(day: &NaiveDate, out: S) -> Result<S::Ok, S::Error> {
        day.num_days_from_ce().serialize(out)
    }

    pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<NaiveDate, D::Error> {
        NaiveDate::from_num_days_from_ce_opt(i32::deserialize(from)?).ok_or_else(|| D::Error::custom("no day"))
    }

    /// The same of a day that may not be known.
    pub(in super::super) mod maybe {
        use super::*;

        pub(crate) fn serialize<S: Serializer>(day: &Option<NaiveDate>, out: S) -> Result<S::Ok, S::Error> {
            day.map(|day| day.num_days_from_ce()).serialize(out)
        }

        pub(crate) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<NaiveDate>, D::Error> {
            Ok(Option::<i32>::deserialize(from)?.and_then(NaiveDate::from_num_days_from_ce_opt))
        }
    }
}
