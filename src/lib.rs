//! From household census sheets and birth registers to a commune's population register, without losing a row.
//!
//! # Steps
//!
//! [`run::run`] calls them in this order; none knows another, they meet in the nouns of [`record`].
//!
//! 1. [`ingest`]: spreadsheets -> rows, the tables found by meaning.
//! 2. [`normalise`]: rows -> clean rows; never fails, never drops one.
//! 3. [`validate`]: clean rows -> rows fit for the register, or quarantine, with [`finding`]s.
//! 4. [`link`]: rows -> clusters, each one person.
//! 5. [`register`]: clusters and the last register -> persons and households with ids for life.
//! 6. [`report`]: the register -> counts, pages, aggregates.
//! 7. [`store`]: all of it on disk, in generations that are whole or not there.
//!
//! Beside them, `corrections` marks the findings in a copy of a person's own workbook, and [`review`] shows the pairs of
//! rows that a person is to judge.
//!
//! [`find`] looks a person up; [`changes`] says what one state of the register changes in another.
//! [`config`] gathers the settings, [`messages`] every sentence a person sees, [`error`] what stops a run,
//! [`evaluate`] a register against a made-up commune's truth, [`template`] the blank sheets that agents fill in,
//! [`synth`] a commune that never was, with its truth.

pub mod app;
pub mod backup;
pub mod changes;
pub mod config;
pub(crate) mod corrections;
pub mod error;
pub mod evaluate;
pub mod find;
pub mod finding;
pub mod ingest;
pub mod link;
pub mod messages;
pub mod normalise;
pub mod record;
pub mod recount;
pub mod register;
pub mod report;
pub mod review;
pub(crate) mod run;
mod spelling;
pub mod store;
pub mod synth;
pub mod template;
pub mod validate;
pub(crate) mod xlsx_patch;
