//! What a table is: its columns with their types and meaning, and how a row struct turns into cells and back.
//!
//! The `table!` macro writes struct, schema, docs and conversion from one list. No file format is known here.

use chrono::NaiveDate;

/// One value of a table, of whatever type its column has.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
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
    /// The name used in the documentation of tables and in errors.
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
    /// Whether a value may be absent.
    pub nullable: bool,
    /// Its meaning, with its unit.
    pub doc: &'static str,
}

/// A table: its name and its columns, in the order they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TableSchema {
    /// The table's name; its file is `<name>.parquet`.
    pub name: &'static str,
    /// Raised when a column is added, renamed or changes its meaning; from 1.
    pub version: u32,
    /// What a row of the table is.
    pub doc: &'static str,
    /// Its columns.
    pub columns: &'static [ColumnSpec],
}

impl TableSchema {
    /// The name of the table's file in a generation.
    #[must_use]
    pub fn file_name(&self) -> String {
        format!("{}.parquet", self.name)
    }
}

/// A row of a table, as a struct with a field for each column.
pub trait Row: Sized + Clone + Send + Sync + 'static {
    /// The table it is a row of.
    const SCHEMA: TableSchema;

    /// Its values in the order of the columns.
    fn cells(&self) -> impl Iterator<Item = Cell<'_>>;

    /// The row of these values; `None` if one is missing, null where none may be, or of another type.
    fn from_cells<'a>(cells: impl Iterator<Item = Cell<'a>>) -> Option<Self>;
}

/// A type a field of a row can have.
pub(super) trait Value: Sized {
    /// The column's type.
    const KIND: ColumnType;
    /// Whether the column may hold nulls.
    const NULLABLE: bool = false;

    fn cell(&self) -> Cell<'_>;
    fn from_cell(cell: Cell<'_>) -> Option<Self>;
}

impl Value for String {
    const KIND: ColumnType = ColumnType::Text;

    fn cell(&self) -> Cell<'_> {
        Cell::Text(self)
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if let Cell::Text(text) = cell { Some(text.to_owned()) } else { None }
    }
}

impl Value for i32 {
    const KIND: ColumnType = ColumnType::Int32;

    fn cell(&self) -> Cell<'_> {
        Cell::Int(i64::from(*self))
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if let Cell::Int(number) = cell { Self::try_from(number).ok() } else { None }
    }
}

impl Value for i64 {
    const KIND: ColumnType = ColumnType::Int64;

    fn cell(&self) -> Cell<'_> {
        Cell::Int(*self)
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if let Cell::Int(number) = cell { Some(number) } else { None }
    }
}

impl Value for f64 {
    const KIND: ColumnType = ColumnType::Float64;

    fn cell(&self) -> Cell<'_> {
        Cell::Float(*self)
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if let Cell::Float(number) = cell { Some(number) } else { None }
    }
}

impl Value for NaiveDate {
    const KIND: ColumnType = ColumnType::Date;

    fn cell(&self) -> Cell<'_> {
        Cell::Date(*self)
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if let Cell::Date(day) = cell { Some(day) } else { None }
    }
}

impl<T: Value> Value for Option<T> {
    const KIND: ColumnType = T::KIND;
    const NULLABLE: bool = true;

    fn cell(&self) -> Cell<'_> {
        self.as_ref().map_or(Cell::Null, T::cell)
    }

    fn from_cell(cell: Cell<'_>) -> Option<Self> {
        if cell == Cell::Null { Some(None) } else { T::from_cell(cell).map(Some) }
    }
}

/// Defines a row struct with its schema: name, types, meaning and conversion are written once.
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

        impl $crate::store::schema::Row for $row {
            const SCHEMA: $crate::store::schema::TableSchema = $crate::store::schema::TableSchema {
                name: $name,
                version: $version,
                doc: concat!($($doc),+).trim_ascii(),
                columns: &[$($crate::store::schema::ColumnSpec {
                    name: stringify!($column),
                    kind: <$type as $crate::store::schema::Value>::KIND,
                    nullable: <$type as $crate::store::schema::Value>::NULLABLE,
                    doc: concat!($($column_doc),+).trim_ascii(),
                }),+],
            };

            fn cells(&self) -> impl Iterator<Item = $crate::store::schema::Cell<'_>> {
                [$($crate::store::schema::Value::cell(&self.$column)),+].into_iter()
            }

            fn from_cells<'a>(mut cells: impl Iterator<Item = $crate::store::schema::Cell<'a>>) -> Option<Self> {
                Some(Self { $($column: $crate::store::schema::Value::from_cell(cells.next()?)?),+ })
            }
        }
    };
}
pub(super) use table;
