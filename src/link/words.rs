//! Every distinct spelling once, as a small number, with the keys under which spellings of one name meet.

use std::collections::HashMap;

use crate::record::{fold, same_name_key};

use super::similar;

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
    /// Whether it is an initial.
    pub(super) is_initial: bool,
    /// First letter.
    pub(super) first: u8,
}

/// The table of spellings. Word 0 is the empty one.
#[derive(Debug)]
pub(super) struct Words {
    typed: HashMap<Box<str>, Word>,
    folded: HashMap<Box<str>, Word>,
    spellings: Vec<Spelling>,
}

impl Default for Words {
    fn default() -> Self {
        Self {
            typed: HashMap::new(),
            folded: HashMap::from([(Box::default(), 0)]),
            spellings: vec![Spelling::default()],
        }
    }
}

/// How near two spellings of a name are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Nearness {
    /// Letter by letter, but for capitals, accents and signs.
    Same,
    /// Another spelling of the same name.
    SameSound,
    /// A slip of the pen, a name that may be the same, a compound cut short.
    Slip,
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

    /// The words of a text, in order.
    pub(super) fn each_of(&mut self, text: &str) -> Vec<Word> {
        text.split_whitespace().map(|word| self.of(word)).filter(|word| *word != 0).collect()
    }

    pub(super) fn spelling(&self, word: Word) -> &Spelling {
        &self.spellings[word as usize]
    }

    /// Number of spellings, the empty one included.
    pub(super) fn len(&self) -> usize {
        self.spellings.len()
    }

    /// Compares two names; neither may be empty.
    pub(super) fn nearness(&self, a: Word, b: Word) -> Nearness {
        if a == b {
            return Nearness::Same;
        }
        let (x, y) = (self.spelling(a), self.spelling(b));
        if x.is_initial || y.is_initial {
            return if x.first == y.first { Nearness::Initial } else { Nearness::Different };
        }
        if x.key == y.key {
            return Nearness::SameSound;
        }
        let near = x.loose_key == y.loose_key
            || similar::is_slip(&x.folded, x.letters, &y.folded, y.letters)
            || is_cut(&x.folded, &y.folded)
            || {
                let (p, q) = (self.spelling(x.key), self.spelling(y.key));
                (x.key != a || y.key != b) && similar::is_slip(&p.folded, p.letters, &q.folded, q.letters)
            };
        if near { Nearness::Slip } else { Nearness::Different }
    }

    fn of_folded(&mut self, folded: String) -> Word {
        if let Some(word) = self.folded.get(folded.as_str()) {
            return *word;
        }
        let key_text = same_name_key(&folded);
        let loose_text = without_nasal(&key_text).to_owned();
        let is_initial = folded.len() == 1;
        let word = self.add(folded, is_initial);
        // A key is itself a word, so that keys are compared as numbers.
        let key = self.of_key(&key_text);
        let loose_key = self.of_key(&loose_text);
        let spelling = &mut self.spellings[word as usize];
        (spelling.key, spelling.loose_key) = (key, loose_key);
        word
    }

    /// A key as a word of its own that stands for itself.
    fn of_key(&mut self, key: &str) -> Word {
        if let Some(word) = self.folded.get(key) {
            return *word;
        }
        let word = self.add(key.to_owned(), false);
        let loose = without_nasal(key);
        if loose != key {
            let loose_key = self.of_key(loose);
            self.spellings[word as usize].loose_key = loose_key;
        }
        word
    }

    fn add(&mut self, folded: String, is_initial: bool) -> Word {
        let word = self.spellings.len() as Word;
        self.folded.insert(folded.as_str().into(), word);
        self.spellings.push(Spelling {
            letters: similar::letters(folded.as_bytes()),
            first: folded.bytes().next().unwrap_or(0),
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

/// A compound prénom cut short: `DIEU` for `DIEUMERCI`, `CHRIST` for `CHRISTVIE`.
fn is_cut(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 4 && long.starts_with(short)
}

/// How common each key is, and the chance that two at random agree.
#[derive(Debug, Default)]
pub(super) struct Shares {
    of_key: HashMap<Word, f64>,
    chance: f64,
}

impl Shares {
    /// Counts keys; 0 is none.
    pub(super) fn new(keys: impl Iterator<Item = Word>) -> Self {
        let mut of_key: HashMap<Word, f64> = HashMap::new();
        let mut total = 0.0;
        for key in keys.filter(|key| *key != 0) {
            *of_key.entry(key).or_default() += 1.0;
            total += 1.0;
        }
        let mut squares: Vec<f64> = of_key.values().map(|count| count * count).collect();
        // Summed in a fixed order, so that it is the same to the last bit.
        squares.sort_by(f64::total_cmp);
        let chance = (squares.iter().sum::<f64>() / f64::max(total * total, 1.0)).max(1e-9);
        of_key.values_mut().for_each(|count| *count /= total);
        Self { of_key, chance }
    }

    /// The chance that two at random agree.
    pub(super) fn chance(&self) -> f64 {
        self.chance
    }

    /// How many bits an agreement on this key weighs more (less, if negative) than one on a key of mean frequency.
    pub(super) fn rarity(&self, key: Word) -> f64 {
        self.of_key.get(&key).map_or(0.0, |share| (self.chance / share).log2())
    }
}
