//! Makes a blank sheet for agents: a census sheet, a birth register or a sheet of events, as the bytes of a workbook.
//!
//! The reader reads a filled sheet without a finding: it knows every column header and every word of the drop-down
//! lists. The module uses neither the disk nor a stage. The same lists give the same bytes.
//!
//! Two choices:
//! - **Cells are text.** In other cells a spreadsheet turns `1987` into a day of June 1905, the quartier `17 Mai` into
//!   a date and the parcel `12/3` into 12 March, and an American one swaps day and month. A text cell keeps what was
//!   typed. A formula checks that a whole date exists.
//! - **Nothing is locked.** A protected sheet refuses new rows, wider columns and sorting. A validation protects the
//!   header and the example instead.

mod blank_sheet;
mod checks;
mod columns;
mod formats;
mod guide;
mod lists;
mod table;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::record::Kind;

pub use blank_sheet::BlankSheet;

/// Returns the workbook: the table, the instructions, and a hidden sheet with the lists.
///
/// # Errors
/// `template-not-made` if the name of the commune or of a quartier does not fit a workbook.
pub fn workbook(blank: &BlankSheet<'_>, messages: &Messages) -> Result<Vec<u8>> {
    build(blank, messages).map_err(|e| Error::new(ErrorCode::TemplateNotMade).because(e))
}

/// Returns the codes of the columns of a kind of sheet, from the left: `template-column-<code>` is the heading.
pub(crate) fn column_ids(kind: Kind) -> Vec<&'static str> {
    columns::columns_of(kind).iter().map(|column| column.id.as_str()).collect()
}

/// Returns the words to choose from in a column; none for a column without a list, and for the quartiers.
pub(crate) fn list_words(kind: Kind, column: &str, messages: &Messages) -> Vec<String> {
    let column = columns::columns_of(kind).iter().find(|own| own.id == column);
    match column.map(|column| &column.check) {
        Some(checks::ColumnCheck::WordList(list)) => lists::words_of(*list, messages),
        _ => Vec::new(),
    }
}

fn build(blank: &BlankSheet<'_>, messages: &Messages) -> std::result::Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // A fixed time, so that the same lists give the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(blank.title(messages)).set_creation_datetime(&created));
    table::write(book.add_worksheet(), blank, messages)?;
    guide::write(book.add_worksheet(), blank, messages)?;
    let lists = lists::of_sheet(blank, messages);
    lists::write(book.add_worksheet(), &lists, messages)?;
    for list in &lists {
        book.define_name(list.kind.name(), &list.formula(&messages.text("template-sheet-lists")))?;
    }
    book.save_to_buffer()
}
