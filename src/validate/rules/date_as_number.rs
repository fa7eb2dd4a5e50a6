//! Finds a date of birth that was read from a bare number of days.
//! Why it matters: the cell has lost its date format; the number was read as a date, but it may be something else.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;22562;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("date-as-number", Check::Doubt(DoubtKind::BirthDateAsNumber));
