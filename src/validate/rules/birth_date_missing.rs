//! Date of birth missing: the age is not known, and a duplicate is harder to see.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;ND;Chef;Marié`

use crate::finding::Severity;
use crate::record::{DoubtKind, Field};

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "birth-date-missing", severity: Severity::Warning, check: Check::Row(seen) };

fn seen(case: &Case<'_>) -> Option<Seen> {
    let doubted = case
        .doubts
        .iter()
        .any(|doubt| matches!(doubt.kind, DoubtKind::ImpossibleBirthDate | DoubtKind::UnreadableBirthDate));
    (case.row.born.is_none() && !doubted).then(|| in_cell(case, Field::BirthDate))
}
