//! Reads a date of words and numbers: `12 sept 2010`, `lun. 3 mars 2014`, `12/XI/1992`, `1950 ou 1951`, `xx/05/1962`.

use chrono::{Datelike, NaiveDate};

use crate::record::PartialDate;

use super::age::Age;
use super::bare_number::{check_year, read_eight_digits, read_number_in, year_beside_age};
use super::calendar_words::{AgeUnit, DateWord, date_word};
use super::column_style::ColumnStyle;
use super::date_reading::{DateReading, YearLimits};
use super::numeric_date::{NumericDate, from_parts};

/// The longest text that may be a date, in words and numbers.
const MAX_PARTS: usize = 8;
/// Years before the round in which an approximate day tells the month.
const YEARS_OF_MONTH: i32 = 2;
/// The widest range of years, `1950-1955`, that is one date.
const MAX_YEARS_OF_RANGE: u32 = 20;

/// A part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum DatePart {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month by name or in Roman figures, 1..=12.
    Month(u32),
    /// A day or month left open: "xx".
    Unknown,
}

/// The words of a date.
#[derive(Debug, Default)]
pub(super) struct DateWords {
    parts: Vec<DatePart>,
    /// Day of the week, 0 for Monday.
    weekday: Option<u32>,
    is_about: bool,
    /// Whether a word says so: "vers le 10/1/2015" is no day.
    has_about_word: bool,
    /// -1 for "avant", 1 for "après".
    bound: i32,
    is_decade: bool,
    has_between: bool,
    /// A word such as "né" or "en" before a year, without "le" before a day.
    has_birth_word: bool,
    /// Whether a slash divides the numbers.
    has_slash: bool,
    /// A single "V" before a year: "vers", unless signs divide a date.
    has_v: bool,
    /// Whether a word names a part of a year: "3e trimestre 1987".
    has_part_of_year: bool,
}

impl DateWords {
    /// Takes the words of a folded text whose numbers are digits; `None` if one belongs to no date. `typed` is the text
    /// as typed.
    pub(super) fn new(typed: &str, folded: String) -> Option<Self> {
        let mut words = Self {
            is_about: typed.contains(['±', '~', '≈']) || typed.contains("+/-") || typed.contains("+-"),
            has_slash: typed.contains('/'),
            ..Self::default()
        };
        let mut has_mar = false;
        words.has_birth_word = has_birth_word(&folded);
        for word in folded.split(' ').flat_map(split_date_word) {
            if word.is_empty() {
                continue;
            }
            if let Some(month) = latin_month(word) {
                words.parts.push(DatePart::Month(month));
            } else if let Ok(number) = word.parse() {
                words.parts.push(DatePart::Number(number, word.len()));
            } else if is_open_part(word) || word == "X" && typed.contains('x') {
                words.parts.push(DatePart::Unknown);
            } else if let Some(month) = roman_month(word) {
                words.has_v |= word == "V" && !typed.contains(['/', '-']);
                words.parts.push(DatePart::Month(month));
            } else {
                match date_word(word)? {
                    DateWord::Month(month) => words.parts.push(DatePart::Month(month)),
                    DateWord::MarchOrTuesday => has_mar = true,
                    DateWord::Weekday(day) => words.weekday = Some(day),
                    DateWord::About => (words.is_about, words.has_about_word) = (true, true),
                    DateWord::Feast => words.is_about = true,
                    DateWord::Before => words.bound = -1,
                    DateWord::After => words.bound = 1,
                    DateWord::Decade => words.is_decade = true,
                    DateWord::Between => words.has_between = true,
                    DateWord::PartOfYear => words.has_part_of_year = true,
                    DateWord::Filler => {}
                }
            }
            if words.parts.len() > MAX_PARTS {
                return None;
            }
        }
        // "1950 ?" is doubtful; in "??/05/1950" the sign is the day.
        words.is_about |= typed.contains(['?', '…']) && !words.parts.contains(&DatePart::Unknown);
        if has_mar {
            words.add_mar(&folded);
        }
        Some(words)
    }

    /// Adds "mar.": a Tuesday beside another month or three numbers, else March.
    fn add_mar(&mut self, folded: &str) {
        let n_numbers = self.parts.iter().filter(|part| matches!(part, DatePart::Number(..))).count();
        if n_numbers >= 3 || self.parts.iter().any(|part| matches!(part, DatePart::Month(_))) {
            self.weekday = Some(1);
            return;
        }
        let before = folded.split_once("MAR").map_or("", |(before, _)| before);
        let at =
            before.split(' ').flat_map(split_letters_from_digits).filter(|word| word.parse::<u32>().is_ok()).count();
        self.parts.insert(at.min(self.parts.len()), DatePart::Month(3));
    }

    /// Returns the date.
    pub(super) fn read(&self, style: &ColumnStyle, years: YearLimits) -> DateReading {
        let reading = self.read_parts(style, years);
        let DateReading::Read(date) = reading else { return reading };
        // "vers 1950" is an approximate year, "avant mai 1950" and "vers le 12/05/1950" too; "12/05/1950 ?" stays a
        // day.
        let is_about_day = self.has_about_word && date.known_day().is_some();
        // Of a recent day the month is known, of an old one only the year.
        let is_recent = years.base.is_some_and(|base| base - date.year() <= YEARS_OF_MONTH);
        let of_month = date.known_day().filter(|_| is_about_day && self.bound == 0 && is_recent);
        if let Some(month) = of_month.and_then(month_around) {
            return DateReading::Read(month);
        }
        if self.bound != 0 || is_about_day || self.is_about && date.known_month().is_none() {
            return about(date.year() + self.bound);
        }
        match (self.weekday, date.known_day()) {
            (Some(weekday), Some(day)) if day.weekday().num_days_from_monday() != weekday => {
                DateReading::WrongWeekday(date)
            }
            _ => reading,
        }
    }

    /// Reads two dates of which one is meant: what they share is certain. `None` unless the text names two.
    fn read_alternatives(&self, years: YearLimits) -> Option<DateReading> {
        use DatePart::{Month, Number};
        let number = |part: &DatePart| match part {
            Number(number @ 1..=31, 1..=2) => Some(*number),
            _ => None,
        };
        let month = |part: &DatePart| match part {
            Month(month) | Number(month @ 1..=12, 1..=2) => Some(*month),
            _ => None,
        };
        let year = |part: &DatePart| match part {
            Number(year, digits @ (2 | 4)) => years.full_year(*year, *digits),
            _ => None,
        };
        if let [Month(first), Month(second), last] = &self.parts[..]
            && (self.has_between || first + 1 == *second)
        {
            return Some(from_parts(0, if first == second { *first } else { 0 }, year(last)?));
        }
        // "20-21/05/2018".
        let is_next_day = || match self.parts[..] {
            [Number(first, _), Number(second, _), _, Number(_, 4)] => first + 1 == second,
            _ => false,
        };
        if !self.has_between && !is_next_day() {
            return None;
        }
        let (months, ends) = match &self.parts[..] {
            [a, b, c, d, e, f] => {
                number(a).and(number(d))?;
                ([month(b)?, month(e)?], [year(c)?, year(f)?])
            }
            [a, b, c, d, e] => {
                number(a).and(number(c))?;
                ([month(b)?, month(d)?], [year(e)?; 2])
            }
            [a, b, c, d @ Number(_, 4)] if matches!(c, Number(_, 4)) => {
                number(a)?;
                ([month(b)?; 2], [year(c)?, year(d)?])
            }
            [a, b, c, d] => {
                number(a).and(number(b))?;
                ([month(c)?; 2], [year(d)?; 2])
            }
            [a, b @ Number(_, 4), c @ Number(_, 4)] => ([month(a)?; 2], [year(b)?, year(c)?]),
            _ => return None,
        };
        let [first, last] = ends;
        Some(match months {
            _ if first != last => range(first.min(last) as u32, first.max(last) as u32),
            [month, other] if month == other => from_parts(0, month, first),
            _ => from_parts(0, 0, first),
        })
    }

    /// Reads the parts by their order and number of digits.
    fn read_parts(&self, style: &ColumnStyle, years: YearLimits) -> DateReading {
        use DatePart::{Month, Number, Unknown};
        if let Some(reading) = self.read_alternatives(years) {
            return reading;
        }
        let parts = without_clock(&self.parts);
        let is_vague = self.is_about || self.bound != 0;
        match *parts {
            [Number(year, 4)] if self.is_decade => about(year as i32 + 5),
            [Number(tens, 2)] if self.is_decade => {
                years.full_year(tens, 2).map_or(DateReading::Unreadable, |year| about(year + 5))
            }
            [Number(year, 4)] => PartialDate::year_only(year as i32, false).map_or(DateReading::Impossible, check_year),
            [Number(digits, 8)] => read_eight_digits(digits),
            [Number(serial, 5)] => read_number_in(f64::from(serial), style),
            [Number(decade, 3)] if self.is_about && (180..=210).contains(&decade) => about(decade as i32 * 10 + 5),
            [Number(decade, 3), Unknown] if (180..=210).contains(&decade) => about(decade as i32 * 10 + 5),
            [Number(number, 2)] if self.is_about && !self.has_about_word && self.bound == 0 && !self.has_birth_word => {
                age_or_year(number, style, years)
            }
            [Number(year, 2)] if is_vague => years.full_year(year, 2).map_or(DateReading::Unreadable, about),
            [Number(number, 2)] if year_beside_age(number, years).is_some() => {
                year_beside_age(number, years).map_or(DateReading::Unreadable, DateReading::Read)
            }
            [Number(year, 2)] if self.has_birth_word => {
                let year = years.full_year(year, 2).and_then(|year| PartialDate::year_only(year, false));
                year.map_or(DateReading::Unreadable, check_year)
            }
            // "2/88": the number after the month is no day.
            [Number(month @ 1..=12, _), Number(year @ 32.., 2)] if self.has_slash => {
                years.full_year(year, 2).map_or(DateReading::Unreadable, |year| from_parts(0, month, year))
            }
            [Number(1..=4, 1) | Month(1..=4), Number(year, 4)] | [Number(year, 4), Number(1..=4, 1)]
                if self.has_part_of_year =>
            {
                from_parts(0, 0, year as i32)
            }
            [Number(_, 1..=2), Number(_, 1..=2), Number(decade, 3)]
                if self.is_about && (180..=210).contains(&decade) =>
            {
                about(decade as i32 * 10 + 5)
            }
            // "1950 ± 2".
            [Number(year, 4), Number(_, 1..=2)] if self.is_about => about(year as i32),
            [Number(first, 4), Number(last, 4)] => range(first, last),
            [Number(first, 4), Number(last, 2)] if last > 12 || self.has_between => {
                range(first, first - first % 100 + last)
            }
            [Month(5), Number(year, 4)] if self.has_v => about(year as i32),
            [Month(month), Number(year, 4)]
            | [Number(month, 1..=2), Number(year, 4)]
            | [Number(year, 4), Number(month, 1..=2) | Month(month)]
            | [Unknown, Number(month, 1..=2) | Month(month), Number(year, 4)]
            | [Number(year, 4), Number(month, 1..=2) | Month(month), Unknown] => from_parts(0, month, year as i32),
            [Month(month), Number(year, 2)] if year > 31 => {
                years.full_year(year, 2).map_or(DateReading::Unreadable, |year| from_parts(0, month, year))
            }
            [Unknown, Number(year, 4)]
            | [Number(year, 4), Unknown]
            | [Unknown, Unknown, Number(year, 4)]
            | [Number(year, 4), Unknown, Unknown]
            | [Number(_, 1..=2), Unknown, Number(year, 4)] => from_parts(0, 0, year as i32),
            [Number(a, n), Number(b, m), Number(c, k)] => {
                NumericDate::new([a, b, c], [n, m, k]).map_or(DateReading::Unreadable, |date| date.read(style, years))
            }
            // "87/88".
            [Number(first @ 32.., 2), Number(last, 2)] if first < last && last - first <= 3 => {
                let year = |year| years.full_year(year, 2);
                year(first).zip(year(last)).map_or(DateReading::Unreadable, |(a, b)| range(a as u32, b as u32))
            }
            [Number(year, 4), Month(month), Number(day, 1..=2)]
            | [Number(year, 4), Number(day, 1..=2), Month(month)]
            | [Month(month), Number(year, 4), Number(day, 1..=2)] => from_parts(day, month, year as i32),
            [Number(day, 1..=2), Month(month), Number(year, digits @ (2 | 4))]
            | [Month(month), Number(day, 1..=2), Number(year, digits @ (2 | 4))] => {
                let year = years.full_year(year, digits);
                year.map_or(DateReading::Unreadable, |year| from_parts(day, month, year))
            }
            _ => DateReading::Unreadable,
        }
    }
}

/// Returns the month in which a day lies that is given as approximate, `vers le 15 décembre 2017`; `None` near the ends
/// of the month.
fn month_around(day: NaiveDate) -> Option<PartialDate> {
    (6..=24).contains(&day.day()).then(|| PartialDate::month(day.year(), day.month())).flatten()
}

/// Reads two digits beside a sign for "about": the age where the column holds ages, else a year that may be an age.
fn age_or_year(number: u32, style: &ColumnStyle, years: YearLimits) -> DateReading {
    if style.holds_ages {
        let age = Age::of(f64::from(number), AgeUnit::Years).zip(years.base);
        let born = age.and_then(|(age, base)| age.birth_year_seen(base, years.seen_on));
        return born.map_or(DateReading::Unreadable, DateReading::Read);
    }
    match years.full_year(number, 2).map(about) {
        Some(DateReading::Read(date)) => DateReading::AgeOrYear(date),
        _ => DateReading::Unreadable,
    }
}

/// Whether a folded text has a word that a year of birth follows.
fn has_birth_word(folded: &str) -> bool {
    let mut words = folded.split(' ');
    let is_birth_word = |word| matches!(word, "NE" | "NEE" | "EN" | "ANNEE" | "GEBOREN" | "BORN" | "IN");
    words.clone().any(is_birth_word) && !words.any(|word| matches!(word, "LE" | "OP" | "ON"))
}

/// Returns the month of `7bre`, `8bre`, `9bre`, `10bre` and `Xbre`.
fn latin_month(word: &str) -> Option<u32> {
    match word {
        "7BRE" => Some(9),
        "8BRE" => Some(10),
        "9BRE" => Some(11),
        "10BRE" | "XBRE" => Some(12),
        _ => None,
    }
}

/// Splits a word at the ends of its numbers, except the name of a month that begins with a number.
fn split_date_word(word: &str) -> impl Iterator<Item = &str> {
    let whole = latin_month(word).map(|_| word);
    whole.into_iter().chain(split_letters_from_digits(if whole.is_some() { "" } else { word }))
}

/// Removes the time of "12.05.1987 08.30", whose signs are those of the date.
fn without_clock(parts: &[DatePart]) -> &[DatePart] {
    use DatePart::Number;
    match parts {
        [Number(_, 1..=2), Number(_, 1..=2), Number(_, 4), Number(hour, 1..=2), Number(minute, 2), ..]
        | [Number(_, 4), Number(_, 1..=2), Number(_, 1..=2), Number(hour, 1..=2), Number(minute, 2), ..]
            if *hour <= 24 && *minute < 60 =>
        {
            &parts[..3]
        }
        _ => parts,
    }
}

/// Splits `12MAI1987` into `12`, `MAI`, `1987`.
fn split_letters_from_digits(word: &str) -> impl Iterator<Item = &str> {
    let is_digit = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let mut rest = word;
    std::iter::from_fn(move || {
        let of_digits = is_digit(rest);
        let end = rest.find(|c: char| c.is_ascii_digit() != of_digits).unwrap_or(rest.len());
        let (first, others) = rest.split_at(end);
        rest = others;
        (!first.is_empty()).then_some(first)
    })
}

/// Whether a word stands for a day, month or year left open: "xx", "jj", "mm".
fn is_open_part(word: &str) -> bool {
    word.len() >= 2 && word.bytes().all(|b| b == b'X') || matches!(word, "JJ" | "MM" | "DD")
}

/// Returns the month of Roman figures.
fn roman_month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"];
    let month = MONTHS.iter().position(|month| *month == word).map(|at| at as u32 + 1);
    month.or_else(|| (word == "IIII").then_some(4))
}

/// Returns the middle of a range of years.
fn range(first: u32, last: u32) -> DateReading {
    if first > last || last - first > MAX_YEARS_OF_RANGE {
        return DateReading::Unreadable;
    }
    about(i32::midpoint(first as i32, last as i32))
}

fn about(year: i32) -> DateReading {
    PartialDate::year_only(year, true).map_or(DateReading::Impossible, check_year)
}
