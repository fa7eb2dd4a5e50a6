//! Acts of children born on one day and declared together: twins, whose acts are matched with a fiche as a whole.

use std::collections::HashSet;

use rayon::prelude::*;

use crate::link::names::{self, SAME, SLIP, SOUND};
use crate::link::words::Written;
use crate::record::QuartierId;

use super::profile::{Profile, Profiles};

/// Acts of one day of birth and of declaration beyond which nothing is looked for: dates filled in by rote.
const MOST_TOGETHER: usize = 20;

/// Days of declaration and of birth, and where the parents live.
type Day = (chrono::NaiveDate, chrono::NaiveDate, Option<QuartierId>);

/// Groups of such acts.
pub(super) fn groups(all: &Profiles) -> Vec<Vec<u32>> {
    let rows = &all.rows;
    let of_day = |(index, row): (usize, &Profile)| {
        let ((declared, _), born) = (all.declared(row)?, row.born.and_then(|born| born.known_day())?);
        Some(((declared, born, row.quartier()), index as u32))
    };
    let mut of_days: Vec<(Day, u32)> = rows.par_iter().enumerate().filter_map(of_day).collect();
    of_days.par_sort_unstable();
    let (mut groups, mut listed) = (Vec::new(), HashSet::<u32>::new());
    for acts in of_days.chunk_by(|(a, _), (b, _)| a == b).filter(|acts| (2..=MOST_TOGETHER).contains(&acts.len())) {
        let acts: Vec<u32> = acts.iter().map(|(_, act)| *act).collect();
        for (place, a) in acts.iter().enumerate() {
            if listed.contains(a) {
                continue;
            }
            let are_together = |b: &u32| {
                let (a, b) = (all.row(*a), all.row(*b));
                all.declared(a) != all.declared(b) && share_a_parent(all, a, b)
            };
            let with: Vec<u32> =
                acts[place + 1..].iter().copied().filter(|b| !listed.contains(b) && are_together(b)).collect();
            if !with.is_empty() {
                let group: Vec<u32> = std::iter::once(*a).chain(with).collect();
                listed.extend(&group);
                groups.push(group);
            }
        }
    }
    groups
}

/// Whether the names of father or mother agree in a part.
fn share_a_parent(all: &Profiles, a: &Profile, b: &Profile) -> bool {
    let (Some(a), Some(b)) = (all.act(a), all.act(b)) else { return false };
    let agree = |x: &[Written], y: &[Written]| {
        x.iter().any(|p| y.iter().any(|q| matches!(names::level(&all.words, *p, *q), SAME | SOUND | SLIP)))
    };
    agree(a.father(), b.father()) || agree(a.mother(), b.mother())
}
