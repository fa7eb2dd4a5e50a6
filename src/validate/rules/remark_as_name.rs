//! Finds a remark in the place of a name, in a row without a sex and a date of birth.
//! Why it matters: it would be registered as a person who does not exist.
//! Example: `Parcelle vide`, `Page annulée`, `Absent` in the column of the nom.

use super::*;

pub(super) const RULE: Rule = Rule::error("remark-as-name", Check::Doubt(DoubtKind::RemarkAsName));
