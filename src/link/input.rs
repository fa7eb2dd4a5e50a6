//! What the caller of the linker gives beside the rows: settings and decisions.

use serde::{Deserialize, Serialize};

/// Thresholds and limits of the linker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct LinkSettings {
    /// Probability from which two rows are linked as one person.
    pub accept: f64,
    /// Probability from which a pair is reported for review.
    pub review: f64,
    /// Most rows in a block that is not divided.
    pub max_block: usize,
    /// A file of trained weights: the manifest of a generation, or a [`Model`](super::Model) as JSON. Without it the weights
    /// are learnt from the rows.
    pub model: Option<std::path::PathBuf>,
}

impl Default for LinkSettings {
    fn default() -> Self {
        Self { accept: 0.9, review: 0.1, max_block: 30, model: None }
    }
}

/// A person's decision on two rows: it outranks every score.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PairDecision {
    /// One row.
    pub a: u32,
    /// The other.
    pub b: u32,
    /// Whether they are one person.
    pub same: bool,
}
