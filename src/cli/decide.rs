//! `bato decide`: a person's ruling on two persons, two rows or a value, and the decisions kept.

use bato::app::{self, Asked, Signed};
use bato::config::Config;
use bato::error::Error;
use bato::ingest::DecisionLine;
use bato::messages::{Fact, Messages};

use super::args::Args;
use super::{DONE, Terminal, find, now};

/// What was typed after the command.
pub(super) struct Wanted<'a> {
    pub(super) what: &'a str,
    pub(super) words: &'a [String],
    pub(super) author: Option<&'a str>,
    pub(super) reason: Option<&'a str>,
}

pub(super) fn decide(args: &Args, wanted: &Wanted<'_>, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if wanted.what == "list" {
        let kept = app::decisions(&args.raw, config)?;
        find::logged(args, "decide", "list", kept.lines.len() as u64, None)?;
        if kept.lines.is_empty() {
            terminal.print(&messages.text("decide-none"));
        }
        kept.lines.iter().for_each(|line| terminal.print(&shown(messages, line, &kept.undone)));
        return Ok(DONE);
    }
    let signed = Signed {
        at: now(),
        author: wanted.author.map(str::to_owned).or_else(find::user).unwrap_or_default(),
        reason: wanted.reason.unwrap_or_default().to_owned(),
    };
    let decided = app::decide(&args.clean, &args.raw, config, &asked(wanted)?, &signed)?;
    let facts = [("id", Fact::from(decided.id)), ("path", decided.path.display().to_string().into())];
    terminal.print(&messages.say("decide-kept", &facts));
    Ok(DONE)
}

fn asked(wanted: &Wanted<'_>) -> Result<Asked, Error> {
    match (wanted.what, wanted.words) {
        ("same", [a, b]) => Ok(Asked::Same(a.clone(), b.clone())),
        ("different", [a, b]) => Ok(Asked::Different(a.clone(), b.clone())),
        ("value", [who, field, value]) => {
            Ok(Asked::Value { who: who.clone(), field: field.clone(), value: value.clone() })
        }
        ("undo", [id]) => Ok(Asked::Undo(id.clone())),
        (what, _) => Err(Error::new("decide-words").with("what", what)),
    }
}

fn shown(messages: &Messages, line: &DecisionLine, undone: &std::collections::BTreeSet<String>) -> String {
    let (id, said, when, author, reason) = match line {
        DecisionLine::Pair(pair) => {
            let word = messages.text(if pair.same { "review-same" } else { "review-different" });
            (&pair.id, messages.labelled(&word, &pair.rows_text()), &pair.decided_on, &pair.author, &pair.reason)
        }
        DecisionLine::Value(value) => {
            let field = messages.text(&format!("changes-field-{}", value.field));
            let value_in_words = messages.person_value(&value.field, &value.value);
            let facts =
                [("field", Fact::from(field)), ("value", value_in_words.into()), ("row", value.row.to_text().into())];
            let said = messages.say("decide-value", &facts);
            (&value.id, said, &value.decided_on, &value.author, &value.reason)
        }
        DecisionLine::Undo { id, undoes, decided_on: when, author, reason, .. } => {
            (id, messages.say("decide-undoes", &[("id", Fact::from(undoes.as_str()))]), when, author, reason)
        }
    };
    let mark = if undone.contains(id) { messages.text("decide-is-undone") } else { String::new() };
    format!("{id}  {when}  {author}  {said}\n    {reason} {mark}").trim_end().to_owned()
}
