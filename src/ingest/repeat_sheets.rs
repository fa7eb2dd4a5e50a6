//! Books with one sheet of households and one of their members (a repeat sheet), as the survey programs Kobo and ODK and
//! databases export them: gives the members the address of their household, and leaves out the rows of the household
//! sheet.

use std::collections::HashMap;

use crate::record::{CellValue, Context, Field, Grid, GridRow, RawFile, fold};

use super::headers::{Headers, Rank};

/// A sheet of households, a sheet of members, and the column of each by which they are joined.
struct SheetPair {
    households: SheetKey,
    members: SheetKey,
}

struct SheetKey {
    sheet: usize,
    /// Position of the heading in the sheet's rows.
    heading: usize,
    column: u16,
}

/// The address of a household.
#[derive(Debug, Clone, Default)]
struct Address {
    quartier: Option<String>,
    avenue: Option<String>,
    parcel: Option<String>,
}

/// The household sheets of a book and the addresses of their households.
#[derive(Debug, Default)]
pub(super) struct RepeatSheets {
    /// Index of the members' sheet and its key column, for each household sheet.
    members: Vec<(usize, u16, HashMap<String, Address>)>,
    households: Vec<usize>,
}

/// Rows at the top of a sheet among which the heading is searched.
const TOP: usize = 12;

impl RepeatSheets {
    /// Finds the household sheets of a book.
    pub(super) fn of(grids: &[Grid], headers: &Headers) -> Self {
        let mut found = Self::default();
        if grids.len() < 2 {
            return found;
        }
        for pair in pairs(grids, headers) {
            let SheetPair { households, members } = pair;
            if found.households.contains(&households.sheet) || found.members.iter().any(|(s, ..)| *s == members.sheet) {
                continue;
            }
            let addresses = addresses(&grids[households.sheet], &households, headers);
            if !are_of_members(&addresses, &grids[members.sheet], &members) {
                continue;
            }
            found.households.push(households.sheet);
            found.members.push((members.sheet, members.column, addresses));
        }
        found
    }

    /// Whether a sheet lists households whose members stand in another sheet.
    pub(super) fn is_household_sheet(&self, sheet: usize) -> bool {
        self.households.contains(&sheet)
    }

    /// Gives the rows of members the address of their household, as a context.
    pub(super) fn add_addresses(&self, file: &mut RawFile) {
        for (sheet, column, addresses) in &self.members {
            let mut contexts: HashMap<(u32, String), u32> = HashMap::new();
            for row in file.rows.iter_mut().filter(|row| usize::from(row.at.sheet) == *sheet && row.left_out.is_none())
            {
                let Some(key) = row.cells.iter().find(|cell| cell.column == *column) else { continue };
                let key = key_text(&key.value);
                let Some(address) = addresses.get(&key) else { continue };
                let from = row.context;
                row.context = *contexts.entry((from, key)).or_insert_with(|| {
                    let context = file.contexts.get(from as usize).cloned().unwrap_or_default();
                    file.contexts.push(Context {
                        quartier: address.quartier.clone().or(context.quartier),
                        avenue: address.avenue.clone().or(context.avenue),
                        parcel: address.parcel.clone().or(context.parcel),
                        ..context
                    });
                    file.contexts.len() as u32 - 1
                });
            }
        }
    }
}

/// The text of a key: a number has no decimals.
fn key_text(value: &CellValue) -> String {
    fold(&value.to_text())
}

/// The sheets that a column joins: `_parent_index` with the `_index` of the other sheet, or a number of the household
/// that stands in both.
fn pairs(grids: &[Grid], headers: &Headers) -> Vec<SheetPair> {
    let headings: Vec<Option<usize>> = grids.iter().map(|grid| heading_of(grid, headers)).collect();
    let key_of = |sheet: usize, is_key: &dyn Fn(&str) -> bool| {
        let heading = headings[sheet]?;
        let cells = &grids[sheet].rows[heading].cells;
        let column = cells.iter().find(|(_, value)| is_key(&value.to_text())).map(|(column, _)| *column)?;
        Some(SheetKey { sheet, heading, column })
    };
    let is_fiche = |text: &str| headers.meaning(text).is_some_and(|meaning| meaning.field == Field::Fiche);
    let has_names = |sheet: usize| {
        headings[sheet].is_some_and(|heading| {
            grids[sheet].rows[heading].cells.iter().any(|(_, value)| {
                headers.meaning(&value.to_text()).is_some_and(|m| m.field.is_name() && m.rank <= Rank::Weak)
            })
        })
    };
    let mut pairs = Vec::new();
    for member in (0..grids.len()).filter(|sheet| has_names(*sheet)) {
        for household in (0..grids.len()).filter(|sheet| *sheet != member && !has_names(*sheet)) {
            let by_index = || {
                let members = key_of(member, &|text| fold(text) == "PARENT INDEX")?;
                let households = key_of(household, &|text| fold(text) == "INDEX")?;
                Some(SheetPair { households, members })
            };
            let by_number = || {
                let members = key_of(member, &is_fiche)?;
                let households = key_of(household, &is_fiche)?;
                Some(SheetPair { households, members })
            };
            pairs.extend(by_index().or_else(by_number));
        }
    }
    pairs
}

/// The row that names the columns of a sheet: the first of its rows with two known headings and a number of a
/// household.
fn heading_of(grid: &Grid, headers: &Headers) -> Option<usize> {
    let is_heading = |row: &GridRow| {
        let meanings = || row.cells.iter().filter_map(|(_, value)| headers.meaning(&value.to_text()));
        let is_text = row.cells.iter().all(|(_, value)| matches!(value, CellValue::Text(_)));
        let is_key = |value: &CellValue| matches!(fold(&value.to_text()).as_str(), "INDEX" | "PARENT INDEX");
        let has_key = row.cells.iter().any(|(_, value)| is_key(value));
        is_text && meanings().count() >= 2 && (has_key || meanings().any(|meaning| meaning.field == Field::Fiche))
    };
    grid.rows.iter().take(TOP).position(is_heading)
}

/// Whether at least half of the members have a household among these, and one household has an address.
fn are_of_members(addresses: &HashMap<String, Address>, grid: &Grid, key: &SheetKey) -> bool {
    let keys: Vec<String> =
        grid.rows[key.heading + 1..].iter().filter_map(|row| row.value(key.column)).map(key_text).collect();
    let n_with_household = keys.iter().filter(|key| addresses.contains_key(*key)).count();
    let has_address =
        |address: &Address| address.quartier.is_some() || address.avenue.is_some() || address.parcel.is_some();
    !keys.is_empty() && n_with_household * 2 >= keys.len() && addresses.values().any(has_address)
}

/// The addresses of the households of a sheet, by their key.
fn addresses(grid: &Grid, key: &SheetKey, headers: &Headers) -> HashMap<String, Address> {
    let heading = &grid.rows[key.heading];
    let column_of = |field: Field| {
        heading.cells.iter().find(|(_, value)| headers.meaning(&value.to_text()).is_some_and(|m| m.field == field))
    };
    let columns = [Field::Quartier, Field::Avenue, Field::Parcel, Field::Address]
        .map(|field| column_of(field).map(|(column, _)| *column));
    let of_row = |row: &GridRow| {
        let [quartier, avenue, parcel, address] =
            columns.map(|column| column.and_then(|column| row.value(column)).map(CellValue::to_text));
        Some((key_text(row.value(key.column)?), Address { quartier, avenue: avenue.or(address), parcel }))
    };
    grid.rows[key.heading + 1..].iter().filter_map(of_row).collect()
}
