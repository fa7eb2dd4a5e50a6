//! Splits a cell that contains date and place: `Kinshasa, le 12/05/1987`, `Né à Boma le 3 mars 1990`, `1949 à Matadi`.

use crate::record::fold;

use super::column_style::ColumnStyle;
use super::date_reading::{DateReading, YearLimits};
use super::read::read_text;

/// Maximum number of words; a longer text is prose.
const MAX_WORDS: usize = 16;

/// Returns the date, the longest run of words that is one, and the place that the other words name ("" if none).
pub(in crate::normalise) fn date_and_place(
    typed: &str,
    style: &ColumnStyle,
    years: YearLimits,
) -> (DateReading, String) {
    let spaced = separate(typed);
    let words: Vec<&str> = spaced.split_whitespace().take(MAX_WORDS).collect();
    for length in (1..=words.len()).rev() {
        let readings =
            words.windows(length).enumerate().map(|(at, some)| (at, read_text(&some.join(" "), style, years)));
        let found = readings.filter(|(_, reading)| !matches!(reading, DateReading::Missing | DateReading::Unreadable));
        // Of runs of equal length a possible date has priority over an impossible one.
        if let Some((at, reading)) = found.min_by_key(|(_, reading)| *reading == DateReading::Impossible) {
            let rest: Vec<&str> = words[..at].iter().chain(&words[at + length..]).copied().collect();
            return (reading, place(&rest));
        }
    }
    let has_digit = typed.bytes().any(|b| b.is_ascii_digit());
    let reading = if has_digit { DateReading::Unreadable } else { DateReading::Missing };
    (reading, if has_digit { String::new() } else { place(&words) })
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
    const LEADS: [&str; 10] = ["NE", "NEE", "NE E", "A", "AU", "AUX", "LE", "EN", "DE", "DU"];
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
        ] {
            let (reading, found) = read(typed, Some(2017));
            assert_eq!(reading.date().map(|date| date.first.to_string()).as_deref(), date, "{typed}");
            assert_eq!(found, place, "{typed}");
        }
        assert_eq!(read("le 31/04/1961 à Boma", None).0, DateReading::Impossible);
        assert_eq!(read("Kinshasa", None).0, DateReading::Missing);
        assert_eq!(read("pendant la guerre de 14", None).0, DateReading::Unreadable);
    }
}
