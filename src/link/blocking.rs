//! Blocking: finds candidate pairs in several passes. Each pass has keys that two rows of one person are likely to
//! share.
//!
//! A block larger than the limit is divided by each of the finer keys in turn until its parts fit. A part that fits
//! after no key is compared in order, each row with the rows that follow it. So the number of pairs grows with the
//! number of rows and not with its square, and the counts show where blocks were divided.

use arrayvec::ArrayVec;
use rayon::prelude::*;

use crate::spelling::{SpellingId, SpellingTable};

use super::candidates::{Candidates, PairPattern};
use super::linkable::Linkable;
use super::names::PartPairs;
use super::prefilter::NameSketch;
use super::sample::PairSample;

pub(super) type RowKeys = ArrayVec<u64, 16>;

/// Adds the keys of a row; a row with too few values has none.
pub(super) type KeyFn<'k> = Box<dyn Fn(u32, &mut RowKeys) + Sync + 'k>;

/// The key of a name part by sound; initials and blanks have none.
pub(super) fn sound_key(table: &SpellingTable, name: SpellingId) -> Option<u64> {
    let spelling = table.spelling(name);
    (name != 0 && !spelling.is_initial).then_some(u64::from(spelling.loose_key))
}

pub(super) struct Blocking<'k> {
    /// Name and keys of each pass.
    pub(super) passes: Vec<(String, KeyFn<'k>)>,
    /// Keys that divide a block over the limit: by the first, then the parts by the second, and so on.
    pub(super) finer: Vec<KeyFn<'k>>,
    /// Most rows in a block that is not divided.
    pub(super) max_block: usize,
    /// Whether a block over the limit is left out and not divided.
    pub(super) drops_large: bool,
    /// Rules out most pairs before they are compared.
    pub(super) prefilter: Option<Prefilter<'k>>,
}

/// A sketch of each row's name, and a sample of pairs compared whatever their sketches: the weights are learnt from
/// them.
pub(super) struct Prefilter<'k> {
    pub(super) sketch: Box<dyn Fn(u32) -> NameSketch + Sync + 'k>,
    pub(super) sample: PairSample<'k>,
}

impl Blocking<'_> {
    /// All candidate pairs, compared while their block is in the cache. Of pairs that cannot match, it returns the
    /// sample.
    pub(super) fn candidates(&self, rows: &dyn Linkable) -> Candidates {
        let all_rows: Vec<u32> = (0..rows.len() as u32).collect();
        let of_pass = |(name, keys_of): &(String, KeyFn<'_>)| {
            let (lists, divided) = self.pairs_of_pass(rows, &keyed(&all_rows, keys_of));
            (name.clone(), lists, divided)
        };
        Candidates::new(self.passes.iter().map(of_pass).collect(), rows.len())
    }

    /// The pairs of all blocks of a pass, in several lists, each sorted; and how many blocks were divided.
    fn pairs_of_pass(&self, rows: &dyn Linkable, keyed: &[(u64, u32)]) -> (Vec<Vec<PairPattern>>, u64) {
        let blocks: Vec<&[(u64, u32)]> = keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).collect();
        // A few large chunks: their pairs are copied once.
        let chunk = blocks.len().div_ceil(8 * rayon::current_num_threads()).max(64);
        let of_chunk = |blocks: &[&[(u64, u32)]]| {
            let (mut found, mut block_rows) = (BlockPairs::default(), Vec::new());
            for block in blocks {
                block_rows.clear();
                block_rows.extend(block.iter().map(|(_, row)| *row));
                self.pairs_of_block(rows, &block_rows, 0, &mut found);
            }
            found.pairs.sort_unstable_by_key(|(pair, _)| *pair);
            found.pairs.dedup_by_key(|(pair, _)| *pair);
            found.pairs.shrink_to_fit();
            (found.pairs, found.divided)
        };
        let of_chunks: Vec<(Vec<PairPattern>, u64)> = blocks.par_chunks(chunk).map(of_chunk).collect();
        let divided = of_chunks.iter().map(|(_, divided)| divided).sum();
        (of_chunks.into_iter().map(|(pairs, _)| pairs).collect(), divided)
    }

    /// Adds the pairs of a block, divided by the keys from `finer` on if it is too large.
    fn pairs_of_block(&self, all: &dyn Linkable, rows: &[u32], finer: usize, found: &mut BlockPairs) {
        if rows.len() <= self.max_block {
            return self.pairs_among(all, rows, rows.len(), found);
        }
        found.divided += 1;
        if self.drops_large {
            return;
        }
        if finer == self.finer.len() {
            return self.pairs_among(all, rows, self.max_block / 2, found);
        }
        for (place, keys_of) in self.finer.iter().enumerate().skip(finer) {
            let keyed = keyed(rows, keys_of);
            let mut part = Vec::new();
            // A part as large as the block is left to the next keys of this loop; the last key must take it.
            let is_divided = |block: &&[(u64, u32)]| block.len() < rows.len() || place + 1 == self.finer.len();
            for block in keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| block.len() > 1).filter(is_divided) {
                part.clear();
                part.extend(block.iter().map(|(_, row)| *row));
                self.pairs_of_block(all, &part, place + 1, found);
            }
        }
    }

    /// Adds the pairs of each row with the `n_next` rows that follow it. `rows` are sorted, so the lower comes first.
    fn pairs_among(&self, all: &dyn Linkable, rows: &[u32], n_next: usize, found: &mut BlockPairs) {
        found.sketches.clear();
        if let Some(prefilter) = &self.prefilter {
            found.sketches.extend(rows.iter().map(|row| (prefilter.sketch)(*row)));
        }
        for (place, a) in rows.iter().copied().enumerate() {
            for (next, b) in rows.iter().copied().enumerate().skip(place + 1).take(n_next) {
                let is_in_sample = || self.prefilter.as_ref().is_none_or(|prefilter| prefilter.sample.has(a, b));
                let similar = match found.sketches.get(place) {
                    Some(sketch) => sketch.similar_parts(&found.sketches[next]),
                    None => Some(PartPairs::ALL),
                };
                if !(similar.is_some() || is_in_sample()) || !all.may_link(a, b) {
                    continue;
                }
                let pattern = all.compare_similar(a, b, similar.unwrap_or(PartPairs::ALL));
                if !all.cannot_match(pattern) || is_in_sample() {
                    found.pairs.push(((a, b), pattern));
                }
            }
        }
    }
}

/// The pairs of some blocks, how many of them were divided, and a buffer of sketches.
#[derive(Default)]
struct BlockPairs {
    pairs: Vec<PairPattern>,
    divided: u64,
    sketches: Vec<NameSketch>,
}

/// Each key of each row, sorted.
fn keyed(rows: &[u32], keys_of: &KeyFn<'_>) -> Vec<(u64, u32)> {
    const ROWS_OF_CHUNK: usize = 1 << 14;
    let of_chunk = |rows: &[u32]| {
        let (mut keyed, mut keys) = (Vec::with_capacity(rows.len()), RowKeys::new());
        for row in rows {
            keys.clear();
            keys_of(*row, &mut keys);
            keyed.extend(keys.iter().map(|key| (*key, *row)));
        }
        keyed
    };
    let mut keyed = if rows.len() <= ROWS_OF_CHUNK {
        of_chunk(rows)
    } else {
        let lists: Vec<Vec<(u64, u32)>> = rows.par_chunks(ROWS_OF_CHUNK).map(of_chunk).collect();
        let mut all = Vec::with_capacity(lists.iter().map(Vec::len).sum());
        // Each list is freed once it is copied.
        lists.into_iter().for_each(|list| all.extend(list));
        all
    };
    keyed.par_sort_unstable();
    keyed.dedup();
    keyed
}
