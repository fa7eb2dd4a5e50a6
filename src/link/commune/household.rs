//! One household on two fiches: whom of the one the other lists, solved together.
//!
//! Pairs weighed alone say which fiches show one household. Once two of its members are found again, all members of the
//! two fiches are matched one to one, the way of greatest total weight. So a brother is not taken for his brother where
//! each has a row of his own, and a row too poor to be found by itself is found by those it lives with. Acts of twins
//! declared together are matched with a fiche in the same way.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::link::engine::{Likely, Rows};
use crate::link::model::Weights;

use super::compare::{COMPANY, SEVERAL_COMPANIONS};
use super::profile::Profiles;

/// Members found again on another fiche that make the two fiches one household.
const FOUND_AGAIN: usize = 2;
/// Least weight in bits, before company counts, of two rows that can be matched because all others of the household are:
/// to be one of a few is some sixteen bits better than to be one of a commune.
const LEAST_TO_MATCH: f64 = -20.0;
/// Steps of a bit in which total weights are counted, so that sums do not hang on their order.
const STEPS: f64 = 64.0;

/// Two bits, in steps: by less than this no way to match is better than another.
const ABOUT_AS_GOOD: i64 = 2 * STEPS as i64;

/// The members of two lists who are each other's.
#[derive(Debug, Default)]
struct Matched {
    /// Found by themselves.
    found: Vec<(u32, u32)>,
    /// Left for each other once the others are matched.
    left: Vec<(u32, u32)>,
}

/// What a pair of rows of two fiches is in its household.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum InHousehold {
    /// So many others are found again, and the two are not needed elsewhere.
    With(u32),
    /// One of the two is better matched with another.
    Taken,
}

/// Pairs of fiches that share members.
#[derive(Debug, Default)]
pub(super) struct Households {
    of_lists: HashMap<(u32, u32), Matched, FixedState>,
    /// Whether a list shares members with another at all: most do not.
    shares: Vec<bool>,
}

impl Households {
    /// Takes the likely pairs, best first, as weighed without company.
    pub(super) fn new(all: &Profiles, rows: &dyn Rows, alone: &Weights, likely_best_first: &[Likely]) -> Self {
        let mut found: HashMap<(u32, u32), Vec<(u32, u32)>, FixedState> = HashMap::default();
        for Likely { a, b, .. } in likely_best_first {
            let Some(fiches) = lists_of(all, *a, *b) else { continue };
            let pairs = found.entry(fiches).or_default();
            if !pairs.iter().any(|pair| shares_a_row(*pair, (*a, *b))) {
                pairs.push((*a, *b));
            }
        }
        let of_lists = found
            .into_par_iter()
            .map(|(fiches, found)| {
                if found.len() < FOUND_AGAIN {
                    return (fiches, Matched { found, left: Vec::new() });
                }
                let members = |fiche: u32| all.members.get(fiche as usize).map_or(&[][..], Vec::as_slice);
                let best = best_total(rows, alone, members(fiches.0), members(fiches.1));
                let (found, left) = best.into_iter().partition(|pair| found.contains(pair));
                (fiches, Matched { found, left })
            })
            .collect::<HashMap<_, _, _>>();
        let n_lists = of_lists.keys().map(|(_, higher)| *higher as usize + 1).max().unwrap_or(0);
        let mut shares = vec![false; n_lists];
        for list in of_lists.keys().flat_map(|(some, others)| [*some, *others]) {
            shares[list as usize] = true;
        }
        Self { of_lists, shares }
    }

    /// The pairs that are left for each other: they may be one person though nothing else brought them together.
    pub(super) fn left(&self) -> Vec<(u32, u32)> {
        let mut left: Vec<(u32, u32)> =
            self.of_lists.values().flat_map(|matched| matched.left.iter().copied()).collect();
        left.sort_unstable();
        left
    }

    /// What two rows are in the household of their fiches; `None` if it is not known for one household.
    pub(super) fn of(&self, all: &Profiles, a: u32, b: u32) -> Option<InHousehold> {
        let lists = lists_of(all, a, b)?;
        let shares = |list: u32| self.shares.get(list as usize).copied().unwrap_or(false);
        if !shares(lists.0) || !shares(lists.1) {
            return None;
        }
        let Matched { found, left } = self.of_lists.get(&lists)?;
        let pair = (a.min(b), a.max(b));
        if found.iter().chain(left).any(|other| *other != pair && shares_a_row(*other, pair)) {
            return Some(InHousehold::Taken);
        }
        match found.iter().filter(|other| **other != pair).count() {
            0 => None,
            n => Some(InHousehold::With(n as u32)),
        }
    }
}

fn shares_a_row((a, b): (u32, u32), (c, d): (u32, u32)) -> bool {
    a == c || a == d || b == c || b == d
}

fn lists_of(all: &Profiles, a: u32, b: u32) -> Option<(u32, u32)> {
    let (x, y) = (all.row(a).listed_with()?, all.row(b).listed_with()?);
    Some((x.min(y), x.max(y)))
}

/// The members of two fiches matched one to one with the greatest total weight; whom nobody fits is left out.
fn best_total(rows: &dyn Rows, weights: &Weights, some: &[u32], others: &[u32]) -> Vec<(u32, u32)> {
    let (few, many) = if some.len() <= others.len() { (some, others) } else { (others, some) };
    let gain = |a: u32, b: u32| {
        let (a, b) = (a.min(b), a.max(b));
        let pattern = rows.compare(a, b);
        if rows.contradict(pattern.with(COMPANY, SEVERAL_COMPANIONS)) {
            return 0;
        }
        let scored = weights.score_at_least(pattern, &rows.rarity(a, b, pattern), LEAST_TO_MATCH);
        let scored = scored.filter(|_| !rows.are_two(a, b));
        scored.map_or(0, |scored| ((scored.weight - LEAST_TO_MATCH) * STEPS) as i64)
    };
    let gains: Vec<Vec<i64>> = few.iter().map(|a| many.iter().map(|b| gain(*a, *b)).collect()).collect();
    let placed = greatest_total(&gains);
    // Two who could as well be matched crosswise are not matched: nothing says who is who.
    let could_cross = |a: usize, c: usize| {
        let (b, d) = (placed[a], placed[c]);
        let crosswise = gains[a][d] > 0 && gains[c][b] > 0;
        crosswise && gains[a][d] + gains[c][b] + ABOUT_AS_GOOD >= gains[a][b] + gains[c][d]
    };
    let mut pairs: Vec<(u32, u32)> = (0..few.len())
        .filter(|a| gains[*a][placed[*a]] > 0)
        .filter(|a| (0..few.len()).all(|c| c == *a || !could_cross(*a, c)))
        .map(|a| (few[a].min(many[placed[a]]), few[a].max(many[placed[a]])))
        .collect();
    pairs.sort_unstable();
    pairs
}

/// For each row of a table of gains no taller than wide, the column that makes the total greatest, each column once.
///
/// Kuhn's method with Munkres' potentials, one row at a time (E. A. Dinic and M. A. Kronrod 1969), O(rows² · columns).
fn greatest_total(gains: &[Vec<i64>]) -> Vec<usize> {
    let (n, m) = (gains.len(), gains.first().map_or(0, Vec::len));
    // Rows and columns count from 1; column 0 holds the row being placed.
    let (mut of_row, mut of_column) = (vec![0_i64; n + 1], vec![0_i64; m + 1]);
    let mut row_in = vec![0_usize; m + 1];
    for row in 1..=n {
        row_in[0] = row;
        let mut at = 0;
        let (mut least, mut from, mut seen) = (vec![i64::MAX; m + 1], vec![0; m + 1], vec![false; m + 1]);
        while row_in[at] != 0 {
            seen[at] = true;
            let (mut step, mut next) = (i64::MAX, 0);
            for column in (1..=m).filter(|column| !seen[*column]) {
                let cost = -gains[row_in[at] - 1][column - 1] - of_row[row_in[at]] - of_column[column];
                if cost < least[column] {
                    (least[column], from[column]) = (cost, at);
                }
                if least[column] < step {
                    (step, next) = (least[column], column);
                }
            }
            for column in 0..=m {
                if seen[column] {
                    of_row[row_in[column]] += step;
                    of_column[column] -= step;
                } else if least[column] < i64::MAX {
                    least[column] -= step;
                }
            }
            at = next;
        }
        while at != 0 {
            row_in[at] = row_in[from[at]];
            at = from[at];
        }
    }
    let mut placed = vec![0; n];
    for column in (1..=m).filter(|column| row_in[*column] != 0) {
        placed[row_in[column] - 1] = column - 1;
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn best_by_trying_all(gains: &[Vec<i64>], taken: u32) -> i64 {
        let Some((row, rest)) = gains.split_first() else { return 0 };
        let free = (0..row.len()).filter(|column| taken & 1 << column == 0);
        free.map(|column| row[column] + best_by_trying_all(rest, taken | 1 << column)).max().unwrap()
    }

    #[test]
    fn the_total_is_the_greatest_of_all_ways() {
        let mut seed = 7_u64;
        let mut draw = |below: u64| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) % below
        };
        for _ in 0..300 {
            let n = 1 + draw(4) as usize;
            let m = n + draw(3) as usize;
            let gains: Vec<Vec<i64>> = (0..n).map(|_| (0..m).map(|_| draw(9) as i64).collect()).collect();
            let total =
                |placed: &[usize]| placed.iter().enumerate().map(|(row, column)| gains[row][*column]).sum::<i64>();
            let placed = greatest_total(&gains);
            assert_eq!(placed.iter().collect::<std::collections::BTreeSet<_>>().len(), n);
            assert_eq!(total(&placed), best_by_trying_all(&gains, 0), "{gains:?}");
        }
    }

    #[test]
    fn the_best_pair_gives_way_to_the_best_whole() {
        assert_eq!(greatest_total(&[vec![10, 9], vec![9, 0]]), [1, 0]);
    }
}
