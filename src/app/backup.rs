//! Backs a register up, restores an older generation, and reads a generation by its number.

use std::path::{Path, PathBuf};

use crate::backup::{self, BackupContents, RegisterPaths};
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::record::fold;
use crate::store::{self, Generation, OutputPath, Store};

use super::access::Access;
use super::current;

/// Backs up the raw folder, the sound generations, the log and the settings. No run can start meanwhile. `commune` is
/// the commune's name.
///
/// # Errors
/// `no-register`, `run-under-way`; those of [`backup::write`].
pub fn back_up(
    paths: &RegisterPaths,
    commune: &str,
    out: &OutputPath,
    now: &str,
    access: &Access,
) -> Result<BackupContents> {
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
        commune: commune.to_owned(),
        ..BackupContents::default()
    };
    backup::write(paths, &generations, contents, out)
}

/// Restores a backup into empty folders and returns its contents, with the name of its commune. `own_commune` is the
/// commune in the settings that are there already; `named` is the one that the user names. Where neither is the
/// commune of the backup, `confirm` decides: it returns the answer of the user, `None` if nobody can be asked.
///
/// # Errors
/// `restore-other-commune` for the backup of another commune, `restore-not-confirmed`; those of [`backup::restore`].
pub fn restore(
    path: &Path,
    paths: &RegisterPaths,
    own_commune: Option<&str>,
    named: Option<&str>,
    confirm: &dyn Fn(&BackupContents) -> Option<bool>,
) -> Result<BackupContents> {
    let (mut contents, settings) = backup::contents_and_settings(path)?;
    let of_settings = settings.and_then(|text| Config::parse(&text).ok()).map(|config| config.run.commune);
    // Settings that are restored are those of the backup: their commune counts.
    let commune = of_settings.unwrap_or_else(|| match contents.commune.as_str() {
        "" => Config::default().run.commune,
        commune => commune.to_owned(),
    });
    contents.commune = commune.clone();
    let is_same = |name: &str| fold(name) == fold(&commune);
    let other = |own: &str| {
        Error::new(ErrorCode::RestoreOtherCommune)
            .at(path)
            .with("commune", &commune)
            .with("value", &commune)
            .with("own", own)
    };
    match (named, own_commune) {
        (Some(named), _) if !is_same(named) => return Err(other(named)),
        (Some(_), _) => {}
        (None, Some(own)) if is_same(own) => {}
        (None, own) => match (confirm(&contents), own) {
            (Some(true), _) | (None, None) => {}
            (Some(false), _) => return Err(Error::new(ErrorCode::RestoreNotConfirmed).at(path)),
            (None, Some(own)) => return Err(other(own)),
        },
    }
    let restored = backup::restore(path, paths)?;
    Ok(BackupContents { commune, ..restored })
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
