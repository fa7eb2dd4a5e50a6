//! Joins likely pairs to clusters: a person's decisions first, then pairs by score.

use std::collections::BTreeMap;

use rayon::prelude::*;

use super::cluster::Clusters;
use super::engine::{LikelyPair, score};
use super::interface::{Link, LinkOutcome, PairDecision};
use super::linkable::Linkable;
use super::weights::Weights;

/// Joins rows and returns the links with their outcomes, and for each row the lowest row of its cluster.
pub(super) fn join(
    rows: &dyn Linkable,
    likely: &[LikelyPair],
    decisions: &[PairDecision],
    weights: &Weights,
    accept: f64,
) -> (Vec<Link>, Vec<u32>) {
    let mut clusters = Clusters::new(rows);
    let weight_of = |a: u32, b: u32| {
        let score = score(rows, weights, (a, b), rows.compare(a, b), f64::NEG_INFINITY);
        score.map_or(f64::NEG_INFINITY, |score| score.weight)
    };
    let decisions: BTreeMap<(u32, u32), bool> =
        decisions.iter().map(|PairDecision { a, b, same }| ((*a.min(b), *a.max(b)), *same)).collect();
    for (a, b) in decisions.iter().filter(|(_, same)| !**same).map(|(pair, _)| *pair) {
        clusters.keep_apart(a, b);
    }
    let rivals = Rivals::new(rows, weights, likely);
    let is_accepted = |pair: &LikelyPair| pair.kept_apart.is_none() && pair.score.probability() >= accept;
    let undecided: Vec<(u32, u32)> = likely
        .par_iter()
        .filter(|pair| is_accepted(pair) && rivals.has_rival(rows, pair, weights.against_strangers(&pair.score)))
        .map(|pair| (pair.a, pair.b))
        .collect();
    clusters.leave_undecided(&undecided);
    let mut links = Vec::with_capacity(likely.len());
    for ((a, b), same) in &decisions {
        let outcome = if *same { clusters.join(*a, *b, None) } else { LinkOutcome::DecidedApart };
        let pattern = rows.compare(*a, *b);
        // Every score is above negative infinity.
        let score = weights.score(pattern, &rows.rarity(*a, *b, pattern), f64::NEG_INFINITY);
        let Some(score) = score else { continue };
        links.push(Link { a: *a, b: *b, score, outcome, decision: Some(*same), found_by: None });
    }
    for pair in likely.iter().filter(|pair| decisions.is_empty() || !decisions.contains_key(&(pair.a, pair.b))) {
        let LikelyPair { a, b, mut score, found_by, kept_apart, .. } = *pair;
        let outcome = match kept_apart {
            Some(outcome) => outcome,
            None if is_accepted(pair) => clusters.join(a, b, Some(&weight_of)),
            None => LinkOutcome::TooWeak,
        };
        let by_rule = outcome.reason().filter(|_| rows.shows_reasons());
        if let (Some((level, most)), None) = (by_rule, kept_apart) {
            score = score.kept_apart(weights.place_of_kept_apart(), level, most);
        }
        links.push(Link { a, b, score, outcome, decision: None, found_by: Some(found_by) });
    }
    links.par_sort_unstable_by_key(|link| (link.a, link.b));
    let cluster_of = clusters.lowest_rows();
    // A weak pair whose rows came into one cluster by stronger links is a link too.
    for link in &mut links {
        if cluster_of[link.a as usize] == cluster_of[link.b as usize] {
            link.outcome = LinkOutcome::Linked;
            if rows.shows_reasons() {
                link.score = link.score.not_kept_apart(weights.place_of_kept_apart());
            }
        }
    }
    (links, cluster_of)
}

/// Bits within which two pairs fit about equally well.
const ABOUT_AS_GOOD: f64 = 2.0;

struct Side {
    row: u32,
    other: u32,
    group: u32,
    weight: f64,
}

/// For each row its likely matches in each group. It is one of them at most.
struct Rivals {
    /// Sorted by row, group, other row.
    sides: Vec<Side>,
}

impl Rivals {
    fn new(rows: &dyn Linkable, weights: &Weights, likely: &[LikelyPair]) -> Self {
        let both_sides = |pair: &LikelyPair| {
            let weight = weights.against_strangers(&pair.score);
            let side = |row: u32, other: u32| Some(Side { row, other, group: rows.group(other)?, weight });
            [side(pair.a, pair.b), side(pair.b, pair.a)].into_iter().flatten()
        };
        let mut sides: Vec<_> = likely.iter().flat_map(both_sides).collect();
        sides.par_sort_unstable_by_key(|side| (side.row, side.group, side.other));
        Self { sides }
    }

    /// Whether one of the two rows fits another row of the other's group about as well. A row with the same values is
    /// no rival: it is the same person typed twice.
    fn has_rival(&self, rows: &dyn Linkable, pair: &LikelyPair, weight: f64) -> bool {
        let has_rival = |row: u32, other: u32| {
            let Some(group) = rows.group(other) else { return false };
            let from = self.sides.partition_point(|side| (side.row, side.group) < (row, group));
            let of_group = self.sides[from..].iter().take_while(|side| (side.row, side.group) == (row, group));
            let about_as_good = weight - ABOUT_AS_GOOD;
            of_group
                .filter(|side| side.other != other && side.weight > about_as_good)
                .any(|side| rows.hash(side.other) != rows.hash(other))
        };
        has_rival(pair.a, pair.b) || has_rival(pair.b, pair.a)
    }
}
