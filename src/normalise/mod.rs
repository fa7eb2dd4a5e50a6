//! Rows -> clean rows. Total: never fails, never drops a row; what it can't read it notes.
//!
//! Nothing is corrected here and nothing judged: text as typed stays with the raw row, validation says what a doubt
//! means. The order of transforms of a text is the order of calls in [`text::clean`].

mod codes;
mod dates;
mod events;
mod fiches;
mod names;
mod places;
mod quartier;
mod ruled;
mod text;

use chrono::{Datelike, NaiveDate};

use crate::record::{
    ActRef, ActRow, Category, CellValue, CleanRow, Context, Doubt, DoubtKind, Fiche, Field, Fnv, Kind, PartialDate,
    RawFile, RawRow, Relation, Sex, Shown, Text,
};

pub use codes::{CodeWords, Codes};
pub use dates::{DateReading, read_date};
pub use places::Quartiers;
pub use ruled::ruled_value;
pub use text::clean;

use quartier::{Surroundings, quartier_of};

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
    let events = events::OfSheets::new(file, lists);
    let (blank, mut rows) = (Context::default(), Vec::new());
    let (nothing, told) = (Surroundings::new(&blank), file.contexts.iter().map(Surroundings::new).collect::<Vec<_>>());
    for raw in file.rows.iter().filter(|row| row.left_out.is_none()) {
        let told = told.get(raw.context as usize).unwrap_or(&nothing);
        let mut entry = clean_row(raw, told, file.kind, &events, lists);
        match &mut entry.row.act {
            Some(act) if act.category == Category::Unknown && blank_means_direct => act.category = Category::Direct,
            Some(_) => {}
            None if entry.row.event.is_some() => {}
            None => entry.row.fiche = fiches.of(raw, told.context, &entry.row),
        }
        rows.push(entry);
    }
    CleanFile { rows, fiches: fiches.list }
}

/// Whether a register marks its categories, so that an act without a mark was declared by a parent.
fn marks_categories(file: &RawFile, codes: &Codes) -> bool {
    file.kind == Kind::Birth && file.rows.iter().any(|row| category(row, codes) != Category::Unknown)
}

/// The category by its own column, else by the remarks; an act that rests on a judgment is one by judgment.
fn category(raw: &RawRow, codes: &Codes) -> Category {
    let is_given = |field| raw.cell(field).is_some_and(|cell| !text::is_placeholder(&cell.value.text()));
    if is_given(Field::JudgmentNumber) || is_given(Field::JudgmentDate) {
        return Category::Judgment;
    }
    let told = |field| codes.category(&raw.shown(field));
    told(Field::Category).or_else(|| told(Field::Remarks)).unwrap_or(Category::Unknown)
}

fn clean_row(
    raw: &RawRow,
    told: &Surroundings<'_>,
    kind: Kind,
    events: &events::OfSheets,
    lists: &Lists,
) -> CleanEntry {
    let context = told.context;
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
        .or(context.round());
    let declared = declared_on(raw, year, &mut doubts);
    let year = if kind == Kind::Event { events::year_of(raw, year).or(year) } else { year };
    let reckoned_from = year.unwrap_or_else(|| declared.map_or(lists.today.year(), |day| day.year()));
    let event = (kind == Kind::Event).then(|| Box::new(events::event_of(raw, events, year, lists, &mut doubts)));
    let act = (kind == Kind::Birth).then(|| {
        Box::new(ActRow {
            act: act_ref(raw, year),
            declared_on: declared,
            category: category(raw, &lists.codes),
            father: names::person_in_one_cell(&raw.shown(Field::Father)),
            mother: names::person_in_one_cell(&raw.shown(Field::Mother)),
        })
    });
    let (born, place) = born_on_at(raw, reckoned_from, &mut doubts);
    let row = CleanRow {
        at: raw.at,
        key: row_key(raw, context, kind),
        fiche: None,
        name: names::name_of(raw, &mut doubts),
        sex: sex_of(raw, &lists.codes, &mut doubts),
        born,
        birth_place: place,
        quartier: match &event {
            // Where the person was, as a census would have seen them; of one who arrives, where they live since.
            Some(event) => event.from.or(event.to),
            None => quartier_of(raw, told, &lists.quartiers, &mut doubts),
        },
        relation: coded(raw, Field::Relation, DoubtKind::UnknownRelation, &mut doubts, |text| {
            lists.codes.relation(text)
        })
        .or_else(|| names::is_marked_head(raw).then_some(Relation::Head)),
        marital_status: coded(raw, Field::MaritalStatus, DoubtKind::UnknownMaritalStatus, &mut doubts, |text| {
            lists.codes.marital_status(text)
        }),
        occupation: text::clean(&raw.shown(Field::Occupation)).into(),
        seen_in: match &act {
            Some(act) => act.declared_on.map(|day| day.year()).or(year),
            None => year,
        },
        act,
        event,
    };
    CleanEntry { row, doubts }
}

/// Hash of what a row says and of what stands above it; running number, place and what the file's name says are left
/// out, so that a row keeps its key when others are put before it or the file gets another name.
fn row_key(raw: &RawRow, context: &Context, kind: Kind) -> u64 {
    let mut hash = Fnv::default().with(kind.code().as_bytes());
    for told in [&context.quartier, &context.avenue, &context.parcel, &context.fiche] {
        hash = hash.with(told.as_deref().unwrap_or("").as_bytes());
    }
    hash = hash.with(context.year.map(|year| year.to_string()).unwrap_or_default().as_bytes());
    for cell in raw.cells.iter().chain(&raw.carried).filter(|cell| cell.field != Field::Order) {
        hash = hash.with(&cell.column.to_le_bytes()).with(cell.value.text().as_bytes());
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
    let typed = cell.value.text();
    if text::is_placeholder(&typed) {
        return None;
    }
    let value = read(&typed);
    if value.is_none() {
        doubts.push(Doubt { kind, column: Some(cell.column), value: typed.into_owned() });
    }
    value
}

/// Sex by its column, or by the one of two columns that is ticked.
fn sex_of(raw: &RawRow, codes: &Codes, doubts: &mut Vec<Doubt>) -> Option<Sex> {
    let ticked = |field| raw.cell(field).filter(|cell| !text::is_placeholder(&cell.value.text()));
    match (ticked(Field::SexMale), ticked(Field::SexFemale)) {
        (None, None) => coded(raw, Field::Sex, DoubtKind::UnknownSex, doubts, |text| codes.sex(text)),
        (Some(_), None) => Some(Sex::Male),
        (None, Some(_)) => Some(Sex::Female),
        (Some(male), Some(female)) => {
            let value = format!("{} + {}", male.value.shown(), female.value.shown());
            doubts.push(Doubt { kind: DoubtKind::UnknownSex, column: Some(male.column), value });
            None
        }
    }
}

/// Date and place of birth, from columns of their own or from one cell that holds both.
fn born_on_at(raw: &RawRow, reckoned_from: i32, doubts: &mut Vec<Doubt>) -> (Option<PartialDate>, Text) {
    let own_place = text::clean(&raw.shown(Field::BirthPlace));
    let Some(cell) = raw.cell(Field::BirthDatePlace) else {
        let reading = written_date(raw, Field::BirthDate, BIRTH_PARTS, Some(reckoned_from));
        return (born_on(raw, reading, reckoned_from, doubts), own_place.into());
    };
    let typed = cell.value.text();
    let (reading, place) = match &cell.value {
        CellValue::Text(text) if !text::is_placeholder(text) => dates::date_and_place(text, Some(reckoned_from)),
        value => (read_date(value, Some(reckoned_from)), String::new()),
    };
    let written = Written { reading, column: cell.column, typed };
    let place = if own_place.is_empty() { text::clean(&place) } else { own_place };
    (born_on(raw, Some(written), reckoned_from, doubts), place.into())
}

/// A date as it stands in its cell, or in its three.
struct Written<'r> {
    reading: DateReading,
    column: u16,
    typed: Shown<'r>,
}

const BIRTH_PARTS: [Field; 3] = [Field::BirthDay, Field::BirthMonth, Field::BirthYear];
const DECLARED_PARTS: [Field; 3] = [Field::DeclaredDay, Field::DeclaredMonth, Field::DeclaredYear];

/// The date of one cell, or of a day, a month and a year in three; `None` if no cell is filled.
fn written_date(raw: &RawRow, whole: Field, parts: [Field; 3], reckoned_from: Option<i32>) -> Option<Written<'_>> {
    if let Some(cell) = raw.cell(whole) {
        let reading = read_date(&cell.value, reckoned_from);
        return Some(Written { reading, column: cell.column, typed: cell.value.text() });
    }
    let cells = parts.map(|part| raw.cell(part));
    let [day, month, year] = cells.map(|cell| {
        let typed = cell.map(|cell| cell.value.text()).unwrap_or_default();
        if text::is_placeholder(&typed) { None } else { Some(typed.trim().to_owned()) }
    });
    let column = cells.iter().flatten().next()?.column;
    let typed = cells.iter().flatten().map(|cell| cell.value.shown()).collect::<Vec<_>>().join("/");
    // A day without its month says nothing.
    let day = day.filter(|_| month.is_some());
    let said: Vec<String> = [day, month, year].into_iter().flatten().collect();
    let reading = read_date(&CellValue::Text(said.join(" ").into()), reckoned_from);
    Some(Written { reading, column, typed: Shown::Made(typed.into()) })
}

fn born_on(
    raw: &RawRow,
    written: Option<Written<'_>>,
    reckoned_from: i32,
    doubts: &mut Vec<Doubt>,
) -> Option<PartialDate> {
    let Some(written) = written else { return age(raw, reckoned_from) };
    let mut doubt = |kind| doubts.push(Doubt { kind, column: Some(written.column), value: written.typed.to_string() });
    match written.reading {
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
    let written = written_date(raw, Field::DeclaredOn, DECLARED_PARTS, year)?;
    let day = written.reading.date().and_then(|date| date.known_day());
    if day.is_none() && written.reading != DateReading::Missing {
        doubts.push(Doubt {
            kind: DoubtKind::UnreadableDeclarationDate,
            column: Some(written.column),
            value: written.typed.into_owned(),
        });
    }
    day
}

/// `00012/2015`, `12`, `12/3/2015` (number, folio or volume, year): the first number is the act's, a year ends it.
///
/// Folio and volume in columns of their own are put behind it: number / folio / volume.
fn act_ref(raw: &RawRow, year: Option<i32>) -> Option<ActRef> {
    let typed = text::clean(&raw.shown(Field::ActNumber));
    let numbers: Vec<u32> = typed
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .map_while(|digits| digits.parse().ok())
        .collect();
    let number = *numbers.first()?;
    let own_year = numbers.iter().skip(1).rev().find(|n| (1900..2100).contains(*n)).map(|n| *n as i32);
    let further = [Field::Folio, Field::Volume].map(|field| text::clean(&raw.shown(field)));
    let typed =
        further.into_iter().filter(|part| !text::is_placeholder(part)).fold(typed, |all, part| all + "/" + &part);
    Some(ActRef { number, year: own_year.or(year), typed })
}
