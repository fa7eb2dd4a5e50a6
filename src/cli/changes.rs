//! `bato diff`, and the changes that a run prints before it saves a new version of the register.

use bato::app;
use bato::changes::{Changes, FieldChange, FileChange, FileFate, PersonChange, PersonFate, RowChangeCounts, named_id};
use bato::error::Error;
use bato::messages::{Messages, say};

use super::args::{Args, DiffArgs};
use super::{DONE, Terminal};

/// Persons listed for each kind of change unless all are asked for.
pub(super) const MOST_LISTED: usize = 20;

pub(super) fn diff(args: &Args, wanted: &DiffArgs, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let diff = app::diff(&args.clean, wanted.from, wanted.to, &args.access(terminal)?)?;
    let (from, to) = (diff.from.to_string(), diff.to.to_string());
    terminal.print(&say!(messages, "diff-title", from, to, from_at = &diff.from_at, to_at = &diff.to_at));
    terminal.print(&text(messages, &diff.changes, if wanted.all { usize::MAX } else { MOST_LISTED }));
    Ok(DONE)
}

/// Describes the changes: files, rows, then persons, at most `most` of each kind.
pub(super) fn text(messages: &Messages, changes: &Changes, most: usize) -> String {
    if changes.is_empty() {
        return messages.text("changes-none");
    }
    let mut lines: Vec<String> = changes.files.iter().map(|change| file(messages, change)).collect();
    if !changes.files.is_empty() {
        let RowChangeCounts { added, removed, corrected, moved } = changes.rows();
        let counts = say!(messages, "changes-rows", added, removed, corrected, moved);
        lines.push(counts);
    }
    for fate in ["gone", "merged", "back", "changed", "new"] {
        let n = changes.n_persons(fate);
        if n == 0 {
            continue;
        }
        lines.push(say!(messages, &format!("changes-persons-{fate}"), n));
        // New persons are only counted: a first run would list the whole register.
        let most = if fate == "new" && most == MOST_LISTED { 0 } else { most };
        let of_fate = changes.persons.iter().filter(|change| change.fate.code() == fate);
        lines.extend(of_fate.take(most).map(|change| person(messages, changes, change)));
        if n > most && most > 0 {
            lines.push(say!(messages, "changes-more", n = n - most));
        }
    }
    lines.join("\n")
}

fn file(messages: &Messages, change: &FileChange) -> String {
    let fate = match &change.fate {
        FileFate::Renamed { from } => say!(messages, "changes-file-renamed", from),
        FileFate::OlderCopy { generation } => {
            say!(messages, "changes-file-older", generation = generation.to_string())
        }
        other => messages.text(&format!("changes-file-{}", other.code())),
    };
    let counts = [
        ("changes-n-added", change.rows.added),
        ("changes-n-removed", change.rows.removed),
        ("changes-n-corrected", change.rows.corrected),
        ("changes-n-moved", change.rows.moved),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| say!(messages, id, n));
    let parts: Vec<String> = std::iter::once(fate).chain(counts).collect();
    format!("  {}", messages.labelled(&change.path, &parts.join(", ")))
}

fn person(messages: &Messages, changes: &Changes, change: &PersonChange) -> String {
    let who = format!("  {}  {}", change.id, change.name);
    match &change.fate {
        PersonFate::Merged { into, name } => format!("{who} → {}", named_id(name, into)),
        PersonFate::Changed { fields } => {
            let value = |field: &FieldChange| {
                let [before, after] = changes.shown(field);
                messages.changed_value(field.field, &before, &after, change.sex.as_deref())
            };
            let values = fields.iter().map(value);
            format!("{who}\n      {}", values.collect::<Vec<_>>().join("\n      "))
        }
        PersonFate::Gone | PersonFate::Back | PersonFate::New => who,
    }
}
