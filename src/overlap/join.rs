//! Matches the keys of two communes: pairs of persons, each person in one pair at most.

use std::cmp::Ordering;
use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use super::match_keys::{MOST_BEARERS, N_PASSES};

/// The keys of a commune: pass, key, number of the person; sorted.
pub(crate) type CommuneKeys = Vec<(u8, [u8; 16], i32)>;

/// The passes in which a pair has a common key, one bit each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct PassSet(pub(crate) u8);

impl PassSet {
    /// Number of passes.
    pub(crate) fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Number of the three kinds of evidence: name and date (pass 0), name and household (1, 4), date and household
    /// (2, 3).
    pub(crate) fn n_kinds(self) -> u32 {
        [0b00001, 0b10010, 0b01100].iter().map(|kind: &u8| u32::from(self.0 & kind != 0)).sum()
    }
}

/// The pairs of two communes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct CommunePairs {
    /// Numbers of the two persons, and their common passes; sorted.
    pub(crate) pairs: Vec<((i32, i32), PassSet)>,
    /// Pairs left out because another person fits as well.
    pub(crate) n_ambiguous: u64,
}

/// The keys that a pair has in common.
#[derive(Debug, Clone, Copy, Default)]
struct CommonKeys {
    passes: PassSet,
    n: u32,
}

impl CommonKeys {
    /// Whether these keys are more than chance gives among large communes: a name and a day (passes 0 and 3), two passes,
    /// or two other members of the household. One other member in one other pass is not: two brothers born on the same
    /// days as two others, or a namesake with a namesake beside him.
    fn is_evidence(self) -> bool {
        self.n >= 2 || self.passes.0 & 0b01001 != 0
    }
}

/// Matches the keys of two communes. Of several pairs of a person the one with most common passes holds; where two have
/// as many, none holds.
pub(crate) fn match_communes(a: &CommuneKeys, b: &CommuneKeys) -> CommunePairs {
    let mut keys_of: HashMap<(i32, i32), CommonKeys, FixedState> = HashMap::default();
    for ((pass, left), right) in common_keys(a, b) {
        for x in left {
            for y in right {
                let common = keys_of.entry((x.2, y.2)).or_default();
                common.passes.0 |= 1 << pass.min(N_PASSES as u8);
                common.n += 1;
            }
        }
    }
    let evidence = keys_of.into_iter().filter(|(_, common)| common.is_evidence());
    let mut all: Vec<((i32, i32), PassSet)> = evidence.map(|(pair, common)| (pair, common.passes)).collect();
    all.par_sort_unstable_by_key(|(pair, _)| *pair);
    // For each person the two largest numbers of passes among their pairs.
    let best = |side: fn(&(i32, i32)) -> i32| {
        let mut best: HashMap<i32, [u32; 2], FixedState> = HashMap::default();
        for (pair, passes) in &all {
            let [first, second] = best.entry(side(pair)).or_default();
            match passes.len().cmp(first) {
                Ordering::Greater => (*second, *first) = (*first, passes.len()),
                _ => *second = (*second).max(passes.len()),
            }
        }
        best
    };
    let (of_a, of_b) = (best(|pair| pair.0), best(|pair| pair.1));
    let is_best = |best: Option<&[u32; 2]>, n: u32| best.is_some_and(|[first, second]| n == *first && n > *second);
    let n_all = all.len() as u64;
    all.retain(|((x, y), passes)| is_best(of_a.get(x), passes.len()) && is_best(of_b.get(y), passes.len()));
    CommunePairs { n_ambiguous: n_all - all.len() as u64, pairs: all }
}

type Bearers<'k> = &'k [(u8, [u8; 16], i32)];

/// The keys that both communes have, with those who bear them in each.
fn common_keys<'k>(
    a: &'k CommuneKeys,
    b: &'k CommuneKeys,
) -> impl Iterator<Item = ((u8, Bearers<'k>), Bearers<'k>)> + use<'k> {
    let mut right = b.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).peekable();
    a.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)).filter_map(move |left| {
        let key = (left[0].0, left[0].1);
        while right.next_if(|other| (other[0].0, other[0].1) < key).is_some() {}
        let other = right.next_if(|other| (other[0].0, other[0].1) == key)?;
        let are_rare = left.len() <= MOST_BEARERS && other.len() <= MOST_BEARERS;
        are_rare.then_some(((key.0, left), other))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(of: &[(u8, u8, i32)]) -> CommuneKeys {
        let mut keys: CommuneKeys = of.iter().map(|(pass, key, person)| (*pass, [*key; 16], *person)).collect();
        keys.sort_unstable();
        keys
    }

    #[test]
    fn a_person_is_in_one_pair_at_most_and_ties_are_left_out() {
        let a = keys(&[(0, 1, 10), (3, 2, 10), (3, 2, 11), (3, 7, 12), (3, 8, 12), (0, 5, 13), (3, 9, 14)]);
        let b = keys(&[(0, 1, 90), (3, 2, 90), (3, 7, 91), (3, 8, 92), (0, 5, 93), (0, 6, 94), (4, 9, 95)]);
        let found = match_communes(&a, &b);
        // 10 and 90 share two keys, 11 and 90 one of them. 12 fits 91 as well as 92. Keys of other passes are others.
        assert_eq!(found.pairs, [((10, 90), PassSet(0b1001)), ((13, 93), PassSet(0b1))]);
        assert_eq!(found.n_ambiguous, 3);
        let turned = match_communes(&b, &a);
        assert_eq!(turned.pairs, [((90, 10), PassSet(0b1001)), ((93, 13), PassSet(0b1))]);
    }

    #[test]
    fn one_other_member_without_name_and_day_is_no_evidence() {
        let pairs_of = |a: &[(u8, u8, i32)]| match_communes(&keys(a), &keys(a)).pairs.len();
        for (of, expected) in [
            (&[(0, 1, 10)][..], 1),
            (&[(1, 1, 10)], 0),
            (&[(2, 1, 10)], 0),
            (&[(3, 1, 10)], 1),
            (&[(4, 1, 10)], 0),
            (&[(2, 1, 10), (2, 2, 10)], 1),
            (&[(1, 1, 10), (2, 2, 10)], 1),
        ] {
            assert_eq!(pairs_of(of), expected, "{of:?}");
        }
    }

    #[test]
    fn passes_are_of_three_kinds() {
        assert_eq!((PassSet(0b11111).len(), PassSet(0b11111).n_kinds()), (5, 3));
        assert_eq!((PassSet(0b10010).len(), PassSet(0b10010).n_kinds()), (2, 1));
        assert_eq!((PassSet(0b01101).len(), PassSet(0b01101).n_kinds()), (3, 2));
    }
}
