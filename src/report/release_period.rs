//! The period of a release, as it is typed: a year, half-year, quarter or month.

use chrono::{Datelike, NaiveDate};

/// The period of a release: acts declared after its last day are not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReleasePeriod {
    /// `2018`, `2018-S2`, `2018-T4` or `2018-12`.
    pub code: String,
    /// Its last day.
    pub last: NaiveDate,
}

impl ReleasePeriod {
    /// Reads a year, half-year, quarter or month.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_uppercase();
        let (year, part) = text.split_once('-').unwrap_or((text.as_str(), ""));
        if text.ends_with('-') {
            return None;
        }
        let year: i32 = year.parse().ok().filter(|year| (1900..2200).contains(year))?;
        let number = |letters: &str| part.trim_start_matches(|c: char| letters.contains(c)).parse::<u32>().ok();
        let (code, month) = match part.chars().next() {
            None => (year.to_string(), 12),
            Some('T' | 'Q' | 'K') => {
                let n = number("TQK").filter(|n| (1..=4).contains(n))?;
                (format!("{year}-T{n}"), 3 * n)
            }
            Some('S' | 'H') => {
                let n = number("SH").filter(|n| (1..=2).contains(n))?;
                (format!("{year}-S{n}"), 6 * n)
            }
            Some(_) => {
                let n = part.parse::<u32>().ok().filter(|n| (1..=12).contains(n))?;
                (format!("{year}-{n:02}"), n)
            }
        };
        let next = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
        Some(Self { code, last: NaiveDate::from_ymd_opt(next.0, next.1, 1)?.pred_opt()? })
    }

    /// The quarter of a day.
    #[must_use]
    pub fn quarter_of(day: NaiveDate) -> Option<Self> {
        Self::parse(&format!("{}-T{}", day.year(), day.month0() / 3 + 1))
    }
}
