//! Finds an event whose day is missing or unreadable.
//!
//! Why it matters: only the year of the register tells when the event took place.
//! Example: `Décès;;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::Field;
use crate::validate::rule::{Check, RowHit, RowInput, Rule, cell_hit};

pub(super) const RULE: Rule = Rule { id: "event-date-missing", severity: Severity::Warning, check: Check::Row(check) };

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    input.row.event.as_ref()?.on.is_none().then(|| cell_hit(input, Field::EventDate))
}
