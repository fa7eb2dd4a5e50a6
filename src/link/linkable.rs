//! The trait of rows that can be linked: their comparisons, their levels, the pairs that must not be linked.

use rayon::prelude::*;

use super::comparison::{MOST_COMPARISONS, Pattern};
use super::contradiction::{Contradiction, WeakEvidence};
use super::model::PairKind;
use super::names::PartPairs;

/// Rows that can be linked.
pub(super) trait Linkable: Sync {
    fn len(&self) -> usize;
    /// The kinds of pairs; the first is that of patterns without a kind.
    fn pair_kinds(&self) -> Vec<PairKind>;
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
    /// Whether the levels alone show a contradiction, for learning.
    fn is_contradicted(&self, _: Pattern) -> bool {
        false
    }
    /// The pattern without the levels that a contradiction comes from; `None` if there are none. A contradicted pair
    /// goes to review if it would be linked without them.
    fn without_contradiction(&self, _: Pattern) -> Option<Pattern> {
        None
    }
    /// Why two rows cannot be one person, whatever else agrees. Only a person's ruling joins them.
    fn contradiction(&self, _: u32, _: u32) -> Option<Contradiction> {
        None
    }
    /// Whether a pair that can be linked shows that two persons with this contradiction between other rows are one.
    fn explains(&self, _: (u32, u32), _: Contradiction) -> bool {
        false
    }
    /// Whether two rows show that such a contradiction between other rows of one person is none: rows that are linked
    /// already, or that a link would bring together.
    fn settles(&self, _: (u32, u32), _are_linked: bool, _: Contradiction) -> bool {
        false
    }
    /// Hash of the values of a row that contradictions depend on, its household left out.
    fn traits(&self, row: u32) -> u64 {
        self.hash(row)
    }
    /// Whether links show why a pair was kept apart.
    fn shows_reasons(&self) -> bool {
        false
    }
    /// Whether two rows agree too little to link them: a person must decide.
    fn weak_evidence(&self, _: u32, _: u32, _: Pattern) -> Option<WeakEvidence> {
        None
    }
    /// Number of rows below which no weights are learnt: the shipped ones hold.
    fn least_to_learn(&self) -> usize {
        0
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
