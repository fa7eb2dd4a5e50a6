//! Which fiches a quartier's sheets hold in a round, in the order the agents walk: made from numbers, not kept.
//!
//! Beside the quartier's own households: those of the quartier beside that its agents counted too, households that moved in,
//! fiches typed twice (here or in a further file), tenants with a fiche of their own, children who now have one.

use crate::record::{MaritalStatus, Relation, Sex};

use super::chance::{Chance, Purpose};
use super::commune::{Commune, HouseholdNo, QuartierNo};
use super::entry::{Entry, Occasion, entry};
use super::later::{self, Fate};
use super::pen;
use super::people::{self, Household, Person};

/// A round of the census.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    First,
    Second,
}

impl Round {
    pub(super) fn year(self) -> i32 {
        match self {
            Self::First => 2017,
            Self::Second => 2018,
        }
    }
}

/// Why a fiche is on the sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Why {
    Own,
    /// The same paper typed again.
    Again,
    /// Counted by the agents of the quartier beside as well.
    Border,
    /// Moved here since the first round.
    MovedIn,
    /// The tenant in this place of the household, with a fiche of their own.
    Tenant(u8),
    /// The grown child who now has a fiche.
    Split,
}

/// A fiche to come.
#[derive(Debug, Clone, Copy)]
pub(super) struct Planned {
    order: u64,
    household: HouseholdNo,
    why: Why,
}

/// A fiche as typed.
#[derive(Debug, Clone)]
pub(super) struct Fiche {
    pub(super) avenue: String,
    pub(super) parcel: String,
    pub(super) entries: Vec<Entry>,
}

/// The fiches of a quartier's sheets, and those of the further file in which some are typed again.
pub(super) fn plan(commune: &Commune, quartier: QuartierNo, round: Round) -> (Vec<Planned>, Vec<Planned>) {
    let (mut here, mut other) = (Vec::new(), Vec::new());
    let repeats = &commune.settings.repeats;
    let is_second = round == Round::Second;
    for household in commune.households(quartier) {
        if is_second && later::fate(commune, household) != Fate::Stayed {
            continue;
        }
        let numbers = [household.key(), round as u64];
        let mut chance = Chance::of(commune.seed, Purpose::Repeat, &numbers);
        // The second time the agents walk another way, but not a very other one.
        let shift = if is_second { Chance::of(commune.seed, Purpose::Order, &numbers).below(9_000) as u64 } else { 0 };
        let order = u64::from(household.number()) * 1_000 + shift;
        let mut put = |why, order| here.push(Planned { order, household, why });
        put(Why::Own, order);
        if chance.is(repeats.same_file) {
            put(Why::Again, order + 2_500 + chance.below(80_000) as u64);
        } else if chance.is(repeats.other_file) {
            other.push(Planned { order, household, why: Why::Again });
        }
        if chance.is(repeats.tenant_twice) {
            let house = people::household(commune, household);
            let tenant = house.members.iter().position(|person| person.relation == Relation::Tenant);
            if let Some(place) = tenant.filter(|_| !is_second) {
                put(Why::Tenant(place as u8), order + 1 + chance.below(20_000) as u64);
            }
        }
        if is_second && later::may_split(commune, household) {
            // Whether there is a grown child to leave is found when the fiche is made; an empty one is left out.
            put(Why::Split, order + 500 + chance.below(30_000) as u64);
        }
    }
    for household in commune.households(commune.beside(quartier)) {
        let mut chance = Chance::of(commune.seed, Purpose::Repeat, &[household.key(), round as u64, 1]);
        let stayed = !is_second || later::fate(commune, household) == Fate::Stayed;
        if chance.is(repeats.border) && stayed {
            let order =
                chance.below(commune.quartiers[usize::from(quartier)].n_households.max(1) as usize * 1_000) as u64;
            here.push(Planned { order, household, why: Why::Border });
        }
    }
    if is_second {
        for from in 0..commune.quartiers.len() as QuartierNo {
            for household in commune.households(from) {
                if later::fate(commune, household) == Fate::MovedTo(quartier) {
                    let mut chance = Chance::of(commune.seed, Purpose::Order, &[household.key(), 2]);
                    let n = commune.quartiers[usize::from(quartier)].n_households.max(1) as usize;
                    here.push(Planned { order: chance.below(n * 1_000) as u64, household, why: Why::MovedIn });
                }
            }
        }
    }
    here.sort_by_key(|fiche| (fiche.order, fiche.household, fiche.why));
    (here, other)
}

impl Planned {
    /// A fiche that is typed again bears the number of the first.
    pub(super) fn is_again(self) -> bool {
        self.why == Why::Again
    }

    pub(super) fn household(self) -> HouseholdNo {
        self.household
    }

    /// The fiche as the agents of `quartier` type it; `None` if nobody is on it.
    pub(super) fn typed(self, commune: &Commune, quartier: QuartierNo, round: Round) -> Option<Fiche> {
        let house = people::household(commune, self.household);
        let members = self.members(commune, house, round);
        if members.is_empty() {
            return None;
        }
        // The same paper says the same; every other listing is a visit of its own.
        let visit = match self.why {
            Why::Own | Why::Again => 0,
            Why::Border => 1,
            Why::MovedIn => 2,
            Why::Tenant(_) => 3,
            Why::Split => 4,
        };
        let on = Occasion { year: round.year(), visit, typing: u64::from(self.is_again()) };
        let head = members.first().filter(|head| head.sex == Sex::Male).map(|head| head.nom.clone());
        let is_wife = |person: &Person| person.relation == Relation::Spouse && person.marital == MaritalStatus::Married;
        let entries = members
            .iter()
            .map(|person| entry(commune, person, head.as_deref().filter(|_| is_wife(person)), on))
            .collect();
        let (avenue, parcel) = self.address(commune, quartier, round, on);
        Some(Fiche { avenue, parcel, entries })
    }

    fn members(self, commune: &Commune, house: Household, round: Round) -> Vec<Person> {
        let no = house.no;
        let alone = |person: Person| vec![Person { relation: Relation::Head, ..person }];
        match (self.why, round) {
            (Why::Tenant(place), _) => house.members.into_iter().nth(usize::from(place)).map(alone).unwrap_or_default(),
            (Why::Split, _) => later::later(commune, house).split.map(alone).unwrap_or_default(),
            (_, Round::Second) => later::later(commune, house).members,
            (_, Round::First) => {
                let mut members = house.members;
                members.extend(guest(commune, no, &members[0]));
                members
            }
        }
    }

    fn address(self, commune: &Commune, quartier: QuartierNo, round: Round, on: Occasion) -> (String, String) {
        let key = self.household.key();
        let mut chance = Chance::of(commune.seed, Purpose::Said, &[key, on.year as u64, on.visit, 77]);
        let lives_elsewhere = matches!(self.why, Why::MovedIn) || (self.why == Why::Split && chance.is(0.5));
        let neighbour = || {
            let mut chance = Chance::of(commune.seed, Purpose::Later, &[key, 9]);
            let n = commune.quartiers[usize::from(quartier)].n_households.max(1);
            HouseholdNo::new(quartier, chance.below(n as usize) as u32)
        };
        let at = if lives_elsewhere { neighbour() } else { self.household };
        let (avenue, parcel) = commune.address(at);
        let mut avenue = avenue.to_owned();
        let often = (commune.settings.errors.avenue_respelt * commune.settings.errors.scale).min(0.9);
        let mut typed = Chance::of(commune.seed, Purpose::Typed, &[key, round as u64, on.visit, on.typing, 77]);
        if typed.is(often) {
            avenue = avenue_respelt(&mut typed, &avenue);
        }
        (avenue, parcel)
    }
}

/// A child of the kin (the household some numbers away) whom this one lists too: its grandchild, or its nephew.
fn guest(commune: &Commune, no: HouseholdNo, head: &Person) -> Option<Person> {
    const AWAY: u32 = 5;
    let from = commune.existing(no.quartier(), no.number() ^ AWAY)?;
    // One of the two lists the other's child: decided once for both.
    let pair = [u64::from(no.quartier()), u64::from(no.number().min(from.number())), u64::from(AWAY)];
    let mut chance = Chance::of(commune.seed, Purpose::Repeat, &pair);
    let share = commune.settings.repeats.child_twice * 2.0;
    let is_mine = chance.is(share) && chance.is(0.5) == (no.number() < from.number());
    if !is_mine {
        return None;
    }
    let children: Vec<Person> =
        people::household(commune, from).members.into_iter().filter(|p| p.is_child_of_head && p.age() < 16).collect();
    let child = children.get(chance.below(children.len()))?.clone();
    let is_grandparent = head.age() >= 42;
    let relation = if is_grandparent { Relation::Grandchild } else { Relation::Nephew };
    Some(Person { relation, is_child_of_head: false, twin: None, ..child })
}

/// Another spelling of an avenue: without its article, cut, or slipped.
fn avenue_respelt(chance: &mut Chance, avenue: &str) -> String {
    let bare = ["de la ", "de l'", "des ", "du ", "de "].iter().find_map(|article| avenue.strip_prefix(article));
    match (bare, chance.below(3)) {
        (Some(bare), 0 | 1) => bare.to_owned(),
        (None, 0) if avenue.contains('-') => avenue.replace('-', " "),
        _ => {
            let slipped = pen::slip(chance, &avenue.to_uppercase());
            let mut letters = slipped.chars();
            letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
        }
    }
}
