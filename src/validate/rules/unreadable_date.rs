//! Finds a date of birth that cannot be read as a date.
//! Why it matters: the date is not guessed, so the age would not be known.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;pendant la guerre;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("unreadable-date", Check::Doubt(DoubtKind::UnreadableBirthDate));
