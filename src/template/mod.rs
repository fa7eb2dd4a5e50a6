//! Makes a blank sheet for agents: a census sheet, a birth register or a sheet of events, as the bytes of a workbook.
//!
//! The reader reads a filled sheet without a finding: it knows every column header and every word of the drop-down lists. The
//! module touches no disk and no stage. The same lists give the same bytes.
//!
//! Two choices:
//! - **Cells are text.** In cells of other types a spreadsheet turns `1987` into a day of June 1905, the quartier `17 Mai`
//!   into a date, the parcel `12/3` into 12 March, and an American one swaps day and month. A text cell keeps what was
//!   typed. A formula checks that a whole date exists.
//! - **Nothing is locked.** A protected sheet refuses new rows, wider columns and sorting. A validation protects the header
//!   and the example instead.

mod checks;
mod columns;
mod formats;
mod guide;
mod lists;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Messages, say};
use crate::record::{Kind, Quartier};

/// The number of the paper size A4 in workbooks.
const A4: u8 = 9;

/// What a blank sheet is made of.
#[derive(Debug, Clone, Copy)]
pub struct BlankSheet<'a> {
    /// The kind of sheet.
    pub kind: Kind,
    /// The commune's name, shown above the table.
    pub commune: &'a str,
    /// The commune's quartiers, in the order of the list to choose from.
    pub quartiers: &'a [Quartier],
    /// Number of blank rows.
    pub n_rows: u32,
}

/// The workbook: the table, the instructions, and a hidden sheet with the lists.
///
/// # Errors
/// `template-not-made` if the name of the commune or of a quartier does not fit a workbook.
pub fn workbook(blank: &BlankSheet<'_>, messages: &Messages) -> Result<Vec<u8>> {
    build(blank, messages).map_err(|e| Error::new(ErrorCode::TemplateNotMade).because(e))
}

fn build(blank: &BlankSheet<'_>, messages: &Messages) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed time, so that the same lists give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(title(blank, messages)).set_creation_datetime(&created));
    table::write(book.add_worksheet(), blank, messages)?;
    guide::write(book.add_worksheet(), blank, messages)?;
    let lists = lists::of_sheet(blank, messages);
    lists::write(book.add_worksheet(), &lists, messages)?;
    for list in &lists {
        book.define_name(list.kind.name(), &list.formula(&messages.text("template-sheet-lists")))?;
    }
    book.save_to_buffer()
}

/// The title above the table and on every printed page.
fn title(blank: &BlankSheet<'_>, messages: &Messages) -> String {
    say!(messages, &format!("template-title-{}", blank.kind.code()), commune = blank.commune)
}
