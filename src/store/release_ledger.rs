//! The ledger of releases: what was shown to others, and when. It lies in the folder of the register, goes into
//! backups, and a restore does not remove it.
//!
//! `releases/ledger.jsonl`, a JSON object a line; lines are only added, and each has the hash of the line before.
//! `releases/0003.csv` holds the figures of release 3 as they were shown, `releases/0003.state.json` the cells of its
//! tables, `releases/0003.facts.json` what it counted of persons and acts, if it is the last: numbers without names. The
//! line has their hashes. The file `releases-head.json` beside the folder names the last line: a ledger that was removed
//! is missed.

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
/// What the last release counted, in a ledger of an older program.
const FACTS: &str = "facts.json";
/// The record of the last line, in the folder of the register.
pub(crate) const LEDGER_HEAD: &str = "releases-head.json";

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
    /// SHA-256 of the description of its files (`datapackage.json`).
    #[serde(default)]
    pub package: String,
    /// SHA-256 of the cells of its tables.
    #[serde(default)]
    pub state: String,
    /// SHA-256 of what it counted of persons and acts; "" in a ledger of an older program.
    #[serde(default)]
    pub facts: String,
    /// Number of the release whose residents it shows; `None` if its own.
    #[serde(default)]
    pub residents_of: Option<u64>,
    /// Number of the release whose acts it shows; `None` if its own.
    #[serde(default)]
    pub acts_of: Option<u64>,
    /// Why a ledger was begun anew, in a person's words; "" if it was not.
    #[serde(default)]
    pub reason: String,
    /// Hash of the settings that shape a release; "" in lines of older programs.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub settings: String,
    /// Why these settings are not those of the release before, in a person's words; "" if they are.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub settings_reason: String,
    /// SHA-256 of the line before; "" in the first.
    pub before: String,
}

/// The last line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct LedgerHead {
    number: u64,
    sha256: String,
}

/// What the ledger keeps of a release.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReleaseRecord<'a> {
    /// Its figures (`aggregates.csv`).
    pub(crate) figures: &'a [u8],
    /// The cells of its tables.
    pub(crate) state: &'a [u8],
    /// What it counted of persons and acts.
    pub(crate) facts: &'a [u8],
}

impl Store {
    fn ledger_path(&self, name: &str) -> PathBuf {
        self.root().join(LEDGER_FOLDER).join(name)
    }

    /// Returns the releases made so far, the first one first. The files that it keeps of them are compared with their
    /// hashes.
    ///
    /// # Errors
    /// `ledger-damaged` if a line or a file is broken or missing; `ledger-gone` if there is no ledger, but was one.
    pub fn releases(&self) -> Result<Vec<ReleaseEntry>> {
        let entries = self.ledger_lines()?;
        for entry in &entries {
            self.ledger_file(&figures_name(entry.number), &entry.sha256)?;
            // An older program kept no cells.
            if !entry.state.is_empty() {
                self.ledger_file(&state_name(entry.number), &entry.state)?;
            }
        }
        if let Some(last) = entries.last().filter(|last| !last.facts.is_empty()) {
            self.ledger_file(&facts_name(last.number), &last.facts)?;
        }
        Ok(entries)
    }

    /// Returns the content of a file of the ledger. The error is `ledger-damaged` if it is missing or has another hash.
    fn ledger_file(&self, name: &str, sha256: &str) -> Result<Vec<u8>> {
        let path = self.ledger_path(name);
        let bytes = disk::read(&path)?.filter(|bytes| disk::sha256(bytes) == sha256);
        bytes.ok_or_else(|| Error::new(ErrorCode::LedgerDamaged).at(&path))
    }

    fn ledger_lines(&self) -> Result<Vec<ReleaseEntry>> {
        let path = self.ledger_path(LEDGER);
        let head = self.ledger_head()?;
        let Some(bytes) = disk::read(&path)? else {
            return if head.is_some() { Err(Error::new(ErrorCode::LedgerGone).at(&path)) } else { Ok(Vec::new()) };
        };
        let (mut entries, mut before, mut has_head) = (Vec::new(), String::new(), head.is_none());
        for line in bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty()) {
            let entry: Option<ReleaseEntry> = serde_json::from_slice(line).ok();
            let entry = entry.filter(|entry| entry.before == before);
            entries.push(entry.ok_or_else(|| Error::new(ErrorCode::LedgerDamaged).at(&path))?);
            before = disk::sha256(line);
            has_head |= head.as_ref().is_some_and(|head| head.sha256 == before);
        }
        if has_head { Ok(entries) } else { Err(Error::new(ErrorCode::LedgerDamaged).at(&path)) }
    }

    fn ledger_head(&self) -> Result<Option<LedgerHead>> {
        let path = self.root().join(LEDGER_HEAD);
        let Some(bytes) = disk::read(&path)? else { return Ok(None) };
        serde_json::from_slice(&bytes).map(Some).map_err(|e| Error::new(ErrorCode::LedgerDamaged).at(&path).because(e))
    }

    /// Returns the number of the last release that the register remembers, also without its ledger; 0 before the first.
    #[must_use]
    pub fn last_release_number(&self) -> u64 {
        self.ledger_head().ok().flatten().map_or(0, |head| head.number)
    }

    /// Returns the cells of the tables of a release.
    ///
    /// # Errors
    /// `ledger-damaged` if they are missing or changed; those of the file system.
    pub fn released_state(&self, entry: &ReleaseEntry) -> Result<Vec<u8>> {
        self.ledger_file(&state_name(entry.number), &entry.state)
    }

    /// Returns what the last release counted of persons and acts.
    ///
    /// # Errors
    /// `ledger-damaged` if it is missing or changed; those of the file system.
    pub fn released_facts(&self) -> Result<Vec<u8>> {
        if let Some(last) = self.ledger_lines()?.last().filter(|last| !last.facts.is_empty()) {
            return self.ledger_file(&facts_name(last.number), &last.facts);
        }
        let path = self.ledger_path(FACTS);
        disk::read(&path)?.ok_or_else(|| Error::new(ErrorCode::LedgerDamaged).at(&path))
    }

    /// Puts a ledger that is damaged aside, so that a new one begins.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn put_ledger_aside(&self, _lock: &RunLock) -> Result<()> {
        let folder = self.root().join(LEDGER_FOLDER);
        if folder.exists() {
            let names = (1..).map(|n| self.root().join(format!("{LEDGER_FOLDER}-aside-{n}")));
            if let Some(to) = names.into_iter().find(|to| !to.exists()) {
                disk::rename(&folder, &to)?;
            }
        }
        let head = self.root().join(LEDGER_HEAD);
        match std::fs::remove_file(&head) {
            Err(e) if e.kind() != std::io::ErrorKind::NotFound => Err(Error::io(&head, &e)),
            _ => Ok(()),
        }
    }

    /// Returns the figures of a release as they were shown; `None` if they are not there.
    #[must_use]
    pub fn released_figures(&self, number: u64) -> Option<Vec<u8>> {
        disk::read(&self.ledger_path(&figures_name(number))).ok().flatten()
    }

    /// Adds a release and what is kept of it. It is on disk when this returns.
    ///
    /// # Errors
    /// `ledger-damaged`; those of the file system.
    pub(crate) fn add_release(
        &self,
        _lock: &RunLock,
        mut entry: ReleaseEntry,
        record: ReleaseRecord<'_>,
    ) -> Result<()> {
        let path = self.ledger_path(LEDGER);
        let earlier = self.releases()?;
        disk::create_dir(&self.root().join(LEDGER_FOLDER))?;
        let mut text = disk::read(&path)?.unwrap_or_default();
        let last = text.split(|byte| *byte == b'\n').rfind(|line| !line.is_empty());
        entry.before = last.map(disk::sha256).unwrap_or_default();
        (entry.sha256, entry.state) = (disk::sha256(record.figures), disk::sha256(record.state));
        entry.facts = disk::sha256(record.facts);
        let line = serde_json::to_vec(&entry).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
        let head = LedgerHead { number: entry.number, sha256: disk::sha256(&line) };
        let head = serde_json::to_vec(&head).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
        text.extend(line);
        text.push(b'\n');
        let write = |name: &str, bytes: &[u8]| replace_file(&OutputPath::own(&self.ledger_path(name)), bytes);
        // Whoever is cut off before the line leaves files of a release that does not exist.
        write(&figures_name(entry.number), record.figures)?;
        write(&state_name(entry.number), record.state)?;
        write(&facts_name(entry.number), record.facts)?;
        write(LEDGER, &text)?;
        disk::sync_dir(&self.root().join(LEDGER_FOLDER))?;
        replace_file(&OutputPath::own(&self.root().join(LEDGER_HEAD)), &head)?;
        let old_facts = earlier.iter().map(|old| facts_name(old.number)).chain([FACTS.to_owned()]);
        old_facts.filter(|name| *name != facts_name(entry.number)).for_each(|name| {
            // One that stays does no harm.
            let _ = std::fs::remove_file(self.ledger_path(&name));
        });
        Ok(())
    }

    /// Returns the SHA-256 of a file's bytes in hexadecimal, as the ledger has it of the figures of a release.
    #[must_use]
    pub fn sha256_hex(bytes: &[u8]) -> String {
        disk::sha256(bytes)
    }
}

fn figures_name(number: u64) -> String {
    format!("{number:04}.csv")
}

fn facts_name(number: u64) -> String {
    format!("{number:04}.facts.json")
}

fn state_name(number: u64) -> String {
    format!("{number:04}.state.json")
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
            let record = ReleaseRecord { figures: b"figures", state: b"{}", facts: b"[]" };
            store.add_release(&lock, entry, record).expect("added");
        }
        let entries = store.releases().expect("sound");
        assert_eq!(entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(store.released_state(&entries[1]).expect("read"), b"{}");
        assert_eq!(store.released_facts().expect("read"), b"[]");
        // A file that changed or is gone.
        for name in ["0001.csv", "0002.state.json", "0003.csv", "0003.facts.json"] {
            let path = folder.path().join("releases").join(name);
            let sound = std::fs::read(&path).expect("read");
            std::fs::write(&path, b"figure5").expect("written");
            assert_eq!(store.releases().expect_err(name).code, ErrorCode::LedgerDamaged);
            std::fs::remove_file(&path).expect("removed");
            assert_eq!(store.releases().expect_err(name).code, ErrorCode::LedgerDamaged);
            std::fs::write(&path, sound).expect("written");
        }
        assert!(!folder.path().join("releases/0002.facts.json").exists(), "those of the last alone stay");
        let path = folder.path().join("releases/ledger.jsonl");
        let text = std::fs::read_to_string(&path).expect("read");
        let cut: Vec<&str> = text.lines().take(1).chain(text.lines().skip(2)).collect();
        std::fs::write(&path, cut.join("\n")).expect("written");
        assert_eq!(store.releases().expect_err("a line is missing").code, ErrorCode::LedgerDamaged);
        // Without its last line, and without any.
        std::fs::write(&path, text.lines().take(2).collect::<Vec<_>>().join("\n")).expect("written");
        assert_eq!(store.releases().expect_err("the last is missing").code, ErrorCode::LedgerDamaged);
        std::fs::remove_dir_all(folder.path().join("releases")).expect("removed");
        assert_eq!(store.releases().expect_err("it was there").code, ErrorCode::LedgerGone);
        assert_eq!(store.last_release_number(), 3);
        store.put_ledger_aside(&lock).expect("aside");
        assert_eq!(store.releases().expect("a new one"), []);
    }
}
