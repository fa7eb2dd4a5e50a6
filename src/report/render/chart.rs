//! Draws the charts of a table as inline SVG: columns, bars, a pyramid, a funnel plot, lines, small multiples.
//!
//! Colours and text styles are CSS classes of the page, so dark mode and print apply to them. The second series is
//! hatched, so that the series differ without colour.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::document::{Chart, ChartKind, ChartMark, DocumentCell, DocumentRow, DocumentTable};
use super::labels::Labels;
use crate::report::statistics::{Z95, Z998, funnel_limits};

const WIDTH: f64 = 760.0;
/// The margin of a saved picture beside the drawing.
const MARGIN: f64 = 14.0;
/// The height of a line of labels of marked days, and the width of a letter.
const MARK_LINE: f64 = 16.0;
const MARK_LETTER: f64 = 6.6;

/// Rules of the page for a drawing alone, without its colours; the first line of the page's styles names them.
const PAGE_STYLES: &str = include_str!("page.css");

/// Returns the SVG of a chart as a file of its own: with styles, white ground, title and a foot, such as its origin and
/// what its signs mean. Title and foot are broken into lines that fit.
pub(super) fn picture(drawn: &str, title: &str, foot: &[String]) -> String {
    // Characters of a line, at the size of the title and of the foot.
    let title = lines_of(title, 72);
    let foot: Vec<String> = foot.iter().flat_map(|line| lines_of(line, 104)).collect();
    let above = 24.0 + 20.0 * title.len() as f64;
    let below = 14.0 + 16.0 * foot.len() as f64;
    let (head, body) = drawn.split_once("</desc>").unwrap_or((drawn, ""));
    let height: f64 = head.split('"').nth(1).and_then(|own| own.split(' ').nth(3)?.parse().ok()).unwrap_or(300.0);
    let (_, names) = head.split_once("role=").unwrap_or(("", ""));
    let (all, wide) = (height + above + below, WIDTH + 2.0 * MARGIN);
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{wide}\" height=\"{all}\" viewBox=\"-{MARGIN} -{above} {wide} \
         {all}\" role={names}</desc><style>{}</style>\
         <rect class=\"ground\" x=\"-{MARGIN}\" y=\"-{above}\" width=\"{wide}\" height=\"{all}\"/>",
        picture_styles()
    );
    for (place, line) in title.iter().enumerate() {
        text(&mut svg, "title", (0.0, 22.0 - above + 20.0 * place as f64), line);
    }
    for (place, line) in foot.iter().enumerate() {
        text(&mut svg, "tick", (0.0, height + 20.0 + 16.0 * place as f64), line);
    }
    svg + body
}

/// Breaks a text into lines of at most `most` characters, between words.
fn lines_of(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Returns the page's rules for drawings, with the colours of paper in place of their names.
fn picture_styles() -> String {
    let colours = PAGE_STYLES.lines().next().and_then(|line| line.strip_prefix(":root{")?.strip_suffix('}'));
    let rules = PAGE_STYLES.lines().take_while(|line| !line.starts_with("@media print"));
    let mut styles =
        "svg{font-family:sans-serif}.ground{fill:#fff}svg .title{font-size:16px;font-weight:600}".to_owned();
    styles.extend(rules.filter(|line| line.starts_with("svg ")));
    for (name, colour) in colours.unwrap_or_default().split(';').filter_map(|own| own.split_once(':')) {
        styles = styles.replace(&format!("var({name})"), colour);
    }
    styles
}

/// Returns a drawing as the address of a file that a link can save.
pub(super) fn data_address(svg: &str) -> String {
    let mut address = "data:image/svg+xml,".to_owned();
    for byte in svg.bytes() {
        let is_plain = byte.is_ascii_alphanumeric() || b"-_.,;()/= +{}".contains(&byte);
        if is_plain {
            address.push(char::from(byte));
        } else {
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// Returns the SVG of a chart of a table.
pub(super) fn svg(chart: &Chart, table: &DocumentTable, labels: &Labels<'_>) -> String {
    let rows = table.rows.iter().filter(|row| !row.is_total && !row.is_uncharted).collect();
    let draw = ChartDrawing { chart, table, rows, labels };
    match &chart.kind {
        ChartKind::Columns(series) => draw.columns(series),
        ChartKind::Bars(series, limits) => draw.bars(series, limits),
        ChartKind::Pyramid(series) => draw.pyramid(*series),
        ChartKind::Funnel { rate, whole, centre, possible } => draw.funnel([*rate, *whole], *centre, possible),
        ChartKind::Line { rate, interval, level } => draw.line(*rate, *interval, *level),
        ChartKind::Multiples { rate, interval } => draw.multiples(*rate, *interval),
        ChartKind::Tiles { rate } => draw.tiles(*rate),
    }
}

struct ChartDrawing<'a> {
    chart: &'a Chart,
    table: &'a DocumentTable,
    rows: Vec<&'a DocumentRow>,
    labels: &'a Labels<'a>,
}

impl ChartDrawing<'_> {
    fn value(&self, row: &DocumentRow, column: usize) -> Option<f64> {
        row.cells.get(column).and_then(DocumentCell::number)
    }

    /// Whether the registers do not have the period of a row as a whole: that says nothing of a published series.
    fn is_incomplete(&self, row: &DocumentRow) -> bool {
        row.is_incomplete && !self.chart.is_published
    }

    fn sum(&self, row: &DocumentRow, series: &[usize]) -> f64 {
        series.iter().filter_map(|column| self.value(row, *column)).sum()
    }

    /// Returns the label of a bar: its sum, or the mark if a part is hidden.
    fn sum_shown(&self, row: &DocumentRow, series: &[usize]) -> String {
        if let Some(total) = self.chart.total.and_then(|column| row.cells.get(column)) {
            return self.labels.cell(total);
        }
        let is_hidden = series.iter().any(|column| self.value(row, *column).is_none());
        if is_hidden { self.labels.text("hidden-mark") } else { self.count(self.sum(row, series)) }
    }

    fn count(&self, n: f64) -> String {
        self.labels.cell(&DocumentCell::Count(n.max(0.0) as u64))
    }

    fn names(&self, series: &[usize]) -> Vec<&str> {
        series.iter().filter_map(|column| self.table.columns.get(column + 1)).map(String::as_str).collect()
    }

    /// Draws vertical bars, the second series stacked on the first.
    fn columns(&self, series: &[usize]) -> String {
        // Above the bars are the legend, the labels of marked days, and the totals.
        let (left, height, bottom) = (64.0, 230.0, 30.0);
        let slot = (WIDTH - left) / self.rows.len().max(1) as f64;
        let top = if self.chart.marks.is_empty() { 56.0 } else { 74.0 + self.room_of_marks((left, slot)) };
        let scale = CountAxis::up_to(self.rows.iter().map(|row| self.sum(row, series)).fold(0.0, f64::max) as u64);
        let y = |n: f64| top + height * (1.0 - n / scale.end as f64);
        let mut svg = self.opening(&self.names(series), top + height + bottom);
        for tick in scale.ticks() {
            let at = y(tick as f64);
            line(&mut svg, "grid", (left, at), (WIDTH, at));
            text(&mut svg, "tick end", (left - 8.0, at + 4.0), &self.count(tick as f64));
        }
        self.marks(&mut svg, (left, slot), (top - 8.0, top + height + 6.0));
        for (place, row) in self.rows.iter().enumerate() {
            let middle = left + slot * (place as f64 + 0.5);
            let width = (slot * 0.62).min(64.0);
            let mut below = 0.0;
            // The bars of an incomplete period are faint.
            svg += if self.is_incomplete(row) { "<g class=\"part\">" } else { "" };
            for (index, column) in series.iter().enumerate() {
                let n = self.value(row, *column).unwrap_or(0.0);
                let (foot, head) = (y(below), y(below + n));
                self.rect(&mut svg, index, (middle - width / 2.0, head), (width, foot - head));
                below += n;
            }
            svg += if self.is_incomplete(row) { "</g>" } else { "" };
            if slot >= 34.0 {
                text(&mut svg, "value mid", (middle, y(below) - 6.0), &self.sum_shown(row, series));
            }
            self.label(&mut svg, place, slot, (middle, top + height + 20.0), row);
        }
        line(&mut svg, "axis", (left, top + height), (WIDTH, top + height));
        svg + "</svg>"
    }

    /// Vertical lines on the axis of years, with their labels above.
    fn marks(&self, svg: &mut String, (left, slot): (f64, f64), (top, foot): (f64, f64)) {
        for (mark, level) in self.chart.marks.iter().zip(self.mark_levels((left, slot))) {
            let x = left + slot * mark.at;
            let above = level as f64 * MARK_LINE;
            line(svg, "law", (x, top - above), (x, foot));
            let (class, at) = if x > WIDTH / 2.0 { ("law-label end", x + 4.0) } else { ("law-label", x - 4.0) };
            text(svg, class, (at, top - above - 5.0), &mark.label);
        }
    }

    /// The height of the labels of marked days above their first line.
    fn room_of_marks(&self, place: (f64, f64)) -> f64 {
        self.mark_levels(place).into_iter().max().unwrap_or(0) as f64 * MARK_LINE
    }

    /// The line on which the label of each mark stands, the lowest first: no two labels on one line overlap.
    fn mark_levels(&self, (left, slot): (f64, f64)) -> Vec<usize> {
        let mut ends: Vec<Vec<(f64, f64)>> = Vec::new();
        let level = |mark: &ChartMark| {
            let (x, width) = (left + slot * mark.at, mark.label.chars().count() as f64 * MARK_LETTER);
            let (from, to) = if x > WIDTH / 2.0 { (x + 4.0 - width, x + 4.0) } else { (x - 4.0, x - 4.0 + width) };
            let is_free = |line: &Vec<(f64, f64)>| line.iter().all(|(other, end)| to < *other || *end < from);
            let level = ends.iter().position(is_free).unwrap_or(ends.len());
            if level == ends.len() {
                ends.push(Vec::new());
            }
            ends[level].push((from, to));
            level
        };
        self.chart.marks.iter().map(level).collect()
    }

    /// The label under a slot. If slots are narrow, only every n-th one is written.
    fn label(&self, svg: &mut String, place: usize, slot: f64, at: (f64, f64), row: &DocumentRow) {
        let heading = row.heading.split(" (").next().unwrap_or(&row.heading);
        let shown = if row.short.is_empty() { heading } else { &row.short };
        let shown = if self.chart.is_published { &row.code } else { shown };
        let step = (36.0_f64.max(shown.chars().count() as f64 * 7.6) / slot).ceil().max(1.0) as usize;
        if place.is_multiple_of(step) {
            text(svg, "label mid", at, shown);
        }
    }

    /// Draws horizontal bars, one for each row, the second series after the first; limits are dashed lines between
    /// rows.
    fn bars(&self, series: &[usize], limits: &[(usize, String)]) -> String {
        let (left, top, height, right) = (130.0, 44.0, 28.0, 350.0);
        let most = self.rows.iter().map(|row| self.sum(row, series)).fold(1.0, f64::max);
        let width = |n: f64| (WIDTH - left - right) * n / most;
        let mut svg = self.opening(&self.names(series), top + height * self.rows.len() as f64 + 12.0);
        for (place, row) in self.rows.iter().enumerate() {
            let y = top + height * place as f64;
            text(&mut svg, "label end", (left - 10.0, y + 18.0), &row.heading);
            let mut x = left;
            for (index, column) in series.iter().enumerate() {
                let long = width(self.value(row, *column).unwrap_or(0.0));
                self.rect(&mut svg, index, (x, y + 5.0), (long, height - 10.0));
                x += long;
            }
            text(&mut svg, "value", (x + 7.0, y + 18.0), &self.sum_shown(row, series));
        }
        line(&mut svg, "axis", (left, top), (left, top + height * self.rows.len() as f64));
        for (after, label) in limits {
            let y = top + height * *after as f64;
            line(&mut svg, "limit", (left - 110.0, y), (WIDTH, y));
            text(&mut svg, "limit-label end", (WIDTH, y - 5.0), label);
        }
        svg + "</svg>"
    }

    /// A pyramid, the first row at the bottom.
    fn pyramid(&self, [first, second]: [usize; 2]) -> String {
        let (top, height, middle, gap) = (44.0, 20.0, WIDTH / 2.0, 42.0);
        let all = self.rows.iter().flat_map(|row| [first, second].map(|column| self.value(row, column)));
        let scale = CountAxis::up_to(all.flatten().fold(0.0, f64::max) as u64);
        let width = |n: f64| (middle - gap - 60.0) * n / scale.end as f64;
        let foot = top + height * self.rows.len() as f64;
        let mut svg = self.opening(&self.names(&[first, second]), foot + 28.0);
        for tick in scale.ticks() {
            let long = width(tick as f64);
            for at in [middle - gap - long, middle + gap + long] {
                line(&mut svg, "grid", (at, top), (at, foot));
                text(&mut svg, "tick mid", (at, foot + 18.0), &self.count(tick as f64));
            }
        }
        // The mark that the table has.
        let mark = |row: &DocumentRow, column: usize| {
            row.cells.get(column).map(|cell| self.labels.cell(cell)).unwrap_or_default()
        };
        for (place, row) in self.rows.iter().rev().enumerate() {
            let y = top + height * place as f64;
            text(&mut svg, "label mid", (middle, y + 15.0), &row.heading);
            match self.value(row, first) {
                Some(n) => self.rect(&mut svg, 0, (middle - gap - width(n), y + 2.0), (width(n), height - 4.0)),
                None => text(&mut svg, "value end", (middle - gap - 4.0, y + 14.0), &mark(row, first)),
            }
            match self.value(row, second) {
                Some(n) => self.rect(&mut svg, 1, (middle + gap, y + 2.0), (width(n), height - 4.0)),
                None => text(&mut svg, "value", (middle + gap + 4.0, y + 14.0), &mark(row, second)),
            }
        }
        svg + "</svg>"
    }

    /// Returns a funnel plot: rates against their denominators, between the limits of chance. A line through a point
    /// goes from the lowest to the highest rate that its counts can stand for.
    fn funnel(&self, [rate, whole]: [usize; 2], centre: f64, possible: &BTreeMap<String, (f64, f64)>) -> String {
        let (left, top, height, bottom, right) = (64.0, 44.0, 280.0, 52.0, 16.0);
        let points: Vec<(f64, f64, (f64, f64), &DocumentRow)> = self
            .rows
            .iter()
            .filter_map(|row| {
                let (whole, rate) = (self.value(row, whole)?, self.value(row, rate)?);
                Some((whole, rate, possible.get(&row.code).copied().unwrap_or((rate, rate)), *row))
            })
            .collect();
        let most = points.iter().map(|(n, ..)| *n).fold(1.0, f64::max);
        let across = CountAxis::up_to(most.ceil() as u64);
        let least = points.iter().map(|(n, ..)| *n).fold(most, f64::min).max(1.0);
        let (limit_low, limit_high) = funnel_limits(centre, least, Z998);
        let rates = points.iter().flat_map(|(_, rate, (low, high), _)| [*rate, *low, *high]);
        let (low, high) = rates.fold((limit_low, limit_high), |(low, high), rate| (low.min(rate), high.max(rate)));
        let y_axis = ShareAxis::between(low, high);
        let x = |n: f64| left + (WIDTH - left - right) * n / across.end as f64;
        let y = |rate: f64| top + height * (1.0 - y_axis.place(rate));
        let mut svg = self.opening(&[], top + height + bottom);
        self.share_axis(&mut svg, &y_axis, left, &y);
        for tick in across.ticks() {
            text(&mut svg, "tick mid", (x(tick as f64), top + height + 20.0), &self.count(tick as f64));
        }
        let axis_name = self.table.columns.get(whole + 1).map_or("", String::as_str);
        text(&mut svg, "tick end", (WIDTH - right, top + height + 42.0), axis_name);
        for (class, z) in [("limit", Z998), ("near", Z95)] {
            for side in [0, 1] {
                let path: Vec<String> = (0..=60)
                    .map(|step| least + (across.end as f64 - least) * f64::from(step * step) / 3600.0)
                    .map(|n| {
                        let (low, high) = funnel_limits(centre, n, z);
                        format!("{:.1},{:.1}", x(n), y(if side == 0 { low } else { high }))
                    })
                    .collect();
                let _ = write!(svg, "<polyline class=\"{class}\" points=\"{}\"/>", path.join(" "));
            }
        }
        line(&mut svg, "axis", (left, y(centre)), (WIDTH - right, y(centre)));
        text(
            &mut svg,
            "limit-label end",
            (WIDTH - right, y(centre) - 5.0),
            &self.labels.message("funnel-centre", &[("share", self.labels.messages.percent(centre).into())]),
        );
        for (n, rate, (low, high), row) in points {
            if high > low {
                line(&mut svg, "reach", (x(n), y(low)), (x(n), y(high)));
            }
            let is_out = self.is_beyond(row);
            let class = if is_out { "dot out" } else { "dot" };
            let _ = write!(svg, "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>", x(n), y(rate));
            if is_out {
                let (class, at) = if x(n) > WIDTH * 0.8 { ("value end", x(n) - 8.0) } else { ("value", x(n) + 8.0) };
                text(&mut svg, class, (at, y(rate) + 4.0), &row.heading);
            }
        }
        svg + "</svg>"
    }

    /// Returns the grid lines and labels of an axis of shares.
    fn share_axis(&self, svg: &mut String, axis: &ShareAxis, left: f64, y: &dyn Fn(f64) -> f64) {
        for tick in axis.ticks() {
            line(svg, "grid", (left, y(tick)), (WIDTH, y(tick)));
            text(svg, "tick end", (left - 8.0, y(tick) + 4.0), &self.labels.cell(&DocumentCell::Share(tick)));
        }
    }

    /// A line of rates with its interval.
    fn line(&self, rate: usize, interval: Option<[usize; 2]>, level: Option<f64>) -> String {
        let (left, height, bottom) = (64.0, 220.0, 30.0);
        let slot = (WIDTH - left) / self.rows.len().max(1) as f64;
        let top = 30.0 + self.room_of_marks((left, slot));
        let columns: Vec<usize> = [rate].into_iter().chain(interval.into_iter().flatten()).collect();
        let all = self.rows.iter().flat_map(|row| columns.iter().map(|column| self.value(row, *column))).flatten();
        let (low, high) = all.chain(level).fold((f64::INFINITY, 0.0_f64), |(low, high), n| (low.min(n), high.max(n)));
        let axis = ShareAxis::between(if low.is_finite() { low } else { 0.0 }, high);
        let y = |rate: f64| top + height * (1.0 - axis.place(rate));
        let mut svg = self.opening(&[], top + height + bottom);
        self.share_axis(&mut svg, &axis, left, &y);
        if let Some(level) = level {
            line(&mut svg, "limit", (left, y(level)), (WIDTH, y(level)));
        }
        let x = |place: usize| left + slot * (place as f64 + 0.5);
        self.marks(&mut svg, (left, slot), (top - 8.0, top + height));
        self.trace(&mut svg, rate, interval, &self.rows, &|place, n| (x(place), y(n)));
        for (place, row) in self.rows.iter().enumerate() {
            self.label(&mut svg, place, slot, (x(place), top + height + 20.0), row);
        }
        svg + "</svg>"
    }

    /// The line through the rows with its points and intervals; interrupted where a figure is hidden or incomplete.
    fn trace(
        &self,
        svg: &mut String,
        rate: usize,
        interval: Option<[usize; 2]>,
        rows: &[&DocumentRow],
        at: &dyn Fn(usize, f64) -> (f64, f64),
    ) {
        let mut before = None;
        for (place, row) in rows.iter().enumerate() {
            let Some(n) = self.value(row, rate) else {
                before = None;
                continue;
            };
            let point = at(place, n);
            if let Some([low, high]) = interval.map(|columns| columns.map(|column| self.value(row, column)))
                && let Some((low, high)) = low.zip(high)
            {
                line(svg, "range", at(place, low), at(place, high));
            }
            // An incomplete period is not comparable: no line leads to it, and its point is empty.
            let class = if row.is_incomplete { "dot part" } else { "dot" };
            if let Some(before) = before.filter(|_| !row.is_incomplete) {
                line(svg, "trend", before, point);
            }
            let _ = write!(svg, "<circle class=\"{class}\" cx=\"{:.1}\" cy=\"{:.1}\" r=\"4\"/>", point.0, point.1);
            before = (!row.is_incomplete).then_some(point);
        }
    }

    /// A small chart for each row heading, all on the same axes: rates, and the texts of the first column.
    fn multiples(&self, rate: usize, interval: [usize; 2]) -> String {
        const ACROSS: usize = 3;
        let (left, width, top, height, gap) = (62.0, 170.0, 34.0, 96.0, 52.0);
        let period_of = |row: &DocumentRow| match row.cells.first() {
            Some(DocumentCell::Text(text)) => text.clone(),
            _ => String::new(),
        };
        let mut headings: Vec<&str> = Vec::new();
        let mut periods: Vec<String> = Vec::new();
        // A heading without any rate has no chart.
        for row in self.rows.iter().filter(|row| self.value(row, rate).is_some()) {
            if !headings.contains(&row.heading.as_str()) {
                headings.push(&row.heading);
            }
            periods.push(period_of(row));
        }
        periods.sort();
        periods.dedup();
        let n_lines = headings.len().div_ceil(ACROSS);
        let axis = ShareAxis::between(0.0, 1.0);
        let mut svg = self.opening(&[], top + n_lines as f64 * (height + gap));
        for (index, heading) in headings.iter().enumerate() {
            let x0 = left + (index % ACROSS) as f64 * (width + left + 20.0);
            let y0 = top + (index / ACROSS) as f64 * (height + gap);
            let y = |share: f64| y0 + height * (1.0 - axis.place(share));
            text(&mut svg, "label", (x0, y0 - 8.0), heading);
            for tick in [0.0, 0.5, 1.0] {
                line(&mut svg, "grid", (x0, y(tick)), (x0 + width, y(tick)));
                text(&mut svg, "tick end", (x0 - 6.0, y(tick) + 4.0), &self.labels.cell(&DocumentCell::Share(tick)));
            }
            let rows: Vec<&DocumentRow> = self.rows.iter().copied().filter(|row| row.heading == *heading).collect();
            let slot = width / periods.len().max(1) as f64;
            let place_of = |row: &DocumentRow| periods.iter().position(|period| *period == period_of(row)).unwrap_or(0);
            let at = |place: usize, n: f64| {
                let period = rows.get(place).map_or(0, |row| place_of(row));
                (x0 + slot * (period as f64 + 0.5), y(n))
            };
            self.trace(&mut svg, rate, Some(interval), &rows, &at);
            for (place, labels) in [(0, "label"), (periods.len().saturating_sub(1), "label end")] {
                if let Some(period) = periods.get(place) {
                    let x = if place == 0 { x0 } else { x0 + width };
                    text(&mut svg, labels, (x, y0 + height + 18.0), period);
                }
            }
        }
        svg + "</svg>"
    }

    /// A tile for each row, shaded in five steps from the lowest to the highest rate; darker is higher.
    fn tiles(&self, rate: usize) -> String {
        const ACROSS: usize = 7;
        const STEPS: usize = 5;
        let (top, height, gap) = (44.0, 50.0, 4.0);
        let width = WIDTH / ACROSS as f64;
        let rates: Vec<f64> = self.rows.iter().filter_map(|row| self.value(row, rate)).collect();
        let low = rates.iter().copied().fold(f64::INFINITY, f64::min);
        let high = rates.iter().copied().fold(0.0, f64::max);
        let step_of = |n: f64| (((n - low) / (high - low).max(1e-9) * STEPS as f64) as usize).min(STEPS - 1);
        let n_lines = self.rows.len().div_ceil(ACROSS);
        let mut svg = self.opening(&[], top + n_lines as f64 * height + 4.0);
        if low.is_finite() {
            for step in 0..STEPS {
                let x = step as f64 * 70.0;
                let _ = write!(svg, "<rect class=\"tile t{step}\" x=\"{x:.1}\" y=\"4\" width=\"66\" height=\"14\"/>");
            }
            let ends = [(0.0, "tick", low), (STEPS as f64 * 70.0 - 4.0, "tick end", high)];
            for (x, class, share) in ends {
                text(&mut svg, class, (x, 32.0), &self.labels.cell(&DocumentCell::Share(share)));
            }
        }
        for (place, row) in self.rows.iter().enumerate() {
            let (x, y) = ((place % ACROSS) as f64 * width, top + (place / ACROSS) as f64 * height);
            let shown = row.cells.get(rate).map(|cell| self.labels.cell(cell)).unwrap_or_default();
            let step = self.value(row, rate).map(step_of);
            let mut class = step.map_or_else(|| "tile none".to_owned(), |step| format!("tile t{step}"));
            if self.is_beyond(row) {
                class += " beyond";
            }
            let _ = write!(
                svg,
                "<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{:.1}\" height=\"{:.1}\"/>",
                width - gap,
                height - gap
            );
            let ink = if step.is_some_and(|step| step > 2) { "tile-label on-dark" } else { "tile-label" };
            text(&mut svg, ink, (x + 6.0, y + 19.0), &row.heading);
            text(&mut svg, ink, (x + 6.0, y + 37.0), &shown);
        }
        svg + "</svg>"
    }

    /// Whether a row says that its quartier differs from the commune by more than chance gives.
    fn is_beyond(&self, row: &DocumentRow) -> bool {
        let beyond = ["chance-above", "chance-below"].map(|id| self.labels.text(id));
        row.cells.iter().any(|cell| matches!(cell, DocumentCell::Text(text) if beyond.contains(text)))
    }

    /// Returns the `svg` tag with title, description, hatching pattern and the legend of the series.
    fn opening(&self, series: &[&str], height: f64) -> String {
        let (id, title, description) =
            (escape(&self.chart.id), escape(&self.chart.title), escape(&self.chart.description));
        let mut svg = format!(
            "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
             <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>"
        );
        if series.len() > 1 {
            let _ = write!(
                svg,
                "<defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" \
                 patternTransform=\"rotate(45)\"><rect class=\"s2\" width=\"7\" height=\"7\"/>\
                 <line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/></pattern></defs>"
            );
            let mut x = 0.0;
            for (place, name) in series.iter().enumerate() {
                self.rect(&mut svg, place, (x, 6.0), (16.0, 14.0));
                text(&mut svg, "label", (x + 23.0, 18.0), name);
                x += 60.0 + name.chars().count() as f64 * 7.2;
            }
        }
        svg
    }

    /// A rectangle of a series: the first solid, the second hatched.
    fn rect(&self, svg: &mut String, series: usize, (x, y): (f64, f64), (width, height): (f64, f64)) {
        if width > 0.0 && height > 0.0 {
            let class = match series {
                0 => "class=\"s1\"".to_owned(),
                _ => format!("class=\"hatched\" fill=\"url(#{}-hatch)\"", escape(&self.chart.id)),
            };
            let _ =
                write!(svg, "<rect {class} x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>");
        }
    }
}

// Writing to a String cannot fail: the results are ignored.

fn line(svg: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    let _ = write!(
        svg,
        "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
        from.0, from.1, to.0, to.1
    );
}

fn text(svg: &mut String, class: &str, (x, y): (f64, f64), labels: &str) {
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(labels));
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An axis of counts from 0 with round steps.
struct CountAxis {
    step: u64,
    end: u64,
}

impl CountAxis {
    fn up_to(most: u64) -> Self {
        let rough = most.div_ceil(4).max(1);
        let power = 10_u64.pow(rough.ilog10());
        let step = [1, 2, 5, 10].into_iter().map(|n| n * power).find(|step| *step >= rough).unwrap_or(rough);
        Self { step, end: most.div_ceil(step).max(1) * step }
    }

    fn ticks(&self) -> impl Iterator<Item = u64> {
        let (step, end) = (self.step, self.end);
        (0..=end / step).map(move |n| n * step)
    }
}

/// An axis of shares with round steps; it starts at 0 unless all shares are far from 0.
struct ShareAxis {
    start: f64,
    end: f64,
    step: f64,
}

impl ShareAxis {
    fn between(low: f64, high: f64) -> Self {
        let low = if low < (high - low) * 2.0 { 0.0 } else { low };
        let rough = ((high - low) / 4.0).max(0.0025);
        let steps = [0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.25];
        let step = steps.into_iter().find(|step| *step >= rough).unwrap_or(0.25);
        Self { start: (low / step + 1e-9).floor() * step, end: (high / step - 1e-9).ceil().max(1.0) * step, step }
    }

    fn place(&self, share: f64) -> f64 {
        (share - self.start) / (self.end - self.start).max(1e-9)
    }

    fn ticks(&self) -> impl Iterator<Item = f64> {
        let (start, step) = (self.start, self.step);
        (0..=((self.end - start) / step).round() as usize).map(move |n| start + n as f64 * step)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};

    #[test]
    fn axes_have_round_steps_and_include_the_largest_value() {
        for (most, step, end) in [(0, 1, 1), (1, 1, 1), (7, 2, 8), (100, 50, 100), (17_331, 5_000, 20_000)] {
            let scale = CountAxis::up_to(most);
            assert_eq!((scale.step, scale.end), (step, end), "{most}");
        }
        for (low, high, start, end) in [(0.0, 1.0, 0.0, 1.0), (0.83, 0.98, 0.8, 1.0), (0.01, 0.03, 0.0, 0.03)] {
            let scale = ShareAxis::between(low, high);
            let error = (scale.start - start).abs().max((scale.end - end).abs());
            assert!(error < 1e-9, "{low} {high} {}", scale.start);
        }
    }

    #[test]
    fn labels_of_marked_days_that_are_close_stand_on_two_lines() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let table = labels.table("t", "title", "", Vec::new());
        let mark = |at: f64| ChartMark { at, label: "Loi 09/001 du 10 janvier 2009".to_owned() };
        let levels = |marks: &[f64]| {
            let mut chart = labels.chart("age-chart", ChartKind::Columns(vec![0]));
            chart.marks = marks.iter().map(|at| mark(*at)).collect();
            ChartDrawing { chart: &chart, table: &table, rows: Vec::new(), labels: &labels }.mark_levels((64.0, 30.0))
        };
        assert_eq!((levels(&[1.0, 3.0, 20.0]), levels(&[])), (vec![0, 1, 0], vec![]));
    }

    #[test]
    fn the_foot_of_a_saved_picture_is_broken_into_lines_that_fit() {
        let labels = Labels { messages: &Messages::new(Lang::Nl) };
        let table = labels.table("t", "title", "", Vec::new());
        let drawn = svg(&labels.chart("age-chart", ChartKind::Columns(vec![0])), &table, &labels);
        let long = vec!["Kimbanseke: bevolking en aangegeven geboorten · vrijgave nr. 2 · ".repeat(4)];
        let picture = picture(&drawn, &"Aandeel tijdig van de geboorten ".repeat(4), &long);
        let texts = || picture.split("<text ").skip(1);
        let shown: Vec<&str> = texts().filter_map(|text| text.split('>').nth(1)?.split('<').next()).collect();
        assert!(shown.iter().all(|line| line.chars().count() <= 104), "{shown:?}");
        let joined = shown.join(" ");
        assert_eq!((joined.matches("vrijgave nr. 2").count(), joined.matches("Aandeel").count()), (4, 4));
        // The last line is within the picture.
        let number = |name: &str, of: &str| of.split(&format!("{name}=\"")).nth(1)?.split('"').next()?.parse().ok();
        let view: Vec<f64> = picture.split('"').nth(7).unwrap().split(' ').map(|n| n.parse().unwrap()).collect();
        let lowest = texts().filter_map(|text| number(" y", text)).fold(0.0, f64::max);
        assert!(lowest + 6.0 <= view[1] + view[3], "{lowest} {view:?}");
    }

    #[test]
    fn texts_are_escaped_and_empty_tables_can_be_drawn() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let columns = vec!["<i>".to_owned(); 4];
        let table = DocumentTable { columns, ..labels.table("t", "title", "", Vec::new()) };
        let kinds = [
            ChartKind::Columns(vec![0, 1]),
            ChartKind::Bars(vec![0, 1], vec![(0, "<u>".to_owned())]),
            ChartKind::Pyramid([0, 1]),
            ChartKind::Funnel { rate: 0, whole: 1, centre: 0.5, possible: BTreeMap::new() },
            ChartKind::Line { rate: 0, interval: Some([1, 2]), level: Some(0.1) },
            ChartKind::Multiples { rate: 1, interval: [2, 3] },
            ChartKind::Tiles { rate: 1 },
        ];
        for kind in kinds {
            let chart = Chart { title: "<b>&\"".to_owned(), ..labels.chart("age-chart", kind) };
            let drawn = svg(&chart, &table, &labels);
            assert!(drawn.contains("&lt;b&gt;&amp;&quot;"), "{drawn}");
            assert!(!["NaN", "inf", "<i>", "<u>"].iter().any(|trace| drawn.contains(trace)), "{drawn}");
        }
    }
}
