//! Renders persons as an HTML page in one file: values, rows, and each pair as a waterfall chart with its table. The page has
//! no script and makes no request.

use askama::Template;

use crate::messages::{Fact, Messages};

use super::pair::RowPair;
use super::words::strength_and_side;

/// What the page shows of a person.
pub struct PersonPage<'s> {
    /// Identifier.
    pub id: &'s str,
    /// Whole name.
    pub name: &'s str,
    /// Words and values.
    pub values: Vec<(String, String)>,
    /// The person's rows.
    pub rows: Vec<PageRow<'s>>,
    /// The pairs that hold the rows together.
    pub links: &'s [RowPair],
    /// The pairs with rows of other persons.
    pub not_joined: &'s [RowPair],
}

/// A row of a person on the page.
pub struct PageRow<'s> {
    /// File, sheet and row.
    pub place: String,
    /// Its outcome in words.
    pub outcome: String,
    /// Column letters and text as typed.
    pub cells: &'s [(String, String)],
}

/// One step of a waterfall chart.
#[derive(Debug, Clone, PartialEq)]
pub struct WaterfallStep {
    /// The comparison and its level, in words.
    pub label: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
    /// How strong that is, and for which side it speaks, in words.
    pub strength: String,
}

/// The steps of a pair's weight: the prior odds, then each comparison. They add up to the weight.
#[must_use]
pub fn waterfall_steps(pair: &RowPair, messages: &Messages) -> Vec<WaterfallStep> {
    let step =
        |label: String, weight: f64| WaterfallStep { label, weight, strength: strength_and_side(weight, messages) };
    let mut steps = vec![step(messages.text("show-prior"), pair.prior())];
    steps.extend(pair.comparisons.iter().map(|comparison| {
        let facts = [
            ("what", Fact::from(messages.text(&format!("compared-{}", comparison.comparison)))),
            ("level", messages.text(&format!("level-{}", comparison.level)).into()),
        ];
        step(messages.say("show-step", &facts), comparison.weight)
    }));
    steps
}

#[derive(Template)]
#[template(path = "page.html", config = "src/review/askama.toml")]
struct PageTemplate<'s> {
    lang: &'static str,
    title: String,
    note: String,
    rows_title: String,
    weight_title: String,
    strength_title: String,
    compared_title: String,
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
    label: String,
    weight: String,
    strength: String,
    class: &'static str,
    x: String,
    y: usize,
    width: String,
}

/// The page of these persons; `id` is the identifier that was looked up.
#[must_use]
pub fn html(persons: &[PersonPage<'_>], id: &str, messages: &Messages) -> String {
    let mut number = 0;
    let mut group = |title: &str, pairs: &[RowPair]| {
        let waterfalls = pairs.iter().map(|pair| {
            number += 1;
            waterfall(pair, number, messages)
        });
        PairGroup { title: messages.text(title), waterfalls: waterfalls.collect() }
    };
    let sections = persons.iter().map(|person| PersonSection {
        person,
        groups: [group("show-links", person.links), group("show-not-joined", person.not_joined)]
            .into_iter()
            .filter(|group| !group.waterfalls.is_empty())
            .collect(),
    });
    let page = PageTemplate {
        lang: messages.lang().code(),
        title: messages.say("show-title", &[("id", Fact::from(id))]),
        note: messages.text("show-note"),
        rows_title: messages.text("show-rows-title"),
        weight_title: messages.text("show-weight"),
        strength_title: messages.text("show-strength"),
        compared_title: messages.text("show-compared"),
        sections: sections.collect(),
    };
    // A template filled with strings always renders.
    page.render().unwrap_or_default()
}

fn waterfall(pair: &RowPair, number: usize, messages: &Messages) -> Waterfall {
    let steps = waterfall_steps(pair, messages);
    // The running sum before and after each step.
    let mut sum = 0.0;
    let sums: Vec<(f64, f64)> = steps
        .iter()
        .map(|step| {
            let before = sum;
            sum += step.weight;
            (before, sum)
        })
        .collect();
    let ends = || sums.iter().flat_map(|(before, after)| [*before, *after]);
    let (low, high) = (ends().fold(0.0, f64::min), ends().fold(1.0, f64::max));
    let x = |bits: f64| 345.0 + (bits - low) / (high - low) * 345.0;
    let bars = steps.into_iter().zip(&sums).enumerate().map(|(place, (step, (before, after)))| Bar {
        label: step.label,
        weight: messages.decimal(step.weight, 1),
        strength: step.strength,
        class: if step.weight < 0.0 { "against" } else { "for" },
        x: format!("{:.1}", x(before.min(*after))),
        y: 6 + 20 * place,
        width: format!("{:.1}", (x(before.max(*after)) - x(before.min(*after))).max(1.0)),
    });
    let facts = [
        ("probability", Fact::from(messages.percent(pair.probability))),
        ("decided", messages.text(&format!("decided-{}", pair.decided_by)).into()),
    ];
    Waterfall {
        id: format!("w{number}"),
        title: format!("{} — {}", pair.places[0], pair.places[1]),
        sum: messages.say("show-result", &facts),
        height: 12 + 20 * sums.len(),
        bars: bars.collect(),
    }
}
