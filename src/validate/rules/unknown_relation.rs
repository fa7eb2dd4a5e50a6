//! Finds a relation to the head that is in no list of words.
//!
//! Why it matters: the place of the person in the household is not known.
//! Example: `1;Boma;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;zzz;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "unknown-relation", severity: Severity::Warning, check: Check::Doubt(DoubtKind::UnknownRelation) };
