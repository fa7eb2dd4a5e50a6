//! Finds a person older than 105 years, and not older than the setting `validate.max_age_years`.
//! Why it matters: hardly anybody lives so long, so the year of birth is likely a slip.
//! Example: born in 1909, round of 2017.

use super::*;

pub(super) const RULE: Rule = Rule::warning("very-old", Check::Row(check));

const LIMIT: i32 = 105;

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let age = input.age()?;
    let is_hit = age > LIMIT && age <= input.max_age_years;
    let args = || vec![("age", age.to_string()), ("limit", LIMIT.to_string())];
    is_hit.then(|| RowHit { args: args(), ..cell_hit(input, Field::BirthDate) })
}
