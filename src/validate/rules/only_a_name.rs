//! Nothing but a name: it is often a title or a note in the column of names.
//!
//! Example: `1;Boma;Lodja;12;SUITE PAGE 2;;;;;;`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::Seen;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "only-a-name", severity: Severity::Error, check: Check::Row(seen) };

/// A name and nothing else of a person is a title in the wrong column more often than a person.
fn seen(case: &Case<'_>) -> Option<Seen> {
    let is_more = |field: Field| field.is_personal() && !field.is_name();
    let says_more = case.raw.cells.iter().any(|cell| is_more(cell.field));
    let name = case.raw.cells.iter().find(|cell| cell.field.is_name())?;
    (!says_more).then(|| Seen { column: Some(name.column), value: name.value.shown(), ..Seen::default() })
}
