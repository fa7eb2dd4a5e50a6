//! Carries a relation that is written once for several rows: `Enfants` beside the first child, and nothing beside the
//! others.

use crate::record::{Field, GridRow, RawCell, RawRow, fold};

use super::table_columns::TableColumns;

/// Relations of several persons, folded.
const PLURALS: [&str; 14] = [
    "ENFANTS",
    "LES ENFANTS",
    "NOS ENFANTS",
    "GARCONS",
    "FILLES",
    "PETITS ENFANTS",
    "PETITS FILS",
    "NEVEUX",
    "NIECES",
    "FRERES",
    "SOEURS",
    "BANA",
    "KINDEREN",
    "CHILDREN",
];

/// The relation of a named row without one, below a row of the same household whose relation is that of several
/// persons.
pub(super) fn relation_of_several(
    row: &GridRow,
    columns: &TableColumns,
    above: &[RawRow],
    context: u32,
) -> Option<RawCell> {
    let column = columns.list.iter().find(|column| column.field == Field::Relation)?.column;
    let is_named = row.cells.iter().any(|(column, _)| columns.field(*column).is_name());
    if row.value(column).is_some() || !is_named {
        return None;
    }
    let last = above.last().filter(|last| last.left_out.is_none() && last.context == context)?;
    let relation = last.cell(Field::Relation)?;
    let is_plural = PLURALS.contains(&fold(&relation.value.display_text()).as_str());
    is_plural.then(|| RawCell { column, ..relation.clone() })
}
