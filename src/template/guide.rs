//! The sheet of instructions: a word in bold and a piece of advice in each row.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::messages::Messages;

use super::{BlankSheet, formats};

/// Characters that fit on a line of advice in every program.
const LINE: usize = 80;

/// Writes the sheet of instructions. Two cells a row are never read as a table.
pub(super) fn write(sheet: &mut Worksheet, blank: &BlankSheet<'_>, messages: &Messages) -> Result<(), XlsxError> {
    let kind = blank.kind.code();
    sheet.set_name(messages.text("template-sheet-guide"))?;
    sheet.set_column_width(0, 18)?.set_column_width(1, 84)?.set_row_height(0, 30)?;
    let title = messages.text(&format!("template-guide-title-{kind}"));
    sheet.write_string_with_format(0, 0, title, &formats::title())?;
    let advice = messages.text(&format!("template-guide-{kind}"));
    for (row, line) in (1..).zip(advice.lines()) {
        let (word, text) = line.split_once('|').unwrap_or(("", line));
        // Some programs do not fit the height of a row to wrapped text.
        let n_lines = 1 + text.trim().chars().count().saturating_sub(1) / LINE;
        sheet.set_row_height(row, 15.0 * n_lines as f64 + 6.0)?;
        sheet.write_string_with_format(row, 0, word.trim(), &formats::guide_word())?;
        sheet.write_string_with_format(row, 1, text.trim(), &formats::guide_text())?;
    }
    sheet.set_portrait().set_paper_size(super::A4).set_margins(0.6, 0.6, 0.6, 0.6, 0.3, 0.3);
    sheet.set_print_fit_to_pages(1, 0).set_screen_gridlines(false);
    Ok(())
}
