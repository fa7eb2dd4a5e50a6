//! Writes the tables of a new generation, each flushed to the disk, and counts the rows of the lineage for the row
//! equation.

use std::any::Any;
use std::ops::Range;
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::disk::{self, HashedFile};
use super::manifest::{InputEntry, Manifest, TableEntry};
use super::parquet_writer::write_table;
use super::row_equation::{SheetRowCounts, declared_total};
use super::schema::TableRow;
use super::table_file::TableFile;
use super::tables::{LineageRow, SCHEMAS, TableVisitor, Tables};
use crate::error::{Error, ErrorCode, Result};

/// Writes the tables of a generation into its folder.
pub(crate) struct TableWriter<'d> {
    dir: &'d Path,
    manifest: Manifest,
    counts: &'d Mutex<SheetRowCounts>,
}

impl<'d> TableWriter<'d> {
    /// Returns a writer into a folder. The lineage rows written are added to `counts`.
    pub(super) fn new(dir: &'d Path, manifest: Manifest, counts: &'d Mutex<SheetRowCounts>) -> Self {
        Self { dir, manifest, counts }
    }

    /// Writes a table of `n_rows` rows. `make` returns the rows at a range of places, from 0. Only the rows of a few
    /// row groups are in memory at a time.
    pub(crate) fn table<R: TableRow>(
        &mut self,
        n_rows: usize,
        make: &(dyn Fn(Range<usize>) -> Vec<R> + Sync),
    ) -> Result<()> {
        let make_counted = |places: Range<usize>| {
            let rows = make(places);
            if let Some(lineage) = (&rows as &dyn Any).downcast_ref::<Vec<LineageRow>>() {
                let mut counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
                lineage.iter().for_each(|row| counts.add(row));
            }
            rows
        };
        let path = self.dir.join(R::SCHEMA.file_name());
        let mut out = HashedFile::create(&path)?;
        // Fewer rows than `n_rows` if a row has no outcome: the row equation then fails.
        let rows = write_table(n_rows, &make_counted, &mut out)?;
        let digest = out.finish()?;
        let entry =
            TableEntry { rows, sha256: digest.sha256, n_bytes: digest.n_bytes, schema_version: R::SCHEMA.version };
        check_written::<R>(&path, &entry)?;
        self.manifest.tables.insert(R::SCHEMA.name.to_owned(), entry);
        Ok(())
    }

    /// Writes some tables in parallel with others.
    pub(crate) fn beside(
        &mut self,
        some: impl FnOnce(&mut Self) -> Result<()> + Send,
        others: impl FnOnce(&mut Self) -> Result<()> + Send,
    ) -> Result<()> {
        let mut other = Self::new(self.dir, Manifest::blank(), self.counts);
        let (written, others_written) = rayon::join(|| some(self), || others(&mut other));
        written.and(others_written)?;
        self.manifest.tables.append(&mut other.manifest.tables);
        Ok(())
    }

    /// Writes the tables that are not written yet.
    pub(crate) fn others(&mut self, tables: &Tables) -> Result<()> {
        struct OthersVisitor<'w, 'd>(&'w mut TableWriter<'d>);
        impl TableVisitor for OthersVisitor<'_, '_> {
            fn table<R: TableRow>(&mut self, rows: &[R]) -> Result<()> {
                let is_written = self.0.manifest.tables.contains_key(R::SCHEMA.name);
                if is_written { Ok(()) } else { self.0.table(rows.len(), &|places| rows[places].to_vec()) }
            }
        }
        tables.each(&mut OthersVisitor(self))
    }

    /// Checks the row equation and writes the manifest. Returns the manifest with its SHA-256.
    pub(super) fn finish(self) -> Result<(Manifest, String)> {
        debug_assert_eq!(self.manifest.tables.len(), SCHEMAS.len());
        let counts = self.counts.lock().unwrap_or_else(PoisonError::into_inner);
        check_row_equation(&counts, &self.manifest.inputs)?;
        self.manifest.write(self.dir)
    }
}

fn check_row_equation(counts: &SheetRowCounts, inputs: &[InputEntry]) -> Result<()> {
    let mismatches = counts.mismatches(inputs);
    let Some(first) = mismatches.first() else { return Ok(()) };
    let counted = &first.counted;
    Err(Error::new(ErrorCode::RowEquation)
        .with("file", &first.file)
        .with("sheet", &first.sheet)
        .with("rows", first.declared.rows)
        .with("counted", counted.ignored + counted.quarantined + counted.registered + counted.merged)
        .with("n", mismatches.len())
        .with("total", declared_total(inputs).rows)
        .with("total_counted", counts.total().rows))
}

/// Reads a table's file back and compares its bytes, row count and columns with what was written.
fn check_written<R: TableRow>(path: &Path, entry: &TableEntry) -> Result<()> {
    let file = std::fs::File::open(path).map_err(|e| Error::io(path, &e))?;
    let digest = disk::digest_of_file(&file).map_err(|e| Error::io(path, &e))?;
    let table = TableFile::new(file, path, &R::SCHEMA, false)?;
    if digest.sha256 == entry.sha256 && table.n_rows() == entry.rows && table.has_columns_of_schema() {
        return Ok(());
    }
    Err(Error::new(ErrorCode::TableWrite).with("table", R::SCHEMA.name).at(path))
}
