//! Decides what each column of a table holds, by its heading, the settings and the first rows of data.
//!
//! The steps stand in [`resolve_columns`]: find a second table to the right; apply the pins of the settings; set the
//! fields of event lists; join columns that hold one value together; compare headings with content; keep the first of
//! two columns with one field; find columns whose blanks repeat the value above. A field given by content has the
//! reason [`FieldReason::Content`].

use crate::record::{CellValue, Field, FieldReason, GridRow, Kind, fold};

use super::super::headers::{Headers, PinnedColumn, Rank};
use super::column_owners::settle_owners;
use super::column_values::correct_by_values;
use super::content_columns::{holds_relations, holds_sexes_with_ages, spread_of_years};
use super::content_profile::ContentProfile;
use super::date_parts::bare_day_month_year;
use super::fill_down::blank_repeats_above;
use super::heading_column::HeadingColumn;
use super::name_columns::settle_names;
use super::other_list::speaks_of_death;
use super::persons_outside::note_other_persons;
use super::table_columns::{ColumnNotes, TableColumns};

/// Resolves the columns of a heading by the rows of data below it. `has_year` is whether a title or a name gives the
/// year of the round.
pub(super) fn resolve_columns(
    list: Vec<HeadingColumn>,
    data: &[&GridRow],
    kind: Kind,
    pins: &[PinnedColumn],
    (headers, has_year): (&Headers, bool),
    notes: &mut ColumnNotes<'_>,
) -> TableColumns {
    let mut columns = TableColumns::new(list);
    columns.second_table_from = second_table(&columns.list);
    apply_pins(&mut columns.list, pins, notes.at.row);
    resolve_event_fields(&mut columns, kind);
    births_alone(&mut columns.list, kind, headers);
    settle_owners(&mut columns, data, kind, headers, notes);
    settle_names(&mut columns, data, kind, notes);
    act_numbers(&mut columns, kind);
    dates_in_three(&mut columns, data, kind, headers);
    three_by_content(&mut columns, data, notes);
    sex_in_two(&mut columns, data, headers);
    names_in_one(&mut columns, data);
    correct_by_values(&mut columns, data, notes);
    if kind == Kind::Birth {
        date_of_act(&mut columns, data, notes);
    }
    check_content(&mut columns, data, notes);
    note_other_persons(&mut columns, data, kind, notes);
    unnamed_columns(&mut columns, data, notes);
    if kind == Kind::Census && !has_year {
        year_of_survey(&mut columns, data, headers, notes);
    }
    drop_repeated_fields(&mut columns, data, notes);
    columns.index_fields();
    for column in &columns.list {
        if blank_repeats_above(column.field, column.column, data) {
            columns.repeated.push(column.column);
            notes.warn("value-given-once", column, Vec::new());
        }
    }
    columns
}

/// Sets pinned columns; a pinned column without a heading is added.
fn apply_pins(list: &mut Vec<HeadingColumn>, pins: &[PinnedColumn], row: u32) {
    let why = FieldReason::Pinned;
    for PinnedColumn { column, field, .. } in pins.iter().copied() {
        match list.iter_mut().find(|other| other.column == column) {
            Some(other) => (other.field, other.why) = (field, why),
            None => list.push(HeadingColumn { column, row, text: String::new(), field, why, rank: Rank::Sure }),
        }
    }
    list.sort_by_key(|column| column.column);
}

/// Fields of event lists become unused in other files, except the date of a death. In an event list, "Date" alone is
/// the date of the event.
fn resolve_event_fields(columns: &mut TableColumns, kind: Kind) {
    if kind != Kind::Event {
        for column in columns.list.iter_mut().filter(|column| column.field.is_of_events()) {
            // A date of death says that the person of a row is dead.
            let is_of_death = column.field == Field::EventDate && speaks_of_death(&column.text);
            if !is_of_death {
                column.field = Field::Unused;
            }
        }
        return;
    }
    if !columns.has(Field::EventDate) {
        let is_date = |column: &HeadingColumn| {
            matches!(column.field, Field::Other | Field::DeclaredOn | Field::Unused)
                && (fold(&column.text) == "DATE" || column.field == Field::DeclaredOn)
        };
        if let Some(index) = columns.list.iter().position(is_date) {
            columns.set_by_content(index, Field::EventDate);
        }
    }
}

/// Outside a birth register the hospital in a row is no place of birth, a delivery is not the person's own birth, and
/// "Type" is no kind of a declaration.
fn births_alone(list: &mut [HeadingColumn], kind: Kind, headers: &Headers) {
    let is_of_birth = |field: Field| matches!(field, Field::BirthPlace | Field::BirthDate | Field::DeclaredOn);
    for column in list.iter_mut().filter(|column| kind != Kind::Birth && is_of_birth(column.field)) {
        if headers.is_of_births_alone(&column.text) {
            column.field = Field::Unused;
        }
    }
    let is_kind = |column: &HeadingColumn| kind != Kind::Birth && column.field == Field::Category;
    for column in list.iter_mut().filter(|column| is_kind(column) && !column.is_pinned()) {
        (column.field, column.why) = match column.rank {
            Rank::Weak => (Field::Other, FieldReason::Unknown),
            _ => (Field::Unused, column.why),
        };
    }
}

/// Keeps one of several columns with one field: the one with the fullest heading, else the first. Two columns of which
/// no row fills both hold one value together: "Date de naissance" and "Né(e) vers".
fn drop_repeated_fields(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    let has_second_table = columns.second_table_from.is_some();
    let rank = |column: &HeadingColumn| if column.is_pinned() { Rank::Sure } else { column.rank };
    let mut best: Vec<(Field, Rank, u16)> =
        columns.list.iter().map(|column| (column.field, rank(column), column.column)).collect();
    best.sort_unstable();
    best.dedup_by_key(|(field, ..)| *field);
    for column in &mut columns.list {
        let may_repeat = matches!(column.field, Field::Other | Field::Unused | Field::Sensitive | Field::Remarks);
        if may_repeat || best.iter().any(|(field, _, at)| (*field, *at) == (column.field, column.column)) {
            continue;
        }
        let field = column.field;
        let first = best.iter().find(|(other, ..)| *other == field).map_or(column.column, |(.., at)| *at);
        if matches!(field, Field::Sex | Field::BirthDate | Field::Age)
            && are_complements(first, column.column, &data[data.len().min(1)..])
        {
            continue;
        }
        (column.field, column.why) = (Field::Other, FieldReason::Repeated);
        if !has_second_table && field != Field::Order {
            notes.warn_of_field("column-repeated", column, field);
        }
    }
}

/// Whether no row fills both of two columns, and each is filled.
fn are_complements(first: u16, second: u16, data: &[&GridRow]) -> bool {
    let has = |row: &&&GridRow, column: u16| row.value(column).is_some();
    let n_second = data.iter().filter(|row| has(row, second)).count();
    let n_first = data.iter().filter(|row| has(row, first)).count();
    n_first > 0 && n_second > 0 && !data.iter().any(|row| has(&row, first) && has(&row, second))
}

/// The first column of a second table to the right of the first: its name column and two more fields are those of the
/// first.
fn second_table(list: &[HeadingColumn]) -> Option<u16> {
    let repeats_first = |from: usize| {
        let first: Vec<Field> = list[..from].iter().map(|column| column.field).collect();
        let n_repeated = list[from..]
            .iter()
            .filter(|column| first.contains(&column.field) && !matches!(column.field, Field::Other | Field::Unused))
            .count();
        n_repeated >= 3 && n_repeated * 2 >= list.len() - from
    };
    let name = list.iter().position(|column| column.field.is_name())?;
    // The head's name, sex and age beside those of each member are no second table.
    let repeats_name = |index: &usize| list[*index].field == list[name].field && list[*index].rank == list[name].rank;
    let second = (name + 1..list.len()).find(|index| repeats_name(index) && repeats_first(*index))?;
    // The second table begins with the same fields as the first, as far before its name column as they agree.
    let n_before = (0..=name).rev().find(|n| {
        second >= name + n && (0..*n).all(|step| list[second - 1 - step].field == list[name - 1 - step].field)
    });
    Some(list[second - n_before.unwrap_or(0)].column)
}

/// Takes the line number of a birth register for the act number, where no column has it.
fn act_numbers(columns: &mut TableColumns, kind: Kind) {
    let is_births = kind == Kind::Birth || columns.has(Field::DeclaredOn);
    if is_births && !columns.has(Field::ActNumber) {
        for column in columns.list.iter_mut().filter(|column| column.field == Field::Order && !column.is_pinned()) {
            column.field = Field::ActNumber;
        }
    }
}

/// "Date" beside the date of birth in a register of acts is that of the declaration, if no other column has it.
fn date_of_act(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
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
            && matches!(fold(&column.text).as_str(), "DATE" | "DATE ACTE" | "LE" | "DATUM")
            && profile.n() * 2 >= data.len()
            && profile.share(|p| p.dates) >= 0.7
            && profile.share(|p| p.years) < 0.5
    };
    if let Some(index) = columns.list.iter().position(is_date) {
        columns.set_by_content(index, DeclaredOn);
        notes.warn_of_field("column-guessed", &columns.list[index], DeclaredOn);
    }
}

/// Recognises day, month and year in three columns, with headings of their own or without.
fn dates_in_three(columns: &mut TableColumns, data: &[&GridRow], kind: Kind, headers: &Headers) {
    if kind == Kind::Birth {
        second_date_is_declaration(columns);
    }
    day_alone(columns, data);
    bare_day_month_year(columns, kind, headers);
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

/// Takes three columns side by side for a date of birth if their headings are not known, no column has the birth, and
/// they hold days, months and years of five years or more, or years, months and days.
fn three_by_content(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{BirthDate, BirthDatePlace, BirthDay, BirthMonth, BirthYear, Other};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthDay, BirthMonth, BirthYear]) {
        return;
    }
    let holds = |column: &HeadingColumn, count: fn(&ContentProfile) -> usize| {
        let profile = ContentProfile::of_column(column.column, data);
        profile.has_enough_cells() && profile.n() * 2 >= data.len() && profile.share(count) >= 0.9
    };
    let has_years = |column: &HeadingColumn| holds(column, |p| p.years) && spread_of_years(column.column, data) >= 5;
    let is_free = |column: &HeadingColumn| column.field == Other && !column.is_pinned();
    let start = (0..columns.list.len().saturating_sub(2)).find_map(|start| {
        let three = &columns.list[start..start + 3];
        let has_months = three.iter().all(is_free) && holds(&three[1], |p| p.months);
        let is_order = |day: usize, year: usize| holds(&three[day], |p| p.days) && has_years(&three[year]);
        match has_months {
            true if is_order(0, 2) => Some((start, [BirthDay, BirthMonth, BirthYear])),
            true if is_order(2, 0) => Some((start, [BirthYear, BirthMonth, BirthDay])),
            _ => None,
        }
    });
    let Some((start, parts)) = start else { return };
    for (index, field) in (start..).zip(parts) {
        columns.set_by_content(index, field);
        notes.warn_of_field("column-guessed", &columns.list[index], field);
    }
}

/// A second day, month and year of birth in a birth register are those of the declaration.
fn second_date_is_declaration(columns: &mut TableColumns) {
    let mut fields = Vec::new();
    for column in &mut columns.list {
        let is_second = fields.contains(&column.field);
        fields.push(column.field);
        column.field = match column.field {
            field if !is_second || column.is_pinned() => field,
            Field::BirthDay => Field::DeclaredDay,
            Field::BirthMonth => Field::DeclaredMonth,
            Field::BirthYear => Field::DeclaredYear,
            field => field,
        };
    }
}

/// "Jour de naissance" or "Jour de déclaration" over whole dates is the date.
fn day_alone(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{BirthDate, BirthDay, BirthMonth, DeclaredDay, DeclaredMonth, DeclaredOn};
    for (day, month, whole) in [(BirthDay, BirthMonth, BirthDate), (DeclaredDay, DeclaredMonth, DeclaredOn)] {
        if columns.has_any(&[month, whole]) {
            continue;
        }
        let Some(index) = columns.position_unpinned(day) else { continue };
        if ContentProfile::of_column(columns.list[index].column, data).share(|p| p.dates) >= 0.7 {
            columns.list[index].field = whole;
        }
    }
}

/// "Année" alone right of a month is the year of that date.
fn year_behind_month(columns: &mut TableColumns) {
    for index in 1..columns.list.len() {
        columns.list[index].field = match (columns.list[index - 1].field, columns.list[index].field) {
            (Field::BirthMonth, Field::Year) => Field::BirthYear,
            (Field::DeclaredMonth, Field::Year) => Field::DeclaredYear,
            (_, field) => field,
        };
    }
}

/// "Année de naissance" is the whole date where it stands alone, and the year beside a day and a month.
fn year_beside_day_and_month(columns: &mut TableColumns, data: &[&GridRow], whole: Field, parts: [Field; 3]) {
    if columns.has(parts[0]) && columns.has(parts[1]) && !columns.has(parts[2]) {
        let is_year = |column: &HeadingColumn| ContentProfile::of_column(column.column, data).share(|p| p.years) >= 0.5;
        if let Some(index) = columns.position_unpinned(whole).filter(|index| is_year(&columns.list[*index])) {
            columns.list[index].field = parts[2];
        }
    }
}

/// "Date de naissance" over three columns, two of them without a heading.
fn heading_over_three(columns: &mut TableColumns, data: &[&GridRow], whole: Field, parts: [Field; 3]) {
    let Some(index) = columns.position_unpinned(whole) else { return };
    let three = [0, 1, 2].map(|step| columns.list[index].column.saturating_add(step));
    let [days, months, years] = three.map(|column| ContentProfile::of_column(column, data));
    let is_date = !three[1..].iter().any(|column| columns.has_heading(*column))
        && days.has_enough_cells()
        && days.share(|p| p.days) >= 0.8
        && months.share(|p| p.months) >= 0.8
        && years.share(|p| p.years) >= 0.8;
    if is_date {
        columns.set_by_content(index, parts[0]);
        for step in 1..3 {
            columns.insert_behind(index + step - 1, three[step], parts[step]);
        }
    }
}

/// Recognises a sex in two columns to tick: "M" and "F", or "Sexe" over two columns of crosses, in the order of the
/// words in the first row below, else men first. A column "M" or "F" alone is no sex.
fn sex_in_two(columns: &mut TableColumns, data: &[&GridRow], headers: &Headers) {
    let has_sexes = |column: &HeadingColumn| {
        column.field == Field::Sex && ContentProfile::of_column(column.column, data).share(|p| p.sexes) >= 0.8
    };
    let has_own_column = columns.list.iter().any(has_sexes);
    let has_both = columns.has(Field::SexMale) && columns.has(Field::SexFemale) && !has_own_column;
    let has_age = columns.has(Field::Age);
    for column in &mut columns.list {
        if matches!(column.field, Field::SexMale | Field::SexFemale) && !has_both && !column.is_pinned() {
            // "Âge (M)" alone is an age.
            let is_age = !has_age && column.why != FieldReason::Group && fold(&column.text).starts_with("AGE");
            (column.field, column.why) =
                if is_age { (Field::Age, column.why) } else { (Field::Other, FieldReason::Unknown) };
        }
    }
    let Some(index) = columns.list.iter().position(|column| column.field == Field::Sex) else { return };
    let own = columns.list[index].column;
    let next = own.saturating_add(1);
    // Without a filled cell the share is 0.
    let has_crosses = |column: u16| ContentProfile::of_column(column, data).share(|p| p.crosses) >= 0.9;
    // The answers of a form: "Masculin" in one column, "Féminin" in the next.
    let has_sexes = |column: u16| ContentProfile::of_column(column, data).share(|p| p.sexes) >= 0.9;
    let is_divided = has_sexes(own) && has_sexes(next) && are_complements(own, next, &data[data.len().min(1)..]);
    if is_divided && !columns.has_heading(next) {
        columns.insert_behind(index, next, Field::Sex);
        return;
    }
    if columns.has_heading(next) || !has_crosses(own) || !has_crosses(next) {
        return;
    }
    let is_cross = |text: &String| ContentProfile::of_value(&CellValue::Text(text.as_str().into())).crosses > 0;
    let words = data.first().and_then(|row| Some([row.value(own)?.to_text(), row.value(next)?.to_text()]));
    match words.filter(|words| !words.iter().any(is_cross)) {
        None => {
            columns.set_by_content(index, Field::SexMale);
            columns.insert_behind(index, next, Field::SexFemale);
        }
        Some(words) => {
            let [first, second] = words.map(|word| headers.below("Sexe", &word));
            let is_pair = matches!(
                (first, second),
                (Some(Field::SexMale), Some(Field::SexFemale)) | (Some(Field::SexFemale), Some(Field::SexMale))
            );
            match (first, second) {
                (Some(first), Some(second)) if is_pair => {
                    columns.set_by_content(index, first);
                    columns.insert_behind(index, next, second);
                }
                _ => (columns.list[index].field, columns.list[index].why) = (Field::Other, FieldReason::Unknown),
            }
        }
    }
}

/// Recognises a column of several names: "Nom" alone over two words or more holds the post-nom too, or the full name.
/// So does "Nom et post-nom" over three words or more without a column of prénoms.
fn names_in_one(columns: &mut TableColumns, data: &[&GridRow]) {
    // Columns that stay blank say nothing.
    let is_filled = |field: Field| {
        let of_field = columns.list.iter().filter(|column| column.field == field);
        data.is_empty() || of_field.into_iter().any(|column| ContentProfile::of_column(column.column, data).n() > 0)
    };
    if columns.has(Field::Postnom) && is_filled(Field::Postnom) {
        // "Nom de l'enfant" beside "Post-nom" is the nom alone.
        if !columns.has(Field::Nom)
            && let Some(index) = columns.position_unpinned(Field::NomPostnom)
        {
            columns.list[index].field = Field::Nom;
        }
        return;
    }
    let has_prenom = columns.has(Field::Prenom) && is_filled(Field::Prenom);
    let field = if has_prenom { Field::NomPostnom } else { Field::FullName };
    let may_hold_more = |column: &HeadingColumn| {
        !column.is_pinned() && (column.field == Field::Nom || (column.field == Field::NomPostnom && !has_prenom))
    };
    let Some(index) = columns.list.iter().position(may_hold_more) else { return };
    let n_words = if columns.list[index].field == Field::NomPostnom { 3 } else { 2 };
    let column = columns.list[index].column;
    let texts: Vec<String> = data.iter().filter_map(|row| row.value(column)).map(|value| value.to_text()).collect();
    let n_with_more = texts.iter().filter(|text| text.split_whitespace().count() >= n_words).count();
    // "Nom de l'enfant" over a nom and a known prénom is the whole name.
    let has_prenoms =
        || n_words == 3 && texts.len() >= 3 && ContentProfile::of_column(column, data).share(|p| p.with_prenom) >= 0.3;
    if n_with_more * 2 > texts.len() || has_prenoms() {
        columns.set_by_content(index, field);
    }
}

/// Changes fields that the content contradicts, and guesses missing ones.
fn check_content(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    let profile = |column: &HeadingColumn| ContentProfile::of_column(column.column, data);
    let profiles: Vec<ContentProfile> = columns.list.iter().map(profile).collect();
    place_dates(columns, data, &profiles, notes);
    guess_sex(columns, data, &profiles, notes);
    guess_relation(columns, data, notes);
    year_of_births(columns, data, notes);
    unit_of_age(columns, data);
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
fn place_dates(
    columns: &mut TableColumns,
    data: &[&GridRow],
    profiles: &[ContentProfile],
    notes: &mut ColumnNotes<'_>,
) {
    let mut without_dates = check_date_columns(columns, profiles);
    let has_dates = |profile: &ContentProfile| {
        (profile.has_enough_cells() && profile.share(|p| p.dates) >= 0.7 || profile.shows(|p| p.dates))
            && profile.share(|p| p.years) < 0.7
    };
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
        } else if column.field == Field::Other
            && !columns.has_any(&[Field::BirthDate, Field::BirthDatePlace, Field::Age])
            && may_be_births(&column, data, columns)
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
fn may_be_births(column: &HeadingColumn, data: &[&GridRow], columns: &TableColumns) -> bool {
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
        || (folded == "DATE" && has_many_days() && has_person)
}

fn may_hold_dates(field: Field) -> bool {
    use Field::*;
    let of_dates = [BirthDate, BirthDatePlace, BirthYear, DeclaredOn, DeclaredYear, JudgmentDate, EventDate, Year];
    of_dates.contains(&field) || matches!(field, Remarks | ActNumber | Unused | Sensitive)
}

/// Takes the day on which a row was written for the year of the round, where nothing else gives one: ages count from
/// it. A column "Date" whose days lie within two years is such a day.
fn year_of_survey(columns: &mut TableColumns, data: &[&GridRow], headers: &Headers, notes: &mut ColumnNotes<'_>) {
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

/// Takes the first unrecognised column of sexes for the sex, if no column has it. A column of one value, such as the
/// `f` of "false", says nothing.
fn guess_sex(columns: &mut TableColumns, data: &[&GridRow], profiles: &[ContentProfile], notes: &mut ColumnNotes<'_>) {
    if columns.has_any(&[Field::Sex, Field::SexMale]) {
        return;
    }
    let is_sex = |index: &usize| {
        let (profile, column) = (&profiles[*index], &columns.list[*index]);
        let is_of_sexes = || profile.shows(|p| p.sexes) && n_distinct(column.column, data) == 2;
        column.field == Field::Other
            && !is_question(&column.text)
            && (is_of_sexes() || holds_sexes_with_ages(profile, column.column, data))
    };
    if let Some(index) = (0..profiles.len()).find(is_sex) {
        columns.set_by_content(index, Field::Sex);
        notes.warn_of_field("column-guessed", &columns.list[index], Field::Sex);
    }
}

/// Takes the column of units right of an age (`ans`, `mois`) for the unit of that age.
fn unit_of_age(columns: &mut TableColumns, data: &[&GridRow]) {
    const UNITS: &str = "AN ANS ANNEE ANNEES MOIS JOUR JOURS SEMAINE SEMAINES SEM YEAR YEARS MONTH MONTHS DAY DAYS WEEK WEEKS JAAR \
        MAAND MAANDEN DAGEN WEKEN A M J";
    let Some(age) = columns.list.iter().find(|column| column.field == Field::Age).map(|column| column.column) else {
        return;
    };
    let texts = |column: u16| data.iter().filter_map(move |row| row.value(column)).map(|value| fold(&value.to_text()));
    let is_unit = |text: &String| UNITS.split(' ').any(|unit| unit == text);
    let next = age.saturating_add(1);
    // Letters alone may be sexes.
    let holds_units = texts(next).any(|text| text.len() > 1) && texts(next).all(|text| is_unit(&text));
    let is_free = |column: &HeadingColumn| {
        column.column == next && !column.is_pinned() && matches!(column.field, Field::Other | Field::Unused)
    };
    if !holds_units || columns.has(Field::AgeUnit) {
        return;
    }
    match columns.list.iter().position(is_free) {
        Some(index) => columns.set_by_content(index, Field::AgeUnit),
        None if !columns.has_heading(next) => {
            columns.add_without_heading(next, Field::AgeUnit);
        }
        None => {}
    }
}

/// Whether a heading asks for yes or no: `is_admin`, `est_actif`, `has_card`.
fn is_question(text: &str) -> bool {
    let folded = fold(&text.replace('_', " "));
    ["IS ", "EST ", "HAS ", "A "].iter().any(|word| folded.starts_with(word))
}

/// The number of different texts in a column.
fn n_distinct(column: u16, data: &[&GridRow]) -> usize {
    let mut texts: Vec<String> =
        data.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.display_text())).collect();
    texts.sort_unstable();
    texts.dedup();
    texts.len()
}

/// Takes the first column of relations under a heading that is not known, or that may mean something else ("Statut",
/// "Parent"), for the relation to the head.
fn guess_relation(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    const OTHER_MEANINGS: [&str; 5] = ["PARENT", "STATUT", "SITUATION", "STATUS", "RAPPORT"];
    if columns.has(Field::Relation) {
        return;
    }
    let may_be_relation = |column: &HeadingColumn| {
        let may_be = match column.field {
            Field::Other => true,
            Field::Unused | Field::MaritalStatus => OTHER_MEANINGS.contains(&fold(&column.text).as_str()),
            _ => false,
        };
        let texts = || data.iter().filter_map(|row| row.value(column.column)).map(CellValue::to_text);
        let n = texts().count();
        may_be && !column.is_pinned() && n >= 2 && n * 2 >= data.len() && {
            n_distinct(column.column, data) >= 2 && holds_relations(texts())
        }
    };
    if let Some(index) = columns.list.iter().position(may_be_relation) {
        columns.set_by_content(index, Field::Relation);
        notes.warn_of_field("column-guessed", &columns.list[index], Field::Relation);
    }
}

/// Recognises a sex, a relation or a date of birth in a column without a heading, if no other column has it.
fn unnamed_columns(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Relation, Sex, SexMale};
    for (column, profile) in columns.without_heading(data) {
        let texts = || data.iter().filter_map(|row| row.value(column)).map(CellValue::to_text);
        let field = match () {
            () if profile.shows(|p| p.sexes) && n_distinct(column, data) == 2 && !columns.has_any(&[Sex, SexMale]) => {
                Sex
            }
            () if holds_sexes_with_ages(&profile, column, data) && !columns.has_any(&[Sex, SexMale]) => Sex,
            () if profile.shows(|p| p.dates)
                && spread_of_years(column, data) >= 5
                && !columns.has_any(&[BirthDate, BirthDatePlace, BirthYear, Age]) =>
            {
                BirthDate
            }
            () if n_distinct(column, data) >= 2 && !columns.has(Relation) && holds_relations(texts()) => Relation,
            () => continue,
        };
        let added = columns.add_without_heading(column, field);
        notes.warn_of_field("column-guessed", &columns.list[added], field);
    }
}

/// "Année" over whole dates, or over years that lie far apart, is the date of birth if no column has it.
fn year_of_births(columns: &mut TableColumns, data: &[&GridRow], notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Year};
    if columns.has_any(&[BirthDate, BirthDatePlace, BirthYear, Age]) {
        return;
    }
    let Some(index) = columns.position_unpinned(Year) else { return };
    let column = columns.list[index].column;
    let profile = ContentProfile::of_column(column, data);
    let has_whole_dates = profile.shows(|p| p.dates) && profile.share(|p| p.years) < 0.3;
    if profile.n() * 2 >= data.len() && (has_whole_dates || spread_of_years(column, data) >= 5) {
        columns.set_by_content(index, BirthDate);
        notes.warn_of_field("column-guessed", &columns.list[index], BirthDate);
    }
}
