//! The types of a register's entries: persons, households and aliases.

use chrono::NaiveDate;

use crate::record::{Effect, MaritalStatus, PartialDate, QuartierId, Relation, Sex, Status, Text};

/// One person of the register. A text is "" if unknown. Relation, marital status and occupation are those of the last
/// fiche that says them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Person {
    pub(crate) id: Text,
    /// The row by which the person entered the register.
    pub(crate) founding_row: u32,
    /// All rows, the founding row first.
    pub(crate) rows: Vec<u32>,
    /// Generation in which the id entered the register.
    pub(crate) registered_in: i32,
    pub(crate) nom: Text,
    pub(crate) postnom: Text,
    pub(crate) prenom: Text,
    pub(crate) sex: Option<Sex>,
    pub(crate) born: Option<PartialDate>,
    pub(crate) birth_place: Text,
    /// Quartier of residence: of the last fiche, or of the act if there is no fiche.
    pub(crate) quartier: Option<QuartierId>,
    pub(crate) household: Option<u32>,
    pub(crate) relation: Option<Relation>,
    pub(crate) marital_status: Option<MaritalStatus>,
    pub(crate) occupation: Text,
    /// The row of the first act.
    pub(crate) act_row: Option<u32>,
    /// Year of the first source.
    pub(crate) first_seen: Option<i32>,
    /// Year of the last source.
    pub(crate) last_seen: Option<i32>,
    pub(crate) status: Status,
    /// The last dated fiche; `None` for a person on no dated fiche.
    pub(crate) census: Option<OwnRound>,
    /// Day of the event that gave the status or residence.
    pub(crate) status_since: Option<NaiveDate>,
    /// The household that an event took the person out of, and the relation in it.
    pub(crate) last_household: Option<(u32, Option<Relation>)>,
    /// Rows of events with their effects, in the order of the events.
    pub(crate) events: Vec<(u32, Effect)>,
}

/// The last census round that lists a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct OwnRound {
    pub(crate) year: i32,
    /// Age in years: as typed where the fiche has an age, else at the end of the year.
    pub(crate) age: Option<i32>,
}

/// One household. Quartier, avenue and parcel are those of the latest fiche, or of the move of all members since; a text
/// is "" if unknown.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Household {
    pub(crate) id: String,
    /// Its fiches, the latest first.
    pub(crate) fiches: Vec<u32>,
    pub(crate) quartier: Option<QuartierId>,
    pub(crate) avenue: String,
    pub(crate) parcel: String,
    /// The head (index into the register's persons).
    pub(crate) head: Option<u32>,
    pub(crate) n_members: u32,
    pub(crate) first_seen: Option<i32>,
    pub(crate) last_seen: Option<i32>,
}

/// An id that is not a person's current id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Alias {
    pub(crate) old_id: String,
    /// The id that replaced it; `None` if the person was withdrawn with the last row.
    pub(crate) person_id: Option<String>,
    /// Generation in which the id entered the register, if known.
    pub(crate) registered_in: Option<i32>,
    /// Key of the row that founded the id, as it last was, if known.
    pub(crate) founding_key: Option<u64>,
}

/// The register built from one run's rows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Register {
    pub(crate) persons: Vec<Person>,
    pub(crate) households: Vec<Household>,
    /// For each row its person (index into `persons`).
    pub(crate) person_of_row: Vec<u32>,
    /// For each row the id that it founded, or that its person had before merging with another; "" if the row came in
    /// after that.
    pub(crate) founded_by_row: Vec<Option<Text>>,
    /// For each fiche its household (index into `households`).
    pub(crate) household_of_fiche: Vec<u32>,
    /// Merged and withdrawn ids, sorted.
    pub(crate) aliases: Vec<Alias>,
    /// Ids of persons of the previous register who have no row any more and were not merged.
    pub(crate) vanished: Vec<String>,
}
