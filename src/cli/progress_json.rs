//! The progress and the result of a run as JSON, one object a line, for another program to show (`--progress-json`).
//!
//! The lines are `start`, for each stage `stage` and `progress` (a few a second), `changes`, `summary` or `error`,
//! `end`. docs/progress.md describes their fields.

use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use bato::app::{Progress, RunSummary, Stage};
use bato::changes::{ChangeReason, Changes, FieldChange, FileChange, FileFate, PersonChange, PersonFate};
use bato::error::Error;
use bato::messages::say;
use bato::record::SheetCount;
use serde_json::{Value, json};

use super::Terminal;

/// Time between two lines of progress.
const PAUSE: Duration = Duration::from_millis(250);
/// Persons of one fate that a line names.
const MOST_PERSONS: usize = 10_000;
/// Persons with changed values that a line names.
const MOST_CHANGED: usize = 500;

/// Prints the progress of a run as lines of JSON.
pub(super) struct JsonProgress<'t> {
    terminal: &'t Terminal,
    state: Mutex<StageState>,
}

/// The stage under way.
struct StageState {
    stage: Stage,
    done: u64,
    total: u64,
    n_files: u64,
    n_rows: u64,
    printed_at: Instant,
}

impl<'t> JsonProgress<'t> {
    pub(super) fn new(terminal: &'t Terminal) -> Self {
        let state =
            StageState { stage: Stage::Read, done: 0, total: 0, n_files: 0, n_rows: 0, printed_at: Instant::now() };
        Self { terminal, state: Mutex::new(state) }
    }

    /// Prints the first line. `version` is the number of the generation in use.
    pub(super) fn start(&self, at: &str, version: Option<u64>, is_dry_run: bool) {
        let program = env!("CARGO_PKG_VERSION");
        let pid = std::process::id();
        print(
            self.terminal,
            &json!({"event": "start", "at": at, "program": program, "pid": pid, "version": version, "dry_run": is_dry_run}),
        );
    }

    /// Changes the state and prints it if the last line is old enough, or if it `must` be printed.
    fn update(&self, must: bool, change: impl FnOnce(&mut StageState)) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut state);
        if must || state.printed_at.elapsed() >= PAUSE {
            state.printed_at = Instant::now();
            let StageState { stage, done, total, n_files, n_rows, .. } = *state;
            let line = json!({
                "event": "progress", "stage": stage.code(), "done": done, "total": total, "files": n_files, "rows": n_rows,
            });
            print(self.terminal, &line);
        }
    }
}

impl Progress for JsonProgress<'_> {
    fn begin(&self, stage: Stage, total: u64) {
        let mut state = self.state.lock().unwrap_or_else(PoisonError::into_inner);
        (state.stage, state.done, state.total) = (stage, 0, total);
        let place = stage as usize + 1;
        print(
            self.terminal,
            &json!({"event": "stage", "stage": stage.code(), "place": place, "of": 5, "total": total}),
        );
    }

    fn advance(&self, by: u64) {
        self.update(false, |state| state.done += by);
    }

    fn file_read(&self, n_rows: u64) {
        self.update(false, |state| {
            state.n_files += 1;
            state.n_rows += n_rows;
        });
    }

    fn end(&self) {
        self.update(true, |_| ());
    }

    fn changes(&self, changes: &Changes) -> Result<(), Error> {
        print(self.terminal, &changes_line(changes));
        Ok(())
    }
}

/// Prints the lines that end a run: its error, if it has one, and its exit status.
pub(super) fn end(terminal: &Terminal, result: &Result<u8, Error>) {
    let status = match result {
        Ok(status) => *status,
        Err(error) => {
            let mut line = error_value(terminal, error);
            line["event"] = "error".into();
            print(terminal, &line);
            super::NOT_DONE
        }
    };
    print(terminal, &json!({"event": "end", "status": status}));
}

fn print(terminal: &Terminal, line: &Value) {
    terminal.print(&line.to_string());
}

/// The code of an error, with its message and what to do in the language of the terminal.
fn error_value(terminal: &Terminal, error: &Error) -> Value {
    let text = terminal.messages.error(error);
    json!({"code": error.code.text(), "message": text.message, "hint": text.hint})
}

fn changes_line(changes: &Changes) -> Value {
    let rows = changes.rows();
    let n = |fate: &str| changes.n_persons(fate);
    let value = |change: &PersonChange| person(changes, change);
    let of = |fate: &str, most: usize| -> Vec<Value> {
        changes.persons.iter().filter(|change| change.fate.code() == fate).take(most).map(value).collect()
    };
    json!({
        "event": "changes",
        "files": changes.files.iter().map(file).collect::<Vec<_>>(),
        "rows": {"added": rows.added, "removed": rows.removed, "corrected": rows.corrected, "moved": rows.moved},
        "persons": {
            "gone": n("gone"), "merged": n("merged"), "back": n("back"), "changed": n("changed"), "new": n("new"),
        },
        "gone": of("gone", MOST_PERSONS),
        "merged": of("merged", MOST_PERSONS),
        "back": of("back", MOST_PERSONS),
        "changed": of("changed", MOST_CHANGED),
        "new": of("new", MOST_CHANGED),
    })
}

fn file(change: &FileChange) -> Value {
    let rows = change.rows;
    let mut value = json!({
        "path": change.path, "fate": change.fate.code(),
        "added": rows.added, "removed": rows.removed, "corrected": rows.corrected, "moved": rows.moved,
    });
    match &change.fate {
        FileFate::Renamed { from } => value["from"] = from.as_str().into(),
        FileFate::OlderCopy { generation } => value["version"] = (*generation).into(),
        FileFate::New | FileFate::Gone | FileFate::Changed => {}
    }
    value
}

fn person(changes: &Changes, change: &PersonChange) -> Value {
    let reason = |reason: &ChangeReason| {
        let (file, sheet, row) = &reason.place;
        let kind = reason.kind.code();
        json!({"kind": kind, "file": file, "sheet": sheet, "row": row, "n": reason.n, "who": reason.who})
    };
    let reasons: Vec<Value> = change.reasons.iter().map(reason).collect();
    let head = changes.heads.get(&change.household).map_or("", String::as_str);
    let mut value = json!({
        "id": change.id, "name": change.name, "sex": change.sex, "household": change.household, "head": head,
        "reasons": reasons,
    });
    match &change.fate {
        PersonFate::Merged { into, name } => {
            value["into"] = into.as_str().into();
            value["into_name"] = name.as_str().into();
        }
        PersonFate::Changed { fields } => {
            let field = |field: &FieldChange| {
                let [before, after] = changes.shown(field);
                json!({
                    "field": field.field, "before": field.before, "after": field.after,
                    "shown_before": before, "shown_after": after,
                })
            };
            value["fields"] = fields.iter().map(field).collect::<Vec<_>>().into();
        }
        PersonFate::Gone | PersonFate::Back | PersonFate::New => {}
    }
    value
}

fn count(count: &SheetCount) -> Value {
    let SheetCount { rows, ignored, quarantined, registered, merged } = *count;
    json!({
        "rows": rows, "ignored": ignored, "quarantined": quarantined, "registered": registered, "merged": merged,
    })
}

/// Prints the numbers of a run. `command` records what a dry run has shown; `warnings` are sentences.
pub(super) fn summary(terminal: &Terminal, summary: &RunSummary, command: Option<&str>, warnings: &[String]) {
    let messages = &terminal.messages;
    let with_path = |(path, error): &(String, Error)| {
        let mut value = error_value(terminal, error);
        value["path"] = path.as_str().into();
        value
    };
    let sheets = summary.sheets_without_table.iter().map(|sheet| {
        let message = messages.text(&format!("reason-{}", sheet.reason));
        json!({"path": sheet.path, "sheet": sheet.sheet, "reason": sheet.reason, "message": message})
    });
    let pairs = |pairs: &[(String, String)]| -> Vec<Value> {
        pairs.iter().map(|(original, by)| json!({"original": original, "by": by})).collect()
    };
    let same = summary.same_content.iter().map(|(path, first)| {
        json!({"path": path, "first": first, "message": say!(messages, "summary-same-content", path, first)})
    });
    let acts = summary.acts.iter().map(|(timeliness, n)| (timeliness.code().to_owned(), json!(n)));
    let (report, report_error) = match &summary.report {
        Some(Ok(path)) => (json!(path.display().to_string()), Value::Null),
        Some(Err(error)) => (Value::Null, error_value(terminal, error)),
        None => (Value::Null, Value::Null),
    };
    let line = json!({
        "event": "summary",
        "version": summary.generation,
        "dry_run": summary.is_dry_run,
        "unchanged": summary.is_unchanged,
        "files": summary.n_files,
        "unreadable": summary.unreadable.iter().map(with_path).collect::<Vec<_>>(),
        "sheets_without_table": sheets.collect::<Vec<_>>(),
        "replaced": pairs(&summary.replaced),
        "corrected": pairs(&summary.corrected),
        "same_content": same.collect::<Vec<_>>(),
        "rows": count(&summary.rows()),
        "census": count(&summary.census),
        "births": count(&summary.births),
        "events": count(&summary.events),
        "persons": summary.n_persons,
        "households": summary.n_households,
        "acts": acts.collect::<serde_json::Map<_, _>>(),
        "to_review": summary.n_to_review,
        "withdrawn": summary.n_withdrawn,
        "rulings_gone": summary.rulings_gone,
        "removals": summary.n_gone(),
        "stale_decisions": summary.stale_decisions,
        "changed_settings": summary.changed_settings.as_ref().map(|(_, keys)| keys),
        "changed_reference": summary.changed_reference.as_ref().map(|(_, files)| files),
        "refused_decisions": summary.refused_decisions,
        "expect": summary.fingerprint.as_ref().map(bato::app::RunFingerprint::code),
        "command": command,
        "blocked": summary.unread_removals.as_ref().map(|error| error_value(terminal, error)),
        "warnings": warnings,
        "report": report,
        "report_error": report_error,
    });
    print(terminal, &line);
}
