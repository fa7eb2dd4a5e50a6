//! Remembers which files of tables had the hash that their manifest names, so that a program that answers many
//! questions hashes each file once. A file that was touched since is hashed again.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::SystemTime;

/// What changes when a file is written: its size and times.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct FileMark {
    n_bytes: u64,
    modified: Option<SystemTime>,
    /// Seconds and nanoseconds of the last change of content or name, which no program can set back; 0 where the system
    /// has none.
    changed: (i64, i64),
}

impl FileMark {
    fn of(file: &File) -> Option<Self> {
        let about = file.metadata().ok()?;
        #[cfg(unix)]
        let changed = {
            use std::os::unix::fs::MetadataExt;
            (about.ctime(), about.ctime_nsec())
        };
        #[cfg(not(unix))]
        let changed = (0, 0);
        Some(Self { n_bytes: about.len(), modified: about.modified().ok(), changed })
    }
}

/// The files, once a program asked for it: path, mark, hash.
static CHECKED: Mutex<Option<BTreeMap<PathBuf, (FileMark, String)>>> = Mutex::new(None);

fn checked() -> MutexGuard<'static, Option<BTreeMap<PathBuf, (FileMark, String)>>> {
    CHECKED.lock().unwrap_or_else(PoisonError::into_inner)
}

/// From now on this program hashes the file of a table once. It is for a program that runs for days and reads the same
/// register again and again; every other one hashes what it reads each time.
pub(crate) fn hash_files_once() {
    checked().get_or_insert_default();
}

/// Whether this file was hashed before with this result, and not touched since.
pub(super) fn was_checked(path: &Path, file: &File, sha256: &str) -> bool {
    let checked = checked();
    let Some((mark, hash)) = checked.as_ref().and_then(|files| files.get(path)) else { return false };
    hash == sha256 && FileMark::of(file).as_ref() == Some(mark)
}

/// Remembers the hash of a file, as it was before it was read.
pub(super) fn remember(path: &Path, file: &File, sha256: &str) {
    if let (Some(files), Some(mark)) = (checked().as_mut(), FileMark::of(file)) {
        files.insert(path.to_owned(), (mark, sha256.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_touched_is_hashed_again() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("persons.parquet");
        std::fs::write(&path, "one").unwrap();
        let open = || File::open(&path).unwrap();
        remember(&path, &open(), "a");
        assert!(!was_checked(&path, &open(), "a"), "nobody asked for it");
        hash_files_once();
        remember(&path, &open(), "a");
        assert!(was_checked(&path, &open(), "a"));
        assert!(!was_checked(&path, &open(), "b"), "another generation's file");
        std::thread::sleep(std::time::Duration::from_millis(20));
        std::fs::write(&path, "two").unwrap();
        assert!(!was_checked(&path, &open(), "a"));
        checked().take();
    }
}
