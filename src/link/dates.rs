//! Compares two dates of birth, each with its own precision.

use chrono::{Datelike, NaiveDate};

use crate::record::{PartialDate, Precision};

use super::comparison::level_set;

level_set! {
    DATE {
        SAME_DAY "same_day" 0.761 0.004 0.0001 0.0005
        SLIP "slip" 0.092 0.003 0.0005 0.001
        SAME_MONTH "same_month" 0.02 0.001 0.0005 0.0005
        SAME_YEAR "same_year" 0.09 0.01 0.0025 0.003
        NEAR_YEAR "near_year" 0.004 0.05 0.02 0.02
        // A year alone is further off than its precision allows.
        OTHER_YEAR "other_year" 0.001 0.20 0.21 0.25
        OTHER_DAY "other_day" 0.001 0.008 0.0159 0.010
        SAME_ANNIVERSARY "same_anniversary" 0.02 0.002 0.002 0.002
        // Two whole dates that have nothing in common, two or more calendar years apart.
        TWO_DAYS "two_days" 0.001 0.659 0.6874 0.673
        // The same, in two years that follow each other.
        DAYS_OF_NEAR_YEARS "days_of_near_years" 0.001 0.02 0.03 0.019
        // A year that is approximate, or two years alone: further off, as far as their precision allows.
        FEW_YEARS "few_years" 0.001 0.04 0.0281 0.017
        // Two days of one month, or a month apart at most, that no slip explains.
        NEAR_DAY "near_day" 0.008 0.003 0.003 0.004
    }
}

/// A whole date in numbers, for quick comparison.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct DateSketch {
    /// Days from 0001-01-01; 0 if the day is not known or is one that often stands for a year.
    number: i32,
    year: i32,
    /// Month and day.
    anniversary: u16,
}

impl DateSketch {
    pub(super) fn new(date: Option<PartialDate>) -> Self {
        let Some(day) = date.and_then(|date| date.known_day()).filter(|day| !stands_for_year(*day)) else {
            return Self::default();
        };
        let anniversary = (day.month() << 8 | day.day()) as u16;
        Self { number: day.num_days_from_ce(), year: day.year(), anniversary }
    }

    /// Whether the level of the two dates is certainly [`TWO_DAYS`] or [`DAYS_OF_NEAR_YEARS`].
    pub(super) fn is_unrelated_to(self, other: Self) -> bool {
        self.number != 0
            && other.number != 0
            && self.year != other.year
            && self.anniversary != other.anniversary
            && self.number.abs_diff(other.number) > 31
    }
}

/// The level of two dates, by [`DATE`].
///
/// A first of January and the middle of a year often stand for the year alone. Against another day of its year such a
/// day counts as the same year.
pub(super) fn date_level(a: Option<PartialDate>, b: Option<PartialDate>) -> u8 {
    let (Some(a), Some(b)) = (a, b) else { return 0 };
    let years = a.year().abs_diff(b.year());
    match (a.known_day(), b.known_day()) {
        (Some(x), Some(y)) if x == y => SAME_DAY,
        (Some(x), Some(y)) => {
            let is_new_year = [x, y].iter().any(|day| day.ordinal() == 1);
            let (same_month, same_day) = (x.month() == y.month(), x.day() == y.day());
            let is_anniversary = same_month && same_day;
            let swapped = x.month() == y.day() && y.month() == x.day() && years == 0;
            let n_same = [years == 0, same_month, same_day].iter().filter(|same| **same).count();
            // Many bear a day that stands for a year: to share it is no agreement.
            let one_part = n_same == 2 && !(is_anniversary && stands_for_year(x));
            let stand_for_years = [x, y].iter().all(|day| stands_for_year(*day));
            let is_year = [x, y].iter().any(|day| stands_for_year(*day));
            let is_near_day = x.signed_duration_since(y).num_days().abs() <= 31 && !stand_for_years && !is_new_year;
            let small = years <= 1 || years == 10 || is_digit_swap(a.year(), b.year());
            match () {
                () if is_year && years == 0 && !one_part => SAME_YEAR,
                () if swapped || (one_part && small && (years > 0 || n_other_digits(x, y) == 1)) => SLIP,
                () if is_near_day && n_other_digits(x, y) == 1 => SLIP,
                () if is_near_day || (one_part && years == 0) => NEAR_DAY,
                // Two digits are no slip.
                () if one_part && years >= 10 && n_other_digits(x, y) > 1 => TWO_DAYS,
                () if one_part => SAME_ANNIVERSARY,
                () if years == 0 => OTHER_DAY,
                // A guessed year is often written as a first of January.
                () if (is_new_year || stand_for_years) && years <= 2 => NEAR_YEAR,
                // Each of two years alone may be wrong by two.
                () if stand_for_years && years <= 4 => FEW_YEARS,
                () if is_new_year || stand_for_years => OTHER_YEAR,
                () if years == 1 => DAYS_OF_NEAR_YEARS,
                () => TWO_DAYS,
            }
        }
        _ => {
            let about = [a, b].iter().any(|date| date.precision == Precision::About);
            let months = a.known_month().zip(b.known_month());
            let are_years = [a, b].iter().all(|date| date.known_day().is_none_or(stands_for_year));
            match years {
                0 if months.is_some_and(|(m, n)| m == n) => SAME_MONTH,
                0 if months.is_none() => SAME_YEAR,
                0..=2 => NEAR_YEAR,
                3..=5 if about => NEAR_YEAR,
                6..=10 if about => FEW_YEARS,
                3..=4 if are_years => FEW_YEARS,
                _ => OTHER_YEAR,
            }
        }
    }
}

/// Whether a day is often written where only the year is known.
pub(super) fn stands_for_year(day: NaiveDate) -> bool {
    matches!((day.month(), day.day()), (1, 1) | (6, 30) | (7, 1) | (12, 31))
}

/// Number of digits in which two dates differ.
fn n_other_digits(a: NaiveDate, b: NaiveDate) -> usize {
    let digits = |day: NaiveDate| {
        let number = (day.year().unsigned_abs() * 100 + day.month()) * 100 + day.day();
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000].map(|unit| number / unit % 10)
    };
    digits(a).iter().zip(digits(b)).filter(|(p, q)| **p != *q).count()
}

/// Whether two dates may well be of one birth: one of them is a slip or less precise.
pub(super) fn are_of_one_birth(level: u8) -> bool {
    matches!(level, SAME_DAY | SLIP | SAME_MONTH | SAME_YEAR)
}

/// Whether two years have the same digits in another order, as `1969` and `1996`.
fn is_digit_swap(a: i32, b: i32) -> bool {
    // How often each digit occurs, four bits each.
    let digits = |year: i32| {
        let (mut rest, mut counts) = (year.unsigned_abs(), 0_u64);
        while rest > 0 {
            counts += 1 << (4 * (rest % 10));
            rest /= 10;
        }
        counts
    };
    digits(a) == digits(b)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn sketches_differ_only_where_dates_have_nothing_in_common(a in 700_000..740_000_i32, b in 0..1500_i32, sign in proptest::bool::ANY) {
            let day = |n| NaiveDate::from_num_days_from_ce_opt(n).map(PartialDate::day);
            let (a, b) = (day(a), day(if sign { a + b } else { a - b }));
            if DateSketch::new(a).is_unrelated_to(DateSketch::new(b)) {
                proptest::prop_assert!(matches!(date_level(a, b), TWO_DAYS | DAYS_OF_NEAR_YEARS));
            }
        }
    }

    fn day(text: &str) -> Option<PartialDate> {
        text.parse::<NaiveDate>().ok().map(PartialDate::day)
    }

    #[test]
    fn each_level_of_dates_has_an_example() {
        let level = |a, b| DATE.names[usize::from(date_level(a, b))];
        assert_eq!(level(day("1990-05-12"), day("1990-05-12")), "same_day");
        assert_eq!(level(day("1990-05-12"), day("1990-12-05")), "slip");
        assert_eq!(level(day("1990-05-12"), day("1990-05-18")), "slip");
        assert_eq!(level(day("2015-04-04"), day("2015-04-21")), "near_day");
        assert_eq!(level(day("2012-04-18"), day("2012-03-21")), "near_day");
        assert_eq!(level(day("1990-05-12"), day("1991-05-12")), "slip");
        assert_eq!(level(day("1996-05-12"), day("1969-05-12")), "slip");
        assert_eq!(level(day("1990-05-12"), day("1986-05-12")), "same_anniversary");
        assert_eq!(level(day("1990-05-12"), day("1990-09-25")), "other_day");
        assert_eq!(level(day("1990-05-12"), day("1990-01-01")), "same_year");
        assert_eq!(level(day("1990-05-12"), day("1990-06-30")), "same_year");
        assert_eq!(level(day("1990-06-12"), day("1990-06-30")), "near_day");
        assert_eq!(level(day("1990-05-12"), day("1991-09-25")), "days_of_near_years");
        assert_eq!(level(day("1990-05-12"), day("1992-09-25")), "two_days");
        assert_eq!(level(day("1955-06-05"), day("1985-06-05")), "same_anniversary");
        assert_eq!(level(day("1979-07-30"), day("2015-07-30")), "two_days");
        assert_eq!(level(day("1980-01-01"), day("1990-01-01")), "other_year");
        assert_eq!(level(day("1980-12-31"), day("1981-12-31")), "near_year");
        assert_eq!(level(day("1980-06-30"), day("1980-06-30")), "same_day");
        assert_eq!(level(day("1980-06-30"), day("1980-07-01")), "same_year");
        assert_eq!(level(day("1980-01-01"), day("1979-12-31")), "near_year");
        assert_eq!(level(day("1980-01-01"), PartialDate::year_only(1984, false)), "few_years");
        assert_eq!(level(day("1980-05-12"), PartialDate::year_only(1983, false)), "other_year");
        assert_eq!(level(PartialDate::year_only(1980, false), PartialDate::year_only(1985, false)), "other_year");
        assert_eq!(level(day("1990-05-12"), day("1992-01-01")), "near_year");
        assert_eq!(level(day("1990-05-12"), day("1980-01-01")), "other_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::year_only(1990, false)), "same_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::month(1990, 5)), "same_month");
        assert_eq!(level(day("1990-05-12"), PartialDate::month(1990, 6)), "near_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::year_only(1994, true)), "near_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::year_only(1999, true)), "few_years");
        assert_eq!(level(PartialDate::year_only(1950, true), PartialDate::year_only(1961, true)), "other_year");
        assert_eq!(level(day("1990-05-12"), None), "missing");
    }
}
