//! Relation not recognised: the place in the household is not known.
//!
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;zzz;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unknown-relation",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::UnknownRelation)),
};
