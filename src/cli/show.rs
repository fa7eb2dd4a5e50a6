//! The text of places, errors, row counts and run summaries on the terminal; readable without colour.

use bato::app::RunSummary;
use bato::error::Error;
use bato::finding::Finding;
use bato::messages::{Fact, Messages};
use bato::record::{SheetCount, SourceFile, Timeliness, column_letters};

/// Describes an error: what and where, then what to do on a line of its own.
pub(super) fn error(messages: &Messages, error: &Error) -> String {
    format!("{} {}", messages.text("word-error"), fault(messages, error))
}

/// Describes an error without the word "Error" before it.
pub(super) fn fault(messages: &Messages, error: &Error) -> String {
    let id = format!("error-{}", error.code);
    let mut facts: Vec<(&str, Fact<'_>)> = error.args.iter().map(|(name, value)| (*name, fact(value))).collect();
    let cause = error.cause.as_deref().unwrap_or("");
    facts.push(("cause", cause.into()));
    // Where no file could be read, the cause is the code of the first file's error.
    let reason = format!("error-{cause}");
    if messages.has(&reason) {
        let reason = messages.say(&reason, &facts);
        facts.push(("reason", reason.into()));
    }
    let mut text = messages.say(&id, &facts);
    let hint = format!("{id}.hint");
    if messages.has(&hint) {
        text.push_str(&format!("\n  {} {}", messages.text("word-hint"), messages.say(&hint, &facts)));
    }
    text
}

fn fact(value: &str) -> Fact<'_> {
    // A whole number chooses the plural of its message; text with a leading zero or a sign is no count.
    match value.parse::<u64>() {
        Ok(count) if !value.starts_with('0') || value == "0" => Fact::Count(count),
        _ => Fact::from(value),
    }
}

/// The place of a finding as a spreadsheet shows it: `Feuil1!C17`, or row and column where there is no sheet.
pub(super) fn place(messages: &Messages, source: &SourceFile, finding: &Finding) -> String {
    let at = finding.at;
    let sheet = source.sheets.get(usize::from(at.row.sheet)).map_or("", |sheet| sheet.name.as_str());
    let row = at.row.row.to_string();
    match (sheet, at.row.row, at.column.map(column_letters)) {
        ("", 0, _) => messages.text("place-file"),
        ("", _, None) => messages.say("place-line", &[("row", row.into())]),
        ("", _, Some(column)) => {
            messages.say("place-line-column", &[("row", row.into()), ("column", column.as_str().into())])
        }
        (sheet, 0, _) => messages.say("place-sheet", &[("sheet", sheet.into())]),
        (sheet, _, None) => messages.say("place-sheet-row", &[("sheet", sheet.into()), ("row", row.into())]),
        (sheet, _, Some(column)) => format!("{sheet}!{column}{row}"),
    }
}

/// The row equation in words and figures, by the message `id`.
pub(super) fn equation(messages: &Messages, id: &str, count: &SheetCount) -> String {
    let facts = [
        ("rows", Fact::from(count.rows)),
        ("ignored", Fact::from(count.ignored)),
        ("quarantined", Fact::from(count.quarantined)),
        ("registered", Fact::from(count.registered)),
        ("merged", Fact::from(count.merged)),
    ];
    messages.say(id, &facts)
}

/// Describes a run: files, rows, persons, acts, and what to do next.
pub(super) fn summary(messages: &Messages, summary: &RunSummary) -> String {
    let title = if summary.is_dry_run {
        messages.text("summary-dry-run")
    } else {
        messages.say("summary-title", &[("generation", summary.generation.to_string().into())])
    };
    let mut lines = vec![title, String::new()];
    lines.push(messages.say("summary-files", &[("n", summary.n_files.into())]));
    for (path, error) in &summary.unreadable {
        lines.push(format!("  {path}: {}", fault(messages, error).replace('\n', "\n  ")));
    }
    for (original, by) in &summary.replaced {
        let facts = [("original", Fact::from(original.as_str())), ("by", by.as_str().into())];
        lines.push(format!("  {}", messages.say("corrections-replaced", &facts)));
    }
    lines.push(equation(messages, "summary-equation", &summary.rows()));
    lines.push(equation(messages, "summary-equation-census", &summary.census));
    lines.push(equation(messages, "summary-equation-births", &summary.births));
    if summary.events.rows > 0 {
        lines.push(equation(messages, "summary-equation-events", &summary.events));
    }
    lines.push(
        messages
            .say("summary-persons", &[("n", summary.n_persons.into()), ("households", summary.n_households.into())]),
    );
    lines.push(acts(messages, summary));
    if summary.n_events.0 > 0 {
        let (n, alone) = summary.n_events;
        lines.push(messages.say("summary-events", &[("n", n.into()), ("alone", alone.into())]));
    }
    if summary.n_likely_dead > 0 {
        lines.push(messages.say("summary-likely-dead", &[("n", summary.n_likely_dead.into())]));
    }
    if summary.n_withdrawn > 0 {
        lines.push(messages.say("summary-withdrawn", &[("n", summary.n_withdrawn.into())]));
    }
    if summary.n_decisions > 0 {
        lines.push(messages.say("summary-decisions", &[("n", summary.n_decisions.into())]));
    }
    if !summary.stale_decisions.is_empty() {
        lines.push(messages.say("summary-stale", &[("n", summary.stale_decisions.len().into())]));
        lines.extend(summary.stale_decisions.iter().map(|decision| format!("  {decision}")));
    }
    lines.push(String::new());
    lines.push(messages.text("summary-next"));
    if !summary.unreadable.is_empty() {
        lines.push(messages.say("summary-next-unreadable", &[("n", summary.unreadable.len().into())]));
    }
    let quarantined = summary.rows().quarantined;
    if quarantined > 0 {
        lines.push(messages.say("summary-next-quarantine", &[("n", quarantined.into())]));
    }
    if summary.n_to_review > 0 {
        lines.push(messages.say("summary-next-review", &[("n", summary.n_to_review.into())]));
    }
    match &summary.report {
        Some(Ok(path)) => {
            lines.push(messages.say("summary-next-report", &[("path", path.display().to_string().into())]));
        }
        Some(Err(error)) => {
            let reason = fault(messages, error).replace('\n', "\n    ");
            lines.push(messages.say("summary-next-no-report", &[("said", reason.into())]));
        }
        None => {}
    }
    lines.join("\n")
}

/// The birth acts by timeliness, with the rate on time.
fn acts(messages: &Messages, summary: &RunSummary) -> String {
    let of = |timeliness| summary.acts.get(&timeliness).copied().unwrap_or(0);
    let (on_time, late, unknown) = (of(Timeliness::OnTime), of(Timeliness::Late), of(Timeliness::Unknown));
    let rate =
        if on_time + late == 0 { "–".to_owned() } else { messages.percent(on_time as f64 / (on_time + late) as f64) };
    let facts = [
        ("n", Fact::from(on_time + late + unknown)),
        ("on_time", Fact::from(on_time)),
        ("late", Fact::from(late)),
        ("unknown", Fact::from(unknown)),
        ("duplicates", Fact::from(summary.n_duplicate_acts)),
        ("rate", Fact::from(rate)),
    ];
    messages.say("summary-acts", &facts)
}
