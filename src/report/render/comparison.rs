//! The comparison of communes as a document, written as a page and a workbook.

use super::document::{Chart, ChartKind, Document, DocumentBlock, DocumentCell, DocumentPart, DocumentRow};
use super::labels::Labels;
use super::{html, xlsx};
use crate::error::Result;
use crate::messages::Messages;
use crate::report::compare::{CommuneComparison, FigureFlag, PeriodActs, Rate};

/// Returns the page of the comparison in the language of the messages.
pub(crate) fn comparison_html(comparison: &CommuneComparison, version: &str, messages: &Messages) -> String {
    html::page(&document(comparison, version, messages), messages)
}

/// Returns the workbook of the comparison in the language of the messages.
///
/// # Errors
/// `xlsx` if a sheet cannot be written.
pub(crate) fn comparison_xlsx(comparison: &CommuneComparison, version: &str, messages: &Messages) -> Result<Vec<u8>> {
    xlsx::workbook(&document(comparison, version, messages), messages)
}

fn document(comparison: &CommuneComparison, version: &str, messages: &Messages) -> Document {
    let labels = Labels { messages };
    let names: Vec<&str> = comparison.communes.iter().map(|own| own.commune.as_str()).collect();
    let parts = vec![
        overview(comparison, &labels),
        by_year(comparison, &labels),
        by_born_year(comparison, &labels),
        at_equal_ages(comparison, &labels),
    ];
    let printed = vec![published(comparison, &labels), deaths(comparison, &labels), flags(comparison, &labels)];
    Document {
        lang: messages.lang().code(),
        title: labels.text("compare-title"),
        commune: String::new(),
        subtitle: names.join(" · "),
        mark: labels.text("compare-mark"),
        skip: labels.text("skip"),
        contents: labels.text("contents"),
        figures_title: labels.text("compare-how"),
        figures: Vec::new(),
        legend: vec![labels.text("compare-legend"), labels.text("legend-rate")],
        sections: vec![
            labels.section("communes", "compare-section", parts),
            labels.section("printed", "compare-printed-section", printed),
        ],
        foot: labels.message("compare-foot", &[("version", version.into())]),
        links: labels.links("communes", None),
        stem: "communes".to_owned(),
    }
}

/// Returns small line charts of the rate of acts on time, one for each commune.
fn multiples(labels: &Labels<'_>, id: &str) -> Chart {
    let kind = ChartKind::Multiples { rate: 4, interval: [5, 6] };
    Chart { id: id.to_owned(), ..labels.chart("multiples", kind) }
}

fn overview(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let rows = comparison.communes.iter().map(|own| {
        let rate = |rate: &Rate| {
            let side = |side: Option<f64>| DocumentCell::share(side, rate.whole);
            let (low, high) = rate.interval.unzip();
            [DocumentCell::count(rate.whole), side(rate.value()), side(low), side(high)]
        };
        let mut cells = vec![DocumentCell::count(own.persons), DocumentCell::count(own.households)];
        cells.extend(rate(&own.on_time));
        cells.extend(rate(&own.under_five));
        cells.extend(rate(&own.without_act));
        let (n, of) = own.quartiers;
        let of =
            n.zip(of).map(|(n, of)| labels.message("figure-quartiers-value", &[("n", n.into()), ("of", of.into())]));
        cells.push(of.map_or(DocumentCell::Hidden, DocumentCell::Text));
        DocumentRow::new(own.commune.as_str(), own.commune.as_str(), cells)
    });
    let columns = "compare-commune persons households column-judged column-rate interval-low interval-high \
                   under-five-all under-five-rate linking-low linking-high \
                   children-all children-rate linking-low linking-high compare-quartiers";
    let table = labels.table("t-communes", "compare-caption", columns, rows.collect());
    let mut blocks = vec![labels.paragraph("compare-overview-text", &[])];
    if let Some(first) = comparison.communes.first() {
        let rule = first.rule.join(" · ");
        let id = if first.is_common_rule { "compare-rule" } else { "compare-rules-differ" };
        blocks.push(labels.paragraph(id, &[("rule", rule.into())]));
    }
    if !comparison.is_one_window {
        blocks.push(labels.paragraph("compare-windows-differ", &[]));
    }
    let windows = comparison.communes.iter().map(|own| {
        let years = own.register_years.first().zip(own.register_years.last());
        let years = years.map(|(first, last)| format!("{first}-{last}"));
        let text = |text: Option<String>| text.map_or(DocumentCell::Nothing, DocumentCell::Text);
        let (period, version) = own.release.clone().unzip();
        let as_of = own.as_of.map(|day| labels.messages.date(day));
        let cells =
            vec![text(period), text(years), text(as_of), DocumentCell::Text(own.rule.join(" · ")), text(version)];
        DocumentRow::new(own.commune.as_str(), own.commune.as_str(), cells)
    });
    let columns = "compare-commune compare-period compare-registers compare-as-of compare-rule-column compare-version";
    let windows = labels.table("t-windows", "compare-windows-caption", columns, windows.collect());
    blocks.extend([DocumentBlock::Table(table, Vec::new()), DocumentBlock::Table(windows, Vec::new())]);
    labels.part("compare-overview-title", blocks)
}

/// Columns of tables of acts by commune and period.
const BY_PERIOD: &str =
    "compare-commune compare-period column-on-time column-late compare-acts column-rate interval-low interval-high";

fn period_row(own: &PeriodActs) -> DocumentRow {
    let share = |share: Option<f64>| match (share, own.on_time.whole, own.source.is_some()) {
        (Some(share), ..) => DocumentCell::Share(share),
        (None, Some(0), _) | (None, _, true) => DocumentCell::Nothing,
        _ => DocumentCell::Hidden,
    };
    let count = |n: Option<u64>| {
        if own.source.is_some() { n.map_or(DocumentCell::Nothing, DocumentCell::Count) } else { DocumentCell::count(n) }
    };
    let (low, high) = own.on_time.interval.unzip();
    let cells = vec![
        DocumentCell::Text(own.period.clone()),
        count(own.on_time.part),
        count(own.late),
        count(own.on_time.whole),
        share(own.on_time.value()),
        share(low),
        share(high),
    ];
    // A further source of a commune is a line of its own in the charts.
    let heading = match &own.source {
        Some(source) if own.is_series => format!("{} ({source})", own.commune),
        _ => own.commune.clone(),
    };
    DocumentRow::new(format!("{} {}", own.commune, own.period), heading, cells)
}

fn by_year(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let rows: Vec<DocumentRow> = comparison.by_year.iter().map(period_row).collect();
    let charts = if rows.is_empty() { Vec::new() } else { vec![multiples(labels, "year-multiples")] };
    let table = labels.table("t-communes-years", "compare-years-caption", BY_PERIOD, rows);
    labels.part(
        "compare-years-title",
        vec![labels.paragraph("declared-year-text", &[]), DocumentBlock::Table(table, charts)],
    )
}

/// Returns the share on time of the births of each year, as estimated for the end.
fn by_born_year(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let rows = comparison.by_born_year.iter().map(|own| {
        let share = |n: Option<f64>| n.map_or(DocumentCell::Nothing, DocumentCell::Share);
        let expected = own.expected.map_or(DocumentCell::Nothing, |n| DocumentCell::Count(n.round().max(0.0) as u64));
        let mut cells = vec![DocumentCell::Text(own.year.clone()), expected];
        cells.extend(own.share.map(share));
        DocumentRow::new(format!("{} {}", own.commune, own.year), own.commune.as_str(), cells)
    });
    let columns = "compare-commune born-year-column cohort-expected cohort-rate estimate-low estimate-high";
    labels.text_and_table("compare-born", "t-communes-born", columns, rows.collect())
}

/// Returns the share of children without an act, weighted by a standard population.
fn at_equal_ages(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let equal = &comparison.at_equal_ages;
    let rows = equal.communes.iter().map(|(name, own)| {
        let share = |share: Option<f64>| share.map_or(DocumentCell::Nothing, DocumentCell::Share);
        let (low, high) = own.interval.unzip();
        let children = own.children.map_or(DocumentCell::Hidden, DocumentCell::Count);
        let cells = vec![children, share(own.crude), share(own.standardised), share(low), share(high)];
        DocumentRow::new(name.as_str(), name.as_str(), cells)
    });
    let columns = "compare-commune children-all children-rate compare-standardised linking-low linking-high";
    let table = labels.table("t-communes-ages", "compare-ages-caption", columns, rows.collect());
    let ages: Vec<String> = equal.ages.iter().map(i32::to_string).collect();
    let text = match ages.is_empty() {
        true => labels.paragraph("compare-ages-none", &[]),
        false => labels.paragraph("compare-ages-text", &[("ages", ages.join(", ").into())]),
    };
    let table = (!ages.is_empty()).then_some(DocumentBlock::Table(table, Vec::new()));
    labels.part("compare-ages-title", [text].into_iter().chain(table).collect())
}

fn published(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let rows = comparison.published.iter().map(|own| {
        let mut row = period_row(own);
        row.cells.push(DocumentCell::Text(own.source.clone().unwrap_or_default()));
        row.code = format!("{} {}", row.code, own.source.as_deref().unwrap_or_default());
        row
    });
    let columns = format!("{BY_PERIOD} compare-source");
    let table = labels.table("t-printed", "compare-printed-caption", &columns, rows.collect());
    let charts = vec![multiples(labels, "printed-multiples")];
    let text = labels.message("compare-printed-text", &[("source", comparison.source.as_str().into())]);
    labels.part("compare-printed-title", vec![DocumentBlock::Text(text), DocumentBlock::Table(table, charts)])
}

fn deaths(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let rows = comparison.deaths.iter().map(|own| {
        let [period, source] = [&own.period, &own.source].map(|text| DocumentCell::Text(text.clone()));
        let cells = vec![period, DocumentCell::Count(own.count), source];
        DocumentRow::new(format!("{} {}", own.commune, own.period), own.commune.as_str(), cells)
    });
    let columns = "compare-commune compare-period compare-deaths compare-source";
    labels.text_and_table("compare-deaths", "t-deaths", columns, rows.collect())
}

fn flags(comparison: &CommuneComparison, labels: &Labels<'_>) -> DocumentPart {
    let category = |flag: &FigureFlag| {
        let names: Vec<String> =
            flag.category.split('+').map(|code| labels.text(&format!("printed-{}", code.replace('_', "-")))).collect();
        names.join(" + ")
    };
    let rows = comparison.flags.iter().map(|flag| {
        let cells = vec![
            DocumentCell::Text(flag.period.clone()),
            DocumentCell::Text(category(flag)),
            DocumentCell::Count(flag.printed),
            DocumentCell::Count(flag.against),
            DocumentCell::Text(labels.text(&format!("flag-{}", flag.code))),
        ];
        let code = format!("{} {} {} {}", flag.commune, flag.period, flag.category, flag.code);
        DocumentRow::new(code, flag.commune.as_str(), cells)
    });
    let columns = "compare-commune compare-period compare-category flag-printed flag-against flag-what";
    labels.text_and_table("compare-flags", "t-flags", columns, rows.collect())
}
