//! A commune's rows as they are compared: small numbers in arrays, every distinct spelling once.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::acts_together;
use crate::link::words::{Shares, Word, Words, Written};
use crate::record::{CleanRow, Fiche, PartialDate, QuartierId, Relation, Sex};

/// No fiche, no list, no quartier.
const NONE: u32 = u32::MAX;
const NO_QUARTIER: u16 = u16::MAX;

/// What the linker knows of one row: what every comparison looks at, in one line of a processor's cache. Rows are met in no
/// order, and each line that has to be fetched takes longer than what is done with it.
#[derive(Debug, Clone)]
#[repr(align(64))]
pub(super) struct Profile {
    pub(super) nom: Written,
    pub(super) postnom: Written,
    pub(super) prenom: Written,
    pub(super) place: Word,
    pub(super) avenue: Word,
    pub(super) parcel: Word,
    /// Whom it is listed with, in [`Profiles::members`]; [`NONE`] for nobody.
    listed: u32,
    more: MoreAt,
    quartier: u16,
    pub(super) sex: Option<Sex>,
    pub(super) relation: Option<Relation>,
    pub(super) born: Option<PartialDate>,
    /// Of the row as typed.
    pub(super) hash: u64,
}

const _: () = assert!(size_of::<Profile>() == 64);

/// Where more is known of a row, and of what sort.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct MoreAt(u32);

impl MoreAt {
    const NOTHING: Self = Self(0);
    const ACT: u32 = 1;
    const OTHER_READING: u32 = 2;

    fn place(self) -> Option<usize> {
        (self != Self::NOTHING).then_some((self.0 >> 2) as usize)
    }

    /// The same, with so many before it.
    fn after(self, n_before: usize) -> Self {
        self.place().map_or(self, |_| Self(self.0 + ((n_before as u32) << 2)))
    }
}

/// What few rows say.
#[derive(Debug, Clone, Default)]
pub(super) struct More {
    /// The words of the name read otherwise, where a post-nom is missing and two words stand as a prénom: `erne kadi`,
    /// `MONGASI` may be the prénom Erne, the nom KADI and the post-nom MONGASI.
    other_reading: Option<[Written; 3]>,
    /// Words of the father's name, then of the mother's, as an act has them.
    parents: Box<[Written]>,
    n_of_father: u32,
    /// Day of declaration and number of an act.
    declared: Option<(chrono::NaiveDate, u32)>,
}

/// All rows, the table of spellings and how common each is.
pub(super) struct Profiles {
    pub(super) rows: Vec<Profile>,
    more: Vec<More>,
    pub(super) words: Words,
    /// Noms and post-noms.
    pub(super) noms: Shares,
    pub(super) prenoms: Shares,
    pub(super) places: Shares,
    /// Rows of each fiche, then of each group of acts declared together.
    pub(super) members: Vec<Vec<u32>>,
}

impl Profile {
    /// Whether it is a birth act.
    pub(super) fn is_act(&self) -> bool {
        self.more.0 & MoreAt::ACT != 0
    }

    /// Whether its name can be read in more than one way.
    pub(super) fn is_open(&self) -> bool {
        self.more.0 & MoreAt::OTHER_READING != 0
    }

    /// Its fiche.
    pub(super) fn fiche(&self) -> Option<u32> {
        self.listed_with().filter(|_| !self.is_act())
    }

    /// Whom it is listed with, in [`Profiles::members`]: its fiche, or the acts of children born and declared with it.
    pub(super) fn listed_with(&self) -> Option<u32> {
        (self.listed != NONE).then_some(self.listed)
    }

    /// Quartier of residence.
    pub(super) fn quartier(&self) -> Option<QuartierId> {
        (self.quartier != NO_QUARTIER).then_some(QuartierId(self.quartier))
    }

    /// Nom, post-nom and prénom as the row is read first.
    pub(super) fn name(&self) -> [Written; 3] {
        [self.nom, self.postnom, self.prenom]
    }
}

impl More {
    /// Words of the father's name.
    pub(super) fn father(&self) -> &[Written] {
        self.parents.get(..self.n_of_father as usize).unwrap_or_default()
    }

    /// Words of the mother's name.
    pub(super) fn mother(&self) -> &[Written] {
        self.parents.get(self.n_of_father as usize..).unwrap_or_default()
    }

    fn settle(&mut self, written: impl Fn(Written) -> Written) {
        self.other_reading.iter_mut().flatten().for_each(|part| *part = written(*part));
        let said = |parts: &[Written]| -> Vec<Written> {
            parts.iter().map(|part| written(*part)).filter(|part| part.word != 0).collect()
        };
        let (father, mother) = (said(self.father()), said(self.mother()));
        self.n_of_father = father.len() as u32;
        self.parents = [father, mother].concat().into();
    }
}

/// Texts met in a part of the rows, each once, by numbers of their own. The first is none.
#[derive(Debug)]
struct Met<'r> {
    number_of: HashMap<&'r str, Word, FixedState>,
    texts: Vec<&'r str>,
}

impl Default for Met<'_> {
    fn default() -> Self {
        Self { number_of: HashMap::from_iter([("", 0)]), texts: vec![""] }
    }
}

impl<'r> Met<'r> {
    fn number(&mut self, text: &'r str) -> Word {
        *self.number_of.entry(text).or_insert_with(|| {
            self.texts.push(text);
            self.texts.len() as Word - 1
        })
    }

    fn written(&mut self, text: &'r str) -> Written {
        Written { word: self.number(text), letters: 0 }
    }
}

/// A part of the rows, its words by numbers of its own.
#[derive(Default)]
struct Part<'r> {
    profiles: Vec<Profile>,
    more: Vec<More>,
    met: Met<'r>,
}

impl<'r> Part<'r> {
    fn of(rows: &'r [CleanRow]) -> Self {
        let mut part = Self { profiles: Vec::with_capacity(rows.len()), ..Self::default() };
        for row in rows {
            let profile = part.profile(row);
            part.profiles.push(profile);
        }
        part
    }

    fn profile(&mut self, row: &'r CleanRow) -> Profile {
        let met = &mut self.met;
        let (avenue, parcel) = match &row.event {
            Some(event) => (met.number(&event.avenue), met.number(&event.parcel)),
            None => (0, 0),
        };
        let [nom, postnom, prenom] = parts_of_name([&row.name.nom, &row.name.postnom, &row.name.prenom]);
        let other_reading = split_at_space(prenom)
            .filter(|_| !nom.is_empty() && postnom.is_empty())
            .map(|(first, last)| [last, nom, first].map(|part| met.written(part)));
        let mut more = MoreAt::NOTHING;
        if row.act.is_some() || other_reading.is_some() {
            let sort =
                u32::from(row.act.is_some()) * MoreAt::ACT + u32::from(other_reading.is_some()) * MoreAt::OTHER_READING;
            more = MoreAt((self.more.len() as u32) << 2 | sort);
            let mut own = More { other_reading, ..More::default() };
            if let Some(act) = &row.act {
                let mut parents: Vec<Written> = act.father.split_whitespace().map(|part| met.written(part)).collect();
                own.n_of_father = parents.len() as u32;
                parents.extend(act.mother.split_whitespace().map(|part| met.written(part)));
                own.parents = parents.into();
                own.declared = act.declared_on.zip(act.act.as_ref().map(|act| act.number));
            }
            self.more.push(own);
        }
        Profile {
            nom: met.written(nom),
            postnom: met.written(postnom),
            prenom: met.written(prenom),
            sex: row.sex,
            born: row.born,
            place: met.number(&row.birth_place),
            quartier: row.quartier.map_or(NO_QUARTIER, |quartier| quartier.0),
            avenue,
            parcel,
            listed: row.fiche.unwrap_or(NONE),
            relation: row.relation,
            more,
            hash: row.key,
        }
    }
}

/// The words of all rows in the place of the numbers of a part.
struct Settling<'w> {
    words: &'w Words,
    word_of: &'w [Word],
    /// The addresses of the fiches.
    addresses: &'w [Address],
    /// Of how many rows more was known before this part.
    n_more_before: usize,
}

impl Settling<'_> {
    fn written(&self, written: Written) -> Written {
        self.words.written(self.word_of[written.word as usize])
    }

    fn settle(&self, profile: &mut Profile) {
        for part in [&mut profile.nom, &mut profile.postnom, &mut profile.prenom] {
            *part = self.written(*part);
        }
        let of_fiche = profile.fiche().and_then(|fiche| self.addresses.get(fiche as usize).copied());
        let word = |number: Word| self.word_of[number as usize];
        profile.place = word(profile.place);
        (profile.avenue, profile.parcel) = of_fiche.unwrap_or_else(|| (word(profile.avenue), word(profile.parcel)));
        profile.more = profile.more.after(self.n_more_before);
    }
}

impl Profiles {
    pub(super) fn new(rows: &[CleanRow], fiches: &[Fiche]) -> Self {
        /// Rows whose texts are gathered before they become words: each part on its own, whatever the number of threads.
        const PART: usize = 1 << 16;
        let mut words = Words::default();
        let addresses = addresses(fiches, &mut words);
        let (mut profiles, mut more) = (Vec::with_capacity(rows.len()), Vec::new());
        // For each part its words, and of how many rows more was known before it and in it.
        let mut of_parts: Vec<(Vec<Word>, usize, usize)> = Vec::new();
        let mut number = |part: Part<'_>| {
            let word_of = part.met.texts.into_iter().map(|text| words.of(text)).collect();
            of_parts.push((word_of, more.len(), part.more.len()));
            profiles.extend(part.profiles);
            more.extend(part.more);
        };
        // A few parts at a time: what they met is not kept. Words get their numbers one by one, while the next parts are made.
        let mut made = Vec::new();
        for parts in rows.chunks(PART * 2 * rayon::current_num_threads()) {
            let next = || parts.par_chunks(PART).map(Part::of).collect();
            made = rayon::join(next, || made.into_iter().for_each(&mut number)).0;
        }
        made.into_iter().for_each(number);
        let mut left = &mut *more;
        let mut parts = Vec::with_capacity(of_parts.len());
        for ((word_of, n_more_before, n_more), profiles) in of_parts.iter().zip(profiles.chunks_mut(PART)) {
            let (own, others) = left.split_at_mut(*n_more);
            left = others;
            let n_more_before = *n_more_before;
            parts.push((Settling { words: &words, word_of, addresses: &addresses, n_more_before }, profiles, own));
        }
        parts.into_par_iter().for_each(|(settling, profiles, more)| {
            profiles.iter_mut().for_each(|profile| settling.settle(profile));
            more.iter_mut().for_each(|more| more.settle(|written| settling.written(written)));
        });
        let mut members = vec![Vec::new(); fiches.len()];
        for (index, row) in (0..).zip(rows) {
            if let Some(own) = row.fiche.and_then(|fiche| members.get_mut(fiche as usize)) {
                own.push(index);
            }
        }
        words.close();
        let key = |name: Written| words.spelling(name.word).key;
        let (noms, (prenoms, places)) = rayon::join(
            || Shares::new(profiles.iter().flat_map(|p| [p.nom, p.postnom]).map(key)),
            || {
                let of_place = |place: Word| words.spelling(place).key;
                let places = || Shares::new(profiles.iter().filter(|p| !p.is_act()).map(|p| of_place(p.place)));
                rayon::join(|| Shares::new(profiles.iter().map(|p| key(p.prenom))), places)
            },
        );
        let mut all = Self { noms, prenoms, places, rows: profiles, more, words, members };
        for acts in acts_together::groups(&all) {
            let list = all.members.len() as u32;
            acts.iter().for_each(|act| all.rows[*act as usize].listed = list);
            all.members.push(acts);
        }
        all
    }

    /// What few rows say.
    fn more(&self, row: &Profile) -> Option<&More> {
        self.more.get(row.more.place()?)
    }

    /// What only an act says.
    pub(super) fn act(&self, row: &Profile) -> Option<&More> {
        self.more(row).filter(|_| row.is_act())
    }

    /// Day of declaration and number of an act.
    pub(super) fn declared(&self, row: &Profile) -> Option<(chrono::NaiveDate, u32)> {
        self.act(row)?.declared
    }

    /// Another way to read its name.
    pub(super) fn other_reading(&self, row: &Profile) -> Option<[Written; 3]> {
        self.more(row).filter(|_| row.is_open())?.other_reading
    }

    /// Every way to read its name.
    pub(super) fn readings(&self, row: &Profile) -> impl Iterator<Item = [Written; 3]> + Clone + use<> {
        std::iter::once(row.name()).chain(self.other_reading(row))
    }

    pub(super) fn row(&self, row: u32) -> &Profile {
        &self.rows[row as usize]
    }
}

/// Avenue and parcel.
type Address = (Word, Word);

/// The addresses of fiches.
fn addresses(fiches: &[Fiche], words: &mut Words) -> Vec<Address> {
    const PART: usize = 1 << 14;
    fn of_part(fiches: &[Fiche]) -> (Vec<Address>, Vec<&str>) {
        let mut met = Met::default();
        let own = fiches.iter().map(|fiche| (met.number(&fiche.avenue), met.number(&fiche.parcel))).collect();
        (own, met.texts)
    }
    let of_parts: Vec<(Vec<Address>, Vec<&str>)> = fiches.par_chunks(PART).map(of_part).collect();
    let mut places = Vec::with_capacity(fiches.len());
    for (own, texts) in of_parts {
        let word_of: Vec<Word> = texts.into_iter().map(|text| words.of(text)).collect();
        places.extend(own.into_iter().map(|(avenue, parcel)| (word_of[avenue as usize], word_of[parcel as usize])));
    }
    places
}

/// Two parts typed into one cell, the next one left blank, are two parts. A particle goes with what follows it:
/// `NDONDAYI WA YOBA` is the nom NDONDAYI and the post-nom WA YOBA.
fn parts_of_name([nom, postnom, prenom]: [&str; 3]) -> [&str; 3] {
    match (two_parts(nom), two_parts(postnom)) {
        (Some((first, rest)), None) if postnom.is_empty() => match two_parts(rest) {
            Some((second, third)) if prenom.is_empty() => [first, second, third],
            _ => [first, rest, prenom],
        },
        (_, Some((first, rest))) if prenom.is_empty() => [nom, first, rest],
        _ => [nom, postnom, prenom],
    }
}

/// The first part of a name and the rest; `None` if it is one part.
fn two_parts(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = split_at_space(text)?;
    if !PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(first)) {
        return Some((first, rest));
    }
    let (_, after) = split_at_space(rest)?;
    Some((&text[..text.len() - after.len() - 1], after))
}

/// What is before the first space and after it. Names are short: a search made for long texts takes longer to begin.
fn split_at_space(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|letter| letter == b' ')?;
    Some((&text[..at], &text[at + 1..]))
}

/// Filiation in Luba and other names (`Mbuyi wa Kasongo`).
const PARTICLES: [&str; 6] = ["WA", "YA", "NA", "DE", "LA", "A"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_goes_with_what_follows_it() {
        assert_eq!(parts_of_name(["NDONDAYI WA YOBA", "", ""]), ["NDONDAYI", "WA YOBA", ""]);
        assert_eq!(parts_of_name(["MBAYA", "WA MOBOYA", ""]), ["MBAYA", "WA MOBOYA", ""]);
        assert_eq!(parts_of_name(["MBAYA", "WA MOBOYA Ruth", ""]), ["MBAYA", "WA MOBOYA", "Ruth"]);
        assert_eq!(parts_of_name(["MBALA ILUNGA Ruth", "", ""]), ["MBALA", "ILUNGA", "Ruth"]);
        assert_eq!(parts_of_name(["MBALA ILUNGA", "", "Ruth"]), ["MBALA", "ILUNGA", "Ruth"]);
    }
}
