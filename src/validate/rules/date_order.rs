//! Finds a column of dates in another order than day, month, year.
//! Why it matters: every date of the column is read in that order.
//! Example: `05/13/1987` and `02/25/1991` in one column.

use super::*;

pub(super) const RULE: Rule = Rule::warning("date-order", Check::Column(ColumnDoubtKind::DateOrder));
