//! Compares the headings of a table with the content of its columns: swapped headings, dates without a heading, a sex
//! without a heading. Every change is noted.

use crate::record::{Field, GridRow};

use super::column_notes::ColumnNotes;
use super::content_profile::ContentProfile;
use super::table_columns::TableColumns;

/// Changes fields that the content contradicts, and guesses missing ones.
pub(super) fn check_content(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    let profiles: Vec<ContentProfile> =
        columns.list.iter().map(|column| ContentProfile::of_column(column.column, data)).collect();
    let without_dates = check_date_columns(columns, &profiles);
    place_dates(columns, &profiles, without_dates, notes);
    guess_sex(columns, &profiles, notes);
}

/// Recognises dates with a place in a date or place column; returns the first date column that holds words instead.
fn check_date_columns(columns: &mut TableColumns, profiles: &[ContentProfile]) -> Option<usize> {
    let mut without_dates = None;
    for (index, profile) in profiles.iter().enumerate().filter(|(_, profile)| profile.has_enough_cells()) {
        let column = &columns.list[index];
        match column.field {
            _ if column.is_pinned() => {}
            Field::BirthDate | Field::BirthPlace if profile.dates_with_place() >= 0.5 => {
                columns.set_by_content(index, Field::BirthDatePlace);
            }
            Field::BirthDate | Field::DeclaredOn | Field::JudgmentDate
                if profile.dates() < 0.2 && profile.words() >= 0.7 =>
            {
                without_dates = without_dates.or(Some(index));
            }
            _ => {}
        }
    }
    without_dates
}

/// Handles columns that hold dates under another heading. With a date column that holds none, the headings were swapped.
fn place_dates(
    columns: &mut TableColumns,
    profiles: &[ContentProfile],
    mut without_dates: Option<usize>,
    notes: &mut ColumnNotes<'_>,
) {
    let has_dates =
        |profile: &ContentProfile| profile.has_enough_cells() && profile.dates() >= 0.7 && profile.years() < 0.7;
    for (index, _) in profiles.iter().enumerate().filter(|(_, profile)| has_dates(profile)) {
        let column = columns.list[index].clone();
        if column.is_pinned() || may_hold_dates(column.field) {
            continue;
        }
        if let Some(other) = without_dates.take() {
            let field = columns.list[other].field;
            notes.warn_of_field("column-content", &columns.list[other], column.field);
            columns.set_by_content(other, column.field);
            columns.set_by_content(index, field);
            notes.warn_of_field("column-content", &column, field);
        } else if column.field == Field::Other && !columns.has_any(&[Field::BirthDate, Field::BirthDatePlace]) {
            columns.set_by_content(index, Field::BirthDate);
            notes.warn_of_field("column-guessed", &column, Field::BirthDate);
        } else if column.field != Field::Other {
            notes.warn_of_field("column-content", &column, Field::BirthDate);
        }
    }
}

fn may_hold_dates(field: Field) -> bool {
    matches!(
        field,
        Field::BirthDate
            | Field::BirthDatePlace
            | Field::BirthYear
            | Field::DeclaredOn
            | Field::DeclaredYear
            | Field::JudgmentDate
            | Field::EventDate
            | Field::Year
            | Field::Remarks
            | Field::ActNumber
            | Field::Unused
            | Field::Sensitive
    )
}

/// Takes the first unrecognised column of sexes for the sex, if no column has it.
fn guess_sex(columns: &mut TableColumns, profiles: &[ContentProfile], notes: &mut ColumnNotes<'_>) {
    if columns.has_any(&[Field::Sex, Field::SexMale]) {
        return;
    }
    let is_sex = |index: &usize| {
        let profile = &profiles[*index];
        profile.has_enough_cells() && profile.sexes() >= 0.9 && columns.list[*index].field == Field::Other
    };
    if let Some(index) = (0..profiles.len()).find(is_sex) {
        columns.set_by_content(index, Field::Sex);
        notes.warn_of_field("column-guessed", &columns.list[index], Field::Sex);
    }
}
