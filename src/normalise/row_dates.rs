//! The dates of a row: date of birth (with the place, if they share a cell) and date of declaration.

use chrono::NaiveDate;

use crate::record::{CellText, CellValue, Doubt, DoubtKind, Field, PartialDate, RawRow, Text};

use super::dates::{DateReading, date_and_place, read_date};
use super::text::{clean, is_placeholder};

/// Day, month and year of birth in columns of their own.
const BIRTH_PARTS: [Field; 3] = [Field::BirthDay, Field::BirthMonth, Field::BirthYear];
/// Day, month and year of declaration in columns of their own.
const DECLARED_PARTS: [Field; 3] = [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear];

/// A date read from one cell, or from three.
struct DateCell<'r> {
    reading: DateReading,
    /// Column of the cell, or of the first of three.
    column: u16,
    typed: CellText<'r>,
}

impl DateCell<'_> {
    fn doubt(self, kind: DoubtKind) -> Doubt {
        Doubt { kind, column: Some(self.column), value: self.typed.into_owned() }
    }
}

/// Reads the date of one cell, or of a day, a month and a year in three; `None` if no cell is filled.
fn read_date_cell(raw: &RawRow, whole: Field, parts: [Field; 3], base_year: Option<i32>) -> Option<DateCell<'_>> {
    if let Some(cell) = raw.cell(whole) {
        let reading = read_date(&cell.value, base_year);
        return Some(DateCell { reading, column: cell.column, typed: cell.value.display_text() });
    }
    let cells = parts.map(|part| raw.cell(part));
    let [day, month, year] = cells.map(|cell| {
        let typed = cell.map(|cell| cell.value.display_text()).unwrap_or_default();
        if is_placeholder(&typed) { None } else { Some(typed.trim().to_owned()) }
    });
    let column = cells.iter().flatten().next()?.column;
    let typed = cells.iter().flatten().map(|cell| cell.value.to_text()).collect::<Vec<_>>().join("/");
    // A day without its month is ignored.
    let day = day.filter(|_| month.is_some());
    let filled: Vec<String> = [day, month, year].into_iter().flatten().collect();
    let reading = read_date(&CellValue::Text(filled.join(" ").into()), base_year);
    Some(DateCell { reading, column, typed: CellText::Owned(typed.into()) })
}

/// Reads date and place of birth, from columns of their own or from one cell that contains both.
pub(super) fn birth_date_and_place(
    raw: &RawRow,
    base_year: i32,
    doubts: &mut Vec<Doubt>,
) -> (Option<PartialDate>, Text) {
    let own_place = clean(&raw.field_text(Field::BirthPlace));
    let Some(cell) = raw.cell(Field::BirthDatePlace) else {
        let date = read_date_cell(raw, Field::BirthDate, BIRTH_PARTS, Some(base_year));
        return (birth_date(raw, date, base_year, doubts), own_place.into());
    };
    let typed = cell.value.display_text();
    let (reading, place) = match &cell.value {
        CellValue::Text(text) if !is_placeholder(text) => date_and_place(text, Some(base_year)),
        value => (read_date(value, Some(base_year)), String::new()),
    };
    let date = DateCell { reading, column: cell.column, typed };
    let place = if own_place.is_empty() { clean(&place) } else { own_place };
    (birth_date(raw, Some(date), base_year, doubts), place.into())
}

/// Returns the date of birth; without one, the year that the age gives. A date that cannot be read becomes a doubt.
fn birth_date(
    raw: &RawRow,
    date: Option<DateCell<'_>>,
    base_year: i32,
    doubts: &mut Vec<Doubt>,
) -> Option<PartialDate> {
    let Some(cell) = date else { return birth_year_from_age(raw, base_year) };
    let (born, doubt) = match cell.reading {
        DateReading::Missing => return birth_year_from_age(raw, base_year),
        DateReading::Read(date) => return Some(date),
        DateReading::FromNumber(date) => (Some(date), DoubtKind::BirthDateAsNumber),
        DateReading::Impossible => (None, DoubtKind::ImpossibleBirthDate),
        DateReading::Unreadable => (None, DoubtKind::UnreadableBirthDate),
    };
    doubts.push(cell.doubt(doubt));
    born
}

/// Returns the approximate year of birth that an age in years gives.
fn birth_year_from_age(raw: &RawRow, base_year: i32) -> Option<PartialDate> {
    let typed = raw.field_text(Field::Age);
    let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
    let years: i32 = digits.parse().ok().filter(|years| *years <= 130)?;
    PartialDate::year_only(base_year - years, true)
}

/// Returns the day of declaration; a date that cannot be read to the day becomes a doubt.
pub(super) fn declaration_date(raw: &RawRow, year: Option<i32>, doubts: &mut Vec<Doubt>) -> Option<NaiveDate> {
    let cell = read_date_cell(raw, Field::DeclaredOn, DECLARED_PARTS, year)?;
    let day = cell.reading.date().and_then(|date| date.known_day());
    if day.is_none() && cell.reading != DateReading::Missing {
        doubts.push(cell.doubt(DoubtKind::UnreadableDeclarationDate));
    }
    day
}
