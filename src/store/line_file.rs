//! Adds people's work to text files line by line. A line is on disk before the person gets an answer.
//!
//! Programs that write at the same time wait for each other: see [`wait_lock`](super::wait_lock).

use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

use super::atomic_file::write_text;
use super::disk;
use super::output_path::OutputPath;
use super::wait_lock::WaitLock;
use crate::error::{Error, Result};

/// Adds a line to a file that begins with `heading`; a missing file is made. Returns whether it was added: a file with
/// another beginning, or with lines that are no UTF-8 because another program saved it, is left as it is.
///
/// The end of a line that a power cut left is removed, unless `is_whole` says that only its line break is missing.
pub(crate) fn append_line(
    _lock: &WaitLock,
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
    let end = before.iter().rposition(|byte| *byte == b'\n').map_or(0, |place| place + 1);
    if !before.starts_with(heading.as_bytes()) || std::str::from_utf8(&before[..end]).is_err() {
        return Ok(false);
    }
    let mut file = disk::open(path, OpenOptions::new().read(true).write(true))?;
    let mut text = line.to_owned();
    if end < before.len() {
        if std::str::from_utf8(&before[end..]).is_ok_and(is_whole) {
            text.insert(0, '\n');
        } else {
            file.set_len(end as u64).map_err(io)?;
        }
    }
    let length = file.seek(SeekFrom::End(0)).map_err(io)?;
    let written = file.write_all(text.as_bytes()).and_then(|()| file.sync_data());
    if written.is_err() {
        // A part of the line would be completed by the next one, although its author was told that it is not there.
        let _ = file.set_len(length).and_then(|()| file.sync_data());
    }
    written.map_err(io)?;
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::wait_lock::wait_for_lock;

    fn text_of(path: &Path) -> String {
        std::fs::read_to_string(path).unwrap()
    }

    #[test]
    fn lines_are_added_and_the_rest_of_a_torn_one_is_removed() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.csv");
        let lock = wait_for_lock(&folder.path().join("work/lines.lock")).unwrap();
        let add = |line: &str| append_line(&lock, &path, "h\n", line, &|rest| rest == "whole").unwrap();
        assert!(add("1\n") && add("2\n"));
        assert_eq!(text_of(&path), "h\n1\n2\n");
        std::fs::write(&path, "h\n1\nto").unwrap();
        assert!(add("2\n"));
        assert_eq!(text_of(&path), "h\n1\n2\n");
        std::fs::write(&path, "h\nwhole").unwrap();
        assert!(add("2\n"));
        assert_eq!(text_of(&path), "h\nwhole\n2\n");
        std::fs::write(&path, b"h\nNo\xeblla\n").unwrap();
        assert!(!add("2\n"));
        assert_eq!(std::fs::read(&path).unwrap(), b"h\nNo\xeblla\n");
        std::fs::write(&path, b"h\nNo\xc3\xablla\nNo\xc3").unwrap();
        assert!(add("2\n"));
        assert_eq!(text_of(&path), "h\nNoëlla\n2\n");
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
        let lock = wait_for_lock(&folder.path().join("work/lines.lock")).unwrap();
        append_line(&lock, &path, "h\n", "1\n", &|_| false).unwrap();
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&path), mode(&folder.path().join("work"))), (0o600, 0o700));
    }
}
