//! Finds a remark that says that the person is dead or has left, or that the row is a double of another.
//! Why it matters: the person would be counted among the residents, or twice. The row is kept: a remark is no decision.
//! Example: `décédé 2016`, `partie en Angola`, `doublon avec n° 3` in the column of remarks.

use super::*;

pub(super) const RULE: Rule = Rule::warning("remark-against-row", Check::Doubt(DoubtKind::RemarkAgainstRow));
