//! Makes the texts that several commands print: places, errors, row counts, summaries of runs; readable without colour.
//! (`bato show` is in `person.rs`.)

use bato::app::{ClockDoubt, RunSummary, SheetWithoutTable};
use bato::error::Error;
use bato::finding::Finding;
use bato::messages::{Messages, say};
use bato::record::{SheetCount, SourceFile, Timeliness, column_letters};
use bato::store::RecoveryCause;

/// Describes an error: what and where, then what to do on a line of its own.
pub(super) fn error(messages: &Messages, error: &Error) -> String {
    format!("{} {}", messages.text("word-error"), fault(messages, error))
}

/// Describes an error without the word "Error" before it.
pub(super) fn fault(messages: &Messages, error: &Error) -> String {
    let text = messages.error(error);
    match text.hint {
        Some(hint) => format!("{}\n  {} {hint}", text.message, messages.text("word-hint")),
        None => text.message,
    }
}

/// Names the sheets in the raw folder that no run reads; `None` if there are none.
pub(super) fn astray(messages: &Messages, sheets: &[String]) -> Option<String> {
    (!sheets.is_empty()).then(|| say!(messages, "summary-astray", n = sheets.len()) + &first_names(sheets))
}

/// Names the files of decisions and of reference tables that no run reads; `None` if there are none.
pub(super) fn unknown_files(messages: &Messages, files: &[String]) -> Option<String> {
    let names = bato::app::REFERENCE_FILES.join(", ");
    let said = || say!(messages, "summary-unknown-files", n = files.len(), names = names) + &first_names(files);
    (!files.is_empty()).then(said)
}

/// The first names of a list, each on its own line.
fn first_names(names: &[String]) -> String {
    const MOST_NAMES: usize = 5;
    let more = if names.len() > MOST_NAMES { "\n  …" } else { "" };
    names.iter().take(MOST_NAMES).map(|name| format!("\n  {name}")).collect::<String>() + more
}

/// Why the reports could not be written although the register is saved.
pub(super) fn no_report(messages: &Messages, error: &Error) -> String {
    say!(messages, "summary-next-no-report", said = fault(messages, error).replace('\n', "\n    "))
}

/// The place of a finding as a spreadsheet shows it: `Feuil1!C17`, or row and column where there is no sheet.
pub(super) fn place(messages: &Messages, source: &SourceFile, finding: &Finding) -> String {
    let at = finding.at;
    let sheet = source.sheets.get(usize::from(at.row.sheet)).map_or("", |sheet| sheet.name.as_str());
    let row = at.row.row.to_string();
    match (sheet, at.row.row, at.column.map(column_letters)) {
        ("", 0, _) => messages.text("place-file"),
        ("", _, None) => say!(messages, "place-line", row),
        ("", _, Some(column)) => say!(messages, "place-line-column", row, column = column.as_str()),
        (sheet, 0, _) => say!(messages, "place-sheet", sheet),
        (sheet, _, None) => say!(messages, "place-sheet-row", sheet, row),
        (sheet, _, Some(column)) => format!("{sheet}!{column}{row}"),
    }
}

/// The row equation in words and figures, by the message `id`.
pub(super) fn equation(messages: &Messages, id: &str, count: &SheetCount) -> String {
    let SheetCount { rows, ignored, quarantined, registered, merged } = *count;
    say!(messages, id, rows, ignored, quarantined, registered, merged)
}

/// Describes a run: files, rows, persons, acts, and what to do next.
pub(super) fn summary(messages: &Messages, summary: &RunSummary) -> String {
    let title = if summary.is_unchanged {
        say!(messages, "summary-unchanged", generation = summary.generation.to_string())
    } else if summary.is_dry_run {
        messages.text("summary-dry-run")
    } else {
        say!(messages, "summary-title", generation = summary.generation.to_string())
    };
    let mut lines = vec![title, String::new()];
    lines.push(say!(messages, "summary-files", n = summary.n_files));
    for (path, error) in &summary.unreadable {
        lines.push(format!("  {path}: {}", fault(messages, error).replace('\n', "\n  ")));
    }
    for SheetWithoutTable { path, sheet, reason } in &summary.sheets_without_table {
        let reason = messages.text(&format!("reason-{reason}"));
        let id = if sheet.is_empty() { "summary-file-without-table" } else { "summary-sheet-without-table" };
        lines.push(format!("  {}", say!(messages, id, path, sheet, reason)));
    }
    for (original, by) in &summary.replaced {
        lines.push(format!("  {}", say!(messages, "corrections-replaced", original, by)));
    }
    for (original, by) in &summary.corrected {
        lines.push(format!("  {}", say!(messages, "corrections-applied", original, by)));
    }
    for (path, first) in &summary.same_content {
        lines.push(format!("  {}", say!(messages, "summary-same-content", path, first)));
    }
    let counted = |id, n: usize| (n > 0).then(|| say!(messages, id, n));
    lines.extend(counted("summary-corrected-cells", summary.n_corrected_cells));
    lines.extend(counted("summary-corrections-not-applied", summary.n_corrections_not_applied as usize));
    lines.push(equation(messages, "summary-equation", &summary.rows()));
    lines.push(equation(messages, "summary-equation-census", &summary.census));
    lines.push(equation(messages, "summary-equation-births", &summary.births));
    if summary.events.rows > 0 {
        lines.push(equation(messages, "summary-equation-events", &summary.events));
    }
    lines.push(say!(messages, "summary-persons", n = summary.n_persons, households = summary.n_households));
    lines.push(acts(messages, summary));
    if summary.n_events.0 > 0 {
        let (n, alone) = summary.n_events;
        lines.push(say!(messages, "summary-events", n, alone));
    }
    lines.extend(counted("summary-likely-dead", summary.n_likely_dead));
    lines.extend(counted("summary-withdrawn", summary.n_withdrawn));
    lines.extend(counted("summary-decisions", summary.n_decisions));
    lines.extend(counted("summary-stale", summary.stale_decisions.len()));
    lines.extend(summary.stale_decisions.iter().map(|decision| format!("  {decision}")));
    lines.extend(counted("summary-rulings-gone", summary.rulings_gone.len()));
    lines.extend(summary.rulings_gone.iter().map(|ruling| format!("  {ruling}")));
    lines.extend(counted("summary-one-fiche", summary.refused_decisions.len()));
    lines.extend(summary.refused_decisions.iter().map(|decision| format!("  {decision}")));
    lines.push(String::new());
    lines.push(messages.text("summary-next"));
    lines.extend(counted("summary-next-unreadable", summary.unreadable.len()));
    lines.extend(counted("summary-next-quarantine", summary.rows().quarantined as usize));
    lines.extend(counted("summary-next-review", summary.n_to_review));
    match &summary.report {
        Some(Ok(path)) => lines.push(say!(messages, "summary-next-report", path)),
        Some(Err(error)) => {
            lines.push(no_report(messages, error));
        }
        None => {}
    }
    lines.join("\n")
}

/// Says that an older version of the register answered.
pub(super) fn recovered(messages: &Messages, generation: u64, cause: RecoveryCause) -> String {
    let code = cause.code();
    let cause = messages.text(&format!("recovery-{code}"));
    say!(messages, "recovered-answer", generation = generation.to_string(), cause, code)
}

/// Names a clock that can't be right.
pub(super) fn clock(messages: &Messages, doubt: &ClockDoubt) -> String {
    let id = if doubt.is_behind { "clock-behind" } else { "clock-ahead" };
    say!(messages, id, now = &doubt.now, last = &doubt.last)
}

/// The birth acts by timeliness, with the rate on time.
fn acts(messages: &Messages, summary: &RunSummary) -> String {
    let of = |timeliness| summary.acts.get(&timeliness).copied().unwrap_or(0);
    let (on_time, late, unknown) = (of(Timeliness::OnTime), of(Timeliness::Late), of(Timeliness::Unknown));
    let rate =
        if on_time + late == 0 { "–".to_owned() } else { messages.percent(on_time as f64 / (on_time + late) as f64) };
    let (n, duplicates) = (on_time + late + unknown, summary.n_duplicate_acts);
    say!(messages, "summary-acts", n, on_time, late, unknown, duplicates, rate)
}
