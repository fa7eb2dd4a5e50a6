//! `bato decide`: writes a person's ruling on two persons, two rows or a value, and lists the decisions.

use std::collections::BTreeSet;

use bato::app::{self, DecisionRequest, Signature};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::ingest::DecisionLine;
use bato::messages::{Fact, Messages};

use super::args::Args;
use super::{DONE, Terminal, now};

/// The arguments of `bato decide`.
pub(super) struct DecideArgs<'a> {
    pub(super) what: &'a str,
    pub(super) words: &'a [String],
    pub(super) author: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
}

pub(super) fn decide(
    args: &Args,
    decide_args: &DecideArgs<'_>,
    config: &Config,
    terminal: &Terminal,
) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if decide_args.what == "list" {
        let decisions = app::decisions(&args.clean, &args.raw, config, &args.access()?)?;
        if decisions.lines.is_empty() {
            terminal.print(&messages.text("decide-none"));
        }
        decisions.lines.iter().for_each(|line| terminal.print(&line_text(messages, line, &decisions.undone)));
        return Ok(DONE);
    }
    let access = args.access()?;
    let signature = Signature {
        at: now(),
        author: decide_args.author.unwrap_or(access.who()).to_owned(),
        reason: decide_args.reason.unwrap_or_default().to_owned(),
    };
    let receipt = app::decide(&args.clean, &args.raw, config, &request(decide_args)?, &signature, &access)?;
    let facts = [("id", Fact::from(receipt.id)), ("path", receipt.path.display().to_string().into())];
    terminal.print(&messages.say("decide-kept", &facts));
    Ok(DONE)
}

fn request(decide_args: &DecideArgs<'_>) -> Result<DecisionRequest, Error> {
    match (decide_args.what, decide_args.words) {
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
            let value_in_words = messages.person_value(&value.field, &value.value);
            let facts =
                [("field", Fact::from(field)), ("value", value_in_words.into()), ("row", value.row.to_text().into())];
            let ruling = messages.say("decide-value", &facts);
            (&value.id, ruling, &value.decided_on, &value.author, &value.reason)
        }
        DecisionLine::Undo { id, undoes, decided_on: when, author, reason, .. } => {
            (id, messages.say("decide-undoes", &[("id", Fact::from(undoes.as_str()))]), when, author, reason)
        }
    };
    let mark = if undone.contains(id) { messages.text("decide-is-undone") } else { String::new() };
    format!("{id}  {when}  {author}  {ruling}\n    {reason} {mark}").trim_end().to_owned()
}
