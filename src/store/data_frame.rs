//! Converts table rows to Polars data frames and back.

use chrono::{Datelike, NaiveDate};
use polars::prelude::{
    Column, DataFrame, DataType, Float64Chunked, Int32Chunked, Int64Chunked, IntoColumn, StringChunked,
};

use super::schema::{ColumnSpec, ColumnType, TableCell, TableRow, TableSchema};
use crate::error::{Error, ErrorCode, Result};

/// Days from 0001-01-01 (day 1) to 1970-01-01.
const EPOCH: i32 = 719_163;

/// Returns a data frame of rows, in their order. The error is `table-write` if Polars refuses.
pub(super) fn to_frame<R: TableRow>(rows: &[R]) -> Result<DataFrame> {
    let mut columns: Vec<ColumnBuilder<'_>> =
        R::SCHEMA.columns.iter().map(|column| ColumnBuilder::new(column.kind, rows.len())).collect();
    for row in rows {
        for (column, cell) in columns.iter_mut().zip(row.cells()) {
            column.push(cell);
        }
    }
    let columns = R::SCHEMA.columns.iter().zip(columns).map(|(spec, column)| column.finish(spec.name)).collect();
    DataFrame::new(rows.len(), columns)
        .map_err(|e| Error::new(ErrorCode::TableWrite).with("table", R::SCHEMA.name).because(e))
}

/// Returns the rows of a data frame. Columns are found by name, further columns are ignored.
#[cfg(test)]
pub(super) fn from_frame<R: TableRow>(frame: &DataFrame) -> Result<Vec<R>> {
    let columns = FrameColumns { schema: &R::SCHEMA, is_older: false, omitted: &[] };
    let mut rows = Vec::with_capacity(frame.height());
    columns.visit_rows(frame, &mut |cells| {
        rows.push(row_from_cells::<R>(cells)?);
        Ok(())
    })?;
    Ok(rows)
}

/// Returns the row with these cells, which are in the order of the schema's columns.
pub(super) fn row_from_cells<R: TableRow>(cells: &[TableCell<'_>]) -> Result<R> {
    R::from_cells(cells.iter().copied())
        .ok_or_else(|| Error::new(ErrorCode::TableUnreadable).with("table", R::SCHEMA.name))
}

pub(super) fn data_type(kind: ColumnType) -> DataType {
    match kind {
        ColumnType::Text => DataType::String,
        ColumnType::Int32 => DataType::Int32,
        ColumnType::Int64 => DataType::Int64,
        ColumnType::Float64 => DataType::Float64,
        ColumnType::Date => DataType::Date,
    }
}

/// A function called with the cells of each row, in the order of the schema's columns.
pub(super) type RowVisitor<'v> = dyn FnMut(&[TableCell<'_>]) -> Result<()> + 'v;

/// Which columns of a data frame make up the rows of a table.
#[derive(Clone, Copy)]
pub(super) struct FrameColumns<'a> {
    pub(super) schema: &'a TableSchema,
    /// Whether the frame may lack columns that may be null, because an older schema wrote it.
    pub(super) is_older: bool,
    /// Columns that were not read. Their cells are null, or "" where the column has no nulls.
    pub(super) omitted: &'a [&'a str],
}

impl FrameColumns<'_> {
    /// Calls `visit` with the cells of each row of a frame, until its first error. Other errors are `column-missing`,
    /// `column-type` and `column-null`.
    pub(super) fn visit_rows(&self, frame: &DataFrame, visit: &mut RowVisitor<'_>) -> Result<()> {
        self.visit_some(frame, 0..frame.height(), visit)
    }

    /// Calls `visit` with the cells of these rows of a frame, as [`FrameColumns::visit_rows`] does with all.
    pub(super) fn visit_some(
        &self,
        frame: &DataFrame,
        rows: impl Iterator<Item = usize>,
        visit: &mut RowVisitor<'_>,
    ) -> Result<()> {
        let columns = self.schema.columns.iter().map(|spec| self.find(frame, spec)).collect::<Result<Vec<_>>>()?;
        let mut cells = Vec::with_capacity(columns.len());
        for row in rows {
            cells.clear();
            cells.extend(columns.iter().map(|column| column.cell(row)));
            visit(&cells)?;
        }
        Ok(())
    }

    /// Finds a column, and checks its type and that it holds no null where none is allowed.
    fn find<'f>(&self, frame: &'f DataFrame, spec: &ColumnSpec) -> Result<FrameColumn<'f>> {
        if self.omitted.contains(&spec.name) {
            return Ok(if spec.nullable { FrameColumn::Null } else { FrameColumn::Blank });
        }
        if self.is_older && spec.nullable && frame.column(spec.name).is_err() {
            return Ok(FrameColumn::Null);
        }
        let fault = |code| Error::new(code).with("table", self.schema.name).with("column", spec.name);
        let column = frame.column(spec.name).map_err(|_| fault(ErrorCode::ColumnMissing))?;
        let wrong = |_| fault(ErrorCode::ColumnType).with("expected", spec.kind.code()).with("found", column.dtype());
        if !spec.nullable && column.null_count() > 0 {
            return Err(fault(ErrorCode::ColumnNull));
        }
        let series = column.as_materialized_series();
        Ok(match spec.kind {
            ColumnType::Text => FrameColumn::Text(series.str().map_err(wrong)?),
            ColumnType::Int32 => FrameColumn::Int32(series.i32().map_err(wrong)?),
            ColumnType::Int64 => FrameColumn::Int64(series.i64().map_err(wrong)?),
            ColumnType::Float64 => FrameColumn::Float(series.f64().map_err(wrong)?),
            ColumnType::Date => FrameColumn::Date(series.date().map_err(wrong)?.physical()),
        })
    }
}

/// A column of a data frame, of the type that the schema gives it.
enum FrameColumn<'f> {
    Text(&'f StringChunked),
    Int32(&'f Int32Chunked),
    Int64(&'f Int64Chunked),
    Float(&'f Float64Chunked),
    Date(&'f Int32Chunked),
    /// A column that is not in the frame, with nulls in all rows.
    Null,
    /// A text column that was not read, with "" in all rows.
    Blank,
}

impl<'f> FrameColumn<'f> {
    fn cell(&self, row: usize) -> TableCell<'f> {
        match self {
            Self::Text(values) => values.get(row).map_or(TableCell::Null, TableCell::Text),
            Self::Int32(values) => values.get(row).map_or(TableCell::Null, |n| TableCell::Int(i64::from(n))),
            Self::Int64(values) => values.get(row).map_or(TableCell::Null, TableCell::Int),
            Self::Float(values) => values.get(row).map_or(TableCell::Null, TableCell::Float),
            Self::Date(values) => values.get(row).and_then(date_from_days).map_or(TableCell::Null, TableCell::Date),
            Self::Null => TableCell::Null,
            Self::Blank => TableCell::Text(""),
        }
    }
}

/// Returns the day this many days after 1970-01-01.
pub(super) fn date_from_days(days: i32) -> Option<NaiveDate> {
    NaiveDate::from_num_days_from_ce_opt(days.checked_add(EPOCH)?)
}

/// Collects the values of one column of a frame to be made.
enum ColumnBuilder<'a> {
    Text(Vec<Option<&'a str>>),
    Int32(Vec<Option<i32>>),
    Int64(Vec<Option<i64>>),
    Float(Vec<Option<f64>>),
    Date(Vec<Option<i32>>),
}

impl<'a> ColumnBuilder<'a> {
    fn new(kind: ColumnType, n_rows: usize) -> Self {
        match kind {
            ColumnType::Text => Self::Text(Vec::with_capacity(n_rows)),
            ColumnType::Int32 => Self::Int32(Vec::with_capacity(n_rows)),
            ColumnType::Int64 => Self::Int64(Vec::with_capacity(n_rows)),
            ColumnType::Float64 => Self::Float(Vec::with_capacity(n_rows)),
            ColumnType::Date => Self::Date(Vec::with_capacity(n_rows)),
        }
    }

    /// Adds a cell. The `table!` macro guarantees that it has the column's type.
    fn push(&mut self, cell: TableCell<'a>) {
        match self {
            Self::Text(values) => values.push(cell.text()),
            Self::Int32(values) => values.push(cell.int().and_then(|n| i32::try_from(n).ok())),
            Self::Int64(values) => values.push(cell.int()),
            Self::Float(values) => values.push(if let TableCell::Float(x) = cell { Some(x) } else { None }),
            Self::Date(values) => values.push(cell.date().map(|day| day.num_days_from_ce() - EPOCH)),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::tables::AggregateRow;

    #[test]
    fn a_missing_column_a_wrong_type_and_a_forbidden_null_are_errors() {
        let frame = to_frame(&[AggregateRow::default()]).unwrap();
        let fault_of = |frame: &DataFrame| from_frame::<AggregateRow>(frame).unwrap_err();
        let missing = fault_of(&frame.drop("indicator").unwrap());
        assert_eq!((missing.code, &missing.args[1].1[..]), (ErrorCode::ColumnMissing, "indicator"));
        let with = |column: Column| frame.hstack(&[]).unwrap().with_column(column).unwrap().clone();
        let wrong = fault_of(&with(Column::new("value".into(), ["text"])));
        assert_eq!((wrong.code, &wrong.args[1].1[..]), (ErrorCode::ColumnType, "value"));
        assert_eq!(fault_of(&with(Column::new("area".into(), [None::<&str>]))).code, ErrorCode::ColumnNull);
    }
}
