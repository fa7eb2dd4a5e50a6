//! The pairs of a generation as a person sees them: rows as typed, the company they keep, the weight of each comparison.

use std::collections::{BTreeMap, HashMap};

use crate::error::Result;
use crate::link::COMPARISONS;
use crate::review::{Pair, Side, Weighed};
use crate::store::{ColumnRow, Generation, HouseholdRow, LineageRow, LinkRow, PersonRow};

type Place = (String, String, i64);

/// By file and sheet: row of the headings, column letters, what the column holds.
type ColumnsOfSheets = HashMap<(String, String), Vec<(i64, String, String)>>;

/// What a generation knows of its rows.
pub(super) struct Known {
    rows: HashMap<Place, LineageRow>,
    columns: ColumnsOfSheets,
    households: HashMap<String, HouseholdRow>,
    persons: HashMap<String, PersonRow>,
    members: HashMap<String, Vec<String>>,
}

impl Known {
    pub(super) fn of(generation: &Generation) -> Result<Self> {
        let mut members: HashMap<String, Vec<String>> = HashMap::new();
        let mut persons = HashMap::new();
        for person in generation.read::<PersonRow>()? {
            if let Some(household) = &person.household_id {
                members.entry(household.clone()).or_default().push(person.person_id.clone());
            }
            persons.insert(person.person_id.clone(), person);
        }
        let mut columns = ColumnsOfSheets::new();
        for column in generation.read::<ColumnRow>()? {
            columns.entry((column.file, column.sheet)).or_default().push((column.row, column.column, column.field));
        }
        let rows = generation.read::<LineageRow>()?.into_iter();
        Ok(Self {
            rows: rows.map(|row| ((row.file.clone(), row.sheet.clone(), row.row), row)).collect(),
            columns,
            households: generation
                .read::<HouseholdRow>()?
                .into_iter()
                .map(|row| (row.household_id.clone(), row))
                .collect(),
            persons,
            members,
        })
    }

    /// A row of a sheet as a person sees it; nothing but its place if it is not in the register.
    pub(super) fn side(&self, place: Place) -> Side {
        let (file, sheet, row) = place.clone();
        let blank = Side { file: file.clone(), sheet: sheet.clone(), row, ..Side::default() };
        let Some(lineage) = self.rows.get(&place) else { return blank };
        let person = lineage.person_id.as_ref().and_then(|id| self.persons.get(id));
        let household = lineage.household_id.as_ref().and_then(|id| self.households.get(id));
        let or_blank = |text: Option<&String>| text.cloned().unwrap_or_default();
        let address = match household {
            Some(home) => [&home.quartier, &home.avenue, &home.parcel].map(|part| or_blank(part.as_ref())),
            None => [or_blank(person.and_then(|person| person.quartier.as_ref())), String::new(), String::new()],
        };
        let others = lineage.household_id.as_ref().and_then(|id| self.members.get(id)).into_iter().flatten();
        let mut company: Vec<String> = others
            .filter(|id| Some(*id) != lineage.person_id.as_ref())
            .filter_map(|id| self.persons.get(id))
            .map(PersonRow::whole_name)
            .collect();
        company.sort();
        let typed = self.typed(lineage);
        // An act keeps the company of its parents.
        company.extend(["father", "mother"].iter().filter_map(|parent| typed.get(*parent)).cloned());
        Side {
            key: or_blank(lineage.row_key.as_ref()),
            typed,
            person_id: or_blank(lineage.person_id.as_ref()),
            household_id: or_blank(lineage.household_id.as_ref()),
            address,
            company,
            n_rows: person.map_or(1, |person| i64::from(person.n_sources)),
            ..blank
        }
    }

    /// What the row says, by the meaning of its columns under the last headings above it.
    fn typed(&self, lineage: &LineageRow) -> BTreeMap<String, String> {
        let cells: BTreeMap<String, String> = serde_json::from_str(&lineage.typed).unwrap_or_default();
        let columns = self.columns.get(&(lineage.file.clone(), lineage.sheet.clone()));
        let above = || columns.into_iter().flatten().filter(|(row, ..)| *row < lineage.row);
        let headings = above().map(|(row, ..)| *row).max();
        above()
            .filter(|(row, ..)| Some(*row) == headings)
            .filter_map(|(_, column, field)| Some((field.clone(), cells.get(column)?.clone())))
            .collect()
    }

    /// A pair with its two rows.
    pub(super) fn pair(&self, link: LinkRow) -> Pair {
        let weights: BTreeMap<String, serde_json::Value> = serde_json::from_str(&link.comparisons).unwrap_or_default();
        let weighed = COMPARISONS.iter().filter_map(|(name, _)| {
            let one = weights.get(*name)?;
            let level = one.get("level")?.as_str()?.to_owned();
            let weight = one.get("weight")?.as_f64()?;
            (level != "missing").then(|| Weighed { comparison: (*name).to_owned(), level, weight })
        });
        Pair {
            weighed: weighed.collect(),
            weight: link.match_weight,
            probability: link.match_probability,
            decided_by: link.decided_by,
            is_kept: link.kept == 1,
            sides: [
                self.side((link.file_a, link.sheet_a, link.row_a)),
                self.side((link.file_b, link.sheet_b, link.row_b)),
            ],
        }
    }

    pub(super) fn person(&self, id: &str) -> Option<&PersonRow> {
        self.persons.get(id)
    }

    pub(super) fn household(&self, id: &str) -> Option<&HouseholdRow> {
        self.households.get(id)
    }

    pub(super) fn members(&self, household: &str) -> &[String] {
        self.members.get(household).map_or(&[], Vec::as_slice)
    }

    /// The rows of a person, by place.
    pub(super) fn rows_of(&self, person: &str) -> Vec<&LineageRow> {
        let mut rows: Vec<&LineageRow> = self.rows.values().collect();
        rows.retain(|row| row.person_id.as_deref() == Some(person));
        rows.sort_by(|a, b| (&a.file, &a.sheet, a.row).cmp(&(&b.file, &b.sheet, b.row)));
        rows
    }
}

/// All pairs of a generation.
pub(super) fn pairs(generation: &Generation) -> Result<(Known, Vec<Pair>)> {
    let known = Known::of(generation)?;
    let pairs = generation.read::<LinkRow>()?.into_iter().map(|link| known.pair(link)).collect();
    Ok((known, pairs))
}

/// Column letters in the order of the sheet, as `typed` names them.
pub(super) fn cells_in_order(typed: &str) -> Vec<(String, String)> {
    let cells: BTreeMap<String, String> = serde_json::from_str(typed).unwrap_or_default();
    let mut cells: Vec<(String, String)> = cells.into_iter().collect();
    cells.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    cells
}
