//! Finds persons of the register in use by name, birth date, quartier or parent, and logs the search; also lists the
//! log of look-ups.

use std::collections::HashMap;
use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::find::{self, BirthQuery, NameIndex, NameWord, Query, WordFilter};
use crate::ingest::Reference;
use crate::record::{Column, Quartier, Table, fold};
use crate::store::{
    EventRow, Generation, LogFault, LookUps, NameRowRow, NameWordRow, PersonRow, Store, TableCell, WithdrawnRow,
};

use super::access::Access;
use super::birth_act::{act_years, parents_of_act};
use super::reader::{HouseholdWithMembers, RegisterReader, read_current, withdrawn_as_person};
use super::residence::{AddressAndHousehold, PersonAddress, events_for_address, last_move, residence};

/// A person who fits a query.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonMatch {
    /// The register's values.
    pub person: PersonRow,
    /// How well the person fits: 4 for each word of the name that is the same letter by letter, and what the date adds.
    pub score: f32,
    /// Since when and why the person is no longer in the register, if so.
    pub withdrawn: Option<WithdrawnRow>,
}

/// The persons of the register in use who fit a query best, those withdrawn after the others. Only the tables that are
/// read are checked.
///
/// # Errors
/// `find-too-long`; `no-register` and others of the store.
pub fn find(clean: &Path, query: &Query, most: usize, access: &Access) -> Result<Vec<PersonMatch>> {
    let asked = query_text(query)?;
    let matches = read_current(clean, |generation| find_in(generation, query, most))?;
    access.log(&Store::open(clean)?, "find", &asked, matches.len() as u64)?;
    Ok(matches)
}

/// A person who fits a query, with what tells namesakes apart at the counter.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonCard {
    /// The person.
    pub found: PersonMatch,
    /// Where the person lives, or lived last.
    pub address: PersonAddress,
    /// The year of the register in which the person's act of birth is; `None` if it is not known.
    pub act_year: Option<i32>,
    /// The head of the household and the spouse: relation and whole name. Of a person known by an act alone `father`
    /// and `mother`, as the act names them.
    pub parents: Vec<(String, String)>,
}

/// The persons who fit a query best, as [`find()`] returns them, each with the household.
///
/// # Errors
/// Those of [`find()`].
pub fn find_cards(clean: &Path, query: &Query, most: usize, access: &Access) -> Result<Vec<PersonCard>> {
    let asked = query_text(query)?;
    let cards = read_current(clean, |generation| {
        let found = find_in(generation, query, most)?;
        let reader = RegisterReader::new(generation)?;
        let ids: Vec<&str> = found.iter().filter_map(|found| found.person.household_id.as_deref()).collect();
        let households = reader.households_with_members(&ids, NOT_ON_CARD)?;
        let persons: Vec<&PersonRow> = found.iter().map(|found| &found.person).collect();
        let events = events_for_address(generation, &persons)?;
        let years = act_years(&reader, persons.into_iter())?;
        let card = |found: PersonMatch| {
            let act_year = years.get(&found.person.person_id).copied();
            Ok(PersonCard { act_year, ..card(&reader, &households, found, &events)? })
        };
        found.into_iter().map(card).collect::<Result<Vec<_>>>()
    })?;
    access.log(&Store::open(clean)?, "find", &asked, cards.len() as u64)?;
    Ok(cards)
}

/// The columns of `persons` that a card does not show of the other members of a household.
const NOT_ON_CARD: &[&str] = &[
    "sex",
    "born_on",
    "born_on_precision",
    "birth_place",
    "quartier",
    "marital_status",
    "occupation",
    "birth_act",
    "status",
    "first_seen",
    "last_seen",
    "status_since",
    "census_year",
    "census_age",
];

fn card(
    reader: &RegisterReader<'_>,
    households: &HashMap<String, HouseholdWithMembers>,
    found: PersonMatch,
    events: &[EventRow],
) -> Result<PersonCard> {
    let household = found.person.household_id.as_ref().and_then(|id| households.get(id));
    let Some(HouseholdWithMembers { household, members }) = household else {
        return card_without_household(reader, found, events);
    };
    let is_parent = |member: &&PersonRow| {
        member.person_id != found.person.person_id && matches!(member.relation.as_deref(), Some("head" | "spouse"))
    };
    let parents = members.iter().filter(is_parent);
    let mut parents: Vec<(String, String)> =
        parents.map(|member| (member.relation.clone().unwrap_or_default(), member.whole_name())).collect();
    parents.sort_by_key(|(relation, _)| relation != "head");
    // Of a household that moved as a whole the address before is told, too.
    let moved = last_move(&found.person, events).map(|_| reader.person(&found.person.person_id)).transpose()?.flatten();
    let address = match moved {
        Some(person) => residence(reader, &person, events)?.address,
        None => PersonAddress::of_household(household),
    };
    Ok(PersonCard { address, act_year: None, parents, found })
}

/// The card of a person who is in no household: who moved, died or left, or is known by an act alone.
fn card_without_household(reader: &RegisterReader<'_>, found: PersonMatch, events: &[EventRow]) -> Result<PersonCard> {
    // Who was withdrawn has no row any more.
    let Some(person) = reader.person(&found.person.person_id)? else {
        let address = PersonAddress::in_quartier(&found.person);
        return Ok(PersonCard { address, act_year: None, parents: Vec::new(), found });
    };
    let AddressAndHousehold { address, .. } = residence(reader, &person, events)?;
    let act = reader.rows(std::slice::from_ref(&person))?.into_iter().find(|row| row.kind == "birth");
    let parents = act.map(|act| parents_of_act(reader, act)).transpose()?.unwrap_or_default();
    let parents = parents.into_iter().map(|parent| (parent.relation, parent.name)).collect();
    Ok(PersonCard { address, act_year: None, parents, found })
}

pub(super) fn find_in(generation: &Generation, query: &Query, most: usize) -> Result<Vec<PersonMatch>> {
    let n_rows = generation.manifest.tables.get("persons").map_or(0, |entry| entry.rows as usize);
    let columns = query.columns();
    // The hash of the table of persons is checked while the names are searched.
    let (index, table) = rayon::join(|| name_index(generation, query), || generation.checked::<PersonRow>());
    let persons = if columns.is_empty() { Table::default() } else { generation.columns::<PersonRow>(&columns)? };
    let hits = find::find(&index?, &persons, n_rows, query, most);
    let rows: Vec<usize> = hits.iter().map(|hit| hit.row).collect();
    let persons: Vec<PersonRow> = table?.rows_at(&rows)?;
    let matches = hits.into_iter().zip(persons);
    let mut matches: Vec<PersonMatch> =
        matches.map(|(hit, person)| PersonMatch { person, score: hit.score, withdrawn: None }).collect();
    // Persons withdrawn have no household, so none of them fits a parent.
    if query.parent.is_none() {
        let rows: Vec<WithdrawnRow> = generation.read()?;
        let index = NameIndex::new(rows.len(), &|row| [&*rows[row].nom, &rows[row].postnom, &rows[row].prenom]);
        let hits = find::find(&index, &columns_of(&rows), rows.len(), query, most);
        matches.extend(hits.into_iter().map(|hit| PersonMatch {
            person: withdrawn_as_person(&rows[hit.row]),
            score: hit.score,
            withdrawn: Some(rows[hit.row].clone()),
        }));
    }
    matches.truncate(most);
    Ok(matches)
}

/// Words of one row group of the index.
#[derive(Default)]
struct WordGroup {
    /// The words that may fit, each with the place of its first row among those of the group.
    words: Vec<(usize, NameWord)>,
    /// Rows of all words.
    n_rows: usize,
}

/// The words of the index of names that may fit a query. An older generation has no index: it is made from the persons.
fn name_index(generation: &Generation, query: &Query) -> Result<NameIndex> {
    let filter = WordFilter::new(query);
    let add = |group: &mut WordGroup, _: usize, cells: &[TableCell<'_>]| {
        let [word, key, n] = cells else { return };
        let (word, key) = (word.text().unwrap_or_default(), key.text().unwrap_or_default());
        let n = n.int().and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
        if filter.could_match(word, key) {
            group.words.push((group.n_rows, NameWord { word: word.to_owned(), key: key.to_owned(), n }));
        }
        group.n_rows += n as usize;
    };
    let (mut words, mut places, mut next) = (Vec::new(), Vec::new(), 0);
    generation.fold_groups::<NameWordRow, WordGroup>(&[], &add, &mut |group| {
        for (first, word) in group.words {
            places.push(next + first..next + first + word.n as usize);
            words.push(word);
        }
        next += group.n_rows;
    })?;
    if next == 0 {
        let persons: Vec<PersonRow> = generation.read()?;
        let names_of = |row: usize| [&*persons[row].nom, &persons[row].postnom, &persons[row].prenom];
        return Ok(NameIndex::new(persons.len(), &names_of));
    }
    Ok(NameIndex { words, rows: generation.numbers_at::<NameRowRow>("person", &places)? })
}

/// The columns of persons withdrawn that a query looks at beside the name.
fn columns_of(rows: &[WithdrawnRow]) -> Table {
    let column = |name: &str, of: &dyn Fn(&WithdrawnRow) -> String| {
        let mut values: Vec<Box<str>> = vec![Box::default()];
        values.extend(rows.iter().map(|row| of(row).into_boxed_str()));
        Column { name: name.to_owned(), values, of_row: (1..=rows.len() as u32).collect() }
    };
    let born = |row: &WithdrawnRow| row.born_on.map(|day| day.to_string()).unwrap_or_default();
    let quartier = |row: &WithdrawnRow| row.quartier.clone().unwrap_or_default();
    Table { columns: vec![column("born_on", &born), column("quartier", &quartier)], ..Table::default() }
}

/// Most letters of a query, so that the log holds all of it.
const LONGEST_QUERY: usize = 300;

/// The query in one line, for the log: the words that are looked for, and nothing that hides them.
///
/// # Errors
/// `find-too-long`.
fn query_text(query: &Query) -> Result<String> {
    let born = query.born.map(|born| match born {
        BirthQuery::Day(day) => format!("born={day}"),
        BirthQuery::Year { year, .. } => format!("born~{year}"),
    });
    // A text of signs alone has no words: the line holds it as it was typed.
    let words = |text: &str| {
        let words = find::words(text).collect::<Vec<_>>().join(" ");
        if words.is_empty() { text.trim().to_owned() } else { words }
    };
    let of = |name: &str, value: &Option<String>| value.as_ref().map(|value| format!("{name}={}", words(value)));
    let name = Some(words(&query.name)).filter(|name| !name.is_empty());
    let parts = [name, born, of("quartier", &query.quartier), of("parent", &query.parent)];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join(" ");
    let n = text.chars().count();
    if n > LONGEST_QUERY {
        return Err(Error::new(ErrorCode::FindTooLong).with("high", LONGEST_QUERY.to_string()));
    }
    Ok(text)
}

/// Checks that a quartier that a query names is one of the commune's: by the list of quartiers, else by the register.
///
/// # Errors
/// `find-quartier` with the quartiers there are; those of the reference tables and the store.
pub fn check_quartier(raw: &Path, clean: &Path, quartier: Option<&str>) -> Result<()> {
    let Some(quartier) = quartier.map(str::trim).filter(|quartier| !quartier.is_empty()) else { return Ok(()) };
    let reference = Reference::read(&raw.join("reference"))?;
    let wanted = fold(quartier);
    let is_listed = |listed: &Quartier| {
        let mut spellings = listed.other_spellings.iter().chain([&listed.name]);
        spellings.any(|spelling| fold(spelling).contains(&wanted))
    };
    if reference.quartiers.iter().any(is_listed) {
        return Ok(());
    }
    let of_register = read_current(clean, |generation| generation.columns::<PersonRow>(&["quartier"]))?;
    let mut names = of_register.columns.iter().flat_map(|column| column.values.iter());
    if names.any(|name| fold(name).contains(&wanted)) {
        return Ok(());
    }
    let known: Vec<&str> = reference.quartiers.iter().map(|quartier| quartier.name.as_str()).collect();
    Err(Error::new(ErrorCode::FindQuartier).with("value", quartier).with("known", known.join(", ")))
}

/// The names of the commune's quartiers.
///
/// # Errors
/// Those of the reference tables.
pub fn quartier_names(raw: &Path) -> Result<Vec<String>> {
    let reference = Reference::read(&raw.join("reference"))?;
    Ok(reference.quartiers.into_iter().map(|quartier| quartier.name).collect())
}

/// Reads the log of look-ups. Where there is no register, it is empty: no folder is created, which would be in the way
/// of a restore.
///
/// # Errors
/// Those of the file system.
pub fn look_ups(clean: &Path) -> Result<LookUps> {
    if clean.is_dir() { Store::open(clean)?.look_ups() } else { Ok(LookUps::default()) }
}

/// Acknowledges the fault of the log of look-ups, which needs a reason, and returns it.
///
/// # Errors
/// `log-reason` without a reason; `log-sound` if there is no fault; those of the file system.
pub fn acknowledge_log(clean: &Path, access: &Access) -> Result<LogFault> {
    super::current(clean)?;
    match access.acknowledge_log(&Store::open(clean)?) {
        // The log is sound in itself, and lines that parcels name may be missing.
        Err(sound) if sound.code == ErrorCode::LogSound => {
            super::parcel_check::acknowledge_named_lines(clean, access)?.ok_or(sound)
        }
        other => other,
    }
}
