//! The section on births: by year, quartier, sex, category, month and delay; the published series; another rule.

use super::*;
use crate::record::Category;
use crate::report::count_table::{CountRow, share as share_of};
use crate::report::mothers::BIRTH_ORDERS;
use crate::report::timeliness::{TimelinessRow, TimelinessTable};

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let births = &tables.births;
    let plain = |id, table: &TimelinessTable, name: &str, charts: Vec<Chart>| {
        let table = DocumentBlock::Table(timeliness(id, table, name, labels), charts);
        labels.part(&format!("{name}-title"), vec![labels.paragraph(&format!("{name}-text"), &[]), table])
    };
    let has_years = births.by_declared_year.rows.iter().any(|row| matches!(row.heading, RowHeading::Year(_)));
    let by_year = |id: &str, of: &TimelinessTable, name: &str, chart: Option<&str>| {
        let table = timeliness(id, of, name, labels);
        let kind = || ChartKind::Columns(vec![0, 1]);
        let charts: Vec<Chart> =
            chart.map(|id| summed(labels.chart_of_years(id, kind(), &table.rows, &tables.legal))).into_iter().collect();
        let note = charts.first().and_then(|chart| labels.law_note(&chart.marks, &tables.legal));
        let text = labels.paragraph(&format!("{name}-text"), &[]);
        let blocks = [text].into_iter().chain(note).chain([DocumentBlock::Table(table, charts)]).collect();
        labels.part(&format!("{name}-title"), blocks)
    };
    let chart = has_years.then_some("year-chart");
    let mut parts = vec![by_year("t-declared-year", &births.by_declared_year, "declared-year", chart)];
    if !births.published_years.is_empty() {
        parts.push(labels.part("published-title", published(tables, labels)));
    }
    parts.push(parts_of_years(tables, labels));
    if births.other_rule.is_some() {
        parts.push(other_rule(tables, labels));
    }
    parts.push(cohorts(tables, labels));
    parts.push(by_year("t-born-year", &births.by_born_year, "born-year", Some("born-chart")));
    let limits = births.applied_limits.iter();
    let limits = limits.filter_map(|limit| Some((limit.next_bucket?, labels.limit_label(limit)))).collect();
    let delays = vec![summed(labels.chart("delay-chart", ChartKind::Bars(vec![0, 1], limits)))];
    let months = vec![summed(labels.chart("month-chart", ChartKind::Columns(vec![0, 1])))];
    // A release has no row of unknown categories and sexes.
    let unknown = |id: &str, n: Option<u64>| {
        let is_shown = tables.release.is_some() && n != Some(0);
        is_shown.then(|| labels.paragraph(id, &[("n", labels.cell(&DocumentCell::count(n)).into())]))
    };
    let mut category = plain("t-category", &births.by_category, "category", Vec::new());
    category.blocks.extend(unknown("category-not-known", births.totals.no_category));
    let mut sex = plain("t-sex", &births.by_sex, "sex", Vec::new());
    sex.blocks.extend(unknown("sex-not-known", births.totals.no_sex));
    parts.extend([
        plain("t-delay", &births.by_delay, "delay", delays),
        category,
        sex,
        plain("t-month", &births.by_month, "month", months),
        mothers(tables, labels),
        quartiers(tables, labels),
    ]);
    let note = labels.of_release("acts-of-release", tables.acts_of());
    let parts = parts.into_iter().map(|part| part.of_release(note.as_deref())).collect();
    labels.section("births", "births-title", parts)
}

/// Returns a chart of acts by timeliness, whose labels are the acts of known delay of the table.
fn summed(chart: Chart) -> Chart {
    Chart { total: Some(3), ..chart }
}

/// Returns a table of acts by timeliness, with the messages `report-<name>-caption` and `report-<name>-column`.
fn timeliness(id: &str, of: &TimelinessTable, name: &str, labels: &Labels<'_>) -> DocumentTable {
    let rows =
        of.rows.iter().chain([&of.total]).filter(|row| !is_blank(row)).map(|row| timeliness_row(of, row, labels));
    // Beside the exact acts of a year those of more than a year later are rounded.
    let has_exact = of.rows.iter().any(|row| row.is_exact) && of.rows.iter().any(|row| row.least_whole > 1);
    let delayed = if has_exact { "column-delayed-rounded" } else { "column-delayed" };
    // The share of the acts written in a year is not that of the births.
    let rate = match of.by {
        Breakdown::DeclaredYear => "column-rate-acts",
        Breakdown::BornYear | Breakdown::BornQuarter => "column-rate-births",
        _ => "column-rate",
    };
    let columns = format!(
        "{name}-column column-on-time column-late {delayed} column-judged {rate} interval-low interval-high \
             column-unknown"
    );
    labels.table(id, &format!("{name}-caption"), &columns, rows.collect())
}

/// Returns the rate of a row and its interval.
pub(super) fn shares(row: &TimelinessRow) -> [DocumentCell; 3] {
    let (low, high) = row.interval().unzip();
    [row.rate(), low, high].map(|share| DocumentCell::share(share, row.judged).of_row(row.is_withheld))
}

fn timeliness_row(of: &TimelinessTable, row: &TimelinessRow, labels: &Labels<'_>) -> DocumentRow {
    let count = |n| DocumentCell::count_of_row(n, row.is_withheld);
    let [rate, low, high] = shares(row);
    let cells = vec![
        count(row.on_time),
        count(row.late),
        count(row.delayed),
        count(row.judged),
        rate,
        low,
        high,
        count(row.unknown),
    ];
    labels.of_period(labels.row(of.by, &row.heading, cells), row.is_incomplete)
}

/// Returns the part with the acts by half-year and quarter of declaration, and by quarter of birth.
fn parts_of_years(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let births = &tables.births;
    let table = |id, of, name| DocumentBlock::Table(timeliness(id, of, name, labels), Vec::new());
    let blocks = vec![
        labels.paragraph("parts-of-years-text", &[]),
        table("t-half", &births.by_half, "half"),
        table("t-quarter", &births.by_quarter, "quarter"),
        table("t-born-quarter", &births.by_born_quarter, "born-quarter"),
    ];
    labels.part("parts-of-years-title", blocks)
}

/// Returns the part with the acts of each year of birth: so far, still to come, in the end.
fn cohorts(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let births = &tables.births;
    let rows = births.cohorts.iter().map(|row| {
        let number = |n: Option<f64>| n.map_or(DocumentCell::Nothing, |n| DocumentCell::Count(n.round() as u64));
        let (expected, on_time) = (row.expected, row.share_on_time);
        let is_withheld = births.is_born_year_withheld(row.year);
        let hidden = if is_withheld { DocumentCell::Withheld } else { DocumentCell::Nothing };
        let share = |n: Option<f64>| n.map_or(hidden.clone(), DocumentCell::Share);
        let cells = vec![
            DocumentCell::count(row.so_far),
            row.expected.map_or(DocumentCell::Nothing, |_| DocumentCell::count(row.to_come)),
            number(expected.map(|own| own.value)),
            number(expected.map(|own| own.low)),
            number(expected.map(|own| own.high)),
            DocumentCell::share(share_of(row.on_time_so_far, row.so_far, 1), row.so_far).of_row(is_withheld),
            share(on_time.map(|own| own.value)),
            share(on_time.map(|own| own.low)),
            share(on_time.map(|own| own.high)),
        ];
        let heading = RowHeading::Year(row.year);
        let shown = labels.row(Breakdown::BornYear, &heading, cells);
        labels.of_period(shown, births.incomplete.has(Breakdown::BornYear, &heading))
    });
    let columns = "born-year-column cohort-so-far cohort-to-come cohort-expected estimate-low estimate-high \
                   column-rate-births cohort-rate estimate-low estimate-high";
    let rows: Vec<DocumentRow> = rows.collect();
    let charts = if rows.is_empty() {
        Vec::new()
    } else {
        let line = ChartKind::Line { rate: 6, interval: Some([7, 8]), level: None };
        let columns = ChartKind::Columns(vec![0, 1]);
        vec![
            Chart { total: Some(2), ..labels.chart_of_years("cohort-chart", columns, &rows, &tables.legal) },
            labels.chart_of_years("cohort-rate-chart", line, &rows, &tables.legal),
        ]
    };
    let as_of = births.window.as_of.map_or_else(|| labels.text("no-rate"), |day| labels.messages.date(day));
    let blocks = vec![
        labels.paragraph("cohort-text", &[("day", as_of.into())]),
        DocumentBlock::Table(labels.table("t-cohorts", "cohort-caption", columns, rows), charts),
    ];
    labels.part("cohort-title", blocks)
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
        let mut held = tables.births.by_declared_year.rows.iter();
        let held = held.find(|row| row.heading == RowHeading::Year(year.year));
        let is_withheld = held.is_some_and(|row| row.is_withheld);
        // An exact number less a rounded one is no exact difference.
        let is_rounded = held.is_some_and(|row| !row.is_exact);
        let change = |n: Option<i64>| {
            n.map_or(DocumentCell::Hidden.of_row(is_withheld), |n| DocumentCell::change(n, is_rounded))
        };
        let cells = vec![
            DocumentCell::Count(year.published_on_time),
            DocumentCell::count_of_row(year.held_on_time, is_withheld),
            change(on_time),
            DocumentCell::Count(year.published_late),
            DocumentCell::count_of_row(year.held_late, is_withheld),
            change(late),
            DocumentCell::share(Some(year.published_on_time as f64 / all.max(1) as f64), Some(all)),
        ];
        let row = DocumentRow::new(year.year.to_string(), year.year.to_string(), cells);
        labels.of_period(row, tables.births.incomplete.has_year(year.year))
    });
    let columns = "declared-year-column published-on-time held-on-time difference \
                   published-late held-late difference published-rate";
    let table = labels.table("t-published", "published-caption", columns, rows.collect());
    let kind = ChartKind::Columns(vec![0, 3]);
    let chart = labels.chart_of_years("published-chart", kind, &table.rows, &tables.legal);
    let chart = Chart { is_published: true, ..chart };
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
        let points = rate.zip(year.rate()).map(|(own, other)| DocumentCell::points(own, other));
        let is_withheld = applied.is_some_and(|row| row.is_withheld);
        let share = |n: Option<f64>, whole| DocumentCell::share(n, whole).of_row(is_withheld);
        let cells = vec![
            DocumentCell::count_of_row(judged, is_withheld),
            share(rate, judged),
            share(year.rate(), year.judged),
            points.unwrap_or_else(|| share(None, judged)),
        ];
        let is_incomplete = tables.births.incomplete.has(own.by, &year.heading);
        labels.of_period(labels.row(own.by, &year.heading, cells), is_incomplete)
    });
    let columns = "declared-year-column column-judged other-rule-applied other-rule-other other-rule-points";
    let blocks = vec![
        labels.paragraph("other-rule-text", &[]),
        DocumentBlock::List(other.periods.iter().map(|period| labels.legal_period(period)).collect()),
        DocumentBlock::Table(labels.table("t-other-rule", "other-rule-caption", columns, rows.collect()), Vec::new()),
    ];
    labels.part("other-rule-title", blocks)
}

/// Returns the part with the acts by the mother's age and by birth order.
fn mothers(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let table = &tables.births.by_mother;
    let row = |row: &CountRow| {
        let counts = row.cells.iter().chain([&row.total]);
        let cells = counts.map(|n| DocumentCell::count_of_row(*n, row.is_withheld));
        labels.row(table.spec.by, &row.heading, cells.collect())
    };
    let rows = table.rows.iter().chain([&table.total]).map(row).collect();
    let order = |code: &str| match code {
        "unknown" => labels.text("mothers-order-unknown"),
        code => labels.message("mothers-order", &[("n", code.into())]),
    };
    let columns = [labels.text("mothers-column")].into_iter();
    let columns = columns.chain(BIRTH_ORDERS.map(order)).chain([labels.text("all")]).collect();
    // The known ones by what is shown of the others: a release hides neither.
    let unknown = table.rows.iter().find(|row| row.heading == RowHeading::Unknown).and_then(|row| row.total);
    let known = table.total.total.zip(unknown).map(|(all, unknown)| all.saturating_sub(unknown));
    let share = DocumentCell::share(share_of(known, table.total.total, table.total.least_whole), table.total.total);
    let text = labels.paragraph("mothers-text", &[("share", labels.cell(&share).into())]);
    let shown = DocumentTable { id: "t-mothers".to_owned(), caption: labels.text("mothers-caption"), columns, rows };
    labels.part("mothers-title", vec![text, DocumentBlock::Table(shown, Vec::new())])
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
    let charts = labels.funnel_chart("births-funnel", &births.funnel_points, 3).into_iter().collect();
    let of_child = match births.totals.n_quartier_of_child {
        Some(n) => labels.paragraph("quartier-of-child", &[("n", n.into())]),
        None => labels.paragraph("quartier-of-child-few", &[]),
    };
    let headings = births.by_quartier.rows.iter().map(|row| &row.heading);
    let blocks = vec![
        labels.paragraph("quartier-births-text", &[]),
        of_child,
        labels.beyond_chance(&births.funnel_points, headings),
    ];
    let shares = births.funnel_points.first().map(|point| point.centre).zip(births.totals.all.rate());
    let centre = labels.centre_note("quartier-births-centre", shares);
    let blocks = blocks.into_iter().chain(centre).chain([DocumentBlock::Table(table, charts)]).collect();
    labels.part("quartier-births-title", blocks)
}
