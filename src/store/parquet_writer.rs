//! Writes table rows to Parquet files, a few row groups at a time.
//!
//! Row groups are cut by row count alone, so that the bytes of a file depend on its rows alone.

use std::io::Write;
use std::ops::Range;

use polars::prelude::{
    DataFrame, KeyValueMetadata, ParquetCompression, ParquetWriter, PolarsError, PolarsResult, StatisticsOptions,
};
use rayon::prelude::*;

use super::data_frame::to_frame;
use super::disk::HashedFile;
use super::schema::{TableRow, TableSchema};
use super::table_file::no_panic;
use crate::error::{Error, ErrorCode, Result};

/// Most rows of a row group. Small, so that a few rows of a million are read without the others.
pub(super) const ROW_GROUP: usize = 16_384;

/// Bytes of a page. Small, so that of a row group only the pages with the wanted rows are decoded.
const PAGE_BYTES: usize = 16 * 1024;

/// Returns the rows at a range of places, from 0.
pub(super) type RowMaker<'m, R> = &'m (dyn Fn(Range<usize>) -> Vec<R> + Sync);

/// Returns the ranges of places of `n_rows` rows that make up row groups.
pub(crate) fn even_groups(n_rows: usize) -> Vec<Range<usize>> {
    (0..n_rows).step_by(ROW_GROUP).map(|first| first..n_rows.min(first + ROW_GROUP)).collect()
}

/// Writes a table of `n_rows` rows and returns the number of rows written. Only the rows of a few row groups are in
/// memory at a time.
pub(super) fn write_table<R: TableRow>(n_rows: usize, make: RowMaker<'_, R>, out: &mut HashedFile) -> Result<u64> {
    no_panic(|| write_rows(n_rows, make, &mut *out)).map_err(|cause| out.fault_or(refused(&R::SCHEMA, cause)))
}

/// Returns the bytes of a Parquet file of rows.
pub(super) fn to_parquet<R: TableRow>(rows: &[R]) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let write = || write_rows(rows.len(), &|places| rows[places].to_vec(), &mut bytes);
    no_panic(write).map_err(|cause| refused(&R::SCHEMA, cause))?;
    Ok(bytes)
}

/// Returns the bytes of a Parquet file of a data frame, in row groups as [`write_table`] writes them.
pub(super) fn frame_to_parquet(frame: &DataFrame, schema: &TableSchema) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    let write = || -> PolarsResult<()> {
        let mut writer = parquet_writer(&mut bytes, schema).batched(frame.schema())?;
        for places in even_groups(frame.height()) {
            let mut group = frame.slice(places.start as i64, places.len());
            // One chunk makes one row group.
            writer.write_batch(group.rechunk_mut())?;
        }
        writer.finish()?;
        Ok(())
    };
    no_panic(write).map_err(|cause| refused(schema, cause))?;
    Ok(bytes)
}

fn write_rows<R: TableRow, W: Write + Send>(n_rows: usize, make: RowMaker<'_, R>, out: W) -> PolarsResult<u64> {
    let frame_of = |rows: &[R]| to_frame(rows).map_err(|e| PolarsError::ComputeError(e.to_string().into()));
    let mut writer = parquet_writer(out, &R::SCHEMA).batched(frame_of(&[])?.schema())?;
    let mut n_written = 0;
    // Frames are made in parallel and written one after the other.
    for groups in even_groups(n_rows).chunks(2 * rayon::current_num_threads()) {
        let frames: Vec<PolarsResult<DataFrame>> =
            groups.par_iter().with_max_len(1).map(|places| frame_of(&make(places.clone()))).collect();
        for frame in frames {
            let frame = frame?;
            writer.write_batch(&frame)?;
            n_written += frame.height() as u64;
        }
    }
    writer.finish()?;
    Ok(n_written)
}

/// Returns a writer with zstd compression and statistics. Table name and schema version go into the file's metadata.
fn parquet_writer<W: Write>(out: W, schema: &TableSchema) -> ParquetWriter<W> {
    let metadata = [("bato.table", schema.name.to_owned()), ("bato.schema_version", schema.version.to_string())];
    ParquetWriter::new(out)
        .with_compression(ParquetCompression::Zstd(None))
        .with_statistics(StatisticsOptions::default())
        .with_data_page_size(Some(PAGE_BYTES))
        // Tables are written in parallel; Polars' own threads would compete with ours.
        .set_parallel(false)
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(metadata.map(|(k, v)| (k.to_owned(), v)).to_vec())))
}

fn refused(schema: &TableSchema, cause: PolarsError) -> Error {
    Error::new(ErrorCode::TableWrite).with("table", schema.name).because(cause)
}

#[cfg(test)]
#[path = "parquet_tests.rs"]
mod tests;
