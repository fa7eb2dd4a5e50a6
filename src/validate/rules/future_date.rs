//! Finds a date of birth after the day of the run.
//! Why it matters: nobody is born in the future, so the date is wrong.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;12/05/2031;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("future-date", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    (input.row.born?.first > input.today).then(|| cell_hit(input, Field::BirthDate))
}
