//! Writes a document as an HTML page: self-contained, nothing to fetch. A link saves each chart as an SVG. The only
//! script saves it as a PNG and prints the first page alone; the policy of the page allows it by its hash, and no
//! other.

use askama::Template;
use base64::Engine;
use sha2::{Digest, Sha256};

use super::document::{
    Chart, ChartKind, Document, DocumentBlock, DocumentCell, DocumentPart, DocumentRow, DocumentTable,
};
use super::labels::Labels;
use super::{chart, saved_picture, sections};
use crate::messages::Messages;
use crate::report::ReportTables;

/// Returns the page of the report in the language of the messages.
pub(crate) fn html(tables: &ReportTables, messages: &Messages) -> String {
    page(&sections::document(tables, messages), messages)
}

/// Returns a document as a page.
pub(super) fn page(document: &Document, messages: &Messages) -> String {
    let mut out = String::new();
    // Rendering only fails if writing does, and writing to a String cannot fail.
    let _ = Page { document, labels: Labels { messages } }.render_into(&mut out);
    out
}

/// The script of a page.
const SCRIPT: &str = include_str!("picture.js");

/// Returns the source of the script as a policy of pages names it: its hash.
#[must_use]
pub(crate) fn script_source() -> String {
    format!("'sha256-{}'", base64::engine::general_purpose::STANDARD.encode(Sha256::digest(SCRIPT)))
}

/// The data of the template `page.html`.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/render/askama.toml")]
struct Page<'d> {
    document: &'d Document,
    labels: Labels<'d>,
}

/// Fewest rows of quartiers without any figure that one line stands for.
const FEWEST_BLANK_ROWS: usize = 4;

/// Whether a row of a table that is in no total has no figure but 0.
fn has_nothing(row: &DocumentRow) -> bool {
    let is_nothing = |cell: &DocumentCell| matches!(cell, DocumentCell::Count(0) | DocumentCell::Nothing);
    !row.is_total && !row.is_aside && row.cells.iter().all(is_nothing)
}

impl Page<'_> {
    fn script(&self) -> &'static str {
        SCRIPT
    }

    fn script_source(&self) -> String {
        script_source()
    }

    /// Returns the SVG of a chart; its texts are escaped.
    fn svg(&self, chart: &Chart, table: &DocumentTable) -> String {
        chart::svg(chart, table, &self.labels)
    }

    /// Returns the address of a chart as a file that a link saves.
    fn picture(&self, chart: &Chart, table: &DocumentTable) -> String {
        let origin = format!("{} · {}", self.document.title, self.document.mark);
        let again = Some(chart.origin.clone()).filter(|own| !own.is_empty());
        let foot: Vec<String> =
            [Some(origin), again, Some(self.labels.text("picture-signs"))].into_iter().flatten().collect();
        saved_picture::data_address(&saved_picture::picture(&self.svg(chart, table), &chart.title, &foot))
    }

    /// Whether a part has the map, with which the first printed page ends.
    fn is_map(&self, part: &DocumentPart) -> bool {
        let charts = part.blocks.iter().filter_map(|block| match block {
            DocumentBlock::Table(_, charts) => Some(charts),
            _ => None,
        });
        charts.flatten().any(|chart| matches!(chart.kind, ChartKind::Tiles { .. }))
    }

    /// Whether the document has a map.
    fn has_map(&self) -> bool {
        self.document.sections.iter().flat_map(|section| &section.parts).any(|part| self.is_map(part))
    }

    /// Returns the names of the series of bars, which a phone shows above the chart: the chart's own legend can be out
    /// of sight there.
    fn keys<'t>(&self, chart: &Chart, table: &'t DocumentTable) -> Vec<&'t str> {
        let series = match &chart.kind {
            ChartKind::Columns(series) => series.as_slice(),
            _ => &[],
        };
        series.iter().filter_map(|column| table.columns.get(column + 1)).map(String::as_str).collect()
    }

    /// The rows of a table that the page shows.
    fn shown_rows<'t>(&self, table: &'t DocumentTable) -> Vec<&'t DocumentRow> {
        let is_blank = self.is_blank_row(table);
        table.rows.iter().filter(|row| !is_blank(row)).collect()
    }

    /// Returns the line that stands for the quartiers of a table of which nothing was read; "" for none.
    fn blank_rows(&self, table: &DocumentTable) -> String {
        let is_blank = self.is_blank_row(table);
        let names: Vec<&str> = table.rows.iter().filter(|row| is_blank(row)).map(|row| row.heading.as_str()).collect();
        match names.len() {
            0 => String::new(),
            n => self.labels.message("blank-quartiers", &[("n", n.into()), ("names", names.join(", ").into())]),
        }
    }

    /// Whether a row is that of a quartier without any figure, in a table with several of them: many rows of nothing
    /// would hide the others.
    fn is_blank_row(&self, table: &DocumentTable) -> impl Fn(&DocumentRow) -> bool + use<> {
        let is_of_quartiers = table.columns.first().is_some_and(|own| *own == self.labels.text("quartier-column"));
        let is_few = is_of_quartiers && table.rows.iter().filter(|row| has_nothing(row)).count() < FEWEST_BLANK_ROWS;
        move |row| is_of_quartiers && !is_few && has_nothing(row)
    }

    /// Whether a table is folded: long, and not that of the quarters, which is looked up most.
    fn is_folded(&self, table: &DocumentTable) -> bool {
        self.shown_rows(table).len() > 22 && table.id != "t-quarter"
    }

    /// Whether the rows of a table are years, the oldest first.
    fn is_of_years(&self, table: &DocumentTable) -> bool {
        table.rows.iter().filter(|row| row.code.len() == 4 && row.code.parse::<u16>().is_ok()).count() > 1
    }

    /// Whether a column holds texts rather than figures; column 0 is that of the row headings.
    fn has_texts(&self, table: &DocumentTable, column: usize) -> bool {
        column > 0 && table.rows.iter().any(|row| matches!(row.cells.get(column - 1), Some(DocumentCell::Text(_))))
    }

    /// Whether a cell of a column is set as text.
    fn is_text(&self, table: &DocumentTable, column: usize, cell: &DocumentCell) -> bool {
        match cell {
            DocumentCell::Text(_) => true,
            DocumentCell::Nothing => self.has_texts(table, column),
            _ => false,
        }
    }
}
