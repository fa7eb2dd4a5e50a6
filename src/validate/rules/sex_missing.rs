//! Sex missing: the person is registered without a sex.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::{DoubtKind, Field};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "sex-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let doubted = case.doubts.iter().any(|doubt| doubt.kind == DoubtKind::UnknownSex);
    (case.row.sex.is_none() && !doubted).then(|| in_cell(case, Field::Sex))
}
