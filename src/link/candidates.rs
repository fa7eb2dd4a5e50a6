//! Candidate pairs: those that the blocking passes found, each once, with its levels.

use rayon::prelude::*;

use super::comparison::Pattern;

/// Counts of one blocking pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct PassCounts {
    /// Pairs of this pass that the prefilter let through, or that are in the sample of those it ruled out.
    pub pairs: u64,
    /// Of them, pairs that no earlier pass found.
    pub new_pairs: u64,
    /// Of those, pairs linked as one person.
    pub new_links: u64,
    /// Blocks over the size limit, which were divided.
    pub divided: u64,
}

/// Two rows, the lower first, and their levels.
pub(super) type PairPattern = ((u32, u32), Pattern);

/// Name of a pass, the pairs that it found, in several lists, each sorted, and how many blocks it divided.
pub(super) type PassPairs = (String, Vec<Vec<PairPattern>>, u64);

/// Candidate pairs, lower row first, each once, with its levels and the index of the pass that found it first.
#[derive(Default)]
pub(super) struct Candidates {
    pub(super) pairs: Vec<(u32, u32)>,
    pub(super) patterns: Vec<Pattern>,
    pub(super) found_by: Vec<u8>,
    pub(super) passes: Vec<(String, PassCounts)>,
}

impl Candidates {
    /// Merges the pairs of all passes over `n_rows` rows: each pair once, credited to the first pass that has it.
    pub(super) fn new(passes: Vec<PassPairs>, n_rows: usize) -> Self {
        /// Pairs sorted at a time: few enough to stay in a processor's cache.
        const AT_A_TIME: usize = 1 << 16;
        let (mut all, mut lists) = (Self::default(), Vec::new());
        for (place, (name, own, divided)) in (0_u8..).zip(passes) {
            all.passes.push((name, PassCounts { divided, ..PassCounts::default() }));
            lists.extend(own.into_iter().map(|list| (place, list)));
        }
        let n_found: usize = lists.iter().map(|(_, list)| list.len()).sum();
        all.pairs.reserve_exact(n_found);
        all.patterns.reserve_exact(n_found);
        all.found_by.reserve_exact(n_found);
        let n_chunks = n_found.div_ceil(AT_A_TIME);
        let first_row = |chunk: usize| (n_rows * chunk).div_ceil(n_chunks.max(1)) as u32;
        // A chunk is the pairs whose lower rows lie in one range.
        let merged = |chunk: &usize| {
            let mut merged: Vec<(PairPattern, u8)> = Vec::new();
            for (pass, list) in &lists {
                let before = |row: u32| list.partition_point(|((lower, _), _)| *lower < row);
                let own = before(first_row(*chunk))..before(first_row(*chunk + 1));
                merged.extend(list[own].iter().map(|pair| (*pair, *pass)));
            }
            merged.sort_unstable_by_key(|((pair, _), pass)| (*pair, *pass));
            merged.dedup_by_key(|((pair, _), pass)| (*pair, *pass));
            merged
        };
        // A few chunks at a time limit memory: they are appended in order while the next ones are merged.
        let chunks: Vec<usize> = (0..n_chunks).collect();
        let mut ready: Vec<Vec<(PairPattern, u8)>> = Vec::new();
        for chunks in chunks.chunks(8 * rayon::current_num_threads()) {
            let next = || chunks.par_iter().map(merged).collect();
            ready = rayon::join(next, || ready.iter().for_each(|chunk| all.add(chunk))).0;
        }
        ready.iter().for_each(|chunk| all.add(chunk));
        all.shrink_to_fit();
        all
    }

    /// Appends sorted pairs, each given once for every pass that found it.
    fn add(&mut self, chunk: &[(PairPattern, u8)]) {
        chunk.iter().for_each(|(_, pass)| self.passes[usize::from(*pass)].1.pairs += 1);
        for of_pair in chunk.chunk_by(|((a, _), _), ((b, _), _)| a == b) {
            let ((pair, pattern), pass) = of_pair[0];
            self.passes[usize::from(pass)].1.new_pairs += 1;
            self.pairs.push(pair);
            self.patterns.push(pattern);
            self.found_by.push(pass);
        }
    }

    pub(super) fn shrink_to_fit(&mut self) {
        self.pairs.shrink_to_fit();
        self.patterns.shrink_to_fit();
        self.found_by.shrink_to_fit();
    }

    /// Removes the pairs whose index does not pass, in place.
    pub(super) fn retain(&mut self, passes: impl Fn(usize) -> bool) {
        let mut n_left = 0;
        for index in (0..self.pairs.len()).filter(|index| passes(*index)) {
            self.pairs[n_left] = self.pairs[index];
            self.patterns[n_left] = self.patterns[index];
            self.found_by[n_left] = self.found_by[index];
            n_left += 1;
        }
        self.pairs.truncate(n_left);
        self.patterns.truncate(n_left);
        self.found_by.truncate(n_left);
    }

    /// Appends pairs found without blocking, as a pass. Call it once, while pairs are sorted, and append their
    /// patterns.
    pub(super) fn append_pass(&mut self, name: &str, mut found: Vec<(u32, u32)>) {
        let n_found = found.len();
        found.retain(|pair| self.pairs.binary_search(pair).is_err());
        let counts = PassCounts { pairs: n_found as u64, new_pairs: found.len() as u64, ..PassCounts::default() };
        self.found_by.resize(self.pairs.len() + found.len(), self.passes.len() as u8);
        self.passes.push((name.to_owned(), counts));
        self.pairs.extend(found);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passes_are_merged_and_each_pair_is_credited_to_the_first_pass() {
        let list = |pairs: &&[(u32, u32)]| pairs.iter().map(|pair| (*pair, Pattern(u64::from(pair.0)))).collect();
        let of_pass = |name: &str, lists: &[&[(u32, u32)]]| (name.to_owned(), lists.iter().map(list).collect(), 0);
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
        all.retain(|index| index % 2 == 1);
        assert_eq!((all.pairs, all.found_by), (vec![(1, 5), (4, 9), (7, 8)], vec![1, 0, 0]));
        assert_eq!(all.patterns, [Pattern(1), Pattern(4), Pattern(7)]);
    }

    #[test]
    fn several_chunks_are_merged_like_one() {
        let n_rows = 5_000_u32;
        // Enough pairs for several chunks.
        let of_pass = |step: u32| {
            let pairs = (0..n_rows).flat_map(|a| (1..=40).map(move |n| (a, a + n * step))).filter(|(_, b)| *b < n_rows);
            let pairs: Vec<PairPattern> = pairs.map(|pair| (pair, Pattern(u64::from(pair.0 ^ pair.1)))).collect();
            let (even, odd) = pairs.into_iter().partition(|((_, b), _)| b % 2 == 0);
            (step.to_string(), vec![even, odd], 0)
        };
        let passes: Vec<PassPairs> = [1, 2, 3].map(of_pass).into();
        let mut expected = std::collections::BTreeMap::new();
        for (place, pass) in (0_u8..).zip(&passes) {
            for (pair, pattern) in pass.1.iter().flatten() {
                expected.entry(*pair).or_insert((*pattern, place));
            }
        }
        assert!(expected.len() > 3 << 16);
        let all = Candidates::new(passes, n_rows as usize);
        let found = all.pairs.into_iter().zip(all.patterns.into_iter().zip(all.found_by));
        assert!(found.eq(expected));
    }
}
