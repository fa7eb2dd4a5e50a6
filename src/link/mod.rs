//! Rows -> links -> clusters: which rows are of one person.
//!
//! Candidate pairs are found in several passes ([`block`]), compared level by level ([`mod@compare`]), weighed by a model
//! learnt from them ([`model`]), first without and then with the company they keep ([`company`]), and joined best first
//! under constraints ([`cluster`]). Knows no file and no table; the same rows in the same order give the same links.

mod block;
mod cluster;
mod company;
mod compare;
mod model;
mod profile;
mod similar;
mod twins;

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::record::{CleanRow, Fiche};

pub use block::PassCount;
pub use cluster::LinkFate;
pub use compare::{COMPARISONS, Levels};
pub use model::{LevelWeight, Model, Scored};

use compare::{Company, compare, names_contradict};
use model::Weights;
use profile::Profiles;

/// What the linker may decide by itself, and how far it looks.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Probability from which two rows are taken for one person.
    pub accept: f64,
    /// Probability from which a pair is kept for review.
    pub review: f64,
    /// Rows in a block beyond which it is divided.
    pub max_block: usize,
}

impl Default for Settings {
    fn default() -> Self {
        Self { accept: 0.9, review: 0.1, max_block: 400 }
    }
}

/// A person's ruling on two rows: it outranks every score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Ruling {
    /// One row.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Whether they are one person.
    pub same: bool,
}

/// Two rows and what speaks for their being one person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The earlier row.
    pub a: u32,
    /// The later row.
    pub b: u32,
    /// Levels, weights, sum.
    pub scored: Scored,
    /// What became of it.
    pub fate: LinkFate,
    /// What a person ruled on these two rows.
    pub ruled: Option<bool>,
}

/// What linking found.
#[derive(Debug, Clone)]
pub struct Linked {
    /// For each row the lowest row of its cluster.
    pub cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person ruled on, by rows.
    pub links: Vec<Link>,
    /// The weights learnt.
    pub model: Model,
    /// What each blocking pass brought.
    pub passes: BTreeMap<String, PassCount>,
}

/// Links rows that must be in an order that does not depend on how they came.
///
/// Rulings come first, then scores, best first. Rows of one fiche stay apart even against a ruling.
#[must_use]
pub fn link(rows: &[CleanRow], fiches: &[Fiche], rulings: &[Ruling], settings: &Settings) -> Linked {
    let all = Profiles::new(rows, fiches);
    let (pairs, passes) = block::candidate_pairs(&all, settings.max_block);
    let all_over = block::pairs_all_over(&all);
    let n_pairs = rows.len() as f64 * (rows.len() as f64 - 1.0) / 2.0;
    let learn = |company_of: &(dyn Fn(u32, u32) -> Company + Sync)| {
        Weights::shipped().learn(&patterns(&all, &pairs, company_of), &patterns(&all, &all_over, company_of), n_pairs)
    };
    // First alone, then with the company that the first look found.
    let alone = learn(&|_, _| Company::Unknown);
    let likely = best_first(&all, &pairs, &alone, |_, _| Company::Unknown, 0.5);
    let companions = company::Companions::new(&all, &likely.iter().map(|(a, b, _)| (*a, *b)).collect::<Vec<_>>());
    let company_of = |a: u32, b: u32| companions.of(&all, a, b);
    let weights = learn(&company_of);
    let scored = best_first(&all, &pairs, &weights, company_of, settings.review);
    let weigh = |a: u32, b: u32| {
        weigh(&all, &weights, a, b, company_of(a, b)).map_or(f64::NEG_INFINITY, |scored| scored.weight)
    };
    let fiche_of: Vec<Option<u32>> = all.rows.iter().map(|row| row.fiche).collect();
    let mut clusters = cluster::Clusters::new(&fiche_of);
    let rulings: BTreeMap<(u32, u32), bool> =
        rulings.iter().map(|ruling| ((ruling.a.min(ruling.b), ruling.a.max(ruling.b)), ruling.same)).collect();
    for (a, b) in rulings.iter().filter(|(_, same)| !**same).map(|(pair, _)| *pair) {
        clusters.keep_apart(a, b);
    }
    let mut links = Vec::new();
    for ((a, b), same) in &rulings {
        let fate = if *same { clusters.join(*a, *b, |_, _| f64::INFINITY) } else { LinkFate::RuledApart };
        let (x, y) = (&all.rows[*a as usize], &all.rows[*b as usize]);
        let scored = weights.score(&all, &compare(&all, x, y, company_of(*a, *b)));
        links.push(Link { a: *a, b: *b, scored, fate, ruled: Some(*same) });
    }
    for (a, b, scored) in scored.iter().filter(|(a, b, _)| !rulings.contains_key(&(*a, *b))) {
        let fate =
            if scored.probability() >= settings.accept { clusters.join(*a, *b, weigh) } else { LinkFate::TooWeak };
        links.push(Link { a: *a, b: *b, scored: *scored, fate, ruled: None });
    }
    links.sort_by_key(|link| (link.a, link.b));
    let cluster_of = clusters.roots();
    // A weak link between two rows that stronger ones brought together is kept by them.
    for link in &mut links {
        if cluster_of[link.a as usize] == cluster_of[link.b as usize] {
            link.fate = LinkFate::Kept;
        }
    }
    Linked { cluster_of, links, model: weights.model(), passes }
}

/// How often each pattern of levels is met among the pairs.
fn patterns(all: &Profiles, pairs: &[(u32, u32)], company_of: impl Fn(u32, u32) -> Company + Sync) -> model::Patterns {
    let of_chunk = |chunk: &[(u32, u32)]| {
        let mut met = model::Patterns::new();
        for (a, b) in chunk {
            *met.entry(compare(all, &all.rows[*a as usize], &all.rows[*b as usize], company_of(*a, *b)).levels)
                .or_default() += 1;
        }
        met
    };
    pairs.par_chunks(4096).map(of_chunk).reduce(model::Patterns::new, |mut all, some| {
        for (levels, count) in some {
            *all.entry(levels).or_default() += count;
        }
        all
    })
}

/// A pair's weight, or `None` where names or twins say two persons.
fn weigh(all: &Profiles, weights: &Weights, a: u32, b: u32, company: Company) -> Option<Scored> {
    let (x, y) = (&all.rows[a as usize], &all.rows[b as usize]);
    let compared = compare(all, x, y, company);
    (!names_contradict(&compared.levels) && !twins::are_twins(all, x, y)).then(|| weights.score(all, &compared))
}

/// The pairs at or above a probability, best first, ties by rows.
fn best_first(
    all: &Profiles,
    pairs: &[(u32, u32)],
    weights: &Weights,
    company_of: impl Fn(u32, u32) -> Company + Sync,
    at_least: f64,
) -> Vec<(u32, u32, Scored)> {
    let mut scored: Vec<(u32, u32, Scored)> = pairs
        .par_iter()
        .filter_map(|(a, b)| weigh(all, weights, *a, *b, company_of(*a, *b)).map(|scored| (*a, *b, scored)))
        .filter(|(_, _, scored)| scored.probability() >= at_least)
        .collect();
    scored.sort_by(|x, y| y.2.weight.total_cmp(&x.2.weight).then((x.0, x.1).cmp(&(y.0, y.1))));
    scored
}
