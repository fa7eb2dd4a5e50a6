//! The columns of each kind of sheet: header, width, check.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::record::Kind;

use super::checks::ColumnCheck;

#[derive(Deserialize)]
pub(super) struct TemplateColumn {
    /// Part of its message ids: `template-column-<id>` is the header, `template-column-<id>.prompt` the prompt.
    pub(super) id: String,
    /// Width in characters.
    pub(super) width: f64,
    #[serde(default)]
    pub(super) check: ColumnCheck,
}

static COLUMNS: LazyLock<BTreeMap<String, Vec<TemplateColumn>>> =
    LazyLock::new(|| toml::from_str(include_str!("columns.toml")).unwrap_or_default());

/// Returns the columns of a kind of sheet, from the left.
pub(super) fn columns_of(kind: Kind) -> &'static [TemplateColumn] {
    COLUMNS.get(kind.code()).map(Vec::as_slice).unwrap_or_default()
}

/// Returns the index of a column in its sheet.
pub(super) fn place_of(kind: Kind, id: &str) -> u16 {
    columns_of(kind).iter().position(|column| column.id == id).unwrap_or(0) as u16
}
