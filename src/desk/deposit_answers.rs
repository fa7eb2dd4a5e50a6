//! What an agent answers on the page of a deposited file: its kind, the quartier and the year, the meaning of columns
//! and words. Every button of the page keeps all of it.

use bato::app::{self, Deposit, DepositKind};
use bato::config::SettingChange;
use bato::error::Result;
use bato::messages::say;

use super::visit::Visit;
use super::words;
use crate::host;

/// The kind that is chosen for a file: that of the form or of the path, else the likely one.
pub(super) fn chosen_kind(visit: &Visit<'_>) -> Option<DepositKind> {
    let chosen = if visit.is_post { visit.form.get("type") } else { visit.query.get("type") };
    DepositKind::from_code(chosen)
}

/// The answer to the question of the same name: that of the form or of the path.
pub(super) fn same_answer<'v>(visit: &'v Visit<'_>) -> &'v str {
    if visit.is_post { visit.form.get("meme") } else { visit.query.get("meme") }
}

/// The page of a file, with the kind and the answer to the question of the same name as they were chosen.
fn answered_path(visit: &Visit<'_>, deposit: &Deposit) -> String {
    let kind = chosen_kind(visit).map(|kind| format!("type={}", kind.code()));
    let same = Some(same_answer(visit)).filter(|answer| !answer.is_empty());
    let same = same.map(|answer| format!("meme={}", words::encoded(answer)));
    let query = [kind, same].into_iter().flatten().collect::<Vec<_>>().join("&");
    format!("/deposer/{}{}{query}", deposit.id, if query.is_empty() { "" } else { "?" })
}

/// Adds the quartier and the year that the file lacks to its name. What was explained of its columns stays.
fn add_place(visit: &Visit<'_>, deposit: &Deposit) -> Result<(String, String)> {
    let raw = &visit.desk.paths.raw;
    let named = app::add_quartier_and_year(raw, &deposit.id, visit.form.get("quartier"), visit.form.get("annee"))?;
    let at = host::now();
    for entry in app::desk_settings(raw)?.entry.into_iter().filter(|entry| entry.undone.is_none()) {
        if let SettingChange::Column { file, sheet, column, heading, field } = entry.change
            && file == deposit.name
        {
            let change = SettingChange::Column { file: named.name.clone(), sheet, column, heading, field };
            app::add_setting(raw, change, &at, visit.agent())?;
        }
    }
    let notice = say!(visit.messages(), "desk-deposit-named", name = &named.name);
    Ok((answered_path(visit, deposit), notice))
}

/// Keeps the quartier, the year, the columns and the words that stand otherwise on the page than in the file as it was
/// read. `None` if there is nothing to keep.
pub(super) fn keep_choices(visit: &Visit<'_>, deposit: &Deposit) -> Result<Option<(String, String)>> {
    let is_on_page = |name: &str| visit.form.all(name).next().is_some();
    let (quartier, year) = (visit.form.get("quartier").trim(), visit.form.get("annee").trim());
    let is_other_place =
        (is_on_page("quartier") && quartier != deposit.added.0) || (is_on_page("annee") && year != deposit.added.1);
    let is_explained = !explained(visit, deposit)?.is_empty();
    let learnt = if is_explained { Some(learn(visit, deposit)?) } else { None };
    let named = if is_other_place { Some(add_place(visit, deposit)?) } else { None };
    Ok(match (learnt, named) {
        (Some((_, learnt)), Some((path, named))) => Some((path, format!("{learnt} {named}"))),
        (learnt, named) => named.or(learnt),
    })
}

/// Returns a setting for each column and each word that the agent explained.
fn explained(visit: &Visit<'_>, deposit: &Deposit) -> Result<Vec<SettingChange>> {
    let (config, raw) = (visit.desk.config()?, &visit.desk.paths.raw);
    let check = visit.desk.checks.of(raw, deposit, chosen_kind(visit), &config)?;
    let mut changes = Vec::new();
    for (index, word) in check.unknown_words.iter().enumerate() {
        let code = visit.form.get(&format!("mot-{index}"));
        // The list may have changed since the page was made: the word itself is compared.
        if !code.is_empty() && visit.form.raw(&format!("texte-{index}")) == word.word {
            let (list, word) = (word.list.to_owned(), word.word.clone());
            changes.push(SettingChange::Word { list, word, code: code.to_owned() });
        }
    }
    for (place, sheet) in check.sheets.iter().enumerate() {
        let is_for_all = visit.form.get(&format!("portee-{place}")) == "tous";
        for (index, column) in sheet.columns.iter().enumerate() {
            let field = visit.form.get(&format!("champ-{place}-{index}"));
            let is_same_page = visit.form.get(&format!("colonne-{place}-{index}")) == column.letters;
            if field.is_empty() || field == column.field.code() || !is_same_page {
                continue;
            }
            let (heading, field) = (column.heading.clone(), field.to_owned());
            changes.push(if is_for_all && heading.chars().any(char::is_alphanumeric) {
                SettingChange::Heading { heading, field }
            } else {
                let (file, sheet, column) = (deposit.name.clone(), sheet.name.clone(), column.letters.clone());
                SettingChange::Column { file, sheet, column, heading, field }
            });
        }
    }
    Ok(changes)
}

/// Adds a setting for each column and each word that the agent explained.
pub(super) fn learn(visit: &Visit<'_>, deposit: &Deposit) -> Result<(String, String)> {
    let (changes, at) = (explained(visit, deposit)?, host::now());
    let n = changes.len();
    for change in changes {
        app::add_setting(&visit.desk.paths.raw, change, &at, visit.agent())?;
    }
    Ok((answered_path(visit, deposit), say!(visit.messages(), "desk-deposit-learnt", n)))
}
