//! Finds an event that is not a death, a departure, an arrival, a move or a marriage.
//! Why it matters: each kind of event changes the register in another way.
//! Example: `Baptême;12/03/2018;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::error("event-unknown", Check::Row(check));

/// The fault is that of the row, even if the row has no cell for the kind of the event.
fn check(input: &RowInput<'_>) -> Option<RowHit> {
    doubt_hits(input, DoubtKind::UnknownEvent).next().map(|hit| RowHit { of_sheet: false, ..hit })
}
