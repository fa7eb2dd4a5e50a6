//! Finds the mark of a twin in an act: "jumeau", "jumelle (2e)", "twin A". Names and remarks hold it.

use std::collections::HashSet;
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::{Field, RawRow, TwinMark, fold};

/// The lists of `twin_words.toml`, folded.
#[derive(Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct TwinWords {
    twin: HashSet<String, FixedState>,
    first: HashSet<String, FixedState>,
    second: HashSet<String, FixedState>,
    third: HashSet<String, FixedState>,
    number_sign: HashSet<String, FixedState>,
}

static WORDS: LazyLock<TwinWords> = LazyLock::new(|| {
    // A unit test reads the list.
    toml::from_str(include_str!("twin_words.toml")).unwrap_or_default()
});

impl TwinWords {
    fn place_of(&self, word: &str) -> Option<u8> {
        let places = [(1, &self.first), (2, &self.second), (3, &self.third)];
        places.into_iter().find(|(_, words)| words.contains(word)).map(|(place, _)| place)
    }
}

/// The cells that may hold the mark.
const FIELDS: [Field; 6] =
    [Field::Nom, Field::Postnom, Field::Prenom, Field::FullName, Field::Remarks, Field::Category];

/// Returns the mark of a twin that stands in the cells of an act.
pub(super) fn twin_mark(raw: &RawRow) -> Option<TwinMark> {
    let marks = FIELDS.into_iter().filter_map(|field| mark_in_text(&raw.field_text(field)));
    // A place among the twins says more than the word alone.
    marks.max_by_key(|mark| mark.place.is_some())
}

/// The first bytes of the words for a twin: other texts need not be folded.
const STARTS: [&str; 8] = ["jum", "gem", "g\u{e9}", "twe", "twi", "tri", "dri", "pas"];

/// Returns the mark in a text; its place is the ordinal before or after the word.
fn mark_in_text(text: &str) -> Option<TwinMark> {
    let is_start = |bytes: &[u8]| STARTS.iter().any(|start| bytes.eq_ignore_ascii_case(start.as_bytes()));
    if !text.as_bytes().windows(3).any(is_start) {
        return None;
    }
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').filter(|word| !WORDS.number_sign.contains(*word)).collect();
    let at = words.iter().position(|word| WORDS.twin.contains(*word))?;
    let beside = [at.checked_add(1), at.checked_sub(1)].into_iter().flatten();
    let place = beside.filter_map(|place| words.get(place)).find_map(|word| WORDS.place_of(word));
    Some(TwinMark { place })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_of_words_can_be_read() {
        let words: TwinWords = toml::from_str(include_str!("twin_words.toml")).expect("a valid list");
        for word in [&words.twin, &words.first, &words.second, &words.third, &words.number_sign].into_iter().flatten() {
            assert_eq!(*word, fold(word), "a folded word");
        }
        let is_found = |word: &String| STARTS.iter().any(|start| word.contains(&start.to_uppercase()));
        assert!(words.twin.iter().all(is_found));
    }

    #[test]
    fn twins_are_marked_in_many_ways() {
        let place = |text: &str| mark_in_text(text).map(|mark| mark.place);
        for text in ["jumeau", "JUMELLE", "Joseph (jumeau)", "sœur jumelle : acte suivant", "grossesse gémellaire"] {
            assert_eq!(place(text), Some(None), "{text}");
        }
        for (text, expected) in [
            ("jumeau 1", 1),
            ("Jean jumeau (2e)", 2),
            ("2ème jumeau", 2),
            ("premier jumeau", 1),
            ("seconde jumelle", 2),
            ("jumelle B", 2),
            ("Twin II", 2),
            ("tweeling nr. 2", 2),
            ("triplé 3", 3),
        ] {
            assert_eq!(place(text), Some(Some(expected)), "{text}");
        }
        for text in ["", "Joseph", "2e femme", "acte 2", "Jumbo"] {
            assert_eq!(place(text), None, "{text}");
        }
    }
}
