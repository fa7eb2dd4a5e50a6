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
use super::content_columns::{holds_relations, holds_sexes_with_ages, n_distinct, spread_of_years};
use super::content_profile::ContentProfile;
use super::counts_beside::leave_out_counts;
use super::date_columns::{
    date_behind_place, date_of_act, date_of_birth_of_act, month_beside_year, place_dates, year_of_births,
    year_of_survey,
};
use super::date_parts::bare_day_month_year;
use super::fill_down::blank_repeats_above;
use super::heading_column::HeadingColumn;
use super::name_columns::{
    birth_name_alone, nom_under_person, postnom_beside_prenom, second_name_is_postnom, settle_names,
};
use super::name_steps::names_in_steps;
use super::other_list::speaks_of_death;
use super::persons_a_row::settle_two_persons;
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
    leave_out_counts(&mut columns, data);
    nom_under_person(&mut columns, data);
    names_in_steps(&mut columns, data);
    resolve_event_fields(&mut columns, kind);
    births_alone(&mut columns.list, kind, headers);
    settle_owners(&mut columns, data, kind, headers, notes);
    postnom_beside_prenom(&mut columns);
    settle_names(&mut columns, data, kind, notes);
    act_numbers(&mut columns, data, kind);
    dates_in_three(&mut columns, data, kind, headers);
    three_by_content(&mut columns, data, notes);
    sex_in_two(&mut columns, data, headers);
    birth_name_alone(&mut columns);
    second_name_is_postnom(&mut columns, data);
    names_in_one(&mut columns, data);
    correct_by_values(&mut columns, data, notes);
    date_behind_place(&mut columns, data);
    if kind == Kind::Birth {
        date_of_act(&mut columns, data, notes);
        date_of_birth_of_act(&mut columns, notes);
    }
    number_behind_avenue(&mut columns, data);
    check_content(&mut columns, data, (kind, headers), notes);
    note_other_persons(&mut columns, data, kind, notes);
    unnamed_columns(&mut columns, data, kind, notes);
    if kind == Kind::Census && !has_year {
        year_of_survey(&mut columns, data, headers, notes);
    }
    columns.has_two_persons = columns.steps.is_empty() && settle_two_persons(&mut columns, data, headers);
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
        if field == Field::FullName && !columns.steps.is_empty() {
            continue;
        }
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
    let leaf = |index: usize| list[index].text.rsplit(" / ").next().unwrap_or_default().trim();
    // "N° | Noms | Né le" and, right of a blank column, "N° | Noms | Née le".
    let repeats_headings = |index: &usize| {
        let is_second = list[*index].field.is_name() && list[*index].rank == list[name].rank;
        let is_apart = || (name + 1..=*index).any(|at| list[at].column > list[at - 1].column + 1);
        is_second
            && name > 0
            && *index >= name + 2
            && leaf(*index) == leaf(name)
            && leaf(*index - 1) == leaf(name - 1)
            && is_apart()
    };
    let is_second = |index: &usize| repeats_name(index) && repeats_first(*index) || repeats_headings(index);
    let second = (name + 1..list.len()).find(is_second)?;
    // The second table begins with the same fields as the first, as far before its name column as they agree.
    let is_same = |a: usize, b: usize| list[a].field == list[b].field || leaf(a) == leaf(b);
    let n_before = (0..=name)
        .rev()
        .find(|n| second >= name + n && (0..*n).all(|step| is_same(second - 1 - step, name - 1 - step)));
    Some(list[second - n_before.unwrap_or(0)].column)
}

/// Takes the line number of a birth register for the act number, where no column has it.
fn act_numbers(columns: &mut TableColumns, data: &[&GridRow], kind: Kind) {
    let is_births = kind == Kind::Birth || columns.has(Field::DeclaredOn);
    if is_births && !columns.has(Field::ActNumber) {
        for column in columns.list.iter_mut().filter(|column| column.field == Field::Order && !column.is_pinned()) {
            column.field = Field::ActNumber;
        }
    }
    // "N° registre" over a number of its own in each row is the number of the act.
    let registers = |column: &HeadingColumn| column.field == Field::Volume && !column.is_pinned();
    if is_births
        && !columns.has(Field::ActNumber)
        && let Some(index) = columns.list.iter().position(registers)
        && data.len() >= 5
        && n_distinct(columns.list[index].column, data) == data.len()
    {
        columns.set_by_content(index, Field::ActNumber);
    }
}

/// "N°" right of "Avenue" is the number of the parcel if it does not count the rows and no other column has it.
fn number_behind_avenue(columns: &mut TableColumns, data: &[&GridRow]) {
    use Field::{Address, Avenue, Order, Parcel};
    const LEAST_ROWS: usize = 4;
    if columns.has_any(&[Address, Parcel]) {
        return;
    }
    let is_behind = |index: &usize| {
        let column = columns.list[*index].column;
        let numbers = data.iter().filter_map(|row| row.value(column)?.to_text().trim().parse::<f64>().ok());
        let numbers: Vec<f64> = numbers.collect();
        let n_next = numbers.windows(2).filter(|two| two[1] - two[0] == 1.0).count();
        columns.list[*index - 1].field == Avenue
            && columns.list[*index].field == Order
            && !columns.list[*index].is_pinned()
            && numbers.len() >= LEAST_ROWS
            && n_next * 3 < numbers.len()
    };
    if let Some(index) = (1..columns.list.len()).find(is_behind) {
        columns.set_by_content(index, Parcel);
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
    month_beside_year(columns, data);
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
        // So is "Jina" beside "Jina la pili", over single words.
        let is_single = |index: &usize| {
            let profile = ContentProfile::of_column(columns.list[*index].column, data);
            profile.n() > 0 && profile.share(|p| p.several_words) < 0.3
        };
        if !columns.has(Field::Nom)
            && let Some(index) = columns.position_unpinned(Field::FullName).filter(is_single)
        {
            columns.set_by_content(index, Field::Nom);
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
fn check_content(columns: &mut TableColumns, data: &[&GridRow], of: (Kind, &Headers), notes: &mut ColumnNotes<'_>) {
    let profile = |column: &HeadingColumn| ContentProfile::of_column(column.column, data);
    let profiles: Vec<ContentProfile> = columns.list.iter().map(profile).collect();
    place_dates(columns, data, &profiles, of, notes);
    guess_sex(columns, data, &profiles, notes);
    guess_relation(columns, data, notes);
    year_of_births(columns, data, notes);
    unit_of_age(columns, data);
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
fn unnamed_columns(columns: &mut TableColumns, data: &[&GridRow], kind: Kind, notes: &mut ColumnNotes<'_>) {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Relation, Sex, SexMale};
    let is_date = |profile: &ContentProfile| profile.shows(|p| p.dates) && profile.share(|p| p.serials) < 0.3;
    // In a register of births the parents' dates of birth and the days of declaration stand beside that of the child.
    let n_dates = columns.without_heading(data).iter().filter(|(_, profile)| is_date(profile)).count();
    let may_be_birth = kind != Kind::Birth || n_dates == 1;
    for (column, profile) in columns.without_heading(data) {
        let texts = || data.iter().filter_map(|row| row.value(column)).map(CellValue::to_text);
        let field = match () {
            () if profile.shows(|p| p.sexes) && n_distinct(column, data) == 2 && !columns.has_any(&[Sex, SexMale]) => {
                Sex
            }
            () if holds_sexes_with_ages(&profile, column, data) && !columns.has_any(&[Sex, SexMale]) => Sex,
            () if is_date(&profile)
                && may_be_birth
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
