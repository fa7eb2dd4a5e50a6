//! Links rows that are of one person: rows -> links -> clusters.
//!
//! 1. [`blocking`] finds candidate pairs in several passes; the [`prefilter`] rules most of them out.
//! 2. Each pair is compared level by level ([`mod@comparison`]; names, dates and other values in files of their own).
//! 3. The [`model`] gives each level a weight, learnt from the pairs themselves; the [`engine`] scores the pairs.
//! 4. [`join`] makes clusters of the best pairs, under constraints ([`cluster`]).
//!
//! Two kinds of rows use this engine. The rows of a [`commune`], its fiches and acts, are scored first alone and then
//! with the evidence of their households. The rows of any [`table`] are compared by the columns that the user names.
//! This module opens no file. The same rows in the same order give the same links.

mod assignment;
mod blocking;
mod candidates;
mod cluster;
mod commune;
mod comparison;
mod contradiction;
mod dates;
mod engine;
mod interface;
mod join;
mod key;
mod linkable;
mod model;
mod names;
mod prefilter;
mod sample;
pub mod table;
mod weights;

pub use candidates::PassCounts;
pub use commune::link;
pub(crate) use commune::{COMPARISONS, is_commune_model};
pub use contradiction::Contradiction;
pub(crate) use contradiction::KEPT_APART;
pub use interface::{Link, LinkOutcome, LinkOutput, LinkSettings, PairDecision};
pub use model::{LevelWeight, Model, PairScore};
