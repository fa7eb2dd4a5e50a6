//! The history rows of a generation: each changed value of a person, with the cell that gave the new value.
//!
//! History is kept when the generations themselves are deleted.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::record::{Field, heading_block};
use crate::store::{ColumnRow, HistoryRow, LineageRow, WithdrawnRow};

use super::{Changes, PersonFate, RegisterState};

impl Changes {
    /// A row for each changed value. `columns` are the recognised columns of the later state's sheets, `withdrawn`
    /// gives the reasons of the persons who are gone.
    #[must_use]
    pub(crate) fn history(
        &self,
        before: RegisterState<'_>,
        after: RegisterState<'_>,
        columns: &[ColumnRow],
        withdrawn: &[WithdrawnRow],
        generation: i32,
    ) -> Vec<HistoryRow> {
        let new_rows = NewRows::new(self, before, after, columns);
        let why: BTreeMap<&str, &WithdrawnRow> = withdrawn.iter().map(|row| (row.person_id.as_str(), row)).collect();
        let row = |id: &str, field: &str, from: &str, to: &str| HistoryRow {
            person_id: id.to_owned(),
            generation,
            field: field.to_owned(),
            before: Some(from.to_owned()).filter(|text| !text.is_empty()),
            after: Some(to.to_owned()).filter(|text| !text.is_empty()),
            ..HistoryRow::default()
        };
        let mut rows = Vec::new();
        for person in &self.persons {
            match &person.fate {
                PersonFate::New => {}
                PersonFate::Back => rows.push(row(&person.id, "back", "", &person.name)),
                PersonFate::Gone => {
                    let reason = why.get(person.id.as_str()).map_or("", |row| row.reason.as_str());
                    rows.push(row(&person.id, "withdrawn", &person.name, reason));
                }
                PersonFate::Merged { into, .. } => rows.push(row(into, "merged", &person.id, &person.name)),
                PersonFate::Changed { fields } => {
                    for change in fields {
                        let mut row = row(&person.id, change.field, &change.before, &change.after);
                        if let Some((lineage, column)) = new_rows.source_of(&person.id, change.field) {
                            (row.file, row.sheet) = (Some(lineage.file.clone()), Some(lineage.sheet.clone()));
                            (row.row, row.column) = (Some(lineage.row), column.map(str::to_owned));
                        }
                        rows.push(row);
                    }
                }
            }
        }
        rows.sort_by(|a, b| (&a.person_id, &a.field, &a.before).cmp(&(&b.person_id, &b.field, &b.before)));
        rows
    }
}

/// The rows of changed persons whose content is new: they hold the new values.
struct NewRows<'s> {
    /// By person id.
    of_person: HashMap<&'s str, Vec<&'s LineageRow>>,
    /// By file and sheet.
    columns: HashMap<(&'s str, &'s str), Vec<SheetColumn<'s>>>,
}

/// A recognised column of a sheet: the row of its heading, the code of its field, its letters.
#[derive(Clone, Copy)]
struct SheetColumn<'s> {
    heading_row: i64,
    field: &'s str,
    letters: &'s str,
}

impl<'s> NewRows<'s> {
    fn new(
        changes: &'s Changes,
        before: RegisterState<'s>,
        after: RegisterState<'s>,
        columns: &'s [ColumnRow],
    ) -> Self {
        let is_changed = |person: &&super::PersonChange| matches!(person.fate, PersonFate::Changed { .. });
        let changed: HashSet<&str> =
            changes.persons.iter().filter(is_changed).map(|person| person.id.as_str()).collect();
        let of_changed = |row: &&LineageRow| row.person_id.as_deref().is_some_and(|id| changed.contains(id));
        let known: HashSet<(&str, &str)> = before
            .lineage
            .iter()
            .filter(of_changed)
            .filter_map(|row| Some((row.person_id.as_deref()?, row.row_key.as_deref()?)))
            .collect();
        let mut new_rows = Self { of_person: HashMap::new(), columns: HashMap::new() };
        for row in after.lineage.iter().filter(of_changed) {
            if let (Some(id), Some(key)) = (row.person_id.as_deref(), row.row_key.as_deref())
                && !known.contains(&(id, key))
            {
                new_rows.of_person.entry(id).or_default().push(row);
            }
        }
        for column in columns {
            let of_sheet = new_rows.columns.entry((&column.file, &column.sheet)).or_default();
            of_sheet.push(SheetColumn { heading_row: column.row, field: &column.field, letters: &column.column });
        }
        new_rows
    }

    /// The row that gave a person the value of a field; with the letters of its column, if exactly one column holds it.
    fn source_of(&self, id: &str, field: &str) -> Option<(&'s LineageRow, Option<&'s str>)> {
        let rows = self.of_person.get(id)?;
        let source = |row: &'s LineageRow| {
            let columns = self.columns.get(&(row.file.as_str(), row.sheet.as_str()))?;
            let heading = heading_block(columns.iter().map(|column| column.heading_row), row.row)?;
            let mut holding =
                columns.iter().filter(|column| heading.contains(&column.heading_row) && holds(column.field, field));
            let first = holding.next()?;
            Some((row, holding.next().is_none().then_some(first.letters)))
        };
        rows.iter().find_map(|row| source(row)).or_else(|| (rows.len() == 1).then(|| (rows[0], None)))
    }
}

/// Whether a sheet column with this field code holds the value of a column of `persons`.
fn holds(code: &str, field: &str) -> bool {
    use Field::*;
    let fields: &[Field] = match field {
        "nom" => &[Nom, NomPostnom, FullName, PrenomFirst],
        "postnom" => &[Postnom, NomPostnom, FullName, PrenomFirst],
        "prenom" => &[Prenom, FullName, PrenomFirst],
        "sex" => &[Sex, SexMale, SexFemale],
        "born_on" => &[BirthDate, BirthDay, BirthMonth, BirthYear, BirthDatePlace, Age],
        "birth_place" => &[BirthPlace, BirthDatePlace],
        "quartier" => &[Quartier],
        "household_id" => &[Fiche, Avenue, Parcel, Address],
        "avenue" => &[Avenue, Address, ToAvenue],
        "parcel" => &[Parcel, Address, ToParcel],
        "relation" => &[Relation],
        "marital_status" => &[MaritalStatus],
        "occupation" => &[Occupation],
        "birth_act" => &[ActNumber, Folio, Volume],
        _ => &[],
    };
    Field::from_code(code).is_some_and(|held| fields.contains(&held))
}
