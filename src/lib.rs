//! Makes a commune's population register from household census sheets and birth registers, without losing a row.
//!
//! # Steps
//!
//! [`run::run`] calls them in this order; no step calls another, and they share the types of [`record`].
//!
//! 1. [`ingest`]: spreadsheets -> rows, the tables found by meaning.
//! 2. [`normalise`]: rows -> clean rows; never fails on a row, never drops one.
//! 3. [`validate`]: clean rows -> rows fit for the register, or quarantine, with [`finding`]s.
//! 4. [`link`]: rows -> clusters, each one person.
//! 5. [`register`]: clusters and the last register -> persons and households with ids for life.
//! 6. [`report`]: the register -> counts, pages, aggregates.
//! 7. [`store`]: saves all of it on disk, in generations that are complete or absent.
//!
//! Beside them, `corrections` marks the findings in a copy of a person's own workbook, and [`review`] shows the pairs
//! of rows that a person is to judge.
//!
//! [`find`] looks persons up, and [`changes`] compares two states of the register.
//! [`config`] reads the settings, [`messages`] has every sentence a person sees, [`error`] says what stops a run,
//! [`evaluate`] scores a register against a truth, [`template`] makes the blank sheets that agents fill in,
//! and [`synth`] makes an invented commune with its truth.

pub mod app;
pub mod backup;
pub mod changes;
pub mod config;
pub(crate) mod corrections;
pub mod course;
pub mod error;
pub mod evaluate;
pub mod find;
pub mod finding;
pub mod ingest;
pub mod link;
pub mod messages;
pub mod normalise;
mod overlap;
pub mod parcel;
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
