//! Returns everything the register holds about one person or household: values, rows, links, events and history.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::Path;

use chrono::NaiveDate;

use crate::changes::named_id;
use crate::error::{Error, ErrorCode, Result};
use crate::normalise::{CodeWords, Codes};
use crate::record::CorrectedText;
use crate::review::{RowPair, RowPlace};
use crate::store::{
    self, AliasRow, EventRow, Generation, HistoryRow, HouseholdRow, LineageRow, OutputPath, PersonRow, Store, TableRow,
    WithdrawnRow,
};

use super::access::Access;
use super::act_parents::find_parents;
use super::birth_act::{ActParent, act_years, parents_of_act};
use super::pairs::SheetColumns;
use super::reader::{PlacedRow, RegisterReader, canonical_id, read_current, scan, withdrawn_as_person};
use super::residence::{self, AddressStanding, PersonAddress};
use super::{current, pairs};

/// A row of a person.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonSource {
    /// File, sheet and row.
    pub place: RowPlace,
    /// Hash of the row as typed.
    pub key: String,
    /// `registered` or `merged`.
    pub outcome: String,
    /// Column letters and text as typed, in the order of the sheet.
    pub cells: Vec<(String, String)>,
    /// Column letters and typed corrections of the row, in the order of the sheet.
    pub corrected: Vec<(String, CorrectedText)>,
    /// What the columns hold, as codes, by their letters.
    pub fields: BTreeMap<String, String>,
    /// The headings of the columns, by their letters.
    pub headings: BTreeMap<String, String>,
}

/// A change of a person's value, with the day on which its generation was published.
#[derive(Debug, Clone, PartialEq)]
pub struct PersonHistoryChange {
    /// The day; `None` if that generation is not known any more.
    pub day: Option<String>,
    /// The change.
    pub row: HistoryRow,
}

/// Another person of a household.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct HouseholdMember {
    /// The identifier.
    pub person_id: String,
    /// The whole name.
    pub name: String,
    /// The relation to the head, as a code; `None` if it is not known.
    pub relation: Option<String>,
    /// The sex, as a code; `None` if it is not known.
    pub sex: Option<String>,
}

/// A person who was last counted in a household, and died, left or moved away.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FormerMember {
    /// The register's values.
    pub person: PersonRow,
    /// Whether this was the head, as far as the history and the last fiche say.
    pub was_head: bool,
    /// Whether this was the husband or the wife of the head.
    pub was_spouse: bool,
    /// The quartier to which the person moved, or the place to which they left; `None` if no source says it.
    pub went_to: Option<String>,
    /// The year of the register in which the act of birth is; `None` if it is not known.
    pub act_year: Option<i32>,
}

/// The death of a husband or a wife, as an event reports it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SpouseDeath {
    /// The whole name.
    pub name: String,
    /// The day; `None` if it is not known.
    pub on: Option<NaiveDate>,
}

/// A person with everything the register holds about them.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PersonDetails {
    /// The register's values.
    pub person: PersonRow,
    /// The whole name.
    pub name: String,
    /// Where the person lives, or lived last.
    pub address: PersonAddress,
    /// Quartier, avenue and parcel that the act of birth gives, if it is another address; "" for a part that is not
    /// known.
    pub act_address: Option<[String; 3]>,
    /// The household in which a person who is in none now was last counted.
    pub last_household: Option<String>,
    /// The other persons of the household, in the order of the fiche.
    pub company: Vec<HouseholdMember>,
    /// Who was counted in the household before and died, left or moved away.
    pub former: Vec<FormerMember>,
    /// The death of the husband or the wife, with whom the person was in the household.
    pub spouse_death: Option<SpouseDeath>,
    /// The father and the mother whom the act of birth names.
    pub parents: Vec<ActParent>,
    /// The year of the register in which the act of birth is; `None` if it is not known.
    pub act_year: Option<i32>,
    /// Identifiers that were this person's before.
    pub former_ids: Vec<String>,
    /// The rows, by file, sheet and row.
    pub rows: Vec<PersonSource>,
    /// The kept pairs, which link the rows to one person.
    pub links: Vec<RowPair>,
    /// Pairs with rows of other persons, ruled apart or of too little weight.
    pub not_joined: Vec<RowPair>,
    /// What happened to the person, in the order of files.
    pub events: Vec<EventRow>,
    /// Since when and why the person is no longer in the register, if so.
    pub withdrawn: Option<WithdrawnRow>,
    /// The changes since the person entered the register, the first one first.
    pub history: Vec<PersonHistoryChange>,
    /// The generation in which the person entered the register, and its day.
    pub since: (i32, Option<String>),
    /// The names of the heads of the households that the history names and that are in the register.
    pub heads: BTreeMap<String, String>,
}

impl PersonDetails {
    /// A household of the history, for people: its head, if it is in the register, and its identifier.
    pub(super) fn household_named(&self, id: &str) -> String {
        named_id(self.heads.get(id).map_or("", String::as_str), id)
    }
}

/// The person of an identifier, or all persons of a household, in the generation of this number or in the one in use.
///
/// Only the tables that are read are checked.
///
/// # Errors
/// `id-slip` if the check character does not fit the identifier, `id-unknown`, `id-withdrawn`; `no-register`,
/// `generation-unknown`; those of the store.
pub fn show(clean: &Path, id: &str, generation: Option<u64>, access: &Access) -> Result<Vec<PersonDetails>> {
    let persons = match generation {
        Some(number) => show_in(&generation_of(clean, number)?, id),
        None => read_current(clean, |generation| show_in(generation, id)),
    }?;
    let asked = generation.map_or_else(|| id.to_owned(), |number| format!("{id} generation {number}"));
    access.log(&Store::open(clean)?, "show", &asked, persons.len() as u64)?;
    Ok(persons)
}

/// The person of an identifier, or all persons of a household, and the number of the look-up in the log, which stands
/// on what is printed.
///
/// # Errors
/// Those of [`show`].
pub fn extract(clean: &Path, id: &str, access: &Access) -> Result<(Vec<PersonDetails>, u64)> {
    let persons = read_current(clean, |generation| show_in(generation, id))?;
    let number = access.log(&Store::open(clean)?, "extract", id, persons.len() as u64)?;
    Ok((persons, number))
}

/// The persons who were last counted in a household and died, left or moved away, in the order of its rows. Nothing is
/// logged: the household was looked up.
///
/// # Errors
/// Those of [`show`].
pub fn former_members(clean: &Path, household: &str) -> Result<Vec<FormerMember>> {
    let household = canonical_id(household)?;
    read_current(clean, |generation| former_in(&RegisterReader::new(generation)?, &household))
}

/// The last address of a household without members. Nothing is logged: the household was looked up.
///
/// # Errors
/// Those of [`show`].
pub fn last_address(clean: &Path, household: &str) -> Result<PersonAddress> {
    let household = canonical_id(household)?;
    read_current(clean, |generation| {
        let found = RegisterReader::new(generation)?.household(&household)?;
        let address = found.map(|home| PersonAddress::of_household(&home.row)).unwrap_or_default();
        Ok(PersonAddress { standing: AddressStanding::Last, ..address })
    })
}

fn former_in(reader: &RegisterReader<'_>, household: &str) -> Result<Vec<FormerMember>> {
    let generation = reader.generation;
    let rows = household_rows(reader, generation, household)?;
    let mut gone: Vec<(PlacedRow<PersonRow>, LineageRow)> = Vec::new();
    for id in rows.iter().filter_map(|row| row.person_id.as_deref()) {
        if gone.iter().any(|(own, _)| own.row.person_id == id) {
            continue;
        }
        let Some(person) = reader.person(id)? else { continue };
        if person.row.household_id.is_some() || !matches!(&*person.row.status, "deceased" | "departed" | "resident") {
            continue;
        }
        // An older row may be of another household.
        let own = reader.rows(std::slice::from_ref(&person))?;
        let last = own.into_iter().rfind(|row| row.household_id.is_some());
        if let Some(last) = last.filter(|row| row.household_id.as_deref() == Some(household)) {
            gone.push((person, last));
        }
    }
    if gone.is_empty() {
        return Ok(Vec::new());
    }
    let is_gone = |id: &String| gone.iter().any(|(own, _)| own.row.person_id == *id);
    let events = scan(generation, &[], &|row: &EventRow| is_gone(&row.person_id) && row.effect == "holds")?;
    let events: Vec<EventRow> = events.into_iter().map(|found| found.row).collect();
    let history = scan(generation, &[], &|row: &HistoryRow| row.field == "relation" && is_gone(&row.person_id))?;
    let last_rows: Vec<LineageRow> = gone.iter().map(|(_, row)| row.clone()).collect();
    let columns = pairs::sheet_columns(generation, &last_rows)?;
    let years = act_years(reader, gone.iter().map(|(own, _)| &own.row))?;
    let mut former = Vec::new();
    for (person, last) in gone {
        let person = person.row;
        let leaves = |event: &&EventRow| {
            event.person_id == person.person_id && matches!(&*event.event, "departure" | "move" | "arrival")
        };
        let event = events.iter().rfind(leaves);
        // Who lives in the commune without a household and did not move was not counted here.
        if person.status == "resident" && event.is_none() {
            continue;
        }
        let went_to = event.filter(|_| person.status != "deceased").and_then(|event| match &*event.event {
            "departure" => event.other.clone(),
            _ => event.to_quartier.clone(),
        });
        let changed = history.iter().rfind(|change| change.row.person_id == person.person_id);
        let relation = changed.and_then(|change| change.row.before.clone()).or_else(|| typed_relation(&columns, &last));
        former.push(FormerMember {
            was_head: relation.as_deref() == Some("head"),
            was_spouse: relation.as_deref() == Some("spouse"),
            act_year: years.get(&person.person_id).copied(),
            went_to,
            person,
        });
    }
    Ok(former)
}

/// The relation to the head that a row gives in a word that every register knows; `None` for any other.
fn typed_relation(columns: &SheetColumns, row: &LineageRow) -> Option<String> {
    let fields = pairs::fields_of(columns, row);
    let cells = pairs::cells_as_read(row);
    let is_relation = |letters: &String| fields.get(letters).is_some_and(|field| field == "relation");
    let (_, text) = cells.into_iter().find(|(letters, _)| is_relation(letters))?;
    let codes = Codes::new(&CodeWords::default()).ok()?;
    codes.relation(&text).map(|relation| relation.code().to_owned())
}

/// The death of the person's husband or wife: of the head for the spouse, of the spouse for the head.
fn spouse_death(person: &PersonRow, former: &[FormerMember]) -> Option<SpouseDeath> {
    let is_spouse = |own: &&FormerMember| match person.relation.as_deref() {
        Some("head") => own.was_spouse,
        Some("spouse") => own.was_head,
        _ => false,
    };
    let spouse = former.iter().filter(|own| own.person.status == "deceased").find(is_spouse)?;
    Some(SpouseDeath { name: spouse.person.whole_name(), on: spouse.person.status_since })
}

/// The parents whom the act among a person's rows names.
fn parents_of(reader: &RegisterReader<'_>, person: &PersonRow, rows: &[LineageRow]) -> Result<Vec<ActParent>> {
    let is_act = |row: &&LineageRow| row.kind == "birth" && row.person_id.as_ref() == Some(&person.person_id);
    let Some(act) = rows.iter().find(is_act) else { return Ok(Vec::new()) };
    find_parents(reader, person, parents_of_act(reader, act.clone())?)
}

/// The rows of a household, in the order of the sheets. They stand on the fiches of its members; without a member, all
/// rows of the register are looked through.
fn household_rows(reader: &RegisterReader<'_>, generation: &Generation, household: &str) -> Result<Vec<LineageRow>> {
    let is_of_household = |row: &LineageRow| row.household_id.as_deref() == Some(household);
    let members = reader.household(household)?.map_or_else(|| Ok(Vec::new()), |found| reader.members(&found))?;
    if members.is_empty() {
        let found = scan(generation, &["typed", "corrected"], &is_of_household)?;
        return Ok(found.into_iter().map(|found| found.row).collect());
    }
    let mut rows: BTreeMap<(String, String, i64), LineageRow> = BTreeMap::new();
    let place = |row: &LineageRow| (row.file.clone(), row.sheet.clone(), row.row);
    for own in reader.rows(&members)?.into_iter().filter(is_of_household) {
        if !rows.contains_key(&place(&own)) {
            let of_fiche = reader.fiche_rows(&own)?.into_iter().filter(is_of_household);
            rows.extend(of_fiche.map(|row| (place(&row), row)));
        }
    }
    Ok(rows.into_values().collect())
}

/// A generation of which no table is checked yet.
fn generation_of(clean: &Path, number: u64) -> Result<Generation> {
    if !clean.is_dir() {
        return Err(Error::new(ErrorCode::NoRegister).at(clean));
    }
    let store = Store::open(clean)?;
    store.generation(number).or_else(|fault| current(clean).and(Err(fault)))
}

/// The members of a household in the order of the fiche of the head's last row, the head first.
pub(super) fn members_in_order(
    reader: &RegisterReader<'_>,
    household: &PlacedRow<HouseholdRow>,
) -> Result<Vec<PlacedRow<PersonRow>>> {
    let mut members = reader.members(household)?;
    let rows = reader.rows(&members)?;
    let is_head = |person: &PersonRow| person.relation.as_deref() == Some("head");
    let is_of = |row: &&LineageRow, id: &str| row.person_id.as_deref() == Some(id);
    let first = members.iter().find(|member| is_head(&member.row)).or(members.first());
    let first = first.and_then(|member| rows.iter().rfind(|row| is_of(row, &member.row.person_id)));
    let sheet = first.map(|row| (&row.file, &row.sheet));
    let is_of_sheet = |row: &&LineageRow| Some((&row.file, &row.sheet)) == sheet;
    let place = |id: &str| rows.iter().rfind(|row| is_of(row, id) && is_of_sheet(row)).map(|row| row.row);
    // Who is not on that fiche stands behind, in the order of another.
    let elsewhere = |id: &str| rows.iter().rfind(|row| is_of(row, id)).map(|row| (&row.file, &row.sheet, row.row));
    members.sort_by_cached_key(|member| {
        let id = member.row.person_id.clone();
        let other = elsewhere(&id).map(|(file, sheet, row)| (file.clone(), sheet.clone(), row));
        (!is_head(&member.row), place(&id).unwrap_or(i64::MAX), other, id)
    });
    Ok(members)
}

fn show_in(generation: &Generation, id: &str) -> Result<Vec<PersonDetails>> {
    let id = canonical_id(id)?;
    let days = days_of(generation);
    let reader = RegisterReader::new(generation)?;
    let aliases: Vec<AliasRow> = generation.read()?;
    let (mut persons, mut household) = (Vec::from_iter(reader.person(&id)?), None);
    if persons.is_empty() {
        household = reader.household(&id)?;
        let alias = aliases.iter().find(|alias| alias.old_id == id).map(|alias| alias.person_id.as_deref());
        match (&household, alias) {
            (Some(household), _) => persons = reader.members(household)?,
            (None, Some(Some(now))) => persons.extend(reader.person(now)?),
            (None, Some(None)) => return Ok(vec![withdrawn_person(generation, &id, &days)?]),
            (None, None) => return Err(Error::new(ErrorCode::IdUnknown).with("id", id)),
        }
    }
    let events = of_persons(generation, &persons, |row: &EventRow| &row.person_id)?;
    let (mut last_household, mut own_address, mut act_address) = (None, None, None);
    if household.is_none()
        && let [only] = persons.as_slice()
    {
        let residence = residence::residence(&reader, only, &events)?;
        (household, last_household) = (residence.household, residence.last_household);
        act_address = residence::act_address(&reader, only)?.filter(|parts| residence.address.differs_from(parts));
        own_address = Some(residence.address);
    } else if let Some(moved) = persons.iter().find(|own| residence::last_move(&own.row, &events).is_some()) {
        own_address = Some(residence::residence(&reader, moved, &events)?.address);
    }
    // Who moved alone is no longer with the household of their last fiche.
    let has_moved = own_address.as_ref().is_some_and(|address| address.standing == AddressStanding::Moved);
    let with = household.as_ref().filter(|_| !has_moved || last_household.is_none());
    let members = || with.map(|household| members_in_order(&reader, household)).transpose();
    let (members, rows_and_links) = rayon::join(members, || reader.rows_and_links(&persons));
    let (members, (rows, links)) = (members?.unwrap_or_default(), rows_and_links?);
    let with = with.map(|household| household.row.household_id.as_str());
    let former = with.filter(|_| last_household.is_none()).map(|id| former_in(&reader, id)).transpose()?;
    let act_years = act_years(&reader, persons.iter().map(|person| &person.row))?;
    let parents = match persons.as_slice() {
        [only] => parents_of(&reader, &only.row, &rows)?,
        _ => Vec::new(),
    };
    let history = of_persons(generation, &persons, |row: &HistoryRow| &row.person_id)?;
    let parts = PersonParts {
        address: own_address.unwrap_or_else(|| {
            household.as_ref().map(|home| PersonAddress::of_household(&home.row)).unwrap_or_default()
        }),
        act_address,
        last_household,
        members,
        former: former.unwrap_or_default(),
        act_years,
        parents,
        columns: pairs::sheet_columns(generation, &rows)?,
        rows,
        pairs: links.into_iter().map(pairs::row_pair).collect(),
        aliases,
        events,
        heads: heads_of_history(&reader, &history)?,
        history,
        days,
    };
    let mut details: Vec<PersonDetails> = persons.into_iter().map(|person| parts.details(person.row)).collect();
    let place = |person: &PersonDetails| {
        parts.members.iter().position(|member| member.row.person_id == person.person.person_id)
    };
    details.sort_by_key(place);
    Ok(details)
}

/// The rows of a table that name one of these persons.
fn of_persons<R: TableRow>(
    generation: &Generation,
    persons: &[PlacedRow<PersonRow>],
    id_of: impl Fn(&R) -> &String + Sync,
) -> Result<Vec<R>> {
    let ids: HashSet<&String> = persons.iter().map(|person| &person.row.person_id).collect();
    Ok(scan(generation, &[], &|row| ids.contains(id_of(row)))?.into_iter().map(|row| row.row).collect())
}

/// The names of the heads of the households that a history names, as far as they are in the register.
fn heads_of_history(reader: &RegisterReader<'_>, history: &[HistoryRow]) -> Result<BTreeMap<String, String>> {
    let of_households = history.iter().filter(|row| row.field == "household_id");
    let ids: BTreeSet<&String> = of_households.flat_map(|row| row.before.iter().chain(&row.after)).collect();
    let mut heads = BTreeMap::new();
    for id in ids {
        let household = reader.household(id)?;
        let head = household.and_then(|found| found.row.head_person_id);
        if let Some(head) = head.map(|head| reader.person(&head)).transpose()?.flatten() {
            heads.insert(id.clone(), head.row.whole_name());
        }
    }
    Ok(heads)
}

/// What the tables hold about some persons of one household.
struct PersonParts {
    act_address: Option<[String; 3]>,
    last_household: Option<String>,
    address: PersonAddress,
    columns: SheetColumns,
    members: Vec<PlacedRow<PersonRow>>,
    former: Vec<FormerMember>,
    act_years: HashMap<String, i32>,
    /// The parents whom the act of the only person names.
    parents: Vec<ActParent>,
    rows: Vec<LineageRow>,
    pairs: Vec<RowPair>,
    aliases: Vec<AliasRow>,
    events: Vec<EventRow>,
    history: Vec<HistoryRow>,
    heads: BTreeMap<String, String>,
    /// The day on which each generation was published.
    days: BTreeMap<i64, String>,
}

impl PersonParts {
    fn source(&self, row: &LineageRow) -> PersonSource {
        PersonSource {
            key: row.row_key.clone().unwrap_or_default(),
            place: RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row },
            outcome: row.outcome.clone(),
            cells: pairs::cells_in_order(&row.typed),
            corrected: pairs::corrected_cells(row.corrected.as_deref()),
            fields: pairs::fields_of(&self.columns, row),
            headings: pairs::headings_of(&self.columns, row),
        }
    }

    fn details(&self, person: PersonRow) -> PersonDetails {
        let id = &person.person_id;
        let others = self.members.iter().map(|member| &member.row).filter(|member| member.person_id != *id);
        let mut rows: Vec<PersonSource> =
            self.rows.iter().filter(|row| row.person_id.as_ref() == Some(id)).map(|row| self.source(row)).collect();
        rows.sort_by(|a, b| a.place.cmp(&b.place));
        let is_own = |pair: &&RowPair| rows.iter().any(|row| pair.places.contains(&row.place));
        let (links, not_joined) = self.pairs.iter().filter(is_own).cloned().partition(|pair| pair.is_kept);
        let former = self.aliases.iter().filter(|alias| alias.person_id.as_ref() == Some(id));
        PersonDetails {
            name: person.whole_name(),
            address: self.address.clone(),
            company: others.map(member_of).collect(),
            act_address: self.act_address.clone(),
            last_household: self.last_household.clone(),
            former: self.former.clone(),
            spouse_death: spouse_death(&person, &self.former),
            parents: self.parents.clone(),
            act_year: self.act_years.get(id).copied(),
            former_ids: former.map(|alias| alias.old_id.clone()).collect(),
            links,
            not_joined,
            events: self.events.iter().filter(|event| event.person_id == *id).cloned().collect(),
            withdrawn: None,
            history: changes_of(id, &self.history, &self.days),
            heads: self.heads.clone(),
            since: (person.registered_in, self.days.get(&i64::from(person.registered_in)).cloned()),
            rows,
            person,
        }
    }
}

fn member_of(person: &PersonRow) -> HouseholdMember {
    let (person_id, name, relation) = (person.person_id.clone(), person.whole_name(), person.relation.clone());
    HouseholdMember { person_id, name, relation, sex: person.sex.clone() }
}

/// A person whose rows are gone.
fn withdrawn_person(generation: &Generation, id: &str, days: &BTreeMap<i64, String>) -> Result<PersonDetails> {
    let found = scan(generation, &[], &|row: &WithdrawnRow| row.person_id == id)?.into_iter().next();
    let row = found.ok_or_else(|| Error::new(ErrorCode::IdWithdrawn).with("id", id))?.row;
    let history = scan(generation, &[], &|row: &HistoryRow| row.person_id == id)?;
    let history: Vec<HistoryRow> = history.into_iter().map(|row| row.row).collect();
    let person = withdrawn_as_person(&row);
    Ok(PersonDetails {
        name: person.whole_name(),
        address: PersonAddress::in_quartier(&person),
        history: changes_of(id, &history, days),
        since: (row.registered_in, days.get(&i64::from(row.registered_in)).cloned()),
        withdrawn: Some(row),
        person,
        ..PersonDetails::default()
    })
}

/// The day on which each generation was published.
fn days_of(generation: &Generation) -> BTreeMap<i64, String> {
    let manifest = &generation.manifest;
    let earlier = manifest.earlier.iter().map(|entry| (entry.generation, &entry.published_at));
    earlier
        .chain([(manifest.generation, &manifest.published_at)])
        .map(|(number, at)| (number as i64, at.chars().take(10).collect()))
        .collect()
}

fn changes_of(id: &str, history: &[HistoryRow], days: &BTreeMap<i64, String>) -> Vec<PersonHistoryChange> {
    let own = history.iter().filter(|row| row.person_id == id).cloned();
    own.map(|row| PersonHistoryChange { day: days.get(&i64::from(row.generation)).cloned(), row }).collect()
}

/// Writes a page of persons, readable by its owner alone.
///
/// # Errors
/// Those of the file system.
pub fn write_page(clean: &Path, out: &OutputPath, html: &str) -> Result<()> {
    store::list_output_folder(clean, out.path());
    store::write_text(html, out)
}
