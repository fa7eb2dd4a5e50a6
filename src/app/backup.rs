//! A register kept in one file and put back; an older generation made the one in use again.

use std::path::{Path, PathBuf};

use crate::backup::{self, Contents, Places};
use crate::error::Result;
use crate::store::{Generation, Store};

use super::access::Access;
use super::current;

/// Keeps raw folder, sound generations, log and settings in one file. No run goes on meanwhile.
///
/// # Errors
/// `no-register`, `run-under-way`; those of [`backup::write`].
pub fn back_up(places: &Places, out: &Path, now: &str, access: &Access) -> Result<Contents> {
    let in_use = current(&places.clean)?;
    let store = Store::open(&places.clean)?;
    access.log(&store, "backup", &out.display().to_string(), 0)?;
    let _lock = store.lock()?;
    let sound = |number: u64| store.generation(number).and_then(Generation::sound).ok().map(|found| found.dir);
    let generations: Vec<PathBuf> = store.generations()?.into_iter().filter_map(sound).collect();
    let made = Contents {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_owned(),
        generation: in_use.number,
        ..Contents::default()
    };
    backup::write(places, &generations, made, out)
}

/// Publishes an older generation again, under a new number.
///
/// # Errors
/// `no-register`, `run-under-way`, `generation-unknown`; those of publishing.
pub fn restore_generation(clean: &Path, number: u64, now: String) -> Result<Generation> {
    current(clean)?;
    let store = Store::open(clean)?;
    let lock = store.lock()?;
    store.restore(&lock, number, now)
}

/// A generation by its number, sound or not: for `verify`.
///
/// # Errors
/// `no-register`, `generation-unknown`, `manifest-damaged`.
pub fn any_generation(clean: &Path, number: u64) -> Result<Generation> {
    current(clean)?;
    Store::open(clean)?.generation(number)
}

/// A generation of a register by its number, whole; the one in use where none is given.
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
