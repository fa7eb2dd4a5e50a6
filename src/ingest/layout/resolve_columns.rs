//! Decides what each column of a table holds, by its heading, the settings and the first rows of data.
//!
//! The steps, in their order: find a second table to the right; apply the pins of the settings; set the fields of event
//! lists; join columns that hold one value together ([`super::column_groups`]); compare headings with content
//! ([`super::check_content`]); keep the first of two columns with one field; find columns whose blanks repeat the value
//! above.

use crate::record::{Field, FieldReason, GridRow, Kind, fold};

use super::super::headers::PinnedColumn;
use super::check_content::check_content;
use super::column_groups;
use super::column_notes::ColumnNotes;
use super::fill_down::blank_repeats_above;
use super::heading::HeadingColumn;
use super::side_by_side::second_table;
use super::table_columns::TableColumns;

/// Resolves the columns of a heading by the rows of data below it.
pub(super) fn resolve_columns(
    list: Vec<HeadingColumn>,
    data: &[&GridRow],
    kind: Kind,
    pins: &[PinnedColumn],
    notes: &mut ColumnNotes<'_>,
) -> TableColumns {
    let mut columns = TableColumns::new(list);
    columns.second_table_from = second_table(&columns.list);
    apply_pins(&mut columns.list, pins, notes.at.row);
    resolve_event_fields(&mut columns, kind);
    column_groups::act_numbers(&mut columns, kind);
    column_groups::dates_in_three(&mut columns, data, kind);
    column_groups::sex_in_two(&mut columns, data);
    column_groups::names_in_one(&mut columns, data);
    check_content(&mut columns, data, notes);
    drop_repeated_fields(&mut columns, notes);
    columns.index_fields();
    for column in &columns.list {
        if blank_repeats_above(column.field, column.column, data) {
            columns.repeated.push(column.column);
            notes.warn("value-given-once", column, Vec::new());
        }
    }
    columns
}

/// Sets pinned columns; a pinned column without a heading is added.
fn apply_pins(list: &mut Vec<HeadingColumn>, pins: &[PinnedColumn], row: u32) {
    for pin in pins {
        match list.iter_mut().find(|column| column.column == pin.column) {
            Some(column) => (column.field, column.why) = (pin.field, FieldReason::Pinned),
            None => list.push(HeadingColumn {
                column: pin.column,
                row,
                text: String::new(),
                field: pin.field,
                why: FieldReason::Pinned,
            }),
        }
    }
    list.sort_by_key(|column| column.column);
}

/// Fields of event lists become unused in other files. In an event list, "Date" alone is the date of the event.
fn resolve_event_fields(columns: &mut TableColumns, kind: Kind) {
    if kind != Kind::Event {
        for column in columns.list.iter_mut().filter(|column| column.field.is_of_events()) {
            column.field = Field::Unused;
        }
        return;
    }
    if !columns.has(Field::EventDate) {
        let is_date = |column: &HeadingColumn| {
            matches!(column.field, Field::Other | Field::DeclaredOn | Field::Unused)
                && (fold(&column.text) == "DATE" || column.field == Field::DeclaredOn)
        };
        if let Some(index) = columns.list.iter().position(is_date) {
            columns.set_by_content(index, Field::EventDate);
        }
    }
}

/// Keeps the first of several columns with one field.
fn drop_repeated_fields(columns: &mut TableColumns, notes: &mut ColumnNotes<'_>) {
    let has_second_table = columns.second_table_from.is_some();
    let mut fields: Vec<Field> = Vec::new();
    for column in &mut columns.list {
        let may_repeat = matches!(column.field, Field::Other | Field::Unused | Field::Sensitive);
        if may_repeat || !fields.contains(&column.field) {
            fields.push(column.field);
            continue;
        }
        let field = column.field;
        (column.field, column.why) = (Field::Other, FieldReason::Repeated);
        if !has_second_table && field != Field::Order {
            notes.warn_of_field("column-repeated", column, field);
        }
    }
}
