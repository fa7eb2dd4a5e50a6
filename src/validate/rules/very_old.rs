//! Finds a person older than 105 years, and not older than the setting `validate.max_age_years`. In an act, one who was
//! older than 90 years at the declaration.
//! Why it matters: hardly anybody lives so long, so the year of birth is likely a slip.
//! Example: born in 1909, round of 2017.

use super::*;

pub(super) const RULE: Rule = Rule::warning("very-old", Check::Row(check));

const LIMIT: i32 = 105;
/// A birth declared later than this is likely one of the century after: `03/02/1918`, declared in 2018.
const LIMIT_OF_ACTS: i32 = 90;

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let age = input.age()?;
    let limit = if input.row.act.is_some() { LIMIT_OF_ACTS } else { LIMIT };
    let is_hit = age > limit && age <= input.max_age_years;
    let args = || vec![("age", age.to_string()), ("limit", limit.to_string())];
    is_hit.then(|| RowHit { args: args(), ..cell_hit(input, Field::BirthDate) })
}
