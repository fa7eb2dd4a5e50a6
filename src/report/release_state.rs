//! Compares what a release would count with what every earlier release counted: where too few persons or acts changed,
//! the release repeats an earlier one.
//!
//! A release has two parts: the persons, with their households, census sheets and links to acts, and the acts. Of each
//! part the cells of its tables are counted ([`ReleaseFingerprint`]). A part is shown if every one of its tables
//! differs from that of every earlier release by nothing or by `release.min_changes` persons or acts. Else the release
//! shows the part as the last release did ([`ReleasedFacts`]): one person more among the residents of a month of a
//! hundred new acts is then in no table. The acts of the period are compared, too: two periods of one register do not
//! differ by a few acts.
//!
//! Persons known by an act alone are shown with the residents: a total of both is of one state. So are the years of the
//! registers with which the persons were linked ([`RegisterSummary`]).

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::earlier_release::ExactYears;
use super::facts::{ActFact, Facts, HouseholdFact, PersonFact, QuartierIndex, SheetsOfQuartier};
use super::heading::RowHeading;
use super::mothers;
use super::register_window::RegisterSummary;
use crate::record::{Category, EventKind, Fnv, Sex, SheetCount, Status, Timeliness};

/// The cells of the tables of a part: for each table the number of persons or acts by the hash of the cell.
type Cells = BTreeMap<String, BTreeMap<u64, u32>>;

/// What a release counts of residents and acts: numbers by hashes. No person can be read from it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReleaseFingerprint {
    residents: Cells,
    acts: Cells,
    /// The acts of the period of the release.
    period: Cells,
    /// The years of declaration whose acts the release showed exactly: on time, late. Absent in an older file.
    #[serde(default)]
    pub(crate) exact_years: Option<ExactYears>,
}

/// The fewest persons or acts by which a table of each part differs from that of an earlier release; 0 if none does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PartChanges {
    /// Of the residents.
    pub residents: u64,
    /// Of the acts.
    pub acts: u64,
    /// Of the acts of the period.
    pub period: u64,
}

impl ReleaseFingerprint {
    /// Returns the fingerprint of these facts, whose acts are those of all periods.
    pub(crate) fn of(facts: &Facts) -> Self {
        let mut own = Self { acts: cells_of_acts(facts), ..Self::default() };
        for person in facts.persons.iter().filter(|person| person.status != Status::BirthOnly) {
            let mut add = |table: &str, cell: &dyn std::fmt::Debug| add(&mut own.residents, table, cell);
            add("status", &person.status);
            if !person.is_resident() {
                continue;
            }
            let quartier = person.quartier.map(|own| facts.quartier(own));
            let age = person.census_age.map(|age| RowHeading::of_age(age).code());
            let is_adult = person.census_age.map(|age| age >= 18);
            add("quartier", &(&quartier, person.sex, is_adult));
            add("age", &(&age, person.sex));
            add("act", &(&quartier, person.has_act));
            add("born", &(person.born_year, person.has_act));
        }
        own
    }

    /// Adds the acts of the period.
    pub(crate) fn with_period(mut self, selected: &Facts) -> Self {
        self.period = cells_of_acts(selected);
        self
    }

    /// Returns the fewest persons or acts by which a table differs, of each part.
    #[must_use]
    pub fn changes_of_parts(&self, before: &Self) -> PartChanges {
        PartChanges {
            residents: fewest(&before.residents, &self.residents),
            acts: fewest(&before.acts, &self.acts),
            period: fewest(&before.period, &self.period),
        }
    }

    /// Returns the number of persons or acts, whichever is greater, by which two fingerprints differ.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> u64 {
        let own = self.changes_of_parts(before);
        own.residents.max(own.acts)
    }
}

fn cells_of_acts(facts: &Facts) -> Cells {
    let mut cells = Cells::new();
    for act in facts.acts.iter().filter(|act| !act.is_duplicate) {
        let quartier = act.quartier.map(|own| facts.quartier(own));
        let mut add = |table: &str, cell: &dyn std::fmt::Debug| add(&mut cells, table, cell);
        add("quartier", &(&quartier, act.declared_on.map(|day| day.year()), act.timeliness));
        add("sex", &(act.sex, act.timeliness));
        add("category", &(act.category, act.timeliness));
        add("born", &(act.born_on.map(|day| (day.year(), day.month0() / 3)), act.timeliness));
        add("declared", &(act.declared_on.map(|day| (day.year(), day.month())), act.timeliness));
        add("mother", &(mothers::age_heading(act.mother_age).code(), mothers::order_column(act.birth_order)));
        add("delay", &(act.delay_days.map(RowHeading::of_delay).map(|own| own.code()), act.timeliness));
    }
    cells
}

fn add(cells: &mut Cells, table: &str, cell: &dyn std::fmt::Debug) {
    if !cells.contains_key(table) {
        cells.insert(table.to_owned(), BTreeMap::new());
    }
    let hash = Fnv::default().with(format!("{cell:?}").as_bytes()).finish();
    if let Some(cells) = cells.get_mut(table) {
        *cells.entry(hash).or_default() += 1;
    }
}

/// Returns the fewest changes of a table that changed; 0 if none did.
fn fewest(before: &Cells, after: &Cells) -> u64 {
    let none = BTreeMap::new();
    let tables = before.keys().chain(after.keys().filter(|table| !before.contains_key(*table)));
    let of = |table: &String| changes(before.get(table).unwrap_or(&none), after.get(table).unwrap_or(&none));
    tables.map(of).filter(|n| *n > 0).min().unwrap_or(0)
}

fn changes(before: &BTreeMap<u64, u32>, after: &BTreeMap<u64, u32>) -> u64 {
    let (mut came, mut went) = (0, 0);
    for key in before.keys().chain(after.keys().filter(|key| !before.contains_key(*key))) {
        let [old, new] = [before, after].map(|counts| u64::from(counts.get(key).copied().unwrap_or(0)));
        came += new.saturating_sub(old);
        went += old.saturating_sub(new);
    }
    // A change of one person is one that went and one that came.
    came.max(went)
}

/// Quartier, sex, year of birth, age, year of the round, status, whether there is an act, probability of one in per
/// cent; number of such persons.
type PersonNumbers = (Option<QuartierIndex>, String, Option<i32>, Option<i32>, Option<i32>, String, bool, u8, u32);
/// Quartier, whether it is the child's, sex, birth, declaration, delay, timeliness, category, whether a duplicate.
type ActNumbers =
    (Option<QuartierIndex>, bool, String, Option<NaiveDate>, Option<NaiveDate>, Option<i32>, String, String, bool);

/// What the last release counted, without names, so that the next one can show a part of it again.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct ReleasedFacts {
    quartiers: Vec<String>,
    residents: Vec<PersonNumbers>,
    households: Vec<(Option<QuartierIndex>, u32)>,
    quartiers_censused: Vec<(QuartierIndex, Vec<i32>)>,
    shares_covered: Vec<(QuartierIndex, f64)>,
    sheets: Vec<(Option<QuartierIndex>, [u64; 3])>,
    /// Of census sheets, of lists of events, of birth registers.
    rows: [[u64; 5]; 3],
    events: Vec<(String, Option<i32>, u64)>,
    has_events: bool,
    n_likely_dead: u64,
    birth_only: Vec<PersonNumbers>,
    acts: Vec<ActNumbers>,
    /// Age of the mother and birth order of each act; absent in an older file.
    #[serde(default)]
    mothers: Vec<(Option<i32>, Option<i32>)>,
    /// The registers with which the persons were linked; absent in an older file.
    #[serde(default)]
    pub(crate) registers: Option<RegisterSummary>,
}

fn code_of(sex: Option<Sex>) -> String {
    sex.map_or_else(String::new, |sex| sex.code().to_owned())
}

fn numbers<'f>(persons: impl Iterator<Item = &'f PersonFact>) -> Vec<PersonNumbers> {
    let mut groups = BTreeMap::new();
    for own in persons {
        let percent = (own.act_probability * 100.0).round().clamp(0.0, 100.0) as u8;
        let (sex, status) = (code_of(own.sex), own.status.code().to_owned());
        let key = (own.quartier, sex, own.born_year, own.census_age, own.census_year, status, own.has_act, percent);
        *groups.entry(key).or_default() += 1;
    }
    let row = |((a, b, c, d, e, f, g, h), n)| (a, b, c, d, e, f, g, h, n);
    groups.into_iter().map(row).collect()
}

fn row_numbers(own: &SheetCount) -> [u64; 5] {
    [own.rows, own.ignored, own.quarantined, own.registered, own.merged]
}

fn sheet_count([rows, ignored, quarantined, registered, merged]: [u64; 5]) -> SheetCount {
    SheetCount { rows, ignored, quarantined, registered, merged }
}

impl ReleasedFacts {
    /// Returns what a release of these facts counts.
    pub(crate) fn of(facts: &Facts) -> Self {
        let is_birth_only = |person: &&PersonFact| person.status == Status::BirthOnly;
        let act = |own: &ActFact| {
            let (timeliness, category) = (own.timeliness.code().to_owned(), own.category.code().to_owned());
            let (quartier, of_child, sex) = (own.quartier, own.has_quartier_of_child, code_of(own.sex));
            let days = (own.born_on, own.declared_on, own.delay_days);
            (quartier, of_child, sex, days.0, days.1, days.2, timeliness, category, own.is_duplicate)
        };
        let sheets = facts.sheets_of_quartier.iter();
        let years =
            |(own, years): (&QuartierIndex, &std::collections::BTreeSet<i32>)| (*own, years.iter().copied().collect());
        Self {
            quartiers: facts.quartiers.clone(),
            residents: numbers(facts.persons.iter().filter(|person| !is_birth_only(person))),
            households: facts.households.iter().map(|own| (own.quartier, own.n_members)).collect(),
            quartiers_censused: facts.quartiers_censused.iter().map(years).collect(),
            shares_covered: facts.shares_covered.iter().map(|(own, share)| (*own, *share)).collect(),
            sheets: sheets.map(|(own, n)| (*own, [n.n_sheets, n.in_register, n.quarantined])).collect(),
            rows: [&facts.census_rows, &facts.event_rows, &facts.birth_rows].map(row_numbers),
            events: facts.events.iter().map(|((kind, year), n)| (kind.code().to_owned(), *year, *n)).collect(),
            has_events: facts.has_events,
            n_likely_dead: facts.n_likely_dead,
            birth_only: numbers(facts.persons.iter().filter(is_birth_only)),
            acts: facts.acts.iter().map(act).collect(),
            mothers: facts.acts.iter().map(|own| (own.mother_age, own.birth_order)).collect(),
            registers: None,
        }
    }

    /// Sets the registers with which the persons were linked.
    pub(crate) fn with_registers(self, registers: RegisterSummary) -> Self {
        Self { registers: Some(registers), ..self }
    }

    /// Returns the index that a quartier of the release has in these facts.
    fn index(&self, facts: &Facts, own: Option<QuartierIndex>) -> Option<QuartierIndex> {
        let name = self.quartiers.get(usize::from(own?))?;
        facts.quartiers.iter().position(|other| other == name).and_then(|index| QuartierIndex::try_from(index).ok())
    }

    fn persons(&self, facts: &Facts, rows: &[PersonNumbers]) -> Vec<PersonFact> {
        let each =
            |(quartier, sex, born_year, census_age, census_year, status, has_act, percent, n): &PersonNumbers| {
                let person = PersonFact {
                    quartier: self.index(facts, *quartier),
                    sex: Sex::from_code(sex),
                    born_year: *born_year,
                    census_age: *census_age,
                    census_year: *census_year,
                    status: Status::from_code(status).unwrap_or(Status::Resident),
                    has_act: *has_act,
                    act_probability: f64::from(*percent) / 100.0,
                    also_named_in: Vec::new(),
                };
                std::iter::repeat_n(person, *n as usize)
            };
        rows.iter().flat_map(each).collect()
    }

    /// Sets the persons, their households, sheets and events as the release had them, with the registers of their
    /// links.
    pub(crate) fn restore_persons(&self, facts: &mut Facts) {
        let parts = [&self.residents, &self.birth_only];
        facts.persons = parts.into_iter().flat_map(|own| self.persons(facts, own)).collect();
        facts.registers_of_persons = self.registers.clone();
        self.restore_households(facts);
        let of = |own: &QuartierIndex| self.index(facts, Some(*own));
        let years = self.quartiers_censused.iter();
        let censused = years.filter_map(|(own, years)| Some((of(own)?, years.iter().copied().collect()))).collect();
        let shares = self.shares_covered.iter().filter_map(|(own, share)| Some((of(own)?, *share))).collect();
        let sheets = self.sheets.iter().map(|(own, [n_sheets, in_register, quarantined])| {
            let (n_sheets, in_register, quarantined) = (*n_sheets, *in_register, *quarantined);
            (self.index(facts, *own), SheetsOfQuartier { n_sheets, in_register, quarantined })
        });
        let sheets = sheets.collect();
        let event = |(kind, year, n): &(String, Option<i32>, u64)| Some(((EventKind::from_code(kind)?, *year), *n));
        facts.events = self.events.iter().filter_map(event).collect();
        (facts.quartiers_censused, facts.shares_covered) = (censused, shares);
        facts.sheets_of_quartier = sheets;
        [facts.census_rows, facts.event_rows] = [self.rows[0], self.rows[1]].map(sheet_count);
        (facts.has_events, facts.n_likely_dead) = (self.has_events, self.n_likely_dead);
    }

    /// Sets the households as the release had them: where no resident changed, a household that was divided would stand
    /// alone in the figures of its quartier.
    pub(crate) fn restore_households(&self, facts: &mut Facts) {
        let household = |(quartier, n_members): &(Option<QuartierIndex>, u32)| HouseholdFact {
            quartier: self.index(facts, *quartier),
            n_members: *n_members,
        };
        facts.households = self.households.iter().map(household).collect();
    }

    /// Sets the acts as the release had them.
    pub(crate) fn restore_acts(&self, facts: &mut Facts) {
        facts.acts = self.acts(facts);
        facts.birth_rows = sheet_count(self.rows[2]);
    }

    /// Returns the acts of the release.
    pub(crate) fn acts(&self, facts: &Facts) -> Vec<ActFact> {
        let mothers = self.mothers.iter().copied().chain(std::iter::repeat((None, None)));
        let each = |(own, (mother_age, birth_order)): (&ActNumbers, (Option<i32>, Option<i32>))| {
            let (quartier, of_child, sex, born_on, declared_on, days, timeliness, category, is_duplicate) = own;
            ActFact {
                born_on: *born_on,
                declared_on: *declared_on,
                delay_days: *days,
                timeliness: Timeliness::from_code(timeliness).unwrap_or(Timeliness::Unknown),
                category: Category::from_code(category).unwrap_or(Category::Unknown),
                quartier: self.index(facts, *quartier),
                has_quartier_of_child: *of_child,
                sex: Sex::from_code(sex),
                is_duplicate: *is_duplicate,
                mother_age,
                birth_order,
            }
        };
        self.acts.iter().zip(mothers).map(each).collect()
    }
}
