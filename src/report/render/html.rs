//! The page of one language: self-contained, without script, nothing to fetch.

use askama::Template;

use super::document::{Block, Cell, Document};
use super::words::Words;
use super::{chart, sections};
use crate::messages::Messages;
use crate::report::Tables;

/// The page in the language of the messages.
#[must_use]
pub fn html(tables: &Tables, messages: &Messages) -> String {
    page(&sections::document(tables, messages), messages)
}

/// A document as a page.
pub(super) fn page(document: &Document, messages: &Messages) -> String {
    let words = Words { messages };
    let page =
        Page { document, sections: document.sections.iter().map(|section| section_of(section, &words)).collect() };
    let mut out = String::new();
    // Every part of the page is text already: only writing could fail, and writing to a String can't.
    let _ = page.render_into(&mut out);
    out
}

/// What the template of the page is filled with: all words said already.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/render/askama.toml")]
struct Page<'d> {
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
    /// A chart: SVG made by `chart`, escaped there, and its caption.
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
    /// Whether it holds words, not figures.
    has_words: bool,
}

struct PageRow<'d> {
    code: &'d str,
    heading: &'d str,
    is_total: bool,
    cells: Vec<PageCell>,
}

enum PageCell {
    /// A figure.
    Figure(String),
    /// Words.
    Text(String),
    /// A hidden figure: the mark and its meaning.
    Hidden(String, String),
}

fn section_of<'d>(section: &'d super::document::Section, words: &Words<'_>) -> PageSection<'d> {
    let parts = section.parts.iter().map(|part| PagePart {
        title: &part.title,
        blocks: part.blocks.iter().flat_map(|block| blocks_of(block, words)).collect(),
    });
    PageSection { id: section.id, title: &section.title, parts: parts.collect() }
}

fn blocks_of<'d>(block: &'d Block, words: &Words<'_>) -> Vec<PageBlock<'d>> {
    match block {
        Block::Text(text) => vec![PageBlock::Text(text)],
        Block::List(items) => vec![PageBlock::List(items)],
        Block::Table(table, charts) => {
            let drawn = charts.iter().map(|own| PageBlock::Chart(chart::svg(own, table, words), &own.caption));
            drawn.chain([PageBlock::Table(table_of(table, words))]).collect()
        }
    }
}

fn table_of<'d>(table: &'d super::document::Table, words: &Words<'_>) -> PageTable<'d> {
    let has_words = |column: usize| {
        column > 0 && table.rows.iter().any(|row| matches!(row.cells.get(column - 1), Some(Cell::Text(_))))
    };
    let cell = |(column, cell): (usize, &Cell)| match cell {
        Cell::Text(_) => PageCell::Text(words.cell(cell)),
        Cell::Nothing if has_words(column + 1) => PageCell::Text(words.cell(cell)),
        Cell::Hidden => PageCell::Hidden(words.cell(cell), words.text("hidden-spoken")),
        figure => PageCell::Figure(words.cell(figure)),
    };
    let rows = table.rows.iter().map(|row| PageRow {
        code: &row.code,
        heading: &row.heading,
        is_total: row.is_total,
        cells: row.cells.iter().enumerate().map(cell).collect(),
    });
    let columns = table.columns.iter().enumerate();
    let columns = columns.map(|(place, title)| PageColumn { title, has_words: has_words(place) });
    PageTable { id: &table.id, caption: &table.caption, columns: columns.collect(), rows: rows.collect() }
}
