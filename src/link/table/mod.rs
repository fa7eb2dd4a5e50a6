//! Links the rows of any table by columns that the user names, with the same engine as a commune's rows.
//!
//! [`settings`] says what each column holds. [`columns`] compares the rows accordingly, and [`passes`] chooses the blocking
//! passes from how common the values are.

mod columns;
mod passes;
mod settings;
mod simulated_pairs;

use crate::record::{PartialDate, Table};

use super::candidates::PassCounts;
use super::comparison::{Comparison, MOST_COMPARISONS, Pattern};
use super::engine;
use super::input::PairDecision;
use super::join::join;
use super::linkable::Linkable;
use super::model::{Model, Weights};
use super::output::Link;
use super::sample::RandomPairs;

use columns::TableColumns;

pub use settings::{ComparisonKind, ComparisonSettings, SettingProblem, TableSettings};

/// The result of linking tables.
#[derive(Debug, Clone)]
pub struct TableLinkOutput {
    /// For each row the lowest row of its cluster; rows are numbered through the tables in order.
    pub cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person decided, sorted by rows.
    pub links: Vec<Link>,
    /// Name and level names of each comparison, in the order of a link's levels; level 0 is "missing". The last is not
    /// compared: it is what a pair loses because the two may be relatives.
    pub comparisons: Vec<(String, Vec<String>)>,
    /// The weights used.
    pub model: Model,
    /// Name and counts of each blocking pass, in order.
    pub passes: Vec<(String, PassCounts)>,
}

/// Rows of one or two tables.
struct TableRows<'t> {
    columns: &'t TableColumns,
    comparisons: Vec<Comparison>,
}

impl Linkable for TableRows<'_> {
    fn len(&self) -> usize {
        self.columns.n_rows
    }

    fn comparisons(&self) -> &[Comparison] {
        &self.comparisons
    }

    fn compare(&self, a: u32, b: u32) -> Pattern {
        self.columns.compare(a as usize, b as usize)
    }

    fn rarity(&self, a: u32, b: u32, pattern: Pattern) -> [f64; MOST_COMPARISONS] {
        self.columns.rarity(a as usize, b as usize, pattern)
    }

    fn contradicts(&self, _: Pattern) -> bool {
        false
    }

    fn must_not_link(&self, _: u32, _: u32) -> bool {
        false
    }

    fn group(&self, row: u32) -> Option<u32> {
        self.columns.group.get(row as usize).copied().filter(|group| *group != 0)
    }

    fn hash(&self, row: u32) -> u64 {
        self.columns.hash(row as usize)
    }
}

/// Links the rows of one table with one another, or of two tables across.
///
/// A column that the settings name and a table lacks counts as blank: the caller checks [`TableSettings::columns`] first.
/// `read_date` reads a date from text. `trained` are the weights of an earlier run; without them, or if they are of other
/// comparisons, weights are learnt.
#[must_use]
pub fn link_tables(
    tables: &[Table],
    settings: &TableSettings,
    decisions: &[PairDecision],
    trained: Option<&Model>,
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
) -> TableLinkOutput {
    let columns = TableColumns::new(tables, settings, read_date);
    let comparisons = columns.engine_comparisons();
    let rows = TableRows { columns: &columns, comparisons: comparisons.clone() };
    let blocking = passes::blocking(&columns, settings);
    let mut candidates = blocking.candidates(&rows);
    let weights = trained.and_then(|model| Weights::trained(&comparisons, model)).unwrap_or_else(|| {
        engine::learn(&rows, &engine::count_patterns(&candidates.patterns), &RandomPairs::new(&rows))
    });
    let likely = engine::best_first(&rows, &candidates, &weights, settings.review);
    candidates.patterns = Vec::new();
    let (links, cluster_of) = join(&rows, &likely, decisions, &weights, settings.accept);
    engine::count_links(&mut candidates, &links);
    let own = |text: &&str| (*text).to_owned();
    let mut named: Vec<(String, Vec<String>)> = comparisons
        .iter()
        .map(|comparison| (comparison.name.clone(), comparison.levels.names.iter().map(own).collect()))
        .collect();
    named.push(("relatives".to_owned(), vec!["missing".to_owned(), "possible".to_owned()]));
    TableLinkOutput { cluster_of, links, comparisons: named, model: weights.model(), passes: candidates.passes }
}

#[cfg(test)]
mod tests;
