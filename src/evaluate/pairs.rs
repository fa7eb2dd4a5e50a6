//! Scores clusters and scored pairs against true labels: pairs, whole clusters, calibration of the probabilities.
//!
//! A row is its index in a list of labels, and equal labels form one cluster. Pairs are counted, not listed, so that a
//! million rows take a second. Every sum is made in an order of the values themselves, so the order of rows and pairs
//! and the numbers of the labels change no bit of a figure.

use std::collections::BTreeMap;

use serde::Serialize;

/// The thresholds of the table by threshold.
pub const THRESHOLDS: [f64; 9] = [0.01, 0.05, 0.1, 0.3, 0.5, 0.9, 0.95, 0.99, 0.999];

/// Lower ends of the bins of the reliability table. The last bin includes 1.
const BINS: [f64; 9] = [0.0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.999];

/// Standard deviations that hold 95 % of a normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// Scores of what was found against what is true, counted in pairs of rows or in clusters.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
pub struct PairScores {
    /// Number that are true.
    pub truth: u64,
    /// Number that were found.
    pub found: u64,
    /// Number that are true and were found.
    pub both: u64,
    /// both / found; 1 if none was found.
    pub precision: f64,
    /// both / truth; 1 if there is none.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

impl PairScores {
    /// Computes the scores from the three counts.
    #[must_use]
    pub fn new(truth: u64, found: u64, both: u64) -> Self {
        let share = |of: u64| if of == 0 { 1.0 } else { both as f64 / of as f64 };
        let f1 = if truth + found == 0 { 1.0 } else { 2.0 * both as f64 / (truth + found) as f64 };
        Self { truth, found, both, precision: share(found), recall: share(truth), f1 }
    }
}

/// Means over rows of the purity and completeness of each row's cluster (B-cubed).
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct BCubed {
    /// Mean share of a row's found cluster that is in its true cluster; 1 without rows.
    pub precision: f64,
    /// Mean share of a row's true cluster that is in its found cluster; 1 without rows.
    pub recall: f64,
    /// Harmonic mean of the two.
    pub f1: f64,
}

/// Found clusters against true clusters.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ClusterScores {
    /// Rows scored.
    pub rows: u64,
    /// Pairs of rows within clusters.
    pub pairs: PairScores,
    /// By rows (Bagga and Baldwin 1998): a large cluster does not count as the square of its size.
    pub b_cubed: BCubed,
    /// Whole clusters: a found cluster is right if it has exactly the rows of a true one.
    pub clusters: PairScores,
    /// Whole clusters of more than one row.
    pub clusters_of_several: PairScores,
    /// Rows of the largest true cluster.
    pub largest_true: u64,
    /// Rows of the largest found cluster.
    pub largest_found: u64,
}

/// The rows with the same found and the same true cluster.
struct Overlap {
    /// Labels of the found and of the true cluster.
    labels: [u32; 2],
    n: u64,
    /// Numbers of rows of the found and of the true cluster.
    sizes: [u64; 2],
}

/// Compares two clusterings of the same rows, given the label of each row. A row in no cluster has a label of its own.
///
/// Further rows of a longer list are ignored.
#[must_use]
pub fn clusters(found: &[u32], truth: &[u32]) -> ClusterScores {
    let mut labels: Vec<[u32; 2]> = found.iter().zip(truth).map(|(found, truth)| [*found, *truth]).collect();
    labels.sort_unstable();
    let overlap = |rows: &[[u32; 2]]| Overlap { labels: rows[0], n: rows.len() as u64, sizes: [0; 2] };
    let mut overlaps: Vec<Overlap> = labels.chunk_by(|a, b| a == b).map(overlap).collect();
    let [found_sizes, true_sizes] = std::array::from_fn(|side| {
        let mut sizes = Sizes::default();
        overlaps.sort_unstable_by_key(|overlap| overlap.labels[side]);
        for of_one in overlaps.chunk_by_mut(|a, b| a.labels[side] == b.labels[side]) {
            let size = sizes.add(of_one);
            of_one.iter_mut().for_each(|overlap| overlap.sizes[side] = size);
        }
        sizes
    });
    let is_right = |overlap: &&Overlap| overlap.sizes == [overlap.n; 2];
    let n_right =
        |at_least: u64| overlaps.iter().filter(is_right).filter(|overlap| overlap.n >= at_least).count() as u64;
    ClusterScores {
        rows: labels.len() as u64,
        pairs: PairScores::new(true_sizes.pairs, found_sizes.pairs, overlaps.iter().map(|o| n_pairs(o.n)).sum()),
        b_cubed: b_cubed(&overlaps, labels.len() as u64),
        clusters: PairScores::new(true_sizes.clusters, found_sizes.clusters, n_right(1)),
        clusters_of_several: PairScores::new(true_sizes.of_several, found_sizes.of_several, n_right(2)),
        largest_true: true_sizes.largest,
        largest_found: found_sizes.largest,
    }
}

/// Number of pairs among `n` rows.
pub(super) fn n_pairs(n: u64) -> u64 {
    n * n.saturating_sub(1) / 2
}

/// Number and sizes of the clusters of one side.
#[derive(Default)]
struct Sizes {
    clusters: u64,
    of_several: u64,
    pairs: u64,
    largest: u64,
}

impl Sizes {
    /// Counts one cluster, given all its overlaps, and returns its size.
    fn add(&mut self, of_one: &[Overlap]) -> u64 {
        let size = of_one.iter().map(|overlap| overlap.n).sum();
        self.clusters += 1;
        self.of_several += u64::from(size > 1);
        self.pairs += n_pairs(size);
        self.largest = self.largest.max(size);
        size
    }
}

fn b_cubed(overlaps: &[Overlap], n_rows: u64) -> BCubed {
    let mean = |side: usize| {
        let mut alike: BTreeMap<(u64, u64), u64> = BTreeMap::new();
        for overlap in overlaps {
            *alike.entry((overlap.n, overlap.sizes[side])).or_default() += 1;
        }
        // Each of the n rows of an overlap shares its cluster with n rows of the overlap.
        let sum: f64 = alike.iter().map(|((n, size), times)| (n * n * times) as f64 / *size as f64).sum();
        if n_rows == 0 { 1.0 } else { sum / n_rows as f64 }
    };
    let (precision, recall) = (mean(0), mean(1));
    BCubed { precision, recall, f1: 2.0 * precision * recall / (precision + recall) }
}

/// Two rows by their indexes, and the probability that they are one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoredPair {
    /// One row.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// From 0 to 1.
    pub probability: f64,
}

/// Scores of the pairs from a probability on, before clustering.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct ThresholdScores {
    /// Lowest probability of the pairs.
    pub threshold: f64,
    /// These pairs against all true pairs.
    pub pairs: PairScores,
}

/// Scores of the pairs from each threshold on. Each pair must be given once.
///
/// `n_true_pairs` counts all true pairs, as in [`ClusterScores::pairs`], so a pair that was never compared is missed.
#[must_use]
pub fn by_threshold(
    pairs: &[ScoredPair],
    thresholds: &[f64],
    n_true_pairs: u64,
    truth: &[u32],
) -> Vec<ThresholdScores> {
    let scored = sorted(pairs, truth);
    let mut n_true_from = vec![0_u64; scored.len() + 1];
    for (index, (_, is_true)) in scored.iter().enumerate().rev() {
        n_true_from[index] = n_true_from[index + 1] + u64::from(*is_true);
    }
    let scores = |threshold: &f64| {
        let first = scored.partition_point(|(probability, _)| probability < threshold);
        let pairs = PairScores::new(n_true_pairs, (scored.len() - first) as u64, n_true_from[first]);
        ThresholdScores { threshold: *threshold, pairs }
    };
    thresholds.iter().map(scores).collect()
}

/// The pairs in a range of probabilities.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Bin {
    /// Lowest probability, inclusive.
    pub from: f64,
    /// Highest probability, exclusive; the last bin holds 1.
    pub to: f64,
    /// Pairs.
    pub pairs: u64,
    /// True pairs.
    pub both: u64,
    /// Mean probability; null without pairs.
    pub mean_probability: Option<f64>,
    /// Share of true pairs; null without pairs.
    pub share_true: Option<f64>,
    /// Lower end of that share's 95 % interval (Wilson 1927).
    pub share_low: Option<f64>,
    /// Upper end of the interval.
    pub share_high: Option<f64>,
}

/// Calibration of the probabilities.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Calibration {
    /// Number of pairs.
    pub pairs: u64,
    /// Brier score: mean squared distance between probability and truth; 0 is best. Null without pairs.
    pub brier: Option<f64>,
    /// Mean distance between mean probability and true share, over the bins weighted by their pairs; null without
    /// pairs.
    pub expected_error: Option<f64>,
    /// The reliability table: pairs by probability, with empty bins.
    pub bins: Vec<Bin>,
}

/// Computes the calibration.
#[must_use]
pub fn calibration(pairs: &[ScoredPair], truth: &[u32]) -> Calibration {
    let scored = sorted(pairs, truth);
    let first_at = |from: f64| scored.partition_point(|(probability, _)| *probability < from);
    let ends = BINS.iter().skip(1).map(|to| (*to, first_at(*to))).chain([(1.0, scored.len())]);
    let bins: Vec<Bin> =
        BINS.iter().zip(ends).map(|(from, (to, end))| bin(*from, to, &scored[first_at(*from)..end])).collect();
    let n = scored.len() as f64;
    let mean = |sum: f64| (!scored.is_empty()).then(|| sum / n);
    let square = |(probability, is_true): &(f64, bool)| {
        let distance = probability - f64::from(u8::from(*is_true));
        distance * distance
    };
    let error = |bin: &Bin| Some(bin.pairs as f64 * (bin.mean_probability? - bin.share_true?).abs());
    Calibration {
        pairs: scored.len() as u64,
        brier: mean(scored.iter().map(square).sum()),
        expected_error: mean(bins.iter().filter_map(error).sum()),
        bins,
    }
}

/// Probability and truth of each pair, lowest first. A probability that is no number counts as 0.
fn sorted(pairs: &[ScoredPair], truth: &[u32]) -> Vec<(f64, bool)> {
    let label = |row: u32| truth.get(row as usize);
    let scored = |pair: &ScoredPair| {
        let probability = if pair.probability.is_nan() { 0.0 } else { pair.probability.clamp(0.0, 1.0) };
        (probability, label(pair.a).is_some() && label(pair.a) == label(pair.b))
    };
    let mut scored: Vec<(f64, bool)> = pairs.iter().map(scored).collect();
    scored.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)));
    scored
}

fn bin(from: f64, to: f64, scored: &[(f64, bool)]) -> Bin {
    let n = scored.len() as f64;
    let both = scored.iter().filter(|(_, is_true)| *is_true).count() as u64;
    let some = |value: f64| (!scored.is_empty()).then_some(value);
    let (low, high) = wilson(both as f64, n);
    Bin {
        from,
        to,
        pairs: scored.len() as u64,
        both,
        mean_probability: some(scored.iter().map(|(probability, _)| probability).sum::<f64>() / n),
        share_true: some(both as f64 / n),
        share_low: some(low),
        share_high: some(high),
    }
}

/// The 95 % interval of a share seen as `k` of `n` (Wilson 1927), which suits small counts and shares near 0 or 1.
fn wilson(k: f64, n: f64) -> (f64, f64) {
    let z2 = Z_95 * Z_95;
    let middle = (k + z2 / 2.0) / (n + z2);
    let half = Z_95 / (n + z2) * (k * (n - k) / n + z2 / 4.0).sqrt();
    // Rounding must keep a share of 0 or 1 inside its own interval.
    let low = if k == 0.0 { 0.0 } else { middle - half };
    let high = if k == n { 1.0 } else { middle + half };
    (low, high)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clusters_are_scored_as_by_hand() {
        // True: {0 1 2} {3 4} {5}; found: {0 1} {2 3 4} {5}.
        let scores = clusters(&[7, 7, 4, 4, 4, 9], &[1, 1, 1, 2, 2, 3]);
        // True pairs 3 + 1, found 1 + 3, in both 01 and 34.
        assert_eq!(scores.pairs, PairScores::new(4, 4, 2));
        assert_eq!((scores.pairs.precision, scores.pairs.recall, scores.pairs.f1), (0.5, 0.5, 0.5));
        // Rows' purity 1 1 1/3 2/3 2/3 1; completeness 2/3 2/3 1/3 1 1 1.
        assert!((scores.b_cubed.precision - 14.0 / 18.0).abs() < 1e-15, "{scores:?}");
        assert!((scores.b_cubed.recall - 14.0 / 18.0).abs() < 1e-15, "{scores:?}");
        assert!((scores.b_cubed.f1 - 14.0 / 18.0).abs() < 1e-15, "{scores:?}");
        // Only {5} is right, and it has one row.
        assert_eq!(scores.clusters, PairScores::new(3, 3, 1));
        assert_eq!(scores.clusters_of_several, PairScores::new(2, 2, 0));
        assert_eq!((scores.rows, scores.largest_true, scores.largest_found), (6, 3, 3));
    }

    #[test]
    fn empty_lists_score_and_further_rows_of_one_list_are_ignored() {
        let none = clusters(&[], &[]);
        assert_eq!((none.pairs, none.clusters), (PairScores::new(0, 0, 0), PairScores::new(0, 0, 0)));
        assert_eq!(none.b_cubed, BCubed { precision: 1.0, recall: 1.0, f1: 1.0 });
        assert_eq!(clusters(&[1, 1, 1], &[5, 5]), clusters(&[1, 1], &[5, 5]));
    }

    fn pair(a: u32, b: u32, probability: f64) -> ScoredPair {
        ScoredPair { a, b, probability }
    }

    #[test]
    fn a_true_pair_that_was_never_compared_is_missed_at_every_threshold() {
        // True pairs 01, 02, 12 and 34; 12 was never compared.
        let truth = [1, 1, 1, 2, 2];
        let pairs = [pair(3, 4, 0.2), pair(0, 1, 0.99), pair(0, 3, 0.9), pair(2, 0, 0.9)];
        let seen = by_threshold(&pairs, &[0.1, 0.9, 0.95, 1.0], 4, &truth);
        let expected = [(0.1, 4, 3), (0.9, 3, 2), (0.95, 1, 1), (1.0, 0, 0)];
        let scores = expected
            .map(|(threshold, found, both)| ThresholdScores { threshold, pairs: PairScores::new(4, found, both) });
        assert_eq!(seen, scores);
    }

    #[test]
    fn calibration_compares_probabilities_with_true_shares() {
        let truth = [1, 1, 2, 2, 3];
        let pairs = [pair(0, 1, 1.0), pair(2, 3, 0.95), pair(0, 2, 0.91), pair(1, 4, 0.0), pair(3, 9, f64::NAN)];
        let seen = calibration(&pairs, &truth);
        let filled: Vec<(f64, f64, u64, u64)> =
            seen.bins.iter().filter(|bin| bin.pairs > 0).map(|bin| (bin.from, bin.to, bin.pairs, bin.both)).collect();
        assert_eq!(filled, [(0.0, 0.01, 2, 0), (0.9, 0.99, 2, 1), (0.999, 1.0, 1, 1)]);
        let of = |from: f64| *seen.bins.iter().find(|bin| bin.from == from).unwrap();
        assert!((of(0.9).mean_probability.unwrap() - 0.93).abs() < 1e-12, "{seen:?}");
        assert_eq!(of(0.9).share_true, Some(0.5));
        assert_eq!((of(0.5).mean_probability, of(0.5).share_low), (None, None));
        // (0 + 0.05² + 0.91² + 0 + 0) / 5, and 2 pairs in 5 that are 0.43 off.
        assert!((seen.brier.unwrap() - 0.8306 / 5.0).abs() < 1e-12, "{seen:?}");
        assert!((seen.expected_error.unwrap() - 0.172).abs() < 1e-12, "{seen:?}");
        assert_eq!(calibration(&[], &truth).brier, None);
    }

    #[test]
    fn the_interval_matches_published_values() {
        // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
        let published = [[81.0, 263.0, 0.2553, 0.3662], [15.0, 148.0, 0.0624, 0.1605]];
        let small = [[0.0, 20.0, 0.0, 0.1611], [1.0, 29.0, 0.0061, 0.1718]];
        for [k, n, low, high] in published.into_iter().chain(small) {
            let (seen_low, seen_high) = wilson(k, n);
            let is_near = (seen_low - low).abs() < 5e-5 && (seen_high - high).abs() < 5e-5;
            assert!(is_near, "{k} of {n}: {seen_low} {seen_high}");
        }
        assert_eq!(wilson(20.0, 20.0).1, 1.0);
    }

    /// Counts by comparing every two rows.
    fn naive(found: &[u32], truth: &[u32]) -> PairScores {
        let two = (0..found.len()).flat_map(|b| (0..b).map(move |a| (a, b)));
        let [n_true, n_found, n_both] = two.fold([0; 3], |[n_true, n_found, n_both], (a, b)| {
            let (is_found, is_true) = (u64::from(found[a] == found[b]), u64::from(truth[a] == truth[b]));
            [n_true + is_true, n_found + is_found, n_both + is_true * is_found]
        });
        PairScores::new(n_true, n_found, n_both)
    }

    proptest::proptest! {
        #[test]
        fn counting_by_clusters_gives_what_listing_every_pair_gives(
            labels in proptest::collection::vec((0_u32..9, 0_u32..9), 0..60),
        ) {
            let (found, truth): (Vec<u32>, Vec<u32>) = labels.iter().copied().unzip();
            let scores = clusters(&found, &truth);
            proptest::prop_assert_eq!(scores.pairs, naive(&found, &truth));
            // The order of rows and the numbers of labels change no bit.
            let back = |labels: &[u32]| labels.iter().rev().map(|label| 1000 - label).collect::<Vec<u32>>();
            proptest::prop_assert_eq!(clusters(&back(&found), &back(&truth)), scores);
            let swapped = clusters(&truth, &found);
            proptest::prop_assert_eq!(swapped.b_cubed.precision, scores.b_cubed.recall);
            proptest::prop_assert_eq!(swapped.clusters.both, scores.clusters.both);
        }

        #[test]
        fn a_higher_threshold_never_finds_more_and_the_bins_hold_every_pair(
            scored in proptest::collection::vec((0_u32..12, 0_u32..12, 0.0_f64..=1.0), 0..80),
            truth in proptest::collection::vec(0_u32..4, 12),
        ) {
            let pairs: Vec<ScoredPair> = scored.iter().map(|(a, b, p)| pair(*a, *b, *p)).collect();
            let n_true = pairs.iter().filter(|pair| truth[pair.a as usize] == truth[pair.b as usize]).count() as u64;
            let scores = by_threshold(&pairs, &THRESHOLDS, n_true + 3, &truth);
            for two in scores.windows(2) {
                proptest::prop_assert!(two[0].pairs.recall >= two[1].pairs.recall);
                proptest::prop_assert!(two[0].pairs.found >= two[1].pairs.found);
            }
            for score in &scores {
                let n_taken = pairs.iter().filter(|pair| pair.probability >= score.threshold).count() as u64;
                proptest::prop_assert_eq!(score.pairs.found, n_taken);
            }
            let bins = calibration(&pairs, &truth).bins;
            proptest::prop_assert_eq!(bins.iter().map(|bin| bin.pairs).sum::<u64>(), pairs.len() as u64);
            proptest::prop_assert_eq!(bins.iter().map(|bin| bin.both).sum::<u64>(), n_true);
            for bin in bins.iter().filter(|bin| bin.pairs > 0) {
                let mean = bin.mean_probability.unwrap();
                proptest::prop_assert!(bin.from <= mean && mean <= bin.to);
                proptest::prop_assert!(bin.share_low <= bin.share_true && bin.share_true <= bin.share_high);
            }
        }
    }
}
