//! Which pairs are worth comparing: several passes, each a key that two rows of one person are likely to share.
//!
//! A block larger than the limit is divided by each of the finer keys in turn until it fits; what still does not fit is
//! compared in order, each row with its neighbours. So the pairs grow with the rows, not with their square, and nothing
//! is skipped in silence: the counts tell.

use arrayvec::ArrayVec;
use rayon::prelude::*;

use super::brought::{Brought, FEWEST, Known, Slate, hash_of};
use super::engine::Rows;
use super::glance::{Glance, Near};
use super::levels::Pattern;

/// What one pass brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PassCount {
    /// Pairs of this pass that a glance at the names did not tell apart, or that stand for those it did.
    pub pairs: u64,
    /// Of them, pairs no earlier pass had.
    pub new_pairs: u64,
    /// Of those, pairs taken for one person.
    pub new_links: u64,
    /// Blocks over the limit, divided.
    pub divided: u64,
}

/// The keys of one row.
pub(super) type KeysOfRow = ArrayVec<u64, 16>;

/// Gives a row its keys; none where it does not say enough.
pub(super) type Keys<'k> = Box<dyn Fn(u32, &mut KeysOfRow) + Sync + 'k>;

/// How rows are brought together.
pub(super) struct Blocking<'k> {
    /// Name and keys of each pass.
    pub(super) passes: Vec<(String, Keys<'k>)>,
    /// Keys that divide a block that is too large, by the first, then by the second of what it gives…
    pub(super) finer: Vec<Keys<'k>>,
    /// Whether two rows can be one person at all.
    pub(super) worth: Box<dyn Fn(u32, u32) -> bool + Sync + 'k>,
    /// Rows in a block beyond which it is divided.
    pub(super) max_block: usize,
    /// What tells most pairs apart before they are compared.
    pub(super) glances: Option<Glances<'k>>,
    /// For each row a hash of all that decides what a block brings, its group excepted; without it nothing is kept.
    pub(super) said: Option<Vec<u64>>,
}

/// A glance at each row, and which of the pairs that it tells apart are candidates all the same: they stand for the others
/// when weights are learnt.
pub(super) struct Glances<'k> {
    pub(super) of: Box<dyn Fn(u32) -> Glance + Sync + 'k>,
    pub(super) sample: Sample<'k>,
}

/// A choice of pairs by what their rows say, whatever rows stand around them.
pub(super) struct Sample<'k> {
    hash: Box<dyn Fn(u32) -> u64 + Sync + 'k>,
    /// One pair in so many is chosen; a power of two.
    pub(super) one_in: u64,
}

impl<'k> Sample<'k> {
    /// All pairs of few rows; of many so few that about as many are chosen as there are rows.
    pub(super) fn new(n_rows: usize, hash: impl Fn(u32) -> u64 + Sync + 'k) -> Self {
        const ROWS_FOR_ALL: usize = 1 << 16;
        const FEWEST: u64 = 32;
        let one_in = (n_rows / ROWS_FOR_ALL).max(1).next_power_of_two() as u64;
        Self { hash: Box::new(hash), one_in: one_in.min(FEWEST) }
    }

    pub(super) fn has(&self, a: u32, b: u32) -> bool {
        let (p, q) = ((self.hash)(a), (self.hash)(b));
        key(&[p.min(q), p.max(q)]) & (self.one_in - 1) == 0
    }
}

/// Candidate pairs, lower row first, each once, with its levels and the pass that found it first.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) found_by: Vec<u8>,
    pub(super) passes: Vec<(String, PassCount)>,
}

impl Blocking<'_> {
    /// All candidate pairs, and what each block of many rows brought that was not known. A pair is compared where it is found,
    /// while its block is at hand, unless it is `known` what the block brings; of the hopeless only those of the sample come
    /// out.
    pub(super) fn candidates(&self, rows: &dyn Rows, known: &Known) -> (Candidates, Brought) {
        let all_rows: Vec<u32> = (0..rows.len() as u32).collect();
        let mut all = Candidates::default();
        let mut all_brought = Brought::default();
        for (place, (name, keys_of)) in self.passes.iter().enumerate() {
            let (found, divided, brought) = self.pairs_of_pass(rows, &all_rows, keys_of, known);
            all_brought.append(brought);
            let before = all.pairs.len();
            let n_found = found.len();
            all.add(found, place as u8);
            let new_pairs = (all.pairs.len() - before) as u64;
            let count = PassCount { pairs: n_found as u64, new_pairs, new_links: 0, divided };
            all.passes.push((name.clone(), count));
        }
        (all, all_brought)
    }

    fn pairs_of_pass(
        &self,
        rows: &dyn Rows,
        all_rows: &[u32],
        keys_of: &Keys<'_>,
        known: &Known,
    ) -> (Vec<Pair>, u64, Brought) {
        let (found, divided, brought) = self.found_in_blocks(rows, &keyed(all_rows, keys_of), known);
        let mut pairs = gathered(found);
        pairs.par_sort_unstable_by_key(|(pair, _)| *pair);
        pairs.dedup_by_key(|(pair, _)| *pair);
        pairs.shrink_to_fit();
        (pairs, divided, brought)
    }

    /// The pairs of all blocks, in several parts.
    fn found_in_blocks(&self, rows: &dyn Rows, keyed: &[(u64, u32)], known: &Known) -> (Vec<Vec<Pair>>, u64, Brought) {
        let blocks: Vec<&[(u64, u32)]> = keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).collect();
        // Few large chunks: what they find is copied once.
        let chunk = blocks.len().div_ceil(8 * rayon::current_num_threads()).max(64);
        let of_chunk = |blocks: &[&[(u64, u32)]]| {
            let (mut found, mut block_rows) = (Found::default(), Vec::new());
            let (mut brought, mut slate) = (Brought::default(), Slate::default());
            for block in blocks {
                block_rows.clear();
                block_rows.extend(block.iter().map(|(_, row)| *row));
                let Some(said) = self.said.as_ref().filter(|_| block.len() >= FEWEST) else {
                    self.pairs_of_block(rows, &block_rows, 0, &mut found);
                    continue;
                };
                let said = block_rows.iter().map(|row| (said[*row as usize], rows.group(*row)));
                let hash = hash_of(self.seed(), said, &mut slate);
                let (n_before, divided_before) = (found.pairs.len(), found.divided);
                match known.of(hash, &block_rows, &mut found.pairs) {
                    Some(divided) => found.divided += divided,
                    None => {
                        self.pairs_of_block(rows, &block_rows, 0, &mut found);
                        brought.add(hash, &block_rows, &found.pairs[n_before..], found.divided - divided_before);
                    }
                }
            }
            found.pairs.sort_unstable_by_key(|(pair, _)| *pair);
            found.pairs.dedup_by_key(|(pair, _)| *pair);
            found.pairs.shrink_to_fit();
            (found.pairs, found.divided, brought)
        };
        let of_chunks: Vec<(Vec<Pair>, u64, Brought)> = blocks.par_chunks(chunk).map(of_chunk).collect();
        let (mut all, mut all_divided, mut all_brought) = (Vec::new(), 0, Brought::default());
        for (found, divided, brought) in of_chunks {
            all.push(found);
            all_divided += divided;
            all_brought.append(brought);
        }
        (all, all_divided, all_brought)
    }

    /// What decides what any block brings.
    fn seed(&self) -> u64 {
        key(&[self.max_block as u64, self.glances.as_ref().map_or(0, |glances| glances.sample.one_in)])
    }

    fn pairs_of_block(&self, all: &dyn Rows, rows: &[u32], finer: usize, found: &mut Found) {
        if rows.len() <= self.max_block {
            return self.pairs_among(all, rows, rows.len(), found);
        }
        found.divided += 1;
        if finer == self.finer.len() {
            return self.pairs_among(all, rows, self.max_block / 2, found);
        }
        for (place, keys_of) in self.finer.iter().enumerate().skip(finer) {
            let keyed = keyed(rows, keys_of);
            let mut part = Vec::new();
            // What a key does not divide the next ones do, here as well as there; the last is no reason to compare less.
            let is_divided = |block: &&[(u64, u32)]| block.len() < rows.len() || place + 1 == self.finer.len();
            for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).filter(is_divided) {
                part.clear();
                part.extend(block.iter().map(|(_, row)| *row));
                self.pairs_of_block(all, &part, place + 1, found);
            }
        }
    }

    /// The pairs of each row with so many that follow it.
    fn pairs_among(&self, all: &dyn Rows, rows: &[u32], n_next: usize, found: &mut Found) {
        found.glances.clear();
        if let Some(own) = &self.glances {
            found.glances.extend(rows.iter().map(|row| (own.of)(*row)));
        }
        // The rows of a block are in their order: the lower comes first.
        for (place, a) in rows.iter().copied().enumerate() {
            for (next, b) in rows.iter().copied().enumerate().skip(place + 1).take(n_next) {
                let stands_for_others = || self.glances.as_ref().is_none_or(|own| own.sample.has(a, b));
                let near = match found.glances.get(place) {
                    Some(glance) => glance.could_be_one(&found.glances[next]),
                    None => Some(Near::ANY),
                };
                if !(near.is_some() || stands_for_others()) || !(self.worth)(a, b) {
                    continue;
                }
                let pattern = all.compare_near(a, b, near.unwrap_or(Near::ANY));
                if !all.is_hopeless(pattern) || stands_for_others() {
                    found.pairs.push(((a, b), pattern));
                }
            }
        }
    }
}

/// A pair and its levels.
type Pair = ((u32, u32), Pattern);

/// What was found so far, and a slate.
#[derive(Default)]
struct Found {
    pairs: Vec<Pair>,
    divided: u64,
    glances: Vec<Glance>,
}

/// Parts put together; each is dropped once it is copied.
fn gathered<T>(parts: Vec<Vec<T>>) -> Vec<T> {
    let mut all = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    parts.into_iter().for_each(|part| all.extend(part));
    all
}

/// Rows by key, sorted.
fn keyed(rows: &[u32], keys_of: &Keys<'_>) -> Vec<(u64, u32)> {
    let of_chunk = |rows: &[u32]| {
        let (mut keyed, mut keys) = (Vec::with_capacity(rows.len()), KeysOfRow::new());
        for row in rows {
            keys.clear();
            keys_of(*row, &mut keys);
            keyed.extend(keys.iter().map(|key| (*key, *row)));
        }
        keyed
    };
    if rows.len() <= 1 << 14 {
        let mut keyed = of_chunk(rows);
        keyed.sort_unstable();
        keyed.dedup();
        return keyed;
    }
    let mut keyed = gathered(rows.par_chunks(1 << 14).map(of_chunk).collect());
    keyed.par_sort_unstable();
    keyed.dedup();
    keyed
}

impl Candidates {
    /// Adds the sorted pairs of a pass, each once. Pairs are many: they are merged where they are, from the end.
    fn add(&mut self, mut found: Vec<Pair>, pass: u8) {
        let mut known = self.pairs.iter().peekable();
        found.retain(|(pair, _)| {
            while known.next_if(|earlier| **earlier < *pair).is_some() {}
            known.peek().is_none_or(|next| **next != *pair)
        });
        let (mut left, mut place) = (self.pairs.len(), self.pairs.len() + found.len());
        self.pairs.reserve_exact(found.len());
        self.pairs.resize(place, (0, 0));
        self.patterns.reserve_exact(found.len());
        self.patterns.resize(place, Pattern::default());
        self.found_by.reserve_exact(found.len());
        self.found_by.resize(place, pass);
        for (pair, pattern) in found.into_iter().rev() {
            while left > 0 && self.pairs[left - 1] > pair {
                (left, place) = (left - 1, place - 1);
                self.pairs[place] = self.pairs[left];
                self.patterns[place] = self.patterns[left];
                self.found_by[place] = self.found_by[left];
            }
            place -= 1;
            (self.pairs[place], self.patterns[place], self.found_by[place]) = (pair, pattern, pass);
        }
    }

    /// Keeps the pairs at some places, where they are.
    pub(super) fn retain(&mut self, is_kept: impl Fn(usize) -> bool) {
        let mut n_kept = 0;
        for place in (0..self.pairs.len()).filter(|place| is_kept(*place)) {
            self.pairs[n_kept] = self.pairs[place];
            self.patterns[n_kept] = self.patterns[place];
            self.found_by[n_kept] = self.found_by[place];
            n_kept += 1;
        }
        self.pairs.truncate(n_kept);
        self.patterns.truncate(n_kept);
        self.found_by.truncate(n_kept);
        self.pairs.shrink_to_fit();
        self.patterns.shrink_to_fit();
        self.found_by.shrink_to_fit();
    }

    /// Adds pairs that were found another way, at the end: a pass of its own. The last to add: pairs are sorted up to here.
    /// Their levels are the caller's to add.
    pub(super) fn append(&mut self, name: &str, mut found: Vec<(u32, u32)>) {
        let n_found = found.len();
        found.retain(|pair| self.pairs.binary_search(pair).is_err());
        let count = PassCount { pairs: n_found as u64, new_pairs: found.len() as u64, ..PassCount::default() };
        self.found_by.resize(self.pairs.len() + found.len(), self.passes.len() as u8);
        self.passes.push((name.to_owned(), count));
        self.pairs.extend(found);
    }
}

/// A key of several parts. Mixed quickly: keys meet in memory alone and are written nowhere.
pub(super) fn key(parts: &[u64]) -> u64 {
    parts.iter().fold(0x9e37_79b9_7f4a_7c15, |hash, part| {
        let mixed = (hash ^ part).wrapping_mul(0xff51_afd7_ed55_8ccd);
        mixed ^ (mixed >> 32)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pairs_of_passes_are_merged_in_their_order_each_by_the_pass_that_found_it_first() {
        let mut all = Candidates::default();
        let found = |pairs: &[(u32, u32)]| pairs.iter().map(|pair| (*pair, Pattern(u64::from(pair.0)))).collect();
        all.add(found(&[(2, 3), (4, 9), (7, 8)]), 0);
        all.add(found(&[(1, 5), (4, 9), (5, 6), (7, 8), (9, 10)]), 1);
        all.add(found(&[]), 2);
        all.add(found(&[(0, 1), (9, 10)]), 3);
        assert_eq!(all.pairs, [(0, 1), (1, 5), (2, 3), (4, 9), (5, 6), (7, 8), (9, 10)]);
        assert_eq!(all.found_by, [3, 1, 0, 0, 1, 0, 1]);
        assert!(all.pairs.iter().zip(&all.patterns).all(|(pair, pattern)| pattern.0 == u64::from(pair.0)));
        all.retain(|place| place % 2 == 1);
        assert_eq!((all.pairs, all.found_by), (vec![(1, 5), (4, 9), (7, 8)], vec![1, 0, 0]));
        assert_eq!(all.patterns, [Pattern(1), Pattern(4), Pattern(7)]);
    }
}
