//! Born after the census: the sheet may have been completed later, or the year is wrong.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/2018;fils;C`

use chrono::Datelike;

use crate::finding::Severity;
use crate::record::{Field, Kind};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "born-after-round", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let (born, round) = (case.row.born?, case.row.seen_in?);
    let after = case.row.kind() == Kind::Census && born.first.year() > round && born.first <= case.today;
    after.then(|| Seen { args: vec![("year", round.to_string())], ..in_cell(case, Field::BirthDate) })
}
