//! Rows to data frames to Parquet files, and back. The only room of the store that calls Polars.
//!
//! Rows are written a row group at a time, cut by what they are and never by how they came, so that a file's bytes depend on
//! its rows alone and memory stays small. Polars may panic on a damaged file: callers check the hash first, and a panic
//! becomes an error here.

mod write;

use std::collections::{BTreeSet, HashMap};
use std::io::Cursor;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use chrono::{Datelike, NaiveDate};
use polars::io::parquet::metadata::FileMetadataRef;
use polars::prelude::{
    Column, DataFrame, DataType, Float64Chunked, Int32Chunked, Int64Chunked, IntoColumn, ParallelStrategy,
    ParquetReader, PolarsResult, Schema, SerReader, StringChunked,
};
use rayon::prelude::*;

use super::groups::{GroupedFile, places_of};
use super::schema::{Cell, ColumnSpec, ColumnType, Row, TableSchema};
use crate::error::{Error, Result};
use crate::record::Table;

pub use write::even_groups;
pub(super) use write::{Again, Earlier, frame_to_parquet, to_parquet, write};

/// Most rows of a row group. Few, so that a few rows of a million are read without the others.
pub const ROW_GROUP: usize = 16_384;

/// Days from 0001-01-01 (day 1) to 1970-01-01.
const EPOCH: i32 = 719_163;

/// A data frame of rows, in their order.
///
/// # Errors
/// `table-write` if Polars refuses.
pub fn to_frame<R: Row>(rows: &[R]) -> Result<DataFrame> {
    let mut columns: Vec<Builder<'_>> =
        R::SCHEMA.columns.iter().map(|column| Builder::new(column.kind, rows.len())).collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row.cells()) {
            column.push(cell);
        }
    }
    let columns = R::SCHEMA.columns.iter().zip(columns).map(|(spec, column)| column.finish(spec.name)).collect();
    DataFrame::new(rows.len(), columns).map_err(|e| Error::new("table-write").with("table", R::SCHEMA.name).because(e))
}

/// The rows of a data frame; columns are found by name, further ones are ignored.
///
/// # Errors
/// `column-missing`, `column-type` or `column-null`, naming the table and the column.
pub fn from_frame<R: Row>(frame: &DataFrame) -> Result<Vec<R>> {
    let mut rows = Vec::with_capacity(frame.height());
    each_cells(frame, &R::SCHEMA, false, &mut |cells| {
        rows.push(row_of::<R>(cells)?);
        Ok(())
    })?;
    Ok(rows)
}

/// The row of these cells of [`each_row`].
pub(super) fn row_of<R: Row>(cells: &[Cell<'_>]) -> Result<R> {
    R::from_cells(cells.iter().copied()).ok_or_else(|| Error::new("table-unreadable").with("table", R::SCHEMA.name))
}

/// Reads columns of any Parquet file as text, each distinct value once; days as `yyyy-mm-dd`.
///
/// # Errors
/// `table-no-column`, naming those there are; `table-unreadable`.
pub fn read_parquet(path: &Path, columns: &[&str]) -> Result<Table> {
    read_columns(&std::fs::read(path).map_err(|e| Error::io(path, &e))?, path, columns)
}

/// Reads columns of the bytes of a Parquet file, as [`read_parquet`].
pub(super) fn read_columns(bytes: &[u8], path: &Path, columns: &[&str]) -> Result<Table> {
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let unreadable = || Error::new("table-unreadable").with("table", &name);
    let schema = caught(|| ParquetReader::new(Cursor::new(bytes)).schema());
    let schema = schema.and_then(std::result::Result::ok).ok_or_else(unreadable)?;
    let known: Vec<&str> = schema.iter_names().map(|name| name.as_str()).collect();
    if let Some(column) = columns.iter().find(|column| !known.contains(column)) {
        return Err(Error::new("table-no-column").with("column", column).with("known", known.join(", ")).at(path));
    }
    let wanted = columns.iter().map(|column| (*column).to_owned()).collect();
    let read = caught(|| -> PolarsResult<Table> {
        let frame = ParquetReader::new(Cursor::new(bytes)).with_columns(Some(wanted)).finish()?;
        let text_column = |name: &&str| -> PolarsResult<crate::record::Column> {
            let texts = frame.column(name)?.cast(&DataType::String)?;
            let mut known = std::collections::HashMap::from([(String::new(), 0)]);
            let mut column =
                crate::record::Column { name: (*name).to_owned(), values: vec![Box::default()], of_row: Vec::new() };
            for text in texts.str()?.iter() {
                let text = text.unwrap_or("").trim();
                let value = known.get(text).copied().unwrap_or_else(|| {
                    let value = column.values.len() as u32;
                    known.insert(text.to_owned(), value);
                    column.values.push(text.into());
                    value
                });
                column.of_row.push(value);
            }
            Ok(column)
        };
        let columns = columns.iter().map(text_column).collect::<PolarsResult<Vec<_>>>()?;
        Ok(Table { name: name.clone(), columns, rows: (1..=frame.height() as u32).collect() })
    });
    read.and_then(std::result::Result::ok).ok_or_else(unreadable)
}

/// A column of whole numbers of a Parquet file, none below 0, at some places in their order; none is 0. Only the row groups
/// that hold them are read.
pub(super) fn read_numbers(
    file: &GroupedFile,
    schema: &TableSchema,
    path: &Path,
    (column, places): (&str, &[Range<usize>]),
) -> Result<Vec<u32>> {
    let unreadable = || Error::new("table-unreadable").at(path).with("table", schema.name);
    let wanted: BTreeSet<usize> =
        places.iter().filter(|place| !place.is_empty()).flat_map(|place| file.groups_of(place)).collect();
    let of_group = |group: usize| -> Result<(usize, Vec<u32>)> {
        let bytes = file.file_of(group).map_err(|_| unreadable())?;
        let described = describe(&bytes, schema, path)?;
        let frame = read_group(
            &bytes,
            schema,
            path,
            &described,
            (0..described.n_rows as usize, Some(vec![column.to_owned()])),
        )?;
        let numbers = frame.column(column).ok().and_then(|column| column.i32().ok()).ok_or_else(unreadable)?;
        Ok((group, numbers.iter().map(|number| number.unwrap_or(0).unsigned_abs()).collect()))
    };
    let groups: HashMap<usize, Vec<u32>> = wanted.into_par_iter().map(of_group).collect::<Result<_>>()?;
    let mut numbers = Vec::with_capacity(places.iter().map(Range::len).sum());
    for place in places {
        for group in file.groups_of(place) {
            let Range { start: first, end } = file.places(group);
            let own = place.start.max(first) - first..place.end.min(end) - first;
            numbers.extend_from_slice(groups.get(&group).and_then(|group| group.get(own)).ok_or_else(unreadable)?);
        }
    }
    if numbers.len() == places.iter().map(Range::len).sum::<usize>() { Ok(numbers) } else { Err(unreadable()) }
}

/// What the footer of a Parquet file says.
pub(super) struct Described {
    /// Number of rows.
    pub(super) n_rows: u64,
    columns: Schema,
    footer: FileMetadataRef,
}

/// Reads the footer of a Parquet file.
pub(super) fn describe(bytes: &[u8], schema: &TableSchema, path: &Path) -> Result<Described> {
    let described = caught(|| -> PolarsResult<Described> {
        let mut reader = ParquetReader::new(Cursor::new(bytes));
        let footer = reader.get_metadata()?.clone();
        let empty = reader.with_slice(Some((0, 0))).finish()?;
        Ok(Described { n_rows: footer.num_rows as u64, columns: empty.schema().as_ref().clone(), footer })
    });
    told(described, schema, path)
}

impl Described {
    /// Which rows each row group holds.
    fn groups(&self) -> Vec<Range<usize>> {
        places_of(self.footer.row_groups.iter().map(|group| group.num_rows()))
    }

    /// Whether the columns are those of the schema, in its order, with no further one.
    pub(super) fn has_columns_of(&self, schema: &TableSchema) -> bool {
        self.columns.len() == schema.columns.len() && self.has_first_columns_of(schema)
    }

    /// Whether the columns are the first of the schema, in its order, and only such as may be null are missing.
    pub(super) fn has_first_columns_of(&self, schema: &TableSchema) -> bool {
        let there = self.columns.iter().map(|(name, kind)| (name.as_str(), kind.clone()));
        let n = self.columns.len();
        n <= schema.columns.len()
            && there.eq(schema.columns[..n].iter().map(|column| (column.name, data_type(column.kind))))
            && schema.columns[n..].iter().all(|column| column.nullable)
    }
}

/// Shows every row of a Parquet file as cells in the order of the schema's columns, and counts them. Of a file that an
/// older program wrote, a column that may be null may be missing.
pub(super) fn each_row(
    bytes: &[u8],
    schema: &TableSchema,
    path: &Path,
    is_older: bool,
    see: &mut dyn FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<u64> {
    let described = describe(bytes, schema, path)?;
    let mut groups = described.groups();
    if groups.is_empty() {
        // A file without rows is read once too, so that a missing column is noticed.
        groups.push(0..0);
    }
    let mut seen = 0;
    for rows in groups {
        let group = read_slice(bytes, schema, path, (rows.start, rows.len()))?;
        each_cells(&group, schema, is_older, see).map_err(|e| e.at(path))?;
        seen += group.height() as u64;
    }
    if seen == described.n_rows {
        Ok(seen)
    } else {
        Err(Error::new("table-unreadable").at(path).with("table", schema.name))
    }
}

/// Whether the group of the rows at these places is wanted.
pub(super) type WantsGroup<'w> = dyn Fn(&Range<usize>) -> bool + 'w;

/// What `make` makes of the places and the rows of each row group whose places are `wanted`, side by side, in the order of the
/// groups. Columns in `without` are not read: "" or none stands for their values.
pub(super) fn map_groups<R: Row, T: Send>(
    bytes: &[u8],
    path: &Path,
    is_older: bool,
    (without, wanted): (&[&str], &WantsGroup<'_>),
    make: &(dyn Fn(Range<usize>, Vec<R>) -> T + Sync),
) -> Result<Vec<T>> {
    let schema = &R::SCHEMA;
    let described = describe(bytes, schema, path)?;
    let there = described.columns.iter_names().map(|name| name.to_string());
    let columns: Vec<String> = there.filter(|name| !without.contains(&name.as_str())).collect();
    let of_group = |group: Range<usize>| {
        let frame = read_group(bytes, schema, path, &described, (group.clone(), Some(columns.clone())))?;
        let mut rows = Vec::with_capacity(frame.height());
        let mut see = |cells: &[Cell<'_>]| {
            rows.push(row_of::<R>(cells)?);
            Ok(())
        };
        each_cells_without(&frame, schema, is_older, without, &mut see).map_err(|e| e.at(path))?;
        Ok(make(group, rows))
    };
    let groups: Vec<Range<usize>> = described.groups().into_iter().filter(|group| wanted(group)).collect();
    groups.into_par_iter().with_max_len(1).map(of_group).collect()
}

/// A whole Parquet file as a data frame.
pub(super) fn read_frame(bytes: &[u8], schema: &TableSchema, path: &Path) -> Result<DataFrame> {
    read_slice(bytes, schema, path, (0, usize::MAX))
}

/// Some rows of a Parquet file, by their place from 0, in the order asked; only the row groups that hold them are read.
pub(super) fn read_rows<R: Row>(file: &GroupedFile, path: &Path, is_older: bool, places: &[usize]) -> Result<Vec<R>> {
    let schema = &R::SCHEMA;
    let unreadable = || Error::new("table-unreadable").at(path).with("table", schema.name);
    let groups: BTreeSet<usize> = places.iter().flat_map(|place| file.groups_of(&(*place..place + 1))).collect();
    let of_group = |group: usize| -> Result<Vec<(usize, R)>> {
        let bytes = file.file_of(group).map_err(|_| unreadable())?;
        let own = file.places(group);
        let frame = read_group(&bytes, schema, path, &describe(&bytes, schema, path)?, (0..own.len(), None))?;
        let mut rows = Vec::new();
        for (nth, place) in places.iter().enumerate().filter(|(_, place)| own.contains(place)) {
            each_cells(&frame.slice((place - own.start) as i64, 1), schema, is_older, &mut |cells| {
                rows.push((nth, row_of::<R>(cells)?));
                Ok(())
            })?;
        }
        Ok(rows)
    };
    let of_groups = groups.into_par_iter().map(of_group).collect::<Result<Vec<_>>>()?;
    let mut rows: Vec<(usize, R)> = of_groups.into_iter().flatten().collect();
    rows.sort_unstable_by_key(|(nth, _)| *nth);
    if rows.len() != places.len() {
        return Err(unreadable());
    }
    Ok(rows.into_iter().map(|(_, row)| row).collect())
}

/// The rows of a row group, by their places in the file, whole or some of their columns. Groups are read side by side, so one
/// is read by one thread.
fn read_group(
    bytes: &[u8],
    schema: &TableSchema,
    path: &Path,
    described: &Described,
    (rows, columns): (Range<usize>, Option<Vec<String>>),
) -> Result<DataFrame> {
    let read = caught(|| {
        let mut reader = ParquetReader::new(Cursor::new(bytes));
        reader.set_metadata(described.footer.clone());
        reader
            .read_parallel(ParallelStrategy::None)
            .with_columns(columns)
            .set_rechunk(true)
            .with_slice(Some((rows.start, rows.len())))
            .finish()
    });
    told(read, schema, path)
}

fn read_slice(bytes: &[u8], schema: &TableSchema, path: &Path, slice: (usize, usize)) -> Result<DataFrame> {
    let read = caught(|| {
        ParquetReader::new(Cursor::new(bytes))
            .read_parallel(ParallelStrategy::Columns)
            .set_rechunk(true)
            .with_slice(Some(slice))
            .finish()
    });
    told(read, schema, path)
}

/// What a call of Polars gave, or `None` if it panicked.
fn caught<T>(call: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(call)).ok()
}

fn told<T>(read: Option<PolarsResult<T>>, schema: &TableSchema, path: &Path) -> Result<T> {
    let fault = Error::new("table-unreadable").at(path).with("table", schema.name);
    match read {
        Some(Ok(value)) => Ok(value),
        Some(Err(cause)) => Err(fault.because(cause)),
        None => Err(fault),
    }
}

fn data_type(kind: ColumnType) -> DataType {
    match kind {
        ColumnType::Text => DataType::String,
        ColumnType::Int32 => DataType::Int32,
        ColumnType::Int64 => DataType::Int64,
        ColumnType::Float64 => DataType::Float64,
        ColumnType::Date => DataType::Date,
    }
}

/// The values of one column on their way into a frame.
enum Builder<'a> {
    Text(Vec<Option<&'a str>>),
    Int32(Vec<Option<i32>>),
    Int64(Vec<Option<i64>>),
    Float(Vec<Option<f64>>),
    Date(Vec<Option<i32>>),
}

impl<'a> Builder<'a> {
    fn new(kind: ColumnType, n_rows: usize) -> Self {
        match kind {
            ColumnType::Text => Self::Text(Vec::with_capacity(n_rows)),
            ColumnType::Int32 => Self::Int32(Vec::with_capacity(n_rows)),
            ColumnType::Int64 => Self::Int64(Vec::with_capacity(n_rows)),
            ColumnType::Float64 => Self::Float(Vec::with_capacity(n_rows)),
            ColumnType::Date => Self::Date(Vec::with_capacity(n_rows)),
        }
    }

    /// Adds a cell; the `table!` macro made sure that it is of the column's type.
    fn push(&mut self, cell: Cell<'a>) {
        match self {
            Self::Text(values) => values.push(if let Cell::Text(text) = cell { Some(text) } else { None }),
            Self::Int32(values) => values.push(if let Cell::Int(n) = cell { i32::try_from(n).ok() } else { None }),
            Self::Int64(values) => values.push(if let Cell::Int(n) = cell { Some(n) } else { None }),
            Self::Float(values) => values.push(if let Cell::Float(x) = cell { Some(x) } else { None }),
            Self::Date(values) => {
                values.push(if let Cell::Date(day) = cell { Some(day.num_days_from_ce() - EPOCH) } else { None });
            }
        }
    }

    fn finish(self, name: &str) -> Column {
        match self {
            Self::Text(values) => Column::new(name.into(), values),
            Self::Int32(values) => Column::new(name.into(), values),
            Self::Int64(values) => Column::new(name.into(), values),
            Self::Float(values) => Column::new(name.into(), values),
            Self::Date(values) => {
                values.into_iter().collect::<Int32Chunked>().with_name(name.into()).into_date().into_column()
            }
        }
    }
}

/// A column of a frame, of the type its schema says.
enum Typed<'a> {
    Text(&'a StringChunked),
    Int32(&'a Int32Chunked),
    Int64(&'a Int64Chunked),
    Float(&'a Float64Chunked),
    Date(&'a Int32Chunked),
    /// The file is older than the column, or it was not read.
    Absent,
    /// A text that was not read.
    Blank,
}

impl<'a> Typed<'a> {
    /// Finds the column, and checks its type and that it holds no null where none may be.
    fn find(frame: &'a DataFrame, schema: &TableSchema, spec: &ColumnSpec, is_older: bool) -> Result<Self> {
        let fault = |code| Error::new(code).with("table", schema.name).with("column", spec.name);
        if is_older && spec.nullable && frame.column(spec.name).is_err() {
            return Ok(Self::Absent);
        }
        let column = frame.column(spec.name).map_err(|_| fault("column-missing"))?;
        let wrong = |_| fault("column-type").with("expected", spec.kind.code()).with("found", column.dtype());
        if !spec.nullable && column.null_count() > 0 {
            return Err(fault("column-null"));
        }
        let series = column.as_materialized_series();
        Ok(match spec.kind {
            ColumnType::Text => Self::Text(series.str().map_err(wrong)?),
            ColumnType::Int32 => Self::Int32(series.i32().map_err(wrong)?),
            ColumnType::Int64 => Self::Int64(series.i64().map_err(wrong)?),
            ColumnType::Float64 => Self::Float(series.f64().map_err(wrong)?),
            ColumnType::Date => Self::Date(series.date().map_err(wrong)?.physical()),
        })
    }

    fn cell(&self, row: usize) -> Cell<'a> {
        match self {
            Self::Text(values) => values.get(row).map_or(Cell::Null, Cell::Text),
            Self::Int32(values) => values.get(row).map_or(Cell::Null, |n| Cell::Int(i64::from(n))),
            Self::Int64(values) => values.get(row).map_or(Cell::Null, Cell::Int),
            Self::Float(values) => values.get(row).map_or(Cell::Null, Cell::Float),
            Self::Date(values) => values.get(row).and_then(day_of).map_or(Cell::Null, Cell::Date),
            Self::Absent => Cell::Null,
            Self::Blank => Cell::Text(""),
        }
    }
}

/// The day so many days after 1970-01-01.
fn day_of(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)
}

fn each_cells(
    frame: &DataFrame,
    schema: &TableSchema,
    is_older: bool,
    see: &mut dyn FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    each_cells_without(frame, schema, is_older, &[], see)
}

fn each_cells_without(
    frame: &DataFrame,
    schema: &TableSchema,
    is_older: bool,
    without: &[&str],
    see: &mut dyn FnMut(&[Cell<'_>]) -> Result<()>,
) -> Result<()> {
    let find = |spec: &ColumnSpec| match without.contains(&spec.name) {
        true if spec.nullable => Ok(Typed::Absent),
        true => Ok(Typed::Blank),
        false => Typed::find(frame, schema, spec, is_older),
    };
    let columns = schema.columns.iter().map(find).collect::<Result<Vec<_>>>()?;
    let mut cells = Vec::with_capacity(columns.len());
    for row in 0..frame.height() {
        cells.clear();
        cells.extend(columns.iter().map(|column| column.cell(row)));
        see(&cells)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::HashedFile;
    use crate::store::sample::sample;
    use crate::store::tables::{AggregateRow, AliasRow, PersonRow, TableVisitor};

    fn written<R: Row>(rows: &[R]) -> Vec<u8> {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("t.parquet");
        let mut out = HashedFile::create(&path).unwrap();
        write(&even_groups(rows.len()), &|places| rows[places].to_vec(), &Again::default(), &mut out).unwrap();
        out.seal().unwrap();
        std::fs::read(path).unwrap()
    }

    fn read<R: Row>(bytes: &[u8]) -> Result<Vec<R>> {
        let mut rows = Vec::new();
        each_row(bytes, &R::SCHEMA, Path::new("t.parquet"), false, &mut |cells| {
            rows.push(row_of::<R>(cells)?);
            Ok(())
        })?;
        Ok(rows)
    }

    #[test]
    fn every_table_reads_back_as_it_was_written_and_always_as_the_same_bytes() {
        struct RoundTrip;
        impl TableVisitor for RoundTrip {
            fn table<R: Row>(&mut self, rows: &[R]) -> Result<()> {
                for rows in [rows, &[]] {
                    let bytes = written(rows);
                    assert_eq!(bytes, written(rows), "{}", R::SCHEMA.name);
                    let described = describe(&bytes, &R::SCHEMA, Path::new("t.parquet"))?;
                    assert!(described.has_columns_of(&R::SCHEMA), "{}", R::SCHEMA.name);
                    assert_eq!(described.n_rows, rows.len() as u64);
                    let cells = |rows: &[R]| {
                        rows.iter().map(|r| format!("{:?}", r.cells().collect::<Vec<_>>())).collect::<Vec<_>>()
                    };
                    assert_eq!(cells(&read::<R>(&bytes)?), cells(rows));
                    assert_eq!(cells(&from_frame::<R>(&to_frame(rows)?)?), cells(rows));
                }
                Ok(())
            }
        }
        sample(40).each(&mut RoundTrip).unwrap();
    }

    #[test]
    fn dates_before_the_epoch_and_odd_texts_survive() {
        let days = ["1890-02-28", "1900-01-01", "1969-12-31", "1970-01-01", "2024-02-29"];
        let texts = ["", " ", "é\u{301}", "=1+1", "a\0b", "😀", "\u{feff}x"];
        let rows: Vec<PersonRow> = days
            .iter()
            .flat_map(|day| texts.iter().map(move |text| (day, text)))
            .map(|(day, text)| PersonRow {
                person_id: (*text).to_owned(),
                born_on: day.parse().ok(),
                quartier: Some((*text).to_owned()),
                first_seen: Some(i32::MIN),
                n_sources: i32::MAX,
                ..Default::default()
            })
            .collect();
        assert_eq!(read::<PersonRow>(&written(&rows)).unwrap(), rows);
    }

    #[test]
    fn more_rows_than_a_row_group_keep_their_order() {
        let rows: Vec<AliasRow> = (0..ROW_GROUP + 7)
            .map(|n| AliasRow {
                old_id: format!("{}", n * 7919 % 100_003),
                person_id: (n % 3 == 0).then(|| n.to_string()),
                ..Default::default()
            })
            .collect();
        let bytes = written(&rows);
        assert!(read::<AliasRow>(&bytes).unwrap() == rows);
        assert!(
            from_frame::<AliasRow>(&read_frame(&bytes, &AliasRow::SCHEMA, Path::new("t")).unwrap()).unwrap() == rows
        );
    }

    #[test]
    fn a_missing_column_or_one_of_another_type_is_named() {
        let aliases = written(&[AliasRow::default()]);
        let missing = read::<AggregateRow>(&aliases).unwrap_err();
        assert_eq!(missing.code, "column-missing");
        assert!(missing.args.contains(&("column", "indicator".to_owned())));
        let frame = to_frame(&[AggregateRow::default()]).unwrap();
        let column = Column::new("value".into(), ["text"]);
        let other = frame.hstack(&[]).unwrap().with_column(column).unwrap().clone();
        let wrong = from_frame::<AggregateRow>(&other).unwrap_err();
        assert_eq!((wrong.code, &wrong.args[1].1[..]), ("column-type", "value"));
        let column = Column::new("area".into(), [None::<&str>]);
        let other = frame.hstack(&[]).unwrap().with_column(column).unwrap().clone();
        assert_eq!(from_frame::<AggregateRow>(&other).unwrap_err().code, "column-null");
    }

    #[test]
    fn a_file_cut_short_is_an_error_and_never_a_panic_that_escapes() {
        let bytes = written(&sample(40).persons);
        for cut in [0, 1, 4, bytes.len() / 2, bytes.len() - 9, bytes.len() - 1] {
            assert!(read::<PersonRow>(&bytes[..cut]).is_err(), "cut at {cut}");
        }
        // Of other damage Polars may ask for more memory than there is: the hash of the file is looked at first, always.
    }

    /// Not a test of its own: the next one runs it in other processes, each with its number of threads.
    #[test]
    fn writes_where_another_process_asks() {
        if let Some(path) = std::env::var_os("BATO_TEST_WRITE_TO") {
            std::fs::write(path, written(&sample(3000).lineage)).unwrap();
        }
    }

    #[test]
    fn the_bytes_are_the_same_whatever_the_number_of_threads() {
        let dir = tempfile::tempdir().unwrap();
        let files: Vec<Vec<u8>> = ["1", "2", "5"]
            .iter()
            .map(|threads| {
                let path = dir.path().join(threads);
                let run = std::process::Command::new(std::env::current_exe().unwrap())
                    .args(["--exact", "store::frame::tests::writes_where_another_process_asks"])
                    .env("POLARS_MAX_THREADS", threads)
                    .env("BATO_TEST_WRITE_TO", &path)
                    .output()
                    .unwrap();
                assert!(run.status.success());
                std::fs::read(path).unwrap()
            })
            .collect();
        assert!(files[0] == files[1] && files[1] == files[2]);
    }
}
