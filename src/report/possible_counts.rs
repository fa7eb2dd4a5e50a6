//! Returns what the exact counts behind the rounded ones of a release can be.
//!
//! A rate of a release is the ratio of two rounded counts, the part and the sum of part and rest. Of 17 acts on time
//! and 12 late it is 15 of 25: 60 % for 59 %. The interval of a rate therefore holds every ratio that its counts can
//! stand for, and a quartier is said to differ from the commune only where each of them does.

use super::release_limits::{LEAST_COUNT, STEP};

/// The counts of a rate as a table shows them: the part, the rest, and the denominator of the rate. `None` is hidden as
/// under 10.
#[derive(Debug, Clone, Copy)]
pub(super) struct RateCounts {
    pub(super) part: Option<u64>,
    pub(super) rest: Option<u64>,
    pub(super) whole: u64,
    /// How far an exact count can be from the one shown; 0 if they are exact.
    pub(super) slack: u64,
}

/// How far an exact count can be from its rounded one.
pub(super) const ROUNDING: u64 = STEP / 2;
/// The same for a sum of exact counts and one that is rounded or hidden, which is rounded itself.
pub(super) const ROUNDING_OF_SUM: u64 = LEAST_COUNT / 2 + ROUNDING;

impl RateCounts {
    /// Returns the pairs of part and whole that agree with the part and the rest shown; with the whole where one of
    /// them is hidden.
    pub(super) fn possible(&self) -> Vec<(u64, u64)> {
        let Self { part, rest, whole, slack } = *self;
        if slack == 0 {
            return part.map(|part| (part, whole)).into_iter().collect();
        }
        let (parts, rests) = (possible(part, slack), possible(rest, slack));
        if part.is_some() && rest.is_some() {
            let of_part = |part: u64| rests.clone().map(move |rest| (part, part + rest));
            return parts.flat_map(of_part).collect();
        }
        let of_whole = |whole: u64| {
            let rests = rests.clone();
            parts.clone().filter(move |part| part <= &whole && rests.contains(&(whole - part))).map(move |n| (n, whole))
        };
        possible(Some(whole), slack).flat_map(of_whole).filter(|(_, whole)| *whole > 0).collect()
    }
}

/// Returns the exact counts that a shown one can stand for. 0 is shown only where it is exact.
fn possible(n: Option<u64>, slack: u64) -> std::ops::RangeInclusive<u64> {
    match n {
        None => 0..=LEAST_COUNT - 1,
        Some(0) => 0..=0,
        Some(n) => n.saturating_sub(slack).max(LEAST_COUNT)..=n + slack,
    }
}

/// Returns the lowest and the highest ratio of two exact counts that these two rounded ones can stand for.
pub(super) fn possible_ratios(part: u64, whole: u64) -> (f64, f64) {
    let ratio = |part: u64, whole: u64| (part as f64 / whole.max(1) as f64).min(1.0);
    let (part, whole) = (possible(Some(part), ROUNDING), possible(Some(whole), ROUNDING));
    (ratio(*part.start(), *whole.end()), ratio(*part.end(), *whole.start()))
}
