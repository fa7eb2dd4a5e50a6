//! Marital status not recognised: the marital status is not registered.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;zzz`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unknown-marital-status",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::UnknownMaritalStatus)),
};
