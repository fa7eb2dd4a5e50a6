//! Groups fiches into households and gives each household its id for life.
//!
//! Two fiches are one household if they share at least half of the members of the smaller one. Two fiches of one round
//! are two households, unless they share half of the larger one, too: then one fiche was typed twice. A household keeps
//! the id that most rows of its fiches had. A fiche of which no row was accepted is no household.

use std::collections::{BTreeMap, HashSet};

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::entities::{Household, Register};
use super::identity::new_id;
use super::previous_identities::PreviousRow;
use super::row_matches::RowMatches;
use crate::record::{CleanRow, Fiche, Relation, Text};

/// The households, and for each fiche its household.
pub(super) struct HouseholdGroups {
    pub(super) households: Vec<Household>,
    /// `u32::MAX` for a fiche without an accepted row.
    pub(super) household_of_fiche: Vec<u32>,
}

/// Groups the fiches into households.
pub(super) fn group_fiches(
    rows: &[CleanRow],
    fiches: &[Fiche],
    clusters: &[Vec<u32>],
    matches: &RowMatches<'_>,
) -> HouseholdGroups {
    let mut size = vec![0_u32; fiches.len()];
    let mut first_key = vec![u64::MAX; fiches.len()];
    for row in rows {
        if let Some(fiche) = row.fiche {
            size[fiche as usize] += 1;
            first_key[fiche as usize] = first_key[fiche as usize].min(row.key);
        }
    }
    let persons = FichePersons::new(rows, fiches.len(), clusters);
    let groups = join_fiches(fiches, &size, &first_key, &persons, &persons.pairs(rows, clusters));
    // The id of a household comes from its first row.
    let groups = groups.into_iter().filter(|fiches_of| fiches_of.iter().any(|fiche| size[*fiche as usize] > 0));
    let mut households: Vec<Household> = groups.map(|fiches_of| household(fiches, &first_key, fiches_of)).collect();
    give_ids(&mut households, rows, &first_key, matches);
    households.sort_by(|a, b| a.id.cmp(&b.id));
    let mut household_of_fiche = vec![u32::MAX; fiches.len()];
    for (index, household) in households.iter().enumerate() {
        for fiche in &household.fiches {
            household_of_fiche[*fiche as usize] = index as u32;
        }
    }
    HouseholdGroups { households, household_of_fiche }
}

/// Most fiches of one person whose pairs are all looked at. A person of more fiches is one row copied many times: each
/// fiche is then paired with the fiches that follow it.
const MOST_FICHES_OF_PERSON: usize = 64;

/// For each fiche the persons on it, each once, who are on another fiche too; sorted.
struct FichePersons {
    persons: Vec<Vec<u32>>,
}

impl FichePersons {
    fn new(rows: &[CleanRow], n_fiches: usize, clusters: &[Vec<u32>]) -> Self {
        let mut persons = vec![Vec::new(); n_fiches];
        for (person, cluster) in (0..).zip(clusters).filter(|(_, cluster)| cluster.len() > 1) {
            for fiche in fiches_of(rows, cluster) {
                persons[fiche as usize].push(person);
            }
        }
        Self { persons }
    }

    fn of(&self, fiche: u32) -> &[u32] {
        &self.persons[fiche as usize]
    }

    /// Returns the number of persons that two fiches share.
    fn n_shared(&self, a: u32, b: u32) -> u32 {
        let (few, many) = if self.of(a).len() <= self.of(b).len() { (a, b) } else { (b, a) };
        self.of(few).iter().filter(|person| self.of(many).binary_search(person).is_ok()).count() as u32
    }

    /// Returns the pairs of fiches that share a person, each once.
    fn pairs(&self, rows: &[CleanRow], clusters: &[Vec<u32>]) -> Vec<(u32, u32)> {
        let mut pairs = Vec::new();
        for cluster in clusters.iter().filter(|cluster| cluster.len() > 1) {
            let fiches = fiches_of(rows, cluster);
            let n_next = if fiches.len() <= MOST_FICHES_OF_PERSON { fiches.len() } else { MOST_FICHES_OF_PERSON / 8 };
            for (place, a) in fiches.iter().enumerate() {
                pairs.extend(fiches[place + 1..].iter().take(n_next).map(|b| (*a, *b)));
            }
        }
        pairs.par_sort_unstable();
        pairs.dedup();
        pairs
    }
}

/// Returns the fiches of a person, each once, sorted.
fn fiches_of(rows: &[CleanRow], cluster: &[u32]) -> Vec<u32> {
    let mut fiches: Vec<u32> = cluster.iter().filter_map(|row| rows[*row as usize].fiche).collect();
    fiches.sort_unstable();
    fiches.dedup();
    fiches
}

/// Fiches of one household, and of them those that differ in their round or in the persons they share with others.
#[derive(Default)]
struct FicheGroup {
    fiches: Vec<u32>,
    different: Vec<u32>,
}

/// Joins fiches that are one household, the pairs with most shared members first; returns the fiches of each household.
fn join_fiches(
    fiches: &[Fiche],
    size: &[u32],
    first_key: &[u64],
    persons: &FichePersons,
    pairs: &[(u32, u32)],
) -> Vec<Vec<u32>> {
    let of = |fiche: u32| &fiches[fiche as usize];
    let same_address = |a: u32, b: u32| {
        of(a).quartier == of(b).quartier
            && !of(a).avenue.is_empty()
            && of(a).avenue == of(b).avenue
            && of(a).parcel == of(b).parcel
    };
    let is_one_household = |a: u32, b: u32, n: u32| {
        let smaller = size[a as usize].min(size[b as usize]);
        n * 2 >= smaller
            && (n >= 2 || (smaller == 1 && same_address(a, b)) || (size[a as usize] == 1 && size[b as usize] == 1))
    };
    let typed_twice = |a: u32, b: u32| persons.n_shared(a, b) * 2 >= size[a as usize].max(size[b as usize]);
    let counted = pairs.iter().map(|(a, b)| (persons.n_shared(*a, *b), *a, *b));
    let mut pairs: Vec<(u32, u32, u32)> = counted.filter(|(n, a, b)| is_one_household(*a, *b, *n)).collect();
    pairs.sort_by_key(|(n, a, b)| {
        let (low, high) =
            (first_key[*a as usize].min(first_key[*b as usize]), first_key[*a as usize].max(first_key[*b as usize]));
        (std::cmp::Reverse(*n), low, high, *a, *b)
    });
    let mut group_of: Vec<usize> = (0..fiches.len()).collect();
    let each = |fiche| FicheGroup { fiches: vec![fiche], different: vec![fiche] };
    let mut groups: Vec<FicheGroup> = (0..fiches.len() as u32).map(each).collect();
    let are_alike = |x: u32, y: u32| {
        of(x).round == of(y).round && size[x as usize] == size[y as usize] && persons.of(x) == persons.of(y)
    };
    for (_, a, b) in pairs {
        let (p, q) = (group_of[a as usize], group_of[b as usize]);
        let two_of_a_round = |x: u32, y: u32| of(x).round == of(y).round && !typed_twice(x, y);
        let are_two = |x: &u32| groups[q].different.iter().any(|y| two_of_a_round(*x, *y));
        if p == q || groups[p].different.iter().any(are_two) {
            continue;
        }
        let (p, q) = if groups[p].fiches.len() >= groups[q].fiches.len() { (p, q) } else { (q, p) };
        let moved = std::mem::take(&mut groups[q]);
        for fiche in &moved.fiches {
            group_of[*fiche as usize] = p;
        }
        groups[p].fiches.extend(moved.fiches);
        for fiche in moved.different {
            if !groups[p].different.iter().any(|other| are_alike(*other, fiche)) {
                groups[p].different.push(fiche);
            }
        }
    }
    groups.into_iter().map(|group| group.fiches).filter(|fiches| !fiches.is_empty()).collect()
}

/// Returns the household of these fiches, without its id.
fn household(fiches: &[Fiche], first_key: &[u64], mut of_household: Vec<u32>) -> Household {
    of_household
        .sort_by_key(|fiche| (std::cmp::Reverse(fiches[*fiche as usize].round), first_key[*fiche as usize], *fiche));
    let rounds = || of_household.iter().filter_map(|fiche| fiches[*fiche as usize].round);
    let last = of_household.first().map(|fiche| &fiches[*fiche as usize]);
    Household {
        id: String::new(),
        quartier: last.and_then(|fiche| fiche.quartier),
        avenue: last.map(|fiche| fiche.avenue.to_string()).unwrap_or_default(),
        parcel: last.map(|fiche| fiche.parcel.to_string()).unwrap_or_default(),
        head: None,
        n_members: 0,
        first_seen: rounds().min(),
        last_seen: rounds().max(),
        fiches: of_household,
    }
}

/// Gives each household the previous id that most rows of its fiches had; a new id where none is free.
fn give_ids<'p>(households: &mut [Household], rows: &[CleanRow], first_key: &[u64], matches: &RowMatches<'p>) {
    let mut place_of_fiche = vec![0; first_key.len()];
    for (place, household) in households.iter().enumerate() {
        household.fiches.iter().for_each(|fiche| place_of_fiche[*fiche as usize] = place);
    }
    let claim = |(before, clean): (&Option<&'p PreviousRow>, &CleanRow)| {
        let id = before.as_ref()?.household_id.as_deref()?;
        Some((place_of_fiche[clean.fiche? as usize], id))
    };
    let mut claims: Vec<(usize, &str)> = matches.of_row.par_iter().zip(rows).filter_map(claim).collect();
    claims.par_sort_unstable();
    let founding_key = |household: &Household| {
        household.fiches.iter().map(|fiche| first_key[*fiche as usize]).min().unwrap_or(u64::MAX)
    };
    let of_one = claims.chunk_by(|a, b| a == b).map(|of_one| (of_one.len(), of_one[0].1, of_one[0].0));
    let mut claims: Vec<(usize, &str, usize)> = of_one.collect();
    claims.par_sort_by(|(n, id, place), (m, other, elsewhere)| {
        let key = |place: &usize| founding_key(&households[*place]);
        m.cmp(n).then_with(|| id.cmp(other)).then_with(|| key(place).cmp(&key(elsewhere)))
    });
    let mut taken: HashSet<Text, FixedState> = HashSet::default();
    for (_, id, place) in claims {
        if households[place].id.is_empty() && taken.insert(id.into()) {
            households[place].id = id.to_string();
        }
    }
    let mut without_id: Vec<usize> = (0..households.len()).filter(|place| households[*place].id.is_empty()).collect();
    without_id.sort_by_key(|place| (founding_key(&households[*place]), *place));
    for place in without_id {
        // From its earliest fiche, so that a later round does not change the id.
        let earliest = households[place].fiches.last().map_or(u64::MAX, |fiche| first_key[*fiche as usize]);
        let id = new_id('M', earliest, |id| taken.contains(id));
        taken.insert(Text::from(&id));
        households[place].id = id;
    }
}

/// Counts the members of each household and sets its head: the person who is head on its latest fiche.
pub(super) fn count_members(register: &mut Register, rows: &[CleanRow], fiches: &[Fiche]) {
    let mut head: BTreeMap<u32, (Option<i32>, u32)> = BTreeMap::new();
    for (index, person) in register.persons.iter().enumerate() {
        if let Some(household) = person.household {
            register.households[household as usize].n_members += 1;
        }
        for row in &person.rows {
            let clean = &rows[*row as usize];
            let (Some(Relation::Head), Some(fiche)) = (clean.relation, clean.fiche) else { continue };
            let household = register.household_of_fiche[fiche as usize];
            if person.household != Some(household) {
                continue;
            }
            let candidate = (fiches[fiche as usize].round, index as u32);
            let best = head.entry(household).or_insert(candidate);
            if candidate.0 > best.0 {
                *best = candidate;
            }
        }
    }
    for (household, (_, person)) in head {
        register.households[household as usize].head = Some(person);
    }
}
