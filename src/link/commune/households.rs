//! Matches the members of two fiches that list one household, all together.
//!
//! Pairs scored alone show which fiches list one household. Once two of its members are found in both, all members of
//! the two fiches are matched one to one, with the greatest total weight. So a row is not linked with a brother's row
//! where each has a row of his own, and a row too poor to be found alone is found by those it lives with. Groups of
//! acts of twins are matched with a fiche in the same way.

use std::collections::HashMap;

use foldhash::fast::FixedState;
use rayon::prelude::*;

use crate::link::assignment::best_assignment;
use crate::link::engine::LikelyPair;
use crate::link::linkable::Linkable;
use crate::link::names::DIFFERENT;
use crate::link::weights::Weights;

use super::comparisons::{COMPANY, NOM, POSTNOM, PRENOM, SEVERAL_COMPANIONS};
use super::profile::RowProfiles;

/// Evidence of the households of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum HouseholdEvidence {
    /// Not looked up yet, or there is none.
    Unknown,
    /// How many others of the two fiches, or parents of an act, agree; neither row is matched with another.
    Companions(u32),
    /// One word is all that shows one parent of an act among them.
    NameOfCompanion,
    /// The parents of an act are not those of the other act or of the fiche.
    OtherParents,
    /// One of the two is better matched with another member of the other's household.
    MatchedElsewhere,
}

/// Members found in both fiches that make the two fiches one household.
const FOUND_AGAIN: usize = 2;
/// Least weight in bits, without household evidence, of two rows that can be matched because all others of the
/// household are: being one of a few persons is some sixteen bits better than being one of a commune.
const LEAST_TO_MATCH: f64 = -20.0;
/// Most pairs of members of two lists that are weighed against each other: more are no household, but a list without
/// fiche numbers.
const MOST_GAINS: usize = 10_000;
/// Steps of a bit in which total weights are counted, so that sums do not depend on their order.
const STEPS: f64 = 64.0;
/// Two bits, in steps: two ways to match that differ by less are about equally good.
const ABOUT_AS_GOOD: i64 = 2 * STEPS as i64;
/// Steps by which a pair fits better if both rows have the same relation to the head: father and son of one name stay
/// head and child from one round to the next. It only chooses between two ways to match two pairs.
const SAME_RELATION: i64 = 3 * STEPS as i64 / 2;

struct MemberPairs {
    /// Pairs found by their own scores.
    found: Vec<(u32, u32)>,
    /// Pairs left over for each other once the others are matched.
    left_over: Vec<(u32, u32)>,
}

#[derive(Default)]
pub(super) struct Households {
    by_lists: HashMap<(u32, u32), MemberPairs, FixedState>,
    /// For each list whether it shares members with another; most do not.
    shares: Vec<bool>,
}

impl Households {
    /// Matches the members of lists that share `likely` pairs: best first, scored by `weights` without household
    /// evidence.
    pub(super) fn new(profiles: &RowProfiles, rows: &dyn Linkable, weights: &Weights, likely: &[LikelyPair]) -> Self {
        let mut found: HashMap<(u32, u32), Vec<(u32, u32)>, FixedState> = HashMap::default();
        for LikelyPair { a, b, score, .. } in likely {
            // Two couples of brothers with wives of one name would vouch for each other.
            if [NOM, POSTNOM, PRENOM].iter().any(|part| score.levels[*part] == DIFFERENT) {
                continue;
            }
            let Some(lists) = lists_of(profiles, *a, *b) else { continue };
            let pairs = found.entry(lists).or_default();
            if !pairs.iter().any(|pair| shares_a_row(*pair, (*a, *b))) {
                pairs.push((*a, *b));
            }
        }
        let by_lists = found
            .into_par_iter()
            .map(|(lists, found)| {
                let n_members = |list: u32| profiles.members.get(list as usize).map_or(0, |members| members.len());
                if found.len() < FOUND_AGAIN || n_members(lists.0) * n_members(lists.1) > MOST_GAINS {
                    return (lists, MemberPairs { found, left_over: Vec::new() });
                }
                let members = |list: u32| profiles.members.get(list as usize).map_or(&[][..], Vec::as_slice);
                let best = best_match(profiles, rows, weights, [members(lists.0), members(lists.1)]);
                let (found, left_over) = best.into_iter().partition(|pair| found.contains(pair));
                (lists, MemberPairs { found, left_over })
            })
            .collect::<HashMap<_, _, _>>();
        let n_lists = by_lists.keys().map(|(_, higher)| *higher as usize + 1).max().unwrap_or(0);
        let mut shares = vec![false; n_lists];
        for list in by_lists.keys().flat_map(|(lower, higher)| [*lower, *higher]) {
            shares[list as usize] = true;
        }
        Self { by_lists, shares }
    }

    /// The pairs that are left over for each other. They may be one person though no blocking pass found them.
    pub(super) fn left_over(&self) -> Vec<(u32, u32)> {
        let mut pairs: Vec<(u32, u32)> =
            self.by_lists.values().flat_map(|matched| matched.left_over.iter().copied()).collect();
        pairs.sort_unstable();
        pairs
    }

    /// How two rows fit in the household of their fiches.
    pub(super) fn match_of(&self, profiles: &RowProfiles, a: u32, b: u32) -> HouseholdEvidence {
        let shares = |list: u32| self.shares.get(list as usize).copied().unwrap_or(false);
        let lists = lists_of(profiles, a, b).filter(|lists| shares(lists.0) && shares(lists.1));
        let Some(MemberPairs { found, left_over }) = lists.and_then(|lists| self.by_lists.get(&lists)) else {
            return HouseholdEvidence::Unknown;
        };
        let pair = (a.min(b), a.max(b));
        if found.iter().chain(left_over).any(|other| *other != pair && shares_a_row(*other, pair)) {
            return HouseholdEvidence::MatchedElsewhere;
        }
        match found.iter().filter(|other| **other != pair).count() {
            0 => HouseholdEvidence::Unknown,
            n => HouseholdEvidence::Companions(n as u32),
        }
    }
}

fn shares_a_row((a, b): (u32, u32), (c, d): (u32, u32)) -> bool {
    a == c || a == d || b == c || b == d
}

fn lists_of(profiles: &RowProfiles, a: u32, b: u32) -> Option<(u32, u32)> {
    let (x, y) = (profiles.row(a).list()?, profiles.row(b).list()?);
    Some((x.min(y), x.max(y)))
}

/// The members of two lists matched one to one with the greatest total weight. A member that fits nobody is left out.
fn best_match(
    profiles: &RowProfiles,
    rows: &dyn Linkable,
    weights: &Weights,
    [some, others]: [&[u32]; 2],
) -> Vec<(u32, u32)> {
    let (few, many) = if some.len() <= others.len() { (some, others) } else { (others, some) };
    let gain = |a: u32, b: u32| {
        let (a, b) = (a.min(b), a.max(b));
        let pattern = rows.compare(a, b);
        if rows.contradicts(pattern.with(COMPANY, SEVERAL_COMPANIONS)) || rows.contradiction(a, b).is_some() {
            return 0;
        }
        let score = weights.score(pattern, &rows.rarity(a, b, pattern), LEAST_TO_MATCH);
        let score = score.filter(|_| !rows.must_not_link(a, b));
        score.map_or(0, |score| ((weights.against_strangers(&score) - LEAST_TO_MATCH) * STEPS) as i64)
    };
    let have_same_relation = |a: u32, b: u32| {
        let relation = profiles.row(a).relation;
        i64::from(relation.is_some() && relation == profiles.row(b).relation)
    };
    // Of two equally good ways the step more chooses that of the same relations.
    let gain_or_more = |a: u32, b: u32| match gain(a, b) {
        0 => 0,
        gain => gain + have_same_relation(a, b),
    };
    let gains: Vec<Vec<i64>> = few.iter().map(|a| many.iter().map(|b| gain_or_more(*a, *b)).collect()).collect();
    let match_of = best_assignment(&gains);
    let total = |[(a, b), (c, d)]: [(usize, usize); 2]| {
        let of_pair = |a: usize, b: usize| gains[a][b] + SAME_RELATION * have_same_relation(few[a], many[b]);
        of_pair(a, b) + of_pair(c, d)
    };
    // Two pairs that could as well be matched crosswise are not matched: nothing shows who is who.
    let could_cross = |a: usize, c: usize| {
        let (b, d) = (match_of[a], match_of[c]);
        let is_possible = gains[a][d] > 0 && gains[c][b] > 0;
        is_possible && total([(a, d), (c, b)]) + ABOUT_AS_GOOD >= total([(a, b), (c, d)])
    };
    let mut pairs: Vec<(u32, u32)> = (0..few.len())
        .filter(|a| gains[*a][match_of[*a]] > 0)
        .filter(|a| (0..few.len()).all(|c| c == *a || !could_cross(*a, c)))
        .map(|a| (few[a].min(many[match_of[a]]), few[a].max(many[match_of[a]])))
        .collect();
    pairs.sort_unstable();
    pairs
}
