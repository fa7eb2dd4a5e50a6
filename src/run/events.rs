//! Makes the rows of the tables of events: `events`, `residences`, `absences`, `likely_dead`, `household_changes`.

use crate::record::{EventKind, Fiche, Kind};
use crate::register::RoundComparison;
use crate::store::{AbsenceRow, EventRow, HouseholdChangeRow, LikelyDeadRow, ResidenceRow, Tables};

use super::table_rows::{filled, person_of, place, quartier_name};
use super::tables::RegisterTables;

/// Adds the tables of events to `tables`.
pub(super) fn fill(
    tables: &mut Tables,
    register_tables: &RegisterTables<'_>,
    rounds: &RoundComparison,
    fiches: &[Fiche],
) {
    let id = |person: u32| register_tables.register.persons[person as usize].id.to_string();
    let household_id = |household: u32| register_tables.register.households[household as usize].id.clone();
    let quartier = |id| quartier_name(register_tables.reference, id);
    tables.events = events(register_tables);
    let residence = |residence: &crate::register::Residence| ResidenceRow {
        person_id: id(residence.person),
        round: residence.round,
        household_id: residence.household.map(household_id),
        quartier: quartier(residence.quartier),
        holds: i32::from(residence.holds),
        why: residence.why.to_owned(),
    };
    tables.residences = rounds.residences.iter().map(residence).collect();
    let absence = |absence: &crate::register::Absence| AbsenceRow {
        person_id: id(absence.person),
        quartier: quartier(Some(absence.quartier)).unwrap_or_default(),
        round: absence.round,
        last_seen: absence.last_seen,
        whole_household: i32::from(absence.whole_household),
    };
    tables.absences = rounds.absences.iter().map(absence).collect();
    let likely_dead = |likely: &crate::register::LikelyDead| {
        let person = &register_tables.register.persons[likely.person as usize];
        LikelyDeadRow {
            person_id: person.id.to_string(),
            quartier: quartier(person.quartier),
            age_years: likely.age_years,
            last_seen: person.last_seen,
            rounds_missed: likely.rounds_missed as i32,
            reason: likely.reason.to_owned(),
        }
    };
    tables.likely_dead = rounds.likely_dead.iter().map(likely_dead).collect();
    let address = |fiche: u32| {
        let fiche = &fiches[fiche as usize];
        let parts = [quartier(fiche.quartier).unwrap_or_default(), fiche.avenue.to_string(), fiche.parcel.to_string()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    };
    let change = |change: &crate::register::HouseholdChange| HouseholdChangeRow {
        household_id: household_id(change.household),
        round: change.round,
        change: change.change.to_owned(),
        other_household_id: change.other.map(household_id),
        from_address: address(change.from),
        to_address: address(change.to),
        n_persons: change.n_persons as i32,
    };
    tables.household_changes = rounds.household_changes.iter().map(change).collect();
}

/// The rows of `events`, sorted by file, sheet and row.
fn events(register_tables: &RegisterTables<'_>) -> Vec<EventRow> {
    let with_event = register_tables
        .rows
        .iter()
        .enumerate()
        .filter_map(|(index, row)| Some((index as u32, row, row.event.as_deref()?)));
    let mut events: Vec<EventRow> = with_event
        .map(|(index, row, event)| {
            let person = person_of(register_tables, index);
            let effect = person.events.iter().find(|(own, _)| *own == index).map(|(_, effect)| effect.code());
            let matched = person.rows.iter().any(|row| register_tables.rows[*row as usize].kind() != Kind::Event);
            let (file, sheet, line) = place(register_tables.files, row.at);
            EventRow {
                file,
                sheet,
                row: line,
                event: event.event.map_or("", EventKind::code).to_owned(),
                event_on: event.on,
                person_id: person.id.to_string(),
                from_quartier: quartier_name(register_tables.reference, event.from),
                to_quartier: quartier_name(register_tables.reference, event.to),
                other: filled(&event.other),
                effect: effect.unwrap_or("superseded").to_owned(),
                matched: i32::from(matched),
            }
        })
        .collect();
    events.sort_by(|a, b| (&a.file, &a.sheet, a.row).cmp(&(&b.file, &b.sheet, b.row)));
    events
}
