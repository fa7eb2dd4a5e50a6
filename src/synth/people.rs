//! Invents the true persons of a household in the first census round, its dead children, and parents who live
//! elsewhere.
//!
//! The same settings, seed and household number give the same persons; `entry.rs` adds the typing errors. Siblings
//! share a nom in some families only. Twins have paired, similar or unrelated names, some sons their father's name, and
//! some neighbours the same name.

use chrono::{Datelike, Days, NaiveDate};

use crate::record::{MaritalStatus, MaritalStatus as M, Relation, Relation as R, Sex};

use super::commune::{Commune, HouseholdNo, first_round_day};
use super::names;
use super::random::{Purpose, RandomStream};
use super::settings::PeopleSettings;
use super::words::WORDS;

/// How well the household knows a person's date of birth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BirthKnowledge {
    Day,
    Month,
    Year,
    /// The year is a guess.
    Guess,
}

#[derive(Debug, Clone)]
pub(super) struct SyntheticPerson {
    pub(super) id: u64,
    pub(super) nom: String,
    pub(super) postnom: String,
    pub(super) prenom: String,
    pub(super) sex: Sex,
    pub(super) born: NaiveDate,
    pub(super) place: &'static str,
    pub(super) relation: Relation,
    pub(super) marital: MaritalStatus,
    pub(super) job: &'static str,
    pub(super) birth_knowledge: BirthKnowledge,
    /// Place of the other twin in the household.
    pub(super) twin: Option<u8>,
    /// Whether head and spouse are the parents.
    pub(super) is_child_of_head: bool,
    /// Place of the mother in the household, where she is the second wife.
    pub(super) second_wife: Option<u8>,
}

#[derive(Debug, Clone)]
pub(super) struct SyntheticHousehold {
    pub(super) no: HouseholdNo,
    pub(super) members: Vec<SyntheticPerson>,
    /// Children who died. They are in a birth register and on no sheet.
    pub(super) dead: Vec<SyntheticPerson>,
}

/// First place of the children who died.
pub(super) const DEAD: u8 = 48;

/// Returns the approximate number of days in `n` years.
pub(super) fn years(n: f64) -> u64 {
    (n.max(0.0) * 365.25) as u64
}

impl SyntheticPerson {
    /// Returns the age in whole years at the first round.
    pub(super) fn age(&self) -> i32 {
        (first_round_day() - self.born).num_days() as i32 * 4 / 1461
    }

    pub(super) fn leads_household(&self) -> bool {
        matches!(self.relation, R::Head | R::Spouse)
    }
}

/// Returns a household of the first round with names that are drawn for each person.
pub(super) fn draw_household(commune: &Commune, no: HouseholdNo) -> SyntheticHousehold {
    let commune = commune.origin(no).unwrap_or(commune);
    let mut builder = HouseholdBuilder::new(commune, no);
    builder.add_head_and_spouse();
    builder.add_second_wife();
    builder.add_others();
    builder.house
}

/// Returns the head of a household, and the spouse if there is one.
pub(super) fn head_and_spouse(commune: &Commune, no: HouseholdNo) -> Vec<SyntheticPerson> {
    let commune = commune.origin(no).unwrap_or(commune);
    let mut builder = HouseholdBuilder::new(commune, no);
    builder.add_head_and_spouse();
    builder.house.members
}

struct HouseholdBuilder<'c> {
    commune: &'c Commune,
    no: HouseholdNo,
    random: RandomStream,
    house: SyntheticHousehold,
}

impl<'c> HouseholdBuilder<'c> {
    fn new(commune: &'c Commune, no: HouseholdNo) -> Self {
        let random = commune.random(Purpose::Household, &[no.key()]);
        Self { commune, no, random, house: SyntheticHousehold { no, members: Vec::new(), dead: Vec::new() } }
    }

    fn add_head_and_spouse(&mut self) {
        let size = self.commune.size(self.no);
        let people = &self.commune.settings.people;
        let is_couple = size >= 2 && self.random.happens(people.couples);
        let women = match size {
            _ if is_couple => 0.06,
            1 => 0.35,
            _ => people.women_heads,
        };
        let sex = if self.random.happens(women) { Sex::Female } else { Sex::Male };
        let age = 22.0 + 50.0 * self.random.unit() * (0.4 + 0.6 * self.random.unit());
        let union = if self.random.happens(0.72) { M::Married } else { M::FreeUnion };
        let alone = match sex {
            Sex::Female => [M::Widowed, M::Separated, M::Single, M::Divorced],
            Sex::Male => [M::Single, M::Single, M::Widowed, M::Divorced],
        };
        let marital = if is_couple { union } else { self.random.choose(&alone) };
        let head = self.person(sex, age, R::Head, marital);
        self.add(head);
        if is_couple {
            let other = if sex == Sex::Male { Sex::Female } else { Sex::Male };
            let younger = f64::from(self.random.between(-2, 10)) * if sex == Sex::Male { 1.0 } else { -1.0 };
            let spouse = self.person(other, (age - younger).max(18.0), R::Spouse, union);
            self.add(spouse);
        }
    }

    /// Adds a second wife to some couples. The random numbers of other households do not change.
    fn add_second_wife(&mut self) {
        let [husband, wife] = &self.house.members[..] else { return };
        let share = self.commune.settings.people.polygamous;
        let is_polygamous = self.commune.random(Purpose::Kinship, &[self.no.key(), 5]).happens(share);
        if !is_polygamous || husband.sex == Sex::Female || self.commune.size(self.no) < 4 {
            return;
        }
        let (age, marital) = (f64::from(wife.age()) - 8.0 * self.random.unit(), wife.marital);
        let second = self.person(Sex::Female, age.max(18.0), R::Spouse, marital);
        self.add(second);
    }

    /// Adds children, as many as the mother's age allows, then other members up to the size.
    fn add_others(&mut self) {
        let size = self.commune.size(self.no);
        let most_children = (self.house.members.len()..size)
            .filter(|_| !self.random.happens(self.commune.settings.people.other_members))
            .count();
        let parent = self.house.members.iter().find(|person| person.sex == Sex::Female);
        // For a man alone: the mother was some years younger.
        let mother_age = parent.map_or(self.house.members[0].age() - 4, SyntheticPerson::age);
        let oldest = (mother_age - 17).clamp(0, 32);
        let youngest = (mother_age - 45).max(0);
        let n_children = most_children.min((oldest - youngest).max(0) as usize);
        self.add_children(n_children, f64::from(youngest), f64::from(oldest));
        while self.house.members.len() < size {
            self.add_other_member();
        }
    }

    fn add_children(&mut self, n: usize, youngest: f64, oldest: f64) {
        let mut days: Vec<u64> = (0..n)
            .map(|_| years(youngest + (oldest - youngest) * self.random.unit() * (0.55 + 0.45 * self.random.unit())))
            .collect();
        days.sort_unstable();
        for at in 1..days.len() {
            days[at] = days[at].max(days[at - 1] + 335);
        }
        days.reverse();
        let people = self.commune.settings.people.clone();
        let is_family_nom = self.random.happens(people.family_nom);
        let mut at = 0;
        let mut after_twins = false;
        while at < n {
            let born = first_round_day() - Days::new(days[at] + 1);
            let are_twins = at + 1 < n && self.random.happens(people.twins);
            let first = self.child(born, is_family_nom);
            let last = self.house.members.len();
            self.add(first);
            if are_twins {
                let second = self.child(born, is_family_nom);
                self.add(second);
                self.name_twins(is_family_nom);
            } else if after_twins && self.random.happens(0.5) {
                // Names given to the child after twins.
                let name = self.random.choose(&["LANDU", "NLANDU", "MILANDU", "LUKOMBO"]);
                self.house.members[last].nom = name.to_owned();
            }
            after_twins = are_twins;
            at += if are_twins { 2 } else { 1 };
        }
    }

    fn child(&mut self, born: NaiveDate, is_family_nom: bool) -> SyntheticPerson {
        let people = self.commune.settings.people.clone();
        let sex = if self.random.happens(0.503) { Sex::Male } else { Sex::Female };
        let mut child = self.person_born(sex, born, R::Child, M::Single);
        child.is_child_of_head = true;
        child.second_wife = self.mother(&child);
        let father = self.house.members.iter().find(|person| person.sex == Sex::Male && !person.is_child_of_head);
        let father = father.map(|father| (father.nom.clone(), father.postnom.clone(), father.prenom.clone()));
        let father_nom = match &father {
            Some((nom, ..)) => nom.clone(),
            None => parents_of(self.commune, self.no.key()).0.0,
        };
        if is_family_nom {
            child.nom = father_nom;
        } else if !child.postnom.is_empty() && self.random.happens(people.father_as_postnom) {
            child.postnom = father_nom;
        }
        let sibling = self.house.members.iter().rev().find(|person| person.is_child_of_head);
        if let Some(sibling) = sibling.filter(|_| self.random.happens(people.alike_siblings)) {
            (child.nom, child.postnom) = (sibling.nom.clone(), sibling.postnom.clone());
        }
        if let Some((nom, postnom, prenom)) = father.filter(|_| sex == Sex::Male && self.random.happens(people.juniors))
        {
            (child.nom, child.postnom, child.prenom) = (nom, postnom, prenom);
        }
        let is_given_again = self.random.happens(people.name_given_again);
        if is_given_again || self.random.happens(self.commune.settings.registers.dead) {
            let earlier = born - Days::new(400 + self.random.below(1_000) as u64);
            let sex = if is_given_again { child.sex } else { self.random.choose(&[Sex::Male, Sex::Female]) };
            let mut dead = self.person_born(sex, earlier, R::Child, M::Single);
            if is_given_again {
                (dead.nom, dead.postnom, dead.prenom) =
                    (child.nom.clone(), child.postnom.clone(), child.prenom.clone());
            }
            dead.is_child_of_head = true;
            dead.id = self.no.person(DEAD + self.house.dead.len() as u8);
            self.house.dead.push(dead);
        }
        child
    }

    /// Returns the place of the second wife for some of the children born since she was 16.
    fn mother(&self, child: &SyntheticPerson) -> Option<u8> {
        const PLACE: u8 = 2;
        let second = self.house.members.get(usize::from(PLACE)).filter(|person| person.relation == R::Spouse)?;
        let numbers = [self.no.key(), 6, child.born.num_days_from_ce() as u64];
        let is_hers = self.commune.random(Purpose::Kinship, &numbers).happens(0.5);
        (is_hers && child.born.year() - second.born.year() >= 16).then_some(PLACE)
    }

    /// Names the last two members as twins: paired, similar or unrelated names.
    fn name_twins(&mut self, is_family_nom: bool) {
        let people = &self.commune.settings.people;
        let n = self.house.members.len();
        let are_paired = self.random.happens(people.twin_names);
        let are_alike = self.random.happens(people.twins_alike / (1.0 - people.twin_names).max(0.01));
        let are_boys = self.house.members[n - 2..].iter().all(|twin| twin.sex == Sex::Male);
        let (first, second) = names::of_twins(&mut self.random, are_boys);
        let [.., a, b] = &mut self.house.members[..] else { return };
        (a.twin, b.twin) = (Some(n as u8 - 1), Some(n as u8 - 2));
        if are_paired {
            // The twin name is the nom, or the post-nom in families that share a nom.
            let names = (first.to_owned(), second.to_owned());
            if is_family_nom { (a.postnom, b.postnom) = names } else { (a.nom, b.nom) = names }
        } else if are_alike {
            // Same sex, nom and post-nom, and prénoms with the same first letters: Merveille and Merdie.
            b.sex = a.sex;
            (b.nom, b.postnom) = (a.nom.clone(), a.postnom.clone());
            let start = |name: &str| name.chars().take(2).collect::<String>();
            let mut tries = (0..60).map(|_| names::prenom(&mut self.random, a.sex, 0.0, 0.0));
            let alike = tries.find(|name| start(name) == start(&a.prenom) && *name != a.prenom);
            b.prenom = alike.unwrap_or_else(|| format!("{}ELA", start(&a.prenom)));
        }
    }

    fn add_other_member(&mut self) {
        let head = f64::from(self.house.members[0].age());
        let has_grown_child = self.house.members.iter().any(|person| person.is_child_of_head && person.age() >= 19);
        let weight = |(relation, usual): &(Relation, f64)| match relation {
            R::Parent if head >= 55.0 => 0.2,
            R::ParentInLaw if head >= 55.0 => 0.1,
            R::Grandchild if head < 44.0 => 0.0,
            R::ChildInLaw if !has_grown_child => 0.0,
            _ => *usual,
        };
        let weights: Vec<f64> = WORDS.other_members.iter().map(weight).collect();
        let relation = WORDS.other_members[self.random.weighted_index(&weights)].0;
        let span = |random: &mut RandomStream, low: f64, high: f64| low + (high - low).max(0.5) * random.unit();
        let random = &mut self.random;
        let age = match relation {
            R::Parent | R::ParentInLaw | R::Uncle => (head + span(random, 17.0, 34.0)).min(97.0),
            R::Sibling | R::SiblingInLaw | R::Cousin => (head + span(random, -18.0, 8.0)).max(4.0),
            R::Grandchild => span(random, 0.2, (head - 40.0).min(20.0)),
            R::ChildInLaw => span(random, 19.0, 32.0),
            R::Tenant | R::Unrelated => span(random, 20.0, 55.0),
            R::Domestic => span(random, 15.0, 45.0),
            _ => span(random, 1.0, 24.0),
        };
        let women = if matches!(relation, R::Parent | R::ParentInLaw) { 0.75 } else { 0.5 };
        let sex = if random.happens(women) { Sex::Female } else { Sex::Male };
        let marital = match age {
            ..20.0 => M::Single,
            _ if relation == R::Parent && random.happens(0.6) => M::Widowed,
            _ => random.choose(&[M::Single, M::Married, M::Separated]),
        };
        let person = self.person(sex, age, relation, marital);
        self.add(person);
    }

    fn add(&mut self, mut person: SyntheticPerson) {
        person.id = self.no.person(self.house.members.len() as u8);
        self.house.members.push(person);
    }

    fn person(&mut self, sex: Sex, age: f64, relation: R, marital: M) -> SyntheticPerson {
        let born = first_round_day() - Days::new(years(age) + 1 + self.random.below(300) as u64);
        self.person_born(sex, born, relation, marital)
    }

    fn person_born(&mut self, sex: Sex, born: NaiveDate, relation: R, marital: M) -> SyntheticPerson {
        person(self.commune, self.no, &mut self.random, (sex, born), relation, marital)
    }
}

/// Returns a person with a sex, a date of birth, a relation and a marital status; the other values are drawn.
pub(super) fn person(
    commune: &Commune,
    no: HouseholdNo,
    random: &mut RandomStream,
    (sex, born): (Sex, NaiveDate),
    relation: R,
    marital: M,
) -> SyntheticPerson {
    let people = &commune.settings.people;
    let (mut nom, mut postnom, mut prenom) = full_name(commune, random, sex);
    let age = (first_round_day() - born).num_days() as i32 * 4 / 1461;
    // A name that several persons of a quartier bear, some of them born in the same year.
    let shared_name = if random.happens(people.namesakes_same_year) {
        Some(born.year() as u64)
    } else {
        random.happens(people.namesakes).then(|| random.below(12) as u64)
    };
    if let Some(which) = shared_name {
        let numbers = [u64::from(no.quartier()), which, sex as u64];
        (nom, postnom, prenom) = full_name(commune, &mut commune.random(Purpose::Namesake, &numbers), sex);
    }
    let birth_knowledge = birth_knowledge(people, age, random);
    let place = birth_place(age, random);
    let job = occupation(sex, age, random);
    SyntheticPerson {
        id: 0,
        nom,
        postnom,
        prenom,
        sex,
        born,
        place,
        relation,
        marital,
        job,
        birth_knowledge,
        twin: None,
        is_child_of_head: false,
        second_wife: None,
    }
}

fn birth_knowledge(people: &PeopleSettings, age: i32, random: &mut RandomStream) -> BirthKnowledge {
    let day_unknown = match age {
        ..15 => people.day_unknown_child,
        15..50 => people.day_unknown_adult,
        _ => people.day_unknown_elder,
    };
    if !random.happens(day_unknown) {
        BirthKnowledge::Day
    } else if random.happens(people.month_known) {
        BirthKnowledge::Month
    } else if random.happens(people.year_guessed) && age >= 15 {
        BirthKnowledge::Guess
    } else {
        BirthKnowledge::Year
    }
}

fn birth_place(age: i32, random: &mut RandomStream) -> &'static str {
    let share_local = if age < 18 { 0.9 } else { 0.45 };
    if random.happens(share_local) {
        return "Kinshasa";
    }
    let n = WORDS.places.len();
    &WORDS.places[random.below(n).min(random.below(n))]
}

fn occupation(sex: Sex, age: i32, random: &mut RandomStream) -> &'static str {
    let by_sex = |words: [&'static str; 2]| words[usize::from(sex == Sex::Female)];
    match age {
        ..6 => "",
        6..18 => "Élève",
        18..25 if random.happens(0.5) => by_sex(["Étudiant", "Étudiante"]),
        64.. if random.happens(0.6) => by_sex(["Retraité", "Retraitée"]),
        _ => random.choose_word(&WORDS.occupations[usize::from(sex == Sex::Female)]),
    }
}

fn full_name(commune: &Commune, random: &mut RandomStream, sex: Sex) -> (String, String, String) {
    let people = &commune.settings.people;
    let nom = names::nom(random, sex, people.rare_nom);
    let postnom = names::postnom(random, people.rare_postnom, people.particle);
    let postnom = if random.happens(people.no_postnom) { String::new() } else { postnom };
    (nom, postnom, names::prenom(random, sex, people.rare_prenom, people.two_prenoms))
}

/// Returns the nom and post-nom of the father and of the mother of a family whose parents live elsewhere.
pub(super) fn parents_of(commune: &Commune, family: u64) -> ((String, String), (String, String)) {
    let mut random = commune.random(Purpose::Parents, &[family]);
    let (nom, postnom, _) = full_name(commune, &mut random, Sex::Male);
    let (her_nom, her_postnom, _) = full_name(commune, &mut random, Sex::Female);
    ((nom, postnom), (her_nom, her_postnom))
}

#[cfg(test)]
mod tests {
    use super::super::settings::SynthSettings;
    use super::*;

    fn persons(n: u64) -> Vec<(SyntheticHousehold, Commune)> {
        let commune = Commune::new(n, 3, SynthSettings::parse("", None).expect("the defaults"));
        let all = (0..46).flat_map(|quartier| commune.households(quartier)).collect::<Vec<_>>();
        all.into_iter().map(|no| (draw_household(&commune, no), commune.clone())).take(3_000).collect()
    }

    #[test]
    fn households_resemble_those_of_kinshasa() {
        let houses: Vec<SyntheticHousehold> = persons(16_000).into_iter().map(|(house, _)| house).collect();
        let all: Vec<&SyntheticPerson> = houses.iter().flat_map(|house| &house.members).collect();
        let share = |n: usize| n as f64 / all.len() as f64;
        let below_18 = share(all.iter().filter(|person| person.age() < 18).count());
        assert!((0.44..0.56).contains(&below_18), "below 18: {below_18}");
        let no_postnom = share(all.iter().filter(|person| person.postnom.is_empty()).count());
        assert!((0.17..0.23).contains(&no_postnom), "no post-nom: {no_postnom}");
        let mean = all.len() as f64 / houses.len() as f64;
        assert!((5.1..5.5).contains(&mean), "mean size: {mean}");
        for house in &houses {
            let children = || house.members.iter().filter(|person| person.is_child_of_head);
            let mother = house.members.iter().find(|person| person.sex == Sex::Female && !person.is_child_of_head);
            if let Some(mother) = mother.filter(|mother| mother.leads_household()) {
                assert!(children().all(|child| child.age() + 13 <= mother.age()), "{house:?}");
            }
            for twin in children().filter(|child| child.twin.is_some()) {
                let other = &house.members[usize::from(twin.twin.unwrap_or(0))];
                assert!(other.born == twin.born && other.id != twin.id);
                assert!((&other.nom, &other.postnom, &other.prenom) != (&twin.nom, &twin.postnom, &twin.prenom));
            }
        }
    }
}
