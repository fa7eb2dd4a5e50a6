//! Day of declaration missing: whether the birth was declared on time can't be said.
//!
//! Example: `00001/2017;;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use crate::finding::Severity;
use crate::record::{DoubtKind, Field};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "declaration-date-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let act = case.row.act.as_ref()?;
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnreadableDeclarationDate);
    (act.declared_on.is_none() && !doubted).then(|| in_cell(case, Field::DeclaredOn))
}
