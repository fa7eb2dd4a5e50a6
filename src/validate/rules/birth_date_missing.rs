//! Finds a person without a date of birth.
//! Why it matters: the age is not known, and a duplicate is harder to find.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;ND;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::warning("birth-date-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let is_doubtful =
        input.has_doubt(DoubtKind::ImpossibleBirthDate) || input.has_doubt(DoubtKind::UnreadableBirthDate);
    (input.row.born.is_none() && !is_doubtful).then(|| cell_hit(input, Field::BirthDate))
}
