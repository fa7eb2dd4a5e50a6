//! Reads a month and two digits of a year in a register: `mars-17`, `12/17`.

use chrono::{Datelike, NaiveDate};

use crate::record::{CellValue, PartialDate};

use super::dates::{ColumnStyle, YearLimits, read_date_in};

/// Whether a text is a month and two digits that are a year, as a spreadsheet shows it: `mars-17`, `avr 17` in 2017 or
/// 2018. A day stands before its month, but `mars 19` in 2018 is no year that was yet to come: it is the 19th.
pub(super) fn is_month_before_year(text: &str, year: i32) -> bool {
    let text = text.trim();
    let Some(at) = text.find(|c: char| c.is_ascii_digit()) else { return false };
    let (month, digits) = text.split_at(at);
    let Ok(number) = digits.parse::<i32>() else { return false };
    let is_word = month.chars().filter(|c| c.is_alphabetic()).count() >= 3;
    let is_year = (year - 1..=year).any(|year| year.rem_euclid(100) == number);
    let is_day = (1..=31).contains(&number) && number > year.rem_euclid(100);
    is_word && digits.len() == 2 && (is_year || month.ends_with('-') && !is_day)
}

/// Reads a month and two digits of a year: `avr-17` in 2017 or 2018.
pub(super) fn month_and_year(text: &str, year: i32) -> Option<PartialDate> {
    if !is_month_before_year(text, year) {
        return None;
    }
    let (month, digits) = text.trim().split_at(text.trim().find(|c: char| c.is_ascii_digit())?);
    let number: i32 = digits.parse().ok()?;
    let full = year - (year - number).rem_euclid(100);
    let text = format!("{} {full}", month.trim_matches(['-', ' ', '.']));
    read_date_in(&CellValue::Text(text.into()), &ColumnStyle::DEFAULT, YearLimits::default()).date()
}

/// Reads the number of a month and two digits of the year of the declaration or the one before: `12/17`. They are no
/// day and month.
pub(super) fn numbers_of_month_and_year(text: &str, declared: NaiveDate) -> Option<PartialDate> {
    const MONTHS: u32 = 12;
    let (month, digits) = text.trim().split_once(['/', '-', '.'])?;
    let (month, number): (u32, u32) = (month.parse().ok()?, digits.parse().ok()?);
    let mut years = [declared.year(), declared.year() - 1].into_iter();
    let year = years.find(|year| year.rem_euclid(100) == number as i32)?;
    let date = PartialDate::month(year, month)?;
    (digits.len() == 2 && number > MONTHS && date.first <= declared).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_digits_behind_a_month_are_a_year_that_was_known_at_the_declaration() {
        for (typed, declared, born) in [
            ("mars-17", 2017, Some((2017, 3))),
            ("avr 17", 2018, Some((2017, 4))),
            ("déc-98", 2018, Some((1998, 12))),
            ("mars 19", 2018, None),
            ("avril 19", 2018, None),
            ("mars-19", 2018, None),
            ("mars 31", 2018, None),
        ] {
            let month = month_and_year(typed, declared).map(|date| (date.year(), date.first.month()));
            assert_eq!(month, born, "{typed}");
        }
        let declared = NaiveDate::from_ymd_opt(2017, 12, 28).expect("a day");
        for (typed, month) in
            [("12/17", Some(12)), ("11-17", Some(11)), ("12/12", None), ("12/98", None), ("13/17", None)]
        {
            let read = numbers_of_month_and_year(typed, declared).and_then(|date| date.known_month());
            assert_eq!(read, month, "{typed}");
        }
    }
}
