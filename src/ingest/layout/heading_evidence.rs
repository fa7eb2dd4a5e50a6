//! Compares a heading with the rows below it: words stand above, values of another kind below.
//!
//! A heading of few known columns needs this evidence. A row of persons, a form (`Nom : …`, one label a line) and a
//! table whose persons stand in columns have none.

use crate::record::{CellValue, Field, GridRow, fold};

use super::super::headers::{Headers, Rank};
use super::content_profile::{ContentProfile, is_explanation};
use super::heading_column::{HeadingColumn, TableHeading};
use super::list_kind::has_persons_in_columns;
use super::other_list::list_by_headings;

/// Rows below a heading that are compared with it.
const N_ROWS: usize = 60;

/// Whether the rows below confirm that this is the heading of a list of persons or of acts.
pub(super) fn is_confirmed(heading: &TableHeading, below: &[GridRow], headers: &Headers) -> bool {
    // Where the whole heading stands again, the next block begins.
    let of_block = below.iter().take_while(|row| !is_same_heading(heading, row));
    let rows: Vec<&GridRow> = of_block.filter(|row| row.cells.len() >= 2).take(N_ROWS).collect();
    let recognised: Vec<&HeadingColumn> =
        heading.columns.iter().filter(|column| column.field != Field::Other && !is_repeated(column, &rows)).collect();
    let is_form = is_explanation(&rows)
        || has_labels_below(&recognised, &rows, headers)
        || has_persons_in_columns(&rows[..rows.len().min(12)], headers);
    if recognised.len() < 2 || is_form || is_row_of_data(heading, &rows) {
        return false;
    }
    // Without rows below only a heading of known columns is one.
    if rows.is_empty() {
        return recognised.len() == heading.columns.len() && recognised.iter().any(|column| column.field.is_name());
    }
    if list_by_headings(&heading.columns, &rows, headers).is_some() {
        return true;
    }
    let has_names = |column: &&HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, &rows);
        let is_sure = column.rank <= Rank::Weak;
        column.field.is_name() && if is_sure { !profile.is_numeric() } else { profile.holds_names() }
    };
    let has_acts = recognised.iter().any(|column| matches!(column.field, Field::Father | Field::Mother))
        && recognised
            .iter()
            .any(|column| matches!(column.field, Field::ActNumber | Field::DeclaredOn | Field::BirthDate));
    recognised.iter().any(has_names) || has_acts || has_unnamed_names(&heading.columns, &rows)
}

/// Whether the row of a heading is one of the rows below it: a date over dates, a sex over another, the name of a person
/// over names. Without this the first row of a short list without headings ("Chef | MBALA Ruth | F") would be its heading.
fn is_row_of_data(heading: &TableHeading, rows: &[&GridRow]) -> bool {
    heading.columns.iter().any(|column| {
        let own = ContentProfile::of_value(&CellValue::Text(column.text.as_str().into()));
        let below = ContentProfile::of_column(column.column, rows);
        let is_other_sex = || {
            let texts = rows.iter().filter_map(|row| row.value(column.column)).map(CellValue::to_text);
            texts.into_iter().any(|text| fold(&text) != fold(&column.text))
        };
        let is_name = own.with_prenom == 1 && own.several_words == 1 && own.codes == 0;
        (own.dates == 1 && own.years == 0 && own.numbers == 0 && below.share(|p| p.dates) >= 0.6)
            || (own.sexes == 1 && below.share(|p| p.sexes) >= 0.8 && is_other_sex())
            || (is_name && column.field == Field::Other && below.holds_names())
    })
}

/// Whether a row repeats every text of a heading.
fn is_same_heading(heading: &TableHeading, row: &GridRow) -> bool {
    let is_same = |column: &HeadingColumn| {
        row.value(column.column).is_some_and(|value| value.display_text().trim() == column.text)
    };
    heading.columns.len() == row.cells.len() && heading.columns.iter().all(is_same)
}

/// Whether a column without a known heading holds names.
fn has_unnamed_names(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    let unknown = columns.iter().filter(|column| column.field == Field::Other);
    unknown.into_iter().any(|column| ContentProfile::of_column(column.column, rows).holds_names())
}

/// Whether a cell below has the text of the heading: then it is a value, not a heading.
fn is_repeated(column: &HeadingColumn, rows: &[&GridRow]) -> bool {
    let own = fold(&column.text);
    rows.iter().take(12).any(|row| row.value(column.column).is_some_and(|value| fold(&value.to_text()) == own))
}

/// Whether the cells below a recognised column are headings themselves: labels down a column. Words that are values,
/// too (`M`, `Père`), do not count.
fn has_labels_below(columns: &[&HeadingColumn], rows: &[&GridRow], headers: &Headers) -> bool {
    use Field::*;
    let is_label = |field: &Field| {
        field.is_name() || matches!(field, Sex | BirthDate | BirthPlace | Age | Relation | MaritalStatus | Occupation)
    };
    columns.iter().any(|column| {
        let mut fields = Vec::new();
        let below: Vec<String> =
            rows.iter().take(12).filter_map(|row| row.value(column.column)).map(|value| value.to_text()).collect();
        for text in &below {
            let field = headers.exact(text.trim_end_matches([':', ' '])).filter(is_label);
            fields.extend(field.filter(|field| !fields.contains(field)));
        }
        let n_least = if below.len() > 2 { 2 } else { 1 };
        fields.len() >= n_least && fields.len() * 2 >= below.len()
    })
}
