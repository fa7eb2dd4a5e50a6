//! Finds a cell with a formula error.
//!
//! Why it matters: the value is lost.
//! Example: `#REF!` in the column of the sex.

use crate::finding::Severity;
use crate::record::DoubtKind;
use crate::validate::rule::{Check, Rule};

pub(super) const RULE: Rule =
    Rule { id: "error-cell", severity: Severity::Warning, check: Check::Doubt(DoubtKind::ErrorCell) };
