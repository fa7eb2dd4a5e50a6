//! The result of reading a cell as a date, and the years that complete two-digit years and ages.

use chrono::NaiveDate;

use crate::record::PartialDate;

/// The result of reading a cell as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// Blank, or a placeholder.
    Missing,
    /// A date.
    Read(PartialDate),
    /// A date from a bare number of days: the cell has lost its date format.
    FromNumber(PartialDate),
    /// A date on another day of the week than the one beside it.
    WrongWeekday(PartialDate),
    /// The year of a date whose day and month may be exchanged.
    OrderUnsure(PartialDate),
    /// An approximate year from two digits that may be an age as well: `± 35`.
    AgeOrYear(PartialDate),
    /// A date that is in no calendar.
    Impossible,
    /// Not a date.
    Unreadable,
}

impl DateReading {
    /// Returns the date, if there is one.
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::Read(date)
            | Self::FromNumber(date)
            | Self::WrongWeekday(date)
            | Self::OrderUnsure(date)
            | Self::AgeOrYear(date) => Some(date),
            Self::Missing | Self::Impossible | Self::Unreadable => None,
        }
    }
}

/// Accepted years; a date outside them is impossible.
pub(super) const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// The years that complete a two-digit year and an age.
#[derive(Debug, Clone, Copy, Default)]
pub(in super::super) struct YearLimits {
    /// Year of the round or of the register: an age is subtracted from it.
    pub(in super::super) base: Option<i32>,
    /// First year that a two-digit year may mean; such a year before it is no year.
    pub(in super::super) first: Option<i32>,
    /// Last year that a two-digit year may mean.
    pub(in super::super) last: Option<i32>,
    /// Year that the age gives: of two centuries the nearer one is meant.
    pub(in super::super) expected: Option<i32>,
    /// Day of the census or of the declaration: an age in months is subtracted from it.
    pub(in super::super) seen_on: Option<NaiveDate>,
    /// Whether neither the row nor its sheet gives `base`: an age cannot contradict a date.
    pub(in super::super) is_base_guessed: bool,
}

impl YearLimits {
    /// Returns limits in which both an age and a two-digit year are counted from one year.
    pub(in super::super) fn up_to(year: Option<i32>) -> Self {
        Self { base: year, last: year, ..Self::default() }
    }

    /// Whether the age beside the date gives about this year.
    pub(in super::super) fn expects(self, year: i32) -> bool {
        const MAX_DIFFERENCE: i32 = 2;
        self.expected.is_some_and(|expected| (expected - year).abs() <= MAX_DIFFERENCE)
    }

    /// Completes a two-digit year: the last such year up to `last`, unless the age speaks for the century before.
    pub(in super::super) fn full_year(self, year: u32, digits: usize) -> Option<i32> {
        if digits == 4 {
            return Some(year as i32);
        }
        let last = self.last?;
        let this_century = last - last.rem_euclid(100) + year as i32;
        let latest = if this_century <= last { this_century } else { this_century - 100 };
        let is_nearer = |expected: i32| (latest - 100 - expected).abs() < (latest - expected).abs();
        let year = if self.expected.is_some_and(is_nearer) { latest - 100 } else { latest };
        self.first.is_none_or(|first| year >= first).then_some(year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_two_digit_year_is_the_last_one_that_fits() {
        let up_to = |year| YearLimits::up_to(Some(year));
        assert_eq!(up_to(2017).full_year(17, 2), Some(2017));
        assert_eq!(up_to(2017).full_year(18, 2), Some(1918));
        assert_eq!(up_to(2018).full_year(18, 2), Some(2018));
        assert_eq!(up_to(2017).full_year(1987, 4), Some(1987));
        let old = YearLimits { expected: Some(1916), ..up_to(2017) };
        assert_eq!(old.full_year(15, 2), Some(1915));
        assert_eq!(YearLimits::default().full_year(15, 2), None);
    }
}
