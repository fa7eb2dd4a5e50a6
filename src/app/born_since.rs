//! Children whom an act alone names, and the household of their mother: they were born since its fiche was written.

use std::collections::BTreeSet;
use std::path::Path;

use crate::error::Result;
use crate::store::{BirthRow, Generation, PersonRow};

use super::birth_act::act_years;
use super::reader::{RegisterReader, canonical_id, read_current, scan};
use super::residence::household_address;

/// A child of a household whom no fiche names.
#[derive(Debug, Clone, PartialEq)]
pub struct BornSince {
    /// The child.
    pub person: PersonRow,
    /// The year of the register in which the act is; `None` if it is not known.
    pub act_year: Option<i32>,
}

/// The household of the mother of a child whom no fiche names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MothersHousehold {
    /// Its identifier.
    pub id: String,
    /// The name of its head; "" if it has none.
    pub head: String,
    /// Quartier, avenue and parcel; "" for a part that is not known.
    pub address: [String; 3],
}

/// Returns the household of the mother of a person whom an act alone names; `None` for any other person. Nothing is
/// logged: the person was looked up.
///
/// # Errors
/// Those of [`super::show()`].
pub fn mothers_household(clean: &Path, id: &str) -> Result<Option<MothersHousehold>> {
    let id = canonical_id(id)?;
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let Some(child) = reader.person(&id)?.filter(|child| is_by_act_alone(&child.row)) else { return Ok(None) };
        let acts = acts_with_mother(generation, &|act| act.person_id == child.row.person_id)?;
        let Some(mother) = acts.into_iter().find_map(|act| act.mother_id) else { return Ok(None) };
        let household_id = reader.person(&mother)?.and_then(|mother| mother.row.household_id);
        let Some(home) = household_id.map(|id| reader.household(&id)).transpose()?.flatten() else { return Ok(None) };
        let head = home.row.head_person_id.as_deref().map(|head| reader.person(head)).transpose()?.flatten();
        Ok(Some(MothersHousehold {
            head: head.map(|head| head.row.whole_name()).unwrap_or_default(),
            address: household_address(&home.row),
            id: home.row.household_id,
        }))
    })
}

/// Returns the children of the women of a household whom an act alone names, the eldest first. Nothing is logged: the
/// household was looked up.
///
/// # Errors
/// Those of [`super::show()`].
pub fn born_since(clean: &Path, household: &str) -> Result<Vec<BornSince>> {
    let household = canonical_id(household)?;
    read_current(clean, |generation| {
        let reader = RegisterReader::new(generation)?;
        let Some(home) = reader.household(&household)? else { return Ok(Vec::new()) };
        let members = reader.members(&home)?;
        let ids: BTreeSet<&str> = members.iter().map(|member| member.row.person_id.as_str()).collect();
        let is_of_member = |act: &BirthRow| act.mother_id.as_deref().is_some_and(|mother| ids.contains(mother));
        let of_acts = acts_with_mother(generation, &is_of_member)?;
        let children: BTreeSet<String> = of_acts.into_iter().map(|act| act.person_id).collect();
        let mut persons = Vec::new();
        for id in &children {
            persons.extend(reader.person(id)?.map(|found| found.row).filter(is_by_act_alone));
        }
        persons.sort_by_key(|child| child.born_on);
        let years = act_years(&reader, persons.iter())?;
        let child = |person: PersonRow| BornSince { act_year: years.get(&person.person_id).copied(), person };
        Ok(persons.into_iter().map(child).collect())
    })
}

fn is_by_act_alone(person: &PersonRow) -> bool {
    person.status == "birth_only" && person.household_id.is_none()
}

/// The acts that are no copies and whose mother is known, as far as they are wanted.
fn acts_with_mother(generation: &Generation, is_wanted: &(dyn Fn(&BirthRow) -> bool + Sync)) -> Result<Vec<BirthRow>> {
    let without = ["sheet", "born_on", "delay_days", "limit_days", "category", "quartier", "birth_place"];
    let is_wanted = |act: &BirthRow| act.mother_id.is_some() && act.duplicate_of.is_none() && is_wanted(act);
    Ok(scan(generation, &without, &is_wanted)?.into_iter().map(|found| found.row).collect())
}
