//! The report in words, section by section.

mod births;
mod children;
mod data;
mod indicators;
mod method;
mod population;

use super::document::{Block, Cell, Chart, Document, Figure, Kind, Part};
use super::words::Words;
use crate::messages::Messages;
use crate::report::{Chance, FunnelPoint, Heading, Tables};

/// The whole report in the language of the messages.
pub(super) fn document(tables: &Tables, messages: &Messages) -> Document {
    let words = Words { messages };
    let years = tables.births.totals.declared.map(|(first, last)| {
        let [first, last] = [first, last].map(|day| day.format("%Y").to_string());
        if first == last {
            words.say("subtitle-year", &[("year", first.into())])
        } else {
            words.say("subtitle-years", &[("first", first.into()), ("last", last.into())])
        }
    });
    let as_of = tables.as_of.map(|year| words.say("subtitle-as-of", &[("day", year.to_string().into())]));
    let subtitle: Vec<String> = [Some(words.text("subtitle")), years, as_of].into_iter().flatten().collect();
    Document {
        lang: messages.lang().code(),
        title: words.say("title", &[("commune", tables.commune.as_str().into())]),
        subtitle: subtitle.join(" · "),
        skip: words.text("skip"),
        contents: words.text("contents"),
        figures_title: words.text("figures"),
        figures: figures(tables, &words),
        legend: vec![
            words.say("legend-hidden", &[("min", u64::from(tables.settings.min_cell).into())]),
            words.text("legend-rate"),
            duplicates(tables, &words),
        ],
        sections: vec![
            births::section(tables, &words),
            children::section(tables, &words),
            indicators::section(tables, &words),
            population::section(tables, &words),
            data::section(tables, &words),
            method::section(tables, &words),
        ],
        foot: words.say(
            "foot",
            &[
                ("generation", tables.generation.to_string().into()),
                ("version", tables.program_version.as_str().into()),
            ],
        ),
    }
}

fn figures(tables: &Tables, words: &Words<'_>) -> Vec<Figure> {
    let (births, population, rows) = (&tables.births.totals.all, &tables.population, &tables.sheets.all);
    let figure = |value, label: &str, note| Figure { value, label: words.text(label), note };
    let count = |n: Option<u64>| words.cell(&Cell::count(n));
    let percent = |rate: Option<f64>, whole: Option<u64>| words.cell(&Cell::share(rate, whole));
    let quarantine = match rows.quarantined {
        Some(0) => words.text("figure-quarantine-none"),
        _ => words.text("figure-quarantine-note"),
    };
    let mut figures = vec![
        figure(
            percent(births.rate(), births.judged),
            "figure-rate",
            words.say(
                "figure-rate-note",
                &[("on_time", count(births.on_time).into()), ("judged", count(births.judged).into())],
            ),
        ),
        figure(
            count(births.late),
            "figure-late",
            match births.unknown {
                Some(0) => words.text("figure-late-none"),
                unknown => words.say("figure-late-note", &[("unknown", count(unknown).into())]),
            },
        ),
    ];
    if let Some(children) = &tables.children {
        let range = match children.total.interval {
            Some((low, high)) => words.say(
                "figure-children-note",
                &[("low", words.messages.percent(low).into()), ("high", words.messages.percent(high).into())],
            ),
            None => String::new(),
        };
        figures.push(figure(
            percent(children.total.rate_without(), children.total.counts.total),
            "figure-children",
            range,
        ));
    }
    figures.extend([
        figure(count(population.total.persons.total), "figure-persons", words.text("figure-persons-note")),
        figure(
            words.say(
                "figure-quartiers-value",
                &[("n", tables.sheets.n_quartiers_censused.into()), ("of", tables.sheets.n_quartiers.into())],
            ),
            "figure-quartiers",
            words.text("figure-quartiers-note"),
        ),
        figure(count(rows.quarantined), "figure-quarantine", quarantine),
    ]);
    figures
}

fn duplicates(tables: &Tables, words: &Words<'_>) -> String {
    match tables.births.totals.duplicates {
        Some(n) => words.say("legend-duplicates", &[("n", n.into())]),
        None => words.text("legend-duplicates-hidden"),
    }
}

/// A part of blocks, titled `report-<title>`.
fn part(words: &Words<'_>, title: &str, blocks: Vec<Block>) -> Part {
    Part { title: words.text(title), blocks }
}

/// A chart whose words are `report-<id>-title`, `-description` and `-caption`.
fn chart(words: &Words<'_>, id: &str, kind: Kind) -> Chart {
    let own = |what: &str| words.text(&format!("{id}-{what}"));
    Chart { id: id.to_owned(), title: own("title"), description: own("description"), caption: own("caption"), kind }
}

/// The chart of a funnel beside a table whose columns are given; nothing where there are too few points to compare.
fn funnel(words: &Words<'_>, id: &str, points: &[FunnelPoint], rate: usize, whole: usize) -> Vec<Chart> {
    match points.first() {
        Some(point) if points.len() > 2 => vec![chart(words, id, Kind::Funnel { rate, whole, centre: point.centre })],
        _ => Vec::new(),
    }
}

/// Whether chance explains a quartier's rate.
fn chance(words: &Words<'_>, points: &[FunnelPoint], heading: &Heading) -> Cell {
    let point = points.iter().find(|point| point.heading == *heading);
    point.map_or(Cell::Nothing, |point| Cell::Text(words.text(&format!("chance-{}", point.chance.code()))))
}

/// How many quartiers stand beyond chance.
fn beyond_chance(points: &[FunnelPoint]) -> u64 {
    points.iter().filter(|point| matches!(point.chance, Chance::Above | Chance::Below)).count() as u64
}
