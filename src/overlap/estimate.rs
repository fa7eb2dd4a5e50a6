//! Estimates how many persons two communes share from how often each pair was found: capture and recapture.
//!
//! Each pass, and each kind of evidence, is an occasion on which a shared person can be caught. Who is caught once says
//! how many were never caught (Chao 1987, "Estimating the population size for capture-recapture data with unequal
//! catchability"). Passes depend on one another, because they share parts: counted by pass the estimate is rather low,
//! by kind of evidence rather high. The estimate is the mean of the two; the interval goes from the lower of their low
//! ends to the higher of their high ends.

use super::join::PassSet;

/// A count with its interval.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct CountInterval {
    pub(crate) low: f64,
    pub(crate) estimate: f64,
    pub(crate) high: f64,
}

/// Chao's estimate of those who were never caught, with the ends of its interval of 95 %.
fn never_caught(once: f64, twice: f64) -> CountInterval {
    // The form without bias, which is defined where nobody was caught twice.
    let estimate = once * (once - 1.0).max(0.0) / (2.0 * (twice + 1.0));
    let ratio = once / twice.max(1.0);
    let variance = twice.max(1.0) * (0.25 * ratio.powi(4) + ratio.powi(3) + 0.5 * ratio.powi(2));
    if estimate <= 0.0 {
        return CountInterval { low: 0.0, estimate: 0.0, high: variance.sqrt() * 1.96 };
    }
    let spread = (1.96 * (1.0 + variance / (estimate * estimate)).ln().sqrt()).exp();
    CountInterval { low: estimate / spread, estimate, high: estimate * spread }
}

/// The number of shared persons, from the passes of the pairs that were found.
pub(crate) fn count_interval(pairs: impl Iterator<Item = PassSet> + Clone) -> CountInterval {
    let n = pairs.clone().count() as f64;
    let caught = |times: u32, of: fn(PassSet) -> u32| pairs.clone().filter(|set| of(*set) == times).count() as f64;
    let by_pass = never_caught(caught(1, PassSet::len), caught(2, PassSet::len));
    let by_kind = never_caught(caught(1, PassSet::n_kinds), caught(2, PassSet::n_kinds));
    CountInterval {
        low: n + by_pass.low.min(by_kind.low),
        estimate: n + (by_pass.estimate + by_kind.estimate) / 2.0,
        high: n + by_pass.high.max(by_kind.high),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_estimate_of_those_never_caught_is_that_of_chao() {
        // 18 caught once and 14 twice: f1 (f1 - 1) / (2 (f2 + 1)) = 10.2.
        let never = never_caught(18.0, 14.0);
        assert!((never.estimate - 10.2).abs() < 0.01, "{never:?}");
        assert!(never.low > 2.0 && never.low < 5.0 && never.high > 20.0 && never.high < 40.0, "{never:?}");
        assert_eq!(never_caught(0.0, 5.0).estimate, 0.0);
        assert!(never_caught(3.0, 0.0).high > 3.0);
    }

    #[test]
    fn persons_caught_at_random_are_counted() {
        // 1,000 persons; each kind of evidence catches a person with its own probability.
        let mut state = 7_u64;
        let mut unit = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 11) as f64 / (1_u64 << 53) as f64
        };
        let mut n_covered = 0;
        for _ in 0..50 {
            let mut sets = Vec::new();
            for _ in 0..1_000 {
                let kinds = [(0b00001, 0.7), (0b10010, 0.8), (0b01100, 0.85)];
                let set = kinds.iter().filter(|(_, share)| unit() < *share).map(|(kind, _)| kind).sum();
                sets.extend((set != 0).then_some(PassSet(set)));
            }
            let count = count_interval(sets.iter().copied());
            assert!(count.low <= count.estimate && count.estimate <= count.high);
            n_covered += usize::from((count.low..=count.high).contains(&1_000.0));
        }
        assert!(n_covered >= 47, "{n_covered} of 50");
        let none = count_interval(std::iter::empty());
        assert_eq!((none.low, none.estimate), (0.0, 0.0));
    }
}
