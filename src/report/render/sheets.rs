//! The page's last sections: what became of the sheets' rows, the faults found, the law and the method.

use super::page::{Block, Cell, Part, Row, Section};
use super::words::Words;
use crate::messages::Messages;
use crate::report::{Outcomes, RuleCount, Tables};

/// Rows and findings.
pub(super) fn section(tables: &Tables, words: &Words<'_>) -> Section {
    let sheets = &tables.sheets;
    let row = |id: &str, outcomes: &Outcomes, is_total| {
        let counts = [outcomes.rows, outcomes.ignored, outcomes.quarantined, outcomes.registered, outcomes.merged];
        Row { heading: words.text(id), cells: counts.map(|n| words.count_cell(n)).into(), is_total }
    };
    let rows = vec![
        row("rows-census", &sheets.census, false),
        row("rows-births", &sheets.births, false),
        row("rows-all", &sheets.all, true),
    ];
    let columns = ["rows-column", "rows-read", "rows-ignored", "rows-quarantined", "rows-registered", "rows-merged"];
    let files =
        words.say("files", &[("read", sheets.n_files_read.into()), ("unreadable", sheets.n_files_unreadable.into())]);
    let equation = vec![
        Block::Text(words.text(if sheets.holds { "rows-text" } else { "rows-broken" })),
        Block::Table(words.table("t-rows", "rows-caption", &columns, rows)),
        Block::Text(files),
        Block::Text(words.text("rows-what-to-do")),
    ];
    let findings = if sheets.findings.is_empty() {
        vec![Block::Text(words.text("findings-none"))]
    } else {
        let rows = sheets.findings.iter().map(|finding| finding_row(finding, words)).collect();
        let table = words.table(
            "t-findings",
            "findings-caption",
            &["findings-column", "findings-severity", "findings-n"],
            rows,
        );
        vec![Block::Text(words.text("findings-text")), Block::Table(table)]
    };
    let part = |title: &str, blocks| Part { title: words.text(title), blocks };
    Section {
        id: "sheets",
        title: words.text("sheets-title"),
        parts: vec![part("rows-title", equation), part("findings-title", findings)],
    }
}

fn finding_row(finding: &RuleCount, words: &Words<'_>) -> Row {
    let severity = words.text(&format!("severity-{}", finding.severity));
    Row {
        heading: rule_title(&finding.rule, words.messages),
        cells: vec![Cell::Shown(severity), words.count_cell(finding.n)],
        is_total: false,
    }
}

/// The rule's title (`rule-<rule>.title`) if the messages have one, else its code.
fn rule_title(rule: &str, messages: &Messages) -> String {
    let id = format!("rule-{rule}.title");
    if messages.has(&id) { messages.text(&id) } else { rule.to_owned() }
}

/// Sources and method.
pub(super) fn method(tables: &Tables, words: &Words<'_>) -> Section {
    let part = |title: &str, blocks| Part { title: words.text(title), blocks };
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
        words.text("note-names"),
    ];
    Section {
        id: "method",
        title: words.text("method-title"),
        parts: vec![part("legal-title", legal), part("notes-title", vec![Block::List(notes)])],
    }
}
