//! Rows -> clean rows. Total: never fails, never drops a row; what it can't read it notes.
//!
//! Nothing is corrected here and nothing judged: text as typed stays with the raw row, validation says what a doubt
//! means. The order of transforms of a text is the order of calls in [`text::clean`].

mod codes;
mod dates;
mod fiches;
mod names;
mod places;
mod text;

use chrono::{Datelike, NaiveDate};

use crate::record::{
    ActRef, ActRow, Category, CellValue, CleanRow, Context, Doubt, DoubtKind, Fiche, Field, Fnv, Kind, PartialDate,
    QuartierId, RawFile, RawRow,
};

pub use codes::{CodeWords, Codes};
pub use dates::{DateReading, read_date};
pub use places::Quartiers;
pub use text::clean;

/// A file's rows of data, clean.
#[derive(Debug, Clone, Default)]
pub struct CleanFile {
    /// One entry for each row of data, in the file's order.
    pub rows: Vec<CleanEntry>,
    /// The fiches the rows point into.
    pub fiches: Vec<Fiche>,
}

/// A clean row and what could not be read in it.
#[derive(Debug, Clone)]
pub struct CleanEntry {
    /// The row.
    pub row: CleanRow,
    /// What was doubtful.
    pub doubts: Vec<Doubt>,
}

/// What normalising needs beside the rows.
#[derive(Debug, Clone)]
pub struct Lists {
    /// The commune's quartiers.
    pub quartiers: Quartiers,
    /// Words for sex, relation, marital status and category.
    pub codes: Codes,
    /// Day of the run: two-digit years and ages are reckoned from the round's year, and from this day without one.
    pub today: NaiveDate,
}

/// Cleans every row of data of a file.
#[must_use]
pub fn clean_file(file: &RawFile, lists: &Lists) -> CleanFile {
    let mut fiches = fiches::Fiches::default();
    let blank_means_direct = marks_categories(file, &lists.codes);
    let mut rows = Vec::new();
    for raw in file.rows.iter().filter(|row| row.left_out.is_none()) {
        let context = file.contexts.get(raw.context as usize).cloned().unwrap_or_default();
        let mut entry = clean_row(raw, &context, file.kind, lists);
        match &mut entry.row.act {
            Some(act) if act.category == Category::Unknown && blank_means_direct => act.category = Category::Direct,
            Some(_) => {}
            None => entry.row.fiche = fiches.of(raw, &context, &entry.row),
        }
        rows.push(entry);
    }
    CleanFile { rows, fiches: fiches.list }
}

/// Whether a register marks its categories, so that an act without a mark was declared by a parent.
fn marks_categories(file: &RawFile, codes: &Codes) -> bool {
    file.kind == Kind::Birth && file.rows.iter().any(|row| codes.category(&row.shown(Field::Remarks)).is_some())
}

fn clean_row(raw: &RawRow, context: &Context, kind: Kind, lists: &Lists) -> CleanEntry {
    let mut doubts = Vec::new();
    for cell in &raw.cells {
        if let CellValue::Error(text) = &cell.value {
            doubts.push(Doubt { kind: DoubtKind::ErrorCell, column: Some(cell.column), value: text.to_string() });
        }
    }
    let year = raw
        .cell(Field::Year)
        .and_then(|cell| read_date(&cell.value, None).date())
        .map(|date| date.year())
        .or(context.year);
    let declared = declared_on(raw, year, &mut doubts);
    let reckoned_from = year.unwrap_or_else(|| declared.map_or(lists.today.year(), |day| day.year()));
    let act = (kind == Kind::Birth).then(|| {
        Box::new(ActRow {
            act: act_ref(&raw.shown(Field::ActNumber), year),
            declared_on: declared,
            category: lists.codes.category(&raw.shown(Field::Remarks)).unwrap_or(Category::Unknown),
            father: names::person_in_one_cell(&raw.shown(Field::Father)),
            mother: names::person_in_one_cell(&raw.shown(Field::Mother)),
        })
    });
    let row = CleanRow {
        at: raw.at,
        key: row_key(raw, context, kind),
        fiche: None,
        name: names::name_of(raw),
        sex: coded(raw, Field::Sex, DoubtKind::UnknownSex, &mut doubts, |text| lists.codes.sex(text)),
        born: born_on(raw, reckoned_from, &mut doubts),
        birth_place: text::clean(&raw.shown(Field::BirthPlace)).into(),
        quartier: quartier_of(raw, context, &lists.quartiers, &mut doubts),
        relation: coded(raw, Field::Relation, DoubtKind::UnknownRelation, &mut doubts, |text| {
            lists.codes.relation(text)
        }),
        marital_status: coded(raw, Field::MaritalStatus, DoubtKind::UnknownMaritalStatus, &mut doubts, |text| {
            lists.codes.marital_status(text)
        }),
        occupation: text::clean(&raw.shown(Field::Occupation)).into(),
        seen_in: match &act {
            Some(act) => act.declared_on.map(|day| day.year()).or(year),
            None => year,
        },
        act,
    };
    CleanEntry { row, doubts }
}

/// Hash of what a row says and of what stands above it; running number, file name and place are left out, so that a
/// row keeps its key when others are put before it or the file gets another name.
fn row_key(raw: &RawRow, context: &Context, kind: Kind) -> u64 {
    let mut hash = Fnv::default().with(kind.code().as_bytes());
    for told in [&context.quartier, &context.avenue, &context.parcel, &context.fiche] {
        hash = hash.with(told.as_deref().unwrap_or("").as_bytes());
    }
    hash = hash.with(context.year.map(|year| year.to_string()).unwrap_or_default().as_bytes());
    for cell in raw.cells.iter().filter(|cell| cell.field != Field::Order) {
        hash = hash.with(&cell.column.to_le_bytes()).with(cell.value.shown().as_bytes());
    }
    hash.finish()
}

/// Reads a coded column; a text that is in no list is a doubt.
fn coded<T>(
    raw: &RawRow,
    field: Field,
    kind: DoubtKind,
    doubts: &mut Vec<Doubt>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let cell = raw.cell(field)?;
    let typed = cell.value.shown();
    if text::is_placeholder(&typed) {
        return None;
    }
    let value = read(&typed);
    if value.is_none() {
        doubts.push(Doubt { kind, column: Some(cell.column), value: typed });
    }
    value
}

fn born_on(raw: &RawRow, reckoned_from: i32, doubts: &mut Vec<Doubt>) -> Option<PartialDate> {
    let Some(cell) = raw.cell(Field::BirthDate) else { return age(raw, reckoned_from) };
    let mut doubt = |kind| doubts.push(Doubt { kind, column: Some(cell.column), value: cell.value.shown() });
    match read_date(&cell.value, Some(reckoned_from)) {
        DateReading::Missing => age(raw, reckoned_from),
        DateReading::Read(date) => Some(date),
        DateReading::FromNumber(date) => {
            doubt(DoubtKind::BirthDateAsNumber);
            Some(date)
        }
        DateReading::Impossible => {
            doubt(DoubtKind::ImpossibleBirthDate);
            None
        }
        DateReading::Unreadable => {
            doubt(DoubtKind::UnreadableBirthDate);
            None
        }
    }
}

/// An age in years gives an approximate year of birth.
fn age(raw: &RawRow, reckoned_from: i32) -> Option<PartialDate> {
    let typed = raw.shown(Field::Age);
    let digits: String = typed.chars().take_while(char::is_ascii_digit).collect();
    let years: i32 = digits.parse().ok().filter(|years| *years <= 130)?;
    PartialDate::year_only(reckoned_from - years, true)
}

fn declared_on(raw: &RawRow, year: Option<i32>, doubts: &mut Vec<Doubt>) -> Option<NaiveDate> {
    let cell = raw.cell(Field::DeclaredOn)?;
    let reading = read_date(&cell.value, year);
    let day = reading.date().and_then(|date| date.known_day());
    if day.is_none() && reading != DateReading::Missing {
        doubts.push(Doubt {
            kind: DoubtKind::UnreadableDeclarationDate,
            column: Some(cell.column),
            value: cell.value.shown(),
        });
    }
    day
}

/// `00012/2015`, `12`, `12/3/2015` (number, folio or volume, year): the first number is the act's, a year ends it.
fn act_ref(typed: &str, year: Option<i32>) -> Option<ActRef> {
    let typed = text::clean(typed);
    let numbers: Vec<u32> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map_while(|digits| digits.parse().ok())
        .collect();
    let number = *numbers.first()?;
    let own_year = numbers.iter().skip(1).rev().find(|n| (1900..2100).contains(*n)).map(|n| *n as i32);
    Some(ActRef { number, year: own_year.or(year), typed })
}

/// The quartier by the row's own cell, else the lines above, else the file's name.
fn quartier_of(raw: &RawRow, context: &Context, quartiers: &Quartiers, doubts: &mut Vec<Doubt>) -> Option<QuartierId> {
    let cell = raw.cell(Field::Quartier).map(|cell| (cell.value.shown(), Some(cell.column)));
    let typed = [
        cell,
        context.quartier.clone().map(|text| (text, None)),
        context.quartier_of_file.clone().map(|text| (text, None)),
    ];
    let mut from_file = false;
    for (place, told) in typed.into_iter().enumerate() {
        let Some((text, column)) = told.filter(|(text, _)| !text::is_placeholder(text)) else { continue };
        from_file |= place == 2;
        match if from_file { quartiers.within(&text) } else { quartiers.recognise(&text) } {
            Some((id, true)) => return Some(id),
            Some((id, false)) => {
                doubts.push(Doubt { kind: DoubtKind::QuartierGuessed, column, value: text });
                return Some(id);
            }
            // A file's name need not hold a quartier.
            None if from_file => {}
            None => doubts.push(Doubt { kind: DoubtKind::UnknownQuartier, column, value: text }),
        }
    }
    None
}
