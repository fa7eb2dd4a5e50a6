//! The words of dates and ages: months, weekdays, units, words for "about" and for "unknown".

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::fold;

/// A word of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum DateWord {
    /// A month by name, 1..=12.
    Month(u32),
    /// A day of the week, 0 for Monday.
    Weekday(u32),
    /// "mar.": March, or a Tuesday beside another month.
    MarchOrTuesday,
    /// "vers": the date is approximate.
    About,
    /// "Noël": approximate beside a year alone.
    Feast,
    /// "avant".
    Before,
    /// "après".
    After,
    /// A word between two years: "1950 ou 1951".
    Between,
    /// "années" before "50".
    Decade,
    /// "trimestre" before a year: the year alone is known.
    PartOfYear,
    /// A word without meaning for the date.
    Filler,
}

/// A word of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AgeWord {
    Unit(AgeUnit),
    /// "demi".
    Half,
    /// "quarantaine": about forty.
    Tens(u32),
    About,
    /// "moins de".
    Less,
    /// "plus de".
    More,
    /// A word between two ages: "40 à 45".
    Between,
    Filler,
}

/// The unit of an age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(in super::super) enum AgeUnit {
    #[default]
    Years,
    Months,
    Weeks,
    Days,
    Hours,
}

impl AgeUnit {
    /// Returns how many months the unit has.
    pub(super) fn months(self) -> f64 {
        match self {
            Self::Years => 12.0,
            Self::Months => 1.0,
            Self::Weeks => 12.0 / 52.0,
            Self::Days => 12.0 / 365.0,
            Self::Hours => 0.0,
        }
    }
}

/// The lists of `calendar_words.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct CalendarWordLists {
    months: Vec<Vec<String>>,
    weekdays: Vec<Vec<String>>,
    lingala_numbers: Vec<Vec<String>>,
    about: Vec<String>,
    feasts: Vec<String>,
    before: Vec<String>,
    after: Vec<String>,
    between: Vec<String>,
    decade: Vec<String>,
    parts_of_year: Vec<String>,
    filler: Vec<String>,
    nothing: Vec<String>,
    no_date: Vec<String>,
    years: Vec<String>,
    months_of_age: Vec<String>,
    weeks: Vec<String>,
    days: Vec<String>,
    hours: Vec<String>,
    newborn: Vec<String>,
    age_filler: Vec<String>,
    less: Vec<String>,
    more: Vec<String>,
    age_between: Vec<String>,
    tens: Vec<Vec<String>>,
}

type ByWord<T> = HashMap<String, T, FixedState>;

/// The words by meaning.
#[derive(Default)]
struct CalendarWords {
    dates: ByWord<DateWord>,
    ages: ByWord<AgeWord>,
    lingala_numbers: ByWord<u32>,
    nothing: HashSet<String, FixedState>,
    /// The words of remarks such as "carte perdue".
    no_date: HashSet<String, FixedState>,
    newborn: HashSet<String, FixedState>,
    /// Names of months, sorted, for shortened and misspelt names.
    months: Vec<MonthName>,
}

/// A name of a month.
struct MonthName {
    name: String,
    /// The month, 1 to 12.
    month: u32,
    /// A bit for each letter of the name.
    letters: u32,
}

static WORDS: LazyLock<CalendarWords> = LazyLock::new(|| {
    // A unit test reads the list.
    toml::from_str(include_str!("calendar_words.toml")).map(CalendarWords::new).unwrap_or_default()
});

impl CalendarWords {
    fn new(lists: CalendarWordLists) -> Self {
        let mut words = Self::default();
        let groups = [
            (lists.filler, DateWord::Filler),
            (lists.between, DateWord::Between),
            (lists.decade, DateWord::Decade),
            (lists.parts_of_year, DateWord::PartOfYear),
            (lists.about.clone(), DateWord::About),
            (lists.feasts, DateWord::Feast),
            (lists.before, DateWord::Before),
            (lists.after, DateWord::After),
        ];
        for (list, meaning) in groups {
            words.dates.extend(list.into_iter().map(|word| (word, meaning)));
        }
        for (list, day) in lists.weekdays.into_iter().zip(0..) {
            words.dates.extend(list.into_iter().map(|word| (word, DateWord::Weekday(day))));
        }
        for (list, month) in lists.months.into_iter().zip(1..) {
            words.dates.extend(list.iter().map(|word| (word.clone(), DateWord::Month(month))));
            words.months.extend(list.into_iter().map(|name| MonthName { letters: letters_of(&name), name, month }));
        }
        words.months.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        words.dates.insert("MAR".to_owned(), DateWord::MarchOrTuesday);
        for (list, number) in lists.lingala_numbers.into_iter().zip(1..) {
            words.lingala_numbers.extend(list.into_iter().map(|word| (word, number)));
        }
        let units = [
            (lists.years, AgeUnit::Years),
            (lists.months_of_age, AgeUnit::Months),
            (lists.weeks, AgeUnit::Weeks),
            (lists.days, AgeUnit::Days),
            (lists.hours, AgeUnit::Hours),
        ];
        let groups = [
            (lists.age_filler, AgeWord::Filler),
            (lists.about, AgeWord::About),
            (lists.less, AgeWord::Less),
            (lists.more, AgeWord::More),
            (lists.age_between, AgeWord::Between),
        ];
        for (list, meaning) in groups.into_iter().chain(units.map(|(list, unit)| (list, AgeWord::Unit(unit)))) {
            words.ages.extend(list.into_iter().map(|word| (word, meaning)));
        }
        for (list, ten) in lists.tens.into_iter().zip(1..) {
            words.ages.extend(list.into_iter().map(|word| (word, AgeWord::Tens(ten * 10))));
        }
        words.ages.extend(["DEMI", "DEMIE", "HALF"].map(|word| (word.to_owned(), AgeWord::Half)));
        words.nothing = lists.nothing.into_iter().collect();
        words.no_date = lists.no_date.into_iter().collect();
        words.newborn = lists.newborn.into_iter().collect();
        words
    }
}

/// Returns the meaning of a folded word in a date; `None` if it does not belong to a date.
pub(super) fn date_word(word: &str) -> Option<DateWord> {
    WORDS.dates.get(word).copied().or_else(|| month_like(word).map(DateWord::Month))
}

/// Returns the month (1..=12) that a folded word names, whole, shortened or misspelt.
pub(super) fn month_of(word: &str) -> Option<u32> {
    match WORDS.dates.get(word) {
        Some(DateWord::Month(month)) => Some(*month),
        Some(DateWord::MarchOrTuesday) => Some(3),
        Some(_) => None,
        None => month_like(word),
    }
}

/// Whether a text is the name of a month, whole or shortened.
pub(in super::super) fn is_month_name(typed: &str) -> bool {
    month_of(&fold(typed)).is_some()
}

/// Returns the month whose name begins with the word, else the month whose name is fewest slips away. Another month
/// must not fit as well.
fn month_like(word: &str) -> Option<u32> {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_uppercase()) {
        return None;
    }
    let from = WORDS.months.partition_point(|name| name.name.as_str() < word);
    let mut starting = WORDS.months[from..].iter().take_while(|name| name.name.starts_with(word));
    if let Some(first) = starting.next() {
        return starting.all(|name| name.month == first.month).then_some(first.month);
    }
    let max_slips = match word.len() {
        0..=4 => return None,
        5..=7 => 1,
        _ => 2,
    };
    // A slip changes at most two of the letters that occur.
    let letters = letters_of(word);
    let is_possible = |name: &&MonthName| {
        name.name.len() >= 4
            && name.name.len().abs_diff(word.len()) <= max_slips
            && (name.letters ^ letters).count_ones() as usize <= 2 * max_slips
    };
    let possible = WORDS.months.iter().filter(is_possible);
    let near = possible.map(|name| (slips(name.name.as_bytes(), word.as_bytes()), name.month));
    let near: Vec<(usize, u32)> = near.filter(|(slips, _)| *slips <= max_slips).collect();
    let (least, nearest) = *near.iter().min()?;
    near.iter().all(|(slips, month)| *slips > least || *month == nearest).then_some(nearest)
}

/// Returns a bit for each letter from A to Z that occurs in the word.
fn letters_of(word: &str) -> u32 {
    word.bytes().filter(u8::is_ascii_uppercase).fold(0, |letters, byte| letters | 1 << (byte - b'A'))
}

/// Counts the letters that are changed, missing or added, two swapped neighbours as one.
fn slips(a: &[u8], b: &[u8]) -> usize {
    let mut rows = [(0..=b.len()).collect::<Vec<usize>>(), vec![0; b.len() + 1], vec![0; b.len() + 1]];
    for i in 1..=a.len() {
        rows.rotate_right(1);
        rows[0][0] = i;
        for j in 1..=b.len() {
            let changed = rows[1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut least = changed.min(rows[1][j] + 1).min(rows[0][j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[2][j - 2] + 1);
            }
            rows[0][j] = least;
        }
    }
    rows[0][b.len()]
}

/// Returns the meaning of a folded word in an age.
pub(super) fn age_word(word: &str) -> Option<AgeWord> {
    WORDS.ages.get(word).copied()
}

/// Whether a folded text means an age of no month.
pub(super) fn is_newborn(folded: &str) -> bool {
    WORDS.newborn.contains(folded)
}

/// Whether a folded text is a word for no date.
pub(super) fn is_nothing(folded: &str) -> bool {
    WORDS.nothing.contains(folded) || is_remark_for_no_date(folded)
}

/// Whether a folded text consists of words of remarks that stand for a missing date: "VOIR CARTE", "ABSENT".
fn is_remark_for_no_date(folded: &str) -> bool {
    const MIN_LETTERS: usize = 4;
    folded.split(' ').all(|word| WORDS.no_date.contains(word))
        && folded.split(' ').any(|word| word.len() >= MIN_LETTERS)
        && !is_newborn(folded)
}

/// Returns the value of a Lingala number, 1..=10.
pub(super) fn lingala_number(word: &str) -> Option<u32> {
    WORDS.lingala_numbers.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_are_recognised_whole_shortened_and_misspelt() {
        assert!(toml::from_str::<CalendarWordLists>(include_str!("calendar_words.toml")).is_ok());
        for (month, words) in (1..).zip([
            "JANVIER JAN JANV JANVI JANUARI JNVIER JANVEIR JANUARY",
            "FEVRIER FEV FEVR FEB FEVIER FERVIER FEVRIEER",
            "MARS MAART MARCH MRT MAA",
            "AVRIL AVR APR AVRILL",
            "MAI MEI MAY",
            "JUIN JUN JUNI JUNE",
            "JUILLET JUIL JUL JULI JULLET JUILET JUIELLET",
            "AOUT AOU AUG AUGUSTUS",
            "SEPTEMBRE SEPT SEP SPTEMBRE SETEMBRE SEPTENBRE SEPTAMBRE SEPTEMBER",
            "OCTOBRE OCT OCTOB OKT OTOBRE OCTOMBRE OCTOBER",
            "NOVEMBRE NOV NOVENBRE NOVEMBR",
            "DECEMBRE DEC DECEMDRE DECENBRE DECMBRE DECEMBER",
        ]) {
            for word in words.split(' ') {
                assert_eq!(month_of(word), Some(month), "{word}");
            }
        }
        for word in ["JUI", "MA", "KINSHASA", "BOMA", "LEMBA", "MATETE", "LUNDI", "MARIE", "MARDI"] {
            assert_eq!(month_of(word), None, "{word}");
        }
    }
}
