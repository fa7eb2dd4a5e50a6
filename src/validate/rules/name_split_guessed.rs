//! A whole name in one cell whose parts stand in another order than the heading says: the split is a guess.
//!
//! Example: `Ruth MBALA LEMA` under "Nom, post-nom et prénom".

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "name-split-guessed",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::NameSplitGuessed)),
};
