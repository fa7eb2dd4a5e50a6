//! Finds a small table of counts to the right of a list: its places are no addresses of the persons beside it.

use crate::record::{CellValue, Field, GridRow, fold};

use super::table_columns::TableColumns;

/// Words over the numbers of a table of counts, folded.
const COUNTS: &str = "HAB HABITANTS HABITANT POP POPULATION MENAGES NOMBRE NBRE NB TOTAL HOMMES FEMMES GARCONS FILLES \
    EFFECTIF EFFECTIFS PERSONNES PERS ENSEMBLE AANTAL INWONERS";
/// Most columns of a table of counts.
const MOST_COLUMNS: usize = 6;

/// Takes the columns of a table of counts behind a blank column out of the list: `Avenue | Hab.` beside the persons.
pub(super) fn leave_out_counts(columns: &mut TableColumns, data: &[&GridRow]) {
    let list = &columns.list;
    let Some(name) = list.iter().position(|column| column.field.is_name()) else { return };
    let is_apart = |index: &usize| list[*index].column > list[*index - 1].column + 1;
    let Some(first) = (name + 1..list.len()).rev().find(is_apart) else { return };
    // A column without a heading that holds values is no gap.
    let is_blank = |column: u16| data.iter().all(|row| row.value(column).is_none());
    let is_gap = (list[first - 1].column + 1..list[first].column).all(is_blank);
    let counts = &list[first..];
    let is_count = |text: &str| fold(text).split(' ').any(|word| COUNTS.split_whitespace().any(|count| count == word));
    let is_number = |value: &CellValue| value.display_text().trim().parse::<f64>().is_ok();
    let holds_numbers = |column: u16| {
        let mut values = data.iter().filter_map(|row| row.value(column)).peekable();
        values.peek().is_some() && values.all(is_number)
    };
    let n_filled = data.iter().filter(|row| row.value(list[first].column).is_some()).count();
    let are_counts = (2..=MOST_COLUMNS).contains(&counts.len())
        && counts[1..].iter().all(|column| is_count(&column.text) && holds_numbers(column.column))
        && !counts.iter().any(|column| column.field.is_name() || column.is_pinned())
        && n_filled < data.len();
    if is_gap && are_counts {
        for index in first..columns.list.len() {
            columns.set_by_content(index, Field::Unused);
        }
    }
}
