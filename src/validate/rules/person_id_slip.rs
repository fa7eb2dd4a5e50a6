//! Identifier copied wrongly: its check character does not fit, so that the event would be another person's.
//!
//! Example: `Décès;12/03/2018;P-02QK-T2JE-1;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::{Field, read_id};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "person-id-slip", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let typed = &case.row.event.as_ref()?.person_id;
    (!typed.is_empty() && read_id(typed).is_none_or(|id| !id.starts_with('P'))).then(|| in_cell(case, Field::PersonId))
}
