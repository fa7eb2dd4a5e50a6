//! What a generation changed of each person, with the cell that says so: kept for as long as the register lives, whatever
//! becomes of the generations themselves.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::record::Field;
use crate::store::{ColumnRow, HistoryRow, LineageRow, WithdrawnRow};

use super::{Changes, PersonFate, State};

impl Changes {
    /// A row for each value that changed. `columns` tells what the cells of the later state hold, `withdrawn` who is gone
    /// and why.
    #[must_use]
    pub fn history(
        &self,
        before: State<'_>,
        after: State<'_>,
        columns: &[ColumnRow],
        withdrawn: &[WithdrawnRow],
        generation: i32,
    ) -> Vec<HistoryRow> {
        let sources = Sources::new(self, before, after, columns);
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
                PersonFate::Merged { into } => rows.push(row(into, "merged", &person.id, &person.name)),
                PersonFate::Changed { fields } => {
                    for change in fields {
                        let mut row = row(&person.id, change.field, &change.before, &change.after);
                        if let Some((lineage, column)) = sources.of(&person.id, change.field) {
                            row.file = Some(lineage.file.clone());
                            row.sheet = Some(lineage.sheet.clone());
                            row.row = Some(lineage.row);
                            row.column = column.map(str::to_owned);
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

/// The rows that say something of a person that was not said before.
struct Sources<'s> {
    new_rows: HashMap<&'s str, Vec<&'s LineageRow>>,
    /// For each sheet its headings: row, field, column.
    columns: HashMap<(&'s str, &'s str), Vec<Head<'s>>>,
}

/// Row of a heading, what its column holds, and its letters.
type Head<'s> = (i64, &'s str, &'s str);

impl<'s> Sources<'s> {
    fn new(changes: &'s Changes, before: State<'s>, after: State<'s>, columns: &'s [ColumnRow]) -> Self {
        let is_changed = |person: &&super::PersonChange| matches!(person.fate, PersonFate::Changed { .. });
        let changed: HashSet<&str> =
            changes.persons.iter().filter(is_changed).map(|person| person.id.as_str()).collect();
        let of_changed = |row: &&LineageRow| row.person_id.as_deref().is_some_and(|id| changed.contains(id));
        let said: HashSet<(&str, &str)> = before
            .lineage
            .iter()
            .filter(of_changed)
            .filter_map(|row| Some((row.person_id.as_deref()?, row.row_key.as_deref()?)))
            .collect();
        let mut sources = Self { new_rows: HashMap::new(), columns: HashMap::new() };
        for row in after.lineage.iter().filter(of_changed) {
            if let (Some(id), Some(key)) = (row.person_id.as_deref(), row.row_key.as_deref())
                && !said.contains(&(id, key))
            {
                sources.new_rows.entry(id).or_default().push(row);
            }
        }
        for column in columns {
            let of_sheet = sources.columns.entry((&column.file, &column.sheet)).or_default();
            of_sheet.push((column.row, &column.field, &column.column));
        }
        sources
    }

    /// The row, and where one column alone holds the value its letters.
    fn of(&self, id: &str, field: &str) -> Option<(&'s LineageRow, Option<&'s str>)> {
        let rows = self.new_rows.get(id)?;
        let found = |row: &'s LineageRow| {
            let headings = self.columns.get(&(row.file.as_str(), row.sheet.as_str()))?;
            let last = headings.iter().map(|(at, ..)| *at).filter(|at| *at < row.row).max()?;
            let mut holding = headings.iter().filter(|(at, code, _)| *at == last && holds(code, field));
            let first = holding.next()?;
            Some((row, holding.next().is_none().then_some(first.2)))
        };
        rows.iter().find_map(|row| found(row)).or_else(|| (rows.len() == 1).then(|| (rows[0], None)))
    }
}

/// Whether a column of a sheet holds what a column of `persons` tells.
fn holds(code: &str, field: &str) -> bool {
    let Some(held) = Field::from_code(code) else { return false };
    match field {
        "nom" => matches!(held, Field::Nom | Field::NomPostnom | Field::FullName | Field::PrenomFirst),
        "postnom" => matches!(held, Field::Postnom | Field::NomPostnom | Field::FullName | Field::PrenomFirst),
        "prenom" => matches!(held, Field::Prenom | Field::FullName | Field::PrenomFirst),
        "sex" => matches!(held, Field::Sex | Field::SexMale | Field::SexFemale),
        "born_on" => matches!(
            held,
            Field::BirthDate
                | Field::BirthDay
                | Field::BirthMonth
                | Field::BirthYear
                | Field::BirthDatePlace
                | Field::Age
        ),
        "birth_place" => matches!(held, Field::BirthPlace | Field::BirthDatePlace),
        "quartier" => held == Field::Quartier,
        "household_id" => matches!(held, Field::Fiche | Field::Avenue | Field::Parcel | Field::Address),
        "relation" => held == Field::Relation,
        "marital_status" => held == Field::MaritalStatus,
        "occupation" => held == Field::Occupation,
        "birth_act" => matches!(held, Field::ActNumber | Field::Folio | Field::Volume),
        _ => false,
    }
}
