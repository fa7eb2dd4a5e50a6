//! The model of a list: everything that the score of a pair depends on beside the pair itself, and what blocking keys
//! are chosen from.
//!
//! Two pairs with the same texts and the same model have the same score, to the bit, whatever list they come from.
//! Models of several lists are merged: their counts add up, their probabilities are averaged.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::link::comparison::{ValueCounts, ValueFrequencies};
use crate::link::model::{LevelWeight, Model};

use super::settings::{ComparisonSettings, TableSettings};

/// The format of the file.
pub const LIST_MODEL_FORMAT: &str = "bato-list-model-1";

/// The model of a list, as `bato link` writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ListModel {
    /// [`LIST_MODEL_FORMAT`].
    pub format: String,
    /// SHA-256 of the rest of the model, in hexadecimal.
    pub hash: String,
    /// Number of rows of the lists from which it was learnt.
    pub rows: u64,
    /// What the columns hold, thresholds and limits.
    pub settings: TableSettings,
    /// Probabilities and weights of the levels.
    pub weights: Model,
    /// By column, how many rows have each value.
    pub frequencies: BTreeMap<String, ValueCounts>,
    /// By kind of blocking key, how many pairs of a sample share one.
    pub keys: BTreeMap<String, KeyCounts>,
}

/// How common it is that two rows share a blocking key of one kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyCounts {
    /// Pairs of the sample that share a key.
    pub shared: u64,
    /// All pairs of the sample.
    pub pairs: u64,
}

/// Why models cannot be merged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeFault {
    /// Their settings differ: index of the first model with other settings.
    OtherSettings(usize),
    /// The same model is given twice: index of the second.
    Twice(usize),
}

impl ListModel {
    /// Returns the model with its hash.
    pub(super) fn sealed(mut self) -> Self {
        self.hash = self.content_hash();
        self
    }

    /// Whether the model is of this format and its hash fits: nothing in it was changed.
    #[must_use]
    pub fn is_intact(&self) -> bool {
        self.format == LIST_MODEL_FORMAT && self.hash == self.content_hash()
    }

    fn content_hash(&self) -> String {
        let content = Self { hash: String::new(), ..self.clone() };
        // A model has no key that JSON could refuse.
        let json = serde_json::to_vec(&content).unwrap_or_default();
        Sha256::digest(&json).iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The frequencies of the values, made for looking values up.
    pub(super) fn value_frequencies(&self) -> BTreeMap<String, ValueFrequencies> {
        self.frequencies.iter().map(|(column, counts)| (column.clone(), ValueFrequencies::new(counts))).collect()
    }

    /// Whether the comparisons of a list are those of this model.
    #[must_use]
    pub fn fits(&self, settings: &TableSettings) -> bool {
        let columns = |settings: &TableSettings| -> Vec<ComparisonSettings> { settings.comparison.clone() };
        columns(&self.settings) == columns(settings)
    }

    /// Merges models of lists with the same settings. Rows, frequencies and key counts add up; probabilities are means
    /// weighted by rows. The order of the models does not matter.
    ///
    /// # Errors
    /// If their settings differ, or one model is given twice: its rows would count twice.
    pub fn merge(models: &[Self]) -> Result<Option<Self>, MergeFault> {
        let Some(first) = models.first() else { return Ok(None) };
        for (place, model) in models.iter().enumerate() {
            if model.settings != first.settings {
                return Err(MergeFault::OtherSettings(place));
            }
            if models[..place].iter().any(|other| other.hash == model.hash) {
                return Err(MergeFault::Twice(place));
            }
        }
        // Sums of floating point numbers depend on their order: the hashes give one.
        let mut models: Vec<&Self> = models.iter().collect();
        models.sort_by(|a, b| a.hash.cmp(&b.hash));
        let (mut frequencies, mut keys) = (BTreeMap::<String, ValueCounts>::new(), BTreeMap::<_, KeyCounts>::new());
        for model in &models {
            for (column, counts) in &model.frequencies {
                let all = frequencies.entry(column.clone()).or_default();
                for (value, count) in counts {
                    let sum = all.entry(value.clone()).or_default();
                    *sum = sum.saturating_add(*count);
                }
            }
            for (name, counts) in &model.keys {
                let all = keys.entry(name.clone()).or_default();
                all.shared = all.shared.saturating_add(counts.shared);
                all.pairs = all.pairs.saturating_add(counts.pairs);
            }
        }
        let weighted: Vec<(&Model, f64)> = models.iter().map(|model| (&model.weights, model.rows as f64)).collect();
        let merged = Self {
            format: LIST_MODEL_FORMAT.to_owned(),
            hash: String::new(),
            rows: models.iter().fold(0, |sum, model| sum.saturating_add(model.rows)),
            settings: models[0].settings.clone(),
            weights: mean_model(&weighted),
            frequencies,
            keys,
        };
        Ok(Some(merged.sealed()))
    }
}

/// The mean of models, weighted by their rows. A share is one of all pairs of rows: the pairs between two lists count as
/// strangers.
fn mean_model(models: &[(&Model, f64)]) -> Model {
    let n_rows: f64 = models.iter().map(|(_, rows)| rows).sum();
    let n_pairs = |rows: f64| (rows * (rows - 1.0) / 2.0).max(1.0);
    let share = |of: fn(&Model) -> f64| -> f64 {
        models.iter().map(|(model, rows)| of(model) * n_pairs(*rows)).sum::<f64>() / n_pairs(n_rows)
    };
    let mut mean = Model {
        share_of_matches: share(|model| model.share_of_matches),
        share_of_relatives: share(|model| model.share_of_relatives),
        share_of_namesakes: share(|model| model.share_of_namesakes),
        levels: BTreeMap::new(),
        kinds: BTreeMap::new(),
    };
    let names = models.first().map(|(model, _)| &model.levels).into_iter().flatten();
    for (comparison, levels) in names {
        let own = mean.levels.entry(comparison.clone()).or_default();
        for level in levels.keys() {
            let of_models = models
                .iter()
                .filter_map(|(model, rows)| Some((model.levels.get(comparison)?.get(level)?, rows / n_rows.max(1.0))));
            let mut sum = LevelWeight { m: 0.0, relatives: 0.0, u: 0.0, namesakes: 0.0, weight: 0.0 };
            for (weight, part) in of_models {
                sum.m += weight.m * part;
                sum.relatives += weight.relatives * part;
                sum.u += weight.u * part;
                sum.namesakes += weight.namesakes * part;
            }
            sum.weight = crate::link::model::rounded_weight(sum.m, sum.u);
            own.insert(level.clone(), sum);
        }
    }
    mean
}
