//! Builds the document of the report, section by section.

mod births;
mod children;
mod data_quality;
mod indicators;
mod method;
mod population;

use super::document::{Document, DocumentCell, HeadlineFigure};
use super::labels::Labels;
use crate::messages::Messages;
use crate::report::tables::ReportTables;

/// The report in the language of the messages.
pub(super) fn document(tables: &ReportTables, messages: &Messages) -> Document {
    let labels = Labels { messages };
    let years = tables.births.totals.declared.map(|(first, last)| {
        let [first, last] = [first, last].map(|day| day.format("%Y").to_string());
        if first == last {
            labels.message("subtitle-year", &[("year", first.into())])
        } else {
            labels.message("subtitle-years", &[("first", first.into()), ("last", last.into())])
        }
    });
    let as_of = tables.as_of.map(|year| labels.message("subtitle-as-of", &[("day", year.to_string().into())]));
    let subtitle: Vec<String> = [Some(labels.text("subtitle")), years, as_of].into_iter().flatten().collect();
    Document {
        lang: messages.lang().code(),
        title: labels.message("title", &[("commune", tables.commune.as_str().into())]),
        subtitle: subtitle.join(" · "),
        skip: labels.text("skip"),
        contents: labels.text("contents"),
        figures_title: labels.text("figures"),
        figures: figures(tables, &labels),
        legend: vec![
            labels.message("legend-hidden", &[("min", u64::from(tables.settings.min_cell).into())]),
            labels.text("legend-rate"),
            duplicates(tables, &labels),
        ],
        sections: vec![
            births::section(tables, &labels),
            children::section(tables, &labels),
            indicators::section(tables, &labels),
            population::section(tables, &labels),
            data_quality::section(tables, &labels),
            method::section(tables, &labels),
        ],
        foot: labels.message(
            "foot",
            &[
                ("generation", tables.generation.to_string().into()),
                ("version", tables.program_version.as_str().into()),
            ],
        ),
    }
}

fn figures(tables: &ReportTables, labels: &Labels<'_>) -> Vec<HeadlineFigure> {
    let (births, population, rows) = (&tables.births.totals.all, &tables.population, &tables.sheets.all);
    let figure = |value, label: &str, note| HeadlineFigure { value, label: labels.text(label), note };
    let count = |n: Option<u64>| labels.cell(&DocumentCell::count(n));
    let percent = |rate: Option<f64>, whole: Option<u64>| labels.cell(&DocumentCell::share(rate, whole));
    let quarantine = match rows.quarantined {
        Some(0) => labels.text("figure-quarantine-none"),
        _ => labels.text("figure-quarantine-note"),
    };
    let mut figures = vec![
        figure(
            percent(births.rate(), births.judged),
            "figure-rate",
            labels.message(
                "figure-rate-note",
                &[("on_time", count(births.on_time).into()), ("judged", count(births.judged).into())],
            ),
        ),
        figure(
            count(births.late),
            "figure-late",
            match births.unknown {
                Some(0) => labels.text("figure-late-none"),
                unknown => labels.message("figure-late-note", &[("unknown", count(unknown).into())]),
            },
        ),
    ];
    if let Some(children) = &tables.children {
        let range = match children.by_born_year.total.interval {
            Some((low, high)) => labels.message(
                "figure-children-note",
                &[("low", labels.messages.percent(low).into()), ("high", labels.messages.percent(high).into())],
            ),
            None => String::new(),
        };
        figures.push(figure(
            percent(children.by_born_year.total.rate_without(), children.by_born_year.total.counts.total),
            "figure-children",
            range,
        ));
    }
    figures.extend([
        figure(count(population.total.persons.total), "figure-persons", labels.text("figure-persons-note")),
        figure(
            labels.message(
                "figure-quartiers-value",
                &[("n", tables.sheets.n_quartiers_censused.into()), ("of", tables.sheets.n_quartiers.into())],
            ),
            "figure-quartiers",
            labels.text("figure-quartiers-note"),
        ),
        figure(count(rows.quarantined), "figure-quarantine", quarantine),
    ]);
    figures
}

/// The line of the legend on duplicate acts.
fn duplicates(tables: &ReportTables, labels: &Labels<'_>) -> String {
    match tables.births.totals.duplicates {
        Some(n) => labels.message("legend-duplicates", &[("n", n.into())]),
        None => labels.text("legend-duplicates-hidden"),
    }
}
