//! One distinct spelling, its keys and its sketch.

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

/// Id of a spelling with its letter set. The letter sets alone distinguish most pairs, without a look-up in the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct SpellingRef {
    pub(crate) id: SpellingId,
    pub(super) letters: u32,
}

/// Most letters by which the letter sets of two similar spellings differ.
const MOST_OTHER_LETTERS: u32 = 6;

impl SpellingRef {
    /// Returns the reference by a provisional id, to be replaced by
    /// [`SpellingTable::reference`](super::SpellingTable::reference).
    pub(crate) fn provisional(id: SpellingId) -> Self {
        Self { id, letters: 0 }
    }

    /// Whether the letter sets differ too much for two spellings of one name or a slip.
    pub(super) fn has_other_letters(self, other: Self) -> bool {
        !outline::is_subset(self.letters, other.letters)
            && (self.letters ^ other.letters).count_ones() > MOST_OTHER_LETTERS
    }
}

/// Sketch of a spelling: a few bytes that show whether two spellings could be similar, without a look at their letters.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SpellingSketch {
    id: SpellingId,
    loose_key: SpellingId,
    folded: Outline,
    key: Outline,
    is_initial: bool,
}

impl SpellingSketch {
    /// Returns the sketch of a spelling; `key` is the spelling of its key.
    pub(super) fn new(id: SpellingId, spelling: &Spelling, key: &Spelling) -> Self {
        Self {
            id,
            loose_key: spelling.loose_key,
            folded: spelling.outline(),
            key: key.outline(),
            is_initial: spelling.is_initial,
        }
    }

    /// Whether the spelling is the empty text.
    pub(crate) fn is_empty(&self) -> bool {
        self.id == 0
    }

    /// Whether the similarity of the two spellings could be anything but different.
    pub(crate) fn could_be_similar(&self, other: &Self) -> bool {
        if self.is_initial || other.is_initial {
            return self.folded.has_first_of(other.folded);
        }
        // Equal spellings and equal keys imply equal loose keys.
        self.loose_key == other.loose_key
            || self.folded.could_be_similar(other.folded)
            || self.folded.could_be_cut(other.folded)
            || self.key.could_be_similar(other.key)
            || self.key.could_be_cut(other.key)
    }

    /// Whether two distinct spellings could be the same name, or one a slip of the other.
    pub(super) fn could_be_slip(&self, other: &Self) -> bool {
        self.loose_key == other.loose_key
            || self.folded.could_be_typo(other.folded)
            || self.folded.could_be_cut(other.folded)
            || self.key.could_be_typo(other.key)
            || self.key.could_be_cut(other.key)
    }
}

/// Returns a key without an initial nasal before a consonant: `NLANDU` and `LANDU`, `MPANZU` and `PANZU` may be one
/// name.
pub(crate) fn without_nasal(key: &str) -> &str {
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

pub(super) fn digits(folded: &str) -> impl Iterator<Item = u8> + '_ {
    folded.bytes().filter(u8::is_ascii_digit)
}
