//! Invents the fiches of a quartier in a round, in the order in which an agent walks. A seeded random stream decides all.
//!
//! Besides the quartier's own households: households of the neighbouring quartier counted by its agents too, households
//! that moved in, fiches typed twice (in the same or in a further file), tenants and grown children with a fiche of
//! their own.

use crate::record::{MaritalStatus, Relation, Sex};

use super::commune::{Commune, HouseholdNo, QuartierNo};
use super::entry::{Listing, PersonEntry, entry};
use super::errors;
use super::kinship;
use super::people::{SyntheticHousehold, SyntheticPerson};
use super::random::{Purpose, RandomStream};
use super::second_round::{self, HouseholdMove};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Round {
    First,
    Second,
}

impl Round {
    pub(super) fn year(self) -> i32 {
        2017 + self as i32
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum FicheReason {
    Own,
    /// The same paper typed again.
    Again,
    /// Also counted by the agents of the neighbouring quartier.
    Border,
    /// Moved in since the first round.
    MovedIn,
    /// The tenant at this place of the household, with a fiche of their own.
    Tenant(u8),
    /// The grown child with a fiche of its own.
    Split,
}

/// A fiche before its entries are generated.
#[derive(Debug, Clone, Copy)]
pub(super) struct FichePlan {
    order: u64,
    pub(super) household: HouseholdNo,
    reason: FicheReason,
}

pub(super) struct SheetFiche {
    pub(super) avenue: String,
    pub(super) parcel: String,
    pub(super) entries: Vec<PersonEntry>,
}

/// Returns the fiches of a quartier's main file, and those typed again in a further file.
pub(super) fn plan_fiches(commune: &Commune, quartier: QuartierNo, round: Round) -> (Vec<FichePlan>, Vec<FichePlan>) {
    let (mut here, mut other) = (Vec::new(), Vec::new());
    let repeats = &commune.settings.repeats;
    let is_second = round == Round::Second;
    let n_addresses = commune.n_addresses(quartier);
    for household in commune.households(quartier) {
        if is_second && second_round::household_move(commune, household) != HouseholdMove::Stayed {
            continue;
        }
        let numbers = [household.key(), round as u64];
        let mut random = commune.random(Purpose::Repeat, &numbers);
        // The order of the second round differs a little from that of the first.
        let shift = if is_second { commune.random(Purpose::Order, &numbers).below(9_000) as u64 } else { 0 };
        let order = u64::from(household.number()) * 1_000 + shift;
        let mut put = |reason, order| here.push(FichePlan { order, household, reason });
        put(FicheReason::Own, order);
        if random.happens(repeats.same_file) {
            put(FicheReason::Again, order + 2_500 + random.below(80_000) as u64);
        } else if random.happens(repeats.other_file) {
            other.push(FichePlan { order, household, reason: FicheReason::Again });
        }
        if random.happens(repeats.tenant_twice) {
            let house = kinship::household(commune, household);
            let tenant = house.members.iter().position(|person| person.relation == Relation::Tenant);
            if let Some(place) = tenant.filter(|_| !is_second) {
                put(FicheReason::Tenant(place as u8), order + 1 + random.below(20_000) as u64);
            }
        }
        if is_second && second_round::may_split(commune, household) {
            // Without a grown child, the fiche is empty and left out later.
            put(FicheReason::Split, order + 500 + random.below(30_000) as u64);
        }
    }
    for household in commune.households(commune.neighbour(quartier)) {
        let mut random = commune.random(Purpose::Repeat, &[household.key(), round as u64, 1]);
        let has_stayed = !is_second || second_round::household_move(commune, household) == HouseholdMove::Stayed;
        if random.happens(repeats.border) && has_stayed {
            let order = random.below(n_addresses * 1_000) as u64;
            here.push(FichePlan { order, household, reason: FicheReason::Border });
        }
    }
    if is_second {
        for from in 0..commune.quartiers.len() as QuartierNo {
            for household in commune.households(from) {
                if second_round::household_move(commune, household) == HouseholdMove::MovedTo(quartier) {
                    let mut random = commune.random(Purpose::Order, &[household.key(), 2]);
                    let order = random.below(n_addresses * 1_000) as u64;
                    here.push(FichePlan { order, household, reason: FicheReason::MovedIn });
                }
            }
        }
    }
    here.sort_by_key(|fiche| (fiche.order, fiche.household, fiche.reason));
    (here, other)
}

impl FichePlan {
    /// Whether it is typed again and has the number of the first.
    pub(super) fn is_again(self) -> bool {
        self.reason == FicheReason::Again
    }

    /// Returns the fiche as the agents of `quartier` type it; `None` if nobody is on it.
    pub(super) fn fiche(self, commune: &Commune, quartier: QuartierNo, round: Round) -> Option<SheetFiche> {
        let house = kinship::household(commune, self.household);
        let members = self.members(commune, house, round);
        if members.is_empty() {
            return None;
        }
        // Both typings of one paper belong to one visit; every other listing is a visit of its own.
        let visit = match self.reason {
            FicheReason::Own | FicheReason::Again => 0,
            FicheReason::Border => 1,
            FicheReason::MovedIn => 2,
            FicheReason::Tenant(_) => 3,
            FicheReason::Split => 4,
        };
        let listing = Listing { year: round.year(), visit, typing: u64::from(self.is_again()) };
        let head = members.first().filter(|head| head.sex == Sex::Male).map(|head| head.nom.clone());
        let is_wife =
            |person: &SyntheticPerson| person.relation == Relation::Spouse && person.marital == MaritalStatus::Married;
        let entries = members
            .iter()
            .map(|person| entry(commune, person, head.as_deref().filter(|_| is_wife(person)), listing))
            .collect();
        let (avenue, parcel) = self.address(commune, quartier, round, listing);
        Some(SheetFiche { avenue, parcel, entries })
    }

    fn members(self, commune: &Commune, house: SyntheticHousehold, round: Round) -> Vec<SyntheticPerson> {
        let no = house.no;
        let alone = |person: SyntheticPerson| vec![SyntheticPerson { relation: Relation::Head, ..person }];
        match (self.reason, round) {
            (FicheReason::Tenant(place), _) => {
                house.members.into_iter().nth(usize::from(place)).map(alone).unwrap_or_default()
            }
            (FicheReason::Split, _) => {
                second_round::after_first_round(commune, house).split.map(alone).unwrap_or_default()
            }
            (_, Round::Second) => {
                let mut members = second_round::after_first_round(commune, house).members;
                add_man_of_two_homes(commune, no, round, &mut members);
                members
            }
            (_, Round::First) => {
                let mut members = house.members;
                members.extend(guest(commune, no, &members[0]));
                add_man_of_two_homes(commune, no, round, &mut members);
                members
            }
        }
    }

    fn address(self, commune: &Commune, quartier: QuartierNo, round: Round, listing: Listing) -> (String, String) {
        let key = self.household.key();
        let mut random = commune.random(Purpose::Answer, &[key, listing.year as u64, listing.visit, 77]);
        let lives_elsewhere =
            matches!(self.reason, FicheReason::MovedIn) || (self.reason == FicheReason::Split && random.happens(0.5));
        let neighbour = || {
            let mut random = commune.random(Purpose::SecondRound, &[key, 9]);
            HouseholdNo::new(quartier, random.below(commune.n_addresses(quartier)) as u32)
        };
        let at = if lives_elsewhere { neighbour() } else { self.household };
        let (avenue, parcel) = commune.address(at);
        let often = commune.settings.errors.scaled(commune.settings.errors.avenue_respelt);
        let mut typing = commune.random(Purpose::Typing, &[key, round as u64, listing.visit, listing.typing, 77]);
        let is_respelt = typing.happens(often);
        (if is_respelt { respell_avenue(&mut typing, avenue) } else { avenue.to_owned() }, parcel)
    }
}

/// Puts the husband at the head of some households of a woman alone. He heads the household of another wife too.
fn add_man_of_two_homes(commune: &Commune, no: HouseholdNo, round: Round, members: &mut Vec<SyntheticPerson>) {
    let Some(woman) = members.first_mut().filter(|head| head.relation == Relation::Head) else { return };
    let Some((home, man)) = kinship::man_of_two_homes(commune, no, woman) else { return };
    if round == Round::Second {
        let at_home = second_round::after_first_round(commune, kinship::household(commune, home)).members;
        if at_home.first().is_none_or(|head| head.id != man.id) {
            return;
        }
    }
    woman.relation = Relation::Spouse;
    woman.marital = man.marital;
    members.insert(0, man);
}

/// Returns a child of the kin's household, five numbers away, that this household lists too, as grandchild or nephew.
fn guest(commune: &Commune, no: HouseholdNo, head: &SyntheticPerson) -> Option<SyntheticPerson> {
    const AWAY: u32 = 5;
    let from = commune.existing(no.quartier(), no.number() ^ AWAY)?;
    // At most one of the two households lists the other's child: one draw for both.
    let pair = [u64::from(no.quartier()), u64::from(no.number().min(from.number())), u64::from(AWAY)];
    let mut random = commune.random(Purpose::Repeat, &pair);
    let share = commune.settings.repeats.child_twice * 2.0;
    let is_guest_here = random.happens(share) && random.happens(0.5) == (no.number() < from.number());
    if !is_guest_here {
        return None;
    }
    let children: Vec<SyntheticPerson> =
        kinship::household(commune, from).members.into_iter().filter(|p| p.is_child_of_head && p.age() < 16).collect();
    let child = children.get(random.below(children.len()))?.clone();
    let is_grandparent = head.age() >= 42;
    let relation = if is_grandparent { Relation::Grandchild } else { Relation::Nephew };
    Some(SyntheticPerson { relation, is_child_of_head: false, twin: None, ..child })
}

/// Returns another spelling of an avenue: without its article, without hyphen, or with a typo.
fn respell_avenue(random: &mut RandomStream, avenue: &str) -> String {
    let bare = ["de la ", "de l'", "des ", "du ", "de "].iter().find_map(|article| avenue.strip_prefix(article));
    match (bare, random.below(3)) {
        (Some(bare), 0 | 1) => bare.to_owned(),
        (None, 0) if avenue.contains('-') => avenue.replace('-', " "),
        _ => {
            let changed = errors::typo(random, &avenue.to_uppercase());
            let mut letters = changed.chars();
            letters.next().map(|first| first.to_string() + &letters.as_str().to_lowercase()).unwrap_or_default()
        }
    }
}
