//! Finds an event dated after the day of the run.
//!
//! Why it matters: no event is registered before it takes place, so the date is wrong.
//! Example: `Décès;12/03/2081;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::Field;
use crate::validate::rule::{Check, RowHit, RowInput, Rule, cell_hit};

pub(super) const RULE: Rule = Rule { id: "event-in-future", severity: Severity::Error, check: Check::Row(check) };

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    (input.row.event.as_ref()?.on? > input.today).then(|| cell_hit(input, Field::EventDate))
}
