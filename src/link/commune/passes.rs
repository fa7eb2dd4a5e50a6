//! Blocking passes for a commune's rows, and the keys that divide a block over the limit.

use chrono::Datelike;

use crate::link::blocking::{Blocking, KeyFn, Prefilter, RowKeys, sound_key};
use crate::link::dates::DateSketch;
use crate::link::key::key;
use crate::link::prefilter::NameSketch;
use crate::link::sample::PairSample;
use crate::record::{Precision, Relation};
use crate::spelling::SpellingRef;

use super::profile::{RowProfile, RowProfiles};

pub(super) fn blocking(profiles: &RowProfiles, max_block: usize) -> Blocking<'_> {
    let keys = |of: fn(&RowProfiles, &RowProfile, &mut RowKeys)| -> KeyFn<'_> {
        Box::new(move |row, keys| of(profiles, profiles.row(row), keys))
    };
    Blocking {
        passes: vec![
            ("born_on".to_owned(), keys(born_on)),
            ("names".to_owned(), keys(names)),
            ("address".to_owned(), keys(address)),
            ("name_and_birth".to_owned(), keys(name_and_birth)),
            ("parents".to_owned(), keys(parents)),
        ],
        finer: vec![keys(each_name), keys(quartier), keys(birth_year), keys(first_letters)],
        max_block,
        drops_large: false,
        prefilter: Some(Prefilter {
            sketch: Box::new(|row| {
                let row = profiles.row(row);
                NameSketch::new(&profiles.spellings, row.name(), row.has_other_reading(), DateSketch::new(row.born()))
            }),
            sample: sample(profiles),
        }),
    }
}

pub(super) fn sample(profiles: &RowProfiles) -> PairSample<'_> {
    PairSample::new(profiles.rows.len(), |row| profiles.row(row).hash)
}

fn born_on(_: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    if let Some(day) = row.born().and_then(|born| born.known_day()) {
        keys.push(key(&[1, day.num_days_from_ce() as u64]));
    }
}

/// Adds each two parts of the name, in any order, by sound.
fn names(profiles: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    for reading in profiles.readings(row) {
        let parts = reading.map(|name| sound_key(&profiles.spellings, name.id));
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            if let (Some(x), Some(y)) = (parts[a], parts[b]) {
                keys.push(key(&[2, x.min(y), x.max(y)]));
            }
        }
    }
}

fn address(_: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    if let Some(quartier) = row.quartier().filter(|_| row.avenue != 0 && row.parcel != 0) {
        keys.push(key(&[3, u64::from(quartier.0), u64::from(row.avenue), u64::from(row.parcel)]));
    }
}

/// Adds each part of the name by sound, with the year of birth and the quartier.
fn name_and_birth(profiles: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    let (Some(born), Some(quartier)) = (row.born(), row.quartier()) else { return };
    let years = if born.precision == Precision::About { -1..=1 } else { 0..=0 };
    for part in row.name().into_iter().filter_map(|name| sound_key(&profiles.spellings, name.id)) {
        keys.extend(years.clone().map(|shift| key(&[4, part, (born.year() + shift) as u64, u64::from(quartier.0)])));
    }
}

/// Adds two words of the name of each parent: those that an act declares, and those in whose fiche a child stands. Many
/// registers name no quartier, and many acts no post-nom and no prénom.
fn parents(profiles: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    const MOST_KEYS: usize = 6;
    let mut add = |x: SpellingRef, y: SpellingRef| {
        let words = [x, y].map(|word| sound_key(&profiles.spellings, word.id));
        if let ([Some(x), Some(y)], true) = (words, keys.len() < MOST_KEYS) {
            keys.push(key(&[5, x.min(y), x.max(y)]));
        }
    };
    if let Some(act) = profiles.act(row) {
        for words in [act.father(), act.mother()] {
            words.iter().enumerate().for_each(|(place, x)| words[..place].iter().for_each(|y| add(*x, *y)));
        }
    } else if row.relation == Some(Relation::Child) {
        let members = row.fiche().and_then(|fiche| profiles.members.get(fiche as usize));
        let members = members.into_iter().flatten().map(|member| profiles.row(*member));
        let adults = members.filter(|member| matches!(member.relation, Some(Relation::Head | Relation::Spouse)));
        adults.for_each(|parent| add(parent.nom, parent.postnom));
    }
}

fn each_name(profiles: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    keys.extend(row.name().into_iter().filter_map(|name| sound_key(&profiles.spellings, name.id)));
}

fn quartier(_: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    keys.extend(row.quartier().map(|quartier| u64::from(quartier.0)));
}

fn birth_year(_: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    keys.extend(row.born().map(|born| born.year() as u64));
}

/// Adds the first letters of nom and prénom.
fn first_letters(profiles: &RowProfiles, row: &RowProfile, keys: &mut RowKeys) {
    let spelling = |id| profiles.spellings.spelling(id);
    let first = |name: SpellingRef| u64::from(spelling(spelling(name.id).loose_key).first);
    keys.push(first(row.nom) << 8 | first(row.prenom));
}
