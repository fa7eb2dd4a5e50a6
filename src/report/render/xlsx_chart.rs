//! Draws the charts of a table as Excel's own.
//!
//! Excel draws a text among numbers as 0, so a figure that is not shown would be a bar or a point at 0. Each chart
//! therefore draws copies of its columns that hold the numbers alone, in hidden columns beside the table. The mark of a
//! figure that is not shown stands behind its heading on the axis.

use rust_xlsxwriter::{
    Chart as ExcelChart, ChartAxisLabelPosition, ChartFormat, ChartLine, ChartMarker, ChartMarkerType, ChartSeries,
    ChartSolidFill, ChartType, Color, Worksheet, XlsxError,
};

use super::document::{Chart, ChartKind, DocumentCell, DocumentRow, DocumentTable};
use super::labels::Labels;
use crate::report::statistics::{Z95, Z998, funnel_limits};

type XlsxResult<T> = Result<T, XlsxError>;

/// The colours of the first and the second series.
const COLOURS: [u32; 2] = [0x1F_5F99, 0xE3_9A3B];
const CENTRE: u32 = 0x56_616E;
const LIMIT: u32 = 0xA3_262A;
const INTERVAL: u32 = 0x80_8080;

/// Height of a chart, in pixels and in rows of the sheet.
const HEIGHT: u32 = 380;
pub(super) const CHART_ROWS: u32 = 20;
/// The hidden columns that one chart may take.
pub(super) const COLUMNS: u16 = 8;

/// Sheet, first row, first column, last row, last column.
type Range<'a> = (&'a str, u32, u16, u32, u16);

/// A table on its sheet; `head` is the row of its column titles, `aside` the first of its hidden columns.
pub(super) struct SheetTable<'a> {
    pub(super) sheet: &'a str,
    pub(super) table: &'a DocumentTable,
    pub(super) head: u32,
    pub(super) aside: u16,
    pub(super) labels: &'a Labels<'a>,
}

impl SheetTable<'_> {
    /// Returns a chart of the table, `width` pixels wide. Writes what it draws beside the table.
    pub(super) fn chart(&self, sheet: &mut Worksheet, chart: &Chart, width: u32) -> XlsxResult<ExcelChart> {
        let mut drawn = match &chart.kind {
            ChartKind::Columns(series) => self.stacked(sheet, true, series)?,
            ChartKind::Bars(series, _) => {
                let mut drawn = self.stacked(sheet, false, series)?;
                drawn.y_axis().set_reverse();
                drawn
            }
            ChartKind::Pyramid(series) => self.pyramid(sheet, *series)?,
            ChartKind::Funnel { rate, whole, centre, .. } => self.funnel(sheet, *rate, *whole, *centre)?,
            ChartKind::Line { rate, interval, level: _ } => self.line(sheet, *rate, *interval)?,
            ChartKind::Tiles { rate, .. } => {
                let rows = self.rows();
                self.rates(sheet, *rate, &rows)?
            }
            ChartKind::Multiples { rate, .. } => {
                let rows = self.rows().into_iter().filter(|row| number(row, *rate).is_some());
                self.rates(sheet, *rate, &rows.collect::<Vec<_>>())?
            }
        };
        sheet.set_column_range_hidden(self.aside, self.aside + COLUMNS - 1)?;
        drawn.show_hidden_data();
        drawn.title().set_name(&chart.title);
        drawn.set_alt_text(chart.description.as_str()).set_width(width).set_height(HEIGHT);
        let has_legend = match &chart.kind {
            ChartKind::Columns(series) | ChartKind::Bars(series, _) => series.len() > 1,
            kind => matches!(kind, ChartKind::Pyramid(_)),
        };
        if !has_legend {
            drawn.legend().set_hidden();
        }
        Ok(drawn)
    }

    /// Returns the rows that charts draw.
    fn rows(&self) -> Vec<&DocumentRow> {
        self.table.rows.iter().filter(|row| !row.is_total && !row.is_uncharted).collect()
    }

    /// Returns the cells of `n` rows of a hidden column.
    fn range(&self, column: u16, n: usize) -> Range<'_> {
        (self.sheet, self.head + 1, column, self.head + n.max(1) as u32, column)
    }

    /// Writes the headings of the rows, with the mark of the first of these figures that is not shown; returns them.
    fn categories(&self, sheet: &mut Worksheet, rows: &[&DocumentRow], columns: &[usize]) -> XlsxResult<Range<'_>> {
        for (place, row) in (self.head + 1..).zip(rows) {
            let cells = columns.iter().filter_map(|column| row.cells.get(*column));
            let mark = cells.clone().find(|cell| cell.number().is_none()).map(|cell| self.labels.cell(cell));
            let period = match row.cells.first() {
                Some(DocumentCell::Text(text)) if columns.iter().all(|column| *column > 0) => Some(text.clone()),
                _ => None,
            };
            let words: Vec<String> = [Some(row.heading.clone()), period, mark].into_iter().flatten().collect();
            sheet.write_string(place, self.aside, words.join(" "))?;
        }
        Ok(self.range(self.aside, rows.len()))
    }

    /// Adds a series: a column of these rows, numbers alone, in the hidden column `place`.
    fn add_series<'c>(
        &self,
        (sheet, drawn): (&mut Worksheet, &'c mut ExcelChart),
        rows: &[&DocumentRow],
        (column, place): (usize, u16),
        sign: f64,
    ) -> XlsxResult<&'c mut ChartSeries> {
        let at = self.aside + place;
        for (line, row) in (self.head + 1..).zip(rows) {
            if let Some(n) = number(row, column) {
                sheet.write_number(line, at, sign * n)?;
            }
        }
        let series = drawn.add_series();
        series.set_categories(self.range(self.aside, rows.len())).set_values(self.range(at, rows.len()));
        if let Some(name) = self.table.columns.get(column + 1) {
            series.set_name(name.as_str());
        }
        Ok(series)
    }

    /// Bars of the series, stacked.
    fn stacked(&self, sheet: &mut Worksheet, is_upright: bool, series: &[usize]) -> XlsxResult<ExcelChart> {
        let kind = if is_upright { ChartType::ColumnStacked } else { ChartType::BarStacked };
        let (rows, mut drawn) = (self.rows(), ExcelChart::new(kind));
        self.categories(sheet, &rows, series)?;
        for ((place, column), colour) in (1..).zip(series).zip(COLOURS) {
            let own = self.add_series((sheet, &mut drawn), &rows, (*column, place), 1.0)?;
            own.set_format(&mut filled(colour)).set_gap(50);
        }
        // Horizontal bars have their values on the x axis.
        if is_upright { drawn.y_axis() } else { drawn.x_axis() }.set_num_format("#,##0");
        Ok(drawn)
    }

    /// Bars of rates between 0 and 100 %.
    fn rates(&self, sheet: &mut Worksheet, rate: usize, rows: &[&DocumentRow]) -> XlsxResult<ExcelChart> {
        let mut drawn = ExcelChart::new(ChartType::Column);
        self.categories(sheet, rows, &[rate])?;
        let own = self.add_series((sheet, &mut drawn), rows, (rate, 1), 1.0)?;
        own.set_format(&mut filled(COLOURS[0])).set_gap(50);
        self.set_share_axis(&mut drawn, rate, &[rate]);
        Ok(drawn)
    }

    /// A line of rates with thin lines for the ends of their intervals.
    fn line(&self, sheet: &mut Worksheet, rate: usize, interval: Option<[usize; 2]>) -> XlsxResult<ExcelChart> {
        let (rows, mut drawn) = (self.rows(), ExcelChart::new(ChartType::Line));
        self.categories(sheet, &rows, &[rate])?;
        let own = self.add_series((sheet, &mut drawn), &rows, (rate, 1), 1.0)?;
        own.set_format(&mut lined(COLOURS[0], 2.25));
        // A point without neighbours has no line.
        own.set_marker(ChartMarker::new().set_type(ChartMarkerType::Circle).set_format(&mut filled(COLOURS[0])));
        for (place, column) in (2..).zip(interval.into_iter().flatten()) {
            let own = self.add_series((sheet, &mut drawn), &rows, (column, place), 1.0)?;
            own.set_format(&mut lined(INTERVAL, 0.75));
        }
        let columns: Vec<usize> = [rate].into_iter().chain(interval.into_iter().flatten()).collect();
        self.set_share_axis(&mut drawn, rate, &columns);
        Ok(drawn)
    }

    /// Sets the axis of a rate: percentages, and none above 100 % where no figure is.
    fn set_share_axis(&self, drawn: &mut ExcelChart, rate: usize, columns: &[usize]) {
        let rows = self.rows();
        let is_share = rows.iter().any(|row| matches!(row.cells.get(rate), Some(DocumentCell::Share(_))));
        drawn.y_axis().set_num_format(if is_share { "0%" } else { "#,##0" });
        let figures = rows.iter().flat_map(|row| columns.iter().filter_map(|column| number(row, *column)));
        let most = figures.fold(0.0, f64::max);
        if is_share && most > 0.8 && most <= 1.0 {
            drawn.y_axis().set_max(1.0);
        }
    }

    /// A pyramid: Excel draws it as bars, with negative numbers on the left.
    fn pyramid(&self, sheet: &mut Worksheet, [first, second]: [usize; 2]) -> XlsxResult<ExcelChart> {
        let (rows, mut drawn) = (self.rows(), ExcelChart::new(ChartType::BarStacked));
        self.categories(sheet, &rows, &[])?;
        for (place, column, sign) in [(1, first, -1.0), (2, second, 1.0)] {
            let own = self.add_series((sheet, &mut drawn), &rows, (column, place), sign)?;
            own.set_format(&mut filled(COLOURS[usize::from(place) - 1])).set_gap(15).set_overlap(100);
        }
        drawn.x_axis().set_num_format("#,##0;#,##0");
        drawn.y_axis().set_label_position(ChartAxisLabelPosition::Low);
        Ok(drawn)
    }

    /// A funnel plot: points, and lines for the centre and the limits of chance.
    fn funnel(&self, sheet: &mut Worksheet, rate: usize, whole: usize, centre: f64) -> XlsxResult<ExcelChart> {
        const STEPS: u32 = 30;
        let (top, lines) = (self.head + 1, self.aside + 2);
        let points = self.rows().into_iter().filter_map(|row| Some((number(row, whole)?, number(row, rate)?)));
        let points: Vec<(f64, f64)> = points.collect();
        for (line, (n, rate)) in (top..).zip(&points) {
            sheet.write_number(line, self.aside, *n)?;
            sheet.write_number(line, self.aside + 1, *rate)?;
        }
        let most = points.iter().map(|(n, _)| *n).fold(1.0, f64::max);
        let least = points.iter().map(|(n, _)| *n).filter(|n| *n > 0.0).fold(most, f64::min);
        for step in 0..=STEPS {
            let n = least + (most - least) * f64::from(step * step) / f64::from(STEPS * STEPS);
            let ((low, high), (near_low, near_high)) = (funnel_limits(centre, n, Z998), funnel_limits(centre, n, Z95));
            for (column, value) in (lines..).zip([n, low, near_low, centre, near_high, high]) {
                sheet.write_number(top + step, column, (value * 1e4).round() / 1e4)?;
            }
        }
        let mut drawn = ExcelChart::new(ChartType::Scatter);
        let mut dots = ChartSeries::new();
        dots.set_categories(self.range(self.aside, points.len())).set_values(self.range(self.aside + 1, points.len()));
        dots.set_marker(ChartMarker::new().set_type(ChartMarkerType::Circle).set_format(&mut filled(COLOURS[0])));
        drawn.push_series(dots.set_format(ChartFormat::new().set_no_line()));
        for column in lines + 1..=lines + 5 {
            let mut limit = ChartSeries::new();
            limit.set_categories(self.range(lines, STEPS as usize + 1));
            limit.set_values(self.range(column, STEPS as usize + 1)).set_marker(ChartMarker::new().set_none());
            drawn.push_series(limit.set_format(&mut lined(if column == lines + 3 { CENTRE } else { LIMIT }, 1.0)));
        }
        drawn.y_axis().set_num_format("0%");
        if points.iter().any(|(_, rate)| *rate > 0.8) {
            drawn.y_axis().set_max(1.0);
        }
        drawn.x_axis().set_num_format("#,##0");
        if let Some(name) = self.table.columns.get(whole + 1) {
            drawn.x_axis().set_name(name.as_str());
        }
        Ok(drawn)
    }
}

/// Returns the number of a row in a column, if it is shown.
fn number(row: &DocumentRow, column: usize) -> Option<f64> {
    row.cells.get(column).and_then(DocumentCell::number)
}

fn filled(colour: u32) -> ChartFormat {
    ChartFormat::new().set_solid_fill(ChartSolidFill::new().set_color(Color::RGB(colour))).clone()
}

fn lined(colour: u32, width: f64) -> ChartFormat {
    ChartFormat::new().set_line(ChartLine::new().set_color(Color::RGB(colour)).set_width(width)).clone()
}
