//! `bato correct`: writes the correction of one cell, takes one back, or lists them.

use bato::app::{self, CellPlace, CorrectionRequest, Signature, TypedCorrection};
use bato::config::Config;
use bato::error::{Error, ErrorCode};
use bato::messages::{Messages, say};

use super::args::{Args, CorrectArgs};
use super::{DONE, Terminal, now};

pub(super) fn correct(args: &Args, wanted: &CorrectArgs, config: &Config, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    let reader = (config, super::worker());
    if wanted.undo.is_none() && wanted.column.is_none() {
        let access = args.access(terminal)?;
        let corrections = app::corrections_of(&args.clean, &args.raw, reader, wanted.file.as_deref(), &access)?;
        if corrections.is_empty() {
            terminal.print(&messages.text("correct-none"));
        }
        corrections.iter().for_each(|correction| terminal.print(&correction_text(messages, correction)));
        return Ok(DONE);
    }
    let access = args.access_unasked(wanted.reason.as_deref())?;
    let signature = Signature {
        at: now(),
        author: wanted.author.as_deref().unwrap_or(access.who()).to_owned(),
        reason: wanted.reason.clone().unwrap_or_default(),
    };
    let correction = match &wanted.undo {
        Some(id) => app::undo_correction(&args.clean, &args.raw, reader, id, &signature, &access)?,
        None => app::correct(&args.clean, &args.raw, reader, &request(wanted)?, &signature, &access)?,
    };
    let (id, place) = (&correction.id, correction.place_text());
    let path = args.raw.join(&correction.from.0);
    let (old, new) = (or_blank(messages, &correction.old), or_blank(messages, &correction.new));
    terminal.print(&say!(messages, "correct-kept", id, place, old, new, path = &path));
    Ok(DONE)
}

fn request(wanted: &CorrectArgs) -> Result<CorrectionRequest, Error> {
    let missing = || Error::new(ErrorCode::CorrectWords);
    let place = CellPlace {
        file: wanted.file.clone().ok_or_else(missing)?,
        sheet: wanted.sheet.clone().ok_or_else(missing)?,
        row: wanted.row.ok_or_else(missing)?,
        column: wanted.column.clone().ok_or_else(missing)?,
    };
    Ok(CorrectionRequest { place, old: wanted.old.clone(), new: wanted.new.clone().ok_or_else(missing)? })
}

fn or_blank(messages: &Messages, text: &str) -> String {
    if text.is_empty() { messages.text("changes-blank") } else { text.to_owned() }
}

/// A correction in two lines, marked where it does not hold.
fn correction_text(messages: &Messages, typed: &TypedCorrection) -> String {
    let one = &typed.correction;
    let state = match (typed.has_file, typed.holds) {
        (true, true) => String::new(),
        (true, false) => format!("({})", messages.text("correct-not-held")),
        (false, _) => format!("({})", messages.text("correct-no-file")),
    };
    let (old, new) = (or_blank(messages, &one.old), or_blank(messages, &one.new));
    let change = say!(messages, "correct-change", old, new);
    let place = format!("{} {}", one.file, one.place_text());
    let first = format!("{}  {}  {}  {place}  {change}", one.id, one.moment, one.author);
    format!("{first}\n    {} {state}", one.reason).trim_end().to_owned()
}
