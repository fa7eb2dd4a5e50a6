//! Comparisons, their levels, and the pattern of levels of a pair.

use std::collections::BTreeMap;

/// Most comparisons of two rows.
pub(super) const MOST_COMPARISONS: usize = 16;

/// The levels of one comparison: their names, and the shipped probabilities of levels 1 and up in each class of pairs.
///
/// Level 0 is always `missing`: one of the two rows has no value. It weighs nothing.
#[derive(Debug, Clone, Copy)]
pub(super) struct LevelSet {
    pub(super) names: &'static [&'static str],
    /// How often each level occurs among pairs of one person.
    pub(super) m: &'static [f64],
    /// How often among pairs of relatives.
    pub(super) relatives: &'static [f64],
    /// How often among pairs of strangers.
    pub(super) u: &'static [f64],
}

/// One thing compared of two rows.
#[derive(Debug, Clone)]
pub(super) struct Comparison {
    pub(super) name: String,
    pub(super) levels: LevelSet,
}

/// The levels of a pair, four bits each, first comparison lowest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub(super) struct Pattern(pub(super) u64);

/// For each pattern how often it occurs.
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
