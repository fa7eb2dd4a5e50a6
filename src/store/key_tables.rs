//! Files that communes and engines exchange: keys of persons, persons with the values that are compared, scored pairs.

use std::fs::File;
use std::io::{BufReader, Write};
use std::path::{Path, PathBuf};

use polars::error::PolarsError;
use polars::prelude::{
    BinaryChunked, Column, DataFrame, IntoColumn, NewChunkedArray, ParquetCompression, ParquetReader, ParquetWriter,
    PolarsResult, SerReader, StringChunked,
};

use super::atomic_file::{output_error, write_in_one_step};
use super::disk;
use super::output_path::OutputPath;
use super::table_file::no_panic;
use crate::error::{Error, ErrorCode, Result};
use crate::record::Table;

/// The file of keys.
pub(crate) const KEYS_FILE: &str = "keys.parquet";
/// The file of persons.
pub(crate) const PERSONS_FILE: &str = "persons.parquet";
/// The column that identifies a person, and the column whose value two rows of one person never share.
pub(crate) const PERSON: &str = "person";
pub(crate) const APART: &str = "apart";

/// A function that takes data frames, one after the other.
pub(super) type FrameTaker<'t> = dyn FnMut(DataFrame) -> Result<()> + 't;

/// Writes the data frames that `each` passes on to a Parquet file with zstd compression, each as a row group, in one
/// step. `empty` has their columns. Returns the number of rows.
pub(super) fn write_frames(
    output: &OutputPath,
    empty: &DataFrame,
    each: impl FnOnce(&mut FrameTaker<'_>) -> Result<()>,
) -> Result<u64> {
    let path = output.path();
    write_in_one_step(output, |out| {
        let refused = |cause: PolarsError| match cause {
            PolarsError::IO { error, .. } => output_error(path, &error),
            cause => Error::new(ErrorCode::TableWrite).with("table", shown(path)).because(cause),
        };
        // Polars wants a writer that it may send to another thread.
        let mut bytes = SharedBytes::default();
        let writer = ParquetWriter::new(bytes.clone()).with_compression(ParquetCompression::Zstd(None));
        let mut writer = no_panic(|| writer.set_parallel(false).batched(empty.schema())).map_err(refused)?;
        let mut n_rows = 0;
        each(&mut |mut frame| {
            no_panic(|| writer.write_batch(frame.rechunk_mut())).map_err(refused)?;
            n_rows += frame.height() as u64;
            bytes.pass_on(out).map_err(|e| output_error(path, &e))
        })?;
        no_panic(|| writer.finish().map(drop)).map_err(refused)?;
        bytes.pass_on(out).map_err(|e| output_error(path, &e))?;
        Ok(n_rows)
    })
}

/// Bytes written by Polars, until they are passed on.
#[derive(Clone, Default)]
pub(super) struct SharedBytes(std::sync::Arc<std::sync::Mutex<Vec<u8>>>);

impl SharedBytes {
    pub(super) fn pass_on(&mut self, out: &mut dyn Write) -> std::io::Result<()> {
        let bytes = std::mem::take(&mut *self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner));
        out.write_all(&bytes)
    }
}

impl Write for SharedBytes {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap_or_else(std::sync::PoisonError::into_inner).extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn shown(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

pub(super) fn frame_of(n_rows: usize, columns: Vec<Column>) -> Result<DataFrame> {
    let frame = no_panic(|| DataFrame::new(n_rows, columns));
    frame.map_err(|cause| Error::new(ErrorCode::TableWrite).with("table", "keys").because(cause))
}

pub(super) fn bytes_column<'k>(name: &str, keys: impl ExactSizeIterator<Item = &'k [u8]>) -> Column {
    BinaryChunked::from_iter_values(name.into(), keys).into_column()
}

fn text_column<'t>(name: &str, texts: impl Iterator<Item = &'t str>) -> Column {
    StringChunked::from_iter_values(name.into(), texts).into_column()
}

/// Writes the keys of persons: `key` of 16 bytes, `person`. `each` passes on keys with the index of their person in
/// `persons`. Returns the number of keys.
pub(crate) fn write_keys(
    output: &OutputPath,
    persons: &[String],
    each: impl FnOnce(&mut dyn FnMut(Vec<([u8; 16], u32)>) -> Result<()>) -> Result<()>,
) -> Result<u64> {
    let frame = |keys: &[([u8; 16], u32)]| {
        let ids = keys.iter().map(|(_, person)| persons.get(*person as usize).map_or("", String::as_str));
        let columns = vec![bytes_column("key", keys.iter().map(|(key, _)| &key[..])), text_column(PERSON, ids)];
        frame_of(keys.len(), columns)
    };
    write_frames(output, &frame(&[])?, |take| each(&mut |keys| take(frame(&keys)?)))
}

/// Writes persons with their values: `person`, then the columns of a table.
pub(crate) fn write_persons(output: &OutputPath, persons: &[String], table: &Table) -> Result<u64> {
    const ROWS_AT_A_TIME: usize = 1 << 17;
    let frame = |rows: std::ops::Range<usize>| {
        let mut columns = vec![text_column(PERSON, persons[rows.clone()].iter().map(String::as_str))];
        for column in &table.columns {
            columns.push(text_column(&column.name, rows.clone().map(|row| column.text(row))));
        }
        frame_of(rows.len(), columns)
    };
    write_frames(output, &frame(0..0)?, |take| {
        let firsts = (0..persons.len()).step_by(ROWS_AT_A_TIME);
        firsts.map(|first| first..persons.len().min(first + ROWS_AT_A_TIME)).try_for_each(|rows| take(frame(rows)?))
    })
}

/// A pair with its weight: the two persons, then the match weight in bits.
pub(crate) type WeighedPair = (String, String, f64);

/// Reads scored pairs from a Parquet file, or from all Parquet files of a folder.
///
/// # Errors
/// `not-found`, `table-unreadable`, `table-no-column`; errors of the file system.
pub(crate) fn read_scored_pairs(path: &Path) -> Result<Vec<WeighedPair>> {
    let mut pairs = Vec::new();
    for file in parquet_files(path)? {
        let frame = read_columns(&file, &["person_a", "person_b", "match_weight"])?;
        let unreadable = |cause: PolarsError| unreadable(&file, &cause);
        let text = |name: &str| -> PolarsResult<StringChunked> { frame.column(name)?.str().cloned() };
        let (a, b) = (text("person_a").map_err(unreadable)?, text("person_b").map_err(unreadable)?);
        let weights = frame.column("match_weight").and_then(|column| column.f64().cloned()).map_err(unreadable)?;
        for ((a, b), weight) in a.iter().zip(b.iter()).zip(weights.iter()) {
            let (Some(a), Some(b), Some(weight)) = (a, b, weight) else {
                return Err(Error::new(ErrorCode::TableUnreadable).at(&file).with("table", shown(&file)));
            };
            pairs.push((a.to_owned(), b.to_owned(), weight));
        }
    }
    Ok(pairs)
}

/// The Parquet files of a folder, in the order of their names; a path that is no folder is itself the file.
pub(super) fn parquet_files(path: &Path) -> Result<Vec<PathBuf>> {
    if !path.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = std::fs::read_dir(path).map_err(|e| Error::io(path, &e))?;
    let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "parquet"));
    files.sort();
    if files.is_empty() { Err(Error::io(path, &std::io::ErrorKind::NotFound.into())) } else { Ok(files) }
}

/// Reads columns of a Parquet file.
pub(super) fn read_columns(path: &Path, columns: &[&str]) -> Result<DataFrame> {
    let file: File = disk::open_regular(path).map_err(|e| Error::io(path, &e))?;
    let names: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
    let known = no_panic(|| ParquetReader::new(BufReader::new(&file)).with_slice(Some((0, 0))).finish());
    let known = known.map_err(|cause| unreadable(path, &cause))?;
    if let Some(column) = columns.iter().find(|column| known.column(column).is_err()) {
        let known: Vec<String> = known.get_column_names_owned().iter().map(ToString::to_string).collect();
        let error = Error::new(ErrorCode::TableNoColumn).with("column", column);
        return Err(error.with("known", known.join(", ")).at(path));
    }
    let frame = no_panic(|| ParquetReader::new(BufReader::new(&file)).with_columns(Some(names)).finish());
    frame.map_err(|cause| unreadable(path, &cause))
}

pub(super) fn unreadable(path: &Path, cause: &PolarsError) -> Error {
    Error::new(ErrorCode::TableUnreadable).at(path).with("table", shown(path)).because(cause)
}
