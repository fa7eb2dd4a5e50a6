//! Renders the report's tables for persons: a page ([`html()`]) and a workbook ([`xlsx()`]) per language, and the long
//! table as [`csv()`] and [`json`].
//!
//! [`sections`] builds a [`document`] in one language; [`html`](mod@html) and [`xlsx`](mod@xlsx) are two ways to write
//! it. Rounding, words and percent signs exist only here. Nothing is written to disk: the caller gets text and bytes.

mod chart;
mod chart_axis;
mod comparison;
mod document;
mod html;
mod labels;
mod long_table_files;
mod saved_picture;
mod sections;
mod xlsx;
mod xlsx_chart;

pub(crate) use comparison::{comparison_html, comparison_xlsx};
pub(crate) use html::{html, script_source};
pub(crate) use long_table_files::{COLUMNS as LONG_TABLE_COLUMNS, csv, json};
pub(crate) use xlsx::xlsx;
