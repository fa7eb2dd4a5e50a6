//! Makes room for the folders of a restore that was cut off, where files were put into their places since. Nothing of a
//! person is overwritten or left behind.

use std::fs;
use std::path::{Path, PathBuf};

use super::{RegisterPaths, STAYS, temporary};
use crate::error::{Error, ErrorCode, Result};
use crate::store;

/// What commands leave in the folder of a register without a version, and no register needs.
const PASSING: [&str; 3] = ["cache", "work", ".output-folders"];

/// Makes room for the restored folders where a restore was cut off and files were put into the folders since: sheets go
/// into the restored raw folder.
///
/// # Errors
/// `restore-unfinished` for a file that the backup has with another content, and for a register that was begun since;
/// nothing is moved then.
pub(super) fn make_room(paths: &RegisterPaths) -> Result<()> {
    let unfinished = |path: &Path| Error::new(ErrorCode::RestoreUnfinished).at(path);
    if temporary(&paths.clean).is_dir() {
        for entry in fs::read_dir(&paths.clean).into_iter().flatten().flatten() {
            let name = entry.file_name();
            if !STAYS.iter().chain(&PASSING).any(|passing| name == *passing) {
                return Err(unfinished(&paths.clean));
            }
        }
        for name in PASSING.map(|name| paths.clean.join(name)) {
            let _ = if name.is_dir() { fs::remove_dir_all(&name) } else { fs::remove_file(&name) };
        }
    }
    let restored = temporary(&paths.raw);
    if !restored.is_dir() || !paths.raw.is_dir() {
        return Ok(());
    }
    if let Some(other) = first_conflict(&paths.raw, &restored)? {
        return Err(unfinished(&other));
    }
    move_into(&paths.raw, &restored)
}

/// The entries of a folder, sorted.
fn entries_of(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).map_err(|e| Error::io(folder, &e))?;
    let mut paths = entries
        .map(|entry| entry.map(|entry| entry.path()).map_err(|e| Error::io(folder, &e)))
        .collect::<Result<Vec<PathBuf>>>()?;
    paths.sort();
    Ok(paths)
}

/// Whether an entry is a folder itself, and no link to one.
fn is_own_dir(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|meta| meta.is_dir())
}

/// Whether an entry is a folder in which there is nothing but such folders.
pub(super) fn holds_folders_alone(path: &Path) -> bool {
    is_own_dir(path) && entries_of(path).is_ok_and(|entries| entries.iter().all(|entry| holds_folders_alone(entry)))
}

/// The first entry below `from` that is in `to` with another content.
fn first_conflict(from: &Path, to: &Path) -> Result<Option<PathBuf>> {
    for path in entries_of(from)? {
        let other = to.join(path.file_name().unwrap_or_default());
        let conflict = match fs::symlink_metadata(&other) {
            Err(_) => None,
            Ok(meta) if meta.is_dir() && is_own_dir(&path) => first_conflict(&path, &other)?,
            Ok(_) => {
                let read = |path: &Path| fs::read(path).map_err(|e| Error::io(path, &e));
                let is_file = |path: &Path| fs::symlink_metadata(path).is_ok_and(|meta| meta.is_file());
                let is_same = is_file(&path) && is_file(&other) && read(&path)? == read(&other)?;
                (!is_same).then_some(path)
            }
        };
        if conflict.is_some() {
            return Ok(conflict);
        }
    }
    Ok(None)
}

/// Moves every entry below `from` that is not in `to` there, and removes the others, which are the same.
fn move_into(from: &Path, to: &Path) -> Result<()> {
    for path in entries_of(from)? {
        let other = to.join(path.file_name().unwrap_or_default());
        if fs::symlink_metadata(&other).is_err() {
            store::retry_while_open(|| fs::rename(&path, &other)).map_err(|e| Error::io(&path, &e))?;
        } else if is_own_dir(&path) {
            move_into(&path, &other)?;
            fs::remove_dir(&path).map_err(|e| Error::io(&path, &e))?;
        } else {
            fs::remove_file(&path).map_err(|e| Error::io(&path, &e))?;
        }
    }
    Ok(())
}
