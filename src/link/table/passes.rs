//! By what the rows of a table are brought together: found from how common the values of its columns are.
//!
//! Each column gives keys (a whole date, a part of a name by sound, the first letters of a name, a year…). A key that few
//! rows share is a pass by itself; one that too many share is a pass with a second, or a second and a third, of other
//! columns. What a pass would bring is reckoned from the shares before any pair is made.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::Datelike;

use crate::link::block::{Blocking, Keys, KeysOfRow, key};
use crate::link::words::Word;

use super::columns::{Columns, Compared};
use super::imagined::{Found, Imagined};
use super::settings::TableSettings;

/// Most passes: each costs a sort of all rows.
const MOST_PASSES: usize = 24;
/// A pass over a million rows is worth its cost if it adds at least this; over fewer rows, less will do.
const LEAST_GAIN: f64 = 0.002;
/// What it is worth to find a pair once more: real rows go wrong in ways that nobody imagined.
const AGAIN: f64 = 0.25;
/// A key that more pairs than these share tells too little to make a pass.
const MOST_CHANCE: f64 = 0.05;

/// Gives a row its keys.
type FieldKeys<'c> = Box<dyn Fn(usize, &mut KeysOfRow) + Send + Sync + 'c>;

/// A key that a row can be found by.
struct Field<'c> {
    name: String,
    /// The comparison it is of: keys of one comparison say the same thing and make no pass together.
    of: usize,
    /// Chance that two rows at random share it.
    chance: f64,
    /// Which of the imagined pairs of one person share it.
    found: Found,
    keys: FieldKeys<'c>,
}

/// The passes, and what divides a block that is too large.
pub(super) fn blocking<'c>(columns: &'c Columns, settings: &TableSettings) -> Blocking<'c> {
    let fields = Arc::new(fields(columns));
    // Of few rows every pair is compared; keys of nothing bring all of them together.
    let all = (columns.n_rows <= settings.max_block).then(Vec::new);
    let chosen = chosen(&fields, columns.n_rows as f64, settings.pairs_per_row);
    let passes = all.into_iter().chain(chosen).map(|places| {
        let names: Vec<&str> = places.iter().map(|place| fields[*place].name.as_str()).collect();
        let name = if names.is_empty() { "all".to_owned() } else { names.join(" + ") };
        (name, keys_of(&fields, places))
    });
    Blocking {
        passes: passes.collect(),
        finer: (0..fields.len()).map(|place| keys_of(&fields, vec![place])).collect(),
        worth: Box::new(|a, b| {
            let group = |row: u32| columns.group.get(row as usize).copied().unwrap_or(0);
            group(a) == 0 || group(a) != group(b)
        }),
        max_block: settings.max_block,
        glances: None,
        said: None,
    }
}

/// The passes by their fields: each time the one that finds most of what the others missed for what it costs.
fn chosen(fields: &[Field<'_>], n: f64, pairs_per_row: f64) -> Vec<Vec<usize>> {
    let candidates: Vec<(Vec<usize>, f64, Found)> = (1..=3)
        .flat_map(|size| combinations(fields, size))
        .filter(|places| places.iter().all(|place| fields[*place].chance <= MOST_CHANCE))
        .map(|places| {
            let per_row = places.iter().map(|place| fields[*place].chance).product::<f64>() * n / 2.0;
            let found = places.iter().fold(Found::all(), |found, place| found.and(&fields[*place].found));
            (places, per_row, found)
        })
        .filter(|(_, per_row, _)| *per_row <= pairs_per_row)
        .collect();
    let mut chosen: Vec<Vec<usize>> = Vec::new();
    let least_gain = LEAST_GAIN * (n / 1e6).min(1.0);
    // The imagined pairs found by no pass, by one, by two…
    let mut found_by = vec![Found::all()];
    while chosen.len() < MOST_PASSES {
        let gain = |found: &Found| {
            let each = found_by.iter().zip(0..).map(|(of, n)| of.and(found).share() * AGAIN.powi(n));
            each.sum::<f64>()
        };
        // A pass costs a sort of all rows, about as much as to compare one pair for each of them.
        let best = candidates
            .iter()
            .filter(|(places, ..)| !chosen.contains(places))
            .map(|(places, per_row, found)| (gain(found) / (1.0 + per_row), places, found))
            .filter(|(worth, ..)| *worth >= least_gain)
            .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.cmp(x.1)));
        let Some((_, places, found)) = best else { break };
        found_by.push(Found::none());
        for n in (1..found_by.len()).rev() {
            let moved = found_by[n - 1].and(found);
            found_by[n - 1] = found_by[n - 1].without(found);
            found_by[n] = found_by[n].or(&moved);
        }
        chosen.push(places.clone());
    }
    chosen
}

/// Every choice of so many fields of different comparisons.
fn combinations(fields: &[Field<'_>], size: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        all = all
            .into_iter()
            .flat_map(|chosen| {
                let from = chosen.last().map_or(0, |last| last + 1);
                (from..fields.len())
                    .filter(|place| chosen.iter().all(|other| fields[*other].of != fields[*place].of))
                    .map(|place| chosen.iter().copied().chain([place]).collect())
                    .collect::<Vec<_>>()
            })
            .collect();
    }
    all
}

/// Every combination of the keys that a row has in each of the fields.
fn keys_of<'c>(fields: &Arc<Vec<Field<'c>>>, places: Vec<usize>) -> Keys<'c> {
    let fields = Arc::clone(fields);
    Box::new(move |row, keys| {
        keys.push(0);
        let mut own = KeysOfRow::new();
        for place in &places {
            own.clear();
            (fields[*place].keys)(row as usize, &mut own);
            let (n_before, n_own) = (keys.len(), own.len());
            // In place: the first of its own keys last, over what was before.
            for at in (1..n_own).flat_map(|own| (0..n_before).map(move |before| (before, own))) {
                if keys.is_full() {
                    break;
                }
                keys.push(key(&[keys[at.0], own[at.1]]));
            }
            match own.first() {
                Some(own) => keys[..n_before].iter_mut().for_each(|before| *before = key(&[*before, *own])),
                None => keys.clear(),
            }
        }
    })
}

/// What each comparison offers to find a row by.
fn fields<'c>(columns: &'c Columns) -> Vec<Field<'c>> {
    let some_rows = some_rows(columns);
    let mut fields: Vec<Field<'c>> = Vec::new();
    for (of, (name, compared)) in columns.compared.iter().enumerate() {
        let imagined = Imagined::new(of);
        let mut add = |name: String, found: Found, keys: FieldKeys<'c>| {
            let chance = chance(&some_rows, &keys);
            fields.push(Field { name, of, chance, found, keys });
        };
        match compared {
            Compared::Name(parts) => {
                let sound = |word: Word| {
                    let spelling = columns.words.spelling(word);
                    (word != 0 && !spelling.is_initial).then_some(u64::from(spelling.loose_key))
                };
                let sounds = move |row: usize| parts.iter().filter_map(move |part| sound(columns.word(part, row)));
                if parts.len() > 1 {
                    let two = move |row: usize, keys: &mut KeysOfRow| {
                        let of_row: KeysOfRow = sounds(row).collect();
                        for (place, x) in of_row.iter().enumerate() {
                            keys.extend(of_row[place + 1..].iter().map(|y| key(&[*x.min(y), *x.max(y)])));
                        }
                    };
                    add(format!("two of {name}"), imagined.parts(parts.len(), 2), Box::new(two));
                }
                add(name.clone(), imagined.parts(parts.len(), 1), Box::new(move |row, keys| keys.extend(sounds(row))));
                let letters = move |row: usize, keys: &mut KeysOfRow| {
                    let first = |word: Word| {
                        let folded = columns.words.spelling(word).folded.as_bytes();
                        folded.iter().take(3).fold(0_u64, |all, letter| all << 8 | u64::from(*letter))
                    };
                    let mut of_parts: KeysOfRow = parts
                        .iter()
                        .map(|part| first(columns.word(part, row)))
                        .filter(|letters| *letters != 0)
                        .collect();
                    of_parts.sort_unstable();
                    if of_parts.len() == parts.len() {
                        keys.push(key(&of_parts));
                    }
                };
                add(format!("first letters of {name}"), imagined.first_letters(parts.len()), Box::new(letters));
            }
            Compared::Date(coded) => {
                add(
                    name.clone(),
                    imagined.day(),
                    Box::new(|row, keys| keys.extend(word_key(columns.word(coded, row)))),
                );
                let year = |row: usize, keys: &mut KeysOfRow| {
                    keys.extend(coded.date(row).map(|date| date.year() as u64));
                };
                add(format!("year of {name}"), imagined.year(), Box::new(year));
                let anniversary = |row: usize, keys: &mut KeysOfRow| {
                    let day = coded.date(row).and_then(|date| date.known_day());
                    // In either order: days and months are taken for one another.
                    keys.extend(day.map(|day| {
                        key(&[u64::from(day.month().min(day.day())), u64::from(day.month().max(day.day()))])
                    }));
                };
                add(format!("day and month of {name}"), imagined.anniversary(), Box::new(anniversary));
            }
            Compared::Place(parts) => {
                for (place, part) in parts.iter().enumerate() {
                    let sound = |word: Word| (word != 0).then(|| u64::from(columns.words.spelling(word).key));
                    add(
                        format!("{name} {}", place + 1),
                        imagined.place(&[place]),
                        Box::new(move |row, keys: &mut KeysOfRow| keys.extend(sound(columns.word(part, row)))),
                    );
                }
                if let [.., broader, narrowest] = parts.as_slice() {
                    let two = |row: usize, keys: &mut KeysOfRow| {
                        let (x, y) = (columns.word(broader, row), columns.word(narrowest, row));
                        keys.extend((x != 0 && y != 0).then(|| key(&[u64::from(x), u64::from(y)])));
                    };
                    add(
                        format!("narrowest of {name}"),
                        imagined.place(&[parts.len() - 2, parts.len() - 1]),
                        Box::new(two),
                    );
                }
            }
            Compared::Text(coded) | Compared::Code(coded) | Compared::Number(coded) | Compared::Category(coded) => {
                add(
                    name.clone(),
                    imagined.value(),
                    Box::new(|row, keys| keys.extend(word_key(columns.word(coded, row)))),
                );
                if matches!(compared, Compared::Code(_)) {
                    // Its halves: a slip spoils but one of them.
                    for half in 0..2_usize {
                        let of_half = move |row: usize, keys: &mut KeysOfRow| {
                            let code = columns.words.spelling(columns.word(coded, row)).folded.as_bytes();
                            let (first, second) = code.split_at(code.len() / 2);
                            let letters = if half == 0 { first } else { second };
                            if code.len() >= 6 {
                                keys.push(
                                    letters.iter().fold(half as u64 + 1, |all, letter| key(&[all, u64::from(*letter)])),
                                );
                            }
                        };
                        add(format!("half {} of {name}", half + 1), imagined.half(half == 0), Box::new(of_half));
                    }
                }
            }
        }
    }
    fields
}

fn word_key(word: Word) -> Option<u64> {
    (word != 0).then_some(u64::from(word))
}

/// Some tens of thousands of rows, chosen by what they say and not by where they stand.
fn some_rows(columns: &Columns) -> Vec<usize> {
    const ENOUGH: usize = 50_000;
    let one_in = columns.n_rows.div_ceil(ENOUGH).max(1) as u64;
    (0..columns.n_rows).filter(|row| one_in == 1 || columns.hash(*row).is_multiple_of(one_in)).collect()
}

/// The chance that two of these rows share a key.
fn chance(rows: &[usize], keys_of: &FieldKeys<'_>) -> f64 {
    let (mut counts, mut keys) = (HashMap::<u64, u64>::new(), KeysOfRow::new());
    for row in rows {
        keys.clear();
        keys_of(*row, &mut keys);
        for key in &keys {
            *counts.entry(*key).or_default() += 1;
        }
    }
    let (n, met) = (rows.len() as f64, counts.into_values().map(|count| count * (count - 1) / 2).sum::<u64>());
    // As if a third of a pair more had been met: what is met never may still be met.
    (met as f64 + 0.3) / (n * (n - 1.0) / 2.0).max(1.0)
}
