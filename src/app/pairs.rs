//! Reads pairs of rows from the tables of a generation: a link with its comparisons, and both rows as a person sees
//! them in a review.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::error::Result;
use crate::link::COMPARISONS;
use crate::record::{CorrectedText, fold, heading_block};
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

/// Column letters with the text of a row as typed or as corrected, in the order of the sheet.
pub(super) fn cells_as_read(row: &LineageRow) -> Vec<(String, String)> {
    let mut cells: BTreeMap<String, String> = serde_json::from_str(&row.typed).unwrap_or_default();
    cells.extend(corrected_cells(row.corrected.as_deref()).into_iter().map(|(column, cell)| (column, cell.text)));
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
    let columns: Vec<ColumnRow> = columns.collect();
    let members = household.as_ref().map(|home| reader.members(home)).transpose()?.unwrap_or_default();
    let names = members.iter().chain(&person).map(|own| (own.row.person_id.clone(), name_parts(&own.row))).collect();
    let context = RowContext {
        names,
        columns: HashMap::from([((line.file.clone(), line.sheet.clone()), columns)]),
        fiches: HashMap::from([(fiche_of(&line), fiche)]),
        households: household.into_iter().map(|home| (home.row.household_id.clone(), home.row)).collect(),
        persons: person.iter().map(|own| (own.row.person_id.clone(), own.row.quartier.clone())).collect(),
    };
    let fields = fields_of(&context.columns, &line);
    Ok(Some(PairRow { row: context.review_row(line.clone()), line, person, fields }))
}

/// What the register holds about some rows: their persons and households, and what their columns mean.
struct RowContext {
    columns: SheetColumns,
    households: HashMap<String, HouseholdRow>,
    /// For each person the quartier.
    persons: HashMap<String, Option<String>>,
    /// Nom, post-nom and prénom of persons, as far as they are known.
    names: HashMap<String, [String; 3]>,
    /// The rows of each fiche, in the order of the sheet.
    fiches: HashMap<FicheKey, Vec<LineageRow>>,
}

/// Whether a cell holds a value of its own, and not a sign that repeats the one above.
pub(super) fn names_something(text: &str) -> bool {
    let folded = fold(text);
    folded.chars().any(char::is_alphanumeric) && !matches!(folded.trim(), "IDEM" | "ID" | "DITO" | "DO")
}

/// Whether a cell of a name repeats the one above, as a whole or for a part of the name.
fn has_ditto(text: &str) -> bool {
    const SIGNS: &str = "\"'“”„″〃’´`«»,/";
    let is_sign = |word: &str| {
        let is_word = matches!(fold(word).as_str(), "IDEM" | "DITO" | "DITTO");
        is_word || word.chars().any(|c| SIGNS.contains(c)) && !word.chars().any(char::is_alphanumeric)
    };
    !text.trim().is_empty() && (!names_something(text) || text.split_whitespace().any(is_sign))
}

/// The columns that hold the name or parts of it, in the order in which a name is written.
pub(super) const NAME_COLUMNS: [&str; 6] = ["nom", "nom_postnom", "full_name", "prenom_first", "postnom", "prenom"];

fn name_parts(person: &PersonRow) -> [String; 3] {
    [person.nom.clone(), person.postnom.clone(), person.prenom.clone()]
}

/// Most other members of a fiche that are shown.
const MOST_OTHERS: usize = 50;

/// A fiche: file, sheet, household.
type FicheKey = (String, String, Option<String>);

fn fiche_of(row: &LineageRow) -> FicheKey {
    (row.file.clone(), row.sheet.clone(), row.household_id.clone())
}

/// The recognised columns by file and sheet.
pub(super) type SheetColumns = HashMap<(String, String), Vec<ColumnRow>>;

/// What the columns of the sheets of some rows hold.
pub(super) fn sheet_columns(generation: &Generation, rows: &[LineageRow]) -> Result<SheetColumns> {
    let sheets: HashSet<(&str, &str)> = rows.iter().map(|row| (row.file.as_str(), row.sheet.as_str())).collect();
    let is_shown = |column: &ColumnRow| sheets.contains(&(&column.file, &column.sheet));
    let mut columns = SheetColumns::new();
    for column in scan(generation, &[], &is_shown)?.into_iter().map(|column| column.row) {
        columns.entry((column.file.clone(), column.sheet.clone())).or_default().push(column);
    }
    Ok(columns)
}

/// What the columns of a row hold, by their letters, under the last heading above it.
pub(super) fn fields_of(columns: &SheetColumns, row: &LineageRow) -> BTreeMap<String, String> {
    columns_above(columns, row).map(|own| (own.column.clone(), own.field.clone())).collect()
}

/// The last headings above a row that name something, by the letters of their columns.
pub(super) fn headings_of(columns: &SheetColumns, row: &LineageRow) -> BTreeMap<String, String> {
    let headings = columns_above(columns, row).map(|own| (own.column.clone(), own.heading.clone()));
    headings.filter(|(_, heading)| names_something(heading)).collect()
}

/// The columns of a row under the last heading above it.
fn columns_above<'c>(columns: &'c SheetColumns, row: &LineageRow) -> impl Iterator<Item = &'c ColumnRow> {
    let columns = columns.get(&(row.file.clone(), row.sheet.clone()));
    let columns = columns.map(Vec::as_slice).unwrap_or_default();
    let heading = heading_block(columns.iter().map(|own| own.row), row.row);
    columns.iter().filter(move |own| heading.as_ref().is_some_and(|heading| heading.contains(&own.row)))
}

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
        let columns = sheet_columns(generation, rows)?;
        let households = households.map(|household| (household.household_id.clone(), household)).collect();
        Ok(Self { columns, households, persons, fiches, names: HashMap::new() })
    }

    fn review_row(&self, row: LineageRow) -> ReviewRow {
        let person = row.person_id.as_ref().and_then(|id| self.persons.get(id));
        let household = row.household_id.as_ref().and_then(|id| self.households.get(id));
        let or_blank = |text: Option<&String>| text.cloned().unwrap_or_default();
        let address = match household {
            Some(home) => [&home.quartier, &home.avenue, &home.parcel].map(|part| or_blank(part.as_ref())),
            None => [or_blank(person.and_then(Option::as_ref)), String::new(), String::new()],
        };
        let typed = self.with_read_name(self.typed_by_field(&row), &row);
        let typed_address = self.typed_address(&row, &typed);
        let others = self.fiches.get(&fiche_of(&row)).into_iter().flatten().filter(|other| other.row != row.row);
        let mut company: Vec<FicheMember> = others.take(MOST_OTHERS).filter_map(|other| self.member(other)).collect();
        // The company of an act is its parents.
        let parents = ["father", "mother"].iter().filter_map(|parent| typed.get(*parent));
        company.extend(parents.map(|name| FicheMember { name: name.clone(), person_id: None }));
        ReviewRow {
            key: row.row_key.unwrap_or_default(),
            typed,
            typed_address,
            household_id: row.household_id.unwrap_or_default(),
            address,
            company,
        }
    }

    /// The cells of the address of a row, by the code of their column: its own, else those of the rows of its fiche
    /// above it, else those of the rows below. A person may have rows of several addresses: that of the household may
    /// be another.
    fn typed_address(&self, row: &LineageRow, typed: &BTreeMap<String, String>) -> BTreeMap<String, String> {
        const CODES: [&str; 4] = ["quartier", "avenue", "parcel", "address"];
        let fiche = self.fiches.get(&fiche_of(row)).map(Vec::as_slice).unwrap_or_default();
        let (above, below): (Vec<&LineageRow>, Vec<_>) = fiche.iter().partition(|other| other.row < row.row);
        let others = above.into_iter().rev().chain(below).filter(|other| other.row != row.row);
        let others: Vec<_> = others.take(MOST_OTHERS).map(|other| self.typed_by_field(other)).collect();
        let value = |code: &str| {
            let all = std::iter::once(typed).chain(&others);
            all.filter_map(|cells| cells.get(code)).find(|text| names_something(text)).cloned()
        };
        CODES.iter().filter_map(|code| Some(((*code).to_owned(), value(code)?))).collect()
    }

    /// The cells of a row; where a sign stands for the name above, the name as it was read.
    fn with_read_name(&self, mut typed: BTreeMap<String, String>, row: &LineageRow) -> BTreeMap<String, String> {
        if NAME_COLUMNS.iter().filter_map(|column| typed.get(*column)).any(|text| has_ditto(text))
            && let Some(name) = self.read_name(row)
        {
            typed.retain(|column, _| !NAME_COLUMNS.contains(&column.as_str()));
            let parts = ["nom", "postnom", "prenom"].into_iter().zip(name).filter(|(_, part)| !part.is_empty());
            typed.extend(parts.map(|(column, part)| (column.to_owned(), part)));
        }
        typed
    }

    /// Nom, post-nom and prénom as a row was read: its own, or those of its person. `None` if they are not known.
    fn read_name(&self, row: &LineageRow) -> Option<[String; 3]> {
        if let Some(says) = &row.says {
            let mut parts = says.split('|').map(str::to_owned);
            let mut part = || parts.next().unwrap_or_default();
            return Some([part(), part(), part()]);
        }
        self.names.get(row.person_id.as_ref()?).cloned()
    }

    /// A person of a fiche under the name that the sheet has; `None` if it has none.
    fn member(&self, row: &LineageRow) -> Option<FicheMember> {
        let typed = self.with_read_name(self.typed_by_field(row), row);
        let parts: Vec<&str> =
            NAME_COLUMNS.iter().filter_map(|name| typed.get(*name)).map(|part| part.trim()).collect();
        let name = parts.into_iter().filter(|part| part.contains(char::is_alphabetic)).collect::<Vec<_>>().join(" ");
        (!name.is_empty()).then(|| FicheMember { name, person_id: row.person_id.clone() })
    }

    /// The text as typed or as corrected, by the meaning of its column under the last heading above the row.
    fn typed_by_field(&self, row: &LineageRow) -> BTreeMap<String, String> {
        let cells: BTreeMap<String, String> = cells_as_read(row).into_iter().collect();
        let fields = columns_above(&self.columns, row);
        fields.filter_map(|own| Some((own.field.clone(), cells.get(&own.column)?.clone()))).collect()
    }
}
