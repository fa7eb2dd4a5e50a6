//! Acts of children born on one day and declared together: twins, whose acts are matched with a fiche as a whole.

use rayon::prelude::*;

use crate::link::names::{self, SAME, SLIP, SOUND};
use crate::link::words::{Words, Written};
use crate::record::QuartierId;

use super::profile::Profile;

/// Acts of one day of birth and of declaration beyond which nothing is looked for: dates filled in by rote.
const MOST_TOGETHER: usize = 20;

/// Days of declaration and of birth, and where the parents live.
type Day = (chrono::NaiveDate, chrono::NaiveDate, Option<QuartierId>);

/// Gives each group of such acts a list of its own after those of the fiches.
pub(super) fn list(words: &Words, rows: &mut [Profile], members: &mut Vec<Vec<u32>>) {
    let of_day = |(index, row): (usize, &Profile)| {
        let ((declared, _), born) = (row.declared()?, row.born.and_then(|born| born.known_day())?);
        Some(((declared, born, row.quartier), index as u32))
    };
    let mut of_days: Vec<(Day, u32)> = rows.par_iter().enumerate().filter_map(of_day).collect();
    of_days.par_sort_unstable();
    for acts in of_days.chunk_by(|(a, _), (b, _)| a == b).filter(|acts| (2..=MOST_TOGETHER).contains(&acts.len())) {
        let acts: Vec<u32> = acts.iter().map(|(_, act)| *act).collect();
        for (place, a) in acts.iter().enumerate() {
            if rows[*a as usize].listed_with.is_some() {
                continue;
            }
            let are_together = |b: &u32| {
                let (a, b) = (&rows[*a as usize], &rows[*b as usize]);
                b.listed_with.is_none() && a.declared() != b.declared() && share_a_parent(words, a, b)
            };
            let with: Vec<u32> = acts[place + 1..].iter().copied().filter(are_together).collect();
            if !with.is_empty() {
                let group = members.len() as u32;
                let all: Vec<u32> = std::iter::once(*a).chain(with).collect();
                all.iter().for_each(|act| rows[*act as usize].listed_with = Some(group));
                members.push(all);
            }
        }
    }
}

/// Whether the names of father or mother agree in a part.
fn share_a_parent(words: &Words, a: &Profile, b: &Profile) -> bool {
    let agree = |x: &[Written], y: &[Written]| {
        x.iter().any(|p| y.iter().any(|q| matches!(names::level(words, *p, *q), SAME | SOUND | SLIP)))
    };
    agree(a.father(), b.father()) || agree(a.mother(), b.mother())
}
