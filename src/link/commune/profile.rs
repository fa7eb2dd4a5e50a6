//! A commune's rows as they are compared: small numbers in arrays, every distinct spelling once.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::acts_together;
use crate::link::words::{Shares, Word, Words, Written};
use crate::record::{CleanRow, Fiche, PartialDate, QuartierId, Relation, Sex};

/// What the linker knows of one row.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    pub(super) nom: Written,
    pub(super) postnom: Written,
    pub(super) prenom: Written,
    /// The same words read otherwise, where a post-nom is missing and two words stand as a prénom: `erne kadi`, `MONGASI`
    /// may be the prénom Erne, the nom KADI and the post-nom MONGASI.
    pub(super) other_reading: Option<Box<[Written; 3]>>,
    pub(super) sex: Option<Sex>,
    pub(super) born: Option<PartialDate>,
    pub(super) place: Written,
    pub(super) quartier: Option<QuartierId>,
    pub(super) avenue: Word,
    pub(super) parcel: Word,
    pub(super) fiche: Option<u32>,
    pub(super) relation: Option<Relation>,
    /// What only an act says.
    pub(super) act: Option<Box<ActProfile>>,
    /// Whom it is listed with, in [`Profiles::members`]: its fiche, or the acts of children born and declared with it.
    pub(super) listed_with: Option<u32>,
    /// Of the row as typed.
    pub(super) hash: u64,
}

/// What the linker knows of an act beside the person born.
#[derive(Debug, Clone, Default)]
pub(super) struct ActProfile {
    /// Words of the father's name.
    pub(super) father: Vec<Written>,
    /// Words of the mother's name.
    pub(super) mother: Vec<Written>,
    /// Day of declaration and number.
    pub(super) declared: Option<(chrono::NaiveDate, u32)>,
}

/// All rows, the table of spellings and how common each is.
pub(super) struct Profiles {
    pub(super) rows: Vec<Profile>,
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
        self.act.is_some()
    }

    /// Day of declaration and number of an act.
    pub(super) fn declared(&self) -> Option<(chrono::NaiveDate, u32)> {
        self.act.as_ref()?.declared
    }

    /// Words of the father's name, as an act has it.
    pub(super) fn father(&self) -> &[Written] {
        self.act.as_ref().map_or(&[], |act| &act.father)
    }

    /// Words of the mother's name, as an act has it.
    pub(super) fn mother(&self) -> &[Written] {
        self.act.as_ref().map_or(&[], |act| &act.mother)
    }

    /// Nom, post-nom and prénom as the row is read first.
    pub(super) fn name(&self) -> [Written; 3] {
        [self.nom, self.postnom, self.prenom]
    }

    /// Every way to read its name.
    pub(super) fn readings(&self) -> impl Iterator<Item = [Written; 3]> + '_ {
        std::iter::once(self.name()).chain(self.other_reading.as_deref().copied())
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

impl Profile {
    /// What a row says, its words by the numbers of a part of the rows.
    fn of_row<'r>(row: &'r CleanRow, met: &mut Met<'r>) -> Self {
        let (avenue, parcel) = match &row.event {
            Some(event) => (met.number(&event.avenue), met.number(&event.parcel)),
            None => (0, 0),
        };
        let [nom, postnom, prenom] = parts_of_name([&row.name.nom, &row.name.postnom, &row.name.prenom]);
        let act = row.act.as_ref().map(|act| {
            let mut each_part = |name: &'r str| name.split_whitespace().map(|part| met.written(part)).collect();
            let declared = act.declared_on.zip(act.act.as_ref().map(|act| act.number));
            Box::new(ActProfile { father: each_part(&act.father), mother: each_part(&act.mother), declared })
        });
        let other_reading = prenom.split_once(' ').filter(|_| !nom.is_empty() && postnom.is_empty());
        Self {
            other_reading: other_reading
                .map(|(first, last)| Box::new([last, nom, first].map(|part| met.written(part)))),
            nom: met.written(nom),
            postnom: met.written(postnom),
            prenom: met.written(prenom),
            sex: row.sex,
            born: row.born,
            place: met.written(&row.birth_place),
            quartier: row.quartier,
            avenue,
            parcel,
            fiche: row.fiche,
            listed_with: row.fiche,
            relation: row.relation,
            act,
            hash: row.key,
        }
    }

    /// Puts the words of all rows in the place of the numbers of a part. `places` are the addresses of the fiches.
    fn settle(&mut self, words: &Words, word_of: &[Word], places: &[(Word, Word)]) {
        let settled = |written: &mut Written| *written = words.written(word_of[written.word as usize]);
        [&mut self.nom, &mut self.postnom, &mut self.prenom, &mut self.place].into_iter().for_each(settled);
        self.other_reading.iter_mut().flat_map(|reading| reading.iter_mut()).for_each(settled);
        for name in self.act.iter_mut().flat_map(|act| [&mut act.father, &mut act.mother]) {
            name.iter_mut().for_each(settled);
            name.retain(|part| part.word != 0);
        }
        let of_fiche = self.fiche.and_then(|fiche| places.get(fiche as usize).copied());
        let own = || (word_of[self.avenue as usize], word_of[self.parcel as usize]);
        (self.avenue, self.parcel) = of_fiche.unwrap_or_else(own);
    }
}

impl Profiles {
    pub(super) fn new(rows: &[CleanRow], fiches: &[Fiche]) -> Self {
        /// Rows whose texts are gathered before they become words: each part on its own, whatever the number of threads.
        const PART: usize = 1 << 16;
        let mut words = Words::default();
        let places = places(fiches, &mut words);
        fn of_part(rows: &[CleanRow]) -> (Vec<Profile>, Vec<&str>) {
            let mut met = Met::default();
            (rows.iter().map(|row| Profile::of_row(row, &mut met)).collect(), met.texts)
        }
        let mut profiles = Vec::with_capacity(rows.len());
        let mut words_of_parts: Vec<Vec<Word>> = Vec::new();
        // A few parts at a time: what they met is not kept.
        for parts in rows.chunks(PART * 2 * rayon::current_num_threads()) {
            let made: Vec<(Vec<Profile>, Vec<&str>)> = parts.par_chunks(PART).map(of_part).collect();
            for (of_part, texts) in made {
                profiles.extend(of_part);
                words_of_parts.push(texts.into_iter().map(|text| words.of(text)).collect());
            }
        }
        let settle = |(profiles, word_of): (&mut [Profile], &Vec<Word>)| {
            profiles.iter_mut().for_each(|profile| profile.settle(&words, word_of, &places));
        };
        profiles.par_chunks_mut(PART).zip(&words_of_parts).for_each(settle);
        let mut members = vec![Vec::new(); fiches.len()];
        for (index, row) in (0..).zip(rows) {
            if let Some(own) = row.fiche.and_then(|fiche| members.get_mut(fiche as usize)) {
                own.push(index);
            }
        }
        acts_together::list(&words, &mut profiles, &mut members);
        words.close();
        let key = |name: Written| words.spelling(name.word).key;
        let (noms, (prenoms, places)) = rayon::join(
            || Shares::new(profiles.iter().flat_map(|p| [p.nom, p.postnom]).map(key)),
            || {
                let places = || Shares::new(profiles.iter().filter(|p| !p.is_act()).map(|p| key(p.place)));
                rayon::join(|| Shares::new(profiles.iter().map(|p| key(p.prenom))), places)
            },
        );
        Self { noms, prenoms, places, rows: profiles, words, members }
    }

    pub(super) fn row(&self, row: u32) -> &Profile {
        &self.rows[row as usize]
    }
}

/// Avenue and parcel.
type Address = (Word, Word);

/// The addresses of fiches.
fn places(fiches: &[Fiche], words: &mut Words) -> Vec<Address> {
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
    let (first, rest) = text.split_once(' ')?;
    if !PARTICLES.contains(&first.to_uppercase().as_str()) {
        return Some((first, rest));
    }
    let (_, after) = rest.split_once(' ')?;
    Some((&text[..text.len() - after.len() - 1], after))
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
