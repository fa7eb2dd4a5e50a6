//! Date of birth in the future: nobody is born after the day of the import.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;12/05/2031;Chef;Marié`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "future-date", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    (case.row.born?.first > case.today).then(|| in_cell(case, Field::BirthDate))
}
