//! Unreadable date of birth: what is not understood is not guessed.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;pendant la guerre;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unreadable-date",
    severity: Severity::Error,
    check: Check::Row(|case| doubted(case, DoubtKind::UnreadableBirthDate)),
};
