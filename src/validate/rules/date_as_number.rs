//! Finds a date of birth that was read from a bare number of days.
//!
//! Why it matters: the cell has lost its date format; the number was read as a date, but it may be something else.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;22562;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "date-as-number", severity: Severity::Warning, check: Check::Doubt(DoubtKind::BirthDateAsNumber) };
