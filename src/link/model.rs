//! The weights: Fellegi–Sunter with comparison levels, learnt by expectation maximisation without labels.
//!
//! For a level, `m` is how often it is met among pairs of rows of one person, `u` among pairs of two persons, and its
//! weight is log2(m / u) (Fellegi and Sunter 1969, "A theory for record linkage"). m is learnt from the candidate pairs,
//! u from pairs taken all over the rows, each counted by how little it looks like one person. Both start from and are
//! held by the shipped values, as if `PRIOR_PAIRS` pairs had been seen before, so that a handful of rows is weighed as
//! soundly as a commune. An agreement on a rare name weighs more than on a common one (Winkler's frequency adjustment).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::compare::{COMPARISONS, Compared, Levels, SAME, SOUND};
use super::profile::Profiles;

/// How many pairs the shipped values count for, in each of the two classes.
const PRIOR_PAIRS: f64 = 200.0;
/// Share of all pairs that are one person, before anything is learnt: a person in ten thousand has two rows.
const PRIOR_SHARE: f64 = 1e-4;
/// Rounds of learning; the changes are below a thousandth long before.
const ROUNDS: usize = 40;
/// A rare or a common name moves a weight by no more than this.
const MOST_ADJUSTMENT: f64 = 4.0;

/// The trained parameters: readable, kept in the manifest.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Model {
    /// Share of all pairs of rows that are one person.
    pub share_of_matches: f64,
    /// For each comparison, for each level: m and u. Level 0 (missing) has neither.
    pub levels: BTreeMap<String, BTreeMap<String, LevelWeight>>,
}

/// How often a level is met, and what follows.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct LevelWeight {
    /// Among pairs of one person.
    pub m: f64,
    /// Among pairs of two persons.
    pub u: f64,
    /// log2(m / u).
    pub weight: f64,
}

/// Shipped m and u by comparison, levels 1 and up: set by hand, where learning starts and what a few rows are held by.
const SHIPPED: [(&[f64], &[f64]); COMPARISONS.len()] = [
    // nom: same, same_sound, slip, initial, different
    (&[0.84, 0.05, 0.10, 0.001, 0.009], &[0.004, 0.001, 0.02, 0.001, 0.974]),
    (&[0.84, 0.05, 0.10, 0.001, 0.009], &[0.004, 0.001, 0.02, 0.001, 0.974]),
    // order: as_written, swapped
    (&[0.95, 0.05], &[0.6, 0.4]),
    (&[0.80, 0.05, 0.10, 0.04, 0.01], &[0.006, 0.002, 0.02, 0.01, 0.962]),
    // born_on: same_day, slip, month_or_year_agrees, near_year, other_year, other_day
    (&[0.78, 0.10, 0.11, 0.004, 0.003, 0.003], &[0.0001, 0.001, 0.003, 0.06, 0.92, 0.0159]),
    // sex: same, different
    (&[0.99, 0.01], &[0.5, 0.5]),
    // birth_place: same, slip, different
    (&[0.98, 0.01, 0.01], &[0.30, 0.005, 0.695]),
    // company: several, one, same_address, same_avenue, same_quartier, other_quartier, other_parents
    (&[0.70, 0.12, 0.09, 0.01, 0.02, 0.05, 0.01], &[0.0005, 0.0005, 0.0005, 0.001, 0.03, 0.9475, 0.02]),
];

/// Patterns of levels, each with how often it was met.
pub(super) type Patterns = BTreeMap<Levels, u64>;

fn count_levels(counts: &mut [Vec<f64>], levels: &Levels, by: f64) {
    for (comparison, level) in levels.iter().enumerate().filter(|(_, level)| **level != 0) {
        counts[comparison][usize::from(*level)] += by;
    }
}

/// Weights in bits, ready to add.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    prior: f64,
    m: Vec<Vec<f64>>,
    u: Vec<Vec<f64>>,
}

/// A pair's weight in bits and what it is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scored {
    /// Level of each comparison.
    pub levels: Levels,
    /// Weight of each comparison, in bits, the adjustment for rare names included.
    pub weights: [f64; COMPARISONS.len()],
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

impl Weights {
    /// The shipped values, nothing learnt.
    pub(super) fn shipped() -> Self {
        let with_missing = |values: &[f64]| std::iter::once(1.0).chain(values.iter().copied()).collect();
        Self {
            prior: PRIOR_SHARE.log2(),
            m: SHIPPED.iter().map(|(m, _)| with_missing(m)).collect(),
            u: SHIPPED.iter().map(|(_, u)| with_missing(u)).collect(),
        }
    }

    /// Learns from the patterns of levels met among candidate pairs and among pairs taken all over, each with how often.
    ///
    /// `n_pairs` is the number of all pairs of rows there are.
    pub(super) fn learn(&self, candidates: &Patterns, all_over: &Patterns, n_pairs: f64) -> Self {
        let held = |levels: &[Vec<f64>]| -> Vec<Vec<f64>> {
            levels.iter().map(|levels| levels.iter().map(|p| p * PRIOR_PAIRS).collect()).collect()
        };
        let shipped = (held(&self.m), held(&self.u));
        let mut now = self.clone();
        for _ in 0..ROUNDS {
            let (mut m, mut u) = shipped.clone();
            let mut matches = 0.0;
            for (levels, count) in candidates {
                let share = now.probability_of(levels) * *count as f64;
                count_levels(&mut m, levels, share);
                matches += share;
            }
            for (levels, count) in all_over {
                count_levels(&mut u, levels, (1.0 - now.probability_of(levels)) * *count as f64);
            }
            for levels in m.iter_mut().chain(&mut u) {
                let total: f64 = levels[1..].iter().sum();
                for level in &mut levels[1..] {
                    *level /= total;
                }
                levels[0] = 1.0;
            }
            // Held like the rest: as if one match had been seen at the shipped share.
            let share = (matches + 1.0) / (n_pairs + 1.0 / PRIOR_SHARE);
            now = Self { prior: (share / (1.0 - share)).log2(), m, u };
        }
        now
    }

    fn probability_of(&self, levels: &Levels) -> f64 {
        if super::compare::names_contradict(levels) {
            return 0.0;
        }
        let bits: f64 = levels.iter().enumerate().map(|(comparison, level)| self.bits(comparison, *level)).sum();
        1.0 / (1.0 + (-(bits + self.prior)).exp2())
    }

    fn bits(&self, comparison: usize, level: u8) -> f64 {
        if level == 0 {
            0.0
        } else {
            (self.m[comparison][usize::from(level)] / self.u[comparison][usize::from(level)]).log2()
        }
    }

    /// Weighs a compared pair.
    pub(super) fn score(&self, all: &Profiles, compared: &Compared) -> Scored {
        let mut weights = [0.0; COMPARISONS.len()];
        for (comparison, level) in compared.levels.iter().enumerate() {
            weights[comparison] = self.bits(comparison, *level);
        }
        use super::compare::{NOM, PLACE, POSTNOM, PRENOM};
        for (place, comparison) in [NOM, POSTNOM, PRENOM, PLACE].into_iter().enumerate() {
            let key = compared.agreeing[place];
            let level = compared.levels[comparison];
            if key != 0 && (level == SAME || level == SOUND) {
                weights[comparison] += all.rarity(comparison, key).clamp(-MOST_ADJUSTMENT, MOST_ADJUSTMENT);
            }
        }
        Scored { levels: compared.levels, weights, weight: self.prior + weights.iter().sum::<f64>() }
    }

    /// The parameters in readable form.
    pub(super) fn model(&self) -> Model {
        let mut levels = BTreeMap::new();
        for (comparison, (name, level_names)) in COMPARISONS.iter().enumerate() {
            let of_comparison = level_names.iter().enumerate().skip(1).map(|(level, level_name)| {
                let (m, u) = (self.m[comparison][level], self.u[comparison][level]);
                ((*level_name).to_owned(), LevelWeight { m, u, weight: (m / u).log2() })
            });
            levels.insert((*name).to_owned(), of_comparison.collect());
        }
        Model { share_of_matches: 1.0 / (1.0 + (-self.prior).exp2()), levels }
    }
}
