//! Words of a query, and how well a value of the register matches each of them in whatever spelling.

use std::collections::HashMap;

use crate::spelling::{NameSimilarity, SpellingId, SpellingTable};

/// The words of a query, in any order.
#[derive(Debug)]
pub(super) struct QueryWords {
    spellings: SpellingTable,
    words: Vec<SpellingId>,
    /// For each value scored so far, where its scores start.
    scored_values: HashMap<Box<str>, usize>,
    /// For each of these values, a score for each word.
    scores: Vec<f32>,
}

/// Score of a word that is found letter by letter.
pub(super) const EXACT_WORD_SCORE: f32 = 4.0;

impl QueryWords {
    /// Splits a text into its words.
    pub(super) fn new(text: &str) -> Self {
        let mut spellings = SpellingTable::default();
        let words = words(text).map(|word| spellings.id_of(word)).filter(|word| *word != 0).collect();
        Self { spellings, words, scored_values: HashMap::new(), scores: Vec::new() }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// Score of a value that contains every word letter by letter.
    pub(super) fn exact_score(&self) -> f32 {
        EXACT_WORD_SCORE * self.len() as f32
    }

    /// Whether a folded text with its key could match any word. A quick test for long lists of which few match.
    pub(super) fn could_match(&self, folded: &str, key: &str) -> bool {
        self.words.iter().any(|word| self.spellings.could_be_similar(*word, folded, key))
    }

    /// For each word how well a value (a nom, a prénom of several words) matches it, from 0 to [`EXACT_WORD_SCORE`].
    pub(super) fn scores(&mut self, value: &str) -> &[f32] {
        let n = self.words.len();
        let start = match self.scored_values.get(value) {
            Some(start) => *start,
            None => {
                let start = self.scores.len();
                let value_words: Vec<SpellingId> =
                    std::iter::once(value).chain(split(value)).map(|word| self.spellings.id_of(word)).collect();
                for word in &self.words {
                    let best = value_words.iter().map(|other| self.word_score(*word, *other)).fold(0.0, f32::max);
                    self.scores.push(best);
                }
                self.scored_values.insert(value.into(), start);
                start
            }
        };
        &self.scores[start..start + n]
    }

    fn word_score(&self, word: SpellingId, other: SpellingId) -> f32 {
        if word == 0 || other == 0 {
            return 0.0;
        }
        match self.spellings.similarity(self.spellings.reference(word), self.spellings.reference(other)) {
            NameSimilarity::Same => EXACT_WORD_SCORE,
            NameSimilarity::SameSound => 3.6,
            NameSimilarity::Slip => 2.6,
            NameSimilarity::Initial => 1.5,
            NameSimilarity::Alike => 1.2,
            NameSimilarity::Different => {
                let (word, other) = (&self.spellings.spelling(word).folded, &self.spellings.spelling(other).folded);
                // A query may give the beginning of a name only.
                if word.len() >= 3 && other.starts_with(&**word) { 2.0 } else { 0.0 }
            }
        }
    }
}

/// The words of a text that are compared with names; hyphens and commas separate words too. What has neither letter nor
/// digit is no word.
pub(crate) fn words(text: &str) -> impl Iterator<Item = &str> {
    split(text).filter(|word| word.chars().any(char::is_alphanumeric))
}

fn split(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '-' || c == ',').filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_matches_in_any_spelling() {
        let mut words = QueryWords::new("mwamba ruth");
        assert_eq!(words.len(), 2);
        assert_eq!(words.scores("MWAMBA"), [EXACT_WORD_SCORE, 0.0]);
        assert!(words.scores("MUAMBA")[0] > 3.0);
        assert!(words.scores("Ruht")[1] > 2.0);
        assert_eq!(words.scores("Marie-Ruth"), [0.0, EXACT_WORD_SCORE]);
        assert_eq!(words.scores(""), [0.0, 0.0]);
        assert_eq!(QueryWords::new("Rut").scores("Ruthine")[0], 2.0);
    }
}
