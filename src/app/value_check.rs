//! Refuses a ruling on a value that no person can have: a date of birth after today, after the death or after an event
//! of the person, an age that nobody reaches, a name without a letter.

use chrono::{Datelike, NaiveDate};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::Decisions;
use crate::record::{PartialDate, PersonValue, Precision, RowRef};
use crate::store::{BirthRow, EventRow, PersonRow};

use super::reader::{RegisterReader, scan};

/// Years by which an approximate date may be too late.
const ABOUT: i32 = 10;
/// The parts of a name, as columns of `persons`.
const NAME_PARTS: [&str; 3] = ["nom", "postnom", "prenom"];

/// What a value of a person is compared with, beside the register.
pub(super) struct ValueLimits {
    /// The day that counts as today.
    today: NaiveDate,
    /// The highest age, in years.
    max_age_years: i32,
}

impl ValueLimits {
    /// The limits of the settings on the day of a ruling, whose moment is `at`.
    pub(super) fn new(config: &Config, at: &str) -> Self {
        let day_of_ruling = at.get(..10).and_then(|day| day.parse().ok());
        let today = config.run.today.or(day_of_ruling).unwrap_or(NaiveDate::MAX);
        Self { today, max_age_years: config.validate.max_age_years }
    }

    /// Refuses a value that the person can't have.
    ///
    /// # Errors
    /// `decide-future`, `decide-age`, `decide-after-death`, `decide-after-event`, `decide-no-name`; those of the store.
    pub(super) fn check(&self, reader: &RegisterReader<'_>, person: &PersonRow, value: &PersonValue) -> Result<()> {
        match value {
            PersonValue::BornOn(date) => self.check_birth(reader, person, date),
            _ => Ok(()),
        }
    }

    fn check_birth(&self, reader: &RegisterReader<'_>, person: &PersonRow, date: &PartialDate) -> Result<()> {
        let shown = |day: NaiveDate| day.format("%d/%m/%Y").to_string();
        let refused = |code| Error::new(code).with("born", shown(date.first));
        let earliest = match date.precision {
            Precision::About => date.first.with_year(date.first.year() - ABOUT).unwrap_or(date.first),
            _ => date.first,
        };
        if date.first > self.today {
            return Err(refused(ErrorCode::DecideFuture).with("today", shown(self.today)));
        }
        let death = person.status_since.filter(|_| person.status == "deceased");
        if let Some(death) = death.filter(|death| *death < earliest) {
            return Err(refused(ErrorCode::DecideAfterDeath).with("on", shown(death)));
        }
        let age = date.age_on(death.unwrap_or(self.today));
        if age > self.max_age_years {
            return Err(refused(ErrorCode::DecideAge).with("age", age).with("limit", self.max_age_years));
        }
        let is_event = |row: &EventRow| row.person_id == person.person_id;
        let events = scan(reader.generation, &["file", "sheet", "other"], &is_event)?;
        let days = events.into_iter().filter_map(|event| event.row.event_on);
        let acts = if person.birth_act.is_some() {
            let is_own = |row: &BirthRow| row.person_id == person.person_id;
            scan(reader.generation, &["file", "sheet", "act", "birth_place", "quartier"], &is_own)?
        } else {
            Vec::new()
        };
        let declared = acts.into_iter().filter_map(|act| act.row.declared_on);
        match days.chain(declared).min().filter(|day| *day < earliest) {
            Some(day) => Err(refused(ErrorCode::DecideAfterEvent).with("on", shown(day))),
            None => Ok(()),
        }
    }
}

/// Refuses a part of a name that has signs and no letter, and a name of which no part is left. `row` is the row that
/// the ruling names: rulings on its other parts count.
///
/// # Errors
/// `decide-value`, `decide-no-name`.
pub(super) fn check_name(
    person: &PersonRow,
    (field, text): (&str, &str),
    row: &RowRef,
    known: &Decisions,
) -> Result<()> {
    if !NAME_PARTS.contains(&field) {
        return Ok(());
    }
    let text = text.trim();
    if !text.is_empty() && !text.contains(char::is_alphabetic) {
        return Err(Error::new(ErrorCode::DecideValue).with("field", field).with("value", text));
    }
    let ruled = |part: &str| {
        let mut of_part = known.values.iter().filter(|own| own.field == part && own.row.key == row.key);
        of_part.next_back().map(|own| own.value.trim().to_owned())
    };
    let parts = [("nom", &person.nom), ("postnom", &person.postnom), ("prenom", &person.prenom)];
    let others = parts.into_iter().filter(|(part, _)| *part != field);
    let has_other = others.map(|(part, now)| ruled(part).unwrap_or_else(|| now.clone())).any(|text| !text.is_empty());
    if text.is_empty() && !has_other { Err(Error::new(ErrorCode::DecideNoName)) } else { Ok(()) }
}
