//! Finds a second table to the right of the first, by fields that come again.

use crate::record::Field;

use super::heading::HeadingColumn;

/// The first column of a second table: its name column and two more fields are those of the first table.
pub(super) fn second_table(list: &[HeadingColumn]) -> Option<u16> {
    let repeats_first = |from: usize| {
        let first: Vec<Field> = list[..from].iter().map(|column| column.field).collect();
        let n_repeated = list[from..]
            .iter()
            .filter(|column| first.contains(&column.field) && !matches!(column.field, Field::Other | Field::Unused))
            .count();
        n_repeated >= 3 && n_repeated * 2 >= list.len() - from
    };
    let name = list.iter().position(|column| column.field.is_name())?;
    let second =
        (name + 1..list.len()).find(|index| list[*index].field == list[name].field && repeats_first(*index))?;
    // The second table begins with the same fields as the first, as far before its name column as they agree.
    let n_before = (0..=name).rev().find(|n| {
        second >= name + n && (0..*n).all(|step| list[second - 1 - step].field == list[name - 1 - step].field)
    });
    Some(list[second - n_before.unwrap_or(0)].column)
}
