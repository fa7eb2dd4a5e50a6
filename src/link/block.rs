//! Which pairs are worth comparing: several passes, each a key that two rows of one person are likely to share.
//!
//! A block larger than the limit is divided by a finer key until it fits; what still does not fit is compared in order,
//! each row with its neighbours. Nothing is skipped in silence: the counts tell.

use std::collections::BTreeMap;

use crate::record::{Fnv, Precision};

use super::profile::{Profile, Profiles};

/// What one pass brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PassCount {
    /// Pairs of this pass.
    pub pairs: u64,
    /// Of them, pairs no earlier pass had.
    pub new_pairs: u64,
    /// Blocks over the limit, divided.
    pub divided: u64,
}

/// A pass: its name and the keys it gives a row.
type Pass = (&'static str, fn(&Profiles, &Profile, &mut Vec<u64>));

const PASSES: [Pass; 4] =
    [("born_on", born_on), ("names", names), ("address", address), ("name_and_birth", name_and_birth)];

/// All candidate pairs (lower row first), sorted, and what each pass brought.
pub(super) fn candidate_pairs(all: &Profiles, max_block: usize) -> (Vec<(u32, u32)>, BTreeMap<String, PassCount>) {
    let mut pairs: Vec<(u32, u32)> = Vec::new();
    let mut counts = BTreeMap::new();
    for (name, keys_of) in PASSES {
        let mut keyed: Vec<(u64, u32)> = Vec::new();
        let mut keys = Vec::new();
        for (row, profile) in all.rows.iter().enumerate() {
            keys.clear();
            keys_of(all, profile, &mut keys);
            keyed.extend(keys.iter().map(|key| (*key, row as u32)));
        }
        keyed.sort_unstable();
        keyed.dedup();
        let mut count = PassCount::default();
        let mut found: Vec<(u32, u32)> = Vec::new();
        for block in keyed.chunk_by(|a, b| a.0 == b.0) {
            let rows: Vec<u32> = block.iter().map(|(_, row)| *row).collect();
            pairs_of_block(all, &rows, max_block, &mut found, &mut count.divided);
        }
        found.retain(|(a, b)| worth_comparing(&all.rows[*a as usize], &all.rows[*b as usize]));
        found.sort_unstable();
        found.dedup();
        count.pairs = found.len() as u64;
        let before = pairs.len();
        pairs.append(&mut found);
        pairs.sort_unstable();
        pairs.dedup();
        count.new_pairs = (pairs.len() - before) as u64;
        counts.insert(name.to_owned(), count);
    }
    (pairs, counts)
}

/// Pairs taken all over the rows, to see how often two persons agree by chance: every row with the rows that stand at
/// fixed strides from it, about a million pairs and never more than there are.
pub(super) fn pairs_all_over(all: &Profiles) -> Vec<(u32, u32)> {
    const WANTED: usize = 1_000_000;
    let n = all.rows.len();
    if n < 2 {
        return Vec::new();
    }
    let n_strides = WANTED.div_ceil(n).min((n - 1) / 2).max(1);
    let mut pairs = Vec::with_capacity(n * n_strides);
    for place in 0..n_strides {
        // Spread from 1 to half the rows: with larger strides the same pairs would come again.
        let stride = 1 + place * ((n - 1) / 2) / n_strides;
        pairs.extend((0..n).map(|a| (a, (a + stride) % n)).map(|(a, b)| (a.min(b) as u32, a.max(b) as u32)));
    }
    pairs.retain(|(a, b)| a != b && worth_comparing(&all.rows[*a as usize], &all.rows[*b as usize]));
    pairs
}

/// Rows of one fiche are two persons.
fn worth_comparing(a: &Profile, b: &Profile) -> bool {
    a.fiche.is_none() || a.fiche != b.fiche
}

fn pairs_of_block(all: &Profiles, rows: &[u32], max_block: usize, found: &mut Vec<(u32, u32)>, divided: &mut u64) {
    if rows.len() <= max_block {
        for (place, a) in rows.iter().enumerate() {
            found.extend(rows[place + 1..].iter().map(|b| (*a, *b)));
        }
        return;
    }
    *divided += 1;
    // Finer: the same first sound of a name part, and the same quartier.
    let finer: [fn(&Profiles, &Profile) -> u64; 2] = [
        |all, row| {
            u64::from(all.spelling(all.spelling(row.nom).loose_key).first) << 8
                | u64::from(all.spelling(row.prenom).first)
        },
        |_, row| row.quartier.map_or(u64::MAX, |quartier| u64::from(quartier.0)),
    ];
    for key in finer {
        let mut keyed: Vec<(u64, u32)> = rows.iter().map(|row| (key(all, &all.rows[*row as usize]), *row)).collect();
        keyed.sort_unstable();
        for part in keyed.chunk_by(|a, b| a.0 == b.0) {
            for (place, (_, a)) in part.iter().enumerate() {
                found.extend(part[place + 1..].iter().take(max_block / 2).map(|(_, b)| (*a, *b)));
            }
        }
    }
}

fn hash(pass: u64, parts: &[u64]) -> u64 {
    let mut hash = Fnv::default().with(&pass.to_le_bytes());
    for part in parts {
        hash = hash.with(&part.to_le_bytes());
    }
    hash.finish()
}

/// The whole date of birth.
fn born_on(_: &Profiles, row: &Profile, keys: &mut Vec<u64>) {
    if let Some(day) = row.born.and_then(|born| born.known_day()) {
        keys.push(hash(1, &[chrono::Datelike::num_days_from_ce(&day) as u64]));
    }
}

/// Two parts of the name, in any order, by sound.
fn names(all: &Profiles, row: &Profile, keys: &mut Vec<u64>) {
    let parts: Vec<u64> =
        [row.nom, row.postnom, row.prenom].iter().map(|word| u64::from(all.spelling(*word).loose_key)).collect();
    let is_whole =
        |place: usize| parts[place] != 0 && all.spelling([row.nom, row.postnom, row.prenom][place]).initial.is_none();
    for (a, b) in [(0, 1), (0, 2), (1, 2)] {
        if is_whole(a) && is_whole(b) {
            keys.push(hash(2, &[parts[a].min(parts[b]), parts[a].max(parts[b])]));
        }
    }
}

/// The same parcel.
fn address(_: &Profiles, row: &Profile, keys: &mut Vec<u64>) {
    if let Some(quartier) = row.quartier.filter(|_| row.avenue != 0 && row.parcel != 0) {
        keys.push(hash(3, &[u64::from(quartier.0), u64::from(row.avenue), u64::from(row.parcel)]));
    }
}

/// One part of the name by sound, with the year of birth and the quartier.
fn name_and_birth(all: &Profiles, row: &Profile, keys: &mut Vec<u64>) {
    let (Some(born), Some(quartier)) = (row.born, row.quartier) else { return };
    let years = if born.precision == Precision::About { -1..=1 } else { 0..=0 };
    for word in [row.nom, row.postnom, row.prenom] {
        let spelling = all.spelling(word);
        if word == 0 || spelling.initial.is_some() {
            continue;
        }
        for year in years.clone().map(|shift| born.year() + shift) {
            keys.push(hash(4, &[u64::from(spelling.loose_key), year as u64, u64::from(quartier.0)]));
        }
    }
}
