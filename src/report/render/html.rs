//! Writes a document as an HTML page: self-contained, without script, nothing to fetch.

use askama::Template;

use super::document::{Document, DocumentBlock, DocumentCell, DocumentTable, Section};
use super::labels::Labels;
use super::{chart, sections};
use crate::messages::Messages;
use crate::report::tables::ReportTables;

/// The page of the report in the language of the messages.
#[must_use]
pub(crate) fn html(tables: &ReportTables, messages: &Messages) -> String {
    page(&sections::document(tables, messages), messages)
}

/// A document as a page.
pub(super) fn page(document: &Document, messages: &Messages) -> String {
    let labels = Labels { messages };
    let page = PageTemplate {
        document,
        sections: document.sections.iter().map(|section| page_section(section, &labels)).collect(),
    };
    let mut out = String::new();
    // Rendering only fails if writing does, and writing to a String cannot fail.
    let _ = page.render_into(&mut out);
    out
}

/// The data of the template `page.html`.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/render/askama.toml")]
struct PageTemplate<'d> {
    document: &'d Document,
    sections: Vec<PageSection<'d>>,
}

struct PageSection<'d> {
    id: &'d str,
    title: &'d str,
    parts: Vec<PagePart<'d>>,
}

struct PagePart<'d> {
    title: &'d str,
    blocks: Vec<PageBlock<'d>>,
}

enum PageBlock<'d> {
    Text(&'d str),
    List(&'d [String]),
    /// A chart: SVG, escaped by `chart`, and its caption.
    Chart(String, &'d str),
    Table(PageTable<'d>),
}

struct PageTable<'d> {
    id: &'d str,
    caption: &'d str,
    columns: Vec<PageColumn<'d>>,
    rows: Vec<PageRow<'d>>,
}

struct PageColumn<'d> {
    title: &'d str,
    /// Whether the column holds texts rather than figures.
    has_texts: bool,
}

struct PageRow<'d> {
    code: &'d str,
    heading: &'d str,
    is_total: bool,
    cells: Vec<PageCell>,
}

enum PageCell {
    Figure(String),
    Text(String),
    /// A suppressed figure: the mark and its meaning.
    Hidden(String, String),
}

fn page_section<'d>(section: &'d Section, labels: &Labels<'_>) -> PageSection<'d> {
    let parts = section.parts.iter().map(|part| PagePart {
        title: &part.title,
        blocks: part.blocks.iter().flat_map(|block| page_blocks(block, labels)).collect(),
    });
    PageSection { id: section.id, title: &section.title, parts: parts.collect() }
}

fn page_blocks<'d>(block: &'d DocumentBlock, labels: &Labels<'_>) -> Vec<PageBlock<'d>> {
    match block {
        DocumentBlock::Text(text) => vec![PageBlock::Text(text)],
        DocumentBlock::List(items) => vec![PageBlock::List(items)],
        DocumentBlock::Table(table, charts) => {
            let drawn = charts.iter().map(|own| PageBlock::Chart(chart::svg(own, table, labels), &own.caption));
            drawn.chain([PageBlock::Table(page_table(table, labels))]).collect()
        }
    }
}

fn page_table<'d>(table: &'d DocumentTable, labels: &Labels<'_>) -> PageTable<'d> {
    let has_texts = |column: usize| {
        column > 0 && table.rows.iter().any(|row| matches!(row.cells.get(column - 1), Some(DocumentCell::Text(_))))
    };
    let cell = |(column, cell): (usize, &DocumentCell)| match cell {
        DocumentCell::Text(_) => PageCell::Text(labels.cell(cell)),
        DocumentCell::Nothing if has_texts(column + 1) => PageCell::Text(labels.cell(cell)),
        DocumentCell::Hidden => PageCell::Hidden(labels.cell(cell), labels.text("hidden-spoken")),
        figure => PageCell::Figure(labels.cell(figure)),
    };
    let rows = table.rows.iter().map(|row| PageRow {
        code: &row.code,
        heading: &row.heading,
        is_total: row.is_total,
        cells: row.cells.iter().enumerate().map(cell).collect(),
    });
    let columns = table.columns.iter().enumerate();
    let columns = columns.map(|(place, title)| PageColumn { title, has_texts: has_texts(place) });
    PageTable { id: &table.id, caption: &table.caption, columns: columns.collect(), rows: rows.collect() }
}
