//! Chooses the blocking passes of a table from how common the values of its columns are.
//!
//! Each column gives keys (a whole date, a name part by sound, the first letters of a name, a year…). A key that few
//! rows share is a pass alone; a key that too many rows share is combined with one or two keys of other columns. The
//! number of pairs of a pass is estimated from the shares of its keys before any pair is made.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::Datelike;

use crate::link::blocking::{Blocking, KeyFn, RowKeys};
use crate::link::key::key;
use crate::link::linkable::Linkable;
use crate::record::Fnv;
use crate::spelling::SpellingId;

use super::columns::{CodedColumn, ListColumns};
use super::list_model::{KeyCounts, ListModel};
use super::settings::{ComparisonKind, TableSettings};
use super::simulated_pairs::{PairSet, SimulatedPairs};

/// Most passes: each costs a sort of all rows.
const MOST_PASSES: usize = 24;
/// Least gain by which a pass over a million rows is worth its cost; for fewer rows it is less.
const LEAST_GAIN: f64 = 0.002;
/// Worth of finding a pair once more, relative to the time before: real rows have errors that the simulation lacks.
const AGAIN: f64 = 0.25;
/// Largest chance that two rows share a key of a pass: a more common key separates too few rows.
const MOST_CHANCE: f64 = 0.05;

type FieldKeys<'c> = Box<dyn Fn(usize, &mut RowKeys) + Send + Sync + 'c>;

/// A kind of key that rows can be blocked by.
struct BlockingField<'c> {
    name: String,
    /// Index of its comparison: keys of one comparison depend on one another and are not combined.
    comparison: usize,
    /// Chance that two random rows share a key.
    chance: f64,
    /// The simulated pairs that share a key.
    found: PairSet,
    keys: FieldKeys<'c>,
}

struct PossiblePass {
    /// Indices of its fields.
    fields: Vec<usize>,
    pairs_per_row: f64,
    found: PairSet,
}

/// The keys of a list, and how common it is that two of its rows share one.
pub(super) struct ListKeys<'c> {
    fields: Arc<Vec<BlockingField<'c>>>,
    pub(super) counts: BTreeMap<String, KeyCounts>,
}

impl<'c> ListKeys<'c> {
    pub(super) fn new(columns: &'c ListColumns) -> Self {
        let (mut fields, sample) = (fields(columns), sample_rows(columns));
        let counts = fields.iter().map(|field| (field.name.clone(), count_shared(&sample, &field.keys))).collect();
        set_chances(&mut fields, &counts);
        Self { fields: Arc::new(fields), counts }
    }

    /// The keys of a list, with the counts of a model in place of its own.
    pub(super) fn of_model(columns: &'c ListColumns, model: &ListModel) -> Self {
        let mut fields = fields(columns);
        set_chances(&mut fields, &model.keys);
        Self { fields: Arc::new(fields), counts: model.keys.clone() }
    }

    /// The blocking of a list that is linked alone: passes for its own size, large blocks divided.
    pub(super) fn blocking(&self, columns: &ListColumns, settings: &TableSettings) -> Blocking<'c> {
        // Of few rows all pairs are compared: a pass without fields puts all rows in one block.
        let all = (columns.counted.n <= settings.max_block).then(Vec::new);
        let chosen = choose_passes(&self.fields, columns.len() as f64, settings.pairs_per_row);
        Blocking {
            passes: all.into_iter().chain(chosen).map(|indices| self.pass(indices)).collect(),
            finer: (0..self.fields.len()).map(|index| combined_keys(&self.fields, vec![index])).collect(),
            max_block: settings.max_block,
            drops_large: false,
            prefilter: None,
        }
    }

    /// The blocking by shared keys: passes for the number of rows of a model, large blocks left out.
    pub(super) fn shared_blocking(&self, model: &ListModel) -> Blocking<'c> {
        let settings = &model.settings;
        let chosen = choose_passes(&self.fields, model.rows as f64, settings.pairs_per_row);
        Blocking {
            passes: chosen.into_iter().map(|indices| self.pass(indices)).collect(),
            finer: Vec::new(),
            max_block: settings.max_block,
            drops_large: true,
            prefilter: None,
        }
    }

    /// Name and keys of a pass.
    fn pass(&self, indices: Vec<usize>) -> (String, KeyFn<'c>) {
        let names: Vec<&str> = indices.iter().map(|index| self.fields[*index].name.as_str()).collect();
        let name = if names.is_empty() { "all".to_owned() } else { names.join(" + ") };
        (name, combined_keys(&self.fields, indices))
    }
}

/// A key as communes export it: the hash of the pass, then that of the values. Both are stable.
pub(super) fn exported_key(pass: &str, key: u64) -> [u8; 16] {
    let pass = Fnv::default().with(pass.as_bytes()).finish();
    let mut bytes = [0; 16];
    bytes[..8].copy_from_slice(&pass.to_be_bytes());
    bytes[8..].copy_from_slice(&key.to_be_bytes());
    bytes
}

fn set_chances(fields: &mut [BlockingField<'_>], counts: &BTreeMap<String, KeyCounts>) {
    for field in fields {
        let KeyCounts { shared, pairs } = counts.get(&field.name).copied().unwrap_or_default();
        // Adds a third of a pair: pairs that no sampled rows make may still occur.
        field.chance = (shared as f64 + 0.3) / (pairs as f64).max(1.0);
    }
}

/// The passes as indices of their fields. Chooses each time the pass that finds most of what the others miss for its
/// cost.
fn choose_passes(fields: &[BlockingField<'_>], n: f64, pairs_per_row: f64) -> Vec<Vec<usize>> {
    let possible: Vec<PossiblePass> = (1..=3)
        .flat_map(|size| combinations(fields, size))
        .filter(|indices| indices.iter().all(|index| fields[*index].chance <= MOST_CHANCE))
        .map(|indices| PossiblePass {
            pairs_per_row: indices.iter().map(|index| fields[*index].chance).product::<f64>() * n / 2.0,
            found: indices.iter().fold(PairSet::ALL, |found, index| found.and(&fields[*index].found)),
            fields: indices,
        })
        .filter(|pass| pass.pairs_per_row <= pairs_per_row)
        .collect();
    let mut chosen: Vec<Vec<usize>> = Vec::new();
    let least_gain = LEAST_GAIN * (n / 1e6).min(1.0);
    // The simulated pairs found by no pass, by one, by two…
    let mut found_by = vec![PairSet::ALL];
    while chosen.len() < MOST_PASSES {
        let gain = |found: &PairSet| {
            let each = found_by.iter().zip(0..).map(|(pairs, n)| pairs.and(found).share() * AGAIN.powi(n));
            each.sum::<f64>()
        };
        // A pass costs a sort of all rows, about as much as one comparison for each row.
        let best = possible
            .iter()
            .filter(|pass| !chosen.contains(&pass.fields))
            .map(|pass| (gain(&pass.found) / (1.0 + pass.pairs_per_row), pass))
            .filter(|(worth, _)| *worth >= least_gain)
            .max_by(|x, y| x.0.total_cmp(&y.0).then_with(|| y.1.fields.cmp(&x.1.fields)));
        let Some((_, pass)) = best else { break };
        found_by.push(PairSet::NONE);
        for n in (1..found_by.len()).rev() {
            let moved = found_by[n - 1].and(&pass.found);
            found_by[n - 1] = found_by[n - 1].without(&pass.found);
            found_by[n] = found_by[n].or(&moved);
        }
        chosen.push(pass.fields.clone());
    }
    chosen
}

/// Every choice of so many fields of different comparisons, as their indices.
fn combinations(fields: &[BlockingField<'_>], size: usize) -> Vec<Vec<usize>> {
    let mut all: Vec<Vec<usize>> = vec![Vec::new()];
    for _ in 0..size {
        let extended = |chosen: Vec<usize>| {
            let from = chosen.last().map_or(0, |last| last + 1);
            let is_free = |index: &usize| chosen.iter().all(|o| fields[*o].comparison != fields[*index].comparison);
            let free = (from..fields.len()).filter(is_free);
            free.map(|index| [&chosen[..], &[index]].concat()).collect::<Vec<_>>()
        };
        all = all.into_iter().flat_map(extended).collect();
    }
    all
}

/// Every combination of the keys that a row has in each of the fields.
fn combined_keys<'c>(fields: &Arc<Vec<BlockingField<'c>>>, indices: Vec<usize>) -> KeyFn<'c> {
    let fields = Arc::clone(fields);
    Box::new(move |row, keys| {
        keys.push(0);
        let mut own = RowKeys::new();
        for index in &indices {
            own.clear();
            (fields[*index].keys)(row as usize, &mut own);
            let (n_before, n_own) = (keys.len(), own.len());
            // In place: combinations with the first own key come last and overwrite the keys from before.
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

/// The kinds of keys; their chances are not set.
fn fields(columns: &ListColumns) -> Vec<BlockingField<'_>> {
    let mut all = Vec::new();
    for (index, comparison) in columns.by_column.iter().enumerate() {
        let simulated = SimulatedPairs { comparison: index };
        let (name, own) = (&comparison.name, &comparison.columns);
        let mut fields = FieldList { columns, name, comparison: index, fields: &mut all };
        match comparison.kind {
            ComparisonKind::Name => fields.add_name(own, &simulated),
            ComparisonKind::Date => fields.add_date(&own[0], &simulated),
            ComparisonKind::Place => fields.add_place(own, &simulated),
            ComparisonKind::Code => {
                fields.add_value(&own[0], simulated.value());
                fields.add_halves(&own[0], &simulated);
            }
            ComparisonKind::Text | ComparisonKind::Number | ComparisonKind::Category => {
                fields.add_value(&own[0], simulated.value());
            }
        }
    }
    all
}

/// Adds the fields of one comparison to a list.
struct FieldList<'c, 'l> {
    columns: &'c ListColumns,
    name: &'c str,
    comparison: usize,
    fields: &'l mut Vec<BlockingField<'c>>,
}

impl<'c> FieldList<'c, '_> {
    fn add(&mut self, name: String, found: PairSet, keys: impl Fn(usize, &mut RowKeys) + Send + Sync + 'c) {
        let keys: FieldKeys<'c> = Box::new(keys);
        self.fields.push(BlockingField { name, comparison: self.comparison, chance: 1.0, found, keys });
    }

    /// Adds the fields of a name: two parts by sound, one part, the first letters of all parts.
    fn add_name(&mut self, parts: &'c [CodedColumn], simulated: &SimulatedPairs) {
        let (columns, name) = (self.columns, self.name);
        let sounds = move |row: usize| parts.iter().filter_map(move |part| sound(columns, columns.id(part, row)));
        if parts.len() > 1 {
            let two = move |row: usize, keys: &mut RowKeys| {
                let of_row: RowKeys = sounds(row).collect();
                for (place, x) in of_row.iter().enumerate() {
                    keys.extend(of_row[place + 1..].iter().map(|y| key(&[*x.min(y), *x.max(y)])));
                }
            };
            self.add(format!("two of {name}"), simulated.parts(parts.len(), 2), two);
        }
        self.add(name.to_owned(), simulated.parts(parts.len(), 1), move |row, keys| keys.extend(sounds(row)));
        let letters = move |row: usize, keys: &mut RowKeys| {
            let first = |id: SpellingId| {
                let folded = columns.spellings.spelling(id).folded.as_bytes();
                folded.iter().take(3).fold(0_u64, |all, letter| all << 8 | u64::from(*letter))
            };
            let mut of_parts: RowKeys =
                parts.iter().map(|part| first(columns.id(part, row))).filter(|letters| *letters != 0).collect();
            of_parts.sort_unstable();
            if of_parts.len() == parts.len() {
                keys.push(key(&of_parts));
            }
        };
        self.add(format!("first letters of {name}"), simulated.first_letters(parts.len()), letters);
    }

    /// Adds the fields of a date: the whole date, the year, day and month in either order (they are often swapped).
    fn add_date(&mut self, column: &'c CodedColumn, simulated: &SimulatedPairs) {
        let name = self.name;
        self.add_value(column, simulated.day());
        let year = |row: usize, keys: &mut RowKeys| keys.extend(column.date(row).map(|date| date.year() as u64));
        self.add(format!("year of {name}"), simulated.year(), year);
        let anniversary = |row: usize, keys: &mut RowKeys| {
            let day = column.date(row).and_then(|date| date.known_day());
            keys.extend(
                day.map(|day| key(&[u64::from(day.month().min(day.day())), u64::from(day.month().max(day.day()))])),
            );
        };
        self.add(format!("day and month of {name}"), simulated.anniversary(), anniversary);
    }

    /// Adds the fields of an address: each column, and the two narrowest columns together.
    fn add_place(&mut self, parts: &'c [CodedColumn], simulated: &SimulatedPairs) {
        let (columns, name) = (self.columns, self.name);
        for (place, part) in parts.iter().enumerate() {
            let spelt = |id: SpellingId| {
                let key = columns.spellings.spelling(id).key;
                (id != 0).then(|| columns.spellings.spelling(key).hash)
            };
            let keys = move |row, keys: &mut RowKeys| keys.extend(spelt(columns.id(part, row)));
            self.add(format!("{name} {}", place + 1), simulated.place(&[place]), keys);
        }
        if let [.., broader, narrowest] = parts {
            let two = |row: usize, keys: &mut RowKeys| {
                let (x, y) = (columns.id(broader, row), columns.id(narrowest, row));
                let hash = |id| columns.spellings.spelling(id).hash;
                keys.extend((x != 0 && y != 0).then(|| key(&[hash(x), hash(y)])));
            };
            let found = simulated.place(&[parts.len() - 2, parts.len() - 1]);
            self.add(format!("narrowest of {name}"), found, two);
        }
    }

    fn add_value(&mut self, column: &'c CodedColumn, found: PairSet) {
        let columns = self.columns;
        let value = |row: usize, keys: &mut RowKeys| {
            let id = columns.id(column, row);
            keys.extend((id != 0).then(|| columns.spellings.spelling(id).hash));
        };
        self.add(self.name.to_owned(), found, value);
    }

    /// Adds the two halves of a code: a slip changes one of them only.
    fn add_halves(&mut self, column: &'c CodedColumn, simulated: &SimulatedPairs) {
        let (columns, name) = (self.columns, self.name);
        for half in 0..2_usize {
            let of_half = move |row: usize, keys: &mut RowKeys| {
                let code = columns.spellings.spelling(columns.id(column, row)).folded.as_bytes();
                let (first, second) = code.split_at(code.len() / 2);
                let letters = if half == 0 { first } else { second };
                if code.len() >= 6 {
                    keys.push(letters.iter().fold(half as u64 + 1, |all, letter| key(&[all, u64::from(*letter)])));
                }
            };
            self.add(format!("half {} of {name}", half + 1), simulated.half(half == 0), of_half);
        }
    }
}

/// Some tens of thousands of rows, chosen by their hashes and not by their places.
fn sample_rows(columns: &ListColumns) -> Vec<usize> {
    const ENOUGH: usize = 50_000;
    let one_in = columns.counted.n.div_ceil(ENOUGH).max(1) as u64;
    let counted = (0..columns.len()).filter(|row| columns.counted.has(*row));
    counted.filter(|row| one_in == 1 || columns.hash(*row as u32).is_multiple_of(one_in)).collect()
}

/// Counts the pairs of these rows that share a key.
fn count_shared(rows: &[usize], keys_of: &FieldKeys<'_>) -> KeyCounts {
    let (mut counts, mut keys) = (HashMap::<u64, u64>::new(), RowKeys::new());
    for row in rows {
        keys.clear();
        keys_of(*row, &mut keys);
        for key in &keys {
            *counts.entry(*key).or_default() += 1;
        }
    }
    let n_pairs = |n: u64| n * n.saturating_sub(1) / 2;
    KeyCounts { shared: counts.into_values().map(n_pairs).sum(), pairs: n_pairs(rows.len() as u64) }
}

/// The hash of a name part by sound; initials and blanks have none.
fn sound(columns: &ListColumns, id: SpellingId) -> Option<u64> {
    let spelling = columns.spellings.spelling(id);
    (id != 0 && !spelling.is_initial).then(|| columns.spellings.spelling(spelling.loose_key).hash)
}
