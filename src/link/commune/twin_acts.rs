//! Groups of acts of twins: children of the same parents, born on one day, and declared together or marked as twins.
//! Such a group is matched with a fiche as a whole.

use std::collections::HashSet;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::link::names::{DIFFERENT, agrees, part_level};
use crate::record::QuartierId;
use crate::spelling::SpellingRef;

use super::profile::{RowProfile, RowProfiles};

/// Most acts of one day that are searched: more come from dates filled in by rote.
const MOST_TOGETHER: usize = 20;

/// What acts declared together share: day of declaration, day of birth, and where the parents live.
type DeclarationDay = (NaiveDate, NaiveDate, Option<QuartierId>);

/// The groups, each the rows of its acts; an act is in one group at most.
pub(super) fn groups(profiles: &RowProfiles) -> Vec<Vec<u32>> {
    let declared_together = |row: &RowProfile| -> Option<DeclarationDay> {
        Some((profiles.declaration(row)?.day, day_of_birth(row)?, row.quartier()))
    };
    let marked = |row: &RowProfile| profiles.twin(row).and_then(|_| day_of_birth(row));
    let mut groups = Groups::default();
    groups.add(profiles, declared_together, |a, b| profiles.declaration(a) != profiles.declaration(b));
    // The second twin is often declared on another day.
    groups.add(profiles, marked, |a, b| are_marked_apart(profiles, a, b));
    groups.groups
}

fn day_of_birth(row: &RowProfile) -> Option<NaiveDate> {
    row.born().and_then(|born| born.known_day())
}

/// Whether two acts marked as twins are of two children: their places, their sexes or their prénoms differ.
fn are_marked_apart(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    let places = profiles.twin(a).zip(profiles.twin(b)).is_some_and(|(p, q)| p.contradicts(q));
    let sexes = a.sex.zip(b.sex).is_some_and(|(p, q)| p != q);
    places || sexes || part_level(&profiles.spellings, a.prenom, b.prenom) == DIFFERENT
}

#[derive(Default)]
struct Groups {
    groups: Vec<Vec<u32>>,
    /// The acts of all groups.
    grouped: HashSet<u32>,
}

impl Groups {
    /// Adds the groups of acts of one key that share a parent and are of two children.
    fn add<K: Ord + Send>(
        &mut self,
        profiles: &RowProfiles,
        key_of: impl Fn(&RowProfile) -> Option<K> + Sync,
        are_two: impl Fn(&RowProfile, &RowProfile) -> bool,
    ) {
        let keyed = |(index, row)| Some((key_of(row)?, index as u32));
        let mut by_key: Vec<(K, u32)> = profiles.rows.par_iter().enumerate().filter_map(keyed).collect();
        by_key.par_sort_unstable();
        for acts in by_key.chunk_by(|(a, _), (b, _)| a == b).filter(|acts| (2..=MOST_TOGETHER).contains(&acts.len())) {
            let acts: Vec<u32> = acts.iter().map(|(_, act)| *act).collect();
            for (place, a) in acts.iter().enumerate() {
                let is_twin = |b: &u32| {
                    let (a, b) = (profiles.row(*a), profiles.row(*b));
                    are_two(a, b) && share_a_parent(profiles, a, b)
                };
                let is_free = |act: &u32| !self.grouped.contains(act);
                let others: Vec<u32> =
                    acts[place + 1..].iter().copied().filter(|b| is_free(a) && is_free(b) && is_twin(b)).collect();
                if !others.is_empty() {
                    let group: Vec<u32> = std::iter::once(*a).chain(others).collect();
                    self.grouped.extend(&group);
                    self.groups.push(group);
                }
            }
        }
    }
}

/// Whether the names of the fathers or of the mothers agree in a word.
fn share_a_parent(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    let (Some(a), Some(b)) = (profiles.act(a), profiles.act(b)) else { return false };
    let agree = |x: &[SpellingRef], y: &[SpellingRef]| {
        x.iter().any(|p| y.iter().any(|q| agrees(part_level(&profiles.spellings, *p, *q))))
    };
    agree(a.father(), b.father()) || agree(a.mother(), b.mother())
}
