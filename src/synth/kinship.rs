//! Names that are handed on in a family: from a grandparent, a father, an uncle, a dead sibling, between siblings.
//!
//! The names are changed after the household is made, with random numbers of their own: where all shares are 0, the
//! household is the same as without this file. Twins keep their names. At most one child of a household gets the whole
//! name of each relative, and no two living children of a household have the same whole name.

use chrono::{Datelike, Days};

use crate::record::{MaritalStatus, Relation, Sex};

use super::commune::{Commune, FAMILY, HouseholdNo, first_round_day};
use super::people::{self, DEAD, SyntheticHousehold, SyntheticPerson};
use super::random::{Purpose, RandomStream};

/// Years between a grandparent and a grandchild, at least.
const TWO_GENERATIONS: i32 = 34;
/// First place of the dead children added here. Those of `people` come before.
const DEAD_NAMESAKE: u8 = DEAD + 8;
/// Place of a nephew who came to head the household.
const HEIR: u8 = 37;
/// Most children who died and whose name was given again, per household.
const MOST_DEAD: usize = 6;

/// The three parts of a name.
type WholeName = [String; 3];

/// Returns a household of the first round. Some of its members bear the names of relatives.
pub(super) fn household(commune: &Commune, no: HouseholdNo) -> SyntheticHousehold {
    let mut house = people::draw_household(commune, no);
    hand_on_names(commune, &mut house);
    house
}

fn hand_on_names(commune: &Commune, house: &mut SyntheticHousehold) {
    let shares = &commune.settings.handed_on;
    if shares.is_empty() {
        return;
    }
    let mut random = commune.random(Purpose::Kinship, &[house.no.key()]);
    for place in 0..house.members.len() {
        let member = &house.members[place];
        let name = match member.relation {
            _ if member.twin.is_some() => None,
            Relation::Child if member.is_child_of_head => name_of_child(commune, house, member, &mut random),
            Relation::Nephew | Relation::Grandchild if random.happens(shares.nephew) => {
                house.members.first().filter(|head| head.sex == member.sex).map(whole_name)
            }
            _ => None,
        };
        if let Some(name) = name.filter(|name| !is_borne(house, place, name)) {
            set_name(&mut house.members[place], name);
        }
    }
    add_dead_namesakes(commune, house, &mut random);
}

/// Hands a name on to a child born after the first round.
pub(super) fn name_newborn(commune: &Commune, house: &SyntheticHousehold, child: &mut SyntheticPerson) {
    if commune.settings.handed_on.is_empty() {
        return;
    }
    let mut random = commune.random(Purpose::Kinship, &[house.no.key(), 1]);
    let name = name_of_child(commune, house, child, &mut random);
    if let Some(name) = name.filter(|name| house.members.iter().all(|member| whole_name(member) != *name)) {
        set_name(child, name);
    }
}

/// Returns the name that a child gets from a relative, if any.
fn name_of_child(
    commune: &Commune,
    house: &SyntheticHousehold,
    child: &SyntheticPerson,
    random: &mut RandomStream,
) -> Option<WholeName> {
    let shares = &commune.settings.handed_on;
    let choice = random.unit();
    let limits = [shares.grandfather, shares.grandfather_noms, shares.father, shares.one_part_apart];
    let mut passed = 0.0;
    let chosen = limits.into_iter().position(|share| {
        passed += share;
        choice < passed
    })?;
    match chosen {
        0 => grandparent(commune, house, child, random),
        1 => grandparent(commune, house, child, random).map(|[nom, postnom, _]| [nom, postnom, child.prenom.clone()]),
        2 => {
            let is_parent = |person: &&SyntheticPerson| person.leads_household() && person.sex == child.sex;
            house.members.iter().find(is_parent).map(whole_name)
        }
        _ => {
            let is_sibling = |person: &&SyntheticPerson| person.is_child_of_head && person.id != child.id;
            let siblings: Vec<WholeName> = house.members.iter().filter(is_sibling).map(whole_name).collect();
            let mut name = siblings.get(random.below(siblings.len()))?.clone();
            // Siblings of both sexes rarely share a prénom.
            let differs = [2, 2, 1, 0][random.below(4)];
            name[differs].clone_from(&whole_name(child)[differs]);
            Some(name)
        }
    }
}

/// Returns the name of a grandparent of the child's sex: one who lives in the household, or the oldest head or spouse
/// among the households of the family, in this quartier or in another one.
fn grandparent(
    commune: &Commune,
    house: &SyntheticHousehold,
    child: &SyntheticPerson,
    random: &mut RandomStream,
) -> Option<WholeName> {
    let is_elder = |person: &&SyntheticPerson| {
        person.sex == child.sex && child.born.year() - person.born.year() >= TWO_GENERATIONS
    };
    let at_home = house.members.iter().find(|person| person.relation == Relation::Parent).filter(is_elder);
    if let Some(elder) = at_home.filter(|_| random.happens(0.5)) {
        return Some(whole_name(elder));
    }
    // All children of a household have the same grandparents.
    let lives_elsewhere = commune.random(Purpose::Kinship, &[house.no.key(), 2]).happens(0.4);
    let quartier = if lives_elsewhere { house.no.quartier() ^ 1 } else { house.no.quartier() };
    let first = house.no.number() / FAMILY * FAMILY;
    let family = (first..first + FAMILY).filter_map(|number| commune.existing(quartier, number));
    let elders = family.filter(|no| *no != house.no).flat_map(|no| people::head_and_spouse(commune, no));
    elders
        .filter(|person| is_elder(&person))
        .min_by_key(|person| (person.born, person.id))
        .map(|elder| whole_name(&elder))
}

/// Adds, for some children, an older sibling of the same name who died. They are in a birth register and on no sheet.
fn add_dead_namesakes(commune: &Commune, house: &mut SyntheticHousehold, random: &mut RandomStream) {
    let share = commune.settings.handed_on.dead_sibling;
    let children: Vec<SyntheticPerson> = house.members.iter().filter(|child| child.is_child_of_head).cloned().collect();
    let named_again = children.into_iter().filter(|child| child.twin.is_none() && random.happens(share));
    let named_again: Vec<SyntheticPerson> = named_again.take(MOST_DEAD).collect();
    for (place, child) in (DEAD_NAMESAKE..).zip(named_again) {
        let earlier = child.born - Days::new(400 + random.below(1_200) as u64);
        let id = house.no.person(place);
        house.dead.push(SyntheticPerson { id, born: earlier, ..child });
    }
}

/// Returns the nephew who heads the household from the second round on.
pub(super) fn nephew_who_heads(
    commune: &Commune,
    no: HouseholdNo,
    uncle: &SyntheticPerson,
    members: &[SyntheticPerson],
) -> SyntheticPerson {
    let mut random = commune.random(Purpose::Kinship, &[no.key(), 3]);
    let is_heir = |person: &&SyntheticPerson| {
        person.relation == Relation::Nephew && person.age() >= 18 && person.sex == uncle.sex
    };
    let at_home = members.iter().find(is_heir).cloned();
    let mut heir = at_home.unwrap_or_else(|| {
        let age = 20.0 + 20.0 * random.unit();
        let born = first_round_day() - Days::new(people::years(age) + random.below(300) as u64);
        let relation = Relation::Nephew;
        let mut heir = people::person(commune, no, &mut random, (uncle.sex, born), relation, MaritalStatus::Married);
        heir.id = no.person(HEIR);
        if random.happens(commune.settings.handed_on.nephew) {
            set_name(&mut heir, whole_name(uncle));
        }
        heir
    });
    heir.relation = Relation::Head;
    heir
}

/// Returns the man who heads a woman's household besides his own: a head of another household, of about her age.
///
/// `woman` heads the household `no` without a spouse.
pub(super) fn man_of_two_homes(
    commune: &Commune,
    no: HouseholdNo,
    woman: &SyntheticPerson,
) -> Option<(HouseholdNo, SyntheticPerson)> {
    const AWAY: u32 = 3;
    let share = commune.settings.repeats.two_homes;
    let mut random = commune.random(Purpose::Kinship, &[no.key(), 4]);
    if woman.sex == Sex::Male || !random.happens(share) {
        return None;
    }
    let quartier = if random.happens(0.5) { no.quartier() ^ 1 } else { no.quartier() };
    let other = commune.existing(quartier, no.number() ^ AWAY)?;
    let heads = people::head_and_spouse(commune, other);
    let man = heads.first().filter(|man| man.sex == Sex::Male && heads.len() > 1)?.clone();
    let older = woman.born.year() - man.born.year();
    (-6..=25).contains(&older).then_some((other, man))
}

/// Whether another member, living or dead, has the same whole name and is no adult who hands it on.
fn is_borne(house: &SyntheticHousehold, place: usize, name: &WholeName) -> bool {
    let own_relation = house.members[place].relation;
    let mut others = house.members.iter().enumerate().filter(|(at, _)| *at != place).map(|(_, person)| person);
    others.any(|other| other.relation == own_relation && whole_name(other) == *name)
}

fn whole_name(person: &SyntheticPerson) -> WholeName {
    [person.nom.clone(), person.postnom.clone(), person.prenom.clone()]
}

fn set_name(person: &mut SyntheticPerson, [nom, postnom, prenom]: WholeName) {
    (person.nom, person.postnom, person.prenom) = (nom, postnom, prenom);
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::super::settings::{Difficulty, SynthSettings};
    use super::*;

    fn commune(settings: SynthSettings) -> Commune {
        Commune::new(20_000, 4, settings)
    }

    fn houses(commune: &Commune) -> Vec<SyntheticHousehold> {
        let all = (0..46).flat_map(|quartier| commune.households(quartier));
        all.map(|no| household(commune, no)).collect()
    }

    /// Pairs of members of one household, at least `years` apart, with one whole name.
    fn n_namesakes(houses: &[SyntheticHousehold], years: i32) -> usize {
        let pairs = |house: &SyntheticHousehold| {
            let members = &house.members;
            let is_pair = |a: &SyntheticPerson, b: &SyntheticPerson| {
                a.born.year() - b.born.year() >= years && whole_name(a) == whole_name(b)
            };
            members.iter().flat_map(|a| members.iter().filter(move |b| is_pair(a, b))).count()
        };
        houses.iter().map(pairs).sum()
    }

    #[test]
    fn heavy_hands_names_on_and_the_defaults_do_not_know_it() {
        let usual = houses(&commune(SynthSettings::parse("", None).expect("the defaults")));
        let heavy = SynthSettings::parse("", Some(Difficulty::Heavy)).expect("the heavy settings");
        let heavy = houses(&commune(heavy));
        assert!(n_namesakes(&heavy, 14) > 3 * n_namesakes(&usual, 14), "{}", n_namesakes(&heavy, 14));
        let named_again = |houses: &[SyntheticHousehold]| {
            let is_again = |house: &SyntheticHousehold| {
                house.dead.iter().any(|dead| house.members.iter().any(|child| whole_name(child) == whole_name(dead)))
            };
            houses.iter().filter(|house| is_again(house)).count()
        };
        assert!(named_again(&heavy) > 2 * named_again(&usual), "{} {}", named_again(&heavy), named_again(&usual));
        for house in &heavy {
            let ids: BTreeSet<u64> = house.members.iter().chain(&house.dead).map(|person| person.id).collect();
            assert_eq!(ids.len(), house.members.len() + house.dead.len(), "{house:?}");
            for twin in house.members.iter().filter(|person| person.twin.is_some()) {
                let other = &house.members[usize::from(twin.twin.unwrap_or(0))];
                assert_ne!(whole_name(twin), whole_name(other));
            }
        }
    }

    #[test]
    fn a_grandchild_bears_the_name_of_an_elder_of_another_household() {
        let settings = SynthSettings::parse("[handed_on]\ngrandfather = 1\n", None).expect("one share");
        let commune = commune(settings);
        let houses = houses(&commune);
        let elders: BTreeSet<WholeName> =
            houses.iter().flat_map(|house| &house.members).filter(|p| p.age() > 40).map(whole_name).collect();
        let children = || houses.iter().flat_map(|house| &house.members).filter(|p| p.is_child_of_head && p.age() < 20);
        let n_named = children().filter(|child| elders.contains(&whole_name(child))).count();
        assert!(n_named * 5 > children().count(), "{n_named} of {}", children().count());
    }

    #[test]
    fn a_man_of_two_homes_heads_a_household_of_his_own() {
        let commune = commune(SynthSettings::parse("[repeats]\ntwo_homes = 1\n", None).expect("one share"));
        let women = houses(&commune).into_iter().filter(|house| house.members[0].sex == Sex::Female);
        let men: Vec<_> = women.filter_map(|house| man_of_two_homes(&commune, house.no, &house.members[0])).collect();
        assert!(men.len() > 50, "{}", men.len());
        for (home, man) in men {
            assert_eq!(household(&commune, home).members[0].id, man.id);
        }
    }
}
