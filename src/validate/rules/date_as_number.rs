//! Date turned into a number: the number counts days; it was read as a date, but a doubt remains.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;22562;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "date-as-number",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::BirthDateAsNumber)),
};
