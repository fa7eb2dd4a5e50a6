//! Builds the tables of a page or of an XML workbook from its tags.

use crate::error::{Error, ErrorCode, Result};

use super::kind::{MOST_ROWS, Markup, N_COLUMNS};
use super::tags::{MarkupPiece, MarkupPieces, MarkupTag, shown};

/// A sheet of an XML workbook, or a whole page.
#[derive(Debug, Default)]
pub(super) struct MarkupSheet {
    pub(super) name: String,
    pub(super) is_hidden: bool,
    pub(super) flow: MarkupFlow,
}

/// Lines of text and tables that stand one below another: in a page or in a cell.
#[derive(Debug, Default)]
pub(super) struct MarkupFlow {
    pub(super) parts: Vec<FlowPart>,
    /// Whether the next text begins a line.
    is_closed: bool,
}

#[derive(Debug)]
pub(super) enum FlowPart {
    Line { text: String, is_struck: bool },
    Table(MarkupTable),
}

#[derive(Debug, Default)]
pub(super) struct MarkupTable {
    pub(super) rows: Vec<MarkupRow>,
}

#[derive(Debug, Default)]
pub(super) struct MarkupRow {
    /// Row number from 1, where the markup gives it.
    pub(super) number: Option<u32>,
    pub(super) cells: Vec<MarkupCell>,
}

#[derive(Debug, Default)]
pub(super) struct MarkupCell {
    /// Column from 0, where the markup gives it.
    pub(super) column: Option<u32>,
    pub(super) n_columns: u32,
    /// Rows that the cell covers; 0 for all that follow.
    pub(super) n_rows: u32,
    pub(super) is_number: bool,
    pub(super) flow: MarkupFlow,
}

/// The tables of a text by sheet; a page is one sheet.
///
/// # Errors
/// `file-other-format` for tables nested too deep; `file-outside-sheet`; `file-too-many-cells`.
pub(super) fn sheets_of(text: &str, markup: Markup, max_cells: u64) -> Result<Vec<MarkupSheet>> {
    let mut builder = MarkupTableBuilder {
        markup,
        max_cells,
        n_cells: 0,
        sheets: vec![MarkupSheet::default()],
        open: Vec::new(),
        n_struck: 0,
        is_in_data: false,
        is_in_comment: false,
        is_in_visible: false,
    };
    for piece in MarkupPieces::new(text, markup == Markup::Html) {
        match piece {
            MarkupPiece::Text(text) => builder.add_text(text),
            MarkupPiece::Tag(tag) if markup == Markup::Html => builder.add_page_tag(&tag)?,
            MarkupPiece::Tag(tag) => builder.add_workbook_tag(&tag)?,
        }
    }
    while !builder.open.is_empty() {
        builder.end_table();
    }
    builder.sheets.retain(|sheet| !sheet.flow.parts.is_empty());
    Ok(builder.sheets)
}

/// Tables inside tables that are read. A spreadsheet's own page has two.
const MOST_NESTED: usize = 24;
/// Columns that a cell may cover in a page.
const MOST_COVERED: u32 = 1000;

/// Tags of a page that begin a line.
const BLOCKS: [&str; 20] = [
    "p",
    "div",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "ul",
    "ol",
    "pre",
    "hr",
    "center",
    "form",
    "section",
    "header",
    "footer",
    "caption",
    "blockquote",
];

struct MarkupTableBuilder {
    markup: Markup,
    max_cells: u64,
    n_cells: u64,
    sheets: Vec<MarkupSheet>,
    /// The tables that are not closed, the outermost first.
    open: Vec<OpenTable>,
    /// The tags that strike text through and are not closed.
    n_struck: u32,
    /// Whether the text is that of the `Data` of an XML cell.
    is_in_data: bool,
    is_in_comment: bool,
    is_in_visible: bool,
}

#[derive(Default)]
struct OpenTable {
    table: MarkupTable,
    row: Option<MarkupRow>,
    cell: Option<MarkupCell>,
    /// Whether the row's own style strikes it through.
    is_row_struck: bool,
    is_cell_struck: bool,
    /// The number of the last row of an XML table.
    last_row: u32,
}

impl MarkupFlow {
    fn add_text(&mut self, text: &str, struck: bool) {
        match self.parts.last_mut() {
            Some(FlowPart::Line { text: line, is_struck }) if !self.is_closed => {
                *is_struck &= struck || text.trim().is_empty();
                line.push_str(text);
            }
            _ if text.trim().is_empty() => {}
            _ => {
                self.parts.push(FlowPart::Line { text: text.to_owned(), is_struck: struck });
                self.is_closed = false;
            }
        }
    }

    fn add_table(&mut self, table: MarkupTable) {
        if table.rows.iter().any(|row| !row.cells.is_empty()) {
            self.parts.push(FlowPart::Table(table));
        }
        self.is_closed = true;
    }
}

impl MarkupTableBuilder {
    /// The flow that receives text: that of the open cell, else that of the page or of the cell around the table.
    fn flow(&mut self) -> Option<&mut MarkupFlow> {
        let cell = self.open.iter_mut().rev().find_map(|table| table.cell.as_mut());
        match cell {
            Some(cell) => Some(&mut cell.flow),
            None => self.sheets.last_mut().map(|sheet| &mut sheet.flow),
        }
    }

    fn add_text(&mut self, text: &str) {
        if self.is_in_visible {
            if let Some(sheet) = self.sheets.last_mut() {
                sheet.is_hidden |= matches!(text.trim(), "SheetHidden" | "SheetVeryHidden");
            }
            return;
        }
        if self.markup == Markup::Xml && (!self.is_in_data || self.is_in_comment) {
            return;
        }
        let of_cell = self.open.last().is_some_and(|table| table.is_row_struck || table.is_cell_struck);
        let is_struck = self.n_struck > 0 || of_cell;
        if let Some(flow) = self.flow() {
            flow.add_text(&shown(text), is_struck);
        }
    }

    fn add_page_tag(&mut self, tag: &MarkupTag<'_>) -> Result<()> {
        match (tag.name.as_str(), tag.is_end) {
            ("table", false) => self.begin_table()?,
            ("table", true) => self.end_table(),
            ("tr", false) => self.begin_row(None, tag.strikes()),
            ("tr", true) => self.end_row(),
            ("thead" | "tbody" | "tfoot", _) => self.end_row(),
            ("td" | "th", false) => {
                let (n_columns, n_rows) = (tag.number("colspan").unwrap_or(1), tag.number("rowspan").unwrap_or(1));
                self.begin_cell(None, n_columns.clamp(1, MOST_COVERED), n_rows, tag.strikes())?;
            }
            ("td" | "th", true) => self.end_cell(),
            ("s" | "strike" | "del", is_end) => {
                self.n_struck = if is_end { self.n_struck.saturating_sub(1) } else { self.n_struck + 1 };
            }
            ("br", _) => self.end_line(true),
            (name, _) if BLOCKS.contains(&name) => self.end_line(false),
            _ => {}
        }
        Ok(())
    }

    fn add_workbook_tag(&mut self, tag: &MarkupTag<'_>) -> Result<()> {
        let begins = !tag.is_end;
        match tag.name.as_str() {
            "worksheet" if begins => {
                let name = tag.attribute("Name").unwrap_or_default();
                self.sheets.push(MarkupSheet { name, ..MarkupSheet::default() });
            }
            "table" if begins => self.begin_table()?,
            "table" => self.end_table(),
            "row" if begins => {
                let last = self.open.last().map_or(0, |table| table.last_row);
                let number = tag.number("Index").unwrap_or(last.saturating_add(1));
                if number > MOST_ROWS {
                    return Err(Error::new(ErrorCode::FileOutsideSheet));
                }
                self.begin_row(Some(number.max(1)), false);
                if let Some(table) = self.open.last_mut() {
                    table.last_row = number.saturating_add(tag.number("Span").unwrap_or(0));
                }
            }
            "row" => self.end_row(),
            "cell" if begins => {
                let covered = |name| tag.number(name).unwrap_or(0).saturating_add(1);
                let column = tag.number("Index").map(|index| index.saturating_sub(1));
                self.begin_cell(column, covered("MergeAcross"), covered("MergeDown"), false)?;
                if tag.is_empty {
                    self.end_cell();
                }
            }
            "cell" => self.end_cell(),
            "data" => {
                self.is_in_data = begins && !tag.is_empty;
                let is_number = tag.attribute("Type").is_some_and(|kind| kind == "Number");
                let cell = self.open.last_mut().and_then(|table| table.cell.as_mut());
                if let Some(cell) = cell.filter(|_| is_number && !self.is_in_comment) {
                    cell.is_number = true;
                }
            }
            "comment" => self.is_in_comment = begins && !tag.is_empty,
            "visible" => self.is_in_visible = begins && !tag.is_empty,
            _ => {}
        }
        Ok(())
    }

    /// Ends a line. In a cell, a line break is a line of the cell's text; other tags divide its words.
    fn end_line(&mut self, is_break: bool) {
        let is_in_cell = self.open.iter().any(|table| table.cell.is_some());
        let Some(flow) = self.flow() else { return };
        match flow.parts.last_mut() {
            Some(FlowPart::Line { text, .. }) if is_in_cell && !flow.is_closed => {
                let end = text.trim_end().len();
                text.truncate(end);
                text.push(if is_break { '\n' } else { ' ' });
            }
            _ => flow.is_closed = true,
        }
    }

    fn begin_table(&mut self) -> Result<()> {
        if self.open.len() >= MOST_NESTED {
            return Err(self.markup.refusal());
        }
        self.open.push(OpenTable::default());
        Ok(())
    }

    fn end_table(&mut self) {
        self.end_row();
        let Some(closed) = self.open.pop() else { return };
        if let Some(flow) = self.flow() {
            flow.add_table(closed.table);
        }
    }

    fn begin_row(&mut self, number: Option<u32>, is_struck: bool) {
        self.end_row();
        if let Some(table) = self.open.last_mut() {
            table.row = Some(MarkupRow { number, cells: Vec::new() });
            table.is_row_struck = is_struck;
        }
    }

    fn end_row(&mut self) {
        self.end_cell();
        if let Some(table) = self.open.last_mut() {
            table.is_row_struck = false;
            table.table.rows.extend(table.row.take());
        }
    }

    fn begin_cell(&mut self, column: Option<u32>, n_columns: u32, n_rows: u32, is_struck: bool) -> Result<()> {
        self.end_cell();
        if n_columns > N_COLUMNS || column.is_some_and(|column| column >= N_COLUMNS) {
            return Err(Error::new(ErrorCode::FileOutsideSheet));
        }
        // The columns below a cell of several rows are noted one by one.
        self.n_cells += if n_rows == 1 { 1 } else { u64::from(n_columns) };
        if self.n_cells > self.max_cells {
            return Err(Error::new(ErrorCode::FileTooManyCells).with("limit", self.max_cells));
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        table.row.get_or_insert_default();
        table.is_cell_struck = is_struck;
        table.cell = Some(MarkupCell { column, n_columns, n_rows, ..MarkupCell::default() });
        Ok(())
    }

    fn end_cell(&mut self) {
        let Some(table) = self.open.last_mut() else { return };
        table.is_cell_struck = false;
        if let (Some(cell), Some(row)) = (table.cell.take(), table.row.as_mut()) {
            row.cells.push(cell);
        }
    }
}
