//! Finds a date whose day and month may be exchanged, in a column that has both orders.
//! Why it matters: the wrong order gives a wrong date, so the year alone is used.
//! Example: `04/05/1979` in a column with `25/02/1991` and `02/25/1991`.

use super::*;

pub(super) const RULE: Rule = Rule::warning("date-order-unsure", Check::Doubt(DoubtKind::DateOrderUnsure));
