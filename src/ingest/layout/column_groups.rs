//! Columns that hold one value together: dates in three columns, a sex in two, a name in one or several. Also the act
//! number of a birth register.

use crate::record::{Field, FieldReason, GridRow, Kind};

use super::content_profile::ContentProfile;
use super::heading::HeadingColumn;
use super::table_columns::TableColumns;

/// Takes the line number of a birth register for the act number, where no column has it.
pub(super) fn act_numbers(columns: &mut TableColumns, kind: Kind) {
    let is_births = kind == Kind::Birth || columns.has(Field::DeclaredOn);
    if is_births && !columns.has(Field::ActNumber) {
        for column in columns.list.iter_mut().filter(|column| column.field == Field::Order && !column.is_pinned()) {
            column.field = Field::ActNumber;
        }
    }
}

/// Recognises day, month and year in three columns, with headings of their own or without.
pub(super) fn dates_in_three(columns: &mut TableColumns, data: &[&GridRow], kind: Kind) {
    if kind == Kind::Birth {
        second_date_is_declaration(columns);
    }
    year_behind_month(columns);
    let dates = [
        (Field::BirthDate, [Field::BirthDay, Field::BirthMonth, Field::BirthYear]),
        (Field::DeclaredOn, [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear]),
    ];
    for (whole, parts) in dates {
        year_beside_day_and_month(columns, data, whole, parts);
        heading_over_three(columns, data, whole, parts);
    }
}

/// A second day, month and year of birth in a birth register are those of the declaration.
fn second_date_is_declaration(columns: &mut TableColumns) {
    let mut fields = Vec::new();
    for column in &mut columns.list {
        let is_second = fields.contains(&column.field);
        fields.push(column.field);
        let of_declaration = match column.field {
            Field::BirthDay => Field::DeclaredDay,
            Field::BirthMonth => Field::DeclaredMonth,
            Field::BirthYear => Field::DeclaredYear,
            _ => continue,
        };
        if is_second && !column.is_pinned() {
            column.field = of_declaration;
        }
    }
}

/// "Année" alone right of a month is the year of that date.
fn year_behind_month(columns: &mut TableColumns) {
    for index in 1..columns.list.len() {
        if columns.list[index].field == Field::Year {
            match columns.list[index - 1].field {
                Field::BirthMonth => columns.list[index].field = Field::BirthYear,
                Field::DeclaredMonth => columns.list[index].field = Field::DeclaredYear,
                _ => {}
            }
        }
    }
}

/// "Année de naissance" is the whole date where it stands alone, and the year beside a day and a month.
fn year_beside_day_and_month(columns: &mut TableColumns, data: &[&GridRow], whole: Field, parts: [Field; 3]) {
    if columns.has(parts[0]) && columns.has(parts[1]) && !columns.has(parts[2]) {
        let index = columns.position_unpinned(whole);
        let is_year = |index: &usize| profile_of(columns.list[*index].column, data).years() >= 0.5;
        if let Some(index) = index.filter(is_year) {
            columns.list[index].field = parts[2];
        }
    }
}

/// "Date de naissance" over three columns, two of them without a heading.
fn heading_over_three(columns: &mut TableColumns, data: &[&GridRow], whole: Field, parts: [Field; 3]) {
    let Some(index) = columns.position_unpinned(whole) else { return };
    let first = columns.list[index].column;
    let three = [first, first.saturating_add(1), first.saturating_add(2)];
    let has_heading = |column: u16| columns.list.iter().any(|other| other.column == column);
    let [days, months, years] = three.map(|column| profile_of(column, data));
    let is_date = !has_heading(three[1])
        && !has_heading(three[2])
        && days.has_enough_cells()
        && days.days() >= 0.8
        && months.months() >= 0.8
        && years.years() >= 0.8;
    if is_date {
        let heading = columns.list[index].clone();
        columns.set_by_content(index, parts[0]);
        for step in 1..3 {
            let column =
                HeadingColumn { column: three[step], field: parts[step], why: FieldReason::Content, ..heading.clone() };
            columns.list.insert(index + step, column);
        }
    }
}

/// Recognises a sex in two columns to tick: "M" and "F", or "Sexe" over two columns of crosses, men first. A column "M" or
/// "F" alone is no sex.
pub(super) fn sex_in_two(columns: &mut TableColumns, data: &[&GridRow]) {
    let has_both = columns.has(Field::SexMale) && columns.has(Field::SexFemale);
    for column in &mut columns.list {
        if matches!(column.field, Field::SexMale | Field::SexFemale) && !has_both && !column.is_pinned() {
            (column.field, column.why) = (Field::Other, FieldReason::Unknown);
        }
    }
    let Some(index) = columns.list.iter().position(|column| column.field == Field::Sex) else { return };
    let own = columns.list[index].column;
    let next = own.saturating_add(1);
    let next_has_heading = columns.list.iter().any(|column| column.column == next);
    let has_crosses = |profile: &ContentProfile| profile.n > 0 && profile.crosses() >= 0.9;
    if !next_has_heading && has_crosses(&profile_of(own, data)) && has_crosses(&profile_of(next, data)) {
        let heading = columns.list[index].clone();
        columns.set_by_content(index, Field::SexMale);
        let female = HeadingColumn { column: next, field: Field::SexFemale, why: FieldReason::Content, ..heading };
        columns.list.insert(index + 1, female);
    }
}

/// Recognises a column of several names: "Nom" alone over two words or more holds the post-nom too, or the full name. So
/// does "Nom et post-nom" over three words or more without a column of prénoms.
pub(super) fn names_in_one(columns: &mut TableColumns, data: &[&GridRow]) {
    if columns.has(Field::Postnom) {
        // "Nom de l'enfant" beside "Post-nom" is the nom alone.
        if !columns.has(Field::Nom)
            && let Some(index) = columns.position_unpinned(Field::NomPostnom)
        {
            columns.list[index].field = Field::Nom;
        }
        return;
    }
    let has_prenom = columns.has(Field::Prenom);
    let field = if has_prenom { Field::NomPostnom } else { Field::FullName };
    let may_hold_more = |column: &HeadingColumn| {
        !column.is_pinned() && (column.field == Field::Nom || (column.field == Field::NomPostnom && !has_prenom))
    };
    let Some(index) = columns.list.iter().position(may_hold_more) else { return };
    let n_words = if columns.list[index].field == Field::NomPostnom { 3 } else { 2 };
    let column = columns.list[index].column;
    let texts: Vec<String> = data.iter().filter_map(|row| row.value(column)).map(|value| value.to_text()).collect();
    let n_with_more = texts.iter().filter(|text| text.split_whitespace().count() >= n_words).count();
    if n_with_more * 2 > texts.len() {
        columns.set_by_content(index, field);
    }
}

fn profile_of(column: u16, data: &[&GridRow]) -> ContentProfile {
    ContentProfile::of_column(column, data)
}
