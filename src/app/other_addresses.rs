//! Lists the addresses that rows of a household's members give and that are not the household's own.

use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::ingest::Reference;
use crate::normalise::ReferenceData;
use crate::review::RowPlace;
use crate::store::PersonRow;

use super::pairs::pair_row;
use super::reader::{PlacedRow, RegisterReader, canonical_id, read_current};
use super::residence::{events_for_address, household_address, is_other_part, last_move, plain_part};
use super::same_meaning::{RowMeaning, lists_of};

/// An address beside that of the household.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OtherAddress {
    /// Quartier, avenue and parcel; "" for a part that is not known.
    pub parts: [String; 3],
    /// The names of the persons whose rows give it, each once.
    pub names: Vec<String>,
    /// The first of these rows.
    pub row: RowPlace,
}

/// Returns the other addresses of a household, or of the household of a person for this person alone. Nothing is
/// logged: the person or household was looked up.
///
/// # Errors
/// Those of [`super::show()`] and of reading the reference files.
pub fn other_addresses(clean: &Path, raw: &Path, config: &Config, id: &str) -> Result<Vec<OtherAddress>> {
    let id = canonical_id(id)?;
    let lists = lists_of(&Reference::read(&raw.join("reference"))?, config)?;
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let own = reader.person(&id)?;
        let household_id = own.as_ref().map_or(Some(id.clone()), |own| own.row.household_id.clone());
        let household = household_id.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
        let Some(household) = household else { return Ok(Vec::new()) };
        let members = match own {
            Some(own) => vec![own],
            None => reader.members(&household)?,
        };
        // The fiches of a household that moved as a whole give the address before.
        let persons: Vec<&PersonRow> = members.iter().map(|member| &member.row).collect();
        let events = events_for_address(generation, &persons)?;
        if persons.iter().any(|person| last_move(person, &events).is_some()) {
            return Ok(Vec::new());
        }
        let home = household_address(&household.row);
        let mut others: Vec<OtherAddress> = Vec::new();
        for row in reader.rows(&members)?.iter().filter(|row| row.household_id.as_ref() == household_id.as_ref()) {
            let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
            let Some(parts) = row_address(&reader, &place, &lists)? else { continue };
            if !is_other(&parts, &home) {
                continue;
            }
            let name = name_of(&members, row.person_id.as_deref());
            match others.iter_mut().find(|other| same_address(&other.parts, &parts)) {
                Some(other) if other.names.contains(&name) => {}
                Some(other) => other.names.push(name),
                None => others.push(OtherAddress { parts, names: vec![name], row: place }),
            }
        }
        Ok(others)
    })
}

/// Quartier, avenue and parcel that a row gives, with those of its fiche.
pub(super) fn row_address(
    reader: &RegisterReader<'_>,
    place: &RowPlace,
    lists: &ReferenceData,
) -> Result<Option<[String; 3]>> {
    let Some(side) = pair_row(reader, place)? else { return Ok(None) };
    let year = side.person.as_ref().and_then(|person| person.row.census_year);
    Ok(Some(RowMeaning::of_row(&side, year, lists).address(lists)))
}

fn name_of(members: &[PlacedRow<PersonRow>], id: Option<&str>) -> String {
    let own = members.iter().find(|member| Some(member.row.person_id.as_str()) == id);
    own.map(|member| member.row.whole_name()).unwrap_or_default()
}

/// Whether an address is another than that of the household. A part that one of them lacks does not differ.
fn is_other(parts: &[String; 3], home: &[String; 3]) -> bool {
    parts.iter().zip(home).any(|(own, home)| is_other_part(own, home))
}

fn same_address(one: &[String; 3], other: &[String; 3]) -> bool {
    one.each_ref().map(|part| plain_part(part)) == other.each_ref().map(|part| plain_part(part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_another_if_a_part_differs_that_both_have() {
        let address = |parts: [&str; 3]| parts.map(str::to_owned);
        let home = address(["Mokali", "Kwango", "15"]);
        for (own, expected) in [
            (["Biyela", "Mongala", "14 bis"], true),
            (["Mokali", "Kwango", "16"], true),
            (["", "KWANGO", "15"], false),
            (["Mokali", "", ""], false),
            (["", "", ""], false),
        ] {
            assert_eq!(is_other(&address(own), &home), expected, "{own:?}");
        }
        assert!(same_address(&address(["", "Kwango", "14 bis"]), &address(["", "kwango", "14BIS"])));
    }
}
