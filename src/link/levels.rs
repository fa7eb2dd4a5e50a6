//! What is compared, how far two rows can agree on it, and a pair's levels packed in one number.

use std::collections::BTreeMap;

/// Most things that can be compared of two rows.
pub const MOST_COMPARISONS: usize = 16;

/// One thing compared: the names of its levels (0 is always "one of the two does not say") and the shipped likelihoods
/// of levels 1 and up: how often each is met among rows of one person, of two relatives, of two strangers.
#[derive(Debug, Clone, Copy)]
pub(super) struct Likelihoods {
    pub(super) levels: &'static [&'static str],
    pub(super) m: &'static [f64],
    pub(super) relatives: &'static [f64],
    pub(super) u: &'static [f64],
}

/// A comparison and its name.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    pub(super) name: String,
    pub(super) of: Likelihoods,
}

/// The levels of a pair, four bits each, first comparison lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Pattern(pub(super) u64);

/// Patterns of levels, each with how often it was met.
pub(super) type Patterns = BTreeMap<Pattern, u64>;

impl Pattern {
    pub(super) fn level(self, comparison: usize) -> u8 {
        (self.0 >> (4 * comparison)) as u8 & 15
    }

    #[must_use]
    pub(super) fn with(self, comparison: usize, level: u8) -> Self {
        let place = 4 * comparison;
        Self(self.0 & !(15 << place) | u64::from(level & 15) << place)
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
