//! The table of events (deaths, departures, arrivals, moves, marriages) by year.

use super::count_table::{CountColumn, CountTable, CountTableBuilder, TableSpec};
use super::facts::{Facts, ReportSettings};
use super::heading::{Breakdown, RowHeading};
use crate::record::EventKind;

/// Columns of the table, by kind of event.
const EVENTS: [(EventKind, CountColumn); 5] = [
    (EventKind::Death, CountColumn { indicator: "events", breakdown: Some(("event", "death")) }),
    (EventKind::Departure, CountColumn { indicator: "events", breakdown: Some(("event", "departure")) }),
    (EventKind::Arrival, CountColumn { indicator: "events", breakdown: Some(("event", "arrival")) }),
    (EventKind::Move, CountColumn { indicator: "events", breakdown: Some(("event", "move")) }),
    (EventKind::Marriage, CountColumn { indicator: "events", breakdown: Some(("event", "marriage")) }),
];

/// Events by year and kind; `None` where no list of events was read.
pub(super) fn events(facts: &Facts, settings: &ReportSettings) -> Option<CountTable> {
    if !facts.has_events {
        return None;
    }
    let mut builder = CountTableBuilder::new(EVENTS.len(), []);
    for ((event, year), n) in &facts.events {
        let column = EVENTS.iter().position(|(kind, _)| kind == event).unwrap_or_default();
        builder.add(year.map_or(RowHeading::Unknown, RowHeading::Year), column, *n);
    }
    let spec = TableSpec::new(Breakdown::EventYear, &EVENTS.map(|(_, column)| column), CountColumn::of("events"));
    Some(builder.suppress(spec, settings.min_cell, &facts.publication_history))
}
