//! Writes files outside the store in one step: a temporary file first, then a rename. A reader sees the old file or the
//! new one.
//!
//! The temporary file lies beside its target and is locked while it is written. One that is not locked was left by a
//! program that was killed: [`sweep_temporaries`] removes it.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;

use super::disk;
use super::generation::{Store, UNFINISHED};
use super::output_path::OutputPath;
use crate::error::{Error, ErrorCode, Result};

/// Start of the name of every temporary file.
pub(crate) const TEMPORARY: &str = ".bato-";
/// The list of folders outside the register into which files were written, in the folder of the register.
const FOLDERS: &str = ".output-folders";

/// Most folders in the list: the oldest one that can't be looked into is then dropped.
const MOST_FOLDERS: usize = 64;

/// Creates a folder and the folders above it.
pub(crate) fn create_folder(folder: &Path) -> Result<()> {
    fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))
}

/// Replaces a file by these bytes. On failure the old file stays.
pub(crate) fn replace_file(path: &OutputPath, bytes: &[u8]) -> Result<()> {
    write_in_one_step(path, |out| out.write_all(bytes).map_err(|e| output_error(path.path(), &e)))
}

/// Writes a text to a file that its owner alone can read, in one step.
pub(crate) fn write_text(text: &str, path: &OutputPath) -> Result<()> {
    replace_file(path, text.as_bytes())
}

/// Removes a file, so that it does not come back after a power cut. A missing file is no error.
pub(crate) fn remove_file(path: &Path) -> Result<()> {
    disk::remove_file(path)?;
    disk::sync_dir(folder_of(path))
}

/// Creates a locked temporary file in a folder. It is deleted unless the caller persists it.
pub(crate) fn temporary_in(folder: &Path) -> Result<NamedTempFile> {
    sweep_folder(folder);
    let _guard = guard();
    let file = tempfile::Builder::new().prefix(TEMPORARY).tempfile_in(folder).map_err(|e| Error::io(folder, &e))?;
    // A file system without locks (some network drives) is no reason not to write.
    let _ = file.as_file().try_lock();
    Ok(file)
}

/// A folder that is written beside its place. It is locked while it is written, and removed unless it gets its place.
pub(crate) struct TemporaryFolder {
    // Closed before the folder is removed: Windows removes no open file.
    _lock: fs::File,
    beside: tempfile::TempDir,
    content: PathBuf,
}

impl TemporaryFolder {
    /// Creates a folder beside `place`.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn beside(place: &Path) -> Result<Self> {
        let folder = folder_of(place);
        sweep_folder(folder);
        let failed = |e: &io::Error| Error::io(folder, e);
        let _guard = guard();
        let beside = tempfile::Builder::new().prefix(TEMPORARY).tempdir_in(folder).map_err(|e| failed(&e))?;
        let mut lock = disk::create(&beside.path().join(disk::FOLDER_LOCK))?;
        let _ = lock.try_lock();
        // A lock file without bytes counts as just created, and its folder would stay for some seconds.
        lock.write_all(b"\n").map_err(|e| failed(&e))?;
        let content = beside.path().join("new");
        disk::create_dir(&content)?;
        Ok(Self { _lock: lock, beside, content })
    }

    /// The folder to write into.
    pub(crate) fn path(&self) -> &Path {
        &self.content
    }

    /// Gives the folder its place. A folder that has the place is removed.
    ///
    /// # Errors
    /// Those of the file system. The other folder then keeps its place.
    pub(crate) fn persist(self, place: &Path) -> Result<()> {
        let old = self.beside.path().join("old");
        let has_other = place.exists();
        if has_other {
            disk::rename(place, &old)?;
        }
        disk::rename(&self.content, place).inspect_err(|_| {
            if has_other {
                let _ = disk::rename(&old, place);
            }
        })?;
        disk::sync_dir(folder_of(place))
    }
}

/// Lets this program open a temporary file a second time, to read it: on Windows nobody can read a locked file. No
/// other program removes it. On other systems a lock hinders no reader.
pub(crate) fn allow_reading(file: &NamedTempFile) {
    if cfg!(windows) {
        let _guard = guard();
        let _ = file.as_file().unlock();
        let _ = file.as_file().try_lock_shared();
    }
}

/// Held while a temporary file is created and locked, and while stale ones are looked for: another thread must not take
/// a file that is not locked yet for a stale one.
fn guard() -> MutexGuard<'static, ()> {
    static GUARD: Mutex<()> = Mutex::new(());
    GUARD.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Writes a temporary file in the folder of `path`. It is deleted unless the caller persists it.
pub(crate) fn write_beside(path: &Path, bytes: &[u8]) -> Result<NamedTempFile> {
    let mut file = temporary_in(folder_of(path))?;
    file.write_all(bytes).map_err(|e| Error::io(path, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    Ok(file)
}

/// Writes a file that its owner alone can read, in one step. On failure the old file stays. Returns the result of
/// `write`.
pub(super) fn write_in_one_step<T>(output: &OutputPath, write: impl FnOnce(&mut dyn Write) -> Result<T>) -> Result<T> {
    let path = output.path();
    let mut file = temporary_in(folder_of(path))?;
    let mut out = BufWriter::new(file.as_file_mut());
    let result = write(&mut out)?;
    out.flush().map_err(|e| output_error(path, &e))?;
    drop(out);
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    persist(file, output)?;
    Ok(result)
}

/// Gives a flushed temporary file its name. A file of another kind is not replaced.
pub(crate) fn persist(file: NamedTempFile, output: &OutputPath) -> Result<()> {
    output.check_kind(file.as_file())?;
    persist_at(file, output.path()).map_err(|e| Error::io(output.path(), &disk::hindrance(output.path(), e)))?;
    disk::sync_dir(folder_of(output.path()))
}

/// Gives a temporary file its name, in place of a file that has it.
fn persist_at(file: NamedTempFile, path: &Path) -> io::Result<()> {
    let mut file = Some(file);
    disk::retry_while_open(|| {
        let Some(unnamed) = file.take() else { return Ok(()) };
        unnamed.persist(path).map(drop).map_err(|failed| {
            file = Some(failed.file);
            failed.error
        })
    })
}

/// Lists the folder of an output in the register, so that a later command can remove a temporary file that a killed
/// program left there.
pub(crate) fn list_output_folder(register: &Path, output: &Path) {
    let Ok(folder) = folder_of(output).canonicalize() else { return };
    let list = register.join(FOLDERS);
    let mut folders = listed_folders(&list);
    let folder = ListedFolder { id: folder_id(&folder), path: folder };
    if register.is_dir() && !folders.contains(&folder) {
        folders.push(folder);
        let n_more = folders.len().saturating_sub(MOST_FOLDERS);
        folders.drain(..n_more);
        write_list(&list, &folders);
    }
}

/// Removes the temporary files that killed programs left in the register, in `folders` and in the folders of outputs.
pub(crate) fn sweep_temporaries(register: &Path, folders: &[PathBuf]) {
    let list = register.join(FOLDERS);
    let listed = listed_folders(&list);
    let own = ["", "reports", "releases", "parcels", "parcels/sent"].map(|name| register.join(name));
    for folder in own.iter().chain(folders) {
        sweep_folder(folder);
    }
    sweep_unfinished(register);
    // The mount point of a stick that is not plugged in is an empty folder at the same path: the stick is looked into
    // when it is back.
    let is_clean = |folder: &ListedFolder| {
        let is_it = folder.id.is_empty() || folder.id == folder_id(&folder.path);
        sweep_folder(&folder.path) && is_it
    };
    let in_use: Vec<ListedFolder> = listed.iter().filter(|folder| !is_clean(folder)).cloned().collect();
    if in_use != listed {
        write_list(&list, &in_use);
    }
}

/// Removes what a killed run left in the register, unless a run is under way.
fn sweep_unfinished(register: &Path) {
    let unfinished: Vec<PathBuf> = ["generations", "cache"]
        .iter()
        .flat_map(|folder| fs::read_dir(register.join(folder)).into_iter().flatten().flatten())
        .filter(|entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED))
        .map(|entry| entry.path())
        .collect();
    // The lock is taken only if there is something to remove: a run that begins at this moment is not refused.
    if unfinished.is_empty() {
        return;
    }
    let Ok(_lock) = Store::open(register).and_then(|store| store.lock()) else { return };
    for path in unfinished {
        let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
}

/// Removes the temporary files in a folder that no program is writing. Returns whether none is left.
pub(super) fn sweep_folder(folder: &Path) -> bool {
    let _guard = guard();
    let mut is_clean = true;
    // A USB stick that is not plugged in now is looked into later.
    let Ok(entries) = fs::read_dir(folder) else { return false };
    for entry in entries.flatten() {
        if is_temporary(&entry.file_name().to_string_lossy()) {
            is_clean &= remove_if_stale(&entry.path());
        }
    }
    is_clean
}

/// Whether a name is one that `tempfile` gives: the beginning and six letters or digits.
fn is_temporary(name: &str) -> bool {
    let rest = name.strip_prefix(TEMPORARY);
    rest.is_some_and(|rest| rest.len() == 6 && rest.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

/// Removes a temporary file, or a folder with its lock file, that no program has locked.
fn remove_if_stale(path: &Path) -> bool {
    let is_folder = path.is_dir();
    let locked = if is_folder { path.join(disk::FOLDER_LOCK) } else { path.to_owned() };
    let Ok(file) = disk::open_regular(&locked) else { return false };
    // A file is created before it is locked; one without bytes may be that young. One from the future is young too: the
    // clock may have been set back since.
    let is_new = file.metadata().is_ok_and(|meta| {
        meta.len() == 0 && meta.modified().is_ok_and(|at| at.elapsed().map_or(true, |age| age.as_secs() < 5))
    });
    if is_new || file.try_lock().is_err() {
        return false;
    }
    if is_folder { fs::remove_dir_all(path).is_ok() } else { fs::remove_file(path).is_ok() }
}

/// A folder into which a file was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct ListedFolder {
    path: PathBuf,
    /// What tells the folder from another one at its path, see [`folder_id`].
    id: String,
}

/// Returns what tells a folder from another one at the same path: the numbers of its file system and of the folder; ""
/// where they are not known. On Windows a stick that is not plugged in leaves no folder.
fn folder_id(folder: &Path) -> String {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        fs::metadata(folder).map(|meta| format!("{}:{}", meta.dev(), meta.ino())).unwrap_or_default()
    }
    #[cfg(not(unix))]
    {
        let _ = folder;
        String::new()
    }
}

/// Reads the list. That of an older program has the paths alone.
fn listed_folders(list: &Path) -> Vec<ListedFolder> {
    let bytes = disk::read(list).ok().flatten().unwrap_or_default();
    let paths_alone = || {
        let paths: Vec<PathBuf> = serde_json::from_slice(&bytes).unwrap_or_default();
        paths.into_iter().map(|path| ListedFolder { path, id: String::new() }).collect()
    };
    serde_json::from_slice(&bytes).unwrap_or_else(|_| paths_alone())
}

/// Failing to write the list costs no data: a temporary file may stay until the next output into its folder.
fn write_list(list: &Path, folders: &[ListedFolder]) {
    if let Ok(bytes) = serde_json::to_vec(folders)
        && let Ok(file) = write_beside(list, &bytes)
    {
        let _ = file.persist(list);
    }
}

/// Returns the error of a failed write: `output-closed` if the reader of a pipe is gone, else the disk's error.
pub(super) fn output_error(path: &Path, cause: &io::Error) -> Error {
    if cause.kind() == io::ErrorKind::BrokenPipe {
        Error::new(ErrorCode::OutputClosed).at(path)
    } else {
        Error::io(path, cause)
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_temporary_file_goes_once_no_program_writes_it() {
        let dir = tempfile::tempdir().unwrap();
        let register = dir.path().join("clean");
        fs::create_dir(&register).unwrap();
        let out = dir.path().join("out");
        fs::create_dir(&out).unwrap();
        list_output_folder(&register, &out.join("x.csv"));
        let mut file = temporary_in(&out).unwrap();
        file.write_all(b"MBALA").unwrap();
        let path = file.path().to_owned();
        sweep_temporaries(&register, &[]);
        assert!(path.exists(), "it is being written");
        let (held, kept) = file.keep().unwrap();
        drop(held);
        sweep_temporaries(&register, &[]);
        assert!(!kept.exists());
        assert_eq!(listed_folders(&register.join(FOLDERS)), []);
        // A stick that is not plugged in when the next command runs.
        list_output_folder(&register, &out.join("x.csv"));
        let (held, kept) = temporary_in(&out).unwrap().keep().unwrap();
        (&held).write_all(b"MBALA").unwrap();
        drop(held);
        let away = dir.path().join("away");
        fs::rename(&out, &away).unwrap();
        sweep_temporaries(&register, &[]);
        fs::rename(&away, &out).unwrap();
        sweep_temporaries(&register, &[]);
        assert!(!kept.exists());
    }

    #[cfg(unix)]
    #[test]
    fn a_stick_is_looked_into_when_it_is_back_although_its_mount_point_was_empty() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        for name in ["clean", "stick"] {
            fs::create_dir(at(name)).unwrap();
        }
        list_output_folder(&at("clean"), &at("stick/x.zip"));
        let (held, kept) = temporary_in(&at("stick")).unwrap().keep().unwrap();
        (&held).write_all(b"MBALA").unwrap();
        drop(held);
        fs::rename(at("stick"), at("unplugged")).unwrap();
        fs::create_dir(at("stick")).unwrap();
        sweep_temporaries(&at("clean"), &[]);
        fs::remove_dir(at("stick")).unwrap();
        fs::rename(at("unplugged"), at("stick")).unwrap();
        sweep_temporaries(&at("clean"), &[]);
        assert!(!kept.exists());
        assert_eq!(listed_folders(&at("clean").join(FOLDERS)), []);
        // The list of an older program.
        fs::write(at("clean").join(FOLDERS), format!("[{:?}]", at("stick"))).unwrap();
        assert_eq!(listed_folders(&at("clean").join(FOLDERS))[0].path, at("stick"));
    }

    #[test]
    fn a_file_created_and_not_yet_locked_stays_whatever_the_clock_says() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join(".bato-abc123");
        let set_age = |seconds: i64| {
            let file = fs::File::create(&path).unwrap();
            let age = std::time::Duration::from_secs(seconds.unsigned_abs());
            let now = std::time::SystemTime::now();
            file.set_modified(if seconds < 0 { now + age } else { now - age }).unwrap();
        };
        for (seconds, stays) in [(0, true), (-3600, true), (3600, false)] {
            set_age(seconds);
            sweep_folder(dir.path());
            assert_eq!(path.exists(), stays, "created {seconds} s ago");
        }
    }
}
