//! The company two rows keep: who else of the one fiche is found on the other; whose child an act says it is.

use std::collections::HashMap;

use crate::link::engine::Likely;
use crate::link::words::Written;
use crate::record::Relation;

use crate::link::names::{self, SAME, SLIP, SOUND};

use super::compare::Company;
use super::profile::{Profile, Profiles};

/// For pairs of fiches, how many of their members were found to be the same, each counted once.
#[derive(Debug, Default)]
pub(super) struct Companions {
    of_fiches: HashMap<(u32, u32), Vec<(u32, u32)>>,
}

impl Companions {
    /// Takes the likely pairs, best first, and matches the members of each two fiches one to one.
    pub(super) fn new(all: &Profiles, likely_best_first: &[Likely]) -> Self {
        let mut of_fiches: HashMap<(u32, u32), Vec<(u32, u32)>> = HashMap::new();
        for Likely { a, b, .. } in likely_best_first {
            let Some(fiches) = fiches_of(all, *a, *b) else { continue };
            let matched = of_fiches.entry(fiches).or_default();
            if matched.iter().all(|(x, y)| ![*x, *y].iter().any(|row| row == a || row == b)) {
                matched.push((*a, *b));
            }
        }
        Self { of_fiches }
    }

    /// The company of one pair, the pair itself left out.
    pub(super) fn of(&self, all: &Profiles, a: u32, b: u32) -> Company {
        let (x, y) = (&all.rows[a as usize], &all.rows[b as usize]);
        match (x.is_act, y.is_act) {
            (false, false) => {
                let matched = fiches_of(all, a, b).and_then(|fiches| self.of_fiches.get(&fiches));
                let n = matched.map_or(0, |pairs| {
                    pairs.iter().filter(|(p, q)| ![*p, *q].iter().any(|row| *row == a || *row == b)).count()
                });
                if n == 0 { Company::Unknown } else { Company::Companions(n as u32) }
            }
            (true, true) => parents_of_two_acts(all, x, y),
            (true, false) => parents_in_fiche(all, x, y),
            (false, true) => parents_in_fiche(all, y, x),
        }
    }
}

fn fiches_of(all: &Profiles, a: u32, b: u32) -> Option<(u32, u32)> {
    let (x, y) = (all.rows[a as usize].fiche?, all.rows[b as usize].fiche?);
    Some((x.min(y), x.max(y)))
}

fn parents_of_two_acts(all: &Profiles, a: &Profile, b: &Profile) -> Company {
    let agree = |x: &[Written], y: &[Written]| (!x.is_empty() && !y.is_empty()).then(|| same_person(all, x, y));
    verdict([agree(&a.father, &b.father), agree(&a.mother, &b.mother)])
}

/// Father and mother among the members of the child's fiche: head, spouse, or whoever has their name.
fn parents_in_fiche(all: &Profiles, act: &Profile, row: &Profile) -> Company {
    let Some(members) = row.fiche.and_then(|fiche| all.members.get(fiche as usize)) else { return Company::Unknown };
    let of_child = matches!(row.relation, Some(Relation::Child));
    let found = |parent: &[Written]| {
        if parent.is_empty() {
            return None;
        }
        let is_there = members.iter().any(|member| {
            let member = &all.rows[*member as usize];
            same_person(all, parent, &[member.nom, member.postnom])
        });
        // The head's nephew or tenant has parents elsewhere: their absence says nothing.
        (is_there || of_child).then_some(is_there)
    };
    verdict([found(&act.father), found(&act.mother)])
}

fn verdict(parents: [Option<bool>; 2]) -> Company {
    let n_found = parents.iter().filter(|found| **found == Some(true)).count() as u32;
    match (n_found, parents.contains(&Some(false))) {
        (0, true) => Company::OtherParents,
        (0, false) => Company::Unknown,
        (n, _) => Company::Companions(n),
    }
}

/// Two words or more agree in any order; one is enough where there is but one.
fn same_person(all: &Profiles, a: &[Written], b: &[Written]) -> bool {
    let said: Vec<Written> = b.iter().copied().filter(|part| part.word != 0).collect();
    let n_agreeing = a
        .iter()
        .filter(|x| said.iter().any(|y| matches!(names::level(&all.words, **x, *y), SAME | SOUND | SLIP)))
        .count();
    n_agreeing >= 2.min(a.len()).min(said.len()).max(1)
}
