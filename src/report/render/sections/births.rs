//! Births declared: by year, quartier, sex, category, month and delay; the published series; another rule.

use super::super::document::{Block, Cell, Chart, Kind, Part, Row, Section, Table};
use super::super::words::Words;
use super::{beyond_chance, chance, chart, funnel, part};
use crate::report::{Heading, Tables, TimelinessRow, TimelinessTable};

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let births = &tables.births;
    let plain = |id, table: &TimelinessTable, name: &str, charts: Vec<Chart>| {
        let text = Block::Text(words.text(&format!("{name}-text")));
        part(words, &format!("{name}-title"), vec![text, Block::Table(timeliness(id, table, name, words), charts)])
    };
    let has_years = births.by_declared_year.rows.iter().any(|row| matches!(row.heading, Heading::Year(_)));
    let years = has_years.then(|| chart(words, "year-chart", Kind::Columns(vec![0, 1]))).into_iter().collect();
    let mut parts = vec![plain("t-declared-year", &births.by_declared_year, "declared-year", years)];
    if !births.compared.is_empty() {
        parts.push(part(words, "published-title", published(tables, words)));
    }
    if births.other_rule.is_some() {
        parts.push(other_rule(tables, words));
    }
    let born = vec![chart(words, "born-chart", Kind::Columns(vec![0, 1]))];
    parts.push(plain("t-born-year", &births.by_born_year, "born-year", born));
    let used = births.limits_used.iter();
    let limits = used.filter_map(|used| Some((used.bucket? + 1, words.limit_label(used)))).collect();
    let delays = vec![chart(words, "delay-chart", Kind::Bars(vec![0, 1], limits))];
    parts.extend([
        plain("t-delay", &births.by_delay, "delay", delays),
        plain("t-category", &births.by_category, "category", Vec::new()),
        plain("t-sex", &births.by_sex, "sex", Vec::new()),
        plain("t-month", &births.by_month, "month", vec![chart(words, "month-chart", Kind::Columns(vec![0, 1]))]),
        quartiers(tables, words),
    ]);
    Section { id: "births", title: words.text("births-title"), parts }
}

/// One timeliness table: its caption is `report-<name>-caption`, its first column `report-<name>-column`.
fn timeliness(id: &str, of: &TimelinessTable, name: &str, words: &Words<'_>) -> Table {
    let rows = of.rows.iter().chain([&of.total]).filter(|row| !is_blank(row)).map(|row| timeliness_row(of, row, words));
    let column = format!("{name}-column");
    let columns = [column.as_str(), "column-on-time", "column-late", "column-judged", "column-rate", "column-unknown"];
    words.table(id, &format!("{name}-caption"), &columns, rows.collect())
}

fn timeliness_row(of: &TimelinessTable, row: &TimelinessRow, words: &Words<'_>) -> Row {
    let cells = vec![
        Cell::count(row.on_time),
        Cell::count(row.late),
        Cell::count(row.judged),
        Cell::share(row.rate(), row.judged),
        Cell::count(row.unknown),
    ];
    let mut shown = words.row(of.by, &row.heading, cells);
    if row.is_incomplete {
        shown.heading = words.say("incomplete", &[("year", shown.heading.into())]);
    }
    shown
}

/// A row of things unknown that has no act at all says nothing.
fn is_blank(row: &TimelinessRow) -> bool {
    let is_odd = row.heading == Heading::Unknown || row.heading == Heading::Category(crate::record::Category::Unknown);
    is_odd && row.judged == Some(0) && row.unknown == Some(0)
}

fn published(tables: &Tables, words: &Words<'_>) -> Vec<Block> {
    let rows = tables.births.compared.iter().map(|year| {
        let (on_time, late) = year.differences();
        let change = |n: Option<i64>| n.map_or(Cell::Hidden, Cell::Change);
        let cells = vec![
            Cell::Count(year.published_on_time),
            Cell::count(year.held_on_time),
            change(on_time),
            Cell::Count(year.published_late),
            Cell::count(year.held_late),
            change(late),
            Cell::share(
                Some(year.published_on_time as f64 / (year.published_on_time + year.published_late).max(1) as f64),
                Some(year.published_on_time + year.published_late),
            ),
        ];
        Row { code: year.year.to_string(), heading: year.year.to_string(), cells, ..Row::default() }
    });
    let columns = [
        "declared-year-column",
        "published-on-time",
        "held-on-time",
        "difference",
        "published-late",
        "held-late",
        "difference",
        "published-rate",
    ];
    vec![
        Block::Text(words.say("published-text", &[("source", tables.published_source.as_str().into())])),
        Block::Table(
            words.table("t-published", "published-caption", &columns, rows.collect()),
            vec![chart(words, "published-chart", Kind::Columns(vec![0, 3]))],
        ),
    ]
}

fn other_rule(tables: &Tables, words: &Words<'_>) -> Part {
    let Some(other) = &tables.births.other_rule else { return part(words, "other-rule-title", Vec::new()) };
    let own = &tables.births.by_declared_year;
    let rows = other.by_year.iter().chain([&other.total]).map(|year| {
        let applied = own.rows.iter().chain([&own.total]).find(|row| row.heading == year.heading);
        let judged = applied.and_then(|row| row.judged);
        let rate = applied.and_then(TimelinessRow::rate);
        let points = rate.zip(year.rate()).map(|(own, other)| Cell::Number(100.0 * (other - own), 1));
        let cells = vec![
            Cell::count(judged),
            Cell::share(rate, judged),
            Cell::share(year.rate(), year.on_time_of_judged.map(|(_, judged)| judged)),
            points.unwrap_or(if judged == Some(0) { Cell::Nothing } else { Cell::Hidden }),
        ];
        words.row(own.by, &year.heading, cells)
    });
    let columns =
        ["declared-year-column", "column-judged", "other-rule-applied", "other-rule-other", "other-rule-points"];
    let blocks = vec![
        Block::Text(words.text("other-rule-text")),
        Block::List(other.periods.iter().map(|period| words.legal_period(period)).collect()),
        Block::Table(words.table("t-other-rule", "other-rule-caption", &columns, rows.collect()), Vec::new()),
    ];
    part(words, "other-rule-title", blocks)
}

fn quartiers(tables: &Tables, words: &Words<'_>) -> Part {
    let births = &tables.births;
    let mut table = timeliness("t-quartier-births", &births.by_quartier, "quartier-births", words);
    table.columns.push(words.text("chance-column"));
    let shown = births.by_quartier.rows.iter().chain([&births.by_quartier.total]).filter(|row| !is_blank(row));
    for (row, from) in table.rows.iter_mut().zip(shown) {
        row.cells.push(chance(words, &births.by_chance, &from.heading));
    }
    let charts = funnel(words, "births-funnel", &births.by_chance, 3, 2);
    let beyond = words.say("beyond-chance", &[("n", beyond_chance(&births.by_chance).into())]);
    let blocks =
        vec![Block::Text(words.text("quartier-births-text")), Block::Text(beyond), Block::Table(table, charts)];
    part(words, "quartier-births-title", blocks)
}
