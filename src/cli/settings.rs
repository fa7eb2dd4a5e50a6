//! `bato settings`: lists the settings made on the desk, adds one, and undoes one.

use bato::app;
use bato::config::SettingChange;
use bato::error::{Error, ErrorCode};
use bato::messages::say;

use super::args::{Args, SettingsArgs};
use super::{DONE, Terminal};
use crate::host::now;

pub(super) fn settings(args: &Args, wanted: &SettingsArgs, terminal: &Terminal) -> Result<u8, Error> {
    let messages = &terminal.messages;
    if wanted.what == "list" {
        let settings = app::desk_settings(&args.raw)?;
        if settings.in_force().next().is_none() {
            terminal.print(&messages.text("desk-settings-none"));
        }
        for setting in settings.in_force() {
            let what = app::setting_text(messages, &setting.change);
            terminal.print(&format!("{}  {}  {}  {what}", setting.id, setting.at, setting.author));
        }
        return Ok(DONE);
    }
    let access = args.access_unasked(None)?;
    let done = match (wanted.what.as_str(), wanted.words.as_slice()) {
        ("undo", [id]) => {
            let undone = app::undo_setting((&args.raw, &args.clean), id, &now(), access.who())?;
            say!(messages, "desk-settings-undone", what = app::setting_text(messages, &undone.change))
        }
        (what, words) => {
            let added = app::add_setting(&args.raw, change(what, words)?, &now(), access.who())?;
            let text = say!(messages, "desk-settings-added", what = app::setting_text(messages, &added.change));
            format!("{}  {text}", added.id)
        }
    };
    terminal.print(&done);
    Ok(DONE)
}

fn change(what: &str, words: &[String]) -> Result<SettingChange, Error> {
    match (what, words) {
        ("word", [list, code, word]) => {
            Ok(SettingChange::Word { list: list.clone(), word: word.clone(), code: code.clone() })
        }
        ("heading", [field, heading]) => Ok(SettingChange::Heading { heading: heading.clone(), field: field.clone() }),
        ("column", [field, file, column, sheet @ ..]) if sheet.len() < 2 => Ok(SettingChange::Column {
            file: file.clone(),
            sheet: sheet.first().cloned().unwrap_or_default(),
            column: column.clone(),
            heading: String::new(),
            field: field.clone(),
        }),
        _ => Err(Error::new(ErrorCode::SettingWords).with("what", what)),
    }
}
