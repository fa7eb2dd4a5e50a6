//! The register by quartier, sex and age; households; children in the census with and without a birth act.

use std::collections::{BTreeMap, BTreeSet};

use super::facts::{Facts, Settings};
use super::heading::{Heading, OLDEST_BAND};
use super::protect::{Zeros, protect, protect_column};
use crate::record::Sex;

/// Ages of the children looked at: 0 to 17 years.
const CHILD_YEARS: i32 = 18;

/// Persons under one heading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonRow {
    /// What it stands for.
    pub heading: Heading,
    /// Males.
    pub males: Option<u64>,
    /// Females.
    pub females: Option<u64>,
    /// Persons whose sex isn't known.
    pub sex_unknown: Option<u64>,
    /// All of them.
    pub persons: Option<u64>,
}

/// One quartier, those without one, or the commune.
#[derive(Debug, Clone, PartialEq)]
pub struct QuartierRow {
    /// Its persons.
    pub persons: PersonRow,
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

/// Children of the census born in one year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChildRow {
    /// Year of birth, or all.
    pub heading: Heading,
    /// Those for whom a birth act was found.
    pub with_act: Option<u64>,
    /// Those for whom none was found.
    pub without_act: Option<u64>,
    /// Both: the denominator of the rate.
    pub children: Option<u64>,
}

impl ChildRow {
    /// Without an act / children; `None` if a part is hidden or there is no child.
    #[must_use]
    pub fn rate_without(&self) -> Option<f64> {
        let (without, _, children) = (self.without_act?, self.with_act?, self.children?);
        (children > 0).then(|| without as f64 / children as f64)
    }
}

/// All tables of persons and households.
#[derive(Debug, Clone, PartialEq)]
pub struct Population {
    /// By quartier.
    pub by_quartier: Vec<QuartierRow>,
    /// The commune.
    pub total: QuartierRow,
    /// By age band on 31 December of `age_year`, youngest first.
    pub by_age: Vec<PersonRow>,
    /// Year of the last census round, at whose end ages are taken.
    pub age_year: Option<i32>,
    /// Children of the census (0 to 17 at the end of `age_year`) by year of birth.
    pub children: Vec<ChildRow>,
    /// All those children.
    pub children_total: ChildRow,
    /// Quartiers with at least one census round.
    pub n_quartiers_censused: u64,
    /// Quartiers of the commune.
    pub n_quartiers: u64,
}

/// Counts persons and households and protects every table.
pub(super) fn population(facts: &Facts, settings: &Settings) -> Population {
    let age_year = facts.quartiers_censused.values().flatten().copied().max();
    let quartiers: Vec<Heading> = facts.quartiers.iter().cloned().map(Heading::Quartier).collect();
    let residence = |quartier: &Option<String>| quartier.clone().map_or(Heading::Unknown, Heading::Quartier);

    let (persons, total) = persons_by(facts, settings, quartiers.clone(), |person| residence(&person.quartier));
    let mut households: BTreeMap<Heading, (u64, u64)> =
        persons.iter().map(|row| (row.heading.clone(), (0, 0))).collect();
    for household in &facts.households {
        let (n, members) = households.entry(residence(&household.quartier)).or_default();
        *n += 1;
        *members += u64::from(household.n_members);
    }
    let (shown, n_households) =
        protect_column(&households.values().map(|(n, _)| *n).collect::<Vec<_>>(), settings.min_cell);
    let nobody = |heading: &Heading| PersonRow {
        heading: heading.clone(),
        males: Some(0),
        females: Some(0),
        sex_unknown: Some(0),
        persons: Some(0),
    };
    let by_quartier: Vec<QuartierRow> = households
        .iter()
        .zip(shown)
        .map(|((heading, (_, members)), n_households)| {
            let persons =
                persons.iter().find(|row| row.heading == *heading).cloned().unwrap_or_else(|| nobody(heading));
            let rounds = match heading {
                Heading::Quartier(name) => facts.quartiers_censused.get(name).cloned().unwrap_or_default(),
                _ => BTreeSet::new(),
            };
            let members = n_households.and(persons.persons).map(|_| *members);
            QuartierRow { persons, households: n_households, members, rounds }
        })
        .collect();
    let members = n_households.and(total.persons).map(|_| households.values().map(|(_, members)| members).sum());
    let by_age = match age_year {
        Some(year) => {
            let bands = (0..=OLDEST_BAND).step_by(5).map(Heading::Age).collect();
            persons_by(facts, settings, bands, |person| {
                person.born_year.map_or(Heading::Unknown, |born| Heading::of_age(year - born))
            })
            .0
        }
        None => Vec::new(),
    };
    let (children, children_total) = children(facts, settings, age_year);
    Population {
        by_quartier,
        total: QuartierRow {
            persons: total,
            households: n_households,
            members,
            rounds: facts.quartiers_censused.values().flatten().copied().collect(),
        },
        by_age,
        age_year,
        children,
        children_total,
        n_quartiers_censused: facts.quartiers_censused.values().filter(|rounds| !rounds.is_empty()).count() as u64,
        n_quartiers: facts.quartiers.len() as u64,
    }
}

fn persons_by(
    facts: &Facts,
    settings: &Settings,
    fixed: Vec<Heading>,
    heading: impl Fn(&super::PersonFact) -> Heading,
) -> (Vec<PersonRow>, PersonRow) {
    let mut counts: BTreeMap<Heading, [u64; 3]> = fixed.into_iter().map(|heading| (heading, [0; 3])).collect();
    for person in &facts.persons {
        let column = match person.sex {
            Some(Sex::Male) => 0,
            Some(Sex::Female) => 1,
            None => 2,
        };
        counts.entry(heading(person)).or_default()[column] += 1;
    }
    let cells: Vec<Vec<u64>> = counts.values().map(|row| row.to_vec()).collect();
    let shown = protect(&cells, settings.min_cell, Zeros::MayHide);
    let row = |heading, cells: &[Option<u64>], persons| {
        let at = |column| cells.get(column).copied().unwrap_or(Some(0));
        PersonRow { heading, males: at(0), females: at(1), sex_unknown: at(2), persons }
    };
    let total = row(Heading::All, &shown.column_totals, shown.total);
    let rows =
        counts.into_keys().enumerate().map(|(r, heading)| row(heading, &shown.cells[r], shown.row_totals[r])).collect();
    (rows, total)
}

fn children(facts: &Facts, settings: &Settings, age_year: Option<i32>) -> (Vec<ChildRow>, ChildRow) {
    let years: Vec<i32> = age_year.map_or_else(Vec::new, |last| (last - CHILD_YEARS + 1..=last).collect());
    let mut counts: BTreeMap<i32, Vec<u64>> = years.into_iter().map(|year| (year, vec![0; 2])).collect();
    for person in facts.persons.iter().filter(|person| person.in_census) {
        if let Some(row) = person.born_year.and_then(|born| counts.get_mut(&born)) {
            row[usize::from(!person.has_act)] += 1;
        }
    }
    let cells: Vec<Vec<u64>> = counts.values().cloned().collect();
    let shown = protect(&cells, settings.min_cell, Zeros::MayHide);
    let row = |heading, cells: &[Option<u64>], children| {
        let at = |column| cells.get(column).copied().unwrap_or(Some(0));
        ChildRow { heading, with_act: at(0), without_act: at(1), children }
    };
    let total = row(Heading::All, &shown.column_totals, shown.total);
    let rows = counts
        .into_keys()
        .enumerate()
        .map(|(r, year)| row(Heading::Year(year), &shown.cells[r], shown.row_totals[r]))
        .collect();
    (rows, total)
}
