//! The weights: Fellegi–Sunter with comparison levels, learnt by expectation maximisation without labels.
//!
//! A pair is of one person, of two relatives, or of two strangers. For a level, `m` is how often it is met among pairs of
//! one person, `relatives` among pairs of relatives, `u` among pairs of strangers; its weight is log2(m / u) (Fellegi and
//! Sunter 1969, "A theory for record linkage"). Relatives share names and address without being one person: without a
//! class of their own each of these agreements would count as if it came by chance. What they take from a pair's odds is
//! shown as a comparison of its own.
//!
//! m and relatives are learnt from the candidate pairs, u from pairs taken all over the rows. All start from and are held
//! by the shipped values, as if `PRIOR_PAIRS` pairs had been seen before, so that a handful of rows is weighed as soundly
//! as a commune. An agreement on a rare value weighs more than on a common one (Winkler's frequency adjustment).
//! Learnt weights are rounded: a row more or less moves them by less than a step, and so changes nothing elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use super::levels::MOST_COMPARISONS;
use super::levels::{Comparison, Pattern, Patterns};

/// How many pairs the shipped values count for, among pairs of one person and of relatives, and among strangers, of whom
/// many more are seen.
const PRIOR_PAIRS: [f64; 3] = [200.0, 5_000.0, 20_000.0];
/// How many pairs of one person and of relatives their shipped shares count for.
const PRIOR_SEEN: f64 = 20.0;
/// Persons of ten who have a second row, and relatives a row has in other rows, before anything is learnt.
const PRIOR_PER_ROW: (f64, f64) = (0.1, 1.0);
/// By how many times a level of one person's or of relatives' pairs may be learnt to be met more or less often than shipped.
/// In a million rows namesakes are many, their names less independent than they are taken for: nothing but the dates tells
/// them from one person, and unheld the dates would be learnt to be wrong.
const MOST_LEARNT: f64 = 8.0;
/// Rounds of learning at most; the changes are below a thousandth long before.
const ROUNDS: usize = 40;
/// A rare or a common value moves a weight by no more than this.
const MOST_ADJUSTMENT: f64 = 6.0;
/// Steps a bit to which learnt weights are rounded.
const STEPS: f64 = 8.0;

/// The trained parameters: readable, kept in the manifest, usable again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Share of all pairs of rows that are one person.
    pub share_of_matches: f64,
    /// Share of all pairs of rows that are two relatives.
    pub share_of_relatives: f64,
    /// For each comparison, for each level: how often. Level 0 (missing) weighs nothing.
    pub levels: BTreeMap<String, BTreeMap<String, LevelWeight>>,
}

/// How often a level is met, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelWeight {
    /// Among pairs of one person.
    pub m: f64,
    /// Among pairs of two relatives.
    pub relatives: f64,
    /// Among pairs of two strangers.
    pub u: f64,
    /// log2(m / u), rounded.
    pub weight: f64,
}

/// A pair's weight in bits and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Level of each comparison; after the last, 1 where the two may be relatives.
    pub levels: [u8; MOST_COMPARISONS],
    /// Weight of each comparison in bits, the adjustment for rare values included; after the last, what relatives take.
    pub weights: [f64; MOST_COMPARISONS],
    /// Their sum and the prior: log2 of the odds.
    pub weight: f64,
}

impl Scored {
    /// The probability that the two rows are one person.
    #[must_use]
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.weight).exp2())
    }
}

/// Levels' likelihoods of one class, by comparison and level.
type Class = Vec<[f64; 16]>;

/// The three classes and the weights in bits that follow.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    comparisons: Vec<Comparison>,
    shares: [f64; 2],
    m: Class,
    relatives: Class,
    u: Class,
    prior: f64,
    prior_of_relatives: f64,
    bits: Class,
    bits_of_relatives: Class,
    /// How much of an agreement relatives share by being relatives, by comparison.
    shared: Vec<f64>,
}

impl Weights {
    /// The shipped values, nothing learnt, for so many rows.
    pub(super) fn shipped(comparisons: &[Comparison], n_rows: usize) -> Self {
        let class = |values: &dyn Fn(&Comparison) -> &'static [f64]| -> Class {
            let of_comparison = |comparison: &Comparison| {
                let mut levels = [1.0; 16];
                levels[1..=values(comparison).len()].copy_from_slice(values(comparison));
                levels
            };
            comparisons.iter().map(of_comparison).collect()
        };
        let (m, relatives, u) = (class(&|c| c.of.m), class(&|c| c.of.relatives), class(&|c| c.of.u));
        let per_row = (steady(n_rows.max(2)) - 1.0) / 2.0;
        let shares = [(PRIOR_PER_ROW.0 / per_row).min(0.01), (PRIOR_PER_ROW.1 / per_row).min(0.02)];
        Self::of(comparisons.to_vec(), shares, m, relatives, u)
    }

    /// The trained parameters of an earlier run; `None` if they are of other comparisons.
    pub(super) fn trained(comparisons: &[Comparison], model: &Model) -> Option<Self> {
        let mut classes: [Class; 3] = std::array::from_fn(|_| Vec::new());
        for comparison in comparisons {
            let levels = model.levels.get(&comparison.name)?;
            let mut rows = [[1.0; 16]; 3];
            for (place, name) in comparison.of.levels.iter().enumerate().skip(1) {
                let level = levels.get(*name)?;
                for (row, value) in rows.iter_mut().zip([level.m, level.relatives, level.u]) {
                    row[place] = value;
                }
            }
            classes.iter_mut().zip(rows).for_each(|(class, row)| class.push(row));
        }
        let [m, relatives, u] = classes;
        let shares = [model.share_of_matches, model.share_of_relatives];
        Some(Self::of(comparisons.to_vec(), shares, m, relatives, u).rounded())
    }

    fn of(comparisons: Vec<Comparison>, shares: [f64; 2], m: Class, relatives: Class, u: Class) -> Self {
        let strangers = (1.0 - shares[0] - shares[1]).max(0.1);
        let bits_against = |other: &Class| -> Class {
            let of_comparison =
                |(m, other): (&[f64; 16], &[f64; 16])| std::array::from_fn(|level| (m[level] / other[level]).log2());
            m.iter().zip(other).map(of_comparison).collect()
        };
        let shared = |(relatives, u): (&[f64; 16], &[f64; 16])| ((relatives[1] - u[1]) / (1.0 - u[1])).clamp(0.0, 1.0);
        Self {
            prior: (shares[0] / strangers).log2(),
            prior_of_relatives: (shares[0] / shares[1]).log2(),
            bits: bits_against(&u),
            bits_of_relatives: bits_against(&relatives),
            shared: relatives.iter().zip(&u).map(shared).collect(),
            comparisons,
            shares,
            m,
            relatives,
            u,
        }
    }

    /// Learns from the patterns of levels met among candidate pairs and among pairs taken all over, each with how often.
    ///
    /// `contradict` says whether levels alone speak of two persons.
    pub(super) fn learn(
        &self,
        candidates: &Patterns,
        all_over: &Patterns,
        n_rows: usize,
        contradict: impl Fn(Pattern) -> bool,
    ) -> Self {
        let held = |class: &Class, by: f64| -> Class { class.iter().map(|levels| levels.map(|p| p * by)).collect() };
        let [m, relatives, u] = PRIOR_PAIRS;
        let start = [held(&self.m, m), held(&self.relatives, relatives), held(&self.u, u)];
        let n_pairs = steady(n_rows) * (steady(n_rows) - 1.0) / 2.0;
        let candidates: Vec<(Pattern, f64, bool)> =
            candidates.iter().map(|(pattern, count)| (*pattern, *count as f64, contradict(*pattern))).collect();
        let mut now = self.clone();
        for _ in 0..ROUNDS {
            let [mut m, mut relatives, mut u] = start.clone();
            let mut sums = [PRIOR_SEEN; 2];
            for (pattern, count, contradict) in &candidates {
                let [same, related] = now.shares_of(*pattern, *contradict);
                count_levels(&mut m, *pattern, same * count);
                count_levels(&mut relatives, *pattern, related * count);
                sums[0] += same * count;
                sums[1] += related * count;
            }
            for (pattern, count) in all_over {
                let [same, related] = now.shares_of(*pattern, false);
                count_levels(&mut u, *pattern, (1.0 - same - related) * *count as f64);
            }
            for class in [&mut m, &mut relatives, &mut u] {
                for (levels, comparison) in class.iter_mut().zip(&self.comparisons) {
                    let levels = &mut levels[..comparison.of.levels.len()];
                    let total: f64 = levels[1..].iter().sum();
                    levels[1..].iter_mut().for_each(|level| *level /= total);
                    levels[0] = 1.0;
                }
            }
            for (class, shipped) in [(&mut m, &self.m), (&mut relatives, &self.relatives)] {
                for (level, shipped) in class.iter_mut().flatten().zip(shipped.iter().flatten()) {
                    *level = level.clamp(shipped / MOST_LEARNT, shipped * MOST_LEARNT);
                }
            }
            let shares: [f64; 2] =
                std::array::from_fn(|class| sums[class] / (n_pairs + PRIOR_SEEN / self.shares[class]));
            let next = Self::of(self.comparisons.clone(), shares, m, relatives, u);
            let change = next.farthest_from(&now);
            now = next;
            if change < 1e-4 {
                break;
            }
        }
        now.rounded()
    }

    /// The largest change of a weight, in bits.
    fn farthest_from(&self, before: &Self) -> f64 {
        let pairs = self.bits.iter().flatten().zip(before.bits.iter().flatten());
        pairs.map(|(now, before)| (now - before).abs()).fold((self.prior - before.prior).abs(), f64::max)
    }

    fn rounded(mut self) -> Self {
        let bits = self.bits.iter_mut().chain(&mut self.bits_of_relatives).flatten();
        for bits in bits.chain([&mut self.prior, &mut self.prior_of_relatives]).chain(&mut self.shared) {
            *bits = to_step(*bits);
        }
        self
    }

    /// The probabilities that a pair with these levels is one person, and two relatives.
    fn shares_of(&self, pattern: Pattern, contradict: bool) -> [f64; 2] {
        let (mut against_strangers, mut against_relatives) = (self.prior, self.prior_of_relatives);
        for comparison in 0..self.comparisons.len() {
            let level = usize::from(pattern.level(comparison));
            if level != 0 {
                against_strangers += self.bits[comparison][level];
                against_relatives += self.bits_of_relatives[comparison][level];
            }
        }
        // Odds of one person against the others, turned to shares of the whole.
        let (strangers, relatives) = ((-against_strangers).exp2(), (-against_relatives).exp2());
        let same = if contradict { 0.0 } else { 1.0 };
        let all = same + strangers + relatives;
        if all.is_finite() && all > 0.0 {
            [same / all, relatives / all]
        } else {
            [0.0, f64::from(u8::from(relatives > strangers))]
        }
    }

    /// What a pair with these levels can weigh at most, whatever it agrees on.
    pub(super) fn most(&self, pattern: Pattern) -> f64 {
        let mut weight = self.prior;
        for comparison in 0..self.comparisons.len() {
            let level = usize::from(pattern.level(comparison));
            if level != 0 {
                weight += self.bits[comparison][level] + if level <= 2 { MOST_ADJUSTMENT } else { 0.0 };
            }
        }
        weight
    }

    /// Weighs a pair; `rarity` gives the bits that an agreement on a rare value adds to each comparison.
    pub(super) fn score(&self, pattern: Pattern, rarity: &[f64; MOST_COMPARISONS]) -> Scored {
        self.weighed(pattern, rarity, f64::NEG_INFINITY).0
    }

    /// The same, if it is so many bits at least.
    pub(super) fn score_at_least(
        &self,
        pattern: Pattern,
        rarity: &[f64; MOST_COMPARISONS],
        least: f64,
    ) -> Option<Scored> {
        let (scored, is_less) = self.weighed(pattern, rarity, least);
        (!is_less).then_some(scored)
    }

    /// The score, and whether it is less than `least`; of one that is, not all is reckoned.
    fn weighed(&self, pattern: Pattern, rarity: &[f64; MOST_COMPARISONS], least: f64) -> (Scored, bool) {
        let mut weights = [0.0; MOST_COMPARISONS];
        let mut levels = pattern.levels();
        let (mut weight, mut against_relatives) = (self.prior, self.prior_of_relatives);
        for comparison in 0..self.comparisons.len() {
            let level = usize::from(levels[comparison]);
            if level == 0 {
                continue;
            }
            let rare = to_step(rarity[comparison].clamp(-MOST_ADJUSTMENT, MOST_ADJUSTMENT));
            weights[comparison] = self.bits[comparison][level] + rare;
            weight += weights[comparison];
            against_relatives += self.bits_of_relatives[comparison][level] + rare * (1.0 - self.shared[comparison]);
        }
        // What relatives take is never more than nothing.
        if weight < least {
            return (Scored { levels, weights, weight }, true);
        }
        // Log2 of 1 / (1/odds against strangers + 1/odds against relatives), less the former.
        let taken = to_step(-(1.0 + (weight - against_relatives).min(500.0).exp2()).log2());
        let last = self.comparisons.len();
        weights[last] = taken;
        levels[last] = u8::from(taken < 0.0);
        (Scored { levels, weights, weight: weight + taken }, weight + taken < least)
    }

    /// The parameters in readable form.
    pub(super) fn model(&self) -> Model {
        let of_comparison = |(place, comparison): (usize, &Comparison)| {
            let levels = comparison.of.levels.iter().enumerate().skip(1).map(|(level, name)| {
                let weight = LevelWeight {
                    m: self.m[place][level],
                    relatives: self.relatives[place][level],
                    u: self.u[place][level],
                    weight: self.bits[place][level],
                };
                ((*name).to_owned(), weight)
            });
            (comparison.name.clone(), levels.collect())
        };
        Model {
            share_of_matches: self.shares[0],
            share_of_relatives: self.shares[1],
            levels: self.comparisons.iter().enumerate().map(of_comparison).collect(),
        }
    }
}

fn count_levels(counts: &mut Class, pattern: Pattern, by: f64) {
    for (comparison, levels) in counts.iter_mut().enumerate() {
        levels[usize::from(pattern.level(comparison))] += by;
    }
}

/// A number of rows in steps of a quarter of a bit, so that a row more or less seldom makes another one.
pub(super) fn steady(n_rows: usize) -> f64 {
    (((n_rows.max(1) as f64).log2() * 4.0).round() / 4.0).exp2()
}

fn to_step(bits: f64) -> f64 {
    (bits * STEPS).round() / STEPS
}
