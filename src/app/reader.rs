//! Reads single persons, households and rows of a generation through its index, without reading its tables.
//!
//! A generation that an older program wrote has no index: its tables are then searched row by row.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;
use std::sync::OnceLock;

use crate::error::{Error, ErrorCode, Result};
use crate::record::parse_id;
use crate::store::{
    AliasRow, Generation, HouseholdIndexRow, HouseholdMemberRow, HouseholdRow, IdIndexRow, LineageRow, LinkRow,
    PersonIndexRow, PersonLineageRow, PersonLinkRow, PersonRow, Store, TableLookup, TableRow, WithdrawnRow,
};

use super::current;

/// Calls `read` with the generation in use, of which only the tables that are read are checked. If that fails, every table
/// is checked first, so that a register with a damaged table is read as every other command reads it.
pub(super) fn read_current<T>(clean: &Path, read: impl Fn(&Generation) -> Result<T>) -> Result<T> {
    let unchecked = if clean.is_dir() { Store::open(clean)?.current_unchecked() } else { None };
    match unchecked.map(|generation| read(&generation)) {
        Some(Ok(answer)) => Ok(answer),
        _ => read(&current(clean)?),
    }
}

/// An identifier as the register spells it. Small letters and missing dashes are accepted, a wrong check character is not.
pub(super) fn spelled_id(id: &str) -> Result<String> {
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

/// The letter with which the identifiers of persons begin.
const PERSON: char = 'P';
/// The letter with which the identifiers of households begin.
const HOUSEHOLD: char = 'M';

/// A row of a table and its place in it, from 0.
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

/// Looks persons, households and rows of one generation up.
pub(super) struct RegisterReader<'g> {
    pub(super) generation: &'g Generation,
    index: Option<RegisterIndex>,
}

impl<'g> RegisterReader<'g> {
    pub(super) fn new(generation: &'g Generation) -> Result<Self> {
        let has_index = generation.manifest.tables.contains_key(PersonIndexRow::SCHEMA.name);
        let ids = if has_index { Some(generation.read()?) } else { None };
        let index = ids.map(|ids| RegisterIndex { ids, ..RegisterIndex::default() });
        Ok(Self { generation, index })
    }

    /// The person that an identifier stands for that is no person's own any more.
    pub(super) fn alias(&self, id: &str) -> Result<Option<AliasRow>> {
        let found = scan(self.generation, &[], &|row: &AliasRow| row.old_id == id)?;
        Ok(found.into_iter().next().map(|found| found.row))
    }

    pub(super) fn person(&self, id: &str) -> Result<Option<PlacedRow<PersonRow>>> {
        match &self.index {
            Some(index) => index.row_of_id(self.generation, &index.persons, (PERSON, id), |row| &row.person_id),
            None => Ok(scan(self.generation, &[], &|row: &PersonRow| row.person_id == id)?.pop()),
        }
    }

    pub(super) fn household(&self, id: &str) -> Result<Option<PlacedRow<HouseholdRow>>> {
        match &self.index {
            Some(index) => {
                index.row_of_id(self.generation, &index.households, (HOUSEHOLD, id), |row| &row.household_id)
            }
            None => Ok(scan(self.generation, &[], &|row: &HouseholdRow| row.household_id == id)?.pop()),
        }
    }

    /// The persons of a household, by identifier.
    pub(super) fn members(&self, household: &PlacedRow<HouseholdRow>) -> Result<Vec<PlacedRow<PersonRow>>> {
        let id = Some(&household.row.household_id);
        let Some(index) = &self.index else {
            return scan(self.generation, &[], &|row: &PersonRow| row.household_id.as_ref() == id);
        };
        let list = index.household_index.list(self.generation, household.place, |row| row.members_end)?;
        let members = index.household_members.rows_at(self.generation, &list.collect::<Vec<_>>())?;
        let places: Vec<usize> = members.iter().map(|member| member.place.unsigned_abs() as usize).collect();
        let persons = index.persons.rows_at(self.generation, &places)?;
        if persons.iter().any(|person| person.household_id.as_ref() != id) {
            return Err(damaged::<HouseholdMemberRow>(self.generation));
        }
        Ok(places.into_iter().zip(persons).map(|(place, row)| PlacedRow { place, row }).collect())
    }

    /// The rows of persons and the links of these rows, each in the order of its table.
    pub(super) fn rows_and_links(&self, persons: &[PlacedRow<PersonRow>]) -> Result<(Vec<LineageRow>, Vec<LinkRow>)> {
        let generation = self.generation;
        let Some(index) = &self.index else {
            let rows = self.rows(persons)?;
            let places: HashSet<(&str, &str, i64)> = rows.iter().map(place_of).collect();
            let links = scan(generation, &[], &|link| places_of(link).iter().any(|place| places.contains(place)))?;
            return Ok((rows, links.into_iter().map(|link| link.row).collect()));
        };
        let (rows, links) = rayon::join(|| self.rows(persons), || index.links(generation, persons));
        let (rows, links) = (rows?, links?);
        let places: HashSet<(&str, &str, i64)> = rows.iter().map(place_of).collect();
        if links.iter().any(|link| places_of(link).iter().all(|place| !places.contains(place))) {
            return Err(damaged::<PersonLinkRow>(generation));
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
        let rows = index.rows(self.generation, persons)?;
        if rows.iter().all(is_own) { Ok(rows) } else { Err(damaged::<PersonLineageRow>(self.generation)) }
    }

    /// The row of a sheet, if it was read.
    pub(super) fn row_at(&self, file: &str, sheet: &str, row: i64) -> Result<Option<LineageRow>> {
        match &self.index {
            Some(index) => index.row_at(self.generation, file, sheet, row),
            None => {
                let found = scan(self.generation, &[], &|own: &LineageRow| place_of(own) == (file, sheet, row))?;
                Ok(found.into_iter().next().map(|found| found.row))
            }
        }
    }
}

/// Where a row stands: file, sheet and row number.
pub(super) fn place_of(row: &LineageRow) -> (&str, &str, i64) {
    (&row.file, &row.sheet, row.row)
}

fn places_of(link: &LinkRow) -> [(&str, &str, i64); 2] {
    [(&link.file_a, &link.sheet_a, link.row_a), (&link.file_b, &link.sheet_b, link.row_b)]
}

/// The index of a generation and the tables that it leads to.
#[derive(Default)]
struct RegisterIndex {
    /// In the order of the identifiers: first those of households, then those of persons.
    ids: Vec<IdIndexRow>,
    persons: IndexedTable<PersonRow>,
    households: IndexedTable<HouseholdRow>,
    lineage: IndexedTable<LineageRow>,
    links: IndexedTable<LinkRow>,
    person_index: IndexedTable<PersonIndexRow>,
    person_lineage: IndexedTable<PersonLineageRow>,
    person_links: IndexedTable<PersonLinkRow>,
    household_index: IndexedTable<HouseholdIndexRow>,
    household_members: IndexedTable<HouseholdMemberRow>,
}

impl RegisterIndex {
    /// The row of an identifier in a table that is sorted by it. `prefix` is the letter of the table's identifiers.
    fn row_of_id<R: TableRow>(
        &self,
        generation: &Generation,
        table: &IndexedTable<R>,
        (prefix, id): (char, &str),
        id_of: impl Fn(&R) -> &String,
    ) -> Result<Option<PlacedRow<R>>> {
        if !id.starts_with(prefix) {
            return Ok(None);
        }
        let is_of_table = |entry: &&IdIndexRow| entry.id.starts_with(prefix);
        let next = self.ids.partition_point(|entry| entry.id.as_str() <= id);
        let Some(start) = next.checked_sub(1).and_then(|last| self.ids.get(last)).filter(is_of_table) else {
            return Ok(None);
        };
        let end = match self.ids.get(next).filter(is_of_table) {
            Some(entry) => entry.place.unsigned_abs() as usize,
            None => generation.manifest.tables.get(R::SCHEMA.name).map_or(0, |entry| entry.rows as usize),
        };
        let places = start.place.unsigned_abs() as usize..end;
        let rows = table.rows_at(generation, &places.clone().collect::<Vec<_>>())?;
        let mut rows = places.zip(rows).map(|(place, row)| PlacedRow { place, row });
        Ok(rows.find(|found| id_of(&found.row) == id))
    }

    fn rows(&self, generation: &Generation, persons: &[PlacedRow<PersonRow>]) -> Result<Vec<LineageRow>> {
        let places =
            self.places(generation, persons, (&self.person_lineage, |row| row.lineage_end, |row| row.place))?;
        self.lineage.rows_at(generation, &places)
    }

    fn links(&self, generation: &Generation, persons: &[PlacedRow<PersonRow>]) -> Result<Vec<LinkRow>> {
        let places = self.places(generation, persons, (&self.person_links, |row| row.links_end, |row| row.place))?;
        self.links.rows_at(generation, &places)
    }

    /// The places in the lists of some persons, sorted: the table of lists, where the list of a person ends in it, and the
    /// place that a row of it holds.
    fn places<R: TableRow>(
        &self,
        generation: &Generation,
        persons: &[PlacedRow<PersonRow>],
        (lists, end, place): (&IndexedTable<R>, fn(&PersonIndexRow) -> i32, fn(&R) -> i32),
    ) -> Result<Vec<usize>> {
        let mut places = Vec::new();
        for person in persons {
            let list = self.person_index.list(generation, person.place, end)?;
            let rows = lists.rows_at(generation, &list.collect::<Vec<_>>())?;
            places.extend(rows.iter().map(|row| place(row).unsigned_abs() as usize));
        }
        places.sort_unstable();
        places.dedup();
        Ok(places)
    }

    /// The row of a sheet. The rows of a sheet stand together in `lineage`, in their order, and the manifest counts those
    /// of the sheets before it.
    fn row_at(&self, generation: &Generation, file: &str, sheet: &str, row: i64) -> Result<Option<LineageRow>> {
        let Some(sheet_places) = places_of_sheet(generation, file, sheet) else { return Ok(None) };
        let mut places = sheet_places.start as i64..sheet_places.end as i64;
        // No two rows share a number, so a row stands at most as far from another as their numbers are apart.
        places.end = places.end.min(places.start.saturating_add(row));
        while !places.is_empty() {
            let mut probes = vec![places.start, places.start + (places.end - places.start) / 2, places.end - 1];
            probes.dedup();
            let places_of_probes: Vec<usize> = probes.iter().map(|place| *place as usize).collect();
            let rows = self.lineage.rows_at(generation, &places_of_probes)?;
            for (place, found) in probes.into_iter().zip(rows) {
                if (found.file.as_str(), found.sheet.as_str()) != (file, sheet) {
                    return Err(damaged::<LineageRow>(generation));
                }
                let gap = row.saturating_sub(found.row);
                if gap == 0 {
                    return Ok(Some(found));
                }
                let bound = place.saturating_add(gap);
                if gap > 0 {
                    places = places.start.max(place + 1)..places.end.min(bound.saturating_add(1));
                } else {
                    places = places.start.max(bound)..places.end.min(place);
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

/// A table that is opened, and the hash of its file checked, when it is first read.
struct IndexedTable<R>(OnceLock<TableLookup<R>>);

impl<R> Default for IndexedTable<R> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<R: TableRow> IndexedTable<R> {
    fn rows_at(&self, generation: &Generation, places: &[usize]) -> Result<Vec<R>> {
        let table = match self.0.get() {
            Some(table) => table,
            None => {
                let opened = generation.checked()?;
                self.0.get_or_init(|| opened)
            }
        };
        table.rows_at(places)
    }

    /// The list of an owner, where each row of this table says at which place the list of its owner ends.
    fn list(&self, generation: &Generation, owner: usize, end: impl Fn(&R) -> i32) -> Result<Range<usize>> {
        let rows = self.rows_at(generation, &(owner.saturating_sub(1)..owner + 1).collect::<Vec<_>>())?;
        let end = |row: &R| end(row).unsigned_abs() as usize;
        match rows.as_slice() {
            [own] => Ok(0..end(own)),
            [before, own] => Ok(end(before)..end(own)),
            _ => Err(damaged::<R>(generation)),
        }
    }
}

/// A table whose rows are not those that another table leads to.
fn damaged<R: TableRow>(generation: &Generation) -> Error {
    Error::new(ErrorCode::TableDamaged).at(&generation.dir.join(R::SCHEMA.file_name())).with("table", R::SCHEMA.name)
}
