//! Finds a quartier that was recognised by its nearest spelling.
//!
//! Why it matters: the spelling is not in the list, so the quartier may be another one.
//! Example: `1;Biyella;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "quartier-guessed", severity: Severity::Warning, check: Check::Doubt(DoubtKind::QuartierGuessed) };
