//! Event unknown: the row does not say whether it is a death, a departure, an arrival, a move or a marriage.
//!
//! Example: `Baptême;12/03/2018;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use crate::finding::Severity;
use crate::record::DoubtKind;

use super::super::seen::doubted;
use super::{Check, Rule};

pub(super) const RULE: Rule = Rule {
    id: "event-unknown",
    severity: Severity::Error,
    check: Check::Row(|case| {
        // Of a row without the word it is the row's fault, not the sheet's.
        doubted(case, DoubtKind::UnknownEvent).map(|seen| super::super::Seen { of_sheet: false, ..seen })
    }),
};
