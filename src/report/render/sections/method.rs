//! The section on method: the law applied, notes on the figures, sources of the formulas.

use crate::report::render::blocks::{part, text};
use crate::report::render::document::{DocumentBlock, Section};
use crate::report::render::labels::Labels;
use crate::report::tables::ReportTables;

pub(super) fn section(tables: &ReportTables, labels: &Labels<'_>) -> Section {
    let legal = vec![
        text(labels, "legal-text"),
        DocumentBlock::List(tables.legal.iter().map(|period| labels.legal_period(period)).collect()),
        text(labels, "legal-before"),
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
    Section {
        id: "method",
        title: labels.text("method-title"),
        parts: vec![
            part(labels, "legal-title", legal),
            part(labels, "notes-title", vec![DocumentBlock::List(notes)]),
            part(labels, "formulas-title", vec![DocumentBlock::List(formulas)]),
        ],
    }
}
