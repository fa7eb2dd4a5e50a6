//! The sheet with the table: title, quartier and year, header, example, blank rows with validations, print layout on A4.

use rust_xlsxwriter::{IgnoreError, Worksheet, XlsxError};

use crate::messages::{Fact, Messages};
use crate::record::Kind;

use super::checks::{self, Check};
use super::columns::{columns_of, place_of};
use super::lists::List;
use super::{Blank, looks, title};

/// Rows from 0.
const TITLE: u32 = 0;
const NOTE: u32 = 1;
const ASKED: u32 = 2;
const HEADINGS: u32 = 3;
const EXAMPLE: u32 = 4;
const FIRST: u32 = 5;

/// Writes the table's sheet.
pub(super) fn write(sheet: &mut Worksheet, blank: &Blank<'_>, messages: &Messages) -> Result<(), XlsxError> {
    sheet.set_name(messages.text(&format!("template-sheet-{}", blank.kind.code())))?;
    write_top(sheet, blank, messages)?;
    write_headings(sheet, blank.kind, messages)?;
    let columns = columns_of(blank.kind);
    let (last, last_column) = (FIRST + blank.n_rows - 1, columns.len() as u16 - 1);
    let cell = looks::cell();
    for row in FIRST..=last {
        sheet.set_row_height(row, 21)?;
        for column in 0..=last_column {
            sheet.write_blank(row, column, &cell)?;
        }
    }
    // No green corners on numbers stored as text.
    sheet.ignore_error_range(EXAMPLE, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
    for (place, column) in (0..).zip(columns) {
        if matches!(column.check, Check::List(list) if !has(blank, list)) {
            continue;
        }
        let other = match column.check {
            Check::NotBefore(other) => place_of(blank.kind, other),
            _ => place,
        };
        if let Some(check) = checks::of_column(column.check, column.id, (FIRST, place), (FIRST, other), messages)? {
            sheet.add_data_validation(FIRST, place, last, place, &check)?;
        }
    }
    sheet.add_data_validation(HEADINGS, 0, EXAMPLE, last_column, &checks::of_fixed(messages)?)?;
    lay_out(sheet, blank, messages, last, last_column)
}

/// Whether a list has words. The list of quartiers may be empty.
fn has(blank: &Blank<'_>, list: List) -> bool {
    list != List::Quartier || !blank.quartiers.is_empty()
}

/// Writes title, note, quartier and year. In a register each act has its own quartier.
fn write_top(sheet: &mut Worksheet, blank: &Blank<'_>, messages: &Messages) -> Result<(), XlsxError> {
    let kind = blank.kind.code();
    sheet.set_row_height(TITLE, 24)?.set_row_height(ASKED, 24)?;
    sheet.write_string_with_format(TITLE, 0, title(blank, messages), &looks::title())?;
    sheet.write_string_with_format(NOTE, 0, messages.text(&format!("template-note-{kind}")), &looks::note())?;
    let mut column = 1;
    if blank.kind == Kind::Census {
        sheet.write_string_with_format(ASKED, column, messages.text("template-label-quartier"), &looks::label())?;
        sheet.write_blank(ASKED, column + 1, &looks::asked())?;
        if !blank.quartiers.is_empty() {
            sheet.add_data_validation(ASKED, column + 1, ASKED, column + 1, &checks::of_quartier(messages)?)?;
        }
        column += 2;
    }
    sheet.write_string_with_format(ASKED, column, messages.text("template-label-year"), &looks::label())?;
    sheet.write_blank(ASKED, column + 1, &looks::asked_number())?;
    sheet.add_data_validation(ASKED, column + 1, ASKED, column + 1, &checks::of_year(kind, messages)?)?;
    Ok(())
}

fn write_headings(sheet: &mut Worksheet, kind: Kind, messages: &Messages) -> Result<(), XlsxError> {
    let example = messages.text(&format!("template-example-{}", kind.code()));
    sheet.set_row_height(HEADINGS, 32)?.set_row_height(EXAMPLE, 21)?;
    let mut values = example.split('|').map(str::trim);
    for (place, column) in (0..).zip(columns_of(kind)) {
        sheet.set_column_width(place, column.width)?;
        let heading = messages.text(&format!("template-column-{}", column.id));
        sheet.write_string_with_format(HEADINGS, place, heading, &looks::heading())?;
        sheet.write_string_with_format(EXAMPLE, place, values.next().unwrap_or_default(), &looks::example())?;
    }
    Ok(())
}

/// Sets the print layout: landscape A4, one page wide, with year and header on every page.
fn lay_out(
    sheet: &mut Worksheet,
    blank: &Blank<'_>,
    messages: &Messages,
    last: u32,
    last_column: u16,
) -> Result<(), XlsxError> {
    let pages = [("page", Fact::from("&P")), ("pages", Fact::from("&N"))];
    // "&" begins a command in a footer.
    let title = title(blank, messages).replace('&', "&&");
    sheet.set_footer(format!("&L{title}&R{}", messages.say("template-footer-page", &pages)));
    sheet
        .set_freeze_panes(HEADINGS + 1, 0)?
        .set_landscape()
        .set_paper_size(super::A4)
        .set_margins(0.4, 0.4, 0.4, 0.6, 0.3, 0.3)
        .set_print_fit_to_pages(1, 0)
        .set_print_center_horizontally(true)
        .set_print_area(0, 0, last, last_column)?
        .set_repeat_rows(ASKED, HEADINGS)?
        .set_selection(FIRST, 0, FIRST, 0)?
        .set_active(true);
    Ok(())
}
