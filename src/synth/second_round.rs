//! Changes of a household by the second round: births, newcomers, leavers, deaths, moves, a new head.
//!
//! A pure function of seed and household, so that the sheet of another quartier can compute the changes of any
//! household.

use chrono::Days;

use crate::record::{MaritalStatus, Relation, Sex};

use super::commune::{Commune, HouseholdNo, QuartierNo, first_round_day, second_round_day};
use super::kinship;
use super::people::{SyntheticHousehold, SyntheticPerson, person, years};
use super::random::Purpose;

/// First places of persons who joined after the first round.
const NEWBORN: u8 = 32;
const NEWCOMER: u8 = 36;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HouseholdMove {
    Stayed,
    /// To a quartier, which may be its own: then to another avenue.
    MovedTo(QuartierNo),
    Gone,
}

pub(super) fn household_move(commune: &Commune, no: HouseholdNo) -> HouseholdMove {
    let mut random = commune.random(Purpose::SecondRound, &[no.key()]);
    let second = &commune.settings.second_round;
    if random.happens(second.gone) {
        HouseholdMove::Gone
    } else if random.happens(second.moved) {
        HouseholdMove::MovedTo(random.below(commune.quartiers.len()) as QuartierNo)
    } else {
        HouseholdMove::Stayed
    }
}

/// Returns the child born after the first round, if there is one.
pub(super) fn newborn(commune: &Commune, house: &SyntheticHousehold) -> Option<SyntheticPerson> {
    let mut random = commune.random(Purpose::SecondRound, &[house.no.key(), 1]);
    house.members.iter().find(|p| p.sex == Sex::Female && p.leads_household() && (17..=43).contains(&p.age()))?;
    // The share is of mothers without a child of less than 300 days.
    let too_soon = house.members.iter().any(|p| p.is_child_of_head && (first_round_day() - p.born).num_days() < 300);
    if too_soon || !random.happens(commune.settings.second_round.newborn) {
        return None;
    }
    let since = (second_round_day() - first_round_day()).num_days() as usize;
    let born = first_round_day() + Days::new(1 + random.below(since - 1) as u64);
    let sex = random.choose(&[Sex::Male, Sex::Female]);
    let mut child = person(commune, house.no, &mut random, (sex, born), Relation::Child, MaritalStatus::Single);
    child.is_child_of_head = true;
    child.id = house.no.person(NEWBORN);
    kinship::name_newborn(commune, house, &mut child);
    Some(child)
}

/// The fiches of a household in the second round: its own, and that of a grown child who left it.
pub(super) struct SecondRoundHousehold {
    pub(super) members: Vec<SyntheticPerson>,
    pub(super) split: Option<SyntheticPerson>,
}

/// Whether a grown child, if there is one, has a fiche of its own.
pub(super) fn may_split(commune: &Commune, no: HouseholdNo) -> bool {
    commune.random(Purpose::SecondRound, &[no.key(), 4]).happens(commune.settings.second_round.split)
}

pub(super) fn after_first_round(commune: &Commune, house: SyntheticHousehold) -> SecondRoundHousehold {
    let second = &commune.settings.second_round;
    let no = house.no;
    let mut random = commune.random(Purpose::SecondRound, &[no.key(), 2]);
    let child = newborn(commune, &house);
    let moved_out = joined_kin(commune, &house);
    let is_head_changed = random.happens(second.head_changed);
    let may_split = may_split(commune, no);
    let mut members = Vec::new();
    let mut split = None;
    for member in house.members {
        let old = member.age() >= 60;
        let died = random.happens(if old { second.died_old } else { second.died });
        let left = random.happens(second.left) && !member.leads_household();
        if died || left || moved_out == Some(member.id) {
            continue;
        }
        if may_split && split.is_none() && member.is_child_of_head && member.age() >= 20 {
            split = Some(SyntheticPerson { relation: Relation::Head, ..member });
            continue;
        }
        members.push(member);
    }
    members.extend(child);
    if random.happens(second.newcomer) && !members.is_empty() {
        let relation = random.choose(&[Relation::Nephew, Relation::Sibling, Relation::Cousin, Relation::Tenant]);
        let age = if relation == Relation::Nephew { 2.0 + 18.0 * random.unit() } else { 18.0 + 25.0 * random.unit() };
        let born = first_round_day() - Days::new(years(age) + 1 + random.below(300) as u64);
        let sex = random.choose(&[Sex::Male, Sex::Female]);
        let mut new = person(commune, no, &mut random, (sex, born), relation, MaritalStatus::Single);
        new.id = no.person(NEWCOMER);
        members.push(new);
    }
    members.extend(guest_from_kin(commune, no));
    if commune.random(Purpose::SecondRound, &[no.key(), 5]).happens(second.nephew_heads) {
        put_nephew_at_the_head(commune, no, &mut members);
    }
    choose_head(&mut members, is_head_changed);
    SecondRoundHousehold { members, split }
}

/// Removes the head and puts a nephew in their place. The head's spouse is the nephew's aunt, the children are cousins.
fn put_nephew_at_the_head(commune: &Commune, no: HouseholdNo, members: &mut Vec<SyntheticPerson>) {
    let Some(place) = members.iter().position(|member| member.relation == Relation::Head) else { return };
    let uncle = members.remove(place);
    let heir = kinship::nephew_who_heads(commune, no, &uncle, members);
    members.retain(|member| member.id != heir.id);
    for member in members.iter_mut() {
        member.relation = match member.relation {
            Relation::Spouse => Relation::Uncle,
            Relation::Child => Relation::Cousin,
            other => other,
        };
        if member.relation == Relation::Uncle {
            member.marital = MaritalStatus::Widowed;
        }
    }
    members.insert(0, heir);
}

/// Makes the spouse head if the head is gone or `is_changed`; without head and spouse, the oldest member.
fn choose_head(members: &mut [SyntheticPerson], is_changed: bool) {
    let head = members.iter().position(|member| member.relation == Relation::Head);
    let spouse = members.iter().position(|member| member.relation == Relation::Spouse);
    match (head, spouse) {
        (Some(head), Some(spouse)) if is_changed => {
            members[head].relation = Relation::Spouse;
            members[spouse].relation = Relation::Head;
            members.swap(head, spouse);
        }
        (None, Some(spouse)) => {
            members[spouse].relation = Relation::Head;
            members[spouse].marital = MaritalStatus::Widowed;
            members[..=spouse].rotate_right(1);
        }
        (None, None) => {
            if let Some(oldest) = (0..members.len()).min_by_key(|place| members[*place].born) {
                members[oldest].relation = Relation::Head;
                members[..=oldest].rotate_right(1);
            }
        }
        _ => {}
    }
}

/// Returns the household with which `no` exchanges persons: the same number in the neighbouring quartier of the list.
fn kin(commune: &Commune, no: HouseholdNo) -> Option<HouseholdNo> {
    commune.existing(no.quartier() ^ 1, no.number())
}

/// Returns the person who moved to the kin's household: a young member who is neither head nor spouse.
fn joined_kin(commune: &Commune, house: &SyntheticHousehold) -> Option<u64> {
    let mut random = commune.random(Purpose::SecondRound, &[house.no.key(), 3]);
    kin(commune, house.no)?;
    // The setting is a share of persons; the draw is per household.
    let share = commune.settings.second_round.joined_another * house.members.len() as f64;
    if !random.happens(share) {
        return None;
    }
    let may_leave = |person: &&SyntheticPerson| !person.leads_household() && (5..35).contains(&person.age());
    let candidates: Vec<u64> = house.members.iter().filter(may_leave).map(|person| person.id).collect();
    (!candidates.is_empty()).then(|| random.choose(&candidates))
}

/// Returns the person who came from the kin's household.
fn guest_from_kin(commune: &Commune, no: HouseholdNo) -> Option<SyntheticPerson> {
    let from = kinship::household(commune, kin(commune, no)?);
    let id = joined_kin(commune, &from)?;
    let guest = from.members.into_iter().find(|person| person.id == id)?;
    let relation = if guest.age() < 25 { Relation::Nephew } else { Relation::Cousin };
    Some(SyntheticPerson { relation, is_child_of_head: false, ..guest })
}
