//! One distinct spelling and its keys.

use super::edit::FoldedName;
use super::outline::{self, Outline};

/// Index of a distinct spelling in its [`SpellingTable`](super::SpellingTable); 0 is the empty text.
pub(crate) type SpellingId = u32;

/// A distinct spelling and its keys.
#[derive(Debug, Clone, Default)]
pub(crate) struct Spelling {
    /// The text folded: capitals, no accents, no signs, no spaces.
    pub(crate) folded: Box<str>,
    /// Its letter set, one bit a letter.
    pub(super) letters: u32,
    /// Key that is equal for spellings of the same name.
    pub(crate) key: SpellingId,
    /// That key without an initial nasal before a consonant: equal for spellings that may be the same name.
    pub(crate) loose_key: SpellingId,
    /// Whether it is words with a number ([`is_numbered`]).
    pub(super) is_numbered: bool,
    /// Whether the folded text is its own key.
    pub(super) is_own_key: bool,
    /// Whether it is a single letter.
    pub(crate) is_initial: bool,
    /// First letter.
    pub(crate) first: u8,
    /// Hash of the folded text: it does not depend on other spellings of the table.
    pub(crate) hash: u64,
}

impl Spelling {
    pub(super) fn as_folded_name(&self) -> FoldedName<'_> {
        FoldedName { bytes: self.folded.as_bytes(), letters: self.letters }
    }

    pub(super) fn outline(&self) -> Outline {
        Outline::new(self.folded.as_bytes(), self.letters)
    }
}

/// Id of a spelling with its letter set. The letter sets alone tell most pairs apart, without a look-up in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SpellingRef {
    pub(crate) id: SpellingId,
    pub(super) letters: u32,
}

/// Most letters by which the letter sets of two similar spellings differ.
const MOST_OTHER_LETTERS: u32 = 6;

impl SpellingRef {
    /// Reference by a provisional id, to be replaced by [`SpellingTable::reference`](super::SpellingTable::reference).
    pub(crate) fn provisional(id: SpellingId) -> Self {
        Self { id, letters: 0 }
    }

    /// Whether the letter sets differ too much for two spellings of one name or a slip.
    pub(super) fn has_other_letters(self, other: Self) -> bool {
        !outline::is_subset(self.letters, other.letters)
            && (self.letters ^ other.letters).count_ones() > MOST_OTHER_LETTERS
    }
}

/// A key without an initial nasal before a consonant: `NLANDU` and `LANDU`, `MPANZU` and `PANZU` may be one name.
pub(super) fn without_nasal(key: &str) -> &str {
    match key.as_bytes() {
        [b'N' | b'M', second, _, ..] if !matches!(second, b'A' | b'E' | b'I' | b'O' | b'U') => &key[1..],
        _ => key,
    }
}

/// Whether a folded text is words with a number: a digit at one end and none at the other.
pub(super) fn is_numbered(folded: &str) -> bool {
    let (first, last) = (folded.as_bytes().first(), folded.as_bytes().last());
    first.is_some_and(u8::is_ascii_digit) != last.is_some_and(u8::is_ascii_digit)
}

/// The digits of a folded text.
pub(super) fn digits(folded: &str) -> impl Iterator<Item = u8> + '_ {
    folded.bytes().filter(u8::is_ascii_digit)
}
