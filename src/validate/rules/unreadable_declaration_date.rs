//! Unreadable day of declaration: the delay of the declaration can't be counted.
//!
//! Example: `00001/2017;mars 2017;MBALA;LEMA;Ruth;F;01/03/2017;CS Kingasani;Boma`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "unreadable-declaration-date",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::UnreadableDeclarationDate)),
};
