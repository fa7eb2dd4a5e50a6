//! Finds a date of birth that is in no calendar.
//! Why it matters: a wrong date gives a wrong age.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;31/04/1961;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("impossible-date", Check::Doubt(DoubtKind::ImpossibleBirthDate));
