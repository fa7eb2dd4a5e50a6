//! Finds a date of birth that is in no calendar.
//!
//! Why it matters: a wrong date gives a wrong age.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;31/04/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "impossible-date", severity: Severity::Error, check: Check::Doubt(DoubtKind::ImpossibleBirthDate) };
