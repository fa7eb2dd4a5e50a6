//! Finds a year or a date in the column of ages.
//! Why it matters: it was read as the date of birth, but it may be something else.
//! Example: `1987` in the column "Âge".

use super::*;

pub(super) const RULE: Rule = Rule::warning("date-instead-of-age", Check::Doubt(DoubtKind::DateInsteadOfAge));
