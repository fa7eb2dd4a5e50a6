//! Exports the blocking keys of a register or a list, with the values that its persons are compared by, for linking on
//! several machines.

use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::link::table::{ListModel, for_each_key};
use crate::record::{Column, Table};
use crate::store::{
    self, APART, Generation, HouseholdRow, KEYS_FILE, OutputPath, PERSON, PERSONS_FILE, PersonRow, Store,
};

use super::access::Access;
use super::generation;
use super::link_table::{ids, list_reading, read_date, read_list};
use super::model::read_whole_model;

/// What to export.
#[derive(Debug, Clone)]
pub struct KeyExportRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The generation; the current one where none is named.
    pub generation: Option<u64>,
    /// A list to export in place of the register.
    pub list: Option<&'a Path>,
    /// The model. It names the columns and chooses the keys.
    pub model: &'a Path,
    /// The commune. Its name goes before each person's id, so that no two communes have one id.
    pub commune: &'a str,
    /// The folder to write.
    pub out: &'a OutputPath,
    /// The program that reads workbooks in a process of its own.
    pub worker: Option<PathBuf>,
}

/// What was exported.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KeyExport {
    /// Number of persons.
    pub n_persons: u64,
    /// Number of keys of all persons.
    pub n_keys: u64,
}

/// Writes `keys.parquet` and `persons.parquet` into a folder. The export of a register is logged.
///
/// # Errors
/// Those of the model, of reading and of writing; `table-no-column` for a column of the model that the register lacks.
pub fn export_keys(request: &KeyExportRequest<'_>, config: &Config, access: &Access) -> Result<KeyExport> {
    let model = read_whole_model(request.model)?;
    let columns = compared_columns(&model, request.model)?;
    let (mut table, own_ids) = match request.list {
        Some(list) => {
            let mut wanted = columns.clone();
            wanted.extend(model.settings.id.as_deref().filter(|id| !columns.contains(id)));
            let reading = list_reading(request.worker.clone(), config);
            let table = read_list(list, &wanted, model.settings.id.as_deref(), &reading)?;
            let ids = ids(std::slice::from_ref(&table), model.settings.id.as_deref());
            (table, ids)
        }
        None => {
            let generation = generation(request.clean, request.generation)?;
            let persons: Vec<PersonRow> = generation.read()?;
            access.log(&Store::open(request.clean)?, "export", "keys", persons.len() as u64)?;
            let ids = persons.iter().map(|person| person.person_id.clone()).collect();
            (register_table(&generation, &persons, &columns)?, ids)
        }
    };
    // Two communes may have one number for a household or a row.
    let within = |id: &str| format!("{}/{id}", request.commune);
    if let Some(apart) = &model.settings.apart {
        let own = table.columns.iter().find(|column| column.name == *apart).cloned();
        let mut own = own.unwrap_or_default();
        own.name = APART.to_owned();
        own.values.iter_mut().filter(|value| !value.is_empty()).for_each(|value| *value = within(value).into());
        table.columns.push(own);
    }
    let persons: Vec<String> = own_ids.iter().map(|id| within(id)).collect();
    let folder = request.out;
    store::create_folder(folder.path())?;
    let file = |name: &str| folder.with_path(folder.path().join(name));
    let mut exported = table.clone();
    let compared: Vec<&String> = model.settings.comparison.iter().flat_map(|comparison| &comparison.columns).collect();
    exported.columns.retain(|column| column.name == APART || compared.contains(&&column.name));
    let n_persons = store::write_persons(&file(PERSONS_FILE), &persons, &exported)?;
    let n_keys = store::write_keys(&file(KEYS_FILE), &persons, |take| for_each_key(&table, &model, &read_date, take))?;
    Ok(KeyExport { n_persons, n_keys })
}

/// The columns that a model compares by, and its column of rows that are never one person.
///
/// # Errors
/// `table-column-twice` if one has a name that the exported file needs.
pub(super) fn compared_columns<'m>(model: &'m ListModel, path: &Path) -> Result<Vec<&'m str>> {
    let compared = model.settings.comparison.iter().flat_map(|comparison| &comparison.columns);
    let compared: Vec<&str> = compared.map(String::as_str).collect();
    if let Some(column) = compared.iter().find(|column| [PERSON, APART].contains(column)) {
        return Err(Error::new(ErrorCode::TableColumnTwice).at(path).with("column", column));
    }
    let apart = model.settings.apart.as_deref().filter(|apart| !compared.contains(apart));
    Ok(compared.into_iter().chain(apart).collect())
}

/// The persons of a register as a table of texts: columns of `persons`, and avenue and parcel of their households.
pub(super) fn register_table(generation: &Generation, persons: &[PersonRow], columns: &[&str]) -> Result<Table> {
    let households: Vec<HouseholdRow> = generation.read()?;
    let of_id: std::collections::HashMap<&str, &HouseholdRow> =
        households.iter().map(|household| (household.household_id.as_str(), household)).collect();
    let home = |person: &PersonRow| person.household_id.as_deref().and_then(|id| of_id.get(id).copied());
    let text = |value: &Option<String>| value.clone().unwrap_or_default();
    type TextOf<'t> = Box<dyn Fn(&PersonRow) -> String + 't>;
    let text_of = |name: &str| -> Option<TextOf<'_>> {
        Some(match name {
            "person_id" => Box::new(|person| person.person_id.clone()),
            "nom" => Box::new(|person| person.nom.clone()),
            "postnom" => Box::new(|person| person.postnom.clone()),
            "prenom" => Box::new(|person| person.prenom.clone()),
            "sex" => Box::new(move |person| text(&person.sex)),
            "born_on" => Box::new(birth_text),
            "birth_place" => Box::new(move |person| text(&person.birth_place)),
            "quartier" => Box::new(move |person| text(&person.quartier)),
            "household_id" => Box::new(move |person| text(&person.household_id)),
            "birth_act" => Box::new(move |person| text(&person.birth_act)),
            "avenue" => Box::new(move |person| home(person).map(|home| text(&home.avenue)).unwrap_or_default()),
            "parcel" => Box::new(move |person| home(person).map(|home| text(&home.parcel)).unwrap_or_default()),
            _ => return None,
        })
    };
    const KNOWN: &str =
        "person_id, nom, postnom, prenom, sex, born_on, birth_place, quartier, household_id, birth_act, avenue, parcel";
    let column = |name: &&str| -> Result<Column> {
        let fault = || Error::new(ErrorCode::TableNoColumn).with("column", name).with("known", KNOWN);
        let text_of = text_of(name).ok_or_else(|| fault().with("path", "persons"))?;
        let texts: Vec<String> = persons.iter().map(text_of).collect();
        Ok(store::coded_column(name, texts.iter().map(String::as_str)))
    };
    let columns = columns.iter().map(column).collect::<Result<Vec<_>>>()?;
    Ok(Table { name: "persons".to_owned(), columns, rows: (1..=persons.len() as u32).collect() })
}

/// A date of birth as text, no more precise than it is.
fn birth_text(person: &PersonRow) -> String {
    let Some(day) = person.born_on else { return String::new() };
    match person.born_on_precision.as_str() {
        "day" => day.to_string(),
        "month" => format!("{:02}/{:04}", day.month(), day.year()),
        "year" => format!("{:04}", day.year()),
        "about" => format!("vers {:04}", day.year()),
        _ => String::new(),
    }
}
