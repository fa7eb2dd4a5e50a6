//! The blocking keys of the rows of a list, in the form in which communes exchange them.

use crate::link::blocking::{KeyFn, RowKeys};
use crate::record::{PartialDate, Table};

use super::columns::ListColumns;
use super::list_model::ListModel;
use super::passes::{ListKeys, exported_key};

/// A key and the row that has it.
pub(crate) type KeyOfRow = ([u8; 16], u32);

/// Rows whose keys are passed on at a time.
const ROWS_AT_A_TIME: usize = 1 << 16;

/// Passes the keys of each row to `take`, those of some rows at a time, each key of a row once. The passes are those
/// that the model chooses; two lists have a common key where their rows would stand in one block.
///
/// # Errors
/// The first error of `take`.
pub(crate) fn for_each_key<E>(
    table: &Table,
    model: &ListModel,
    read_date: &dyn Fn(&str) -> Option<PartialDate>,
    take: &mut dyn FnMut(Vec<KeyOfRow>) -> Result<(), E>,
) -> Result<(), E> {
    let columns =
        ListColumns::new(std::slice::from_ref(table), &model.settings, read_date, Some(&model.value_frequencies()));
    let blocking = ListKeys::of_model(&columns, model).shared_blocking(model);
    let keys_of = |row: u32, all: &mut Vec<KeyOfRow>| {
        let first = all.len();
        for (pass, keys_of) in &blocking.passes {
            all.extend(keys_of_pass(row, pass, keys_of));
        }
        all[first..].sort_unstable();
    };
    let all_rows: Vec<u32> = (0..table.rows.len() as u32).collect();
    for rows in all_rows.chunks(ROWS_AT_A_TIME) {
        let mut keys = Vec::new();
        rows.iter().for_each(|row| keys_of(*row, &mut keys));
        keys.dedup();
        take(keys)?;
    }
    Ok(())
}

fn keys_of_pass(row: u32, pass: &str, keys_of: &KeyFn<'_>) -> impl Iterator<Item = KeyOfRow> + use<> {
    let mut keys = RowKeys::new();
    keys_of(row, &mut keys);
    let pass = pass.to_owned();
    keys.into_iter().map(move |key| (exported_key(&pass, key), row))
}
