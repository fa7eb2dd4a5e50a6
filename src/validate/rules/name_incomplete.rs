//! Name incomplete: a column may have slipped.
//!
//! Example: `1;Boma;Lodja;12;;;Bruno;M;08/10/1961;Chef;Marié`

use crate::finding::Severity;

use super::super::Case;
use super::super::seen::Seen;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "name-incomplete", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let name = &case.row.name;
    (name.nom.is_empty() && !name.is_empty()).then(Seen::default)
}
