//! A declaration in another year than that of its register.
//!
//! Example: 05/03/2061 in the register of 2016.

use chrono::Datelike;

use crate::finding::Severity;
use crate::record::Field;

use super::super::FileCase;
use super::super::seen::{SeenAt, at_cell};
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule { id: "register-year", severity: Severity::Warning, check: Check::File(seen) };

fn seen(file: &FileCase<'_>) -> Vec<SeenAt> {
    let other = file.cases.iter().filter_map(|case| {
        let declared = case.row.act.as_ref()?.declared_on?.year();
        let year = file.raw.contexts.get(case.raw.context as usize)?.round()?;
        (declared != year).then(|| at_cell(case, Field::DeclaredOn, vec![("year", year.to_string())]))
    });
    other.collect()
}
