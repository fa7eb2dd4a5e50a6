//! Makes the rows of the tables of events: `events`, `residences`, `absences`, `likely_dead`, `household_changes`.

use crate::record::{CleanRow, EventKind, Fiche, Kind};
use crate::register::{Absence, HouseholdChange, LikelyDead, Residence, RoundComparison};
use crate::store::{AbsenceRow, EventRow, HouseholdChangeRow, LikelyDeadRow, ResidenceRow, Tables};

use super::register_tables::RegisterTables;
use super::table_rows::{filled, person_of, place, quartier_name};

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
    let residence = |residence: &Residence| ResidenceRow {
        person_id: id(residence.person),
        round: residence.round,
        household_id: residence.household.map(household_id),
        quartier: quartier(residence.quartier),
        holds: i32::from(residence.holds),
        why: residence.why.to_owned(),
    };
    tables.residences = rounds.residences.iter().map(residence).collect();
    let absence = |absence: &Absence| AbsenceRow {
        person_id: id(absence.person),
        quartier: quartier(Some(absence.quartier)).unwrap_or_default(),
        round: absence.round,
        last_seen: absence.last_seen,
        whole_household: i32::from(absence.whole_household),
    };
    tables.absences = rounds.absences.iter().map(absence).collect();
    let likely_dead = |likely: &LikelyDead| {
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
    let change = |change: &HouseholdChange| HouseholdChangeRow {
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

/// Returns the rows of `events`, sorted by file, sheet and row.
fn events(register_tables: &RegisterTables<'_>) -> Vec<EventRow> {
    let rows = register_tables.rows;
    let of_row = |(index, row): (u32, &CleanRow)| {
        let event = row.event.as_deref()?;
        let person = person_of(register_tables, index);
        let effect = person.events.iter().find(|(own, _)| *own == index).map(|(_, effect)| effect.code());
        let matched = person.rows.iter().any(|row| rows[*row as usize].kind() != Kind::Event);
        let (file, sheet, row) = place(register_tables.files, row.at);
        Some(EventRow {
            file,
            sheet,
            row,
            event: event.event.map_or("", EventKind::code).to_owned(),
            event_on: event.on,
            person_id: person.id.to_string(),
            from_quartier: quartier_name(register_tables.reference, event.from),
            to_quartier: quartier_name(register_tables.reference, event.to),
            other: filled(&event.other),
            effect: effect.unwrap_or("superseded").to_owned(),
            matched: i32::from(matched),
        })
    };
    let mut events: Vec<EventRow> = (0..).zip(rows).filter_map(of_row).collect();
    events.sort_by(|a, b| (&a.file, &a.sheet, a.row).cmp(&(&b.file, &b.sheet, b.row)));
    events
}
