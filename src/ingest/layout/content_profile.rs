//! Counts what the cells of a column look like, whatever its heading: dates, sexes, crosses, words.
//!
//! The counts serve to check headings and to recognise columns by content. They give no value its meaning: `normalise` does.

use crate::record::{CellValue, GridRow, RawCell, fold};

use super::titles::MAX_TITLE;

/// How many cells of a column look like a date, a sex and so on. Shares are fractions of `n`, the filled cells.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct ContentProfile {
    pub(super) n: usize,
    dates: usize,
    dates_with_place: usize,
    days: usize,
    months: usize,
    years: usize,
    sexes: usize,
    crosses: usize,
    words: usize,
}

impl ContentProfile {
    /// The profile of a column over these rows.
    pub(super) fn of_column(column: u16, rows: &[&GridRow]) -> Self {
        let mut profile = Self::default();
        rows.iter().filter_map(|row| row.value(column)).for_each(|value| profile.add(value));
        profile
    }

    /// Counts one more cell.
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
        if number.fract() != 0.0 {
            return;
        }
        self.days += usize::from((1.0..=31.0).contains(&number));
        self.months += usize::from((1.0..=12.0).contains(&number));
        self.crosses += usize::from(number == 1.0);
        if (1850.0..=2100.0).contains(&number) {
            self.years += 1;
            self.dates += 1;
        }
        // Days since 1900, or eight digits: a date without its cell format.
        self.dates += usize::from((5_000.0..60_000.0).contains(&number) || (1e7..1e8).contains(&number));
    }

    fn add_text(&mut self, text: &str) {
        if let Ok(number) = text.trim().parse::<f64>() {
            return self.add_number(number);
        }
        if text.len() > MAX_TITLE {
            self.words += 1;
            return;
        }
        let features = text_features(text);
        self.dates += usize::from(features.is_date && !features.has_words);
        self.dates_with_place += usize::from(features.is_date && features.has_words);
        self.months += usize::from(features.is_month);
        self.sexes += usize::from(is_sex(text));
        self.crosses += usize::from(is_cross(text));
        self.words += usize::from(features.has_words && !features.is_date);
    }

    fn share(&self, count: usize) -> f64 {
        if self.n == 0 { 0.0 } else { count as f64 / self.n as f64 }
    }

    /// Whether there are enough filled cells to decide by.
    pub(super) fn has_enough_cells(&self) -> bool {
        self.n >= 5
    }

    pub(super) fn dates(&self) -> f64 {
        self.share(self.dates)
    }

    pub(super) fn dates_with_place(&self) -> f64 {
        self.share(self.dates_with_place)
    }

    pub(super) fn days(&self) -> f64 {
        self.share(self.days)
    }

    pub(super) fn months(&self) -> f64 {
        self.share(self.months)
    }

    pub(super) fn years(&self) -> f64 {
        self.share(self.years)
    }

    pub(super) fn sexes(&self) -> f64 {
        self.share(self.sexes)
    }

    pub(super) fn crosses(&self) -> f64 {
        self.share(self.crosses)
    }

    pub(super) fn words(&self) -> f64 {
        self.share(self.words)
    }
}

/// What a text contains.
struct TextFeatures {
    /// A year or three numbers, with or without the usual words around a date.
    is_date: bool,
    is_month: bool,
    /// Words that belong to no date.
    has_words: bool,
}

fn text_features(text: &str) -> TextFeatures {
    const AROUND_DATES: [&str; 24] = [
        "NE", "NEE", "E", "LE", "L", "EN", "VERS", "A", "AU", "AN", "ANS", "ANNEE", "DE", "DU", "D", "ENV", "ENVIRON",
        "ER", "ERE", "CIRCA", "CA", "PRESUME", "PRESUMEE", "IN",
    ];
    let folded = fold(text);
    let (mut numbers, mut has_year, mut has_month, mut has_words) = (0, false, false, false);
    for word in folded.split(' ') {
        let digits = word.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            numbers += 1;
            has_year |= digits == 4 && ("1850".."2101").contains(&&word[..4]);
            has_words |= word.len() - digits > 3;
        } else if is_month(word) {
            has_month = true;
        } else if !AROUND_DATES.contains(&word) {
            has_words |= word.len() >= 2;
        }
    }
    TextFeatures {
        is_date: has_year || numbers == 3 || (has_month && numbers >= 2),
        is_month: has_month && numbers == 0 && !has_words,
        has_words,
    }
}

/// Whether a folded word is a month or its first letters.
fn is_month(word: &str) -> bool {
    const MONTHS: &str = "JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE OCTOBRE NOVEMBRE DECEMBRE";
    word.len() >= 3 && MONTHS.split(' ').any(|month| month.starts_with(word))
}

/// Whether a text is a sex, as a letter or a word.
fn is_sex(text: &str) -> bool {
    let folded = fold(text);
    matches!(
        folded.as_str(),
        "M" | "F" | "H" | "G" | "HOMME" | "FEMME" | "GARCON" | "FILLE" | "MALE" | "FEMALE" | "V" | "FEM" | "FEMININ"
    ) || folded.starts_with("MASC")
}

/// Whether a text is a mark in a box to tick.
fn is_cross(text: &str) -> bool {
    matches!(text.trim(), "x" | "X" | "×" | "✓" | "✔" | "✗" | "+" | "1" | "oui" | "Oui" | "OUI" | "v")
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

    fn profile(texts: &[&str]) -> ContentProfile {
        let mut profile = ContentProfile::default();
        texts.iter().for_each(|text| profile.add(&CellValue::Text((*text).into())));
        profile
    }

    #[test]
    fn dates_with_and_without_a_place_are_distinguished() {
        let dates = profile(&["12/05/1987", "vers 1950", "3 mars 1990", "1949", "06-02-16"]);
        assert!(dates.dates() > 0.99 && dates.dates_with_place() < 0.01);
        let both = profile(&["Kinshasa, le 12/05/1987", "Né à Boma le 3 mars 1990", "12/05/1987 à Kinshasa"]);
        assert!(both.dates_with_place() > 0.99 && both.dates() < 0.01);
        let places = profile(&["Kinshasa", "Boma", "CS Kingasani 2"]);
        assert!(places.words() > 0.99 && places.dates() < 0.01);
    }
}
