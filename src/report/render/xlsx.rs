//! Writes a document as an Excel workbook: a sheet per part, numbers as numbers, frozen headings, Excel's own charts.
//!
//! Text is written as text, never as a formula. The same report gives the same bytes.

use rust_xlsxwriter::{
    Chart as ExcelChart, ChartFormat, ChartLine, ChartMarker, ChartMarkerType, ChartSeries, ChartSolidFill, ChartType,
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Url, Workbook, Worksheet, XlsxError,
};

use super::document::{
    Chart, ChartKind, Document, DocumentBlock, DocumentCell, DocumentPart, DocumentRow, DocumentTable,
};
use super::labels::Labels;
use super::sections;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Messages;
use crate::report::ReportTables;
use crate::report::statistics::{Z95, Z998, funnel_limits};

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
/// Rows that a chart covers.
const CHART_ROWS: u32 = 20;
/// Columns between a table and the numbers that are only there for a chart.
const ASIDE: u16 = 14;

/// The colours of the first and the second series.
const COLOURS: [u32; 2] = [0x1F_5F99, 0xE3_9A3B];

type XlsxResult<T> = std::result::Result<T, XlsxError>;

struct CellFormats {
    title: Format,
    head: Format,
    text: Format,
    wrapped: Format,
    count: Format,
    share: Format,
    decimals: [Format; 3],
    change: Format,
    rounded_change: Format,
    mark: Format,
    wrapped_mark: Format,
    bold: [Format; 6],
    aside: Format,
}

impl CellFormats {
    fn new() -> Self {
        let plain = Format::new;
        let rounded_change = "\"≈ \"+#,##0;\"≈ \"-#,##0;\"≈ \"0";
        let numbers = ["#,##0", "0.0%", "#,##0.0", "+#,##0;-#,##0;0", "General", rounded_change];
        Self {
            title: plain().set_bold().set_font_size(14),
            head: plain()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Top)
                .set_background_color(Color::RGB(0xE8_EEF4))
                .set_border_bottom(FormatBorder::Medium),
            text: plain(),
            wrapped: plain().set_text_wrap().set_align(FormatAlign::Top),
            count: plain().set_num_format("#,##0"),
            share: plain().set_num_format("0.0%"),
            decimals: ["#,##0", "#,##0.0", "#,##0.00"].map(|own| plain().set_num_format(own)),
            change: plain().set_num_format("+#,##0;-#,##0;0"),
            rounded_change: plain().set_num_format(rounded_change),
            mark: plain().set_align(FormatAlign::Right),
            wrapped_mark: plain().set_text_wrap().set_align(FormatAlign::Top).set_align(FormatAlign::Right).set_bold(),
            bold: numbers.map(|own| plain().set_bold().set_border_top(FormatBorder::Thin).set_num_format(own)),
            aside: plain().set_font_color(Color::RGB(0x80_8080)).set_font_size(8),
        }
    }

    fn of(&self, cell: &DocumentCell, is_total: bool) -> &Format {
        let (plain, bold) = match cell {
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
    let parts: Vec<(&str, &DocumentPart)> = document
        .sections
        .iter()
        .flat_map(|section| section.parts.iter().map(|part| (section.title.as_str(), part)))
        .filter(|(_, part)| !part.blocks.is_empty())
        .collect();
    let names = names(&parts, labels);
    writer.contents(workbook.add_worksheet(), document, &parts, &names)?;
    for ((_, part), name) in parts.iter().zip(&names) {
        let sheet = workbook.add_worksheet();
        sheet.set_name(name.as_str())?;
        writer.part(sheet, part, name)?;
        sheet.set_header(header(&document.mark));
    }
    workbook.save_to_buffer()
}

/// Returns the header of a printed sheet.
fn header(mark: &str) -> String {
    format!("&C{}", mark.replace('&', "&&"))
}

/// Returns the sheet name of each part: its title without characters that Excel forbids, shortened between two words,
/// unique.
fn names(parts: &[(&str, &DocumentPart)], labels: &Labels<'_>) -> Vec<String> {
    let mut names: Vec<String> = vec![labels.text("contents")];
    for (_, part) in parts {
        let title = if part.sheet.is_empty() { &part.title } else { &part.sheet };
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
        names.push(name);
    }
    names.split_off(1)
}

/// Writes the sheets of a document.
struct SheetWriter<'a> {
    formats: CellFormats,
    labels: &'a Labels<'a>,
}

impl SheetWriter<'_> {
    /// The first sheet: headline figures and links to the other sheets.
    fn contents(
        &self,
        sheet: &mut Worksheet,
        document: &Document,
        parts: &[(&str, &DocumentPart)],
        names: &[String],
    ) -> XlsxResult<()> {
        let formats = &self.formats;
        sheet.set_name(self.labels.text("contents"))?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
        const WIDTHS: [u16; 3] = [44, 24, 70];
        for (column, width) in (0..).zip(WIDTHS) {
            sheet.set_column_width(column, width)?;
        }
        sheet.write_string_with_format(0, 0, document.title.as_str(), &formats.title)?;
        sheet.write_string(1, 0, document.subtitle.as_str())?;
        sheet.write_string_with_format(2, 0, document.mark.as_str(), &formats.title)?;
        sheet.set_header(header(&document.mark));
        let mut row = 4;
        for figure in &document.figures {
            let texts = [&figure.label, &figure.value, &figure.note];
            for ((column, text), format) in
                (0..).zip(texts).zip([&formats.wrapped, &formats.wrapped_mark, &formats.wrapped])
            {
                sheet.write_string_with_format(row, column, text.as_str(), format)?;
            }
            let lines = texts.iter().zip(WIDTHS).map(|(text, width)| text.chars().count().div_ceil(usize::from(width)));
            sheet.set_row_height(row, LINE * lines.max().unwrap_or(1).max(1) as f64)?;
            row += 1;
        }
        row += 1;
        for ((section, part), name) in parts.iter().zip(names) {
            let link = Url::new(format!("internal:'{name}'!A1")).set_text(part.title.as_str());
            sheet.write_url(row, 0, link)?;
            sheet.write_string(row, 2, *section)?;
            row += 1;
        }
        row += 1;
        for line in document.legend.iter().chain([&document.foot]) {
            let width: usize = WIDTHS.iter().map(|width| usize::from(*width)).sum();
            sheet.merge_range(row, 0, row, 2, line, &formats.wrapped)?;
            sheet.set_row_height(row, LINE * line.chars().count().div_ceil(width).max(1) as f64)?;
            row += 1;
        }
        Ok(())
    }

    /// Writes the sheet of a part: its tables with their charts, then its texts.
    fn part(&self, sheet: &mut Worksheet, part: &DocumentPart, name: &str) -> XlsxResult<()> {
        let formats = &self.formats;
        sheet.set_column_width(0, 34)?;
        sheet.set_landscape().set_print_fit_to_pages(1, 0).set_paper_size(9);
        sheet.write_string_with_format(0, 0, part.title.as_str(), &formats.title)?;
        let tables = part.blocks.iter().filter_map(|block| match block {
            DocumentBlock::Table(table, charts) => Some((table, charts)),
            _ => None,
        });
        let tables: Vec<(&DocumentTable, &Vec<Chart>)> = tables.collect();
        let mut row = 2;
        for (index, (table, charts)) in tables.iter().enumerate() {
            sheet.write_string(row - 1, 0, table.caption.as_str())?;
            let head = row;
            let end = self.table(sheet, table, head)?;
            if index == 0 {
                sheet.set_freeze_panes(head + 1, 1)?;
                sheet.set_repeat_rows(head, head)?;
            }
            let mut at = head;
            for chart in *charts {
                let drawn = SheetTable { sheet: name, table, head }.chart(sheet, chart, formats)?;
                sheet.insert_chart(at, table.columns.len() as u16 + 1, &drawn)?;
                at += CHART_ROWS;
            }
            row = end.max(at) + 3;
        }
        let notes = part.blocks.iter().flat_map(|block| match block {
            DocumentBlock::Text(text) => vec![text.as_str()],
            DocumentBlock::List(items) => items.iter().map(String::as_str).collect(),
            DocumentBlock::Table(..) => Vec::new(),
        });
        for note in notes {
            let lines = note.chars().count().div_ceil(120).max(1);
            sheet.merge_range(row, 0, row, 7, note, &formats.wrapped)?;
            sheet.set_row_height(row, LINE * lines as f64)?;
            row += 1;
        }
        // Numbers that are only there for a chart are outside the print area.
        let widest =
            tables.iter().map(|(table, charts)| table.columns.len() as u16 + if charts.is_empty() { 0 } else { 9 });
        sheet.set_print_area(0, 0, row, widest.max().unwrap_or(8).max(8))?;
        Ok(())
    }

    /// Writes a table from row `head` on; returns the row after it.
    fn table(&self, sheet: &mut Worksheet, table: &DocumentTable, head: u32) -> XlsxResult<u32> {
        let formats = &self.formats;
        sheet.set_row_height(head, 46)?;
        for (column, title) in table.columns.iter().enumerate() {
            sheet.write_string_with_format(head, column as u16, title.as_str(), &formats.head)?;
            if column > 0 {
                let is_wide = |cell: &DocumentCell| matches!(cell, DocumentCell::Text(text) if text.len() > 14);
                let has_wide = table.rows.iter().any(|row| row.cells.get(column - 1).is_some_and(is_wide));
                sheet.set_column_width(column as u16, if has_wide { 30 } else { 14 })?;
            }
        }
        for (row, own) in (head + 1..).zip(&table.rows) {
            let heading = if own.is_total { &formats.bold[4] } else { &formats.text };
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

/// A table on its sheet; `head` is the row of its column titles.
struct SheetTable<'a> {
    sheet: &'a str,
    table: &'a DocumentTable,
    head: u32,
}

/// Sheet, first row, first column, last row, last column.
type Range<'a> = (&'a str, u32, u16, u32, u16);

impl SheetTable<'_> {
    /// Returns the first and last row of the charts.
    fn rows(&self) -> (u32, u32) {
        let is_drawn = |row: &DocumentRow| !row.is_total && !row.is_uncharted;
        let first = self.table.rows.iter().position(is_drawn).unwrap_or(0) as u32;
        let last = self.table.rows.iter().rposition(is_drawn).unwrap_or(0) as u32;
        (self.head + 1 + first, self.head + 1 + last)
    }

    /// Returns the charted cells of a column.
    fn range(&self, column: u16) -> Range<'_> {
        let (first, last) = self.rows();
        (self.sheet, first, column, last, column)
    }

    fn series(&self, column: usize, colour: u32) -> ChartSeries {
        let column = column as u16 + 1;
        let mut series = ChartSeries::new();
        series
            .set_categories(self.range(0))
            .set_values(self.range(column))
            .set_name((self.sheet, self.head, column))
            .set_format(ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))));
        series
    }

    /// Returns the chart; numbers that only it needs are written beside the table.
    fn chart(&self, sheet: &mut Worksheet, chart: &Chart, formats: &CellFormats) -> XlsxResult<ExcelChart> {
        let mut drawn = match &chart.kind {
            ChartKind::Columns(series) | ChartKind::Bars(series, _) => {
                let is_upright = matches!(chart.kind, ChartKind::Columns(_));
                let mut drawn =
                    ExcelChart::new(if is_upright { ChartType::ColumnStacked } else { ChartType::BarStacked });
                for (column, colour) in series.iter().zip(COLOURS) {
                    let mut own = self.series(*column, colour);
                    own.set_gap(50);
                    drawn.push_series(&own);
                }
                if !is_upright {
                    drawn.y_axis().set_reverse();
                }
                drawn
            }
            ChartKind::Pyramid(series) => self.pyramid(sheet, *series, formats)?,
            ChartKind::Funnel { rate, whole, centre, .. } => self.funnel(sheet, *rate, *whole, *centre, formats)?,
            ChartKind::Line { rate, interval, level: _ } => {
                let mut drawn = ExcelChart::new(ChartType::Line);
                let mut own = self.series(*rate, COLOURS[0]);
                own.set_marker(ChartMarker::new().set_type(ChartMarkerType::Circle));
                own.set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(COLOURS[0]))));
                drawn.push_series(&own);
                for column in interval.iter().flatten() {
                    drawn.push_series(&self.thin(*column));
                }
                drawn
            }
            ChartKind::Tiles { rate } => {
                let mut drawn = ExcelChart::new(ChartType::Column);
                drawn.push_series(&self.series(*rate, COLOURS[0]));
                drawn
            }
            ChartKind::Multiples { rate, .. } => {
                let mut drawn = ExcelChart::new(ChartType::Column);
                let (first, last) = self.rows();
                let mut own = self.series(*rate, COLOURS[0]);
                own.set_categories((self.sheet, first, 0, last, 1));
                drawn.push_series(&own);
                drawn
            }
        };
        if !matches!(chart.kind, ChartKind::Funnel { .. } | ChartKind::Pyramid(_)) {
            let is_share = self.table.rows.iter().any(|row| match &chart.kind {
                ChartKind::Line { rate, .. } | ChartKind::Multiples { rate, .. } | ChartKind::Tiles { rate } => {
                    matches!(row.cells.get(*rate), Some(DocumentCell::Share(_)))
                }
                _ => false,
            });
            let format = if is_share { "0%" } else { "#,##0" };
            // Horizontal bars have their values on the x axis.
            if matches!(chart.kind, ChartKind::Bars(..)) { drawn.x_axis() } else { drawn.y_axis() }
                .set_num_format(format);
        }
        drawn.title().set_name(&chart.title);
        drawn.set_alt_text(chart.description.as_str()).set_width(620).set_height(380);
        if !matches!(&chart.kind, ChartKind::Columns(series) | ChartKind::Bars(series, _) if series.len() > 1)
            && !matches!(chart.kind, ChartKind::Pyramid(_))
        {
            drawn.legend().set_hidden();
        }
        Ok(drawn)
    }

    /// Returns a thin grey line, for the limits of an interval.
    fn thin(&self, column: usize) -> ChartSeries {
        let mut own = self.series(column, 0x80_8080);
        own.set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(0x80_8080)).set_width(0.75)));
        own
    }

    /// Returns the first column of the numbers that only a chart needs.
    fn aside(&self) -> u16 {
        self.table.columns.len() as u16 + ASIDE
    }

    /// A pyramid: Excel draws it as bars, with negative numbers on the left.
    fn pyramid(
        &self,
        sheet: &mut Worksheet,
        [first, second]: [usize; 2],
        formats: &CellFormats,
    ) -> XlsxResult<ExcelChart> {
        let aside = self.aside();
        for (row, own) in (self.head + 1..).zip(&self.table.rows) {
            if let Some(n) = own.cells.get(first).and_then(DocumentCell::number) {
                sheet.write_number_with_format(row, aside, -n, &formats.aside)?;
            }
        }
        let mut drawn = ExcelChart::new(ChartType::BarStacked);
        let mut left = self.series(first, COLOURS[0]);
        left.set_values(self.range(aside)).set_gap(15).set_overlap(100);
        drawn.push_series(&left);
        let mut right = self.series(second, COLOURS[1]);
        right.set_gap(15).set_overlap(100);
        drawn.push_series(&right);
        drawn.x_axis().set_num_format("#,##0;#,##0");
        drawn.y_axis().set_label_position(rust_xlsxwriter::ChartAxisLabelPosition::Low);
        Ok(drawn)
    }

    /// Returns a funnel plot: points, and lines for the centre and the limits of chance.
    fn funnel(
        &self,
        sheet: &mut Worksheet,
        rate: usize,
        whole: usize,
        centre: f64,
        formats: &CellFormats,
    ) -> XlsxResult<ExcelChart> {
        const STEPS: u32 = 30;
        let (aside, top) = (self.aside(), self.head + 1);
        let wholes = self.table.rows.iter().filter(|row| !row.is_total && !row.is_uncharted);
        let wholes: Vec<f64> = wholes.filter_map(|row| row.cells.get(whole).and_then(DocumentCell::number)).collect();
        let most = wholes.iter().copied().fold(1.0, f64::max);
        let least = wholes.iter().copied().filter(|n| *n > 0.0).fold(most, f64::min);
        for step in 0..=STEPS {
            let n = least + (most - least) * f64::from(step * step) / f64::from(STEPS * STEPS);
            let ((low, high), (near_low, near_high)) = (funnel_limits(centre, n, Z998), funnel_limits(centre, n, Z95));
            for (column, value) in (aside..).zip([n, low, near_low, centre, near_high, high]) {
                let rounded = (value * 1e4).round() / 1e4;
                sheet.write_number_with_format(top + step, column, rounded, &formats.aside)?;
            }
        }
        let mut drawn = ExcelChart::new(ChartType::Scatter);
        let mut points = ChartSeries::new();
        points
            .set_categories(self.range(whole as u16 + 1))
            .set_values(self.range(rate as u16 + 1))
            .set_marker(
                ChartMarker::new().set_type(ChartMarkerType::Circle).set_format(
                    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(COLOURS[0]))),
                ),
            )
            .set_format(ChartFormat::new().set_no_line());
        drawn.push_series(&points);
        for column in aside + 1..=aside + 5 {
            let mut limit = ChartSeries::new();
            let colour = if column == aside + 3 { 0x56_616E } else { 0xA3_262A };
            limit
                .set_categories((self.sheet, top, aside, top + STEPS, aside))
                .set_values((self.sheet, top, column, top + STEPS, column))
                .set_marker(ChartMarker::new().set_none())
                .set_format(ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(1)));
            drawn.push_series(&limit);
        }
        drawn.y_axis().set_num_format("0%");
        drawn.x_axis().set_num_format("#,##0");
        if let Some(name) = self.table.columns.get(whole + 1) {
            drawn.x_axis().set_name(name.as_str());
        }
        Ok(drawn)
    }
}
