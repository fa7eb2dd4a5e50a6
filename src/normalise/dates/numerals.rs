//! Converts numbers in words to digits, as birth registers spell dates: `douze mai mil neuf cent quatre-vingt-sept`.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

use super::calendar_words::{lingala_number, month_of};

/// Replaces the numbers in words of a folded date by digits. "SEPT" is September where a month can stand, else seven.
pub(super) fn date_to_digits(folded: String) -> String {
    let mut words: Vec<&str> = folded.split(' ').collect();
    if words.contains(&"SANZA") {
        return lingala_to_digits(&words);
    }
    if !words.contains(&"SEPT") {
        return to_digits(folded);
    }
    if let Some(at) = place_of_september(&words) {
        words[at] = "SEPTEMBRE";
    }
    to_digits(words.join(" "))
}

/// Returns the index of the word SEPT that names the month.
fn place_of_september(words: &[&str]) -> Option<usize> {
    let is_sept = |at: &usize| words[*at] == "SEPT";
    if words.iter().any(|word| *word != "SEPT" && month_of(word).is_some()) {
        return None;
    }
    if !words.iter().any(|word| *word != "SEPT" && number(word).is_some()) {
        return (0..words.len()).rfind(is_sept);
    }
    // Among numbers in words the month stands before the year: "douze sept deux mille dix".
    let numbers = |words: &[&str]| {
        let digits = to_digits(words.join(" "));
        digits.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit())).count()
    };
    (0..words.len().saturating_sub(1)).filter(is_sept).rfind(|at| {
        let (before, after) = (numbers(&words[..*at]), numbers(&words[at + 1..]));
        !matches!(words[at + 1], "CENT" | "CENTS") && (after == 1 || (before, after) == (0, 2))
    })
}

/// Replaces Lingala numbers: "MOKOLO YA 12 SANZA YA ZOMI NA MOKO 1990" is "MOKOLO YA 12 SANZA YA 11 1990".
fn lingala_to_digits(words: &[&str]) -> String {
    let mut replaced: Vec<String> = Vec::new();
    let mut is_sum = false;
    for (at, word) in words.iter().enumerate() {
        let next = || words.get(at + 1).and_then(|next| lingala_number(next));
        match (lingala_number(word), replaced.last_mut()) {
            (Some(number), Some(last)) if is_sum => {
                *last = last.parse().map_or(0, |ten: u32| ten).saturating_add(number).to_string();
                is_sum = false;
            }
            (Some(number), _) => replaced.push(number.to_string()),
            (None, Some(last)) if *word == "NA" && last == "10" && next().is_some() => is_sum = true,
            (None, _) => replaced.push((*word).to_owned()),
        }
    }
    replaced.join(" ")
}

/// Replaces the numbers in words of a folded text by digits; other words stay.
pub(in super::super) fn to_digits(folded: String) -> String {
    if !folded.split(' ').any(|word| number(word).is_some()) {
        return folded;
    }
    let mut words: Vec<String> = Vec::new();
    let mut running: Option<Sum> = None;
    for word in folded.split(' ') {
        match (number(word), &running) {
            (Some(number), _) => running.get_or_insert_default().add(number),
            (None, Some(_)) if word == "ET" => {}
            (None, _) => {
                words.extend(running.take().map(Sum::digits));
                words.push(word.to_owned());
            }
        }
    }
    words.extend(running.take().map(Sum::digits));
    words.join(" ")
}

/// A number in words, added up word by word.
#[derive(Default)]
struct Sum {
    thousands: u32,
    rest: u32,
}

impl Sum {
    fn add(&mut self, number: u32) {
        match number {
            1000 => {
                self.thousands += self.rest.max(1) * 1000;
                self.rest = 0;
            }
            100 => self.rest = self.rest.max(1) * 100,
            // "quatre-vingt" is 4 × 20.
            20 if self.rest % 100 == 4 => self.rest += 76,
            _ => self.rest += number,
        }
    }

    fn digits(self) -> String {
        (self.thousands + self.rest).to_string()
    }
}

/// The value of each word.
static NUMBERS: LazyLock<HashMap<&'static str, u32, FixedState>> = LazyLock::new(|| {
    let lines = include_str!("numerals.txt").lines().filter_map(|line| line.split_once(' '));
    let values = lines.filter_map(|(value, words)| Some((value.parse().ok()?, words)));
    values.flat_map(|(value, words)| words.split(' ').map(move |word| (word, value))).collect()
});

pub(super) fn number(word: &str) -> Option<u32> {
    NUMBERS.get(word).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_words_become_digits() {
        for (words, figures) in [
            ("DOUZE MAI MIL NEUF CENT QUATRE VINGT SEPT", "12 MAI 1987"),
            ("DIX SEPT JUIN DEUX MILLE SIX", "17 JUIN 2006"),
            ("VINGT ET UN AOUT MIL NEUF CENT NONANTE NEUF", "21 AOUT 1999"),
            ("MIL NEUF CENT QUATRE VINGT DIX HUIT", "1998"),
            ("SOIXANTE ET ONZE", "71"),
            ("NE EN 1949", "NE EN 1949"),
        ] {
            assert_eq!(to_digits(words.to_owned()), figures);
        }
    }

    #[test]
    fn sept_is_a_month_where_a_month_can_stand() {
        for (words, figures) in [
            ("12 SEPT 2010", "12 SEPTEMBRE 2010"),
            ("2010 SEPT", "2010 SEPTEMBRE"),
            ("SEPT SEPT 2010", "7 SEPTEMBRE 2010"),
            ("DOUZE SEPT DEUX MILLE SEPT", "12 SEPTEMBRE 2007"),
            ("VINGT SEPT SEPT DEUX MILLE DIX", "27 SEPTEMBRE 2010"),
            ("DIX SEPT MIL NEUF CENT QUATRE VINGT SEPT", "10 SEPTEMBRE 1987"),
            ("VINGT SEPT MAI 1990", "27 MAI 1990"),
            ("SEPT AOUT 1990", "7 AOUT 1990"),
            ("MIL NEUF CENT QUATRE VINGT DIX SEPT", "1997"),
            ("MOKOLO YA 12 SANZA YA ZOMI NA MOKO 1990", "MOKOLO YA 12 SANZA YA 11 1990"),
            ("12 SANZA YA MITANO 1990", "12 SANZA YA 5 1990"),
        ] {
            assert_eq!(date_to_digits(words.to_owned()), figures);
        }
    }
}
