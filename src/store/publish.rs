//! Publishing: a generation is written aside, flushed, renamed and switched to in one step; old ones are removed.
//!
//! Order of writing: each file, flushed; their folder; the rename to its number; the folder above; `CURRENT` beside
//! and renamed over the old; its folder. Whatever fails on the way is taken back.

use std::any::Any;
use std::collections::BTreeMap;
use std::fs;
use std::io::Write;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use super::content::Content;
use super::disk::{self, HashedFile};
use super::equation::{RowCounts, rows_said};
use super::frame::{self, Again, even_groups};
use super::generation::{CURRENT, Generation, MANIFEST, Opened, PUBLISHED, Pointed, RunLock, Store, name_of};
use super::groups::{GroupedFile, KeptGroup};
use super::manifest::{EarlierEntry, InputEntry, Manifest, ManifestDraft, TableEntry};
use super::schema::Row;
use super::tables::{LineageRow, SCHEMAS, TableVisitor, Tables};
use crate::error::{Error, Result};

const CURRENT_BESIDE: &str = ".CURRENT.tmp";
/// What a folder that is being written or removed begins with.
const UNFINISHED: &str = ".tmp-";
/// Sound generations that [`Store::prune`] leaves, whatever it is asked.
const KEPT_AT_LEAST: usize = 3;

impl Store {
    /// Writes a new generation and switches to it. Whatever stops it, the generation in use stays as it is, and what
    /// was written of the new one is removed.
    ///
    /// # Errors
    /// `row-equation` if the lineage does not hold each row the inputs count, once; `disk-full` and other errors of
    /// the file system; `table-write`.
    pub fn publish(&self, lock: &RunLock, tables: &Tables, draft: ManifestDraft) -> Result<Generation> {
        self.publish_with(lock, draft, |writer| writer.others(tables)).map(|(generation, ())| generation)
    }

    /// As [`Store::publish`], of tables that `write` writes one by one, so that none need be held whole. What it returns
    /// comes back beside the generation.
    ///
    /// # Errors
    /// As [`Store::publish`], and those of `write`.
    pub fn publish_with<T>(
        &self,
        _lock: &RunLock,
        draft: ManifestDraft,
        write: impl FnOnce(&mut TableWriter<'_>) -> Result<T>,
    ) -> Result<(Generation, T)> {
        let filled = |place: Manifest| Manifest {
            program: draft.program,
            published_at: draft.published_at,
            settings: draft.settings,
            inputs: draft.inputs,
            decisions: draft.decisions,
            stages: draft.stages,
            model: draft.model,
            review: draft.review,
            ..place
        };
        self.publish_as(filled, |dir, manifest| {
            let counts = Mutex::default();
            let mut writer =
                TableWriter { dir, manifest, counts: &counts, earlier: None, groups: WrittenGroups::default() };
            let made = write(&mut writer)?;
            Ok((writer.finish()?, made))
        })
    }

    /// Writes a generation aside and switches to it. `filled` adds to a manifest that has its place in the chain what it is
    /// made of, `write` writes the files into the new folder.
    pub(super) fn publish_as<T>(
        &self,
        filled: impl FnOnce(Manifest) -> Manifest,
        write: impl FnOnce(&Path, Manifest) -> Result<((Manifest, String), T)>,
    ) -> Result<(Generation, T)> {
        self.sweep()?;
        let pointed = self.pointed()?;
        let highest = self.generations()?.last().copied().unwrap_or(0);
        let named = if let Pointed::To(pointer) = &pointed { pointer.number } else { 0 };
        let number = highest.max(named) + 1;
        let (previous, earlier) = self.chain(pointed, highest);
        let unfinished = self.generations_dir().join(format!("{UNFINISHED}{}", name_of(number)));
        let place =
            Manifest { generation: number, previous, earlier, lookups: self.look_ups()?.head, ..Manifest::blank() };
        let made = disk::create_dir(&unfinished).and_then(|()| write(&unfinished, filled(place)));
        let written = made.inspect_err(|_| {
            let _ = fs::remove_dir_all(&unfinished);
        });
        let ((manifest, manifest_sha256), made) = written?;
        let dir = self.generations_dir().join(name_of(number));
        self.switch(&unfinished, &dir, number, &manifest_sha256)?;
        Ok((Generation { number, dir, manifest, manifest_sha256, opened: Opened::Current }, made))
    }

    /// Removes the oldest generations, so that `keep` sound ones remain, never fewer than three; the one in use stays.
    ///
    /// A damaged generation does not count, and goes once it is older than those that stay. Returns the numbers removed.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn prune(&self, _lock: &RunLock, keep: usize) -> Result<Vec<u64>> {
        self.sweep()?;
        let in_use = self.current()?.map(|generation| generation.number);
        let (mut kept, mut removed) = (0, Vec::new());
        for number in self.generations()?.into_iter().rev() {
            if kept >= keep.max(KEPT_AT_LEAST) && Some(number) != in_use {
                let dir = self.generations_dir().join(name_of(number));
                let unfinished = self.generations_dir().join(format!("{UNFINISHED}old-{}", name_of(number)));
                // Renamed first: cut off half-way, it must not look like a damaged generation.
                disk::rename(&dir, &unfinished)?;
                disk::sync_dir(&self.generations_dir())?;
                fs::remove_dir_all(&unfinished).map_err(|e| Error::io(&unfinished, &e))?;
                removed.push(number);
            } else if self.generation(number).is_ok_and(|generation| generation.looks_whole()) {
                kept += 1;
            }
        }
        removed.reverse();
        Ok(removed)
    }

    /// The hash of the manifest before the one to be written, and all generations before it.
    fn chain(&self, pointed: Pointed, highest: u64) -> (Option<String>, Vec<EarlierEntry>) {
        let before = match &pointed {
            Pointed::To(pointer) => self.generation(pointer.number),
            _ => self.generation(highest),
        };
        let previous = match pointed {
            Pointed::To(pointer) => Some(pointer.manifest_sha256),
            _ => before.as_ref().ok().map(|generation| generation.manifest_sha256.clone()),
        };
        let earlier = before.map_or_else(
            |_| Vec::new(),
            |before| {
                let own = EarlierEntry {
                    generation: before.number,
                    published_at: before.manifest.published_at,
                    manifest_sha256: before.manifest_sha256,
                };
                before.manifest.earlier.into_iter().chain([own]).collect()
            },
        );
        (previous, earlier)
    }

    /// The step that makes a written generation the one in use.
    fn switch(&self, unfinished: &Path, dir: &Path, number: u64, manifest_sha256: &str) -> Result<()> {
        let (generations, current) = (self.generations_dir(), self.root().join(CURRENT));
        let before = disk::read(&current);
        let line = format!("{} {manifest_sha256}\n", name_of(number));
        let named = disk::rename(unfinished, dir)
            .and_then(|()| disk::sync_dir(&generations))
            .and_then(|()| self.write_current(line.as_bytes()));
        let in_use = named.is_ok();
        let Err(fault) = named.and_then(|()| disk::sync_dir(self.root())) else {
            // Only tells a `CURRENT` put back later from a power cut just before the switch: it may fail.
            let _ = disk::create(&dir.join(PUBLISHED));
            return Ok(());
        };
        // Taken back, so that a run that failed has changed nothing; if even that fails, the new generation stays whole.
        let taken_back = match before {
            _ if !in_use => true,
            Ok(Some(bytes)) => self.write_current(&bytes).is_ok(),
            Ok(None) => disk::remove_file(&current).is_ok(),
            Err(_) => false,
        };
        if taken_back {
            let _ = fs::rename(dir, unfinished);
            let _ = fs::remove_dir_all(unfinished);
        }
        Err(fault)
    }

    fn write_current(&self, line: &[u8]) -> Result<()> {
        disk::replace(&self.root().join(CURRENT), &self.root().join(CURRENT_BESIDE), line)
    }

    /// Removes what a run that was cut off left behind.
    fn sweep(&self) -> Result<()> {
        for name in self.names()?.iter().filter(|name| name.starts_with(UNFINISHED)) {
            let path = self.generations_dir().join(name);
            let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
            removed.map_err(|e| Error::io(&path, &e))?;
        }
        disk::remove_file(&self.root().join(CURRENT_BESIDE))
    }
}

fn check_rows(counts: &RowCounts, inputs: &[InputEntry]) -> Result<()> {
    let unequal = counts.unequal(inputs);
    let Some(first) = unequal.first() else { return Ok(()) };
    let fate = first.counted.ignored + first.counted.quarantined + first.counted.registered + first.counted.merged;
    Err(Error::new("row-equation")
        .with("file", &first.file)
        .with("sheet", &first.sheet)
        .with("rows", first.said.rows)
        .with("counted", fate)
        .with("n", unequal.len())
        .with("total", rows_said(inputs).rows)
        .with("total_counted", counts.total().rows))
}

/// Writes the tables of a generation, each flushed.
pub struct TableWriter<'d> {
    dir: &'d Path,
    manifest: Manifest,
    counts: &'d Mutex<RowCounts>,
    earlier: Option<Arc<Earlier>>,
    groups: WrittenGroups,
}

/// What is known of the groups that were written, by table.
pub type WrittenGroups = BTreeMap<String, Vec<KeptGroup>>;

/// An earlier generation, and what is known of its groups.
struct Earlier {
    dir: PathBuf,
    groups: WrittenGroups,
}

/// Columns that the row equation does not need.
const NOT_COUNTED: &[&str] =
    &["kind", "person_id", "rule", "match_probability", "row_key", "household_id", "typed", "founded_id", "says"];

impl TableWriter<'_> {
    /// From now on groups whose rows are what they were in an earlier generation are copied. `groups` is what was known of
    /// them when they were written; what does not fit is written anew.
    pub fn copy_from(&mut self, generation: &Generation, groups: WrittenGroups) {
        self.earlier = Some(Arc::new(Earlier { dir: generation.dir.clone(), groups }));
    }

    /// What is known of the groups written.
    #[must_use]
    pub fn take_groups(&mut self) -> WrittenGroups {
        std::mem::take(&mut self.groups)
    }

    /// Writes a table of so many rows; `make` makes those at some places, from 0.
    ///
    /// # Errors
    /// `disk-full` and other errors of the file system; `table-write`.
    pub fn table<R: Row>(&mut self, n_rows: usize, make: &(dyn Fn(Range<usize>) -> Vec<R> + Sync)) -> Result<()> {
        self.table_saying(&even_groups(n_rows), None, make)
    }

    /// As [`TableWriter::table`], in these row groups; `content` tells what the rows at some places say where that takes less
    /// than making them.
    ///
    /// # Errors
    /// As [`TableWriter::table`].
    pub fn table_saying<R: Row>(
        &mut self,
        groups: &[Range<usize>],
        content: Option<&(dyn Fn(Range<usize>) -> Content + Sync)>,
        make: &(dyn Fn(Range<usize>) -> Vec<R> + Sync),
    ) -> Result<()> {
        let name = R::SCHEMA.name;
        let count = |rows: &[LineageRow]| {
            let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
            rows.iter().for_each(|row| counts.add(row));
        };
        let counted = |places: Range<usize>| {
            let rows = make(places);
            if let Some(lineage) = (&rows as &dyn Any).downcast_ref::<Vec<LineageRow>>() {
                count(lineage);
            }
            rows
        };
        let path = self.dir.join(R::SCHEMA.file_name());
        // The equation is of the rows that are written, whoever wrote them first.
        let recount = |group: &[u8]| -> Result<()> {
            frame::map_groups(group, &path, false, (NOT_COUNTED, &|_| true), &|_, rows| count(&rows))?;
            Ok(())
        };
        let earlier = self.earlier.as_ref().and_then(|earlier| {
            let kept = earlier.groups.get(name)?;
            Some(frame::Earlier::new(GroupedFile::open(&earlier.dir.join(R::SCHEMA.file_name())).ok()?, kept))
        });
        let is_lineage = name == LineageRow::SCHEMA.name;
        let again = Again { content, earlier, copied: if is_lineage { Some(&recount) } else { None } };
        let mut out = HashedFile::create(&path)?;
        let (kept, n_rows) = frame::write(groups, &counted, &again, &mut out)?;
        let sealed = out.seal()?;
        // Fewer than asked where a row has no fate: the row equation tells.
        self.groups.insert(name.to_owned(), kept);
        check_written::<R>(&path, &sealed.sha256, n_rows)?;
        let entry = TableEntry {
            rows: n_rows,
            sha256: sealed.sha256,
            n_bytes: sealed.n_bytes,
            schema_version: R::SCHEMA.version,
        };
        self.manifest.tables.insert(R::SCHEMA.name.to_owned(), entry);
        Ok(())
    }

    /// Writes some tables beside others.
    ///
    /// # Errors
    /// As [`TableWriter::table`].
    pub fn beside(
        &mut self,
        some: impl FnOnce(&mut Self) -> Result<()> + Send,
        others: impl FnOnce(&mut Self) -> Result<()> + Send,
    ) -> Result<()> {
        let mut other = Self {
            dir: self.dir,
            manifest: Manifest::blank(),
            counts: self.counts,
            earlier: self.earlier.clone(),
            groups: WrittenGroups::default(),
        };
        let (written, others_written) = rayon::join(|| some(self), || others(&mut other));
        written.and(others_written)?;
        self.manifest.tables.append(&mut other.manifest.tables);
        self.groups.append(&mut other.groups);
        Ok(())
    }

    /// Writes the tables that are not written yet.
    ///
    /// # Errors
    /// As [`TableWriter::table`].
    pub fn others(&mut self, tables: &Tables) -> Result<()> {
        struct Others<'w, 'd>(&'w mut TableWriter<'d>);
        impl TableVisitor for Others<'_, '_> {
            fn table<R: Row>(&mut self, rows: &[R]) -> Result<()> {
                if self.0.manifest.tables.contains_key(R::SCHEMA.name) {
                    return Ok(());
                }
                self.0.table(rows.len(), &|places| rows[places].to_vec())
            }
        }
        tables.each(&mut Others(self))
    }

    /// Checks the row equation and writes the manifest.
    fn finish(self) -> Result<(Manifest, String)> {
        debug_assert_eq!(self.manifest.tables.len(), SCHEMAS.len());
        check_rows(&self.counts.lock().unwrap_or_else(PoisonError::into_inner), &self.manifest.inputs)?;
        write_manifest(self.dir, self.manifest)
    }
}

/// Writes the manifest, the last file of a generation; returns it with its hash.
pub(super) fn write_manifest(dir: &Path, manifest: Manifest) -> Result<(Manifest, String)> {
    let path = dir.join(MANIFEST);
    let mut out = HashedFile::create(&path)?;
    let bytes = manifest.to_bytes(&path)?;
    if out.write_all(&bytes).is_err() {
        return Err(out.fault_or(Error::new("manifest-write")));
    }
    let sealed = out.seal()?;
    disk::sync_dir(dir)?;
    Ok((manifest, sealed.sha256))
}

/// Reads a table's file back: its bytes, its rows and its columns must be those that were written.
fn check_written<R: Row>(path: &Path, sha256: &str, n_rows: u64) -> Result<()> {
    let bytes = disk::read(path)?.unwrap_or_default();
    let described = frame::describe(&bytes, &R::SCHEMA, path)?;
    if disk::sha256(&bytes) == sha256 && described.n_rows == n_rows && described.has_columns_of(&R::SCHEMA) {
        return Ok(());
    }
    Err(Error::new("table-write").with("table", R::SCHEMA.name).at(path))
}

#[cfg(test)]
#[path = "publish_tests.rs"]
pub(super) mod tests;
