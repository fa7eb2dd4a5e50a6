//! Events reported at the counter: a death, a departure, an arrival, a move, a marriage of a person of the register.
//!
//! Each is a row of an ordinary CSV in `events/saisie` below the raw folder, one file a year and author. A run reads it
//! like any list of events. As long as no run has read the row, it can be removed again.

use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::Reference;
use crate::messages::{Lang, Messages};
use crate::normalise::{self, ReferenceData};
use crate::record::{EventKind, PersonValue, fold};
use crate::store::{self, HouseholdRow, PersonRow, Store};

use super::access::Access;
use super::entry_file::{EntryFile, cell_text, lock_entries, name_part, row_id};
use super::reader::{RegisterReader, canonical_id, read_current};
use super::same_meaning::lists_of;
use super::show::members_in_order;

/// The columns of a file, by the ids of the template's columns; the last three are its own.
const COLUMNS: [&str; 19] = [
    "event",
    "event_date",
    "person_id",
    "nom",
    "postnom",
    "prenom",
    "sex",
    "birth_date",
    "quartier",
    "avenue",
    "parcel",
    "to_quartier",
    "to_avenue",
    "to_parcel",
    "elsewhere",
    "spouse",
    "document",
    "by",
    "at",
];
/// The headings of the columns that the template does not have. They are French in every file, as the reader knows
/// them.
const OWN_HEADINGS: [(&str, &str); 3] = [("document", "N° document"), ("by", "Saisi par"), ("at", "Saisi le")];
/// Days after which an event counts as reported late.
const LATE_DAYS: i64 = 366;

/// An event as an agent reports it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventReport {
    /// The person's identifier.
    pub person_id: String,
    /// What happened.
    pub kind: EventKind,
    /// The day as typed; "" if it is not known.
    pub on: String,
    /// For an arrival or a move: the quartier where the person lives since.
    pub to_quartier: String,
    /// For an arrival or a move: the avenue there; "" if it is not known.
    pub to_avenue: String,
    /// For an arrival or a move: the parcel there; "" if it is not known.
    pub to_parcel: String,
    /// For an arrival or a departure: the other commune or town.
    pub elsewhere: String,
    /// For a marriage: the spouse.
    pub spouse: String,
    /// The number of the document that shows it; "" if there is none.
    pub document: String,
}

/// What is wrong, or doubtful, about an event. The message is `desk-event-doubt-<code>`, with the value as `$value`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct EventDoubt {
    /// The stable code.
    pub code: &'static str,
    /// The value that it is about; "" if none.
    pub value: String,
    /// What was perhaps meant; "" if nothing is near.
    pub proposed: String,
}

/// What the rules say about an event before it is written.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct EventCheck {
    /// The person.
    pub person: PersonRow,
    /// What can't be: the event is not written.
    pub impossible: Vec<EventDoubt>,
    /// What may be wrong: the event is written if the agent confirms it.
    pub doubts: Vec<EventDoubt>,
}

/// What became of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum EventOutcome {
    /// The event is on disk, in this file.
    Written(PathBuf),
    /// It was not written: it can't be, or it is doubtful and was not confirmed. The check of the person stands first,
    /// then those of the members who go along.
    Refused(Vec<EventCheck>),
}

/// An event that was reported at the counter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedEvent {
    /// The identifier by which it is undone.
    pub id: String,
    /// What happened, as the file says it.
    pub event: String,
    /// The day, as the file says it.
    pub on: String,
    /// The quartier where the person lives since; "" if the event has none.
    pub to_quartier: String,
    /// The avenue and the parcel there, as far as they were reported.
    pub to_house: Vec<String>,
    /// The place elsewhere and the spouse, as far as they were reported.
    pub details: Vec<String>,
    /// The number of the document; "" if there is none.
    pub document: String,
    /// Who reported it.
    pub by: String,
    /// When.
    pub at: String,
    /// Whether the register holds it already.
    pub is_in_register: bool,
    /// Number of other persons who were noted with it.
    pub n_others: usize,
}

/// An agent at the counter of a register.
#[derive(Debug, Clone, Copy)]
pub struct Counter<'r> {
    /// The folder of the register.
    pub clean: &'r Path,
    /// The raw folder.
    pub raw: &'r Path,
    /// The settings.
    pub config: &'r Config,
    /// The day.
    pub today: NaiveDate,
    /// Who reports, and when.
    pub access: &'r Access,
}

impl Counter<'_> {
    /// Returns the person of an identifier.
    ///
    /// # Errors
    /// `no-register`; `id-slip`, `id-unknown`, `id-withdrawn`; those of the store and the file system.
    pub fn subject(&self, person_id: &str) -> Result<PersonRow> {
        let (person, _) = self.person(person_id)?;
        self.access.log(&Store::open(self.clean)?, "event", &person.person_id, 1)?;
        Ok(person)
    }

    /// The other members of a person's household. Nothing is logged: the person was looked up.
    ///
    /// # Errors
    /// Those of the store.
    pub fn household_members(&self, person: &PersonRow) -> Result<Vec<PersonRow>> {
        let Some(household) = person.household_id.as_deref() else { return Ok(Vec::new()) };
        let members = read_current(self.clean, |generation| {
            let reader = RegisterReader::new(generation)?;
            let home = reader.household(household)?;
            home.map_or_else(|| Ok(Vec::new()), |home| members_in_order(&reader, &home))
        })?;
        let others = members.into_iter().map(|member| member.row);
        Ok(others.filter(|other| other.person_id != person.person_id).collect())
    }

    /// Says what is wrong or doubtful about an event. Nothing is written.
    ///
    /// # Errors
    /// `no-register`; `id-slip`, `id-unknown`; those of the store and the file system.
    pub fn check(&self, report: &EventReport) -> Result<EventCheck> {
        let (person, _) = self.person(&report.person_id)?;
        self.access.log(&Store::open(self.clean)?, "event", &format!("check {}", person.person_id), 1)?;
        self.check_of(report, person)
    }

    /// Writes an event, unless it can't be, or is doubtful and not confirmed. It is on disk when this returns.
    ///
    /// # Errors
    /// As [`Counter::check`]; those of writing.
    pub fn report(&self, report: &EventReport, is_confirmed: bool) -> Result<EventOutcome> {
        self.report_with(report, &[], is_confirmed)
    }

    /// Writes the same event for a person and for the members of the household who go along, one row for each. If it
    /// can't be or is doubtful and not confirmed for one of them, no row is written.
    ///
    /// # Errors
    /// As [`Counter::report`]; `id-unknown` for somebody who is not of the person's household.
    pub fn report_with(&self, report: &EventReport, along: &[String], is_confirmed: bool) -> Result<EventOutcome> {
        let (person, household) = self.person(&report.person_id)?;
        let store = Store::open(self.clean)?;
        let _entries = lock_entries(self.clean)?;
        let mut subjects = vec![(person, household)];
        for id in along {
            let (other, home) = self.person(id)?;
            let is_of_household = other.household_id.is_some() && other.household_id == subjects[0].0.household_id;
            if !is_of_household {
                return Err(Error::new(ErrorCode::IdUnknown).with("id", id));
            }
            if subjects.iter().all(|(own, _)| own.person_id != other.person_id) {
                subjects.push((other, home));
            }
        }
        let mut checks = Vec::new();
        for (own, home) in subjects {
            self.access.log(&store, "event", &format!("{} {}", report.kind.code(), own.person_id), 1)?;
            let of_own = EventReport { person_id: own.person_id.clone(), ..report.clone() };
            checks.push((self.check_of(&of_own, own)?, home));
        }
        let is_refused =
            |check: &EventCheck| !check.impossible.is_empty() || !(check.doubts.is_empty() || is_confirmed);
        if checks.iter().any(|(check, _)| is_refused(check)) {
            return Ok(EventOutcome::Refused(checks.into_iter().map(|(check, _)| check).collect()));
        }
        let day = self.day(&report.on)?;
        let lists = self.lists()?;
        let rows: Vec<Vec<String>> =
            checks.iter().map(|(check, home)| self.row(report, day, &check.person, home.as_ref(), &lists)).collect();
        let year = day.map_or(self.today.year(), |day| day.year());
        let headings = headings();
        let mut number = 1;
        loop {
            let path = self.path(year, number);
            match EntryFile::read(&path, &headings) {
                Ok(mut file) => {
                    file.rows.extend(rows);
                    file.write()?;
                    return Ok(EventOutcome::Written(path));
                }
                // Another program has saved the file: it stays as it is.
                Err(fault) if fault.code == ErrorCode::EntryFile => number += 1,
                Err(fault) => return Err(fault),
            }
        }
    }

    /// Returns the events of a person that were reported at the counter, the oldest first.
    ///
    /// # Errors
    /// `id-slip`; those of the store and the file system.
    pub fn reported(&self, person_id: &str) -> Result<Vec<ReportedEvent>> {
        let id = canonical_id(person_id)?;
        let rows = self.rows_of(&id)?;
        if rows.is_empty() {
            return Ok(Vec::new());
        }
        self.access.log(&Store::open(self.clean)?, "event", &format!("list {id}"), 1)?;
        let of_row = |(path, line, cells): &(PathBuf, usize, Vec<String>)| -> Result<ReportedEvent> {
            let filled = |columns: [&str; 2]| -> Vec<String> {
                let texts = columns.map(|column| cell(cells, column).to_owned());
                texts.into_iter().filter(|text| !text.is_empty()).collect()
            };
            Ok(ReportedEvent {
                id: row_id(cells),
                event: cell(cells, "event").to_owned(),
                on: cell(cells, "event_date").to_owned(),
                to_quartier: cell(cells, "to_quartier").to_owned(),
                to_house: filled(["to_avenue", "to_parcel"]),
                details: filled(["elsewhere", "spouse"]),
                document: cell(cells, "document").to_owned(),
                by: cell(cells, "by").to_owned(),
                at: cell(cells, "at").to_owned(),
                is_in_register: self.is_in_register(path, *line)?,
                n_others: EntryFile::read(path, &headings())?.rows.iter().filter(|row| is_with(row, cells)).count(),
            })
        };
        rows.iter().map(of_row).collect()
    }

    /// Returns those of these persons for whom an event was reported that no run has read. Nothing is logged: the persons
    /// were looked up.
    ///
    /// # Errors
    /// Those of the store and the file system.
    pub fn with_waiting_event(&self, ids: &[&str]) -> Result<Vec<String>> {
        let headings = headings();
        let mut waiting = Vec::new();
        for path in store::files_in(&self.raw.join(FOLDER), "csv")? {
            // A file that another program has saved is read by the run alone.
            let Ok(file) = EntryFile::read(&path, &headings) else { continue };
            for (line, cells) in (2..).zip(&file.rows) {
                let own = ids.iter().find(|id| fold(id) == fold(cell(cells, "person_id")));
                if let Some(id) = own
                    && !self.is_in_register(&path, line)?
                {
                    waiting.push((*id).to_owned());
                }
            }
        }
        Ok(waiting)
    }

    /// Removes an event that no run has read. Returns the names of the others who were noted with it, in one household
    /// that moved: theirs stay.
    ///
    /// # Errors
    /// `event-gone` if there is none of this identifier; `event-in-register`; `run-under-way`; those of writing.
    pub fn undo(&self, person_id: &str, event: &str) -> Result<Vec<String>> {
        self.remove(person_id, event, false)
    }

    /// Removes an event that no run has read for the person and for all who were noted with it.
    ///
    /// # Errors
    /// Those of [`Counter::undo`].
    pub fn undo_for_all(&self, person_id: &str, event: &str) -> Result<()> {
        self.remove(person_id, event, true).map(|_| ())
    }

    /// Removes an event, of all who were noted with it or of the person alone; returns the names of the others.
    fn remove(&self, person_id: &str, event: &str, of_all: bool) -> Result<Vec<String>> {
        let id = canonical_id(person_id)?;
        let store = Store::open(self.clean)?;
        self.access.log(&store, "event", &format!("undo {id}"), 1)?;
        // A run under way may have read the row.
        let _run = store.lock()?;
        let _entries = lock_entries(self.clean)?;
        let rows = self.rows_of(&id)?;
        let found = rows.iter().find(|(_, _, cells)| row_id(cells) == event);
        let (path, line, cells) = found.ok_or_else(|| Error::new(ErrorCode::EventGone))?;
        if self.is_in_register(path, *line)? {
            return Err(Error::new(ErrorCode::EventInRegister));
        }
        let mut file = EntryFile::read(path, &headings())?;
        let name = |row: &Vec<String>| {
            let parts = ["nom", "postnom", "prenom"].map(|column| cell(row, column));
            parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
        };
        let others = file.rows.iter().filter(|row| is_with(row, cells)).map(name).collect();
        file.rows.retain(|row| row != cells && !(of_all && is_with(row, cells)));
        file.write()?;
        Ok(others)
    }

    /// The person of an identifier and their household.
    fn person(&self, id: &str) -> Result<(PersonRow, Option<HouseholdRow>)> {
        let id = canonical_id(id)?;
        read_current(self.clean, |generation| {
            let reader = RegisterReader::new(generation)?;
            let now = match reader.alias(&id)? {
                Some(alias) => alias.person_id.ok_or_else(|| Error::new(ErrorCode::IdWithdrawn).with("id", &id))?,
                None => id.clone(),
            };
            let person = reader.person(&now)?.ok_or_else(|| Error::new(ErrorCode::IdUnknown).with("id", &id))?.row;
            let household = person.household_id.as_deref().map(|id| reader.household(id)).transpose()?.flatten();
            Ok((person, household.map(|household| household.row)))
        })
    }

    fn lists(&self) -> Result<ReferenceData> {
        lists_of(&Reference::read(&self.raw.join("reference"))?, self.config)
    }

    /// The whole day that a text names; `None` for a blank one.
    fn day(&self, text: &str) -> Result<Option<NaiveDate>> {
        let text = cell_text(text);
        let read = |text: &str| match normalise::read_person_value("born_on", text, &self.lists()?) {
            Some(PersonValue::BornOn(date)) => Ok(date.known_day()),
            _ => Ok(None),
        };
        if text.is_empty() { Ok(None) } else { read(&with_century(&text, self.today)) }
    }

    fn check_of(&self, report: &EventReport, person: PersonRow) -> Result<EventCheck> {
        let mut check = EventCheck { person, ..EventCheck::default() };
        let person = &check.person;
        let lists = self.lists()?;
        let doubt = |code, value: &str| EventDoubt { code, value: value.to_owned(), proposed: String::new() };
        let typed = cell_text(&report.on);
        let on = self.day(&typed)?;
        let born = person.born_on.filter(|_| person.born_on_precision != "about");
        match on {
            None if typed.is_empty() => check.doubts.push(doubt("no-date", "")),
            None => check.impossible.push(doubt("date-unreadable", &typed)),
            Some(day) if day > self.today => check.impossible.push(doubt("date-in-future", &typed)),
            Some(day) if born.is_some_and(|born| day < born) => {
                check.impossible.push(doubt("before-birth", &born.map(shown_day).unwrap_or_default()));
            }
            Some(day) if (self.today - day).num_days() > LATE_DAYS => check.doubts.push(doubt("long-ago", &typed)),
            Some(_) => {}
        }
        // Nothing shows then that the person is dead.
        if report.kind == EventKind::Death && cell_text(&report.document).is_empty() {
            check.doubts.push(doubt("no-document", ""));
        }
        let year = on.map(|day| day.year());
        if let Some(round) = person.census_year.filter(|round| year.is_some_and(|year| year < *round)) {
            check.doubts.push(doubt("before-round", &round.to_string()));
        }
        let since = person.status_since.map(shown_day).unwrap_or_default();
        match (person.status.as_str(), report.kind) {
            ("deceased", _) => check.doubts.push(doubt("dead", &since)),
            ("departed", EventKind::Departure | EventKind::Move) => check.doubts.push(doubt("departed", &since)),
            ("resident", EventKind::Arrival) => {
                check.doubts.push(doubt("resident", person.quartier.as_deref().unwrap_or("")));
            }
            _ => {}
        }
        let to = cell_text(&report.to_quartier);
        let to_quartier = normalise::read_person_value("quartier", &to, &lists).filter(|_| !to.is_empty());
        let own = person.quartier.as_deref().and_then(|own| normalise::read_person_value("quartier", own, &lists));
        match report.kind {
            EventKind::Arrival | EventKind::Move if to.is_empty() => check.doubts.push(doubt("no-quartier", "")),
            EventKind::Arrival | EventKind::Move if to_quartier.is_none() => {
                let proposed = lists.quartiers.near(&to).unwrap_or_default().to_owned();
                check.impossible.push(EventDoubt { proposed, ..doubt("unknown-quartier", &to) });
            }
            EventKind::Move if to_quartier == own => check.doubts.push(doubt("same-quartier", &to)),
            EventKind::Marriage => {
                if person.marital_status.as_deref() == Some("married") {
                    check.doubts.push(doubt("married", ""));
                }
                let age = born.zip(on).map(|(born, on)| {
                    on.year() - born.year() - i32::from((on.month(), on.day()) < (born.month(), born.day()))
                });
                if let Some(age) = age.filter(|age| *age < self.config.validate.marriage_age) {
                    check.doubts.push(doubt("under-age", &age.to_string()));
                }
            }
            _ => {}
        }
        for (path, line, cells) in self.rows_of(&check.person.person_id)? {
            if !self.is_in_register(&path, line)? {
                let (event, on) = (cell(&cells, "event"), cell(&cells, "event_date"));
                check.doubts.push(doubt("waiting", format!("{event} {on}").trim_end()));
            }
        }
        Ok(check)
    }

    /// The row of an event, its words in French as in the template.
    fn row(
        &self,
        report: &EventReport,
        day: Option<NaiveDate>,
        person: &PersonRow,
        household: Option<&HouseholdRow>,
        lists: &ReferenceData,
    ) -> Vec<String> {
        let french = Messages::new(Lang::Fr);
        let home = |value: Option<&String>| value.cloned().unwrap_or_default();
        let of_kind = |value: &str, kinds: &[EventKind]| {
            if kinds.contains(&report.kind) { cell_text(value) } else { String::new() }
        };
        let born = person.born_on.map(|day| french.birth_date(day, &person.born_on_precision));
        let value = |column: &str| match column {
            "event" => french.text(&format!("template-event-{}", report.kind.code())),
            "event_date" => day.map(shown_day).unwrap_or_default(),
            "person_id" => person.person_id.clone(),
            "nom" => person.nom.clone(),
            "postnom" => person.postnom.clone(),
            "prenom" => person.prenom.clone(),
            "sex" => home(person.sex.as_ref()),
            "birth_date" => born.clone().unwrap_or_default(),
            "quartier" if report.kind == EventKind::Arrival => String::new(),
            "quartier" => home(person.quartier.as_ref()),
            "avenue" => home(household.and_then(|home| home.avenue.as_ref())),
            "parcel" => home(household.and_then(|home| home.parcel.as_ref())),
            "to_quartier" => {
                quartier_name(&of_kind(&report.to_quartier, &[EventKind::Arrival, EventKind::Move]), lists)
            }
            "to_avenue" => of_kind(&report.to_avenue, &[EventKind::Arrival, EventKind::Move]),
            "to_parcel" => of_kind(&report.to_parcel, &[EventKind::Arrival, EventKind::Move]),
            "elsewhere" => of_kind(&report.elsewhere, &[EventKind::Arrival, EventKind::Departure]),
            "spouse" => of_kind(&report.spouse, &[EventKind::Marriage]),
            "document" => cell_text(&report.document),
            "by" => self.access.who().to_owned(),
            _ => self.access.at().to_owned(),
        };
        COLUMNS.iter().map(|column| value(column)).collect()
    }

    fn path(&self, year: i32, number: u32) -> PathBuf {
        let author = name_part(self.access.who()).to_lowercase();
        let more = if number > 1 { format!("-{number}") } else { String::new() };
        self.raw.join(FOLDER).join(format!("{year}-{author}{more}.csv"))
    }

    /// The rows of a person in the files of the counter, each with its file and line.
    fn rows_of(&self, id: &str) -> Result<Vec<(PathBuf, usize, Vec<String>)>> {
        let headings = headings();
        let mut rows = Vec::new();
        for path in store::files_in(&self.raw.join(FOLDER), "csv")? {
            let file = match EntryFile::read(&path, &headings) {
                Ok(file) => file,
                Err(fault) if fault.code == ErrorCode::EntryFile => continue,
                Err(fault) => return Err(fault),
            };
            let own = (2..).zip(file.rows).filter(|(_, cells)| fold(cell(cells, "person_id")) == fold(id));
            rows.extend(own.map(|(line, cells)| (path.clone(), line, cells)));
        }
        rows.sort_by(|a, b| cell(&a.2, "at").cmp(cell(&b.2, "at")));
        Ok(rows)
    }

    /// Whether the register in use holds the row.
    fn is_in_register(&self, path: &Path, line: usize) -> Result<bool> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let file = format!("{FOLDER}/{name}");
        let found =
            read_current(self.clean, |generation| RegisterReader::new(generation)?.row_at(&file, "", line as i64))?;
        Ok(found.is_some())
    }
}

/// A day whose year has two digits with the century: the last such year that is not after this one.
fn with_century(text: &str, today: NaiveDate) -> String {
    let is_sign = |c: char| matches!(c, '/' | '.' | '-' | ' ');
    let parts: Vec<&str> = text.split(is_sign).filter(|part| !part.is_empty()).collect();
    let is_number = |part: &&str| part.len() <= 2 && part.bytes().all(|b| b.is_ascii_digit());
    match parts.as_slice() {
        [day, month, year] if year.len() == 2 && [day, month, year].into_iter().all(is_number) => {
            let century = today.year() / 100 * 100;
            let year = year.parse::<i32>().unwrap_or_default() + century;
            format!("{day}/{month}/{}", if year > today.year() { year - 100 } else { year })
        }
        _ => text.to_owned(),
    }
}

/// A quartier as the commune's list writes it; as typed if the list lacks it.
fn quartier_name(typed: &str, lists: &ReferenceData) -> String {
    let name = match normalise::read_person_value("quartier", typed, lists).filter(|_| !typed.is_empty()) {
        Some(PersonValue::Quartier(id)) => lists.quartiers.name(id),
        _ => None,
    };
    name.unwrap_or(typed).to_owned()
}

/// The folder of the files, below the raw folder.
const FOLDER: &str = "events/saisie";

fn headings() -> Vec<String> {
    let french = Messages::new(Lang::Fr);
    let heading = |column: &&str| match OWN_HEADINGS.iter().find(|(own, _)| own == column) {
        Some((_, heading)) => (*heading).to_owned(),
        None => french.text(&format!("template-column-{column}")),
    };
    COLUMNS.iter().map(heading).collect()
}

fn cell<'c>(cells: &'c [String], column: &str) -> &'c str {
    let place = COLUMNS.iter().position(|own| *own == column);
    place.and_then(|place| cells.get(place)).map_or("", String::as_str)
}

/// Whether a row is of another person and was noted in one step with this one.
fn is_with(row: &[String], cells: &[String]) -> bool {
    let is_same = |column: &&str| cell(row, column) == cell(cells, column);
    row != cells && ["event", "event_date", "by", "at"].iter().all(is_same)
}

fn shown_day(day: NaiveDate) -> String {
    day.format("%d/%m/%Y").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_of_two_digits_is_the_last_one_that_has_come() {
        let today = NaiveDate::from_ymd_opt(2026, 11, 30).unwrap();
        for (typed, expected) in [
            ("12/11/26", "12/11/2026"),
            ("4.6.98", "4/6/1998"),
            ("1-1-27", "1/1/1927"),
            ("12/11/2026", "12/11/2026"),
            ("12 novembre 26", "12 novembre 26"),
            ("26", "26"),
        ] {
            assert_eq!(with_century(typed, today), expected, "{typed}");
        }
    }
}
