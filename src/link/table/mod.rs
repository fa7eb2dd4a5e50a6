//! Links the rows of any table by columns that the user names, with the same engine as a commune's rows.
//!
//! [`settings`] says what each column holds. [`columns`] compares the rows accordingly, and [`passes`] chooses the
//! blocking passes from how common the values are.

mod columns;
mod passes;
mod settings;
mod simulated_pairs;

use crate::record::{PartialDate, Table};

use super::candidates::PassCounts;
use super::engine;
use super::interface::{Link, PairDecision};
use super::join::join;
use super::linkable::Linkable;
use super::model::Model;
use super::sample::RandomPairs;
use super::weights::Weights;

use columns::ListColumns;

pub use settings::{ComparisonKind, ComparisonSettings, SettingProblem, TableSettings};

pub(crate) struct TableLinkOutput {
    /// For each row the lowest row of its cluster; rows are numbered through the tables in order.
    pub(crate) cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person decided, sorted by rows.
    pub(crate) links: Vec<Link>,
    /// Name and level names of each comparison, in the order of a link's levels; level 0 is "missing". The last is not
    /// compared: it is what a pair loses because the two may be relatives.
    pub(crate) comparisons: Vec<(String, Vec<String>)>,
    pub(crate) model: Model,
    /// Name and counts of each blocking pass, in order.
    pub(crate) passes: Vec<(String, PassCounts)>,
}

/// Links the rows of one table with one another, or of two tables across.
///
/// A column that the settings name and a table lacks counts as blank: the caller checks [`TableSettings::columns`]
/// first. `read_date` reads a date from text. `trained` are the weights of an earlier run; without them, or if they are
/// of other comparisons, weights are learnt.
pub(crate) fn link_tables(
    tables: &[Table],
    settings: &TableSettings,
    decisions: &[PairDecision],
    trained: Option<&Model>,
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
) -> TableLinkOutput {
    let rows = ListColumns::new(tables, settings, read_date);
    let mut candidates = passes::blocking(&rows, settings).candidates(&rows);
    let weights = trained.and_then(|model| Weights::trained(&rows.pair_kinds(), model)).unwrap_or_else(|| {
        engine::learn(&rows, &engine::count_patterns(&candidates.patterns), &RandomPairs::new(&rows))
    });
    let likely = engine::best_first(&rows, &candidates, &weights, settings.review, None);
    candidates.patterns = Vec::new();
    let (links, cluster_of) = join(&rows, &likely, decisions, &weights, settings.accept);
    engine::count_links(&mut candidates, &links);
    let named = rows.comparisons.iter().map(|comparison| (comparison.name.as_str(), comparison.levels.names));
    let comparisons = named
        .chain([("relatives", &["missing", "possible"][..])])
        .map(|(name, levels)| (name.to_owned(), levels.iter().map(|level| (*level).to_owned()).collect()))
        .collect();
    TableLinkOutput { cluster_of, links, comparisons, model: weights.model(), passes: candidates.passes }
}

#[cfg(test)]
mod tests;
