//! The settings made on the desk: which words and columns were explained, by whom and when; each can be undone.

use askama::Template;
use bato::app;
use bato::config::{DeskSetting, SettingChange};
use bato::error::Result;
use bato::messages::{Messages, say};

use super::agents::Role;
use super::frame::{self, Frame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

#[derive(Template)]
#[template(path = "settings.html", config = "src/desk/askama.toml")]
struct SettingsPage<'v> {
    frame: Frame<'v>,
    fault: String,
    is_manager: bool,
    settings: Vec<SettingLine>,
    earlier: Vec<SettingLine>,
    /// Lists of words with their codes, to add a word.
    lists: Vec<(&'static str, String, Vec<(&'static str, String)>)>,
    fields: Vec<(&'static str, String)>,
}

struct SettingLine {
    id: String,
    what: String,
    facts: String,
}

pub(super) fn page(visit: &mut Visit<'_>) -> Answered {
    let visit = &*visit;
    if visit.path.len() > 1 {
        return Err(no_page());
    }
    if !visit.is_post {
        return settings_page(visit, String::new());
    }
    match change(visit) {
        Ok(notice) => Ok(visit.see_other("/reglages", Some(notice))),
        Err(error) => settings_page(visit, visit.messages().error(&error).to_string()),
    }
}

/// Undoes or adds a setting.
fn change(visit: &Visit<'_>) -> Result<String> {
    let (raw, form, messages) = (&visit.desk.paths.raw, &visit.form, visit.messages());
    let (at, id) = (host::now(), form.get("annuler"));
    if !id.is_empty() {
        let undone = app::undo_setting(raw, id, &at, visit.agent())?;
        return Ok(say!(messages, "desk-settings-undone", what = sentence(messages, &undone.change)));
    }
    let change = if form.get("titre").is_empty() {
        // A code of a list: `relation:spouse`.
        let (list, code) = form.get("code").split_once(':').unwrap_or(("", ""));
        SettingChange::Word { list: list.to_owned(), word: form.get("mot").to_owned(), code: code.to_owned() }
    } else {
        SettingChange::Heading { heading: form.get("titre").to_owned(), field: form.get("champ").to_owned() }
    };
    let added = app::add_setting(raw, change, &at, visit.agent())?;
    Ok(say!(messages, "desk-settings-added", what = sentence(messages, &added.change)))
}

/// What a setting sets, in words.
fn sentence(messages: &Messages, change: &SettingChange) -> String {
    let meaning = |field: &str| messages.text(&format!("field-{field}"));
    match change {
        SettingChange::Column { file, sheet, column, heading, field } => {
            let place = if sheet.is_empty() { file.clone() } else { messages.labelled(file, sheet) };
            say!(messages, "desk-settings-column", place, column, heading, field = meaning(field))
        }
        SettingChange::Heading { heading, field } => {
            say!(messages, "desk-settings-heading", heading, field = meaning(field))
        }
        SettingChange::Word { list, word, code } => {
            let list_name = messages.text(&format!("desk-settings-list-{list}"));
            let codes = words::codes(messages, list);
            let code = codes.into_iter().find(|(own, _)| own == code).map_or_else(|| code.clone(), |(_, text)| text);
            say!(messages, "desk-settings-word", list = list_name, word, code)
        }
    }
}

fn line(messages: &Messages, setting: &DeskSetting) -> SettingLine {
    let at = words::moment(&setting.at);
    let mut facts = say!(messages, "desk-settings-facts", at, author = &setting.author);
    if let Some(undone) = &setting.undone {
        let (at, who) = undone.split_once(' ').unwrap_or((undone, ""));
        let at = words::moment(at);
        facts = format!("{facts} {}", say!(messages, "desk-settings-undone-facts", at, author = who));
    }
    SettingLine { id: setting.id.clone(), what: sentence(messages, &setting.change), facts }
}

fn settings_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let settings = app::desk_settings(&visit.desk.paths.raw)?;
    let lines = |is_in_force: bool| -> Vec<SettingLine> {
        let own = settings.entry.iter().rev().filter(|setting| setting.undone.is_none() == is_in_force);
        own.map(|setting| line(messages, setting)).collect()
    };
    let lists = app::WORD_LISTS
        .map(|list| (list, messages.text(&format!("desk-settings-list-{list}")), words::codes(messages, list)));
    frame::page(&SettingsPage {
        frame: visit.frame(messages.text("desk-task-settings"), "data-raw/settings/desk.toml · bato.toml"),
        fault,
        is_manager: visit.role >= Role::Manager,
        settings: lines(true),
        earlier: lines(false),
        lists: lists.to_vec(),
        fields: words::meanings(messages, true),
    })
}
