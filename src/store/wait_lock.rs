//! Lets several agents write at once: a lock file that a writer waits for. Also makes private folders and lists the
//! files in them.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::disk;
use crate::error::{Error, ErrorCode, Result};

/// The right to write, until it is dropped or the process ends.
#[derive(Debug)]
pub(crate) struct WaitLock {
    _file: File,
}

/// How long a writer waits. No writer of ours needs as long.
const LONGEST_WAIT: Duration = Duration::from_secs(60);

/// Waits until no other writer holds the lock file, and takes it. The folder is created, readable by its owner alone.
///
/// # Errors
/// `lock-held` after a minute; those of the file system. A file system without locks (some network drives) is no error.
pub(crate) fn wait_for_lock(path: &Path) -> Result<WaitLock> {
    wait_up_to(path, LONGEST_WAIT)
}

fn wait_up_to(path: &Path, longest: Duration) -> Result<WaitLock> {
    if let Some(folder) = path.parent() {
        disk::create_dir(folder)?;
    }
    disk::refuse_irregular(path)?;
    let file = disk::open(path, OpenOptions::new().write(true).create(true).truncate(false))?;
    let start = Instant::now();
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if start.elapsed() < longest => sleep(Duration::from_millis(5)),
            Err(TryLockError::WouldBlock) => return Err(Error::new(ErrorCode::LockHeld).at(path)),
            Err(TryLockError::Error(cause)) if cause.kind() != std::io::ErrorKind::Unsupported => {
                return Err(Error::io(path, &cause));
            }
            _ => return Ok(WaitLock { _file: file }),
        }
    }
}

/// Creates a folder and those above it, readable by their owner alone.
///
/// # Errors
/// Those of the file system.
pub(crate) fn create_private_folder(folder: &Path) -> Result<()> {
    disk::create_dir(folder)
}

/// Returns the files with this ending in a folder, sorted. A missing folder has none, and hidden files are left out.
///
/// # Errors
/// Those of the file system.
pub(crate) fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>> {
    let entries = match std::fs::read_dir(folder) {
        Err(cause) if cause.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        entries => entries.and_then(Iterator::collect::<std::io::Result<Vec<_>>>),
    };
    let entries = entries.map_err(|e| Error::io(folder, &e))?;
    let is_wanted = |path: &PathBuf| {
        let is_hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
        !is_hidden && path.extension().is_some_and(|own| own.eq_ignore_ascii_case(ending))
    };
    let mut paths: Vec<PathBuf> = entries.iter().map(std::fs::DirEntry::path).filter(is_wanted).collect();
    paths.sort();
    Ok(paths)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

    #[test]
    fn a_lock_that_another_program_keeps_is_an_error_after_a_while() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let held = wait_for_lock(&path).unwrap();
        let fault = wait_up_to(&path, Duration::from_millis(20)).unwrap_err();
        assert_eq!(fault.code, ErrorCode::LockHeld);
        assert!(fault.args.iter().any(|(name, at)| *name == "path" && at.contains("lock")), "{fault:?}");
        drop(held);
        wait_up_to(&path, Duration::ZERO).unwrap();
    }

    #[test]
    fn only_one_writer_holds_the_lock() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("work/lock");
        let (inside, most) = (AtomicU32::new(0), AtomicU32::new(0));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let _lock = wait_for_lock(&path).unwrap();
                        most.fetch_max(inside.fetch_add(1, Ordering::SeqCst) + 1, Ordering::SeqCst);
                        std::thread::yield_now();
                        inside.fetch_sub(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(most.load(Ordering::SeqCst), 1);
    }
}
