//! Reads dates as agents type them: days, months, years, words, serial numbers, each with its precision.
//!
//! The day stands before the month, as is usual in the country. A bare year is a year, never a serial number.

mod date_and_place;
mod numerals;
mod read;

pub(super) use date_and_place::date_and_place;
pub use read::{DateReading, read_date};
