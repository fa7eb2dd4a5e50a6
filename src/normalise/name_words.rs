//! The words that agents write in the cell of a name and that are no part of it, with their meanings.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use foldhash::fast::FixedState;
use serde::Deserialize;

use crate::record::fold;

use super::prenoms::is_prenom;

/// What a word in the cell of a name means.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum WordMeaning {
    /// A title that is no name anywhere.
    Title,
    /// A title before a name.
    Leading,
    /// The same, in small letters: elsewhere the word may be a name.
    LeadingSmall,
    Head,
    Widowed,
    Dead,
    /// The words that follow are another name, or somebody else's.
    OtherName,
    /// A second person follows.
    And,
    /// A second person follows between two prénoms: `David na Ruth`. Elsewhere the word is part of a name.
    AndOfPrenoms,
    /// Several persons, without a name for each: `les enfants`.
    Several,
    /// The name of the row above is meant.
    Ditto,
    /// A remark about the person.
    Note,
    /// A remark about the person, in small letters behind a name.
    NoteSmall,
    /// The words that follow are a remark, too.
    Remark,
    /// In small letters behind a name: the words that follow are a remark, too.
    RemarkSmall,
    /// A word for God: a small word beside it is part of a prénom, `Gloire à Dieu`.
    Divine,
    /// The child has no name yet.
    Nameless,
    /// A word for a child, no name where it stands alone or with `sans nom`.
    Infant,
    /// A word for a relative after a number: `2e femme`.
    Relative,
}

/// The words of `name_words.toml`, folded.
pub(super) struct NameWords {
    pub(super) by_word: HashMap<String, WordMeaning, FixedState>,
    /// Whether a word may begin with these two letters: most words of names are not looked up.
    starts: [bool; 26 * 26],
    /// The words of [`WordMeaning::AndOfPrenoms`], [`WordMeaning::Several`] and [`WordMeaning::Divine`], which may have
    /// another meaning as well.
    and_of_prenoms: HashSet<String, FixedState>,
    several: HashSet<String, FixedState>,
    divine: HashSet<String, FixedState>,
}

pub(super) static WORDS: LazyLock<NameWords> = LazyLock::new(|| {
    let lists: std::collections::BTreeMap<WordMeaning, Vec<String>> =
        toml::from_str(include_str!("name_words.toml")).unwrap_or_default();
    let mut words = NameWords {
        by_word: HashMap::default(),
        starts: [false; 26 * 26],
        and_of_prenoms: HashSet::default(),
        several: HashSet::default(),
        divine: HashSet::default(),
    };
    for (meaning, list) in lists {
        match meaning {
            WordMeaning::AndOfPrenoms => words.and_of_prenoms.extend(list.iter().map(|word| fold(word))),
            WordMeaning::Several => words.several.extend(list.iter().map(|word| fold(word))),
            WordMeaning::Divine => words.divine.extend(list.iter().map(|word| fold(word))),
            _ => {}
        }
        if matches!(meaning, WordMeaning::AndOfPrenoms | WordMeaning::Several | WordMeaning::Divine) {
            continue;
        }
        for word in list {
            let word = fold(&word);
            // A word of one letter may be followed by a sign.
            let first = word.bytes().next().map_or(0, letter_index);
            match word.as_bytes() {
                [_, second, ..] if second.is_ascii_uppercase() => {
                    words.starts[first * 26 + letter_index(*second)] = true;
                }
                _ => words.starts[first * 26..first * 26 + 26].fill(true),
            }
            words.by_word.insert(word, meaning);
        }
    }
    words
});

fn letter_index(letter: u8) -> usize {
    usize::from(letter.to_ascii_uppercase().saturating_sub(b'A')).min(25)
}

impl NameWords {
    /// Whether a text of several words says that there is no name: `non encore nommé`.
    pub(super) fn is_nameless_text(&self, text: &str) -> bool {
        const LONGEST: usize = 32;
        text.contains(' ') && text.len() <= LONGEST && self.by_word.get(&fold(text)) == Some(&WordMeaning::Nameless)
    }

    pub(super) fn meaning(&self, word: &str) -> Option<WordMeaning> {
        const LONGEST: usize = 14;
        if let [first, second, ..] = word.as_bytes()
            && first.is_ascii_alphabetic()
            && second.is_ascii_alphabetic()
            && (word.len() > LONGEST || !self.starts[letter_index(*first) * 26 + letter_index(*second)])
        {
            return None;
        }
        self.by_word.get(&fold(word)).copied()
    }
}

/// Whether a text is a word for several persons: `Enfants`, `jumeaux`.
pub(super) fn is_several(text: &str) -> bool {
    WORDS.several.contains(&fold(text))
}

/// Whether a word names God: `Dieu`, `Jésus`.
pub(super) fn is_divine(word: &str) -> bool {
    WORDS.divine.contains(&fold(word))
}

/// Whether a word that means "and" stands between two known prénoms: `David na Ruth`.
pub(super) fn is_joined_by_and(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.windows(3).any(|three| {
        let is_small = three[1].chars().all(char::is_lowercase);
        is_small
            && WORDS.and_of_prenoms.contains(&fold(three[1]))
            && [three[0], three[2]].iter().all(|word| is_prenom(&fold(word)))
    })
}

/// Whether a text is one word for a child: `BEBE`, `Mwana`.
pub(super) fn is_infant_word(cleaned: &str) -> bool {
    WORDS.meaning(cleaned) == Some(WordMeaning::Infant)
}
