//! The commune's list of quartiers.

use serde::{Deserialize, Serialize};

/// Index of a quartier in the commune's list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuartierId(pub u16);

/// One quartier of the commune with its known spellings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quartier {
    /// The spelling used in the register.
    pub name: String,
    /// Other spellings and copying errors found in public lists.
    pub other_spellings: Vec<String>,
}
