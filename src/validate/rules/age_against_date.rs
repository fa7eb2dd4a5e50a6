//! Finds an age that does not fit the date of birth of its row.
//! Why it matters: one of the two is wrong, or belongs to another person.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;45;02/01/1991;Chef;Marié` in 2017.

use super::*;

pub(super) const RULE: Rule = Rule::warning("age-against-date", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let hit = doubt_hits(input, DoubtKind::AgeAgainstDate).next()?;
    let args = vec![("born", cell_hit(input, Field::BirthDate).value)];
    Some(RowHit { args, ..hit })
}
