//! Recognises rows that are no list of persons by their form: numbers, persons in columns, acts of several sorts in one
//! table. `other_list` recognises lists of something else by their words.

use crate::record::{CellValue, Field, GridRow, fold};

use super::super::headers::{Headers, Rank};
use super::content_profile::ContentProfile;
use super::heading_column::HeadingColumn;
use super::other_list::OtherList;

const BIRTHS_IN_COLUMN: &str = "N NAISSANCE NAISSANCES NAISS BIRTH GEBOORTE";
const DEATHS_IN_COLUMN: &str = "D DECES DEATH OVERLIJDEN";
const OTHERS_IN_COLUMN: &str = "M MARIAGE MARIAGES MARRIAGE HUWELIJK V DIVERS DIVORCE DIVORCES RECONNAISSANCE ADOPTION";

/// The column that says what each row records, where births stand in it and deaths or marriages too: N, D, M, V or the
/// words. `rows` are all rows of the table; the first `n_sample` of them must agree.
pub(super) fn column_of_records(rows: &[&GridRow], n_sample: usize, own_fields: &[u16]) -> Option<u16> {
    let sample = &rows[..rows.len().min(n_sample)];
    let is_one = |text: &str, words: &str| words.split_whitespace().any(|word| word == text);
    let has = |rows: &[&GridRow], column: u16, words: &[&str]| {
        let texts = rows.iter().filter_map(|row| row.value(column)).map(|value| fold(&value.display_text()));
        texts.into_iter().any(|text| words.iter().any(|words| is_one(&text, words)))
    };
    let holds_records = |column: &u16| {
        let values: Vec<String> = sample
            .iter()
            .filter_map(|row| row.value(*column))
            .take_while(|value| matches!(value, CellValue::Text(text) if text.len() <= 16))
            .map(|value| fold(&value.display_text()))
            .collect();
        let all = [BIRTHS_IN_COLUMN, DEATHS_IN_COLUMN, OTHERS_IN_COLUMN];
        values.len() * 10 >= sample.len() * 9 && values.iter().all(|text| all.iter().any(|words| is_one(text, words)))
    };
    let mut columns: Vec<u16> = sample.first()?.cells.iter().map(|(column, _)| *column).collect();
    columns.retain(|column| !own_fields.contains(column));
    columns.into_iter().filter(holds_records).find(|column| {
        has(rows, *column, &[BIRTHS_IN_COLUMN]) && has(rows, *column, &[DEATHS_IN_COLUMN, OTHERS_IN_COLUMN])
    })
}

/// The sort of events that a cell of such a column names; `None` for a birth.
pub(super) fn record_in(value: &CellValue) -> Option<OtherList> {
    let text = fold(&value.display_text());
    let is_one = |words: &str| words.split_whitespace().any(|word| word == text);
    match () {
        () if is_one(DEATHS_IN_COLUMN) => Some(OtherList::Deaths),
        () if is_one(OTHERS_IN_COLUMN) => Some(OtherList::Marriages),
        () => None,
    }
}

/// Whether rows are a table of numbers: more than half of the cells are numbers, and no column holds names, sexes or
/// dates.
pub(super) fn is_statistics(rows: &[&GridRow]) -> bool {
    // The headings are words.
    let has_number =
        |row: &&GridRow| row.cells.iter().any(|(column, _)| ContentProfile::of_column(*column, &[row]).is_numeric());
    let rows = rows.iter().copied().filter(|row| row.cells.len() >= 2);
    let rows: Vec<&GridRow> = rows.skip_while(|row| !has_number(row)).collect();
    let columns = column_profiles(&rows);
    let n_cells: usize = columns.iter().map(|(_, profile)| profile.n()).sum();
    let n_numbers: usize = columns.iter().map(|(_, profile)| profile.numbers).sum();
    let is_of_persons = |profile: &ContentProfile| {
        profile.n() * 2 >= rows.len()
            && (profile.holds_names()
                || profile.share(|p| p.sexes) >= 0.8
                || (profile.share(|p| p.dates) >= 0.8 && profile.share(|p| p.numbers) < 0.5))
    };
    rows.len() >= 2 && n_numbers * 2 >= n_cells && !columns.iter().any(|(_, profile)| is_of_persons(profile))
}

/// Whether a table with columns for men and women counts them instead of ticking one for each person.
pub(super) fn counts_men_and_women(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    // Beside the sex of each person the numbers are those of its household.
    let has_sexes = |column: &HeadingColumn| {
        column.field == Field::Sex && ContentProfile::of_column(column.column, rows).share(|p| p.sexes) >= 0.8
    };
    if columns.iter().any(has_sexes) || are_ages_by_sex(columns, rows) {
        return false;
    }
    [Field::SexMale, Field::SexFemale].iter().all(|field| {
        columns.iter().find(|column| column.field == *field).is_some_and(|column| {
            let profile = ContentProfile::of_column(column.column, rows);
            profile.is_numeric() && profile.share(|p| p.crosses) < 0.5
        })
    })
}

/// Whether the age of each person stands in the column of its sex: each row fills one of the two, some with an age that
/// is no count of a household, and another column holds the names.
fn are_ages_by_sex(columns: &[HeadingColumn], rows: &[&GridRow]) -> bool {
    const FEWEST_ROWS: usize = 3;
    const MOST_COUNTED: f64 = 15.0;
    let of = |field: Field| columns.iter().find(|column| column.field == field).map(|column| column.column);
    let (Some(men), Some(women)) = (of(Field::SexMale), of(Field::SexFemale)) else { return false };
    let ages = |row: &&GridRow| match (row.value(men), row.value(women)) {
        // "4 ans", "7 mois" and "2 ½" are ages.
        (Some(age), None) | (None, Some(age)) => {
            let text = age.display_text();
            let number = text.trim().split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).next()?;
            number.replace(',', ".").parse::<f64>().ok()
        }
        _ => None,
    };
    let ages: Vec<f64> = rows.iter().filter_map(ages).collect();
    let has_names = columns
        .iter()
        .any(|column| column.field.is_name() && !ContentProfile::of_column(column.column, rows).is_numeric());
    has_names && ages.len() >= FEWEST_ROWS && ages.len() == rows.len() && ages.iter().any(|age| *age > MOST_COUNTED)
}

/// Whether a sheet lists the values of drop-down lists: no value stands twice in its column, the columns end on
/// different rows, and the sexes are three at most or the sheet has a name of such lists.
pub(super) fn is_list_of_choices(columns: &[HeadingColumn], rows: &[&GridRow], sheet: &str) -> bool {
    const NAMES: [&str; 16] = [
        "LISTE",
        "LISTES",
        "CHOIX",
        "CODES",
        "PARAMETRES",
        "VALEURS",
        "LISTS",
        "CHOICES",
        "LIJST",
        "LIJSTEN",
        "KEUZES",
        "LISTAS",
        "MENU",
        "MENUS",
        "DONNEES LISTES",
        "LISTES DEROULANTES",
    ];
    use Field::{ActNumber, Age, BirthDate, DeclaredOn, Order};
    let is_of_persons =
        |column: &HeadingColumn| matches!(column.field, Order | ActNumber | Age | BirthDate | DeclaredOn);
    let has_names = columns.iter().filter(|column| column.field.is_name()).count() >= 2;
    if rows.len() < 3 || columns.len() < 2 || has_names || columns.iter().any(is_of_persons) {
        return false;
    }
    let values = |column: &HeadingColumn| -> Vec<(u32, String)> {
        let filled = rows.iter().filter_map(|row| Some((row.row, fold(&row.value(column.column)?.display_text()))));
        filled.collect()
    };
    let lists: Vec<(Field, Vec<(u32, String)>)> = columns.iter().map(|own| (own.field, values(own))).collect();
    let is_distinct = |list: &Vec<(u32, String)>| {
        let mut texts: Vec<&String> = list.iter().map(|(_, text)| text).collect();
        texts.sort_unstable();
        texts.windows(2).all(|two| two[0] != two[1])
    };
    // A list has no gap: its values stand in the first rows.
    let has_no_gap = |list: &Vec<(u32, String)>| list.iter().zip(rows).all(|((row, _), other)| *row == other.row);
    let ends: Vec<usize> = lists.iter().map(|(_, list)| list.len()).collect();
    let has_short_sexes = || lists.iter().any(|(field, list)| *field == Field::Sex && (1..=3).contains(&list.len()));
    lists.iter().all(|(_, list)| is_distinct(list) && has_no_gap(list))
        && ends.iter().any(|end| *end < rows.len())
        && (has_short_sexes() || NAMES.contains(&fold(sheet).as_str()))
}

/// Whether the titles stand down the first column and the persons in the columns beside it: three titles or more, a
/// name among them.
pub(super) fn has_persons_in_columns(rows: &[&GridRow], headers: &Headers) -> bool {
    let mut fields = Vec::new();
    for row in rows.iter().filter(|row| row.cells.len() >= 2) {
        let Some((_, label)) = row.cells.first() else { continue };
        let text = label.to_text();
        let meaning = headers.meaning(text.trim().trim_end_matches([':', ' '])).filter(|m| m.rank <= Rank::Weak);
        let field = meaning.map(|meaning| meaning.field);
        fields.extend(field.filter(|field| field.is_personal() && !fields.contains(field)));
    }
    fields.len() >= 3 && fields.iter().any(|field| field.is_name())
}

/// The columns of rows, each with what its cells look like.
pub(super) fn column_profiles(rows: &[&GridRow]) -> Vec<(u16, ContentProfile)> {
    let mut columns: Vec<u16> = rows.iter().flat_map(|row| row.cells.iter().map(|(column, _)| *column)).collect();
    columns.sort_unstable();
    columns.dedup();
    columns.into_iter().map(|column| (column, ContentProfile::of_column(column, rows))).collect()
}

/// Whether the headings number the persons of a row: `membres[1]/nom`, `membres[2]/nom`, each with a sex, an age or a
/// date of birth of its own.
pub(super) fn holds_several_persons(columns: &[HeadingColumn]) -> bool {
    // The heading without its number, and the number.
    let numbered = |column: &HeadingColumn| {
        let text = &column.text;
        let start = text.find(|c: char| c.is_ascii_digit())?;
        let n_digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let (before, behind) = (&text[..start], &text[start + n_digits..]);
        let is_whole = n_digits <= 2 && before.chars().filter(|c| c.is_alphabetic()).count() >= 3;
        is_whole.then(|| (fold(before), fold(behind), text[start..start + n_digits].to_owned()))
    };
    let parts: Vec<(Field, (String, String, String))> =
        columns.iter().filter_map(|column| Some((column.field, numbered(column)?))).collect();
    let n_persons = |is_meant: &dyn Fn(Field) -> bool| {
        let of_field = parts.iter().filter(|(field, _)| is_meant(*field));
        of_field
            .clone()
            .map(|(_, (before, behind, _))| {
                let is_same = |part: &&&(Field, (String, String, String))| part.1.0 == *before && part.1.1 == *behind;
                let mut numbers: Vec<&String> =
                    of_field.clone().filter(|part| is_same(&part)).map(|part| &part.1.2).collect();
                numbers.sort_unstable();
                numbers.dedup();
                numbers.len()
            })
            .max()
            .unwrap_or(0)
    };
    let describes = |field: Field| {
        matches!(field, Field::Sex | Field::Age | Field::BirthDate | Field::BirthYear | Field::BirthDatePlace)
    };
    n_persons(&|field| field.is_name()) >= 2 && n_persons(&describes) >= 2
}

/// Whether the columns are those of a list of events. A date of arrival alone does not decide: a census sheet may have
/// one.
pub(super) fn is_event_list(columns: &[HeadingColumn]) -> bool {
    let has = |fields: &[Field]| columns.iter().any(|column| fields.contains(&column.field));
    has(&[Field::Event])
        || has(&[Field::EventDate])
            && !has(&[Field::Relation, Field::Fiche, Field::DeclaredOn, Field::DeclaredYear, Field::ActNumber])
}
