//! The section on births: by year, quartier, sex, category, month and delay; the published series; another rule.

use super::*;
use crate::record::Category;
use crate::report::timeliness::{TimelinessRow, TimelinessTable};

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let births = &tables.births;
    let plain = |id, table: &TimelinessTable, name: &str, charts: Vec<Chart>| {
        let table = DocumentBlock::Table(timeliness(id, table, name, labels), charts);
        labels.part(&format!("{name}-title"), vec![labels.paragraph(&format!("{name}-text"), &[]), table])
    };
    let has_years = births.by_declared_year.rows.iter().any(|row| matches!(row.heading, RowHeading::Year(_)));
    let years = has_years.then(|| labels.chart("year-chart", ChartKind::Columns(vec![0, 1]))).into_iter().collect();
    let mut parts = vec![plain("t-declared-year", &births.by_declared_year, "declared-year", years)];
    if !births.published_years.is_empty() {
        parts.push(labels.part("published-title", published(tables, labels)));
    }
    if births.other_rule.is_some() {
        parts.push(other_rule(tables, labels));
    }
    let born = vec![labels.chart("born-chart", ChartKind::Columns(vec![0, 1]))];
    parts.push(plain("t-born-year", &births.by_born_year, "born-year", born));
    let limits = births.applied_limits.iter();
    let limits = limits.filter_map(|limit| Some((limit.next_bucket?, labels.limit_label(limit)))).collect();
    let delays = vec![labels.chart("delay-chart", ChartKind::Bars(vec![0, 1], limits))];
    parts.extend([
        plain("t-delay", &births.by_delay, "delay", delays),
        plain("t-category", &births.by_category, "category", Vec::new()),
        plain("t-sex", &births.by_sex, "sex", Vec::new()),
        plain("t-month", &births.by_month, "month", vec![labels.chart("month-chart", ChartKind::Columns(vec![0, 1]))]),
        quartiers(tables, labels),
    ]);
    labels.section("births", "births-title", parts)
}

/// Returns a table of acts by timeliness, with the messages `report-<name>-caption` and `report-<name>-column`.
fn timeliness(id: &str, of: &TimelinessTable, name: &str, labels: &Labels<'_>) -> DocumentTable {
    let rows =
        of.rows.iter().chain([&of.total]).filter(|row| !is_blank(row)).map(|row| timeliness_row(of, row, labels));
    let columns = format!("{name}-column column-on-time column-late column-judged column-rate column-unknown");
    labels.table(id, &format!("{name}-caption"), &columns, rows.collect())
}

fn timeliness_row(of: &TimelinessTable, row: &TimelinessRow, labels: &Labels<'_>) -> DocumentRow {
    let cells = vec![
        DocumentCell::count(row.on_time),
        DocumentCell::count(row.late),
        DocumentCell::count(row.judged),
        DocumentCell::share(row.rate(), row.judged),
        DocumentCell::count(row.unknown),
    ];
    let mut shown = labels.row(of.by, &row.heading, cells);
    if row.is_incomplete {
        shown.heading = labels.message("incomplete", &[("year", shown.heading.into())]);
    }
    shown
}

/// Whether the row is that of unknown headings and has no act.
fn is_blank(row: &TimelinessRow) -> bool {
    let is_odd = row.heading == RowHeading::Unknown || row.heading == RowHeading::Category(Category::Unknown);
    is_odd && row.judged == Some(0) && row.unknown == Some(0)
}

fn published(tables: &ReportTables, labels: &Labels<'_>) -> Vec<DocumentBlock> {
    let rows = tables.births.published_years.iter().map(|year| {
        let (on_time, late) = year.differences();
        let all = year.published_on_time + year.published_late;
        let change = |n: Option<i64>| n.map_or(DocumentCell::Hidden, DocumentCell::Change);
        let cells = vec![
            DocumentCell::Count(year.published_on_time),
            DocumentCell::count(year.held_on_time),
            change(on_time),
            DocumentCell::Count(year.published_late),
            DocumentCell::count(year.held_late),
            change(late),
            DocumentCell::share(Some(year.published_on_time as f64 / all.max(1) as f64), Some(all)),
        ];
        DocumentRow::new(year.year.to_string(), year.year.to_string(), cells)
    });
    let columns = "declared-year-column published-on-time held-on-time difference \
                   published-late held-late difference published-rate";
    let table = labels.table("t-published", "published-caption", columns, rows.collect());
    let chart = labels.chart("published-chart", ChartKind::Columns(vec![0, 3]));
    let text = labels.paragraph("published-text", &[("source", tables.published_source.as_str().into())]);
    vec![text, DocumentBlock::Table(table, vec![chart])]
}

/// Returns the part with the rates under another legal rule.
fn other_rule(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let Some(other) = &tables.births.other_rule else { return labels.part("other-rule-title", Vec::new()) };
    let own = &tables.births.by_declared_year;
    let rows = other.by_year.iter().chain([&other.total]).map(|year| {
        let applied = own.rows.iter().chain([&own.total]).find(|row| row.heading == year.heading);
        let judged = applied.and_then(|row| row.judged);
        let rate = applied.and_then(TimelinessRow::rate);
        let points = rate.zip(year.rate()).map(|(own, other)| DocumentCell::Number(100.0 * (other - own), 1));
        let cells = vec![
            DocumentCell::count(judged),
            DocumentCell::share(rate, judged),
            DocumentCell::share(year.rate(), year.on_time_of_judged.map(|(_, judged)| judged)),
            points.unwrap_or(if judged == Some(0) { DocumentCell::Nothing } else { DocumentCell::Hidden }),
        ];
        labels.row(own.by, &year.heading, cells)
    });
    let columns = "declared-year-column column-judged other-rule-applied other-rule-other other-rule-points";
    let blocks = vec![
        labels.paragraph("other-rule-text", &[]),
        DocumentBlock::List(other.periods.iter().map(|period| labels.legal_period(period)).collect()),
        DocumentBlock::Table(labels.table("t-other-rule", "other-rule-caption", columns, rows.collect()), Vec::new()),
    ];
    labels.part("other-rule-title", blocks)
}

/// Returns the part with the acts by quartier, with a funnel plot.
fn quartiers(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let births = &tables.births;
    let mut table = timeliness("t-quartier-births", &births.by_quartier, "quartier-births", labels);
    table.columns.push(labels.text("chance-column"));
    let shown = births.by_quartier.rows.iter().chain([&births.by_quartier.total]).filter(|row| !is_blank(row));
    for (row, from) in table.rows.iter_mut().zip(shown) {
        row.cells.push(labels.funnel_cell(&births.funnel_points, &from.heading));
    }
    let charts = labels.funnel_chart("births-funnel", &births.funnel_points).into_iter().collect();
    let blocks = vec![
        labels.paragraph("quartier-births-text", &[]),
        labels.beyond_chance(&births.funnel_points),
        DocumentBlock::Table(table, charts),
    ];
    labels.part("quartier-births-title", blocks)
}
