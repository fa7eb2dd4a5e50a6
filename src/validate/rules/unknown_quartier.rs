//! Finds a quartier that is not in the commune's list.
//!
//! Why it matters: the person is counted without a quartier.
//! Example: `1;Atlantide;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "unknown-quartier", severity: Severity::Warning, check: Check::Doubt(DoubtKind::UnknownQuartier) };
