//! Implausible age: nobody has lived so long; the limit is a setting.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;04/07/1842;Chef;Marié`

use crate::finding::Severity;
use crate::record::Field;

use super::super::Case;
use super::super::seen::{Seen, in_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "implausible-age", severity: Severity::Error, check: Check::Row(seen) };

/// The age on the day of declaration, else at the end of the round's year, else on the day of the run.
fn seen(case: &Case<'_>) -> Option<Seen> {
    let born = case.row.born?;
    let declared = case.row.act.as_ref().and_then(|act| act.declared_on);
    let end_of_round = case.row.seen_in.and_then(|year| chrono::NaiveDate::from_ymd_opt(year, 12, 31));
    let age = born.age_on(declared.or(end_of_round).unwrap_or(case.today));
    (age > case.max_age_years).then(|| Seen {
        args: vec![("age", age.to_string()), ("limit", case.max_age_years.to_string())],
        ..in_cell(case, Field::BirthDate)
    })
}
