//! The log of look-ups: who looked at persons, when and why. Lines are only added; each has the hash of the line
//! before.
//!
//! `log/lookups.jsonl`, a JSON object a line. `before` is the SHA-256 of the line before it, as it stands in the file,
//! so that a line that was changed or removed is detected. The last line is recorded outside of the folder `log`
//! ([`record`](super::lookups_record)) and in the manifest of each generation, so that a log that was cut, written anew
//! or removed is detected, too. A fault stays until a person acknowledges it with a reason, which is a line of the log.
//! A line that a power cut left unfinished is ignored: no later line has its hash.

use std::fs::{File, OpenOptions};
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::PathBuf;

use super::disk;
use super::generation::Store;
use super::look_up::{ACKNOWLEDGE, LogFault, LookUp};
use super::lookups_lines::{LogBreak, LogGap, LogLines, SEPARATOR, next_number};
use super::lookups_record::{AcknowledgedLog, LogRecord};
use super::manifest::{LogHead, Manifest};
use super::wait_lock::{WaitLock, wait_for_lock};
use crate::error::{Error, ErrorCode, Result};

const FOLDER: &str = "log";
const FILE: &str = "lookups.jsonl";
/// Held by the look-up that writes; in the folder of the register.
const LOCK: &str = "lookups-lock";

/// The lines of the log, and whether all lines ever written are there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct LookUps {
    /// The whole lines.
    pub lines: Vec<LookUp>,
    /// The last of them.
    pub head: LogHead,
    /// What is wrong with the log, until a person acknowledges it.
    pub fault: Option<LogFault>,
}

impl Store {
    /// Adds a line with its number and the hash of the line before, and returns the number. It is on disk when this
    /// returns.
    ///
    /// # Errors
    /// Those of the file system: what can't be logged must not be shown.
    pub fn log_look_up(&self, line: LookUp) -> Result<u64> {
        let mut log = self.open_log()?;
        let so_far = self.read_log(&log.text)?;
        let line = NewLine::after(&so_far.log.head, line)?;
        let heads = so_far.heads_with(line.head.clone());
        // The line is recorded as the next one before it is written, so that no other line can stand in its place, and
        // as the last one afterwards.
        let mut record = so_far.record_before(line.head.clone());
        record.write(self.root())?;
        log.append(&line)?;
        (record.heads, record.next) = (heads, None);
        record.write(self.root())?;
        Ok(line.head.n)
    }

    /// Adds a line that acknowledges the faults of the log, names all of them, and returns the first. From then on the
    /// log counts as sound as it stands.
    ///
    /// # Errors
    /// `log-sound` if there is no fault; those of the file system.
    pub fn acknowledge_log(&self, line: LookUp) -> Result<LogFault> {
        let mut log = self.open_log()?;
        let so_far = self.read_log(&log.text)?;
        let fault = so_far.log.fault.clone().ok_or_else(|| Error::new(ErrorCode::LogSound))?;
        let asked = so_far.faults().join(SEPARATOR);
        let line = NewLine::after(&so_far.log.head, LookUp { what: ACKNOWLEDGE.to_owned(), asked, ..line })?;
        log.append(&line)?;
        let head = line.head;
        let acknowledged =
            AcknowledgedLog { n_bytes: log.text.len() as u64, sha256: disk::sha256(&log.text), head: head.clone() };
        let mut waived = so_far.record.waived;
        waived.extend(so_far.missing);
        let record = LogRecord { heads: vec![head], acknowledged: Some(acknowledged), waived, ..LogRecord::default() };
        record.write(self.root())?;
        Ok(fault)
    }

    /// Returns the log as it stands.
    ///
    /// # Errors
    /// Those of the file system; a log that was changed is no error, see [`LookUps::fault`].
    pub fn look_ups(&self) -> Result<LookUps> {
        let path = self.root().join(FOLDER).join(FILE);
        let read = || -> Result<LookUps> { Ok(self.read_log(&disk::read(&path)?.unwrap_or_default())?.log) };
        let log = read()?;
        // A look-up that is under way writes its line before its record: both are read again under the lock.
        if log.fault.is_some()
            && path.is_file()
            && let Ok(held) = self.open_log()
        {
            return Ok(self.read_log(&held.text)?.log);
        }
        Ok(log)
    }

    /// Begins the record of the log where there was none, and returns the last line.
    pub(super) fn begin_log(&self) -> Result<LogHead> {
        let _lock = wait_for_lock(&self.root().join(LOCK))?;
        let text = disk::read(&self.root().join(FOLDER).join(FILE))?.unwrap_or_default();
        self.begin_record(&text)?;
        Ok(self.read_log(&text)?.log.head)
    }

    /// Writes an empty record for a register that never had one. The caller holds the lock.
    fn begin_record(&self, text: &[u8]) -> Result<()> {
        let had_one = !text.is_empty() || self.manifests()?.iter().any(|manifest| manifest.has_log_record);
        if had_one { Ok(()) } else { LogRecord::create(self.root()) }
    }

    /// Returns the line of this number with its hash, if the log holds it.
    ///
    /// # Errors
    /// Those of the file system.
    pub fn look_up_head_at(&self, n: u64) -> Result<Option<LogHead>> {
        let path = self.root().join(FOLDER).join(FILE);
        let lines = LogLines::read(&disk::read(&path)?.unwrap_or_default(), None);
        Ok(lines.heads.into_iter().find(|(number, _)| *number == n).map(|(n, sha256)| LogHead { n, sha256 }))
    }

    /// Opens the log for appending. Simultaneous look-ups wait for each other. The lock is no file of the log's folder:
    /// who can write to that folder alone can't replace it between two look-ups.
    fn open_log(&self) -> Result<OpenLog> {
        let lock = wait_for_lock(&self.root().join(LOCK))?;
        let folder = self.root().join(FOLDER);
        disk::create_dir(&folder)?;
        let path = folder.join(FILE);
        disk::refuse_irregular(&path)?;
        let mut file = disk::open(&path, OpenOptions::new().read(true).append(true).create(true))?;
        let mut text = Vec::new();
        file.read_to_end(&mut text).map_err(|e| Error::io(&path, &e))?;
        self.begin_record(&text)?;
        Ok(OpenLog { path, file, text, _lock: lock })
    }

    /// Reads the lines and compares them with all that is recorded of them.
    fn read_log(&self, text: &[u8]) -> Result<RecordedLog> {
        let manifests = self.manifests()?;
        // Without a record there was neither a look-up nor a run of a program that begins one.
        let is_wanted = !text.is_empty() || manifests.iter().any(|manifest| manifest.has_log_record);
        let record = LogRecord::read(self.root())?;
        let record = record.unwrap_or_else(|| LogRecord { was_lost: is_wanted, ..LogRecord::default() });
        let lines = LogLines::read(text, record.acknowledged.as_ref());
        let mut required = record.heads.clone();
        required.extend(manifests.into_iter().map(|manifest| manifest.lookups));
        let is_missing = |head: &LogHead| head.n > 0 && !lines.has(head) && !lines.is_waived(&record, head);
        let mut missing: Vec<LogHead> = required.into_iter().filter(is_missing).collect();
        missing.sort_by_key(|head| (head.n, head.sha256.clone()));
        missing.dedup();
        let last = record.heads.iter().map(|head| head.n).max().unwrap_or_default();
        let is_unrecorded = !record.was_lost && lines.head.n > last && record.next.as_ref() != Some(&lines.head);
        let added = record.added.or(is_unrecorded.then_some(last + 1));
        let acknowledged = record.acknowledged.as_ref().filter(|_| lines.is_prefix_changed);
        let fault = acknowledged
            .map(|acknowledged| LogFault::Acknowledged(acknowledged.head.n))
            // A missing line weighs more than one in the wrong place, which may be there to hide it.
            .or(missing.first().map(|head| LogFault::Missing(head.n)))
            .or(lines.gaps.first().map(|gap| LogFault::Missing(gap.unnamed)))
            .or(lines.breaks.first().map(|found| LogFault::Broken(found.place)))
            .or(added.map(LogFault::Added))
            .or(record.was_lost.then_some(LogFault::Record));
        let log = LookUps { lines: lines.lines, head: lines.head, fault };
        Ok(RecordedLog { log, breaks: lines.breaks, gaps: lines.gaps, missing, added, record })
    }

    /// The manifests of the generations that can be read. Each has the last line of the log at its moment.
    fn manifests(&self) -> Result<Vec<Manifest>> {
        let numbers = self.generations()?;
        Ok(numbers.into_iter().filter_map(|number| self.generation(number).ok()).map(|found| found.manifest).collect())
    }
}

/// The log, locked for appending.
struct OpenLog {
    path: PathBuf,
    file: File,
    text: Vec<u8>,
    _lock: WaitLock,
}

/// A line to be added, as bytes, with its number and hash.
struct NewLine {
    bytes: Vec<u8>,
    head: LogHead,
}

impl NewLine {
    /// The line that follows the last one.
    fn after(last: &LogHead, mut line: LookUp) -> Result<Self> {
        (line.n, line.before) = (next_number(last.n), last.sha256.clone());
        let bytes =
            serde_json::to_vec(&line).map_err(|e| Error::new(ErrorCode::TableWrite).with("table", FILE).because(e))?;
        Ok(Self { head: LogHead { n: line.n, sha256: disk::sha256(&bytes) }, bytes })
    }
}

impl OpenLog {
    /// Adds a line after the last and flushes it.
    fn append(&mut self, line: &NewLine) -> Result<()> {
        let mut bytes = if self.text.is_empty() || self.text.ends_with(b"\n") { Vec::new() } else { b"\n".to_vec() };
        bytes.extend(&line.bytes);
        bytes.push(b'\n');
        let fault = |e: std::io::Error| Error::io(&self.path, &e);
        self.file.seek(SeekFrom::End(0)).map_err(fault)?;
        self.file.write_all(&bytes).and_then(|()| self.file.sync_all()).map_err(fault)?;
        if self.text.is_empty()
            && let Some(folder) = self.path.parent()
        {
            // The names of a new file and folder are on disk before the line counts as written.
            disk::sync_dir(folder)?;
            disk::sync_dir(folder.parent().unwrap_or(folder))?;
        }
        self.text.extend(bytes);
        Ok(())
    }
}

/// The log with what is recorded of it.
struct RecordedLog {
    log: LookUps,
    /// The places where a line does not follow the one before.
    breaks: Vec<LogBreak>,
    /// The gaps in the numbers of the lines.
    gaps: Vec<LogGap>,
    /// Recorded lines that are not in the log.
    missing: Vec<LogHead>,
    /// The first line that no look-up wrote.
    added: Option<u64>,
    record: LogRecord,
}

impl RecordedLog {
    /// All faults, each by its code and the lines that it is about. A gap is named from its first number to its last, a
    /// break with the hashes of the lines beside it: no other line can take their place.
    fn faults(&self) -> Vec<String> {
        let of_whole =
            self.log.fault.iter().filter(|fault| !matches!(fault, LogFault::Missing(_) | LogFault::Broken(_)));
        let missing = self.missing.iter().map(|head| LogFault::Missing(head.n).text());
        let (gaps, breaks) = (self.gaps.iter().map(LogGap::text), self.breaks.iter().map(LogBreak::text));
        let added = self.added.map(|n| LogFault::Added(n).text());
        let mut faults: Vec<String> = Vec::new();
        for fault in of_whole.map(LogFault::text).chain(missing).chain(gaps).chain(breaks).chain(added) {
            if !faults.contains(&fault) {
                faults.push(fault);
            }
        }
        faults
    }

    /// The record while a line is being written. A last line that power left recorded as the next one alone is recorded
    /// as written: `next` is now another.
    fn record_before(&self, next: LogHead) -> LogRecord {
        let is_half_recorded = self.record.next.as_ref() == Some(&self.log.head);
        let heads = if is_half_recorded { self.heads_with(self.log.head.clone()) } else { self.record.heads.clone() };
        LogRecord { heads, next: Some(next), added: self.added, ..self.record.clone() }
    }

    /// The lines to record once `head` was added: with a fault, the lines recorded so far stay.
    fn heads_with(&self, head: LogHead) -> Vec<LogHead> {
        let mut heads = self.missing.clone();
        if self.log.fault.is_some() {
            heads.extend(self.record.heads.clone());
        }
        heads.push(head);
        heads.sort_by_key(|head| (head.n, head.sha256.clone()));
        heads.dedup();
        heads
    }
}

#[cfg(test)]
#[path = "lookups_tests.rs"]
mod tests;
