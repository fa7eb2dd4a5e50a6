//! Rows -> links -> clusters: which rows are of one person.
//!
//! Candidate pairs are found in several passes ([`block`]), compared level by level ([`levels`]), weighed by a model
//! learnt from them ([`model`]) and joined best first under constraints ([`cluster`]): that is the [`engine`]. Two sorts of
//! rows run on it: a commune's fiches and acts ([`commune`]), which are weighed first alone and then with the company
//! they keep, and the rows of any [`table`] whose columns a person names.
//! Knows no file; the same rows in the same order give the same links.

mod block;
mod brought;
mod cluster;
mod commune;
mod dates;
mod engine;
mod glance;
mod levels;
mod lookup;
mod model;
mod names;
mod similar;
pub mod table;
mod words;

use serde::{Deserialize, Serialize};

pub use block::PassCount;
pub use brought::Brought;
pub use cluster::LinkFate;
pub use commune::{COMPARISONS, is_of_a_commune, link, link_again};
pub use lookup::{Lookup, SAME_WORD};
pub use model::{LevelWeight, MOST_COMPARISONS, Model, Scored};

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
    /// A file of trained weights: a generation's manifest, or a model as [`Model`] is written. Without it they are learnt
    /// from the rows.
    pub model: Option<std::path::PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { accept: 0.9, review: 0.1, max_block: 30, model: None }
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
    /// The blocking pass that found it first, by its place in [`Linked::passes`]; `None` for a ruling.
    pub found_by: Option<u8>,
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
    /// What each blocking pass brought, in order.
    pub passes: Vec<(String, PassCount)>,
}
