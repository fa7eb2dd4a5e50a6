//! The store and its generations: finding the generation in use, opening it, and reading its tables.
//!
//! `generations/000001/` holds `manifest.json` and a Parquet file for each table. `CURRENT` names the generation in use
//! and the hash of its manifest. A number is never used twice. Reading takes no lock, since a published generation
//! never changes.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{ErrorKind, Seek};
use std::marker::PhantomData;
use std::ops::Range;
use std::path::{Path, PathBuf};

use rayon::prelude::*;

use super::checked_files;
use super::data_frame::{RowVisitor, row_from_cells};
use super::disk;
use super::manifest::{MANIFEST, Manifest, TableEntry};
use super::schema::{TableCell, TableRow, TableSchema};
use super::table_file::TableFile;
use crate::error::{Error, ErrorCode, Result};
use crate::record::Table;

pub(super) const CURRENT: &str = "CURRENT";
pub(super) const LOCK: &str = "lock";
/// Prefix of a folder or a file of the cache that is being written or removed.
pub(super) const UNFINISHED: &str = ".tmp-";
/// An empty file in a generation that has been in use.
pub(super) const PUBLISHED: &str = "published";

/// The folder of a register: its generations, the log of look-ups, the cache.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Store {
    root: PathBuf,
}

/// The right to write into the store. One run holds it at a time, until it is dropped or the process ends.
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
    /// Its manifest.
    pub manifest: Manifest,
    /// SHA-256 of the bytes of its manifest, in hexadecimal.
    pub manifest_sha256: String,
    /// How it was opened.
    pub origin: GenerationOrigin,
}

/// How a generation was opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GenerationOrigin {
    /// `CURRENT` names it, and it is sound.
    Current,
    /// It was opened by its number.
    ByNumber,
    /// `CURRENT` is not usable; this is the highest-numbered sound generation.
    Recovered(Recovery),
}

/// A generation of which a file is damaged or missing.
#[derive(Debug)]
pub(crate) struct DamagedGeneration {
    pub(crate) number: u64,
    /// Whether its manifest is the one that `CURRENT` names.
    has_own_manifest: bool,
    /// The generation, if its manifest can be read.
    pub(crate) generation: Option<Generation>,
}

impl DamagedGeneration {
    /// Returns the generation, if its manifest and these tables are as they were published.
    pub(crate) fn with_sound_tables(self, tables: &[&str]) -> std::result::Result<Generation, Box<Self>> {
        match self.generation {
            Some(generation)
                if self.has_own_manifest && generation.check_tables(|name| tables.contains(&name)).is_ok() =>
            {
                Ok(generation)
            }
            generation => Err(Box::new(Self { generation, ..self })),
        }
    }
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
    /// The file is missing: it was removed, or the power was cut in the first run.
    Missing,
    /// Its line is not a generation and a hash.
    Unreadable,
    /// The generation it names is missing, damaged or not the one that was published.
    Damaged,
    /// It names a generation that is older than a sound one that was in use: an old copy of the register was laid over
    /// the newer one.
    Replaced,
}

impl RecoveryCause {
    /// Returns the stable code: `missing`, `unreadable`, `damaged` or `replaced`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Unreadable => "unreadable",
            Self::Damaged => "damaged",
            Self::Replaced => "replaced",
        }
    }
}

/// The content of `CURRENT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CurrentPointer {
    pub(super) number: u64,
    pub(super) manifest_sha256: String,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CurrentFile {
    Missing,
    Unreadable,
    Pointer(CurrentPointer),
}

/// Files and folders of a register that are never links.
const PARTS: [&str; 4] = ["generations", "CURRENT", "log", "lookups-head.json"];

/// Refuses a folder that is a link or holds one: a register that is reached by links from another folder would be read
/// without a line in its own log.
fn refuse_links(dir: &Path) -> Result<()> {
    let is_link = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|entry| entry.is_symlink());
    let files = fs::read_dir(dir).into_iter().flatten().flatten().map(|entry| entry.path());
    match std::iter::once(dir.to_owned()).chain(files).find(is_link) {
        Some(link) => Err(Error::new(ErrorCode::RegisterLinked).at(&link)),
        None => Ok(()),
    }
}

/// Whether a folder is that of a register, which has a version in use.
pub(crate) fn is_register(folder: &Path) -> bool {
    folder.join("generations").is_dir() && folder.join(CURRENT).is_file()
}

/// Refuses a file that lies in the folder of a register: its persons are read by commands that leave a line in the log
/// of look-ups.
///
/// # Errors
/// `register-file`.
pub(crate) fn refuse_file_of_register(path: &Path) -> Result<()> {
    let whole = path.canonicalize().unwrap_or_else(|_| path.to_owned());
    match whole.ancestors().skip(1).find(|folder| is_register(folder)) {
        Some(_) => Err(Error::new(ErrorCode::RegisterFile).at(path)),
        None => Ok(()),
    }
}

impl Store {
    /// Opens the store in a folder. Missing folders are created, readable by their owner alone.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn open(root: &Path) -> Result<Self> {
        let store = Self { root: root.to_owned() };
        let is_link = |path: &PathBuf| fs::symlink_metadata(path).is_ok_and(|entry| entry.is_symlink());
        if let Some(link) = PARTS.iter().map(|name| root.join(name)).find(is_link) {
            return Err(Error::new(ErrorCode::RegisterLinked).at(&link));
        }
        disk::create_dir(&store.generations_dir())?;
        Ok(store)
    }

    /// Returns the folder of the store.
    #[must_use]
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Takes the right to write. A lock file left by a dead process does not count.
    ///
    /// # Errors
    /// `run-under-way` if another run holds it.
    pub fn lock(&self) -> Result<RunLock> {
        let path = self.root.join(LOCK);
        disk::refuse_irregular(&path)?;
        let file = disk::open(&path, OpenOptions::new().write(true).create(true).truncate(false))?;
        match file.try_lock() {
            Ok(()) => Ok(RunLock { _file: file }),
            Err(TryLockError::WouldBlock) => Err(Error::new(ErrorCode::RunUnderWay).at(&path)),
            Err(TryLockError::Error(cause)) => Err(Error::io(&path, &cause)),
        }
    }

    /// Returns the numbers of all generations on disk, sound or not, lowest first.
    ///
    /// # Errors
    /// An error of the file system.
    pub fn generations(&self) -> Result<Vec<u64>> {
        let mut numbers: Vec<u64> = self.names()?.iter().filter_map(|name| number_of(name)).collect();
        numbers.sort_unstable();
        Ok(numbers)
    }

    /// Returns the generation in use, or `None` before the first run.
    ///
    /// The hash of every file is checked. If `CURRENT` is not usable, the highest-numbered sound generation is
    /// returned, with [`GenerationOrigin::Recovered`].
    ///
    /// # Errors
    /// `register-damaged` if there are generations and none is sound; `register-newer` if a newer program wrote the
    /// generation to use.
    pub fn current(&self) -> Result<Option<Generation>> {
        let numbers = self.generations()?;
        let mut refused = Vec::new();
        let cause = match self.read_current()? {
            CurrentFile::Missing if numbers.is_empty() => return Ok(None),
            CurrentFile::Missing => RecoveryCause::Missing,
            CurrentFile::Unreadable => RecoveryCause::Unreadable,
            CurrentFile::Pointer(pointer) => match self.pointed_generation(&pointer).and_then(Generation::sound) {
                Ok(generation) => {
                    let later = numbers.iter().copied().filter(|number| *number > generation.number);
                    let Some(mut later) = self.last_published(later) else { return Ok(Some(generation)) };
                    let cause = RecoveryCause::Replaced;
                    later.origin = GenerationOrigin::Recovered(Recovery { cause, refused });
                    return Ok(Some(later));
                }
                Err(fault) if matches!(fault.code, ErrorCode::RegisterNewer | ErrorCode::RegisterLinked) => {
                    return Err(fault);
                }
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
                    generation.origin = GenerationOrigin::Recovered(Recovery { cause, refused });
                    return Ok(Some(generation));
                }
                Err(fault) if fault.code == ErrorCode::RegisterNewer => return Err(fault),
                Err(fault) => refused.push((number, fault)),
            }
        }
        let faults: Vec<String> =
            refused.iter().map(|(number, fault)| format!("{}: {fault}", name_of(*number))).collect();
        let damaged = Error::new(ErrorCode::RegisterDamaged).at(&self.generations_dir()).with("n", refused.len());
        Err(damaged.because(faults.join("; ")))
    }

    /// Returns the generation of this number. Its manifest is read now, its tables are checked when they are read.
    ///
    /// # Errors
    /// `generation-unknown` with the known numbers, `manifest-damaged` or `register-newer`.
    pub fn generation(&self, number: u64) -> Result<Generation> {
        let dir = self.generations_dir().join(name_of(number));
        refuse_links(&dir)?;
        let path = dir.join(MANIFEST);
        let Some(bytes) = disk::read(&path)? else {
            if dir.is_dir() {
                return Err(Error::new(ErrorCode::ManifestDamaged).at(&path));
            }
            let known = self.generations()?.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            return Err(Error::new(ErrorCode::GenerationUnknown).with("generation", number).with("known", known));
        };
        let manifest = Manifest::parse(&bytes, &path)?;
        if manifest.generation != number {
            return Err(Error::new(ErrorCode::ManifestDamaged).at(&path));
        }
        let (manifest_sha256, origin) = (disk::sha256(&bytes), GenerationOrigin::ByNumber);
        Ok(Generation { number, dir, manifest, manifest_sha256, origin })
    }

    /// Returns the newest damaged generation that was passed over for the one in use; `None` if none is newer.
    pub(crate) fn newest_damaged(&self, in_use: &Generation) -> Option<DamagedGeneration> {
        let GenerationOrigin::Recovered(recovery) = &in_use.origin else { return None };
        let newer = recovery.refused.iter().map(|(number, _)| *number).filter(|number| *number > in_use.number);
        let number = newer.max()?;
        let generation = self.generation(number).ok();
        let is_named = match self.read_current() {
            Ok(CurrentFile::Pointer(pointer)) if pointer.number == number => {
                generation.as_ref().is_some_and(|generation| generation.manifest_sha256 == pointer.manifest_sha256)
            }
            _ => true,
        };
        Some(DamagedGeneration { number, has_own_manifest: is_named, generation })
    }

    pub(super) fn read_current(&self) -> Result<CurrentFile> {
        let path = self.root.join(CURRENT);
        let bytes = match disk::read(&path) {
            Ok(Some(bytes)) => bytes,
            Ok(None) => return Ok(CurrentFile::Missing),
            Err(fault) if fault.code == ErrorCode::NoPermission => return Err(fault),
            Err(_) => return Ok(CurrentFile::Unreadable),
        };
        Ok(CurrentPointer::parse(&bytes).map_or(CurrentFile::Unreadable, CurrentFile::Pointer))
    }

    /// Returns the generation that `CURRENT` names, without checking its tables' hashes. `None` where
    /// [`Store::current`] is needed to find the generation to use.
    #[must_use]
    pub fn current_unchecked(&self) -> Option<Generation> {
        let Ok(CurrentFile::Pointer(pointer)) = self.read_current() else { return None };
        let was_published = |number: &u64| self.generations_dir().join(name_of(*number)).join(PUBLISHED).exists();
        // An old copy of `CURRENT` over a newer generation.
        if self.generations().ok()?.iter().any(|number| *number > pointer.number && was_published(number)) {
            return None;
        }
        self.pointed_generation(&pointer).ok().filter(Generation::has_file_sizes)
    }

    /// Returns the last of these generations that was once in use and is sound.
    pub(super) fn last_published(&self, numbers: impl DoubleEndedIterator<Item = u64>) -> Option<Generation> {
        numbers.rev().find_map(|number| {
            self.generation(number).ok().filter(Generation::was_published).and_then(|found| found.sound().ok())
        })
    }

    /// Returns the generation that `CURRENT` names, if the hash of its manifest is the one in `CURRENT`.
    fn pointed_generation(&self, pointer: &CurrentPointer) -> Result<Generation> {
        let mut generation = self.generation(pointer.number)?;
        if generation.manifest_sha256 != pointer.manifest_sha256 {
            return Err(Error::new(ErrorCode::ManifestDamaged).at(&generation.dir.join(MANIFEST)));
        }
        generation.origin = GenerationOrigin::Current;
        Ok(generation)
    }

    pub(super) fn generations_dir(&self) -> PathBuf {
        self.root.join("generations")
    }

    /// Returns all names in the folder of generations, sorted.
    pub(super) fn names(&self) -> Result<Vec<String>> {
        let dir = self.generations_dir();
        let entries = fs::read_dir(&dir).and_then(|entries| entries.collect::<std::io::Result<Vec<_>>>());
        let entries = entries.map_err(|e| Error::io(&dir, &e))?;
        let mut names: Vec<String> = entries.iter().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        names.sort_unstable();
        Ok(names)
    }
}

impl Generation {
    /// Returns all rows of a table, in the order of the file. The file's hash is checked first. If the generation is
    /// older than the table, there are no rows.
    ///
    /// # Errors
    /// `table-damaged` if the file is not the one that was published; `table-unreadable`; `column-missing`,
    /// `column-type` or `column-null` if another version of the program wrote it.
    ///
    /// # Example
    /// `generation.read::<PersonRow>()?`
    pub fn read<R: TableRow>(&self) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        self.each(|row: R| {
            rows.push(row);
            Ok(())
        })?;
        Ok(rows)
    }

    /// Calls `visit` with each row of a table. One row group is in memory at a time. The file's hash is checked first.
    /// Returns the number of rows.
    ///
    /// # Errors
    /// As [`Generation::read`], and the first error of `visit`.
    pub fn each<R: TableRow>(&self, mut visit: impl FnMut(R) -> Result<()>) -> Result<u64> {
        self.visit_rows(&R::SCHEMA, &mut |cells| visit(row_from_cells(cells)?))
    }

    /// Returns the results of `map` for the places and rows of each row group whose places are `wanted`, in the order
    /// of the groups. Columns in `without` are not read: their values are null, or "" where the column has no nulls.
    pub(crate) fn map_groups<R: TableRow, T: Send>(
        &self,
        without: &[&str],
        wanted: &dyn Fn(&Range<usize>) -> bool,
        map: &(dyn Fn(Range<usize>, Vec<R>) -> T + Sync),
    ) -> Result<Vec<T>> {
        if !self.has(&R::SCHEMA) {
            return Ok(Vec::new());
        }
        self.table_file(&R::SCHEMA)?.map_groups(without, wanted, map)
    }

    /// Folds the cells of each row group of a table into a value and passes the values to `take`, in the order of the
    /// groups. Columns in `without` are not read.
    pub(crate) fn fold_groups<R: TableRow, T: Default + Send>(
        &self,
        without: &[&str],
        fold: &(dyn Fn(&mut T, usize, &[TableCell<'_>]) + Sync),
        take: &mut dyn FnMut(T),
    ) -> Result<()> {
        if self.has(&R::SCHEMA) { self.table_file(&R::SCHEMA)?.fold_groups(without, fold, take) } else { Ok(()) }
    }

    /// Returns the columns of a table as text, each distinct value once. Days are `yyyy-mm-dd`, null is "". The error
    /// is `table-no-column` for an unknown column, else as in [`Generation::read`].
    pub(crate) fn columns<R: TableRow>(&self, columns: &[&str]) -> Result<Table> {
        self.table_file(&R::SCHEMA)?.text_columns(columns)
    }

    /// Returns the values of a column of non-negative whole numbers at these ranges of places, in their order.
    pub(crate) fn numbers_at<R: TableRow>(&self, column: &str, places: &[Range<usize>]) -> Result<Vec<u32>> {
        self.table_file(&R::SCHEMA)?.numbers_at(column, places)
    }

    /// Returns a table to look single rows up in. The file's hash is checked.
    pub(crate) fn checked<R: TableRow>(&self) -> Result<TableLookup<R>> {
        Ok(TableLookup(self.table_file(&R::SCHEMA)?, PhantomData))
    }

    /// Whether a run that would write this manifest changes nothing: the same inputs, rulings, settings and tables.
    pub(super) fn is_same(&self, new: &Manifest) -> bool {
        // Numbers are compared as they are read back from the file.
        let read_back = serde_json::to_vec(new).and_then(|bytes| serde_json::from_slice::<Manifest>(&bytes));
        let (old, Ok(new)) = (&self.manifest, read_back) else { return false };
        self.origin == GenerationOrigin::Current
            && (&old.program, &old.settings, &old.inputs) == (&new.program, &new.settings, &new.inputs)
            && (&old.decisions, &old.rulings, &old.stages) == (&new.decisions, &new.rulings, &new.stages)
            && old.corrections == new.corrections
            && (&old.tables, &old.model, &old.review) == (&new.tables, &new.model, &new.review)
    }

    /// Its number and the reason, if it is an older one used in the place of the one that `CURRENT` names.
    #[must_use]
    pub fn recovered(&self) -> Option<(u64, RecoveryCause)> {
        match &self.origin {
            // A first run that is cut off right before the switch leaves a whole generation and no `CURRENT`.
            GenerationOrigin::Recovered(recovery) if !recovery.refused.is_empty() || self.was_published() => {
                Some((self.number, recovery.cause))
            }
            _ => None,
        }
    }

    /// Returns the generation itself, if the hash of each table's file is the one in the manifest.
    ///
    /// # Errors
    /// `table-damaged`.
    pub fn sound(self) -> Result<Self> {
        self.check_tables(|_| true)?;
        Ok(self)
    }

    /// Checks the hashes of the files of the tables whose names are wanted. The error is `table-damaged`.
    fn check_tables(&self, is_wanted: impl Fn(&str) -> bool + Sync) -> Result<()> {
        let check = |(table, entry): (&String, &TableEntry)| {
            let path = self.dir.join(format!("{table}.parquet"));
            let damaged = || Error::new(ErrorCode::TableDamaged).at(&path).with("table", table);
            match disk::digest_of_path(&path) {
                Ok(digest) if digest.sha256 == entry.sha256 => Ok(()),
                Ok(_) => Err(damaged()),
                Err(fault) => Err(damaged().because(fault)),
            }
        };
        let wanted = self.manifest.tables.par_iter().filter(|(table, _)| is_wanted(table.as_str()));
        // Of several damaged tables the first by name is reported.
        wanted.map(check).collect::<Vec<_>>().into_iter().collect()
    }

    /// Calls `visit` with the cells of each row of a table. Returns the number of rows.
    pub(super) fn visit_rows(&self, schema: &TableSchema, visit: &mut RowVisitor<'_>) -> Result<u64> {
        if !self.has(schema) {
            return Ok(0);
        }
        let file = self.table_file(schema)?;
        file.visit_rows(visit)?;
        Ok(file.n_rows())
    }

    /// Returns the file of a table, if its hash is the one in the manifest.
    pub(super) fn table_file(&self, schema: &TableSchema) -> Result<TableFile> {
        TableFile::new(self.checked_file(schema)?, &self.table_path(schema), schema, self.is_older(schema))
    }

    /// Returns the opened file of a table. The error is `table-damaged` if its hash is not the one in the manifest.
    pub(super) fn checked_file(&self, schema: &TableSchema) -> Result<File> {
        let path = self.table_path(schema);
        let damaged = || Error::new(ErrorCode::TableDamaged).at(&path).with("table", schema.name);
        let entry = self.manifest.tables.get(schema.name).ok_or_else(damaged)?;
        let opened = disk::open_regular(&path).and_then(|mut file| {
            if checked_files::was_checked(&path, &file, &entry.sha256) {
                return Ok((file, entry.sha256.clone()));
            }
            let digest = disk::digest_of_file(&file)?;
            file.rewind()?;
            Ok((file, digest.sha256))
        });
        match opened {
            Ok((file, sha256)) if sha256 == entry.sha256 => {
                checked_files::remember(&path, &file, &sha256);
                Ok(file)
            }
            Ok(_) => Err(damaged()),
            Err(cause) if cause.kind() == ErrorKind::NotFound => Err(damaged()),
            Err(cause) => Err(Error::io(&path, &cause)),
        }
    }

    pub(crate) fn store(&self) -> Store {
        Store { root: self.dir.parent().and_then(Path::parent).unwrap_or(&self.dir).to_owned() }
    }

    /// Whether the generation has the table. One of an older program lacks the tables that the program did not know.
    pub(super) fn has(&self, schema: &TableSchema) -> bool {
        self.manifest.tables.contains_key(schema.name)
    }

    /// Whether an older version of its schema wrote the table.
    pub(super) fn is_older(&self, schema: &TableSchema) -> bool {
        self.manifest.tables.get(schema.name).is_some_and(|entry| entry.schema_version < schema.version)
    }

    pub(super) fn table_path(&self, schema: &TableSchema) -> PathBuf {
        self.dir.join(schema.file_name())
    }

    pub(super) fn manifest_path(&self) -> PathBuf {
        self.dir.join(MANIFEST)
    }

    /// Whether it has been in use. Unknown, and `false`, if the run was cut off right after the switch.
    pub(super) fn was_published(&self) -> bool {
        self.dir.join(PUBLISHED).exists()
    }

    /// Whether each table's file has the size in the manifest. Hashes are not checked.
    pub(super) fn has_file_sizes(&self) -> bool {
        self.manifest.tables.iter().all(|(table, entry)| {
            fs::metadata(self.dir.join(format!("{table}.parquet"))).is_ok_and(|file| file.len() == entry.n_bytes)
        })
    }
}

/// A table to look single rows up in.
pub(crate) struct TableLookup<R>(TableFile, PhantomData<R>);

impl<R: TableRow> TableLookup<R> {
    /// Returns the rows at these places, from 0, in the order of `places`. The rest of the table is not read.
    pub(crate) fn rows_at(&self, places: &[usize]) -> Result<Vec<R>> {
        self.0.rows_at(places, &[])
    }

    /// The same rows without some columns: their values are null, or "" where the column has no nulls.
    pub(crate) fn rows_without(&self, places: &[usize], omitted: &[&str]) -> Result<Vec<R>> {
        self.0.rows_at(places, omitted)
    }
}

impl CurrentPointer {
    /// Parses `000001 <sha256>`. Returns `None` for anything else.
    fn parse(bytes: &[u8]) -> Option<Self> {
        let (name, hash) = std::str::from_utf8(bytes).ok()?.strip_suffix('\n')?.split_once(' ')?;
        let is_hash = hash.len() == 64 && hash.bytes().all(|b| b.is_ascii_digit() || (b'a'..=b'f').contains(&b));
        is_hash.then_some(Self { number: number_of(name)?, manifest_sha256: hash.to_owned() })
    }
}

pub(super) fn name_of(number: u64) -> String {
    format!("{number:06}")
}

/// The highest number of a generation; a folder with a higher one is not the program's.
const HIGHEST: u64 = 999_999_999;

/// Returns the number of a generation, from the name of its folder; `None` for any other name.
fn number_of(name: &str) -> Option<u64> {
    let number = name.parse().ok()?;
    ((1..=HIGHEST).contains(&number) && name_of(number) == name).then_some(number)
}

#[cfg(test)]
#[path = "generation_tests.rs"]
mod tests;
