//! By what a commune's rows are brought together.

use chrono::Datelike;
use rayon::prelude::*;

use crate::link::block::{Blocking, Glances, Keys, KeysOfRow, Sample, key};
use crate::link::dates::Day;
use crate::link::glance::Glance;
use crate::link::words::{Word, Written};
use crate::record::Precision;

use super::profile::{Profile, Profiles};

/// The passes, and what divides a block that is too large.
pub(super) fn blocking(all: &Profiles, max_block: usize) -> Blocking<'_> {
    let keys = |of: fn(&Profiles, &Profile, &mut KeysOfRow)| -> Keys<'_> {
        Box::new(move |row, keys| of(all, all.row(row), keys))
    };
    Blocking {
        passes: vec![
            ("born_on".to_owned(), keys(born_on)),
            ("names".to_owned(), keys(names)),
            ("address".to_owned(), keys(address)),
            ("name_and_birth".to_owned(), keys(name_and_birth)),
        ],
        finer: vec![keys(each_name), keys(quartier), keys(birth_year), keys(first_letters)],
        // Rows of one fiche are two persons.
        worth: Box::new(|a, b| all.row(a).fiche().is_none() || all.row(a).fiche() != all.row(b).fiche()),
        max_block,
        glances: Some(Glances {
            of: Box::new(|row| {
                let row = all.row(row);
                Glance::new(&all.words, row.name(), row.is_open(), Day::of(row.born))
            }),
            sample: sample(all),
        }),
        said: None,
    }
}

/// For each row a hash of what decides which pairs a block brings, and their levels before their company is known.
pub(super) fn said(all: &Profiles) -> Vec<u64> {
    all.rows.par_iter().map(|row| said_by(all, row)).collect()
}

fn said_by(all: &Profiles, row: &Profile) -> u64 {
    let of_word = |word: Word| all.words.spelling(word).hash;
    let other = all.other_reading(row).into_iter().flatten();
    let own = row.name().into_iter().map(|name| name.word).chain([row.place]);
    let names = own.chain(other.map(|name| name.word)).map(of_word).fold(0, |hash, name| key(&[hash, name]));
    let born = row.born.map_or(0, |born| (born.first.num_days_from_ce() as u64) << 8 | born.precision as u64 | 128);
    let code = |code: Option<u64>| code.map_or(0, |code| code + 1);
    key(&[
        names,
        born,
        code(row.sex.map(|sex| sex as u64)),
        code(row.quartier().map(|quartier| u64::from(quartier.0))),
        of_word(row.avenue),
        of_word(row.parcel),
        u64::from(row.is_act()) << 1 | u64::from(row.is_open()),
        row.hash,
    ])
}

/// Which pairs stand for those that a glance tells apart.
pub(super) fn sample(all: &Profiles) -> Sample<'_> {
    Sample::new(all.rows.len(), |row| all.row(row).hash)
}

/// The whole date of birth.
fn born_on(_: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    if let Some(day) = row.born.and_then(|born| born.known_day()) {
        keys.push(key(&[1, day.num_days_from_ce() as u64]));
    }
}

/// A part of a name by sound; initials and blanks have none.
fn sound(all: &Profiles, name: Written) -> Option<u64> {
    let spelling = all.words.spelling(name.word);
    (name.word != 0 && !spelling.is_initial).then_some(u64::from(spelling.loose_key))
}

/// Two parts of the name, in any order, by sound.
fn names(all: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    for reading in all.readings(row) {
        let parts = reading.map(|name| sound(all, name));
        for (a, b) in [(0, 1), (0, 2), (1, 2)] {
            if let (Some(x), Some(y)) = (parts[a], parts[b]) {
                keys.push(key(&[2, x.min(y), x.max(y)]));
            }
        }
    }
}

/// The same parcel.
fn address(_: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    if let Some(quartier) = row.quartier().filter(|_| row.avenue != 0 && row.parcel != 0) {
        keys.push(key(&[3, u64::from(quartier.0), u64::from(row.avenue), u64::from(row.parcel)]));
    }
}

/// One part of the name by sound, with the year of birth and the quartier.
fn name_and_birth(all: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    let (Some(born), Some(quartier)) = (row.born, row.quartier()) else { return };
    let years = if born.precision == Precision::About { -1..=1 } else { 0..=0 };
    for part in row.name().into_iter().filter_map(|name| sound(all, name)) {
        keys.extend(years.clone().map(|shift| key(&[4, part, (born.year() + shift) as u64, u64::from(quartier.0)])));
    }
}

/// Each part of the name, by sound.
fn each_name(all: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    keys.extend(row.name().into_iter().filter_map(|name| sound(all, name)));
}

/// The quartier.
fn quartier(_: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    keys.extend(row.quartier().map(|quartier| u64::from(quartier.0)));
}

/// The year of birth.
fn birth_year(_: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    keys.extend(row.born.map(|born| born.year() as u64));
}

/// The first letters of nom and prénom.
fn first_letters(all: &Profiles, row: &Profile, keys: &mut KeysOfRow) {
    let first = |name: Written| u64::from(all.words.spelling(all.words.spelling(name.word).loose_key).first);
    keys.push(first(row.nom) << 8 | first(row.prenom));
}
