//! Draws the charts of a table as inline SVG: columns, bars, a pyramid, a funnel plot, lines, small multiples.
//!
//! Colours and text styles are CSS classes of the page, so dark mode and print apply to them. The second series is
//! hatched, so that the series differ without colour.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::chart_axis::{CountAxis, ShareAxis};
use super::document::{Chart, ChartKind, DocumentCell, DocumentRow, DocumentTable};
use super::labels::Labels;
use crate::report::statistics::{Z95, Z998, funnel_limits};

/// Width of a drawing.
pub(super) const WIDTH: f64 = 760.0;
/// Height of a line of labels of marked days.
const MARK_LINE: f64 = 18.0;

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
        ChartKind::Tiles { rate, is_rounded } => draw.tiles(*rate, *is_rounded),
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
        let levels = self.mark_levels((left, slot));
        let top = 56.0 + MARK_LINE * levels.iter().max().map_or(0.0, |level| *level as f64 + 1.0);
        let scale = CountAxis::up_to(self.rows.iter().map(|row| self.sum(row, series)).fold(0.0, f64::max) as u64);
        let y = |n: f64| top + height * (1.0 - n / scale.end as f64);
        let mut svg = self.opening(&self.names(series), top + height + bottom);
        for tick in scale.ticks() {
            let at = y(tick as f64);
            line(&mut svg, "grid", (left, at), (WIDTH, at));
            text(&mut svg, "tick end", (left - 8.0, at + 4.0), &self.count(tick as f64));
        }
        let end = |place: usize| self.rows.get(place).map_or(top + height, |row| y(self.sum(row, series)) - 22.0);
        let foot = top + height;
        self.marks(&mut svg, (left, slot), (top - 8.0, &|at| end(at as usize)), Some((foot, foot + 6.0)));
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

    /// Returns the line of each label of a marked day, counted from the drawing upwards: no two on one line overlap.
    fn mark_levels(&self, (left, slot): (f64, f64)) -> Vec<usize> {
        let mut taken: Vec<Vec<(f64, f64)>> = Vec::new();
        let mut levels = Vec::new();
        for mark in &self.chart.marks {
            let (x, wide) = (left + slot * mark.at, mark.label.chars().count() as f64 * 6.8 + 8.0);
            let own = if x > WIDTH / 2.0 { (x + 4.0 - wide, x + 4.0) } else { (x - 4.0, x - 4.0 + wide) };
            let is_free = |others: &Vec<(f64, f64)>| others.iter().all(|other| own.1 < other.0 || other.1 < own.0);
            let level = taken.iter().position(is_free).unwrap_or(taken.len());
            taken.resize(taken.len().max(level + 1), Vec::new());
            taken[level].push(own);
            levels.push(level);
        }
        levels
    }

    /// Vertical lines on the axis of years, with their labels above. `end` returns where the line of a place on the axis
    /// ends: above the number of a bar; `tick` is its end at the axis.
    fn marks(
        &self,
        svg: &mut String,
        (left, slot): (f64, f64),
        (top, end): (f64, &dyn Fn(f64) -> f64),
        tick: Option<(f64, f64)>,
    ) {
        for (mark, level) in self.chart.marks.iter().zip(self.mark_levels((left, slot))) {
            let (x, top) = (left + slot * mark.at, top - MARK_LINE * level as f64);
            line(svg, "law", (x, top), (x, end(mark.at).max(top)));
            if let Some((from, to)) = tick {
                line(svg, "law-tick", (x, from), (x, to));
            }
            let (class, at) = if x > WIDTH / 2.0 { ("law-label end", x + 4.0) } else { ("law-label", x - 4.0) };
            text(svg, class, (at, top - 5.0), &mark.label);
        }
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
            let share = self.labels.cell(&DocumentCell::Share(tick));
            text(svg, "tick end", (left - 8.0, y(tick) + 4.0), &share);
            // A phone shows the right end of the chart first.
            text(svg, "tick far end", (WIDTH - 4.0, y(tick) - 4.0), &share);
        }
    }

    /// A line of rates with its interval.
    fn line(&self, rate: usize, interval: Option<[usize; 2]>, level: Option<f64>) -> String {
        let (left, height, bottom) = (64.0, 220.0, 30.0);
        let slot = (WIDTH - left) / self.rows.len().max(1) as f64;
        let levels = self.mark_levels((left, slot));
        let top = 30.0 + MARK_LINE * levels.iter().max().map_or(0.0, |level| *level as f64);
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
        self.marks(&mut svg, (left, slot), (top - 8.0, &|_| top + height), None);
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

    /// A tile for each row, shaded in five steps from the lowest to the highest rate; darker is higher. Rates of rounded
    /// counts differ by the rounding: their tiles are dark above the commune, hatched below it, and else alike.
    fn tiles(&self, rate: usize, is_rounded: bool) -> String {
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
        if is_rounded {
            self.verdict_keys(&mut svg);
        } else if low.is_finite() {
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
            let step = self.value(row, rate).map(|n| match (is_rounded, self.side(row)) {
                (false, _) => step_of(n),
                (true, Some("above")) => STEPS - 1,
                (true, _) => 0,
            });
            let mut class = step.map_or_else(|| "tile none".to_owned(), |step| format!("tile t{step}"));
            if self.is_beyond(row) {
                class += " beyond";
            }
            let (wide, high) = (width - gap, height - gap);
            let rect = |class: &str| {
                format!("<rect class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\" width=\"{wide:.1}\" height=\"{high:.1}\"/>")
            };
            svg += &rect(&class);
            if is_rounded && self.side(row) == Some("below") {
                let _ = write!(svg, "<path class=\"slant\" d=\"{}\"/>", slants((x, y), (wide, high)));
            }
            let ink = if step.is_some_and(|step| step > 2) { "tile-label on-dark" } else { "tile-label" };
            text(&mut svg, ink, (x + 6.0, y + 19.0), &row.heading);
            text(&mut svg, ink, (x + 6.0, y + 37.0), &shown);
        }
        svg + "</svg>"
    }

    /// The legend of a map by difference from the commune.
    fn verdict_keys(&self, svg: &mut String) {
        let keys = [("t4", "map-above"), ("t0", "map-alike"), ("t0 low", "map-below"), ("none", "map-none")];
        let mut x = 0.0;
        for (class, id) in keys {
            let name = self.labels.text(id);
            let _ = write!(svg, "<rect class=\"tile {class}\" x=\"{x:.1}\" y=\"6\" width=\"22\" height=\"16\"/>");
            if class == "t0 low" {
                let _ = write!(svg, "<path class=\"slant\" d=\"{}\"/>", slants((x, 6.0), (22.0, 16.0)));
            }
            text(svg, "tick", (x + 28.0, 19.0), &name);
            x += 52.0 + name.chars().count() as f64 * 6.6;
        }
    }

    /// Whether a row says that its quartier differs from the commune by more than chance gives.
    fn is_beyond(&self, row: &DocumentRow) -> bool {
        self.side(row).is_some()
    }

    /// Returns on which side of the commune a row says that its quartier is, by more than chance gives.
    fn side(&self, row: &DocumentRow) -> Option<&'static str> {
        ["above", "below"].into_iter().find(|side| {
            let verdict = self.labels.text(&format!("chance-{side}"));
            row.cells.iter().any(|cell| matches!(cell, DocumentCell::Text(text) if *text == verdict))
        })
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

pub(super) fn text(svg: &mut String, class: &str, (x, y): (f64, f64), labels: &str) {
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(labels));
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Returns slanting lines across a rectangle, as a path.
fn slants((x, y): (f64, f64), (width, height): (f64, f64)) -> String {
    const GAP: f64 = 9.0;
    let mut path = String::new();
    let n_lines = ((width + height) / GAP) as u32;
    for line in 1..=n_lines {
        let at = f64::from(line) * GAP;
        // From the left or the lower edge to the upper or the right one.
        let (from, to) = ((at - height).max(0.0), at.min(width));
        let _ = write!(path, "M{:.1} {:.1}L{:.1} {:.1}", x + from, y + at - from, x + to, y + at - to);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Lang, Messages};
    use crate::report::render::document::ChartMark;

    #[test]
    fn labels_of_laws_that_follow_one_another_do_not_overlap() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let row = |year: i32| DocumentRow::new(year.to_string(), year.to_string(), vec![DocumentCell::Count(900)]);
        let table = labels.table("t", "title", "", (2011..2019).map(row).collect());
        let mark =
            |at: f64| ChartMark { at, day: chrono::NaiveDate::default(), label: "Loi 16/008 du 15 juillet".into() };
        for kind in [ChartKind::Columns(vec![0]), ChartKind::Line { rate: 0, interval: None, level: None }] {
            let chart = Chart { marks: [4.6, 5.5, 6.2].map(mark).into(), ..labels.chart("year-chart", kind) };
            let drawn = svg(&chart, &table, &labels);
            let label = |part: &str| part.split(" y=\"").nth(1)?.split('"').next()?.parse::<f64>().ok();
            let lines: Vec<f64> = drawn.split("class=\"law-label").skip(1).filter_map(label).collect();
            let mut levels = lines.clone();
            levels.dedup();
            assert!(lines.len() == 3 && levels.len() == 3 && lines.iter().all(|y| *y > 8.0), "{lines:?}");
        }
        // The line of a law ends above the number of its bar.
        let chart = Chart { marks: vec![mark(5.5)], ..labels.chart("year-chart", ChartKind::Columns(vec![0])) };
        let drawn = svg(&chart, &table, &labels);
        let number =
            |part: &str, name: &str| part.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?.parse::<f64>().ok();
        let end = number(drawn.split("class=\"law\"").nth(1).unwrap(), "y2").unwrap();
        let bar = number(drawn.split("class=\"value mid\"").nth(1).unwrap(), "y").unwrap();
        assert!(end + 10.0 < bar, "{end} {bar}");
    }

    #[test]
    fn a_map_of_rounded_rates_shades_what_differs_from_the_commune() {
        let labels = Labels { messages: &Messages::new(Lang::Fr) };
        let verdict = |id: &str| DocumentCell::Text(labels.text(&format!("chance-{id}")));
        let row = |name: &str, rate, side: &str| DocumentRow::new(name, name, vec![rate, verdict(side)]);
        let rows = vec![
            row("Boma", DocumentCell::Share(0.75), "within"),
            row("Kutu", DocumentCell::Share(1.0), "near"),
            row("Luebo", DocumentCell::Share(0.99), "above"),
            row("Mulie", DocumentCell::Share(0.5), "below"),
            row("Disasi", DocumentCell::Withheld, "within"),
        ];
        let table = labels.table("t", "title", "", rows);
        let drawn = |is_rounded| {
            let chart = labels.chart("tiles", ChartKind::Tiles { rate: 0, is_rounded });
            let drawn = svg(&chart, &table, &labels);
            let tiles = drawn.split("<rect class=\"tile ").skip(1).filter(|tile| tile.contains("tile-label"));
            let classes: Vec<String> = tiles.filter_map(|tile| Some(tile.split('"').next()?.to_owned())).collect();
            (classes, drawn.matches("class=\"slant\"").count())
        };
        // One slanted tile is Mulie, the other one the legend.
        assert_eq!(drawn(true), (["t0", "t0", "t4 beyond", "t0 beyond", "none"].map(str::to_owned).into(), 2));
        assert_eq!(drawn(false).0, ["t2", "t4", "t4 beyond", "t0 beyond", "none"]);
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
            ChartKind::Tiles { rate: 1, is_rounded: false },
            ChartKind::Tiles { rate: 1, is_rounded: true },
        ];
        for kind in kinds {
            let chart = Chart { title: "<b>&\"".to_owned(), ..labels.chart("age-chart", kind) };
            let drawn = svg(&chart, &table, &labels);
            assert!(drawn.contains("&lt;b&gt;&amp;&quot;"), "{drawn}");
            assert!(!["NaN", "inf", "<i>", "<u>"].iter().any(|trace| drawn.contains(trace)), "{drawn}");
        }
    }
}
