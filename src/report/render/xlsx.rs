//! Writes a document as an Excel workbook: a sheet per part, numbers as numbers, frozen headings, Excel's own charts
//! below their table.
//!
//! Excel repeats one row of headings on the pages of a printed sheet, so a long table has a sheet of its own. Text is
//! written as text, never as a formula. The same report gives the same bytes.

use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::document::{Chart, Document, DocumentBlock, DocumentCell, DocumentTable};
use super::labels::Labels;
use super::sections;
use super::xlsx_chart::{CHART_ROWS, COLUMNS, SheetTable};
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::report::ReportTables;

/// Returns the workbook of the report in the language of the messages.
///
/// # Errors
/// `xlsx` if a sheet cannot be written; no report is known to cause it.
pub(crate) fn xlsx(tables: &ReportTables, messages: &Messages) -> Result<Vec<u8>> {
    workbook(&sections::document(tables, messages), messages)
}

/// Returns a document as a workbook.
pub(super) fn workbook(document: &Document, messages: &Messages) -> Result<Vec<u8>> {
    write(document, &Labels { messages }).map_err(|e| Error::new(ErrorCode::Xlsx).because(e))
}

/// Longest name of a sheet, in characters.
const MAX_NAME: usize = 31;
/// Height of a line of text, in points.
const LINE: f64 = 16.0;
/// A table with more rows is long: it has a sheet of its own.
const LONG_TABLE: usize = 22;
/// The most rows of a table that is printed on one page with its charts.
const TOO_LONG: usize = 80;
/// The least width of a sheet, in characters.
const LEAST_WIDTH: u32 = 100;
/// Width of a column that is not set, in characters.
const DEFAULT_WIDTH: u32 = 8;

type XlsxResult<T> = std::result::Result<T, XlsxError>;

struct CellFormats {
    title: Format,
    head: Format,
    head_of_text: Format,
    head_of_rows: Format,
    heading: Format,
    text: Format,
    wrapped: Format,
    note: Format,
    count: Format,
    share: Format,
    decimals: [Format; 3],
    change: Format,
    rounded_change: Format,
    mark: Format,
    wrapped_mark: Format,
    bold: [Format; 6],
    bold_text: Format,
    bold_mark: Format,
}

impl CellFormats {
    fn new() -> Self {
        let plain = Format::new;
        let head = || {
            let own = plain().set_bold().set_text_wrap().set_align(FormatAlign::Top);
            own.set_background_color(Color::RGB(0xE8_EEF4)).set_border_bottom(FormatBorder::Medium)
        };
        let rounded_change = "\"≈ \"+#,##0;\"≈ \"-#,##0;\"≈ \"0";
        let numbers = ["#,##0", "0.0%", "#,##0.0", "+#,##0;-#,##0;0", "General", rounded_change];
        Self {
            title: plain().set_bold().set_font_size(14),
            head: head().set_align(FormatAlign::Right),
            head_of_text: head().set_indent(1),
            head_of_rows: head(),
            heading: plain(),
            // A text does not touch the number before it.
            text: plain().set_indent(1),
            wrapped: plain().set_text_wrap().set_align(FormatAlign::Top),
            note: plain().set_text_wrap().set_align(FormatAlign::Top).set_indent(1),
            count: plain().set_num_format("#,##0"),
            share: plain().set_num_format("0.0%"),
            decimals: ["#,##0", "#,##0.0", "#,##0.00"].map(|own| plain().set_num_format(own)),
            change: plain().set_num_format("+#,##0;-#,##0;0"),
            rounded_change: plain().set_num_format(rounded_change),
            mark: plain().set_align(FormatAlign::Right),
            wrapped_mark: plain().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Right).set_bold(),
            bold: numbers.map(|own| plain().set_bold().set_border_top(FormatBorder::Thin).set_num_format(own)),
            bold_mark: plain().set_bold().set_border_top(FormatBorder::Thin).set_align(FormatAlign::Right),
            bold_text: plain().set_bold().set_border_top(FormatBorder::Thin).set_indent(1),
        }
    }

    fn of(&self, cell: &DocumentCell, is_total: bool) -> &Format {
        let (plain, bold) = match cell {
            DocumentCell::Text(_) if is_total => return &self.bold_text,
            cell if is_total && cell.number().is_none() => return &self.bold_mark,
            DocumentCell::Count(_) => (&self.count, 0),
            DocumentCell::Share(_) => (&self.share, 1),
            DocumentCell::Number(_, decimals) => (&self.decimals[(*decimals).min(2)], 2),
            DocumentCell::Change(_) => (&self.change, 3),
            DocumentCell::RoundedChange(_) => (&self.rounded_change, 5),
            DocumentCell::Nothing => (&self.mark, 4),
            cell if cell.is_hidden() => (&self.mark, 4),
            _ => (&self.text, 4),
        };
        if is_total { &self.bold[bold] } else { plain }
    }
}

fn write(document: &Document, labels: &Labels<'_>) -> XlsxResult<Vec<u8>> {
    let writer = SheetWriter { formats: CellFormats::new(), labels };
    let mut workbook = Workbook::new();
    // A fixed creation time, so that the same report gives the same bytes.
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties =
        DocProperties::new().set_company("Bato").set_creation_datetime(&created).set_title(document.title.as_str());
    workbook.set_properties(&properties);
    let sheets = planned_sheets(document, labels);
    let (header, footer) = (header(document), footer(labels));
    // A4.
    let print = |sheet: &mut Worksheet| {
        sheet.set_paper_size(9).set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3);
        sheet.set_header(&header).set_footer(&footer);
    };
    let contents = workbook.add_worksheet();
    writer.contents(contents, document, &sheets)?;
    print(contents);
    for planned in &sheets {
        let sheet = workbook.add_worksheet();
        sheet.set_name(planned.name.as_str())?;
        writer.sheet(sheet, planned)?;
        print(sheet);
    }
    workbook.save_to_buffer()
}

/// Returns the header of a printed sheet: the commune, and who may see it.
fn header(document: &Document) -> String {
    // Excel takes 255 characters.
    let title: String = document.title.chars().take(100).collect();
    format!("&L&8 {}&R&8 {}", title.replace('&', "&&"), document.mark.replace('&', "&&"))
}

/// Returns the footer of a printed sheet: what the signs mean, page and number of pages.
fn footer(labels: &Labels<'_>) -> String {
    format!("&L&8 {}&R&8 &P / &N", labels.text("picture-signs").replace('&', "&&"))
}

/// A sheet: a part of the document, or a long table of it.
struct ReportSheet<'d> {
    section: &'d str,
    title: &'d str,
    /// What the contents say of it.
    entry: String,
    name: String,
    tables: Vec<(&'d DocumentTable, &'d [Chart])>,
    notes: Vec<&'d str>,
    /// Whether it has the charts of its tables alone.
    has_charts_alone: bool,
}

/// Returns the sheets of a document: one for each part with blocks, and more for its long tables.
fn planned_sheets<'d>(document: &'d Document, labels: &Labels<'_>) -> Vec<ReportSheet<'d>> {
    let mut sheets: Vec<ReportSheet<'d>> = Vec::new();
    let mut names: Vec<String> = vec![labels.text("contents")];
    let parts = document.sections.iter().flat_map(|section| section.parts.iter().map(move |part| (section, part)));
    for (section, part) in parts {
        for SheetContent { tables, notes } in sheets_of(&part.blocks) {
            let is_first = sheets.last().is_none_or(|before| before.title != part.title);
            let caption = tables.first().and_then(|(table, _)| table.caption.split(['.', '*']).next());
            let entry = caption.filter(|_| !is_first).unwrap_or(&part.title).trim().to_owned();
            let title = if part.sheet.is_empty() { &part.title } else { &part.sheet };
            let own = tables.first().filter(|_| !is_first).map(|(table, _)| table.id.trim_start_matches("t-"));
            let name = own.map_or_else(|| name(title, &names), |own| sheet_name(own, title, &names, labels));
            names.push(name.clone());
            let charts: Vec<_> = tables.iter().copied().filter(|(table, _)| is_too_long(table)).collect();
            let (section, title) = (section.title.as_str(), part.title.as_str());
            sheets.push(ReportSheet { section, title, entry, name, tables, notes, has_charts_alone: false });
            if let Some(chart) = charts.first().and_then(|(_, charts)| charts.first()) {
                let (entry, notes) = (chart.title.clone(), Vec::new());
                let name = sheet_name(&chart.id, &chart.title, &names, labels);
                names.push(name.clone());
                let tables = charts;
                sheets.push(ReportSheet { section, title, entry, name, tables, notes, has_charts_alone: true });
            }
        }
    }
    sheets
}

/// Whether the charts of a table are on a sheet of their own: on paper a chart below it could be cut.
fn is_too_long(table: &DocumentTable) -> bool {
    table.rows.len() > TOO_LONG
}

/// The tables of a sheet with their charts, and its texts.
#[derive(Default)]
struct SheetContent<'d> {
    tables: Vec<(&'d DocumentTable, &'d [Chart])>,
    notes: Vec<&'d str>,
}

/// Returns the blocks of a part by sheet. A text stands on the sheet of the table that follows it.
fn sheets_of(blocks: &[DocumentBlock]) -> Vec<SheetContent<'_>> {
    let is_long = |table: &DocumentTable| table.rows.len() > LONG_TABLE;
    let mut sheets: Vec<SheetContent<'_>> = Vec::new();
    let mut notes: Vec<&str> = Vec::new();
    for block in blocks {
        match block {
            DocumentBlock::Text(text) => notes.push(text),
            DocumentBlock::List(items) => notes.extend(items.iter().map(String::as_str)),
            DocumentBlock::Table(table, charts) => {
                let before = sheets.last().and_then(|sheet| sheet.tables.last());
                if before.is_none_or(|(before, _)| is_long(before) || is_long(table)) {
                    sheets.push(SheetContent::default());
                }
                if let Some(sheet) = sheets.last_mut() {
                    sheet.tables.push((table, charts));
                    sheet.notes.append(&mut notes);
                }
            }
        }
    }
    match sheets.last_mut() {
        Some(last) => last.notes.append(&mut notes),
        None if notes.is_empty() => {}
        None => sheets.push(SheetContent { notes, ..SheetContent::default() }),
    }
    sheets
}

/// Returns the name of a sheet of one table or chart: the message `report-sheet-<id>`, else its title.
fn sheet_name(id: &str, title: &str, names: &[String], labels: &Labels<'_>) -> String {
    let id = format!("sheet-{id}");
    if labels.messages.has(&format!("report-{id}")) { name(&labels.text(&id), names) } else { name(title, names) }
}

/// Returns the name of a sheet: a title without characters that Excel forbids, shortened between two words, unlike the
/// names that there are.
fn name(title: &str, names: &[String]) -> String {
    let title: String = title.chars().filter(|c| !"[]:*?/\\'".contains(*c)).collect();
    let cut = |room: usize| {
        if title.chars().count() <= room {
            return title.trim().to_owned();
        }
        let begin: String = title.chars().take(room - 1).collect();
        let words = begin.rsplit_once(' ').map_or(begin.as_str(), |(words, _)| words);
        format!("{}…", words.trim_end_matches([' ', ',', '(']))
    };
    let mut name = cut(MAX_NAME);
    for n in 2.. {
        if !names.iter().any(|other| other.to_lowercase() == name.to_lowercase()) {
            break;
        }
        name = format!("{} {n}", cut(MAX_NAME - 4));
    }
    name
}

/// A printed A4 sheet between its margins, in pixels: of a portrait, of a landscape.
const PAGES: [(f64, f64); 2] = [(718.0, 980.0), (1047.0, 650.0)];
/// The least scale at which a table without charts is printed on one page.
const LEAST_SCALE: f64 = 0.62;
/// Height of a row, in pixels.
const ROW: f64 = 20.0;

/// Returns the scale at which something of this size fits one of the [`PAGES`].
fn scale_of((width, height): (f64, f64), page: (f64, f64)) -> f64 {
    (page.0 / width).min(page.1 / height).min(1.0)
}

/// Returns the width of columns of so many characters, in pixels.
fn pixels(widths: &[u32]) -> f64 {
    widths.iter().map(|width| f64::from(7 * width + 5)).sum()
}

/// Writes the sheets of a document.
struct SheetWriter<'a> {
    formats: CellFormats,
    labels: &'a Labels<'a>,
}

impl SheetWriter<'_> {
    /// The first sheet: headline figures, what the signs mean, links to the other sheets.
    fn contents(&self, sheet: &mut Worksheet, document: &Document, sheets: &[ReportSheet<'_>]) -> XlsxResult<()> {
        let formats = &self.formats;
        sheet.set_name(self.labels.text("contents"))?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0);
        const WIDTHS: [u16; 3] = [44, 24, 70];
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.write_string_with_format(0, 0, document.title.as_str(), &formats.title)?;
        sheet.write_string(1, 0, document.subtitle.as_str())?;
        sheet.write_string_with_format(2, 0, document.mark.as_str(), &formats.title)?;
        let mut row = 4;
        for figure in &document.figures {
            let texts = [&figure.label, &figure.value, &figure.note];
            let own = [&formats.wrapped, &formats.wrapped_mark, &formats.note];
            for ((column, text), format) in (0..).zip(texts).zip(own) {
                sheet.write_string_with_format(row, column, text.as_str(), format)?;
            }
            let lines = texts.iter().zip(WIDTHS).map(|(text, width)| text.chars().count().div_ceil(usize::from(width)));
            sheet.set_row_height(row, LINE * lines.max().unwrap_or(1).max(1) as f64)?;
            row += 1;
        }
        row += 1;
        let widths = WIDTHS.map(u32::from);
        for line in &document.legend {
            row += self.wrapped(sheet, row, line, &widths)?.0;
        }
        row += 1;
        for planned in sheets {
            let link = Url::new(format!("internal:'{}'!A1", planned.name)).set_text(planned.entry.as_str());
            sheet.write_url(row, 0, link)?;
            sheet.write_string(row, 2, planned.section)?;
            row += 1;
        }
        self.wrapped(sheet, row + 1, &document.foot, &widths)?;
        sheet.set_print_area(0, 0, row + 1, 2)?;
        Ok(())
    }

    /// Writes a text over columns of these widths, in as many lines as it needs; returns one row, and its height in
    /// pixels.
    fn wrapped(&self, sheet: &mut Worksheet, row: u32, text: &str, widths: &[u32]) -> XlsxResult<(u32, f64)> {
        let room = widths.iter().sum::<u32>() as usize;
        let lines = text.chars().count().div_ceil(room.max(1)).max(1) as f64;
        sheet.merge_range(row, 0, row, widths.len() as u16 - 1, text, &self.formats.wrapped)?;
        sheet.set_row_height(row, LINE * lines)?;
        Ok((1, LINE * lines * 4.0 / 3.0))
    }

    /// Writes a sheet: its tables, its texts, and its charts below.
    fn sheet(&self, sheet: &mut Worksheet, planned: &ReportSheet<'_>) -> XlsxResult<()> {
        let formats = &self.formats;
        let widths = widths(&planned.tables);
        for (column, width) in (0..).zip(&widths) {
            sheet.set_column_width(column, *width)?;
        }
        let tables = planned.tables.iter().filter(|_| !planned.has_charts_alone);
        let has_charts = |table: &DocumentTable| planned.has_charts_alone || !is_too_long(table);
        let has_charts = planned.tables.iter().any(|(table, charts)| has_charts(table) && !charts.is_empty());
        sheet.write_string_with_format(0, 0, planned.title, &formats.title)?;
        let contents = format!("internal:'{}'!A1", self.labels.text("contents"));
        sheet.write_url(1, 0, Url::new(contents).set_text(self.labels.text("to-contents")))?;
        let (mut row, mut height) = (2, 2.0 * ROW);
        let mut heads = Vec::new();
        for (table, _) in tables {
            height += self.wrapped(sheet, row, &table.caption, &widths)?.1;
            heads.push(row + 1);
            let end = self.table(sheet, table, row + 1)?;
            height += HEAD * 4.0 / 3.0 + ROW * (table.rows.len() + 2) as f64;
            row = end + 2;
        }
        if let Some(head) = heads.first() {
            sheet.set_freeze_panes(head + 1, 1)?;
        }
        if let [head] = heads[..] {
            sheet.set_repeat_rows(head, head)?;
        }
        for note in &planned.notes {
            let (rows, high) = self.wrapped(sheet, row, note, &widths)?;
            (row, height) = (row + rows, height + high);
        }
        row += 1;
        if has_charts && !heads.is_empty() {
            let link = Url::new(format!("internal:'{}'!A{}", planned.name, row + 1));
            sheet.write_url(1, 1, link.set_text(self.labels.text("to-chart")))?;
        }
        let top = row;
        // The columns that only charts need are hidden.
        let mut aside = widths.len() as u16 + 1;
        let heads = heads.into_iter().chain(std::iter::repeat(row));
        for ((table, charts), head) in planned.tables.iter().filter(|_| has_charts).zip(heads) {
            for chart in *charts {
                let of = SheetTable { sheet: &planned.name, table, head, aside, labels: self.labels };
                let drawn = of.chart(sheet, chart, pixels(&widths).min(900.0) as u32)?;
                sheet.insert_chart(row, 0, &drawn)?;
                aside += COLUMNS;
                row += CHART_ROWS;
            }
        }
        sheet.set_print_area(0, 0, row.saturating_sub(1), widths.len() as u16 - 1)?;
        let size = (pixels(&widths), height + ROW * f64::from(row - top));
        print_on_pages(sheet, size, has_charts);
        Ok(())
    }

    /// Writes a table from row `head` on; returns the row after it.
    fn table(&self, sheet: &mut Worksheet, table: &DocumentTable, head: u32) -> XlsxResult<u32> {
        let formats = &self.formats;
        sheet.set_row_height(head, HEAD)?;
        for (column, title) in table.columns.iter().enumerate() {
            let is_text = |own: &DocumentCell| matches!(own, DocumentCell::Text(_));
            let has_texts = |column: usize| table.rows.iter().any(|row| row.cells.get(column).is_some_and(is_text));
            let format = match column {
                0 => &formats.head_of_rows,
                column if has_texts(column - 1) => &formats.head_of_text,
                _ => &formats.head,
            };
            sheet.write_string_with_format(head, column as u16, title.as_str(), format)?;
        }
        for (row, own) in (head + 1..).zip(&table.rows) {
            let heading = if own.is_total { &formats.bold[4] } else { &formats.heading };
            sheet.write_string_with_format(row, 0, own.heading.as_str(), heading)?;
            for (column, cell) in (1..).zip(&own.cells) {
                let format = formats.of(cell, own.is_total);
                match cell {
                    DocumentCell::Count(n) => sheet.write_number_with_format(row, column, *n as f64, format)?,
                    DocumentCell::Change(n) | DocumentCell::RoundedChange(n) => {
                        sheet.write_number_with_format(row, column, *n as f64, format)?
                    }
                    DocumentCell::Share(n) | DocumentCell::Number(n, _) => {
                        sheet.write_number_with_format(row, column, *n, format)?
                    }
                    _ => sheet.write_string_with_format(row, column, self.labels.cell(cell), format)?,
                };
            }
        }
        Ok(head + 1 + table.rows.len() as u32)
    }
}

/// Height of the headings of a table, in points.
const HEAD: f64 = 46.0;

/// Returns the widths of the columns of a sheet, in characters.
fn widths(tables: &[(&DocumentTable, &[Chart])]) -> Vec<u32> {
    let n_columns = tables.iter().map(|(table, _)| table.columns.len()).max().unwrap_or(1);
    let is_wide = |column: usize| {
        let mut cells = tables.iter().flat_map(|(table, _)| &table.rows).filter_map(|row| row.cells.get(column));
        cells.any(|cell| matches!(cell, DocumentCell::Text(text) if text.len() > 14))
    };
    let mut widths: Vec<u32> = vec![34];
    widths.extend((1..n_columns).map(|column| if is_wide(column - 1) { 30 } else { 15 }));
    // Texts and charts need some room beside a narrow table, and a merged cell two columns.
    while widths.iter().sum::<u32>() < LEAST_WIDTH {
        widths.push(DEFAULT_WIDTH);
    }
    widths
}

/// Sets how a sheet of this size is printed: on one page where that is legible or it has charts, of which none is cut;
/// else on pages as wide as it.
fn print_on_pages(sheet: &mut Worksheet, size: (f64, f64), has_charts: bool) {
    let [portrait, landscape] = PAGES.map(|page| scale_of(size, page));
    let is_one_page = has_charts || portrait.max(landscape) >= LEAST_SCALE;
    // The rows of a narrow table are on fewer pages upright.
    let is_upright = if is_one_page { portrait >= landscape } else { PAGES[0].0 / size.0 >= 0.7 };
    if is_upright {
        sheet.set_portrait()
    } else {
        sheet.set_landscape()
    };
    sheet.set_print_fit_to_pages(1, u16::from(is_one_page));
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read};

    use super::*;
    use crate::messages::Lang;
    use crate::report::release_tests::released;
    use crate::report::render::document::{ChartKind, DocumentPart, DocumentRow, Section};

    /// Returns the parts of a workbook whose names begin so, in their order.
    fn parts(bytes: &[u8], begin: &str) -> Vec<String> {
        let mut book = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        let mut names: Vec<String> = book.file_names().flatten().map(|name| name.into_owned()).collect();
        names.retain(|name| name.starts_with(begin) && name.ends_with(".xml"));
        names.sort_by_key(|name| (name.len(), name.clone()));
        let mut text = |name: &String| {
            let mut text = String::new();
            book.by_name(name).unwrap().read_to_string(&mut text).unwrap();
            text
        };
        names.iter().map(&mut text).collect()
    }

    fn table(labels: &Labels<'_>, id: &str, n_rows: usize, cell: DocumentCell) -> DocumentTable {
        let row = |n: usize| DocumentRow::new(n.to_string(), format!("row {n}"), vec![cell.clone(), cell.clone()]);
        let table = labels.table(id, "title", "", (0..n_rows).map(row).collect());
        DocumentTable { columns: vec!["a".to_owned(), "b".to_owned(), "c".to_owned()], ..table }
    }

    fn book(labels: &Labels<'_>, blocks: Vec<DocumentBlock>) -> Vec<u8> {
        let facts = crate::report::facts::Facts::default();
        let tables = crate::report::tables(&facts, &crate::report::ReportSettings::default());
        let mut document = sections::document(&tables, labels.messages);
        let part = DocumentPart { title: "Part".to_owned(), sheet: String::new(), blocks };
        document.sections = vec![Section { id: "s", title: "Section".to_owned(), parts: vec![part] }];
        workbook(&document, labels.messages).unwrap()
    }

    #[test]
    fn a_long_table_has_a_sheet_whose_headings_are_repeated() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let block = |id: &str, n| DocumentBlock::Table(table(&labels, id, n, DocumentCell::Count(40)), Vec::new());
        let texts = ["first", "second"].map(|text| DocumentBlock::Text(text.to_owned()));
        let [first, second] = texts;
        let bytes = book(&labels, vec![first, block("t-a", 3), block("t-b", 4), second, block("t-quarter", 46)]);
        let sheets = parts(&bytes, "xl/worksheets/sheet");
        assert_eq!(sheets.len(), 3);
        let names = &parts(&bytes, "xl/workbook")[0];
        // The sheet of two short tables repeats no headings: they would be those of the wrong one.
        assert!(!names.contains("localSheetId=\"1\">Part!$3") && !names.contains("Part!$4:$4"), "{names}");
        assert!(names.contains("'Par trimestre (+)'!$4:$4"), "{names}");
        // The text stands with the table that it introduces.
        let strings = &parts(&bytes, "xl/sharedStrings")[0];
        let of = |text: &str| strings.split("<si>").skip(1).position(|own| own.contains(text)).unwrap();
        let has = |sheet: usize, text: &str| sheets[sheet].contains(&format!("<v>{}</v>", of(text)));
        assert!(has(1, ">first<") && !has(1, ">second<") && has(2, ">second<"));
    }

    #[test]
    fn a_printed_sheet_has_page_numbers_signs_and_no_chart_that_is_cut() {
        let tables = released(&crate::report::example_commune::commune());
        let messages = Messages::new(Lang::Fr);
        let bytes = xlsx(&tables, &messages).unwrap();
        for sheet in parts(&bytes, "xl/worksheets/sheet") {
            assert!(sheet.contains("&amp;P / &amp;N") && sheet.contains("confidentiel"), "no footer");
            assert!(sheet.contains("fitToPage=\"1\""));
            // A sheet with a chart is one page; others are as many as their rows need.
            assert!(!sheet.contains("<drawing") || !sheet.contains("fitToHeight=\"0\""));
        }
    }

    #[test]
    fn a_figure_that_is_not_shown_is_no_zero_of_a_chart() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let mut own = table(&labels, "t-a", 6, DocumentCell::Share(0.9));
        own.rows[2].cells[0] = DocumentCell::Withheld;
        let line = labels.chart("cohort-rate-chart", ChartKind::Line { rate: 0, interval: None, level: None });
        let bytes = book(&labels, vec![DocumentBlock::Table(own, vec![line])]);
        let chart = &parts(&bytes, "xl/charts/chart")[0];
        let values = chart.split("<c:val>").nth(1).and_then(|rest| rest.split("</c:val>").next()).unwrap();
        assert_eq!(values.matches("<c:pt ").count(), 5, "{values}");
        assert!(chart.contains("<c:symbol val=\"circle\"/>"));
        assert!(chart.contains(">row 2 c<") && !chart.contains("plotVisOnly"), "{chart}");
        assert!(parts(&bytes, "xl/worksheets/sheet")[1].contains("hidden=\"1\""));
    }
}
