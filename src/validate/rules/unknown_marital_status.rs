//! Finds a marital status that is in no list of words.
//!
//! Why it matters: the person is registered without a marital status.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;zzz`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unknown-marital-status",
    severity: Severity::Warning,
    check: Check::Doubt(DoubtKind::UnknownMaritalStatus),
};
