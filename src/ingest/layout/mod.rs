//! Finds the tables of one sheet: which rows are headings, what each column holds, which rows are no data.
//!
//! Nothing is decided by position in the sheet. Rows that are no data keep their reason; none is dropped. The steps:
//!
//! 1. [`merged_cells`] indexes the sheet's merged cells by row.
//! 2. [`sheet_reader`] goes through the rows from the first to the last and asks for each:
//!    - [`heading`]: does a heading of one to three rows begin here? Then a table begins, with step 3.
//!    - [`block_labels`]: is it a block line, such as `Quartier : Boma`? Then [`block_context`] adds its values to the context
//!      of the rows below; [`titles`] does so for a title above the first table.
//!    - [`non_data_rows`]: is it a total, a note, an example or part of a summary? What is left is data.
//! 3. [`resolve_columns`] decides what each column of a new table holds: from the heading, the pins of the settings, and the
//!    first rows of data ([`column_groups`], [`check_content`], with counts by [`content_profile`]). [`table_columns`] holds
//!    the result, [`side_by_side`] finds a second table to the right, [`column_notes`] writes the findings.
//! 4. [`fill_down`] adds to each row of data the values that it takes from the rows above.

mod block_context;
mod block_labels;
mod check_content;
mod column_groups;
mod column_notes;
mod content_profile;
mod fill_down;
mod heading;
mod merged_cells;
mod non_data_rows;
mod resolve_columns;
mod sheet_reader;
mod side_by_side;
mod table_columns;
mod titles;

pub(super) use non_data_rows::is_summary;
pub(super) use sheet_reader::{SheetOptions, read_sheet};
pub(super) use titles::year_in;

#[cfg(test)]
mod tests;
