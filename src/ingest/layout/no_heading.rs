//! Classifies a sheet without a recognised heading: a list whose columns its content gives, a table of numbers,
//! persons in columns, or nothing that can be read.

use crate::record::{CellValue, Field, GridRow};

use super::super::headers::Headers;
use super::content_columns::columns_by_content;
use super::content_profile::{ContentProfile, is_explanation};
use super::heading_column::HeadingColumn;
use super::list_kind::{EventList, has_persons_in_columns, is_statistics, list_of_events};
use super::persons_outside::describes_person;

/// What a sheet without a heading is.
pub(super) enum NoHeading {
    /// No row has several cells, and no column is a list of names: titles and notes.
    NoTable,
    /// Titles stand down the first column.
    PersonsInColumns,
    /// A table of numbers.
    Statistics,
    /// Deaths or marriages, by the name of the sheet or the file.
    Events(EventList),
    /// A list whose columns its content gives, and its first row.
    Columns { list: Vec<HeadingColumn>, first_row: u32 },
    /// Rows that may be persons, whose columns are not known.
    Unknown,
}

impl NoHeading {
    /// Says what these rows are; `names` are those of the sheet and the file.
    pub(super) fn of(rows: &[&GridRow], names: [&str; 2], headers: &Headers) -> Self {
        let wide: Vec<&GridRow> = rows.iter().copied().filter(|row| row.cells.len() >= 2).collect();
        if wide.is_empty() {
            let describes =
                |row: &&&GridRow| row.cells.iter().any(|(_, value)| describes_person(&value.display_text()));
            let is_list = rows.iter().filter(describes).count() >= 2 || is_list_of_names(rows);
            return if is_list { Self::Unknown } else { Self::NoTable };
        }
        if is_explanation(&wide) {
            return Self::NoTable;
        }
        if has_persons_in_columns(&wide, headers) {
            return Self::PersonsInColumns;
        }
        if is_statistics(&wide) {
            return Self::Statistics;
        }
        if let Some(list) = list_of_events(&[], &wide, names, headers) {
            return Self::Events(list);
        }
        let of_most = most_frequent_width(&wide);
        match columns_by_content(&of_most, headers) {
            Some(list) => {
                let first = wide.iter().find(|row| fits(row, &list)).map_or(0, |row| row.row);
                Self::Columns { list, first_row: first }
            }
            None => Self::Unknown,
        }
    }
}

/// The rows with three cells or more, up to a number that is enough to know the columns.
fn most_frequent_width<'r>(rows: &[&'r GridRow]) -> Vec<&'r GridRow> {
    const ENOUGH: usize = 500;
    rows.iter().copied().filter(|row| row.cells.len() >= 3).take(ENOUGH).collect()
}

/// Whether a row has a sex, a date or an age where the columns say so: a title or an unknown heading has none.
fn fits(row: &GridRow, columns: &[HeadingColumn]) -> bool {
    columns.iter().any(|column| {
        let profile = ContentProfile::of_column(column.column, &[row]);
        match column.field {
            Field::Sex => profile.sexes > 0,
            Field::BirthDate => profile.dates > 0,
            Field::Age => profile.ages > 0,
            _ => false,
        }
    })
}

/// Whether single cells are a list of names.
fn is_list_of_names(rows: &[&GridRow]) -> bool {
    const FEWEST: usize = 5;
    let Some(column) = rows.last().and_then(|row| row.cells.first()).map(|(column, _)| *column) else { return false };
    let is_short = |row: &&&GridRow| {
        row.value(column)
            .is_some_and(|value| matches!(value, CellValue::Text(text) if text.split_whitespace().count() <= 5))
    };
    let names: Vec<&GridRow> = rows.iter().filter(is_short).copied().collect();
    names.len() >= FEWEST
        && names.len() * 5 >= rows.len() * 4
        && ContentProfile::of_column(column, &names).holds_names()
}
