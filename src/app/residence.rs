//! Says where a person lives as far as the register knows: one answer for every page, card and printed sheet.

use crate::error::Result;
use crate::normalise;
use crate::record::fold;
use crate::review::RowPlace;
use crate::store::{EventRow, Generation, HouseholdRow, PersonRow};

use super::pairs;
use super::reader::{PlacedRow, RegisterReader, scan};

/// How sure the register is of an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AddressStanding {
    /// The person is a member of the household there, or only the quartier is known.
    #[default]
    Current,
    /// The person died or left: this was the last address.
    Last,
    /// The person moved or arrived, alone or with the household. The house is known only if the event says it.
    Moved,
    /// Only the act of birth gives it: that of the parents then.
    OfAct,
}

/// An address of a person, and the one before a move.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PersonAddress {
    /// What the address is to the person.
    pub standing: AddressStanding,
    /// Quartier, avenue and parcel; "" for a part that is not known.
    pub parts: [String; 3],
    /// The last address that a fiche gave, for a person who moved. Empty texts if there is none.
    pub before: [String; 3],
}

impl PersonAddress {
    /// The address of the members of a household.
    pub(super) fn of_household(home: &HouseholdRow) -> Self {
        Self { parts: household_address(home), ..Self::default() }
    }

    /// The address of a person of whom only the quartier is known.
    pub(super) fn in_quartier(person: &PersonRow) -> Self {
        let quartier = person.quartier.clone().unwrap_or_default();
        Self { parts: [quartier, String::new(), String::new()], ..Self::default() }
    }

    /// Whether a part that both have is another one.
    pub(super) fn differs_from(&self, parts: &[String; 3]) -> bool {
        self.parts.iter().zip(parts).any(|(own, other)| is_other_part(own, other))
    }

    /// Whether nothing is known.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.parts.iter().chain(&self.before).all(String::is_empty) && self.standing != AddressStanding::Moved
    }
}

/// The address of a person, and the household that it comes from: theirs, or the one in which they were last counted.
pub(super) struct AddressAndHousehold {
    pub(super) address: PersonAddress,
    pub(super) household: Option<PlacedRow<HouseholdRow>>,
    /// The identifier of the household, if the person is in none now.
    pub(super) last_household: Option<String>,
}

/// Returns where a person lives. `events` holds at least the person's events.
pub(super) fn residence(
    reader: &RegisterReader<'_>,
    person: &PlacedRow<PersonRow>,
    events: &[EventRow],
) -> Result<AddressAndHousehold> {
    let own = &person.row;
    let mut last_household = None;
    let mut household = own.household_id.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
    if household.is_none() {
        let rows = reader.rows(std::slice::from_ref(person))?;
        let last = rows.iter().rev().find_map(|row| row.household_id.clone());
        household = last.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
        last_household = last.filter(|_| household.is_some());
    }
    let home = household.as_ref().map(|household| household_address(&household.row)).unwrap_or_default();
    if let Some(event) = last_move(own, events) {
        let address = moved_address(reader, person, event, home)?;
        return Ok(AddressAndHousehold { address, household, last_household });
    }
    let is_gone = matches!(own.status.as_str(), "deceased" | "departed");
    let address = match &last_household {
        Some(_) if is_gone && is_of_quartier(own, &home) => {
            PersonAddress { standing: AddressStanding::Last, parts: home, before: Default::default() }
        }
        None if household.is_some() => PersonAddress { parts: home, ..PersonAddress::default() },
        None if own.status == "birth_only" => match act_address(reader, person)? {
            Some(parts) => PersonAddress { standing: AddressStanding::OfAct, parts, ..PersonAddress::default() },
            None => PersonAddress::in_quartier(own),
        },
        _ => {
            let standing = if is_gone { AddressStanding::Last } else { AddressStanding::Current };
            PersonAddress { standing, ..PersonAddress::in_quartier(own) }
        }
    };
    Ok(AddressAndHousehold { address, household, last_household })
}

/// Quartier, avenue and parcel of a household; "" for a part that is not known.
pub(super) fn household_address(home: &HouseholdRow) -> [String; 3] {
    [&home.quartier, &home.avenue, &home.parcel].map(|part| part.clone().unwrap_or_default())
}

/// Whether the person was still of the quartier of their last household: one who moved and then died was not.
fn is_of_quartier(person: &PersonRow, home: &[String; 3]) -> bool {
    person.quartier.as_deref().is_none_or(|quartier| home[0].is_empty() || quartier == home[0])
}

/// The move or arrival that gives a person's residence, alone or with the whole household.
pub(super) fn last_move<'e>(person: &PersonRow, events: &'e [EventRow]) -> Option<&'e EventRow> {
    let is_move = |event: &&EventRow| {
        event.person_id == person.person_id
            && event.effect == "holds"
            && matches!(event.event.as_str(), "move" | "arrival")
    };
    events.iter().rfind(is_move).filter(|_| person.status == "resident")
}

/// The address of a person who moved; `home` is that of the household, which is the new one if it moved as a whole.
fn moved_address(
    reader: &RegisterReader<'_>,
    person: &PlacedRow<PersonRow>,
    event: &EventRow,
    home: [String; 3],
) -> Result<PersonAddress> {
    let standing = AddressStanding::Moved;
    if person.row.household_id.is_some() {
        let before = fiche_address(reader, person, event)?;
        return Ok(PersonAddress { standing, parts: home, before });
    }
    // The quartier of a person who moved without saying where to is still the old one.
    let [avenue, parcel] = house_of_event(reader, event)?;
    let parts = [event.to_quartier.clone().unwrap_or_default(), avenue, parcel];
    Ok(PersonAddress { standing, parts, before: home })
}

/// The avenue and the parcel to which an event says that the person moved; "" for one that it does not say.
fn house_of_event(reader: &RegisterReader<'_>, event: &EventRow) -> Result<[String; 2]> {
    let Some(line) = reader.row_at(&event.file, &event.sheet, event.row)? else { return Ok(Default::default()) };
    let columns = pairs::sheet_columns(reader.generation, std::slice::from_ref(&line))?;
    let (fields, cells) = (pairs::fields_of(&columns, &line), pairs::cells_as_read(&line));
    let text = |field: &str| {
        let cell = cells.iter().find(|(letters, _)| fields.get(letters).is_some_and(|own| own == field));
        cell.map(|(_, text)| text.clone()).unwrap_or_default()
    };
    Ok(normalise::house_of("", &text("to_avenue"), &text("to_parcel")).into())
}

/// The address that the act of a person gives; `None` if it gives no avenue and no parcel. A quartier that the commune
/// does not have is as typed.
pub(super) fn act_address(reader: &RegisterReader<'_>, person: &PlacedRow<PersonRow>) -> Result<Option<[String; 3]>> {
    let rows = reader.rows(std::slice::from_ref(person))?;
    let Some(act) = rows.iter().find(|row| row.kind == "birth") else { return Ok(None) };
    let place = RowPlace { file: act.file.clone(), sheet: act.sheet.clone(), row: act.row };
    let typed = pairs::pair_row(reader, &place)?.map(|side| side.row.typed_address).unwrap_or_default();
    let text = |code: &str| typed.get(code).cloned().unwrap_or_default();
    let (avenue, parcel) = normalise::house_of(&text("address"), &text("avenue"), &text("parcel"));
    let elsewhere = || normalise::labelled_quartier(&text("address")).map(|(name, _)| name).unwrap_or_default();
    let quartier = person.row.quartier.clone().unwrap_or_else(elsewhere);
    Ok((!avenue.is_empty() || !parcel.is_empty()).then_some([quartier, avenue, parcel]))
}

/// The address that the last fiche of a person gives, as typed; the quartier as the event has it, if it does.
fn fiche_address(reader: &RegisterReader<'_>, person: &PlacedRow<PersonRow>, event: &EventRow) -> Result<[String; 3]> {
    let rows = reader.rows(std::slice::from_ref(person))?;
    let Some(last) = rows.iter().rfind(|row| row.household_id.is_some()) else { return Ok(Default::default()) };
    let place = RowPlace { file: last.file.clone(), sheet: last.sheet.clone(), row: last.row };
    let typed = pairs::pair_row(reader, &place)?.map(|side| side.row.typed_address).unwrap_or_default();
    let text = |code: &str| typed.get(code).cloned().unwrap_or_default();
    let quartier = event.from_quartier.clone().unwrap_or_else(|| text("quartier"));
    let (avenue, parcel) = normalise::house_of(&text("address"), &text("avenue"), &text("parcel"));
    Ok([quartier, avenue, parcel])
}

/// The events of those of these persons whose address depends on one.
pub(super) fn events_for_address(generation: &Generation, persons: &[&PersonRow]) -> Result<Vec<EventRow>> {
    let ids: Vec<&str> =
        persons.iter().filter(|person| person.status == "resident").map(|person| person.person_id.as_str()).collect();
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = scan(generation, &[], &|row: &EventRow| ids.contains(&row.person_id.as_str()))?;
    Ok(rows.into_iter().map(|row| row.row).collect())
}

/// Whether a part of an address is another one. One that is not known is none.
pub(super) fn is_other_part(own: &str, other: &str) -> bool {
    !own.is_empty() && !other.is_empty() && plain_part(own) != plain_part(other)
}

/// Letters and digits alone: `14 bis` and `14BIS` are one number.
pub(super) fn plain_part(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}
