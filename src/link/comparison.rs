//! Comparisons, their levels, the pattern of levels of a pair, and how common each value is.

use std::collections::{BTreeMap, HashMap};

use foldhash::fast::FixedState;

pub(super) const MOST_COMPARISONS: usize = 16;

/// The levels of one comparison. Level 0 is always `missing`: one of the two rows has no value. It weighs nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelSet {
    pub(super) names: &'static [&'static str],
    /// The shipped probabilities of levels 1 and up among pairs of one person (m), of relatives, and of strangers (u).
    /// They are set by hand: learning starts from them, and they outweigh what a few rows show.
    pub(super) classes: [&'static [f64]; 3],
    /// Those among pairs of relatives who share the whole name; empty where names are not known to be handed on.
    pub(super) namesakes: &'static [f64],
}

/// Declares a [`LevelSet`] and the numbers of its levels from 1. A line holds a level, its name, m, relatives and u;
/// where names are handed on also the probability among namesakes. The names are stored in tables and models: they
/// never change.
macro_rules! level_set {
    ($set:ident { $($level:tt $name:literal $m:literal $relatives:literal $u:literal $namesakes:literal)+ }) => {
        level_set!(@set $set [$($name),+] [$($m),+] [$($relatives),+] [$($u),+] [$($namesakes),+]);
        level_set!(@number 1, $($level)+);
    };
    ($set:ident { $($level:tt $name:literal $m:literal $relatives:literal $u:literal)+ }) => {
        level_set!(@set $set [$($name),+] [$($m),+] [$($relatives),+] [$($u),+] []);
        level_set!(@number 1, $($level)+);
    };
    (@set $set:ident [$($name:literal),+] $m:tt $relatives:tt $u:tt $namesakes:tt) => {
        pub(in crate::link) const $set: $crate::link::comparison::LevelSet = $crate::link::comparison::LevelSet {
            names: &["missing", $($name),+],
            classes: [&$m, &$relatives, &$u],
            namesakes: &$namesakes,
        };
    };
    (@number $number:expr, $level:tt $($others:tt)*) => {
        pub(in crate::link) const $level: u8 = $number;
        level_set!(@number $number + 1, $($others)*);
    };
    (@number $number:expr,) => {};
}
pub(super) use level_set;

#[derive(Debug, Clone)]
pub(super) struct Comparison {
    pub(super) name: String,
    pub(super) levels: LevelSet,
}

/// The levels of a pair, four bits each, first comparison lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Pattern(pub(super) u64);

pub(super) type PatternCounts = BTreeMap<Pattern, u64>;

impl Pattern {
    pub(super) fn level(self, comparison: usize) -> u8 {
        (self.0 >> (4 * comparison)) as u8 & 15
    }

    #[must_use]
    pub(super) fn with(self, comparison: usize, level: u8) -> Self {
        let shift = 4 * comparison;
        Self(self.0 & !(15 << shift) | u64::from(level & 15) << shift)
    }

    pub(super) fn levels(self) -> [u8; MOST_COMPARISONS] {
        std::array::from_fn(|comparison| self.level(comparison))
    }
}

impl FromIterator<u8> for Pattern {
    fn from_iter<I: IntoIterator<Item = u8>>(levels: I) -> Self {
        levels.into_iter().enumerate().fold(Self::default(), |pattern, (place, level)| pattern.with(place, level))
    }
}

/// For each key how much more an agreement on it weighs than on a key of mean frequency (Winkler).
pub(super) struct KeyFrequencies {
    /// The rarity of each key, in bits.
    rarity_of: Vec<f64>,
}

/// Log2 of the chance that two rows of `total` share a value, from the sum of the squares of the counts. Whole quarters
/// of a bit: one more row changes no weight.
fn chance_of_sharing(squares: u64, total: f64) -> f64 {
    ((squares.max(1) as f64 / (total * total)).log2() * 4.0).round() / 4.0
}

impl KeyFrequencies {
    /// Counts keys; 0 stands for a blank and is not counted.
    pub(super) fn new(keys: impl Iterator<Item = u32>) -> Self {
        let (mut counts, mut total) = (Vec::<u64>::new(), 0);
        for key in keys.filter(|key| *key != 0).map(|key| key as usize) {
            if counts.len() <= key {
                counts.resize(key + 1, 0);
            }
            counts[key] += 1;
            total += 1;
        }
        let squares: u64 = counts.iter().map(|count| count * count).sum();
        let total = rounded_count(total);
        let chance = chance_of_sharing(squares, total);
        let bits = |count: u64| if count == 0 { 0.0 } else { chance - (count as f64 / total).log2() };
        Self { rarity_of: counts.into_iter().map(bits).collect() }
    }

    /// Looks up values, each with its key, in the frequencies of a model.
    pub(super) fn of_values<'v>(frequencies: &ValueFrequencies, values: impl Iterator<Item = (u32, &'v str)>) -> Self {
        let mut rarity_of = Vec::new();
        for (key, value) in values {
            let key = key as usize;
            if rarity_of.len() <= key {
                rarity_of.resize(key + 1, f64::NAN);
            }
            if f64::is_nan(rarity_of[key]) {
                rarity_of[key] = frequencies.rarity(value);
            }
        }
        rarity_of.iter_mut().filter(|bits| bits.is_nan()).for_each(|bits| *bits = 0.0);
        Self { rarity_of }
    }

    /// Bits by which an agreement on this key weighs more than on a key of mean frequency; negative if it weighs less.
    pub(super) fn rarity(&self, key: u32) -> f64 {
        self.rarity_of.get(key as usize).copied().unwrap_or(0.0)
    }
}

/// How many rows have each value of a column, by the text of the value. Counts of several lists add up.
pub(super) type ValueCounts = BTreeMap<String, u64>;

/// For each value of a column how much more an agreement on it weighs than on a value of mean frequency. It depends on
/// the counts alone and not on the rows at hand.
pub(super) struct ValueFrequencies {
    counts: HashMap<Box<str>, u64, FixedState>,
    total: f64,
    /// Log2 of the chance that two rows share a value.
    chance: f64,
}

impl ValueFrequencies {
    pub(super) fn new(counts: &ValueCounts) -> Self {
        // Counts come from a file: they may be of any size.
        let squares = counts.values().fold(0_u64, |sum, count| sum.saturating_add(count.saturating_mul(*count)));
        let total = counts.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
        let total = rounded_count(usize::try_from(total).unwrap_or(usize::MAX));
        Self {
            chance: chance_of_sharing(squares, total),
            counts: counts.iter().map(|(value, count)| (value.as_str().into(), *count)).collect(),
            total,
        }
    }

    /// The rarity of a value in bits. A value that was never counted counts as one row.
    fn rarity(&self, value: &str) -> f64 {
        let count = self.counts.get(value).copied().unwrap_or(1).max(1);
        self.chance - (count as f64 / self.total).log2()
    }
}

/// A number of rows rounded to a quarter of a bit, so that one more row seldom changes it.
pub(super) fn rounded_count(n_rows: usize) -> f64 {
    (((n_rows.max(1) as f64).log2() * 4.0).round() / 4.0).exp2()
}
