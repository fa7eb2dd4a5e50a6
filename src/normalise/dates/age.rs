//! Reads ages as agents type them: `8 mois`, `2 ans 6 mois`, `1 an et demi`, `env. 40`, `< 1`, `nouveau-né`, `60+`.

use chrono::{Datelike, Days, NaiveDate};

use crate::record::{PartialDate, fold};

use super::calendar_words::{AgeUnit, AgeWord, age_word, is_newborn};
use super::date_reading::{DateReading, YEARS, YearLimits};
use super::letter_digits::with_digits;
use super::numerals::{number, to_digits};

/// The greatest age that is read as one, in years.
pub(in super::super) const MAX_YEARS: u32 = 130;
/// The widest range of ages, `40-45`, that is one age.
const MAX_YEARS_OF_RANGE: f64 = 20.0;

/// An age, with the precision in which it was given.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(in super::super) enum Age {
    /// Years completed.
    Years(u32),
    /// Months, for an age that is no whole number of years.
    Months(f64),
}

impl Age {
    /// Returns the age of a number of units; `None` if nobody is so old.
    pub(in super::super) fn of(number: f64, unit: AgeUnit) -> Option<Self> {
        let months = number * unit.months();
        if !(0.0..=f64::from(MAX_YEARS) * 12.0).contains(&months) {
            return None;
        }
        let is_whole = unit == AgeUnit::Years && number.fract() == 0.0;
        Some(if is_whole { Self::Years(number as u32) } else { Self::Months(months) })
    }

    /// Returns the age in whole years.
    pub(in super::super) fn whole_years(self) -> i32 {
        match self {
            Self::Years(years) => years as i32,
            Self::Months(months) => (months / 12.0) as i32,
        }
    }

    /// Returns the approximate year of birth of a person who has this age in a year. The day is taken for the middle of
    /// the year.
    pub(in super::super) fn birth_year(self, year: i32) -> Option<PartialDate> {
        let born = match self {
            Self::Years(years) => year - years as i32,
            Self::Months(months) => (f64::from(year) + 0.5 - months / 12.0).floor() as i32,
        };
        PartialDate::year_only(born, true)
    }

    /// Returns the approximate year of birth of a person who has this age in a year, or on a day if it is known: `3
    /// mois` on 5 March 2014 is 2013.
    pub(in super::super) fn birth_year_seen(self, year: i32, seen_on: Option<NaiveDate>) -> Option<PartialDate> {
        const DAYS_OF_MONTH: f64 = 365.25 / 12.0;
        match (self, seen_on) {
            (Self::Months(months), Some(day)) => {
                let born = day.checked_sub_days(Days::new((months * DAYS_OF_MONTH).round() as u64))?;
                PartialDate::year_only(born.year(), true)
            }
            _ => self.birth_year(year),
        }
    }
}

/// A part of an age.
#[derive(Debug, Clone, Copy, PartialEq)]
enum AgePart {
    Number(f64),
    Word(AgeWord),
    /// `/` or `-` between numbers.
    Sign(char),
}

/// Reads a text as an age; a number without a unit has the unit of its column. `None` if it is no age for sure.
pub(in super::super) fn read_age(typed: &str, unit: AgeUnit) -> Option<Age> {
    let typed = &*with_digits(typed);
    let folded = fold(typed);
    if is_newborn(&folded) {
        return Some(Age::Months(0.0));
    }
    let parts = parts_of(&typed.replace("+/-", " "), &folded)?;
    let is_plus_or_minus = [AgeWord::More, AgeWord::Less].iter().all(|word| parts.contains(&AgePart::Word(*word)));
    let is_less = (typed.contains('<') || parts.contains(&AgePart::Word(AgeWord::Less))) && !is_plus_or_minus;
    let is_skipped = |word: AgeWord| match word {
        AgeWord::Filler | AgeWord::About | AgeWord::Less | AgeWord::More => true,
        AgeWord::Between => is_plus_or_minus,
        AgeWord::Unit(_) | AgeWord::Half | AgeWord::Tens(_) => false,
    };
    let parts = parts.into_iter().filter(|part| !matches!(part, AgePart::Word(word) if is_skipped(*word)));
    let age = sum_of(&parts.collect::<Vec<_>>(), unit)?;
    if !is_less {
        return Some(age);
    }
    // "Moins d'un an" is an age of no year. "Moins de 30 ans" says too little.
    match age {
        Age::Years(0..=1) => Some(Age::Months(6.0)),
        Age::Months(months) if months <= 12.0 => Some(Age::Months(months / 2.0)),
        Age::Years(_) | Age::Months(_) => None,
    }
}

/// Divides a text into numbers, words and signs; `None` if a word belongs to no age.
fn parts_of(typed: &str, folded: &str) -> Option<Vec<AgePart>> {
    let in_digits;
    let text = if typed.bytes().any(|b| b.is_ascii_digit()) {
        typed
    } else {
        in_digits = to_digits(folded.to_owned());
        in_digits.as_str()
    };
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = if first.is_ascii_digit() {
            let (number, end) = number_at(rest)?;
            parts.push(AgePart::Number(number));
            end
        } else if first.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            let word = fold(&rest[..end]);
            let is_after_number = matches!(parts.last(), Some(AgePart::Number(_)));
            parts.push(match (age_word(&word), number(&word)) {
                (_, Some(number)) => AgePart::Number(f64::from(number)),
                // "d" is a unit in "3 d", and no word in "d'un an".
                (Some(AgeWord::Unit(_)), None) if word.len() == 1 && !is_after_number => AgePart::Word(AgeWord::Filler),
                (Some(word), None) => AgePart::Word(word),
                (None, None) => return None,
            });
            end
        } else {
            match (first, parts.last_mut()) {
                ('/', _) => parts.push(AgePart::Sign('/')),
                ('-' | '–', _) => parts.push(AgePart::Sign('-')),
                ('½', Some(AgePart::Number(number))) => *number += 0.5,
                ('½', _) => parts.push(AgePart::Number(0.5)),
                _ => {}
            }
            first.len_utf8()
        };
        rest = &rest[end..];
    }
    // A sign at either end divides nothing: "-", "60-".
    while matches!(parts.last(), Some(AgePart::Sign(_))) {
        parts.pop();
    }
    Some(parts)
}

/// Reads the number at the start of a text, with its decimals; returns it and its end.
fn number_at(text: &str) -> Option<(f64, usize)> {
    let bytes = text.as_bytes();
    let digits_from =
        |at: usize| bytes.get(at..).map_or(0, |bytes| bytes.iter().take_while(|b| b.is_ascii_digit()).count());
    let whole = digits_from(0);
    let decimals = if matches!(bytes.get(whole), Some(b',' | b'.')) { digits_from(whole + 1) } else { 0 };
    let end = if decimals > 0 { whole + 1 + decimals } else { whole };
    Some((text[..end].replace(',', ".").parse().ok()?, end))
}

/// Adds up the numbers of an age with their units.
fn sum_of(parts: &[AgePart], unit: AgeUnit) -> Option<Age> {
    use AgePart::{Number, Sign, Word};
    use AgeWord::{Between, Half, Tens, Unit};
    let range = |a: f64, b: f64, unit: AgeUnit| {
        let is_range = a <= b && (b - a) * unit.months() <= MAX_YEARS_OF_RANGE * 12.0;
        is_range.then(|| Age::of(f64::midpoint(a, b).floor(), unit)).flatten()
    };
    let years = AgeUnit::Years;
    match *parts {
        [Number(number)] => Age::of(number, unit),
        [Number(number), Word(Unit(own))] => Age::of(number, own),
        // "5 (cinq)".
        [Number(number), Number(same)] if number == same => Age::of(number, unit),
        [Number(number), Number(same), Word(Unit(own))] if number == same => Age::of(number, own),
        // Lingala: "sanza 8".
        [Word(Unit(own)), Number(number)] => Age::of(number, own),
        [Word(Tens(age))]
        | [Word(Tens(age)), Word(Unit(AgeUnit::Years))]
        | [Number(1.0), Word(Tens(age))]
        | [Number(1.0), Word(Tens(age)), Word(Unit(AgeUnit::Years))] => Age::of(f64::from(age), years),
        [Word(Half), Word(Unit(own))] | [Number(1.0), Word(Half), Word(Unit(own))] | [Word(Unit(own)), Word(Half)] => {
            Age::of(0.5, own)
        }
        // "1 an ½".
        [Number(number), Word(Unit(own)), Number(0.5)] => Age::of(number + 0.5, own),
        [Number(1.0), Sign('/'), Number(2.0), Word(Unit(own))] => Age::of(0.5, own),
        [Number(number), Number(1.0), Sign('/'), Number(2.0), Word(Unit(own))] => Age::of(number + 0.5, own),
        [Number(number), Word(Unit(own)), Word(Half)]
        | [Number(number), Word(Half), Word(Unit(own))]
        | [Number(number), Word(Unit(own)), Number(1.0), Sign('/'), Number(2.0)] => Age::of(number + 0.5, own),
        [Number(a), Word(Unit(large)), Number(b), Word(Unit(small))] if large.months() > small.months() => {
            Age::of(a * large.months() + b * small.months(), AgeUnit::Months)
        }
        [Number(a), Word(Unit(large)), Number(b), Word(Unit(middle)), Number(c), Word(Unit(small))]
            if large.months() > middle.months() && middle.months() > small.months() =>
        {
            Age::of(a * large.months() + b * middle.months() + c * small.months(), AgeUnit::Months)
        }
        // "40 à 45": "à" folds like the unit of "1a3m".
        [Number(a), Word(Unit(AgeUnit::Years) | Between) | Sign('-'), Number(b)] if a >= 15.0 => range(a, b, unit),
        [Word(Between), Number(a), Number(b)] | [Word(Between), Number(a), Word(_) | Sign('-'), Number(b)] => {
            range(a, b, unit)
        }
        [Number(a), Word(Unit(AgeUnit::Years) | Between) | Sign('-'), Number(b), Word(Unit(own))]
        | [Word(Between), Number(a), Number(b), Word(Unit(own))]
        | [Word(Between), Number(a), Word(_) | Sign('-'), Number(b), Word(Unit(own))] => range(a, b, own),
        _ => None,
    }
}

/// Reads an age that stands in a column of dates: it must name its unit. `10 ans en 2015` names its year as well; in
/// `10 ans (2008)` the year is that of the birth if the age fits it, or if it is no year of the time of the round.
/// Behind `en` it is only where the age fits.
pub(super) fn age_in_date_cell(typed: &str, years: YearLimits) -> DateReading {
    let born = match age_and_year(typed) {
        Some(with_year) => with_year.birth_year(years.base),
        None => age_with_unit(typed).zip(years.base).and_then(|(age, year)| age.birth_year_seen(year, years.seen_on)),
    };
    born.map_or(DateReading::Unreadable, DateReading::Read)
}

/// Whether a text names an age beside a year of birth that it does not fit in the year of the round.
pub(in super::super) fn is_age_against_year(typed: &str, base_year: i32) -> bool {
    const MAX_DIFFERENCE: i32 = 2;
    age_and_year(typed).is_some_and(|with_year| {
        let age = age_with_unit(with_year.age).map(Age::whole_years);
        with_year.is_of_birth(Some(base_year))
            && age.is_some_and(|age| (base_year - with_year.year - age).abs() > MAX_DIFFERENCE)
    })
}

/// Whether a text is an age of a person born in a year and seen in another.
pub(super) fn has_age_after(typed: &str, born: i32, seen: Option<i32>) -> bool {
    const MAX_DIFFERENCE: i32 = 2;
    let age = age_with_unit(typed);
    age.zip(seen).is_some_and(|(age, seen)| (seen - born - age.whole_years()).abs() <= MAX_DIFFERENCE)
}

/// Reads an age that names its unit, or the word for a child just born.
fn age_with_unit(typed: &str) -> Option<Age> {
    let folded = fold(typed);
    let is_unit = |word: &str| word.len() >= 2 && matches!(age_word(word), Some(AgeWord::Unit(_) | AgeWord::Tens(_)));
    let has_unit =
        is_newborn(&folded) || folded.split(|c: char| !c.is_alphabetic()).any(is_unit) || is_short_age(&folded);
    if has_unit { read_age(typed, AgeUnit::Years) } else { None }
}

/// Whether a folded text is a number of years, months or days and nothing else: `24 A`, `18 M`, `27 J`.
fn is_short_age(folded: &str) -> bool {
    let number = folded.strip_suffix(['A', 'M', 'J']).map(str::trim_end).unwrap_or_default();
    (1..=3).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a word is the unit of an age: `ans`, `mois`.
pub(super) fn is_age_unit(word: &str) -> bool {
    let folded = fold(word);
    folded.len() >= 2 && matches!(age_word(&folded), Some(AgeWord::Unit(_)))
}

/// Whether a text is an age with its unit.
pub(super) fn is_age(typed: &str) -> bool {
    age_with_unit(typed).is_some()
}

/// An age with a year: that of the birth, or that in which the person was of this age.
struct AgeAndYear<'t> {
    age: &'t str,
    year: i32,
    /// Whether `né en` stands before the year.
    says_born: bool,
    /// Whether `en` alone stands before the year.
    says_in: bool,
}

impl AgeAndYear<'_> {
    fn birth_year(&self, base_year: Option<i32>) -> Option<PartialDate> {
        if self.is_of_birth(base_year) {
            // In `Matadi, né en 2009` a place stands before the year.
            let is_number = || self.says_born && !self.age.contains(char::is_alphabetic);
            let names_age =
                || fold(self.age).split(' ').any(|word| matches!(word, "AGE" | "AGEE" | "AGED" | "LEEFTIJD"));
            let is_age = is_number() || self.says_born && names_age() || age_with_unit(self.age).is_some();
            return is_age.then(|| PartialDate::year_only(self.year, false)).flatten();
        }
        age_with_unit(self.age)?.birth_year(self.year)
    }

    /// Whether the year is that of the birth.
    fn is_of_birth(&self, base_year: Option<i32>) -> bool {
        const YEARS_OF_ROUND: i32 = 3;
        let age = age_with_unit(self.age).map(Age::whole_years);
        let Some(base) = base_year else { return self.says_born || !self.says_in };
        let fits = age.is_some_and(|age| (base - self.year - age).abs() <= 1);
        let is_of_round = (base - self.year).abs() <= YEARS_OF_ROUND;
        // `25 ans en 2010` was 25 years old then, whenever the round was.
        self.says_born || fits && !(self.says_in && is_of_round) || !self.says_in && !is_of_round
    }
}

/// Splits `10 ans en 2015`, `10 ans (2015)` and `10 ans, né en 2015` into the age and the year.
fn age_and_year(typed: &str) -> Option<AgeAndYear<'_>> {
    let typed = typed.trim_end_matches([')', ' ', '.']);
    let (age, year) = typed.split_at_checked(typed.len().checked_sub(4)?)?;
    if !year.bytes().all(|b| b.is_ascii_digit()) || age.ends_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let year = year.parse().ok().filter(|year| YEARS.contains(year))?;
    let is_joint = |c: char| matches!(c, '(' | ' ' | ',' | '/' | '-' | ':');
    let without = |text: &'_ str, words: &[&str]| {
        let at = text.rfind(|c: char| !c.is_alphabetic()).map_or(0, |at| at + 1);
        let (before, last) = text.split_at_checked(at)?;
        words.contains(&fold(last).as_str()).then_some(before.len())
    };
    let age = age.trim_end_matches(is_joint);
    let in_end = without(age, &["EN", "IN", "ANNEE", "JAAR"]);
    let age = in_end.map_or(age, |end| age[..end].trim_end_matches(is_joint));
    let born_end = without(age, &["NE", "NEE", "GEBOREN", "BORN", "ABOTAMA", "NAISSANCE"]);
    let age = born_end.map_or(age, |end| age[..end].trim_end_matches(is_joint));
    Some(AgeAndYear { age, year, says_born: born_end.is_some(), says_in: in_end.is_some() && born_end.is_none() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ages_are_read_in_all_forms_that_agents_type() {
        // The person is seen in 2017. Before the `=` a column's unit may stand in brackets.
        let mut wrong = Vec::new();
        for example in include_str!("age_examples.txt").lines() {
            let (typed, read_as) = example.split_once(" = ").unwrap();
            let (typed, unit) = match typed.strip_prefix("[months] ") {
                Some(typed) => (typed, AgeUnit::Months),
                None => (typed, AgeUnit::Years),
            };
            let born = read_age(typed, unit).and_then(|age| age.birth_year(2017)).map(|date| date.year().to_string());
            let born = born.unwrap_or_else(|| "none".to_owned());
            if born != read_as {
                wrong.push((typed, read_as, born));
            }
        }
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn a_year_beside_an_age_is_that_of_the_birth_or_of_the_round() {
        let born = |typed, base| age_in_date_cell(typed, YearLimits::up_to(base)).date().map(|date| date.year());
        for (typed, base, year) in [
            ("10 ans (2008)", Some(2018), Some(2008)),
            ("10 ans (2008)", Some(2017), Some(2008)),
            ("10 ans, né en 2008", Some(2018), Some(2008)),
            ("âge 10, né en 2008", Some(2018), Some(2008)),
            ("10 ans en 2008", Some(2018), Some(2008)),
            ("10 ans (2011)", Some(2018), Some(2011)),
            ("10 ans en 2015", Some(2017), Some(2005)),
            ("10 ans (2015)", Some(2017), Some(2005)),
            ("2 ans (2015)", Some(2017), Some(2015)),
            ("25 ans en 2010", Some(2018), Some(1985)),
            ("40 ans en 2000", Some(2018), Some(1960)),
            ("10 ans en 2015", None, Some(2005)),
            ("10 ans", Some(2017), Some(2007)),
            ("24 a", Some(2017), Some(1993)),
            ("24a", Some(2017), Some(1993)),
            ("20 ans à peu près", Some(2017), Some(1997)),
            ("8 A Kin", Some(2017), None),
        ] {
            assert_eq!(born(typed, base), year, "{typed}");
        }
        assert!(is_age_against_year("10 ans (2011)", 2018));
        assert!(!is_age_against_year("10 ans (2008)", 2018) && !is_age_against_year("10 ans en 2015", 2017));
    }

    #[test]
    fn an_age_in_months_is_counted_from_the_day_on_which_it_was_true() {
        for (typed, seen, year) in [
            ("3 mois", (2014, 3, 5), 2013),
            ("2 mois", (2014, 3, 5), 2014),
            ("un an et demi", (2019, 3, 15), 2017),
            ("dix-huit mois", (2020, 2, 10), 2018),
            ("3 jours", (2019, 1, 2), 2018),
            ("nouveau-né", (2019, 1, 2), 2019),
            ("12 ans", (2019, 1, 2), 2007),
        ] {
            let day = NaiveDate::from_ymd_opt(seen.0, seen.1, seen.2);
            let born = read_age(typed, AgeUnit::Years).and_then(|age| age.birth_year_seen(seen.0, day));
            assert_eq!(born.map(|date| date.year()), Some(year), "{typed}");
        }
    }

    proptest::proptest! {
        #[test]
        fn no_text_causes_a_panic(typed in "\\PC{0,24}") {
            let _ = read_age(&typed, AgeUnit::Years);
        }
    }
}
