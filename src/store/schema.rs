//! The schema of a table (its columns with types and meanings), and how a row struct converts to cells and back.
//!
//! The `table!` macro generates struct, schema, docs and conversion from one list. Nothing here depends on a file
//! format.

use chrono::NaiveDate;

/// One value of a table, of any column type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum TableCell<'a> {
    /// No value.
    Null,
    /// Text.
    Text(&'a str),
    /// A whole number.
    Int(i64),
    /// A number with decimals.
    Float(f64),
    /// A day.
    Date(NaiveDate),
}

impl<'a> TableCell<'a> {
    /// Returns the text of a cell; `None` for null and other types. So are [`TableCell::int`] and [`TableCell::date`].
    pub(crate) fn text(self) -> Option<&'a str> {
        if let Self::Text(text) = self { Some(text) } else { None }
    }

    pub(crate) fn int(self) -> Option<i64> {
        if let Self::Int(number) = self { Some(number) } else { None }
    }

    pub(crate) fn date(self) -> Option<NaiveDate> {
        if let Self::Date(day) = self { Some(day) } else { None }
    }
}

/// The type of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ColumnType {
    /// UTF-8 text.
    Text,
    /// Whole number of 32 bits.
    Int32,
    /// Whole number of 64 bits.
    Int64,
    /// Floating point number of 64 bits.
    Float64,
    /// Calendar day.
    Date,
}

impl ColumnType {
    /// Returns the type's name in the documentation of tables and in errors.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float64 => "float64",
            Self::Date => "date",
        }
    }
}

/// A column of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ColumnSpec {
    /// Its name in every format.
    pub name: &'static str,
    /// Its type.
    pub kind: ColumnType,
    /// Whether a value may be null.
    pub nullable: bool,
    /// Its meaning, with its unit.
    pub doc: &'static str,
}

/// A table: its name and its columns in the order of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSchema {
    /// The table's name; its file is `<name>.parquet`.
    pub name: &'static str,
    /// Version of the schema, from 1. Raised when a column is added, renamed or changes its meaning.
    pub version: u32,
    /// What a row of the table is.
    pub doc: &'static str,
    /// Its columns.
    pub columns: &'static [ColumnSpec],
}

impl TableSchema {
    /// The places of columns among the cells of a row; `usize::MAX` for a column that the table does not have.
    pub(crate) fn column_places<const N: usize>(&self, names: [&str; N]) -> [usize; N] {
        names.map(|name| self.columns.iter().position(|column| column.name == name).unwrap_or(usize::MAX))
    }

    /// Returns the name of the table's file in a generation.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.parquet", self.name)
    }
}

/// A row of a table: a struct with one field a column.
pub trait TableRow: Sized + Clone + Send + Sync + 'static {
    /// The schema of its table.
    const SCHEMA: TableSchema;

    /// Its values in the order of the columns.
    fn cells(&self) -> impl Iterator<Item = TableCell<'_>>;

    /// Returns the row with these values; `None` if a value is missing, null in a column without nulls, or of another
    /// type.
    fn from_cells<'a>(cells: impl Iterator<Item = TableCell<'a>>) -> Option<Self>;
}

/// A type that a field of a row struct can have.
pub(super) trait FieldValue: Sized {
    const KIND: ColumnType;
    const NULLABLE: bool = false;

    fn cell(&self) -> TableCell<'_>;
    fn from_cell(cell: TableCell<'_>) -> Option<Self>;
}

/// Implements [`FieldValue`]: the column type and the cell of a type, and the conversion of values in both directions.
macro_rules! field_values {
    ($($type:ty, $kind:ident => $cell:ident($value:ident): $to:expr, $from:expr;)+) => {
        $(impl FieldValue for $type {
            const KIND: ColumnType = ColumnType::$kind;

            fn cell(&self) -> TableCell<'_> {
                let $value = self;
                TableCell::$cell($to)
            }

            fn from_cell(cell: TableCell<'_>) -> Option<Self> {
                if let TableCell::$cell($value) = cell { $from } else { None }
            }
        })+
    };
}

field_values! {
    String, Text => Text(text): text, Some(text.to_owned());
    i32, Int32 => Int(number): i64::from(*number), Self::try_from(number).ok();
    i64, Int64 => Int(number): *number, Some(number);
    f64, Float64 => Float(number): *number, Some(number);
    NaiveDate, Date => Date(day): *day, Some(day);
}

impl<T: FieldValue> FieldValue for Option<T> {
    const KIND: ColumnType = T::KIND;
    const NULLABLE: bool = true;

    fn cell(&self) -> TableCell<'_> {
        self.as_ref().map_or(TableCell::Null, T::cell)
    }

    fn from_cell(cell: TableCell<'_>) -> Option<Self> {
        if cell == TableCell::Null { Some(None) } else { T::from_cell(cell).map(Some) }
    }
}

/// Defines a row struct and its schema from one list of names, types and meanings.
macro_rules! table {
    (
        $(#[doc = $doc:literal])+
        $name:literal, version $version:literal => $row:ident {
            $($(#[doc = $column_doc:literal])+ $column:ident: $type:ty),+ $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, PartialEq, Default)]
        pub struct $row {
            $($(#[doc = $column_doc])+ pub $column: $type),+
        }

        impl $crate::store::schema::TableRow for $row {
            const SCHEMA: $crate::store::schema::TableSchema = $crate::store::schema::TableSchema {
                name: $name,
                version: $version,
                doc: concat!($($doc),+).trim_ascii(),
                columns: &[$($crate::store::schema::ColumnSpec {
                    name: stringify!($column),
                    kind: <$type as $crate::store::schema::FieldValue>::KIND,
                    nullable: <$type as $crate::store::schema::FieldValue>::NULLABLE,
                    doc: concat!($($column_doc),+).trim_ascii(),
                }),+],
            };

            fn cells(&self) -> impl Iterator<Item = $crate::store::schema::TableCell<'_>> {
                [$($crate::store::schema::FieldValue::cell(&self.$column)),+].into_iter()
            }

            fn from_cells<'a>(
                mut cells: impl Iterator<Item = $crate::store::schema::TableCell<'a>>,
            ) -> Option<Self> {
                Some(Self { $($column: $crate::store::schema::FieldValue::from_cell(cells.next()?)?),+ })
            }
        }
    };
}
pub(super) use table;
