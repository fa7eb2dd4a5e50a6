//! The journal of parcels: which offices are trusted, what was sent, what arrived, which receipts came. Lines are only
//! added; each has the hash of the line before.
//!
//! `parcels/journal.jsonl`, a JSON object a line; the last line is recorded in `parcels-head.json` beside that folder,
//! so that a journal that was cut is detected. A line that a power cut left unfinished is dropped: it has no line
//! break.

use std::fs::OpenOptions;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::store::{self, LogHead, OutputPath, WaitLock};

use super::card::{OfficeCard, OfficeId};
use super::hex;
use super::manifest::{Addressee, ParcelFile, ParcelId, ParcelKind};

/// The folder of parcels, in the folder of the register.
pub(crate) const JOURNAL_FOLDER: &str = "parcels";
/// The record of the last line, in the folder of the register.
pub(crate) const JOURNAL_HEAD: &str = "parcels-head.json";
const FILE: &str = "journal.jsonl";
const LOCK: &str = "lock";

/// A parcel that was sealed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Dispatch {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ParcelKind,
    /// The PC that sent it.
    pub pc: String,
    /// The offices that it is for.
    pub to: Vec<Addressee>,
    /// Number of files.
    pub files: u64,
    /// Size of the files in bytes.
    pub bytes: u64,
    /// The files themselves; none in lines of older programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<ParcelFile>,
    /// The safes that can open it, too; none in lines of older programs.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub safes: Vec<OfficeId>,
    /// The last line of the own log of look-ups, as the parcel names it; line 0 in lines of older programs.
    #[serde(default)]
    pub lookups: LogHead,
}

/// A parcel that arrived.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrival {
    /// The parcel.
    pub parcel: ParcelId,
    /// Its name.
    pub name: String,
    /// What it holds.
    pub kind: ParcelKind,
    /// The sender.
    pub from: OfficeId,
    /// Code of the sender.
    pub code: String,
    /// The PC of the sender.
    pub pc: String,
    /// Its number among those of that PC to this office.
    pub number: u64,
    /// The parcel before among these.
    pub previous: ParcelId,
    /// Its folder, relative to the raw folder.
    pub folder: String,
    /// Number of files.
    pub files: u64,
    /// The last line of the sender's log of look-ups.
    pub lookups: LogHead,
    /// The receipt, as text.
    pub receipt: String,
}

/// A receipt that came for a parcel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// The parcel.
    pub parcel: ParcelId,
    /// Code of the office that received it.
    pub code: String,
    /// The receipt, as text.
    pub receipt: String,
}

/// A backup that was restored: lines of the log of look-ups that are newer than the backup are gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Restoration {
    /// The line of the log of look-ups that says so, the first one after the lines of the backup.
    pub lookups: LogHead,
    /// SHA-256 of the backup.
    pub sha256: String,
}

/// What a line of the journal records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "what", rename_all = "kebab-case")]
pub enum JournalEntry {
    /// A person accepted the card of an office.
    Acceptance {
        /// The card.
        card: OfficeCard,
    },
    /// A person revoked an office.
    Revocation {
        /// The office.
        office: OfficeId,
        /// Why.
        reason: String,
    },
    /// A parcel was sealed.
    Dispatch(Dispatch),
    /// A parcel was verified and is about to get its place.
    Arrival(Arrival),
    /// A parcel has its place.
    Delivery {
        /// The parcel.
        parcel: ParcelId,
    },
    /// A receipt came.
    Acknowledgement(Acknowledgement),
    /// A backup was restored.
    Restoration(Restoration),
}

/// A line of the journal.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct JournalLine {
    /// Number of the line, from 1.
    pub n: u64,
    /// When, RFC 3339. It orders nothing.
    pub at: String,
    /// The name that the user gave.
    pub who: String,
    /// What is recorded.
    #[serde(flatten)]
    pub entry: JournalEntry,
    /// SHA-256 of the line before; "" in the first.
    pub before: String,
}

/// The journal, locked for appending.
#[derive(Debug)]
pub(crate) struct Journal {
    clean: PathBuf,
    _lock: WaitLock,
    lines: Vec<JournalLine>,
    head: LogHead,
    /// Bytes of the whole lines.
    n_bytes: u64,
}

impl Journal {
    /// Opens the journal of a register for appending. Other commands wait.
    ///
    /// # Errors
    /// `journal-damaged`; those of the file system.
    pub(crate) fn open(clean: &Path) -> Result<Self> {
        let lock = store::wait_for_lock(&clean.join(JOURNAL_FOLDER).join(LOCK))?;
        let (lines, head, n_bytes) = read(clean)?;
        Ok(Self { clean: clean.to_owned(), _lock: lock, lines, head, n_bytes })
    }

    /// Returns the lines of a journal without locking it. Where there is none, there are no lines.
    ///
    /// # Errors
    /// `journal-damaged`; those of the file system.
    pub(crate) fn lines_of(clean: &Path) -> Result<Vec<JournalLine>> {
        Ok(read(clean)?.0)
    }

    /// Returns the lines.
    pub(crate) fn lines(&self) -> &[JournalLine] {
        &self.lines
    }

    /// Adds a line. It is on disk when this returns.
    ///
    /// # Errors
    /// Those of the file system.
    pub(crate) fn append(&mut self, at: &str, who: &str, entry: JournalEntry) -> Result<()> {
        let (n, before) = (self.head.n + 1, self.head.sha256.clone());
        let line = JournalLine { n, at: at.to_owned(), who: who.to_owned(), entry, before };
        let folder = self.clean.join(JOURNAL_FOLDER);
        let path = folder.join(FILE);
        let fault = |e: std::io::Error| Error::io(&path, &e);
        let mut bytes = serde_json::to_vec(&line).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
        let head = LogHead { n, sha256: hash(&bytes) };
        bytes.push(b'\n');
        if n == 1 {
            self.record()?;
        }
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(&path).map_err(fault)?;
        // An unfinished line is overwritten.
        file.set_len(self.n_bytes).and_then(|()| file.seek(SeekFrom::End(0))).map_err(fault)?;
        file.write_all(&bytes).and_then(|()| file.sync_data()).map_err(fault)?;
        if n == 1 {
            store::sync_folder(&folder)?;
        }
        self.n_bytes += bytes.len() as u64;
        self.head = head;
        self.lines.push(line);
        self.record()
    }

    /// Records the last line beside the folder of parcels.
    fn record(&self) -> Result<()> {
        let path = self.clean.join(JOURNAL_HEAD);
        let head = serde_json::to_vec(&self.head).map_err(|e| Error::new(ErrorCode::Io).at(&path).because(e))?;
        store::replace_file(&OutputPath::own(&path), &head)
    }
}

fn hash(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Reads the lines, the last one's hash and the bytes of whole lines, and checks the chain and the record of the last
/// line.
fn read(clean: &Path) -> Result<(Vec<JournalLine>, LogHead, u64)> {
    let path = clean.join(JOURNAL_FOLDER).join(FILE);
    let bytes = read_file(&path)?;
    let damaged = |n: u64| Error::new(ErrorCode::JournalDamaged).at(&path).with("line", n);
    let (mut lines, mut head, mut n_bytes) = (Vec::new(), LogHead::default(), 0);
    let recorded_head = read_file(&clean.join(JOURNAL_HEAD))?;
    let recorded: LogHead = match recorded_head.as_slice() {
        [] => LogHead::default(),
        bytes => serde_json::from_slice(bytes).map_err(|_| damaged(0))?,
    };
    // The record is begun before the first line: lines without one were cut.
    let mut is_recorded = recorded.n == 0 && (bytes.is_empty() || !recorded_head.is_empty());
    for text in bytes.split_inclusive(|byte| *byte == b'\n') {
        let Some(text) = text.strip_suffix(b"\n") else { break };
        let n = head.n + 1;
        let line: JournalLine = serde_json::from_slice(text).map_err(|_| damaged(n))?;
        if line.n != n || line.before != head.sha256 {
            return Err(damaged(n));
        }
        head = LogHead { n, sha256: hash(text) };
        is_recorded |= head == recorded;
        n_bytes += text.len() as u64 + 1;
        lines.push(line);
    }
    if is_recorded { Ok((lines, head, n_bytes)) } else { Err(damaged(recorded.n)) }
}

/// Reads a file; nothing where there is none.
fn read_file(path: &Path) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    match std::fs::metadata(path) {
        Err(e) if e.kind() == std::io::ErrorKind::NotFound => return Ok(bytes),
        other => other.map_err(|e| Error::io(path, &e))?,
    };
    super::open_regular(path)?.read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn delivery(n: u64) -> JournalEntry {
        JournalEntry::Delivery { parcel: format!("{n:064}") }
    }

    fn written(n: u64) -> (tempfile::TempDir, PathBuf) {
        let clean = tempfile::tempdir().expect("a folder");
        let mut journal = Journal::open(clean.path()).expect("a journal");
        (1..=n).for_each(|n| journal.append("2026", "Ruth", delivery(n)).expect("added"));
        let path = clean.path().join(JOURNAL_FOLDER).join(FILE);
        (clean, path)
    }

    #[test]
    fn lines_are_added_and_read_back() {
        let (clean, _) = written(3);
        let lines = Journal::lines_of(clean.path()).expect("sound");
        assert_eq!(lines.iter().map(|line| line.n).collect::<Vec<_>>(), [1, 2, 3]);
        assert_eq!(lines[2].entry, delivery(3));
        assert_eq!(Journal::lines_of(&clean.path().join("none")).expect("none"), []);
    }

    #[test]
    fn a_line_cut_off_anywhere_is_dropped_and_overwritten() {
        let (clean, path) = written(2);
        let whole = std::fs::read(&path).expect("read");
        let mut journal = Journal::open(clean.path()).expect("sound");
        journal.append("2026", "Ruth", delivery(3)).expect("added");
        drop(journal);
        let longer = std::fs::read(&path).expect("read");
        let head = clean.path().join(JOURNAL_HEAD);
        let before = serde_json::to_vec(&LogHead { n: 2, sha256: hash(last_line(&whole)) }).expect("text");
        for cut in whole.len()..longer.len() {
            std::fs::write(&path, &longer[..cut]).expect("written");
            std::fs::write(&head, &before).expect("written");
            assert_eq!(Journal::lines_of(clean.path()).expect("sound").len(), 2, "cut {cut}");
            let mut journal = Journal::open(clean.path()).expect("sound");
            journal.append("2026", "Ruth", delivery(9)).expect("added");
            assert_eq!(Journal::lines_of(clean.path()).expect("sound")[2].entry, delivery(9));
        }
        // The line is on disk, and its record is not.
        std::fs::write(&path, &longer).expect("written");
        std::fs::write(&head, &before).expect("written");
        assert_eq!(Journal::lines_of(clean.path()).expect("sound").len(), 3);
    }

    fn last_line(text: &[u8]) -> &[u8] {
        text.split(|byte| *byte == b'\n').rfind(|line| !line.is_empty()).expect("a line")
    }

    #[test]
    fn a_changed_removed_or_cut_line_is_detected() {
        let (clean, path) = written(3);
        let text = std::fs::read_to_string(&path).expect("read");
        let lines: Vec<&str> = text.lines().collect();
        let code = |text: &str| {
            std::fs::write(&path, text).expect("written");
            Journal::lines_of(clean.path()).map_err(|fault| fault.code).err()
        };
        let join = |lines: &[&str]| lines.iter().map(|line| format!("{line}\n")).collect::<String>();
        assert_eq!(code(&join(&lines)), None);
        for broken in [&lines[..2], &[lines[0], lines[2]], &[lines[1], lines[0], lines[2]], &[]] {
            assert_eq!(code(&join(broken)), Some(ErrorCode::JournalDamaged), "{broken:?}");
        }
        for at in 0..text.len() {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1;
            std::fs::write(&path, bytes).expect("written");
            assert!(Journal::lines_of(clean.path()).is_err(), "byte {at}");
        }
    }
}
