//! Small charts as inline SVG: stacked columns, stacked bars, a population pyramid.
//!
//! Colours and text styles are classes of the page, so that dark mode and print hold for them too; the second series is
//! hatched, so that colour isn't needed to tell them apart. Every chart stands beside a table with its numbers.

use std::fmt::Write;

/// One bar: its label and its two series; `None` is a hidden figure.
pub(super) struct Bar {
    /// What it stands for.
    pub(super) label: String,
    /// First series (solid).
    pub(super) first: Option<u64>,
    /// Second series (hatched).
    pub(super) second: Option<u64>,
}

impl Bar {
    fn sum(&self) -> u64 {
        self.first.unwrap_or(0) + self.second.unwrap_or(0)
    }

    fn has_hidden(&self) -> bool {
        self.first.is_none() || self.second.is_none()
    }
}

/// The words of a chart and how it writes a number.
pub(super) struct Words<'a> {
    /// Unique in the page.
    pub(super) id: &'a str,
    /// Short name.
    pub(super) title: String,
    /// What it shows, for who can't see it.
    pub(super) description: String,
    /// Names of the two series.
    pub(super) series: [String; 2],
    /// Stands for a hidden figure.
    pub(super) hidden: String,
    /// Writes a count.
    pub(super) count: &'a dyn Fn(u64) -> String,
}

const WIDTH: f64 = 760.0;

/// Columns, one per bar, the second series on top of the first.
pub(super) fn columns(bars: &[Bar], words: &Words<'_>) -> String {
    let (left, top, height, bottom) = (64.0, 56.0, 230.0, 30.0);
    let scale = Scale::up_to(bars.iter().map(Bar::sum).max().unwrap_or(0));
    let y = |n: u64| top + height * (1.0 - n as f64 / scale.end as f64);
    let mut svg = opening(words, top + height + bottom);
    for tick in scale.ticks() {
        let at = y(tick);
        line(&mut svg, "grid", (left, at), (WIDTH, at));
        text(&mut svg, "tick end", (left - 8.0, at + 4.0), &(words.count)(tick));
    }
    let slot = (WIDTH - left) / bars.len().max(1) as f64;
    for (place, bar) in bars.iter().enumerate() {
        let middle = left + slot * (place as f64 + 0.5);
        let width = (slot * 0.62).min(64.0);
        let (first, all) = (y(bar.first.unwrap_or(0)), y(bar.sum()));
        rect(&mut svg, "s1", None, (middle - width / 2.0, first), (width, top + height - first));
        rect(&mut svg, "s2", Some(words.id), (middle - width / 2.0, all), (width, first - all));
        if slot >= 34.0 {
            let shown = if bar.has_hidden() { words.hidden.clone() } else { (words.count)(bar.sum()) };
            text(&mut svg, "value mid", (middle, all - 6.0), &shown);
        }
        // Where columns are narrow, every second or fifth has its label.
        let step = (36.0 / slot).ceil().max(1.0) as usize;
        if place % step == 0 {
            text(&mut svg, "label mid", (middle, top + height + 20.0), &bar.label);
        }
    }
    line(&mut svg, "axis", (left, top + height), (WIDTH, top + height));
    svg + "</svg>"
}

/// A line across a bar chart after the bar `after`, with its text.
pub(super) struct Limit {
    /// Index of the last bar before it.
    pub(super) after: usize,
    /// What it marks.
    pub(super) label: String,
}

/// Lying bars, one per row, the second series behind the first; limits are drawn as broken lines between rows.
pub(super) fn bars(bars: &[Bar], limits: &[Limit], words: &Words<'_>) -> String {
    let (left, top, row, right) = (130.0, 44.0, 28.0, 350.0);
    let most = bars.iter().map(Bar::sum).max().unwrap_or(0).max(1);
    let width = |n: u64| (WIDTH - left - right) * n as f64 / most as f64;
    let mut svg = opening(words, top + row * bars.len() as f64 + 12.0);
    for (place, bar) in bars.iter().enumerate() {
        let y = top + row * place as f64;
        text(&mut svg, "label end", (left - 10.0, y + 18.0), &bar.label);
        let (first, second) = (width(bar.first.unwrap_or(0)), width(bar.second.unwrap_or(0)));
        rect(&mut svg, "s1", None, (left, y + 5.0), (first, row - 10.0));
        rect(&mut svg, "s2", Some(words.id), (left + first, y + 5.0), (second, row - 10.0));
        let shown = if bar.has_hidden() { words.hidden.clone() } else { (words.count)(bar.sum()) };
        text(&mut svg, "value", (left + first + second + 7.0, y + 18.0), &shown);
    }
    line(&mut svg, "axis", (left, top), (left, top + row * bars.len() as f64));
    for limit in limits {
        let y = top + row * (limit.after + 1) as f64;
        line(&mut svg, "limit", (left - 110.0, y), (WIDTH, y));
        text(&mut svg, "limit-label end", (WIDTH, y - 5.0), &limit.label);
    }
    svg + "</svg>"
}

/// A pyramid: the first series to the left, the second to the right, the youngest at the foot.
pub(super) fn pyramid(youngest_first: &[Bar], words: &Words<'_>) -> String {
    let (top, row, middle, gap) = (44.0, 20.0, WIDTH / 2.0, 42.0);
    let most = youngest_first.iter().flat_map(|bar| [bar.first, bar.second]).flatten().max().unwrap_or(0);
    let scale = Scale::up_to(most);
    let width = |n: u64| (middle - gap - 60.0) * n as f64 / scale.end as f64;
    let foot = top + row * youngest_first.len() as f64;
    let mut svg = opening(words, foot + 28.0);
    for tick in scale.ticks() {
        for at in [middle - gap - width(tick), middle + gap + width(tick)] {
            line(&mut svg, "grid", (at, top), (at, foot));
            text(&mut svg, "tick mid", (at, foot + 18.0), &(words.count)(tick));
        }
    }
    for (place, bar) in youngest_first.iter().rev().enumerate() {
        let y = top + row * place as f64;
        text(&mut svg, "label mid", (middle, y + 15.0), &bar.label);
        match bar.first {
            Some(n) => rect(&mut svg, "s1", None, (middle - gap - width(n), y + 2.0), (width(n), row - 4.0)),
            None => text(&mut svg, "value end", (middle - gap - 4.0, y + 14.0), &words.hidden),
        }
        match bar.second {
            Some(n) => rect(&mut svg, "s2", Some(words.id), (middle + gap, y + 2.0), (width(n), row - 4.0)),
            None => text(&mut svg, "value", (middle + gap + 4.0, y + 14.0), &words.hidden),
        }
    }
    svg + "</svg>"
}

/// The `svg` tag, its title and description, the hatching and the legend.
fn opening(words: &Words<'_>, height: f64) -> String {
    let (id, title, description) = (words.id, escape(&words.title), escape(&words.description));
    let mut svg = format!(
        "<svg viewBox=\"0 0 {WIDTH} {height}\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\">\
         <title id=\"{id}-title\">{title}</title><desc id=\"{id}-desc\">{description}</desc>\
         <defs><pattern id=\"{id}-hatch\" width=\"7\" height=\"7\" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(45)\">\
         <rect class=\"s2\" width=\"7\" height=\"7\"/><line class=\"hatch\" x1=\"0\" y1=\"0\" x2=\"0\" y2=\"7\"/></pattern></defs>"
    );
    let mut x = 0.0;
    for (place, name) in words.series.iter().enumerate() {
        let hatched = (place == 1).then_some(id);
        rect(&mut svg, if place == 0 { "s1" } else { "s2" }, hatched, (x, 6.0), (16.0, 14.0));
        text(&mut svg, "label", (x + 23.0, 18.0), name);
        x += 60.0 + name.chars().count() as f64 * 7.2;
    }
    svg
}

// Writing to a String can't fail; the results are left aside.

fn rect(svg: &mut String, class: &str, hatched: Option<&str>, (x, y): (f64, f64), (width, height): (f64, f64)) {
    if width > 0.0 && height > 0.0 {
        let fill = hatched.map(|id| format!(" fill=\"url(#{id}-hatch)\"")).unwrap_or_default();
        let class = if hatched.is_some() { "hatched" } else { class };
        let _ = write!(
            svg,
            "<rect class=\"{class}\"{fill} x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\"/>"
        );
    }
}

fn line(svg: &mut String, class: &str, from: (f64, f64), to: (f64, f64)) {
    let _ = write!(
        svg,
        "<line class=\"{class}\" x1=\"{:.1}\" y1=\"{:.1}\" x2=\"{:.1}\" y2=\"{:.1}\"/>",
        from.0, from.1, to.0, to.1
    );
}

fn text(svg: &mut String, class: &str, (x, y): (f64, f64), words: &str) {
    let _ = write!(svg, "<text class=\"{class}\" x=\"{x:.1}\" y=\"{y:.1}\">{}</text>", escape(words));
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An axis from 0 with round steps.
struct Scale {
    step: u64,
    end: u64,
}

impl Scale {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_axis_has_round_steps_and_holds_the_largest_bar() {
        for (most, step, end) in [(0, 1, 1), (1, 1, 1), (7, 2, 8), (100, 50, 100), (17_331, 5_000, 20_000)] {
            let scale = Scale::up_to(most);
            assert_eq!((scale.step, scale.end), (step, end), "{most}");
        }
    }

    #[test]
    fn words_are_escaped_and_nothing_is_drawn_for_nothing() {
        let words = Words {
            id: "c",
            title: "<b>&\"".to_owned(),
            description: String::new(),
            series: [String::new(), String::new()],
            hidden: "…".to_owned(),
            count: &|n| n.to_string(),
        };
        let svg = columns(&[], &words) + &bars(&[], &[], &words) + &pyramid(&[], &words);
        assert!(svg.contains("&lt;b&gt;&amp;&quot;") && !svg.contains("NaN"), "{svg}");
    }
}
