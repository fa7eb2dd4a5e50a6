//! What the engine needs of rows in order to link them.

use rayon::prelude::*;

use super::comparison::{Comparison, MOST_COMPARISONS, Pattern};
use super::part_pairs::PartPairs;

/// Rows that can be linked.
pub(super) trait Linkable: Sync {
    /// Number of rows.
    fn len(&self) -> usize;
    /// The comparisons of a pair.
    fn comparisons(&self) -> &[Comparison];
    /// The levels of a pair.
    fn compare(&self, a: u32, b: u32) -> Pattern;
    /// The levels of a pair, where a prefilter has found which parts of the two names could be similar.
    fn compare_similar(&self, a: u32, b: u32, similar: PartPairs) -> Pattern {
        let _ = similar;
        self.compare(a, b)
    }
    /// Adjustment for rare and common values, in bits, by comparison.
    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS];
    /// Whether the levels of a pair say that it is two persons.
    fn contradicts(&self, pattern: Pattern) -> bool;
    /// Whether the levels say so whatever further evidence on the household is found.
    fn cannot_match(&self, pattern: Pattern) -> bool {
        self.contradicts(pattern)
    }
    /// Whether two rows are two persons whatever their levels.
    fn must_not_link(&self, a: u32, b: u32) -> bool;
    /// A number that two rows of one person never share (their fiche, their table).
    fn group(&self, row: u32) -> Option<u32>;
    /// Hash of the values of a row. It does not depend on other rows.
    fn hash(&self, row: u32) -> u64;
}

/// The levels of each pair.
pub(super) fn compare_all(rows: &dyn Linkable, pairs: &[(u32, u32)]) -> Vec<Pattern> {
    pairs.par_iter().with_min_len(1024).map(|(a, b)| rows.compare(*a, *b)).collect()
}
