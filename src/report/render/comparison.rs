//! Communes side by side, as a page and a workbook.

use super::document::{Block, Cell, Chart, Document, Kind, Part, Row, Section};
use super::words::Words;
use super::{html, xlsx};
use crate::error::Result;
use crate::messages::Messages;
use crate::report::compare::{Comparison, Flag, Period};

/// The page in the language of the messages.
#[must_use]
pub fn comparison_html(comparison: &Comparison, version: &str, messages: &Messages) -> String {
    html::page(&document(comparison, version, messages), messages)
}

/// The workbook in the language of the messages.
///
/// # Errors
/// `xlsx` if a sheet can't be written.
pub fn comparison_xlsx(comparison: &Comparison, version: &str, messages: &Messages) -> Result<Vec<u8>> {
    xlsx::workbook(&document(comparison, version, messages), messages)
}

fn document(comparison: &Comparison, version: &str, messages: &Messages) -> Document {
    let words = Words { messages };
    let names: Vec<&str> = comparison.communes.iter().map(|own| own.commune.as_str()).collect();
    let parts = vec![overview(comparison, &words), by_year(comparison, &words)];
    let printed = vec![published(comparison, &words), deaths(comparison, &words), flags(comparison, &words)];
    Document {
        lang: messages.lang().code(),
        title: words.text("compare-title"),
        subtitle: names.join(" · "),
        skip: words.text("skip"),
        contents: words.text("contents"),
        figures_title: words.text("compare-how"),
        figures: Vec::new(),
        legend: vec![words.text("compare-legend"), words.text("legend-rate")],
        sections: vec![
            Section { id: "communes", title: words.text("compare-section"), parts },
            Section { id: "printed", title: words.text("compare-printed-section"), parts: printed },
        ],
        foot: words.say("compare-foot", &[("version", version.into())]),
    }
}

fn multiples(words: &Words<'_>, id: &str) -> Chart {
    Chart {
        id: id.to_owned(),
        title: words.text("multiples-title"),
        description: words.text("multiples-description"),
        caption: words.text("multiples-caption"),
        kind: Kind::Multiples { rate: 4, interval: [5, 6] },
    }
}

fn overview(comparison: &Comparison, words: &Words<'_>) -> Part {
    let rows = comparison.communes.iter().map(|own| {
        let rate = |rate: &crate::report::compare::Rate| {
            let side = |side: Option<f64>| Cell::share(side, rate.whole);
            let (low, high) = rate.interval.unzip();
            [Cell::count(rate.whole), side(rate.value()), side(low), side(high)]
        };
        let mut cells = vec![Cell::count(own.persons), Cell::count(own.households)];
        cells.extend(rate(&own.on_time));
        cells.extend(rate(&own.without_act));
        let (n, of) = own.quartiers;
        let of = n.zip(of).map(|(n, of)| words.say("figure-quartiers-value", &[("n", n.into()), ("of", of.into())]));
        cells.push(of.map_or(Cell::Hidden, Cell::Text));
        Row { code: own.commune.clone(), heading: own.commune.clone(), cells, ..Row::default() }
    });
    let columns = [
        "compare-commune",
        "persons",
        "households",
        "column-judged",
        "column-rate",
        "interval-low",
        "interval-high",
        "children-all",
        "children-rate",
        "interval-low",
        "interval-high",
        "compare-quartiers",
    ];
    let table = words.table("t-communes", "compare-caption", &columns, rows.collect());
    Part {
        title: words.text("compare-overview-title"),
        blocks: vec![Block::Text(words.text("compare-overview-text")), Block::Table(table, Vec::new())],
    }
}

const BY_PERIOD: [&str; 8] = [
    "compare-commune",
    "compare-period",
    "column-on-time",
    "column-late",
    "compare-acts",
    "column-rate",
    "interval-low",
    "interval-high",
];

fn period_row(own: &Period) -> Row {
    let share = |share: Option<f64>| match (share, own.on_time.whole, own.source.is_some()) {
        (Some(share), ..) => Cell::Share(share),
        (None, Some(0), _) | (None, _, true) => Cell::Nothing,
        _ => Cell::Hidden,
    };
    let count =
        |n: Option<u64>| if own.source.is_some() { n.map_or(Cell::Nothing, Cell::Count) } else { Cell::count(n) };
    let (low, high) = own.on_time.interval.unzip();
    let cells = vec![
        Cell::Text(own.period.clone()),
        count(own.on_time.part),
        count(own.late),
        count(own.on_time.whole),
        share(own.on_time.value()),
        share(low),
        share(high),
    ];
    // Two sources of one commune are two lines of figures.
    let heading = match &own.source {
        Some(source) if own.is_series => format!("{} ({source})", own.commune),
        _ => own.commune.clone(),
    };
    Row { code: format!("{} {}", own.commune, own.period), heading, cells, ..Row::default() }
}

fn by_year(comparison: &Comparison, words: &Words<'_>) -> Part {
    let rows: Vec<Row> = comparison.by_year.iter().map(period_row).collect();
    let charts = if rows.is_empty() { Vec::new() } else { vec![multiples(words, "year-multiples")] };
    let table = words.table("t-communes-years", "compare-years-caption", &BY_PERIOD, rows);
    Part {
        title: words.text("compare-years-title"),
        blocks: vec![Block::Text(words.text("declared-year-text")), Block::Table(table, charts)],
    }
}

fn published(comparison: &Comparison, words: &Words<'_>) -> Part {
    let rows = comparison.published.iter().map(|own| {
        let mut row = period_row(own);
        row.cells.push(Cell::Text(own.source.clone().unwrap_or_default()));
        row.code = format!("{} {}", row.code, own.source.as_deref().unwrap_or_default());
        row
    });
    let columns = [&BY_PERIOD[..], &["compare-source"]].concat();
    let table = words.table("t-printed", "compare-printed-caption", &columns, rows.collect());
    let charts = vec![multiples(words, "printed-multiples")];
    let text = words.say("compare-printed-text", &[("source", comparison.source.as_str().into())]);
    Part { title: words.text("compare-printed-title"), blocks: vec![Block::Text(text), Block::Table(table, charts)] }
}

fn deaths(comparison: &Comparison, words: &Words<'_>) -> Part {
    let rows = comparison.deaths.iter().map(|own| Row {
        code: format!("{} {}", own.commune, own.period),
        heading: own.commune.clone(),
        cells: vec![Cell::Text(own.period.clone()), Cell::Count(own.count), Cell::Text(own.source.clone())],
        ..Row::default()
    });
    let columns = ["compare-commune", "compare-period", "compare-deaths", "compare-source"];
    let table = words.table("t-deaths", "compare-deaths-caption", &columns, rows.collect());
    Part {
        title: words.text("compare-deaths-title"),
        blocks: vec![Block::Text(words.text("compare-deaths-text")), Block::Table(table, Vec::new())],
    }
}

fn flags(comparison: &Comparison, words: &Words<'_>) -> Part {
    let category = |flag: &Flag| {
        let names: Vec<String> =
            flag.category.split('+').map(|code| words.text(&format!("printed-{}", code.replace('_', "-")))).collect();
        names.join(" + ")
    };
    let rows = comparison.flags.iter().map(|flag| Row {
        code: format!("{} {} {} {}", flag.commune, flag.period, flag.category, flag.code),
        heading: flag.commune.clone(),
        cells: vec![
            Cell::Text(flag.period.clone()),
            Cell::Text(category(flag)),
            Cell::Count(flag.printed),
            Cell::Count(flag.against),
            Cell::Text(words.text(&format!("flag-{}", flag.code))),
        ],
        ..Row::default()
    });
    let columns =
        ["compare-commune", "compare-period", "compare-category", "flag-printed", "flag-against", "flag-what"];
    let table = words.table("t-flags", "compare-flags-caption", &columns, rows.collect());
    Part {
        title: words.text("compare-flags-title"),
        blocks: vec![Block::Text(words.text("compare-flags-text")), Block::Table(table, Vec::new())],
    }
}
