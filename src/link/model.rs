//! Match weights: Fellegi–Sunter with comparison levels, learnt by expectation maximisation without labels.
//!
//! A pair is of one person, of two relatives, of two namesakes, or of two strangers. For a level, `m` is its
//! probability among pairs of one person, `relatives` among pairs of relatives, `u` among pairs of strangers; its
//! weight is log2(m / u) (Fellegi and Sunter 1969, "A theory for record linkage"). Relatives share names and address
//! without being one person. Namesakes are relatives who share the whole name, because names are handed on: from a
//! grandfather, from a dead child. Without classes of their own, each of these agreements would count as if it came by
//! chance. What these two classes take from a pair's odds is shown as a comparison named `relatives`.
//!
//! m, relatives and namesakes are learnt from the candidate pairs, u from random pairs. All start from the shipped
//! values, which count as [`PRIOR_PAIRS`] pairs, so that a handful of rows is weighed as soundly as a commune. An
//! agreement on a rare value weighs more than on a common one (Winkler's frequency adjustment). Learnt weights are
//! rounded: one more row moves them by less than a step and so changes nothing elsewhere.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::comparison::{Comparison, MOST_COMPARISONS, Pattern, PatternCounts};

/// For how many pairs the shipped probabilities count: among pairs of one person, of relatives, of strangers (many
/// more). Namesakes come last.
const PRIOR_PAIRS: [f64; 4] = [200.0, 5_000.0, 20_000.0, 2_000.0];
/// For how many pairs of one person, of relatives and of namesakes their shipped shares count.
const PRIOR_SEEN: f64 = 20.0;
/// Pairs of one person and of relatives a row, before anything is learnt: one person in ten has a second row, and a row
/// has one relative in other rows.
pub(super) const EXPECTED_PER_ROW: [f64; 3] = [0.1, 1.0, 0.0];
/// The largest shares of pairs of one person, of relatives and of namesakes among all pairs, before anything is learnt.
const MOST_SHARES: [f64; 3] = [0.01, 0.02, 0.01];
/// Largest factor between a learnt and a shipped probability of a level, for all classes but strangers. A million rows
/// hold many namesakes, and their name parts are less independent than the model assumes. Only dates separate them
/// from one person. Without this limit, dates would be learnt to be often wrong.
const MOST_LEARNT: f64 = 8.0;
/// Most rounds of learning; the changes fall below a thousandth much earlier.
const ROUNDS: usize = 40;
/// Largest adjustment of a weight for a rare or a common value, in bits.
const MOST_ADJUSTMENT: f64 = 6.0;
/// The last level whose weight is adjusted: the first three are agreements.
const LAST_ADJUSTED: usize = 3;
/// Steps a bit to which learnt weights are rounded.
const STEPS: f64 = 8.0;

/// Trained parameters in readable form. The manifest of a generation holds them; a later run can use them again.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// Share of all pairs of rows that are one person.
    pub share_of_matches: f64,
    /// Share of all pairs of rows that are two relatives.
    pub share_of_relatives: f64,
    /// Share of all pairs of rows that are two relatives who share the whole name.
    #[serde(default)]
    pub share_of_namesakes: f64,
    /// For each comparison, for each level: its probabilities. Level 0 (missing) weighs nothing and is left out.
    pub levels: BTreeMap<String, BTreeMap<String, LevelWeight>>,
    /// The same for further kinds of pairs, which have other probabilities.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub kinds: BTreeMap<String, Model>,
}

/// Probabilities of a level and the weight that follows from them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelWeight {
    /// Among pairs of one person.
    pub m: f64,
    /// Among pairs of two relatives.
    pub relatives: f64,
    /// Among pairs of two strangers.
    pub u: f64,
    /// Among pairs of relatives who share the whole name.
    #[serde(default = "one")]
    pub namesakes: f64,
    /// log2(m / u), rounded.
    pub weight: f64,
}

fn one() -> f64 {
    1.0
}

/// A pair's match weight in bits and its parts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PairScore {
    /// Level of each comparison; after the last, 1 where the two may be relatives, then why they were kept apart.
    pub levels: [u8; MOST_COMPARISONS],
    /// Weight of each comparison in bits, adjusted for rare values; after the last, what relatives take, then what a
    /// reason to keep them apart takes.
    pub weights: [f64; MOST_COMPARISONS],
    /// Their sum and the prior: log2 of the odds.
    pub weight: f64,
}

impl PairScore {
    /// The score of a pair that is kept apart for a reason, which is `level` of the comparison at `place`. It takes at
    /// least one bit, and leaves at most `most`.
    pub(super) fn kept_apart(mut self, place: usize, level: u8, most: f64) -> Self {
        let taken = to_step((most - self.weight).min(-1.0));
        self.levels[place] = level;
        self.weights[place] = taken;
        self.weight += taken;
        self
    }

    /// The score of a pair that was linked after all: nothing is taken from it.
    pub(super) fn not_kept_apart(mut self, place: usize) -> Self {
        self.weight -= self.weights[place];
        (self.levels[place], self.weights[place]) = (0, 0.0);
        self
    }

    /// The probability that the two rows are one person.
    #[must_use]
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.weight).exp2())
    }
}

/// One number for each comparison and level.
type ByLevel = Vec<[f64; 16]>;

// Places of the classes of pairs.
const MATCHES: usize = 0;
const RELATIVES: usize = 1;
const STRANGERS: usize = 2;
const NAMESAKES: usize = 3;
/// The classes of two persons who agree more than by chance.
const KIN: [usize; 2] = [RELATIVES, NAMESAKES];
/// The classes whose share is learnt, in the order of the shares.
const SHARED_CLASSES: [usize; 3] = [MATCHES, RELATIVES, NAMESAKES];

/// What the odds of one person against one class of kin depend on.
#[derive(Debug, Clone)]
struct KinWeights {
    /// Log2 of the prior odds.
    prior: f64,
    /// log2(m / kin).
    bits: ByLevel,
    /// By comparison, the share of agreements between kin that comes from being kin and not from chance.
    shared: Vec<f64>,
}

/// A kind of pairs whose weights are learnt by themselves.
pub(super) struct PairKind {
    pub(super) name: &'static str,
    pub(super) comparisons: Vec<Comparison>,
    /// Number of pairs of this kind, candidates or not.
    pub(super) n_pairs: f64,
    /// Before anything is learnt, the number of pairs of one person, of relatives and of namesakes.
    pub(super) expected: [f64; 3],
}

/// The probabilities of the four classes and the weights in bits that follow from them, for one kind of pairs.
#[derive(Debug, Clone)]
pub(super) struct KindWeights {
    comparisons: Vec<Comparison>,
    /// Shares of all pairs that are one person, relatives, namesakes.
    shares: [f64; 3],
    /// m, relatives, u and namesakes.
    classes: [ByLevel; 4],
    /// Log2 of the prior odds of one person against strangers.
    prior: f64,
    /// log2(m / u).
    bits: ByLevel,
    kin: [KinWeights; 2],
}

impl KindWeights {
    /// The shipped weights, nothing learnt.
    pub(super) fn shipped(kind: &PairKind) -> Self {
        let classes = std::array::from_fn(|class| {
            let of_comparison = |comparison: &Comparison| {
                let levels = comparison.levels;
                let shipped = match class {
                    // Without namesakes their share is 0 and their probabilities do not matter.
                    NAMESAKES if levels.namesakes.is_empty() => levels.classes[RELATIVES],
                    NAMESAKES => levels.namesakes,
                    _ => levels.classes[class],
                };
                let mut levels = [1.0; 16];
                levels[1..=shipped.len()].copy_from_slice(shipped);
                levels
            };
            kind.comparisons.iter().map(of_comparison).collect()
        });
        let shares = std::array::from_fn(|class| (kind.expected[class] / kind.n_pairs).min(MOST_SHARES[class]));
        Self::new(kind.comparisons.clone(), shares, classes)
    }

    /// The weights of a trained model; `None` if it is of other comparisons.
    pub(super) fn trained(comparisons: &[Comparison], model: &Model) -> Option<Self> {
        let mut classes: [ByLevel; 4] = Default::default();
        for comparison in comparisons {
            let levels = model.levels.get(&comparison.name)?;
            let mut rows = [[1.0; 16]; 4];
            for (place, name) in comparison.levels.names.iter().enumerate().skip(1) {
                let level = levels.get(*name)?;
                [rows[0][place], rows[1][place], rows[2][place], rows[3][place]] =
                    [level.m, level.relatives, level.u, level.namesakes];
            }
            classes.iter_mut().zip(rows).for_each(|(class, row)| class.push(row));
        }
        let shares = [model.share_of_matches, model.share_of_relatives, model.share_of_namesakes];
        Some(Self::new(comparisons.to_vec(), shares, classes).rounded())
    }

    fn new(comparisons: Vec<Comparison>, shares: [f64; 3], classes: [ByLevel; 4]) -> Self {
        let strangers = (1.0 - shares.iter().sum::<f64>()).max(0.1);
        let bits_against = |class: usize| -> ByLevel {
            let of_comparison =
                |(m, other): (&[f64; 16], &[f64; 16])| std::array::from_fn(|level| (m[level] / other[level]).log2());
            classes[MATCHES].iter().zip(&classes[class]).map(of_comparison).collect()
        };
        let of_kin = |place: usize| {
            let class = KIN[place];
            let shared = |(kin, u): (&[f64; 16], &[f64; 16])| ((kin[1] - u[1]) / (1.0 - u[1])).clamp(0.0, 1.0);
            KinWeights {
                prior: (shares[0] / shares[place + 1]).log2(),
                bits: bits_against(class),
                shared: classes[class].iter().zip(&classes[STRANGERS]).map(shared).collect(),
            }
        };
        Self {
            prior: (shares[0] / strangers).log2(),
            bits: bits_against(STRANGERS),
            kin: std::array::from_fn(of_kin),
            comparisons,
            shares,
            classes,
        }
    }

    /// The place of the comparison that shows why a pair was kept apart.
    pub(super) fn place_of_kept_apart(&self) -> usize {
        self.comparisons.len() + 1
    }

    /// Learns from the patterns of candidate pairs and of random pairs.
    ///
    /// `contradicts` says whether a pattern alone shows two persons: such a pair counts as no match.
    pub(super) fn learn(
        &self,
        candidates: &PatternCounts,
        random: &PatternCounts,
        n_pairs: f64,
        contradicts: impl Fn(Pattern) -> bool,
    ) -> Self {
        let mut start = self.classes.clone();
        for (class, n) in start.iter_mut().zip(PRIOR_PAIRS) {
            class.iter_mut().flatten().for_each(|level| *level *= n);
        }
        let candidates: Vec<(Pattern, f64, bool)> =
            candidates.iter().map(|(pattern, count)| (*pattern, *count as f64, contradicts(*pattern))).collect();
        let mut now = self.clone();
        for _ in 0..ROUNDS {
            let mut classes = start.clone();
            let mut sums = [PRIOR_SEEN; 3];
            for (pattern, count, contradicts) in &candidates {
                let of_class = now.class_shares(*pattern, *contradicts);
                for (place, class) in SHARED_CLASSES.into_iter().enumerate() {
                    count_levels(&mut classes[class], *pattern, of_class[place] * count);
                    sums[place] += of_class[place] * count;
                }
            }
            for (pattern, count) in random {
                let others: f64 = now.class_shares(*pattern, false).iter().sum();
                count_levels(&mut classes[STRANGERS], *pattern, (1.0 - others) * *count as f64);
            }
            classes.iter_mut().for_each(|class| self.normalise(class));
            for class in SHARED_CLASSES {
                for (level, shipped) in classes[class].iter_mut().flatten().zip(self.classes[class].iter().flatten()) {
                    *level = level.clamp(shipped / MOST_LEARNT, shipped * MOST_LEARNT);
                }
            }
            let share = |class: usize| match self.shares[class] {
                0.0 => 0.0,
                shipped => sums[class] / (n_pairs + PRIOR_SEEN / shipped),
            };
            let next = Self::new(self.comparisons.clone(), std::array::from_fn(share), classes);
            let change = next.largest_change(&now);
            now = next;
            if change < 1e-4 {
                break;
            }
        }
        now.rounded()
    }

    /// Turns counts into probabilities: the levels of each comparison sum to 1, `missing` left out.
    fn normalise(&self, class: &mut ByLevel) {
        for (levels, comparison) in class.iter_mut().zip(&self.comparisons) {
            let levels = &mut levels[..comparison.levels.names.len()];
            let total: f64 = levels[1..].iter().sum();
            levels[1..].iter_mut().for_each(|level| *level /= total);
            levels[0] = 1.0;
        }
    }

    /// The largest change of a weight, in bits.
    fn largest_change(&self, before: &Self) -> f64 {
        let pairs = self.bits.iter().flatten().zip(before.bits.iter().flatten());
        pairs.map(|(now, before)| (now - before).abs()).fold((self.prior - before.prior).abs(), f64::max)
    }

    fn rounded(mut self) -> Self {
        let of_kin = self.kin.iter_mut().flat_map(|KinWeights { prior, bits, shared }| {
            bits.iter_mut().flatten().chain(shared).chain(std::iter::once(prior))
        });
        for bits in self.bits.iter_mut().flatten().chain([&mut self.prior]).chain(of_kin) {
            *bits = to_step(*bits);
        }
        self
    }

    /// Each comparison whose level is not `missing`, and the level.
    fn known_levels(&self, pattern: Pattern) -> impl Iterator<Item = (usize, usize)> + use<> {
        let levels = (0..self.comparisons.len()).map(move |at| (at, usize::from(pattern.level(at))));
        levels.filter(|(_, level)| *level != 0)
    }

    /// The probabilities that a pair with this pattern is one person, two relatives, two namesakes.
    fn class_shares(&self, pattern: Pattern, contradicts: bool) -> [f64; 3] {
        let mut against_strangers = self.prior;
        let mut against_kin = [self.kin[0].prior, self.kin[1].prior];
        for (comparison, level) in self.known_levels(pattern) {
            against_strangers += self.bits[comparison][level];
            for (against, kin) in against_kin.iter_mut().zip(&self.kin) {
                *against += kin.bits[comparison][level];
            }
        }
        // From odds of one person against each other class to shares of the whole.
        let (strangers, [relatives, namesakes]) = ((-against_strangers).exp2(), against_kin.map(|odds| (-odds).exp2()));
        let same = if contradicts { 0.0 } else { 1.0 };
        let all = same + strangers + relatives + namesakes;
        if all.is_finite() && all > 0.0 {
            [same / all, relatives / all, namesakes / all]
        } else {
            [0.0, f64::from(u8::from(relatives > strangers)), 0.0]
        }
    }

    /// The largest weight that a pair with this pattern can have, whatever its values.
    pub(super) fn upper_bound(&self, pattern: Pattern) -> f64 {
        let mut weight = self.prior;
        for (comparison, level) in self.known_levels(pattern) {
            weight += self.bits[comparison][level] + if level <= LAST_ADJUSTED { MOST_ADJUSTMENT } else { 0.0 };
        }
        weight
    }

    /// The score of a pair; `None` if it is less than `least` bits. `rarity`: see
    /// [`Linkable`](super::linkable::Linkable).
    pub(super) fn score(&self, pattern: Pattern, rarity: &[f64; MOST_COMPARISONS], least: f64) -> Option<PairScore> {
        let mut weights = [0.0; MOST_COMPARISONS];
        let mut levels = pattern.levels();
        let mut weight = self.prior;
        let mut against_kin = [self.kin[0].prior, self.kin[1].prior];
        for (comparison, level) in self.known_levels(pattern) {
            let rare = to_step(rarity[comparison].clamp(-MOST_ADJUSTMENT, MOST_ADJUSTMENT));
            weights[comparison] = self.bits[comparison][level] + rare;
            weight += weights[comparison];
            for (against, kin) in against_kin.iter_mut().zip(&self.kin) {
                *against += kin.bits[comparison][level] + rare * (1.0 - kin.shared[comparison]);
            }
        }
        // What kin take is never positive.
        if weight < least {
            return None;
        }
        // Log2 of 1 / (1/odds against strangers + 1/odds against each class of kin), less the first.
        let of_kin: f64 = against_kin.iter().map(|against| (weight - against).min(500.0).exp2()).sum();
        let taken = to_step(-(1.0 + of_kin).log2());
        let last = self.comparisons.len();
        weights[last] = taken;
        levels[last] = u8::from(taken < 0.0);
        let is_less = weight + taken < least;
        (!is_less).then_some(PairScore { levels, weights, weight: weight + taken })
    }

    pub(super) fn model(&self) -> Model {
        let of_comparison = |(place, comparison): (usize, &Comparison)| {
            let levels = comparison.levels.names.iter().enumerate().skip(1).map(|(level, name)| {
                let [m, relatives, u, namesakes] = std::array::from_fn(|class| self.classes[class][place][level]);
                ((*name).to_owned(), LevelWeight { m, relatives, u, namesakes, weight: self.bits[place][level] })
            });
            (comparison.name.clone(), levels.collect())
        };
        Model {
            kinds: BTreeMap::new(),
            share_of_matches: self.shares[0],
            share_of_relatives: self.shares[1],
            share_of_namesakes: self.shares[2],
            levels: self.comparisons.iter().enumerate().map(of_comparison).collect(),
        }
    }
}

fn count_levels(counts: &mut ByLevel, pattern: Pattern, by: f64) {
    for (comparison, levels) in counts.iter_mut().enumerate() {
        levels[usize::from(pattern.level(comparison))] += by;
    }
}

/// The weight of a level as models show it.
pub(super) fn rounded_weight(m: f64, u: f64) -> f64 {
    to_step((m / u).log2())
}

fn to_step(bits: f64) -> f64 {
    (bits * STEPS).round() / STEPS
}
