//! Number of the act missing: without a number the act can't be found in the paper register.
//!
//! Example: `sans;05/03/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "act-number-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    case.row.act.as_ref()?.act.is_none().then(|| in_cell(case, Field::ActNumber))
}
