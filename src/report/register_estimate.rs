//! Estimates precision and recall of a register from a random sample of pairs, with 95 % intervals.
//!
//! The pairs of a register lie in layers of known size ([`SampledLayer`]); a sample is drawn in each. The bounds of a
//! layer are exact: it is finite and drawn without replacement, so the true pairs in the sample follow the
//! hypergeometric law (Wright 1991, *Exact Confidence Bounds when Sampling from Small Finite Universes*). They hold
//! with few errors and with none, where a normal approximation fails. The bounds of a sum of layers come from those of
//! each layer by the method of variance estimates recovery (Zou and Donner 2008, Statistics in Medicine 27:1693), those
//! of a ratio by its form for ratios (Donner and Zou 2012, Statistical Methods in Medical Research 21:347).

use std::collections::BTreeMap;

use crate::record::SampledPair;

/// Probability outside the interval, at each of its two ends.
const TAIL: f64 = 0.025;

/// The pairs of one layer of a register and the judged pairs of its sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SampledLayer {
    /// Whether the pairs are one person in the register.
    is_merged: bool,
    /// Pairs of the layer in the register.
    n_pairs: u64,
    /// Pairs of the sample on which a person ruled.
    n_judged: u64,
    /// Of these, pairs ruled one person.
    n_same: u64,
}

/// A share and its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ShareEstimate {
    /// The best guess.
    pub share: f64,
    /// Lower end of the interval.
    pub low: f64,
    /// Upper end of the interval.
    pub high: f64,
}

/// Precision and recall of a register by its sample.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegisterEstimate {
    /// Share of the merged pairs that are one person.
    pub precision: ShareEstimate,
    /// Share of the compared pairs of one person that are merged. Pairs that were never compared, or that scored below
    /// the review threshold, are not in it.
    pub recall: ShareEstimate,
}

/// Number of true pairs: the best guess and the two bounds.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Total {
    guess: f64,
    low: f64,
    high: f64,
}

/// The last sample of a register on which people ruled.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegisterSample {
    /// The generation that the sample was drawn from.
    pub generation: u64,
    /// Pairs with a ruling.
    pub n_judged: u64,
    /// Pairs without one.
    pub n_open: u64,
    /// The estimate.
    pub estimate: RegisterEstimate,
}

/// Returns the estimate of the last generation with a ruling on a sampled pair. A pair of several samples counts once.
#[must_use]
pub fn last_sample(pairs: &[SampledPair]) -> Option<RegisterSample> {
    let generation = pairs.iter().filter(|pair| pair.same.is_some()).map(|pair| pair.layer.generation).max()?;
    let mut rulings: BTreeMap<_, Option<bool>> = BTreeMap::new();
    for pair in pairs.iter().filter(|pair| pair.layer.generation == generation) {
        let ruling = rulings.entry((&pair.layer, &pair.places)).or_default();
        *ruling = ruling.or(pair.same);
    }
    let mut layers: BTreeMap<&str, SampledLayer> = BTreeMap::new();
    let mut n_ruled = 0;
    for ((layer, _), same) in &rulings {
        n_ruled = layer.n_ruled;
        let (is_merged, n_pairs) = (layer.is_merged(), layer.n_pairs);
        let counted =
            layers.entry(layer.name.as_str()).or_insert(SampledLayer { is_merged, n_pairs, n_judged: 0, n_same: 0 });
        counted.n_judged += u64::from(same.is_some());
        counted.n_same += u64::from(*same == Some(true));
    }
    // What a person ruled the same is known.
    let known = SampledLayer { is_merged: true, n_pairs: n_ruled, n_judged: n_ruled, n_same: n_ruled };
    let n_judged = rulings.values().filter(|same| same.is_some()).count() as u64;
    let estimate = estimate(&layers.into_values().chain([known]).collect::<Vec<_>>())?;
    Some(RegisterSample { generation, n_judged, n_open: rulings.len() as u64 - n_judged, estimate })
}

/// Returns the estimate; `None` if no merged pair was judged.
fn estimate(layers: &[SampledLayer]) -> Option<RegisterEstimate> {
    let is_judged = |layer: &&SampledLayer| layer.n_pairs > 0 && layer.n_judged > 0;
    let of = |is_merged: bool| {
        let layers = layers.iter().filter(move |layer| layer.is_merged == is_merged);
        let n_pairs: u64 = layers.clone().map(|layer| layer.n_pairs).sum();
        let judged: Vec<&SampledLayer> = layers.filter(is_judged).collect();
        let n_judged: u64 = judged.iter().map(|layer| layer.n_pairs).sum();
        // A layer in which nobody judged a pair may hold anything.
        let unknown = (n_pairs - n_judged) as f64;
        let sum = sum_of(&judged.into_iter().map(total_of).collect::<Vec<_>>());
        (n_pairs, n_judged, Total { high: sum.high + unknown, ..sum })
    };
    let (n_merged, n_judged, same_merged) = of(true);
    let (_, _, same_apart) = of(false);
    if n_judged == 0 {
        return None;
    }
    let share = |n: f64| (n / n_merged as f64).clamp(0.0, 1.0);
    let guess = (same_merged.guess / n_judged as f64).clamp(0.0, 1.0);
    let precision = ShareEstimate { share: guess, low: share(same_merged.low), high: share(same_merged.high) };
    let missed = ratio_of(same_apart, Total { guess: guess * n_merged as f64, ..same_merged });
    // The missed pairs for each merged one: recall falls as they rise.
    let recall = |missed: f64| 1.0 / (1.0 + missed);
    let recall = ShareEstimate { share: recall(missed.guess), low: recall(missed.high), high: recall(missed.low) };
    Some(RegisterEstimate { precision, recall })
}

/// Returns the true pairs of a layer, with exact bounds.
fn total_of(layer: &SampledLayer) -> Total {
    let SampledLayer { n_pairs, n_judged, n_same, .. } = *layer;
    let guess = n_same as f64 / n_judged as f64 * n_pairs as f64;
    let (least, most) = (n_same, n_pairs - (n_judged - n_same));
    let at_least = |n_true: u64| tail(n_pairs, n_true, n_judged, n_same..=n_judged);
    let at_most = |n_true: u64| tail(n_pairs, n_true, n_judged, 0..=n_same);
    let low = if n_same == 0 { 0 } else { first(least, most, |n_true| at_least(n_true) > TAIL) };
    let high = if n_same == n_judged { n_pairs } else { first(least, most, |n_true| at_most(n_true) <= TAIL) };
    // `first` gives the first number that is too high, or the last of all.
    let high = if n_same < n_judged && at_most(high) <= TAIL { high.saturating_sub(1).max(least) } else { high };
    Total { guess, low: low as f64, high: high as f64 }
}

/// Returns the first number from `low` to `high` that passes; `high` if none does. Once passed, all later ones pass.
fn first(mut low: u64, mut high: u64, passes: impl Fn(u64) -> bool) -> u64 {
    while low < high {
        let middle = low + (high - low) / 2;
        if passes(middle) { high = middle } else { low = middle + 1 }
    }
    high
}

/// Returns the probability that a sample of `n` of `n_pairs`, of which `n_true` are true, holds a number of true ones
/// in the range.
fn tail(n_pairs: u64, n_true: u64, n: u64, range: std::ops::RangeInclusive<u64>) -> f64 {
    let all = ln_choose(n_pairs, n);
    let is_possible = |k: &u64| *k <= n_true && *k <= n && n - *k <= n_pairs - n_true;
    range.filter(is_possible).map(|k| (ln_choose(n_true, k) + ln_choose(n_pairs - n_true, n - k) - all).exp()).sum()
}

fn ln_choose(n: u64, k: u64) -> f64 {
    ln_factorial(n) - ln_factorial(k) - ln_factorial(n - k)
}

/// Returns the logarithm of n!: by sum for small numbers, else by Stirling's series.
fn ln_factorial(n: u64) -> f64 {
    if n < 32 {
        return (2..=n).map(|i| (i as f64).ln()).sum();
    }
    let x = n as f64 + 1.0;
    let series = 1.0 / (12.0 * x) - 1.0 / (360.0 * x.powi(3)) + 1.0 / (1260.0 * x.powi(5));
    (x - 0.5) * x.ln() - x + 0.5 * (2.0 * std::f64::consts::PI).ln() + series
}

/// Adds independent totals.
fn sum_of(totals: &[Total]) -> Total {
    let guess: f64 = totals.iter().map(|total| total.guess).sum();
    let below: f64 = totals.iter().map(|total| (total.guess - total.low).powi(2)).sum();
    let above: f64 = totals.iter().map(|total| (total.high - total.guess).powi(2)).sum();
    Total { guess, low: (guess - below.sqrt()).max(0.0), high: guess + above.sqrt() }
}

/// Divides two independent totals.
fn ratio_of(x: Total, y: Total) -> Total {
    let product = x.guess * y.guess;
    let bound = |x_bound: f64, y_bound: f64, sign: f64| {
        let divisor = y_bound * (2.0 * y.guess - y_bound);
        let under = product * product - x_bound * (2.0 * x.guess - x_bound) * divisor;
        (product + sign * under.max(0.0).sqrt()) / divisor
    };
    // A divisor that may be 0 leaves the ratio open.
    if y.low <= 0.0 || y.high >= 2.0 * y.guess {
        return Total { guess: if y.guess > 0.0 { x.guess / y.guess } else { 0.0 }, low: 0.0, high: f64::INFINITY };
    }
    let (low, high) = (bound(x.low, y.high, -1.0), bound(x.high, y.low, 1.0));
    Total { guess: x.guess / y.guess, low: low.max(0.0), high }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn layer(is_merged: bool, n_pairs: u64, n_judged: u64, n_same: u64) -> SampledLayer {
        SampledLayer { is_merged, n_pairs, n_judged, n_same }
    }

    #[test]
    fn the_bounds_of_a_layer_are_those_of_the_hypergeometric_law() {
        // By counting: of 10 pairs 3 are drawn and 1 is true. P(at least 1 | 1 true) = 0.3, P(at most 1 | 8) = 0.0667,
        // P(at most 1 | 9) = 0 (two false are needed).
        let total = total_of(&layer(true, 10, 3, 1));
        assert_eq!((total.low, total.high), (1.0, 8.0));
        // All were judged: nothing is left open.
        assert_eq!(total_of(&layer(true, 50, 50, 48)), Total { guess: 48.0, low: 48.0, high: 48.0 });
        // For a large layer the bounds are those of Clopper and Pearson: 0 of 100 gives 0 to 0.0362, 1 of 29 gives
        // 0.0009 to 0.1776 (Newcombe 1998, table I, method 5).
        let n = 10_000_000;
        let share = |total: Total| (total.low / n as f64, total.high / n as f64);
        let (low, high) = share(total_of(&layer(true, n, 100, 0)));
        assert!(low == 0.0 && (high - 0.0362).abs() < 5e-5, "{low} {high}");
        let (low, high) = share(total_of(&layer(true, n, 29, 1)));
        assert!((low - 0.0009).abs() < 5e-5 && (high - 0.1776).abs() < 5e-5, "{low} {high}");
        let (low, high) = share(total_of(&layer(true, n, 29, 29)));
        assert!((low - (1.0 - 0.1194)).abs() < 5e-5 && high == 1.0, "{low} {high}");
    }

    #[test]
    fn one_layer_of_each_side_gives_its_shares() {
        let seen = estimate(&[layer(true, 1_000, 100, 99), layer(false, 200, 100, 10)]).unwrap();
        assert!((seen.precision.share - 0.99).abs() < 1e-12);
        assert!((seen.recall.share - 990.0 / 1_010.0).abs() < 1e-12);
        for share in [seen.precision, seen.recall] {
            assert!(0.0 < share.low && share.low < share.share && share.share < share.high && share.high < 1.0);
        }
        // Everything judged, nothing open.
        let all = estimate(&[layer(true, 100, 100, 90), layer(false, 20, 20, 10)]).unwrap();
        assert_eq!(all.precision, ShareEstimate { share: 0.9, low: 0.9, high: 0.9 });
        assert!((all.recall.low - 0.9).abs() < 1e-12 && (all.recall.high - 0.9).abs() < 1e-12);
    }

    #[test]
    fn the_last_generation_with_a_ruling_counts_and_a_pair_counts_once() {
        use crate::record::SampleLayer;
        let pair = |generation, name: &str, row: i64, same| {
            let layer = SampleLayer { generation, name: name.to_owned(), n_pairs: 10, n_ruled: 5 };
            SampledPair { layer, places: [row, row + 1].map(|row| ("a.csv".into(), String::new(), row)), same }
        };
        let pairs = [
            pair(1, "merged-0.9", 1, Some(false)),
            pair(2, "merged-0.9", 1, None),
            pair(2, "merged-0.9", 1, Some(true)),
            pair(2, "merged-0.9", 3, Some(true)),
            pair(2, "apart-0.1", 5, None),
            pair(3, "merged-0.9", 1, None),
        ];
        let seen = last_sample(&pairs).unwrap();
        assert_eq!((seen.generation, seen.n_judged, seen.n_open), (2, 2, 1));
        assert_eq!((seen.estimate.precision.share, seen.estimate.precision.high), (1.0, 1.0));
        // Nobody ruled on the ten pairs apart: all may be missed.
        assert!(seen.estimate.recall.low < 0.6, "{seen:?}");
        assert_eq!(last_sample(&pairs[5..]), None);
    }

    #[test]
    fn a_layer_without_ruling_widens_the_interval_and_no_ruling_gives_none() {
        assert_eq!(estimate(&[layer(true, 1_000, 0, 0), layer(false, 10, 5, 1)]), None);
        let known = estimate(&[layer(true, 900, 100, 100), layer(true, 100, 50, 50)]).unwrap();
        let open = estimate(&[layer(true, 900, 100, 100), layer(true, 100, 0, 0)]).unwrap();
        assert!(open.precision.low < known.precision.low && open.precision.high == 1.0);
    }

    /// Splitmix64 (Steele, Lea, Flood 2014).
    fn next(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let z = (*state ^ (*state >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Draws `n` of `n_pairs` without replacement and returns how many of the `n_true` true pairs are among them.
    fn draw(state: &mut u64, n_pairs: u64, n_true: u64, n: u64) -> u64 {
        let (mut same, mut left_true) = (0, n_true);
        for drawn in 0..n {
            if next(state) % (n_pairs - drawn) < left_true {
                left_true -= 1;
                same += 1;
            }
        }
        same
    }

    /// Whether the pairs of a layer are merged, how many there are, how many of them are true, how many are judged.
    type TrueLayer = (bool, u64, u64, u64);

    #[test]
    fn the_intervals_hold_the_truth_in_93_of_100_draws_in_every_kind_of_register() {
        // Layers as (merged, pairs, true pairs, judged pairs): from a good to a bad register, with layers of few pairs.
        let registers: [&[TrueLayer]; 4] = [
            &[
                (true, 100_000, 99_990, 90),
                (true, 2_000, 1_980, 50),
                (true, 300, 280, 30),
                (false, 900, 200, 60),
                (false, 3_000, 300, 70),
            ],
            &[(true, 90_000, 90_000, 120), (true, 400, 396, 40), (false, 500, 20, 140)],
            &[(true, 20_000, 19_800, 100), (true, 1_000, 700, 60), (true, 30, 10, 20), (false, 4_000, 800, 120)],
            &[(true, 5_000, 4_000, 150), (false, 5_000, 1_000, 150)],
        ];
        let mut state = 1;
        for layers in registers {
            let sum = |is_merged: bool, of: &dyn Fn(&TrueLayer) -> u64| -> f64 {
                layers.iter().filter(|layer| layer.0 == is_merged).map(of).sum::<u64>() as f64
            };
            let n_true = sum(true, &|layer| layer.2);
            let precision = n_true / sum(true, &|layer| layer.1);
            let recall = n_true / (n_true + sum(false, &|layer| layer.2));
            let n_draws = 600;
            let mut n_held = [0; 2];
            for _ in 0..n_draws {
                let mut judged = |(is_merged, n_pairs, n_true, n): &TrueLayer| {
                    layer(*is_merged, *n_pairs, *n, draw(&mut state, *n_pairs, *n_true, *n))
                };
                let seen = estimate(&layers.iter().map(&mut judged).collect::<Vec<_>>()).unwrap();
                for (held, (truth, seen)) in n_held.iter_mut().zip([(precision, seen.precision), (recall, seen.recall)])
                {
                    *held += u32::from((seen.low - 1e-12..=seen.high + 1e-12).contains(&truth));
                }
            }
            assert!(n_held.iter().all(|held| *held >= 558), "{n_held:?} of {n_draws}: {layers:?}");
        }
    }
}
