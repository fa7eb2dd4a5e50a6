//! Rows that are wider than the heading of their table: another program added columns, and their values stand under the wrong
//! headings.

use crate::record::{Field, GridRow};

use super::content_profile::ContentProfile;
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

/// Whether the values of these rows contradict their headings: no sex under the sex, no date under the date of birth, no words
/// under the name.
pub(super) fn are_misplaced(rows: &[&GridRow], columns: &TableColumns) -> bool {
    columns.list.iter().any(|column| {
        let profile = ContentProfile::of_column(column.column, rows);
        if profile.n() * 2 < rows.len() {
            return false;
        }
        match column.field {
            Field::Sex => profile.share(|p| p.sexes) < 0.5,
            Field::BirthDate => profile.share(|p| p.dates) < 0.5,
            Field::Nom | Field::Prenom | Field::FullName | Field::NomPostnom => {
                profile.share(|p| p.words) < 0.5 || profile.share(|p| p.codes) > 0.5
            }
            _ => false,
        }
    })
}
