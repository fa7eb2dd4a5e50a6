//! Sources and method: the law applied, what each figure counts, the sources of the formulas.

use super::super::document::{Block, Section};
use super::super::words::Words;
use super::part;
use crate::report::Tables;

pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let legal = vec![
        Block::Text(words.text("legal-text")),
        Block::List(tables.legal.iter().map(|period| words.legal_period(period)).collect()),
        Block::Text(words.text("legal-before")),
    ];
    let settings = &tables.settings;
    let notes = vec![
        words.text("note-rate"),
        words.text("note-duplicates"),
        words.say("note-cohorts", &[("n", u64::from(settings.recent_cohort_days).into())]),
        words.text("note-published"),
        words.text("note-children"),
        words.say("note-hidden", &[("min", u64::from(settings.min_cell).into())]),
        words.say("note-changes", &[("min", u64::from(settings.min_cell).into())]),
        words.text("note-names"),
        words.say("note-up-to-date", &[("n", u64::from(settings.up_to_date_years).into())]),
    ];
    let formulas = ["formula-wilson", "formula-funnel", "formula-whipple", "formula-myers", "formula-children"];
    let formulas = formulas.map(|id| words.text(id)).into();
    Section {
        id: "method",
        title: words.text("method-title"),
        parts: vec![
            part(words, "legal-title", legal),
            part(words, "notes-title", vec![Block::List(notes)]),
            part(words, "formulas-title", vec![Block::List(formulas)]),
        ],
    }
}
