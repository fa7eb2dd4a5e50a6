//! Event in the future: nothing is registered before it happened.
//!
//! Example: `Décès;12/03/2081;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "event-in-future", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    (case.row.event.as_ref()?.on? > case.today).then(|| in_cell(case, Field::EventDate))
}
