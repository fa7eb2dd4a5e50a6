//! Links a commune's rows: fiches with fiches, acts with acts, acts with fiches.
//!
//! [`mod@compare`] lists what is compared and the levels, [`must_not_link`] what keeps two rows apart. Rows are scored
//! first alone, then with the evidence of their households ([`mod@household_evidence`]).

mod compare;
mod comparisons;
mod contradictions;
mod household_evidence;
mod households;
mod must_not_link;
mod passes;
mod profile;
mod profile_builder;
mod twin_acts;

use rayon::prelude::*;

use crate::record::{CleanRow, Fiche};
use crate::spelling::SpellingRef;

use super::candidates::Candidates;
use super::comparison::{MOST_COMPARISONS, Pattern};
use super::contradiction::{Contradiction, WeakEvidence};
use super::dates::{SAME_DAY, SAME_YEAR};
use super::engine::{self, CandidatePool};
use super::interface::{LinkOutput, LinkSettings, PairDecision};
use super::join::join;
use super::linkable::{Linkable, compare_all};
use super::model::{Model, PairKind};
use super::names::{OTHER_ORDER, PartPairs, SAME, SLIP, SOUND, SWAPPED};
use super::sample::RandomPairs;
use super::weights::Weights;

use comparisons::{BIRTH_PLACE, BORN_ON, COMPANY, NOM, ORDER, POSTNOM, PRENOM, SAME_BIRTH_PLACE, SEVERAL_COMPANIONS};
use household_evidence::{company_level, household_evidence};
use households::{HouseholdEvidence, Households};
use profile::{RowProfiles, day_key, year_key};

pub(crate) use comparisons::COMPARISONS;

/// Number of rows below which the shipped weights hold, and too little evidence is a question to a person: a few fiches
/// show neither how common a name is nor how often agents err.
const FEW_ROWS: usize = 1_000;

/// Share of the rarity of a name that counts where it is misspelt in one of the two rows: more than one name is so
/// near.
const SHARE_OF_SLIP: f64 = 0.75;

/// A commune's rows, with their households once these are known.
struct CommuneRows<'r> {
    profiles: &'r RowProfiles,
    households: Option<&'r Households>,
    /// Numbers of rows of fiches and of acts; more than there are, where the shipped weights hold.
    n_of_fiches: usize,
    n_acts: usize,
}

impl CommuneRows<'_> {
    fn is_small(&self) -> bool {
        self.profiles.rows.len() < FEW_ROWS
    }
}

impl Linkable for CommuneRows<'_> {
    fn len(&self) -> usize {
        self.profiles.rows.len()
    }

    fn pair_kinds(&self) -> Vec<PairKind> {
        comparisons::pair_kinds(self.n_of_fiches, self.n_acts)
    }

    fn compare_similar(&self, a: u32, b: u32, similar: PartPairs) -> Pattern {
        let evidence = self
            .households
            .map_or(HouseholdEvidence::Unknown, |households| household_evidence(self.profiles, households, a, b));
        compare::compare(self.profiles, self.profiles.row(a), self.profiles.row(b), evidence, similar)
    }

    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS] {
        let row = self.profiles.row(a);
        let mut rarity = [0.0; MOST_COMPARISONS];
        let other_row = self.profiles.row(b);
        let [[nom, postnom, prenom], other] = if row.has_other_reading() || other_row.has_other_reading() {
            compare::best_readings(self.profiles, row, other_row).1
        } else {
            [row.name(), other_row.name()]
        };
        let order = pattern.level(ORDER);
        let [other_nom, other_postnom, other_prenom] =
            if order == SWAPPED { [other[1], other[0], other[2]] } else { other };
        for (comparison, value, other, frequencies) in [
            (NOM, nom, other_nom, &self.profiles.noms),
            (POSTNOM, postnom, other_postnom, &self.profiles.noms),
            (PRENOM, prenom, other_prenom, &self.profiles.prenoms),
        ] {
            let rarity_of = |name: SpellingRef| frequencies.rarity(self.profiles.spellings.spelling(name.id).key);
            rarity[comparison] = match pattern.level(comparison) {
                SAME | SOUND => rarity_of(value),
                // The commoner of the two is the name; the other is how it was misspelt.
                SLIP if order != OTHER_ORDER => SHARE_OF_SLIP * rarity_of(value).min(rarity_of(other)),
                _ => 0.0,
            };
        }
        if pattern.level(BIRTH_PLACE) == SAME_BIRTH_PLACE {
            let key = self.profiles.spellings.spelling(row.birth_place).key;
            rarity[BIRTH_PLACE] = self.profiles.birth_places.rarity(key);
        }
        let born = row.born();
        rarity[BORN_ON] = match pattern.level(BORN_ON) {
            SAME_DAY => born.map_or(0.0, |born| self.profiles.birth_days.rarity(day_key(born.first))),
            SAME_YEAR => born.map_or(0.0, |born| self.profiles.birth_years.rarity(year_key(born)).min(0.0)),
            _ => 0.0,
        };
        if self.is_small() {
            // A few rows show that a value is common, and not that it is rare.
            rarity.iter_mut().for_each(|bits| *bits = bits.min(0.0));
        }
        rarity
    }

    fn least_to_learn(&self) -> usize {
        FEW_ROWS
    }

    fn is_contradicted(&self, pattern: Pattern) -> bool {
        contradictions::is_contradicted(pattern)
    }

    fn without_contradiction(&self, pattern: Pattern) -> Option<Pattern> {
        contradictions::without_contradiction(pattern)
    }

    fn contradiction(&self, a: u32, b: u32) -> Option<Contradiction> {
        contradictions::contradiction(self.profiles, self.households, a, b)
    }

    fn explains(&self, pair: (u32, u32), contradiction: Contradiction) -> bool {
        contradictions::explains(self.profiles, pair, contradiction)
    }

    fn settles(&self, pair: (u32, u32), are_linked: bool, contradiction: Contradiction) -> bool {
        contradictions::settles(self.profiles, pair, are_linked, contradiction)
    }

    fn shows_reasons(&self) -> bool {
        true
    }

    fn traits(&self, row: u32) -> u64 {
        contradictions::traits(self.profiles, self.profiles.row(row))
    }

    fn weak_evidence(&self, a: u32, b: u32, pattern: Pattern) -> Option<WeakEvidence> {
        let (x, y) = (self.profiles.row(a), self.profiles.row(b));
        let is_relative = || contradictions::is_relative_of_child(x, y, pattern);
        contradictions::may_be_marked_twins(self.profiles, x, y, pattern)
            .then_some(WeakEvidence::PerhapsTwins)
            .or_else(|| contradictions::weak_evidence(x, y, pattern, self.is_small()))
            .or_else(|| is_relative().then_some(WeakEvidence::ThinEvidence))
    }

    fn contradicts(&self, pattern: Pattern) -> bool {
        must_not_link::contradicts(pattern)
    }

    fn cannot_match(&self, pattern: Pattern) -> bool {
        must_not_link::cannot_match(pattern)
    }

    fn must_not_link(&self, a: u32, b: u32) -> bool {
        must_not_link::must_not_link(self.profiles, self.profiles.row(a), self.profiles.row(b))
    }

    fn group(&self, row: u32) -> Option<u32> {
        self.profiles.row(row).fiche()
    }

    fn hash(&self, row: u32) -> u64 {
        self.profiles.row(row).hash
    }
}

/// Bits by which a pair may score below the review threshold without household evidence, the best evidence assumed, and
/// still be scored with it: many times what weights change by when they are learnt again.
const MARGIN: f64 = 8.0;

/// Probability from which a pair scored alone shows that two fiches list one household.
const LIKELY: f64 = 0.5;

/// Whether a model has the comparisons and levels of a commune.
pub(crate) fn is_commune_model(model: &Model) -> bool {
    Weights::trained(&comparisons::pair_kinds(0, 0), model).is_some()
}

/// Links rows. Their order must not depend on the order of files: it settles ties.
///
/// A person's decisions come first, then pairs by score, best first. Rows of one fiche stay apart even against a
/// decision. `trained` are the weights of an earlier run; without them, or if they fail [`is_commune_model`], weights
/// are learnt.
#[must_use]
pub fn link(
    rows: &[CleanRow],
    fiches: &[Fiche],
    decisions: &[PairDecision],
    trained: Option<&Model>,
    settings: &LinkSettings,
) -> LinkOutput {
    let mut profiles = profile_builder::build(rows, fiches);
    profiles.add_act_groups(twin_acts::groups(&profiles));
    let n_acts = profiles.rows.iter().filter(|row| row.is_act()).count();
    let missing = FEW_ROWS.saturating_sub(profiles.rows.len());
    let n_of_fiches = profiles.rows.len() - n_acts + missing;
    let mut rows = CommuneRows { profiles: &profiles, households: None, n_of_fiches, n_acts: n_acts + missing };
    let trained = trained.and_then(|model| Weights::trained(&rows.pair_kinds(), model));

    // First without household evidence.
    let sample = passes::sample(&profiles);
    let candidates = passes::blocking(&profiles, settings.max_block).candidates(&rows);
    let mut pool = CandidatePool::new(&rows, candidates, &sample);
    let mut random = RandomPairs::new(&rows);
    let alone = trained.clone().unwrap_or_else(|| engine::learn(&rows, &pool.count_patterns(), &random));
    let likely = engine::best_first(&rows, &pool.candidates, &alone, LIKELY, None);
    let households = Households::new(&profiles, &rows, &alone, &likely);
    drop(likely);
    rows.households = Some(&households);

    // Then with it. Pairs that the best evidence could not bring near the review threshold are left out.
    let least = engine::bits_of(settings.review) - MARGIN;
    pool.rule_out(&sample, |a, b, pattern| {
        let at_best = pattern.with(COMPANY, SEVERAL_COMPANIONS);
        let is_too_weak =
            alone.upper_bound(at_best) < least || alone.score(at_best, &rows.rarity(a, b, at_best), least).is_none();
        let agrees_otherwise = |without: Pattern| {
            alone.agrees_beyond_chance(without, &rows.rarity(a, b, without), engine::bits_of(settings.accept))
        };
        is_too_weak && !rows.without_contradiction(pattern).is_some_and(agrees_otherwise)
    });
    pool.candidates.append_pass("household", households.left_over());
    pool.candidates.shrink_to_fit();
    add_household_evidence(&rows, &households, &mut pool, &mut random);
    let weights = trained.unwrap_or_else(|| engine::learn(&rows, &pool.count_patterns(), &random));
    drop(random);
    let likely = engine::best_first(&rows, &pool.candidates, &weights, settings.review, Some(settings.accept));
    let (links, cluster_of) = join(&rows, &likely, decisions, &weights, settings.accept);
    engine::count_links(&mut pool.candidates, &links);
    LinkOutput { cluster_of, links, model: weights.model(), passes: pool.candidates.passes }
}

/// Sets the level of the comparison `company` of all pairs, and compares the pairs that have no levels yet.
fn add_household_evidence(
    rows: &CommuneRows<'_>,
    households: &Households,
    pool: &mut CandidatePool,
    random: &mut RandomPairs,
) {
    let profiles = rows.profiles;
    let set_company = |(pattern, (a, b)): (&mut Pattern, &(u32, u32))| {
        let evidence = household_evidence(profiles, households, *a, *b);
        *pattern = pattern.with(COMPANY, company_level(profiles.row(*a), profiles.row(*b), evidence));
    };
    let CandidatePool { candidates: Candidates { pairs, patterns, .. }, non_matches, non_match_patterns, .. } = pool;
    for (patterns, pairs) in
        [(&mut *patterns, &*pairs), (non_match_patterns, &*non_matches), (&mut random.patterns, &random.pairs)]
    {
        patterns.par_iter_mut().zip(pairs).with_min_len(1024).for_each(set_company);
    }
    patterns.extend(compare_all(rows, &pairs[patterns.len()..]));
}

#[cfg(test)]
mod tests;
