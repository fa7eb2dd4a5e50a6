//! The section on the register: by status, age and sex, quartier; households by size; events.

use super::*;
use crate::record::Status;
use crate::report::census_coverage::CensusCoverageRow;
use crate::report::count_table::{CountRow, CountTable};
use crate::report::population::QuartierRow;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let mut parts = vec![by_status(tables, labels)];
    parts.extend(ages(tables, labels));
    parts.extend(groups(tables, labels));
    parts.extend([sizes(tables, labels), quartiers(tables, labels)]);
    parts.extend(census_coverage(tables, labels));
    parts.push(events(tables, labels));
    let note = labels.of_release("persons-of-release", tables.persons_of());
    let parts = parts.into_iter().map(|part| part.of_release(note.as_deref())).collect();
    labels.section("register", "population-title", parts)
}

/// Returns the part with the persons by status.
fn by_status(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let population = &tables.population;
    let of = &population.by_status;
    // Without a list of events nobody is known by one alone.
    let is_told = |row: &CountRow| tables.events.is_some() || row.heading != RowHeading::Status(Status::EventOnly);
    let present = of.rows.iter().chain([&of.total]).map(|row| {
        let count = DocumentCell::count_of_row(row.total, row.is_withheld);
        let n = if is_told(row) { count } else { DocumentCell::Nothing };
        let mut shown = labels.row(of.spec.by, &row.heading, vec![n]);
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
    // Without a list of events nobody is known to have died or left.
    let is_known = |code: &str| tables.events.is_some() || code == "likely_dead";
    let count = |code: &str, n| if is_known(code) { DocumentCell::count(n) } else { DocumentCell::Nothing };
    let further = further.map(|(code, name, n)| DocumentRow::new(code, labels.text(name), vec![count(code, n)]));
    let rows = present.chain(further).collect();
    labels.text_and_table("status", "t-status", "status-column persons", rows)
}

/// Males, females, sex unknown, all.
fn by_sex(row: &CountRow) -> Vec<DocumentCell> {
    let counts = row.cells.iter().copied().chain([row.total]);
    counts.map(|n| DocumentCell::count_of_row(n, row.is_withheld)).collect()
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

/// Returns the residents by quartier: men, women, boys, girls.
fn groups(tables: &ReportTables, labels: &Labels<'_>) -> Option<DocumentPart> {
    let of = tables.population.by_group.as_ref()?;
    let is_shown = |row: &&CountRow| row.heading != RowHeading::Unknown || row.total != Some(0);
    let rows = of.rows.iter().filter(is_shown).chain([&of.total]);
    let rows = rows.map(|row| labels.row(Breakdown::Quartier, &row.heading, by_sex(row))).collect();
    // A release has no column of unknown sex or age.
    let unknown = if of.spec.columns.len() > 4 { "group-unknown" } else { "" };
    let columns = format!("quartier-column group-men group-women group-boys group-girls {unknown} group-residents");
    Some(labels.text_and_table("groups", "t-groups", &columns, rows))
}

/// Returns the persons counted against the population that a source states.
fn census_coverage(tables: &ReportTables, labels: &Labels<'_>) -> Option<DocumentPart> {
    let (of_commune, of_quartier): (Vec<_>, Vec<_>) =
        tables.census_coverage.iter().partition(|row| row.heading == RowHeading::All);
    let cells = |row: &CensusCoverageRow| {
        let stated = row.stated.as_ref();
        let counted = DocumentCell::count_of_row(row.counted, row.is_withheld);
        let counted = if row.is_censused { counted } else { DocumentCell::Nothing };
        let share = match (row.share(), stated.filter(|_| row.is_censused)) {
            (Some(share), _) => DocumentCell::Share(share),
            (None, Some(_)) => DocumentCell::Hidden.of_row(row.is_withheld),
            (None, None) => DocumentCell::Nothing,
        };
        let text = |text: Option<String>| text.map_or(DocumentCell::Nothing, DocumentCell::Text);
        let population = stated.map_or(DocumentCell::Nothing, |own| DocumentCell::Count(own.population));
        vec![
            counted,
            population,
            share,
            text(stated.map(|own| own.year.to_string())),
            text(stated.map(|own| own.source.clone())),
        ]
    };
    let commune = of_commune.iter().filter_map(|row| {
        let id = &row.stated.as_ref()?.id;
        Some(DocumentRow::new(id.as_str(), tables.commune.as_str(), cells(row)))
    });
    let columns = "census-counted census-stated census-share census-stated-year compare-source";
    let commune = labels.table(
        "t-census-coverage",
        "census-coverage-caption",
        &format!("compare-commune {columns}"),
        commune.collect(),
    );
    let rows = of_quartier.iter().map(|row| labels.row(Breakdown::Quartier, &row.heading, cells(row)));
    let quartiers = labels.table(
        "t-census-coverage-quartier",
        "census-coverage-quartier-caption",
        &format!("quartier-column {columns}"),
        rows.collect(),
    );
    let sheets = &tables.sheets;
    let facts = [("n", sheets.n_quartiers_censused.into()), ("of", sheets.n_quartiers.into())];
    let n_stated = of_quartier.iter().filter(|row| row.stated.is_some()).count();
    let mut blocks = vec![
        labels.paragraph("census-coverage-text", &facts),
        DocumentBlock::Table(commune, Vec::new()),
        labels.paragraph("census-coverage-quartiers", &[("n", n_stated.into())]),
    ];
    // A table of quartiers of which no source states a population says nothing.
    if n_stated > 0 || tables.release.is_none() {
        blocks.push(DocumentBlock::Table(quartiers, Vec::new()));
    }
    (!tables.census_coverage.is_empty()).then(|| labels.part("census-coverage-title", blocks))
}

fn sizes(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let of = &tables.population.by_size;
    let rows = of.rows.iter().chain([&of.total]).map(|row| {
        let share = row.total.zip(of.total.total).filter(|(_, all)| *all > 0).map(|(n, all)| n as f64 / all as f64);
        let count = DocumentCell::count_of_row(row.total, row.is_withheld);
        let cells = vec![count, DocumentCell::share(share, of.total.total)];
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
        cells.push(DocumentCell::count_of_row(row.households, row.persons.is_withheld));
        cells.push(DocumentCell::mean(row.mean_size(), row.households).of_row(row.persons.is_withheld));
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
