//! Name missing: without a name the row designates nobody.
//!
//! Example: `1;Boma;Lodja;12;;;;M;08/10/1961;Chef;Marié`

use crate::finding::Severity;

use super::super::Case;
use super::super::seen::Seen;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "missing-name", severity: Severity::Error, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    case.row.name.is_empty().then(Seen::default)
}
