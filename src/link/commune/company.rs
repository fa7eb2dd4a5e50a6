//! The company two rows keep: who else of the one fiche is found on the other; whose child an act says it is.

use crate::link::words::Written;
use crate::record::Relation;

use crate::link::names::{self, SAME, SLIP, SOUND};

use super::compare::Company;
use super::household::{Households, InHousehold};
use super::profile::{Profile, Profiles};

/// The company of one pair, the pair itself left out.
pub(super) fn of(all: &Profiles, households: &Households, a: u32, b: u32) -> Company {
    let (x, y) = (all.row(a), all.row(b));
    let in_household = households.of(all, a, b);
    if in_household == Some(InHousehold::Taken) {
        return Company::Taken;
    }
    match (x.is_act(), y.is_act()) {
        (false, false) => match in_household {
            Some(InHousehold::With(others)) => Company::Companions(others),
            _ => Company::Unknown,
        },
        (true, true) => parents_of_two_acts(all, x, y),
        (true, false) => parents_in_fiche(all, x, y),
        (false, true) => parents_in_fiche(all, y, x),
    }
}

fn parents_of_two_acts(all: &Profiles, a: &Profile, b: &Profile) -> Company {
    let agree = |x: &[Written], y: &[Written]| (!x.is_empty() && !y.is_empty()).then(|| same_person(all, x, y));
    let (Some(a), Some(b)) = (all.act(a), all.act(b)) else { return Company::Unknown };
    verdict([agree(a.father(), b.father()), agree(a.mother(), b.mother())])
}

/// Father and mother among the members of the child's fiche: head, spouse, or whoever has their name.
fn parents_in_fiche(all: &Profiles, act: &Profile, row: &Profile) -> Company {
    let Some(members) = row.fiche().and_then(|fiche| all.members.get(fiche as usize)) else { return Company::Unknown };
    let Some(act) = all.act(act) else { return Company::Unknown };
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
    verdict([found(act.father()), found(act.mother())])
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
    // A part that is not there agrees with nothing.
    let n_said = b.iter().filter(|part| part.word != 0).count();
    let agree = |x: Written, y: Written| {
        all.words.may_be_slip(x, y) && matches!(names::level(&all.words, x, y), SAME | SOUND | SLIP)
    };
    let agrees = |x: &Written| b.iter().any(|y| agree(*x, *y));
    let wanted = 2.min(a.len()).min(n_said).max(1);
    let mut n_agreeing = 0;
    for (n_left, x) in (0..a.len()).rev().zip(a) {
        n_agreeing += usize::from(agrees(x));
        if n_agreeing >= wanted || n_agreeing + n_left < wanted {
            break;
        }
    }
    n_agreeing >= wanted
}
