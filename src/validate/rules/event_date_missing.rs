//! Finds an event whose day is missing or unreadable.
//! Why it matters: only the year of the register shows when the event took place.
//! Example: `Décès;;MBALA;LEMA;Bruno;M;05/03/1987;Boma`

use super::*;

pub(super) const RULE: Rule = Rule::warning("event-date-missing", Check::Row(check));

fn check(input: &RowInput<'_>) -> Option<RowHit> {
    input.row.event.as_ref()?.on.is_none().then(|| cell_hit(input, Field::EventDate))
}
