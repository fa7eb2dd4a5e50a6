//! Day of the event missing or unreadable: the year of the register alone tells when it was.
//!
//! Example: `Décès;;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "event-date-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    case.row.event.as_ref()?.on.is_none().then(|| in_cell(case, Field::EventDate))
}
