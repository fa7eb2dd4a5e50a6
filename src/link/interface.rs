//! Defines what a caller gives to the linker beside the rows, and what linking returns.

use serde::{Deserialize, Serialize};

use super::candidates::PassCounts;
use super::contradiction::Contradiction;
use super::model::{Model, PairScore};

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
    /// Trained weights: the manifest of a generation, or a [`Model`] as JSON. Without it they are learnt from the rows.
    pub model: Option<std::path::PathBuf>,
}

impl Default for LinkSettings {
    fn default() -> Self {
        Self { accept: 0.7, review: 0.1, max_block: 30, model: None }
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

/// Whether the rows of a pair were linked, and if not, why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LinkOutcome {
    /// The two rows are in one cluster.
    Linked,
    /// The probability is below the threshold.
    TooWeak,
    /// The link would put two rows of one fiche in one cluster.
    OneFiche,
    /// The two clusters disagree: the mean weight of their pairs is negative.
    ClustersDisagree,
    /// Another row of the same fiche fits about as well and is another person.
    AnotherFits,
    /// Rows of the two clusters contradict each other.
    Contradicted(Contradiction),
    /// Names, date and company agree too little for the program to decide.
    ThinEvidence,
    /// A person decided that rows of the two clusters are two persons.
    DecidedApart,
}

impl LinkOutcome {
    /// The level of [`KEPT_APART`](super::contradiction::KEPT_APART), and the most bits that the pair may weigh: how
    /// often such pairs are one person after all (docs/accuracy.md, "Pairs that a rule keeps apart"). `None` if no rule
    /// kept the two clusters apart.
    pub(super) fn reason(self) -> Option<(u8, f64)> {
        match self {
            Self::OneFiche => Some((10, -6.0)),
            Self::ClustersDisagree => Some((11, -1.0)),
            Self::AnotherFits => Some((12, 0.25)),
            Self::Contradicted(contradiction) => Some((contradiction.level(), contradiction.most_weight_of_others())),
            _ => None,
        }
    }

    /// Whether a rule kept the two rows apart against their score.
    #[must_use]
    pub fn is_by_rule(self) -> bool {
        !matches!(self, Self::Linked | Self::TooWeak | Self::DecidedApart)
    }
}

/// A pair of rows with its score and outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// The lower row.
    pub a: u32,
    /// The higher row.
    pub b: u32,
    /// Levels, weights and their sum.
    pub score: PairScore,
    /// Whether the two were linked.
    pub outcome: LinkOutcome,
    /// What a person decided on these two rows.
    pub decision: Option<bool>,
    /// The blocking pass that found the pair first, as an index of [`LinkOutput::passes`]; `None` for a decision.
    pub found_by: Option<u8>,
}

/// The result of linking a commune's rows.
#[derive(Debug, Clone)]
pub struct LinkOutput {
    /// For each row the lowest row of its cluster.
    pub cluster_of: Vec<u32>,
    /// The pairs at or above the review threshold and those that a person decided, sorted by rows.
    pub links: Vec<Link>,
    /// The weights used.
    pub model: Model,
    /// Name and counts of each blocking pass, in order.
    pub passes: Vec<(String, PassCounts)>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::contradiction::KEPT_APART;

    #[test]
    fn each_rule_has_its_level() {
        for (outcome, name) in [
            (LinkOutcome::OneFiche, "one_fiche"),
            (LinkOutcome::ClustersDisagree, "other_rows_disagree"),
            (LinkOutcome::AnotherFits, "another_row_fits"),
            (LinkOutcome::Contradicted(Contradiction::Ages), "unlike_ages"),
        ] {
            assert_eq!(outcome.reason().map(|(level, _)| KEPT_APART.1[usize::from(level)]), Some(name));
        }
    }
}
