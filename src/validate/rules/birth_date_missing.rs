//! Finds a person without a date of birth.
//!
//! Why it matters: the age is not known, and a duplicate is harder to find.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;ND;Chef;Marié`

use crate::finding::Severity;
use crate::record::{DoubtKind, Field};
use crate::validate::rule::{Check, RowHit, RowInput, Rule, cell_hit};

pub(super) const RULE: Rule = Rule { id: "birth-date-missing", severity: Severity::Warning, check: Check::Row(check) };

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let is_doubtful =
        [DoubtKind::ImpossibleBirthDate, DoubtKind::UnreadableBirthDate].iter().any(|kind| input.has_doubt(*kind));
    (input.row.born.is_none() && !is_doubtful).then(|| cell_hit(input, Field::BirthDate))
}
