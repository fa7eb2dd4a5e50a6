//! Any table: the same engine on columns that a person names.
//!
//! The settings say what each column is ([`settings`]); what is compared and how ([`columns`]) and by what rows are
//! brought together ([`passes`]) follow from that and from how common the values are.

mod columns;
mod imagined;
mod passes;
mod settings;

use crate::record::{PartialDate, Table};

use super::brought::Known;
use super::levels::{Comparison, MOST_COMPARISONS, Pattern};
use super::model::{Model, Weights};
use super::{Link, PassCount, Ruling, engine};

use columns::Columns;

pub use settings::{ComparisonKind, ComparisonSettings, SettingProblem, TableSettings};

/// What linking tables found.
#[derive(Debug, Clone)]
pub struct TableLinked {
    /// For each row, numbered through the tables in order, the lowest row of its cluster.
    pub cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person ruled on, by rows.
    pub links: Vec<Link>,
    /// Name of each comparison and of its levels, in the order of a link's; level 0 is "missing". The last is not
    /// compared: it is what a pair loses because the two may be relatives.
    pub comparisons: Vec<(String, Vec<String>)>,
    /// The weights learnt.
    pub model: Model,
    /// What each blocking pass brought, in order.
    pub passes: Vec<(String, PassCount)>,
}

/// Rows of one or two tables.
struct TableRows<'t> {
    columns: &'t Columns,
    comparisons: Vec<Comparison>,
}

impl engine::Rows for TableRows<'_> {
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

    fn contradict(&self, _: Pattern) -> bool {
        false
    }

    fn are_two(&self, _: u32, _: u32) -> bool {
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
/// Columns that the settings name and a table does not have count as blank: whoever reads the tables refuses them first
/// ([`TableSettings::columns`]). `read_date` reads a date as text. `trained` are the weights of an earlier run; without
/// them, or if they are of other comparisons, they are learnt.
#[must_use]
pub fn link_tables(
    tables: &[Table],
    settings: &TableSettings,
    rulings: &[Ruling],
    trained: Option<&Model>,
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
) -> TableLinked {
    let columns = Columns::new(tables, settings, read_date);
    let comparisons = columns.comparisons();
    let rows = TableRows { columns: &columns, comparisons: comparisons.clone() };
    let blocking = passes::blocking(&columns, settings);
    let (mut candidates, _) = blocking.candidates(&rows, &Known::default());
    let weights = trained
        .and_then(|model| Weights::trained(&comparisons, model))
        .unwrap_or_else(|| engine::learn(&rows, &engine::count(&candidates.patterns), &engine::AllOver::new(&rows)));
    let likely = engine::best_first(&rows, &candidates, &weights, settings.review);
    candidates.patterns = Vec::new();
    let (links, cluster_of) = engine::join(&rows, &likely, rulings, &weights, settings.accept);
    engine::credit(&mut candidates, &links);
    let own = |text: &&str| (*text).to_owned();
    let mut named: Vec<(String, Vec<String>)> = comparisons
        .iter()
        .map(|comparison| (comparison.name.clone(), comparison.of.levels.iter().map(own).collect()))
        .collect();
    named.push(("relatives".to_owned(), vec!["missing".to_owned(), "possible".to_owned()]));
    TableLinked { cluster_of, links, comparisons: named, model: weights.model(), passes: candidates.passes }
}

#[cfg(test)]
mod tests;
