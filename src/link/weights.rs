//! Learns and applies the weights, separately for each kind of pair: two fiches, two acts, an act and a fiche. The
//! arithmetic is in `model.rs`.

use super::comparison::{MOST_COMPARISONS, Pattern, PatternCounts};
use super::model::{KindWeights, Model, PairKind, PairScore};

/// The place in a pattern that holds the kind of a pair, where there are several kinds.
pub(super) const PLACE_OF_KIND: usize = MOST_COMPARISONS - 1;

/// The weights of each kind of pairs.
#[derive(Debug, Clone)]
pub(super) struct Weights {
    names: Vec<&'static str>,
    of_kind: Vec<KindWeights>,
}

impl Weights {
    /// The shipped weights, nothing learnt.
    pub(super) fn shipped(kinds: &[PairKind]) -> Self {
        Self {
            names: kinds.iter().map(|kind| kind.name).collect(),
            of_kind: kinds.iter().map(KindWeights::shipped).collect(),
        }
    }

    /// The weights of a trained model; `None` if it is of other comparisons or kinds.
    pub(super) fn trained(kinds: &[PairKind], model: &Model) -> Option<Self> {
        let of_kind = kinds.iter().enumerate().map(|(place, kind)| {
            let model = if place == 0 { model } else { model.kinds.get(kind.name)? };
            KindWeights::trained(&kind.comparisons, model)
        });
        Some(Self { names: kinds.iter().map(|kind| kind.name).collect(), of_kind: of_kind.collect::<Option<_>>()? })
    }

    /// Learns the weights of each kind from the patterns of its candidate pairs and of random pairs.
    pub(super) fn learn(
        &self,
        kinds: &[PairKind],
        candidates: &PatternCounts,
        random: &PatternCounts,
        contradicts: impl Fn(Pattern) -> bool,
    ) -> Self {
        let of_kind = |(place, (weights, kind)): (usize, (&KindWeights, &PairKind))| {
            let own = |counts: &PatternCounts| -> PatternCounts {
                let is_own = |pattern: Pattern| self.place_of(pattern) == place;
                counts.iter().filter(|(pattern, _)| is_own(**pattern)).map(|(pattern, n)| (*pattern, *n)).collect()
            };
            weights.learn(&own(candidates), &own(random), kind.n_pairs, &contradicts)
        };
        Self { names: self.names.clone(), of_kind: self.of_kind.iter().zip(kinds).enumerate().map(of_kind).collect() }
    }

    fn place_of(&self, pattern: Pattern) -> usize {
        if self.of_kind.len() == 1 { 0 } else { usize::from(pattern.level(PLACE_OF_KIND)) }
    }

    fn of(&self, pattern: Pattern) -> &KindWeights {
        &self.of_kind[self.place_of(pattern)]
    }

    /// The largest weight that a pair with this pattern can have, whatever its values.
    pub(super) fn upper_bound(&self, pattern: Pattern) -> f64 {
        self.of(pattern).upper_bound(pattern)
    }

    /// The score of a pair; `None` if it is less than `least` bits. `rarity`: see
    /// [`Linkable`](super::linkable::Linkable).
    pub(super) fn score(&self, pattern: Pattern, rarity: &[f64; MOST_COMPARISONS], least: f64) -> Option<PairScore> {
        self.of(pattern).score(pattern, rarity, least)
    }

    /// Whether a pair agrees by more than chance: its weight against strangers alone is at least `least` bits.
    pub(super) fn agrees_beyond_chance(&self, pattern: Pattern, rarity: &[f64; MOST_COMPARISONS], least: f64) -> bool {
        if self.upper_bound(pattern) < least {
            return false;
        }
        let score = self.score(pattern, rarity, f64::NEG_INFINITY);
        score.is_some_and(|score| self.against_strangers(&score) >= least)
    }

    /// The weight of a score against strangers alone. Of two rows that a row could be, it shows which fits better: kin
    /// share the whole name as often as one person does, so that what they take hides it.
    pub(super) fn against_strangers(&self, score: &PairScore) -> f64 {
        let place = self.place_of_kept_apart();
        score.weight - score.weights[place - 1] - score.weights[place]
    }

    /// The place of the comparison that shows why a pair was kept apart.
    pub(super) fn place_of_kept_apart(&self) -> usize {
        self.of_kind[0].place_of_kept_apart()
    }

    pub(super) fn model(&self) -> Model {
        let mut models =
            self.names.iter().zip(&self.of_kind).map(|(name, weights)| ((*name).to_owned(), weights.model()));
        let (_, first) = models.next().unwrap_or_default();
        Model { kinds: models.collect(), ..first }
    }
}
