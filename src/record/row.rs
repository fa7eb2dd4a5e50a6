//! A clean row: what a sheet says of one person, as the stages after normalising use it; and the doubts about it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::codes::codes;
use super::{
    ActRef, Category, CellAt, EventRow, GenerationMark, MaritalStatus, PartialDate, PersonName, QuartierId, Relation,
    RowAt, Sex, Text, TextPool, TwinMark,
};

codes! {
    /// The kind of sheet that a row comes from.
    Kind {
        Census = "census": "A household census sheet.",
        Birth = "birth": "A birth register.",
        Event = "event": "A list of events: deaths, departures, arrivals, moves, marriages.",
    }
}

/// File path, sheet name and row number, as in the tables.
pub(crate) type Place = (Text, Text, i64);

/// The census sheet of one household. Its members are different persons by definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fiche {
    /// First row of the fiche.
    pub at: RowAt,
    /// Number as typed; "" if none.
    pub number: Text,
    /// Quartier, if recognised.
    pub quartier: Option<QuartierId>,
    /// Avenue, clean; "" if none.
    pub avenue: Text,
    /// Parcel number, clean; "" if none.
    pub parcel: Text,
    /// Year of the census round.
    pub round: Option<i32>,
}

/// The clean values of one row.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CleanRow {
    /// Position in its file.
    pub at: RowAt,
    /// Hash of the row as typed and of its context, without file name and row number: the same in every run.
    pub key: u64,
    /// Index of the fiche in its file (census rows).
    pub fiche: Option<u32>,
    /// Name, clean.
    pub name: PersonName,
    /// Mark of generation (père, fils, Junior, II), if it has one. The name shows it behind its last part.
    pub generation: Option<GenerationMark>,
    /// Sex, if recognised.
    pub sex: Option<Sex>,
    /// Date of birth.
    pub born: Option<PartialDate>,
    /// Place of birth, clean; "" if none.
    pub birth_place: Text,
    /// Quartier of residence, if recognised.
    pub quartier: Option<QuartierId>,
    /// Relation to the head (census rows).
    pub relation: Option<Relation>,
    /// Marital status (census rows).
    pub marital_status: Option<MaritalStatus>,
    /// Occupation as typed; "" if none.
    pub occupation: Text,
    /// Year of observation: of the round, of the declaration or of the event.
    pub seen_in: Option<i32>,
    /// Further values of a birth act.
    pub act: Option<Box<ActRow>>,
    /// Further values of an event.
    pub event: Option<Box<EventRow>>,
}

/// The columns that only a birth act has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActRow {
    pub act: Option<ActRef>,
    #[serde(with = "super::date::day_number::optional")]
    pub declared_on: Option<NaiveDate>,
    /// Category; `Unknown` if the register gives none.
    pub category: Category,
    /// Father's name as typed, clean; "" if none.
    pub father: Text,
    /// Mother's name as typed, clean; "" if none.
    pub mother: Text,
    /// The mark of a twin in its cells, if it has one.
    pub twin: Option<TwinMark>,
}

impl Fiche {
    /// Replaces each text with the pool's copy, so that equal texts share one allocation.
    pub fn intern_texts(&mut self, pool: &mut TextPool) {
        [&mut self.number, &mut self.avenue, &mut self.parcel].into_iter().for_each(|text| pool.intern(text));
    }
}

impl CleanRow {
    /// Replaces each text with the pool's copy, so that equal texts share one allocation.
    pub fn intern_texts(&mut self, pool: &mut TextPool) {
        let PersonName { nom, postnom, prenom } = &mut self.name;
        for text in [nom, postnom, prenom, &mut self.birth_place, &mut self.occupation] {
            pool.intern(text);
        }
        for text in self.act.iter_mut().flat_map(|act| [&mut act.father, &mut act.mother]) {
            pool.intern(text);
        }
    }

    /// Returns the kind of sheet that the row comes from.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match (&self.act, &self.event) {
            (Some(_), _) => Kind::Birth,
            (None, Some(_)) => Kind::Event,
            (None, None) => Kind::Census,
        }
    }
}

codes! {
    /// The outcome of a row; each non-blank row has exactly one.
    Outcome {
        Registered = "registered": "The first row of a person in the register.",
        Merged = "merged": "A further row of a registered person.",
        Quarantined = "quarantined": "Excluded until it is corrected.",
        Ignored = "ignored": "Not data: title, header, total…",
    }
}

/// A value that could not be read as its column says, or was read with a guess. Validation turns it into a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Doubt {
    pub kind: DoubtKind,
    /// Column of the value, from 0; `None` if it comes from a title, a block line or the file's name.
    pub column: Option<u16>,
    /// The value as typed.
    pub value: String,
}

/// The kinds of doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DoubtKind {
    /// A date of birth that is in no calendar (30/02/1999).
    ImpossibleBirthDate,
    UnreadableBirthDate,
    /// A date of birth that was a bare number of days.
    BirthDateAsNumber,
    /// Two digits beside a sign for "about" in a column of dates, which may be an age or a year: `± 35`.
    AgeOrYear,
    /// A date whose day and month may be exchanged; its year alone is used.
    DateOrderUnsure,
    /// A date on another day of the week than the one beside it.
    WrongWeekday,
    /// An age that cannot be read, without a date of birth beside it.
    UnreadableAge,
    /// A year or a date in the column of ages.
    DateInsteadOfAge,
    /// An age that does not fit the date of birth.
    AgeAgainstDate,
    /// A date of declaration that is not a date or is in no calendar.
    UnreadableDeclarationDate,
    /// The kind of an event is missing or unreadable.
    UnknownEvent,
    UnreadableEventDate,
    // Words that are in no list of words.
    UnknownSex,
    UnknownRelation,
    UnknownMaritalStatus,
    /// A quartier that is not in the commune's list.
    UnknownQuartier,
    /// A quartier recognised by its nearest spelling.
    QuartierGuessed,
    /// A formula error instead of a value.
    ErrorCell,
    /// A text in the cell of a name that is no part of it: a title, a remark, a number, another name.
    NotPartOfName,
    /// A digit or a letter in a name that was typed for the letter that looks like it.
    LookAlikeLetter,
    /// A cell of a name that says that the person is dead.
    NameSaysDead,
    /// A remark that says that the person is dead or has left, or that the row is a double of another.
    RemarkAgainstRow,
    /// A remark that corrects a value of the row, or doubts one.
    RemarkCorrects,
    /// A remark that says that the row was cancelled, or a cell that is drawn over.
    RowCancelled,
    /// A word that says that the child was born dead.
    Stillborn,
    /// A remark in the place of a name: `Parcelle vide`.
    RemarkAsName,
    /// A name beside values that every line of its sheet has, and nothing else about a person.
    OnlyAName,
    /// A line that goes on with the line above.
    ContinuedLine,
    /// A cell that names two persons.
    TwoPersons,
    /// A cell with two prénoms that may be those of two persons.
    PerhapsTwoPersons,
    /// A cell with two different dates.
    TwoDates,
    /// A prénom that stands for that of the row above.
    PrenomDitto,
    /// A nom or a post-nom that is a known prénom, beside a prénom that is none.
    NamesSwapped,
    /// A word inside a name that stands for the name of the row above.
    NameDitto,
    /// A mark that was read as one part of the name of the row above: `" NGOMA`.
    NameDittoRead,
    /// No row of the sheet has a name.
    NoNames,
    /// Sexes typed as 1 and 2.
    SexCoded,
    /// Codes of a column of sexes that may mean either sex.
    SexCodesUnclear,
    /// Several parts of a name in the cell of one part.
    NameInOneCell,
    /// A whole name in one cell whose parts stand in another order than the heading says.
    NameSplitGuessed,
}

/// A doubt about all cells of a column: something was decided from the column as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnDoubt {
    pub(crate) kind: ColumnDoubtKind,
    /// The cell of the column's heading; row 0 if it has none.
    pub(crate) at: CellAt,
    /// The heading as typed.
    pub(crate) heading: String,
    /// Number of cells concerned.
    pub(crate) n_cells: usize,
    /// What was decided: the order of the dates, the day that stands for nothing; "" if `kind` says all.
    pub(crate) decided: String,
}

/// The kinds of doubt about a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum ColumnDoubtKind {
    /// The dates stand in another order than day, month, year.
    DateOrder,
    /// A spreadsheet exchanged day and month of the real dates.
    SwappedDates,
    /// Times late in the evening are midnights of the next day.
    ShiftedMidnight,
    /// A day stands for "unknown".
    FillerDate,
    /// The column of ages holds years of birth.
    YearsInsteadOfAges,
}
