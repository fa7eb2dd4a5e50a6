//! What became of a household by the second round: who was born, came, left, died; who moved; who is head now.
//!
//! As pure as the first round: the sheet of another quartier can ask of any household what became of it.

use chrono::{Datelike, Days};

use crate::record::{MaritalStatus, Relation, Sex};

use super::chance::{Chance, Purpose};
use super::commune::{Commune, HouseholdNo, QuartierNo, first_round, second_round};
use super::people::{Household, Person, person, years};

/// Places of those who came after the first round.
const NEWBORN: u8 = 32;
const NEWCOMER: u8 = 36;

/// What a household did as a whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Stayed,
    /// Lives in another quartier, or in another avenue of its own.
    MovedTo(QuartierNo),
    Gone,
}

pub(super) fn fate(commune: &Commune, no: HouseholdNo) -> Fate {
    let mut chance = Chance::of(commune.seed, Purpose::Later, &[no.key()]);
    let second = &commune.settings.second_round;
    if chance.is(second.gone) {
        Fate::Gone
    } else if chance.is(second.moved) {
        Fate::MovedTo(chance.below(commune.quartiers.len()) as QuartierNo)
    } else {
        Fate::Stayed
    }
}

/// The child born after the first round, if there is one.
pub(super) fn newborn(commune: &Commune, house: &Household) -> Option<Person> {
    let mut chance = Chance::of(commune.seed, Purpose::Later, &[house.no.key(), 1]);
    let is_mother = |person: &&Person| {
        person.sex == Sex::Female
            && matches!(person.relation, Relation::Head | Relation::Spouse)
            && (17..=43).contains(&person.age())
    };
    house.members.iter().find(is_mother)?;
    // Two women in five of that age would be too many: the share is of mothers, thinned by how young the last child is.
    let too_soon = house.members.iter().any(|p| p.is_child_of_head && (first_round() - p.born).num_days() < 300);
    if too_soon || !chance.is(commune.settings.second_round.newborn) {
        return None;
    }
    let since = (second_round() - first_round()).num_days() as usize;
    let born = first_round() + Days::new(1 + chance.below(since - 1) as u64);
    let sex = chance.one_of(&[Sex::Male, Sex::Female]);
    let mut child = person(commune, house.no, &mut chance, (sex, born, Relation::Child, MaritalStatus::Single));
    child.is_child_of_head = true;
    child.id = house.no.person(NEWBORN);
    Some(child)
}

/// The fiches of a household in the second round: its own, and that of a child who now has one.
#[derive(Debug)]
pub(super) struct Later {
    pub(super) members: Vec<Person>,
    pub(super) split: Option<Person>,
}

/// Whether a grown child, if there is one, has a fiche of their own by now.
pub(super) fn may_split(commune: &Commune, no: HouseholdNo) -> bool {
    Chance::of(commune.seed, Purpose::Later, &[no.key(), 4]).is(commune.settings.second_round.split)
}

pub(super) fn later(commune: &Commune, house: Household) -> Later {
    let second = &commune.settings.second_round;
    let no = house.no;
    let mut chance = Chance::of(commune.seed, Purpose::Later, &[no.key(), 2]);
    let born_since = newborn(commune, &house);
    let sent = joined_another(commune, &house);
    let is_head_changed = chance.is(second.head_changed);
    let split_wanted = may_split(commune, no);
    let mut members = Vec::new();
    let mut split = None;
    for member in house.members {
        let old = member.age() >= 60;
        let died = chance.is(if old { second.died_old } else { second.died });
        let left = chance.is(second.left) && !matches!(member.relation, Relation::Head | Relation::Spouse);
        if died || left || sent == Some(member.id) {
            continue;
        }
        if split_wanted && split.is_none() && member.is_child_of_head && member.age() >= 20 {
            split = Some(Person { relation: Relation::Head, ..member });
            continue;
        }
        members.push(member);
    }
    members.extend(born_since);
    if chance.is(second.newcomer) && !members.is_empty() {
        let relation = chance.one_of(&[Relation::Nephew, Relation::Sibling, Relation::Cousin, Relation::Tenant]);
        let age = if relation == Relation::Nephew { 2.0 + 18.0 * chance.unit() } else { 18.0 + 25.0 * chance.unit() };
        let born = first_round() - Days::new(years(age) + 1 + chance.below(300) as u64);
        let sex = chance.one_of(&[Sex::Male, Sex::Female]);
        let mut new = person(commune, no, &mut chance, (sex, born, relation, MaritalStatus::Single));
        new.id = no.person(NEWCOMER);
        members.push(new);
    }
    if let Some(guest) = taken_in(commune, no) {
        members.push(guest);
    }
    new_head(&mut members, is_head_changed);
    Later { members, split }
}

/// If the head is no more, or the household now names the spouse: the spouse, else the oldest grown member.
fn new_head(members: &mut [Person], is_changed: bool) {
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
            let oldest = (0..members.len()).min_by_key(|place| members[*place].born.num_days_from_ce());
            if let Some(oldest) = oldest {
                members[oldest].relation = Relation::Head;
                members[..=oldest].rotate_right(1);
            }
        }
        _ => {}
    }
}

/// The household with which one exchanges persons: of the quartier next to it in the list, same number.
fn kin(commune: &Commune, no: HouseholdNo) -> Option<HouseholdNo> {
    commune.existing(no.quartier() ^ 1, no.number())
}

/// Who went to live with the kin: one of the younger members who are neither head nor spouse.
fn joined_another(commune: &Commune, house: &Household) -> Option<u64> {
    let mut chance = Chance::of(commune.seed, Purpose::Later, &[house.no.key(), 3]);
    kin(commune, house.no)?;
    // A share of persons, decided per household.
    let share = commune.settings.second_round.joined_another * house.members.len() as f64;
    if !chance.is(share) {
        return None;
    }
    let can: Vec<u64> = house
        .members
        .iter()
        .filter(|person| {
            !matches!(person.relation, Relation::Head | Relation::Spouse) && (5..35).contains(&person.age())
        })
        .map(|person| person.id)
        .collect();
    if can.is_empty() { None } else { Some(chance.one_of(&can)) }
}

/// The person who came from the kin.
fn taken_in(commune: &Commune, no: HouseholdNo) -> Option<Person> {
    let from = super::people::household(commune, kin(commune, no)?);
    let id = joined_another(commune, &from)?;
    let guest = from.members.into_iter().find(|person| person.id == id)?;
    let relation = if guest.age() < 25 { Relation::Nephew } else { Relation::Cousin };
    Some(Person { relation, is_child_of_head: false, ..guest })
}
