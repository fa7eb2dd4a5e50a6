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
use super::sheets_shown::{SheetShown, log_sheets_shown};

/// What to export.
#[derive(Debug, Clone)]
pub struct KeyExportRequest<'a> {
    /// The raw folder. A list in it is a sheet of the register.
    pub raw: &'a Path,
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

/// Writes `keys.parquet` and `persons.parquet` into a folder. The export of a register, or of one of its sheets, is
/// logged.
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
            let shown = SheetShown { path: list, n_rows: table.rows.len() as u64 };
            log_sheets_shown(&[shown], (request.raw, request.clean), ("export", "keys "), access)?;
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
    // Two communes may use the same number for a household or a row.
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

/// The columns that [`register_table`] can give, each with the text of a person, of whose household it gets the row.
type TextOf = fn(&PersonRow, Option<&HouseholdRow>) -> String;
const TABLE_COLUMNS: [(&str, TextOf); 12] = [
    ("person_id", |person, _| person.person_id.clone()),
    ("nom", |person, _| person.nom.clone()),
    ("postnom", |person, _| person.postnom.clone()),
    ("prenom", |person, _| person.prenom.clone()),
    ("sex", |person, _| person.sex.clone().unwrap_or_default()),
    ("born_on", |person, _| birth_text(person)),
    ("birth_place", |person, _| person.birth_place.clone().unwrap_or_default()),
    ("quartier", |person, _| person.quartier.clone().unwrap_or_default()),
    ("household_id", |person, _| person.household_id.clone().unwrap_or_default()),
    ("birth_act", |person, _| person.birth_act.clone().unwrap_or_default()),
    ("avenue", |_, home| home.and_then(|home| home.avenue.clone()).unwrap_or_default()),
    ("parcel", |_, home| home.and_then(|home| home.parcel.clone()).unwrap_or_default()),
];

/// Returns the persons of a register as a table of texts, with the columns named: those of `persons`, and avenue and
/// parcel of their households.
pub(super) fn register_table(generation: &Generation, persons: &[PersonRow], columns: &[&str]) -> Result<Table> {
    let households: Vec<HouseholdRow> = generation.read()?;
    let of_id: std::collections::HashMap<&str, &HouseholdRow> =
        households.iter().map(|household| (household.household_id.as_str(), household)).collect();
    let home = |person: &PersonRow| person.household_id.as_deref().and_then(|id| of_id.get(id).copied());
    let column = |name: &&str| -> Result<Column> {
        let Some((_, text_of)) = TABLE_COLUMNS.iter().find(|(own, _)| own == name) else {
            let known = TABLE_COLUMNS.map(|(own, _)| own).join(", ");
            let fault = Error::new(ErrorCode::TableNoColumn).with("column", name).with("known", known);
            return Err(fault.with("path", "persons"));
        };
        let texts: Vec<String> = persons.iter().map(|person| text_of(person, home(person))).collect();
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
        // Not a message: the program that reads the export reads "vers" as "about", whatever its language.
        "about" => format!("vers {:04}", day.year()),
        _ => String::new(),
    }
}
