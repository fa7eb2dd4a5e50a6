//! Tables -> what a person opens: a page per language ([`html()`]), one long table as CSV or JSON ([`csv()`]).
//!
//! Rounding, words and percent signs are here and nowhere before. Nothing is written: text goes back to the caller.

mod chart;
mod csv;
mod html;
mod page;
mod sheets;
mod words;

pub use csv::{csv, json};
pub use html::html;
