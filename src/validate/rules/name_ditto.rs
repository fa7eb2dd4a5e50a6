//! Finds a word inside a name that stands for the name of the row above.
//! Why it matters: which part of the name above is meant is not known. A whole cell of this kind takes the value above.
//! Example: `idem NGOMA` in the column of the nom.

use super::*;

pub(super) const RULE: Rule = Rule::error("name-ditto", Check::Doubt(DoubtKind::NameDitto));
