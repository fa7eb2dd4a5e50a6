//! Finds a cell with a formula error.
//! Why it matters: the value is lost.
//! Example: `#REF!` in the column of the sex.

use super::*;

pub(super) const RULE: Rule = Rule::warning("error-cell", Check::Doubt(DoubtKind::ErrorCell));
