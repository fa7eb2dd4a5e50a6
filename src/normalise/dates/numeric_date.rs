//! Reads a date of three numbers, the usual form: `12/05/1987`, `1987-05-12`, `12.5.87`.

use chrono::NaiveDate;

use crate::record::PartialDate;

use super::column_style::{ColumnStyle, DateOrder};
use super::date_reading::{DateReading, YEARS, YearLimits};

/// Three numbers that are a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NumericDate {
    pub(super) numbers: [u32; 3],
    /// Digits of the year: 2 or 4.
    pub(super) year_digits: usize,
    /// Whether the year stands first, with four digits.
    pub(super) has_year_first: bool,
}

impl NumericDate {
    /// Returns the date; `None` unless the numbers may be one by their digits.
    pub(super) fn new(numbers: [u32; 3], digits: [usize; 3]) -> Option<Self> {
        let (year_digits, has_year_first) = match digits {
            [4, 1..=2, 1..=2] => (4, true),
            [1..=2, 1..=2, 2 | 4] => (digits[2], false),
            _ => return None,
        };
        Some(Self { numbers, year_digits, has_year_first })
    }

    /// Reads a text that is such a date and nothing else.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim_matches([' ', '\u{a0}']);
        if text.len() > 14 || !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        if let Some(date) = Self::with_one_sign(text) {
            return Some(date);
        }
        let (mut numbers, mut digits, mut at) = ([0_u32; 3], [0_usize; 3], 0);
        let (mut sign, mut was_digit) = (None, false);
        for byte in text.bytes() {
            match byte {
                b'0'..=b'9' => {
                    digits[at] += 1;
                    if digits[at] > 4 {
                        return None;
                    }
                    numbers[at] = numbers[at] * 10 + u32::from(byte - b'0');
                    was_digit = true;
                }
                b'/' | b'-' | b'.' | b' ' if was_digit && sign.is_none_or(|sign| sign == byte) && at < 2 => {
                    (sign, at, was_digit) = (Some(byte), at + 1, false);
                }
                _ => return None,
            }
        }
        Self::new(numbers, digits)
    }

    /// Reads a date whose second sign was forgotten: `14/061951`.
    fn with_one_sign(text: &str) -> Option<Self> {
        let (day, rest) = text.split_once(['/', '-', '.'])?;
        let is_number = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        if !(1..=2).contains(&day.len()) || rest.len() != 6 || !is_number(day) || !is_number(rest) {
            return None;
        }
        let rest: u32 = rest.parse().ok()?;
        Self::new([day.parse().ok()?, rest / 10_000, rest % 10_000], [day.len(), 2, 4])
    }

    /// Whether the year has two digits and may stand first: `87/05/13`.
    pub(super) fn may_be_year_first(&self) -> bool {
        !self.has_year_first && self.year_digits == 2
    }

    /// Reads the numbers in the order of the column.
    pub(super) fn read(&self, style: &ColumnStyle, years: YearLimits) -> DateReading {
        let [a, b, c] = self.numbers;
        if matches!(self.numbers, [0, 0, 0] | [99, 99, 99]) {
            return DateReading::Missing;
        }
        if self.has_year_first {
            let (day, month) = if style.iso_day_first { (b, c) } else { (c, b) };
            return from_parts(day, month, a as i32);
        }
        let order = style.order;
        let year = if order == DateOrder::YearFirst && self.year_digits == 2 { a } else { c };
        let Some(year) = years.full_year(year, self.year_digits) else { return DateReading::Unreadable };
        match order {
            DateOrder::YearFirst if self.year_digits == 2 => from_parts(c, b, year),
            DateOrder::MonthFirst if is_other_order(a, b, year) => order_unsure(year),
            DateOrder::MonthFirst => from_parts(b, a, year),
            DateOrder::Mixed if b > 12 && a <= 12 => from_parts(b, a, year),
            DateOrder::Mixed if a <= 12 && a != b && a > 0 && b > 0 => order_unsure(year),
            // "03/25/1968" alone among days before months.
            DateOrder::DayFirst if is_other_order(b, a, year) => order_unsure(year),
            DateOrder::DayFirst | DateOrder::YearFirst | DateOrder::Mixed => from_parts(a, b, year),
        }
    }
}

/// Whether a date can only be one with this day and this month, which stand in the other order than in its column.
fn is_other_order(day: u32, month: u32, year: i32) -> bool {
    (13..=31).contains(&day) && (1..=12).contains(&month) && from_parts(day, month, year).date().is_some()
}

/// Returns the year of a date whose day and month may be exchanged.
pub(super) fn order_unsure(year: i32) -> DateReading {
    PartialDate::year_only(year, false)
        .filter(|_| YEARS.contains(&year))
        .map_or(DateReading::Impossible, DateReading::OrderUnsure)
}

/// Days that databases and spreadsheets write for no date: day, month, year.
const NOTHING: [(u32, u32, i32); 10] = [
    (0, 0, 0),
    (30, 12, 1899),
    (31, 12, 1899),
    (0, 1, 1900),
    (0, 0, 1900),
    (1, 1, 1),
    (1, 1, 1753),
    (31, 12, 9999),
    (99, 99, 9999),
    (0, 0, 9999),
];

/// Builds a date from its parts. Agents type day or month 0 if it is unknown.
pub(super) fn from_parts(day: u32, month: u32, year: i32) -> DateReading {
    if NOTHING.contains(&(day, month, year)) {
        return DateReading::Missing;
    }
    if !YEARS.contains(&year) {
        return DateReading::Impossible;
    }
    let date = match (day, month) {
        (0 | 99, 0 | 99) => PartialDate::year_only(year, false),
        (0 | 99, month) => PartialDate::month(year, month),
        (_, 99) => PartialDate::year_only(year, false),
        (day, month) => NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::day),
    };
    date.map_or(DateReading::Impossible, DateReading::Read)
}
