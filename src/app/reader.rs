//! Reads one person, household or row of a generation through its index, without reading whole tables.
//!
//! A generation that an older program wrote has no index: its tables are then searched row by row.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{is_person_id, parse_id};
use crate::store::{
    AliasRow, Generation, HouseholdIndexRow, HouseholdMemberRow, HouseholdRow, IdIndexRow, LineageRow, LinkRow,
    PersonIndexRow, PersonLineageRow, PersonLinkRow, PersonRow, Store, TableLookup, TableRow, WithdrawnRow,
};

use super::current;

/// Calls `read` with the generation in use. At first only those tables are checked that `read` reads. If it fails,
/// every table is checked and `read` is called again: a damaged register then gives the same error as in any other
/// command, or an older generation is used.
pub(super) fn read_current<T>(clean: &Path, read: impl Fn(&Generation) -> Result<T>) -> Result<T> {
    let unchecked = if clean.is_dir() { Store::open(clean)?.current_unchecked() } else { None };
    match unchecked.map(|generation| read(&generation)) {
        Some(Ok(answer)) => Ok(answer),
        _ => read(&current(clean)?),
    }
}

/// Returns an identifier as the register writes it. Small letters and missing dashes are accepted, a wrong check
/// character is not.
pub(super) fn canonical_id(id: &str) -> Result<String> {
    let n_letters = id.chars().filter(char::is_ascii_alphanumeric).count();
    let code = if n_letters == 10 { ErrorCode::IdSlip } else { ErrorCode::IdUnknown };
    parse_id(id).ok_or_else(|| Error::new(code).with("id", id))
}

/// The row of `persons` of a person withdrawn, with the values that the register last held.
pub(super) fn withdrawn_as_person(row: &WithdrawnRow) -> PersonRow {
    PersonRow {
        person_id: row.person_id.clone(),
        nom: row.nom.clone(),
        postnom: row.postnom.clone(),
        prenom: row.prenom.clone(),
        sex: row.sex.clone(),
        born_on: row.born_on,
        born_on_precision: row.born_on_precision.clone(),
        quartier: row.quartier.clone(),
        status: "withdrawn".to_owned(),
        registered_in: row.registered_in,
        ..PersonRow::default()
    }
}

/// The letter with which the identifiers of households begin.
const HOUSEHOLD: char = 'M';

/// A row of a table and its place there: its index in the table, from 0.
pub(super) struct PlacedRow<R> {
    pub(super) place: usize,
    pub(super) row: R,
}

/// Returns the rows of a table that are wanted, in their order. The columns in `without` are not read.
pub(super) fn scan<R: TableRow>(
    generation: &Generation,
    without: &[&str],
    is_wanted: &(dyn Fn(&R) -> bool + Sync),
) -> Result<Vec<PlacedRow<R>>> {
    let of_group = |places: Range<usize>, rows: Vec<R>| -> Vec<PlacedRow<R>> {
        let rows = places.zip(rows).filter(|(_, row)| is_wanted(row));
        rows.map(|(place, row)| PlacedRow { place, row }).collect()
    };
    Ok(generation.map_groups(without, &|_| true, &of_group)?.into_iter().flatten().collect())
}

/// A household and the persons in it.
pub(super) struct HouseholdWithMembers {
    pub(super) household: HouseholdRow,
    pub(super) members: Vec<PersonRow>,
}

/// Looks up persons, households and rows of one generation.
pub(super) struct RegisterReader<'g> {
    pub(super) generation: &'g Generation,
    index: Option<RegisterIndex<'g>>,
}

impl<'g> RegisterReader<'g> {
    pub(super) fn new(generation: &'g Generation) -> Result<Self> {
        let has_index = generation.manifest.tables.contains_key(PersonIndexRow::SCHEMA.name);
        let index = if has_index { Some(RegisterIndex::new(generation)?) } else { None };
        Ok(Self { generation, index })
    }

    /// The entry of an identifier that merged with another or was withdrawn.
    pub(super) fn alias(&self, id: &str) -> Result<Option<AliasRow>> {
        let found = scan(self.generation, &[], &|row: &AliasRow| row.old_id == id)?;
        Ok(found.into_iter().next().map(|found| found.row))
    }

    /// The person of an identifier.
    pub(super) fn person(&self, id: &str) -> Result<Option<PlacedRow<PersonRow>>> {
        match &self.index {
            Some(index) if is_person_id(id) => {
                let prefix = id.chars().next().unwrap_or_default();
                index.row_of_id(&index.persons, prefix, id, |row| &row.person_id)
            }
            Some(_) => Ok(None),
            None => Ok(scan(self.generation, &[], &|row: &PersonRow| row.person_id == id)?.pop()),
        }
    }

    /// The household of an identifier.
    pub(super) fn household(&self, id: &str) -> Result<Option<PlacedRow<HouseholdRow>>> {
        match &self.index {
            Some(index) if id.starts_with(HOUSEHOLD) => {
                index.row_of_id(&index.households, HOUSEHOLD, id, |row| &row.household_id)
            }
            Some(_) => Ok(None),
            None => Ok(scan(self.generation, &[], &|row: &HouseholdRow| row.household_id == id)?.pop()),
        }
    }

    /// The persons of a household, by identifier.
    pub(super) fn members(&self, household: &PlacedRow<HouseholdRow>) -> Result<Vec<PlacedRow<PersonRow>>> {
        let id = Some(&household.row.household_id);
        let Some(index) = &self.index else {
            return scan(self.generation, &[], &|row: &PersonRow| row.household_id.as_ref() == id);
        };
        let list = index.household_index.list(household.place, |row| row.members_end)?;
        let places = index.household_members.places(list, |row| row.place)?;
        let persons = index.persons.rows_at(&places)?;
        if persons.iter().any(|person| person.household_id.as_ref() != id) {
            return Err(damaged::<HouseholdMemberRow>(self.generation));
        }
        Ok(places.into_iter().zip(persons).map(|(place, row)| PlacedRow { place, row }).collect())
    }

    /// Returns households and their members, by the identifiers of the households. The columns of `persons` in
    /// `omitted` are not read. Each table is read once for all of them.
    pub(super) fn households_with_members(
        &self,
        ids: &[&str],
        omitted: &[&str],
    ) -> Result<HashMap<String, HouseholdWithMembers>> {
        let Some(index) = &self.index else {
            let mut found = HashMap::new();
            for id in ids {
                let Some(household) = self.household(id)? else { continue };
                let members = self.members(&household)?.into_iter().map(|member| member.row).collect();
                found.insert((*id).to_owned(), HouseholdWithMembers { household: household.row, members });
            }
            return Ok(found);
        };
        let households = index.rows_of_ids(&index.households, HOUSEHOLD, ids, |row| &row.household_id)?;
        let owners: Vec<usize> = households.iter().map(|household| household.place).collect();
        let lists = index.household_index.lists(&owners, |row| row.members_end)?;
        let places = index.household_members.places(lists.iter().cloned().flatten(), |row| row.place)?;
        let mut persons = index.persons.rows_without(&places, omitted)?.into_iter();
        let mut found = HashMap::with_capacity(households.len());
        for (household, list) in households.into_iter().zip(lists) {
            let (id, members) =
                (household.row.household_id.clone(), persons.by_ref().take(list.len()).collect::<Vec<_>>());
            if members.iter().any(|person: &PersonRow| person.household_id.as_ref() != Some(&id)) {
                return Err(damaged::<HouseholdMemberRow>(self.generation));
            }
            found.insert(id, HouseholdWithMembers { household: household.row, members });
        }
        Ok(found)
    }

    /// The rows of persons and the links of these rows, each in the order of its table.
    pub(super) fn rows_and_links(&self, persons: &[PlacedRow<PersonRow>]) -> Result<(Vec<LineageRow>, Vec<LinkRow>)> {
        let Some(index) = &self.index else {
            let rows = self.rows(persons)?;
            let positions: HashSet<(&str, &str, i64)> = rows.iter().map(position_of).collect();
            let is_own = |link: &LinkRow| positions_of(link).iter().any(|position| positions.contains(position));
            let links = scan(self.generation, &[], &is_own)?;
            return Ok((rows, links.into_iter().map(|link| link.row).collect()));
        };
        let (rows, links) = rayon::join(|| self.rows(persons), || index.links(persons));
        let (rows, links) = (rows?, links?);
        let positions: HashSet<(&str, &str, i64)> = rows.iter().map(position_of).collect();
        if links.iter().any(|link| positions_of(link).iter().all(|position| !positions.contains(position))) {
            return Err(damaged::<PersonLinkRow>(self.generation));
        }
        Ok((rows, links))
    }

    /// The rows of persons, in the order of `lineage`.
    pub(super) fn rows(&self, persons: &[PlacedRow<PersonRow>]) -> Result<Vec<LineageRow>> {
        let ids: HashSet<&str> = persons.iter().map(|person| person.row.person_id.as_str()).collect();
        let is_own = |row: &LineageRow| row.person_id.as_deref().is_some_and(|id| ids.contains(id));
        let Some(index) = &self.index else {
            return Ok(scan(self.generation, &[], &is_own)?.into_iter().map(|row| row.row).collect());
        };
        let rows = index.rows(persons)?;
        if rows.iter().all(is_own) { Ok(rows) } else { Err(damaged::<PersonLineageRow>(self.generation)) }
    }

    /// The row of a sheet, if it was read.
    pub(super) fn row_at(&self, file: &str, sheet: &str, row: i64) -> Result<Option<LineageRow>> {
        match &self.index {
            Some(index) => Ok(index.row_at(file, sheet, row)?.map(|found| found.row)),
            None => {
                let found = scan(self.generation, &[], &|own: &LineageRow| position_of(own) == (file, sheet, row))?;
                Ok(found.into_iter().next().map(|found| found.row))
            }
        }
    }

    /// The rows of the same sheet and household as a row, itself too, in the order of the sheet. They stand near it.
    pub(super) fn fiche_rows(&self, row: &LineageRow) -> Result<Vec<LineageRow>> {
        /// Rows looked at before and after.
        const NEAR: usize = 100;
        let (file, sheet, number) = position_of(row);
        let is_of_fiche = |own: &LineageRow| {
            (own.file.as_str(), own.sheet.as_str()) == (file, sheet) && own.household_id == row.household_id
        };
        let Some(index) = &self.index else {
            return Ok(scan(self.generation, &[], &is_of_fiche)?.into_iter().map(|found| found.row).collect());
        };
        let places = places_of_sheet(self.generation, file, sheet).zip(index.row_at(file, sheet, number)?);
        let Some((places, own)) = places else { return Ok(Vec::new()) };
        let near = places.start.max(own.place.saturating_sub(NEAR))..places.end.min(own.place + NEAR + 1);
        let rows = index.lineage.rows_at(&near.collect::<Vec<_>>())?;
        Ok(rows.into_iter().filter(is_of_fiche).collect())
    }
}

/// Returns where a row of a sheet stands: file, sheet and row number.
pub(super) fn position_of(row: &LineageRow) -> (&str, &str, i64) {
    (&row.file, &row.sheet, row.row)
}

fn positions_of(link: &LinkRow) -> [(&str, &str, i64); 2] {
    [(&link.file_a, &link.sheet_a, link.row_a), (&link.file_b, &link.sheet_b, link.row_b)]
}

/// The index of a generation and the tables that it leads to.
struct RegisterIndex<'g> {
    generation: &'g Generation,
    /// Sorted by identifier: first those of households, then those of persons.
    ids: Vec<IdIndexRow>,
    persons: IndexedTable<'g, PersonRow>,
    households: IndexedTable<'g, HouseholdRow>,
    lineage: IndexedTable<'g, LineageRow>,
    links: IndexedTable<'g, LinkRow>,
    person_index: IndexedTable<'g, PersonIndexRow>,
    person_lineage: IndexedTable<'g, PersonLineageRow>,
    person_links: IndexedTable<'g, PersonLinkRow>,
    household_index: IndexedTable<'g, HouseholdIndexRow>,
    household_members: IndexedTable<'g, HouseholdMemberRow>,
}

impl<'g> RegisterIndex<'g> {
    fn new(generation: &'g Generation) -> Result<Self> {
        Ok(Self {
            generation,
            ids: generation.read()?,
            persons: IndexedTable::new(generation),
            households: IndexedTable::new(generation),
            lineage: IndexedTable::new(generation),
            links: IndexedTable::new(generation),
            person_index: IndexedTable::new(generation),
            person_lineage: IndexedTable::new(generation),
            person_links: IndexedTable::new(generation),
            household_index: IndexedTable::new(generation),
            household_members: IndexedTable::new(generation),
        })
    }

    /// The row of an identifier in a table that is sorted by it. `prefix` is the letter of the table's identifiers.
    fn row_of_id<R: TableRow>(
        &self,
        table: &IndexedTable<'_, R>,
        prefix: char,
        id: &str,
        id_of: impl Fn(&R) -> &String,
    ) -> Result<Option<PlacedRow<R>>> {
        Ok(self.rows_of_ids(table, prefix, &[id], id_of)?.pop())
    }

    /// The rows of identifiers in a table that is sorted by them, in its order, each once. One that the table lacks has
    /// no row.
    fn rows_of_ids<R: TableRow>(
        &self,
        table: &IndexedTable<'_, R>,
        prefix: char,
        ids: &[&str],
        id_of: impl Fn(&R) -> &String,
    ) -> Result<Vec<PlacedRow<R>>> {
        let is_of_table = |entry: &&IdIndexRow| entry.id.starts_with(prefix);
        let mut places = BTreeSet::new();
        for id in ids {
            let next = self.ids.partition_point(|entry| entry.id.as_str() <= *id);
            let Some(entry) = next.checked_sub(1).and_then(|last| self.ids.get(last)).filter(is_of_table) else {
                continue;
            };
            let end = match self.ids.get(next).filter(is_of_table) {
                Some(entry) => entry.place.unsigned_abs() as usize,
                None => self.generation.manifest.tables.get(R::SCHEMA.name).map_or(0, |entry| entry.rows as usize),
            };
            places.extend(entry.place.unsigned_abs() as usize..end);
        }
        let places: Vec<usize> = places.into_iter().collect();
        let rows = table.rows_at(&places)?;
        let rows = places.into_iter().zip(rows).map(|(place, row)| PlacedRow { place, row });
        Ok(rows.filter(|found| ids.contains(&id_of(&found.row).as_str())).collect())
    }

    fn rows(&self, persons: &[PlacedRow<PersonRow>]) -> Result<Vec<LineageRow>> {
        let mut places = Vec::new();
        for person in persons {
            let list = self.person_index.list(person.place, |row| row.lineage_end)?;
            places.extend(self.person_lineage.places(list, |row| row.place)?);
        }
        places.sort_unstable();
        self.lineage.rows_at(&places)
    }

    fn links(&self, persons: &[PlacedRow<PersonRow>]) -> Result<Vec<LinkRow>> {
        let mut places = Vec::new();
        for person in persons {
            let list = self.person_index.list(person.place, |row| row.links_end)?;
            places.extend(self.person_links.places(list, |row| row.place)?);
        }
        places.sort_unstable();
        // A link between two of the persons is in the lists of both.
        places.dedup();
        self.links.rows_at(&places)
    }

    /// The row of a sheet. The rows of a sheet stand together in `lineage`, sorted by row number, and the manifest
    /// counts the rows of the sheets before it.
    fn row_at(&self, file: &str, sheet: &str, row: i64) -> Result<Option<PlacedRow<LineageRow>>> {
        let Some(sheet_places) = places_of_sheet(self.generation, file, sheet) else { return Ok(None) };
        let mut places = sheet_places.start as i64..sheet_places.end as i64;
        // Row numbers begin at 1 and none occurs twice: rows are no further apart in the table than their numbers.
        places.end = places.end.min(places.start.saturating_add(row));
        while !places.is_empty() {
            let mut probes = vec![places.start, places.start + (places.end - places.start) / 2, places.end - 1];
            probes.dedup();
            let rows = self.lineage.rows_at(&probes.iter().map(|place| *place as usize).collect::<Vec<_>>())?;
            for (place, found) in probes.into_iter().zip(rows) {
                if (found.file.as_str(), found.sheet.as_str()) != (file, sheet) {
                    return Err(damaged::<LineageRow>(self.generation));
                }
                let gap = row.saturating_sub(found.row);
                let furthest = place.saturating_add(gap);
                match gap {
                    0 => return Ok(Some(PlacedRow { place: place.unsigned_abs() as usize, row: found })),
                    1.. => places = places.start.max(place + 1)..places.end.min(furthest.saturating_add(1)),
                    _ => places = places.start.max(furthest)..places.end.min(place),
                }
            }
        }
        Ok(None)
    }
}

/// The places of the rows of a sheet in `lineage`.
fn places_of_sheet(generation: &Generation, file: &str, sheet: &str) -> Option<Range<usize>> {
    let mut first = 0;
    for input in &generation.manifest.inputs {
        for entry in &input.sheets {
            let places = first..first + entry.rows as usize;
            if (input.path.as_str(), entry.name.as_str()) == (file, sheet) {
                return Some(places);
            }
            first = places.end;
        }
    }
    None
}

/// A table. When it is first read, it is opened and the hash of its file is checked.
struct IndexedTable<'g, R> {
    generation: &'g Generation,
    table: OnceLock<TableLookup<R>>,
}

impl<'g, R: TableRow> IndexedTable<'g, R> {
    fn new(generation: &'g Generation) -> Self {
        Self { generation, table: OnceLock::new() }
    }

    fn rows_at(&self, places: &[usize]) -> Result<Vec<R>> {
        self.rows_without(places, &[])
    }

    /// The rows at these places without some columns.
    fn rows_without(&self, places: &[usize], omitted: &[&str]) -> Result<Vec<R>> {
        if places.is_empty() {
            return Ok(Vec::new());
        }
        let table = match self.table.get() {
            Some(table) => table,
            None => {
                let opened = self.generation.checked()?;
                self.table.get_or_init(|| opened)
            }
        };
        if omitted.is_empty() { table.rows_at(places) } else { table.rows_without(places, omitted) }
    }

    /// Returns where the list of an owner (a person or a household) begins and ends in the table of places.
    fn list(&self, owner: usize, end: impl Fn(&R) -> i32) -> Result<Range<usize>> {
        self.lists(&[owner], end)?.pop().ok_or_else(|| damaged::<R>(self.generation))
    }

    /// Returns where the lists of some owners begin and end. Row `owner` of this table says where that list ends; it
    /// begins where the list of the owner before ends.
    fn lists(&self, owners: &[usize], end: impl Fn(&R) -> i32) -> Result<Vec<Range<usize>>> {
        let places: BTreeSet<usize> = owners.iter().flat_map(|owner| [owner.saturating_sub(1), *owner]).collect();
        let places: Vec<usize> = places.into_iter().collect();
        let rows = self.rows_at(&places)?;
        let end_of = |owner: usize| {
            let found = places.binary_search(&owner).ok().and_then(|at| rows.get(at));
            found.map(|row| end(row).unsigned_abs() as usize).ok_or_else(|| damaged::<R>(self.generation))
        };
        let list = |owner: &usize| {
            let start = if *owner == 0 { 0 } else { end_of(owner - 1)? };
            let list = start..end_of(*owner)?;
            if list.start <= list.end { Ok(list) } else { Err(damaged::<R>(self.generation)) }
        };
        owners.iter().map(list).collect()
    }

    /// The places in a list.
    fn places(&self, list: impl Iterator<Item = usize>, place: impl Fn(&R) -> i32) -> Result<Vec<usize>> {
        let rows = self.rows_at(&list.collect::<Vec<_>>())?;
        Ok(rows.iter().map(|row| place(row).unsigned_abs() as usize).collect())
    }
}

/// The error of a table whose rows do not match the index.
fn damaged<R: TableRow>(generation: &Generation) -> Error {
    Error::new(ErrorCode::TableDamaged).at(&generation.dir.join(R::SCHEMA.file_name())).with("table", R::SCHEMA.name)
}
