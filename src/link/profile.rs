//! Rows as the linker compares them: small numbers in arrays, every distinct spelling once.

use std::collections::HashMap;

use crate::record::{CleanRow, Fiche, PartialDate, QuartierId, Relation, Sex, fold, same_name_key};

/// Index of a distinct spelling; 0 is "none".
pub(super) type Word = u32;

/// A distinct spelling and its keys.
#[derive(Debug, Clone, Default)]
pub(super) struct Spelling {
    /// Folded: capitals, no accents, no signs, no spaces.
    pub(super) folded: String,
    /// The key under which spellings of the same name meet.
    pub(super) key: Word,
    /// That key without an initial nasal before a consonant: what may be the same name.
    pub(super) loose_key: Word,
    /// The letter it stands for, if it is an initial.
    pub(super) initial: Option<u8>,
    /// First letter.
    pub(super) first: u8,
}

/// What the linker knows of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) nom: Word,
    pub(super) postnom: Word,
    pub(super) prenom: Word,
    pub(super) sex: Option<Sex>,
    pub(super) born: Option<PartialDate>,
    pub(super) place: Word,
    pub(super) quartier: Option<QuartierId>,
    pub(super) avenue: Word,
    pub(super) parcel: Word,
    pub(super) fiche: Option<u32>,
    pub(super) is_act: bool,
    pub(super) relation: Option<Relation>,
    /// Words of the father's and the mother's names (acts).
    pub(super) father: Vec<Word>,
    pub(super) mother: Vec<Word>,
}

/// All rows, the table of spellings and how common each is.
pub(super) struct Profiles {
    pub(super) rows: Vec<Profile>,
    pub(super) spellings: Vec<Spelling>,
    /// Share of noms and post-noms that have a key.
    pub(super) share_of_nom: HashMap<Word, f64>,
    /// Share of prénoms that have a key.
    pub(super) share_of_prenom: HashMap<Word, f64>,
    /// Share of birth places that have a key.
    pub(super) share_of_place: HashMap<Word, f64>,
    /// Chance that two noms, two prénoms, two places at random agree.
    pub(super) chance_of_nom: f64,
    pub(super) chance_of_prenom: f64,
    pub(super) chance_of_place: f64,
    /// Rows of each fiche.
    pub(super) members: Vec<Vec<u32>>,
}

impl Profiles {
    pub(super) fn new(rows: &[CleanRow], fiches: &[Fiche]) -> Self {
        let mut words = Words::default();
        let places: Vec<(Word, Word)> =
            fiches.iter().map(|fiche| (words.of(&fiche.avenue), words.of(&fiche.parcel))).collect();
        let mut members = vec![Vec::new(); fiches.len()];
        let mut profiles = Vec::with_capacity(rows.len());
        for (index, row) in rows.iter().enumerate() {
            let (avenue, parcel) = row.fiche.and_then(|fiche| places.get(fiche as usize).copied()).unwrap_or_default();
            if let Some(own) = row.fiche.and_then(|fiche| members.get_mut(fiche as usize)) {
                own.push(index as u32);
            }
            profiles.push(Profile {
                nom: words.of(&row.name.nom),
                postnom: words.of(&row.name.postnom),
                prenom: words.of(&row.name.prenom),
                sex: row.sex,
                born: row.born,
                place: words.of(&row.birth_place),
                quartier: row.quartier,
                avenue,
                parcel,
                fiche: row.fiche,
                is_act: row.act.is_some(),
                relation: row.relation,
                father: row.act.as_ref().map(|act| words.each_of(&act.father)).unwrap_or_default(),
                mother: row.act.as_ref().map(|act| words.each_of(&act.mother)).unwrap_or_default(),
            });
        }
        let key = |word: Word| words.spellings[word as usize].key;
        let share_of_nom = shares(profiles.iter().flat_map(|p| [p.nom, p.postnom]).map(key));
        let share_of_prenom = shares(profiles.iter().map(|p| key(p.prenom)));
        let share_of_place = shares(profiles.iter().filter(|p| !p.is_act).map(|p| key(p.place)));
        Self {
            chance_of_nom: chance(&share_of_nom),
            chance_of_prenom: chance(&share_of_prenom),
            chance_of_place: chance(&share_of_place),
            rows: profiles,
            spellings: words.spellings,
            share_of_nom,
            share_of_prenom,
            share_of_place,
            members,
        }
    }

    pub(super) fn spelling(&self, word: Word) -> &Spelling {
        &self.spellings[word as usize]
    }
}

fn shares(keys: impl Iterator<Item = Word>) -> HashMap<Word, f64> {
    let mut counts: HashMap<Word, f64> = HashMap::new();
    let mut total = 0.0;
    for key in keys.filter(|key| *key != 0) {
        *counts.entry(key).or_default() += 1.0;
        total += 1.0;
    }
    counts.into_iter().map(|(key, count)| (key, count / total)).collect()
}

/// The table of spellings while it grows. Word 0 is the empty one.
struct Words {
    known: HashMap<String, Word>,
    spellings: Vec<Spelling>,
}

impl Default for Words {
    fn default() -> Self {
        Self { known: HashMap::from([(String::new(), 0)]), spellings: vec![Spelling::default()] }
    }
}

impl Words {
    fn of(&mut self, text: &str) -> Word {
        let folded = fold(text).replace(' ', "");
        if let Some(word) = self.known.get(&folded) {
            return *word;
        }
        let word = self.spellings.len() as Word;
        self.known.insert(folded.clone(), word);
        self.spellings.push(Spelling::default());
        let key_text = same_name_key(&folded);
        let loose_text = without_nasal(&key_text).to_owned();
        // A key is itself a word, so that keys are compared as numbers.
        let key = if key_text == folded { word } else { self.of_key(&key_text) };
        let loose_key = if loose_text == key_text { key } else { self.of_key(&loose_text) };
        let initial = (folded.len() == 1).then(|| folded.as_bytes()[0]);
        self.spellings[word as usize] =
            Spelling { first: folded.bytes().next().unwrap_or(0), folded, key, loose_key, initial };
        word
    }

    /// A key as a word of its own that stands for itself.
    fn of_key(&mut self, key: &str) -> Word {
        if let Some(word) = self.known.get(key) {
            return *word;
        }
        let word = self.spellings.len() as Word;
        self.known.insert(key.to_owned(), word);
        let loose = without_nasal(key);
        self.spellings.push(Spelling {
            folded: key.to_owned(),
            key: word,
            loose_key: word,
            initial: None,
            first: key.bytes().next().unwrap_or(0),
        });
        if loose != key {
            let loose_key = self.of_key(loose);
            self.spellings[word as usize].loose_key = loose_key;
        }
        word
    }

    fn each_of(&mut self, text: &str) -> Vec<Word> {
        text.split_whitespace().map(|word| self.of(word)).collect()
    }
}

/// `NLANDU` and `LANDU`, `MPANZU` and `PANZU` may be one name.
fn without_nasal(key: &str) -> &str {
    let letters = key.as_bytes();
    match letters {
        [b'N' | b'M', second, _, ..] if !matches!(second, b'A' | b'E' | b'I' | b'O' | b'U') => &key[1..],
        _ => key,
    }
}

impl Profiles {
    /// How many bits an agreement on this key weighs more (or less, if negative) than one on a name of mean frequency.
    pub(super) fn rarity(&self, comparison: usize, key: Word) -> f64 {
        let (shares, mean) = match comparison {
            super::compare::PRENOM => (&self.share_of_prenom, self.chance_of_prenom),
            super::compare::PLACE => (&self.share_of_place, self.chance_of_place),
            _ => (&self.share_of_nom, self.chance_of_nom),
        };
        shares.get(&key).map_or(0.0, |share| (mean / share).log2())
    }
}

/// The chance that two at random agree: the sum of squared shares. Summed in a fixed order, so that it is the same to the last bit.
fn chance(shares: &HashMap<Word, f64>) -> f64 {
    let mut squares: Vec<f64> = shares.values().map(|share| share * share).collect();
    squares.sort_by(f64::total_cmp);
    squares.iter().sum::<f64>().max(1e-9)
}
