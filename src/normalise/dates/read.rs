//! Reads one cell as a date.

use std::borrow::Cow;

use chrono::{Datelike, Days, NaiveDate};

use crate::record::{CellValue, PartialDate, fold};

use super::super::text::is_placeholder;
use super::age::{age_in_date_cell, has_age_after, is_age};
use super::bare_number::{check_year, read_number_in, year_beside_age};
use super::calendar_words::is_nothing;
use super::clock::{Clock, without_time};
use super::column_style::{ColumnStyle, SwappedDates};
use super::date_reading::{DateReading, YearLimits};
use super::date_words::DateWords;
use super::letter_digits::with_digits;
use super::numerals::date_to_digits;
use super::numeric_date::{NumericDate, order_unsure};

/// Reads a cell as a date, the day before the month.
///
/// `base_year` is the year of the round or of the register: a two-digit year is the last such year up to it, and an age
/// is subtracted from it.
pub fn read_date(value: &CellValue, base_year: Option<i32>) -> DateReading {
    read_date_in(value, &ColumnStyle::DEFAULT, YearLimits::up_to(base_year))
}

/// Reads a cell of a column as a date.
pub(in super::super) fn read_date_in(value: &CellValue, style: &ColumnStyle, years: YearLimits) -> DateReading {
    let reading = match value {
        CellValue::DateSerial { serial, from_1904 } => read_serial(*serial, *from_1904, style),
        CellValue::Number(number) => match read_number_in(*number, style) {
            DateReading::Unreadable if (10.0..100.0).contains(number) && number.fract() == 0.0 => {
                year_beside_age(*number as u32, years).map_or(DateReading::Unreadable, DateReading::Read)
            }
            reading => reading,
        },
        CellValue::Text(text) => return read_text(text, style, years),
        CellValue::Error(error) if error == "#N/A" => DateReading::Missing,
        CellValue::Bool(_) | CellValue::Error(_) => DateReading::Unreadable,
    };
    without_filler(reading, style)
}

/// Replaces a day that stands for no date in its column.
fn without_filler(reading: DateReading, style: &ColumnStyle) -> DateReading {
    match reading {
        DateReading::Read(date) | DateReading::FromNumber(date) if style.is_filler(date) => DateReading::Missing,
        other => other,
    }
}

/// Reads a number that the workbook formats as a date.
fn read_serial(serial: f64, from_1904: bool, style: &ColumnStyle) -> DateReading {
    // Day 0, and a time without a day, are what a workbook shows for no date.
    if (0.0..1.0).contains(&serial) {
        return DateReading::Missing;
    }
    // Serials 1900 to 2100 are days of 1905: no listed person was born then, so a year was typed into a date cell.
    if serial.fract() == 0.0 && (1_900.0..=2_100.0).contains(&serial) {
        return PartialDate::year_only(serial as i32, false).map_or(DateReading::Impossible, DateReading::FromNumber);
    }
    let is_late = style.next_day.takes(Clock { seconds: seconds_of_day(serial), is_utc: false });
    let Some(day) = CellValue::day_of_serial(serial + f64::from(u8::from(is_late)), from_1904) else {
        return DateReading::Impossible;
    };
    match (style.swapped, NaiveDate::from_ymd_opt(day.year(), day.day(), day.month())) {
        (SwappedDates::Yes, Some(swapped)) => check_year(PartialDate::day(swapped)),
        (SwappedDates::Perhaps, Some(swapped)) if swapped != day => order_unsure(day.year()),
        _ => check_year(PartialDate::day(day)),
    }
}

/// Returns the seconds since midnight of a serial number.
pub(super) fn seconds_of_day(serial: f64) -> u32 {
    (serial.rem_euclid(1.0) * 86_400.0).round() as u32
}

/// Reads a text as a date.
pub(super) fn read_text(typed: &str, style: &ColumnStyle, years: YearLimits) -> DateReading {
    if let Some(date) = NumericDate::parse(typed) {
        return without_filler(date.read(style, years), style);
    }
    if is_placeholder(typed) {
        return DateReading::Missing;
    }
    let typed = with_digits(typed);
    let (text, clock) = without_time(&typed);
    let is_late = clock.is_some_and(|clock| style.next_day.takes(clock));
    let reading = match read_words(&text, style, years) {
        DateReading::Read(date) if is_late => {
            let next = date.known_day().and_then(|day| day.checked_add_days(Days::new(1)));
            DateReading::Read(next.map_or(date, PartialDate::day))
        }
        other => other,
    };
    without_filler(reading, style)
}

/// Reads a text without a time.
fn read_words(text: &str, style: &ColumnStyle, years: YearLimits) -> DateReading {
    if let Some(date) = NumericDate::parse(text) {
        return date.read(style, years);
    }
    if let Some(joined) = with_joined_year(text) {
        return read_words(&joined, style, years);
    }
    let folded = fold(&with_unknown_parts(text));
    if is_nothing(&folded) {
        return DateReading::Missing;
    }
    let Some(words) = DateWords::new(text, date_to_digits(folded)) else {
        return match without_age(text, style, years) {
            DateReading::Unreadable => age_in_date_cell(text, years),
            reading => reading,
        };
    };
    match words.read(style, years) {
        DateReading::Unreadable => age_in_date_cell(text, years),
        reading => reading,
    }
}

/// Reads a date whose age stands behind it in brackets: `1987 (30 ans)`. The two must fit where the year of the round
/// is known.
fn without_age(text: &str, style: &ColumnStyle, years: YearLimits) -> DateReading {
    let Some((date, age)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) else {
        return DateReading::Unreadable;
    };
    let reading = read_text(date, style, years);
    let fits = |date: PartialDate| has_age_after(age, date.year(), years.base) || years.is_base_guessed && is_age(age);
    if reading.date().is_some_and(fits) { reading } else { DateReading::Unreadable }
}

/// Joins a year that a sign divides: `19 75` and `1 975` alone, `14.07.2.004` behind a day and a month.
fn with_joined_year(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some(joined) = with_single_digits(text) {
        return Some(joined);
    }
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let (before, end) = text.rsplit_once([' ', '.'])?;
    let start = before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
    let (lead, start) = before.split_at(start);
    let is_divided = match (start, end.len()) {
        ("1" | "2", 3) => lead.is_empty() || lead.matches(['/', '.', '-', ' ']).count() == 2,
        ("19" | "20", 2) if lead.is_empty() => !text.contains('.'),
        ("19" | "20", 2) => text.ends_with(&format!(" {end}")) && lead.matches(['/', '.', '-']).count() == 2,
        _ => false,
    };
    let joined = || format!("{lead}{start}{end}");
    (is_number(start) && is_number(end) && is_divided).then(joined)
}

/// Joins a year whose digits stand apart: `1 9 8 7`, `15 - 8 - 1 9 8 7`.
fn with_single_digits(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    let (lead, year) = words.split_at(words.len().checked_sub(4)?);
    let is_digit = |word: &&str| word.len() == 1 && word.bytes().all(|b| b.is_ascii_digit());
    let is_year = year.iter().all(is_digit) && matches!(year[..2], ["1", "8" | "9"] | ["2", "0"]);
    let is_apart = lead.last().is_none_or(|last| last.ends_with(['/', '-', '.']) || last.contains(char::is_alphabetic));
    (is_year && is_apart).then(|| lead.concat() + &year.concat())
}

/// Marks the parts of a date that the typist left open: `12/??/1962` and `12/-/1962` become `12/XX/1962`.
fn with_unknown_parts(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    if !has_open_part(text) {
        return Cow::Borrowed(text);
    }
    let is_open = |part: &&str| !part.chars().any(char::is_alphanumeric);
    for sign in ['/', '.', '-', ' '] {
        let parts: Vec<&str> = text.split(sign).collect();
        if parts.len() == 3 && parts.iter().any(is_open) && (sign != ' ' || text.contains(['?', '_', '*'])) {
            let parts: Vec<&str> = parts.iter().map(|part| if is_open(part) { "XX" } else { part }).collect();
            return Cow::Owned(parts.join("/"));
        }
    }
    Cow::Borrowed(text)
}

/// Whether a sign stands at an end of the text or beside another sign.
fn has_open_part(text: &str) -> bool {
    let mut is_after_sign = true;
    for c in text.chars() {
        match c {
            '?' | '_' | '*' => return true,
            '/' | '-' | '.' if is_after_sign => return true,
            '/' | '-' | '.' => is_after_sign = true,
            ' ' => {}
            _ => is_after_sign = false,
        }
    }
    is_after_sign
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Precision;

    fn read(typed: &str) -> String {
        match read_date(&CellValue::Text(typed.into()), Some(2017)) {
            DateReading::Read(date) | DateReading::FromNumber(date) => {
                let first = date.first.to_string();
                let known = match date.precision {
                    Precision::Day => &first,
                    Precision::Month => &first[..7],
                    Precision::Year => &first[..4],
                    Precision::About => return format!("~{}", &first[..4]),
                };
                known.to_owned()
            }
            DateReading::WrongWeekday(_) => "wrong weekday".to_owned(),
            DateReading::AgeOrYear(date) => format!("ageoryear({})", date.year()),
            other => format!("{other:?}").to_lowercase(),
        }
    }

    #[test]
    fn dates_are_read_in_all_forms_that_agents_type() {
        // The round is that of 2017. `~` stands before an approximate year.
        let examples = include_str!("examples.txt").lines().map(|example| example.split_once(" = ").unwrap());
        let read = |(typed, read_as)| (typed, read_as, read(typed));
        let wrong: Vec<_> = examples.map(read).filter(|(_, read_as, read)| read_as != read).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    proptest::proptest! {
        #[test]
        fn no_text_causes_a_panic_or_a_year_out_of_range(typed in "\\PC{0,24}", year in proptest::option::of(1900..2100_i32)) {
            if let Some(date) = read_date(&CellValue::Text(typed.into()), year).date() {
                proptest::prop_assert!((1700..=2100).contains(&date.year()));
            }
        }

        #[test]
        fn no_number_causes_a_panic(number in proptest::num::f64::ANY, from_1904 in proptest::bool::ANY) {
            let _ = read_date(&CellValue::Number(number), None);
            let _ = read_date(&CellValue::DateSerial { serial: number, from_1904 }, None);
        }
    }

    #[test]
    fn two_digits_are_a_year_if_the_age_says_so() {
        let years = YearLimits { expected: Some(1986), ..YearLimits::up_to(Some(2017)) };
        let read = |value: &CellValue| read_date_in(value, &ColumnStyle::DEFAULT, years).date().map(|date| date.year());
        for value in [CellValue::Text("87".into()), CellValue::Number(87.0)] {
            assert_eq!(read(&value), Some(1987));
        }
        for value in [CellValue::Text("75".into()), CellValue::Number(75.0), CellValue::Number(31.0)] {
            assert_eq!(read(&value), None);
        }
    }

    #[test]
    fn numbers_are_years_or_serials_or_unreadable() {
        let of = |number| read_date(&CellValue::Number(number), None);
        assert_eq!(of(1985.0).date().map(|d| d.precision), Some(Precision::Year));
        assert_eq!(of(19_987.0), DateReading::Unreadable);
        let style = ColumnStyle { has_serials: true, ..ColumnStyle::DEFAULT };
        let among_others = read_date_in(&CellValue::Number(19_987.0), &style, YearLimits::default());
        assert!(matches!(among_others, DateReading::FromNumber(_)), "{among_others:?}");
        assert!(matches!(of(30741.0), DateReading::FromNumber(date) if date.first.to_string() == "1984-02-29"));
        assert_eq!(of(1e7), DateReading::Impossible);
        let year = CellValue::DateSerial { serial: 1987.0, from_1904: false };
        assert!(matches!(read_date(&year, None), DateReading::FromNumber(date) if date.precision == Precision::Year));
        for nonsense in [f64::NAN, f64::INFINITY, -3.0, 12.0, 1e300, 0.5] {
            assert_eq!(of(nonsense), DateReading::Unreadable, "{nonsense}");
        }
    }
}
