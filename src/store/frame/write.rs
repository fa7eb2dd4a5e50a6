//! Rows to Parquet files, a row group at a time.
//!
//! Groups are made and encoded side by side and written in their order, a few at a time, so that memory stays small. A group
//! that is in the last generation's file, because its rows say what they said, is copied.

use std::collections::HashMap;
use std::ops::Range;

use foldhash::fast::FixedState;
use polars::prelude::{
    DataFrame, KeyValueMetadata, ParquetCompression, ParquetWriter, PolarsResult, StatisticsOptions,
};
use rayon::prelude::*;

use super::{ROW_GROUP, caught, to_frame};
use crate::error::{Error, Result};
use crate::store::content::{Content, content_of};
use crate::store::disk::HashedFile;
use crate::store::groups::{self, Group, GroupWriter, GroupedFile, KeptGroup};
use crate::store::schema::{Row, TableSchema};

/// So many rows in row groups of [`ROW_GROUP`].
pub fn even_groups(n_rows: usize) -> Vec<Range<usize>> {
    (0..n_rows).step_by(ROW_GROUP).map(|first| first..n_rows.min(first + ROW_GROUP)).collect()
}

/// Writes rows to a Parquet file in these row groups: zstd, statistics, table and schema version as metadata.
/// `make` makes the rows at some places: a few groups at a time are there at once, whatever the table's length. Returns what
/// is to be known of each group, so that a later file can hold it without its rows being written again, and how many rows
/// there are.
pub(in crate::store) fn write<R: Row>(
    groups: &[Range<usize>],
    make: Make<'_, R>,
    again: &Again<'_>,
    out: &mut HashedFile,
) -> Result<(Vec<KeptGroup>, u64)> {
    let written = caught(|| write_groups(groups, make, again, &mut *out));
    let fault = || Error::new("table-write").with("table", R::SCHEMA.name);
    match written {
        Some(Ok((_, kept, n_rows))) => Ok((kept, n_rows)),
        Some(Err(cause)) => Err(out.fault_or(fault().because(cause))),
        None => Err(out.fault_or(fault())),
    }
}

/// Makes the rows at some places, from 0.
pub(in crate::store) type Make<'m, R> = &'m (dyn Fn(Range<usize>) -> Vec<R> + Sync);

/// Looks at the bytes of a Parquet file.
type See<'a> = dyn Fn(&[u8]) -> Result<()> + Sync + 'a;

/// How groups that a file of the last generation holds are written again without their rows.
#[derive(Default)]
pub(in crate::store) struct Again<'a> {
    /// What the rows at some places say; without it they are made to tell.
    pub(in crate::store) content: Option<&'a (dyn Fn(Range<usize>) -> Content + Sync)>,
    /// What is known of the groups of that file.
    pub(in crate::store) earlier: Option<Earlier<'a>>,
    /// Is shown each group that was copied, as a file of its own.
    pub(in crate::store) copied: Option<&'a See<'a>>,
}

/// A file whose groups are found by what their rows say, wherever they stand.
pub(in crate::store) struct Earlier<'a> {
    file: GroupedFile,
    by_content: HashMap<Content, (usize, &'a KeptGroup), FixedState>,
}

impl<'a> Earlier<'a> {
    /// `kept` is what is known of the file's groups, in their order.
    pub(in crate::store) fn new(file: GroupedFile, kept: &'a [KeptGroup]) -> Self {
        let places = kept.iter().enumerate().map(|(place, kept)| (kept.content, (place, kept)));
        Self { file, by_content: places.collect() }
    }

    /// A group of so many rows that says the same, if it is whole.
    fn group(&self, n_rows: usize, content: Content) -> Option<(Group, KeptGroup)> {
        let (place, kept) = self.by_content.get(&content)?;
        let group = self.file.group(*place).ok()?;
        (group.n_rows() == n_rows && group.sha256() == kept.sha256).then(|| (group, (*kept).clone()))
    }
}

/// The bytes of a Parquet file of rows.
pub(in crate::store) fn to_parquet<R: Row>(rows: &[R]) -> Result<Vec<u8>> {
    let make = |places: Range<usize>| rows[places].to_vec();
    match caught(|| write_groups(&even_groups(rows.len()), &make, &Again::default(), Vec::new())) {
        Some(Ok((bytes, ..))) => Ok(bytes),
        Some(Err(cause)) => Err(Error::new("table-write").with("table", R::SCHEMA.name).because(cause)),
        None => Err(Error::new("table-write").with("table", R::SCHEMA.name)),
    }
}

/// The bytes of a Parquet file of a frame, written as [`write()`] does.
pub(in crate::store) fn frame_to_parquet(frame: &DataFrame, schema: &TableSchema) -> Result<Vec<u8>> {
    let write = || -> PolarsResult<Vec<u8>> {
        let mut file = GroupWriter::start(Vec::new(), groups::footer_of(&encoded(&frame.clear(), schema)?)?)?;
        for group in even_groups(frame.height()) {
            file.add(&Group::only_of(&encoded(&frame.slice(group.start as i64, group.len()), schema)?)?)?;
        }
        Ok(file.end()?)
    };
    let fault = || Error::new("table-write").with("table", schema.name);
    match caught(write) {
        Some(Ok(bytes)) => Ok(bytes),
        Some(Err(cause)) => Err(fault().because(cause)),
        None => Err(fault()),
    }
}

fn write_groups<R: Row, W: std::io::Write>(
    groups: &[Range<usize>],
    make: Make<'_, R>,
    again: &Again<'_>,
    out: W,
) -> PolarsResult<(W, Vec<KeptGroup>, u64)> {
    let refused = |e: Error| polars::error::polars_err!(ComputeError: "{e}");
    let blank = groups::footer_of(&encoded(&to_frame::<R>(&[]).map_err(refused)?, &R::SCHEMA)?)?;
    let of_group = |rows: &Range<usize>| -> PolarsResult<(Group, KeptGroup)> {
        let mut made = None;
        let content = match again.content {
            Some(content) => content(rows.clone()),
            None => content_of(made.insert(make(rows.clone()))),
        };
        if let Some((group, kept)) = again.earlier.as_ref().and_then(|earlier| earlier.group(rows.len(), content)) {
            if let Some(copied) = again.copied {
                copied(&group.to_file(&blank)?).map_err(refused)?;
            }
            return Ok((group, kept));
        }
        let frame = to_frame(&made.unwrap_or_else(|| make(rows.clone()))).map_err(refused)?;
        let group = Group::only_of(&encoded(&frame, &R::SCHEMA)?)?;
        let kept = KeptGroup { content, sha256: group.sha256() };
        Ok((group, kept))
    };
    let (mut file, mut kept) = (GroupWriter::start(out, blank.clone())?, Vec::with_capacity(groups.len()));
    // Made side by side, written one after the other.
    for groups in groups.chunks(2 * rayon::current_num_threads()) {
        let made: Vec<PolarsResult<(Group, KeptGroup)>> = groups.par_iter().with_max_len(1).map(of_group).collect();
        for made in made {
            let (group, kept_of) = made?;
            file.add(&group)?;
            kept.push(kept_of);
        }
    }
    let n_rows = file.n_rows();
    Ok((file.end()?, kept, n_rows))
}

/// The bytes of a Parquet file of one row group; of none, if the frame is empty.
fn encoded(frame: &DataFrame, schema: &TableSchema) -> PolarsResult<Vec<u8>> {
    let mut bytes = Vec::new();
    // Groups are encoded side by side, so one is encoded by one thread.
    let mut writer = writer(&mut bytes, schema).set_parallel(false).batched(frame.schema())?;
    if frame.height() > 0 {
        writer.write_batch(frame)?;
    }
    writer.finish()?;
    drop(writer);
    Ok(bytes)
}

/// Zstd, statistics, table and schema version as metadata.
fn writer<W: std::io::Write + Send>(out: W, schema: &TableSchema) -> ParquetWriter<W> {
    let metadata = [("bato.table", schema.name.to_owned()), ("bato.schema_version", schema.version.to_string())];
    ParquetWriter::new(out)
        .with_compression(ParquetCompression::Zstd(None))
        .with_statistics(StatisticsOptions::default())
        .with_key_value_metadata(Some(KeyValueMetadata::from_static(metadata.map(|(k, v)| (k.to_owned(), v)).to_vec())))
}
