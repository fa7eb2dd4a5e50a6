//! The programme's indicators: value, baseline, target, trend, and what is missing.

use super::super::document::{Block, Cell, Chart, Kind, Part, Row, Section, Table};
use super::super::words::Words;
use super::part;
use crate::report::Tables;
use crate::report::indicators::{Indicator, Measured, Printed, Unit, Value};

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let parts = if tables.indicators.is_empty() {
        vec![part(words, "indicators-title", vec![Block::Text(words.text("indicators-none"))])]
    } else {
        vec![overview(tables, words), trend(tables, words)]
    };
    Section { id: "indicators", title: words.text("indicators-section"), parts }
}

fn value(indicator: &Indicator, value: f64) -> Cell {
    match indicator.unit {
        Unit::Share => Cell::Share(value),
        Unit::Count => Cell::Count(value.round().max(0.0) as u64),
    }
}

fn in_year(words: &Words<'_>, shown: String, year: Option<i32>) -> String {
    match year {
        Some(year) => words.say("indicator-in-year", &[("value", shown.into()), ("year", year.to_string().into())]),
        None => shown,
    }
}

fn overview(tables: &Tables, words: &Words<'_>) -> Part {
    let rows = tables.indicators.iter().map(|measured| {
        let indicator = &measured.indicator;
        let printed = |printed: Option<&Printed>| match printed {
            Some(own) => Cell::Text(in_year(words, words.cell(&value(indicator, own.value)), own.year)),
            None => Cell::Nothing,
        };
        let cells = vec![
            printed(indicator.baseline.as_ref()),
            last(measured, words),
            year(measured),
            printed(measured.target()),
            Cell::Text(missing(measured, words)),
        ];
        let heading = indicator.name.in_lang(words.messages.lang().code()).to_owned();
        Row { code: indicator.id.clone(), heading, cells, ..Row::default() }
    });
    let columns = [
        "indicator-column",
        "indicator-baseline",
        "indicator-value",
        "indicator-year",
        "indicator-target",
        "indicator-missing",
    ];
    let table = words.table("t-indicators", "indicators-caption", &columns, rows.collect());
    let notes = tables.indicators.iter().map(|measured| note(measured, words)).collect();
    let blocks = vec![Block::Text(words.text("indicators-text")), Block::Table(table, Vec::new()), Block::List(notes)];
    part(words, "indicators-title", blocks)
}

fn last(measured: &Measured, words: &Words<'_>) -> Cell {
    match measured.last() {
        Some(Value { value: Some(n), .. }) => value(&measured.indicator, n),
        Some(_) => Cell::Hidden,
        None => Cell::Text(words.text("indicator-no-value")),
    }
}

fn year(measured: &Measured) -> Cell {
    measured.last().and_then(|value| value.year).map_or(Cell::Nothing, |year| Cell::Text(year.to_string()))
}

/// What the table lacks to say whether the aim is met.
fn missing(measured: &Measured, words: &Words<'_>) -> String {
    let absent = [
        (measured.indicator.baseline.is_none(), "missing-baseline"),
        (measured.values.is_empty(), "missing-value"),
        (measured.indicator.target.is_empty(), "missing-target"),
    ];
    let named: Vec<String> = absent.iter().filter(|(is, _)| *is).map(|(_, id)| words.text(id)).collect();
    if named.is_empty() { words.text("no-rate") } else { named.join(", ") }
}

fn note(measured: &Measured, words: &Words<'_>) -> String {
    let (indicator, lang) = (&measured.indicator, words.messages.lang().code());
    let mut sources = vec![indicator.source.as_str()];
    for printed in indicator.baseline.iter().chain(&indicator.target) {
        if !sources.contains(&printed.source.as_str()) {
            sources.push(&printed.source);
        }
    }
    let facts = [
        ("name", indicator.name.in_lang(lang).into()),
        ("formula", indicator.formula.as_str().into()),
        ("sources", sources.join(" ; ").into()),
        ("note", indicator.note.as_ref().map_or("", |note| note.in_lang(lang)).into()),
    ];
    words.say("indicator-note", &facts).trim_end().to_owned()
}

fn trend(tables: &Tables, words: &Words<'_>) -> Part {
    let by_year = |measured: &&Measured| measured.values.iter().filter(|value| value.year.is_some()).count() > 0;
    let mut blocks = vec![Block::Text(words.text("trend-text"))];
    for measured in tables.indicators.iter().filter(by_year) {
        let rows: Vec<Row> = measured.values.iter().map(|own| trend_row(measured, own)).collect();
        let columns = ["declared-year-column", "indicator-value", "indicator-target", "trend-change"];
        let name = measured.indicator.name.in_lang(words.messages.lang().code());
        let id = format!("t-trend-{}", measured.indicator.id);
        let table = Table { caption: name.to_owned(), ..words.table(&id, "trend-title", &columns, rows) };
        let kind = match measured.indicator.unit {
            Unit::Share => Kind::Line { rate: 0, interval: None, level: None },
            Unit::Count => Kind::Columns(vec![0]),
        };
        let chart = Chart {
            id: format!("trend-{}", measured.indicator.id),
            title: name.to_owned(),
            description: words.say("trend-description", &[("name", name.into())]),
            caption: words.say("trend-caption", &[("name", name.into())]),
            kind,
        };
        let charts = if measured.values.len() > 1 { vec![chart] } else { Vec::new() };
        blocks.push(Block::Table(table, charts));
    }
    part(words, "trend-title", blocks)
}

fn trend_row(measured: &Measured, own: &Value) -> Row {
    let indicator = &measured.indicator;
    let target = indicator.target.iter().find(|target| target.year == own.year);
    let before = measured.values.iter().rev().find(|value| value.year < own.year);
    let change = own.value.zip(before.and_then(|before| before.value)).map(|(now, before)| match indicator.unit {
        Unit::Share => Cell::Number(100.0 * (now - before), 1),
        Unit::Count => Cell::Change((now - before).round() as i64),
    });
    let year = own.year.map(|year| year.to_string()).unwrap_or_default();
    let cells = vec![
        own.value.map_or(Cell::Hidden, |n| value(indicator, n)),
        target.map_or(Cell::Nothing, |target| value(indicator, target.value)),
        change.unwrap_or(Cell::Nothing),
    ];
    Row { code: year.clone(), heading: year, cells, ..Row::default() }
}
