//! Finds a child that was born dead.
//! Why it matters: it is neither a live birth in the rate of declared births nor a resident.
//! Example: `Pascaline mort-née`, `né sans vie` in the column of remarks.

use super::*;

pub(super) const RULE: Rule = Rule::error("stillborn", Check::Doubt(DoubtKind::Stillborn));
