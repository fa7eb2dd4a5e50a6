//! Classifies a sheet without a recognised heading: a list whose columns its content gives, a table of numbers,
//! persons in columns, or nothing that can be read.

use crate::record::{CellValue, Field, FieldReason, GridRow, Kind};

use super::super::headers::{Headers, Rank};
use super::content_columns::columns_by_content;
use super::content_profile::{ContentProfile, is_explanation};
use super::heading::has_labelled_values;
use super::heading_column::HeadingColumn;
use super::list_kind::{has_persons_in_columns, is_statistics};
use super::other_list::{OtherList, list_by_headings, list_of_acts_by_names, other_list};
use super::persons_outside::describes_person;

/// What a sheet without a heading is.
pub(super) enum NoHeading {
    /// No row has several cells, and no column is a list of names: titles and notes.
    NoTable,
    /// Titles stand down the first column.
    PersonsInColumns,
    /// A table of numbers.
    Statistics,
    /// A list of something else, by its headings or by a title or a name.
    Other(OtherList),
    /// A list whose columns its content gives, and its first row.
    Columns { list: Vec<HeadingColumn>, first_row: u32 },
    /// Rows that may be persons, whose columns are not known.
    Unknown,
}

impl NoHeading {
    /// Says what these rows are; `names` are those of the sheet and the file.
    pub(super) fn of(rows: &[&GridRow], names: [&str; 2], headers: &Headers, kind: Kind) -> Self {
        let titles: Vec<String> =
            rows.iter().take_while(|row| row.cells.len() < 2).map(|row| first_text(row)).collect();
        let names: Vec<&str> = titles.iter().rev().map(String::as_str).chain(names).collect();
        let wide: Vec<&GridRow> = rows.iter().copied().filter(|row| row.cells.len() >= 2).collect();
        if wide.is_empty() {
            let describes =
                |row: &&&GridRow| row.cells.iter().any(|(_, value)| describes_person(&value.display_text()));
            let is_list =
                rows.iter().filter(describes).count() >= 2 || is_list_of_names(rows) || is_table_as_text(rows);
            return if is_list { Self::Unknown } else { Self::NoTable };
        }
        if is_explanation(&wide) {
            return Self::NoTable;
        }
        if has_persons_in_columns(&wide, headers) || are_labelled_values(&wide, headers) {
            return Self::PersonsInColumns;
        }
        if is_statistics(&wide) {
            return Self::Statistics;
        }
        if let Some(list) = list_of_first_rows(&wide, headers).or_else(|| list_of_acts_by_names(&names)) {
            return Self::Other(list);
        }
        let of_most = most_frequent_width(&wide);
        match columns_by_content(&of_most, headers, kind) {
            Some(list) => {
                let first = wide.iter().find(|row| fits(row, &list)).map_or(0, |row| row.row);
                Self::Columns { list, first_row: first }
            }
            None => other_list(&[], &wide, &names, headers).map_or(Self::Unknown, Self::Other),
        }
    }
}

fn first_text(row: &GridRow) -> String {
    row.cells.first().map(|(_, value)| value.to_text()).unwrap_or_default()
}

/// What a list is by the headings in one of its first rows, if too few of them are those of persons.
fn list_of_first_rows(rows: &[&GridRow], headers: &Headers) -> Option<OtherList> {
    const FIRST: usize = 3;
    let is_word = |value: &CellValue| matches!(value, CellValue::Text(text) if text.contains(char::is_alphabetic));
    (0..rows.len().min(FIRST)).find_map(|index| {
        let row = rows[index];
        let n_words = row.cells.iter().filter(|(_, value)| is_word(value)).count();
        if n_words < 2 || n_words + 1 < row.cells.len() {
            return None;
        }
        let column = |(column, value): &(u16, CellValue)| {
            let text = value.to_text();
            let (field, rank) = headers.meaning(&text).map_or((Field::Other, Rank::Sure), |own| (own.field, own.rank));
            HeadingColumn { column: *column, row: row.row, text, field, why: FieldReason::Words, rank }
        };
        let columns: Vec<HeadingColumn> = row.cells.iter().map(column).collect();
        list_by_headings(&columns, &rows[index + 1..], headers)
    })
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

/// Whether the cells of most rows hold a label and its value: `Nom : YEMBA | Post-nom : NTUMBA`.
fn are_labelled_values(rows: &[&GridRow], headers: &Headers) -> bool {
    let n = rows.iter().filter(|row| has_labelled_values(row, headers)).count();
    n >= 2 && n * 2 >= rows.len()
}

/// Whether single cells are the lines of a table: most have three words or more, and a number among them.
fn is_table_as_text(rows: &[&GridRow]) -> bool {
    const FEWEST: usize = 5;
    let is_line = |row: &&&GridRow| {
        row.cells.iter().any(|(_, value)| {
            let text = value.display_text();
            let n_words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
            n_words >= 3 && text.bytes().any(|b| b.is_ascii_digit())
        })
    };
    rows.len() >= FEWEST && rows.iter().filter(is_line).count() * 10 >= rows.len() * 7
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
