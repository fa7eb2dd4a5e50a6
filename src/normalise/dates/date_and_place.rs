//! Splits a cell that contains date and place: `Kinshasa, le 12/05/1987`, `Né à Boma le 3 mars 1990`, `1949 à Matadi`.

use crate::record::fold;

use super::age::{has_age_after, is_age, is_age_unit};
use super::column_style::ColumnStyle;
use super::date_reading::{DateReading, YearLimits};
use super::letter_digits::with_digits;
use super::read::read_text;

/// Maximum number of words; a longer text is prose.
const MAX_WORDS: usize = 16;

/// Returns the date, the longest run of words that is one, and the place that the other words name ("" if none).
pub(in crate::normalise) fn date_and_place(
    typed: &str,
    style: &ColumnStyle,
    years: YearLimits,
) -> (DateReading, String) {
    let spaced = separate(&with_digits(typed));
    let words: Vec<&str> = spaced.split_whitespace().take(MAX_WORDS).collect();
    for length in (1..=words.len()).rev() {
        let readings =
            words.windows(length).enumerate().map(|(at, some)| (at, read_text(&some.join(" "), style, years)));
        // In `2002 (12 ans)` the 12 is no month.
        let is_of_age = |at: usize| words.get(at + length).is_some_and(|next| is_age_unit(next));
        let found = readings.filter(|(at, reading)| {
            let is_day = || reading.date().is_some_and(|date| date.known_day().is_some());
            !matches!(reading, DateReading::Missing | DateReading::Unreadable) && (is_day() || !is_of_age(*at))
        });
        // Of runs of equal length a possible date has priority over an impossible one.
        if let Some((at, reading)) = found.min_by_key(|(_, reading)| *reading == DateReading::Impossible) {
            let rest: Vec<&str> = words[..at].iter().chain(&words[at + length..]).copied().collect();
            if is_age(&rest.join(" ")) {
                let base = years.base.filter(|_| !years.is_base_guessed);
                let fits = reading.date().zip(base).is_none_or(|(date, base)| {
                    date.known_day().is_some() || has_age_after(&rest.join(" "), date.year(), Some(base))
                });
                return (if fits { reading } else { DateReading::Unreadable }, String::new());
            }
            return if may_be_place(&rest, &words, reading) {
                (reading, place(&rest))
            } else {
                (DateReading::Unreadable, String::new())
            };
        }
    }
    let has_digit = typed.bytes().any(|b| b.is_ascii_digit());
    let reading = if has_digit { DateReading::Unreadable } else { DateReading::Missing };
    (reading, if has_digit { String::new() } else { place(&words) })
}

/// Whether the words beside a date may be a place. A second year, another day after "ou", and a number that stands
/// before everything else beside a mere year belong to the date.
fn may_be_place(words: &[&str], all: &[&str], reading: DateReading) -> bool {
    let has_digit = |word: &&str| word.bytes().any(|b| b.is_ascii_digit());
    if !words.iter().any(has_digit) {
        return true;
    }
    let is_number = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    let is_year = |digits: &str| digits.len() == 4 && matches!(&digits[..2], "19" | "20");
    let has_year = |word: &&str| word.split(|c: char| !c.is_ascii_digit()).any(is_year);
    let is_day = reading.date().is_some_and(|date| date.known_day().is_some());
    let starts_with_number = words.first().is_some_and(|word| is_number(word));
    let has_or = all.iter().any(|word| matches!(fold(word).as_str(), "OU" | "OF" | "OR"));
    !(words.iter().any(has_year) || has_or || starts_with_number && !is_day)
}

/// Inserts a space where only a sign separates letters from digits: `Kinshasa/12-05-1987`, `Boma,1949`.
fn separate(typed: &str) -> String {
    let mut spaced = String::with_capacity(typed.len() + 4);
    let mut before = [' ', ' '];
    for c in typed.chars() {
        let divides = matches!(before[1], '/' | ',' | ';' | '-' | '(' | ':');
        if divides && before[0].is_alphabetic() && c.is_ascii_digit() {
            spaced.push(' ');
        }
        before = [before[1], c];
        spaced.push(c);
    }
    spaced
}

/// Joins the words of a place, without prepositions and signs at both ends.
fn place(words: &[&str]) -> String {
    const LEADS: [&str; 12] = ["NE", "NEE", "NE E", "A", "AU", "AUX", "LE", "EN", "DE", "DU", "ID", "IDEM"];
    let is_lead = |word: &&&str| LEADS.contains(&fold(word).as_str()) || fold(word).is_empty();
    let first = words.iter().take_while(is_lead).count();
    let last = words.len() - words[first..].iter().rev().take_while(is_lead).count();
    words[first..last].join(" ").trim_matches([',', ';', ':', '-', '/', '(', ')', ' ', '.']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str, year: Option<i32>) -> (DateReading, String) {
        date_and_place(typed, &ColumnStyle::DEFAULT, YearLimits::up_to(year))
    }

    #[test]
    fn a_date_and_a_place_in_one_cell_are_separated() {
        for (typed, date, place) in [
            ("Kinshasa, le 12/05/1987", Some("1987-05-12"), "Kinshasa"),
            ("Né à Boma le 3 mars 1990", Some("1990-03-03"), "Boma"),
            ("12/05/1987 à Kinshasa", Some("1987-05-12"), "Kinshasa"),
            ("Kinshasa/12-05-1987", Some("1987-05-12"), "Kinshasa"),
            ("Boma 1949", Some("1949-01-01"), "Boma"),
            ("CS Kingasani 2, le 12/05/1987", Some("1987-05-12"), "CS Kingasani 2"),
            ("née en 1971", Some("1971-01-01"), ""),
            ("Kinshasa, 12 sept. 1987", Some("1987-09-12"), "Kinshasa"),
            ("Kinshasa, le 12/05/1987 à 08:30", Some("1987-05-12"), "Kinshasa"),
            ("Boma, 12/XI/1992", Some("1992-11-12"), "Boma"),
            ("12/05/1987 00:00:00 Kinshasa", Some("1987-05-12"), "Kinshasa"),
            ("Kinshasa", None, "Kinshasa"),
            ("le 31/04/1961 à Boma", None, "Boma"),
            ("Kin 1O/10/1993", Some("1993-10-10"), "Kin"),
            ("Kin, 10/1O/1993", Some("1993-10-10"), "Kin"),
            ("Kin, 5 ou 6/11/1993", Some("1993-11-01"), "Kin"),
            ("Kin, 12/05/1987 ou 13/06/1988", Some("1987-01-01"), "Kin"),
            ("5/11/2012 ou 2013", Some("2012-01-01"), ""),
            ("10 ans en 2015", Some("2005-01-01"), ""),
            ("Kin 2/88", Some("1988-02-01"), "Kin"),
            ("12/05/1987, 5 ème rue", Some("1987-05-12"), "5 ème rue"),
            ("Kin le 12/03/87", Some("1987-03-12"), "Kin"),
            ("12/03/87 à Kin", Some("1987-03-12"), "Kin"),
            ("né à Boma 1963, le 9 août", Some("1963-08-09"), "Boma"),
            ("Matadi, né en 2009", Some("2009-01-01"), "Matadi"),
            ("âge 8, né en 2009", Some("2009-01-01"), ""),
        ] {
            let (reading, found) = read(typed, Some(2017));
            assert_eq!(reading.date().map(|date| date.first.to_string()).as_deref(), date, "{typed}");
            assert_eq!(found, place, "{typed}");
        }
        assert_eq!(read("le 31/04/1961 à Boma", None).0, DateReading::Impossible);
        assert_eq!(read("Kinshasa", None).0, DateReading::Missing);
        for unsure in ["12 Kin 1993", "Kin 1993, 12/05/1987", "Kin, 12/05/1987 ou le 13/6"] {
            assert_eq!(read(unsure, Some(2017)), (DateReading::Unreadable, String::new()), "{unsure}");
        }
        assert_eq!(read("pendant la guerre de 14", None).0, DateReading::Unreadable);
    }
}
