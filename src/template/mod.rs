//! Lists and messages -> the bytes of a blank sheet that agents fill in, for a census or a birth register.
//!
//! What is typed into it is read back without a doubt: every column is called as the reader knows it, every word of a
//! drop-down list is one that the reader maps to its code. It touches no disk and knows no stage; the same lists give
//! the same bytes.
//!
//! Two choices, and why:
//! - **Cells are text.** A spreadsheet makes a day of June 1905 of `1987` in a date cell, the 17th of May of the quartier
//!   `17 Mai`, the 12th of March of the parcel `12/3`, and puts month before day where it speaks American. As text each
//!   stays what was typed; a formula checks that a whole date exists.
//! - **Nothing is locked.** A protected sheet takes no further row, no wider column and no sorting. Headings and the
//!   example refuse typing by a validation instead.

mod checks;
mod columns;
mod guide;
mod lists;
mod looks;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::error::{Error, Result};
use crate::messages::{Fact, Messages};
use crate::record::{Kind, Quartier};

/// The paper size that workbooks call 9.
const A4: u8 = 9;

/// What a blank sheet is made for.
#[derive(Debug, Clone, Copy)]
pub struct Blank<'a> {
    /// Census sheet or birth register.
    pub kind: Kind,
    /// The commune's name, shown above the table.
    pub commune: &'a str,
    /// The commune's quartiers, in the order of the list to choose from.
    pub quartiers: &'a [Quartier],
    /// Blank rows to fill in.
    pub n_rows: u32,
}

/// The workbook: the table, the instructions, and hidden the lists to choose from.
///
/// # Errors
/// `template-not-made` if a text from outside (a quartier's or the commune's name) is one that no workbook can hold.
pub fn workbook(blank: &Blank<'_>, messages: &Messages) -> Result<Vec<u8>> {
    made(blank, messages).map_err(|e| Error::new("template-not-made").because(e))
}

fn made(blank: &Blank<'_>, messages: &Messages) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed moment, so that the same lists give the same file.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title(blank, messages)).set_creation_datetime(&created));
    table::write(book.add_worksheet(), blank, messages)?;
    guide::write(book.add_worksheet(), blank, messages)?;
    let lists = lists::of(blank, messages);
    lists::write(book.add_worksheet(), &lists, messages)?;
    for list in &lists {
        book.define_name(list.kind.name(), &list.formula(&messages.text("template-sheet-lists")))?;
    }
    book.save_to_buffer()
}

/// The title of the table and of every printed page.
fn title(blank: &Blank<'_>, messages: &Messages) -> String {
    messages.say(&format!("template-title-{}", blank.kind.code()), &[("commune", Fact::from(blank.commune))])
}
