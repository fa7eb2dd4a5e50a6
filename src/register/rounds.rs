//! What rounds say of one another: which residence holds, whom a round missed, who may be dead, which households moved,
//! split or joined.
//!
//! A round covers a quartier once it saw a share of those whom the rounds before had seen there ([`Settings`]): in a
//! quartier that is still being censused nobody is missing yet.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use crate::record::{CleanRow, Effect, EventKind, Fiche, Kind, QuartierId, Status};

use super::{Person, Register};

/// When a round counts, and who is listed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Share of the persons known in a quartier from which a round covers it.
    pub covered_share: f64,
    /// Age from which a resident is listed as likely dead, in years.
    pub likely_dead_age_years: i32,
    /// The same of one whom a later round of the quartier missed.
    pub likely_dead_missed_age_years: i32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { covered_share: 0.5, likely_dead_age_years: 100, likely_dead_missed_age_years: 80 }
    }
}

/// Where a fiche or an event says that a person lives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Residence {
    /// The person (index).
    pub person: u32,
    /// The round, or the year of the event.
    pub round: Option<i32>,
    /// The household (index); `None` for an event.
    pub household: Option<u32>,
    /// The quartier.
    pub quartier: Option<QuartierId>,
    /// Whether it holds.
    pub holds: bool,
    /// Why: `later-round`, `same-round`, `event`, `earlier-round`, `before-event`.
    pub why: &'static str,
}

/// A person whom a round of their quartier did not see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Absence {
    /// The person (index).
    pub person: u32,
    /// Where the person was last seen before.
    pub quartier: QuartierId,
    /// The round.
    pub round: i32,
    /// When the person was last seen before.
    pub last_seen: i32,
    /// Whether nobody of the household was seen either.
    pub whole_household: bool,
}

/// A resident who may be dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LikelyDead {
    /// The person (index).
    pub person: u32,
    /// Age in years at the end of the last round.
    pub age_years: i32,
    /// Rounds since that did not see the person.
    pub rounds_missed: u32,
    /// `age` or `age-and-absence`.
    pub reason: &'static str,
}

/// What a later round saw of a household.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HouseholdChange {
    /// The household (index).
    pub household: u32,
    /// The later round.
    pub round: i32,
    /// `moved`, `split` or `joined`.
    pub change: &'static str,
    /// The other household (index).
    pub other: Option<u32>,
    /// The fiche before.
    pub from: u32,
    /// The fiche since.
    pub to: u32,
    /// How many persons.
    pub n_persons: u32,
}

/// What rounds say of one another; each list in the order of its persons or households.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rounds {
    /// Of persons with more than one.
    pub residences: Vec<Residence>,
    /// Persons missed.
    pub absences: Vec<Absence>,
    /// Persons who may be dead.
    pub likely_dead: Vec<LikelyDead>,
    /// Households that changed.
    pub household_changes: Vec<HouseholdChange>,
}

/// One fiche that names a person.
#[derive(Debug, Clone, Copy)]
struct OnFiche {
    round: i32,
    fiche: u32,
    quartier: Option<QuartierId>,
    household: u32,
    key: u64,
}

/// Compares the rounds of a register.
#[must_use]
pub fn rounds(rows: &[CleanRow], fiches: &[Fiche], register: &Register, settings: &Settings) -> Rounds {
    let seen: Vec<Vec<OnFiche>> = register.persons.iter().map(|person| fiches_of(person, rows, register)).collect();
    let covered = covered(&seen, settings.covered_share);
    let mut found = Rounds::default();
    for (index, person) in (0_u32..).zip(&register.persons) {
        residences(index, person, &seen[index as usize], rows, &mut found.residences);
    }
    let seen_in_round = households_seen(&seen);
    let last_round = rows.iter().filter(|row| row.kind() == Kind::Census).filter_map(|row| row.seen_in).max();
    for (index, person) in (0_u32..).zip(&register.persons).filter(|(_, person)| person.status == Status::Resident) {
        let own = &seen[index as usize];
        let first = found.absences.len();
        absences(index, person, own, rows, &covered, &seen_in_round, &mut found.absences);
        let last_seen = own.last().map_or(i32::MIN, |last| last.round);
        let rounds_missed = found.absences[first..].iter().filter(|absence| absence.round > last_seen).count() as u32;
        let age_years = last_round.zip(person.born).map(|(round, born)| round - born.first.year());
        let reason = match age_years {
            Some(age) if age >= settings.likely_dead_age_years => "age",
            Some(age) if age >= settings.likely_dead_missed_age_years && rounds_missed > 0 => "age-and-absence",
            _ => continue,
        };
        let age_years = age_years.unwrap_or_default();
        found.likely_dead.push(LikelyDead { person: index, age_years, rounds_missed, reason });
    }
    found.household_changes = household_changes(fiches, register, &seen);
    found
}

/// The fiches of a person, the earliest round first.
fn fiches_of(person: &Person, rows: &[CleanRow], register: &Register) -> Vec<OnFiche> {
    let on_fiche = |row: &u32| {
        let row = &rows[*row as usize];
        let (fiche, round) = (row.fiche?, row.seen_in?);
        let household = register.household_of_fiche[fiche as usize];
        Some(OnFiche { round, fiche, quartier: row.quartier, household, key: row.key })
    };
    let mut own: Vec<OnFiche> = person.rows.iter().filter_map(on_fiche).collect();
    // As the register chooses: of one round the row whose key is lowest comes last, and holds.
    own.sort_by_key(|seen| (seen.round, std::cmp::Reverse(seen.key)));
    own
}

/// For each quartier the rounds that cover it.
fn covered(seen: &[Vec<OnFiche>], share: f64) -> BTreeMap<QuartierId, BTreeSet<i32>> {
    let mut n_seen: BTreeMap<QuartierId, BTreeMap<i32, u64>> = BTreeMap::new();
    for own in seen {
        let rounds: BTreeSet<(QuartierId, i32)> =
            own.iter().filter_map(|seen| Some((seen.quartier?, seen.round))).collect();
        for (quartier, round) in rounds {
            *n_seen.entry(quartier).or_default().entry(round).or_default() += 1;
        }
    }
    let of_quartier = |rounds: BTreeMap<i32, u64>| {
        let (mut most, mut covering) = (0, BTreeSet::new());
        for (round, n) in rounds {
            if n as f64 >= share * most as f64 {
                covering.insert(round);
                most = n;
            } else {
                most = most.max(n);
            }
        }
        covering
    };
    n_seen.into_iter().map(|(quartier, rounds)| (quartier, of_quartier(rounds))).collect()
}

/// The households of which someone was seen in each round, as their earlier fiches have them.
fn households_seen(seen: &[Vec<OnFiche>]) -> BTreeSet<(u32, i32)> {
    let mut found = BTreeSet::new();
    for own in seen {
        for (place, earlier) in own.iter().enumerate() {
            found.extend(own[place..].iter().map(|later| (earlier.household, later.round)));
        }
    }
    found
}

/// The last event that holds and gives a residence, with its year.
fn event_of_residence(person: &Person, rows: &[CleanRow]) -> Option<(u32, Option<i32>)> {
    let holds = person.events.iter().rev().filter(|(_, effect)| *effect == Effect::Holds);
    let gives = |row: &u32| {
        let row = &rows[*row as usize];
        let event = row.event.as_deref()?;
        matches!(event.event?, EventKind::Move | EventKind::Arrival).then(|| event.year(row.seen_in))
    };
    holds.map(|(row, _)| *row).find_map(|row| Some((row, gives(&row)?)))
}

fn residences(index: u32, person: &Person, own: &[OnFiche], rows: &[CleanRow], found: &mut Vec<Residence>) {
    let households: BTreeSet<u32> = own.iter().map(|seen| seen.household).collect();
    let event = event_of_residence(person, rows);
    if households.len() + usize::from(event.is_some()) < 2 {
        return;
    }
    let last = own.last();
    let mut told: BTreeSet<(i32, u32)> = BTreeSet::new();
    for seen in own.iter().rev() {
        if !told.insert((seen.round, seen.household)) {
            continue;
        }
        let is_last = last.is_some_and(|last| last.fiche == seen.fiche);
        let of_last_round = last.is_some_and(|last| last.round == seen.round);
        let rivals = own.iter().any(|other| other.round == seen.round && other.household != seen.household);
        let why = match (event.is_some(), is_last, of_last_round && rivals) {
            (true, ..) => "before-event",
            (false, _, true) => "same-round",
            (false, true, false) => "later-round",
            (false, false, false) => "earlier-round",
        };
        found.push(Residence {
            person: index,
            round: Some(seen.round),
            household: Some(seen.household),
            quartier: seen.quartier,
            holds: is_last && event.is_none() && person.household.is_some(),
            why,
        });
    }
    if let Some((_, year)) = event {
        let holds = person.status == Status::Resident;
        let residence =
            Residence { person: index, round: year, household: None, quartier: person.quartier, holds, why: "event" };
        found.push(residence);
    }
}

fn absences(
    index: u32,
    person: &Person,
    own: &[OnFiche],
    rows: &[CleanRow],
    covered: &BTreeMap<QuartierId, BTreeSet<i32>>,
    households_seen: &BTreeSet<(u32, i32)>,
    found: &mut Vec<Absence>,
) {
    let moved_in = event_of_residence(person, rows).map(|(_, year)| year.unwrap_or(i32::MIN));
    for (place, seen) in own.iter().enumerate() {
        let next = own.get(place + 1).map_or(i32::MAX, |next| next.round);
        let Some((quartier, rounds)) = seen.quartier.and_then(|id| Some((id, covered.get(&id)?))) else { continue };
        for round in rounds.iter().copied().filter(|round| *round > seen.round && *round < next) {
            if moved_in.is_some_and(|year| year <= round) {
                continue;
            }
            let whole_household = !households_seen.contains(&(seen.household, round));
            found.push(Absence { person: index, quartier, round, last_seen: seen.round, whole_household });
        }
    }
}

fn household_changes(fiches: &[Fiche], register: &Register, seen: &[Vec<OnFiche>]) -> Vec<HouseholdChange> {
    let mut changes = Vec::new();
    let mut n_on: HashMap<u32, u32> = HashMap::new();
    // Who went from one household to another between two rounds, with a fiche of each.
    let mut went: BTreeMap<(u32, u32, i32), (u32, u32, u32)> = BTreeMap::new();
    for own in seen {
        for on_fiche in own {
            *n_on.entry(on_fiche.fiche).or_default() += 1;
        }
        for two in own.windows(2).filter(|two| two[0].round < two[1].round && two[0].household != two[1].household) {
            let entry = went.entry((two[0].household, two[1].household, two[1].round));
            entry.or_insert((0, two[0].fiche, two[1].fiche)).0 += 1;
        }
    }
    let address = |fiche: u32| {
        let fiche = &fiches[fiche as usize];
        (fiche.quartier, fiche.avenue.clone(), fiche.parcel.clone())
    };
    for (index, household) in (0_u32..).zip(&register.households) {
        // The latest first.
        for two in household.fiches.windows(2) {
            let (to, from) = (two[0], two[1]);
            let (Some(later), Some(earlier)) = (fiches[to as usize].round, fiches[from as usize].round) else {
                continue;
            };
            if later > earlier && address(to) != address(from) {
                let n_persons = n_on.get(&to).copied().unwrap_or(0);
                changes.push(HouseholdChange {
                    household: index,
                    round: later,
                    change: "moved",
                    other: None,
                    from,
                    to,
                    n_persons,
                });
            }
        }
    }
    for ((household, other, round), (n_persons, from, to)) in went {
        let goes_on = register.households[household as usize].last_seen >= Some(round);
        let change = if goes_on { "split" } else { "joined" };
        changes.push(HouseholdChange { household, round, change, other: Some(other), from, to, n_persons });
    }
    changes.sort_by_key(|change| (change.household, change.round, change.change, change.other, change.to));
    changes
}
