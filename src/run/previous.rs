//! The last register as a run needs it: its rows with their keys and persons, without the tables.
//!
//! A run keeps it beside the readings, file by file, while it writes its tables. Where it is missing, damaged or of another
//! generation, the tables are read: they say the same and take longer.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::error::Result;
use crate::record::{Text, Texts, lasting_place};
use crate::register::{Person, Previous, PreviousAlias, PreviousPerson, PreviousRow, RowSays};
use crate::store::{AliasRow, Generation, LineageRow, PersonRow, TableRow, row_hash};

use super::read_cache::Readings;
use super::tables::{Made, person_of, says_otherwise};

/// The last register.
#[derive(Debug, Default)]
pub(super) struct Recalled {
    pub(super) previous: Previous,
    /// For each of its persons [`row_hash`] of their row.
    pub(super) persons: Vec<u64>,
    /// For each of its rows its place in the table `lineage`.
    pub(super) lineage: Vec<u32>,
}

/// The last register: as it was kept, else from its tables.
///
/// # Errors
/// Those of the store.
pub(super) fn recall(readings: &Readings<'_>, last: &Generation) -> Result<Recalled> {
    let aliases = last.read::<AliasRow>()?.into_iter();
    let alias =
        |row: AliasRow| (row.old_id, PreviousAlias { person_id: row.person_id, registered_in: row.registered_in });
    let aliases = aliases.map(alias).collect();
    let (persons, hashes) = match of_pieces(readings, last) {
        Some(Kept { persons, rows }) => {
            let (persons, hashes) = persons.into_iter().unzip();
            let (rows, lineage) = rows.into_iter().unzip();
            let previous = Previous { rows, ..Previous::new(persons, aliases) };
            return Ok(Recalled { previous, persons: hashes, lineage });
        }
        None => persons_of_table(last)?,
    };
    let mut previous = Previous::new(persons, aliases);
    let (rows, lineage) = rows_of_table(last, &previous)?;
    previous.rows = rows;
    Ok(Recalled { previous, persons: hashes, lineage })
}

/// Persons of a piece.
const OF_PIECE: usize = 1 << 16;

/// Id, generation of registration, names, day of birth, hash.
type KeptPerson = (Text, i32, KeptSays, u64);

/// Nom, post-nom, prénom; days from 0001-01-01 to the day of birth.
type KeptSays = ([Text; 3], Option<i32>);

/// The rows of a file.
#[derive(Serialize, Deserialize)]
struct KeptFile {
    sheets: Vec<String>,
    rows: Vec<KeptRow>,
}

#[derive(Serialize, Deserialize)]
struct KeptRow {
    /// Place among the rows of its file.
    place: u32,
    sheet: u16,
    row: u32,
    key: u64,
    person: u32,
    household: Option<u32>,
    is_founding: bool,
    founded: Founded,
    says: Option<Box<KeptSays>>,
}

/// The id that a row brought in once.
#[derive(Serialize, Deserialize)]
enum Founded {
    None,
    ItsPersons,
    Other(Text),
}

/// Keeps what the next run needs of the register that is about to be published, under a stamp that is no other's; says whether
/// it could.
pub(super) fn remember(readings: &Readings<'_>, stamp: &str, made: &Made<'_>) -> bool {
    let register = made.register;
    let hashes = made.person_hashes();
    let pieces = pieces(register.persons.len());
    let are_persons_kept = pieces.into_par_iter().with_max_len(1).all(|places| {
        let of_person = |(person, hash): (&Person, &u64)| -> KeptPerson {
            let names = [&person.nom, &person.postnom, &person.prenom].map(Text::clone);
            let says = RowSays { names, born_on: person.born.map(|born| born.first) };
            (person.id.clone(), person.registered_in, said(says), *hash)
        };
        let persons = register.persons[places.clone()].iter().zip(&hashes[places.clone()]);
        let persons: Vec<KeptPerson> = persons.map(of_person).collect();
        readings.keep_part(stamp, &format!("persons {}", places.start), &persons)
    });
    let are_rows_kept = (0..made.files.len()).into_par_iter().with_max_len(1).all(|file| {
        let row = |(place, read, fit): (usize, &super::ReadRow, u32)| {
            let (row, person) = (&made.rows[fit as usize], person_of(made, fit));
            KeptRow {
                place: place as u32,
                sheet: read.at.sheet,
                row: read.at.row,
                key: row.key,
                person: register.person_of_row[fit as usize],
                household: row.fiche.map(|fiche| register.household_of_fiche[fiche as usize]),
                is_founding: person.founding_row == fit,
                founded: match &register.founded_by_row[fit as usize] {
                    None => Founded::None,
                    Some(id) if *id == person.id => Founded::ItsPersons,
                    Some(id) => Founded::Other(id.clone()),
                },
                says: says_otherwise(row, person).map(|says| Box::new(said(says))),
            }
        };
        let sheets = made.files[file].source.sheets.iter().map(|sheet| sheet.name.clone()).collect();
        let kept = KeptFile { sheets, rows: made.rows_of_file(file).map(row).collect() };
        readings.keep_part(stamp, &format!("rows {file}"), &kept)
    });
    let households: Vec<&str> = register.households.iter().map(|household| household.id.as_str()).collect();
    are_persons_kept && are_rows_kept && readings.keep_part(stamp, "households", &households)
}

/// Persons with their hashes, and rows with their places in the lineage.
struct Kept {
    persons: Vec<(PreviousPerson, u64)>,
    rows: Vec<(PreviousRow, u32)>,
}

/// What [`remember`] kept of a generation, if all of it is there.
fn of_pieces(readings: &Readings<'_>, last: &Generation) -> Option<Kept> {
    let n_persons = last.manifest.tables.get(PersonRow::SCHEMA.name)?.rows as usize;
    let kept_of_last = readings.of_generation(last)?;
    let households: Vec<Text> = kept_of_last.part("households")?;
    let of_piece = |places: Range<usize>| -> Option<Vec<(PreviousPerson, u64)>> {
        let kept: Vec<KeptPerson> = kept_of_last.part(&format!("persons {}", places.start))?;
        let mut texts = Texts::default();
        let person = |(id, registered_in, kept, hash): KeptPerson| {
            let mut says = saying(kept);
            says.names.iter_mut().for_each(|name| texts.share(name));
            (PreviousPerson { id, registered_in, says }, hash)
        };
        Some(kept.into_iter().map(person).collect()).filter(|persons: &Vec<_>| persons.len() == places.len())
    };
    let persons: Option<Vec<Vec<_>>> = pieces(n_persons).into_par_iter().with_max_len(1).map(of_piece).collect();
    let persons: Vec<(PreviousPerson, u64)> = persons?.into_iter().flatten().collect();
    let of_file = |(file, first): (usize, u64)| {
        let kept: KeptFile = kept_of_last.part(&format!("rows {file}"))?;
        let path = &last.manifest.inputs[file].path;
        let lasting = |sheet: &String| {
            let (file, sheet, _) = lasting_place(path, sheet, 0);
            (Text::from(file), Text::from(sheet))
        };
        let sheets: Vec<(Text, Text)> = kept.sheets.iter().map(lasting).collect();
        let row = |row: KeptRow| {
            let (file, sheet) = sheets.get(usize::from(row.sheet))?.clone();
            let own_id = &persons.get(row.person as usize)?.0.id;
            let previous = PreviousRow {
                place: (file, sheet, i64::from(row.row)),
                key: row.key,
                person: row.person,
                household_id: match row.household {
                    Some(household) => Some(households.get(household as usize)?.clone()),
                    None => None,
                },
                is_founding: row.is_founding,
                founded_id: match row.founded {
                    Founded::None => None,
                    Founded::ItsPersons => Some(own_id.clone()),
                    Founded::Other(id) => Some(id),
                },
                says: row.says.map(|says| Box::new(saying(*says))),
            };
            Some((previous, u32::try_from(first).ok()? + row.place))
        };
        kept.rows.into_iter().map(row).collect::<Option<Vec<_>>>()
    };
    let firsts = firsts_in_lineage(last);
    let rows: Option<Vec<Vec<_>>> = firsts.into_par_iter().enumerate().with_max_len(1).map(of_file).collect();
    let rows = rows?.into_iter().flatten().collect();
    Some(Kept { persons, rows })
}

/// For each file of a generation the place of its first row in the lineage.
pub(super) fn firsts_in_lineage(generation: &Generation) -> Vec<u64> {
    let n_rows = |input: &crate::store::InputEntry| input.sheets.iter().map(|sheet| sheet.rows).sum::<u64>();
    let first = |next: &mut u64, input| {
        let own = *next;
        *next += n_rows(input);
        Some(own)
    };
    generation.manifest.inputs.iter().scan(0, first).collect()
}

fn pieces(n_persons: usize) -> Vec<Range<usize>> {
    (0..n_persons).step_by(OF_PIECE).map(|first| first..n_persons.min(first + OF_PIECE)).collect()
}

fn said(says: RowSays) -> KeptSays {
    (says.names, says.born_on.map(|day| day.num_days_from_ce()))
}

fn saying((names, born): KeptSays) -> RowSays {
    RowSays { names, born_on: born.and_then(NaiveDate::from_num_days_from_ce_opt) }
}

fn persons_of_table(last: &Generation) -> Result<(Vec<PreviousPerson>, Vec<u64>)> {
    let of_group = |_, rows: Vec<PersonRow>| {
        let mut texts = Texts::default();
        let person = |row: PersonRow| {
            let hash = row_hash(&row);
            let mut names = [row.nom, row.postnom, row.prenom].map(Text::from);
            names.iter_mut().for_each(|name| texts.share(name));
            let says = RowSays { names, born_on: row.born_on };
            (PreviousPerson { id: row.person_id.into(), registered_in: row.registered_in, says }, hash)
        };
        rows.into_iter().map(person).collect::<Vec<_>>()
    };
    Ok(last.map_groups(&[], &|_| true, &of_group)?.into_iter().flatten().unzip())
}

/// Columns of the lineage that knowing rows again does not need.
const NOT_OF_ROW: &[&str] = &["kind", "rule", "match_probability", "typed"];

fn rows_of_table(last: &Generation, previous: &Previous) -> Result<(Vec<PreviousRow>, Vec<u32>)> {
    let of_group = |group: Range<usize>, rows: Vec<LineageRow>| {
        // Rows of a sheet, and of a fiche, stand together.
        let (mut sheet, mut household) = ((String::new(), String::new()), Text::default());
        let mut lasting = (Text::default(), Text::default());
        let row = |(place, row): (usize, LineageRow)| {
            let person = previous.person(row.person_id.as_deref()?)?;
            let is_founding = row.outcome == "registered";
            let own_id = &previous.persons[person as usize].id;
            if (&sheet.0, &sheet.1) != (&row.file, &row.sheet) {
                let (file, name, _) = lasting_place(&row.file, &row.sheet, 0);
                (lasting, sheet) = ((file.into(), name.into()), (row.file, row.sheet));
            }
            let household_id = row.household_id.map(|id| {
                if *household != *id {
                    household = id.into();
                }
                household.clone()
            });
            let previous = PreviousRow {
                key: u64::from_str_radix(&row.row_key?, 16).ok()?,
                household_id,
                founded_id: match row.founded_id {
                    Some(id) if *id == **own_id => Some(own_id.clone()),
                    Some(id) => Some(id.into()),
                    // The register of an older program does not say it.
                    None => is_founding.then(|| own_id.clone()),
                },
                is_founding,
                person,
                says: row.says.as_deref().map(read_says).map(Box::new),
                place: (lasting.0.clone(), lasting.1.clone(), row.row),
            };
            Some((previous, (group.start + place) as u32))
        };
        rows.into_iter().enumerate().filter_map(row).collect::<Vec<_>>()
    };
    Ok(last.map_groups(NOT_OF_ROW, &|_| true, &of_group)?.into_iter().flatten().unzip())
}

/// What the column `says` of the lineage tells.
fn read_says(text: &str) -> RowSays {
    let mut parts = text.split('|');
    let names = std::array::from_fn(|_| parts.next().unwrap_or_default().into());
    RowSays { names, born_on: parts.next().and_then(|day| day.parse().ok()) }
}
