//! The section on children of the census with and without an act, and on expected births.

use super::*;
use crate::report::children::{CHILD_YEARS, ChildRow, Children};
use crate::report::coverage::PopulationSource;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = Vec::new();
    match (&tables.children, tables.population.age_year) {
        (Some(children), Some(year)) => parts.extend(of_census(children, year, tables, labels)),
        _ => parts.push(labels.part("children-title", vec![labels.paragraph("children-none", &[])])),
    }
    parts.push(coverage(tables, labels));
    labels.section("children", "children-section", parts)
}

/// Returns the children by year of birth and by quartier.
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
    let columns = "children-with children-without children-all children-rate interval-low interval-high";
    let by_year =
        labels.table("t-children", "children-caption", &format!("born-year-column {columns}"), by_year.collect());
    let facts = [
        ("year", year.to_string().into()),
        ("oldest", (CHILD_YEARS - 1).to_string().into()),
        ("missed", labels.messages.percent(tables.settings.missed_links_share).into()),
    ];
    let line = ChartKind::Line { rate: 3, interval: Some([4, 5]), level: None };
    let is_shown = |row: &&ChildRow| row.counts.heading != RowHeading::Unknown || row.counts.total != Some(0);
    let by_quartier =
        children.by_quartier.rows.iter().filter(is_shown).chain([&children.by_born_year.total]).map(|row| {
            let mut cells = cells(row);
            cells.push(labels.funnel_cell(&children.funnel_points, &row.counts.heading));
            labels.row(Breakdown::Quartier, &row.counts.heading, cells)
        });
    let columns = format!("quartier-column {columns} chance-column");
    let rows = by_quartier.collect();
    let by_quartier = labels.table("t-children-quartier", "children-quartier-caption", &columns, rows);
    let funnel = labels.funnel_chart("children-funnel", &children.funnel_points).into_iter().collect();
    let by_year = vec![
        labels.paragraph("children-text", &facts),
        labels.paragraph("children-interval", &facts),
        DocumentBlock::Table(by_year, vec![labels.chart("children-chart", line)]),
    ];
    let by_quartier = vec![
        labels.paragraph("children-quartier-text", &[]),
        labels.beyond_chance(&children.funnel_points),
        DocumentBlock::Table(by_quartier, funnel),
    ];
    [labels.part("children-title", by_year), labels.part("children-quartier-title", by_quartier)]
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
    let columns = "coverage-year coverage-population-of coverage-population coverage-expected coverage-published \
                   coverage-published-share coverage-held coverage-held-share";
    let facts = [
        ("rate", labels.messages.decimal(tables.settings.births_per_1000, 1).into()),
        ("source", tables.settings.births_per_1000_source.as_str().into()),
    ];
    let table = labels.table("t-coverage", "coverage-caption", columns, rows.collect());
    let blocks = vec![labels.paragraph("coverage-text", &facts), DocumentBlock::Table(table, Vec::new())];
    labels.part("coverage-title", blocks)
}
