//! Table of distinct spellings: each has a small number, its keys and its letters, so that rows compare numbers first.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::record::{Fnv, fold, same_name_key};

use super::edit::{EditLevel, FoldedName, edit_level};
use super::keys::{Spelling, SpellingId, SpellingRef, SpellingSketch, digits, is_numbered, without_nasal};
use super::outline::{is_cut, is_subset, letter_set};

/// Spelling ids by text. Names are not chosen by an attacker, so a fast hash is enough.
type IdByText = HashMap<Box<str>, SpellingId, FixedState>;

/// Table of distinct spellings. Id 0 is the empty text.
#[derive(Debug)]
pub(crate) struct SpellingTable {
    by_text: IdByText,
    by_folded: IdByText,
    /// Keys have entries of their own: the attributes of a spelling must not depend on keys that were added before it.
    by_key: IdByText,
    spellings: Vec<Spelling>,
    /// Sketch of each spelling; empty until [`SpellingTable::finish`].
    sketches: Vec<SpellingSketch>,
}

impl Default for SpellingTable {
    fn default() -> Self {
        Self {
            by_text: IdByText::default(),
            by_folded: IdByText::from_iter([(Box::default(), 0)]),
            by_key: IdByText::from_iter([(Box::default(), 0)]),
            spellings: vec![Spelling::default()],
            sketches: Vec::new(),
        }
    }
}

/// Similarity of two spellings of a name, the most similar first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum NameSimilarity {
    /// The same letters, capitals, accents and signs aside.
    Same,
    /// Another spelling of the same name: the keys are equal.
    SameSound,
    /// A typing error, a name that may be the same, or a compound cut short.
    Slip,
    /// Two similar names: bad handwriting or two persons' names.
    Alike,
    /// One is the initial of the other.
    Initial,
    /// Two names.
    Different,
}

impl SpellingTable {
    /// Returns the id of a text, which is added if it is new.
    pub(crate) fn id_of(&mut self, text: &str) -> SpellingId {
        if let Some(id) = self.by_text.get(text) {
            return *id;
        }
        let folded = fold(text).replace(' ', "");
        let id = self.id_of_folded(folded);
        self.by_text.insert(text.into(), id);
        id
    }

    /// Makes the sketches and frees the maps from texts to ids: no text may be added afterwards.
    pub(crate) fn finish(&mut self) {
        (self.by_text, self.by_folded, self.by_key) = (IdByText::default(), IdByText::default(), IdByText::default());
        self.spellings.shrink_to_fit();
        self.sketches = (0..self.spellings.len() as SpellingId).map(|id| self.new_sketch(id)).collect();
    }

    pub(crate) fn sketch(&self, id: SpellingId) -> SpellingSketch {
        self.sketches.get(id as usize).copied().unwrap_or_else(|| self.new_sketch(id))
    }

    fn new_sketch(&self, id: SpellingId) -> SpellingSketch {
        let spelling = self.spelling(id);
        SpellingSketch::new(id, spelling, self.spelling(spelling.key))
    }

    pub(crate) fn spelling(&self, id: SpellingId) -> &Spelling {
        &self.spellings[id as usize]
    }

    /// Returns the spelling of the key of a spelling.
    fn key_of(&self, spelling: &Spelling) -> &Spelling {
        self.spelling(spelling.key)
    }

    pub(crate) fn reference(&self, id: SpellingId) -> SpellingRef {
        SpellingRef { id, letters: self.spelling(id).letters }
    }

    /// Whether two names could be the same or one a slip of the other. Their sketches alone distinguish most pairs.
    pub(crate) fn could_be_slip(&self, x: SpellingRef, y: SpellingRef) -> bool {
        x.id == y.id || !x.has_other_letters(y) && self.sketch(x.id).could_be_slip(&self.sketch(y.id))
    }

    /// Returns the similarity of two names; neither may be empty.
    pub(crate) fn similarity(&self, x: SpellingRef, y: SpellingRef) -> NameSimilarity {
        if x.id == y.id {
            return NameSimilarity::Same;
        }
        if x.has_other_letters(y) {
            return NameSimilarity::Different;
        }
        self.similarity_of_spellings(self.spelling(x.id), self.spelling(y.id))
    }

    fn similarity_of_spellings(&self, x: &Spelling, y: &Spelling) -> NameSimilarity {
        if x.is_initial || y.is_initial {
            return if x.first == y.first { NameSimilarity::Initial } else { NameSimilarity::Different };
        }
        if x.key == y.key {
            return NameSimilarity::SameSound;
        }
        if x.loose_key == y.loose_key {
            return NameSimilarity::Slip;
        }
        // `AVENUE 12` is not a slip of `AVENUE 13`.
        if x.is_numbered && y.is_numbered && !digits(&x.folded).eq(digits(&y.folded)) {
            return NameSimilarity::Different;
        }
        let (p, q) = (self.key_of(x), self.key_of(y));
        let is_cut_short = is_subset(x.letters, y.letters) && is_cut(&x.folded, &y.folded)
            || is_subset(p.letters, q.letters) && is_cut(&p.folded, &q.folded);
        if is_cut_short {
            return NameSimilarity::Slip;
        }
        let level = match edit_level(x.as_folded_name(), y.as_folded_name()) {
            EditLevel::Typo => EditLevel::Typo,
            // The keys are the same two texts.
            level if x.is_own_key && y.is_own_key => level,
            level => level.min(edit_level(p.as_folded_name(), q.as_folded_name())),
        };
        match level {
            EditLevel::Typo => NameSimilarity::Slip,
            EditLevel::Similar => NameSimilarity::Alike,
            EditLevel::Different => NameSimilarity::Different,
        }
    }

    /// Whether a name that is not in the table, given by its folded text and its key, could be similar to the spelling
    /// `id` or begin with it. Allocates nothing.
    pub(crate) fn could_be_similar(&self, id: SpellingId, folded: &str, key: &str) -> bool {
        let x = self.spelling(id);
        if x.is_initial || folded.len() == 1 {
            return folded.bytes().next() == Some(x.first);
        }
        let own_key = self.key_of(x);
        let is_similar = |a: &Spelling, b: &str| {
            let b = FoldedName { bytes: b.as_bytes(), letters: letter_set(b.as_bytes()) };
            edit_level(a.as_folded_name(), b) != EditLevel::Different
        };
        *own_key.folded == *key
            || *self.spelling(x.loose_key).folded == *without_nasal(key)
            || folded.starts_with(&*x.folded)
            || x.folded.starts_with(folded)
            || is_cut(&own_key.folded, key)
            || is_similar(x, folded)
            || is_similar(own_key, key)
    }

    fn id_of_folded(&mut self, folded: String) -> SpellingId {
        if let Some(id) = self.by_folded.get(folded.as_str()) {
            return *id;
        }
        let key_text = same_name_key(&folded);
        let loose_text = without_nasal(&key_text).to_owned();
        let id = self.add(&folded, folded.len() == 1);
        self.by_folded.insert(folded.into(), id);
        // A key has an id too, so that keys are compared as numbers.
        let key = self.id_of_key(&key_text);
        let loose_key = self.id_of_key(&loose_text);
        let spelling = &mut self.spellings[id as usize];
        (spelling.key, spelling.loose_key) = (key, loose_key);
        spelling.is_own_key = *spelling.folded == *key_text;
        id
    }

    /// Returns the id of a key, an entry that is its own key.
    fn id_of_key(&mut self, key: &str) -> SpellingId {
        if let Some(id) = self.by_key.get(key) {
            return *id;
        }
        let id = self.add(key, false);
        self.by_key.insert(key.into(), id);
        id
    }

    fn add(&mut self, folded: &str, is_initial: bool) -> SpellingId {
        let id = self.spellings.len() as SpellingId;
        self.spellings.push(Spelling {
            letters: letter_set(folded.as_bytes()),
            is_numbered: is_numbered(folded),
            is_own_key: false,
            first: folded.bytes().next().unwrap_or(0),
            hash: Fnv::default().with(folded.as_bytes()).finish(),
            folded: folded.into(),
            key: id,
            loose_key: id,
            is_initial,
        });
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn references<const N: usize>(texts: [&str; N]) -> (SpellingTable, [SpellingRef; N]) {
        let mut table = SpellingTable::default();
        let ids = texts.map(|text| table.id_of(text));
        let references = ids.map(|id| table.reference(id));
        (table, references)
    }

    #[test]
    fn initials_are_recognised_whatever_keys_were_added_before() {
        let mut table = SpellingTable::default();
        for text in ["C.", "K.", "Ketsia", "Esther"] {
            table.id_of(text);
        }
        let mut similarity = |a, b| {
            let (a, b) = (table.id_of(a), table.id_of(b));
            table.similarity(table.reference(a), table.reference(b))
        };
        assert_eq!(similarity("K.", "Ketsia"), NameSimilarity::Initial);
        assert_eq!(similarity("K.", "Esther"), NameSimilarity::Different);
        assert_eq!(similarity("Ketsia", "Ketsya"), NameSimilarity::SameSound);
        assert_eq!(similarity("Ketsia", "Kesia"), NameSimilarity::Slip);
    }

    #[test]
    fn sketches_let_every_kind_of_slip_pass() {
        let pairs = "MBALA=mbala KAPELA=KAPENA KAPELA=KAPEA RUTH=RUHT DEBORAH=DEBROHA KASONGO=KISENGO NLANDU=LANDU \
                     TSHIALA=CIALA DIEU=DIEUMERCI PHILIPPE=FILIPE";
        for (a, b) in pairs.split(' ').map(|pair| pair.split_once('=').unwrap()) {
            let (table, [x, y]) = references([a, b]);
            let similarity = table.similarity(x, y);
            assert!(similarity <= NameSimilarity::Slip, "{a} {b}: {similarity:?}");
            assert!(table.could_be_slip(x, y) && table.could_be_slip(y, x), "{a} {b}");
        }
        let (table, [x, y]) = references(["MBALA", "NGOYI"]);
        assert!(!table.could_be_slip(x, y));
    }
}
