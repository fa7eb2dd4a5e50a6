//! Quartier guessed: this spelling is not in the list.
//!
//! Example: `1;Biyella;Lodja;12;MBALA;LEMA;Bruno;M;08/10/1961;Chef;Marié`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "quartier-guessed",
    severity: Severity::Warning,
    check: Check::Row(|case| doubted(case, DoubtKind::QuartierGuessed)),
};
