//! Reads tables that another program saved as a web page (HTML) or as an XML workbook of Excel 2003, under the name of
//! a workbook. Spreadsheet programs open both without a word.
//!
//! [`tags`] cuts the text into tags and texts; [`mail`] finds the page in a web archive first. [`tables`] builds the
//! tables of each sheet. [`placement`] gives each cell the row and the column that a spreadsheet program shows: the
//! tables and lines of a page stand one below another in one sheet, and a table inside a cell widens that cell.

mod kind;
mod mail;
mod placement;
mod tables;
mod tags;

use std::borrow::Cow;

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, CellValue, GridRow, HiddenCells, Merge};

use super::encoding;
use super::settings::IngestSettings;
use super::sheet_events::{BookBuilder, SheetEvent};
use kind::{MOST_ROWS, N_COLUMNS};
use placement::{PlacedBlock, PlacedCell};
use tables::{MarkupSheet, sheets_of};

pub(super) use kind::Markup;

/// Reads the tables of a marked-up text.
///
/// # Errors
/// `file-other-format` if it holds no table of two rows and two columns; `file-damaged` for two cells at one place;
/// `file-outside-sheet`, `file-too-many-cells` and `file-too-heavy` past the limits.
pub(super) fn read(bytes: &[u8], markup: Markup, settings: &IngestSettings) -> Result<Book> {
    let bytes = match markup {
        Markup::Html => mail::page_in(bytes).ok_or_else(|| markup.refusal())?,
        Markup::Xml => Cow::Borrowed(bytes),
    };
    let text = encoding::decode(&bytes).text;
    let mut builder = BookBuilder::new(settings);
    let (mut n_rows, mut n_widest) = (0, 0);
    for sheet in sheets_of(&text, markup, settings.max_cells)? {
        let MarkupSheet { name, is_hidden, flow } = sheet;
        let block = PlacedBlock::of_flow(flow)?;
        builder.add(SheetEvent::Sheet { name, is_hidden, last_row: MOST_ROWS })?;
        for row in rows_of(block.cells)? {
            n_rows += 1;
            n_widest = n_widest.max(row.cells.len());
            builder.add(SheetEvent::Row(row))?;
        }
        for merge in block.merges.into_iter().filter(is_inside) {
            builder.add(SheetEvent::Merge(merge))?;
        }
        if !block.struck.is_empty() {
            let struck = block.struck.into_iter().map(|row| (row + 1, row + 1)).collect();
            builder.add(SheetEvent::Hidden(HiddenCells { struck, ..HiddenCells::default() }))?;
        }
    }
    if n_rows < 2 || n_widest < 2 {
        return Err(markup.refusal());
    }
    Ok(builder.finish())
}

fn is_inside(merge: &Merge) -> bool {
    merge.last_row <= MOST_ROWS && u32::from(merge.last_column) < N_COLUMNS
}

/// The rows of placed cells.
fn rows_of(mut cells: Vec<PlacedCell>) -> Result<Vec<GridRow>> {
    cells.sort_by_key(|cell| (cell.row, cell.column));
    // A second cell of one address would be lost.
    let is_twice = |two: &[PlacedCell]| (two[0].row, two[0].column) == (two[1].row, two[1].column);
    if cells.windows(2).any(is_twice) {
        return Err(Error::new(ErrorCode::FileDamaged));
    }
    let mut rows: Vec<GridRow> = Vec::new();
    for PlacedCell { row, column, value } in cells {
        if row >= MOST_ROWS || column >= N_COLUMNS {
            return Err(Error::new(ErrorCode::FileOutsideSheet));
        }
        let cell: (u16, CellValue) = (column as u16, value);
        match rows.last_mut().filter(|last| last.row == row + 1) {
            Some(last) => last.cells.push(cell),
            None => rows.push(GridRow { row: row + 1, cells: vec![cell] }),
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The cells of a text as `sheet!row,column text`, and the number of merged ranges.
    fn cells(text: &str, markup: Markup) -> Option<(Vec<String>, usize)> {
        let settings = IngestSettings::default();
        let book = read(text.as_bytes(), markup, &settings).ok()?;
        let mut shown = Vec::new();
        for grid in &book.grids {
            for row in &grid.rows {
                let of_row = row.cells.iter();
                shown.extend(of_row.map(|(c, value)| format!("{}!{},{c} {}", grid.name, row.row, value.to_text())));
            }
        }
        Some((shown, book.grids.iter().map(|grid| grid.merges.len()).sum()))
    }

    #[test]
    fn a_table_is_read_as_a_spreadsheet_program_shows_it() {
        for (page, expected, n_merges) in [
            (
                "<html><body><table border='1'><tr><th>Nom</th><th>N&eacute;e</th></tr>\
                <tr><td>MBALA</td><td>&nbsp;</td><td>Boma</td></tr></table></body></html>",
                &["!1,0 Nom", "!1,1 Née", "!2,0 MBALA", "!2,2 Boma"][..],
                0,
            ),
            // Tags without an end, attributes without quotation marks, a sign that is no tag.
            (
                "<TABLE><TR><TD colspan=2 title=\"a>b\">Liste<TR><TD>MBALA<TD>< 5 ans</TABLE>",
                &["!1,0 Liste", "!2,0 MBALA", "!2,1 < 5 ans"],
                1,
            ),
            // Cells over several rows keep their place; a line of its own stands above its table.
            (
                "<h2>Filles</h2><style>td{}</style><table><tr><td rowspan=2>1<td>a</tr><tr><td>b</tr><tr><td>2<td>c</table>",
                &["!1,0 Filles", "!2,0 1", "!2,1 a", "!3,1 b", "!4,0 2", "!4,1 c"],
                1,
            ),
            // Several tables stand one below another.
            (
                "<table><tr><td>a<td>b</table><p>et</p><table><tr><td>c<td>d</table>",
                &["!1,0 a", "!1,1 b", "!2,0 et", "!3,0 c", "!3,1 d"],
                0,
            ),
            // A table of the layout around the list.
            (
                "<table><tr><td>Lycée<td>2018</tr><tr><td colspan=2><table><tr><td>a<td>b<td>c</tr><tr><td>d<td>e<td>f</tr>\
                </table></td></tr><tr><td>fin</table>",
                &["!1,0 Lycée", "!1,1 2018", "!2,0 a", "!2,1 b", "!2,2 c", "!3,0 d", "!3,1 e", "!3,2 f", "!4,0 fin"],
                1,
            ),
            ("<table><caption>Liste</caption><tr><td>a<br>b<td>c</table>", &["!1,0 Liste", "!2,0 a\nb", "!2,1 c"], 0),
        ] {
            let expected: Vec<String> = expected.iter().map(|cell| (*cell).to_owned()).collect();
            assert_eq!(cells(page, Markup::Html), Some((expected, n_merges)), "{page}");
        }
    }

    #[test]
    fn an_xml_workbook_is_read_without_its_comments() {
        let book = r#"<?xml version="1.0"?><Workbook><Worksheet ss:Name="Liste"><Table><Row ss:Span="1"><Cell ss:MergeDown="1"><Data
            ss:Type="String">Nom</Data><Comment><ss:Data>vu</ss:Data></Comment></Cell><Cell ss:Index="3"><Data ss:Type="Number">12</Data>
            </Cell></Row><Row><Cell><Data ss:Type="DateTime">2018-05-12T00:00:00.000</Data></Cell></Row><Row ss:Index="9"><Cell><Data
            ss:Type="String">A &amp; B</Data></Cell></Row></Table></Worksheet><Worksheet ss:Name="Caché"><Table><Row><Cell><Data
            ss:Type="String">x</Data></Cell></Row></Table><WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>
            </Worksheet></Workbook>"#;
        let of_book = ["Liste!1,0 Nom", "Liste!1,2 12", "Liste!3,0 2018-05-12", "Liste!9,0 A & B", "Caché!1,0 x"];
        let of_book: Vec<String> = of_book.iter().map(|cell| (*cell).to_owned()).collect();
        assert_eq!(cells(book, Markup::Xml), Some((of_book, 1)));
        let hidden = read(book.as_bytes(), Markup::Xml, &IngestSettings::default()).map(|book| book.grids[1].is_hidden);
        assert_eq!(hidden.ok(), Some(true));
    }

    #[test]
    fn a_struck_row_and_a_mail_of_one_page_are_read() {
        let page = "<table><tr><td>a<td>b</tr><tr><td><s>c</s><td><strike>d</strike></tr></table>";
        let book = read(page.as_bytes(), Markup::Html, &IngestSettings::default()).expect("a table");
        assert_eq!(book.grids[0].hidden.struck, [(2, 2)]);
        let mail = "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"=x\"\r\n\r\n--=x\r\nContent-Type: text/html; \
            charset=\"utf-8\"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<table><tr><td colspan=3D1>N=C3=A9e<td>b</tr>=\r\n\
            <tr><td>c<td>d</table>\r\n--=x--\r\n";
        let of_mail: Vec<String> = ["!1,0 Née", "!1,1 b", "!2,0 c", "!2,1 d"].map(str::to_owned).to_vec();
        assert_eq!(cells(mail, Markup::Html), Some((of_mail, 0)));
    }

    #[test]
    fn no_number_of_a_row_or_a_cell_ends_the_program_and_a_long_list_is_not_full() {
        let numbers = ["0", "1", "5", "16384", "1048576", "1048577", "4294967295"];
        for (row, cell) in numbers.iter().flat_map(|row| numbers.map(|cell| (row, cell))) {
            for name in ["Index", "MergeAcross", "MergeDown", "Span"] {
                let book = format!(
                    "<Workbook><Worksheet><Table><Row ss:Index=\"{row}\"><Cell ss:{name}=\"{cell}\"><Data>a</Data></Cell><Cell><Data>b\
                    </Data></Cell></Row><Row ss:{name}=\"{cell}\"><Cell><Data>a</Data></Cell></Row></Table></Worksheet></Workbook>"
                );
                let _ = cells(&book, Markup::Xml);
            }
        }
        let page = format!("<table>{}</table>", "<tr><td>a</td><td>b</td></tr>".repeat(66_000));
        let list = read(page.as_bytes(), Markup::Html, &IngestSettings::default()).expect("a list");
        assert!(!list.grids[0].is_full && list.grids[0].rows.len() == 66_000);
    }

    #[test]
    fn a_page_without_a_table_or_past_the_limits_is_refused() {
        let deep = "<table><tr><td>a<td>".repeat(100);
        let wide = format!("<table><tr>{}</table>", "<td colspan=1000>a</td>".repeat(20));
        let tall = r#"<Workbook><Worksheet><Table><Row ss:Index="4000000000"><Cell><Data>a</Data></Cell></Row></Table></Worksheet></Workbook>"#;
        let twice = r#"<Workbook><Worksheet><Table><Row><Cell ss:Index="2"><Data>a</Data></Cell><Cell ss:Index="2"><Data>b</Data></Cell>
            </Row><Row><Cell><Data>a</Data></Cell></Row></Table></Worksheet></Workbook>"#;
        for (refused, markup) in [
            ("<table><tr><td>Nom</td></tr></table>", Markup::Html),
            ("<html>Bonjour</html>", Markup::Html),
            ("<table><tr><td colspan=\"4294967295\" MergeAcross=\"4294967295\">a</td></tr></table>", Markup::Html),
            (deep.as_str(), Markup::Html),
            (wide.as_str(), Markup::Html),
            (tall, Markup::Xml),
            (twice, Markup::Xml),
        ] {
            assert_eq!(cells(refused, markup), None, "{}", &refused[..30]);
        }
        let settings = IngestSettings { max_cells: 3, ..IngestSettings::default() };
        let page = "<table><tr><td rowspan=9 colspan=9>a<td>b</table>";
        let refused = read(page.as_bytes(), Markup::Html, &settings).map_err(|fault| fault.code);
        assert_eq!(refused.map(|_| ()), Err(ErrorCode::FileTooManyCells));
    }
}
