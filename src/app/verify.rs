//! Reads the input files of a generation again (`run/reading_check.rs` does the work) and checks the other generations,
//! for `bato verify --full`.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::messages::{Fact, Messages};
use crate::run::{self, ReadingCheck};
use crate::store::{Generation, Store, VerifyCheck, verify_other_generations};

/// Reads the files of a generation again, without the cache, and compares them with the register and with the cache.
/// `worker` is the program that reads workbooks.
///
/// # Errors
/// Those of the store and of the reference tables.
pub fn check_reading(generation: &Generation, raw: &Path, worker: Option<PathBuf>) -> Result<ReadingCheck> {
    run::check_reading(generation, raw, worker)
}

/// Checks the files of all generations but this one. `None` if there is no other.
///
/// # Errors
/// Those of the file system; damage is a failed check.
pub fn check_other_generations(clean: &Path, generation: &Generation) -> Result<Option<VerifyCheck>> {
    verify_other_generations(&Store::open(clean)?, generation)
}

/// Returns what a check found, in a sentence.
#[must_use]
pub fn check_sentence(check: &VerifyCheck, messages: &Messages) -> String {
    let fact = |value: &'_ String| value.parse().map_or_else(|_| Fact::Text(value.clone().into()), Fact::Count);
    let facts: Vec<_> = check.facts.iter().map(|(name, value)| (*name, fact(value))).collect();
    messages.say(&check.message(), &facts)
}
