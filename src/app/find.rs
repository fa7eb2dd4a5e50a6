//! Looking a person up in the register in use.

use std::path::Path;

use crate::error::Result;
use crate::find::{self, NameIndex, NameWord, Query};
use crate::record::{Column, Table};
use crate::store::{Generation, LookUp, LookUps, NameRowRow, NameWordRow, PersonRow, Store, WithdrawnRow};

use super::{current, withdrawn};

/// A person who answers what was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Found {
    /// The register's values.
    pub person: PersonRow,
    /// How well, in words of the name found letter by letter (each 4) and what the date adds.
    pub score: f32,
    /// Since when and why the person is no longer in the register, if so.
    pub withdrawn: Option<WithdrawnRow>,
}

/// The persons of the register in use who answer best, those withdrawn after the others.
///
/// # Errors
/// `no-register` and others of the store.
pub fn find(clean: &Path, query: &Query, most: usize) -> Result<Vec<Found>> {
    // Only what is read is checked; where that is not sound, the whole register is looked at.
    match quickly(clean)? {
        Some(generation) => match answers(&generation, query, most) {
            Ok(found) => Ok(found),
            Err(_) => answers(&current(clean)?, query, most),
        },
        None => answers(&current(clean)?, query, most),
    }
}

fn quickly(clean: &Path) -> Result<Option<Generation>> {
    Ok(if clean.is_dir() { Store::open(clean)?.current_unchecked() } else { None })
}

fn answers(generation: &Generation, query: &Query, most: usize) -> Result<Vec<Found>> {
    let n_rows = generation.manifest.tables.get("persons").map_or(0, |entry| entry.rows as usize);
    let columns = query.columns();
    // The table of persons is checked while its names are looked at.
    let (index, table) = rayon::join(|| index_of(generation, query), || generation.checked::<PersonRow>());
    let persons = if columns.is_empty() { Table::default() } else { generation.columns::<PersonRow>(&columns)? };
    let hits = find::find(&index?, &persons, n_rows, query, most);
    let rows: Vec<usize> = hits.iter().map(|hit| hit.row).collect();
    let persons: Vec<PersonRow> = table?.rows_at(&rows)?;
    let mut found: Vec<Found> = hits
        .into_iter()
        .zip(persons)
        .map(|(hit, person)| Found { person, score: hit.score, withdrawn: None })
        .collect();
    // Few, and without a household: a parent is not known of them.
    if query.parent.is_none() {
        let gone: Vec<WithdrawnRow> = generation.read()?;
        let index = NameIndex::new(gone.len(), &|row| [&*gone[row].nom, &gone[row].postnom, &gone[row].prenom]);
        let hits = find::find(&index, &columns_of(&gone), gone.len(), query, most);
        found.extend(hits.into_iter().map(|hit| Found {
            person: withdrawn::as_person(&gone[hit.row]),
            score: hit.score,
            withdrawn: Some(gone[hit.row].clone()),
        }));
    }
    found.truncate(most);
    Ok(found)
}

/// Of the index of names what may answer; that of an older generation, which has none, is made here.
fn index_of(generation: &Generation, query: &Query) -> Result<NameIndex> {
    let word = |row: NameWordRow| NameWord { word: row.word, key: row.key, n: row.n.unsigned_abs() };
    let of_group = |_, rows: Vec<NameWordRow>| rows.into_iter().map(word).collect::<Vec<_>>();
    let words: Vec<NameWord> = generation.map_groups(&[], &|_| true, &of_group)?.concat();
    if words.is_empty() {
        let persons: Vec<PersonRow> = generation.read()?;
        let names_of = |row: usize| [&*persons[row].nom, &persons[row].postnom, &persons[row].prenom];
        return Ok(NameIndex::new(persons.len(), &names_of));
    }
    NameIndex::for_query(words, query, |places| generation.numbers_at::<NameRowRow>("person", places))
}

/// What is asked beside the name, of persons withdrawn.
fn columns_of(gone: &[WithdrawnRow]) -> Table {
    let column = |name: &str, of: &dyn Fn(&WithdrawnRow) -> String| {
        let mut values: Vec<Box<str>> = vec![Box::default()];
        values.extend(gone.iter().map(|row| of(row).into_boxed_str()));
        Column { name: name.to_owned(), values, of_row: (1..=gone.len() as u32).collect() }
    };
    let born = |row: &WithdrawnRow| row.born_on.map(|day| day.to_string()).unwrap_or_default();
    let quartier = |row: &WithdrawnRow| row.quartier.clone().unwrap_or_default();
    Table { columns: vec![column("born_on", &born), column("quartier", &quartier)], ..Table::default() }
}

/// Writes down that someone looked at persons. What can't be written down must not be shown: call it first.
///
/// # Errors
/// Those of the file system.
pub fn log_look_up(clean: &Path, line: LookUp) -> Result<()> {
    Store::open(clean)?.log_look_up(line)
}

/// The log of look-ups.
///
/// # Errors
/// Those of the file system.
pub fn look_ups(clean: &Path) -> Result<LookUps> {
    Store::open(clean)?.look_ups()
}
