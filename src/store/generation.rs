//! Generations on disk: found, opened and read, whatever a power cut left.
//!
//! `generations/000001/` holds `manifest.json` and a Parquet file for each table; `CURRENT` names the generation in
//! use and the hash of its manifest. A number is never used twice. Reading takes no lock: a published generation
//! never changes.

use std::fs::{self, File, TryLockError};
use std::marker::PhantomData;
use std::ops::Range;
use std::path::{Path, PathBuf};

use polars::prelude::DataFrame;
use rayon::prelude::*;

use super::disk;
use super::frame;
use super::groups::GroupedFile;
use super::manifest::{Manifest, TableEntry};
use super::schema::{Cell, Row, TableSchema};
use crate::error::{Error, Result};
use crate::record::Table;

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const CURRENT: &str = "CURRENT";
pub(super) const LOCK: &str = "lock";
/// An empty file in a generation that has been the one in use.
pub(super) const PUBLISHED: &str = "published";
/// The folder that holds the generations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
}

/// The right to write into the store: one run at a time, given back when dropped or when the process ends.
#[derive(Debug)]
pub struct RunLock {
    _file: File,
}

/// One published state of the register.
#[derive(Debug, Clone, PartialEq)]
pub struct Generation {
    /// Its number, from 1.
    pub number: u64,
    /// Its folder.
    pub dir: PathBuf,
    /// What it is made of.
    pub manifest: Manifest,
    /// SHA-256 of the bytes of its manifest, in hexadecimal.
    pub manifest_sha256: String,
    /// How it was found.
    pub opened: Opened,
}

/// How a generation was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opened {
    /// `CURRENT` names it, and it is sound.
    Current,
    /// It was asked for by its number.
    ByNumber,
    /// `CURRENT` could not be followed: it is the highest-numbered sound one.
    Recovered(Recovery),
}

/// Why the generation in use is not the one `CURRENT` names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recovery {
    /// What was wrong with `CURRENT`.
    pub cause: RecoveryCause,
    /// The generations passed over, with the first fault of each, highest number first.
    pub refused: Vec<(u64, Error)>,
}

/// What was wrong with `CURRENT`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RecoveryCause {
    /// There is none: it was removed, or the power was cut in the first run.
    Missing,
    /// Its line is not a generation and a hash.
    Unreadable,
    /// The generation it names is missing, damaged or another than it was.
    Damaged,
}

impl RecoveryCause {
    /// The stable code: `missing`, `unreadable` or `damaged`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Damaged => "damaged",
        }
    }
}

/// The line of `CURRENT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pointer {
    pub(super) number: u64,
    pub(super) manifest_sha256: String,
}

/// What `CURRENT` holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Pointed {
    Missing,
    Unreadable,
    To(Pointer),
}

impl Store {
    /// Opens the store in a folder; folders that are missing are created, readable by their owner alone.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn open(root: &Path) -> Result<Self> {
        let store = Self { root: root.to_owned() };
        disk::create_dir(&store.generations_dir())?;
        Ok(store)
    }

    /// The folder.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Takes the right to write. A lock file left by a process that died does not hinder.
    ///
    /// # Errors
    /// `run-under-way` if another run holds it.
    pub fn lock(&self) -> Result<RunLock> {
        let path = self.root.join(LOCK);
        let file = disk::open_for_lock(&path)?;
        match file.try_lock() {
            Ok(()) => Ok(RunLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::new("run-under-way").at(&path)),
            Err(TryLockError::Error(cause)) => Err(Error::io(&path, &cause)),
        }
    }

    /// The numbers of all generations on disk, sound or not, lowest first.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn generations(&self) -> Result<Vec<u64>> {
        let mut numbers: Vec<u64> = self.names()?.iter().filter_map(|name| number_of(name)).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// The generation in use; `None` before the first run.
    ///
    /// Every file is read and its hash checked. If `CURRENT` can't be followed, this is the highest-numbered sound
    /// generation, and [`Generation::opened`] says so.
    ///
    /// # Errors
    /// `register-damaged` if there are generations and none is sound; `register-newer` if a newer program wrote the
    /// one to use.
    pub fn current(&self) -> Result<Option<Generation>> {
        let numbers = self.generations()?;
        let mut refused = Vec::new();
        let cause = match self.pointed()? {
            Pointed::Missing if numbers.is_empty() => return Ok(None),
            Pointed::Missing => RecoveryCause::Missing,
            Pointed::Unreadable => RecoveryCause::Unreadable,
            Pointed::To(pointer) => match self.follow(&pointer) {
                Ok(generation) => return Ok(Some(generation)),
                Err(fault) if fault.code == "register-newer" => return Err(fault),
                Err(fault) => {
                    refused.push((pointer.number, fault));
                    RecoveryCause::Damaged
                }
            },
        };
        for number in numbers.into_iter().rev() {
            if refused.iter().any(|(other, _)| *other == number) {
                continue;
            }
            match self.generation(number).and_then(Generation::sound) {
                Ok(mut generation) => {
                    refused.sort_by_key(|(number, _)| std::cmp::Reverse(*number));
                    generation.opened = Opened::Recovered(Recovery { cause, refused });
                    return Ok(Some(generation));
                }
                Err(fault) if fault.code == "register-newer" => return Err(fault),
                Err(fault) => refused.push((number, fault)),
            }
        }
        let seen: Vec<String> =
            refused.iter().map(|(number, fault)| format!("{}: {fault}", name_of(*number))).collect();
        Err(Error::new("register-damaged")
            .at(&self.generations_dir())
            .with("n", refused.len())
            .because(seen.join("; ")))
    }

    /// The generation of this number. Its manifest is read; its tables are checked when they are.
    ///
    /// # Errors
    /// `generation-unknown` with those there are, `manifest-damaged` or `register-newer`.
    pub fn generation(&self, number: u64) -> Result<Generation> {
        let dir = self.generations_dir().join(name_of(number));
        let path = dir.join(MANIFEST);
        let Some(bytes) = disk::read(&path)? else {
            if dir.is_dir() {
                return Err(Error::new("manifest-damaged").at(&path));
            }
            let known: Vec<String> = self.generations()?.iter().map(ToString::to_string).collect();
            return Err(Error::new("generation-unknown").with("generation", number).with("known", known.join(", ")));
        };
        let manifest = Manifest::parse(&bytes, &path)?;
        if manifest.generation != number {
            return Err(Error::new("manifest-damaged").at(&path));
        }
        Ok(Generation { number, dir, manifest, manifest_sha256: disk::sha256(&bytes), opened: Opened::ByNumber })
    }

    /// What `CURRENT` holds.
    pub(super) fn pointed(&self) -> Result<Pointed> {
        let path = self.root.join(CURRENT);
        let bytes = match disk::read(&path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(Pointed::Missing),
            Err(fault) if fault.code == "no-permission" => return Err(fault),
            Err(_) => return Ok(Pointed::Unreadable),
        };
        Ok(Pointer::parse(&bytes).map_or(Pointed::Unreadable, Pointed::To))
    }

    /// The generation in use, for a quick look: no table's hash is checked before it is read. `None` where only
    /// [`Store::current`] can tell.
    #[must_use]
    pub fn current_unchecked(&self) -> Option<Generation> {
        let Ok(Pointed::To(pointer)) = self.pointed() else { return None };
        self.named(&pointer).ok().filter(Generation::looks_whole)
    }

    fn follow(&self, pointer: &Pointer) -> Result<Generation> {
        self.named(pointer)?.sound()
    }

    /// The generation that `CURRENT` names, if its manifest is the one named.
    fn named(&self, pointer: &Pointer) -> Result<Generation> {
        let mut generation = self.generation(pointer.number)?;
        if generation.manifest_sha256 != pointer.manifest_sha256 {
            return Err(Error::new("manifest-damaged").at(&generation.dir.join(MANIFEST)));
        }
        generation.opened = Opened::Current;
        Ok(generation)
    }

    pub(super) fn generations_dir(&self) -> PathBuf {
        self.root.join("generations")
    }

    pub(super) fn names(&self) -> Result<Vec<String>> {
        let dir = self.generations_dir();
        let entries = fs::read_dir(&dir).and_then(|entries| entries.collect::<std::io::Result<Vec<_>>>());
        let mut names: Vec<String> = entries
            .map_err(|e| Error::io(&dir, &e))?
            .iter()
            .filter_map(|entry| entry.file_name().into_string().ok())
            .collect();
        names.sort_unstable();
        Ok(names)
    }
}

impl Generation {
    /// All rows of a table, in the order they were written. The file's hash is checked first. A table that is younger
    /// than the generation has no rows.
    ///
    /// # Errors
    /// `table-damaged` if the file is not the one that was published; `column-missing`, `column-type` or
    /// `column-null` if another version of the program wrote it.
    ///
    /// # Example
    /// `generation.read::<PersonRow>()?`
    pub fn read<R: Row>(&self) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        self.each(|row: R| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Shows every row of a table in turn, a row group in memory at a time. The file's hash is checked first.
    ///
    /// # Errors
    /// As [`Generation::read`], and the first error of `see`.
    pub fn each<R: Row>(&self, mut see: impl FnMut(R) -> Result<()>) -> Result<u64> {
        self.each_cells(&R::SCHEMA, &mut |cells| see(frame::row_of(cells)?))
    }

    /// What `make` makes of the places and the rows of each row group of a table whose places are `wanted`, side by side, in
    /// their order. Of the columns in `without` nothing is read: "" or none stands for their values, which are text or may
    /// be none. The file's hash is checked first.
    ///
    /// # Errors
    /// As [`Generation::read`].
    pub fn map_groups<R: Row, T: Send>(
        &self,
        without: &[&str],
        wanted: &frame::WantsGroup<'_>,
        make: &(dyn Fn(Range<usize>, Vec<R>) -> T + Sync),
    ) -> Result<Vec<T>> {
        let schema = &R::SCHEMA;
        if !self.has(schema) {
            return Ok(Vec::new());
        }
        let bytes = self.table_bytes(schema)?;
        frame::map_groups(&bytes, &self.table_path(schema), self.is_older(schema), (without, wanted), make)
    }

    /// A table as a data frame. The file's hash is checked first.
    ///
    /// # Errors
    /// `table-damaged`, `table-unreadable`.
    pub fn frame<R: Row>(&self) -> Result<DataFrame> {
        frame::read_frame(&self.table_bytes(&R::SCHEMA)?, &R::SCHEMA, &self.table_path(&R::SCHEMA))
    }

    /// Columns of a table as text, each distinct value once; days as `yyyy-mm-dd`, none as "". The file's hash is checked.
    ///
    /// # Errors
    /// `table-damaged`, `table-unreadable`.
    pub fn columns<R: Row>(&self, columns: &[&str]) -> Result<Table> {
        frame::read_columns(&self.table_bytes(&R::SCHEMA)?, &self.table_path(&R::SCHEMA), columns)
    }

    /// A column of whole numbers, none below 0, at some places in their order. The file's hash is checked.
    ///
    /// # Errors
    /// `table-damaged`, `table-unreadable`.
    pub fn numbers_at<R: Row>(&self, column: &str, places: &[Range<usize>]) -> Result<Vec<u32>> {
        let CheckedTable { file, path, .. } = self.checked::<R>()?;
        frame::read_numbers(&file, &R::SCHEMA, &path, (column, places))
    }

    /// A table whose file's hash has been checked, to look rows up in.
    ///
    /// # Errors
    /// `table-damaged`.
    pub fn checked<R: Row>(&self) -> Result<CheckedTable<R>> {
        let schema = &R::SCHEMA;
        let path = self.table_path(schema);
        let damaged = || Error::new("table-damaged").at(&path).with("table", schema.name);
        let entry = self.manifest.tables.get(schema.name).ok_or_else(damaged)?;
        if !disk::sha256_of_file(&path).is_ok_and(|sealed| sealed.sha256 == entry.sha256) {
            return Err(damaged());
        }
        let file = GroupedFile::open(&path).map_err(|_| damaged())?;
        Ok(CheckedTable { file, path, is_older: self.is_older(schema), rows: PhantomData })
    }

    /// The folder of the store it belongs to.
    pub(super) fn store(&self) -> Store {
        Store { root: self.dir.parent().and_then(Path::parent).unwrap_or(&self.dir).to_owned() }
    }

    /// Shows every row of a table as cells.
    pub(super) fn each_cells(
        &self,
        schema: &TableSchema,
        see: &mut dyn FnMut(&[Cell<'_>]) -> Result<()>,
    ) -> Result<u64> {
        if !self.has(schema) {
            return Ok(0);
        }
        frame::each_row(&self.table_bytes(schema)?, schema, &self.table_path(schema), self.is_older(schema), see)
    }

    /// Whether the generation has the table: one that an older program wrote lacks those that it did not know.
    pub(super) fn has(&self, schema: &TableSchema) -> bool {
        self.manifest.tables.contains_key(schema.name)
    }

    /// Whether the table was written under an older version of its schema.
    pub(super) fn is_older(&self, schema: &TableSchema) -> bool {
        self.manifest.tables.get(schema.name).is_some_and(|entry| entry.schema_version < schema.version)
    }

    /// The bytes of a table's file, if they are those that were published.
    pub(super) fn table_bytes(&self, schema: &TableSchema) -> Result<Vec<u8>> {
        let path = self.table_path(schema);
        let damaged = || Error::new("table-damaged").at(&path).with("table", schema.name);
        let entry = self.manifest.tables.get(schema.name).ok_or_else(damaged)?;
        let bytes = disk::read(&path)?.ok_or_else(damaged)?;
        if disk::sha256(&bytes) == entry.sha256 { Ok(bytes) } else { Err(damaged()) }
    }

    pub(super) fn table_path(&self, schema: &TableSchema) -> PathBuf {
        self.dir.join(schema.file_name())
    }

    pub(super) fn manifest_path(&self) -> PathBuf {
        self.dir.join(MANIFEST)
    }

    /// The generation itself, if each of its tables' files is the one that was published.
    ///
    /// # Errors
    /// `table-damaged`.
    pub fn sound(self) -> Result<Self> {
        let check = |(table, entry): (&String, &TableEntry)| {
            let path = self.dir.join(format!("{table}.parquet"));
            let damaged = || Error::new("table-damaged").at(&path).with("table", table);
            match disk::sha256_of_file(&path) {
                Ok(sealed) if sealed.sha256 == entry.sha256 => Ok(()),
                Ok(_) => Err(damaged()),
                Err(fault) => Err(damaged().because(fault)),
            }
        };
        // Of several damaged tables the first by name is told.
        self.manifest.tables.par_iter().map(check).collect::<Vec<_>>().into_iter().collect::<Result<()>>()?;
        Ok(self)
    }

    /// Whether it has been the one in use; not known of one whose run was cut off right after the switch.
    pub(super) fn was_published(&self) -> bool {
        self.dir.join(PUBLISHED).exists()
    }

    /// Whether each table's file is there with its size; a quick look, no hash.
    pub(super) fn looks_whole(&self) -> bool {
        self.manifest.tables.iter().all(|(table, entry)| {
            fs::metadata(self.dir.join(format!("{table}.parquet"))).is_ok_and(|found| found.len() == entry.n_bytes)
        })
    }
}

/// A table whose file is the one that was published.
pub struct CheckedTable<R> {
    file: GroupedFile,
    path: PathBuf,
    is_older: bool,
    rows: PhantomData<R>,
}

impl<R: Row> CheckedTable<R> {
    /// Some rows, by their place from 0, in the order asked; the rest of the table is not read.
    ///
    /// # Errors
    /// `table-unreadable`.
    pub fn rows_at(&self, places: &[usize]) -> Result<Vec<R>> {
        frame::read_rows(&self.file, &self.path, self.is_older, places)
    }
}

impl Pointer {
    /// Reads `000001 <sha256>`; anything else is `None`.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let (name, hash) = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?.split_once(' ')?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_hash.then_some(Self { number: number_of(name)?, manifest_sha256: hash.to_owned() })
    }
}

pub(super) fn name_of(number: u64) -> String {
    format!("{number:06}")
}

/// The number of a generation's folder; `None` for any other name.
fn number_of(name: &str) -> Option<u64> {
    let number = name.parse().ok()?;
    (number > 0 && name_of(number) == name).then_some(number)
}

#[cfg(test)]
#[path = "generation_tests.rs"]
mod tests;
