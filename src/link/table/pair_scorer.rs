//! Scores pairs whose values are given, with a model alone: no list is at hand.

use std::collections::BTreeMap;

use crate::link::comparison::ValueFrequencies;
use crate::link::linkable::Linkable;
use crate::link::weights::Weights;
use crate::record::{PartialDate, Table};

use super::columns::ListColumns;
use super::list_model::ListModel;

/// Scores pairs. The score of a pair is a function of its values and the model.
pub(crate) struct PairScorer<'m> {
    model: &'m ListModel,
    frequencies: BTreeMap<String, ValueFrequencies>,
    weights: Weights,
}

/// The score of a pair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct WeightAndProbability {
    /// Match weight in bits.
    pub(crate) weight: f64,
    /// The probability that both are one person.
    pub(crate) probability: f64,
}

impl<'m> PairScorer<'m> {
    /// Returns a scorer; `None` if the model's weights are not those of its comparisons.
    pub(crate) fn new(model: &'m ListModel) -> Option<Self> {
        let no_rows = ListColumns::new(&[], &model.settings, &|_| None, None);
        let weights = Weights::trained(&no_rows.pair_kinds(), &model.weights)?;
        Some(Self { model, frequencies: model.value_frequencies(), weights })
    }

    /// The columns that a pair is compared by, in the order of the comparisons.
    pub(crate) fn columns(&self) -> Vec<&'m str> {
        self.model.settings.comparison.iter().flat_map(|comparison| &comparison.columns).map(String::as_str).collect()
    }

    /// Scores the pairs of rows 0 and `n`, 1 and `n + 1`… of a table of `2 * n` rows.
    pub(crate) fn score(
        &self,
        table: Table,
        read_date: &dyn Fn(&str) -> Option<PartialDate>,
    ) -> Vec<WeightAndProbability> {
        let n = (table.rows.len() / 2) as u32;
        let rows = ListColumns::new(&[table], &self.model.settings, read_date, Some(&self.frequencies));
        let score = |a: u32| {
            let pattern = rows.compare(a, a + n);
            let score = self.weights.score(pattern, &rows.rarity(a, a + n, pattern), f64::NEG_INFINITY);
            // Every score is above negative infinity.
            let (weight, probability) =
                score.map_or((f64::NEG_INFINITY, 0.0), |score| (score.weight, score.probability()));
            WeightAndProbability { weight, probability }
        };
        (0..n).map(score).collect()
    }
}
