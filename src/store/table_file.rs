//! The Parquet file of a table, opened for reading: all rows, some row groups, single rows, columns, or a data frame.
//!
//! The footer is parsed once, when the file is opened. Polars maps the file into memory, so only the row groups being
//! read take memory. If the disk fails or is removed meanwhile, the operating system ends the process; reading changes
//! no file. Polars may panic or ask for too much memory on a damaged file: callers check the file's hash first, and a
//! panic becomes an error here.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufReader, Cursor};
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use foldhash::fast::FixedState;
use polars::io::parquet::metadata::{FileMetadata, FileMetadataRef};
use polars::prelude::{
    DataFrame, DataType, ParallelStrategy, ParquetReader, PolarsError, PolarsResult, Schema, SerReader,
};
use rayon::prelude::*;

use super::data_frame::{FrameColumns, RowVisitor, data_type, date_from_days, row_from_cells};
use super::disk;
use super::schema::{TableCell, TableRow, TableSchema};
use crate::error::{Error, ErrorCode, Result};
use crate::record::{Column, Table};

/// Rows between two wanted ones that are cheaper to decode than another stretch is to begin.
const CLOSE: usize = 512;

/// The file of a table, opened, with its parsed footer.
pub(super) struct TableFile {
    file: File,
    path: PathBuf,
    schema: TableSchema,
    /// Whether an older version of the schema wrote the file: columns that may be null may be missing.
    is_older: bool,
    footer: FileMetadataRef,
    /// The footer without its row groups.
    empty_footer: FileMetadata,
    /// The rows of each row group, by their places in the table, from 0.
    groups: Vec<Range<usize>>,
    /// The columns that the file has.
    columns: Schema,
}

impl TableFile {
    /// Reads the footer of an open file. `path` is for errors only. The error is `table-unreadable`.
    pub(super) fn new(file: File, path: &Path, schema: &TableSchema, is_older: bool) -> Result<Self> {
        let footer = no_panic(|| -> PolarsResult<(FileMetadataRef, Schema)> {
            let mut reader = ParquetReader::new(BufReader::new(&file));
            let footer = reader.get_metadata()?.clone();
            let no_rows = reader.with_slice(Some((0, 0))).finish()?;
            Ok((footer, no_rows.schema().as_ref().clone()))
        });
        let (footer, columns) = footer.map_err(|cause| unreadable(schema, path).because(cause))?;
        let mut empty_footer = footer.as_ref().clone();
        empty_footer.row_groups.clear();
        let (mut n_rows, mut groups) = (0_usize, Vec::with_capacity(footer.row_groups.len()));
        for group in &footer.row_groups {
            let first = n_rows;
            // A damaged footer may hold any number.
            n_rows = n_rows.saturating_add(group.num_rows());
            groups.push(first..n_rows);
        }
        if n_rows != footer.num_rows {
            return Err(unreadable(schema, path));
        }
        Ok(Self { file, path: path.to_owned(), schema: *schema, is_older, footer, empty_footer, groups, columns })
    }

    pub(super) fn n_rows(&self) -> u64 {
        self.footer.num_rows as u64
    }

    /// Whether the file's columns are those of the schema, in its order. If an older schema wrote the file, the last
    /// ones may be missing where they may be null.
    pub(super) fn has_columns_of_schema(&self) -> bool {
        let (n, specs) = (self.columns.len(), self.schema.columns);
        let columns = self.columns.iter().map(|(name, kind)| (name.as_str(), kind.clone()));
        (n == specs.len() || self.is_older && n < specs.len())
            && columns.eq(specs[..n].iter().map(|spec| (spec.name, data_type(spec.kind))))
            && specs[n..].iter().all(|spec| spec.nullable)
    }

    /// Calls `visit` with the cells of each row, in the order of the schema's columns, until its first error. One row
    /// group is in memory at a time.
    pub(super) fn visit_rows(&self, visit: &mut RowVisitor<'_>) -> Result<()> {
        let columns = self.frame_columns(&[]);
        if self.groups.is_empty() {
            // A file without rows is checked for missing columns, too.
            return columns.visit_rows(&self.data_frame()?, visit).map_err(|e| e.at(&self.path));
        }
        for group in 0..self.groups.len() {
            let frame = self.group_frame(group, None, ParallelStrategy::Columns)?;
            columns.visit_rows(&frame, visit).map_err(|e| e.at(&self.path))?;
        }
        Ok(())
    }

    /// Returns the results of `map` for the places and rows of each row group whose places are wanted, in the order of
    /// the groups. Columns in `omitted` are not read. Row groups are read in parallel.
    pub(super) fn map_groups<R: TableRow, T: Send>(
        &self,
        omitted: &[&str],
        is_wanted: &dyn Fn(&Range<usize>) -> bool,
        map: &(dyn Fn(Range<usize>, Vec<R>) -> T + Sync),
    ) -> Result<Vec<T>> {
        let map_group = |group: usize| {
            let places = self.groups[group].clone();
            let mut rows = Vec::with_capacity(places.len());
            self.visit_group(group, omitted, &mut |cells| {
                rows.push(row_from_cells::<R>(cells)?);
                Ok(())
            })?;
            Ok(map(places, rows))
        };
        let groups: Vec<usize> = (0..self.groups.len()).filter(|group| is_wanted(&self.groups[*group])).collect();
        groups.into_par_iter().with_max_len(1).map(map_group).collect()
    }

    /// Folds the rows of each row group into a value and passes the values to `take`, in the order of the groups.
    /// `fold` gets the place and the cells of a row. A few row groups are read in parallel, then taken: no more of them
    /// are in memory.
    pub(super) fn fold_groups<T: Default + Send>(
        &self,
        omitted: &[&str],
        fold: &(dyn Fn(&mut T, usize, &[TableCell<'_>]) + Sync),
        take: &mut dyn FnMut(T),
    ) -> Result<()> {
        let fold_group = |group: &usize| {
            let (mut value, mut place) = (T::default(), self.groups[*group].start);
            let visited = self.visit_group(*group, omitted, &mut |cells| {
                fold(&mut value, place, cells);
                place += 1;
                Ok(())
            });
            visited.map(|()| value)
        };
        let all: Vec<usize> = (0..self.groups.len()).collect();
        for groups in all.chunks(rayon::current_num_threads()) {
            let values: Vec<T> = groups.par_iter().with_max_len(1).map(fold_group).collect::<Result<_>>()?;
            values.into_iter().for_each(&mut *take);
        }
        Ok(())
    }

    /// Calls `visit` with the cells of each row of a row group. Columns in `omitted` are not read.
    fn visit_group(&self, group: usize, omitted: &[&str], visit: &mut RowVisitor<'_>) -> Result<()> {
        let names = self.columns.iter_names().map(|name| name.as_str());
        let names: Vec<&str> = names.filter(|name| !omitted.contains(name)).collect();
        let frame = self.group_frame(group, Some(&names), ParallelStrategy::None)?;
        self.frame_columns(omitted).visit_rows(&frame, visit).map_err(|e| e.at(&self.path))
    }

    /// Returns the rows at these places, from 0, in the order of `places`. Only the row groups that hold them are read,
    /// and of a group of which few are wanted only the pages that hold these. Columns in `omitted` are not read. The
    /// error is `table-unreadable` if there is no such row.
    pub(super) fn rows_at<R: TableRow>(&self, places: &[usize], omitted: &[&str]) -> Result<Vec<R>> {
        let names = self.columns.iter_names().map(|name| name.as_str());
        let names: Vec<&str> = names.filter(|name| !omitted.contains(name)).collect();
        let columns = Some(names.as_slice()).filter(|_| !omitted.is_empty());
        let mut order: Vec<usize> = (0..places.len()).collect();
        order.sort_unstable_by_key(|index| places[*index]);
        let groups = order.chunk_by(|a, b| self.group_of(places[*a]) == self.group_of(places[*b]));
        let stretches: Vec<&[usize]> =
            groups.flat_map(|group| stretches(group, &|index| places[*index]..places[*index] + 1)).collect();
        let read_stretch = |stretch: &&[usize]| -> Result<Vec<(usize, R)>> {
            let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return Ok(Vec::new()) };
            let (start, end) = (places[*first], places[*last] + 1);
            let frame = self.slice_frame(start..end, columns)?;
            let mut rows = Vec::with_capacity(stretch.len());
            let wanted = stretch.iter().map(|index| places[*index] - start);
            self.frame_columns(omitted).visit_some(&frame, wanted, &mut |cells| {
                rows.push(row_from_cells::<R>(cells)?);
                Ok(())
            })?;
            Ok(stretch.iter().copied().zip(rows).collect())
        };
        let of_stretches = stretches.par_iter().with_max_len(1).map(read_stretch).collect::<Result<Vec<_>>>()?;
        let mut rows: Vec<(usize, R)> = of_stretches.into_iter().flatten().collect();
        rows.sort_unstable_by_key(|(index, _)| *index);
        if rows.len() != places.len() {
            return Err(self.unreadable());
        }
        Ok(rows.into_iter().map(|(_, row)| row).collect())
    }

    /// Returns the values of a column of non-negative whole numbers at these ranges of places, in their order. Null is
    /// 0. Only the pages that hold them are read.
    pub(super) fn numbers_at(&self, column: &str, places: &[Range<usize>]) -> Result<Vec<u32>> {
        // The parts of the ranges, each within one row group.
        let mut parts: Vec<Range<usize>> = Vec::new();
        for place in places.iter().filter(|place| !place.is_empty()) {
            let groups = self.groups_of(place);
            if groups.is_empty() {
                return Err(self.unreadable());
            }
            parts.extend(groups.map(|group| {
                let Range { start, end } = self.groups[group];
                place.start.max(start)..place.end.min(end)
            }));
        }
        let is_same_group =
            |a: &Range<usize>, b: &Range<usize>| self.group_of(a.start) == self.group_of(b.start) && a.end <= b.start;
        let groups = parts.chunk_by(is_same_group);
        let stretches: Vec<&[Range<usize>]> = groups.flat_map(|group| stretches(group, &Range::clone)).collect();
        let read_stretch = |stretch: &&[Range<usize>]| -> Result<Vec<u32>> {
            let (Some(first), Some(last)) = (stretch.first(), stretch.last()) else { return Ok(Vec::new()) };
            let frame = self.slice_frame(first.start..last.end, Some(&[column]))?;
            let values = frame.column(column).ok().and_then(|column| column.i32().ok());
            let values = values.ok_or_else(|| self.unreadable())?;
            let values: Vec<u32> = values.iter().map(|number| number.unwrap_or(0).unsigned_abs()).collect();
            let own = stretch.iter().map(|part| &values[part.start - first.start..part.end - first.start]);
            Ok(own.collect::<Vec<_>>().concat())
        };
        let numbers: Vec<Vec<u32>> = stretches.par_iter().with_max_len(1).map(read_stretch).collect::<Result<_>>()?;
        let numbers = numbers.concat();
        let n_numbers = places.iter().map(Range::len).sum::<usize>();
        if numbers.len() == n_numbers { Ok(numbers) } else { Err(self.unreadable()) }
    }

    /// Returns the columns as text, each distinct value once. Days are `yyyy-mm-dd`, null is "". The error for an
    /// unknown column is `table-no-column`, naming the columns there are.
    pub(super) fn text_columns(&self, columns: &[&str]) -> Result<Table> {
        check_names(&self.columns, columns, &self.path)?;
        let read_group = |group: &usize| self.group_frame(*group, Some(columns), ParallelStrategy::None);
        let all: Vec<usize> = (0..self.groups.len()).collect();
        let mut table = TextTable::new(columns);
        // No more row groups are in memory than are read at once.
        for groups in all.chunks(rayon::current_num_threads()) {
            let frames: Vec<DataFrame> = groups.par_iter().with_max_len(1).map(read_group).collect::<Result<_>>()?;
            for frame in &frames {
                table.add(frame).map_err(|cause| self.unreadable().because(cause))?;
            }
        }
        Ok(table.finish(&file_name(&self.path)))
    }

    /// Returns the whole table as a data frame.
    pub(super) fn data_frame(&self) -> Result<DataFrame> {
        self.read(self.footer.clone(), None, None, ParallelStrategy::Columns)
    }

    /// Returns the row groups that hold the rows at these places.
    fn groups_of(&self, places: &Range<usize>) -> Range<usize> {
        let first = self.groups.partition_point(|group| group.end <= places.start);
        first..self.groups.partition_point(|group| group.start < places.end).max(first)
    }

    /// Returns the row group that holds the row at a place; the number of groups if none does.
    fn group_of(&self, place: usize) -> usize {
        self.groups.partition_point(|group| group.end <= place)
    }

    /// Returns a row group as a data frame, with all columns or some.
    fn group_frame(&self, group: usize, columns: Option<&[&str]>, strategy: ParallelStrategy) -> Result<DataFrame> {
        let mut frame = self.read(self.group_footer(group), columns, None, strategy)?;
        frame.rechunk_mut();
        if frame.height() == self.groups[group].len() { Ok(frame) } else { Err(self.unreadable()) }
    }

    /// Returns the rows at these places, all of one row group, as a data frame. Pages without them are not decoded.
    fn slice_frame(&self, places: Range<usize>, columns: Option<&[&str]>) -> Result<DataFrame> {
        let group = self.group_of(places.start);
        let own = self.groups.get(group).filter(|own| own.contains(&places.start) && places.end <= own.end);
        let start = own.ok_or_else(|| self.unreadable())?.start;
        let slice = Some((places.start - start, places.len()));
        let mut frame = self.read(self.group_footer(group), columns, slice, ParallelStrategy::None)?;
        frame.rechunk_mut();
        if frame.height() == places.len() { Ok(frame) } else { Err(self.unreadable()) }
    }

    /// Returns a footer with one row group alone. With the whole footer and a slice of rows Polars would decode the
    /// dictionaries of all row groups before this one.
    fn group_footer(&self, group: usize) -> FileMetadataRef {
        let mut footer = self.empty_footer.clone();
        footer.num_rows = self.groups[group].len();
        footer.row_groups.push(self.footer.row_groups[group].clone());
        Arc::new(footer)
    }

    fn read(
        &self,
        footer: FileMetadataRef,
        columns: Option<&[&str]>,
        slice: Option<(usize, usize)>,
        strategy: ParallelStrategy,
    ) -> Result<DataFrame> {
        let columns = columns.map(|columns| columns.iter().map(|column| (*column).to_owned()).collect());
        let frame = no_panic(|| {
            let mut reader = ParquetReader::new(BufReader::new(&self.file));
            reader.set_metadata(footer);
            reader.read_parallel(strategy).with_columns(columns).with_slice(slice).finish()
        });
        frame.map_err(|cause| self.unreadable().because(cause))
    }

    fn frame_columns<'a>(&'a self, omitted: &'a [&'a str]) -> FrameColumns<'a> {
        FrameColumns { schema: &self.schema, is_older: self.is_older, omitted }
    }

    fn unreadable(&self) -> Error {
        unreadable(&self.schema, &self.path)
    }
}

/// Divides the wanted rows of one row group, in ascending order, into stretches to read: rows close to each other are
/// one. Where there would be many stretches, the group is read from its first wanted row to its last.
fn stretches<'p, T>(parts: &'p [T], places: &dyn Fn(&T) -> Range<usize>) -> Vec<&'p [T]> {
    const MOST: usize = 4;
    let apart: Vec<&[T]> = parts.chunk_by(|a, b| places(b).start.saturating_sub(places(a).end) <= CLOSE).collect();
    if apart.len() <= MOST { apart } else { vec![parts] }
}

/// Reads columns of any Parquet file as [`TableFile::text_columns`] does.
pub(crate) fn read_parquet(path: &Path, columns: &[&str]) -> Result<Table> {
    // Read whole and not mapped: somebody else's file may change or shrink meanwhile.
    let not_found = || Error::io(path, &std::io::ErrorKind::NotFound.into());
    let bytes = disk::read(path)?.ok_or_else(not_found)?;
    let name = file_name(path);
    let unreadable = |_: PolarsError| Error::new(ErrorCode::TableUnreadable).with("table", &name);
    let names: Vec<String> = columns.iter().map(|column| (*column).to_owned()).collect();
    let no_rows = || ParquetReader::new(Cursor::new(&bytes)).with_slice(Some((0, 0))).finish();
    check_names(no_panic(no_rows).map_err(unreadable)?.schema(), columns, path)?;
    let frame = no_panic(|| ParquetReader::new(Cursor::new(&bytes)).with_columns(Some(names)).finish());
    let mut table = TextTable::new(columns);
    table.add(&frame.map_err(unreadable)?).map_err(unreadable)?;
    Ok(table.finish(&name))
}

fn file_name(path: &Path) -> String {
    path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

fn check_names(schema: &Schema, columns: &[&str], path: &Path) -> Result<()> {
    let known: Vec<&str> = schema.iter_names().map(|name| name.as_str()).collect();
    let Some(column) = columns.iter().find(|column| !known.contains(column)) else { return Ok(()) };
    Err(Error::new(ErrorCode::TableNoColumn).with("column", column).with("known", known.join(", ")).at(path))
}

/// Collects the rows of data frames, one after the other, as columns of distinct texts.
struct TextTable<'c> {
    columns: Vec<TextColumn<'c>>,
    n_rows: usize,
}

/// A column of distinct texts. Days are made text at the end, each once.
struct TextColumn<'c> {
    name: &'c str,
    /// The number of each text. "" has number 0.
    texts: HashMap<Box<str>, u32, FixedState>,
    days: HashMap<i32, u32, FixedState>,
    of_row: Vec<u32>,
}

impl<'c> TextTable<'c> {
    fn new(columns: &[&'c str]) -> Self {
        let column = |name: &&'c str| TextColumn {
            name,
            texts: HashMap::from_iter([(Box::default(), 0)]),
            days: HashMap::default(),
            of_row: Vec::new(),
        };
        Self { columns: columns.iter().map(column).collect(), n_rows: 0 }
    }

    fn add(&mut self, frame: &DataFrame) -> PolarsResult<()> {
        self.n_rows += frame.height();
        self.columns.iter_mut().try_for_each(|column| column.add(frame))
    }

    fn finish(self, name: &str) -> Table {
        let columns = self.columns.into_iter().map(TextColumn::finish).collect();
        Table { name: name.to_owned(), columns, rows: (1..=self.n_rows as u32).collect() }
    }
}

impl TextColumn<'_> {
    fn add(&mut self, frame: &DataFrame) -> PolarsResult<()> {
        let column = frame.column(self.name)?;
        if *column.dtype() == DataType::Date {
            for day in column.date()?.physical().iter() {
                let next = self.days.len() as u32 + 1;
                self.of_row.push(day.map_or(0, |day| *self.days.entry(day).or_insert(next)));
            }
            return Ok(());
        }
        let texts = column.cast(&DataType::String)?;
        for text in texts.str()?.iter() {
            let text = text.unwrap_or("").trim();
            let number = self.texts.get(text).copied().unwrap_or_else(|| {
                let number = self.texts.len() as u32;
                self.texts.insert(text.into(), number);
                number
            });
            self.of_row.push(number);
        }
        Ok(())
    }

    fn finish(self) -> Column {
        let mut values: Vec<Box<str>> = vec![Box::default(); self.texts.len() + self.days.len()];
        self.texts.into_iter().for_each(|(text, number)| values[number as usize] = text);
        let day_text = |day: i32| date_from_days(day).map(|day| day.to_string()).unwrap_or_default();
        self.days.into_iter().for_each(|(day, number)| values[number as usize] = day_text(day).into());
        Column { name: self.name.to_owned(), values, of_row: self.of_row }
    }
}

/// Returns the result of a call of Polars. A panic becomes an error.
pub(super) fn no_panic<T>(call: impl FnOnce() -> PolarsResult<T>) -> PolarsResult<T> {
    catch_unwind(AssertUnwindSafe(call)).unwrap_or_else(|_| Err(PolarsError::ComputeError("Polars panicked".into())))
}

fn unreadable(schema: &TableSchema, path: &Path) -> Error {
    Error::new(ErrorCode::TableUnreadable).at(path).with("table", schema.name)
}
