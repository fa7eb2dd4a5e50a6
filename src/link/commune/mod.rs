//! A commune's rows: fiches with fiches, acts with acts, acts with fiches.
//!
//! Weighed first alone ([`mod@compare`]), then with the company they keep ([`company`]): who else of the one fiche is
//! found on the other, whose child an act says it is.

mod acts_together;
mod company;
mod compare;
mod household;
mod passes;
mod profile;
mod twins;

use rayon::prelude::*;

use crate::record::{CleanRow, Fiche};

use super::block::Candidates;
use super::brought::{Brought, Known};
use super::engine::{self, AllOver, Compared};
use super::glance::Near;
use super::levels::{Comparison, MOST_COMPARISONS, Pattern};
use super::model::{Model, Weights};
use super::names::{SAME, SOUND};
use super::{Linked, Ruling, Settings};

use compare::{COMPANY, Company, NOM, PLACE, POSTNOM, PRENOM, SEVERAL_COMPANIONS};
use household::Households;
use profile::Profiles;

pub use compare::COMPARISONS;

/// Rows with the company they keep, once it is known.
struct CommuneRows<'r> {
    all: &'r Profiles,
    households: Option<&'r Households>,
    comparisons: Vec<Comparison>,
}

impl engine::Rows for CommuneRows<'_> {
    fn len(&self) -> usize {
        self.all.rows.len()
    }

    fn comparisons(&self) -> &[Comparison] {
        &self.comparisons
    }

    fn compare(&self, a: u32, b: u32) -> Pattern {
        self.compare_near(a, b, Near::ANY)
    }

    fn compare_near(&self, a: u32, b: u32, near: Near) -> Pattern {
        let company = self.households.map_or(Company::Unknown, |households| company::of(self.all, households, a, b));
        compare::compare(self.all, self.all.row(a), self.all.row(b), company, near)
    }

    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS] {
        let _ = b;
        let row = self.all.row(a);
        let mut rarity = [0.0; MOST_COMPARISONS];
        // A post-nom that was compared where the first reading has none is of the other.
        let is_other = pattern.level(POSTNOM) != 0 && row.postnom.word == 0;
        let [nom, postnom, prenom] = self.all.readings(row).nth(usize::from(is_other)).unwrap_or_else(|| row.name());
        for (comparison, name, shares) in [
            (NOM, nom.word, &self.all.noms),
            (POSTNOM, postnom.word, &self.all.noms),
            (PRENOM, prenom.word, &self.all.prenoms),
            (PLACE, row.place, &self.all.places),
        ] {
            if matches!(pattern.level(comparison), SAME | SOUND) {
                rarity[comparison] = shares.rarity(self.all.words.spelling(name).key);
            }
        }
        rarity
    }

    fn contradict(&self, pattern: Pattern) -> bool {
        compare::contradict(pattern)
    }

    fn is_hopeless(&self, pattern: Pattern) -> bool {
        // The company that excuses most.
        self.contradict(pattern) && self.contradict(pattern.with(COMPANY, SEVERAL_COMPANIONS))
    }

    fn are_two(&self, a: u32, b: u32) -> bool {
        let (a, b) = (self.all.row(a), self.all.row(b));
        twins::are_declared_together(self.all, a, b) || twins::are_twins(self.all, a, b)
    }

    fn group(&self, row: u32) -> Option<u32> {
        self.all.row(row).fiche()
    }

    fn hash(&self, row: u32) -> u64 {
        self.all.row(row).hash
    }
}

/// Bits by which a pair may fall short of review before company counts, the best company granted, and still be looked at
/// with it: what the weights move by when they are learnt again, many times over.
const MARGIN: f64 = 8.0;

/// Whether trained weights are of the comparisons made here.
#[must_use]
pub fn is_of_a_commune(model: &Model) -> bool {
    Weights::trained(&compare::comparisons(), model).is_some()
}

/// Links rows that must be in an order that does not depend on how they came.
///
/// Rulings come first, then scores, best first. Rows of one fiche stay apart even against a ruling. `trained` are the
/// weights of an earlier run; without them, or if they are not [`is_of_a_commune`], they are learnt.
#[must_use]
pub fn link(
    rows: &[CleanRow],
    fiches: &[Fiche],
    rulings: &[Ruling],
    trained: Option<&Model>,
    settings: &Settings,
) -> Linked {
    link_again(rows, fiches, rulings, trained, None, settings).0
}

/// As [`link`], with what blocks brought in an earlier run of this program over the same list of quartiers; also says what to
/// keep of this one for a later run, unless what is kept will do, or nothing is to be kept (`earlier` is `None`). The links are
/// the same.
#[must_use]
pub fn link_again(
    rows: &[CleanRow],
    fiches: &[Fiche],
    rulings: &[Ruling],
    trained: Option<&Model>,
    earlier: Option<Brought>,
    settings: &Settings,
) -> (Linked, Option<Brought>) {
    let all = Profiles::new(rows, fiches);
    let mut rows = CommuneRows { all: &all, households: None, comparisons: compare::comparisons() };
    let mut blocking = passes::blocking(&all, settings.max_block);
    blocking.said = earlier.is_some().then(|| passes::said(&all));
    let sample = passes::sample(&all);
    let known = Known::new(earlier.unwrap_or_default());
    let (candidates, brought) = blocking.candidates(&rows, &known);
    let brought = known.with(brought).filter(|_| blocking.said.is_some());
    let mut compared = Compared::new(&rows, candidates, &sample);
    let trained = trained.and_then(|model| Weights::trained(&rows.comparisons, model));
    // First alone, then with the company that the first look found.
    let mut all_over = AllOver::new(&rows);
    let alone = trained.clone().unwrap_or_else(|| engine::learn(&rows, &compared.count(), &all_over));
    let likely = engine::best_first(&rows, &compared.candidates, &alone, 0.5);
    let households = Households::new(&all, &rows, &alone, &likely);
    drop(likely);
    rows.households = Some(&households);
    // What the best company would not save is not looked at again.
    let least = engine::bits_of(settings.review) - MARGIN;
    compared.leave_out(&sample, |a, b, pattern| {
        let in_company = pattern.with(COMPANY, SEVERAL_COMPANIONS);
        alone.most(in_company) < least
            || alone.score_at_least(in_company, &engine::Rows::rarity(&rows, a, b, in_company), least).is_none()
    });
    compared.candidates.append("household", households.left());
    compared.candidates.shrink_to_fit();
    let with_company = |(pattern, (a, b)): (&mut Pattern, &(u32, u32))| {
        let company = company::of(&all, &households, *a, *b);
        *pattern = pattern.with(COMPANY, compare::company_level(all.row(*a), all.row(*b), company));
    };
    let Compared { candidates: Candidates { pairs, patterns, .. }, apart, patterns_apart, .. } = &mut compared;
    let AllOver { pairs: pairs_all_over, patterns: patterns_all_over } = &mut all_over;
    for (patterns, pairs) in
        [(&mut *patterns, &*pairs), (patterns_apart, &*apart), (patterns_all_over, &*pairs_all_over)]
    {
        patterns.par_iter_mut().zip(pairs).with_min_len(1024).for_each(with_company);
    }
    patterns.extend(engine::compare_all(&rows, &pairs[patterns.len()..]));
    let weights = trained.unwrap_or_else(|| engine::learn(&rows, &compared.count(), &all_over));
    drop(all_over);
    let likely = engine::best_first(&rows, &compared.candidates, &weights, settings.review);
    let (links, cluster_of) = engine::join(&rows, &likely, rulings, &weights, settings.accept);
    engine::credit(&mut compared.candidates, &links);
    (Linked { cluster_of, links, model: weights.model(), passes: compared.candidates.passes }, brought)
}

#[cfg(test)]
mod tests;
