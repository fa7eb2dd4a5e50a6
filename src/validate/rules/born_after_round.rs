//! Finds a person born after the year of the census round.
//! Why it matters: the sheet was completed later, or the year is wrong.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/2018;fils;C`

use super::*;

pub(super) const RULE: Rule = Rule::warning("born-after-round", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let (born, round) = (input.row.born?, input.row.seen_in?);
    let is_after = input.row.kind() == Kind::Census && born.first.year() > round && born.first <= input.today;
    is_after.then(|| RowHit { args: vec![("year", round.to_string())], ..cell_hit(input, Field::BirthDate) })
}
