//! Converts numbers in words to digits, as birth registers spell dates: `douze mai mil neuf cent quatre-vingt-sept`.

use std::collections::HashMap;
use std::sync::LazyLock;

use foldhash::fast::FixedState;

/// Replaces the numbers in words of a folded text by digits; other words stay.
pub(super) fn to_digits(folded: String) -> String {
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

fn number(word: &str) -> Option<u32> {
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
}
