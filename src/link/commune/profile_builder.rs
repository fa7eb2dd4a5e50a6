//! Builds the profiles of rows: numbers the distinct spellings and counts how common they are.
//!
//! Chunks of rows number their own texts side by side. The texts of one chunk after another then get their ids in the
//! common table, so that ids do not depend on the number of threads.

use std::borrow::Cow;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::link::comparison::KeyFrequencies;
use crate::record::{CleanRow, Fiche, fold};
use crate::spelling::{SpellingId, SpellingRef, SpellingTable};

use super::profile::{
    BirthDate, Declaration, ExtraIndex, NO_LIST, NO_QUARTIER, ObservedYear, RowExtra, RowProfile, RowProfiles, day_key,
    year_key,
};

/// Rows of a chunk, whatever the number of threads.
const ROWS_OF_CHUNK: usize = 1 << 16;
const FICHES_OF_CHUNK: usize = 1 << 14;
/// Particles of filiation in Luba and other names (`Mbuyi wa Kasongo`).
const PARTICLES: [&str; 6] = ["WA", "YA", "NA", "DE", "LA", "A"];

pub(super) fn build(rows: &[CleanRow], fiches: &[Fiche]) -> RowProfiles {
    let mut spellings = SpellingTable::default();
    let addresses = addresses(fiches, &mut spellings);
    let (mut profiles, mut extras) = (Vec::with_capacity(rows.len()), Vec::new());
    let mut ids_of_chunks: Vec<ChunkIds> = Vec::new();
    let mut append = |chunk: Chunk<'_>| {
        let ids = chunk.texts.texts.into_iter().map(|text| spellings.id_of(&text)).collect();
        ids_of_chunks.push(ChunkIds { ids, n_extras_before: extras.len(), n_extras: chunk.extras.len() });
        profiles.extend(chunk.profiles);
        extras.extend(chunk.extras);
    };
    // A few chunks at a time limit memory: their texts get ids while the next chunks are made.
    let mut ready: Vec<Chunk<'_>> = Vec::new();
    for some in rows.chunks(ROWS_OF_CHUNK * 2 * rayon::current_num_threads()) {
        let next = || some.par_chunks(ROWS_OF_CHUNK).map(Chunk::new).collect();
        ready = rayon::join(next, || ready.into_iter().for_each(&mut append)).0;
    }
    ready.into_iter().for_each(append);
    replace_ids(&mut profiles, &mut extras, &ids_of_chunks, &spellings, &addresses);
    spellings.finish();
    let key = |id: SpellingId| spellings.spelling(id).key;
    let noms = || KeyFrequencies::new(profiles.iter().flat_map(|p| [p.nom, p.postnom]).map(|name| key(name.id)));
    let prenoms = || KeyFrequencies::new(profiles.iter().map(|p| key(p.prenom.id)));
    // An act names the maternity.
    let birth_places = || KeyFrequencies::new(profiles.iter().filter(|p| !p.is_act()).map(|p| key(p.birth_place)));
    let (noms, (prenoms, birth_places)) = rayon::join(noms, || rayon::join(prenoms, birth_places));
    let born = || profiles.iter().filter_map(RowProfile::born);
    let birth_days = KeyFrequencies::new(born().filter_map(|born| born.known_day()).map(day_key));
    let birth_years = KeyFrequencies::new(born().filter(|born| born.known_month().is_none()).map(year_key));
    RowProfiles {
        noms,
        prenoms,
        birth_places,
        birth_days,
        birth_years,
        rows: profiles,
        extras,
        spellings,
        members: members(rows, fiches),
        fiche_numbers: fiche_numbers(fiches),
    }
}

/// For each fiche a number that it shares with the other fiches of its sheet and quartier under the same fiche number;
/// 0 if there are none.
fn fiche_numbers(fiches: &[Fiche]) -> Vec<u32> {
    let key = |fiche: &Fiche| {
        let number = fold(&fiche.number);
        (!number.is_empty()).then_some((fiche.at.file, fiche.at.sheet, fiche.quartier, number))
    };
    let keys: Vec<_> = fiches.par_iter().map(key).collect();
    let mut first_of = HashMap::<_, (u32, u32), FixedState>::default();
    for (place, key) in (1..).zip(&keys).filter_map(|(place, key)| Some((place, key.as_ref()?))) {
        first_of.entry(key).or_insert((place, 0)).1 += 1;
    }
    let number = |key: &Option<_>| key.as_ref().and_then(|key| first_of.get(key)).filter(|(_, n)| *n > 1);
    keys.iter().map(|key| number(key).map_or(0, |(first, _)| *first)).collect()
}

fn members(rows: &[CleanRow], fiches: &[Fiche]) -> Vec<Vec<u32>> {
    let mut members = vec![Vec::new(); fiches.len()];
    for (index, row) in (0..).zip(rows) {
        if let Some(own) = row.fiche.and_then(|fiche| members.get_mut(fiche as usize)) {
            own.push(index);
        }
    }
    members
}

/// Distinct texts of a chunk, numbered in the order in which they occur. Number 0 is the empty text.
struct ChunkTexts<'r> {
    number_of: HashMap<&'r str, SpellingId, FixedState>,
    texts: Vec<Cow<'r, str>>,
}

impl Default for ChunkTexts<'_> {
    fn default() -> Self {
        Self { number_of: HashMap::from_iter([("", 0)]), texts: vec![Cow::Borrowed("")] }
    }
}

impl<'r> ChunkTexts<'r> {
    fn number(&mut self, text: &'r str) -> SpellingId {
        *self.number_of.entry(text).or_insert_with(|| {
            self.texts.push(Cow::Borrowed(text));
            self.texts.len() as SpellingId - 1
        })
    }

    /// The reference of a text that stands in no row as such. Few are asked for, each gets a number of its own.
    fn reference_of_owned(&mut self, text: String) -> SpellingRef {
        self.texts.push(Cow::Owned(text));
        SpellingRef::provisional(self.texts.len() as SpellingId - 1)
    }

    fn reference(&mut self, text: &'r str) -> SpellingRef {
        SpellingRef::provisional(self.number(text))
    }
}

/// Profiles of a chunk of rows. Spellings go by the numbers of its own texts, extras by their place in the chunk.
#[derive(Default)]
struct Chunk<'r> {
    profiles: Vec<RowProfile>,
    extras: Vec<RowExtra>,
    texts: ChunkTexts<'r>,
}

impl<'r> Chunk<'r> {
    fn new(rows: &'r [CleanRow]) -> Self {
        let mut chunk = Self { profiles: Vec::with_capacity(rows.len()), ..Self::default() };
        for row in rows {
            let profile = chunk.profile(row);
            chunk.profiles.push(profile);
        }
        chunk
    }

    fn profile(&mut self, row: &'r CleanRow) -> RowProfile {
        let texts = &mut self.texts;
        let of_event = row.event.as_ref().map(|event| (texts.number(&event.avenue), texts.number(&event.parcel)));
        let (avenue, parcel) = of_event.unwrap_or_default();
        let parts = match row.generation {
            Some(_) => row.name.without_mark(),
            None => [&*row.name.nom, &row.name.postnom, &row.name.prenom],
        };
        let [nom, postnom, prenom] = split_name(parts);
        let other_readings = other_readings([nom, postnom, prenom], texts);
        let extra = self.extra(row, other_readings);
        let texts = &mut self.texts;
        RowProfile {
            nom: texts.reference(nom),
            postnom: texts.reference(postnom),
            prenom: texts.reference(prenom),
            sex: row.sex,
            born: BirthDate::new(row.born),
            seen: ObservedYear::new(row.seen_in),
            generation: row.generation,
            birth_place: texts.number(&row.birth_place),
            quartier: row.quartier.map_or(NO_QUARTIER, |quartier| quartier.0),
            avenue,
            parcel,
            list: row.fiche.unwrap_or(NO_LIST),
            relation: row.relation,
            extra,
            hash: row.key,
        }
    }

    /// Adds the extra values of a row, if it has any.
    fn extra(&mut self, row: &'r CleanRow, other_readings: Vec<[SpellingRef; 3]>) -> ExtraIndex {
        if row.act.is_none() && other_readings.is_empty() {
            return ExtraIndex::NONE;
        }
        let index = ExtraIndex::new(self.extras.len(), row.act.is_some(), !other_readings.is_empty());
        let mut extra = RowExtra { other_readings: other_readings.into(), ..RowExtra::default() };
        if let Some(act) = &row.act {
            let mut words = |name: &'r str| -> Vec<SpellingRef> {
                name.split_whitespace().map(|word| self.texts.reference(word)).collect()
            };
            let (father, mother) = (words(&act.father), words(&act.mother));
            extra.n_of_father = father.len() as u32;
            extra.parents = [father, mother].concat().into();
            let number = act.act.as_ref().map(|act| act.number);
            extra.twin = act.twin;
            extra.declaration = act.declared_on.zip(number).map(|(day, number)| Declaration { day, number });
        }
        self.extras.push(extra);
        index
    }
}

/// The ids that the texts of a chunk have in the common table, and where its extras stand among all.
struct ChunkIds {
    ids: Vec<SpellingId>,
    n_extras_before: usize,
    n_extras: usize,
}

/// Replaces the numbers of each chunk by ids of the common table, and gives rows of a fiche its address.
fn replace_ids(
    profiles: &mut [RowProfile],
    extras: &mut [RowExtra],
    chunks: &[ChunkIds],
    spellings: &SpellingTable,
    addresses: &[Address],
) {
    let mut rest = extras;
    let mut work = Vec::with_capacity(chunks.len());
    for (chunk, profiles) in chunks.iter().zip(profiles.chunks_mut(ROWS_OF_CHUNK)) {
        let (own, others) = rest.split_at_mut(chunk.n_extras);
        rest = others;
        work.push((ChunkResolver { chunk, spellings, addresses }, profiles, own));
    }
    work.into_par_iter().for_each(|(resolver, profiles, extras)| {
        profiles.iter_mut().for_each(|profile| resolver.resolve(profile));
        extras.iter_mut().for_each(|extra| resolver.resolve_extra(extra));
    });
}

struct ChunkResolver<'w> {
    chunk: &'w ChunkIds,
    spellings: &'w SpellingTable,
    addresses: &'w [Address],
}

impl ChunkResolver<'_> {
    fn id(&self, number: SpellingId) -> SpellingId {
        self.chunk.ids[number as usize]
    }

    fn reference(&self, provisional: SpellingRef) -> SpellingRef {
        self.spellings.reference(self.id(provisional.id))
    }

    fn resolve(&self, profile: &mut RowProfile) {
        for part in [&mut profile.nom, &mut profile.postnom, &mut profile.prenom] {
            *part = self.reference(*part);
        }
        let of_fiche = profile.fiche().and_then(|fiche| self.addresses.get(fiche as usize));
        profile.birth_place = self.id(profile.birth_place);
        let typed = (profile.avenue, profile.parcel);
        (profile.avenue, profile.parcel) = of_fiche.copied().unwrap_or_else(|| (self.id(typed.0), self.id(typed.1)));
        profile.extra = profile.extra.shifted(self.chunk.n_extras_before);
    }

    fn resolve_extra(&self, extra: &mut RowExtra) {
        extra.other_readings.iter_mut().flatten().for_each(|part| *part = self.reference(*part));
        let words = |words: &[SpellingRef]| -> Vec<SpellingRef> {
            words.iter().map(|word| self.reference(*word)).filter(|word| word.id != 0).collect()
        };
        let (father, mother) = (words(extra.father()), words(extra.mother()));
        extra.n_of_father = father.len() as u32;
        extra.parents = [father, mother].concat().into();
    }
}

/// Avenue and parcel of a fiche.
type Address = (SpellingId, SpellingId);

fn addresses(fiches: &[Fiche], spellings: &mut SpellingTable) -> Vec<Address> {
    fn of_chunk(fiches: &[Fiche]) -> (Vec<Address>, Vec<Cow<'_, str>>) {
        let mut texts = ChunkTexts::default();
        let own = fiches.iter().map(|fiche| (texts.number(&fiche.avenue), texts.number(&fiche.parcel))).collect();
        (own, texts.texts)
    }
    let chunks: Vec<(Vec<Address>, Vec<Cow<'_, str>>)> = fiches.par_chunks(FICHES_OF_CHUNK).map(of_chunk).collect();
    let mut addresses = Vec::with_capacity(fiches.len());
    for (own, texts) in chunks {
        let ids: Vec<SpellingId> = texts.into_iter().map(|text| spellings.id_of(&text)).collect();
        addresses.extend(own.into_iter().map(|(avenue, parcel)| (ids[avenue as usize], ids[parcel as usize])));
    }
    addresses
}

/// Other readings of a name.
///
/// - Without a post-nom and with two words as the prénom: `erne kadi`, `MONGASI` may be the prénom Erne, the nom KADI
///   and the post-nom MONGASI.
/// - With two words as the post-nom: of `MAMPUYA MAMBA Jphet Henock` in one cell, where only Henock is known as a
///   prénom, both may be prénoms; and so may the first two words of `CHRIST VIE KIFUMBI IBEMO`.
fn other_readings<'r>([nom, postnom, prenom]: [&'r str; 3], texts: &mut ChunkTexts<'r>) -> Vec<[SpellingRef; 3]> {
    if nom.is_empty() || prenom.is_empty() {
        return Vec::new();
    }
    if postnom.is_empty() {
        let swapped = split_at_space(prenom).map(|(first, last)| [last, nom, first].map(|part| texts.reference(part)));
        return swapped.into_iter().collect();
    }
    let Some((first, second)) = split_first_part(postnom).filter(|_| split_at_space(prenom).is_none()) else {
        return Vec::new();
    };
    let (first, second_prenom) = (texts.reference(first), texts.reference_of_owned(format!("{second} {prenom}")));
    let trailing = [texts.reference(nom), first, second_prenom];
    let leading_prenom = texts.reference_of_owned(format!("{prenom} {nom}"));
    vec![trailing, [first, texts.reference(second), leading_prenom]]
}

/// Nom, post-nom and prénom, where two parts may stand in one cell and the next cell is blank. A particle belongs to
/// the word after it: `NDONDAYI WA YOBA` is the nom NDONDAYI and the post-nom WA YOBA.
fn split_name([nom, postnom, prenom]: [&str; 3]) -> [&str; 3] {
    match (split_first_part(nom), split_first_part(postnom)) {
        (Some((first, rest)), None) if postnom.is_empty() => match split_first_part(rest) {
            Some((second, third)) if prenom.is_empty() => [first, second, third],
            _ => [first, rest, prenom],
        },
        (_, Some((first, rest))) if prenom.is_empty() => [nom, first, rest],
        _ => [nom, postnom, prenom],
    }
}

/// The first part of a name and the rest; `None` if it is one part.
fn split_first_part(text: &str) -> Option<(&str, &str)> {
    let (first, rest) = split_at_space(text)?;
    if !PARTICLES.iter().any(|particle| particle.eq_ignore_ascii_case(first)) {
        return Some((first, rest));
    }
    let (_, after) = split_at_space(rest)?;
    Some((&text[..text.len() - after.len() - 1], after))
}

/// The text before the first space and the text after it. For short names this is faster than `str::split_once`.
fn split_at_space(text: &str) -> Option<(&str, &str)> {
    let at = text.bytes().position(|letter| letter == b' ')?;
    Some((&text[..at], &text[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_particle_belongs_to_the_word_after_it() {
        assert_eq!(split_name(["NDONDAYI WA YOBA", "", ""]), ["NDONDAYI", "WA YOBA", ""]);
        assert_eq!(split_name(["MBAYA", "WA MOBOYA", ""]), ["MBAYA", "WA MOBOYA", ""]);
        assert_eq!(split_name(["MBAYA", "WA MOBOYA Ruth", ""]), ["MBAYA", "WA MOBOYA", "Ruth"]);
        assert_eq!(split_name(["MBALA ILUNGA Ruth", "", ""]), ["MBALA", "ILUNGA", "Ruth"]);
        assert_eq!(split_name(["MBALA ILUNGA", "", "Ruth"]), ["MBALA", "ILUNGA", "Ruth"]);
    }
}
