//! Reads from the last generation what a run needs of it: rows with their keys, persons with their names and ids.

use std::collections::HashMap;

use compact_str::CompactString;
use foldhash::fast::FixedState;

use crate::error::Result;
use crate::record::{Text, stable_place};
use crate::register::{
    PreviousAlias, PreviousIdentities, PreviousPerson, PreviousRow, PreviousRowExtra, RowIdentityFields,
};
use crate::store::{AliasRow, Generation, LineageRow, PersonRow, TableCell, TableRow, cells_hash};

/// The register of the last generation.
#[derive(Debug, Default)]
pub(super) struct PreviousRegister {
    pub(super) previous: PreviousIdentities,
    /// For each of its persons the hash of their row in `persons`.
    pub(super) person_hashes: Vec<u64>,
    /// For each of its rows its place in the table `lineage`.
    pub(super) lineage_places: Vec<u32>,
}

impl PreviousRegister {
    /// Reads the register of a generation. It is empty before the first run.
    ///
    /// # Errors
    /// Those of the store.
    pub(super) fn read(last: Option<&Generation>) -> Result<Self> {
        let Some(last) = last else { return Ok(Self::default()) };
        in_threads_of_its_own(|| Self::read_tables(last))
    }

    fn read_tables(last: &Generation) -> Result<Self> {
        let alias = |row: AliasRow| {
            let founding_key = row.row_key.and_then(|key| u64::from_str_radix(&key, 16).ok());
            let AliasRow { old_id, person_id, registered_in, .. } = row;
            (old_id, PreviousAlias { person_id, registered_in, founding_key })
        };
        let aliases = last.read::<AliasRow>()?.into_iter().map(alias).collect();
        let (persons, names, person_hashes) = read_persons(last)?;
        let mut previous = PreviousIdentities::new(persons, names, aliases);
        let lineage_places = read_rows(last, &mut previous)?;
        Ok(Self { previous, person_hashes, lineage_places })
    }
}

/// Does work that reads tables in threads that end with it. The memory that they keep for further texts is then freed.
pub(super) fn in_threads_of_its_own<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    match rayon::ThreadPoolBuilder::new().num_threads(rayon::current_num_threads()).build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}

/// What the comparison with the new register needs of the last one: less memory than all of it.
pub(super) struct ComparedRegister {
    /// The ids of the persons, sorted.
    pub(super) person_ids: Vec<CompactString>,
    /// For each person the hash of their row in `persons`.
    pub(super) person_hashes: Vec<u64>,
    /// For each row its person and its place in the table `lineage`.
    pub(super) rows: Vec<(u32, u32)>,
}

impl From<PreviousRegister> for ComparedRegister {
    fn from(PreviousRegister { previous, person_hashes, lineage_places }: PreviousRegister) -> Self {
        let rows = previous.rows.iter().map(|row| row.person).zip(lineage_places).collect();
        drop(previous.rows);
        let mut person_ids: Vec<CompactString> = previous.persons.into_iter().map(|person| person.id).collect();
        // The ids were collected in the memory of the persons.
        person_ids.shrink_to_fit();
        Self { person_ids, person_hashes, rows }
    }
}

/// Returns for each file of a generation the place of its first row in the table `lineage`.
pub(super) fn first_lineage_places(generation: &Generation) -> Vec<u64> {
    let n_rows = |input: &crate::store::InputEntry| input.sheets.iter().map(|sheet| sheet.rows).sum::<u64>();
    let first = |next: &mut u64, input| {
        let own = *next;
        *next += n_rows(input);
        Some(own)
    };
    generation.manifest.inputs.iter().scan(0, first).collect()
}

/// Persons of a row group on their way into [`PreviousRegister`], with their names.
#[derive(Default)]
struct PersonGroup {
    persons: Vec<PreviousPerson>,
    hashes: Vec<u64>,
    names: NumberedNames,
}

/// Distinct names in the order in which they were added.
#[derive(Default)]
struct NumberedNames {
    names: Vec<Text>,
    number_of: HashMap<Text, u32, FixedState>,
}

impl NumberedNames {
    /// Returns the number of a name, which is added if it is new.
    fn number(&mut self, name: &str) -> u32 {
        self.number_of.get(name).copied().unwrap_or_else(|| {
            let (number, name) = (self.names.len() as u32, Text::from(name));
            self.number_of.insert(name.clone(), number);
            self.names.push(name);
            number
        })
    }
}

/// Returns the persons, in the order of the table, their distinct names, and the hash of each row.
fn read_persons(last: &Generation) -> Result<(Vec<PreviousPerson>, Vec<Text>, Vec<u64>)> {
    let columns = ["person_id", "nom", "postnom", "prenom", "born_on", "registered_in"];
    let [id, nom, postnom, prenom, born_on, registered_in] = PersonRow::SCHEMA.column_places(columns);
    let fold = |group: &mut PersonGroup, _, cells: &[TableCell<'_>]| {
        let names = [nom, postnom, prenom].map(|column| group.names.number(cells[column].text().unwrap_or_default()));
        group.hashes.push(cells_hash(cells.iter().copied()));
        group.persons.push(PreviousPerson {
            id: cells[id].text().unwrap_or_default().into(),
            registered_in: cells[registered_in].int().unwrap_or(0) as i32,
            names,
            born_on: cells[born_on].date(),
        });
    };
    let n_persons = last.manifest.tables.get(PersonRow::SCHEMA.name).map_or(0, |table| table.rows as usize);
    let (mut persons, mut hashes) = (Vec::with_capacity(n_persons), Vec::with_capacity(n_persons));
    let mut names = NumberedNames::default();
    last.fold_groups::<PersonRow, _>(&[], &fold, &mut |group: PersonGroup| {
        let numbers: Vec<u32> = group.names.names.iter().map(|name| names.number(name)).collect();
        let of_all = |person: PreviousPerson| PreviousPerson {
            names: person.names.map(|number| numbers[number as usize]),
            ..person
        };
        persons.extend(group.persons.into_iter().map(of_all));
        hashes.extend(group.hashes);
    })?;
    Ok((persons, names.names, hashes))
}

/// Columns of `lineage` that are not read.
const UNUSED_COLUMNS: &[&str] = &["kind", "rule", "match_probability", "typed"];

/// Rows of a row group on their way into [`PreviousRegister`].
#[derive(Default)]
struct LineageGroup {
    rows: Vec<PreviousRow>,
    places: Vec<u32>,
    /// Stable file and sheet of the rows; `PreviousRow::sheet` is an index into them.
    sheets: Vec<(Text, Text)>,
    /// File and sheet of the last row, as the table names them.
    last_sheet: (String, String),
    last_household: Option<CompactString>,
}

/// Reads the rows of the register into `previous`; returns for each its place in `lineage`.
fn read_rows(last: &Generation, previous: &mut PreviousIdentities) -> Result<Vec<u32>> {
    let columns = ["file", "sheet", "row", "outcome", "person_id", "row_key", "household_id", "founded_id", "says"];
    let [file, sheet, row, outcome, person_id, row_key, household_id, founded_id, says] =
        LineageRow::SCHEMA.column_places(columns);
    let identities = &*previous;
    let fold = |group: &mut LineageGroup, place: usize, cells: &[TableCell<'_>]| {
        let text = |column: usize| cells[column].text();
        let person = text(person_id).and_then(|id| identities.person(id));
        let key = text(row_key).and_then(|key| u64::from_str_radix(key, 16).ok());
        let Some((person, key)) = person.zip(key) else { return };
        group.set_sheet(text(file).unwrap_or_default(), text(sheet).unwrap_or_default());
        group.set_household(text(household_id));
        let is_founding = text(outcome) == Some("registered");
        let own_id = &*identities.persons[person as usize].id;
        let founded = text(founded_id);
        let extra = PreviousRowExtra {
            founded_id: founded.filter(|id| *id != own_id).map(Text::from),
            fields: text(says).map(parse_says),
        };
        group.places.push(place as u32);
        group.rows.push(PreviousRow {
            key,
            sheet: group.sheets.len() as u32 - 1,
            row: cells[row].int().unwrap_or(0) as u32,
            person,
            is_founding,
            founded_own_id: founded == Some(own_id),
            household_id: group.last_household.clone(),
            extra: (extra != PreviousRowExtra::default()).then(|| Box::new(extra)),
        });
    };
    let n_rows = last.manifest.tables.get(LineageRow::SCHEMA.name).map_or(0, |table| table.rows as usize);
    let (mut rows, mut places) = (Vec::with_capacity(n_rows), Vec::with_capacity(n_rows));
    let mut sheets: Vec<(Text, Text)> = Vec::new();
    last.fold_groups::<LineageRow, _>(UNUSED_COLUMNS, &fold, &mut |group: LineageGroup| {
        let first_sheet = sheets.len() as u32;
        sheets.extend(group.sheets);
        places.extend(group.places);
        rows.extend(group.rows.into_iter().map(|row| PreviousRow { sheet: first_sheet + row.sheet, ..row }));
    })?;
    if rows.iter().all(|row| !row.founded_own_id) {
        // An older program did not write the column `founded_id`.
        rows.iter_mut().for_each(|row| row.founded_own_id = row.is_founding);
    }
    (previous.rows, previous.sheets) = (rows, sheets);
    Ok(places)
}

impl LineageGroup {
    /// Adds a sheet if it is not that of the last row: rows of one sheet are neighbours.
    fn set_sheet(&mut self, file: &str, sheet: &str) {
        if self.sheets.is_empty() || self.last_sheet.0 != file || self.last_sheet.1 != sheet {
            let (stable_file, stable_sheet, _) = stable_place(file, sheet, 0);
            self.sheets.push((stable_file.into(), stable_sheet.into()));
            self.last_sheet = (file.to_owned(), sheet.to_owned());
        }
    }

    /// Shares the text of the household with the last row if it is the same: rows of one fiche are neighbours.
    fn set_household(&mut self, id: Option<&str>) {
        if self.last_household.as_deref() != id {
            self.last_household = id.map(CompactString::from);
        }
    }
}

/// Parses the column `says` of `lineage`.
fn parse_says(text: &str) -> RowIdentityFields {
    let mut parts = text.split('|');
    let names = std::array::from_fn(|_| parts.next().unwrap_or_default().into());
    RowIdentityFields { names, born_on: parts.next().and_then(|day| day.parse().ok()) }
}
