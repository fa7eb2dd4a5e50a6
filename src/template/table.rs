//! The sheet with the table: title, quartier and year, header, example, blank rows with validations, print layout on
//! A4.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

use crate::messages::{Messages, say};
use crate::record::Kind;

use super::blank_sheet::BlankSheet;
use super::checks::{self, ColumnCheck};
use super::columns::{columns_of, place_of};
use super::formats;
use super::lists::WordList;

/// Rows from 0.
const TITLE: u32 = 0;
const NOTE: u32 = 1;
const INPUTS: u32 = 2;
const HEADER: u32 = 3;
const EXAMPLE: u32 = 4;
const FIRST: u32 = 5;

pub(super) fn write(sheet: &mut Worksheet, blank: &BlankSheet<'_>, messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text(&format!("template-sheet-{}", blank.kind.code())))?;
    write_top(sheet, blank, messages)?;
    write_header(sheet, blank.kind, messages)?;
    let columns = columns_of(blank.kind);
    let (last, last_column) = (FIRST + blank.n_rows - 1, columns.len() as u16 - 1);
    let cell = formats::cell();
    for row in FIRST..=last {
        sheet.set_row_height(row, 21)?;
        for column in 0..=last_column {
            sheet.write_blank(row, column, &cell)?;
        }
    }
    // No green corners on numbers stored as text.
    sheet.ignore_error_range(EXAMPLE, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    for (place, column) in (0..).zip(columns) {
        if matches!(&column.check, ColumnCheck::WordList(list) if !has_words(blank, *list)) {
            continue;
        }
        let other = match &column.check {
            ColumnCheck::NotBefore(other) => place_of(blank.kind, other),
            _ => place,
        };
        if let Some(check) = checks::of_column(&column.check, &column.id, (FIRST, place), (FIRST, other), messages)? {
            sheet.add_data_validation(FIRST, place, last, place, &check)?;
        }
    }
    sheet.add_data_validation(HEADER, 0, EXAMPLE, last_column, &checks::of_fixed(messages)?)?;
    set_print_layout(sheet, blank, messages, last, last_column)
}

/// Whether a list has words. The list of quartiers may be empty.
fn has_words(blank: &BlankSheet<'_>, list: WordList) -> bool {
    list != WordList::Quartier || !blank.quartiers.is_empty()
}

/// Writes title, note, quartier and year. In a register each act has its own quartier.
fn write_top(sheet: &mut Worksheet, blank: &BlankSheet<'_>, messages: &Messages) -> Result<(), XlsxError> {
    let kind = blank.kind.code();
    sheet.set_row_height(TITLE, 24)?.set_row_height(INPUTS, 24)?;
    sheet.write_string_with_format(TITLE, 0, blank.title(messages), &formats::title())?;
    sheet.write_string_with_format(NOTE, 0, messages.text(&format!("template-note-{kind}")), &formats::note())?;
    let mut column = 1;
    if blank.kind == Kind::Census {
        sheet.write_string_with_format(INPUTS, column, messages.text("template-label-quartier"), &formats::label())?;
        sheet.write_blank(INPUTS, column + 1, &formats::input())?;
        if !blank.quartiers.is_empty() {
            sheet.add_data_validation(INPUTS, column + 1, INPUTS, column + 1, &checks::of_quartier(messages)?)?;
        }
        column += 2;
    }
    sheet.write_string_with_format(INPUTS, column, messages.text("template-label-year"), &formats::label())?;
    sheet.write_blank(INPUTS, column + 1, &formats::number_input())?;
    sheet.add_data_validation(INPUTS, column + 1, INPUTS, column + 1, &checks::of_year(kind, messages)?)?;
    Ok(())
}

fn write_header(sheet: &mut Worksheet, kind: Kind, messages: &Messages) -> Result<(), XlsxError> {
    let example = messages.text(&format!("template-example-{}", kind.code()));
    sheet.set_row_height(HEADER, 32)?.set_row_height(EXAMPLE, 21)?;
    let mut values = example.split('|').map(str::trim);
    for (place, column) in (0..).zip(columns_of(kind)) {
        sheet.set_column_width(place, column.width)?;
        let header = messages.text(&format!("template-column-{}", column.id));
        sheet.write_string_with_format(HEADER, place, header, &formats::header())?;
        sheet.write_string_with_format(EXAMPLE, place, values.next().unwrap_or_default(), &formats::example())?;
    }
    Ok(())
}

/// Sets the print layout: landscape A4, one page wide, with year and header on every page.
fn set_print_layout(
    sheet: &mut Worksheet,
    blank: &BlankSheet<'_>,
    messages: &Messages,
    last: u32,
    last_column: u16,
) -> Result<(), XlsxError> {
    // "&" begins a command in a footer.
    let title = blank.title(messages).replace('&', "&&");
    sheet.set_footer(format!("&L{title}&R{}", say!(messages, "template-footer-page", page = "&P", pages = "&N")));
    sheet
        .set_freeze_panes(HEADER + 1, 0)?
        .set_landscape()
        .set_paper_size(formats::A4)
        .set_margins(0.4, 0.4, 0.4, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_print_area(0, 0, last, last_column)?
        .set_repeat_rows(INPUTS, HEADER)?
        .set_selection(FIRST, 0, FIRST, 0)?
        .set_active(true);
    Ok(())
}
