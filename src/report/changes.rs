//! What happened to persons, by year; what was joined, and what waits for a person's judgment.

use super::facts::{Facts, Settings};
use super::heading::{Breakdown, Heading};
use super::protect::protect_one;
use super::tally::{Column, Counted, Plan, Tally};
use crate::record::EventKind;

/// The columns of the table of events.
const EVENTS: [(EventKind, Column); 5] = [
    (EventKind::Death, Column { indicator: "events", and: Some(("event", "death")) }),
    (EventKind::Departure, Column { indicator: "events", and: Some(("event", "departure")) }),
    (EventKind::Arrival, Column { indicator: "events", and: Some(("event", "arrival")) }),
    (EventKind::Move, Column { indicator: "events", and: Some(("event", "move")) }),
    (EventKind::Marriage, Column { indicator: "events", and: Some(("event", "marriage")) }),
];

/// Events by year and kind; `None` where no list of events was read.
pub(super) fn events(facts: &Facts, settings: &Settings) -> Option<Counted> {
    if !facts.has_events {
        return None;
    }
    let mut tally = Tally::new(EVENTS.len(), []);
    for ((event, year), n) in &facts.events {
        let column = EVENTS.iter().position(|(kind, _)| kind == event).unwrap_or_default();
        tally.add(year.map_or(Heading::Unknown, Heading::Year), column, *n);
    }
    let plan = Plan::new(Breakdown::EventYear, &EVENTS.map(|(_, column)| column), Column::of("events"));
    Some(tally.protect(plan, settings.min_cell, &facts.earlier))
}

/// What is known twice, and what may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duplicates {
    /// Doubtful pairs of census rows, of acts, of an act and a census row.
    pub to_review: [Option<u64>; 3],
    /// Pairs a person judged to be the same, to be different.
    pub ruled: [Option<u64>; 2],
}

/// Pairs judged and to be judged; each stands alone, in no sum.
pub(super) fn duplicates(facts: &Facts, settings: &Settings) -> Duplicates {
    let one = |n: u64| protect_one(n, settings.min_cell);
    Duplicates { to_review: facts.pairs_to_review.map(one), ruled: facts.pairs_ruled.map(one) }
}
