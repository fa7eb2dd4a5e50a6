//! Rows that are wider than the heading of their table: another program added columns, and their values stand under the
//! wrong headings.

use crate::record::{CellValue, Field, GridRow, fold};

use super::content_profile::ContentProfile;
use super::fill_down::is_ditto;
use super::heading_column::HeadingColumn;
use super::table_columns::TableColumns;

/// What the rows wider than the heading are.
#[derive(Debug)]
pub(super) enum MovedRows {
    /// Their values stand under the right headings; the cells beyond are notes.
    AsHeading,
    /// Their columns, by what they hold.
    ByContent(TableColumns),
    /// They can't be read.
    Unreadable,
}

/// Whether a row has cells two columns or more to the right of the last heading.
pub(super) fn is_wider(row: &GridRow, columns: &TableColumns) -> bool {
    let last_heading = columns.last_column();
    columns.second_table_from.is_none()
        && row.cells.last().is_some_and(|(column, _)| last_heading.is_some_and(|last| *column >= last + 2))
}

/// The first column of a row two or more of whose values stand under headings that they contradict: a name under the
/// sex, a date under the place of birth, a word under the date. `None` for any other row.
pub(super) fn moved_column(row: &GridRow, columns: &TableColumns) -> Option<u16> {
    // Most rows end here: their sex is one letter, and no place begins with a digit.
    let is_suspect = row.cells.iter().any(|(column, value)| match columns.field(*column) {
        Field::Sex | Field::SexMale | Field::SexFemale => !is_short(value),
        Field::BirthPlace | Field::Relation => begins_with_digit(value),
        _ => false,
    });
    if !is_suspect {
        return None;
    }
    let mut contradictions = row.cells.iter().filter(|(column, value)| contradicts(columns.field(*column), value));
    let (first, _) = contradictions.next()?;
    let is_beyond =
        row.cells.last().is_some_and(|(column, _)| columns.last_column().is_some_and(|last| *column > last));
    (contradictions.count() + 1 + usize::from(is_beyond) >= 2).then_some(*first)
}

/// The first column of a row beyond the last heading.
pub(super) fn first_beyond(row: &GridRow, columns: &TableColumns) -> Option<u16> {
    let last = columns.last_column()?;
    row.cells.iter().map(|(column, _)| *column).find(|column| *column > last)
}

fn is_short(value: &CellValue) -> bool {
    matches!(value, CellValue::Text(text) if text.len() <= 3)
        || matches!(value, CellValue::Number(_) | CellValue::Bool(_))
}

fn begins_with_digit(value: &CellValue) -> bool {
    match value {
        CellValue::DateSerial { .. } => true,
        CellValue::Text(text) => text.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    }
}

/// Whether a value is of another sort than its column.
fn contradicts(field: Field, value: &CellValue) -> bool {
    let profile = ContentProfile::of_value(value);
    let is_date = profile.dates > 0 && profile.years == 0;
    match field {
        Field::Sex | Field::SexMale | Field::SexFemale => {
            is_date || profile.with_prenom > 0 || (profile.words > 0 && is_capital_word(value) && !is_answer(value))
        }
        Field::BirthDate => {
            profile.sexes > 0 || matches!(fold(&value.display_text()).as_str(), "FILS" | "FILLE" | "EPOUSE")
        }
        Field::BirthPlace => is_date,
        Field::Relation => is_date || matches!(value, CellValue::Text(text) if matches!(text.trim(), "M" | "F")),
        Field::Nom | Field::Postnom | Field::Prenom => is_date || profile.sexes > 0 && is_short(value),
        _ => false,
    }
}

/// Whether a text answers a question: `VRAI` and `FAUX` tick one of two columns.
fn is_answer(value: &CellValue) -> bool {
    const ANSWERS: [&str; 8] = ["VRAI", "FAUX", "TRUE", "FALSE", "OUI", "NON", "WAAR", "ONWAAR"];
    ANSWERS.contains(&fold(&value.display_text()).as_str())
}

/// Whether a text is one word of three capitals or more that is no sex.
fn is_capital_word(value: &CellValue) -> bool {
    let text = value.display_text();
    let text = text.trim();
    text.chars().count() >= 3
        && text.chars().all(char::is_uppercase)
        && ContentProfile::of_value(value).sexes == 0
        && !["MALE", "FEM", "MASC", "MAS", "HOM", "FILLE", "GARCON", "FEMME", "HOMME", "MWASI", "MOBALI"]
            .contains(&text)
}

/// Whether a row has a name and a sex or a date of birth where the columns say so, and no value that contradicts its
/// column.
pub(super) fn fits_columns(row: &GridRow, columns: &TableColumns) -> bool {
    let profiles = || {
        let value = |column: &HeadingColumn| row.value(column.column).map(ContentProfile::of_value);
        columns.list.iter().filter_map(move |column| Some((column.field, value(column)?)))
    };
    let describes = |(field, profile): (Field, ContentProfile)| match field {
        Field::Sex => profile.sexes > 0,
        Field::BirthDate | Field::BirthDatePlace => profile.dates + profile.dates_with_place > 0,
        _ => false,
    };
    stays_in_columns(row, columns) && profiles().any(describes)
}

/// Whether a row has a name, or the mark that repeats the one above, where the columns say so, and no value that
/// contradicts its column.
pub(super) fn stays_in_columns(row: &GridRow, columns: &TableColumns) -> bool {
    let is_name = |column: &HeadingColumn| {
        row.value(column.column).is_some_and(|value| {
            let profile = ContentProfile::of_value(value);
            (profile.words > 0 && profile.codes == 0) || is_ditto(value, column.field, false)
        })
    };
    columns.list.iter().filter(|column| column.field.is_name()).any(is_name) && n_misplaced(&[row], columns) == 0
}

/// Whether the values of rows wider than their heading contradict their columns. Cells that stand apart from the table
/// (the column behind the last heading is blank) are often notes or a small table: two columns must contradict.
pub(super) fn are_misplaced(rows: &[&GridRow], columns: &TableColumns) -> bool {
    let stands_apart =
        columns.last_column().is_some_and(|last| !rows.iter().any(|row| row.value(last.saturating_add(1)).is_some()));
    n_misplaced(rows, columns) >= if stands_apart { 2 } else { 1 }
}

/// The number of columns whose values in these rows contradict their headings: no sex under the sex, no date under the
/// date of birth, no words under the name. The marks that repeat the cell above say nothing.
fn n_misplaced(rows: &[&GridRow], columns: &TableColumns) -> usize {
    let is_misplaced = |column: &&HeadingColumn| {
        let says =
            |row: &&&GridRow| row.value(column.column).is_some_and(|value| !is_ditto(value, column.field, false));
        let filled: Vec<&GridRow> = rows.iter().filter(says).copied().collect();
        let profile = ContentProfile::of_column(column.column, &filled);
        if profile.n() == 0 || profile.n() * 2 < rows.len() {
            return false;
        }
        match column.field {
            // A sex may be coded: 1, 2.
            Field::Sex => {
                let is_sex = |value: &CellValue| is_short(value) || ContentProfile::of_value(value).sexes > 0;
                let n_sexes =
                    filled.iter().filter_map(|row| row.value(column.column)).filter(|own| is_sex(own)).count();
                n_sexes * 2 < profile.n()
            }
            Field::BirthDate => profile.share(|p| p.dates + p.dates_with_place + p.ages) < 0.5,
            Field::Nom | Field::Prenom | Field::FullName | Field::NomPostnom => {
                profile.share(|p| p.words) < 0.5 || profile.share(|p| p.codes) > 0.5
            }
            _ => false,
        }
    };
    columns.list.iter().filter(is_misplaced).count()
}
