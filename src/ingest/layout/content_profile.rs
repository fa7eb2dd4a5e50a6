//! Counts how many cells of a column look like a date, a month, a sex, a tick (x) or words, whatever its heading.
//!
//! The counts serve to check headings and to recognise columns by content; `normalise` interprets the values. This file
//! also judges whether a row without headings may be a person.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use crate::record::{CellValue, GridRow, RawCell, fold};

use super::context_lines::MAX_TITLE;

/// Known prénoms, folded: the list by which names in one cell are split.
static KNOWN_PRENOMS: LazyLock<HashSet<&'static str, FixedState>> = LazyLock::new(|| {
    include_str!("../../normalise/prenoms.txt").lines().filter(|line| !line.starts_with('#')).collect()
});

/// How many cells of a column look like a date, a sex and so on; `n` are filled.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ContentProfile {
    n: usize,
    pub(super) dates: usize,
    pub(super) dates_with_place: usize,
    pub(super) days: usize,
    pub(super) months: usize,
    pub(super) years: usize,
    pub(super) sexes: usize,
    /// Texts of a sex and an age: `M/34`, `F 27 ans`.
    pub(super) sexes_with_age: usize,
    pub(super) crosses: usize,
    pub(super) words: usize,
    /// Numbers, as such or as text, with spaces or a percent sign.
    pub(super) numbers: usize,
    /// Plain numbers that may be the days of a spreadsheet, or amounts.
    pub(super) serials: usize,
    /// Whole numbers from 0 to 110.
    pub(super) ages: usize,
    /// Texts with a known prénom among their words.
    pub(super) with_prenom: usize,
    /// Texts of two words or more.
    pub(super) several_words: usize,
    /// Texts that have letters, and a digit or a sign that no name has.
    pub(super) codes: usize,
}

impl ContentProfile {
    pub(super) fn of_column(column: u16, rows: &[&GridRow]) -> Self {
        let mut profile = Self::default();
        rows.iter().filter_map(|row| row.value(column)).for_each(|value| profile.add(value));
        profile
    }

    pub(super) fn of_value(value: &CellValue) -> Self {
        let mut profile = Self::default();
        profile.add(value);
        profile
    }

    pub(super) fn of_text(text: &str) -> Self {
        Self::of_value(&CellValue::Text(text.into()))
    }

    fn add(&mut self, value: &CellValue) {
        self.n += 1;
        match value {
            CellValue::DateSerial { .. } => self.dates += 1,
            CellValue::Number(number) => self.add_number(*number),
            CellValue::Text(text) => self.add_text(text),
            CellValue::Bool(_) | CellValue::Error(_) => {}
        }
    }

    fn add_number(&mut self, number: f64) {
        self.numbers += 1;
        if number.fract() != 0.0 {
            return;
        }
        self.days += usize::from((1.0..=31.0).contains(&number));
        self.months += usize::from((1.0..=12.0).contains(&number));
        self.ages += usize::from((0.0..=110.0).contains(&number));
        self.crosses += usize::from(number == 1.0);
        if (1850.0..=2100.0).contains(&number) {
            self.years += 1;
            self.dates += 1;
        }
        // Days since 1900, or eight digits: a date without its cell format.
        let is_serial = (5_000.0..60_000.0).contains(&number);
        self.serials += usize::from(is_serial);
        self.dates += usize::from(is_serial || (1e7..1e8).contains(&number));
    }

    fn add_text(&mut self, text: &str) {
        if let Ok(number) = text.trim().parse::<f64>() {
            return self.add_number(number);
        }
        if is_spaced_number(text) {
            self.numbers += 1;
            return;
        }
        if text.len() > MAX_TITLE {
            self.words += 1;
            return;
        }
        let (is_date, is_month, has_words) = text_features(text);
        let is_cross = matches!(
            text.trim(),
            "x" | "X" | "×" | "✓" | "✔" | "✗" | "√" | "☑" | "+" | "1" | "oui" | "Oui" | "OUI" | "v"
        );
        self.dates += usize::from(is_date && !has_words);
        self.dates_with_place += usize::from(is_date && has_words);
        self.months += usize::from(is_month);
        self.sexes += usize::from(is_sex(text));
        self.sexes_with_age += usize::from(is_sex_with_age(text));
        self.crosses += usize::from(is_cross);
        self.words += usize::from(has_words && !is_date);
        if has_words && !is_date {
            self.add_words(text);
        }
    }

    fn add_words(&mut self, text: &str) {
        let folded = fold(text);
        self.with_prenom += usize::from(folded.split(' ').any(|word| KNOWN_PRENOMS.contains(word)));
        self.several_words += usize::from(folded.contains(' '));
        self.codes += usize::from(text.contains(|c: char| c.is_ascii_digit() || matches!(c, '@' | '/' | '_' | ':')));
    }

    /// Whether most filled cells are numbers and no dates.
    pub(super) fn is_numeric(&self) -> bool {
        self.n > 0 && self.share(|p| p.numbers) >= 0.6
    }

    /// Whether the cells are names of persons: words without digits, a known prénom in every fifth.
    pub(super) fn holds_names(&self) -> bool {
        self.n > 0
            && self.share(|p| p.words) >= 0.8
            && self.share(|p| p.codes) <= 0.1
            && self.share(|p| p.with_prenom) >= 0.2
    }

    pub(super) fn n(&self) -> usize {
        self.n
    }

    pub(super) fn has_enough_cells(&self) -> bool {
        self.n >= 5
    }

    /// Whether the cells agree that they are of a sort: nine tenths of five or more, or all of two to four.
    pub(super) fn shows(&self, count: fn(&Self) -> usize) -> bool {
        match self.n {
            0 | 1 => false,
            2..=4 => count(self) == self.n,
            _ => self.share(count) >= 0.9,
        }
    }

    /// The share of a count among the filled cells.
    pub(super) fn share(&self, count: fn(&Self) -> usize) -> f64 {
        if self.n == 0 { 0.0 } else { count(self) as f64 / self.n as f64 }
    }
}

/// Whether a known prénom is among the words of a text.
pub(super) fn has_prenom(text: &str) -> bool {
    fold(text).split(' ').any(|word| KNOWN_PRENOMS.contains(word))
}

/// Whether a text is a number with spaces between its digits or a percent sign: `20 641`, `12,5 %`.
fn is_spaced_number(text: &str) -> bool {
    let is_sign = |c: char| matches!(c, ' ' | '\u{a0}' | '\u{202f}' | ',' | '.' | '%' | '-' | '+');
    text.bytes().any(|b| b.is_ascii_digit())
        && text.chars().all(|c| c.is_ascii_digit() || is_sign(c))
        && !text.trim().contains(['-', '.'])
}

/// Whether a text is a date (a year or three numbers, with or without the usual words around a date), whether it is a
/// month, and whether it has words that belong to no date.
fn text_features(text: &str) -> (bool, bool, bool) {
    const AROUND_DATES: &str =
        "NE NEE E LE L EN VERS A AU AN ANS ANNEE DE DU D ENV ENVIRON ER ERE CIRCA CA PRESUME PRESUMEE IN";
    let folded = with_digits(fold(text));
    let (mut numbers, mut has_year, mut has_month, mut has_words) = (0, false, false, false);
    // "AN/001/2016" is a reference.
    let mut is_reference = false;
    for word in folded.split(' ') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            numbers += 1;
            is_reference |= digits == 3;
            has_year |= digits == 4 && ("1850".."2101").contains(&&word[..4]);
            // `AN/001/2016` is the number of an act.
            has_words |= word.len() - digits > 3 || (digits == 3 && word.len() == 3);
        } else if is_month(word) {
            has_month = true;
        } else if !AROUND_DATES.split(' ').any(|known| known == word) {
            has_words |= word.len() >= 2;
        }
    }
    // "Le premier mars deux mille dix-sept" is a date in words alone.
    if numbers == 0 && has_month && is_year_in_words(&folded) {
        return (true, false, false);
    }
    let is_date = !is_reference && (has_year || numbers == 3 || (has_month && numbers >= 2));
    (is_date, has_month && numbers == 0 && !has_words, has_words)
}

/// Whether a folded text has the words of a year: `deux mille dix-sept`, `mil neuf cent quatre-vingt`.
fn is_year_in_words(folded: &str) -> bool {
    let mut words = folded.split(' ');
    words.any(|word| matches!(word, "MILLE" | "MIL")) && folded.split(' ').any(|word| matches!(word, "DEUX" | "NEUF"))
}

/// A folded text with the digits for which letters were typed: `12 O3 1987`, `L2 03 1987`. A word of letters alone
/// stays.
fn with_digits(folded: String) -> String {
    let is_mistyped = |word: &str| {
        word.bytes().any(|b| b.is_ascii_digit())
            && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'O' | b'L' | b'I'))
    };
    let is_plain = !folded.split(' ').any(|word| is_mistyped(word) && word.bytes().any(|b| !b.is_ascii_digit()));
    if is_plain {
        return folded;
    }
    let digits = |word: &str| {
        if is_mistyped(word) { word.replace('O', "0").replace(['L', 'I'], "1") } else { word.to_owned() }
    };
    folded.split(' ').map(digits).collect::<Vec<_>>().join(" ")
}

/// Whether a folded word is a month or its first letters.
fn is_month(word: &str) -> bool {
    const MONTHS: &str = "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE";
    word.len() >= 3 && MONTHS.split(' ').any(|month| month.starts_with(word))
}

/// Whether a text is a sex, as a letter or a word.
fn is_sex(text: &str) -> bool {
    const SEXES: &str = "M F H G HOMME FEMME GARCON FILLE MALE FEMALE V FEM ME KE MOBALI MWASI MUASI MAN VROUW HOMBRE MUJER HOMEM \
        MULHER MR MME MLLE MONSIEUR MADAME MADEMOISELLE BAKALA NKENTO MULUME MUKAJI MUKASHI MUKAZI MUME MKE MWANAUME \
        MWANAMKE MVULANA MSICHANA";
    let folded = fold(text);
    let bare = folded.trim_start_matches("UN ").trim_start_matches("UNE ");
    SEXES.split(' ').any(|sex| sex == bare) || ["MASC", "FEMIN", "FEMEN"].iter().any(|start| bare.starts_with(start))
}

/// Whether a text is a sex and a number, with or without the unit of an age. `normalise` decides whether it is an age.
fn is_sex_with_age(text: &str) -> bool {
    const MAX_LENGTH: usize = 24;
    const UNITS: &str = "AN ANS A MOIS JOURS SEMAINES JAAR MAANDEN YEARS YRS MONTHS ANOS MIAKA MBULA";
    let is_mixed =
        |text: &str| text.bytes().any(|b| b.is_ascii_digit()) && text.bytes().any(|b| b.is_ascii_alphabetic());
    if text.len() > MAX_LENGTH || !is_mixed(text) {
        return false;
    }
    let folded = fold(text);
    let mut words = folded.split(|c: char| !c.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let n_numbers = folded.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
    let n_sexes = words.clone().filter(|word| is_sex(word)).count();
    n_numbers == 1 && n_sexes == 1 && words.all(|word| is_sex(word) || UNITS.split(' ').any(|unit| unit == word))
}

/// Whether rows of two or three cells explain something: a sentence stands in every second row or more.
pub(super) fn is_explanation(rows: &[&GridRow]) -> bool {
    const MOST_WORDS: usize = 6;
    // The fields of a record in one cell are no sentence.
    let is_record = |text: &str| text.trim_start().starts_with(['{', '[']);
    let is_sentence = |value: &CellValue| matches!(value, CellValue::Text(text) if text.split_whitespace().count() > MOST_WORDS && !is_record(text));
    let has_sentence = |row: &&&GridRow| row.cells.len() <= 3 && row.cells.iter().any(|(_, value)| is_sentence(value));
    let n = rows.iter().filter(has_sentence).count();
    n > 0 && n * 2 >= rows.len()
}

/// Whether a row without a known heading may be a person: at least four cells, two of them words, one a date or a sex.
pub(super) fn may_be_person(cells: &[RawCell]) -> bool {
    let mut profile = ContentProfile::default();
    cells.iter().for_each(|cell| profile.add(&cell.value));
    let n_words = profile.words;
    cells.len() >= 4 && n_words >= 2 && (profile.dates + profile.dates_with_place > 0 || profile.sexes > 0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_with_and_without_a_place_are_distinguished() {
        for (texts, dates, dates_with_place, words) in [
            (&["12/05/1987", "vers 1950", "3 mars 1990", "1949", "06-02-16"][..], 5, 0, 0),
            (&["Kinshasa, le 12/05/1987", "Né à Boma le 3 mars 1990", "12/05/1987 à Kinshasa"], 0, 3, 0),
            (&["Kinshasa", "Boma", "CS Kingasani 2"], 0, 0, 3),
        ] {
            let mut profile = ContentProfile::default();
            texts.iter().for_each(|text| profile.add_text(text));
            assert_eq!((profile.dates, profile.dates_with_place, profile.words), (dates, dates_with_place, words));
        }
    }
}
