//! The register: by standing, age and sex, quartier; households by size; what happened to persons.

use super::super::document::{Block, Cell, Kind, Part, Row, Section};
use super::super::words::Words;
use super::{chart, part};
use crate::report::{Breakdown, CountedRow, Heading, QuartierRow, Tables};

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let mut parts = vec![standing(tables, words)];
    parts.extend(ages(tables, words));
    parts.extend([sizes(tables, words), quartiers(tables, words), events(tables, words)]);
    Section { id: "register", title: words.text("population-title"), parts }
}

fn standing(tables: &Tables, words: &Words<'_>) -> Part {
    let population = &tables.population;
    let of = &population.by_status;
    let present = of.rows.iter().chain([&of.total]).map(|row| {
        let mut shown = words.row(of.plan.by, &row.heading, vec![Cell::count(row.total)]);
        if shown.is_total {
            shown.heading = words.text("status-present");
        }
        shown
    });
    let further = [
        ("deceased", "status-deceased", population.deceased),
        ("departed", "status-departed", population.departed),
        ("likely_dead", "status-likely-dead", population.likely_dead),
    ];
    let further = further.map(|(code, name, n)| Row {
        code: code.to_owned(),
        heading: words.text(name),
        cells: vec![Cell::count(n)],
        ..Row::default()
    });
    let rows = present.chain(further).collect();
    let table = words.table("t-status", "status-caption", &["status-column", "persons"], rows);
    part(words, "status-title", vec![Block::Text(words.text("status-text")), Block::Table(table, Vec::new())])
}

fn by_sex(row: &CountedRow) -> Vec<Cell> {
    row.cells.iter().copied().chain([row.total]).map(Cell::count).collect()
}

fn ages(tables: &Tables, words: &Words<'_>) -> Option<Part> {
    let (of, year) = (tables.population.by_age.as_ref()?, tables.population.age_year?);
    let is_told = |row: &&CountedRow| row.heading != Heading::Unknown || row.total != Some(0);
    let rows = of
        .rows
        .iter()
        .filter(is_told)
        .chain([&of.total])
        .map(|row| words.row(Breakdown::Age, &row.heading, by_sex(row)));
    let columns = ["age-column", "males", "females", "sex-unknown", "persons"];
    let table = words.table("t-age", "age-caption", &columns, rows.collect());
    let text = words.say("age-text", &[("year", year.to_string().into())]);
    let pyramid = chart(words, "age-chart", Kind::Pyramid([0, 1]));
    Some(part(words, "age-title", vec![Block::Text(text), Block::Table(table, vec![pyramid])]))
}

fn sizes(tables: &Tables, words: &Words<'_>) -> Part {
    let of = &tables.population.by_size;
    let rows = of.rows.iter().chain([&of.total]).map(|row| {
        let share = row.total.zip(of.total.total).filter(|(_, all)| *all > 0).map(|(n, all)| n as f64 / all as f64);
        words.row(of.plan.by, &row.heading, vec![Cell::count(row.total), Cell::share(share, of.total.total)])
    });
    let table = words.table("t-sizes", "sizes-caption", &["sizes-column", "households", "share"], rows.collect());
    let text = match tables.population.total.mean_size() {
        Some(mean) => words.say("sizes-text", &[("mean", words.messages.decimal(mean, 1).into())]),
        None => words.text("sizes-no-mean"),
    };
    let bars = chart(words, "sizes-chart", Kind::Columns(vec![0]));
    part(words, "sizes-title", vec![Block::Text(text), Block::Table(table, vec![bars])])
}

fn quartiers(tables: &Tables, words: &Words<'_>) -> Part {
    let is_shown = |row: &&QuartierRow| {
        row.persons.heading != Heading::Unknown || row.persons.total != Some(0) || row.households != Some(0)
    };
    let population = &tables.population;
    let rows = population.by_quartier.iter().filter(is_shown).chain([&population.total]).map(|row| {
        let mut cells = by_sex(&row.persons);
        cells.push(Cell::count(row.households));
        cells.push(Cell::mean(row.mean_size(), row.households));
        words.row(Breakdown::Quartier, &row.persons.heading, cells)
    });
    let columns = ["quartier-column", "males", "females", "sex-unknown", "persons", "households", "mean-size"];
    let table = words.table("t-quartiers", "register-caption", &columns, rows.collect());
    part(words, "register-title", vec![Block::Text(words.text("register-text")), Block::Table(table, Vec::new())])
}

fn events(tables: &Tables, words: &Words<'_>) -> Part {
    let Some(of) = &tables.events else {
        return part(words, "events-title", vec![Block::Text(words.text("events-none"))]);
    };
    let rows = of.rows.iter().chain([&of.total]).map(|row| words.row(of.plan.by, &row.heading, by_sex(row)));
    let columns = [
        "events-column",
        "events-death",
        "events-departure",
        "events-arrival",
        "events-move",
        "events-marriage",
        "all",
    ];
    let table = words.table("t-events", "events-caption", &columns, rows.collect());
    part(words, "events-title", vec![Block::Text(words.text("events-text")), Block::Table(table, Vec::new())])
}
