//! Scores candidate pairs: counts patterns, learns weights, sorts by score.

use std::collections::HashMap;

use rayon::prelude::*;

use super::candidates::Candidates;
use super::comparison::{Pattern, PatternCounts};
use super::contradiction::WeakEvidence;
use super::interface::{Link, LinkOutcome};
use super::linkable::Linkable;
use super::model::PairScore;
use super::sample::{PairSample, RandomPairs};
use super::weights::Weights;

pub(super) fn count_patterns(patterns: &[Pattern]) -> PatternCounts {
    let of_chunk = |chunk: &[Pattern]| {
        let mut counts: HashMap<Pattern, u64> = HashMap::new();
        for pattern in chunk {
            *counts.entry(*pattern).or_default() += 1;
        }
        counts.into_iter().collect::<PatternCounts>()
    };
    // A few large chunks: each counts thousands of patterns that must then be added up.
    let chunk = patterns.len().div_ceil(2 * rayon::current_num_threads()).max(1 << 14);
    patterns.par_chunks(chunk).map(of_chunk).reduce(PatternCounts::new, |mut all, some| {
        for (pattern, count) in some {
            *all.entry(pattern).or_default() += count;
        }
        all
    })
}

/// Learns the weights from the patterns of candidate pairs and from random pairs.
pub(super) fn learn(rows: &dyn Linkable, candidates: &PatternCounts, random: &RandomPairs) -> Weights {
    let random = count_patterns(&random.patterns);
    let kinds = rows.pair_kinds();
    let shipped = Weights::shipped(&kinds);
    if rows.len() < rows.least_to_learn() {
        return shipped;
    }
    shipped.learn(&kinds, candidates, &random, |pattern| rows.contradicts(pattern) || rows.is_contradicted(pattern))
}

/// Candidate pairs that can match, and a sample of those that cannot: weights are learnt from both.
#[derive(Default)]
pub(super) struct CandidatePool {
    pub(super) candidates: Candidates,
    /// Sampled pairs that cannot match.
    pub(super) non_matches: Vec<(u32, u32)>,
    pub(super) non_match_patterns: Vec<Pattern>,
    /// For how many pairs each sampled pair stands.
    one_in: u64,
}

impl CandidatePool {
    /// Sets the pairs that cannot match apart; of these, `candidates` holds only the sample.
    pub(super) fn new(rows: &dyn Linkable, candidates: Candidates, sample: &PairSample<'_>) -> Self {
        let mut pool = Self { candidates, one_in: sample.one_in, ..Self::default() };
        pool.rule_out(sample, |_, _, pattern| rows.cannot_match(pattern));
        pool.candidates.shrink_to_fit();
        pool
    }

    /// Removes pairs that cannot match from the candidates; those of the sample become non-matches.
    pub(super) fn rule_out(
        &mut self,
        sample: &PairSample<'_>,
        cannot_match: impl Fn(u32, u32, Pattern) -> bool + Sync,
    ) {
        let Candidates { pairs, patterns, .. } = &self.candidates;
        let of_pair = |(pair, pattern): (&(u32, u32), &Pattern)| cannot_match(pair.0, pair.1, *pattern);
        let are_out: Vec<bool> = pairs.par_iter().zip(patterns).with_min_len(4096).map(of_pair).collect();
        for ((pair, pattern), _) in pairs.iter().zip(patterns).zip(&are_out).filter(|(_, is_out)| **is_out) {
            if sample.has(pair.0, pair.1) {
                self.non_matches.push(*pair);
                self.non_match_patterns.push(*pattern);
            }
        }
        self.candidates.retain(|index| !are_out[index]);
    }

    /// Counts how often each pattern occurs; a sampled non-match counts for all pairs it stands for.
    pub(super) fn count_patterns(&self) -> PatternCounts {
        let mut all = count_patterns(&self.candidates.patterns);
        for (pattern, n) in count_patterns(&self.non_match_patterns) {
            *all.entry(pattern).or_default() += n * self.one_in;
        }
        all
    }
}

/// The score of a pair; `None` if it is less than `least` bits or the two rows must not be linked.
pub(super) fn score(
    rows: &dyn Linkable,
    weights: &Weights,
    (a, b): (u32, u32),
    pattern: Pattern,
    least: f64,
) -> Option<PairScore> {
    if weights.upper_bound(pattern) < least || rows.contradicts(pattern) {
        return None;
    }
    // Most pairs score too low: the test that reads texts comes last.
    weights.score(pattern, &rows.rarity(a, b, pattern), least).filter(|_| !rows.must_not_link(a, b))
}

/// The score of a pair whose levels contradict each other, if without them it would weigh `least` bits against
/// strangers.
fn score_of_contradicted(
    rows: &dyn Linkable,
    weights: &Weights,
    (a, b): (u32, u32),
    pattern: Pattern,
    least: f64,
) -> Option<PairScore> {
    let without = rows.without_contradiction(pattern)?;
    let rarity = rows.rarity(a, b, pattern);
    if rows.contradicts(without) || !weights.agrees_beyond_chance(without, &rarity, least) || rows.must_not_link(a, b) {
        return None;
    }
    weights.score(pattern, &rarity, f64::NEG_INFINITY)
}

/// Log2 of the odds of a probability.
pub(super) fn bits_of(probability: f64) -> f64 {
    (probability / (1.0 - probability)).log2()
}

/// A pair that may be one person, and the pass that found it.
#[derive(Debug, Clone, Copy)]
pub(super) struct LikelyPair {
    pub(super) a: u32,
    pub(super) b: u32,
    pub(super) score: PairScore,
    pub(super) found_by: u8,
    /// Why the two rows are not linked whatever their score.
    pub(super) kept_apart: Option<LinkOutcome>,
    /// Hashes of the two rows, the lower first: they order pairs of equal score.
    hashes: (u64, u64),
}

/// The pairs at or above a probability, best first; equal scores are ordered by the hashes of the rows.
///
/// With `accept`, contradicted pairs that would be linked without their contradiction are among them; without it, no
/// contradicted pair is.
pub(super) fn best_first(
    rows: &dyn Linkable,
    candidates: &Candidates,
    weights: &Weights,
    at_least: f64,
    accept: Option<f64>,
) -> Vec<LikelyPair> {
    let least = bits_of(at_least);
    let place = weights.place_of_kept_apart();
    let likely_pair = |pair: (u32, u32), pattern: Pattern| -> Option<(PairScore, Option<LinkOutcome>)> {
        let own = score(rows, weights, pair, pattern, least);
        let alike = || score_of_contradicted(rows, weights, pair, pattern, bits_of(accept?));
        let score = own.or_else(alike)?;
        match rows.contradiction(pair.0, pair.1) {
            Some(contradiction) => {
                accept?;
                let score = score.kept_apart(place, contradiction.level(), contradiction.most_weight());
                Some((score, Some(LinkOutcome::Contradicted(contradiction))))
            }
            None => {
                own?;
                let is_accepted = accept.is_some_and(|accept| score.weight >= bits_of(accept));
                let doubt = accept.and_then(|_| rows.weak_evidence(pair.0, pair.1, pattern));
                match doubt.filter(|doubt| is_accepted || *doubt == WeakEvidence::PerhapsTwins) {
                    Some(doubt) => {
                        let score = score.kept_apart(place, doubt.level(), doubt.most_weight());
                        Some((score, Some(LinkOutcome::ThinEvidence)))
                    }
                    None => Some((score, None)),
                }
            }
        }
    };
    let mut likely: Vec<LikelyPair> = (0..candidates.pairs.len())
        .into_par_iter()
        .with_min_len(4096)
        .filter_map(|index| {
            let (pattern, (a, b)) = (candidates.patterns[index], candidates.pairs[index]);
            let (score, kept_apart) = likely_pair((a, b), pattern)?;
            let (p, q) = (rows.hash(a), rows.hash(b));
            let found_by = candidates.found_by[index];
            Some(LikelyPair { a, b, score, found_by, kept_apart, hashes: (p.min(q), p.max(q)) })
        })
        .collect();
    likely.par_sort_unstable_by(|x, y| {
        let ties = || (x.hashes, x.a, x.b).cmp(&(y.hashes, y.a, y.b));
        y.score.weight.total_cmp(&x.score.weight).then_with(ties)
    });
    likely
}

/// Counts for each pass the links whose pair it found first.
pub(super) fn count_links(candidates: &mut Candidates, links: &[Link]) {
    for pass in links.iter().filter(|link| link.outcome == LinkOutcome::Linked).filter_map(|link| link.found_by) {
        candidates.passes[usize::from(pass)].1.new_links += 1;
    }
}
