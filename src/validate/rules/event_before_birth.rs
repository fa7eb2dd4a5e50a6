//! Finds an event dated before the birth of the person.
//! Why it matters: one of the two dates is wrong, or the event is that of another person.
//! Example: `Décès;12/03/2017;MBALA;LEMA;Bruno;M;05/03/2018;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::error("event-before-birth", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    let on = input.row.event.as_ref()?.on?;
    (input.row.born?.first > on).then(|| cell_hit(input, Field::EventDate))
}
