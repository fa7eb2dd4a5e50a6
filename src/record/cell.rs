//! The value of one cell as its file stores it, before it is interpreted.

use std::ops::Deref;

use chrono::{Datelike, Days, NaiveDate};
use compact_str::{CompactString, ToCompactString, format_compact};
use serde::{Deserialize, Serialize};

/// A cell's value.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum CellValue {
    /// Text as typed, never trimmed.
    Text(CompactString),
    /// A number; its column decides whether it is a date, a year or a count.
    Number(f64),
    /// A number that the workbook formats as a date: days since the workbook's epoch.
    DateSerial {
        /// Days since the epoch; the fraction is the time of day.
        serial: f64,
        /// Whether the epoch is 1904 (old Macintosh) instead of 1900.
        from_1904: bool,
    },
    /// True or false.
    Bool(bool),
    /// A formula error, such as `#REF!`.
    Error(CompactString),
}

/// The display text of a cell: borrowed from a text cell, owned for a number.
#[derive(Debug, Clone, PartialEq)]
pub enum CellText<'c> {
    Borrowed(&'c str),
    Owned(CompactString),
}

impl Deref for CellText<'_> {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Self::Borrowed(text) => text,
            Self::Owned(text) => text,
        }
    }
}

impl Default for CellText<'_> {
    fn default() -> Self {
        Self::Borrowed("")
    }
}

impl CellText<'_> {
    pub fn into_owned(self) -> String {
        match self {
            Self::Borrowed(text) => text.to_owned(),
            Self::Owned(text) => text.into_string(),
        }
    }
}

impl CellValue {
    /// Formats the value as a person reads it in the cell: whole numbers without decimals, dates as `yyyy-mm-dd`.
    #[must_use]
    pub fn to_text(&self) -> String {
        self.display_text().into_owned()
    }

    /// Returns the same text as [`CellValue::to_text`], without a copy for a text cell.
    #[must_use]
    pub fn display_text(&self) -> CellText<'_> {
        match self {
            Self::Text(text) | Self::Error(text) => CellText::Borrowed(text),
            Self::Number(number) => CellText::Owned(format_number(*number)),
            Self::DateSerial { serial, from_1904 } => CellText::Owned(match Self::day_of_serial(*serial, *from_1904) {
                Some(day) => format_day(day),
                None => format_number(*serial),
            }),
            Self::Bool(value) => CellText::Borrowed(if *value { "VRAI" } else { "FAUX" }),
        }
    }

    /// Whether the cell holds only white space.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        match self {
            Self::Text(text) => text.chars().all(|c| c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}')),
            _ => false,
        }
    }

    /// Converts a serial number to a day; `None` outside 1..=2,958,465 (1900-01-01 to 9999-12-31).
    ///
    /// In the 1900 system serial 60 is 29 February 1900, which never existed; it is read as 28 February.
    #[must_use]
    pub fn day_of_serial(serial: f64, from_1904: bool) -> Option<NaiveDate> {
        if !(serial.is_finite() && (1.0..2_958_466.0).contains(&serial)) {
            return None;
        }
        let days = serial.floor() as u64;
        if from_1904 {
            return NaiveDate::from_ymd_opt(1904, 1, 1)?.checked_add_days(Days::new(days));
        }
        let before_leap = u64::from(days < 60);
        NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(days + before_leap))
    }
}

/// Formats a day as `yyyy-mm-dd`. Faster than chrono's `Display`: every date cell is formatted more than once.
fn format_day(day: NaiveDate) -> CompactString {
    let (month, day_of_month) = (day.month(), day.day());
    let Some(year) = u32::try_from(day.year()).ok().filter(|year| *year <= 9999) else {
        return day.to_compact_string();
    };
    let digit = |number: u32| b'0' + (number % 10) as u8;
    let [a, b, c, d] = [year / 1000, year / 100, year / 10, year].map(digit);
    let [e, f, g, h] = [month / 10, month, day_of_month / 10, day_of_month].map(digit);
    CompactString::from_utf8_lossy(&[a, b, c, d, b'-', e, f, b'-', g, h])
}

fn format_number(number: f64) -> CompactString {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        // Minus zero must keep its sign.
        if number == 0.0 { format_compact!("{number:.0}") } else { (number as i64).to_compact_string() }
    } else {
        format_compact!("{number}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serials_of_both_epochs_give_the_day_that_the_workbook_shows() {
        let day = |serial, from_1904| CellValue::day_of_serial(serial, from_1904).map(|d| d.to_string());
        assert_eq!(day(1.0, false).as_deref(), Some("1900-01-01"));
        assert_eq!(day(59.0, false).as_deref(), Some("1900-02-28"));
        assert_eq!(day(60.0, false).as_deref(), Some("1900-02-28"));
        assert_eq!(day(61.0, false).as_deref(), Some("1900-03-01"));
        assert_eq!(day(22_562.0, false).as_deref(), Some("1961-10-08"));
        assert_eq!(day(22_562.0 - 1462.0, true).as_deref(), Some("1961-10-08"));
        assert_eq!(day(22_562.75, false).as_deref(), Some("1961-10-08"));
    }

    #[test]
    fn a_day_is_formatted_as_chrono_does() {
        for serial in (1..2_958_466).step_by(997) {
            let day = CellValue::day_of_serial(f64::from(serial), false).expect("a day");
            assert_eq!(format_day(day), day.to_string());
        }
    }

    #[test]
    fn a_serial_out_of_range_gives_no_day() {
        for serial in [0.0, -1.0, 1e7, f64::NAN, f64::INFINITY] {
            assert_eq!(CellValue::day_of_serial(serial, false), None, "{serial}");
        }
    }
}
