//! The use cases of backups: saves a register to a file, restores one, puts an older generation into use; and opens a
//! generation by its number for other use cases.

use std::path::{Path, PathBuf};

use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

use crate::backup::{self, BackupContents, RegisterPaths};
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::record::fold;
use crate::store::{self, Generation, OutputPath, Store};

use super::access::Access;
use super::current;
use super::parcel_check::record_restoration;
use super::run::WORK_FOLDER;

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
    back_up_as(paths, commune, (out, &out.path().display().to_string()), now, access)
}

/// Backs up as [`back_up()`] does; `name` is what the log says of the file.
pub(super) fn back_up_as(
    paths: &RegisterPaths,
    commune: &str,
    (out, name): (&OutputPath, &str),
    now: &str,
    access: &Access,
) -> Result<BackupContents> {
    let in_use = current(&paths.clean)?;
    let store = Store::open(&paths.clean)?;
    access.log(&store, "backup", name, n_persons(&in_use))?;
    let _lock = store.lock()?;
    store::list_output_folder(&paths.clean, out.path());
    let sound_folder = |number: u64| store.generation(number).and_then(Generation::sound).ok().map(|found| found.dir);
    let mut generations: Vec<PathBuf> = store.generations()?.into_iter().filter_map(sound_folder).collect();
    // A run goes on from the persons of the newest version, as far as they are sound, here and where this is restored.
    let damaged = store.newest_damaged(&in_use).and_then(|damaged| damaged.generation);
    generations.extend(damaged.map(|generation| generation.dir));
    let contents = BackupContents {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        made_at: now.to_owned(),
        generation: in_use.number,
        commune: commune.to_owned(),
        ..BackupContents::default()
    };
    let written = backup::write(paths, &generations, contents, out)?;
    let last =
        LastBackup { at: now.to_owned(), path: out.path().display().to_string(), generation: written.generation };
    // The backup is there: a note of it that can't be written does not undo that.
    let folder = paths.clean.join(WORK_FOLDER);
    let note = serde_json::to_string(&last).unwrap_or_default();
    let _ = store::create_folder(&folder)
        .and_then(|()| store::write_text(&note, &OutputPath::own(&folder.join(LAST_BACKUP))));
    Ok(written)
}

/// Returns how many persons a version has.
fn n_persons(generation: &Generation) -> u64 {
    generation.manifest.tables.get("persons").map_or(0, |entry| entry.rows)
}

/// The file that names the last backup, in the folder of work.
const LAST_BACKUP: &str = "last-backup.json";

/// The last backup that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LastBackup {
    /// Its moment, RFC 3339.
    pub at: String,
    /// Its file.
    pub path: String,
    /// The generation in use at that moment.
    pub generation: u64,
}

impl LastBackup {
    /// Returns the whole days from the backup to a moment; 0 if the clock was set back meanwhile.
    #[must_use]
    pub fn days_until(&self, now: &str) -> u64 {
        let moment = |text: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text).ok();
        let days = moment(now).zip(moment(&self.at)).map_or(0, |(now, at)| now.signed_duration_since(at).num_days());
        days.try_into().unwrap_or(0)
    }
}

/// Returns the last backup of a register, as far as the register knows.
#[must_use]
pub fn last_backup(clean: &Path) -> Option<LastBackup> {
    let bytes = std::fs::read(clean.join(WORK_FOLDER).join(LAST_BACKUP)).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Returns what a backup holds, with the name of its commune. Its files are not read.
///
/// # Errors
/// `backup-not` if it is no backup, `backup-newer` if a newer program made it.
pub fn backup_contents(path: &Path) -> Result<BackupContents> {
    let (contents, settings) = backup::contents_and_settings(path)?;
    let of_settings = settings.and_then(|text| Config::parse(&text).ok()).map(|config| config.run.commune);
    // Settings that are restored are those of the backup: their commune counts.
    let commune = of_settings.unwrap_or_else(|| match contents.commune.as_str() {
        "" => Config::default().run.commune,
        commune => commune.to_owned(),
    });
    Ok(BackupContents { commune, ..contents })
}

/// Restores a backup into empty folders and returns its contents, with the name of its commune. `own_commune` is the
/// commune in the settings that are there already; `named` is the one that the user names. Where neither is the
/// commune of the backup, `confirm` decides: it returns the answer of the user, `None` if nobody can be asked. Who
/// restores is written to the log of look-ups, which is that of the backup, and to the journal of parcels, if there is
/// one; a course has no `access`.
///
/// # Errors
/// `restore-other-commune` for the backup of another commune, `restore-not-confirmed`; those of [`backup::restore`].
pub fn restore(
    path: &Path,
    paths: &RegisterPaths,
    own_commune: Option<&str>,
    named: Option<&str>,
    confirm: &dyn Fn(&BackupContents) -> Option<bool>,
    access: Option<&Access>,
) -> Result<BackupContents> {
    let contents = backup_contents(path)?;
    let commune = contents.commune.clone();
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
    let asked = format!("{} {}", contents.made_at, path.display());
    // The line is in the restored log before the folders get their names: a restore that was killed leaves it, too.
    let log = |restored: &Path| match access {
        Some(access) => {
            let store = Store::open(restored)?;
            let n = store.current().ok().flatten().map_or(0, |own| n_persons(&own));
            access.log(&store, "restore", &asked, n)?;
            record_restoration(restored, path, access)
        }
        None => Ok(()),
    };
    // What an earlier restore left says nothing of this one.
    let _ = std::fs::remove_file(backup::restored_settings(paths));
    let restored = backup::restore(path, paths, &log)?;
    use_restored_settings(paths)?;
    Ok(BackupContents { commune, ..restored })
}

/// Puts the settings of a backup in the place of those that were there, if those set nothing: the file that comes with
/// the program has the built-in values. Where both set the same, the one that was there stays alone.
fn use_restored_settings(paths: &RegisterPaths) -> Result<()> {
    let restored = backup::restored_settings(paths);
    if !restored.is_file() {
        return Ok(());
    }
    let read = |path: &Path| Config::read(Some(path)).ok();
    let (own, of_backup) = (read(&paths.config), read(&restored));
    if own.is_some() && own == of_backup {
        return std::fs::remove_file(&restored).map_err(|e| Error::io(&restored, &e));
    }
    if own == Some(Config::default()) && of_backup.is_some() {
        return store::retry_while_open(|| std::fs::rename(&restored, &paths.config))
            .map_err(|e| Error::io(&paths.config, &e));
    }
    Ok(())
}

/// Returns the settings of the backup that was restored last, if they are not those in use: the file beside them.
#[must_use]
pub fn settings_beside(paths: &RegisterPaths) -> Option<PathBuf> {
    Some(backup::restored_settings(paths)).filter(|path| path.is_file())
}

/// Publishes an older generation again under a new number.
///
/// # Errors
/// `no-register`, `run-under-way`, `generation-unknown`; those of publishing.
pub fn restore_generation(clean: &Path, number: u64, now: String, access: &Access) -> Result<Generation> {
    current(clean)?;
    let store = Store::open(clean)?;
    let lock = store.lock()?;
    let n = store.generation(number).map_or(0, |own| n_persons(&own));
    access.log(&store, "restore", &format!("generation {number}"), n)?;
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_days_since_a_backup_are_whole() {
        let last = LastBackup { at: "2026-05-01T10:00:00+01:00".into(), path: String::new(), generation: 1 };
        assert_eq!(last.days_until("2026-05-08T09:59:00+01:00"), 6);
        assert_eq!(last.days_until("2026-05-08T10:00:00+01:00"), 7);
        assert_eq!(last.days_until("2026-04-08T10:00:00+01:00"), 0);
        assert_eq!(last_backup(Path::new("/nowhere")), None);
    }
}
