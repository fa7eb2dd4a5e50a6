//! Finds a column in which a spreadsheet exchanged day and month of the cells that it took for dates.
//! Why it matters: these dates are read with day and month exchanged back.
//! Example: the text `13/05/1987` beside real dates that all have a day up to 12.

use super::*;

pub(super) const RULE: Rule = Rule::warning("dates-swapped", Check::Column(ColumnDoubtKind::SwappedDates));
