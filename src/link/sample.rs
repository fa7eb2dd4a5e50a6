//! Samples of pairs from which weights are learnt.

use rayon::prelude::*;

use super::comparison::Pattern;
use super::key::key;
use super::linkable::{Linkable, compare_all};

/// A choice of pairs by the hashes of their rows: it does not depend on other rows.
pub(super) struct PairSample<'k> {
    hash: Box<dyn Fn(u32) -> u64 + Sync + 'k>,
    /// One pair in so many is in the sample; a power of two.
    pub(super) one_in: u64,
}

impl<'k> PairSample<'k> {
    /// All pairs of few rows; of many rows about as many pairs as there are rows.
    pub(super) fn new(n_rows: usize, hash: impl Fn(u32) -> u64 + Sync + 'k) -> Self {
        const ROWS_FOR_ALL: usize = 1 << 16;
        const SMALLEST_SHARE: u64 = 32;
        let one_in = (n_rows / ROWS_FOR_ALL).max(1).next_power_of_two() as u64;
        Self { hash: Box::new(hash), one_in: one_in.min(SMALLEST_SHARE) }
    }

    pub(super) fn has(&self, a: u32, b: u32) -> bool {
        let (p, q) = ((self.hash)(a), (self.hash)(b));
        key(&[p.min(q), p.max(q)]) & (self.one_in - 1) == 0
    }
}

/// Random pairs of rows with their levels. They show how often two strangers agree by chance.
pub(super) struct RandomPairs {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) patterns: Vec<Pattern>,
}

impl RandomPairs {
    /// Pairs each row with the rows whose hashes follow its own: about a million pairs, or all pairs of few rows. One
    /// more row changes the pairs of its neighbours only.
    pub(super) fn new(rows: &dyn Linkable) -> Self {
        const ABOUT: usize = 1_000_000;
        let n = rows.len();
        let mut order: Vec<(u64, u32)> = (0..n as u32).map(|row| (rows.hash(row), row)).collect();
        order.par_sort_unstable();
        let n_next = ABOUT.div_ceil(n.max(1)).min(n.saturating_sub(1) / 2).max(1);
        let mut pairs = Vec::with_capacity(n * n_next);
        for (place, (_, a)) in order.iter().enumerate() {
            pairs.extend((1..=n_next).map(|step| order[(place + step) % n].1).map(|b| (*a.min(&b), *a.max(&b))));
        }
        pairs.retain(|(a, b)| a != b && rows.may_link(*a, *b));
        Self { patterns: compare_all(rows, &pairs), pairs }
    }
}
