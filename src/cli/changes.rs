//! `bato diff`, and what a run tells before it publishes: what changes in the register.

use bato::app;
use bato::changes::{Changes, FileChange, FileFate, PersonChange, PersonFate};
use bato::error::Error;
use bato::messages::{Fact, Messages};

use super::args::Args;
use super::{DONE, Terminal};

/// Persons of one fate that are listed unless all are asked for.
const SHOWN: usize = 20;

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
    terminal.print(&text(messages, &diff.changes, if all { usize::MAX } else { SHOWN }));
    Ok(DONE)
}

/// What changes, in words; persons by name, as many of each fate as are wanted.
pub(super) fn text(messages: &Messages, changes: &Changes, most: usize) -> String {
    if changes.is_empty() {
        return messages.text("changes-none");
    }
    let rows = changes.rows();
    let mut lines: Vec<String> = changes.files.iter().map(|change| file(messages, change)).collect();
    if !changes.files.is_empty() {
        lines.push(messages.say("changes-rows", &facts_of(rows)));
    }
    for fate in ["gone", "merged", "back", "changed", "new"] {
        let n = changes.n_persons(fate);
        if n == 0 {
            continue;
        }
        lines.push(messages.say(&format!("changes-persons-{fate}"), &[("n", Fact::from(n))]));
        // A register that is new or grows by a file is not listed name by name.
        let most = if fate == "new" && most == SHOWN { 0 } else { most };
        let of_fate = changes.persons.iter().filter(|change| change.fate.code() == fate);
        lines.extend(of_fate.take(most).map(|change| person(messages, change)));
        if n > most && most > 0 {
            lines.push(messages.say("changes-more", &[("n", Fact::from(n - most))]));
        }
    }
    lines.join("\n")
}

/// As much as is shown of a run's changes.
pub(super) fn of_run(messages: &Messages, changes: &Changes) -> String {
    format!("{}\n{}\n", messages.text("changes-title"), text(messages, changes, SHOWN))
}

fn facts_of(rows: bato::changes::RowCounts) -> [(&'static str, Fact<'static>); 4] {
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
    let said: Vec<String> = std::iter::once(fate).chain(counts).collect();
    format!("  {} : {}", change.path, said.join(", "))
}

fn person(messages: &Messages, change: &PersonChange) -> String {
    let who = format!("  {}  {}", change.id, change.name);
    match &change.fate {
        PersonFate::Merged { into } => format!("{who} -> {into}"),
        PersonFate::Changed { fields } => {
            let blank = messages.text("changes-blank");
            let or_blank = |text: &str| if text.is_empty() { blank.clone() } else { text.to_owned() };
            let of_field = |field: &bato::changes::FieldChange| {
                let name = messages.text(&format!("changes-field-{}", field.field));
                format!("{name} : {} -> {}", or_blank(&field.before), or_blank(&field.after))
            };
            format!("{who}\n      {}", fields.iter().map(of_field).collect::<Vec<_>>().join("\n      "))
        }
        PersonFate::Gone | PersonFate::Back | PersonFate::New => who,
    }
}
