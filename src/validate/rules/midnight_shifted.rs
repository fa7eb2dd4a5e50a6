//! Finds a column of dates that end late in the evening: midnights written in the time of Greenwich.
//! Why it matters: each date would be one day early, so the next day is used.
//! Example: `1980-12-31T23:00:00.000Z` for 1 January 1981.

use super::*;

pub(super) const RULE: Rule = Rule::warning("midnight-shifted", Check::Column(ColumnDoubtKind::ShiftedMidnight));
