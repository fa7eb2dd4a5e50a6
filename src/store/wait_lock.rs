//! A lock file that a writer waits for: two agents who write at once write one after the other.

use std::fs::{File, OpenOptions};
use std::path::Path;

use super::disk;
use crate::error::{Error, Result};

/// The right to write, until it is dropped or the process ends.
#[derive(Debug)]
pub(crate) struct WaitLock {
    _file: File,
}

/// Waits until no other writer holds the lock file, and takes it. The folder is created, readable by its owner alone.
///
/// # Errors
/// Those of the file system. A file system without locks (some network drives) is no error.
pub(crate) fn wait_for_lock(path: &Path) -> Result<WaitLock> {
    if let Some(folder) = path.parent() {
        disk::create_dir(folder)?;
    }
    disk::refuse_irregular(path)?;
    let file = disk::open(path, OpenOptions::new().write(true).create(true).truncate(false))?;
    match file.lock() {
        Err(cause) if cause.kind() != std::io::ErrorKind::Unsupported => Err(Error::io(path, &cause)),
        _ => Ok(WaitLock { _file: file }),
    }
}

/// Creates a folder and those above it, readable by their owner alone.
///
/// # Errors
/// Those of the file system.
pub(crate) fn create_private_folder(folder: &Path) -> Result<()> {
    disk::create_dir(folder)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU32, Ordering};

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
