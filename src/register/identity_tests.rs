//! Tests of ids for life over random sequences of rows that leave and return, rulings and their undoing.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::*;
use crate::record::Fnv;
use crate::record::StablePlaces;
use crate::record::test_rows::clean_row;
use crate::register::{PreviousRow, PreviousRowExtra, Register, RowRuling, RulingEffect, RulingRow, build};

/// A step between two runs. Numbers are reduced to what there is.
#[derive(Debug, Clone, Copy)]
enum LifeStep {
    Remove(usize),
    Return(usize),
    /// All rows of a person leave.
    RemovePerson(usize),
    Join(usize, usize),
    Undo(usize),
    /// The linker takes two persons for one, or parts them again.
    Link(usize, usize),
    Part,
    Run,
}

const N_PERSONS: usize = 5;
const N_ROWS: usize = 3;

fn step() -> impl Strategy<Value = LifeStep> {
    let number = || 0..1000_usize;
    prop_oneof![
        3 => number().prop_map(LifeStep::Remove),
        3 => number().prop_map(LifeStep::Return),
        2 => number().prop_map(LifeStep::RemovePerson),
        3 => (number(), number()).prop_map(|(a, b)| LifeStep::Join(a, b)),
        2 => number().prop_map(LifeStep::Undo),
        1 => (number(), number()).prop_map(|(a, b)| LifeStep::Link(a, b)),
        1 => Just(LifeStep::Part),
        5 => Just(LifeStep::Run),
    ]
}

/// Returns a register as the next run reads it.
fn as_previous(register: &Register, rows: &[CleanRow]) -> PreviousIdentities {
    let persons = register.persons.iter().map(|person| PreviousPerson {
        id: (&*person.id).into(),
        registered_in: person.registered_in,
        ..PreviousPerson::default()
    });
    let alias = |alias: &Alias| {
        let Alias { person_id, registered_in, founding_key, .. } = alias.clone();
        (alias.old_id.clone(), PreviousAlias { person_id, registered_in, founding_key })
    };
    let aliases = register.aliases.iter().map(alias).collect();
    let mut previous = PreviousIdentities::new(persons.collect(), vec![Text::default()], aliases);
    previous.sheets = vec![Default::default()];
    for (index, row) in rows.iter().enumerate() {
        let person = &register.persons[register.person_of_row[index] as usize];
        let founded = register.founded_by_row[index].as_deref();
        let extra = PreviousRowExtra {
            founded_id: founded.filter(|id| *id != &*person.id).map(Text::from),
            ..PreviousRowExtra::default()
        };
        previous.rows.push(PreviousRow {
            key: row.key,
            sheet: 0,
            row: row.at.row,
            person: previous.person(&person.id).expect("a person"),
            is_founding: person.founding_row as usize == index,
            founded_own_id: founded == Some(&*person.id),
            household_id: None,
            extra: (extra != PreviousRowExtra::default()).then(|| Box::new(extra)),
        });
    }
    previous
}

/// A ruling that two persons are one, with all rows that they had then.
#[derive(Debug, Clone)]
struct Ruling {
    persons: [usize; 2],
    keys: [Vec<u64>; 2],
    /// The ids that their rows bore then.
    ids: Vec<String>,
    is_undone: bool,
}

/// True persons with their rows, rulings and the ids given so far.
#[derive(Default)]
struct Life {
    /// For each row of each person its key, and whether it is there.
    rows: Vec<(usize, u64, bool)>,
    rulings: Vec<Ruling>,
    /// Pairs that the linker takes for one person.
    links: BTreeSet<(usize, usize)>,
    /// Pairs that ever were one person to the linker: no ruling tells when such a merger ends.
    ever_linked: BTreeSet<usize>,
    /// Whether a row came in after a ruling: it may bear no id (docs/robustness.md).
    came_between: bool,
    previous: PreviousIdentities,
    generation: i32,
    /// The id that each person had at first.
    first_ids: BTreeMap<usize, String>,
    /// The person of each id that was given to one who was not merged.
    person_of_id: BTreeMap<String, usize>,
}

impl Life {
    fn begin() -> Result<Self, TestCaseError> {
        let mut life = Self::default();
        for number in 0..N_PERSONS * N_ROWS {
            let key = Fnv::default().with(&number.to_le_bytes()).finish();
            life.rows.push((number % N_PERSONS, key, true));
        }
        life.run()?;
        Ok(life)
    }

    fn is_there(&self, person: usize) -> bool {
        self.rows.iter().any(|row| row.0 == person && row.2)
    }

    /// Whether a ruling joins two persons in this run: a row of each is there.
    fn is_followed(&self, ruling: &Ruling) -> bool {
        let is_there = |keys: &Vec<u64>| self.rows.iter().any(|row| row.2 && keys.contains(&row.1));
        !ruling.is_undone && ruling.keys.iter().all(is_there)
    }

    fn group_of(&self, person: usize, edges: &[(usize, usize)]) -> BTreeSet<usize> {
        let mut group = BTreeSet::from([person]);
        loop {
            let n = group.len();
            for (a, b) in edges {
                if group.contains(a) || group.contains(b) {
                    group.extend([*a, *b]);
                }
            }
            if group.len() == n {
                return group;
            }
        }
    }

    /// The pairs of persons who are one by what is there.
    fn edges_now(&self) -> Vec<(usize, usize)> {
        let ruled = self.rulings.iter().filter(|ruling| self.is_followed(ruling)).map(|ruling| ruling.persons.into());
        let linked = self.links.iter().filter(|(a, b)| self.is_there(*a) && self.is_there(*b)).copied();
        ruled.chain(linked).collect()
    }

    /// The pairs of persons who are one by rulings in force and links, whether their rows are there or not.
    fn edges_in_force(&self) -> Vec<(usize, usize)> {
        let ruled = self.rulings.iter().filter(|ruling| !ruling.is_undone).map(|ruling| ruling.persons.into());
        ruled.chain(self.links.iter().copied()).collect()
    }

    fn take(&mut self, step: LifeStep) -> Result<(), TestCaseError> {
        let n_rows = self.rows.len();
        match step {
            LifeStep::Remove(row) => self.rows[row % n_rows].2 = false,
            LifeStep::Return(row) => {
                self.came_between |= !self.rulings.is_empty();
                self.rows[row % n_rows].2 = true;
            }
            LifeStep::RemovePerson(person) => {
                self.rows.iter_mut().filter(|row| row.0 == person % N_PERSONS).for_each(|row| row.2 = false);
            }
            LifeStep::Join(a, b) => {
                let persons = [a % N_PERSONS, b % N_PERSONS];
                // A ruling names rows of the last register.
                let is_registered = |key: u64| self.previous.rows.iter().any(|before| before.key == key);
                let keys = persons.map(|person| {
                    let own = self.rows.iter().filter(|row| row.0 == person && row.2 && is_registered(row.1));
                    own.map(|row| row.1).collect::<Vec<_>>()
                });
                if persons[0] != persons[1] && keys.iter().all(|keys| !keys.is_empty()) {
                    let is_ruled = |before: &&PreviousRow| keys.iter().any(|keys| keys.contains(&before.key));
                    let own_id = |before: &PreviousRow| {
                        let founded = self.previous.founded_id(before).filter(|id| !id.is_empty());
                        founded.unwrap_or_else(|| self.previous.id_of(before)).to_owned()
                    };
                    let ids = self.previous.rows.iter().filter(is_ruled).map(own_id).collect();
                    self.rulings.push(Ruling { persons, keys, ids, is_undone: false });
                }
            }
            LifeStep::Undo(ruling) if !self.rulings.is_empty() => {
                let place = ruling % self.rulings.len();
                self.rulings[place].is_undone = true;
            }
            LifeStep::Undo(_) => {}
            LifeStep::Link(a, b) => {
                let (a, b) = (a % N_PERSONS, b % N_PERSONS);
                if a != b {
                    self.links.insert((a, b));
                    self.ever_linked.extend([a, b]);
                }
            }
            LifeStep::Part => {
                self.links.pop_first();
            }
            LifeStep::Run => return self.run(),
        }
        Ok(())
    }

    fn run(&mut self) -> Result<(), TestCaseError> {
        self.generation += 1;
        let there: Vec<(usize, u64)> = self.rows.iter().filter(|row| row.2).map(|row| (row.0, row.1)).collect();
        let rows: Vec<CleanRow> = (0..).zip(&there).map(|(place, row)| clean_row(place, row.1)).collect();
        let edges = self.edges_now();
        let mut first: BTreeMap<usize, u32> = BTreeMap::new();
        let mut cluster_of = Vec::new();
        for (row, (person, _)) in (0..).zip(&there) {
            let group = self.group_of(*person, &edges).into_iter().next().unwrap_or(*person);
            cluster_of.push(*first.entry(group).or_insert(row));
        }
        let row_of_key =
            |key: &u64| RulingRow { row: there.iter().position(|row| row.1 == *key).map(|row| row as u32), key: *key };
        let rulings: Vec<RowRuling> = self
            .rulings
            .iter()
            .map(|ruling| RowRuling {
                effect: if ruling.is_undone { RulingEffect::Undone } else { RulingEffect::Joins },
                ids: ruling.ids.clone(),
                rows: ruling.keys.concat().iter().map(row_of_key).collect(),
            })
            .collect();
        let new = NewIds { generation: self.generation, prefix: 'P' };
        let register = build(&rows, &[], &cluster_of, &self.previous, &StablePlaces::default(), &rulings, new);
        self.check(&register, &there)?;
        self.previous = as_previous(&register, &rows);
        // A run in which nothing changed gives the same.
        let again = build(&rows, &[], &cluster_of, &self.previous, &StablePlaces::default(), &rulings, new);
        if !self.ever_linked.is_empty() {
            return Ok(());
        }
        prop_assert_eq!(&again.founded_by_row, &register.founded_by_row);
        prop_assert_eq!(&again.aliases, &register.aliases);
        prop_assert_eq!(&again.persons, &register.persons);
        Ok(())
    }

    fn check(&mut self, register: &Register, there: &[(usize, u64)]) -> Result<(), TestCaseError> {
        let ids: BTreeSet<&str> = register.persons.iter().map(|person| &*person.id).collect();
        prop_assert_eq!(ids.len(), register.persons.len(), "an id is given twice");
        let n_rows: usize = register.persons.iter().map(|person| person.rows.len()).sum();
        prop_assert_eq!(n_rows, there.len(), "a row is lost");
        let in_force = self.edges_in_force();
        // Whom the linker joined with others keeps the oldest id while the row that founded it is gone: no ruling says
        // otherwise.
        let is_uncertain = !self.ever_linked.is_empty() && self.rows.iter().any(|row| !row.2);
        for person in 0..N_PERSONS {
            let Some(row) = there.iter().position(|own| own.0 == person) else { continue };
            let id = register.persons[register.person_of_row[row] as usize].id.to_string();
            if self.group_of(person, &in_force).len() > 1 {
                continue;
            }
            if self.generation == 1 {
                self.first_ids.insert(person, id.clone());
            }
            let founded = &self.first_ids[&person];
            let founding_key = |row: &&(usize, u64)| row.0 == person && new_id('P', row.1, |_| false) == *founded;
            if !is_uncertain && there.iter().any(|row| founding_key(&row)) {
                prop_assert_eq!(&id, founded, "person {} does not have the id that its row founded", person);
            }
            if !self.ever_linked.is_empty() || self.came_between {
                continue;
            }
            let first = *self.person_of_id.entry(id.clone()).or_insert(person);
            prop_assert_eq!(first, person, "{} named person {} before", id, first);
            for alias in register.aliases.iter().filter(|alias| alias.person_id.as_deref() == Some(&*id)) {
                let other = self.person_of_id.get(&alias.old_id).copied().unwrap_or(person);
                prop_assert_eq!(other, person, "{} of person {} leads to {}", &alias.old_id, other, &id);
            }
        }
        Ok(())
    }

    /// Puts all rows back, undoes all rulings, and checks that the ids are those of the beginning.
    fn end(&mut self) -> Result<(), TestCaseError> {
        self.run()?;
        self.rows.iter_mut().for_each(|row| row.2 = true);
        self.rulings.iter_mut().for_each(|ruling| ruling.is_undone = true);
        self.links.clear();
        self.run()
    }
}

fn n_cases() -> u32 {
    std::env::var("BATO_IDS_CASES").ok().and_then(|n| n.parse().ok()).unwrap_or(1_000)
}

fn seed() -> u64 {
    std::env::var("BATO_IDS_SEED").ok().and_then(|n| n.parse().ok()).unwrap_or(1)
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: n_cases(),
        rng_seed: RngSeed::Fixed(seed()),
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn a_person_keeps_the_id_whatever_is_ruled_undone_and_removed(steps in proptest::collection::vec(step(), 1..60)) {
        let mut life = Life::begin()?;
        for step in steps.into_iter().filter(|step| !matches!(step, LifeStep::Link(..))) {
            life.take(step)?;
        }
        life.end()?;
    }

    #[test]
    fn a_person_has_the_first_id_again_whatever_the_linker_joined(steps in proptest::collection::vec(step(), 1..60)) {
        let mut life = Life::begin()?;
        for step in steps {
            life.take(step)?;
        }
        life.end()?;
    }
}
