//! Reads one cell as a date.

use chrono::NaiveDate;

use crate::record::{CellValue, PartialDate, fold};

use super::super::text::is_placeholder;
use super::numerals;

/// The result of reading a cell as a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateReading {
    /// Blank, or a placeholder.
    Missing,
    /// A date.
    Read(PartialDate),
    /// A date from a bare number of days: the cell has lost its date format.
    FromNumber(PartialDate),
    /// A date that is in no calendar.
    Impossible,
    /// Not a date.
    Unreadable,
}

impl DateReading {
    /// Returns the date, if there is one.
    pub fn date(self) -> Option<PartialDate> {
        match self {
            Self::Read(date) | Self::FromNumber(date) => Some(date),
            _ => None,
        }
    }
}

/// Accepted years; a date outside them is impossible.
const YEARS: std::ops::RangeInclusive<i32> = 1800..=2100;

/// Reads a cell as a date.
///
/// `base_year` is the year of the round or of the register: a two-digit year is the last such year up to it, and an age
/// is subtracted from it.
pub fn read_date(value: &CellValue, base_year: Option<i32>) -> DateReading {
    match value {
        // Serials 1900 to 2100 are days of 1905: no listed person was born then, so a year was typed into a date cell.
        CellValue::DateSerial { serial, .. } if serial.fract() == 0.0 && (1_900.0..=2_100.0).contains(serial) => {
            PartialDate::year_only(*serial as i32, false).map_or(DateReading::Impossible, DateReading::FromNumber)
        }
        CellValue::DateSerial { serial, from_1904 } => match CellValue::day_of_serial(*serial, *from_1904) {
            Some(day) => check_year(PartialDate::day(day)),
            None => DateReading::Impossible,
        },
        CellValue::Number(number) => read_number(*number),
        CellValue::Text(text) => read_text(text, base_year),
        CellValue::Bool(_) | CellValue::Error(_) => DateReading::Unreadable,
    }
}

/// Returns the date, or `Impossible` if its year is out of range.
fn check_year(date: PartialDate) -> DateReading {
    if YEARS.contains(&date.year()) { DateReading::Read(date) } else { DateReading::Impossible }
}

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

/// Reads `19580131` or `31011958`.
fn read_eight_digits(digits: u32) -> DateReading {
    let (year, month, day) = (digits / 10_000, digits / 100 % 100, digits % 100);
    if YEARS.contains(&(year as i32)) && month <= 12 {
        return from_parts(day, month, year as i32);
    }
    from_parts(digits / 1_000_000, digits / 10_000 % 100, (digits % 10_000) as i32)
}

/// Builds a date from its parts. Agents type day or month 0 if it is unknown.
fn from_parts(day: u32, month: u32, year: i32) -> DateReading {
    if !YEARS.contains(&year) {
        return DateReading::Impossible;
    }
    let date = match (day, month) {
        (0, 0) => PartialDate::year_only(year, false),
        (0, month) => PartialDate::month(year, month),
        (day, month) => NaiveDate::from_ymd_opt(year, month, day).map(PartialDate::day),
    };
    date.map_or(DateReading::Impossible, DateReading::Read)
}

pub(super) fn read_text(typed: &str, base_year: Option<i32>) -> DateReading {
    if is_placeholder(typed) {
        return DateReading::Missing;
    }
    let folded = numerals::to_digits(fold(typed));
    let mut about = typed.contains(['±', '~', '≈']) || typed.contains("+/-") || typed.contains("+-");
    let mut parts: Vec<DatePart> = Vec::new();
    for word in without_iso_time(&folded).split(' ') {
        match part_of(word) {
            Some(DatePart::About) => about = true,
            Some(DatePart::Filler) => {}
            Some(part) => parts.push(part),
            None => return DateReading::Unreadable,
        }
    }
    match read_parts(&parts, about, base_year) {
        // "vers 1950" is an approximate year; "vers le 12/05/1950" stays a day.
        DateReading::Read(date) if about && date.known_month().is_none() => {
            PartialDate::year_only(date.year(), true).map_or(DateReading::Read(date), DateReading::Read)
        }
        other => other,
    }
}

/// Removes the time of "1990-02-03T00:00:00". The text is folded: its signs are spaces.
fn without_iso_time(folded: &str) -> &str {
    let is_day = |text: &str| text.len() == 10 && text.bytes().all(|b| b.is_ascii_digit() || b == b' ');
    folded.split_once('T').filter(|(day, _)| is_day(day)).map_or(folded, |(day, _)| day)
}

/// Reads the parts of a date, by their order and number of digits.
fn read_parts(parts: &[DatePart], about: bool, base_year: Option<i32>) -> DateReading {
    use DatePart::{Month, Number, Years};
    let parts = match parts {
        // The time of "1990-02-03 00:00" is ignored.
        [Number(_, 4), Number(_, 2), Number(_, 2), Number(hour, 2), Number(..), ..] if *hour < 24 => &parts[..3],
        _ => parts,
    };
    match *parts {
        [Number(year, 4)] => PartialDate::year_only(year as i32, about).map_or(DateReading::Impossible, check_year),
        [Number(digits, 8)] => read_eight_digits(digits),
        [Number(serial, 5)] => read_number(f64::from(serial)),
        [Number(age, 1..=3), Years] if age <= 130 => base_year
            .and_then(|year| PartialDate::year_only(year - age as i32, true))
            .map_or(DateReading::Unreadable, DateReading::Read),
        [Month(month), Number(year, 4)]
        | [Number(month, 1..=2), Number(year, 4)]
        | [Number(year, 4), Number(month, 1..=2)] => from_parts(0, month, year as i32),
        [Number(year, 4), Number(month, 1..=2), Number(day, 1..=2)] => from_parts(day, month, year as i32),
        [Number(day, 1..=2), Number(month, 1..=2), Number(year, digits @ (2 | 4))]
        | [Number(day, 1..=2), Month(month), Number(year, digits @ (2 | 4))]
        | [Month(month), Number(day, 1..=2), Number(year, digits @ (2 | 4))] => {
            let year = full_year(year, digits, base_year);
            year.map_or(DateReading::Unreadable, |year| from_parts(day, month, year))
        }
        _ => DateReading::Unreadable,
    }
}

/// A word of a date.
#[derive(Debug, Clone, Copy, PartialEq)]
enum DatePart {
    /// A number and how many digits it has.
    Number(u32, usize),
    /// A month by name, 1..=12.
    Month(u32),
    /// "ans": the number before it is an age.
    Years,
    /// "vers": the date is approximate.
    About,
    /// A word without meaning for the date.
    Filler,
}

/// Reads one word of a date; `None` if it does not belong to a date.
fn part_of(word: &str) -> Option<DatePart> {
    const ABOUT: [&str; 11] =
        ["VERS", "ENV", "ENVIRON", "CIRCA", "CA", "OMSTREEKS", "ROND", "ABOUT", "APPROX", "PRESUME", "PRESUMEE"];
    const FILLER: [&str; 20] = [
        "NE", "NEE", "E", "EN", "LE", "L", "AN", "ANNEE", "DE", "DU", "D", "LUNDI", "MARDI", "MERCREDI", "JEUDI",
        "VENDREDI", "SAMEDI", "DIMANCHE", "OP", "IN",
    ];
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    match (number.parse::<u32>(), rest) {
        (Ok(n), "") => Some(DatePart::Number(n, digits)),
        (Ok(1), "ER" | "ERE") => Some(DatePart::Number(1, 1)),
        (Ok(n), "EME" | "E") if digits <= 2 => Some(DatePart::Number(n, digits)),
        (Ok(_), _) => None,
        _ if matches!(word, "ANS" | "JAAR") => Some(DatePart::Years),
        _ if ABOUT.contains(&word) => Some(DatePart::About),
        _ if FILLER.contains(&word) => Some(DatePart::Filler),
        _ => month_of(word).map(DatePart::Month),
    }
}

/// Returns the month (1..=12) of a name in French, Dutch, English or Lingala, whole or shortened to its first letters.
fn month_of(word: &str) -> Option<u32> {
    const MONTHS: [&[&str]; 12] = [
        &["JANVIER", "JANUARI", "JANUARY", "YANUALI"],
        &["FEVRIER", "FEBRUARI", "FEBRUARY", "FEV", "FEVR", "FEBWALI"],
        &["MARS", "MAART", "MARCH", "MRT", "MARSI"],
        &["AVRIL", "APRIL", "AVR", "APRILI"],
        &["MAI", "MEI", "MAY"],
        &["JUIN", "JUNI", "JUNE"],
        &["JUILLET", "JULI", "JULY", "JUIL"],
        &["AOUT", "AUGUSTUS", "AUGUST", "AUGUSTI"],
        &["SEPTEMBRE", "SEPTEMBER", "SEPT", "SETTEMBRE"],
        &["OCTOBRE", "OKTOBER", "OCTOBER", "OKT"],
        &["NOVEMBRE", "NOVEMBER"],
        &["DECEMBRE", "DECEMBER"],
    ];
    let whole = MONTHS.iter().position(|names| names.contains(&word));
    let shortened = || {
        let fits: Vec<usize> =
            (0..12).filter(|m| word.len() >= 3 && MONTHS[*m].iter().any(|name| name.starts_with(word))).collect();
        if let [only] = fits[..] { Some(only) } else { None }
    };
    whole.or_else(shortened).map(|month| month as u32 + 1)
}

/// Completes a two-digit year: the last such year up to `base_year`.
fn full_year(year: u32, digits: usize, base_year: Option<i32>) -> Option<i32> {
    if digits == 4 {
        return Some(year as i32);
    }
    let last = base_year?;
    let this_century = last - last.rem_euclid(100) + year as i32;
    Some(if this_century <= last { this_century } else { this_century - 100 })
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
            other => format!("{other:?}").to_lowercase(),
        }
    }

    #[test]
    fn dates_are_read_in_all_forms_that_agents_type() {
        // The round is that of 2017. `~` stands before an approximate year.
        for example in include_str!("examples.txt").lines() {
            let (typed, read_as) = example.split_once(" = ").unwrap();
            assert_eq!(read(typed), read_as, "{typed}");
        }
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
    fn numbers_are_years_or_serials_or_unreadable() {
        let of = |number| read_date(&CellValue::Number(number), None);
        assert_eq!(of(1985.0).date().map(|d| d.precision), Some(Precision::Year));
        assert!(matches!(of(30741.0), DateReading::FromNumber(date) if date.first.to_string() == "1984-02-29"));
        assert_eq!(of(1e7), DateReading::Impossible);
        let year = CellValue::DateSerial { serial: 1987.0, from_1904: false };
        assert!(matches!(read_date(&year, None), DateReading::FromNumber(date) if date.precision == Precision::Year));
        for nonsense in [f64::NAN, f64::INFINITY, -3.0, 12.0, 1e300, 0.5] {
            assert_eq!(of(nonsense), DateReading::Unreadable, "{nonsense}");
        }
    }
}
