//! Finds a cell with two different dates of birth.
//! Why it matters: one of them is wrong, or the row is that of two persons.
//! Example: `22/09/2014 et 23/10/2016`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("two-dates", Check::Doubt(DoubtKind::TwoDates));
