//! The section on the programme's indicators: value, baseline, target, trend, and what is missing.

use super::*;
use crate::report::indicators::{Indicator, IndicatorSeries, IndicatorValue, ReferenceValue, Unit};

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let parts = if tables.indicators.is_empty() {
        vec![labels.part("indicators-title", vec![labels.paragraph("indicators-none", &[])])]
    } else {
        vec![overview(tables, labels), trend(tables, labels)]
    };
    labels.section("indicators", "indicators-section", parts)
}

fn value(indicator: &Indicator, value: f64) -> DocumentCell {
    match indicator.unit {
        Unit::Share => DocumentCell::Share(value),
        Unit::Count => DocumentCell::Count(value.round().max(0.0) as u64),
    }
}

fn in_year(labels: &Labels<'_>, shown: String, year: Option<i32>) -> String {
    match year {
        Some(year) => {
            labels.message("indicator-in-year", &[("value", shown.into()), ("year", year.to_string().into())])
        }
        None => shown,
    }
}

/// Returns the part with all indicators with baseline, last value and target.
fn overview(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let rows = tables.indicators.iter().map(|series| {
        let indicator = &series.indicator;
        let printed = |printed: Option<&ReferenceValue>| match printed {
            Some(own) => DocumentCell::Text(in_year(labels, labels.cell(&value(indicator, own.value)), own.year)),
            None => DocumentCell::Nothing,
        };
        let cells = vec![
            printed(indicator.baseline.as_ref()),
            last(series, labels),
            year(series, tables, labels),
            printed(series.target()),
            DocumentCell::Text(missing(series, labels)),
        ];
        let heading = indicator.name.in_lang(labels.messages.lang().code()).to_owned();
        DocumentRow::new(indicator.id.as_str(), heading, cells)
    });
    let columns =
        "indicator-column indicator-baseline indicator-value indicator-year indicator-target indicator-missing";
    let table = labels.table("t-indicators", "indicators-caption", columns, rows.collect());
    let notes = tables.indicators.iter().map(|series| note(series, labels)).collect();
    let blocks = vec![
        labels.paragraph("indicators-text", &[]),
        DocumentBlock::Table(table, Vec::new()),
        DocumentBlock::List(notes),
    ];
    labels.part("indicators-title", blocks)
}

fn last(series: &IndicatorSeries, labels: &Labels<'_>) -> DocumentCell {
    match series.last() {
        Some(IndicatorValue { value: Some(n), .. }) => value(&series.indicator, n),
        Some(_) => DocumentCell::Hidden,
        None => DocumentCell::Text(labels.text("indicator-no-value")),
    }
}

fn year(series: &IndicatorSeries, tables: &ReportTables, labels: &Labels<'_>) -> DocumentCell {
    let Some(year) = series.last().and_then(|value| value.year) else { return DocumentCell::Nothing };
    let row = tables.births.by_declared_year.rows.iter().find(|row| row.heading == RowHeading::Year(year));
    let is_thin = is_of_law(&series.indicator) && row.is_some_and(|row| row.is_thin);
    let year = year.to_string();
    DocumentCell::Text(if is_thin { labels.message("thin", &[("year", year.into())]) } else { year })
}

/// Returns in words what is missing to judge whether the target is reached.
fn missing(series: &IndicatorSeries, labels: &Labels<'_>) -> String {
    let absent = [
        (series.indicator.baseline.is_none(), "missing-baseline"),
        (series.values.is_empty(), "missing-value"),
        (series.indicator.target.is_empty(), "missing-target"),
        // The baseline is published, the value is of this register.
        (series.indicator.baseline.is_some() && !series.values.is_empty(), "missing-one-source"),
    ];
    let named: Vec<String> = absent.iter().filter(|(is, _)| *is).map(|(_, id)| labels.text(id)).collect();
    if named.is_empty() { labels.text("no-rate") } else { named.join(", ") }
}

/// Returns formula, sources and note of an indicator.
fn note(series: &IndicatorSeries, labels: &Labels<'_>) -> String {
    let (indicator, lang) = (&series.indicator, labels.messages.lang().code());
    let mut sources = vec![indicator.source.as_str()];
    for printed in indicator.baseline.iter().chain(&indicator.target) {
        if !sources.contains(&printed.source.as_str()) {
            sources.push(&printed.source);
        }
    }
    let facts = [
        ("name", indicator.name.in_lang(lang).into()),
        ("formula", indicator.words.as_ref().map_or(indicator.formula.as_str(), |own| own.in_lang(lang)).into()),
        ("sources", sources.join(" ; ").into()),
        ("note", indicator.note.as_ref().map_or("", |note| note.in_lang(lang)).into()),
    ];
    labels.message("indicator-note", &facts).trim_end().to_owned()
}

/// Returns the part with the values of each indicator by year.
fn trend(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let by_year = |series: &&IndicatorSeries| series.values.iter().filter(|value| value.year.is_some()).count() > 0;
    let mut blocks = vec![labels.paragraph("trend-text", &[])];
    for series in tables.indicators.iter().filter(by_year) {
        let years = &tables.births.by_declared_year.rows;
        let thin: Vec<String> = match is_of_law(&series.indicator) {
            true => years.iter().filter(|row| row.is_thin).map(|row| row.heading.code()).collect(),
            false => Vec::new(),
        };
        let under_way = years.iter().find(|row| row.is_incomplete);
        let rows: Vec<DocumentRow> = series
            .values
            .iter()
            .map(|own| {
                let mut row = trend_row(series, own, &thin);
                let year = row.heading.clone();
                if under_way.is_some_and(|year| year.heading.code() == row.code) {
                    row.heading = labels.message("under-way", &[("year", year.into())]);
                } else if thin.contains(&row.code) {
                    row.heading = labels.message("thin", &[("year", year.into())]);
                }
                row
            })
            .collect();
        let columns = "declared-year-column indicator-value indicator-target trend-change";
        let name = series.indicator.name.in_lang(labels.messages.lang().code());
        let id = format!("t-trend-{}", series.indicator.id);
        let table = DocumentTable { caption: name.to_owned(), ..labels.table(&id, "trend-title", columns, rows) };
        let kind = match series.indicator.unit {
            Unit::Share => ChartKind::Line { rate: 0, interval: None, level: None },
            Unit::Count => ChartKind::Columns(vec![0]),
        };
        let chart = Chart {
            id: format!("trend-{}", series.indicator.id),
            title: name.to_owned(),
            description: labels.message("trend-description", &[("name", name.into())]),
            caption: labels.message("trend-caption", &[("name", name.into())]),
            kind,
            total: None,
            marks: if is_of_law(&series.indicator) { labels.law_marks(&table.rows, &tables.legal) } else { Vec::new() },
        };
        let charts = if series.values.len() > 1 { vec![chart] } else { Vec::new() };
        blocks.push(DocumentBlock::Table(table, charts));
    }
    labels.part("trend-title", blocks)
}

/// Whether the legal period decides the value.
fn is_of_law(indicator: &Indicator) -> bool {
    ["acts_on_time", "acts_late", "rate_on_time"].iter().any(|name| indicator.formula.contains(name))
}

/// Returns the value of a year with its target and its change since the year before.
/// There is no change from or to a `thin` year, whose register seems to lack acts.
fn trend_row(series: &IndicatorSeries, own: &IndicatorValue, thin: &[String]) -> DocumentRow {
    let indicator = &series.indicator;
    let target = indicator.target.iter().find(|target| target.year == own.year);
    let before = series.values.iter().rev().find(|value| value.year < own.year);
    let is_thin = |year: Option<i32>| year.is_some_and(|year| thin.contains(&year.to_string()));
    let before = before.filter(|before| !is_thin(own.year) && !is_thin(before.year));
    let change = own.value.zip(before.and_then(|before| before.value)).map(|(now, before)| match indicator.unit {
        Unit::Share => DocumentCell::Number(100.0 * (now - before), 1),
        Unit::Count => DocumentCell::Change((now - before).round() as i64),
    });
    let year = own.year.map(|year| year.to_string()).unwrap_or_default();
    let cells = vec![
        own.value.map_or(DocumentCell::Hidden, |n| value(indicator, n)),
        target.map_or(DocumentCell::Nothing, |target| value(indicator, target.value)),
        change.unwrap_or(DocumentCell::Nothing),
    ];
    DocumentRow::new(year.as_str(), year.as_str(), cells)
}
