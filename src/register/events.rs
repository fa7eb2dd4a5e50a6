//! Applies a person's events (death, departure, arrival, move, marriage) to status, residence and marital status.
//!
//! Only the year of a round is known. An event in the year of the last round or later holds; an earlier event is
//! superseded by the round, which saw the person. A death before a round that saw the person is `contradicted`: it
//! stays visible and does not change the status.

use chrono::NaiveDate;

use super::entities::Person;
use crate::record::{CleanRow, Effect, EventKind, EventRow, MaritalStatus, Status};

/// Most days between two reports of one event.
const SAME_EVENT_DAYS: i64 = 31;

/// An event of a person.
struct PersonEvent<'r> {
    row: u32,
    event: &'r EventRow,
    kind: EventKind,
    year: Option<i32>,
    key: u64,
}

/// Applies the events among a person's rows; `last_round` is the round of the last fiche.
pub(super) fn apply_events(person: &mut Person, all: &[CleanRow], last_round: Option<i32>) {
    let mut events: Vec<PersonEvent<'_>> = person
        .rows
        .iter()
        .filter_map(|row| {
            let clean = &all[*row as usize];
            let event = clean.event.as_deref()?;
            Some(PersonEvent { row: *row, event, kind: event.event?, year: event.year(clean.seen_in), key: clean.key })
        })
        .collect();
    if events.is_empty() {
        return;
    }
    // Undated events come first, so that any dated event supersedes them.
    events.sort_by_key(|event| (event.year, event.event.on, event.kind, event.key, event.row));
    let died = death_that_holds(&events, last_round);
    let mut effects: Vec<(u32, Effect)> = Vec::new();
    for (place, event) in events.iter().enumerate() {
        let effect = if events[..place].iter().any(|earlier| is_same_event(earlier, event)) {
            Effect::Repeated
        } else if event.kind == EventKind::Death {
            if died == Some(event.row) { Effect::Holds } else { Effect::Contradicted }
        } else if died.is_some_and(|death| is_after_death(event, events.iter().find(|other| other.row == death))) {
            Effect::AfterDeath
        } else if event.year < last_round {
            Effect::Superseded
        } else {
            Effect::Holds
        };
        effects.push((event.row, effect));
    }
    // Of several events that change the residence the last holds; the same is true of marriages.
    let changes_residence = |kind: EventKind| kind != EventKind::Marriage;
    for (place, event) in events.iter().enumerate().filter(|(_, event)| event.kind != EventKind::Death) {
        if effects[place].1 != Effect::Holds {
            continue;
        }
        let is_superseded = events[place + 1..].iter().zip(&effects[place + 1..]).any(|(later, (_, effect))| {
            *effect == Effect::Holds
                && later.kind != EventKind::Death
                && changes_residence(later.kind) == changes_residence(event.kind)
        });
        if is_superseded {
            effects[place].1 = Effect::Superseded;
        } else {
            apply_event(person, event);
        }
    }
    if let Some(death) = events.iter().find(|event| died == Some(event.row)) {
        person.status = Status::Deceased;
        person.status_since = death.event.on;
        leave_household(person);
    }
    person.events = effects;
}

/// Returns the row of the first death that no later round contradicts.
fn death_that_holds(events: &[PersonEvent<'_>], last_round: Option<i32>) -> Option<u32> {
    let is_contradicted = |event: &&PersonEvent<'_>| event.year.is_some() && event.year < last_round;
    events
        .iter()
        .filter(|event| event.kind == EventKind::Death)
        .find(|event| !is_contradicted(event))
        .map(|event| event.row)
}

fn is_same_event(earlier: &PersonEvent<'_>, event: &PersonEvent<'_>) -> bool {
    let near = |a: NaiveDate, b: NaiveDate| (b - a).num_days().abs() <= SAME_EVENT_DAYS;
    earlier.kind == event.kind
        && match (earlier.event.on, event.event.on) {
            // A person dies once.
            _ if event.kind == EventKind::Death => true,
            (Some(a), Some(b)) => near(a, b) && earlier.event.to == event.event.to,
            _ => earlier.year == event.year && earlier.event.to == event.event.to,
        }
}

fn is_after_death(event: &PersonEvent<'_>, death: Option<&PersonEvent<'_>>) -> bool {
    match death.and_then(|death| death.event.on).zip(event.event.on) {
        Some((died, on)) => on > died,
        None => death.is_some_and(|death| event.year > death.year),
    }
}

fn apply_event(person: &mut Person, event: &PersonEvent<'_>) {
    if event.kind == EventKind::Marriage {
        person.marital_status = Some(MaritalStatus::Married);
        return;
    }
    person.status_since = event.event.on;
    leave_household(person);
    match event.kind {
        EventKind::Departure => person.status = Status::Departed,
        EventKind::Arrival | EventKind::Move => {
            person.status = Status::Resident;
            person.quartier = event.event.to.or(person.quartier);
        }
        EventKind::Death | EventKind::Marriage => {}
    }
}

fn leave_household(person: &mut Person) {
    let relation = person.relation.take();
    if let Some(household) = person.household.take() {
        person.last_household = Some((household, relation));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::test_rows::clean_row;
    use crate::record::{QuartierId, Text};

    fn row(kind: Option<EventKind>, year: i32, day: Option<&str>, to: Option<u16>) -> CleanRow {
        let event = kind.map(|kind| {
            Box::new(EventRow {
                event: Some(kind),
                on: day.map(|day| day.parse().expect("a day")),
                from: None,
                to: to.map(QuartierId),
                avenue: "".into(),
                parcel: "".into(),
                to_avenue: "".into(),
                to_parcel: "".into(),
                other: "".into(),
                person_id: "".into(),
            })
        });
        CleanRow { quartier: Some(QuartierId(1)), seen_in: Some(year), event, ..clean_row(0, 0) }
    }

    /// Status, quartier and effects of a person with these rows, last seen in `last_round`.
    fn result_of(rows: &[CleanRow], last_round: Option<i32>) -> (Status, Option<QuartierId>, Vec<Effect>) {
        let mut person = Person {
            id: Text::default(),
            founding_row: 0,
            rows: (0..rows.len() as u32).collect(),
            registered_in: 1,
            nom: Text::default(),
            postnom: Text::default(),
            prenom: Text::default(),
            sex: None,
            born: None,
            birth_place: Text::default(),
            quartier: Some(QuartierId(1)),
            household: Some(0),
            relation: None,
            marital_status: None,
            occupation: Text::default(),
            act_row: None,
            first_seen: None,
            last_seen: None,
            status: Status::Resident,
            census: None,
            status_since: None,
            last_household: None,
            events: Vec::new(),
        };
        apply_events(&mut person, rows, last_round);
        (person.status, person.quartier, person.events.into_iter().map(|(_, effect)| effect).collect())
    }

    #[test]
    fn the_later_of_event_and_round_gives_the_residence() {
        use EventKind::{Arrival, Death, Departure, Marriage, Move};
        let fiche = || row(None, 2017, None, None);
        let moved = |year, day, to| row(Some(Move), year, Some(day), Some(to));
        assert_eq!(
            result_of(&[fiche(), moved(2017, "2017-09-01", 4)], Some(2017)),
            (Status::Resident, Some(QuartierId(4)), vec![Effect::Holds])
        );
        assert_eq!(
            result_of(&[fiche(), moved(2015, "2015-09-01", 4)], Some(2017)),
            (Status::Resident, Some(QuartierId(1)), vec![Effect::Superseded])
        );
        let left = row(Some(Departure), 2018, Some("2018-01-05"), None);
        let back = row(Some(Arrival), 2019, Some("2019-03-01"), Some(7));
        assert_eq!(result_of(&[fiche(), left.clone()], Some(2017)).0, Status::Departed);
        assert_eq!(
            result_of(&[fiche(), back, left.clone()], Some(2017)),
            (Status::Resident, Some(QuartierId(7)), vec![Effect::Superseded, Effect::Holds])
        );
        let dead = |day: &str| row(Some(Death), 2018, Some(day), None);
        let married = row(Some(Marriage), 2019, Some("2019-01-01"), None);
        assert_eq!(
            result_of(&[fiche(), dead("2018-02-01"), dead("2018-05-01"), married, left], Some(2017)),
            (
                Status::Deceased,
                Some(QuartierId(1)),
                vec![Effect::Holds, Effect::Holds, Effect::Repeated, Effect::AfterDeath]
            )
        );
        assert_eq!(
            result_of(&[fiche(), dead("2018-02-01")], Some(2019)),
            (Status::Resident, Some(QuartierId(1)), vec![Effect::Contradicted])
        );
    }
}
