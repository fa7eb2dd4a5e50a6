//! Every distinct spelling once, as a small number, with the keys under which spellings of one name meet.

use std::collections::HashMap;

use foldhash::fast::FixedState;

use crate::record::{Fnv, fold, same_name_key};

use super::glance::Part;
use super::model::steady;
use super::similar::{self, Apart, Letters};

/// Index of a distinct spelling; 0 is "none".
pub(super) type Word = u32;

/// A distinct spelling and its keys.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelling {
    /// Folded: capitals, no accents, no signs, no spaces.
    pub(super) folded: Box<str>,
    /// The letters it is written with, one bit each.
    pub(super) letters: u32,
    /// The key under which spellings of the same name meet.
    pub(super) key: Word,
    /// That key without an initial nasal before a consonant: what may be the same name.
    pub(super) loose_key: Word,
    /// Whether it is words with a number.
    is_numbered: bool,
    /// Whether it is its own key.
    is_own_key: bool,
    /// Whether it is an initial.
    pub(super) is_initial: bool,
    /// First letter.
    pub(super) first: u8,
    /// Of the folded text: the same whatever words were met before.
    pub(super) hash: u64,
}

impl Spelling {
    fn as_compared(&self) -> Letters<'_> {
        Letters { name: self.folded.as_bytes(), set: self.letters }
    }
}

/// A word with the letters it is written with: most names are told apart by these alone, without a look at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Written {
    pub(super) word: Word,
    pub(super) letters: u32,
}

/// Letters that two spellings of one name, or a name and a slip of it, may differ by at most.
const MOST_OTHER_LETTERS: u32 = 6;

impl Written {
    /// Whether too many letters of each are none of the other's.
    fn has_other_letters(self, other: Self) -> bool {
        let is_part = similar::is_part(self.letters, other.letters);
        !is_part && (self.letters ^ other.letters).count_ones() > MOST_OTHER_LETTERS
    }
}

/// Words by a text. Nobody chooses names to make it slow: a fast hash will do.
type Spelt = HashMap<Box<str>, Word, FixedState>;

/// The table of spellings. Word 0 is the empty one.
#[derive(Debug)]
pub(super) struct Words {
    typed: Spelt,
    folded: Spelt,
    /// Keys are words apart: what a spelling is must not hang on which keys were met before it.
    keys: Spelt,
    spellings: Vec<Spelling>,
    /// Each as it is glanced at, once no further word comes.
    parts: Vec<Part>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            typed: Spelt::default(),
            folded: Spelt::from_iter([(Box::default(), 0)]),
            keys: Spelt::from_iter([(Box::default(), 0)]),
            spellings: vec![Spelling::default()],
            parts: Vec::new(),
        }
    }
}

/// How near two spellings of a name are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Nearness {
    /// Letter by letter, but for capitals, accents and signs.
    Same,
    /// Another spelling of the same name.
    SameSound,
    /// A slip of the pen, a name that may be the same, a compound cut short.
    Slip,
    /// Two names that look alike: as many letters differ as a bad hand makes, or as two names do.
    Alike,
    /// One is the initial of the other.
    Initial,
    /// Two names.
    Different,
}

impl Words {
    /// The word that a text is.
    pub(super) fn of(&mut self, text: &str) -> Word {
        if let Some(word) = self.typed.get(text) {
            return *word;
        }
        let folded = fold(text).replace(' ', "");
        let word = self.of_folded(folded);
        self.typed.insert(text.into(), word);
        word
    }

    /// No further text comes: what finds words by their texts is dropped.
    pub(super) fn close(&mut self) {
        (self.typed, self.folded, self.keys) = (Spelt::default(), Spelt::default(), Spelt::default());
        self.spellings.shrink_to_fit();
        self.parts = (0..self.spellings.len() as Word).map(|word| Part::of(self, word)).collect();
    }

    /// A word as it is glanced at.
    pub(super) fn part(&self, word: Word) -> Part {
        self.parts.get(word as usize).copied().unwrap_or_else(|| Part::of(self, word))
    }

    /// Whether two names may be the same, or one a slip of the other; most are told apart without a look at their letters.
    pub(super) fn may_be_slip(&self, x: Written, y: Written) -> bool {
        x.word == y.word || !x.has_other_letters(y) && self.part(x.word).could_be_slip(&self.part(y.word))
    }

    pub(super) fn spelling(&self, word: Word) -> &Spelling {
        &self.spellings[word as usize]
    }

    /// A word with its letters.
    pub(super) fn written(&self, word: Word) -> Written {
        Written { word, letters: self.spelling(word).letters }
    }

    /// Compares two names; neither may be empty.
    pub(super) fn nearness(&self, x: Written, y: Written) -> Nearness {
        if x.word == y.word {
            return Nearness::Same;
        }
        if x.has_other_letters(y) {
            return Nearness::Different;
        }
        self.nearness_of_spellings(x.word, y.word)
    }

    /// Whether a name that is no word of the table yet may be near one that is, or begin with it; told by its letters and
    /// its key, without a visit to the heap.
    pub(super) fn may_be_near(&self, known: Word, folded: &str, key: &str) -> bool {
        let x = self.spelling(known);
        if x.is_initial || folded.len() == 1 {
            return folded.bytes().next() == Some(x.first);
        }
        let own_key = self.spelling(x.key);
        let of = |name: &'_ str| similar::letters(name.as_bytes());
        let is_near = |a: &Spelling, b: &str| {
            similar::apart(a.as_compared(), Letters { name: b.as_bytes(), set: of(b) }) != Apart::Other
        };
        *own_key.folded == *key
            || *self.spelling(x.loose_key).folded == *without_nasal(key)
            || folded.starts_with(&*x.folded)
            || x.folded.starts_with(folded)
            || is_cut(&own_key.folded, key)
            || is_near(x, folded)
            || is_near(own_key, key)
    }

    fn nearness_of_spellings(&self, a: Word, b: Word) -> Nearness {
        let (x, y) = (self.spelling(a), self.spelling(b));
        if x.is_initial || y.is_initial {
            return if x.first == y.first { Nearness::Initial } else { Nearness::Different };
        }
        if x.key == y.key {
            return Nearness::SameSound;
        }
        if x.loose_key == y.loose_key {
            return Nearness::Slip;
        }
        // `AVENUE 12` is not a slip of `AVENUE 13`.
        if x.is_numbered && y.is_numbered && !digits(&x.folded).eq(digits(&y.folded)) {
            return Nearness::Different;
        }
        let (p, q) = (self.spelling(x.key), self.spelling(y.key));
        let is_cut_short = similar::is_part(x.letters, y.letters) && is_cut(&x.folded, &y.folded)
            || similar::is_part(p.letters, q.letters) && is_cut(&p.folded, &q.folded);
        if is_cut_short {
            return Nearness::Slip;
        }
        let nearest = match similar::apart(x.as_compared(), y.as_compared()) {
            Apart::Slip => Apart::Slip,
            // Their keys are the same two names.
            other if x.is_own_key && y.is_own_key => other,
            other => other.min(similar::apart(p.as_compared(), q.as_compared())),
        };
        match nearest {
            Apart::Slip => Nearness::Slip,
            Apart::Alike => Nearness::Alike,
            Apart::Other => Nearness::Different,
        }
    }

    fn of_folded(&mut self, folded: String) -> Word {
        if let Some(word) = self.folded.get(folded.as_str()) {
            return *word;
        }
        let key_text = same_name_key(&folded);
        let loose_text = without_nasal(&key_text).to_owned();
        let word = self.add(&folded, folded.len() == 1);
        self.folded.insert(folded.into(), word);
        // A key is itself a word, so that keys are compared as numbers.
        let key = self.of_key(&key_text);
        let loose_key = self.of_key(&loose_text);
        let spelling = &mut self.spellings[word as usize];
        (spelling.key, spelling.loose_key) = (key, loose_key);
        spelling.is_own_key = *spelling.folded == *key_text;
        word
    }

    /// A key as a word of its own that stands for itself.
    fn of_key(&mut self, key: &str) -> Word {
        if let Some(word) = self.keys.get(key) {
            return *word;
        }
        let word = self.add(key, false);
        self.keys.insert(key.into(), word);
        word
    }

    fn add(&mut self, folded: &str, is_initial: bool) -> Word {
        let word = self.spellings.len() as Word;
        let letters = similar::letters(folded.as_bytes());
        self.spellings.push(Spelling {
            letters,
            is_numbered: is_numbered(folded),
            is_own_key: false,
            first: folded.bytes().next().unwrap_or(0),
            hash: Fnv::default().with(folded.as_bytes()).finish(),
            folded: folded.into(),
            key: word,
            loose_key: word,
            is_initial,
        });
        word
    }
}

/// `NLANDU` and `LANDU`, `MPANZU` and `PANZU` may be one name.
fn without_nasal(key: &str) -> &str {
    match key.as_bytes() {
        [b'N' | b'M', second, _, ..] if !matches!(second, b'A' | b'E' | b'I' | b'O' | b'U') => &key[1..],
        _ => key,
    }
}

/// Words with a number.
fn is_numbered(folded: &str) -> bool {
    let (first, last) = (folded.as_bytes().first(), folded.as_bytes().last());
    first.is_some_and(u8::is_ascii_digit) != last.is_some_and(u8::is_ascii_digit)
}

fn digits(folded: &str) -> impl Iterator<Item = u8> + '_ {
    folded.bytes().filter(u8::is_ascii_digit)
}

/// Letters that a name cut short must have left.
pub(super) const SHORTEST_CUT: usize = 4;

/// A compound prénom cut short: `DIEU` for `DIEUMERCI`, `CHRIST` for `CHRISTVIE`.
fn is_cut(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= SHORTEST_CUT && long.starts_with(short)
}

/// How common each key of a column is.
#[derive(Debug, Default)]
pub(super) struct Shares {
    /// For each key bits by which an agreement on it weighs more than on one of mean frequency.
    of_key: Vec<f64>,
}

impl Shares {
    /// Counts keys; 0 is none.
    pub(super) fn new(keys: impl Iterator<Item = Word>) -> Self {
        let (mut counts, mut total) = (Vec::<u64>::new(), 0);
        for key in keys.filter(|key| *key != 0).map(|key| key as usize) {
            if counts.len() <= key {
                counts.resize(key + 1, 0);
            }
            counts[key] += 1;
            total += 1;
        }
        let squares: u64 = counts.iter().map(|count| count * count).sum();
        let total = steady(total);
        // In whole quarters of a bit, so that a row more or less moves no weight.
        let chance = ((squares.max(1) as f64 / (total * total)).log2() * 4.0).round() / 4.0;
        let bits = |count: u64| if count == 0 { 0.0 } else { chance - (count as f64 / total).log2() };
        Self { of_key: counts.into_iter().map(bits).collect() }
    }

    /// How many bits an agreement on this key weighs more (less, if negative) than one on a key of mean frequency.
    pub(super) fn rarity(&self, key: Word) -> f64 {
        self.of_key.get(key as usize).copied().unwrap_or(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_initial_is_one_whatever_keys_were_met_before() {
        let mut words = Words::default();
        for text in ["C.", "K.", "Ketsia", "Esther"] {
            words.of(text);
        }
        let mut nearness = |a, b| {
            let (a, b) = (words.of(a), words.of(b));
            words.nearness(words.written(a), words.written(b))
        };
        assert_eq!(nearness("K.", "Ketsia"), Nearness::Initial);
        assert_eq!(nearness("K.", "Esther"), Nearness::Different);
        assert_eq!(nearness("Ketsia", "Ketsya"), Nearness::SameSound);
        assert_eq!(nearness("Ketsia", "Kesia"), Nearness::Slip);
    }
}
