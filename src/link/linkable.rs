//! The trait of rows that can be linked: their comparisons, their levels, the pairs that must not be linked.

use rayon::prelude::*;

use super::comparison::{Comparison, MOST_COMPARISONS, Pattern};
use super::names::PartPairs;

/// Rows that can be linked.
pub(super) trait Linkable: Sync {
    fn len(&self) -> usize;
    fn comparisons(&self) -> &[Comparison];
    /// The levels of a pair, where a prefilter has found which parts of the two names could be `similar`.
    fn compare_similar(&self, a: u32, b: u32, similar: PartPairs) -> Pattern;
    fn compare(&self, a: u32, b: u32) -> Pattern {
        self.compare_similar(a, b, PartPairs::ALL)
    }
    /// Adjustment for rare and common values, in bits, by comparison.
    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS];
    /// Whether the levels of a pair show that it is two persons.
    fn contradicts(&self, _: Pattern) -> bool {
        false
    }
    /// Whether the levels show two persons whatever further evidence on the household is found.
    fn cannot_match(&self, _: Pattern) -> bool {
        false
    }
    /// Whether two rows are two persons whatever their levels.
    fn must_not_link(&self, _: u32, _: u32) -> bool {
        false
    }
    /// A number that two rows of one person never share (their fiche, their table).
    fn group(&self, row: u32) -> Option<u32>;
    /// Whether two rows may be linked as far as their groups show.
    fn may_link(&self, a: u32, b: u32) -> bool {
        let group = self.group(a);
        group.is_none() || group != self.group(b)
    }
    /// Hash of the values of a row. It does not depend on other rows.
    fn hash(&self, row: u32) -> u64;
}

pub(super) fn compare_all(rows: &dyn Linkable, pairs: &[(u32, u32)]) -> Vec<Pattern> {
    pairs.par_iter().with_min_len(1024).map(|(a, b)| rows.compare(*a, *b)).collect()
}
