//! The section on the register: by status, age and sex, quartier; households by size; events.

use super::*;
use crate::report::count_table::{CountRow, CountTable};
use crate::report::population::QuartierRow;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = vec![by_status(tables, labels)];
    parts.extend(ages(tables, labels));
    parts.extend([sizes(tables, labels), quartiers(tables, labels), events(tables, labels)]);
    labels.section("register", "population-title", parts)
}

/// Returns the part with the persons by status.
fn by_status(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let population = &tables.population;
    let of = &population.by_status;
    let present = of.rows.iter().chain([&of.total]).map(|row| {
        let mut shown = labels.row(of.spec.by, &row.heading, vec![DocumentCell::count(row.total)]);
        if shown.is_total {
            shown.heading = labels.text("status-present");
        }
        shown
    });
    let further = [
        ("deceased", "status-deceased", population.deceased),
        ("departed", "status-departed", population.departed),
        ("likely_dead", "status-likely-dead", population.likely_dead),
    ];
    let further =
        further.map(|(code, name, n)| DocumentRow::new(code, labels.text(name), vec![DocumentCell::count(n)]));
    let rows = present.chain(further).collect();
    labels.text_and_table("status", "t-status", "status-column persons", rows)
}

/// Males, females, sex unknown, all.
fn by_sex(row: &CountRow) -> Vec<DocumentCell> {
    row.cells.iter().copied().chain([row.total]).map(DocumentCell::count).collect()
}

/// Returns the titles of these columns. A release has no column of unknown sex.
fn sexes(of: &CountTable) -> &'static str {
    if of.spec.columns.len() > 2 { "males females sex-unknown persons" } else { "males females persons" }
}

/// Returns the persons by age and sex.
fn ages(tables: &ReportTables, labels: &Labels<'_>) -> Option<DocumentPart> {
    let (of, year) = (tables.population.by_age.as_ref()?, tables.population.age_year?);
    let is_shown = |row: &&CountRow| row.heading != RowHeading::Unknown || row.total != Some(0);
    let rows = of.rows.iter().filter(is_shown).chain([&of.total]);
    let rows = rows.map(|row| labels.row(Breakdown::Age, &row.heading, by_sex(row)));
    let columns = format!("age-column {}", sexes(of));
    let table = labels.table("t-age", "age-caption", &columns, rows.collect());
    let text = labels.paragraph("age-text", &[("year", year.to_string().into())]);
    let pyramid = labels.chart("age-chart", ChartKind::Pyramid([0, 1]));
    Some(labels.part("age-title", vec![text, DocumentBlock::Table(table, vec![pyramid])]))
}

fn sizes(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let of = &tables.population.by_size;
    let rows = of.rows.iter().chain([&of.total]).map(|row| {
        let share = row.total.zip(of.total.total).filter(|(_, all)| *all > 0).map(|(n, all)| n as f64 / all as f64);
        let cells = vec![DocumentCell::count(row.total), DocumentCell::share(share, of.total.total)];
        labels.row(of.spec.by, &row.heading, cells)
    });
    let table = labels.table("t-sizes", "sizes-caption", "sizes-column households share", rows.collect());
    let text = match tables.population.total.mean_size() {
        Some(mean) => labels.message("sizes-text", &[("mean", labels.messages.decimal(mean, 1).into())]),
        None => labels.text("sizes-no-mean"),
    };
    let bars = labels.chart("sizes-chart", ChartKind::Columns(vec![0]));
    labels.part("sizes-title", vec![DocumentBlock::Text(text), DocumentBlock::Table(table, vec![bars])])
}

fn quartiers(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let is_shown = |row: &&QuartierRow| {
        row.persons.heading != RowHeading::Unknown || row.persons.total != Some(0) || row.households != Some(0)
    };
    let population = &tables.population;
    let rows = population.by_quartier.iter().filter(is_shown).chain([&population.total]).map(|row| {
        let mut cells = by_sex(&row.persons);
        cells.push(DocumentCell::count(row.households));
        cells.push(DocumentCell::mean(row.mean_size(), row.households));
        labels.row(Breakdown::Quartier, &row.persons.heading, cells)
    });
    let columns = format!("quartier-column {} households mean-size", sexes(&population.persons_by_quartier));
    labels.text_and_table("register", "t-quartiers", &columns, rows.collect())
}

/// Returns the part with the events by year and kind.
fn events(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let Some(of) = &tables.events else {
        return labels.part("events-title", vec![labels.paragraph("events-none", &[])]);
    };
    let rows = of.rows.iter().chain([&of.total]).map(|row| labels.row(of.spec.by, &row.heading, by_sex(row)));
    let columns = "events-column events-death events-departure events-arrival events-move events-marriage all";
    labels.text_and_table("events", "t-events", columns, rows.collect())
}
