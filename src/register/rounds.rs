//! Compares the census rounds of a register: which residence holds, who is absent from a round, who is likely dead,
//! which households moved, split or joined.
//!
//! A round covers a quartier if it has at least a share ([`RoundSettings::covered_share`]) of the persons that the
//! rounds before it had there. Nobody is absent from a round in a quartier that it does not cover.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::Datelike;
use serde::{Deserialize, Serialize};

use super::entities::{Person, Register};
use crate::record::{CleanRow, Effect, EventKind, Fiche, Kind, QuartierId, Status};

/// When a round covers a quartier, and from which age residents are listed as likely dead.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct RoundSettings {
    /// Share of the persons of earlier rounds, from 0 to 1, from which a round covers a quartier.
    pub covered_share: f64,
    /// Age from which a resident is listed as likely dead, in years.
    pub likely_dead_age_years: i32,
    /// The same, in years, for a resident who is absent from a later round.
    pub likely_dead_missed_age_years: i32,
}

impl Default for RoundSettings {
    fn default() -> Self {
        Self { covered_share: 0.5, likely_dead_age_years: 100, likely_dead_missed_age_years: 80 }
    }
}

/// A residence of a person by a fiche or an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Residence {
    pub(crate) person: u32,
    /// The round, or the year of the event.
    pub(crate) round: Option<i32>,
    /// The household (index); `None` for an event.
    pub(crate) household: Option<u32>,
    pub(crate) quartier: Option<QuartierId>,
    /// Whether it is the current residence.
    pub(crate) holds: bool,
    /// The reason: `later-round`, `same-round`, `event`, `earlier-round`, `before-event`.
    pub(crate) why: &'static str,
}

/// A person who is absent from a round that covers the quartier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Absence {
    pub(crate) person: u32,
    /// Quartier of the person's last fiche before the round.
    pub(crate) quartier: QuartierId,
    pub(crate) round: i32,
    /// Round of that fiche.
    pub(crate) last_seen: i32,
    /// Whether the whole household is absent.
    pub(crate) whole_household: bool,
}

/// A resident who is likely dead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LikelyDead {
    pub(crate) person: u32,
    /// Age in years at the end of the last round.
    pub(crate) age_years: i32,
    /// Later rounds from which the person is absent.
    pub(crate) rounds_missed: u32,
    /// `age` or `age-and-absence`.
    pub(crate) reason: &'static str,
}

/// A household that a later round found elsewhere, split or joined with another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HouseholdChange {
    pub(crate) household: u32,
    pub(crate) round: i32,
    /// `moved`, `split` or `joined`.
    pub(crate) change: &'static str,
    /// The other household (index).
    pub(crate) other: Option<u32>,
    /// The fiche of the earlier round.
    pub(crate) from: u32,
    /// The fiche of the later round.
    pub(crate) to: u32,
    /// Number of persons concerned.
    pub(crate) n_persons: u32,
}

/// The result of comparing rounds; each list is in the order of persons or households.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct RoundComparison {
    /// Residences of persons with more than one.
    pub(crate) residences: Vec<Residence>,
    pub(crate) absences: Vec<Absence>,
    pub(crate) likely_dead: Vec<LikelyDead>,
    /// Households that moved, split or joined.
    pub(crate) household_changes: Vec<HouseholdChange>,
}

/// A fiche of a person.
#[derive(Debug, Clone, Copy)]
struct FicheEntry {
    round: i32,
    fiche: u32,
    quartier: Option<QuartierId>,
    household: u32,
    key: u64,
}

/// Compares the rounds of a register.
#[must_use]
pub(crate) fn compare_rounds(
    rows: &[CleanRow],
    fiches: &[Fiche],
    register: &Register,
    settings: &RoundSettings,
) -> RoundComparison {
    let entries: Vec<Vec<FicheEntry>> =
        register.persons.iter().map(|person| fiches_of(person, rows, register)).collect();
    let covered = covering_rounds(&entries, settings.covered_share);
    let mut comparison = RoundComparison::default();
    for (index, person) in (0_u32..).zip(&register.persons) {
        residences(index, person, &entries[index as usize], rows, &mut comparison.residences);
    }
    let households_seen = households_seen(&entries);
    let last_round = rows.iter().filter(|row| row.kind() == Kind::Census).filter_map(|row| row.seen_in).max();
    for (index, person) in (0_u32..).zip(&register.persons).filter(|(_, person)| person.status == Status::Resident) {
        let own = &entries[index as usize];
        let first = comparison.absences.len();
        absences(index, person, own, rows, &covered, &households_seen, &mut comparison.absences);
        let last_seen = own.last().map_or(i32::MIN, |last| last.round);
        let rounds_missed =
            comparison.absences[first..].iter().filter(|absence| absence.round > last_seen).count() as u32;
        let age_years = last_round.zip(person.born).map(|(round, born)| round - born.first.year());
        let reason = match age_years {
            Some(age) if age >= settings.likely_dead_age_years => "age",
            Some(age) if age >= settings.likely_dead_missed_age_years && rounds_missed > 0 => "age-and-absence",
            _ => continue,
        };
        let age_years = age_years.unwrap_or_default();
        comparison.likely_dead.push(LikelyDead { person: index, age_years, rounds_missed, reason });
    }
    comparison.household_changes = household_changes(fiches, register, &entries);
    comparison
}

/// Returns the fiches of a person, the earliest round first; the last one gives the residence.
fn fiches_of(person: &Person, rows: &[CleanRow], register: &Register) -> Vec<FicheEntry> {
    let entry = |row: &u32| {
        let row = &rows[*row as usize];
        let (fiche, round) = (row.fiche?, row.seen_in?);
        let household = register.household_of_fiche[fiche as usize];
        Some(FicheEntry { round, fiche, quartier: row.quartier, household, key: row.key })
    };
    let mut own: Vec<FicheEntry> = person.rows.iter().filter_map(entry).collect();
    // Within a round the row with the lowest key comes last, as in `values::person`.
    own.sort_by_key(|entry| (entry.round, std::cmp::Reverse(entry.key)));
    own
}

/// Returns for each quartier the rounds that cover it.
fn covering_rounds(entries: &[Vec<FicheEntry>], share: f64) -> BTreeMap<QuartierId, BTreeSet<i32>> {
    let mut n_seen: BTreeMap<QuartierId, BTreeMap<i32, u64>> = BTreeMap::new();
    for own in entries {
        let rounds: BTreeSet<(QuartierId, i32)> =
            own.iter().filter_map(|entry| Some((entry.quartier?, entry.round))).collect();
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

/// Returns the pairs of a household and a round that has a person whose fiche of that round or an earlier one is of the
/// household.
fn households_seen(entries: &[Vec<FicheEntry>]) -> BTreeSet<(u32, i32)> {
    let mut seen = BTreeSet::new();
    for own in entries {
        for (place, earlier) in own.iter().enumerate() {
            seen.extend(own[place..].iter().map(|later| (earlier.household, later.round)));
        }
    }
    seen
}

/// Returns the last move or arrival that holds: its row and its year.
fn event_of_residence(person: &Person, rows: &[CleanRow]) -> Option<(u32, Option<i32>)> {
    let holds = person.events.iter().rev().filter(|(_, effect)| *effect == Effect::Holds);
    let gives = |row: &u32| {
        let row = &rows[*row as usize];
        let event = row.event.as_deref()?;
        matches!(event.event?, EventKind::Move | EventKind::Arrival).then(|| event.year(row.seen_in))
    };
    holds.map(|(row, _)| *row).find_map(|row| Some((row, gives(&row)?)))
}

/// Adds the residences of a person who has more than one, the latest first.
fn residences(index: u32, person: &Person, own: &[FicheEntry], rows: &[CleanRow], residences: &mut Vec<Residence>) {
    let households: BTreeSet<u32> = own.iter().map(|entry| entry.household).collect();
    let event = event_of_residence(person, rows);
    if households.len() + usize::from(event.is_some()) < 2 {
        return;
    }
    let last = own.last();
    let mut listed: BTreeSet<(i32, u32)> = BTreeSet::new();
    for entry in own.iter().rev() {
        if !listed.insert((entry.round, entry.household)) {
            continue;
        }
        let is_last = last.is_some_and(|last| last.fiche == entry.fiche);
        let of_last_round = last.is_some_and(|last| last.round == entry.round);
        let has_other_household =
            own.iter().any(|other| other.round == entry.round && other.household != entry.household);
        let why = match (event.is_some(), is_last, of_last_round && has_other_household) {
            (true, ..) => "before-event",
            (false, _, true) => "same-round",
            (false, true, false) => "later-round",
            (false, false, false) => "earlier-round",
        };
        residences.push(Residence {
            person: index,
            round: Some(entry.round),
            household: Some(entry.household),
            quartier: entry.quartier,
            holds: is_last && event.is_none() && person.household.is_some(),
            why,
        });
    }
    if let Some((_, year)) = event {
        let holds = person.status == Status::Resident;
        let residence =
            Residence { person: index, round: year, household: None, quartier: person.quartier, holds, why: "event" };
        residences.push(residence);
    }
}

/// Adds the rounds that cover the quartier of a person's fiche and come after it and before the next fiche.
fn absences(
    index: u32,
    person: &Person,
    own: &[FicheEntry],
    rows: &[CleanRow],
    covered: &BTreeMap<QuartierId, BTreeSet<i32>>,
    households_seen: &BTreeSet<(u32, i32)>,
    absences: &mut Vec<Absence>,
) {
    let moved_in = event_of_residence(person, rows).map(|(_, year)| year.unwrap_or(i32::MIN));
    for (place, entry) in own.iter().enumerate() {
        let next = own.get(place + 1).map_or(i32::MAX, |next| next.round);
        let Some((quartier, rounds)) = entry.quartier.and_then(|id| Some((id, covered.get(&id)?))) else { continue };
        for round in rounds.iter().copied().filter(|round| *round > entry.round && *round < next) {
            if moved_in.is_some_and(|year| year <= round) {
                continue;
            }
            let whole_household = !households_seen.contains(&(entry.household, round));
            absences.push(Absence { person: index, quartier, round, last_seen: entry.round, whole_household });
        }
    }
}

/// Returns the households that moved (their fiches have different addresses), split or joined (persons went to another
/// household).
fn household_changes(fiches: &[Fiche], register: &Register, entries: &[Vec<FicheEntry>]) -> Vec<HouseholdChange> {
    let mut changes = Vec::new();
    let mut n_persons_of: HashMap<u32, u32> = HashMap::new();
    // By household, other household and round: the persons who went from one to the other, and a fiche of each.
    let mut went: BTreeMap<(u32, u32, i32), (u32, u32, u32)> = BTreeMap::new();
    for own in entries {
        for entry in own {
            *n_persons_of.entry(entry.fiche).or_default() += 1;
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
        for two in household.fiches.windows(2) {
            let (to, from) = (two[0], two[1]); // The latest fiche comes first.
            let (Some(later), Some(earlier)) = (fiches[to as usize].round, fiches[from as usize].round) else {
                continue;
            };
            if later > earlier && address(to) != address(from) {
                let n_persons = n_persons_of.get(&to).copied().unwrap_or(0);
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
