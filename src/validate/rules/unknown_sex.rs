//! Sex not recognised: the person is registered without a sex.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;Q;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unknown-sex",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::UnknownSex)),
};
