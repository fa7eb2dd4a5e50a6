//! Counts persons by status, quartier, sex and age; households by quartier and size; events by year.
//!
//! Every table counts persons present, except the numbers of the dead and the departed.

use super::count_table::{CountColumn, CountRow, CountTable, CountTableBuilder, TableSpec};
use super::facts::{Facts, PersonFact, QuartierIndex};
use super::heading::{Breakdown, LARGEST_HOUSEHOLD, OLDEST_BAND, RowHeading};
use crate::record::{EventKind, Sex, Status};

/// A quartier, the persons without one, or the commune.
pub(crate) struct QuartierRow {
    /// Persons: males, females, sex unknown.
    pub(crate) persons: CountRow,
    pub(crate) households: Option<u64>,
    /// Members of the households.
    pub(crate) members: Option<u64>,
}

impl QuartierRow {
    /// Returns members / households; `None` if one is hidden or there is no household.
    pub(crate) fn mean_size(&self) -> Option<f64> {
        let (members, households) = (self.members?, self.households?);
        (households >= self.persons.least_whole).then(|| members as f64 / households as f64)
    }
}

/// All tables of persons and households.
pub(crate) struct Population {
    pub(crate) by_status: CountTable,
    /// The dead. They are in no total, and neither are those who departed.
    pub(crate) deceased: Option<u64>,
    pub(crate) departed: Option<u64>,
    /// Residents listed as likely dead.
    pub(crate) likely_dead: Option<u64>,
    pub(crate) persons_by_quartier: CountTable,
    pub(crate) by_quartier: Vec<QuartierRow>,
    pub(crate) total: QuartierRow,
    /// Residents by sex and age band, each at their own round. Persons known by an act alone are not in it.
    pub(crate) by_age: Option<CountTable>,
    /// Residents by quartier: men, women, boys, girls, sex or age unknown.
    pub(crate) by_group: Option<CountTable>,
    /// Year of the last census round that covers a quartier.
    pub(crate) age_year: Option<i32>,
    pub(crate) by_size: CountTable,
}

/// Codes of the columns of tables by sex.
const SEXES: [&str; 3] = ["M", "F", "unknown"];

/// Returns the heading of a quartier of residence.
pub(super) fn residence(facts: &Facts, quartier: Option<QuartierIndex>) -> RowHeading {
    quartier.map_or(RowHeading::Unknown, |index| RowHeading::Quartier(facts.quartier(index)))
}

/// Returns the year of the last census round that covers a quartier.
pub(super) fn age_year(facts: &Facts) -> Option<i32> {
    facts.quartiers_censused.values().flatten().copied().max()
}

/// Counts persons and households.
pub(super) fn population(facts: &Facts) -> Population {
    let age_year = age_year(facts);
    let present = facts.persons.iter().filter(|person| person.is_present());
    let persons_by_quartier = by_sex(present, Breakdown::Quartier, "persons", facts.quartier_headings(), |person| {
        residence(facts, person.quartier)
    });
    let (by_quartier, total) = quartier_rows(facts, &persons_by_quartier);
    let by_age = age_year.map(|_| {
        let bands = (0..=OLDEST_BAND).step_by(5).map(RowHeading::Age).collect();
        let residents = facts.persons.iter().filter(|person| person.is_resident());
        by_sex(residents, Breakdown::Age, "residents", bands, |person| {
            person.census_age.map_or(RowHeading::Unknown, RowHeading::of_age)
        })
    });
    let mut sizes = CountTableBuilder::new(1, (1..=LARGEST_HOUSEHOLD).map(RowHeading::Size));
    for household in &facts.households {
        sizes.add(RowHeading::Size(household.n_members.min(LARGEST_HOUSEHOLD)), 0, 1);
    }
    let spec = TableSpec::new(Breakdown::Size, &[CountColumn::of("households")], CountColumn::of("households"));
    let by_size = sizes.finish(spec);
    let with = |status| facts.persons.iter().filter(|person| person.status == status).count() as u64;
    Population {
        by_status: by_status(facts),
        deceased: Some(with(Status::Deceased)),
        departed: Some(with(Status::Departed)),
        likely_dead: Some(facts.n_likely_dead),
        persons_by_quartier,
        by_quartier,
        total,
        by_age,
        by_group: age_year.map(|_| by_group(facts)),
        age_year,
        by_size,
    }
}

/// Groups of persons as the civil status offices of Kinshasa count them, and persons of unknown sex or age.
pub(crate) const GROUPS: [&str; 5] = ["men", "women", "boys", "girls", "unknown"];

/// First age of a man or a woman.
const ADULT_AGE: i32 = 18;

/// Returns the column of a person among [`GROUPS`]: the age is that at their own round.
fn group(person: &PersonFact) -> usize {
    match (person.sex, person.census_age) {
        (Some(Sex::Male), Some(ADULT_AGE..)) => 0,
        (Some(Sex::Female), Some(ADULT_AGE..)) => 1,
        (Some(Sex::Male), Some(0..)) => 2,
        (Some(Sex::Female), Some(0..)) => 3,
        _ => 4,
    }
}

fn by_group(facts: &Facts) -> CountTable {
    let mut builder = CountTableBuilder::new(GROUPS.len(), facts.quartier_headings());
    for person in facts.persons.iter().filter(|person| person.is_resident()) {
        builder.add(residence(facts, person.quartier), group(person), 1);
    }
    let columns = GROUPS.map(|code| CountColumn { indicator: "residents", breakdown: Some(("group", code)) });
    builder.finish(TableSpec::new(Breakdown::Quartier, &columns, CountColumn::of("residents")))
}

fn by_status(facts: &Facts) -> CountTable {
    let present = [Status::Resident, Status::BirthOnly, Status::EventOnly];
    let mut builder = CountTableBuilder::new(1, present.map(RowHeading::Status));
    for person in facts.persons.iter().filter(|person| person.is_present()) {
        builder.add(RowHeading::Status(person.status), 0, 1);
    }
    let spec = TableSpec::new(Breakdown::Status, &[CountColumn::of("persons")], CountColumn::of("persons"));
    builder.finish(spec)
}

/// Returns the persons by `heading` and sex; the table has at least the rows of `headings`.
fn by_sex<'f>(
    persons: impl Iterator<Item = &'f PersonFact>,
    by: Breakdown,
    indicator: &'static str,
    headings: Vec<RowHeading>,
    heading: impl Fn(&PersonFact) -> RowHeading,
) -> CountTable {
    let mut builder = CountTableBuilder::new(3, headings);
    for person in persons {
        let column = match person.sex {
            Some(Sex::Male) => 0,
            Some(Sex::Female) => 1,
            None => 2,
        };
        builder.add(heading(person), column, 1);
    }
    let columns = SEXES.map(|code| CountColumn { indicator, breakdown: Some(("sex", code)) });
    builder.finish(TableSpec::new(by, &columns, CountColumn::of(indicator)))
}

/// Returns the persons and households by quartier, and of the commune.
fn quartier_rows(facts: &Facts, persons: &CountTable) -> (Vec<QuartierRow>, QuartierRow) {
    let mut households = CountTableBuilder::new(2, persons.rows.iter().map(|row| row.heading.clone()));
    for household in &facts.households {
        let quartier = residence(facts, household.quartier);
        households.add(quartier.clone(), 0, 1);
        households.add(quartier, 1, u64::from(household.n_members));
    }
    let nobody = |heading: &RowHeading| CountRow {
        heading: heading.clone(),
        cells: vec![Some(0); 3],
        total: Some(0),
        least_whole: 1,
        is_withheld: false,
    };
    let row = |(heading, counts): (&RowHeading, &[u64])| {
        let persons = persons.rows.iter().find(|row| row.heading == *heading).cloned();
        QuartierRow {
            persons: persons.unwrap_or_else(|| nobody(heading)),
            households: Some(counts[0]),
            members: Some(counts[1]),
        }
    };
    let rows: Vec<QuartierRow> = households.exact().map(row).collect();
    let sum = |column: fn(&QuartierRow) -> Option<u64>| Some(rows.iter().filter_map(column).sum());
    let total = QuartierRow {
        persons: persons.total.clone(),
        households: sum(|row| row.households),
        members: sum(|row| row.members),
    };
    (rows, total)
}

/// Returns the events by year and kind; `None` where no list of events was read.
pub(super) fn events(facts: &Facts) -> Option<CountTable> {
    if !facts.has_events {
        return None;
    }
    let mut builder = CountTableBuilder::new(EventKind::ALL.len(), []);
    for ((event, year), n) in &facts.events {
        let column = EventKind::ALL.iter().position(|kind| kind == event).unwrap_or_default();
        builder.add(year.map_or(RowHeading::Unknown, RowHeading::Year), column, *n);
    }
    let column = |kind: &EventKind| CountColumn { indicator: "events", breakdown: Some(("event", kind.code())) };
    let columns: Vec<CountColumn> = EventKind::ALL.iter().map(column).collect();
    let spec = TableSpec::new(Breakdown::EventYear, &columns, CountColumn::of("events"));
    Some(builder.finish(spec))
}
