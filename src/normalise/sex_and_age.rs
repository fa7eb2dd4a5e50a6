//! Divides a cell that holds the sex and the age of a person: `M/34`, `F 27 ans`, `12 ans/F`, and the end of a name:
//! `MBALA Ruth (F, 12 ans)`.
//!
//! `1-Masculin` is a code and `8 M` may be eight months, so the cells of a column are looked at together first.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::record::{CellValue, Doubt, DoubtKind, Field, RawCell, RawRow, Sex};

use super::codes::Codes;
use super::dates::{AgeUnit, read_age};
use super::text::is_placeholder;

/// A sex and an age, or a year or date of birth, in one text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct SexWithAge<'t> {
    sex: Sex,
    sex_text: &'t str,
    age_text: &'t str,
    /// Whether a unit, or a sign between the two, shows that the number is an age.
    is_sure: bool,
    /// Whether the letter behind the number may be its unit: `8 M`.
    may_be_unit: bool,
}

/// The columns of sexes and ages in which both stand in one cell, as sheet and column.
#[derive(Debug, Default)]
pub(super) struct SexAgeColumns {
    divided: Vec<(u16, u16)>,
    /// The sheets in which the age of a person stands in the column of its sex.
    ages_by_sex: Vec<u16>,
}

/// What the cells of one column show.
#[derive(Debug, Default)]
struct PairEvidence {
    is_sure: bool,
    /// The first age of each sex.
    first_ages: BTreeMap<Sex, String>,
    has_several_ages: bool,
    /// Whether a sex stands where no unit may.
    has_sex: bool,
}

impl SexAgeColumns {
    pub(super) fn new(rows: &[RawRow], codes: &Codes) -> Self {
        let mut columns: BTreeMap<(u16, u16), PairEvidence> = BTreeMap::new();
        let mut ages_by_sex = Vec::new();
        for row in rows.iter().filter(|row| row.left_out.is_none()) {
            for cell in &row.cells {
                if matches!(cell.field, Field::SexMale | Field::SexFemale) {
                    let is_new = ages_by_sex.last() != Some(&row.at.sheet);
                    let is_shown = age_in(cell).is_some_and(|age| age > 1) || year_in(cell).is_some();
                    ages_by_sex.extend((is_new && is_shown).then_some(row.at.sheet));
                }
                let CellValue::Text(text) = &cell.value else { continue };
                if !matches!(cell.field, Field::Sex | Field::Age) {
                    continue;
                }
                if let Some(pair) = sex_with_age(text, codes) {
                    columns.entry((row.at.sheet, cell.column)).or_default().add(&pair, cell.field);
                }
            }
        }
        let divided = columns.into_iter().filter(|(_, evidence)| evidence.shows_pairs());
        Self { divided: divided.map(|(column, _)| column).collect(), ages_by_sex }
    }

    fn holds(&self, row: &RawRow, cell: &RawCell) -> bool {
        self.divided.binary_search(&(row.at.sheet, cell.column)).is_ok()
    }
}

impl PairEvidence {
    fn add(&mut self, pair: &SexWithAge<'_>, field: Field) {
        self.is_sure |= pair.is_sure;
        self.has_sex |= field == Field::Sex || !pair.may_be_unit;
        let first = self.first_ages.entry(pair.sex).or_insert_with(|| pair.age_text.to_owned());
        self.has_several_ages |= first != pair.age_text;
    }

    /// Whether the numbers are ages: a code has one number for each sex.
    fn shows_pairs(&self) -> bool {
        self.has_sex && (self.is_sure || self.has_several_ages)
    }
}

/// Returns the row with the sex and the age of one cell in two cells of one column. A sex or an age in a column of its
/// own has priority; a different one leaves a doubt.
pub(super) fn with_sex_and_age<'r>(
    raw: &'r RawRow,
    columns: &SexAgeColumns,
    codes: &Codes,
    doubts: &mut Vec<Doubt>,
) -> Cow<'r, RawRow> {
    let divided = raw.cells.iter().position(|cell| {
        matches!(cell.field, Field::Sex | Field::Age) && !columns.divided.is_empty() && columns.holds(raw, cell)
    });
    let text_of = |index: usize| match &raw.cells[index].value {
        CellValue::Text(text) => Some(text.as_str()),
        _ => None,
    };
    if let Some((index, pair)) = divided.and_then(|index| Some((index, sex_with_age(text_of(index)?, codes)?))) {
        return Cow::Owned(divide_cell(raw, index, &pair, codes, doubts));
    }
    if let Some(age) = age_below_sex(raw, columns) {
        let mut row = raw.clone();
        row.cells.push(age);
        return Cow::Owned(row);
    }
    match name_with_pair(raw, codes) {
        Some((index, name, pair)) => {
            let mut row = raw.clone();
            let cell = raw.cells[index].clone();
            let value = raw.cells[index].value.to_text();
            let removed = value.get(name.len()..).unwrap_or_default().trim().to_owned();
            doubts.push(Doubt { kind: DoubtKind::NotPartOfName, column: Some(cell.column), value: removed });
            row.cells[index].value = CellValue::Text(name.into());
            row.cells.extend(cells_of_pair(&cell, &pair));
            Cow::Owned(row)
        }
        None => Cow::Borrowed(raw),
    }
}

/// The age in the column of a sex, as a cell of its own, if no column has an age or a date of birth.
fn age_below_sex(raw: &RawRow, columns: &SexAgeColumns) -> Option<RawCell> {
    if !columns.ages_by_sex.contains(&raw.at.sheet) {
        return None;
    }
    let has_own = |cell: &RawCell| matches!(cell.field, Field::Age | Field::BirthDate | Field::BirthYear);
    let mut ages = raw.cells.iter().filter(|cell| matches!(cell.field, Field::SexMale | Field::SexFemale));
    let cell = ages.find(|cell| age_in(cell).is_some() || year_in(cell).is_some())?;
    let field = if year_in(cell).is_some() { Field::BirthYear } else { Field::Age };
    (!raw.cells.iter().any(has_own)).then(|| RawCell { field, ..cell.clone() })
}

/// The year of birth in a cell.
fn year_in(cell: &RawCell) -> Option<u32> {
    cell.value.display_text().trim().parse().ok().filter(|year| (1850..=2100).contains(year))
}

/// The whole number of years in a cell.
fn age_in(cell: &RawCell) -> Option<u32> {
    cell.value.display_text().trim().parse().ok().filter(|age| *age <= 120)
}

fn divide_cell(raw: &RawRow, index: usize, pair: &SexWithAge<'_>, codes: &Codes, doubts: &mut Vec<Doubt>) -> RawRow {
    let mut row = raw.clone();
    let cell = row.cells.remove(index);
    let is_filled = |cell: &&RawCell| !is_placeholder(&cell.value.display_text());
    let own = |field: Field| row.cells.iter().filter(is_filled).find(|other| other.field == field);
    let [sex, age] = cells_of_pair(&cell, pair);
    let (own_sex, own_age) = (own(Field::Sex), own(age.field));
    if own_sex.is_some_and(|own| codes.sex(&own.value.display_text()).is_some_and(|own| own != pair.sex)) {
        doubts.push(cell.doubt(DoubtKind::UnknownSex));
    }
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    if own_age.is_some_and(|own| digits(&own.value.display_text()) != digits(pair.age_text)) {
        doubts.push(cell.doubt(DoubtKind::AgeAgainstDate));
    }
    let (keeps_sex, keeps_age) = (own_sex.is_none(), own_age.is_none());
    // A cell of the same field that says nothing must not come first.
    row.cells.retain(|other| {
        let is_replaced = keeps_sex && other.field == sex.field || keeps_age && other.field == age.field;
        !is_replaced
    });
    row.cells
        .extend([(keeps_sex, sex), (keeps_age, age)].into_iter().filter_map(|(keeps, cell)| keeps.then_some(cell)));
    row
}

/// The cell of the sex and that of the age, or of the date, that a pair gives.
fn cells_of_pair(cell: &RawCell, pair: &SexWithAge<'_>) -> [RawCell; 2] {
    let with = |field: Field, text: &str| RawCell { column: cell.column, field, value: CellValue::Text(text.into()) };
    let field = if is_date(pair.age_text) { Field::BirthDate } else { Field::Age };
    [with(Field::Sex, pair.sex_text), with(field, pair.age_text)]
}

/// Whether a text is a year or has three numbers.
fn is_date(text: &str) -> bool {
    let mut numbers = text.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
    let first = numbers.next().unwrap_or_default();
    first.len() == 4 || numbers.count() == 2
}

/// The name whose cell ends in a sex and an age, where no column has either: index of the cell, the name, the pair.
fn name_with_pair<'r>(raw: &'r RawRow, codes: &Codes) -> Option<(usize, &'r str, SexWithAge<'r>)> {
    use Field::{Age, BirthDate, BirthDatePlace, BirthYear, Sex, SexFemale, SexMale};
    let has_digit = |cell: &RawCell| {
        let CellValue::Text(text) = &cell.value else { return false };
        cell.field.is_name() && text.bytes().any(|b| b.is_ascii_digit())
    };
    let index = raw.cells.iter().position(has_digit)?;
    let is_own =
        |cell: &RawCell| matches!(cell.field, Age | BirthDate | BirthDatePlace | BirthYear | Sex | SexFemale | SexMale);
    if raw.cells.iter().chain(&raw.carried).any(is_own) {
        return None;
    }
    let CellValue::Text(text) = &raw.cells[index].value else { return None };
    let (name, pair) = name_before_pair(text, codes)?;
    Some((index, name, pair))
}

/// The name and the pair in `MBALA Ruth (F, 12 ans)` or `MBALA Ruth F/12 ans`.
fn name_before_pair<'t>(text: &'t str, codes: &Codes) -> Option<(&'t str, SexWithAge<'t>)> {
    const MOST_WORDS: usize = 5;
    let is_name = |name: &str| name.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    if let Some((name, inside)) = text.trim_end().strip_suffix([')', ']']).and_then(|text| text.rsplit_once(['(', '[']))
    {
        let pair = sex_with_age(inside, codes)?;
        return is_name(name).then(|| (name.trim_end(), pair));
    }
    let starts = text.match_indices([' ', ',', ';']).map(|(at, sign)| at + sign.len());
    let starts: Vec<usize> = starts.collect();
    let last = &starts[starts.len().saturating_sub(MOST_WORDS)..];
    last.iter().find_map(|at| {
        let (name, end) = text.split_at(*at);
        let pair = sex_with_age(end, codes).filter(|pair| pair.is_sure)?;
        is_name(name).then(|| (name.trim_end_matches([' ', ',', ';', '-', ':', '/']), pair))
    })
}

fn is_sign(c: char) -> bool {
    c.is_whitespace() || matches!(c, '/' | '\\' | '-' | '–' | ',' | ';' | ':' | '.' | '|' | '(' | ')' | '+' | '_')
}

/// Reads a sex before or behind an age; `None` for any other text.
fn sex_with_age<'t>(text: &'t str, codes: &Codes) -> Option<SexWithAge<'t>> {
    const MAX_LENGTH: usize = 40;
    let (mut has_digit, mut has_letter) = (false, false);
    for byte in text.bytes() {
        has_digit |= byte.is_ascii_digit();
        has_letter |= byte.is_ascii_alphabetic();
    }
    let text = text.trim_matches(is_sign);
    if !has_digit || !has_letter || text.len() > MAX_LENGTH {
        return None;
    }
    let first = text.find(|c: char| c.is_ascii_digit())?;
    let last = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (head, number, tail) = (&text[..first], &text[first..last], &text[last..]);
    if !is_age_or_date(number) {
        return None;
    }
    let has_sign = |gap: &str| gap.contains(['/', ',', ';', '|', '(']);
    let is_age = |unit: &str| unit.is_empty() || read_age(&format!("{number} {unit}"), AgeUnit::Years).is_some();
    let bare = |part: &'t str| part.trim_matches(is_sign);
    if !head.is_empty() {
        let (sex_text, unit) = (bare(head), bare(tail));
        let sex = codes.sex(sex_text).filter(|_| is_age(unit))?;
        let is_sure = !unit.is_empty() || has_sign(head) || number.len() > 1;
        return Some(SexWithAge { sex, sex_text, age_text: text[first..].trim_end(), is_sure, may_be_unit: false });
    }
    let words = bare(tail);
    let (unit, sex_text) = words.rsplit_once(is_sign).unwrap_or(("", words));
    let unit = bare(unit);
    let sex = codes.sex(sex_text).filter(|_| is_age(unit))?;
    let is_sure = !unit.is_empty() || has_sign(tail) && number.len() > 1;
    let may_be_unit = unit.is_empty() && is_age(sex_text);
    let end = last + tail.rfind(sex_text).unwrap_or(0);
    let age_text = text[..end].trim_end_matches(is_sign);
    Some(SexWithAge { sex, sex_text, age_text, is_sure, may_be_unit })
}

/// Whether a text of digits and signs is an age, a year or a date.
fn is_age_or_date(number: &str) -> bool {
    let is_allowed = |c: char| c.is_ascii_digit() || matches!(c, '/' | '-' | '.' | ',' | ' ');
    if !number.chars().all(is_allowed) {
        return false;
    }
    let lengths: Vec<usize> =
        number.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::len).collect();
    match lengths[..] {
        [digits] => digits <= 2 || number.parse().is_ok_and(|n: u32| n <= 120 || (1850..=2100).contains(&n)),
        [whole, decimals] => whole <= 2 && decimals <= 1,
        [_, _, _] => lengths.iter().all(|digits| *digits <= 4),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::normalise::CodeWords;
    use crate::record::RowAt;

    fn codes() -> Codes {
        Codes::new(&CodeWords::default()).expect("the built-in lists are valid")
    }

    #[test]
    fn a_sex_and_an_age_are_read_from_one_text() {
        let codes = codes();
        for (text, expected) in [
            ("M/34", Some((Sex::Male, "34"))),
            ("F 27 ans", Some((Sex::Female, "27 ans"))),
            ("Femme, 8 mois", Some((Sex::Female, "8 mois"))),
            ("34/M", Some((Sex::Male, "34"))),
            ("12 ans/F", Some((Sex::Female, "12 ans"))),
            ("12ans F", Some((Sex::Female, "12ans"))),
            ("41F", Some((Sex::Female, "41"))),
            ("H41", Some((Sex::Male, "41"))),
            ("M - 1985", Some((Sex::Male, "1985"))),
            ("F 12/03/1990", Some((Sex::Female, "12/03/1990"))),
            ("8 mois", None),
            ("27 ans", None),
            ("M", None),
            ("vers 1950", None),
            ("M/F 12", None),
            ("F 12345", None),
        ] {
            let pair = sex_with_age(text, &codes).map(|pair| (pair.sex, pair.age_text));
            assert_eq!(pair, expected, "{text}");
        }
    }

    fn cell(column: u16, field: Field, text: &str) -> RawCell {
        RawCell { column, field, value: CellValue::Text(text.into()) }
    }

    fn row(cells: Vec<RawCell>) -> RawRow {
        RawRow { at: RowAt::default(), context: 0, cells, carried: Vec::new(), left_out: None }
    }

    #[test]
    fn a_column_of_codes_or_of_months_is_not_divided() {
        let codes = codes();
        for (field, texts, is_divided) in [
            (Field::Sex, &["M/34", "F/28"][..], true),
            (Field::Sex, &["1-Masculin", "2-Féminin", "1-Masculin"], false),
            (Field::Sex, &["M1", "F2", "M1"], false),
            (Field::Sex, &["M5", "F2", "M7"], true),
            (Field::Age, &["27 ans F", "8 mois"], true),
            (Field::Age, &["34M", "28F", "8M"], true),
            (Field::Age, &["8M", "11 M", "27"], false),
        ] {
            let rows: Vec<RawRow> = texts.iter().map(|text| row(vec![cell(1, field, text)])).collect();
            let columns = SexAgeColumns::new(&rows, &codes);
            assert_eq!(!columns.divided.is_empty(), is_divided, "{texts:?}");
        }
    }

    #[test]
    fn a_pair_becomes_two_cells_and_one_that_contradicts_its_row_leaves_a_doubt() {
        let codes = codes();
        let columns = SexAgeColumns { divided: vec![(0, 1)], ages_by_sex: vec![0] };
        for (cells, expected, n_doubts) in [
            (vec![cell(1, Field::Sex, "M/34")], &[(Field::Sex, "M"), (Field::Age, "34")][..], 0),
            (
                vec![cell(0, Field::Sex, "F"), cell(1, Field::Age, "34 ans M")],
                &[(Field::Sex, "F"), (Field::Age, "34 ans")],
                1,
            ),
            (vec![cell(3, Field::SexMale, "34")], &[(Field::SexMale, "34"), (Field::Age, "34")], 0),
            (vec![cell(1, Field::Sex, "M/1985")], &[(Field::Sex, "M"), (Field::BirthDate, "1985")], 0),
            (
                vec![cell(0, Field::FullName, "MBALA Ruth (F, 12 ans)")],
                &[(Field::FullName, "MBALA Ruth"), (Field::Sex, "F"), (Field::Age, "12 ans")],
                1,
            ),
            (
                vec![cell(0, Field::FullName, "MBALA Ruth, 12 ans, F")],
                &[(Field::FullName, "MBALA Ruth"), (Field::Sex, "F"), (Field::Age, "12 ans")],
                1,
            ),
            (
                vec![cell(0, Field::FullName, "MBALA M 34")],
                &[(Field::FullName, "MBALA"), (Field::Sex, "M"), (Field::Age, "34")],
                1,
            ),
            (vec![cell(0, Field::FullName, "Marie 2")], &[(Field::FullName, "Marie 2")], 0),
        ] {
            let (raw, mut doubts) = (row(cells), Vec::new());
            let divided = with_sex_and_age(&raw, &columns, &codes, &mut doubts);
            let shown: Vec<(Field, String)> =
                divided.cells.iter().map(|cell| (cell.field, cell.value.to_text())).collect();
            let expected: Vec<(Field, String)> =
                expected.iter().map(|(field, text)| (*field, (*text).to_owned())).collect();
            assert_eq!((shown, doubts.len()), (expected, n_doubts), "{raw:?}");
        }
    }
}
