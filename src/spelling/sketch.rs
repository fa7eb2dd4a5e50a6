//! Sketch of a spelling: a few bytes that tell whether two spellings could be similar, without a look at their letters.

use super::keys::{Spelling, SpellingId};
use super::outline::Outline;

/// Sketch of one spelling.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SpellingSketch {
    id: SpellingId,
    loose_key: SpellingId,
    folded: Outline,
    key: Outline,
    is_initial: bool,
}

impl SpellingSketch {
    /// Sketch of a spelling; `key` is the spelling of its key.
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
