//! What the template of the page is filled with: sections of parts of blocks, all words said already.

use askama::Template;

/// The page.
#[derive(Template)]
#[template(path = "page.html", config = "src/report/render/askama.toml")]
pub(super) struct Page {
    pub(super) lang: &'static str,
    pub(super) title: String,
    pub(super) subtitle: String,
    pub(super) skip: String,
    pub(super) contents: String,
    pub(super) figures: Vec<Figure>,
    pub(super) figures_title: String,
    pub(super) legend: Vec<String>,
    pub(super) sections: Vec<Section>,
    pub(super) foot: String,
}

/// A headline figure: the number, what it counts, and of what.
pub(super) struct Figure {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) note: String,
}

/// A section with its anchor.
pub(super) struct Section {
    pub(super) id: &'static str,
    pub(super) title: String,
    pub(super) parts: Vec<Part>,
}

/// A titled part of a section.
pub(super) struct Part {
    pub(super) title: String,
    pub(super) blocks: Vec<Block>,
}

/// What a part is made of.
pub(super) enum Block {
    /// A paragraph.
    Text(String),
    /// A list.
    List(Vec<String>),
    /// A chart: SVG made by `chart`, escaped there, and its caption.
    Chart(String, String),
    /// A table.
    Table(Table),
}

/// A table whose first column heads its rows.
pub(super) struct Table {
    pub(super) id: &'static str,
    pub(super) caption: String,
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

/// A row.
pub(super) struct Row {
    pub(super) heading: String,
    pub(super) cells: Vec<Cell>,
    pub(super) is_total: bool,
}

/// A cell.
pub(super) enum Cell {
    /// A figure, or words.
    Shown(String),
    /// A hidden figure: the mark and its meaning.
    Hidden(String, String),
}
