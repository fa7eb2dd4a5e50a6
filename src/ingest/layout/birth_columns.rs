//! Recognises the date of birth in columns that say only "Année", "Mois", "Le" or "Date".

use crate::record::{Field, GridRow, Kind, fold};

use super::content_columns::spread_of_years;
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// "Mois" and "Année" side by side without a day, or a month of birth beside a date of birth that holds years: the
/// births, where no other column has them.
pub(super) fn month_beside_year(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{BirthDate, BirthDatePlace, BirthDay, BirthMonth, BirthYear, Other, Year};
    const FEWEST_YEARS: i32 = 5;
    if columns.has_any(&[BirthDay, BirthYear, BirthDatePlace]) {
        return;
    }
    let holds = |column: &HeadingColumn, count: fn(&ContentProfile) -> usize| {
        let profile = ContentProfile::of_column(column.column, data);
        profile.n() > 0 && profile.share(count) >= 0.8
    };
    // "98" and "9998" are codes of a survey for what is not known.
    let has_months = |column: &HeadingColumn| holds(column, |p| p.months);
    let has_years =
        |column: &HeadingColumn| holds(column, |p| p.years) && spread_of_years(column.column, data) >= FEWEST_YEARS;
    let is_word = |column: &HeadingColumn, word: &str| fold(&column.text).split(' ').next_back() == Some(word);
    for index in 1..columns.list.len() {
        let (month, year) = (&columns.list[index - 1], &columns.list[index]);
        let is_free = |column: &HeadingColumn, own: &[Field]| !column.is_pinned() && own.contains(&column.field);
        let has_birth = columns.has(BirthDate) && year.field != BirthDate;
        let are_parts = match (month.field, year.field) {
            (BirthMonth, BirthDate | Year) => true,
            (Other, Other | Year) => is_word(month, "MOIS") && is_word(year, "ANNEE"),
            _ => false,
        };
        if are_parts
            && !has_birth
            && is_free(month, &[BirthMonth, Other])
            && is_free(year, &[BirthDate, Year, Other])
            && has_months(month)
            && has_years(year)
        {
            columns.list[index - 1].field = BirthMonth;
            columns.list[index].field = BirthYear;
            return;
        }
    }
}

/// "Année" over whole dates, or over years that lie far apart, is the date of birth if no column has it.
pub(super) fn year_of_births(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Year};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthYear]) {
        return;
    }
    let Some(index) = columns.position_unpinned(Year) else { return };
    let column = columns.list[index].column;
    let age = columns.list.iter().find(|column| column.field == Age).map(|column| column.column);
    if age.is_some_and(|age| !add_to_one_year(column, age, data)) {
        return;
    }
    let profile = ContentProfile::of_column(column, data);
    let has_whole_dates = profile.shows(|p| p.dates) && profile.share(|p| p.years) < 0.3;
    if profile.n() * 2 >= data.len() && (has_whole_dates || spread_of_years(column, data) >= 5) {
        columns.set_by_content(index, BirthDate);
        notes.warn_of_field("column-guessed", &columns.list[index], BirthDate);
    }
}

/// Whether a year and an age give the same year in most rows: the year is that of the birth.
fn add_to_one_year(year: u16, age: u16, data: &[&GridRow]) -> bool {
    const FEWEST: usize = 5;
    let number = |row: &GridRow, column: u16| row.value(column)?.to_text().trim().parse::<i32>().ok();
    let mut sums: Vec<i32> = data.iter().filter_map(|row| Some(number(row, year)? + number(row, age)?)).collect();
    sums.sort_unstable();
    let Some(middle) = sums.get(sums.len() / 2).copied() else { return false };
    let n_same = sums.iter().filter(|sum| (middle - **sum).abs() <= 1).count();
    sums.len() >= FEWEST && n_same * 10 >= sums.len() * 8 && spread_of_years(year, data) >= FEWEST as i32
}

/// Takes "Le" right of "Né à" for the date of birth, and "Date" beside the declaration in a register of births, where no
/// other column has it.
pub(super) fn birth_beside_place(
    columns: &mut TableColumns,
    data: &[&GridRow],
    kind: Kind,
    notes: &mut ColumnNotes<'_>,
) {
    use Field::{BirthDate, BirthDatePlace, BirthDay, BirthPlace, BirthYear, DeclaredOn, Other};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthDay, BirthYear]) {
        return;
    }
    let is_free =
        |column: &HeadingColumn, text: &str| column.field == Other && !column.is_pinned() && fold(&column.text) == text;
    let holds_dates = |column: &HeadingColumn| ContentProfile::of_column(column.column, data).share(|p| p.dates) >= 0.7;
    let is_behind_place = |index: &usize| {
        let (before, column) = (&columns.list[index - 1], &columns.list[*index]);
        before.field == BirthPlace && is_free(column, "LE") && holds_dates(column)
    };
    if let Some(index) = (1..columns.list.len()).find(is_behind_place) {
        columns.list[index].field = BirthDate;
        return;
    }
    let is_date = |column: &HeadingColumn| is_free(column, "DATE");
    let mut dates = (0..columns.list.len()).filter(|index| is_date(&columns.list[*index]));
    let (date, other) = (dates.next(), dates.next());
    if let Some(index) = date.filter(|_| kind == Kind::Birth && other.is_none() && columns.has(DeclaredOn)) {
        columns.set_by_content(index, BirthDate);
        notes.warn_of_field("column-guessed", &columns.list[index], BirthDate);
    }
}
