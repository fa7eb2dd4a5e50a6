//! A row on its way through the house: clean, then with its fate.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{
    ActRef, Category, EventRow, MaritalStatus, PartialDate, PersonName, QuartierId, Relation, RowAt, Sex, Text, Texts,
};

/// What kind of sheet a row stood in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Kind {
    /// A household census sheet.
    Census,
    /// A birth register.
    Birth,
    /// A list of events: deaths, departures, arrivals, moves, marriages.
    Event,
}

impl Kind {
    /// The kind of a code.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Census, Self::Birth, Self::Event].into_iter().find(|kind| kind.code() == code)
    }

    /// The stable code used in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Census => "census",
            Self::Birth => "birth",
            Self::Event => "event",
        }
    }
}

/// File, sheet and row as the tables name them.
pub type Place = (Text, Text, i64);

/// One household's sheet: its members are different persons by definition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fiche {
    /// The first row that shows it.
    pub at: RowAt,
    /// Its number as typed; "" if none.
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

/// What a row says of a person, clean.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CleanRow {
    /// Where it stood.
    pub at: RowAt,
    /// Hash of the row as typed with its context: the same in every run, file name and row number left out.
    pub key: u64,
    /// Index of its fiche (census rows).
    pub fiche: Option<u32>,
    /// Name, clean.
    pub name: PersonName,
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
    /// Year in which the row saw the person: that of the round, of the declaration or of the event.
    pub seen_in: Option<i32>,
    /// What only a birth act says.
    pub act: Option<Box<ActRow>>,
    /// What only an event says.
    pub event: Option<Box<EventRow>>,
}

/// What a birth act says beside the person.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActRow {
    /// The act's number.
    pub act: Option<ActRef>,
    /// Day of declaration.
    #[serde(with = "super::date::number_of_day::maybe")]
    pub declared_on: Option<NaiveDate>,
    /// Category, `Unknown` where the register does not say.
    pub category: Category,
    /// Father's name as typed, clean; "" if none.
    pub father: Text,
    /// Mother's name as typed, clean; "" if none.
    pub mother: Text,
}

impl CleanRow {
    /// Puts the one copy of each of its texts in its place.
    pub fn share(&mut self, texts: &mut Texts) {
        let PersonName { nom, postnom, prenom } = &mut self.name;
        for text in [nom, postnom, prenom, &mut self.birth_place, &mut self.occupation] {
            texts.share(text);
        }
        for text in self.act.iter_mut().flat_map(|act| [&mut act.father, &mut act.mother]) {
            texts.share(text);
        }
    }

    /// Census row, birth act or event.
    #[must_use]
    pub fn kind(&self) -> Kind {
        match (&self.act, &self.event) {
            (Some(_), _) => Kind::Birth,
            (None, Some(_)) => Kind::Event,
            (None, None) => Kind::Census,
        }
    }
}

/// What becomes of a row; each has exactly one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Outcome {
    /// Brought a person into the register.
    Registered,
    /// A further row of a person already in.
    Merged,
    /// Kept out until corrected.
    Quarantined,
    /// No data: title, header, total…
    Ignored,
}

impl Outcome {
    /// The stable code used in tables.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Registered => "registered",
            Self::Merged => "merged",
            Self::Quarantined => "quarantined",
            Self::Ignored => "ignored",
        }
    }
}

/// One row with its outcome and the rule or reason of it ("" for a registered row).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fate {
    /// Where.
    pub at: RowAt,
    /// What became of it.
    pub outcome: Outcome,
    /// Why it was quarantined or ignored.
    pub rule: &'static str,
}
