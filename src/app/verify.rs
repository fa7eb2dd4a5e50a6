//! Reads the input files of a generation again, for `bato verify --full`. `run/reading_check.rs` does the work.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::run::{self, ReadingCheck};
use crate::store::Generation;

/// Reads the files of a generation again, without the cache, and compares them with the register and with the cache.
/// `worker` is the program that reads workbooks.
///
/// # Errors
/// Those of the store and of the reference tables.
pub fn check_reading(generation: &Generation, raw: &Path, worker: Option<PathBuf>) -> Result<ReadingCheck> {
    run::check_reading(generation, raw, worker)
}
