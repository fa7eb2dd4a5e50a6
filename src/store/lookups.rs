//! The log of look-ups: who looked at persons, when and why. Lines are only added; each has the hash of the line
//! before.
//!
//! `log/lookups.jsonl`, a JSON object a line. `before` is the SHA-256 of the line before it, as it stands in the file,
//! so that a line that was changed or removed is detected; the manifest of each generation keeps the number of lines
//! and the hash of the last, so that lines cut off at the end are detected too. A line that a power cut left unfinished
//! is ignored: no later line has its hash.

use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};

use serde::{Deserialize, Serialize};

use super::disk;
use super::generation::Store;
use super::manifest::LogHead;
use crate::error::{Error, ErrorCode, Result};

const FOLDER: &str = "log";
const FILE: &str = "lookups.jsonl";

/// One look at persons, or an export of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LookUp {
    /// Number of the line, from 1.
    pub n: u64,
    /// Day and hour.
    pub at: String,
    /// The name that the user gave.
    pub who: String,
    /// The user's account on the computer; "" in lines of older programs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub account: String,
    /// The command: `backup`, `decide`, `diff`, `export`, `find`, `review`, `run` or `show`.
    pub what: String,
    /// The query: the words, the identifier or the table.
    pub asked: String,
    /// How many persons or rows were shown.
    pub shown: u64,
    /// The purpose that the user gave; "" if none.
    pub why: String,
    /// SHA-256 of the line before; "" in the first.
    pub before: String,
}

/// The lines of the log and the first place where the log was changed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LookUps {
    /// The whole lines.
    pub lines: Vec<LookUp>,
    /// The last of them.
    pub head: LogHead,
    /// Line of the file, from 1, whose hash of the line before is wrong.
    pub broken: Option<u64>,
    /// SHA-256 of each whole line.
    seals: Vec<String>,
}

impl LookUps {
    /// Whether the log still has the lines that it had when a manifest was written.
    #[must_use]
    pub fn continues(&self, remembered: &LogHead) -> bool {
        remembered.n == 0 || self.seals.get(remembered.n as usize - 1) == Some(&remembered.sha256)
    }
}

impl Store {
    /// Adds a line with its number and the hash of the line before. It is on disk when this returns.
    ///
    /// # Errors
    /// Those of the file system: what can't be logged must not be shown.
    pub fn log_look_up(&self, mut line: LookUp) -> Result<()> {
        let folder = self.root().join(FOLDER);
        disk::create_dir(&folder)?;
        let path = folder.join(FILE);
        let fault = |e: &std::io::Error| Error::io(&path, e);
        let mut file = disk::open(&path, OpenOptions::new().read(true).append(true).create(true))?;
        // Simultaneous look-ups wait for each other.
        file.lock().map_err(|e| fault(&e))?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(|e| fault(&e))?;
        let so_far = read_lines(&text);
        line.n = so_far.head.n + 1;
        line.before = so_far.head.sha256;
        let mut bytes = if text.is_empty() || text.ends_with(b"\n") { Vec::new() } else { b"\n".to_vec() };
        bytes.extend(
            serde_json::to_vec(&line).map_err(|e| Error::new(ErrorCode::TableWrite).with("table", FILE).because(e))?,
        );
        bytes.push(b'\n');
        file.seek(SeekFrom::End(0)).map_err(|e| fault(&e))?;
        file.write_all(&bytes).and_then(|()| file.sync_all()).map_err(|e| fault(&e))?;
        if text.is_empty() {
            // The names of a new file and folder are on disk before the line counts as written.
            disk::sync_dir(&folder)?;
            disk::sync_dir(self.root())?;
        }
        Ok(())
    }

    /// Returns the log as it stands.
    ///
    /// # Errors
    /// Those of the file system; a log that was changed is no error, see [`LookUps::broken`].
    pub fn look_ups(&self) -> Result<LookUps> {
        let path = self.root().join(FOLDER).join(FILE);
        Ok(disk::read(&path)?.map(|text| read_lines(&text)).unwrap_or_default())
    }
}

/// Reads lines until a hash is wrong. An incomplete line was cut off by a power cut and is ignored, unless a
/// later line has its hash.
fn read_lines(text: &[u8]) -> LookUps {
    let mut log = LookUps::default();
    for (place, bytes) in (1..).zip(text.split_inclusive(|byte| *byte == b'\n')) {
        let whole = bytes.strip_suffix(b"\n").unwrap_or(bytes);
        let Ok(line) = serde_json::from_slice::<LookUp>(whole) else { continue };
        if line.n != log.head.n + 1 || line.before != log.head.sha256 {
            log.broken.get_or_insert(place);
        }
        log.head = LogHead { n: line.n, sha256: disk::sha256(whole) };
        log.seals.push(log.head.sha256.clone());
        log.lines.push(line);
    }
    log
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(asked: &str) -> LookUp {
        LookUp {
            n: 0,
            at: "2026-01-02T03:04:05+01:00".into(),
            who: "agent".into(),
            account: "ruth".into(),
            what: "find".into(),
            asked: asked.into(),
            shown: 2,
            why: "carte".into(),
            before: String::new(),
        }
    }

    fn store() -> (tempfile::TempDir, Store, std::path::PathBuf) {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        let path = folder.path().join(FOLDER).join(FILE);
        (folder, store, path)
    }

    #[test]
    fn lines_are_sealed_to_one_another_and_a_change_is_noticed() {
        let (_folder, store, path) = store();
        assert_eq!(store.look_ups().expect("none yet"), LookUps::default());
        for asked in ["a", "b", "c"] {
            store.log_look_up(line(asked)).expect("logged");
        }
        let log = store.look_ups().expect("read");
        assert_eq!((log.broken, log.head.n, log.lines.len()), (None, 3, 3));
        let text = std::fs::read_to_string(&path).expect("text");
        for (from, to) in [("\"asked\":\"b\"", "\"asked\":\"x\""), ("carte", "cartes")] {
            std::fs::write(&path, text.replacen(from, to, 1)).expect("written");
            assert!(store.look_ups().expect("read").broken.is_some(), "{to}");
        }
        let without_second: String =
            text.lines().enumerate().filter(|(n, _)| *n != 1).map(|(_, l)| format!("{l}\n")).collect();
        std::fs::write(&path, without_second).expect("written");
        assert!(store.look_ups().expect("read").broken.is_some());
        // The hashes stay right if lines at the end are removed: the manifest shows that they are missing.
        std::fs::write(&path, text.lines().take(2).map(|l| format!("{l}\n")).collect::<String>()).expect("written");
        let cut = store.look_ups().expect("read");
        assert!(cut.broken.is_none() && !cut.continues(&log.head) && log.continues(&cut.head));
    }

    #[test]
    fn a_line_cut_off_by_the_power_is_passed_over() {
        let (_folder, store, path) = store();
        store.log_look_up(line("a")).expect("logged");
        store.log_look_up(line("b")).expect("logged");
        let text = std::fs::read(&path).expect("text");
        for cut in 1..text.len() {
            std::fs::write(&path, &text[..cut]).expect("written");
            store.log_look_up(line("c")).expect("logged");
            let log = store.look_ups().expect("read");
            assert_eq!(log.broken, None, "cut at {cut}");
            assert_eq!(log.lines.last().map(|line| line.asked.as_str()), Some("c"));
        }
    }
}
