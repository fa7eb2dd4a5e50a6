//! Clusters and scored pairs against what is true, whatever the rows are.
//!
//! Pairs are counted as in record linkage: precision is the share of the pairs found that are true, recall the share of
//! the true pairs that were found, F1 their harmonic mean. B-cubed is the same seen from a row: of the rows that share
//! its cluster, how many are its person's; of its person's rows, how many share its cluster (Bagga and Baldwin 1998).

use std::collections::BTreeMap;

use serde::Serialize;

/// Pairs found against true pairs.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct PairScores {
    /// True pairs.
    pub truth: u64,
    /// Pairs found.
    pub found: u64,
    /// True pairs found.
    pub both: u64,
    /// both / found; 1 if none was found.
    pub precision: f64,
    /// both / truth; 1 if there is none.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

impl PairScores {
    /// The scores of these counts.
    #[must_use]
    pub fn new(truth: u64, found: u64, both: u64) -> Self {
        let share = |of: u64| if of == 0 { 1.0 } else { both as f64 / of as f64 };
        let f1 = if truth + found == 0 { 1.0 } else { 2.0 * both as f64 / (truth + found) as f64 };
        Self { truth, found, both, precision: share(found), recall: share(truth), f1 }
    }
}

/// Clusters found against true clusters.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ClusterScores {
    /// All pairs of rows that share a cluster.
    pub pairs: PairScores,
    /// B-cubed precision, recall and F1.
    pub b_cubed: [f64; 3],
    /// Clusters found.
    pub found: u64,
    /// True clusters.
    pub truth: u64,
    /// True clusters found as they are, no row too many or too few.
    pub exact: u64,
    /// Rows in the largest cluster found.
    pub largest: u64,
}

/// Compares two labellings of the same rows: rows of equal label share a cluster. Time grows with the rows.
#[must_use]
pub fn clusters(found: &[u32], truth: &[u32]) -> ClusterScores {
    let mut of_found: BTreeMap<u32, u64> = BTreeMap::new();
    let mut of_truth: BTreeMap<u32, u64> = BTreeMap::new();
    let mut of_both: BTreeMap<(u32, u32), u64> = BTreeMap::new();
    for (found, truth) in found.iter().zip(truth) {
        *of_found.entry(*found).or_default() += 1;
        *of_truth.entry(*truth).or_default() += 1;
        *of_both.entry((*found, *truth)).or_default() += 1;
    }
    let n_pairs = |sizes: &mut dyn Iterator<Item = &u64>| sizes.map(|n| n * (n - 1) / 2).sum::<u64>();
    let n_rows = f64::max(1.0, found.len().min(truth.len()) as f64);
    let (mut precision, mut recall, mut exact) = (0.0, 0.0, 0);
    for ((found, truth), n) in &of_both {
        let square = (n * n) as f64;
        precision += square / of_found[found] as f64;
        recall += square / of_truth[truth] as f64;
        exact += u64::from(of_found[found] == *n && of_truth[truth] == *n);
    }
    let (precision, recall) = (precision / n_rows, recall / n_rows);
    let f1 = if precision + recall > 0.0 { 2.0 * precision * recall / (precision + recall) } else { 0.0 };
    ClusterScores {
        pairs: PairScores::new(
            n_pairs(&mut of_truth.values()),
            n_pairs(&mut of_found.values()),
            n_pairs(&mut of_both.values()),
        ),
        b_cubed: [precision, recall, f1],
        found: of_found.len() as u64,
        truth: of_truth.len() as u64,
        exact,
        largest: of_found.values().copied().max().unwrap_or(0),
    }
}

/// A pair that was given a probability, and whether it is one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct JudgedPair {
    /// Probability that the two rows are one person.
    pub probability: f64,
    /// Whether they are.
    pub is_true: bool,
}

/// The thresholds that are tried.
pub const THRESHOLDS: [f64; 8] = [0.1, 0.3, 0.5, 0.7, 0.9, 0.95, 0.99, 0.999];

/// The pairs alone, if all from a threshold on were taken; true pairs that were never scored count as missed.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ThresholdScores {
    /// The probability from which a pair is taken.
    pub threshold: f64,
    /// What is found then.
    pub pairs: PairScores,
}

/// Scores the pairs at each of [`THRESHOLDS`]; `n_true` is the number of all true pairs.
#[must_use]
pub fn by_threshold(pairs: &[JudgedPair], n_true: u64) -> Vec<ThresholdScores> {
    let at = |threshold: f64| {
        let taken = pairs.iter().filter(|pair| pair.probability >= threshold);
        let (found, both) = taken.fold((0, 0), |(found, both), pair| (found + 1, both + u64::from(pair.is_true)));
        ThresholdScores { threshold, pairs: PairScores::new(n_true, found, both) }
    };
    THRESHOLDS.iter().map(|threshold| at(*threshold)).collect()
}

/// Pairs of like probability: what was said of them and what is true.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// From this probability on.
    pub from: f64,
    /// Up to this one, which belongs to the next bin; the last holds it.
    pub to: f64,
    /// How many pairs.
    pub n: u64,
    /// Mean probability given to them.
    pub said: f64,
    /// Share of them that are one person.
    pub is_true: f64,
    /// The share's 95 % interval (Wilson 1927).
    pub interval: [f64; 2],
}

/// Where the bins of [`reliability`] begin.
const BINS: [f64; 9] = [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999];

/// Whether probabilities mean what they say: of the pairs said to be one person with probability p, a share p should be.
#[must_use]
pub fn reliability(pairs: &[JudgedPair]) -> Vec<Bin> {
    let bin = |place: usize| {
        let (from, to) = (BINS[place], BINS.get(place + 1).copied().unwrap_or(1.0));
        let is_last = place + 1 == BINS.len();
        let mut own: Vec<JudgedPair> = pairs
            .iter()
            .filter(|pair| pair.probability >= from && (is_last || pair.probability < to))
            .copied()
            .collect();
        // Added in a fixed order, so that the sum is the same to the last bit.
        own.sort_by(|a, b| a.probability.total_cmp(&b.probability));
        let n = own.len() as f64;
        let n_true = own.iter().filter(|pair| pair.is_true).count() as f64;
        let said = own.iter().map(|pair| pair.probability).sum::<f64>() / n.max(1.0);
        Bin { from, to, n: own.len() as u64, said, is_true: n_true / n.max(1.0), interval: wilson(n_true, n) }
    };
    (0..BINS.len()).map(bin).filter(|bin| bin.n > 0).collect()
}

/// The 95 % interval of a share of `n`.
fn wilson(n_true: f64, n: f64) -> [f64; 2] {
    const Z: f64 = 1.959_964;
    if n == 0.0 {
        return [0.0, 1.0];
    }
    let share = n_true / n;
    let middle = share + Z * Z / (2.0 * n);
    let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
    let whole = 1.0 + Z * Z / n;
    [((middle - half) / whole).max(0.0), ((middle + half) / whole).min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_split_and_a_wrong_merge_are_counted_by_hand() {
        // Persons 1 (three rows), 2, 3; found: two of 1 together, the third with 2.
        let scores = clusters(&[7, 7, 8, 8, 9], &[1, 1, 1, 2, 3]);
        assert_eq!((scores.pairs.truth, scores.pairs.found, scores.pairs.both), (3, 2, 1));
        assert_eq!((scores.found, scores.truth, scores.exact, scores.largest), (3, 3, 1, 2));
        let [precision, recall, _] = scores.b_cubed;
        assert!((precision - (2.0 + 0.5 + 0.5 + 1.0) / 5.0).abs() < 1e-12, "{precision}");
        assert!((recall - (4.0 / 3.0 + 1.0 / 3.0 + 1.0 + 1.0) / 5.0).abs() < 1e-12, "{recall}");
    }

    #[test]
    fn a_sure_pair_that_is_wrong_shows_in_its_bin() {
        let pair = |probability, is_true| JudgedPair { probability, is_true };
        let bins = reliability(&[pair(0.95, true), pair(0.95, false), pair(1.0, true), pair(0.2, false)]);
        let shown: Vec<(f64, u64, f64)> = bins.iter().map(|bin| (bin.from, bin.n, bin.is_true)).collect();
        assert_eq!(shown, [(0.1, 1, 0.0), (0.9, 2, 0.5), (0.999, 1, 1.0)]);
        assert!(bins[1].interval[0] > 0.09 && bins[1].interval[1] < 0.91, "{bins:?}");
    }

    proptest! {
        #[test]
        fn pairs_are_those_of_a_count_one_by_one(labels in prop::collection::vec((0..6_u32, 0..6_u32), 0..40)) {
            let (found, truth): (Vec<u32>, Vec<u32>) = labels.iter().copied().unzip();
            let (mut n_found, mut n_true, mut n_both) = (0, 0, 0);
            for a in 0..labels.len() {
                for b in a + 1..labels.len() {
                    let (is_found, is_true) = (found[a] == found[b], truth[a] == truth[b]);
                    n_found += u64::from(is_found);
                    n_true += u64::from(is_true);
                    n_both += u64::from(is_found && is_true);
                }
            }
            prop_assert_eq!(clusters(&found, &truth).pairs, PairScores::new(n_true, n_found, n_both));
        }

        #[test]
        fn every_pair_is_in_one_bin_and_recall_falls(pairs in prop::collection::vec((0.0..=1.0_f64, any::<bool>()), 0..60)) {
            let pairs: Vec<JudgedPair> =
                pairs.into_iter().map(|(probability, is_true)| JudgedPair { probability, is_true }).collect();
            prop_assert_eq!(reliability(&pairs).iter().map(|bin| bin.n).sum::<u64>(), pairs.len() as u64);
            let recalls: Vec<f64> = by_threshold(&pairs, 60).iter().map(|at| at.pairs.recall).collect();
            prop_assert!(recalls.is_sorted_by(|a, b| a >= b));
        }
    }
}
