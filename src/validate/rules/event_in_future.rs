//! Finds an event dated after the day of the run.
//! Why it matters: no event is registered before it takes place, so the date is wrong.
//! Example: `Décès;12/03/2081;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::error("event-in-future", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    (input.row.event.as_ref()?.on? > input.today).then(|| cell_hit(input, Field::EventDate))
}
