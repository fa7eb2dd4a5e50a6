//! Writes the index by person and household, so that `show` and `decide` read a few row groups of a register, not all
//! of it.
//!
//! The index leads from an identifier to its place in `persons` or `households` (`id_index`), from a person to the
//! places of their rows in `lineage` and of their links in `links`, from a household to the places of its members in
//! `persons`.

use std::ops::Range;

use crate::error::Result;
use crate::link::LinkOutcome;
use crate::store::{
    HouseholdIndexRow, HouseholdMemberRow, IdIndexRow, PersonIndexRow, PersonLineageRow, PersonLinkRow, ReviewCount,
    TableRow, TableWriter,
};

use super::register_tables::{NONE, RegisterTables};
use super::table_rows::decided_by;

/// The index lists one of this many identifiers: reading this many rows of a table costs no more than reading one.
const ID_STEP: usize = 64;

/// For each owner a list of places; the lists stand one after the other.
struct PlaceLists {
    /// For each owner the end of its list in `places`.
    ends: Vec<u32>,
    places: Vec<u32>,
}

impl PlaceLists {
    /// Gathers pairs of an owner and a place by their owner; the places of an owner keep their order.
    fn new(n_owners: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0_u32; n_owners + 1];
        pairs.clone().for_each(|(owner, _)| starts[owner as usize + 1] += 1);
        for owner in 0..n_owners {
            starts[owner + 1] += starts[owner];
        }
        let mut places = vec![0; starts[n_owners] as usize];
        for (owner, place) in pairs {
            let next = &mut starts[owner as usize];
            places[*next as usize] = place;
            *next += 1;
        }
        // Each start has moved to the end of its list.
        starts.pop();
        Self { ends: starts, places }
    }
}

pub(super) fn write(writer: &mut TableWriter<'_>, tables: &RegisterTables<'_>) -> Result<()> {
    let register = tables.register;
    let households = register.households.iter().map(|household| household.id.as_str());
    let persons = register.persons.iter().map(|person| &*person.id);
    let ids: Vec<IdIndexRow> = id_rows(households).chain(id_rows(persons)).collect();
    writer.table(ids.len(), &|places| ids[places].to_vec())?;

    let members = (0..).zip(&register.persons).filter_map(|(place, person)| Some((person.household?, place)));
    let members = PlaceLists::new(register.households.len(), members);
    let household = |places: Range<usize>| {
        members.ends[places].iter().map(|end| HouseholdIndexRow { members_end: *end as i32 }).collect()
    };
    writer.table(members.ends.len(), &household)?;
    write_places(writer, &members.places, |place| HouseholdMemberRow { place })?;

    let person_of = |row: u32| register.person_of_row[row as usize];
    let rows = (0..).zip(&tables.accepted_of_read).filter(|(_, row)| **row != NONE);
    let lineage = PlaceLists::new(register.persons.len(), rows.map(|(place, row)| (person_of(*row), place)));
    let persons_of_links = (0..).zip(&tables.links).flat_map(|(place, link)| {
        let link = &tables.linked.links[*link as usize];
        let (a, b) = (person_of(link.a), person_of(link.b));
        [Some((a, place)), Some((b, place)).filter(|_| a != b)].into_iter().flatten()
    });
    let links = PlaceLists::new(register.persons.len(), persons_of_links);
    let person = |places: Range<usize>| {
        let ends = lineage.ends[places.clone()].iter().zip(&links.ends[places]);
        ends.map(|(lineage, links)| PersonIndexRow { lineage_end: *lineage as i32, links_end: *links as i32 }).collect()
    };
    writer.table(register.persons.len(), &person)?;
    write_places(writer, &lineage.places, |place| PersonLineageRow { place })?;
    write_places(writer, &links.places, |place| PersonLinkRow { place })
}

/// Returns every [`ID_STEP`]th identifier with its place.
fn id_rows<'i>(ids: impl Iterator<Item = &'i str>) -> impl Iterator<Item = IdIndexRow> {
    let row = |(place, id): (usize, &str)| IdIndexRow { id: id.to_owned(), place: place as i32 };
    ids.enumerate().step_by(ID_STEP).map(row)
}

fn write_places<R: TableRow>(writer: &mut TableWriter<'_>, places: &[u32], row: fn(i32) -> R) -> Result<()> {
    writer.table(places.len(), &|part| places[part].iter().map(|place| row(*place as i32)).collect())
}

/// Counts the links that a person may judge.
pub(super) fn review_count(tables: &RegisterTables<'_>) -> ReviewCount {
    let mut count = ReviewCount::default();
    for link in &tables.linked.links {
        match (link.outcome == LinkOutcome::Linked, decided_by(link)) {
            (true, "score") => count.joined += 1,
            (false, "score" | "rule") => count.open += 1,
            _ => {}
        }
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_listed_owner_by_owner_in_their_order() {
        let pairs = [(2, 0), (0, 1), (2, 2), (0, 3), (3, 4)];
        let lists = PlaceLists::new(5, pairs.into_iter());
        assert_eq!((lists.ends, lists.places), (vec![2, 2, 4, 5, 5], vec![1, 3, 0, 2, 4]));
        let none = PlaceLists::new(0, std::iter::empty());
        assert!(none.ends.is_empty() && none.places.is_empty());
    }
}
