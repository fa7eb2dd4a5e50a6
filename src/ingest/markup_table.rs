//! Reads a plain table that another program saved as a web page (HTML) or as an XML workbook of Excel 2003, under the
//! name of a workbook. Spreadsheet programs open both without a word.
//!
//! One table of rows and cells is read. A page with several tables, nested ones or cells over several rows is refused:
//! it must be saved as .xlsx.

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, CellValue, GridRow};

use super::encoding;
use super::mended_heading::without_entities;
use super::settings::IngestSettings;
use super::sheet_events::{BookBuilder, SheetEvent};

/// The last row of the longest sheet that a spreadsheet program can show.
const LAST_ROW: u32 = 1_048_576;
/// Columns of the widest sheet that a spreadsheet program can show.
const N_COLUMNS: u32 = 16_384;

/// Which markup the text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Markup {
    Html,
    Xml,
}

impl Markup {
    /// The name in messages.
    pub(super) fn code(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Xml => "xml",
        }
    }
}

/// A tag: its name in small letters without its prefix, and what stands behind the name.
struct MarkupTag<'t> {
    name: String,
    attributes: &'t str,
    is_end: bool,
}

/// Reads the tables of a marked-up text.
///
/// # Errors
/// `file-other-format` if it holds no plain table; `file-damaged` if its rows are out of order or one number stands
/// twice; `file-outside-sheet` for a cell beyond the last row or column; `file-too-many-cells` and `file-too-heavy` past
/// the limits.
pub(super) fn read(bytes: &[u8], markup: Markup, settings: &IngestSettings) -> Result<Book> {
    let text = encoding::decode(bytes).text;
    let mut reader = TableReader::new(markup, settings);
    let mut rest = &*text;
    while let Some((before, after)) = rest.split_once('<') {
        reader.add_text(before);
        let Some((tag, behind)) = tag_of(after) else { break };
        rest = behind;
        reader.add_tag(&tag)?;
    }
    reader.finish()
}

/// The tag at the beginning of a text behind its `<`, and what follows it. A comment has an empty name.
fn tag_of(text: &str) -> Option<(MarkupTag<'_>, &str)> {
    if let Some(comment) = text.strip_prefix("!--") {
        let (_, behind) = comment.split_once("-->")?;
        return Some((MarkupTag { name: String::new(), attributes: "", is_end: false }, behind));
    }
    let (inside, behind) = text.split_once('>')?;
    let is_end = inside.starts_with('/');
    let inside = inside.trim_start_matches('/');
    let end = inside.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inside.len());
    let name = inside[..end].rsplit(':').next().unwrap_or_default().to_lowercase();
    Some((MarkupTag { name, attributes: &inside[end..], is_end }, behind))
}

/// The value of an attribute, whatever its prefix.
fn attribute<'t>(tag: &MarkupTag<'t>, name: &str) -> Option<&'t str> {
    tag.attributes.split_inclusive(['"', '\'']).collect::<Vec<_>>().windows(2).find_map(|two| {
        let own = two[0].trim_end_matches(['"', '\'']).trim().trim_end_matches('=').trim();
        let is_own = own.rsplit([':', ' ', '\n', '\t']).next().is_some_and(|last| last.eq_ignore_ascii_case(name));
        is_own.then(|| two[1].trim_end_matches(['"', '\'']))
    })
}

struct TableReader<'s> {
    markup: Markup,
    builder: BookBuilder<'s>,
    n_tables: u32,
    is_in_table: bool,
    /// The cells of the row that is read.
    row: Option<GridRow>,
    n_rows: u32,
    last_row: u32,
    next_column: u32,
    /// The text of the cell that is read, and its column.
    cell: Option<(u32, String)>,
    is_number: bool,
    /// Whether text counts: in XML only that of `Data`.
    is_in_data: bool,
    n_widest: usize,
}

impl<'s> TableReader<'s> {
    fn new(markup: Markup, settings: &'s IngestSettings) -> Self {
        Self {
            markup,
            builder: BookBuilder::new(settings),
            n_tables: 0,
            is_in_table: false,
            row: None,
            n_rows: 0,
            last_row: 0,
            next_column: 0,
            cell: None,
            is_number: false,
            is_in_data: false,
            n_widest: 0,
        }
    }

    fn refusal(&self) -> Error {
        Error::new(ErrorCode::FileOtherFormat).with("what", self.markup.code())
    }

    fn add_text(&mut self, text: &str) {
        let counts = self.markup == Markup::Html || self.is_in_data;
        if let Some((_, cell)) = self.cell.as_mut().filter(|_| counts) {
            cell.push_str(&without_entities(text));
        }
    }

    fn add_tag(&mut self, tag: &MarkupTag<'_>) -> Result<()> {
        let number = |name: &str| attribute(tag, name).and_then(|value| value.trim().parse::<u32>().ok());
        match (tag.name.as_str(), tag.is_end) {
            ("worksheet", false) if self.markup == Markup::Xml => {
                let name = attribute(tag, "Name").map(without_entities).unwrap_or_default();
                self.begin_sheet(name)?;
            }
            ("table", false) if self.markup == Markup::Html => {
                // A table within another, and a second one, have a layout of their own.
                if self.is_in_table || self.n_tables > 0 {
                    return Err(self.refusal());
                }
                self.is_in_table = true;
                self.begin_sheet(String::new())?;
            }
            ("table", true) => {
                self.end_row()?;
                self.is_in_table = false;
            }
            ("tr" | "row", false) => {
                self.end_row()?;
                let row = number("Index").unwrap_or(self.last_row + 1);
                if row > LAST_ROW {
                    return Err(Error::new(ErrorCode::FileOutsideSheet));
                }
                // The rows stand in order: a second row of one number would be lost.
                if row <= self.last_row {
                    return Err(Error::new(ErrorCode::FileDamaged));
                }
                self.row = Some(GridRow { row, cells: Vec::new() });
                (self.last_row, self.next_column) = (row, 0);
            }
            ("tr" | "row", true) => self.end_row()?,
            ("td" | "th" | "cell", false) => {
                self.end_cell();
                if number("rowspan").is_some_and(|n| n > 1) || number("MergeDown").is_some_and(|n| n > 0) {
                    return Err(self.refusal());
                }
                let column = number("Index").map_or(self.next_column, |index| index.saturating_sub(1));
                let spanned = number("colspan").map_or(0, |n| n.saturating_sub(1));
                let further = spanned.saturating_add(number("MergeAcross").unwrap_or(0));
                if column.saturating_add(further) >= N_COLUMNS {
                    return Err(Error::new(ErrorCode::FileOutsideSheet));
                }
                self.next_column = column + further + 1;
                self.cell = Some((column, String::new()));
                self.is_number = false;
            }
            ("td" | "th" | "cell", true) => self.end_cell(),
            ("data", is_end) => {
                self.is_in_data = !is_end;
                self.is_number = attribute(tag, "Type").map_or(self.is_number, |kind| kind == "Number");
            }
            ("br", _) => self.add_text(" "),
            _ => {}
        }
        Ok(())
    }

    fn begin_sheet(&mut self, name: String) -> Result<()> {
        self.n_tables += 1;
        self.last_row = 0;
        self.builder.add(SheetEvent::Sheet { name, is_hidden: false, last_row: LAST_ROW })
    }

    fn end_cell(&mut self) {
        let Some((column, text)) = self.cell.take() else { return };
        let Some(row) = self.row.as_mut() else { return };
        let text = text.trim();
        // "2018-05-12T00:00:00.000" is how the XML writes a day.
        let text = text.strip_suffix("T00:00:00.000").unwrap_or(text);
        let number = if self.is_number { text.parse().ok() } else { None };
        if !text.is_empty() {
            let value = number.map_or_else(|| CellValue::Text(text.into()), CellValue::Number);
            row.cells.push((u16::try_from(column).unwrap_or(u16::MAX), value));
        }
    }

    fn end_row(&mut self) -> Result<()> {
        self.end_cell();
        match self.row.take() {
            Some(row) if !row.cells.is_empty() && self.n_tables > 0 => {
                self.n_rows += 1;
                self.n_widest = self.n_widest.max(row.cells.len());
                self.builder.add(SheetEvent::Row(row))
            }
            _ => Ok(()),
        }
    }

    fn finish(mut self) -> Result<Book> {
        self.end_row()?;
        if self.n_rows < 2 || self.n_widest < 2 {
            return Err(self.refusal());
        }
        Ok(self.builder.finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, markup: Markup) -> Option<Vec<(String, u32, u16, String)>> {
        let settings = IngestSettings::default();
        let book = read(text.as_bytes(), markup, &settings).ok()?;
        let cells = book.grids.iter().flat_map(|grid| {
            let of_row = |row: &GridRow| {
                let own =
                    row.cells.iter().map(|(column, value)| (grid.name.clone(), row.row, *column, value.to_text()));
                own.collect::<Vec<_>>()
            };
            grid.rows.iter().flat_map(of_row).collect::<Vec<_>>()
        });
        Some(cells.collect())
    }

    #[test]
    fn a_plain_table_is_read_and_a_page_of_tables_is_refused() {
        let page = "<html><body><table border='1'><tr><th>Nom</th><th>N&eacute;e</th></tr>\
            <tr><td>MBALA</td><td></td><td>Boma</td></tr></table></body></html>";
        let cell = |sheet: &str, row, column, text: &str| (sheet.to_owned(), row, column, text.to_owned());
        let of_page = [cell("", 1, 0, "Nom"), cell("", 1, 1, "Née"), cell("", 2, 0, "MBALA"), cell("", 2, 2, "Boma")];
        assert_eq!(cells(page, Markup::Html).as_deref(), Some(&of_page[..]));
        let book = r#"<?xml version="1.0"?><Workbook><Worksheet ss:Name="Liste"><Table><Row><Cell><Data ss:Type="String">Nom</Data>
            </Cell><Cell ss:Index="3"><Data ss:Type="Number">12</Data></Cell></Row><Row ss:Index="4"><Cell><Data
            ss:Type="String">MBALA</Data></Cell></Row></Table></Worksheet></Workbook>"#;
        let of_book = [cell("Liste", 1, 0, "Nom"), cell("Liste", 1, 2, "12"), cell("Liste", 4, 0, "MBALA")];
        assert_eq!(cells(book, Markup::Xml).as_deref(), Some(&of_book[..]));
        for refused in [
            "<table><tr><td>Nom</td></tr></table>",
            "<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>a</td><td>b</td></tr></table>",
            "<table><tr><td rowspan=\"2\">a</td><td>b</td></tr><tr><td>c</td></tr></table>",
            "<html>Bonjour</html>",
            "<table><tr><td colspan=\"4294967295\" MergeAcross=\"4294967295\">a</td></tr></table>",
        ] {
            assert_eq!(cells(refused, Markup::Html), None, "{refused}");
        }
    }

    #[test]
    fn rows_out_of_order_are_refused_and_a_long_list_is_not_full() {
        let row = |index: &str| {
            format!("<Row ss:Index=\"{index}\"><Cell><Data>a</Data></Cell><Cell><Data>b</Data></Cell></Row>")
        };
        let book = |indexes: [&str; 2]| {
            format!("<Worksheet><Table>{}{}</Table></Worksheet>", row(indexes[0]), row(indexes[1]))
        };
        for (indexes, is_read) in [
            (["1", "5"], true),
            (["5", "5"], false),
            (["5", "3"], false),
            (["0", "1"], false),
            (["1", "1048577"], false),
            (["1", "4294967295"], false),
        ] {
            assert_eq!(cells(&book(indexes), Markup::Xml).is_some(), is_read, "{indexes:?}");
        }
        let page = format!("<table>{}</table>", "<tr><td>a</td><td>b</td></tr>".repeat(66_000));
        let list = read(page.as_bytes(), Markup::Html, &IngestSettings::default()).unwrap();
        assert!(!list.grids[0].is_full && list.grids[0].rows.len() == 66_000);
    }
}
