//! When a changed row may be the corrected state of an earlier one, and when it is another person's.
//!
//! A family shares nom and post-nom, twins share the day of birth, too, and names are handed on from grandfather to
//! grandson: first name, day of birth and sex tell who is meant. In doubt the row is another person's: a new id and the
//! question who vanished can be put right, an id that two persons had can't.

use chrono::{Datelike, NaiveDate};

use super::twin_names::are_twin_keys;
use super::{CleanRow, Sex, Text, fold, same_name_key};

/// Days on which a birth is written whose year alone is known.
const DAYS_OF_YEAR_ALONE: [(u32, u32); 4] = [(1, 1), (6, 30), (7, 1), (12, 31)];
/// Years between a person and a child to whom the name may be handed on.
const YEARS_OF_GENERATION: u32 = 25;
/// A slip changes at most one letter of so many.
const LETTERS_PER_SLIP: usize = 4;

/// Endings that make the first name of the other sex: Pascal and Pascale, Gabriel and Gabrielle, Mario and Maria.
const ENDINGS_OF_SEXES: [[&str; 2]; 19] = [
    ["", "E"],
    ["", "A"],
    ["", "LE"],
    ["", "LA"],
    ["", "NE"],
    ["", "NA"],
    ["", "TE"],
    ["", "SE"],
    ["", "IE"],
    ["", "IA"],
    ["", "INE"],
    ["", "INA"],
    ["", "ETTE"],
    ["", "ELLE"],
    ["", "ELLA"],
    ["O", "A"],
    ["O", "E"],
    ["US", "A"],
    ["IS", "INE"],
];

/// The fields by which a corrected row is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RowIdentityFields {
    /// Nom, post-nom, prénom.
    pub(crate) names: [Text; 3],
    /// First day that the date of birth allows.
    pub(crate) born_on: Option<NaiveDate>,
    pub(crate) sex: Option<Sex>,
}

impl From<&CleanRow> for RowIdentityFields {
    fn from(row: &CleanRow) -> Self {
        let names = [&row.name.nom, &row.name.postnom, &row.name.prenom].map(Text::clone);
        Self { names, born_on: row.born.map(|born| born.first), sex: row.sex }
    }
}

impl RowIdentityFields {
    /// Reads nom, post-nom, prénom, day of birth and sex as a line of rulings and the column `says` of the lineage hold
    /// them, separated by `|`. An older program wrote no sex.
    pub(crate) fn parse(text: &str) -> Self {
        let mut parts = text.split('|').map(str::trim);
        let names = std::array::from_fn(|_| parts.next().unwrap_or_default().into());
        let born_on = parts.next().and_then(|day| day.parse().ok());
        Self { names, born_on, sex: parts.next().and_then(Sex::from_code) }
    }

    /// Returns how many of nom, post-nom, prénom and day of birth are known.
    pub(crate) fn n_known(&self) -> usize {
        self.names.iter().filter(|name| !name.is_empty()).count() + usize::from(self.born_on.is_some())
    }

    /// Returns how many of nom, post-nom, prénom and day of birth are known and the same.
    pub(crate) fn n_unchanged(&self, now: &Self) -> usize {
        let is_same = |(before, now): &(&Text, &Text)| !now.is_empty() && fold(before) == fold(now);
        self.names.iter().zip(&now.names).filter(is_same).count()
            + usize::from(now.born_on.is_some() && self.born_on == now.born_on)
    }

    /// Whether the first names are known and the same, letter by letter.
    pub(crate) fn has_same_first_name(&self, now: &Self) -> bool {
        !now.names[2].is_empty() && fold(&self.names[2]) == fold(&now.names[2])
    }

    /// Whether a row with other values may be the corrected state of this one: no value says that it is another
    /// person's.
    pub(crate) fn may_be_corrected_to(&self, now: &Self) -> bool {
        !births_differ(self.born_on, now.born_on) && !self.is_of_other_sex(now) && !self.has_other_names(now)
    }

    /// Whether the year of birth changed by two years or more: a ruling that was made on the former one is asked again.
    pub(crate) fn has_other_year(&self, now: &Self) -> bool {
        self.born_on.zip(now.born_on).is_some_and(|(before, now)| are_years_apart(before, now, 2))
    }

    /// Whether nothing but the first name changed, beside a day of birth: at the same place a correction, unless the two are
    /// names of twins.
    pub(crate) fn has_another_first_name_alone(&self, now: &Self) -> bool {
        let is_same_family = self.names[..2].iter().zip(&now.names[..2]).all(|(before, now)| fold(before) == fold(now));
        let is_same_day = self.sex == now.sex && self.born_on == now.born_on && self.born_on.is_some_and(is_whole_day);
        let [before, after] = [self, now].map(|row| fold(&row.names[2]));
        let are_twins = are_twin_keys(same_name_key(&before), same_name_key(&after));
        is_same_family && is_same_day && !are_twins && !are_of_two_sexes(&before, &after)
    }

    /// Whether the sex changed and something else, too. Where nothing but the sex changed, it was typed wrongly.
    fn is_of_other_sex(&self, now: &Self) -> bool {
        let is_same_name = self.names.iter().zip(&now.names).all(|(before, now)| fold(before) == fold(now));
        let is_same = is_same_name && self.born_on == now.born_on;
        !is_same && self.sex.zip(now.sex).is_some_and(|(before, now)| before != now)
    }

    /// Whether the names are those of a brother, a sister or a twin.
    fn has_other_names(&self, now: &Self) -> bool {
        let [before, after] = [self, now].map(|row| row.names.each_ref().map(|name| fold(name)));
        let are_twins = |(before, after): (&String, &String)| {
            before != after && are_twin_keys(same_name_key(before), same_name_key(after))
        };
        if before.iter().zip(&after).any(are_twins) {
            return true;
        }
        if sorted_words(&before) == sorted_words(&after) {
            // Nom and prénom were exchanged.
            return false;
        }
        // Who has no first name is told from the family by the post-nom.
        let own = if before[2].is_empty() && after[2].is_empty() { 1 } else { 2 };
        if before[own].is_empty() || after[own].is_empty() {
            let is_same_birth = self.born_on.is_some() && self.born_on == now.born_on;
            return before[own] != after[own] && !is_same_birth;
        }
        let is_known_sex = self.sex.is_some() && now.sex.is_some();
        first_names_differ(&before[own], &after[own]) || !is_known_sex && are_of_two_sexes(&before[own], &after[own])
    }
}

/// Whether a birth is known to the day: a year alone is written as one of a few days.
fn is_whole_day(day: NaiveDate) -> bool {
    !DAYS_OF_YEAR_ALONE.contains(&(day.month(), day.day()))
}

/// Returns the words of names, sorted.
fn sorted_words(names: &[String; 3]) -> Vec<&str> {
    let mut words: Vec<&str> = names.iter().flat_map(|name| name.split_whitespace()).collect();
    words.sort_unstable();
    words
}

/// Whether two first names are alike but for an ending that makes the first name of the other sex.
fn are_of_two_sexes(before: &str, now: &str) -> bool {
    let is_pair = |stem_and_end: [&str; 2]| {
        let ends = |name: &str, end: &str| name.strip_suffix(end).is_some_and(|stem| stem.len() >= 3);
        let stem = |name: &str, end: &str| name.strip_suffix(end).map(str::to_owned);
        let [one, other] = stem_and_end;
        let fits = |a: &str, b: &str| ends(a, one) && ends(b, other) && stem(a, one) == stem(b, other);
        fits(before, now) || fits(now, before)
    };
    ENDINGS_OF_SEXES.into_iter().any(is_pair)
}

/// Whether two first names are those of two persons: both are known, none has all words of the other, and more letters
/// differ than by a slip.
fn first_names_differ(before: &str, now: &str) -> bool {
    let (before, now) = (fold(before), fold(now));
    if before.is_empty() || now.is_empty() {
        return false;
    }
    let has_all = |whole: &str, part: &str| part.split(' ').all(|word| whole.split(' ').any(|other| other == word));
    if has_all(&before, &now) || has_all(&now, &before) {
        return false;
    }
    let [before, now] = [before, now].map(|name| name.chars().filter(|c| *c != ' ').collect::<Vec<char>>());
    let most = (before.len().max(now.len()) / LETTERS_PER_SLIP).max(1);
    n_changed_letters(&before, &now) > most
}

/// Whether two days of birth have nothing in common: neither the year, or almost, nor day and month. Those of a birth
/// whose year alone is known are no day and month; of such a year a digit may be a slip within a generation.
fn births_differ(before: Option<NaiveDate>, now: Option<NaiveDate>) -> bool {
    let Some((before, now)) = before.zip(now) else { return false };
    let least_years = if is_whole_day(before) && is_whole_day(now) { 2 } else { YEARS_OF_GENERATION };
    are_years_apart(before, now, least_years)
}

/// Whether two births are so many years apart, and not on the same day of the year.
fn are_years_apart(before: NaiveDate, now: NaiveDate, least_years: u32) -> bool {
    let is_same_day = (before.month(), before.day()) == (now.month(), now.day()) && is_whole_day(before);
    !is_same_day && before.year().abs_diff(now.year()) >= least_years
}

/// The letters to insert, remove or replace (Levenshtein distance).
fn n_changed_letters(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, letter) in a.iter().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, other) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(letter != other);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(diagonal + 1).min(row[j] + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_names_of_brothers_differ_and_slips_do_not() {
        for (before, now) in
            [("Nsimba", "Nzuzi"), ("Jean", "Grace"), ("Jean Paul", "Jean Pierre"), ("Mbuyi", "Kanku"), ("Ruth", "Sara")]
        {
            assert!(first_names_differ(before, now) && first_names_differ(now, before), "{before} {now}");
        }
        for (before, now) in [
            ("Nsimba", "NSIMBA"),
            ("Marie", "Maria"),
            ("Jean", "Jean Paul"),
            ("Dieumerci", "Dieu Merci"),
            ("Franclne", "Francine"),
            ("", "Ruth"),
            ("Ruth", ""),
        ] {
            assert!(!first_names_differ(before, now) && !first_names_differ(now, before), "{before} {now}");
        }
    }

    fn said(text: &str) -> RowIdentityFields {
        RowIdentityFields::parse(text)
    }

    #[test]
    fn a_row_of_another_person_is_no_corrected_one() {
        for (before, now) in [
            // Twins share all but the first name, and some the first letters of it.
            ("KASAI|LEMA|Nsimba|1995-03-12|M", "KASAI|LEMA|Nzuzi|1995-03-12|M"),
            ("KASAI|LEMA|Jean|1995-03-12|M", "KASAI|LEMA|Naomie|1995-03-12|"),
            ("KASAI|NSIMBA||1995-03-12|M", "KASAI|NZUZI||1995-03-12|M"),
            ("KASAI|NSIMBA|Ruth|1995-03-12|F", "KASAI|NZUZI|Ruth|1995-03-12|F"),
            ("KASAI|MBUYI||1995-03-12|", "KASAI|TUMBA||1995-03-12|"),
            // The first name of the other sex.
            ("KASAI|LEMA|Pascal|1995-03-12|M", "KASAI|LEMA|Pascale|1995-03-12|F"),
            ("KASAI|LEMA|Pascal|1995-03-12", "KASAI|LEMA|Pascale|1995-03-12|F"),
            ("KASAI|LEMA|Gabrielle|1995-03-12|", "KASAI|LEMA|Gabriel|1995-03-12|M"),
            ("KASAI|LEMA|Mario|1995-03-12|", "KASAI|LEMA|Maria|1995-03-12|"),
            ("KASAI|LEMA|Dominique|1995-03-12|M", "KASAI|LEMA|Dominique|1995-06-12|F"),
            // A name that was handed on.
            ("KASAI|LEMA|Paul|1935-08-05|M", "KASAI|LEMA|Paul|2017-11-20|M"),
            ("KASAI|LEMA||1935-08-05|M", "KASAI|LEMA|Grace|2017-01-05|F"),
            ("KASAI|LEMA||1935-08-05|M", "KASAI|LEMA|Grace||"),
            ("KASAI|LEMA|||M", "KASAI|LEMA|Grace||F"),
        ] {
            assert!(!said(before).may_be_corrected_to(&said(now)), "{before} -> {now}");
            assert!(!said(now).may_be_corrected_to(&said(before)), "{now} -> {before}");
        }
    }

    #[test]
    fn another_first_name_alone_is_a_correction_but_not_that_of_a_twin() {
        let is_one = |before: &str, now: &str| said(before).has_another_first_name_alone(&said(now));
        assert!(is_one("KASAI|LEMA|Bruno|1995-03-12|M", "KASAI|LEMA|Hervé|1995-03-12|M"));
        assert!(is_one("KASAI|LEMA|Grace|1995-03-12|", "KASAI|LEMA|Naomie|1995-03-12|"));
        for now in [
            "KASAI|LEMA|Nzuzi|1995-03-12|M",
            "KASAI|LEMA|Ruth|1995-03-12|F",
            "KASAI|LEMA|Ruth|1995-03-12|",
            "KASAI|LEMA|Jean|1995-03-13|M",
            "KASAI|MBUYI|Jean|1995-03-12|M",
        ] {
            assert!(!is_one("KASAI|LEMA|Nsimba|1995-03-12|M", now), "{now}");
        }
        assert!(!is_one("KASAI|LEMA|Paul|1995-01-01|M", "KASAI|LEMA|Jean|1995-01-01|M"));
        assert!(!is_one("KASAI|LEMA|Pascal|1995-03-12|", "KASAI|LEMA|Pascale|1995-03-12|"));
    }

    #[test]
    fn a_slip_that_was_mended_is_no_other_person() {
        for (before, now) in [
            ("KASAI|LEMA|Franclne|1995-03-12|F", "KASAI|LEMA|Francine|1995-03-12|F"),
            ("KASAI|LEMA|Paul|1995-03-12|M", "KASAI|LEMBA|Paul|1995-03-21|M"),
            ("KASAI|LEMA|Paul|1935-08-05|M", "KASAI|LEMA|Paul|1953-08-05|M"),
            ("KASAI|LEMA|Paul||M", "KASAI|LEMA|Paul|2017-11-20|M"),
            // Nothing but the sex, or the spelling of a first name of one sex.
            ("KASAI|LEMA|Ruth|1995-03-12|M", "KASAI|LEMA|Ruth|1995-03-12|F"),
            ("KASAI|LEMA|Gabriel|1995-03-12|F", "KASAI|LEMA|Gabrielle|1995-03-12|F"),
            ("KASAI|LEMA||1995-03-12|F", "KASAI|LEMA|Ruth|1995-03-12|F"),
            ("KASAI|LEMA||1995-03-12|F", "KASAI|LEMBA||1995-03-12|F"),
            // Nom and prénom were exchanged.
            ("KASAI|LEMA|Paul|1995-03-12|M", "Paul|LEMA|Kasai|1995-03-12|M"),
        ] {
            assert!(said(before).may_be_corrected_to(&said(now)), "{before} -> {now}");
        }
    }

    #[test]
    fn a_year_alone_is_no_day_in_common() {
        let day = |text: &str| text.parse().ok();
        for (before, now) in [("1990-01-01", "1935-01-01"), ("1990-06-30", "1935-06-30"), ("1990-03-12", "1935-05-05")]
        {
            assert!(births_differ(day(before), day(now)), "{before} {now}");
        }
        for (before, now) in [
            ("1990-03-12", "1960-03-12"),
            ("1990-03-12", "1991-04-12"),
            ("1990-01-01", "1990-01-01"),
            // A year that was typed again, of the same person as its names say.
            ("1951-01-01", "1931-01-01"),
        ] {
            assert!(!births_differ(day(before), day(now)), "{before} {now}");
        }
        assert!(!births_differ(None, day("1990-01-01")));
    }
}
