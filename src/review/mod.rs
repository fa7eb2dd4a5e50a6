//! Shows pairs of rows to a person who judges them: side by side, with the evidence for and against in words.
//!
//! The order ([`in_review_order`]), the words, the workbook ([`fn@workbook`]) and the page of a person
//! ([`page`]) are here. This module neither uses the disk nor imports a stage: the caller brings the pairs.
//! The same pairs give the same bytes.

pub mod page;
mod pair;
mod words;
mod workbook;

pub use pair::{ComparisonWeight, RowPair, RowPlace};

pub(crate) use pair::{ReviewPair, ReviewRow, in_review_order, keep_least_certain};
pub(crate) use words::{STRENGTH_SHOWN_FROM, strength_and_side};
pub(crate) use workbook::workbook;
