//! `bato decide`: writes a person's ruling on two persons, two rows or a value, and lists the decisions.

use std::collections::BTreeSet;

use bato::app::{self, DecisionRequest, Signature};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::ingest::DecisionLine;
use bato::messages::{Messages, say};

use super::args::{Args, DecideArgs};
use super::{DONE, Terminal, now};

pub(super) fn decide(args: &Args, wanted: &DecideArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if wanted.what == "list" {
        let decisions = app::decisions(&args.clean, &args.raw, config, &args.access(terminal)?)?;
        if decisions.lines.is_empty() {
            terminal.print(&messages.text("decide-none"));
        }
        decisions.lines.iter().for_each(|line| terminal.print(&line_text(messages, line, &decisions.undone)));
        return Ok(DONE);
    }
    let access = args.access_unasked(wanted.reason.as_deref())?;
    let signature = Signature {
        at: now(),
        author: wanted.author.as_deref().unwrap_or(access.who()).to_owned(),
        reason: wanted.reason.clone().unwrap_or_default(),
    };
    let (id, path) = app::decide(&args.clean, &args.raw, config, &request(wanted)?, &signature, &access)?;
    terminal.print(&say!(messages, "decide-kept", id, path = &path));
    Ok(DONE)
}

fn request(wanted: &DecideArgs) -> Result<DecisionRequest, Error> {
    match (wanted.what.as_str(), wanted.words.as_slice()) {
        ("same", [a, b]) => Ok(DecisionRequest::Same(a.clone(), b.clone())),
        ("different", [a, b]) => Ok(DecisionRequest::Different(a.clone(), b.clone())),
        ("value", [who, field, value]) => {
            Ok(DecisionRequest::Value { who: who.clone(), field: field.clone(), value: value.clone() })
        }
        ("undo", [id]) => Ok(DecisionRequest::Undo(id.clone())),
        (what, _) => Err(Error::new(ErrorCode::DecideWords).with("what", what)),
    }
}

/// A decision in two lines, marked where it was undone.
fn line_text(messages: &Messages, line: &DecisionLine, undone: &BTreeSet<String>) -> String {
    let (id, ruling, when, author, reason) = match line {
        DecisionLine::Pair(pair) => {
            let word = messages.text(if pair.same { "review-same" } else { "review-different" });
            (&pair.id, messages.labelled(&word, &pair.rows_text()), &pair.decided_on, &pair.author, &pair.reason)
        }
        DecisionLine::Value(value) => {
            let field = messages.text(&format!("changes-field-{}", value.field));
            let in_words = messages.person_value(&value.field, &value.value);
            let ruling = say!(messages, "decide-value", field, value = in_words, row = value.row.to_text());
            (&value.id, ruling, &value.decided_on, &value.author, &value.reason)
        }
        DecisionLine::Undo { id, undoes, decided_on: when, author, reason, .. } => {
            (id, say!(messages, "decide-undoes", id = undoes), when, author, reason)
        }
    };
    let mark = if undone.contains(id) { messages.text("decide-is-undone") } else { String::new() };
    format!("{id}  {when}  {author}  {ruling}\n    {reason} {mark}").trim_end().to_owned()
}
