//! Backs a register up, restores an older generation, and reads a generation by its number.

use std::path::{Path, PathBuf};

use crate::backup::{self, BackupContents, RegisterPaths};
use crate::error::Result;
use crate::store::{self, Generation, OutputPath, Store};

use super::access::Access;
use super::current;

/// Backs up the raw folder, the sound generations, the log and the settings. No run can start meanwhile.
///
/// # Errors
/// `no-register`, `run-under-way`; those of [`backup::write`].
pub fn back_up(paths: &RegisterPaths, out: &OutputPath, now: &str, access: &Access) -> Result<BackupContents> {
    let in_use = current(&paths.clean)?;
    let store = Store::open(&paths.clean)?;
    access.log(&store, "backup", &out.path().display().to_string(), 0)?;
    let _lock = store.lock()?;
    store::list_output_folder(&paths.clean, out.path());
    let sound_folder = |number: u64| store.generation(number).and_then(Generation::sound).ok().map(|found| found.dir);
    let generations: Vec<PathBuf> = store.generations()?.into_iter().filter_map(sound_folder).collect();
    let contents = BackupContents {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_owned(),
        generation: in_use.number,
        ..BackupContents::default()
    };
    backup::write(paths, &generations, contents, out)
}

/// Publishes an older generation again under a new number.
///
/// # Errors
/// `no-register`, `run-under-way`, `generation-unknown`; those of publishing.
pub fn restore_generation(clean: &Path, number: u64, now: String) -> Result<Generation> {
    current(clean)?;
    let store = Store::open(clean)?;
    let lock = store.lock()?;
    store.restore(&lock, number, now)
}

/// Returns the generation with this number without checking it, for `verify`.
///
/// # Errors
/// `no-register`, `generation-unknown`, `manifest-damaged`.
pub fn any_generation(clean: &Path, number: u64) -> Result<Generation> {
    current(clean)?;
    Store::open(clean)?.generation(number)
}

/// Returns the generation with this number, checked; without a number, the current one.
///
/// # Errors
/// `no-register`, `generation-unknown`, `table-damaged`.
pub fn generation(clean: &Path, number: Option<u64>) -> Result<Generation> {
    let in_use = current(clean)?;
    match number {
        Some(number) => Store::open(clean)?.generation(number)?.sound(),
        None => Ok(in_use),
    }
}
