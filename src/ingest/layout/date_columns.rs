//! Recognises columns of dates and years under other headings: days of birth under a heading that is not known, the
//! day of an act, the year of the list, the year of birth beside an age.

use crate::record::{Field, GridRow, Kind, fold};

use super::super::headers::Headers;
use super::content_columns::{n_distinct, spread_of_years};
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::table_columns::{ColumnNotes, TableColumns};

/// "Le" right of "Né(e) à" is the date of birth, if no other column has it.
pub(super) fn date_behind_place(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{BirthDate, BirthDatePlace, BirthPlace, BirthYear};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthYear]) {
        return;
    }
    let is_behind = |index: &usize| {
        let (place, column) = (&columns.list[*index - 1], &columns.list[*index]);
        place.field == BirthPlace
            && column.field == Field::Other
            && matches!(fold(&column.text).as_str(), "LE" | "LE DATE" | "OP" | "ON")
            && ContentProfile::of_column(column.column, data).share(|p| p.dates) >= 0.7
    };
    if let Some(index) = (1..columns.list.len()).find(is_behind) {
        columns.set_by_content(index, BirthDate);
    }
}

/// "Date" beside the date of birth in a register of acts is that of the declaration, if no other column has it.
pub(super) fn date_of_act(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{ActNumber, BirthDate, BirthDatePlace, BirthYear, DeclaredDay, DeclaredOn, DeclaredYear};
    if columns.has_any(&[DeclaredOn, DeclaredDay, DeclaredYear])
        || !columns.has_any(&[BirthDate, BirthDatePlace, BirthYear])
        || !columns.has(ActNumber)
    {
        return;
    }
    let is_date = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        column.field == Field::Other
            && matches!(fold(&column.text).as_str(), "DATE" | "DATE ACTE" | "LE" | "DU" | "DATUM")
            && profile.n() * 2 >= data.len()
            && profile.share(|p| p.dates) >= 0.7
            && profile.share(|p| p.years) < 0.5
    };
    if let Some(index) = columns.list.iter().position(is_date) {
        columns.set_by_content(index, DeclaredOn);
        notes.warn_of_field("column-guessed", &columns.list[index], DeclaredOn);
    }
}

/// Recognises dates with a place in a date or place column; returns the first date column that holds words instead.
fn check_date_columns(columns: &mut TableColumns, profiles: &[ContentProfile]) -> Option<usize> {
    let mut without_dates = None;
    for (index, profile) in profiles.iter().enumerate().filter(|(_, profile)| profile.has_enough_cells()) {
        let column = &columns.list[index];
        match column.field {
            _ if column.is_pinned() => {}
            Field::BirthDate | Field::BirthPlace if profile.share(|p| p.dates_with_place) >= 0.5 => {
                columns.set_by_content(index, Field::BirthDatePlace);
            }
            Field::BirthDate | Field::DeclaredOn | Field::JudgmentDate
                if profile.share(|p| p.dates) < 0.2 && profile.share(|p| p.words) >= 0.7 =>
            {
                without_dates = without_dates.or(Some(index));
            }
            _ => {}
        }
    }
    without_dates
}

/// Handles columns that hold dates under another heading. With a date column that holds none, the headings were
/// swapped.
pub(super) fn place_dates(
    columns: &mut TableColumns,
    data: &[&GridRow],
    profiles: &[ContentProfile],
    (kind, headers): (Kind, &Headers),
    notes: &mut ColumnNotes<'_>,
) {
    const LEAST_ROWS: usize = 5;
    let mut without_dates = check_date_columns(columns, profiles);
    let has_dates = |profile: &ContentProfile| {
        (profile.has_enough_cells() && profile.share(|p| p.dates) >= 0.7 || profile.shows(|p| p.dates))
            && profile.share(|p| p.years) < 0.7
    };
    // In a register of births the parents' dates of birth and the days of the act may stand under unknown headings, too.
    let is_unknown = |index: usize| columns.list[index].field == Field::Other && has_dates(&profiles[index]);
    let has_several = kind == Kind::Birth && (0..profiles.len()).filter(|index| is_unknown(*index)).count() > 1;
    // Amounts look like the days of a spreadsheet.
    let are_amounts = |index: usize| profiles[index].share(|p| p.serials) >= 0.3;
    for (index, _) in profiles.iter().enumerate().filter(|(_, profile)| has_dates(profile)) {
        let column = columns.list[index].clone();
        if column.is_pinned() || may_hold_dates(column.field) {
            continue;
        }
        // A day that all rows share is that of the list, and "Naissance" over words is a place.
        let is_one_day = profiles[index].n() >= LEAST_ROWS && n_distinct(column.column, data) == 1;
        if let Some(other) = without_dates.filter(|other| {
            is_one_day && column.field == Field::Other && columns.list[*other].field == Field::BirthDate
        }) {
            without_dates = None;
            if !columns.has(Field::BirthPlace) {
                notes.warn_of_field("column-content", &columns.list[other], Field::BirthPlace);
                columns.set_by_content(other, Field::BirthPlace);
            }
        } else if let Some(other) = without_dates.take() {
            let field = columns.list[other].field;
            // Words below a heading of the birth are its place.
            let is_place = column.field == Field::Other && field == Field::BirthDate && !columns.has(Field::BirthPlace);
            let given = if is_place { Field::BirthPlace } else { column.field };
            match given {
                Field::Other => notes.warn("column-unrecognised", &columns.list[other], Vec::new()),
                field => notes.warn_of_field("column-content", &columns.list[other], field),
            }
            columns.set_by_content(other, given);
            columns.set_by_content(index, field);
            notes.warn_of_field("column-content", &column, field);
        } else if column.field == Field::Other
            && !columns.has_any(&[Field::BirthDate, Field::BirthDatePlace, Field::Age])
            && !is_one_day
            && !has_several
            && !are_amounts(index)
            && !headers.is_of_other_event(&column.text)
            && may_be_births(&column, data, columns, kind)
        {
            columns.set_by_content(index, Field::BirthDate);
            notes.warn_of_field("column-guessed", &column, Field::BirthDate);
        } else if column.field != Field::Other {
            notes.warn_of_field("column-content", &column, Field::BirthDate);
        }
    }
}

/// Whether a column of dates under an unknown heading may hold days of birth: a heading such as "Date" stands over the
/// days of a survey as well, which lie close together.
fn may_be_births(column: &HeadingColumn, data: &[&GridRow], columns: &TableColumns, kind: Kind) -> bool {
    use Field::{ActNumber, BirthPlace, DeclaredOn, Father, Mother, Relation, Sex, SexMale};
    let folded = fold(&column.text);
    let is_some_date = folded.split(' ').any(|word| word.starts_with("DATE") || word.contains("TIME") || word == "LE");
    // The days of a survey or of a payment are those of many rows.
    let n_days = n_distinct(column.column, data);
    let has_many_days = || data.len() >= 5 && n_days * 10 >= data.len() * 9;
    let is_varied = || data.len() < 5 || n_days * 2 >= data.len();
    // Beside a name alone, the days of one or two years are those of payments.
    let has_person =
        columns.has_any(&[Sex, SexMale, BirthPlace, Mother, Father, Relation, ActNumber, DeclaredOn]) || data.len() < 5;
    spread_of_years(column.column, data) >= 5
        || (!is_some_date && is_varied() && has_person)
        || (folded == "DATE" && kind != Kind::Census && has_many_days() && has_person)
}

fn may_hold_dates(field: Field) -> bool {
    use Field::*;
    let of_dates = [BirthDate, BirthDatePlace, BirthYear, DeclaredOn, DeclaredYear, JudgmentDate, EventDate, Year];
    of_dates.contains(&field) || matches!(field, Remarks | ActNumber | Unused | Sensitive)
}

/// Takes the day on which a row was written for the year of the round, where nothing else gives one: ages count from
/// it. A column "Date" whose days lie within two years is such a day.
pub(super) fn year_of_survey(
    columns: &mut TableColumns,
    data: &[&GridRow],
    headers: &Headers,
    notes: &mut ColumnNotes<'_>,
) {
    if columns.has(Field::Year) || data.is_empty() {
        return;
    }
    let holds_days = |column: &HeadingColumn| {
        let profile = ContentProfile::of_column(column.column, data);
        let n_dates = profile.dates + profile.dates_with_place;
        matches!(column.field, Field::Other | Field::Unused | Field::DeclaredOn)
            && !column.is_pinned()
            && n_dates * 10 >= data.len() * 8
            && spread_of_years(column.column, data) <= 2
    };
    let is_survey = |column: &HeadingColumn| headers.is_survey_date(&column.text) && holds_days(column);
    if let Some(index) = columns.list.iter().position(is_survey) {
        columns.set_by_content(index, Field::Year);
        return;
    }
    let is_date =
        |column: &HeadingColumn| matches!(fold(&column.text).as_str(), "DATE" | "DATUM") && holds_days(column);
    if let Some(index) = columns.list.iter().position(is_date) {
        columns.set_by_content(index, Field::Year);
        notes.warn_of_field("column-guessed", &columns.list[index], Field::Year);
    }
}

/// "Année" beside an age is the year of birth if both give one sum in nearly all rows, and the years differ.
/// "Mois" left of it is the month.
fn year_beside_age(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthMonth, BirthYear, Year};
    const LEAST_YEARS: i32 = 5;
    const LEAST_ROWS: usize = 3;
    let Some(index) = columns.position_unpinned(Year) else { return };
    let Some(age) = columns.list.iter().find(|column| column.field == Age).map(|column| column.column) else { return };
    let year = columns.list[index].column;
    let number = |row: &GridRow, column: u16| row.value(column)?.to_text().trim().parse::<i32>().ok();
    let sums = data.iter().filter_map(|row| Some((number(row, year)?, number(row, age)?)));
    let sums = sums.filter(|(year, age)| (1850..2100).contains(year) && (0..=110).contains(age));
    let mut sums: Vec<i32> = sums.map(|(year, age)| year + age).collect();
    sums.sort_unstable();
    let Some(middle) = sums.get(sums.len() / 2).copied() else { return };
    let n_near = sums.iter().filter(|sum| (**sum - middle).abs() <= 1).count();
    if sums.len() < LEAST_ROWS || n_near * 10 < sums.len() * 8 || spread_of_years(year, data) < LEAST_YEARS {
        return;
    }
    columns.set_by_content(index, BirthYear);
    notes.warn_of_field("column-guessed", &columns.list[index], BirthYear);
    let Some(left) = index.checked_sub(1) else { return };
    let heading = fold(&columns.list[left].text);
    let is_month = heading.split(' ').any(|word| matches!(word, "MOIS" | "MONTH" | "MAAND" | "MES"));
    if is_month && columns.list[left].field == Field::Other {
        columns.set_by_content(left, BirthMonth);
        notes.warn_of_field("column-guessed", &columns.list[left], BirthMonth);
    }
}

/// "Année" over whole dates, or over years that lie far apart, is the date of birth if no column has it.
pub(super) fn year_of_births(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Year};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthYear]) {
        return;
    }
    if columns.has(Age) {
        return year_beside_age(columns, data, notes);
    }
    let Some(index) = columns.position_unpinned(Year) else { return };
    let column = columns.list[index].column;
    let profile = ContentProfile::of_column(column, data);
    let has_whole_dates = profile.shows(|p| p.dates) && profile.share(|p| p.years) < 0.3;
    let field = if holds_short_years(column, data) { BirthYear } else { BirthDate };
    let is_birth = has_whole_dates || spread_of_years(column, data) >= 5 || field == BirthYear;
    if profile.n() * 2 >= data.len() && is_birth {
        columns.set_by_content(index, field);
        notes.warn_of_field("column-guessed", &columns.list[index], field);
    }
}

/// Whether most cells of a column are years of two digits that are no years of a school: `58`, `'09`, `85`.
fn holds_short_years(column: u16, data: &[&GridRow]) -> bool {
    const LEAST_DISTINCT: usize = 4;
    let texts: Vec<String> = data.iter().filter_map(|row| row.value(column)).map(|value| value.to_text()).collect();
    let number = |text: &String| text.trim_matches([' ', '\'', '’']).parse::<u32>().ok();
    let n_short = texts.iter().filter_map(number).filter(|number| *number < 100).count();
    let n_large = texts.iter().filter_map(number).filter(|number| (32..100).contains(number)).count();
    n_short * 2 > texts.len()
        && texts.iter().all(|text| number(text).is_some_and(|n| n < 100 || (1850..=2100).contains(&n)))
        && n_large * 4 >= n_short
        && n_distinct(column, data) >= LEAST_DISTINCT
}

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

/// "Date" beside the declaration in a register of acts is the date of birth, if no other column has it.
pub(super) fn date_of_birth_of_act(columns: &mut TableColumns, notes: &mut ColumnNotes<'_>) {
    use Field::{BirthDate, BirthDatePlace, BirthDay, BirthYear, DeclaredOn, Other};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthDay, BirthYear]) || !columns.has(DeclaredOn) {
        return;
    }
    let is_date = |column: &HeadingColumn| column.field == Other && !column.is_pinned() && fold(&column.text) == "DATE";
    let mut dates = (0..columns.list.len()).filter(|index| is_date(&columns.list[*index]));
    if let (Some(index), None) = (dates.next(), dates.next()) {
        columns.set_by_content(index, BirthDate);
        notes.warn_of_field("column-guessed", &columns.list[index], BirthDate);
    }
}
