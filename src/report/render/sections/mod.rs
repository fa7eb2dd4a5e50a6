//! Builds the document of the report, section by section.

mod births;
mod children;
mod data_quality;
mod indicators;
mod population;

// The sections import these through `super::*`.
use super::document::{
    Chart, ChartKind, Document, DocumentBlock, DocumentCell, DocumentPart, DocumentRow, DocumentTable, HeadlineFigure,
    Section,
};
use super::labels::Labels;
use crate::messages::Messages;
use crate::report::ReportTables;
use crate::report::heading::{Breakdown, RowHeading};

/// Returns the report in the language of the messages.
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
    let duplicates = match tables.births.totals.duplicates {
        Some(n) => labels.message("legend-duplicates", &[("n", n.into())]),
        None => labels.text("legend-duplicates-hidden"),
    };
    let subtitle: Vec<String> = [Some(labels.text("subtitle")), years, as_of].into_iter().flatten().collect();
    let foot =
        [("generation", tables.generation.to_string().into()), ("version", tables.program_version.as_str().into())];
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
            duplicates,
        ],
        sections: vec![
            births::section(tables, &labels),
            children::section(tables, &labels),
            indicators::section(tables, &labels),
            population::section(tables, &labels),
            data_quality::section(tables, &labels),
            method(tables, &labels),
        ],
        foot: labels.message("foot", &foot),
    }
}

fn figures(tables: &ReportTables, labels: &Labels<'_>) -> Vec<HeadlineFigure> {
    let (births, population, rows) = (&tables.births.totals.all, &tables.population, &tables.sheets.all);
    let figure = |value, label: &str, note| HeadlineFigure { value, label: labels.text(label), note };
    let count = |n: Option<u64>| labels.cell(&DocumentCell::count(n));
    let percent = |rate: Option<f64>, whole: Option<u64>| labels.cell(&DocumentCell::share(rate, whole));
    let rate_facts = [("on_time", count(births.on_time).into()), ("judged", count(births.judged).into())];
    let late_note = match births.unknown {
        Some(0) => labels.text("figure-late-none"),
        unknown => labels.message("figure-late-note", &[("unknown", count(unknown).into())]),
    };
    let mut figures = vec![
        figure(percent(births.rate(), births.judged), "figure-rate", labels.message("figure-rate-note", &rate_facts)),
        figure(count(births.late), "figure-late", late_note),
    ];
    if let Some(children) = &tables.children {
        let all = &children.by_born_year.total;
        let range = all.interval.map(|(low, high)| {
            let [low, high] = [low, high].map(|share| labels.messages.percent(share).into());
            labels.message("figure-children-note", &[("low", low), ("high", high)])
        });
        let share = percent(all.rate_without(), all.counts.total);
        figures.push(figure(share, "figure-children", range.unwrap_or_default()));
    }
    let n_quartiers = [("n", tables.sheets.n_quartiers_censused.into()), ("of", tables.sheets.n_quartiers.into())];
    let n_quartiers = labels.message("figure-quartiers-value", &n_quartiers);
    let no_quarantine = rows.quarantined == Some(0);
    let quarantine = labels.text(if no_quarantine { "figure-quarantine-none" } else { "figure-quarantine-note" });
    figures.extend([
        figure(count(population.total.persons.total), "figure-persons", labels.text("figure-persons-note")),
        figure(n_quartiers, "figure-quartiers", labels.text("figure-quartiers-note")),
        figure(count(rows.quarantined), "figure-quarantine", quarantine),
    ]);
    figures
}

/// Returns the section on method: the law applied, notes on the figures, sources of the formulas.
fn method(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let legal = vec![
        labels.paragraph("legal-text", &[]),
        DocumentBlock::List(tables.legal.iter().map(|period| labels.legal_period(period)).collect()),
        labels.paragraph("legal-before", &[]),
    ];
    let settings = &tables.settings;
    let notes = vec![
        labels.text("note-rate"),
        labels.text("note-duplicates"),
        labels.message("note-cohorts", &[("n", u64::from(settings.recent_cohort_days).into())]),
        labels.text("note-published"),
        labels.text("note-children"),
        labels.message("note-hidden", &[("min", u64::from(settings.min_cell).into())]),
        labels.message("note-changes", &[("min", u64::from(settings.min_cell).into())]),
        labels.text("note-names"),
        labels.message("note-up-to-date", &[("n", u64::from(settings.up_to_date_years).into())]),
    ];
    let formulas = ["formula-wilson", "formula-funnel", "formula-whipple", "formula-myers", "formula-children"];
    let formulas = formulas.map(|id| labels.text(id)).into();
    let parts = vec![
        labels.part("legal-title", legal),
        labels.part("notes-title", vec![DocumentBlock::List(notes)]),
        labels.part("formulas-title", vec![DocumentBlock::List(formulas)]),
    ];
    labels.section("method", "method-title", parts)
}
