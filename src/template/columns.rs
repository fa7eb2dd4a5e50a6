//! The columns of each kind of sheet: header, width, check. They are data in `columns.toml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::Kind;

use super::checks::ColumnCheck;

/// One column of the table. `columns.toml` explains its fields.
#[derive(Debug, Deserialize)]
pub(super) struct TemplateColumn {
    pub(super) id: String,
    pub(super) width: f64,
    pub(super) check: ColumnCheck,
}

#[derive(Deserialize)]
struct TemplateColumns {
    census: Vec<TemplateColumn>,
    birth: Vec<TemplateColumn>,
    event: Vec<TemplateColumn>,
}

static COLUMNS: LazyLock<TemplateColumns> =
    LazyLock::new(|| toml::from_str(include_str!("columns.toml")).expect("the built-in columns are sound"));

/// The columns of a kind of sheet, from the left.
pub(super) fn columns_of(kind: Kind) -> &'static [TemplateColumn] {
    match kind {
        Kind::Census => &COLUMNS.census,
        Kind::Birth => &COLUMNS.birth,
        Kind::Event => &COLUMNS.event,
    }
}

/// Index of a column in its sheet.
pub(super) fn place_of(kind: Kind, id: &str) -> u16 {
    columns_of(kind).iter().position(|column| column.id == id).unwrap_or(0) as u16
}
