//! Finds a person without a date of birth.
//! Why it matters: the age is not known, and a duplicate is harder to find.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;ND;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("birth-date-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let doubts = [DoubtKind::ImpossibleBirthDate, DoubtKind::UnreadableBirthDate, DoubtKind::UnreadableAge];
    let is_doubtful = doubts.into_iter().any(|kind| input.has_doubt(kind));
    (input.row.born.is_none() && !is_doubtful && !input.is_nobody()).then(|| cell_hit(input, Field::BirthDate))
}
