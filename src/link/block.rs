//! Which pairs are worth comparing: several passes, each a key that two rows of one person are likely to share.
//!
//! A block larger than the limit is divided by each of the finer keys in turn until it fits; what still does not fit is
//! compared in order, each row with its neighbours. So the pairs grow with the rows, not with their square, and nothing
//! is skipped in silence: the counts tell.

use arrayvec::ArrayVec;
use rayon::prelude::*;

use super::glance::Glance;

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

/// Candidate pairs, lower row first, each once, with the pass that found it first.
pub(super) struct Candidates {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) found_by: Vec<u8>,
    pub(super) passes: Vec<(String, PassCount)>,
}

impl Blocking<'_> {
    /// All candidate pairs of so many rows.
    pub(super) fn candidates(&self, n_rows: usize) -> Candidates {
        let rows: Vec<u32> = (0..n_rows as u32).collect();
        let mut all = Candidates { pairs: Vec::new(), found_by: Vec::new(), passes: Vec::new() };
        for (place, (name, keys_of)) in self.passes.iter().enumerate() {
            let (found, divided) = self.pairs_of_pass(&rows, keys_of);
            let before = all.pairs.len();
            let n_found = found.len();
            all.add(found, place as u8);
            let new_pairs = (all.pairs.len() - before) as u64;
            let count = PassCount { pairs: n_found as u64, new_pairs, new_links: 0, divided };
            all.passes.push((name.clone(), count));
        }
        all
    }

    fn pairs_of_pass(&self, rows: &[u32], keys_of: &Keys<'_>) -> (Vec<(u32, u32)>, u64) {
        let keyed = keyed(rows, keys_of);
        let blocks: Vec<&[(u64, u32)]> = keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).collect();
        // Few large chunks: what they find is copied once.
        let chunk = blocks.len().div_ceil(8 * rayon::current_num_threads()).max(64);
        let of_chunk = |blocks: &[&[(u64, u32)]]| {
            let (mut found, mut rows) = (Found::default(), Vec::new());
            for block in blocks {
                rows.clear();
                rows.extend(block.iter().map(|(_, row)| *row));
                self.pairs_of_block(&rows, 0, &mut found);
            }
            (found.pairs, found.divided)
        };
        let (found, divided): (Vec<_>, Vec<u64>) = blocks.par_chunks(chunk).map(of_chunk).unzip();
        let mut pairs = found.concat();
        let divided = divided.iter().sum();
        pairs.par_sort_unstable();
        pairs.dedup();
        (pairs, divided)
    }

    fn pairs_of_block(&self, rows: &[u32], finer: usize, found: &mut Found) {
        if rows.len() <= self.max_block {
            return self.pairs_among(rows, rows.len(), found);
        }
        found.divided += 1;
        if finer == self.finer.len() {
            return self.pairs_among(rows, self.max_block / 2, found);
        }
        for (place, keys_of) in self.finer.iter().enumerate().skip(finer) {
            let keyed = keyed(rows, keys_of);
            let mut part = Vec::new();
            for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1) {
                // A key that divides nothing is no reason to compare less.
                part.clear();
                part.extend(block.iter().map(|(_, row)| *row));
                self.pairs_of_block(&part, place + 1, found);
            }
        }
    }

    /// The pairs of each row with so many that follow it.
    fn pairs_among(&self, rows: &[u32], n_next: usize, found: &mut Found) {
        let Found { pairs, glances, .. } = found;
        glances.clear();
        if let Some(own) = &self.glances {
            glances.extend(rows.iter().map(|row| (own.of)(*row)));
        }
        for (place, a) in rows.iter().enumerate() {
            for (next, b) in rows.iter().enumerate().skip(place + 1).take(n_next) {
                let is_likely = self
                    .glances
                    .as_ref()
                    .is_none_or(|own| glances[place].could_be_one(&glances[next]) || own.sample.has(*a, *b));
                if is_likely && (self.worth)(*a, *b) {
                    pairs.push((*a.min(b), *a.max(b)));
                }
            }
        }
    }
}

/// What was found so far, and a slate.
#[derive(Default)]
struct Found {
    pairs: Vec<(u32, u32)>,
    divided: u64,
    glances: Vec<Glance>,
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
    let mut keyed: Vec<(u64, u32)> = rows.par_chunks(1 << 14).map(of_chunk).collect::<Vec<_>>().concat();
    keyed.par_sort_unstable();
    keyed.dedup();
    keyed
}

impl Candidates {
    /// Adds the sorted pairs of a pass, each once.
    fn add(&mut self, found: Vec<(u32, u32)>, pass: u8) {
        if self.pairs.is_empty() {
            self.found_by = vec![pass; found.len()];
            self.pairs = found;
            return;
        }
        let known = std::mem::take(&mut self.pairs);
        let known_by = std::mem::take(&mut self.found_by);
        self.pairs.reserve(known.len() + found.len());
        self.found_by.reserve(known.len() + found.len());
        let mut known = known.into_iter().zip(known_by).peekable();
        for pair in found {
            while let Some((earlier, by)) = known.next_if(|(earlier, _)| *earlier < pair) {
                self.pairs.push(earlier);
                self.found_by.push(by);
            }
            if known.peek().is_none_or(|(next, _)| *next != pair) {
                self.pairs.push(pair);
                self.found_by.push(pass);
            }
        }
        for (earlier, by) in known {
            self.pairs.push(earlier);
            self.found_by.push(by);
        }
    }

    /// Adds pairs that were found another way, at the end: a pass of its own. The last to add: pairs are sorted up to here.
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
