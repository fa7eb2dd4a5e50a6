//! Children of the census with and without an act; births expected.

use super::super::document::{Block, Cell, Chart, Kind, Part, Row, Section};
use super::super::words::Words;
use super::{beyond_chance, chance, chart, funnel, part};
use crate::report::{Breakdown, CHILD_YEARS, ChildRow, Children, Heading, Source, Tables};

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let mut parts = Vec::new();
    match (&tables.children, tables.population.age_year) {
        (Some(children), Some(year)) => parts.extend(of_census(children, year, tables, words)),
        _ => parts.push(part(words, "children-title", vec![Block::Text(words.text("children-none"))])),
    }
    parts.push(coverage(tables, words));
    Section { id: "children", title: words.text("children-section"), parts }
}

fn of_census(children: &Children, year: i32, tables: &Tables, words: &Words<'_>) -> [Part; 2] {
    let cells = |row: &ChildRow| {
        let share = |share: Option<f64>| Cell::share(share, row.counts.total);
        vec![
            Cell::count(row.with_act()),
            Cell::count(row.without_act()),
            Cell::count(row.counts.total),
            share(row.rate_without()),
            share(row.interval.map(|(low, _)| low)),
            share(row.interval.map(|(_, high)| high)),
        ]
    };
    let by_year = children.by_born_year.iter().chain([&children.total]).map(|row| {
        let mut shown = words.row(Breakdown::BornYear, &row.counts.heading, cells(row));
        if let Heading::Year(born) = row.counts.heading {
            let age = u64::from(year.abs_diff(born));
            shown.heading = words.say("children-of-age", &[("year", born.to_string().into()), ("age", age.into())]);
        }
        shown
    });
    let columns = |first: &'static str| {
        [first, "children-with", "children-without", "children-all", "children-rate", "interval-low", "interval-high"]
    };
    let by_year = words.table("t-children", "children-caption", &columns("born-year-column"), by_year.collect());
    let facts = [
        ("year", year.to_string().into()),
        ("oldest", (CHILD_YEARS - 1).to_string().into()),
        ("missed", words.messages.percent(tables.settings.missed_links_share).into()),
    ];
    let line =
        |id, rate: usize| chart(words, id, Kind::Line { rate, interval: Some([rate + 1, rate + 2]), level: None });
    let is_blank = |row: &&ChildRow| row.counts.heading != Heading::Unknown || row.counts.total != Some(0);
    let by_quartier = children.by_quartier.iter().filter(is_blank).chain([&children.total]).map(|row| {
        let mut cells = cells(row);
        cells.push(chance(words, &children.by_chance, &row.counts.heading));
        words.row(Breakdown::Quartier, &row.counts.heading, cells)
    });
    let mut quartier_columns = columns("quartier-column").to_vec();
    quartier_columns.push("chance-column");
    let rows = by_quartier.collect();
    let by_quartier = words.table("t-children-quartier", "children-quartier-caption", &quartier_columns, rows);
    let funnel = funnel(words, "children-funnel", &children.by_chance, 3, 2);
    let beyond = words.say("beyond-chance", &[("n", beyond_chance(&children.by_chance).into())]);
    [
        part(
            words,
            "children-title",
            vec![
                Block::Text(words.say("children-text", &facts)),
                Block::Text(words.say("children-interval", &facts)),
                Block::Table(by_year, vec![line("children-chart", 3)]),
            ],
        ),
        part(
            words,
            "children-quartier-title",
            vec![
                Block::Text(words.text("children-quartier-text")),
                Block::Text(beyond),
                Block::Table(by_quartier, funnel),
            ],
        ),
    ]
}

fn coverage(tables: &Tables, words: &Words<'_>) -> Part {
    let rows = tables.coverage.iter().map(|row| {
        let on_record = |n: Option<u64>| Cell::share(row.share(n), row.expected);
        let published = row.published.map_or([Cell::Nothing, Cell::Nothing], |n| [Cell::Count(n), on_record(Some(n))]);
        let source = match &row.source {
            Source::Printed { source, .. } => source.clone(),
            Source::Register => words.text("coverage-register"),
        };
        let mut cells = vec![Cell::Text(source), Cell::count(row.population), Cell::count(row.expected)];
        cells.extend(published);
        cells.extend([Cell::count(row.held), on_record(row.held)]);
        let year = row.year.to_string();
        Row { code: format!("{year} {}", row.source.code()), heading: year, cells, ..Row::default() }
    });
    let columns = [
        "coverage-year",
        "coverage-population-of",
        "coverage-population",
        "coverage-expected",
        "coverage-published",
        "coverage-published-share",
        "coverage-held",
        "coverage-held-share",
    ];
    let facts = [
        ("rate", words.messages.decimal(tables.settings.births_per_1000, 1).into()),
        ("source", tables.settings.births_per_1000_source.as_str().into()),
    ];
    let charts: Vec<Chart> = Vec::new();
    let table = words.table("t-coverage", "coverage-caption", &columns, rows.collect());
    part(words, "coverage-title", vec![Block::Text(words.say("coverage-text", &facts)), Block::Table(table, charts)])
}
