//! Finds the tables of one sheet: which rows are headings, what each column holds, which rows are no data.
//!
//! Nothing is decided by position in the sheet. Rows that are no data keep their reason; none is dropped.
//! [`sheet_reader`] goes through the rows from the first to the last and asks for each:
//!
//! - [`heading`]: does a heading of one to three rows begin here? Then a table begins: [`resolve_columns`] decides what
//!   each of its columns holds, from the heading, the pins of the settings and the first rows of data (counted by
//!   [`content_profile`]). [`table_columns`] holds the result and the findings on it. [`heading_evidence`] compares a
//!   heading of few known columns with the rows below it; [`shared_affix`] leaves out the word that they share;
//!   [`name_columns`] decides which column has the name;
//!   [`moved_rows`] are rows wider than their heading, [`shifted_heading`] one that stands beside its columns.
//!   [`name_steps`] are the head, the wife and the children each in a column of names.
//!   [`date_columns`] finds the days of birth, of an act and of the list under headings that do not say so.
//! - In a sheet without a heading, [`content_columns`] gives the columns their fields by what they hold, else
//!   [`no_heading`] says what the sheet is. [`book_columns`] are those of an earlier sheet of the same register.
//! - [`context_lines`]: is it a block line, such as `Quartier : Boma`, or a title above the first table? Then its
//!   values enter the context of the rows below. [`sex_titles`] reads the sex in a title, a line or a name.
//! - [`non_data_rows`]: is it a total, a note, a signature, an example or part of a summary? The rest is data.
//! - [`persons_outside`]: is a person named outside the columns of the names?
//!   [`address_lines`] are those that name a house: `PARCELLE 69 Av. BOKUNGU — Ménage 1`.
//! - [`counts_beside`]: does a small table of counts stand right of the list?
//! - [`list_kind`], [`other_list`]: is the table one of numbers, deaths, marriages, animals, goods? Then it is set aside.
//! - [`judgment_cells`]: which cells of a column of judgments are remarks?
//! - [`fill_down`]: which values does a row of data take from the rows above? [`plural_relations`] are those of
//!   `Enfants` beside the first child alone.

mod address_lines;
mod book_columns;
mod column_owners;
mod column_values;
mod content_columns;
mod content_profile;
mod context_lines;
mod counts_beside;
mod date_columns;
mod date_parts;
mod fill_down;
mod heading;
mod heading_column;
mod heading_evidence;
mod judgment_cells;
mod list_kind;
mod moved_rows;
mod name_columns;
mod name_steps;
mod no_heading;
mod non_data_rows;
mod other_list;
mod persons_a_row;
mod persons_outside;
mod plural_relations;
mod resolve_columns;
mod sex_titles;
mod shared_affix;
mod sheet_reader;
mod shifted_heading;
mod table_columns;

pub(super) use book_columns::BookColumns;
pub(super) use context_lines::year_in;
pub(super) use non_data_rows::is_summary;
pub(crate) use sheet_reader::{QUARANTINE_RULES, is_of_known_table};
pub(super) use sheet_reader::{SheetOptions, read_sheet};

#[cfg(test)]
mod foreign_headings_tests;
#[cfg(test)]
mod tests;
