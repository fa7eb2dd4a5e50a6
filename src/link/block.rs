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
        let mut all_brought = Brought::default();
        let of_pass = |(name, keys_of): &(String, Keys<'_>)| {
            let (found, divided, brought) = self.found_in_blocks(rows, &keyed(&all_rows, keys_of), known);
            all_brought.append(brought);
            FoundByPass { name: name.clone(), found, divided }
        };
        let passes = self.passes.iter().map(of_pass).collect();
        (Candidates::new(passes, rows.len()), all_brought)
    }

    /// The pairs of all blocks, in several parts, each sorted.
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

/// What one pass found, in several parts, each sorted.
struct FoundByPass {
    name: String,
    found: Vec<Vec<Pair>>,
    divided: u64,
}

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
    /// Of what each pass found of so many rows: each pair once, by the first pass that has it.
    fn new(passes: Vec<FoundByPass>, n_rows: usize) -> Self {
        /// Pairs put in order at a time: few enough to stay in a cache.
        const AT_A_TIME: usize = 1 << 16;
        let (mut all, mut lists) = (Self::default(), Vec::new());
        for (place, FoundByPass { name, found, divided }) in (0_u8..).zip(passes) {
            all.passes.push((name, PassCount { divided, ..PassCount::default() }));
            lists.extend(found.into_iter().map(|found| (place, found)));
        }
        let n_found: usize = lists.iter().map(|(_, found)| found.len()).sum();
        all.pairs.reserve_exact(n_found);
        all.patterns.reserve_exact(n_found);
        all.found_by.reserve_exact(n_found);
        let n_parts = n_found.div_ceil(AT_A_TIME);
        let first_row = |part: usize| (n_rows * part).div_ceil(n_parts.max(1)) as u32;
        // The pairs whose lower rows are of one part.
        let of_part = |part: &usize| {
            let mut of_part: Vec<(Pair, u8)> = Vec::new();
            for (pass, found) in &lists {
                let before = |row: u32| found.partition_point(|((lower, _), _)| *lower < row);
                let own = before(first_row(*part))..before(first_row(*part + 1));
                of_part.extend(found[own].iter().map(|pair| (*pair, *pass)));
            }
            of_part.sort_unstable_by_key(|((pair, _), pass)| (*pair, *pass));
            of_part.dedup_by_key(|((pair, _), pass)| (*pair, *pass));
            of_part
        };
        // A few parts at a time, for they are held twice: added in their order while the next ones are made.
        let parts: Vec<usize> = (0..n_parts).collect();
        let mut made: Vec<Vec<(Pair, u8)>> = Vec::new();
        for parts in parts.chunks(8 * rayon::current_num_threads()) {
            let next = || parts.par_iter().map(of_part).collect();
            made = rayon::join(next, || made.iter().for_each(|part| all.add(part))).0;
        }
        made.iter().for_each(|part| all.add(part));
        all.shrink_to_fit();
        all
    }

    /// Adds pairs in their order, each with the passes that found it in theirs.
    fn add(&mut self, part: &[(Pair, u8)]) {
        part.iter().for_each(|(_, pass)| self.passes[usize::from(*pass)].1.pairs += 1);
        for of_pair in part.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            let ((pair, pattern), pass) = of_pair[0];
            self.passes[usize::from(pass)].1.new_pairs += 1;
            self.pairs.push(pair);
            self.patterns.push(pattern);
            self.found_by.push(pass);
        }
    }

    /// Gives back what was kept for pairs that did not come.
    pub(super) fn shrink_to_fit(&mut self) {
        self.pairs.shrink_to_fit();
        self.patterns.shrink_to_fit();
        self.found_by.shrink_to_fit();
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
        let found = |pairs: &[(u32, u32)]| pairs.iter().map(|pair| (*pair, Pattern(u64::from(pair.0)))).collect();
        let of_pass = |name: &str, parts: &[&[(u32, u32)]]| {
            let found = parts.iter().map(|pairs| found(pairs)).collect();
            FoundByPass { name: name.to_owned(), found, divided: 0 }
        };
        let passes = vec![
            of_pass("first", &[&[(2, 3), (7, 8)], &[(4, 9), (7, 8)]]),
            of_pass("second", &[&[(1, 5), (4, 9), (5, 6)], &[(7, 8), (9, 10)], &[]]),
            of_pass("third", &[]),
            of_pass("fourth", &[&[(0, 1), (9, 10)]]),
        ];
        let mut all = Candidates::new(passes, 11);
        let counts: Vec<(u64, u64)> = all.passes.iter().map(|(_, count)| (count.pairs, count.new_pairs)).collect();
        assert_eq!(counts, [(3, 3), (5, 3), (0, 0), (2, 1)]);
        assert_eq!(all.pairs, [(0, 1), (1, 5), (2, 3), (4, 9), (5, 6), (7, 8), (9, 10)]);
        assert_eq!(all.found_by, [3, 1, 0, 0, 1, 0, 1]);
        assert!(all.pairs.iter().zip(&all.patterns).all(|(pair, pattern)| pattern.0 == u64::from(pair.0)));
        all.retain(|place| place % 2 == 1);
        assert_eq!((all.pairs, all.found_by), (vec![(1, 5), (4, 9), (7, 8)], vec![1, 0, 0]));
        assert_eq!(all.patterns, [Pattern(1), Pattern(4), Pattern(7)]);
    }

    #[test]
    fn many_pairs_are_merged_as_few_are() {
        let n_rows = 5_000_u32;
        // So many that they are put in order a part at a time.
        let of_pass = |step: u32| {
            let pairs = (0..n_rows).flat_map(|a| (1..=40).map(move |n| (a, a + n * step))).filter(|(_, b)| *b < n_rows);
            let pairs: Vec<Pair> = pairs.map(|pair| (pair, Pattern(u64::from(pair.0 ^ pair.1)))).collect();
            let (even, odd) = pairs.into_iter().partition(|((_, b), _)| b % 2 == 0);
            FoundByPass { name: step.to_string(), found: vec![even, odd], divided: 0 }
        };
        let passes: Vec<FoundByPass> = [1, 2, 3].map(of_pass).into();
        let mut expected = std::collections::BTreeMap::new();
        for (place, pass) in (0_u8..).zip(&passes) {
            for (pair, pattern) in pass.found.iter().flatten() {
                expected.entry(*pair).or_insert((*pattern, place));
            }
        }
        assert!(expected.len() > 3 << 16);
        let all = Candidates::new(passes, n_rows as usize);
        let found = all.pairs.into_iter().zip(all.patterns.into_iter().zip(all.found_by));
        assert!(found.eq(expected));
    }
}
