//! Finds a whole name in one cell whose parts stand in another order than the heading says.
//!
//! Why it matters: the split into nom and prénom is a guess, and the two may be swapped.
//! Example: `Ruth MBALA LEMA` under the heading "Nom, post-nom et prénom".

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "name-split-guessed", severity: Severity::Warning, check: Check::Doubt(DoubtKind::NameSplitGuessed) };
