//! Reads spreadsheets into raw rows. This is the only module that opens input files.
//!
//! It decides what a column holds, never what a value means, and drops no row. A file is read in these steps:
//!
//! 1. [`input_files`] lists the files of a raw folder. [`corrected`] finds the corrections workbooks among them,
//!    [`cell_corrections`] reads the corrections of single cells that people typed.
//! 2. [`read_book`](mod@read_book) reads a file's bytes once and turns them into a [`Book`](crate::record::Book).
//!    [`guard`] checks the bytes first. Text tables go through [`delimited`] and [`encoding`], tables of web pages
//!    through [`markup`], workbooks through [`workbook`] in a process of its own ([`worker`],
//!    [`worker_protocol`]). Both hand over [`sheet_events`].
//! 3. [`layout`] finds the tables of each sheet and labels their columns with the help of [`headers`];
//!    [`mended_heading`] mends damaged letters of headings.
//! 4. [`read_file`](mod@read_file) puts the sheets together.
//!
//! Beside these: [`reference`](mod@reference) and [`decisions`] read the program's own CSV files, and
//! [`read_table`](mod@read_table) reads any table for linking.

mod astray_sheets;
mod cell_corrections;
mod corrected;
mod decisions;
mod delimited;
mod encoding;
mod guard;
mod headers;
mod heading_words;
mod hidden_cells;
mod input_files;
mod layout;
mod markup;
mod mended_heading;
mod month_dates;
mod read_book;
mod read_file;
mod read_table;
mod reference;
mod repeat_sheets;
mod settings;
mod sheet_events;
mod struck_ods;
mod workbook;
mod worker;
mod worker_protocol;
mod xml_attribute;

pub use decisions::{DecisionLine, Decisions};
pub use headers::{Headers, PinSetting};
pub use read_book::{book_of, open_regular, read_book, read_text_file};
pub use read_file::read_file;
pub use reference::{REFERENCE_FILES, Reference};
pub use settings::IngestSettings;
pub use worker::{READ_BOOK, serve};

pub(crate) use astray_sheets::{astray_sheets, is_own_folder, unknown_files};
pub(crate) use cell_corrections::{
    CORRECTIONS_FOLDER, CellAnswer, CellCorrections, FileCorrections, confirmation_of, correction_line, heading_line,
};
pub(crate) use corrected::cells_of;
pub(crate) use decisions::{is_undecided, read_decisions, read_ruling};
pub(crate) use input_files::{
    Input, InputFiles, InputRole, LastWriter, folder_files, folder_hashes, is_input, last_writer, list_folder,
    list_input_files, listing, seal_workbook,
};
pub(crate) use layout::{QUARANTINE_RULES, is_of_known_table};
pub(crate) use read_book::{FileBytes, load_file, read_corrected_book, read_original, sha256_of_file};
pub(crate) use read_file::{cell_answers, holding_corrections, read_loaded_file, texts_of_row, year_in_name};
pub(crate) use read_table::read_table;
