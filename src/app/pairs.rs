//! Reads pairs of rows from the tables of a generation: a link with its comparisons, and both rows as a person sees
//! them in a review.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::error::Result;
use crate::link::COMPARISONS;
use crate::record::CorrectedText;
use crate::review::{ComparisonWeight, FicheMember, ReviewRow, RowPair, RowPlace};
use crate::store::{ColumnRow, Generation, HouseholdRow, LineageRow, LinkRow, PersonRow};

use super::reader::{PlacedRow, RegisterReader, position_of, scan};

/// The pair of a link; comparisons of a missing value are left out.
pub(super) fn row_pair(link: LinkRow) -> RowPair {
    let by_name: BTreeMap<String, serde_json::Value> = serde_json::from_str(&link.comparisons).unwrap_or_default();
    let comparisons = COMPARISONS.iter().filter_map(|(comparison, _)| {
        let value = by_name.get(*comparison)?;
        let level = value.get("level")?.as_str()?.to_owned();
        let weight = value.get("weight")?.as_f64()?;
        (level != "missing").then_some(ComparisonWeight { comparison, level, weight })
    });
    RowPair {
        comparisons: comparisons.collect(),
        weight: link.match_weight,
        probability: link.match_probability,
        decided_by: link.decided_by,
        is_kept: link.kept == 1,
        places: [
            RowPlace { file: link.file_a, sheet: link.sheet_a, row: link.row_a },
            RowPlace { file: link.file_b, sheet: link.sheet_b, row: link.row_b },
        ],
    }
}

/// Column letters with the text as typed, in the order of the sheet.
pub(super) fn cells_in_order(typed: &str) -> Vec<(String, String)> {
    let cells: BTreeMap<String, String> = serde_json::from_str(typed).unwrap_or_default();
    let mut cells: Vec<(String, String)> = cells.into_iter().collect();
    cells.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    cells
}

/// Column letters with the text of the sheet and its correction, in the order of the sheet.
pub(super) fn corrected_cells(corrected: Option<&str>) -> Vec<(String, CorrectedText)> {
    let cells: BTreeMap<String, CorrectedText> =
        corrected.and_then(|json| serde_json::from_str(json).ok()).unwrap_or_default();
    let mut cells: Vec<(String, CorrectedText)> = cells.into_iter().collect();
    cells.sort_by(|a, b| (a.0.len(), &a.0).cmp(&(b.0.len(), &b.0)));
    cells
}

/// The columns of `lineage` that a reviewer does not need.
const NOT_SHOWN: &[&str] = &["kind", "outcome", "rule", "match_probability", "founded_id", "says"];

/// The rows at some places as a reviewer sees them. A place without a row in the register has no entry.
pub(super) fn review_rows(
    generation: &Generation,
    places: &HashSet<&RowPlace>,
) -> Result<HashMap<RowPlace, ReviewRow>> {
    let places: HashSet<(&str, &str, i64)> =
        places.iter().map(|place| (place.file.as_str(), place.sheet.as_str(), place.row)).collect();
    let is_of_pair = |row: &LineageRow| places.contains(&(&row.file, &row.sheet, row.row));
    let rows: Vec<LineageRow> = scan(generation, NOT_SHOWN, &is_of_pair)?.into_iter().map(|row| row.row).collect();
    let context = RowContext::read(generation, &rows)?;
    let entry = |row: LineageRow| {
        let place = RowPlace { file: row.file.clone(), sheet: row.sheet.clone(), row: row.row };
        (place, context.review_row(row))
    };
    Ok(rows.into_iter().map(entry).collect())
}

/// A row of a pair as a reviewer sees it, its line of `lineage` and its person.
pub(super) struct PairRow {
    pub(super) row: ReviewRow,
    pub(super) line: LineageRow,
    pub(super) person: Option<PlacedRow<PersonRow>>,
    /// What each column holds, by its letters.
    pub(super) fields: BTreeMap<String, String>,
}

/// The row at a place, found through the index of the register.
pub(super) fn pair_row(reader: &RegisterReader<'_>, place: &RowPlace) -> Result<Option<PairRow>> {
    let Some(line) = reader.row_at(&place.file, &place.sheet, place.row)? else { return Ok(None) };
    let person = line.person_id.as_deref().map(|id| reader.person(id)).transpose()?.flatten();
    let household = line.household_id.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
    let fiche = if line.household_id.is_some() { reader.fiche_rows(&line)? } else { Vec::new() };
    let (file, sheet, _) = position_of(&line);
    let is_of_sheet = |column: &ColumnRow| (column.file.as_str(), column.sheet.as_str()) == (file, sheet);
    let columns = scan(reader.generation, &["heading"], &is_of_sheet)?.into_iter().map(|column| column.row);
    let columns: Vec<_> = columns.map(|column| (column.row, column.column, column.field)).collect();
    let context = RowContext {
        columns: HashMap::from([((line.file.clone(), line.sheet.clone()), columns)]),
        fiches: HashMap::from([(fiche_of(&line), fiche)]),
        households: household.into_iter().map(|home| (home.row.household_id.clone(), home.row)).collect(),
        persons: person.iter().map(|own| (own.row.person_id.clone(), own.row.quartier.clone())).collect(),
    };
    let fields = context.fields_above(&line).map(|(letters, field)| (letters.clone(), field.clone())).collect();
    Ok(Some(PairRow { row: context.review_row(line.clone()), line, person, fields }))
}

/// What the register holds about some rows: their persons and households, and what their columns mean.
struct RowContext {
    columns: SheetColumns,
    households: HashMap<String, HouseholdRow>,
    /// For each person the quartier.
    persons: HashMap<String, Option<String>>,
    /// The rows of each fiche, in the order of the sheet.
    fiches: HashMap<FicheKey, Vec<LineageRow>>,
}

/// Most other members of a fiche that are shown.
const MOST_OTHERS: usize = 50;

/// A fiche: file, sheet, household.
type FicheKey = (String, String, Option<String>);

fn fiche_of(row: &LineageRow) -> FicheKey {
    (row.file.clone(), row.sheet.clone(), row.household_id.clone())
}

/// By file and sheet: row of the heading, column letters, what the column holds.
type SheetColumns = HashMap<(String, String), Vec<(i64, String, String)>>;

impl RowContext {
    fn read(generation: &Generation, rows: &[LineageRow]) -> Result<Self> {
        let not_shown = "nom postnom prenom sex born_on born_on_precision birth_place household_id relation \
                         marital_status occupation birth_act status first_seen last_seen status_since";
        let not_shown: Vec<&str> = not_shown.split_whitespace().collect();
        let person_ids: HashSet<&str> = rows.iter().filter_map(|row| row.person_id.as_deref()).collect();
        let household_ids: HashSet<&str> = rows.iter().filter_map(|row| row.household_id.as_deref()).collect();
        let is_shown = |person: &PersonRow| person_ids.contains(person.person_id.as_str());
        let persons = scan(generation, &not_shown, &is_shown)?.into_iter().map(|person| person.row);
        let persons = persons.map(|person| (person.person_id, person.quartier)).collect();
        let wanted: HashSet<FicheKey> = rows.iter().filter(|row| row.household_id.is_some()).map(fiche_of).collect();
        let is_shown = |row: &LineageRow| {
            let household = row.household_id.as_deref();
            household.is_some_and(|id| household_ids.contains(id)) && wanted.contains(&fiche_of(row))
        };
        let mut fiches: HashMap<FicheKey, Vec<LineageRow>> = HashMap::new();
        for row in scan(generation, NOT_SHOWN, &is_shown)?.into_iter().map(|row| row.row) {
            fiches.entry(fiche_of(&row)).or_default().push(row);
        }
        let is_shown = |household: &HouseholdRow| household_ids.contains(household.household_id.as_str());
        let households = scan(generation, &[], &is_shown)?.into_iter().map(|household| household.row);
        let sheets: HashSet<(&str, &str)> = rows.iter().map(|row| (row.file.as_str(), row.sheet.as_str())).collect();
        let is_shown = |column: &ColumnRow| sheets.contains(&(&column.file, &column.sheet));
        let mut columns = SheetColumns::new();
        for column in scan(generation, &["heading"], &is_shown)?.into_iter().map(|column| column.row) {
            columns.entry((column.file, column.sheet)).or_default().push((column.row, column.column, column.field));
        }
        let households = households.map(|household| (household.household_id.clone(), household)).collect();
        Ok(Self { columns, households, persons, fiches })
    }

    fn review_row(&self, row: LineageRow) -> ReviewRow {
        let person = row.person_id.as_ref().and_then(|id| self.persons.get(id));
        let household = row.household_id.as_ref().and_then(|id| self.households.get(id));
        let or_blank = |text: Option<&String>| text.cloned().unwrap_or_default();
        let address = match household {
            Some(home) => [&home.quartier, &home.avenue, &home.parcel].map(|part| or_blank(part.as_ref())),
            None => [or_blank(person.and_then(Option::as_ref)), String::new(), String::new()],
        };
        let typed = self.typed_by_field(&row);
        let others = self.fiches.get(&fiche_of(&row)).into_iter().flatten().filter(|other| other.row != row.row);
        let mut company: Vec<FicheMember> = others.take(MOST_OTHERS).filter_map(|other| self.member(other)).collect();
        // The company of an act is its parents.
        let parents = ["father", "mother"].iter().filter_map(|parent| typed.get(*parent));
        company.extend(parents.map(|name| FicheMember { name: name.clone(), person_id: None }));
        ReviewRow {
            key: row.row_key.unwrap_or_default(),
            typed,
            household_id: row.household_id.unwrap_or_default(),
            address,
            company,
        }
    }

    /// A person of a fiche under the name that the sheet has; `None` if it has none.
    fn member(&self, row: &LineageRow) -> Option<FicheMember> {
        const NAMES: [&str; 6] = ["nom", "nom_postnom", "full_name", "prenom_first", "postnom", "prenom"];
        let typed = self.typed_by_field(row);
        let parts: Vec<&str> = NAMES.iter().filter_map(|name| typed.get(*name)).map(|part| part.trim()).collect();
        let name = parts.into_iter().filter(|part| part.contains(char::is_alphabetic)).collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then(|| FicheMember { name, person_id: row.person_id.clone() })
    }

    /// The text as typed or as corrected, by the meaning of its column under the last heading above the row.
    fn typed_by_field(&self, row: &LineageRow) -> BTreeMap<String, String> {
        let mut cells: BTreeMap<String, String> = serde_json::from_str(&row.typed).unwrap_or_default();
        let corrected = corrected_cells(row.corrected.as_deref()).into_iter();
        cells.extend(corrected.map(|(column, cell)| (column, cell.text)));
        let fields = self.fields_above(row);
        fields.filter_map(|(column, field)| Some((field.clone(), cells.get(column)?.clone()))).collect()
    }

    /// Column letters and what the columns hold, under the last heading above a row.
    fn fields_above(&self, row: &LineageRow) -> impl Iterator<Item = (&String, &String)> {
        let columns = self.columns.get(&(row.file.clone(), row.sheet.clone()));
        let number = row.row;
        let above = move || columns.into_iter().flatten().filter(move |(heading, ..)| *heading < number);
        let last = above().map(|(heading, ..)| *heading).max();
        above().filter(move |(heading, ..)| Some(*heading) == last).map(|(_, column, field)| (column, field))
    }
}
