//! Groups of acts of twins: children of the same parents, born on one day and declared together. Such a group is
//! matched with a fiche as a whole.

use std::collections::HashSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::link::names::{agrees, part_level};
use crate::record::QuartierId;
use crate::spelling::SpellingRef;

use super::profile::{RowProfile, RowProfiles};

/// Most acts of one day of birth and of declaration that are searched: more come from dates filled in by rote.
const MOST_TOGETHER: usize = 20;

/// What acts declared together share: day of declaration, day of birth, and where the parents live.
type DeclarationDay = (NaiveDate, NaiveDate, Option<QuartierId>);

/// The groups, each the rows of its acts; an act is in one group at most.
pub(super) fn groups(profiles: &RowProfiles) -> Vec<Vec<u32>> {
    let day_of = |(index, row): (usize, &RowProfile)| {
        let (declared, born) = (profiles.declaration(row)?.day, row.born().and_then(|born| born.known_day())?);
        Some(((declared, born, row.quartier()), index as u32))
    };
    let mut by_day: Vec<(DeclarationDay, u32)> = profiles.rows.par_iter().enumerate().filter_map(day_of).collect();
    by_day.par_sort_unstable();
    let (mut groups, mut grouped) = (Vec::new(), HashSet::<u32>::new());
    for acts in by_day.chunk_by(|(a, _), (b, _)| a == b).filter(|acts| (2..=MOST_TOGETHER).contains(&acts.len())) {
        let acts: Vec<u32> = acts.iter().map(|(_, act)| *act).collect();
        for (place, a) in acts.iter().enumerate() {
            if grouped.contains(a) {
                continue;
            }
            let are_twins = |b: &u32| {
                let (a, b) = (profiles.row(*a), profiles.row(*b));
                profiles.declaration(a) != profiles.declaration(b) && share_a_parent(profiles, a, b)
            };
            let others: Vec<u32> =
                acts[place + 1..].iter().copied().filter(|b| !grouped.contains(b) && are_twins(b)).collect();
            if !others.is_empty() {
                let group: Vec<u32> = std::iter::once(*a).chain(others).collect();
                grouped.extend(&group);
                groups.push(group);
            }
        }
    }
    groups
}

/// Whether the names of the fathers or of the mothers agree in a word.
fn share_a_parent(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    let (Some(a), Some(b)) = (profiles.act(a), profiles.act(b)) else { return false };
    let agree = |x: &[SpellingRef], y: &[SpellingRef]| {
        x.iter().any(|p| y.iter().any(|q| agrees(part_level(&profiles.spellings, *p, *q))))
    };
    agree(a.father(), b.father()) || agree(a.mother(), b.mother())
}
