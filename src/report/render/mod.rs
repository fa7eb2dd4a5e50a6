//! Tables -> what a person opens: a page ([`html()`]) and a workbook ([`xlsx()`]) per language, one long table as CSV or JSON
//! ([`csv()`]).
//!
//! A [`document`] says the report in one language; the page and the workbook are two ways to write it down. Rounding, words
//! and percent signs are here and nowhere before. Nothing is written: text and bytes go back to the caller.

mod chart;
mod comparison;
mod csv;
mod document;
mod html;
mod sections;
mod words;
mod xlsx;

pub use comparison::{comparison_html, comparison_xlsx};
pub use csv::{csv, json};
pub use html::html;
pub use xlsx::xlsx;
