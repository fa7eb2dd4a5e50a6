//! Finds a sex that is in no list of words.
//!
//! Why it matters: the person is registered without a sex.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;Q;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "unknown-sex", severity: Severity::Warning, check: Check::Doubt(DoubtKind::UnknownSex) };
