//! Divides a cell that holds the name with the sex, the date of birth or the age of a person: `MBALA Ruth / F /
//! 12/03/1990`, `MBALA Ruth (25 ans)`. Only where no column has them.

use std::borrow::Cow;

use crate::record::{CellValue, Field, RawCell, RawRow};

use super::codes::Codes;
use super::dates::{AgeUnit, DateReading, read_age, read_date};

/// Signs between the parts.
const SIGNS: [&str; 5] = [" / ", ";", "|", ",", " - "];

/// Returns the row with the parts of its name's cell in cells of their own.
pub(super) fn with_parts_of_name<'r>(raw: Cow<'r, RawRow>, codes: &Codes) -> Cow<'r, RawRow> {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, FullName, Sex, SexFemale, SexMale};
    let has = |fields: &[Field]| raw.cells.iter().chain(&raw.carried).any(|cell| fields.contains(&cell.field));
    if has(&[Age, BirthDate, BirthDatePlace, BirthYear]) {
        return raw;
    }
    let may_have_sex = !has(&[Sex, SexMale, SexFemale]);
    let found = raw.cells.iter().enumerate().find_map(|(index, cell)| {
        let CellValue::Text(text) = &cell.value else { return None };
        if cell.field != FullName || !text.bytes().any(|b| b.is_ascii_digit()) {
            return None;
        }
        let parts = by_signs(text, codes, may_have_sex);
        let parts = parts.or_else(|| age_in_brackets(text)).or_else(|| age_behind(text))?;
        Some((index, parts))
    });
    let Some((index, parts)) = found else { return raw };
    let mut row = raw.into_owned();
    let column = row.cells[index].column;
    row.cells[index].value = CellValue::Text(parts.name.into());
    let more = parts.more.into_iter();
    row.cells.extend(more.map(|(field, text)| RawCell { column, field, value: CellValue::Text(text.into()) }));
    Cow::Owned(row)
}

/// A cell of a name, divided into the name and what stands beside it.
#[derive(Debug, PartialEq)]
struct DividedName {
    name: String,
    more: Vec<(Field, String)>,
}

/// The parts of a text between signs: one name, and a date or an age, with or without a sex.
fn by_signs(text: &str, codes: &Codes, may_have_sex: bool) -> Option<DividedName> {
    SIGNS.iter().find_map(|sign| {
        let parts: Vec<&str> = text.split(sign).map(str::trim).filter(|part| !part.is_empty()).collect();
        if !(2..=3).contains(&parts.len()) {
            return None;
        }
        let mut more = Vec::new();
        let mut names = Vec::new();
        for part in parts {
            more.push(match () {
                () if codes.sex(part).is_some() && may_have_sex => (Field::Sex, part.to_owned()),
                () if is_date(part) => (Field::BirthDate, part.to_owned()),
                () if is_age(part) => (Field::Age, part.to_owned()),
                () => {
                    names.push(part);
                    continue;
                }
            });
        }
        let [name] = names[..] else { return None };
        let n_of = |fields: &[Field]| more.iter().filter(|(field, _)| fields.contains(field)).count();
        let is_one_person = n_of(&[Field::Sex]) <= 1 && n_of(&[Field::BirthDate, Field::Age]) == 1;
        let is_name = !name.contains(['(', ':'])
            && !name.bytes().any(|b| b.is_ascii_digit())
            && name.contains(char::is_alphabetic);
        (is_one_person && is_name).then(|| DividedName { name: name.to_owned(), more })
    })
}

/// The age in the brackets that end a name: `MBALA Ruth (25 ans)`.
fn age_in_brackets(text: &str) -> Option<DividedName> {
    let (name, rest) = text.split_once('(')?;
    let age = rest.trim_end().strip_suffix(')')?.trim();
    let is_name = name.contains(char::is_alphabetic) && !name.bytes().any(|b| b.is_ascii_digit());
    (is_name && is_age(age))
        .then(|| DividedName { name: name.trim().to_owned(), more: vec![(Field::Age, age.to_owned())] })
}

/// The age of two words that ends a name: `MBALA Ruth 25 ans`.
fn age_behind(text: &str) -> Option<DividedName> {
    let (rest, unit) = text.trim_end().rsplit_once(' ')?;
    let (name, number) = rest.trim_end().rsplit_once(' ')?;
    let age = format!("{number} {unit}");
    let is_name = name.contains(' ') && !name.bytes().any(|b| b.is_ascii_digit());
    let is_number = number.bytes().all(|b| b.is_ascii_digit());
    let name = name.trim_end_matches([' ', '-', ':']).to_owned();
    (is_name && is_number && unit.len() > 1 && is_age(&age))
        .then(|| DividedName { name, more: vec![(Field::Age, age)] })
}

fn is_date(text: &str) -> bool {
    const FEWEST_DIGITS: usize = 4;
    let n_digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_read = || matches!(read_date(&CellValue::Text(text.into()), None), DateReading::Read(_));
    n_digits >= FEWEST_DIGITS && !text.contains("ans") && is_read()
}

/// Whether a text is an age with its unit.
fn is_age(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(char::is_alphabetic)
        && read_age(text, AgeUnit::Years).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;
    use crate::record::RowAt;

    #[test]
    fn a_cell_of_a_name_and_more_is_divided() {
        let codes = Codes::new(&CodeWords::default()).expect("the built-in lists are valid");
        let read = |text: &str| {
            let cells = vec![RawCell { column: 1, field: Field::FullName, value: CellValue::Text(text.into()) }];
            let raw = RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None };
            let row = with_parts_of_name(Cow::Owned(raw), &codes).into_owned();
            let shown = row.cells.iter().map(|cell| format!("{}={}", cell.field.code(), cell.value.to_text()));
            shown.collect::<Vec<_>>().join(" ")
        };
        for (text, expected) in [
            ("MBALA Ruth / F / 12/03/1990", "full_name=MBALA Ruth sex=F birth_date=12/03/1990"),
            ("MBALA Ruth; 1990; féminin", "full_name=MBALA Ruth birth_date=1990 sex=féminin"),
            ("MBALA Ruth / M / 25 ans", "full_name=MBALA Ruth sex=M age=25 ans"),
            ("MBALA Ruth (25 ans)", "full_name=MBALA Ruth age=25 ans"),
            ("MBALA Ruth, 8 mois", "full_name=MBALA Ruth age=8 mois"),
            ("MBALA Ruth 25 ans", "full_name=MBALA Ruth age=25 ans"),
            ("MBALA Ruth - 25 ans", "full_name=MBALA Ruth age=25 ans"),
            ("MBALA Ruth (2)", "full_name=MBALA Ruth (2)"),
            ("MBALA Ruth / MBALA Paul / 1990", "full_name=MBALA Ruth / MBALA Paul / 1990"),
            ("MBALA, Ruth", "full_name=MBALA, Ruth"),
            ("1. MBALA Ruth", "full_name=1. MBALA Ruth"),
        ] {
            assert_eq!(read(text), expected, "{text}");
        }
    }
}
