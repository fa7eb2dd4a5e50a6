//! `bato diff`, and the changes that a run prints before it saves a new version of the register.

use bato::app;
use bato::changes::{Changes, FileChange, FileFate, PersonChange, PersonFate};
use bato::error::Error;
use bato::messages::{Fact, Messages};

use super::args::Args;
use super::{DONE, Terminal};

/// Persons listed for each kind of change unless all are asked for.
const MOST_LISTED: usize = 20;

pub(super) fn diff(
    args: &Args,
    from: Option<u64>,
    to: Option<u64>,
    all: bool,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let diff = app::diff(&args.clean, from, to, &args.access()?)?;
    let facts = [
        ("from", Fact::from(diff.from.to_string())),
        ("to", diff.to.to_string().into()),
        ("from_at", diff.from_at.as_str().into()),
        ("to_at", diff.to_at.as_str().into()),
    ];
    terminal.print(&messages.say("diff-title", &facts));
    terminal.print(&text(messages, &diff.changes, if all { usize::MAX } else { MOST_LISTED }));
    Ok(DONE)
}

/// Describes the changes: files, rows, then persons, at most `most` of each kind.
pub(super) fn text(messages: &Messages, changes: &Changes, most: usize) -> String {
    if changes.is_empty() {
        return messages.text("changes-none");
    }
    let rows = changes.rows();
    let mut lines: Vec<String> = changes.files.iter().map(|change| file(messages, change)).collect();
    if !changes.files.is_empty() {
        lines.push(messages.say("changes-rows", &row_counts(rows)));
    }
    for fate in ["gone", "merged", "back", "changed", "new"] {
        let n = changes.n_persons(fate);
        if n == 0 {
            continue;
        }
        lines.push(messages.say(&format!("changes-persons-{fate}"), &[("n", Fact::from(n))]));
        // New persons are only counted: a first run would list the whole register.
        let most = if fate == "new" && most == MOST_LISTED { 0 } else { most };
        let of_fate = changes.persons.iter().filter(|change| change.fate.code() == fate);
        lines.extend(of_fate.take(most).map(|change| person(messages, change)));
        if n > most && most > 0 {
            lines.push(messages.say("changes-more", &[("n", Fact::from(n - most))]));
        }
    }
    lines.join("\n")
}

/// Describes the changes of a run, under a title.
pub(super) fn run_text(messages: &Messages, changes: &Changes) -> String {
    format!("{}\n{}\n", messages.text("changes-title"), text(messages, changes, MOST_LISTED))
}

fn row_counts(rows: bato::changes::RowChangeCounts) -> [(&'static str, Fact<'static>); 4] {
    [
        ("added", Fact::from(rows.added)),
        ("removed", rows.removed.into()),
        ("corrected", rows.corrected.into()),
        ("moved", rows.moved.into()),
    ]
}

fn file(messages: &Messages, change: &FileChange) -> String {
    let fate = match &change.fate {
        FileFate::Renamed { from } => messages.say("changes-file-renamed", &[("from", Fact::from(from.as_str()))]),
        FileFate::OlderCopy { generation } => {
            messages.say("changes-file-older", &[("generation", Fact::from(generation.to_string()))])
        }
        other => messages.text(&format!("changes-file-{}", other.code())),
    };
    let counts = [
        ("changes-n-added", change.rows.added),
        ("changes-n-removed", change.rows.removed),
        ("changes-n-corrected", change.rows.corrected),
        ("changes-n-moved", change.rows.moved),
    ];
    let counts = counts.into_iter().filter(|(_, n)| *n > 0).map(|(id, n)| messages.say(id, &[("n", Fact::from(n))]));
    let parts: Vec<String> = std::iter::once(fate).chain(counts).collect();
    format!("  {}", messages.labelled(&change.path, &parts.join(", ")))
}

fn person(messages: &Messages, change: &PersonChange) -> String {
    let who = format!("  {}  {}", change.id, change.name);
    match &change.fate {
        PersonFate::Merged { into } => format!("{who} → {into}"),
        PersonFate::Changed { fields } => {
            let values = fields.iter().map(|field| messages.changed_value(field.field, &field.before, &field.after));
            format!("{who}\n      {}", values.collect::<Vec<_>>().join("\n      "))
        }
        PersonFate::Gone | PersonFate::Back | PersonFate::New => who,
    }
}
