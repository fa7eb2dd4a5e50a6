//! What each block of many rows brought, so that a block whose rows say the same is not compared again.
//!
//! A block is known by a hash of what its rows say, in their order, and of which share a group; its pairs stand as places in
//! it. So what is kept holds for any later run of the same program, whatever rows were added around the block, and a run that
//! has it finds what it would have found without it.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};

use foldhash::fast::FixedState;
use serde::{Deserialize, Serialize};

use super::levels::Pattern;

/// Blocks of fewer rows are compared sooner than they are looked up.
pub(super) const FEWEST: usize = 12;

/// Two hashes of a block side by side: that two blocks share both is out of the question.
pub(super) type BlockHash = (u64, u64);

/// What blocks brought.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Brought {
    blocks: Vec<Block>,
    /// The pairs of all blocks, one block after the other: two places in the block, and the levels.
    pairs: Vec<(u32, u32, u64)>,
}

#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
struct Block {
    hash: BlockHash,
    n_pairs: u32,
    /// How many blocks were divided in it.
    divided: u32,
}

impl Brought {
    /// Adds what a block brought: its pairs among `rows`, the rows of the block in their order.
    pub(super) fn add(&mut self, hash: BlockHash, rows: &[u32], pairs: &[((u32, u32), Pattern)], divided: u64) {
        let place = |row: u32| rows.binary_search(&row).unwrap_or(0) as u32;
        self.pairs.extend(pairs.iter().map(|((a, b), pattern)| (place(*a), place(*b), pattern.0)));
        self.blocks.push(Block { hash, n_pairs: pairs.len() as u32, divided: divided as u32 });
    }

    /// Adds what others brought.
    pub(super) fn append(&mut self, mut others: Self) {
        self.blocks.append(&mut others.blocks);
        self.pairs.append(&mut others.pairs);
    }
}

/// What was brought, to be looked up.
#[derive(Debug, Default)]
pub(super) struct Known {
    brought: Brought,
    /// For each block its place and that of its first pair.
    place_of: HashMap<BlockHash, (usize, usize), FixedState>,
    /// For each block whether it was met again.
    is_met: Vec<AtomicBool>,
}

impl Known {
    pub(super) fn new(brought: Brought) -> Self {
        let first = |next: &mut usize, block: &Block| {
            let own = *next;
            *next += block.n_pairs as usize;
            Some((block.hash, own))
        };
        let firsts = brought.blocks.iter().scan(0, first);
        let place_of = firsts.enumerate().map(|(place, (hash, first))| (hash, (place, first))).collect();
        let is_met = brought.blocks.iter().map(|_| AtomicBool::new(false)).collect();
        Self { brought, place_of, is_met }
    }

    /// What is to be kept for a later run when this one found `new`: the blocks met again and the new; nothing, where so little
    /// is new that what is kept already serves as well.
    pub(super) fn with(self, new: Brought) -> Option<Brought> {
        /// One part in so many.
        const LITTLE: usize = 20;
        let n_met = self.is_met.iter().filter(|is_met| is_met.load(Ordering::Relaxed)).count();
        let is_little = |n: usize, of: usize| n * LITTLE <= of;
        if n_met > 0
            && is_little(new.blocks.len(), n_met)
            && is_little(new.pairs.len(), self.brought.pairs.len())
            && is_little(self.brought.blocks.len() - n_met, n_met)
        {
            return None;
        }
        let (mut all, mut first) = (new, 0);
        for (block, is_met) in self.brought.blocks.iter().zip(self.is_met) {
            let pairs = first..first + block.n_pairs as usize;
            first = pairs.end;
            if is_met.into_inner() {
                all.blocks.push(*block);
                all.pairs.extend_from_slice(self.brought.pairs.get(pairs).unwrap_or_default());
            }
        }
        Some(all)
    }

    /// What a block of these rows brought: its pairs go into `found`; returns how many blocks were divided in it. `None` if it
    /// is not known.
    pub(super) fn of(&self, hash: BlockHash, rows: &[u32], found: &mut Vec<((u32, u32), Pattern)>) -> Option<u64> {
        let (place, first) = *self.place_of.get(&hash)?;
        let block = self.brought.blocks.get(place)?;
        let pairs = self.brought.pairs.get(first..first + block.n_pairs as usize)?;
        let n_rows = rows.len() as u32;
        if pairs.iter().any(|(a, b, _)| *a >= n_rows || *b >= n_rows) {
            return None;
        }
        self.is_met[place].store(true, Ordering::Relaxed);
        let pair = |(a, b, levels): &(u32, u32, u64)| ((rows[*a as usize], rows[*b as usize]), Pattern(*levels));
        found.extend(pairs.iter().map(pair));
        Some(u64::from(block.divided))
    }
}

/// The hash of a block: of what its rows say, in their order, and of which of them share a group.
pub(super) fn hash_of(seed: u64, said: impl Iterator<Item = (u64, Option<u32>)>, slate: &mut Slate) -> BlockHash {
    let mix = |hash: u64, part: u64, by: u64| {
        let mixed = (hash ^ part).wrapping_mul(by);
        mixed ^ (mixed >> 32)
    };
    slate.clear();
    let mut hash = (seed, !seed);
    for (place, (said, group)) in (1..).zip(said) {
        // The place of the first row of its group; 0 for a row of none.
        let group = group.map_or(0, |group| *slate.entry(group).or_insert(place));
        for part in [said, group] {
            hash = (mix(hash.0, part, 0xff51_afd7_ed55_8ccd), mix(hash.1, part, 0x9e37_79b9_7f4a_7c15));
        }
    }
    hash
}

/// For each group met in a block the place of its first row.
pub(super) type Slate = HashMap<u32, u64, FixedState>;

#[cfg(test)]
mod tests {
    use super::*;

    fn hash(said: &[(u64, Option<u32>)]) -> BlockHash {
        hash_of(7, said.iter().copied(), &mut Slate::default())
    }

    #[test]
    fn a_block_is_known_by_what_its_rows_say_and_who_shares_a_group() {
        let block = [(11, Some(4)), (12, None), (13, Some(4)), (14, Some(9))];
        assert_eq!(hash(&block), hash(&[(11, Some(70)), (12, None), (13, Some(70)), (14, Some(3))]));
        for other in [
            vec![(11, Some(4)), (12, None), (13, Some(5)), (14, Some(9))],
            vec![(12, None), (11, Some(4)), (13, Some(4)), (14, Some(9))],
            vec![(11, Some(4)), (12, Some(9)), (13, Some(4)), (14, Some(9))],
            vec![(11, Some(4)), (12, None), (13, Some(4))],
            vec![(11, Some(4)), (12, None), (13, Some(4)), (15, Some(9))],
        ] {
            assert_ne!(hash(&block), hash(&other), "{other:?}");
        }
    }

    #[test]
    fn what_a_block_brought_comes_back_for_the_rows_it_is_of_now() {
        let (first, second) = (hash(&[(1, None)]), hash(&[(2, None)]));
        let mut brought = Brought::default();
        brought.add(first, &[5, 8, 9], &[((5, 9), Pattern(3)), ((8, 9), Pattern(4))], 1);
        brought.add(second, &[1, 2], &[], 0);
        let known = Known::new(brought);
        let mut found = Vec::new();
        assert_eq!(known.of(first, &[20, 30, 40], &mut found), Some(1));
        assert_eq!(found, [((20, 40), Pattern(3)), ((30, 40), Pattern(4))]);
        assert_eq!(known.of(second, &[1, 2], &mut found), Some(0));
        assert_eq!(known.of(first, &[20, 30], &mut found), None, "damaged: a place beyond the block");
        assert_eq!(known.of(hash(&[(3, None)]), &[1], &mut found), None);
        assert_eq!(found.len(), 2);
    }

    #[test]
    fn what_is_kept_for_later_is_what_was_met_again_and_what_is_new() {
        let of = |n: u64| hash(&[(n, None)]);
        let brought = |blocks: std::ops::Range<u64>| {
            let mut brought = Brought::default();
            blocks.for_each(|n| brought.add(of(n), &[1, 2], &[((1, 2), Pattern(n))], 0));
            brought
        };
        let meet = |known: &Known, blocks: std::ops::Range<u64>| {
            blocks.for_each(|n| assert!(known.of(of(n), &[1, 2], &mut Vec::new()).is_some()));
        };
        let known = Known::new(brought(0..100));
        meet(&known, 0..100);
        assert!(known.with(brought(100..102)).is_none(), "so little is new that nothing need be written");
        let known = Known::new(brought(0..100));
        meet(&known, 10..100);
        let kept = Known::new(known.with(brought(100..120)).expect("to be written"));
        assert_eq!(kept.of(of(9), &[1, 2], &mut Vec::new()), None, "nobody met it again");
        for n in 10..120 {
            let mut found = Vec::new();
            assert_eq!(kept.of(of(n), &[1, 2], &mut found), Some(0));
            assert_eq!(found, [((1, 2), Pattern(n))]);
        }
    }
}
