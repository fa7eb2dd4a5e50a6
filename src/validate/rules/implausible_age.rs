//! Finds a person older than the setting `validate.max_age_years` (120).
//! Why it matters: nobody has lived so long, so the date of birth is wrong.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;04/07/1842;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("implausible-age", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let age = input.age()?;
    let args = || vec![("age", age.to_string()), ("limit", input.max_age_years.to_string())];
    (age > input.max_age_years).then(|| RowHit { args: args(), ..cell_hit(input, Field::BirthDate) })
}
