//! The section on children of the census with and without an act, and on expected births.

use crate::report::children::{CHILD_YEARS, ChildRow, Children};
use crate::report::coverage::PopulationSource;
use crate::report::heading::{Breakdown, RowHeading};
use crate::report::render::blocks::{beyond_chance, chart, funnel_cell, funnel_chart, part, text};
use crate::report::render::document::{ChartKind, DocumentBlock, DocumentCell, DocumentPart, DocumentRow, Section};
use crate::report::render::labels::Labels;
use crate::report::tables::ReportTables;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = Vec::new();
    match (&tables.children, tables.population.age_year) {
        (Some(children), Some(year)) => parts.extend(of_census(children, year, tables, labels)),
        _ => parts.push(part(labels, "children-title", vec![text(labels, "children-none")])),
    }
    parts.push(coverage(tables, labels));
    Section { id: "children", title: labels.text("children-section"), parts }
}

/// Children by year of birth and by quartier.
fn of_census(children: &Children, year: i32, tables: &ReportTables, labels: &Labels<'_>) -> [DocumentPart; 2] {
    let cells = |row: &ChildRow| {
        let share = |share: Option<f64>| DocumentCell::share(share, row.counts.total);
        vec![
            DocumentCell::count(row.with_act()),
            DocumentCell::count(row.without_act()),
            DocumentCell::count(row.counts.total),
            share(row.rate_without()),
            share(row.interval.map(|(low, _)| low)),
            share(row.interval.map(|(_, high)| high)),
        ]
    };
    let by_year = children.by_born_year.rows.iter().chain([&children.by_born_year.total]).map(|row| {
        let mut shown = labels.row(Breakdown::BornYear, &row.counts.heading, cells(row));
        if let RowHeading::Year(born) = row.counts.heading {
            let age = u64::from(year.abs_diff(born));
            shown.heading =
                labels.message("children-of-age", &[("year", born.to_string().into()), ("age", age.into())]);
        }
        shown
    });
    let columns = |first: &'static str| {
        [first, "children-with", "children-without", "children-all", "children-rate", "interval-low", "interval-high"]
    };
    let by_year = labels.table("t-children", "children-caption", &columns("born-year-column"), by_year.collect());
    let facts = [
        ("year", year.to_string().into()),
        ("oldest", (CHILD_YEARS - 1).to_string().into()),
        ("missed", labels.messages.percent(tables.settings.missed_links_share).into()),
    ];
    let line = |id, rate: usize| {
        chart(labels, id, ChartKind::Line { rate, interval: Some([rate + 1, rate + 2]), level: None })
    };
    let is_shown = |row: &&ChildRow| row.counts.heading != RowHeading::Unknown || row.counts.total != Some(0);
    let by_quartier =
        children.by_quartier.rows.iter().filter(is_shown).chain([&children.by_born_year.total]).map(|row| {
            let mut cells = cells(row);
            cells.push(funnel_cell(labels, &children.funnel_points, &row.counts.heading));
            labels.row(Breakdown::Quartier, &row.counts.heading, cells)
        });
    let mut quartier_columns = columns("quartier-column").to_vec();
    quartier_columns.push("chance-column");
    let rows = by_quartier.collect();
    let by_quartier = labels.table("t-children-quartier", "children-quartier-caption", &quartier_columns, rows);
    let funnel = funnel_chart(labels, "children-funnel", &children.funnel_points, 3, 2).into_iter().collect();
    [
        part(
            labels,
            "children-title",
            vec![
                DocumentBlock::Text(labels.message("children-text", &facts)),
                DocumentBlock::Text(labels.message("children-interval", &facts)),
                DocumentBlock::Table(by_year, vec![line("children-chart", 3)]),
            ],
        ),
        part(
            labels,
            "children-quartier-title",
            vec![
                text(labels, "children-quartier-text"),
                beyond_chance(labels, &children.funnel_points),
                DocumentBlock::Table(by_quartier, funnel),
            ],
        ),
    ]
}

fn coverage(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let rows = tables.coverage.iter().map(|row| {
        let recorded = |n: Option<u64>| DocumentCell::share(row.share(n), row.expected);
        let published = row
            .published
            .map_or([DocumentCell::Nothing, DocumentCell::Nothing], |n| [DocumentCell::Count(n), recorded(Some(n))]);
        let source = match &row.source {
            PopulationSource::Published { source, .. } => source.clone(),
            PopulationSource::Register => labels.text("coverage-register"),
        };
        let mut cells =
            vec![DocumentCell::Text(source), DocumentCell::count(row.population), DocumentCell::count(row.expected)];
        cells.extend(published);
        cells.extend([DocumentCell::count(row.held), recorded(row.held)]);
        let year = row.year.to_string();
        DocumentRow::new(format!("{year} {}", row.source.code()), year, cells)
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
        ("rate", labels.messages.decimal(tables.settings.births_per_1000, 1).into()),
        ("source", tables.settings.births_per_1000_source.as_str().into()),
    ];
    let table = labels.table("t-coverage", "coverage-caption", &columns, rows.collect());
    part(
        labels,
        "coverage-title",
        vec![DocumentBlock::Text(labels.message("coverage-text", &facts)), DocumentBlock::Table(table, Vec::new())],
    )
}
