//! The settings made on the desk: which words and columns were explained, by whom and when; each can be undone.

use askama::Template;
use bato::app;
use bato::config::{DeskSetting, SettingChange};
use bato::error::Result;
use bato::messages::{Messages, say};

use super::agents::Role;
use super::frame::{self, PageFrame};
use super::visit::{Answered, Visit, no_page};
use super::words;
use crate::host;

#[derive(Template)]
#[template(path = "settings.html", config = "src/desk/askama.toml")]
struct SettingsPage<'v> {
    frame: PageFrame<'v>,
    fault: String,
    is_manager: bool,
    settings: Vec<SettingLine>,
    earlier: Vec<SettingLine>,
    /// Lists of words, to add a word.
    lists: Vec<WordChoices>,
    fields: Vec<(&'static str, String)>,
}

/// A list of words: its code, its name, and its codes with their words.
struct WordChoices {
    code: &'static str,
    name: String,
    codes: Vec<(&'static str, String)>,
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
    let (paths, form, messages) = (&visit.desk.paths, &visit.form, visit.messages());
    let raw = &paths.raw;
    let (at, id) = (host::now(), form.get("annuler"));
    if !id.is_empty() {
        let undone = app::undo_setting((raw, &paths.clean), id, &at, visit.agent())?;
        return Ok(say!(messages, "desk-settings-undone", what = app::setting_text(messages, &undone.change)));
    }
    let change = if form.get("titre").is_empty() {
        // A code of a list: `relation:spouse`.
        let (list, code) = form.get("code").split_once(':').unwrap_or(("", ""));
        SettingChange::Word { list: list.to_owned(), word: form.get("mot").to_owned(), code: code.to_owned() }
    } else {
        SettingChange::Heading { heading: form.get("titre").to_owned(), field: form.get("champ").to_owned() }
    };
    let added = app::add_setting(raw, change, &at, visit.agent())?;
    Ok(say!(messages, "desk-settings-added", what = app::setting_text(messages, &added.change)))
}

fn line(messages: &Messages, setting: &DeskSetting) -> SettingLine {
    let at = words::moment(messages, &setting.at);
    let mut facts = say!(messages, "desk-settings-facts", at, author = &setting.author);
    if let Some(undone) = &setting.undone {
        let (at, who) = undone.split_once(' ').unwrap_or((undone, ""));
        let at = words::moment(messages, at);
        facts = format!("{facts} {}", say!(messages, "desk-settings-undone-facts", at, author = who));
    }
    SettingLine { id: setting.id.clone(), what: app::setting_text(messages, &setting.change), facts }
}

fn settings_page(visit: &Visit<'_>, fault: String) -> Answered {
    let messages = visit.messages();
    let settings = app::desk_settings(&visit.desk.paths.raw)?;
    let lines = |is_in_force: bool| -> Vec<SettingLine> {
        let own = settings.entry.iter().rev().filter(|setting| setting.undone.is_none() == is_in_force);
        own.map(|setting| line(messages, setting)).collect()
    };
    let list = |code: &'static str| WordChoices {
        code,
        name: messages.text(&format!("settings-list-{code}")),
        codes: app::word_code_texts(messages, code),
    };
    frame::page(&SettingsPage {
        frame: visit.frame("desk-task-settings", "bato settings"),
        fault,
        is_manager: visit.role >= Role::Manager,
        settings: lines(true),
        earlier: lines(false),
        lists: app::WORD_LISTS.map(list).into_iter().collect(),
        fields: words::meanings(messages, true),
    })
}
