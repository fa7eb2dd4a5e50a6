//! Finds a person older than the setting `validate.max_age_years` (120).
//! Why it matters: nobody has lived so long, so the date of birth is wrong.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;04/07/1842;Chef;Marié`

use super::*;

pub(super) const RULE: Rule = Rule::error("implausible-age", Check::Row(check));

/// Returns the age on the day of declaration, else at the end of the year of the round, else on the day of the run.
fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let born = input.row.born?;
    let declared = input.row.act.as_ref().and_then(|act| act.declared_on);
    let end_of_round = input.row.seen_in.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31));
    let age = born.age_on(declared.or(end_of_round).unwrap_or(input.today));
    let args = || vec![("age", age.to_string()), ("limit", input.max_age_years.to_string())];
    (age > input.max_age_years).then(|| RowHit { args: args(), ..cell_hit(input, Field::BirthDate) })
}
