//! Renders persons as an HTML page in one file: values, rows, and each pair as a waterfall chart with its table. The
//! page has no script and makes no request.

use askama::Template;

use crate::messages::{Messages, say};

use super::pair::RowPair;
use super::words::strength_and_side;

/// The data of a person that the page shows.
pub struct PersonPage<'s> {
    /// Identifier.
    pub id: &'s str,
    /// Whole name.
    pub name: &'s str,
    /// Labels and values.
    pub values: Vec<(String, String)>,
    /// The person's rows.
    pub rows: Vec<PageRow>,
    /// The pairs by which the rows are one person.
    pub links: &'s [RowPair],
    /// The pairs with rows of other persons.
    pub not_joined: &'s [RowPair],
}

/// A row of a person on the page.
pub struct PageRow {
    /// File, sheet and row.
    pub place: String,
    /// Its outcome in words.
    pub outcome: String,
    /// Column letters and text as typed, with its correction.
    pub cells: Vec<(String, String)>,
}

/// One step of a waterfall chart.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallStep {
    /// The comparison and its level, in words.
    pub label: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
    /// The strength of the weight and its side, in words.
    pub strength: String,
}

/// Returns the steps of a pair's weight: the prior odds, then each comparison. They add up to the weight.
#[must_use]
pub fn waterfall_steps(pair: &RowPair, messages: &Messages) -> Vec<WaterfallStep> {
    let step =
        |label: String, weight: f64| WaterfallStep { label, weight, strength: strength_and_side(weight, messages) };
    let mut steps = vec![step(messages.text("show-prior"), pair.prior())];
    steps.extend(pair.comparisons.iter().map(|comparison| {
        let (what, level) = comparison.in_words(messages);
        step(say!(messages, "show-step", what, level), comparison.weight)
    }));
    steps
}

#[derive(Template)]
#[template(path = "page.html", config = "src/review/askama.toml")]
struct PageTemplate<'s> {
    messages: &'s Messages,
    title: String,
    sections: Vec<PersonSection<'s>>,
}

struct PersonSection<'s> {
    person: &'s PersonPage<'s>,
    groups: Vec<PairGroup>,
}

struct PairGroup {
    title: String,
    waterfalls: Vec<Waterfall>,
}

struct Waterfall {
    id: String,
    title: String,
    sum: String,
    bars: Vec<Bar>,
    height: usize,
}

struct Bar {
    step: WaterfallStep,
    weight: String,
    class: &'static str,
    x: String,
    y: usize,
    width: String,
}

/// Returns the page of these persons; `id` is the identifier that was looked up.
#[must_use]
pub fn html(persons: &[PersonPage<'_>], id: &str, messages: &Messages) -> String {
    let mut number = 0;
    let mut group = |(title, pairs): (&str, &[RowPair])| {
        let waterfalls = pairs.iter().map(|pair| {
            number += 1;
            waterfall(pair, number, messages)
        });
        PairGroup { title: messages.text(title), waterfalls: waterfalls.collect() }
    };
    let sections = persons.iter().map(|person| PersonSection {
        person,
        groups: [("show-links", person.links), ("show-not-joined", person.not_joined)]
            .into_iter()
            .filter(|(_, pairs)| !pairs.is_empty())
            .map(&mut group)
            .collect(),
    });
    let page = PageTemplate { messages, title: say!(messages, "show-title", id), sections: sections.collect() };
    // A template filled with strings always renders.
    page.render().unwrap_or_default()
}

fn waterfall(pair: &RowPair, number: usize, messages: &Messages) -> Waterfall {
    let steps = waterfall_steps(pair, messages);
    // The running sum before and after each step.
    let mut sum = 0.0;
    let mut before_and_after = |step: &WaterfallStep| {
        let before = sum;
        sum += step.weight;
        (before, sum)
    };
    let sums: Vec<(f64, f64)> = steps.iter().map(&mut before_and_after).collect();
    let ends = || sums.iter().flat_map(|(before, after)| [*before, *after]);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(1.0, f64::max));
    let x = |bits: f64| 345.0 + (bits - low) / (high - low) * 345.0;
    let bars = steps.into_iter().zip(&sums).enumerate().map(|(place, (step, (before, after)))| Bar {
        weight: messages.decimal(step.weight, 1),
        class: if step.weight < 0.0 { "against" } else { "for" },
        step,
        x: format!("{:.1}", x(before.min(*after))),
        y: 6 + 20 * place,
        width: format!("{:.1}", (x(before.max(*after)) - x(before.min(*after))).max(1.0)),
    });
    let (probability, decided) =
        (messages.percent(pair.probability), messages.text(&format!("decided-{}", pair.decided_by)));
    Waterfall {
        id: format!("w{number}"),
        title: format!("{} — {}", pair.places[0], pair.places[1]),
        sum: say!(messages, "show-result", probability, decided),
        height: 12 + 20 * sums.len(),
        bars: bars.collect(),
    }
}
