//! Text files to which people's work is added line by line. A line is on disk before the person gets an answer.
//!
//! Programs that write at the same time wait for each other, by a lock in the folder of the register.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::atomic_file::write_text;
use super::disk;
use super::output_path::OutputPath;
use crate::error::{Error, ErrorCode, Result};

/// The folder of unfinished work in the folder of the register. Backups and releases leave it out.
pub(crate) const WORK: &str = "work";
/// How often a lock is tried, and the pause between.
const TRIES: u32 = 400;
const PAUSE: Duration = Duration::from_millis(25);

/// The right to add lines to the files of one kind of work, until it is dropped or the process ends.
#[derive(Debug)]
pub(crate) struct WorkLock {
    _file: File,
}

impl WorkLock {
    /// Waits for the lock of a kind of work. `root` is the folder of the register.
    ///
    /// # Errors
    /// `in-use` if another program holds it for longer than ten seconds; those of the file system.
    pub(crate) fn wait(root: &Path, name: &str) -> Result<Self> {
        let path = work_folder(root)?.join(format!("{name}.lock"));
        disk::refuse_irregular(&path)?;
        let file = disk::open(&path, OpenOptions::new().write(true).create(true).truncate(false))?;
        for _ in 0..TRIES {
            match file.try_lock() {
                Ok(()) => return Ok(Self { _file: file }),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PAUSE),
                // A file system without locks (some network drives) is no reason not to write.
                Err(TryLockError::Error(_)) => return Ok(Self { _file: file }),
            }
        }
        Err(Error::new(ErrorCode::InUse).at(&path))
    }
}

/// The folder of unfinished work of a register. It is made if it is missing, readable by its owner alone.
///
/// # Errors
/// Those of the file system.
pub(crate) fn work_folder(root: &Path) -> Result<PathBuf> {
    let folder = root.join(WORK);
    disk::create_dir(&folder)?;
    Ok(folder)
}

/// Adds a line to a file that begins with `heading`; a missing file is made. Returns whether it was added: a file with
/// another beginning is left as it is.
///
/// The end of a line that a power cut left is removed, unless `is_whole` says that only its line break is missing.
pub(crate) fn append_line(
    _lock: &WorkLock,
    path: &Path,
    heading: &str,
    line: &str,
    is_whole: &dyn Fn(&str) -> bool,
) -> Result<bool> {
    let io = |e: std::io::Error| Error::io(path, &e);
    let Some(before) = disk::read(path)?.filter(|before| !before.is_empty()) else {
        write_text(&format!("{heading}{line}"), &OutputPath::own(path))?;
        return Ok(true);
    };
    if !before.starts_with(heading.as_bytes()) {
        return Ok(false);
    }
    let end = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    let mut file = disk::open(path, OpenOptions::new().read(true).write(true))?;
    let mut text = line.to_owned();
    if end < before.len() {
        if std::str::from_utf8(&before[end..]).is_ok_and(is_whole) {
            text.insert(0, '\n');
        } else {
            file.set_len(end as u64).map_err(io)?;
        }
    }
    file.seek(SeekFrom::End(0)).map_err(io)?;
    file.write_all(text.as_bytes()).and_then(|()| file.sync_data()).map_err(io)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn lines_are_added_and_the_rest_of_a_torn_one_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let lock = WorkLock::wait(folder.path(), "lines").unwrap();
        let add = |line: &str| append_line(&lock, &path, "h\n", line, &|rest| rest == "whole").unwrap();
        assert!(add("1\n") && add("2\n"));
        assert_eq!(text_of(&path), "h\n1\n2\n");
        std::fs::write(&path, "h\n1\nto").unwrap();
        assert!(add("2\n"));
        assert_eq!(text_of(&path), "h\n1\n2\n");
        std::fs::write(&path, "h\nwhole").unwrap();
        assert!(add("2\n"));
        assert_eq!(text_of(&path), "h\nwhole\n2\n");
        std::fs::write(&path, "other\n").unwrap();
        assert!(!add("2\n"));
        assert_eq!(text_of(&path), "other\n");
        std::fs::write(&path, "").unwrap();
        assert!(add("1\n"));
        assert_eq!(text_of(&path), "h\n1\n");
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_read_the_lines() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let lock = WorkLock::wait(folder.path(), "lines").unwrap();
        append_line(&lock, &path, "h\n", "1\n", &|_| false).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&folder.path().join(WORK))), (0o600, 0o700));
    }
}
