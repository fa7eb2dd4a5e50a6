//! Finds a date on another day of the week than the one written beside it.
//! Why it matters: the day or the month may be a slip.
//! Example: `mardi 3 mars 2014`, which was a Monday.

use super::*;

pub(super) const RULE: Rule = Rule::warning("weekday-differs", Check::Doubt(DoubtKind::WrongWeekday));
