//! Event before the birth: nobody dies, moves or marries before being born.
//!
//! Example: `Décès;12/03/2017;MBALA;LEMA;Bruno;M;05/03/2018;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "event-before-birth", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let on = case.row.event.as_ref()?.on?;
    (case.row.born?.first > on).then(|| in_cell(case, Field::EventDate))
}
