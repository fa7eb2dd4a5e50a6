//! Reads a date that is one number: a year, `19580131`, days since 1900.

use crate::record::{CellValue, PartialDate};

use super::column_style::ColumnStyle;
use super::date_reading::{DateReading, YEARS, YearLimits};
use super::numeric_date::from_parts;

/// Returns the date, or `Impossible` if its year is out of range.
pub(super) fn check_year(date: PartialDate) -> DateReading {
    if YEARS.contains(&date.year()) { DateReading::Read(date) } else { DateReading::Impossible }
}

/// Reads a number that stands alone in its column: a year, eight digits, or days since 1900. `19987` is a year with a
/// digit too many, unless several cells of the column are days since 1900.
pub(super) fn read_number_in(number: f64, style: &ColumnStyle) -> DateReading {
    let is_slip = number.fract() == 0.0 && (19_000.0..21_000.0).contains(&number) && !style.has_serials;
    if is_slip { DateReading::Unreadable } else { read_number(number) }
}

/// Reads a number that stands alone: a year, eight digits, or days since 1900.
fn read_number(number: f64) -> DateReading {
    if number == 0.0 {
        return DateReading::Missing;
    }
    if number.fract() == 0.0 && YEARS.contains(&(number as i32)) {
        return PartialDate::year_only(number as i32, false).map_or(DateReading::Impossible, DateReading::Read);
    }
    if number.fract() == 0.0 && (10_000_000.0..100_000_000.0).contains(&number) {
        return read_eight_digits(number as u32);
    }
    // Serials of 1913 to 2064: a date whose cell has lost its format.
    match CellValue::day_of_serial(number, false) {
        Some(day) if (5_000.0..60_000.0).contains(&number) => DateReading::FromNumber(PartialDate::day(day)),
        _ => DateReading::Unreadable,
    }
}

/// Reads a number of two digits as a year, if the age in the same row gives that year, too; else `None`.
pub(super) fn year_beside_age(number: u32, years: YearLimits) -> Option<PartialDate> {
    let year = years.full_year(number, 2).filter(|year| number < 100 && years.expects(*year))?;
    PartialDate::year_only(year, false)
}

/// Reads `19580131` or `31011958`.
pub(super) fn read_eight_digits(digits: u32) -> DateReading {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    if YEARS.contains(&(year as i32)) && month <= 12 {
        return from_parts(day, month, year as i32);
    }
    from_parts(digits / 1_000_000, digits / 10_000 % 100, (digits % 10_000) as i32)
}
