//! Declared before the birth: one of the two dates is wrong, and the delay with it.
//!
//! Example: `00001/2017;28/02/2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "declared-before-birth", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let declared = case.row.act.as_ref()?.declared_on?;
    let born = case.row.born?;
    let shown = |field| case.raw.shown(field).into_owned();
    let args = || vec![("born", shown(Field::BirthDate)), ("declared", shown(Field::DeclaredOn))];
    (declared < born.first).then(|| Seen { args: args(), ..in_cell(case, Field::DeclaredOn) })
}
