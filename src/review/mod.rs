//! Shows pairs of rows to a person who judges them: side by side, with the evidence for and against in words.
//!
//! The order ([`ranked_pairs`]), the words, the workbook ([`fn@workbook`]) and the page of a person
//! ([`page`]) are here. This module neither uses the disk nor imports a stage: the caller brings the pairs.
//! The same pairs give the same bytes.

mod order;
pub mod page;
mod pair;
mod words;
mod workbook;

pub use pair::{ComparisonWeight, FicheMember, RowPair, RowPlace, company_of_both};
pub use workbook::company_text;

pub(crate) use order::{NumberedLink, PairDecider, RankedPair, ranked_pairs, with_households_together};
pub(crate) use pair::{ReviewPair, ReviewRow};
pub(crate) use words::{STRENGTH_SHOWN_FROM, strength_and_side};
pub(crate) use workbook::{ReviewKind, workbook};
