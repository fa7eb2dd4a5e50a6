//! Finds the mother of a child in the register, and the birth order of the child: the rank among her known children.
//!
//! An act has the name of the mother and nothing else of her. She is looked for among the women of the child's fiches:
//!
//! 1. who bears two words of the name on the act, in whatever spelling of the same sound;
//! 2. else the head or a spouse of the head who bears one of them, if the child is one of the head's children;
//! 3. where no act names the mother: the head of whom the person is a child, if she is a woman, else the only spouse.
//!
//! A child on no fiche, such as one born after the census, has the mother of the only couple of the commune (a head and
//! a spouse) who bear both parents' names as the act has them. Where two women fit equally well the mother is unknown,
//! and so is one who would be under 12 or over 54 years old.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use chrono::NaiveDate;
use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::entities::{Person, Register};
use crate::record::{ActRow, CleanRow, Fnv, PartialDate, Precision, Relation, Sex, fold, same_name_key};

/// Ages, in years, at which a woman can have given birth.
const MOTHER_AGES: RangeInclusive<i32> = 12..=54;

/// Most rows of a fiche whose members are looked at: a longer list is no household.
const MOST_MEMBERS: usize = 100;

/// The mothers of the persons of a register.
#[derive(Debug, Default)]
pub(crate) struct Mothers {
    /// For each person the mother (index into the register's persons).
    of_person: Vec<Option<u32>>,
    /// For each person the birth order, from 1.
    birth_orders: Vec<Option<u32>>,
}

impl Mothers {
    /// Looks for the mother of every person who is a child on a fiche or has an act; of nobody if no act was read.
    pub(crate) fn find(rows: &[CleanRow], register: &Register) -> Self {
        if rows.iter().all(|row| row.act.is_none()) {
            return Self::default();
        }
        let search = MotherSearch::new(rows, register);
        let persons = (0..register.persons.len() as u32).into_par_iter().with_min_len(1024);
        let of_person: Vec<Option<u32>> = persons.map(|person| search.mother_of(person)).collect();
        let birth_orders = birth_orders(rows, register, &of_person);
        Self { of_person, birth_orders }
    }

    /// Returns the mother of a person (index into the register's persons), if known.
    pub(crate) fn of(&self, person: u32) -> Option<u32> {
        self.of_person.get(person as usize).copied().flatten()
    }

    /// Returns the rank of a person among the mother's known children, from 1; `None` if it is not known.
    pub(crate) fn birth_order(&self, person: u32) -> Option<u32> {
        self.birth_orders.get(person as usize).copied().flatten()
    }
}

/// Returns the age of a mother, in whole years, on the day of a birth; `None` if it is not known or no mother's age. If
/// only her year of birth is known, it is counted from 1 July.
pub(crate) fn mother_age(mother: &Person, day: NaiveDate) -> Option<i32> {
    let born = mother.born?;
    let is_year_alone = matches!(born.precision, Precision::Year | Precision::About);
    let middle = NaiveDate::from_ymd_opt(born.year(), 7, 1).filter(|_| is_year_alone);
    let age = PartialDate::day(middle.unwrap_or(born.first)).age_on(day);
    Some(age).filter(|age| MOTHER_AGES.contains(age))
}

/// How a woman of a child's fiche is known to be the mother; the surest last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum MotherEvidence {
    /// By the relations to the head alone.
    Relation,
    /// By one word of her name, in the mother's place.
    OneWord,
    /// By her name.
    Name,
}

struct MotherSearch<'r> {
    rows: &'r [CleanRow],
    register: &'r Register,
    /// The rows of each fiche: fiche and row, sorted.
    members: Vec<(u32, u32)>,
    /// By the names of head and spouse the woman (index into the register's persons); `None` for two couples of the
    /// same names.
    couples: HashMap<u64, Option<u32>, FixedState>,
}

impl<'r> MotherSearch<'r> {
    fn new(rows: &'r [CleanRow], register: &'r Register) -> Self {
        let mut members: Vec<(u32, u32)> =
            (0..).zip(rows).filter_map(|(index, row)| Some((row.fiche?, index))).collect();
        members.par_sort_unstable();
        let mut search = Self { rows, register, members, couples: HashMap::default() };
        let of_fiche = |fiche: &[(u32, u32)]| search.couples_of(fiche);
        let couples: Vec<(u64, u32)> = search.members.par_chunk_by(|a, b| a.0 == b.0).flat_map_iter(of_fiche).collect();
        for (names, woman) in couples {
            let own = search.couples.entry(names).or_insert(Some(woman));
            *own = own.filter(|other| *other == woman);
        }
        search
    }

    fn person(&self, row: u32) -> (u32, &'r Person) {
        let index = self.register.person_of_row[row as usize];
        (index, &self.register.persons[index as usize])
    }

    fn row(&self, row: u32) -> &'r CleanRow {
        &self.rows[row as usize]
    }

    /// Returns the rows of a fiche; none of a list that is no household.
    fn fiche(&self, fiche: u32) -> &[(u32, u32)] {
        let from = self.members.partition_point(|(own, _)| *own < fiche);
        let own = &self.members[from..];
        let own = &own[..own.partition_point(|(own, _)| *own == fiche)];
        if own.len() > MOST_MEMBERS { &[] } else { own }
    }

    /// Returns the couples of a fiche, head and spouse: the hash of their names, and the woman. An act names a parent
    /// with the first name or without it.
    fn couples_of(&self, fiche: &[(u32, u32)]) -> Vec<(u64, u32)> {
        if fiche.len() > MOST_MEMBERS {
            return Vec::new();
        }
        let with = |relation| fiche.iter().filter(move |(_, row)| self.row(*row).relation == Some(relation));
        let pairs = with(Relation::Head).flat_map(|head| with(Relation::Spouse).map(move |spouse| (head.1, spouse.1)));
        let couple = |(head, spouse): (u32, u32)| {
            let (head, spouse) = (self.person(head), self.person(spouse));
            let (man, woman) = match (head.1.sex?, spouse.1.sex?) {
                (Sex::Male, Sex::Female) => (head, spouse),
                (Sex::Female, Sex::Male) => (spouse, head),
                _ => return None,
            };
            let names = |own: &Person| [words_of(own), name_keys([&*own.nom, &*own.postnom, &*own.prenom])];
            let (of_man, of_woman) = (names(man.1), names(woman.1));
            let hashes = of_man.iter().flat_map(|man| of_woman.iter().filter_map(|woman| couple_hash(man, woman)));
            Some(hashes.map(|names| (names, woman.0)).collect::<Vec<_>>())
        };
        pairs.filter_map(couple).flatten().collect()
    }

    fn mother_of(&self, index: u32) -> Option<u32> {
        let child = &self.register.persons[index as usize];
        let acts = || child.rows.iter().filter_map(|row| self.row(*row).act.as_deref());
        let act = acts().find(|act| !act.mother.is_empty());
        let named = act.map(|act| name_keys([&*act.mother]));
        let on_fiches = child.rows.iter().filter_map(|row| Some((self.row(*row), self.row(*row).fiche?)));
        let found = on_fiches.flat_map(|(row, fiche)| self.candidates(index, row, fiche, named.as_deref()));
        let mut best: Option<(MotherEvidence, Option<u32>)> = None;
        for (evidence, woman) in found {
            best = Some(match best {
                Some((least, own)) if least == evidence => (least, own.filter(|own| *own == woman)),
                Some((least, own)) if least > evidence => (least, own),
                _ => (evidence, Some(woman)),
            });
        }
        best.and_then(|(_, woman)| woman).or_else(|| self.woman_of_couple(child, act?))
    }

    /// Returns the women of a fiche who may be the mother of one of its members.
    fn candidates(
        &self,
        child: u32,
        row: &CleanRow,
        fiche: u32,
        named: Option<&[String]>,
    ) -> Vec<(MotherEvidence, u32)> {
        let members = self.fiche(fiche);
        let is_child = row.relation == Some(Relation::Child);
        let relation = |member: u32| self.row(member).relation;
        let is_woman = |member: u32| self.person(member).1.sex == Some(Sex::Female);
        let has_female_head = members.iter().any(|(_, own)| relation(*own) == Some(Relation::Head) && is_woman(*own));
        let n_spouses = members.iter().filter(|(_, own)| relation(*own) == Some(Relation::Spouse)).count();
        let candidate = |member: u32| {
            let (index, woman) = self.person(member);
            let can_be = index != child && is_woman(member) && is_of_age(woman, &self.register.persons[child as usize]);
            if !can_be {
                return None;
            }
            let evidence = match (named, relation(member)) {
                (Some(named), place) => {
                    let own = words_of(woman);
                    let n_shared = own.iter().filter(|word| named.contains(word)).count();
                    let is_in_place = is_child && matches!(place, Some(Relation::Head | Relation::Spouse));
                    match n_shared {
                        0 => None,
                        1 if !is_in_place => None,
                        1 if own.len() > 1 && named.len() > 1 => Some(MotherEvidence::OneWord),
                        _ => Some(MotherEvidence::Name),
                    }
                }
                (None, Some(Relation::Head)) if is_child => Some(MotherEvidence::Relation),
                (None, Some(Relation::Spouse)) if is_child && n_spouses == 1 && !has_female_head => {
                    Some(MotherEvidence::Relation)
                }
                _ => None,
            };
            Some((evidence?, index))
        };
        members.iter().filter_map(|(_, member)| candidate(*member)).collect()
    }

    /// Returns the woman of the only couple who bear both parents' names on an act.
    fn woman_of_couple(&self, child: &Person, act: &ActRow) -> Option<u32> {
        let names = couple_hash(&name_keys([&*act.father]), &name_keys([&*act.mother]))?;
        let woman = self.couples.get(&names).copied().flatten()?;
        is_of_age(&self.register.persons[woman as usize], child).then_some(woman)
    }
}

/// Whether a woman can be the mother by the two years of birth, as far as they are known.
fn is_of_age(woman: &Person, child: &Person) -> bool {
    let years = woman.born.zip(child.born).map(|(woman, child)| child.year() - woman.year());
    years.is_none_or(|years| MOTHER_AGES.contains(&years))
}

fn words_of(person: &Person) -> Vec<String> {
    name_keys([&*person.nom, &*person.postnom])
}

/// Returns the keys of the words of a name, sorted: equal for spellings that sound alike. A particle is none.
fn name_keys<const N: usize>(texts: [&str; N]) -> Vec<String> {
    let folded = texts.map(fold);
    let words = folded.iter().flat_map(|text| text.split(' ')).filter(|word| word.len() > 2);
    let mut keys: Vec<String> = words.map(same_name_key).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

/// Returns a hash of the names of a couple; `None` if one of them has fewer than two words.
fn couple_hash(man: &[String], woman: &[String]) -> Option<u64> {
    let is_whole = man.len() >= 2 && woman.len() >= 2;
    is_whole.then(|| Fnv::default().with(format!("{}|{}", man.join(" "), woman.join(" ")).as_bytes()).finish())
}

/// Returns for each person the rank among the mother's children.
fn birth_orders(rows: &[CleanRow], register: &Register, of_person: &[Option<u32>]) -> Vec<Option<u32>> {
    let mut children: Vec<(u32, u32)> =
        of_person.iter().zip(0..).filter_map(|(mother, child)| Some(((*mother)?, child))).collect();
    children.par_sort_unstable();
    let ranks = |of_mother: &[(u32, u32)]| ranks(rows, register, of_mother);
    let ranked: Vec<(u32, u32)> = children.par_chunk_by(|a, b| a.0 == b.0).flat_map_iter(ranks).collect();
    let mut orders = vec![None; of_person.len()];
    for (child, rank) in ranked {
        orders[child as usize] = Some(rank);
    }
    orders
}

/// Returns the children of a mother whose rank is known, with it. The rank is not known among children whose dates
/// overlap, such as two of the same year without a day; twins follow one another. None is known if a child has no date.
fn ranks(rows: &[CleanRow], register: &Register, of_mother: &[(u32, u32)]) -> Vec<(u32, u32)> {
    let dated = |(_, child): &(u32, u32)| {
        let person = &register.persons[*child as usize];
        let twin = person.rows.iter().find_map(|row| rows[*row as usize].act.as_deref()?.twin?.place);
        let born = person.born?;
        Some((born.first, twin, *child, last_day(born)))
    };
    let Some(mut children) = of_mother.iter().map(dated).collect::<Option<Vec<_>>>() else { return Vec::new() };
    children.sort_unstable();
    let mut known = Vec::new();
    let mut from = 0;
    while from < children.len() {
        let (first, .., mut last) = children[from];
        let mut to = from + 1;
        while to < children.len() && children[to].0 <= last {
            last = last.max(children[to].3);
            to += 1;
        }
        // A child alone, or twins.
        if to == from + 1 || last == first {
            known.extend((from..to).map(|place| (children[place].2, place as u32 + 1)));
        }
        from = to;
    }
    known
}

/// Returns the last day that a date allows.
fn last_day(date: PartialDate) -> NaiveDate {
    let next = match date.precision {
        Precision::Day => return date.first,
        Precision::Month => date.first.checked_add_months(chrono::Months::new(1)),
        Precision::Year | Precision::About => NaiveDate::from_ymd_opt(date.year() + 1, 1, 1),
    };
    next.and_then(|next| next.pred_opt()).unwrap_or(date.first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::test_rows::clean_row;
    use crate::record::{Category, PersonName, RowAt, StablePlaces, TwinMark};
    use crate::register::{NewIds, PreviousIdentities, build};

    /// Rows of fiches and acts; rows with the same prénom are one person.
    #[derive(Default)]
    struct FamilyRows {
        rows: Vec<CleanRow>,
    }

    impl FamilyRows {
        fn add(&mut self, name: &str, sex: Sex, born: &str) -> &mut CleanRow {
            let mut words = name.split(' ').map(Into::into);
            let mut next = || words.next().unwrap_or_default();
            let born = match born.len() {
                4 => PartialDate::year_only(born.parse().unwrap(), false),
                _ => born.parse().ok().map(PartialDate::day),
            };
            let name = PersonName { nom: next(), postnom: next(), prenom: next() };
            let n = self.rows.len() as u32;
            self.rows.push(CleanRow { name, sex: Some(sex), born, ..clean_row(n, u64::from(n) + 1) });
            self.rows.last_mut().unwrap()
        }

        fn member(&mut self, fiche: u32, relation: Relation, name: &str, sex: Sex, born: &str) {
            let row = self.add(name, sex, born);
            (row.fiche, row.relation) = (Some(fiche), Some(relation));
        }

        fn act(&mut self, name: &str, born: &str, father: &str, mother: &str) {
            self.act_of_twin(name, born, [father, mother], None);
        }

        fn act_of_twin(&mut self, name: &str, born: &str, [father, mother]: [&str; 2], place: Option<u8>) {
            let (father, mother, twin) =
                (father.into(), mother.into(), place.map(|place| TwinMark { place: Some(place) }));
            let act = ActRow { act: None, declared_on: None, category: Category::Direct, father, mother, twin };
            self.add(name, Sex::Female, born).act = Some(Box::new(act));
        }

        /// Returns for each prénom of a child of a known mother: the mother's prénom, her age, the birth order.
        fn mothers(&self) -> Vec<(String, String, Option<i32>, Option<u32>)> {
            let first = |row: &CleanRow| self.rows.iter().position(|own| own.name.prenom == row.name.prenom).unwrap();
            let clusters: Vec<u32> = self.rows.iter().map(|row| first(row) as u32).collect();
            let n_fiches = self.rows.iter().filter_map(|row| row.fiche).max().map_or(0, |last| last as usize + 1);
            let fiche = |_| crate::record::Fiche {
                at: RowAt::default(),
                number: Default::default(),
                quartier: None,
                avenue: Default::default(),
                parcel: Default::default(),
                round: Some(2017),
            };
            let fiches: Vec<_> = (0..n_fiches).map(fiche).collect();
            let (previous, places) = (PreviousIdentities::default(), StablePlaces::default());
            let new = NewIds { generation: 1, prefix: 'P' };
            let register = build(&self.rows, &fiches, &clusters, &previous, &places, &[], new);
            let mothers = Mothers::find(&self.rows, &register);
            let of = |child: u32| {
                let own = &register.persons[child as usize];
                let mother = &register.persons[mothers.of(child)? as usize];
                let age = own.born.and_then(|born| mother_age(mother, born.known_day()?));
                Some((own.prenom.to_string(), mother.prenom.to_string(), age, mothers.birth_order(child)))
            };
            let mut found: Vec<_> = (0..register.persons.len() as u32).filter_map(of).collect();
            found.sort();
            found
        }
    }

    fn shown(sheets: &FamilyRows) -> String {
        let dash = |n: Option<i64>| n.map_or("-".to_owned(), |n| n.to_string());
        let one = |(child, mother, age, order): &(String, String, Option<i32>, Option<u32>)| {
            format!("{child}<{mother} {} {}", dash(age.map(i64::from)), dash(order.map(i64::from)))
        };
        sheets.mothers().iter().map(one).collect::<Vec<_>>().join(", ")
    }

    fn couple(sheets: &mut FamilyRows, fiche: u32) {
        sheets.member(fiche, Relation::Head, "KIALA NSIMBA Paul", Sex::Male, "1970-02-01");
        sheets.member(fiche, Relation::Spouse, "TSHIALA MBUYI Rose", Sex::Female, "1980-06-15");
    }

    #[test]
    fn the_woman_of_the_fiche_who_bears_the_name_on_the_act_is_the_mother() {
        let mut sheets = FamilyRows::default();
        couple(&mut sheets, 0);
        sheets.member(0, Relation::Spouse, "LUSAMBA KAPINGA Julie", Sex::Female, "1985");
        for (child, born) in
            [("Ana", "2010-06-14"), ("Bea", "2012-06-15"), ("Clo", "2013-01-01"), ("Dina", "2014-01-01")]
        {
            sheets.member(0, Relation::Child, &format!("KIALA NGOYI {child}"), Sex::Female, born);
        }
        // In another order and spelling; a typing error in one word; a year of birth alone; a stranger's name.
        sheets.act("KIALA NGOYI Ana", "2010-06-14", "", "MBUYI CIALA");
        sheets.act("KIALA NGOYI Bea", "2012-06-15", "", "TSHIALA MBYUI");
        sheets.act("KIALA NGOYI Clo", "2013-01-01", "", "LUSAMBA KAPINGA");
        sheets.act("KIALA NGOYI Dina", "2014-01-01", "", "NKANGA BOLIA");
        assert_eq!(shown(&sheets), "Ana<Rose 29 1, Bea<Rose 32 2, Clo<Julie 27 1");
    }

    #[test]
    fn without_a_name_on_the_act_the_relations_tell_and_two_spouses_do_not() {
        let mut sheets = FamilyRows::default();
        couple(&mut sheets, 0);
        sheets.member(0, Relation::Child, "KIALA NGOYI Ana", Sex::Female, "2010-06-14");
        sheets.member(0, Relation::Grandchild, "KIALA NGOYI Petite", Sex::Female, "2012-06-14");
        sheets.member(0, Relation::Child, "KIALA NGOYI Grand", Sex::Male, "1990-06-14");
        sheets.act("KIALA NGOYI Ana", "2010-06-14", "", "");
        assert_eq!(shown(&sheets), "Ana<Rose 29 1", "a son ten years younger is not hers");
        sheets.member(0, Relation::Spouse, "LUSAMBA KAPINGA Julie", Sex::Female, "1985-01-01");
        assert_eq!(shown(&sheets), "");
        sheets.member(1, Relation::Head, "BOLA MUKENDI Marthe", Sex::Female, "1975");
        sheets.member(1, Relation::Child, "BOLA ILUNGA Noe", Sex::Male, "2001");
        assert_eq!(shown(&sheets), "Noe<Marthe - 1");
    }

    #[test]
    fn a_child_on_no_fiche_has_the_only_couple_of_both_names() {
        let mut sheets = FamilyRows::default();
        couple(&mut sheets, 0);
        sheets.act("KIALA NGOYI Neuve", "2018-06-16", "NSIMBA KIALA", "MBUYI TSHIALA");
        sheets.act("KIALA NGOYI Autre", "2018-06-16", "NSIMBA", "MBUYI TSHIALA");
        assert_eq!(shown(&sheets), "Neuve<Rose 38 1");
        sheets.member(1, Relation::Head, "KIALA NSIMBA Jean", Sex::Male, "1960");
        sheets.member(1, Relation::Spouse, "TSHIALA MBUYI Anne", Sex::Female, "1979");
        assert_eq!(shown(&sheets), "", "two couples bear the names");
    }

    #[test]
    fn an_act_names_a_parent_with_the_first_name_or_without() {
        let mut sheets = FamilyRows::default();
        couple(&mut sheets, 0);
        sheets.act("KIALA NGOYI Neuve", "2018-06-16", "KIALA NSIMBA Paul", "TSHIALA MBUYI");
        assert_eq!(shown(&sheets), "Neuve<Rose 38 1");
        sheets.act("KIALA NGOYI Autre", "2019-06-16", "KIALA NSIMBA Jean", "TSHIALA MBUYI");
        assert_eq!(shown(&sheets), "Neuve<Rose 38 1");
    }

    #[test]
    fn birth_orders_follow_the_dates_and_are_unknown_where_dates_do_not_tell() {
        let mut sheets = FamilyRows::default();
        couple(&mut sheets, 0);
        for (child, born) in [
            ("A", "2001"),
            ("B", "2003-02-01"),
            ("C", "2003"),
            ("D", "2005-01-01"),
            ("E", "2007-05-05"),
            ("F", "2007-05-05"),
        ] {
            sheets.member(0, Relation::Child, &format!("KIALA NGOYI {child}"), Sex::Female, born);
        }
        // The mark of the first-born twin stands in the act.
        sheets.act_of_twin("KIALA NGOYI F", "2007-05-05", ["", ""], Some(1));
        sheets.act_of_twin("KIALA NGOYI E", "2007-05-05", ["", ""], Some(2));
        let orders = |sheets: &FamilyRows| sheets.mothers().into_iter().map(|own| own.3).collect::<Vec<_>>();
        assert_eq!(orders(&sheets), [Some(1), None, None, Some(4), Some(6), Some(5)]);
        sheets.member(0, Relation::Child, "KIALA NGOYI G", Sex::Female, "");
        assert_eq!(orders(&sheets), [None; 7], "a child without a date may be any");
    }

    #[test]
    fn a_list_that_is_no_household_has_no_mother() {
        let mut sheets = FamilyRows::default();
        sheets.member(0, Relation::Head, "BOLA MUKENDI Marthe", Sex::Female, "1975");
        sheets.act("BOLA ILUNGA Enfant0", "2001-01-01", "", "");
        for n in 0..MOST_MEMBERS {
            sheets.member(0, Relation::Child, &format!("BOLA ILUNGA Enfant{n}"), Sex::Male, "2001-01-01");
        }
        assert_eq!(shown(&sheets), "");
    }
}
