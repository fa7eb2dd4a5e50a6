//! Recognises a heading that stands one column beside the columns of its table, as programs leave it that make a sheet of a
//! printed page: `N° | | Noms | | Sexe` above ` | 1 | | MBALA Jean | | M`.

use crate::record::GridRow;

use super::heading_column::HeadingColumn;

/// Moves the columns of a heading by one if nearly none of them has data where it stands, and all have some beside it.
/// Returns whether it did.
pub(super) fn move_to_data(list: &mut [HeadingColumn], data: &[&GridRow]) -> bool {
    const FEWEST_COLUMNS: usize = 4;
    const FEWEST_ROWS: usize = 3;
    if list.len() < FEWEST_COLUMNS || data.len() < FEWEST_ROWS || list.iter().any(HeadingColumn::is_pinned) {
        return false;
    }
    let has_data = |column: u16| data.iter().filter(|row| row.value(column).is_some()).count() * 2 >= data.len();
    let n_own = list.iter().filter(|column| has_data(column.column)).count();
    let is_right = list.iter().all(|column| column.column.checked_add(1).is_some_and(has_data));
    let has_name = list.iter().any(|column| column.field.is_name());
    if n_own * 4 > list.len() || !is_right || !has_name {
        return false;
    }
    list.iter_mut().for_each(|column| column.column += 1);
    true
}
