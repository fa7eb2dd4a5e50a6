//! Keeps a household together that moved as a whole.
//!
//! A move takes a person out of the household of the last fiche. If nobody is left in a household, and its head or at
//! least half of those who moved went to one quartier within a month, they stay members with their relations, and the
//! household has the new address. Who died, left the commune or moved elsewhere before is no member.

use std::collections::{BTreeMap, BTreeSet};

use super::entities::{Household, Person, Register};
use crate::record::{CleanRow, Effect, EventKind, EventRow, Relation, Status};

/// Most days between the moves of the members of one household.
const SAME_MOVE_DAYS: i64 = 31;

/// A person whose last residence comes from a move out of a household.
struct Mover<'r> {
    person: u32,
    event: &'r EventRow,
    year: Option<i32>,
    was_head: bool,
}

/// Puts the members of each household that moved as a whole back into it, and gives it the new address.
pub(super) fn keep_moved_households(register: &mut Register, rows: &[CleanRow]) {
    let occupied: BTreeSet<u32> = register.persons.iter().filter_map(|person| person.household).collect();
    let mut movers: BTreeMap<u32, Vec<Mover<'_>>> = BTreeMap::new();
    for (index, person) in (0..).zip(&register.persons).filter(|(_, person)| person.status == Status::Resident) {
        let Some((household, relation)) = person.last_household else { continue };
        if let Some((event, year)) = move_of(person, rows).filter(|_| !occupied.contains(&household)) {
            let was_head = relation == Some(Relation::Head);
            movers.entry(household).or_default().push(Mover { person: index, event, year, was_head });
        }
    }
    for (household, movers) in movers {
        let together = together(&movers);
        if together.is_empty() {
            continue;
        }
        move_to(&mut register.households[household as usize], &together);
        for mover in together {
            let person = &mut register.persons[mover.person as usize];
            let last = person.last_household.take();
            (person.household, person.relation) = (Some(household), last.and_then(|(_, relation)| relation));
        }
    }
}

/// Returns avenue and parcel to which a person moved who is in no household, as far as the event says them.
pub(crate) fn house_moved_to(person: &Person, rows: &[CleanRow]) -> Option<[String; 2]> {
    let is_alone = person.household.is_none() && person.status == Status::Resident;
    let (event, _) = is_alone.then(|| move_of(person, rows)).flatten()?;
    let house = [event.to_avenue.to_string(), event.to_parcel.to_string()];
    house.iter().any(|part| !part.is_empty()).then_some(house)
}

/// Returns the move or the arrival that gives a person's residence, and its year.
fn move_of<'r>(person: &Person, rows: &'r [CleanRow]) -> Option<(&'r EventRow, Option<i32>)> {
    let holds = person.events.iter().rev().filter(|(_, effect)| *effect == Effect::Holds);
    let of_residence = |row: &u32| {
        let row = &rows[*row as usize];
        let event = row.event.as_deref()?;
        (event.event? != EventKind::Marriage).then_some((event, event.year(row.seen_in)))
    };
    let (event, year) = holds.map(|(row, _)| row).find_map(of_residence)?;
    matches!(event.event, Some(EventKind::Move | EventKind::Arrival)).then_some((event, year))
}

/// Returns those who moved with the last of them; nobody if they are neither the head's nor the larger part.
fn together<'m, 'r>(movers: &'m [Mover<'r>]) -> Vec<&'m Mover<'r>> {
    let Some(last) = movers.iter().max_by_key(|mover| (mover.year, mover.event.on)) else { return Vec::new() };
    let is_with_last = |mover: &&Mover<'_>| {
        let is_near = match (mover.event.on, last.event.on) {
            (Some(on), Some(last)) => (last - on).num_days() <= SAME_MOVE_DAYS,
            _ => mover.year == last.year,
        };
        is_near && mover.event.to == last.event.to
    };
    let together: Vec<_> = movers.iter().filter(is_with_last).collect();
    let is_household = together.iter().any(|mover| mover.was_head) || together.len() * 2 >= movers.len();
    if is_household { together } else { Vec::new() }
}

/// Gives a household the address to which its members moved. The house is known only as far as their events say it.
fn move_to(household: &mut Household, together: &[&Mover<'_>]) {
    let first = |of: fn(&EventRow) -> &str| {
        let texts = together.iter().map(|mover| of(mover.event));
        texts.filter(|text| !text.is_empty()).map(str::to_owned).next()
    };
    let [avenue, parcel] = [first(|event| &event.to_avenue), first(|event| &event.to_parcel)];
    let to = together.first().and_then(|mover| mover.event.to);
    // A fiche of the year of the move may be of the new address already.
    let is_seen_there = |mover: &&Mover<'_>| mover.event.from != to && household.last_seen >= mover.year;
    let is_of_fiche = to.is_some() && to == household.quartier && together.iter().all(is_seen_there);
    if is_of_fiche && avenue.is_none() && parcel.is_none() {
        return;
    }
    household.quartier = to.or(household.quartier);
    (household.avenue, household.parcel) = (avenue.unwrap_or_default(), parcel.unwrap_or_default());
}
