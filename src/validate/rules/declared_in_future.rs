//! Declared in the future: an act can't be made tomorrow.
//!
//! Example: `00001/2017;05/03/2071;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "declared-in-future", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    (case.row.act.as_ref()?.declared_on? > case.today).then(|| in_cell(case, Field::DeclaredOn))
}
