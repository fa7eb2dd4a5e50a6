//! The register by standing, quartier, sex and age; households by size.
//!
//! Those who died or left are counted by their standing alone: every other table counts who is present.

use std::collections::BTreeSet;

use super::facts::{Facts, PersonFact, QuartierIndex, Settings};
use super::heading::{Breakdown, Heading, LARGEST_HOUSEHOLD, OLDEST_BAND};
use super::place::Earlier;
use super::protect::{Guard, protect_column, protect_one};
use super::tally::{Column, Counted, CountedRow, Plan, Tally};
use crate::record::{Sex, Status};

/// One quartier, those without one, or the commune.
#[derive(Debug, Clone, PartialEq)]
pub struct QuartierRow {
    /// Its persons: males, females, sex unknown.
    pub persons: CountedRow,
    /// Its households.
    pub households: Option<u64>,
    /// Members of its households; hidden with households or persons.
    pub members: Option<u64>,
    /// Years of its census rounds.
    pub rounds: BTreeSet<i32>,
}

impl QuartierRow {
    /// Members / households; `None` if a part is hidden or there is no household.
    #[must_use]
    pub fn mean_size(&self) -> Option<f64> {
        let (members, households) = (self.members?, self.households?);
        (households > 0).then(|| members as f64 / households as f64)
    }
}

/// All tables of persons and households.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// Persons present by standing.
    pub by_status: Counted,
    /// Persons who died, as far as the register knows; shown on its own, in no sum.
    pub deceased: Option<u64>,
    /// Persons who left.
    pub departed: Option<u64>,
    /// Residents who are likely dead.
    pub likely_dead: Option<u64>,
    /// Persons present by quartier and sex.
    pub persons_by_quartier: Counted,
    /// The same with households.
    pub by_quartier: Vec<QuartierRow>,
    /// The commune.
    pub total: QuartierRow,
    /// Persons present by age band on 31 December of `age_year` and sex, youngest first.
    pub by_age: Option<Counted>,
    /// Year of the last census round, at whose end ages are taken.
    pub age_year: Option<i32>,
    /// Households by number of members.
    pub by_size: Counted,
}

/// The columns of tables by sex.
const SEXES: [Column; 3] = [
    Column { indicator: "persons", and: Some(("sex", "M")) },
    Column { indicator: "persons", and: Some(("sex", "F")) },
    Column { indicator: "persons", and: Some(("sex", "unknown")) },
];

/// The heading of a quartier of residence.
pub(super) fn residence(facts: &Facts, quartier: Option<QuartierIndex>) -> Heading {
    quartier.map_or(Heading::Unknown, |index| Heading::Quartier(facts.quartier(index)))
}

/// The year of the last census round.
pub(super) fn age_year(facts: &Facts) -> Option<i32> {
    facts.quartiers_censused.values().flatten().copied().max()
}

/// Counts persons and households and protects every table.
pub(super) fn population(facts: &Facts, settings: &Settings) -> Population {
    let quartiers = || facts.quartiers.iter().cloned().map(Heading::Quartier);
    let age_year = age_year(facts);
    let persons_by_quartier = by_sex(facts, settings, Breakdown::Quartier, None, quartiers().collect(), |person| {
        residence(facts, person.quartier)
    });
    let (by_quartier, total) = quartier_rows(facts, settings, &persons_by_quartier);
    let by_age = age_year.map(|year| {
        let bands = (0..=OLDEST_BAND).step_by(5).map(Heading::Age).collect();
        by_sex(facts, settings, Breakdown::Age, Some(year), bands, |person| {
            person.born_year.map_or(Heading::Unknown, |born| Heading::of_age(year - born))
        })
    });
    let mut sizes = Tally::new(1, (1..=LARGEST_HOUSEHOLD).map(Heading::Size));
    for household in &facts.households {
        sizes.add(Heading::Size(household.n_members.min(LARGEST_HOUSEHOLD)), 0, 1);
    }
    let plan = Plan::new(Breakdown::Size, &[Column::of("households")], Column::of("households"));
    let by_size = sizes.protect(plan, settings.min_cell, &facts.earlier);
    let with = |status| facts.persons.iter().filter(|person| person.status == status).count() as u64;
    let one = |n| protect_one(n, settings.min_cell);
    Population {
        by_status: by_status(facts, settings),
        deceased: one(with(Status::Deceased)),
        departed: one(with(Status::Departed)),
        likely_dead: one(facts.n_likely_dead),
        persons_by_quartier,
        by_quartier,
        total,
        by_age,
        age_year,
        by_size,
    }
}

fn by_status(facts: &Facts, settings: &Settings) -> Counted {
    let present = [Status::Resident, Status::BirthOnly, Status::EventOnly];
    let mut tally = Tally::new(1, present.map(Heading::Status));
    for person in facts.persons.iter().filter(|person| person.is_present()) {
        tally.add(Heading::Status(person.status), 0, 1);
    }
    let plan = Plan::new(Breakdown::Status, &[Column::of("persons")], Column::of("persons"));
    tally.protect(plan, settings.min_cell, &facts.earlier)
}

fn by_sex(
    facts: &Facts,
    settings: &Settings,
    by: Breakdown,
    year: Option<i32>,
    fixed: Vec<Heading>,
    heading: impl Fn(&PersonFact) -> Heading,
) -> Counted {
    let mut tally = Tally::new(3, fixed);
    for person in facts.persons.iter().filter(|person| person.is_present()) {
        let column = match person.sex {
            Some(Sex::Male) => 0,
            Some(Sex::Female) => 1,
            None => 2,
        };
        tally.add(heading(person), column, 1);
    }
    let plan = Plan { year, ..Plan::new(by, &SEXES, Column::of("persons")) };
    tally.protect(plan, settings.min_cell, &facts.earlier)
}

fn quartier_rows(facts: &Facts, settings: &Settings, persons: &Counted) -> (Vec<QuartierRow>, QuartierRow) {
    let mut households = Tally::new(2, persons.rows.iter().map(|row| row.heading.clone()));
    for household in &facts.households {
        let quartier = residence(facts, household.quartier);
        households.add(quartier.clone(), 0, 1);
        households.add(quartier, 1, u64::from(household.n_members));
    }
    let exact: Vec<(Heading, u64, u64)> =
        households.exact().map(|(heading, row)| (heading.clone(), row[0], row[1])).collect();
    let last = |row: usize, _: usize| last_households(&facts.earlier, exact.get(row).map(|(heading, ..)| heading));
    let guard = Guard { last: Some(&last), ..Guard::new(settings.min_cell) };
    let (shown, n_households) = protect_column(&exact.iter().map(|(_, n, _)| *n).collect::<Vec<_>>(), &guard);
    let nobody = |heading: &Heading| CountedRow { heading: heading.clone(), cells: vec![Some(0); 3], total: Some(0) };
    let row = |((heading, _, members), n_households): (&(Heading, u64, u64), Option<u64>)| {
        let persons =
            persons.rows.iter().find(|row| row.heading == *heading).cloned().unwrap_or_else(|| nobody(heading));
        let rounds = match heading {
            Heading::Quartier(name) => rounds_of(facts, name),
            _ => BTreeSet::new(),
        };
        QuartierRow {
            members: n_households.and(persons.total).map(|_| *members),
            persons,
            households: n_households,
            rounds,
        }
    };
    let rows = exact.iter().zip(shown).map(row).collect();
    let members = n_households.and(persons.total.total).map(|_| exact.iter().map(|(_, _, members)| members).sum());
    let rounds = facts.quartiers_censused.values().flatten().copied().collect();
    (rows, QuartierRow { persons: persons.total.clone(), households: n_households, members, rounds })
}

fn last_households(earlier: &Earlier, heading: Option<&Heading>) -> super::protect::Last {
    let place = heading.map(|heading| super::place::Place::of(Breakdown::Quartier, heading));
    place.map(|place| earlier.last("households", place)).unwrap_or_default()
}

/// The years of a quartier's census rounds.
pub(super) fn rounds_of(facts: &Facts, quartier: &str) -> BTreeSet<i32> {
    let index = facts.quartiers.iter().position(|name| name == quartier);
    index.and_then(|index| facts.quartiers_censused.get(&(index as QuartierIndex))).cloned().unwrap_or_default()
}
