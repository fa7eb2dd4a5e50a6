//! The page of one language: sections of text, charts and tables, from protected tables alone.

use askama::Template;

use super::chart::{self, Bar, Limit};
use super::page::{Block, Figure, Page, Part, Row, Section};
use super::sheets;
use super::words::Words;
use crate::messages::Messages;
use crate::report::{Breakdown, Heading, PersonRow, QuartierRow, Tables, TimelinessRow, TimelinessTable};

/// The page in the language of the messages: self-contained, without script, nothing to fetch.
#[must_use]
pub fn html(tables: &Tables, messages: &Messages) -> String {
    let words = Words { messages };
    let commune = || tables.commune.as_str().into();
    let years = tables.births.totals.declared.map(|(first, last)| {
        let [first, last] = [first, last].map(|day| day.format("%Y").to_string());
        if first == last {
            words.say("subtitle-year", &[("year", first.into())])
        } else {
            words.say("subtitle-years", &[("first", first.into()), ("last", last.into())])
        }
    });
    let as_of = tables.as_of.as_ref().map(|day| words.say("subtitle-as-of", &[("day", day.as_str().into())]));
    let subtitle: Vec<String> = [Some(words.text("subtitle")), years, as_of].into_iter().flatten().collect();
    let page = Page {
        lang: messages.lang().code(),
        title: words.say("title", &[("commune", commune())]),
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
            births(tables, &words),
            population(tables, &words),
            sheets::section(tables, &words),
            sheets::method(tables, &words),
        ],
        foot: words.say(
            "foot",
            &[
                ("generation", tables.generation.to_string().into()),
                ("version", tables.program_version.as_str().into()),
            ],
        ),
    };
    let mut out = String::new();
    // Every part of the page is text already: only writing could fail, and writing to a String can't.
    let _ = page.render_into(&mut out);
    out
}

fn figures(tables: &Tables, words: &Words<'_>) -> Vec<Figure> {
    let (births, population, rows) = (&tables.births.totals.all, &tables.population, &tables.sheets.all);
    let figure = |value, label: &str, note| Figure { value, label: words.text(label), note };
    let rate = births.rate().map_or_else(
        || words.text(if births.judged == Some(0) { "no-rate" } else { "hidden-mark" }),
        |rate| words.messages.percent(rate),
    );
    let quarantine = match rows.quarantined {
        Some(0) => words.text("figure-quarantine-none"),
        _ => words.text("figure-quarantine-note"),
    };
    vec![
        figure(
            rate,
            "figure-rate",
            words.say(
                "figure-rate-note",
                &[("on_time", words.count(births.on_time).into()), ("judged", words.count(births.judged).into())],
            ),
        ),
        figure(
            words.count(births.late),
            "figure-late",
            words.say("figure-late-note", &[("unknown", words.count(births.unknown).into())]),
        ),
        figure(words.count(population.total.persons.persons), "figure-persons", words.text("figure-persons-note")),
        figure(
            words.count(population.total.households),
            "figure-households",
            match population.total.mean_size() {
                Some(mean) => words.say("figure-households-note", &[("mean", words.messages.decimal(mean, 1).into())]),
                None => String::new(),
            },
        ),
        figure(
            words.say(
                "figure-quartiers-value",
                &[("n", population.n_quartiers_censused.into()), ("of", population.n_quartiers.into())],
            ),
            "figure-quartiers",
            words.text("figure-quartiers-note"),
        ),
        figure(words.count(rows.quarantined), "figure-quarantine", quarantine),
    ]
}

fn duplicates(tables: &Tables, words: &Words<'_>) -> String {
    match tables.births.totals.duplicates {
        Some(n) => words.say("legend-duplicates", &[("n", n.into())]),
        None => words.text("legend-duplicates-hidden"),
    }
}

fn births(tables: &Tables, words: &Words<'_>) -> Section {
    let births = &tables.births;
    let mut years = vec![Block::Text(words.text("declared-year-text"))];
    if births.by_declared_year.rows.iter().any(|row| matches!(row.heading, Heading::Year(_))) {
        years.push(year_chart(&births.by_declared_year, words));
    }
    years.push(timeliness("t-declared-year", &births.by_declared_year, "declared-year", words));
    if let Some(other) = &births.other_rule {
        let facts = |rate: f64, judged: u64| {
            [("name", other.name.as_str().into()), ("rate", words.messages.percent(rate).into()), ("n", judged.into())]
        };
        years.push(Block::Text(match other.on_time_of_judged {
            Some((on_time, judged)) if judged > 0 => {
                words.say("other-rule", &facts(on_time as f64 / judged as f64, judged))
            }
            _ => words.say("other-rule-hidden", &[("name", other.name.as_str().into())]),
        }));
    }
    let part = |title: &str, blocks| Part { title: words.text(title), blocks };
    let plain = |id, table: &TimelinessTable, name: &str| {
        part(
            &format!("{name}-title"),
            vec![Block::Text(words.text(&format!("{name}-text"))), timeliness(id, table, name, words)],
        )
    };
    let mut parts = vec![part("declared-year-title", years)];
    if !births.compared.is_empty() {
        parts.push(part("published-title", published(tables, words)));
    }
    parts.extend([
        plain("t-born-year", &births.by_born_year, "born-year"),
        part("delay-title", delays(tables, words)),
        plain("t-category", &births.by_category, "category"),
        plain("t-sex", &births.by_sex, "sex"),
        plain("t-month", &births.by_month, "month"),
        plain("t-quartier-births", &births.by_quartier, "quartier-births"),
    ]);
    Section { id: "births", title: words.text("births-title"), parts }
}

/// One timeliness table: its caption is `report-<name>-caption`, its first column `report-<name>-column`.
fn timeliness(id: &'static str, table: &TimelinessTable, name: &str, words: &Words<'_>) -> Block {
    let rows = table.rows.iter().chain([&table.total]).filter(|row| !is_blank(row)).map(|row| {
        let mut heading = words.heading(table.by, &row.heading);
        if row.is_incomplete {
            heading = words.say("incomplete", &[("year", heading.into())]);
        }
        let cells = vec![
            words.count_cell(row.on_time),
            words.count_cell(row.late),
            words.count_cell(row.judged),
            words.rate_cell(row.rate(), row.judged),
            words.count_cell(row.unknown),
        ];
        Row { heading, cells, is_total: row.heading == Heading::All }
    });
    let column = format!("{name}-column");
    let columns = [column.as_str(), "column-on-time", "column-late", "column-judged", "column-rate", "column-unknown"];
    Block::Table(words.table(id, &format!("{name}-caption"), &columns, rows.collect()))
}

/// A row of things unknown that has no act at all says nothing.
fn is_blank(row: &TimelinessRow) -> bool {
    let is_odd = row.heading == Heading::Unknown || row.heading == Heading::Category(crate::record::Category::Unknown);
    is_odd && row.judged == Some(0) && row.unknown == Some(0)
}

fn year_chart(table: &TimelinessTable, words: &Words<'_>) -> Block {
    let years = table.rows.iter().filter(|row| matches!(row.heading, Heading::Year(_)));
    let bars: Vec<Bar> = years
        .map(|row| Bar { label: words.heading(table.by, &row.heading), first: row.on_time, second: row.late })
        .collect();
    let svg = chart::columns(
        &bars,
        &chart_words("year-chart", ["column-on-time", "column-late"], words, &|n| words.messages.count(n)),
    );
    Block::Chart(svg, words.text("year-chart-caption"))
}

/// The words of a chart: `report-<id>-title`, `report-<id>-description` and the names of its series.
fn chart_words<'a>(
    id: &'a str,
    series: [&str; 2],
    words: &Words<'_>,
    count: &'a dyn Fn(u64) -> String,
) -> chart::Words<'a> {
    chart::Words {
        id,
        title: words.text(&format!("{id}-title")),
        description: words.text(&format!("{id}-description")),
        series: series.map(|name| words.text(name)),
        hidden: words.text("hidden-mark"),
        count,
    }
}

fn published(tables: &Tables, words: &Words<'_>) -> Vec<Block> {
    let rows = tables.births.compared.iter().map(|year| {
        let (on_time, late) = year.differences();
        let cells = vec![
            words.count_cell(Some(year.published_on_time)),
            words.count_cell(year.held_on_time),
            words.difference_cell(on_time),
            words.count_cell(Some(year.published_late)),
            words.count_cell(year.held_late),
            words.difference_cell(late),
        ];
        Row { heading: year.year.to_string(), cells, is_total: false }
    });
    let columns = [
        "declared-year-column",
        "published-on-time",
        "held-on-time",
        "difference",
        "published-late",
        "held-late",
        "difference",
    ];
    vec![
        Block::Text(words.say("published-text", &[("source", tables.published_source.as_str().into())])),
        Block::Table(words.table("t-published", "published-caption", &columns, rows.collect())),
    ]
}

fn delays(tables: &Tables, words: &Words<'_>) -> Vec<Block> {
    let table = &tables.births.by_delay;
    let known = table.rows.iter().filter(|row| matches!(row.heading, Heading::Delay(_)));
    let bars: Vec<Bar> = known
        .map(|row| Bar { label: words.heading(table.by, &row.heading), first: row.on_time, second: row.late })
        .collect();
    let used = tables.births.limits_used.iter();
    let limits: Vec<Limit> =
        used.filter_map(|used| Some(Limit { after: used.bucket?, label: words.limit_label(used) })).collect();
    let svg = chart::bars(
        &bars,
        &limits,
        &chart_words("delay-chart", ["column-on-time", "column-late"], words, &|n| words.messages.count(n)),
    );
    vec![
        Block::Text(words.text("delay-text")),
        Block::Chart(svg, words.text("delay-chart-caption")),
        timeliness("t-delay", table, "delay", words),
    ]
}

fn population(tables: &Tables, words: &Words<'_>) -> Section {
    let population = &tables.population;
    let part = |title: &str, blocks| Part { title: words.text(title), blocks };
    let mut parts = Vec::new();
    if let Some(year) = population.age_year {
        let rows = population.children.iter().chain([&population.children_total]).map(|row| {
            let cells = vec![
                words.count_cell(row.with_act),
                words.count_cell(row.without_act),
                words.count_cell(row.children),
                words.rate_cell(row.rate_without(), row.children),
            ];
            Row {
                heading: words.heading(Breakdown::BornYear, &row.heading),
                cells,
                is_total: row.heading == Heading::All,
            }
        });
        let columns = ["born-year-column", "children-with", "children-without", "children-all", "children-rate"];
        let table = words.table("t-children", "children-caption", &columns, rows.collect());
        let text = words.say("children-text", &[("year", year.to_string().into())]);
        parts.push(part("children-title", vec![Block::Text(text), Block::Table(table)]));

        let year = || year.to_string().into();
        let mut blocks = vec![Block::Text(words.say("age-text", &[("year", year())]))];
        let known = population.by_age.iter().filter(|row| row.heading != Heading::Unknown);
        let bars: Vec<Bar> = known
            .map(|row| Bar {
                label: words.heading(Breakdown::Age, &row.heading),
                first: row.males,
                second: row.females,
            })
            .collect();
        let svg =
            chart::pyramid(&bars, &chart_words("age-chart", ["males", "females"], words, &|n| words.messages.count(n)));
        blocks.push(Block::Chart(svg, words.say("age-chart-caption", &[("year", year())])));
        let rows = population
            .by_age
            .iter()
            .filter(|row| row.heading != Heading::Unknown || row.persons != Some(0))
            .chain([&population.total.persons]);
        let rows = rows.map(|row| Row {
            heading: words.heading(Breakdown::Age, &row.heading),
            cells: by_sex(row, words),
            is_total: row.heading == Heading::All,
        });
        blocks.push(Block::Table(words.table(
            "t-age",
            "age-caption",
            &["age-column", "males", "females", "sex-unknown", "persons"],
            rows.collect(),
        )));
        parts.push(part("age-title", blocks));
    }
    parts.push(part("register-title", vec![Block::Text(words.text("register-text")), quartiers(tables, words)]));
    Section { id: "register", title: words.text("population-title"), parts }
}

fn by_sex(row: &PersonRow, words: &Words<'_>) -> Vec<super::page::Cell> {
    [row.males, row.females, row.sex_unknown, row.persons].map(|n| words.count_cell(n)).into()
}

fn quartiers(tables: &Tables, words: &Words<'_>) -> Block {
    let is_shown = |row: &&QuartierRow| {
        row.persons.heading != Heading::Unknown || row.persons.persons != Some(0) || row.households != Some(0)
    };
    let rows = tables.population.by_quartier.iter().filter(is_shown).chain([&tables.population.total]).map(|row| {
        let mut cells = by_sex(&row.persons, words);
        cells.push(words.count_cell(row.households));
        cells.push(words.mean_cell(row.mean_size(), row.households));
        let rounds: Vec<String> = row.rounds.iter().map(i32::to_string).collect();
        cells.push(super::page::Cell::Shown(if rounds.is_empty() { words.text("no-rate") } else { rounds.join(", ") }));
        Row {
            heading: words.heading(Breakdown::Quartier, &row.persons.heading),
            cells,
            is_total: row.persons.heading == Heading::All,
        }
    });
    let columns =
        ["quartier-column", "males", "females", "sex-unknown", "persons", "households", "mean-size", "rounds"];
    Block::Table(words.table("t-quartiers", "register-caption", &columns, rows.collect()))
}
