//! Finds an age that cannot be read, of a person without a date of birth.
//! Why it matters: the age is not guessed, so the year of birth is not known.
//! Example: `adulte` or `6/12` in the column of ages.

use super::*;

pub(super) const RULE: Rule = Rule::warning("unreadable-age", Check::Doubt(DoubtKind::UnreadableAge));
