//! Formula error: the value is lost.

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "error-cell",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::ErrorCell)),
};
