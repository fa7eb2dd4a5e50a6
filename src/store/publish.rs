//! Publishing: a generation is written into a temporary folder, flushed, renamed, and switched to in one step. Old
//! generations are restored and removed here, too.
//!
//! Order of writing: each file and its flush; flush of its folder; rename to its number; flush of the folder above;
//! `CURRENT` written beside and renamed over the old one; flush of its folder. If a step fails, the steps before are
//! undone.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;

use super::disk::{self, HashedFile};
use super::generation::{
    CURRENT, CurrentFile, Generation, GenerationOrigin, PUBLISHED, RunLock, Store, UNFINISHED, name_of,
};
use super::manifest::{GenerationEntry, Manifest};
use super::table_writer::TableWriter;
#[cfg(test)]
use super::tables::Tables;
use crate::error::{Error, ErrorCode, Result};

const CURRENT_BESIDE: &str = ".CURRENT.tmp";
/// Fewest sound generations that [`Store::prune`] leaves.
const FEWEST_GENERATIONS: usize = 3;

impl Store {
    /// Publishes tables that are in memory, as [`Store::publish_with`].
    #[cfg(test)]
    pub(super) fn publish(&self, lock: &RunLock, tables: &Tables, draft: Manifest) -> Result<Generation> {
        self.publish_with(lock, draft, |writer| writer.others(tables)).map(|(generation, ())| generation)
    }

    /// Writes a new generation and switches to it. `draft` is its manifest without number, predecessors and tables.
    /// `write` writes the tables, one by one, so that none need be whole in memory. Returns the generation and the
    /// result of `write`. On failure the generation in use stays as it is, and the files of the new one are removed.
    /// The error is `row-equation` if the lineage does not hold each row that the inputs count, once.
    #[cfg(test)]
    pub(crate) fn publish_with<T>(
        &self,
        _lock: &RunLock,
        draft: Manifest,
        write: impl FnOnce(&mut TableWriter<'_>) -> Result<T>,
    ) -> Result<(Generation, T)> {
        self.publish_as(draft, WhenUnchanged::Publish, write_tables(write))
    }

    /// Publishes a new generation with the tables that `write` writes. If it would be the same as the one in use,
    /// nothing is published and the one in use is returned.
    pub(crate) fn publish_if_changed<T>(
        &self,
        _lock: &RunLock,
        draft: Manifest,
        write: impl FnOnce(&mut TableWriter<'_>) -> Result<T>,
    ) -> Result<(Generation, T)> {
        self.publish_as(draft, WhenUnchanged::Keep, write_tables(write))
    }

    /// Writes a new generation and switches to it. `write` gets the manifest with number and predecessors, and writes
    /// the files into the new folder.
    fn publish_as<T>(
        &self,
        draft: Manifest,
        when_unchanged: WhenUnchanged,
        write: impl FnOnce(&Path, Manifest) -> Result<((Manifest, String), T)>,
    ) -> Result<(Generation, T)> {
        self.sweep()?;
        let current = self.read_current()?;
        let highest = self.generations()?.last().copied().unwrap_or(0);
        let named = if let CurrentFile::Pointer(pointer) = &current { pointer.number } else { 0 };
        let number = highest.max(named) + 1;
        let (previous, earlier) = self.predecessors(current, highest);
        let unfinished = self.generations_dir().join(format!("{UNFINISHED}{}", name_of(number)));
        let lookups = self.begin_log()?;
        let manifest = Manifest { generation: number, previous, earlier, lookups, has_log_record: true, ..draft };
        let written = disk::create_dir(&unfinished).and_then(|()| write(&unfinished, manifest));
        let ((manifest, manifest_sha256), result) = written.inspect_err(|_| {
            let _ = fs::remove_dir_all(&unfinished);
        })?;
        if when_unchanged == WhenUnchanged::Keep
            && let Some(in_use) = self.current()?.filter(|in_use| in_use.is_same(&manifest))
        {
            disk::remove_dir_all(&unfinished)?;
            return Ok((in_use, result));
        }
        let dir = self.generations_dir().join(name_of(number));
        self.switch(&unfinished, &dir, number, &manifest_sha256)?;
        Ok((Generation { number, dir, manifest, manifest_sha256, origin: GenerationOrigin::Current }, result))
    }

    /// Publishes the tables of a generation again, as a new generation. On failure the generation in use stays. The
    /// error is `generation-unknown`, or `table-damaged` if the generation is not whole, or one of publishing.
    pub(crate) fn restore(&self, _lock: &RunLock, number: u64, published_at: String) -> Result<Generation> {
        let old = self.generation(number)?.sound()?;
        let draft = Manifest { published_at, restored_from: Some(old.number), ..old.manifest.clone() };
        let write = |dir: &Path, manifest: Manifest| {
            copy_tables(&old, dir)?;
            Ok((manifest.write(dir)?, ()))
        };
        Ok(self.publish_as(draft, WhenUnchanged::Publish, write)?.0)
    }

    /// Removes the oldest generations, so that `keep` sound ones remain, and at least three. The one in use stays.
    ///
    /// The last generation of each of the twelve latest months stays, by the moments of publishing. A damaged
    /// generation does not count, and is removed once it is older than those that stay. Returns the numbers removed.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn prune(&self, _lock: &RunLock, keep: usize) -> Result<Vec<u64>> {
        self.sweep()?;
        let in_use = self.current()?.map(|generation| generation.number);
        let (mut kept, mut removed) = (0, Vec::new());
        let mut months = Months::default();
        for number in self.generations()?.into_iter().rev() {
            let published_at = self.generation(number).ok().map(|generation| generation.manifest.published_at);
            let is_last_of_month = published_at.is_some_and(|moment| months.is_last_of_month(&moment));
            if kept >= keep.max(FEWEST_GENERATIONS) && Some(number) != in_use && !is_last_of_month {
                let dir = self.generations_dir().join(name_of(number));
                let unfinished = self.generations_dir().join(format!("{UNFINISHED}old-{}", name_of(number)));
                // Renamed first: half removed, it must not look like a damaged generation.
                disk::rename(&dir, &unfinished)?;
                disk::sync_dir(&self.generations_dir())?;
                disk::remove_dir_all(&unfinished)?;
                removed.push(number);
            } else if self.generation(number).is_ok_and(|generation| generation.has_file_sizes()) {
                kept += 1;
            }
        }
        removed.reverse();
        Ok(removed)
    }

    /// Returns the hash of the previous manifest, and the entries of all generations before the new one.
    fn predecessors(&self, current: CurrentFile, highest: u64) -> (Option<String>, Vec<GenerationEntry>) {
        // An older one than the last that was in use was laid over it: the run went on from the last.
        let numbers = self.generations().unwrap_or_default();
        let is_later = |number: &u64| matches!(&current, CurrentFile::Pointer(pointer) if *number > pointer.number);
        let later = self.last_published(numbers.into_iter().filter(is_later));
        let is_replaced = later.is_some();
        let before = match (&current, later) {
            (_, Some(later)) => Ok(later),
            (CurrentFile::Pointer(pointer), None) => self.generation(pointer.number),
            _ => self.generation(highest),
        };
        let previous = match current {
            CurrentFile::Pointer(pointer) if !is_replaced => Some(pointer.manifest_sha256),
            _ => before.as_ref().ok().map(|generation| generation.manifest_sha256.clone()),
        };
        let earlier = before.map_or_else(
            |_| Vec::new(),
            |before| {
                let own = GenerationEntry {
                    generation: before.number,
                    published_at: before.manifest.published_at,
                    manifest_sha256: before.manifest_sha256,
                };
                before.manifest.earlier.into_iter().chain([own]).collect()
            },
        );
        (previous, earlier)
    }

    /// Makes a written generation the one in use.
    fn switch(&self, unfinished: &Path, dir: &Path, number: u64, manifest_sha256: &str) -> Result<()> {
        let (generations, current) = (self.generations_dir(), self.root().join(CURRENT));
        let before = disk::read(&current);
        let line = format!("{} {manifest_sha256}\n", name_of(number));
        let named = disk::rename(unfinished, dir)
            .and_then(|()| disk::sync_dir(&generations))
            .and_then(|()| self.write_current(line.as_bytes()));
        let in_use = named.is_ok();
        let Err(fault) = named.and_then(|()| disk::sync_dir(self.root())) else {
            // The mark only distinguishes a `CURRENT` put back later from a power cut just before the switch: it may
            // fail.
            let _ = disk::create(&dir.join(PUBLISHED));
            return Ok(());
        };
        // Undone, so that a failed run has changed nothing. If that fails, too, the new generation stays whole.
        let is_undone = match before {
            _ if !in_use => true,
            Ok(Some(bytes)) => self.write_current(&bytes).is_ok(),
            Ok(None) => disk::remove_file(&current).is_ok(),
            Err(_) => false,
        };
        if is_undone {
            let _ = fs::rename(dir, unfinished);
            let _ = fs::remove_dir_all(unfinished);
        }
        Err(fault)
    }

    fn write_current(&self, line: &[u8]) -> Result<()> {
        disk::replace(&self.root().join(CURRENT), &self.root().join(CURRENT_BESIDE), line)
    }

    /// Removes the leftovers of runs that were cut off.
    fn sweep(&self) -> Result<()> {
        for name in self.names()?.iter().filter(|name| name.starts_with(UNFINISHED)) {
            let path = self.generations_dir().join(name);
            if path.is_dir() { disk::remove_dir_all(&path)? } else { disk::remove_file(&path)? }
        }
        disk::remove_file(&self.root().join(CURRENT_BESIDE))
    }
}

/// What to do with a new generation that is the same as the one in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum WhenUnchanged {
    Publish,
    Keep,
}

/// Returns the writer of a generation's folder from the writer of its tables.
fn write_tables<T>(
    write: impl FnOnce(&mut TableWriter<'_>) -> Result<T>,
) -> impl FnOnce(&Path, Manifest) -> Result<((Manifest, String), T)> {
    |dir, manifest| {
        let counts = Mutex::default();
        let mut writer = TableWriter::new(dir, manifest, &counts);
        let result = write(&mut writer)?;
        Ok((writer.finish()?, result))
    }
}

/// The months of the generations looked at, newest generation first.
#[derive(Default)]
struct Months {
    known: BTreeSet<i32>,
}

/// Months whose last generation stays.
const MONTHS: usize = 12;

impl Months {
    /// Whether a moment (RFC 3339) is the first one looked at of its month, and the month one of the twelve latest.
    /// They are counted and not compared with the newest: a clock that was years ahead once would end every month.
    fn is_last_of_month(&mut self, moment: &str) -> bool {
        let number = |range: std::ops::Range<usize>| moment.get(range).and_then(|text| text.parse::<i32>().ok());
        let Some((year, month)) = number(0..4).zip(number(5..7)) else { return false };
        self.known.insert(year * 12 + month) && self.known.len() <= MONTHS
    }
}

/// Copies the files of all tables and checks the hashes of the copies.
fn copy_tables(old: &Generation, dir: &Path) -> Result<()> {
    for (table, entry) in &old.manifest.tables {
        let name = format!("{table}.parquet");
        let bytes = fs::read(old.dir.join(&name)).map_err(|e| Error::io(&old.dir.join(&name), &e))?;
        let path = dir.join(&name);
        let mut out = HashedFile::create(&path)?;
        if out.write_all(&bytes).is_err() {
            return Err(out.fault_or(Error::new(ErrorCode::TableWrite).with("table", table)));
        }
        let digest = out.finish()?;
        if digest.sha256 != entry.sha256 || disk::digest_of_path(&path)?.sha256 != entry.sha256 {
            return Err(Error::new(ErrorCode::TableDamaged).at(&path).with("table", table));
        }
    }
    Ok(())
}

#[cfg(test)]
#[path = "publish_tests.rs"]
pub(super) mod tests;
