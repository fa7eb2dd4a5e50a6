//! How well a name someone asks for is a name of the register, spelt and ordered as it may be.

use std::collections::HashMap;

use super::words::{Nearness, Words};

/// The words someone asks for.
#[derive(Debug)]
pub struct Lookup {
    words: Words,
    asked: Vec<u32>,
    /// For each value met, how well it answers each word.
    known: HashMap<Box<str>, usize>,
    answers: Vec<f32>,
}

/// What a word is worth that is found letter by letter.
pub const SAME_WORD: f32 = 4.0;

impl Lookup {
    /// Of a text: its words, in any order.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let mut words = Words::default();
        let asked = pieces(text).map(|piece| words.of(piece)).filter(|word| *word != 0).collect();
        Self { words, asked, known: HashMap::new(), answers: Vec::new() }
    }

    /// How many words are asked for.
    #[must_use]
    pub fn n_words(&self) -> usize {
        self.asked.len()
    }

    /// Whether a word, folded, with its key, may answer any word asked: for lists of many words, where few do.
    #[must_use]
    pub fn may_answer(&self, word: &str, key: &str) -> bool {
        self.asked.iter().any(|asked| self.words.may_be_near(*asked, word, key))
    }

    /// How well a value (a nom, a prénom of several words) answers each word, from 0 to [`SAME_WORD`].
    pub fn answers(&mut self, value: &str) -> &[f32] {
        let n = self.asked.len();
        let place = match self.known.get(value) {
            Some(place) => *place,
            None => {
                let place = self.answers.len();
                let written: Vec<u32> =
                    std::iter::once(value).chain(pieces(value)).map(|piece| self.words.of(piece)).collect();
                for asked in &self.asked {
                    let best = written.iter().map(|word| self.worth(*asked, *word)).fold(0.0, f32::max);
                    self.answers.push(best);
                }
                self.known.insert(value.into(), place);
                place
            }
        };
        &self.answers[place..place + n]
    }

    fn worth(&self, asked: u32, word: u32) -> f32 {
        if asked == 0 || word == 0 {
            return 0.0;
        }
        match self.words.nearness(self.words.written(asked), self.words.written(word)) {
            Nearness::Same => SAME_WORD,
            Nearness::SameSound => 3.6,
            Nearness::Slip => 2.6,
            Nearness::Initial => 1.5,
            Nearness::Alike => 1.2,
            Nearness::Different => {
                let (asked, word) = (&self.words.spelling(asked).folded, &self.words.spelling(word).folded);
                // The beginning of a name is how one looks for the rest.
                if asked.len() >= 3 && word.starts_with(&**asked) { 2.0 } else { 0.0 }
            }
        }
    }
}

/// The words of a text; a hyphen joins nothing here.
fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c == '-' || c == ',').filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_answers_however_it_is_spelt() {
        let mut lookup = Lookup::new("mwamba ruth");
        assert_eq!(lookup.n_words(), 2);
        assert_eq!(lookup.answers("MWAMBA"), [SAME_WORD, 0.0]);
        assert!(lookup.answers("MUAMBA")[0] > 3.0);
        assert!(lookup.answers("Ruht")[1] > 2.0);
        assert_eq!(lookup.answers("Marie-Ruth"), [0.0, SAME_WORD]);
        assert_eq!(lookup.answers(""), [0.0, 0.0]);
        assert_eq!(Lookup::new("Rut").answers("Ruthine")[0], 2.0);
    }
}
