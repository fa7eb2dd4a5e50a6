//! Finds a day that stands for "unknown" in a column of dates.
//! Why it matters: the persons would all be born on that day.
//! Example: `01/01/1900` in several rows.

use super::*;

pub(super) const RULE: Rule = Rule::warning("filler-date", Check::Column(ColumnDoubtKind::FillerDate));
