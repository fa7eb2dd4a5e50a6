//! Links the rows of any table by columns that the user names, with the same engine as a commune's rows.
//!
//! [`settings`] says what each column holds. [`columns`] compares the rows accordingly, and [`passes`] chooses the
//! blocking passes from how common the values are. [`list_model`] is what was learnt. The steps can be done on several
//! machines: [`shared_keys`] are the keys of rows, [`pair_scorer`] scores pairs that an engine found, and
//! [`link_pairs`] makes clusters of them.

mod columns;
mod list_model;
mod pair_scorer;
mod passes;
mod settings;
mod shared_keys;
mod simulated_pairs;

use crate::record::{PartialDate, Table};

use super::candidates::{Candidates, PassCounts};
use super::engine;
use super::interface::{Link, PairDecision};
use super::join::join;
use super::linkable::{Linkable, compare_all};
use super::model::Model;
use super::sample::RandomPairs;
use super::weights::Weights;

use columns::ListColumns;
use passes::ListKeys;

pub use list_model::{KeyCounts, LIST_MODEL_FORMAT, ListModel, MergeFault};
pub(crate) use pair_scorer::PairScorer;
pub use settings::{ComparisonKind, ComparisonSettings, SettingProblem, TableSettings};
pub(crate) use shared_keys::for_each_key;

pub(crate) struct TableLinkOutput {
    /// For each row the lowest row of its cluster; rows are numbered through the tables in order.
    pub(crate) cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person decided, sorted by rows.
    pub(crate) links: Vec<Link>,
    /// Name and level names of each comparison, in the order of a link's levels; level 0 is "missing". The last is not
    /// compared: it is what a pair loses because the two may be relatives.
    pub(crate) comparisons: Vec<(String, Vec<String>)>,
    pub(crate) model: ListModel,
    /// Name and counts of each blocking pass, in order.
    pub(crate) passes: Vec<(String, PassCounts)>,
}

/// What an earlier run learnt.
#[derive(Clone, Copy)]
pub(crate) enum TrainedList<'m> {
    /// Weights alone: how common values are is counted from the rows at hand.
    Weights(&'m Model),
    /// A whole model: the score of a pair depends on it and on the pair alone.
    Whole(&'m ListModel),
}

/// How candidate pairs are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PairChoice {
    /// Keys chosen from the list; large blocks are divided.
    Own,
    /// Keys chosen from the model, and those that too many rows share left out: the pairs that an engine on several
    /// machines finds. It needs a whole model.
    SharedKeys,
}

impl TrainedList<'_> {
    /// Whether it can score the rows of a list with these settings.
    pub(crate) fn fits(self, settings: &TableSettings) -> bool {
        let weights = match self {
            Self::Weights(weights) => weights,
            Self::Whole(model) if model.fits(settings) => &model.weights,
            Self::Whole(_) => return false,
        };
        let rows = ListColumns::new(&[], settings, &|_| None, None);
        Weights::trained(&rows.pair_kinds(), weights).is_some()
    }

    fn weights(&self) -> &Model {
        match self {
            Self::Weights(weights) => weights,
            Self::Whole(model) => &model.weights,
        }
    }
}

/// Links the rows of one table with one another, or of two tables across.
///
/// A column that the settings name and a table lacks counts as blank: the caller checks [`TableSettings::columns`]
/// first. `read_date` reads a date from text. Without `trained`, or if it does not fit the settings, weights are learnt.
pub(crate) fn link_tables(
    tables: &[Table],
    settings: &TableSettings,
    decisions: &[PairDecision],
    trained: Option<TrainedList<'_>>,
    choice: PairChoice,
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
) -> TableLinkOutput {
    let trained = trained.filter(|trained| trained.fits(settings));
    let whole = match trained {
        Some(TrainedList::Whole(model)) => Some(model),
        _ => None,
    };
    let frequencies = whole.map(ListModel::value_frequencies);
    let rows = ListColumns::new(tables, settings, read_date, frequencies.as_ref());
    let keys = ListKeys::new(&rows);
    let blocking = match whole.filter(|_| choice == PairChoice::SharedKeys) {
        Some(model) => ListKeys::of_model(&rows, model).shared_blocking(model),
        None => keys.blocking(&rows, settings),
    };
    let mut candidates = blocking.candidates(&rows);
    let weights = trained.and_then(|trained| Weights::trained(&rows.pair_kinds(), trained.weights()));
    let weights = weights.unwrap_or_else(|| {
        engine::learn(&rows, &engine::count_patterns(&candidates.patterns), &RandomPairs::new(&rows))
    });
    let likely = engine::best_first(&rows, &candidates, &weights, settings.review, None);
    candidates.patterns = Vec::new();
    let (links, cluster_of) = join(&rows, &likely, decisions, &weights, settings.accept);
    engine::count_links(&mut candidates, &links);
    let model = whole.cloned().unwrap_or_else(|| {
        ListModel {
            format: LIST_MODEL_FORMAT.to_owned(),
            hash: String::new(),
            rows: rows.len() as u64,
            settings: settings.clone(),
            weights: weights.model(),
            frequencies: rows.value_counts.clone(),
            keys: keys.counts.clone(),
        }
        .sealed()
    });
    TableLinkOutput { cluster_of, links, comparisons: comparison_names(&rows), model, passes: candidates.passes }
}

/// A pair whose score is not the one that the model gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct OtherScore {
    pub(crate) a: u32,
    pub(crate) b: u32,
    /// The weight that the pair was given, and the weight by the model.
    pub(crate) given: f64,
    pub(crate) own: f64,
}

/// Makes clusters of pairs that were found and scored elsewhere, under the same constraints as [`link_tables`]. The
/// lower row of a pair comes first; pairs are sorted, each once.
///
/// # Errors
/// The first pair whose weight is not the one of the model: it was scored with another model or from other values.
pub(crate) fn link_pairs(
    tables: &[Table],
    model: &ListModel,
    pairs: &[((u32, u32), f64)],
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
) -> Result<TableLinkOutput, OtherScore> {
    // The tables are parts of one list.
    let settings = TableSettings { duplicates_within: true, ..model.settings.clone() };
    let frequencies = model.value_frequencies();
    let rows = ListColumns::new(tables, &settings, read_date, Some(&frequencies));
    let kinds = rows.pair_kinds();
    let weights = Weights::trained(&kinds, &model.weights).unwrap_or_else(|| Weights::shipped(&kinds));
    let may_link = |pair: &&((u32, u32), f64)| rows.may_link(pair.0.0, pair.0.1);
    let of_list: Vec<(u32, u32)> = pairs.iter().filter(may_link).map(|(pair, _)| *pair).collect();
    let patterns = compare_all(&rows, &of_list);
    for (((a, b), given), pattern) in pairs.iter().filter(may_link).zip(&patterns) {
        let score = weights.score(*pattern, &rows.rarity(*a, *b, *pattern), f64::NEG_INFINITY);
        let own = score.map_or(f64::NEG_INFINITY, |score| score.weight);
        if own.to_bits() != given.to_bits() {
            return Err(OtherScore { a: *a, b: *b, given: *given, own });
        }
    }
    let n = of_list.len();
    let counts = PassCounts { pairs: n as u64, new_pairs: n as u64, ..PassCounts::default() };
    let passes = vec![("keys".to_owned(), counts)];
    let mut candidates = Candidates { pairs: of_list, patterns, found_by: vec![0; n], passes };
    let likely = engine::best_first(&rows, &candidates, &weights, settings.review, None);
    let (links, cluster_of) = join(&rows, &likely, &[], &weights, settings.accept);
    engine::count_links(&mut candidates, &links);
    let comparisons = comparison_names(&rows);
    Ok(TableLinkOutput { cluster_of, links, comparisons, model: model.clone(), passes: candidates.passes })
}

/// Name and level names of each comparison, then those of what relatives take.
fn comparison_names(rows: &ListColumns) -> Vec<(String, Vec<String>)> {
    let named = rows.comparisons.iter().map(|comparison| (comparison.name.as_str(), comparison.levels.names));
    named
        .chain([("relatives", &["missing", "possible"][..])])
        .map(|(name, levels)| (name.to_owned(), levels.iter().map(|level| (*level).to_owned()).collect()))
        .collect()
}

#[cfg(test)]
mod tests;
