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
            year(series, labels),
            printed(series.target()),
            DocumentCell::Text(missing(series, tables, labels)),
        ];
        let heading = indicator.name.in_lang(labels.messages.lang().code()).to_owned();
        let is_incomplete = series.last().is_some_and(|own| own.is_incomplete);
        DocumentRow { is_incomplete, ..DocumentRow::new(indicator.id.as_str(), heading, cells) }
    });
    let columns =
        "indicator-column indicator-baseline indicator-value indicator-year indicator-target indicator-missing";
    let table = labels.table("t-indicators", "indicators-caption", columns, rows.collect());
    let notes = tables.indicators.iter().map(|series| note(series, labels)).collect();
    let again = tables.indicators.iter().filter(|series| series.is_of_release());
    let names: Vec<&str> = again.map(|own| own.indicator.name.in_lang(labels.messages.lang().code())).collect();
    let again = [("acts-of-release", tables.acts_of()), ("persons-of-release", tables.persons_of())];
    let again = again.into_iter().filter_map(|(id, of)| labels.of_release(id, of));
    let again = (!names.is_empty()).then(|| again.chain([names.join(" · ")]).collect::<Vec<_>>().join(" "));
    let blocks = vec![
        DocumentBlock::Text(
            [Some(labels.text("indicators-text")), again].into_iter().flatten().collect::<Vec<_>>().join(" "),
        ),
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

/// Returns the year of the value; it bears the mark if no whole year has one.
fn year(series: &IndicatorSeries, labels: &Labels<'_>) -> DocumentCell {
    let last = series.last().and_then(|own| Some((own.year?, own.is_incomplete)));
    last.map_or(DocumentCell::Nothing, |(year, is_incomplete)| {
        DocumentCell::Text(labels.period(year.to_string(), is_incomplete))
    })
}

/// Returns in words what is missing to judge whether the target is reached.
fn missing(series: &IndicatorSeries, tables: &ReportTables, labels: &Labels<'_>) -> String {
    let absent = [
        (series.indicator.baseline.is_none(), "missing-baseline"),
        (series.values.is_empty(), "missing-value"),
        (series.indicator.target.is_empty(), "missing-target"),
        // The baseline is published, the value is of this register.
        (series.indicator.baseline.is_some() && !series.values.is_empty(), "missing-one-source"),
    ];
    let named = absent.iter().filter(|(is, _)| *is).map(|(_, id)| labels.text(id));
    // Where the law in force is an open question, the value under the other rule stands beside.
    let year = series.last().and_then(|own| own.year).filter(|_| is_of_law(&series.indicator));
    let other = tables.births.other_rule.iter().flat_map(|other| &other.by_year);
    let other = other.filter(|own| year.is_some_and(|year| own.heading == RowHeading::Year(year)));
    let other = other.filter_map(|own| own.rate()).filter(|_| series.indicator.unit == Unit::Share);
    let other =
        other.map(|rate| labels.message("indicator-other-rule", &[("rate", labels.messages.percent(rate).into())]));
    let named: Vec<String> = named.chain(other).collect();
    if named.is_empty() { labels.text("no-rate") } else { named.join(", ") }
}

/// Returns formula, sources and note of an indicator.
fn note(series: &IndicatorSeries, labels: &Labels<'_>) -> String {
    let (indicator, lang) = (&series.indicator, labels.messages.lang().code());
    let mut sources = vec![indicator.source.in_lang(lang)];
    for printed in indicator.baseline.iter().chain(&indicator.target) {
        let source = printed.source.in_lang(lang);
        if !sources.contains(&source) {
            sources.push(source);
        }
    }
    let facts = [
        ("name", indicator.name.in_lang(lang).into()),
        ("formula", indicator.words.as_ref().map_or(indicator.formula.as_str(), |own| own.in_lang(lang)).into()),
        ("sources", labels.join(&sources).into()),
        ("note", indicator.note.as_ref().map_or("", |note| note.in_lang(lang)).into()),
    ];
    labels.message("indicator-note", &facts).replace("  ", " ").trim_end().to_owned()
}

/// Returns the part with the values of each indicator by year.
fn trend(tables: &ReportTables, labels: &Labels<'_>) -> DocumentPart {
    let by_year = |series: &&IndicatorSeries| series.values.iter().filter(|value| value.year.is_some()).count() > 0;
    let mut blocks = vec![labels.paragraph("trend-text", &[])];
    for series in tables.indicators.iter().filter(by_year) {
        let rows =
            series.values.iter().map(|own| labels.of_period(trend_row(series, own), own.is_incomplete)).collect();
        let columns = "declared-year-column indicator-value indicator-target trend-change";
        let name = series.indicator.name.in_lang(labels.messages.lang().code());
        let id = format!("t-trend-{}", series.indicator.id);
        let table = DocumentTable { caption: name.to_owned(), ..labels.table(&id, "trend-title", columns, rows) };
        let kind = match series.indicator.unit {
            Unit::Share => ChartKind::Line { rate: 0, interval: None, level: None },
            Unit::Count => ChartKind::Columns(vec![0]),
        };
        let origin = if series.is_of_release() { origin_of(series, tables, labels) } else { None };
        let chart = Chart {
            id: format!("trend-{}", series.indicator.id),
            title: name.to_owned(),
            description: labels.message("trend-description", &[("name", name.into())]),
            caption: labels.message("trend-caption", &[("name", name.into())]),
            kind,
            total: None,
            origin: origin.unwrap_or_default(),
            is_published: false,
            marks: if is_of_law(&series.indicator) { labels.law_marks(&table.rows, &tables.legal) } else { Vec::new() },
        };
        let charts = if series.values.len() > 1 { vec![chart] } else { Vec::new() };
        blocks.push(DocumentBlock::Table(table, charts));
    }
    labels.part("trend-title", blocks)
}

/// Returns the sentence that names the release of which the figures of an indicator are shown again.
fn origin_of(series: &IndicatorSeries, tables: &ReportTables, labels: &Labels<'_>) -> Option<String> {
    let id = if is_of_law(&series.indicator) { "acts-of-release" } else { "persons-of-release" };
    let of = if is_of_law(&series.indicator) { tables.acts_of() } else { tables.persons_of() };
    labels.of_release(id, of)
}

/// Whether the legal period decides the value.
fn is_of_law(indicator: &Indicator) -> bool {
    ["acts_on_time", "acts_late", "rate_on_time"].iter().any(|name| indicator.formula.contains(name))
}

/// Returns the value of a year with its target and its change since the year before. There is no change from or to an
/// incomplete year.
fn trend_row(series: &IndicatorSeries, own: &IndicatorValue) -> DocumentRow {
    let indicator = &series.indicator;
    let target = indicator.target.iter().find(|target| target.year == own.year);
    let before = series.values.iter().rev().find(|value| value.year < own.year);
    let before = before.filter(|before| !own.is_incomplete && !before.is_incomplete);
    let change = own.value.zip(before.and_then(|before| before.value)).map(|(now, before)| match indicator.unit {
        Unit::Share => DocumentCell::points(before, now),
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
