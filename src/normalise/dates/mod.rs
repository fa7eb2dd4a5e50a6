//! Reads dates and ages as agents type them: days, months, years, words, serial numbers, each with its precision.
//!
//! `column_evidence` first decides from all cells of a column how they are read. Without evidence the day stands before
//! the month, as is usual in the country. A bare year is a year, never a serial number.

mod age;
mod bare_number;
mod calendar_words;
mod clock;
mod column_evidence;
mod column_style;
mod date_and_place;
mod date_reading;
mod date_words;
mod letter_digits;
mod numerals;
mod numeric_date;
mod read;

pub(super) use age::{Age, is_age_against_year, read_age};
pub(super) use calendar_words::{AgeUnit, is_month_name};
pub(super) use column_evidence::ColumnStyles;
pub(super) use column_style::ColumnStyle;
pub(super) use date_and_place::date_and_place;
pub use date_reading::DateReading;
pub(super) use date_reading::YearLimits;
pub(super) use letter_digits::with_number_digits;
pub(super) use numerals::to_digits;
pub use read::read_date;
pub(super) use read::read_date_in;
