//! What keeps a row from being a corrected state of another one: a first name or a day of birth that has nothing in
//! common with the earlier one. A family shares the other names, and twins share the day of birth, too.

use chrono::{Datelike, NaiveDate};

use super::fold;

/// Days on which a birth is written whose year alone is known.
const DAYS_OF_YEAR_ALONE: [(u32, u32); 4] = [(1, 1), (6, 30), (7, 1), (12, 31)];
/// A slip changes at most one letter of so many.
const LETTERS_PER_SLIP: usize = 4;

/// Whether two first names are those of two persons: both are known, none has all words of the other, and more letters
/// differ than by a slip.
pub(crate) fn first_names_differ(before: &str, now: &str) -> bool {
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
/// whose year alone is known are no day and month.
pub(crate) fn births_differ(before: Option<NaiveDate>, now: Option<NaiveDate>) -> bool {
    let Some((before, now)) = before.zip(now) else { return false };
    let day = (before.month(), before.day());
    let is_same_day = day == (now.month(), now.day()) && !DAYS_OF_YEAR_ALONE.contains(&day);
    !is_same_day && before.year().abs_diff(now.year()) >= 2
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

    #[test]
    fn a_year_alone_is_no_day_in_common() {
        let day = |text: &str| text.parse().ok();
        for (before, now) in [("1990-01-01", "1935-01-01"), ("1990-06-30", "1935-06-30"), ("1990-03-12", "1935-05-05")]
        {
            assert!(births_differ(day(before), day(now)), "{before} {now}");
        }
        for (before, now) in [("1990-03-12", "1960-03-12"), ("1990-03-12", "1991-04-12"), ("1990-01-01", "1990-01-01")]
        {
            assert!(!births_differ(day(before), day(now)), "{before} {now}");
        }
        assert!(!births_differ(None, day("1990-01-01")));
    }
}
