//! The ledger of releases: what was shown to others, and when. It lies in the folder of the register, goes into
//! backups, and a restore does not remove it.
//!
//! `releases/ledger.jsonl`, a JSON object a line; lines are only added, and each has the hash of the line before.
//! `releases/0003.csv` holds the figures of release 3 as they were shown; `releases/state.json` what the last release
//! counted of each person and act, as numbers without names.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::atomic_file::replace_file;
use super::disk;
use super::generation::{RunLock, Store};
use super::output_path::OutputPath;
use crate::error::{Error, ErrorCode, Result};

/// The folder of the ledger, in the folder of the register.
pub(crate) const LEDGER_FOLDER: &str = "releases";
const LEDGER: &str = "ledger.jsonl";
const STATE: &str = "state.json";

/// A release that was made.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ReleaseEntry {
    /// Its number, from 1.
    pub number: u64,
    /// Its period, e.g. `2018-T4`.
    pub period: String,
    /// The name of its folder.
    pub folder: String,
    /// When it was made, RFC 3339.
    pub made_at: String,
    /// The generation that it was made from.
    pub generation: u64,
    /// Version of the program.
    pub program: String,
    /// Persons or acts that had changed since the release before; `None` in the first.
    pub changes: Option<u64>,
    /// SHA-256 of its figures (`aggregates.csv`).
    pub sha256: String,
    /// SHA-256 of the line before; "" in the first.
    pub before: String,
}

impl Store {
    fn ledger_path(&self, name: &str) -> PathBuf {
        self.root().join(LEDGER_FOLDER).join(name)
    }

    /// Returns the releases made so far, the first one first.
    ///
    /// # Errors
    /// `ledger-damaged` if a line is broken or missing, or if the state of the last release is.
    pub fn releases(&self) -> Result<Vec<ReleaseEntry>> {
        let path = self.ledger_path(LEDGER);
        let Some(bytes) = disk::read(&path)? else { return Ok(Vec::new()) };
        let (mut entries, mut before) = (Vec::new(), String::new());
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let entry: Option<ReleaseEntry> = serde_json::from_slice(line).ok();
            let entry = entry.filter(|entry| entry.before == before);
            entries.push(entry.ok_or_else(|| Error::new(ErrorCode::LedgerDamaged).at(&path))?);
            before = disk::sha256(line);
        }
        Ok(entries)
    }

    /// Returns what the last release counted; `None` before the first.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn released_state(&self) -> Result<Option<Vec<u8>>> {
        disk::read(&self.ledger_path(STATE))
    }

    /// Returns the figures of a release as they were shown; `None` if they are not there.
    #[must_use]
    pub fn released_figures(&self, number: u64) -> Option<Vec<u8>> {
        disk::read(&self.ledger_path(&format!("{number:04}.csv"))).ok().flatten()
    }

    /// Adds a release with its figures and its state. It is on disk when this returns.
    ///
    /// # Errors
    /// `ledger-damaged`; those of the file system.
    pub(crate) fn add_release(
        &self,
        _lock: &RunLock,
        mut entry: ReleaseEntry,
        figures: &[u8],
        state: &[u8],
    ) -> Result<()> {
        let path = self.ledger_path(LEDGER);
        self.releases()?;
        disk::create_dir(&self.root().join(LEDGER_FOLDER))?;
        let mut text = disk::read(&path)?.unwrap_or_default();
        let last = text.split(|byte| *byte == b'\n').rfind(|line| !line.is_empty());
        entry.before = last.map(disk::sha256).unwrap_or_default();
        entry.sha256 = disk::sha256(figures);
        let line = serde_json::to_vec(&entry).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
        text.extend(line);
        text.push(b'\n');
        let write = |name: &str, bytes: &[u8]| replace_file(&OutputPath::own(&self.ledger_path(name)), bytes);
        write(&format!("{:04}.csv", entry.number), figures)?;
        write(STATE, state)?;
        write(LEDGER, &text)?;
        disk::sync_dir(&self.root().join(LEDGER_FOLDER))
    }

    /// Returns the hash by which the ledger knows the figures of a release.
    #[must_use]
    pub fn hash_of_figures(figures: &[u8]) -> String {
        disk::sha256(figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_knows_its_releases_and_does_not_forgive_a_cut() {
        let folder = tempfile::tempdir().expect("a folder");
        let store = Store::open(folder.path()).expect("a store");
        let lock = store.lock().expect("free");
        assert_eq!(store.releases().expect("none"), []);
        for number in 1..=3 {
            let entry = ReleaseEntry { number, period: "2018-T4".to_owned(), ..ReleaseEntry::default() };
            store.add_release(&lock, entry, b"figures", b"{}").expect("added");
        }
        let numbers: Vec<u64> = store.releases().expect("sound").iter().map(|entry| entry.number).collect();
        assert_eq!(numbers, [1, 2, 3]);
        assert_eq!(store.released_state().expect("read"), Some(b"{}".to_vec()));
        let path = folder.path().join("releases/ledger.jsonl");
        let text = std::fs::read_to_string(&path).expect("read");
        let cut: Vec<&str> = text.lines().take(1).chain(text.lines().skip(2)).collect();
        std::fs::write(&path, cut.join("\n")).expect("written");
        assert_eq!(store.releases().expect_err("a line is missing").code, ErrorCode::LedgerDamaged);
    }
}
