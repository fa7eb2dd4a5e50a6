//! A person as a page of one file: values, rows, and each pair as a waterfall with its table. No script, no request.

use askama::Template;

use crate::messages::{Fact, Messages};

use super::Pair;
use super::words::strength_and_side;

/// A person to show.
pub struct Person<'s> {
    /// Identifier.
    pub id: &'s str,
    /// Whole name.
    pub name: &'s str,
    /// Words and values.
    pub values: Vec<(String, String)>,
    /// Its rows.
    pub rows: Vec<RowShown>,
    /// Pairs that hold the rows together.
    pub links: &'s [Pair],
    /// Pairs that do not.
    pub not_joined: &'s [Pair],
}

/// A row as it is shown: place, outcome in words, column letters with text as typed.
pub type RowShown = (String, String, Vec<(String, String)>);

/// One step of a waterfall.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// What was compared and how far it agrees, in words.
    pub label: String,
    /// Bits for (above 0) or against.
    pub weight: f64,
    /// How strong that is, and for which side it speaks, in words.
    pub strength: String,
}

/// The steps from nothing to a pair's weight: the odds before, then each comparison. They add up to its weight.
#[must_use]
pub fn steps(pair: &Pair, messages: &Messages) -> Vec<Step> {
    let step = |label: String, weight: f64| Step { label, weight, strength: strength_and_side(weight, messages) };
    let mut steps = vec![step(messages.text("show-prior"), pair.prior())];
    steps.extend(pair.weighed.iter().map(|one| {
        let facts = [
            ("what", Fact::from(messages.text(&format!("compared-{}", one.comparison)))),
            ("level", messages.text(&format!("level-{}", one.level)).into()),
        ];
        step(messages.say("show-step", &facts), one.weight)
    }));
    steps
}

#[derive(Template)]
#[template(path = "page.html", config = "src/review/askama.toml")]
struct Page<'s> {
    lang: &'static str,
    title: String,
    note: String,
    rows_title: String,
    weight_title: String,
    strength_title: String,
    compared_title: String,
    persons: Vec<Shown<'s>>,
}

struct Shown<'s> {
    person: &'s Person<'s>,
    groups: Vec<(String, Vec<Waterfall>)>,
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

/// The page of these persons; `asked` is the identifier that was asked for.
#[must_use]
pub fn html(persons: &[Person<'_>], asked: &str, messages: &Messages) -> String {
    let mut number = 0;
    let mut group = |title: &str, pairs: &[Pair]| {
        let drawn = pairs.iter().map(|pair| {
            number += 1;
            waterfall(pair, number, messages)
        });
        (messages.text(title), drawn.collect::<Vec<_>>())
    };
    let shown = persons.iter().map(|person| Shown {
        person,
        groups: [group("show-links", person.links), group("show-not-joined", person.not_joined)]
            .into_iter()
            .filter(|(_, drawn)| !drawn.is_empty())
            .collect(),
    });
    let page = Page {
        lang: messages.lang().code(),
        title: messages.say("show-title", &[("id", Fact::from(asked))]),
        note: messages.text("show-note"),
        rows_title: messages.text("show-rows-title"),
        weight_title: messages.text("show-weight"),
        strength_title: messages.text("show-strength"),
        compared_title: messages.text("show-compared"),
        persons: shown.collect(),
    };
    // Filling a page with strings can't fail.
    page.render().unwrap_or_default()
}

fn waterfall(pair: &Pair, number: usize, messages: &Messages) -> Waterfall {
    let steps = steps(pair, messages);
    // The running sum from step to step, and how far it goes either way.
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
    let place = |side: &super::Side| match side.sheet.as_str() {
        "" => format!("{}:{}", side.file, side.row),
        sheet => format!("{}:{sheet}!{}", side.file, side.row),
    };
    let facts = [
        ("probability", Fact::from(messages.percent(pair.probability))),
        ("decided", messages.text(&format!("decided-{}", pair.decided_by)).into()),
    ];
    Waterfall {
        id: format!("w{number}"),
        title: format!("{} — {}", place(&pair.sides[0]), place(&pair.sides[1])),
        sum: messages.say("show-result", &facts),
        height: 12 + 20 * sums.len(),
        bars: bars.collect(),
    }
}
