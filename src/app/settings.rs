//! Adds settings that an agent makes on the desk, lists them and undoes them: the meaning of a column or of a heading,
//! the code of a word, the quartier and the year of a file.

use std::path::Path;

use sha2::{Digest, Sha256};

use crate::config::{Config, DeskSetting, DeskSettings, SettingChange, file_identity};
use crate::error::{Error, ErrorCode, Result};
use crate::messages::{Messages, say};
use crate::normalise::CodeWords;
use crate::record::{Field, column_of_letters, fold};
use crate::store::{self, OutputPath};

/// Most characters of a heading, a word or a name.
const MOST_CHARS: usize = 300;

/// The file beside the settings that is locked while they are read, changed and replaced.
const LOCK: &str = ".desk-lock";

/// The lists of words to which a word can be added.
pub const WORD_LISTS: [&str; 5] = CodeWords::LISTS;

/// Returns the codes of all meanings that a column can have; those of lists of events only where they are asked for.
#[must_use]
pub fn column_meanings(with_events: bool) -> Vec<&'static str> {
    Field::ALL.iter().filter(|field| with_events || !field.is_of_events()).map(|field| field.code()).collect()
}

/// Returns the codes that a word of a list can have, with their words.
#[must_use]
pub fn word_code_texts(messages: &Messages, list: &str) -> Vec<(&'static str, String)> {
    let set = if list == "category" { "report-category".to_owned() } else { format!("template-{list}") };
    CodeWords::codes(list).into_iter().map(|code| (code, messages.text(&format!("{set}-{code}")))).collect()
}

/// Returns what a setting sets, in words.
#[must_use]
pub fn setting_text(messages: &Messages, change: &SettingChange) -> String {
    let meaning = |field: &str| messages.code("field", field);
    match change {
        SettingChange::Column { file, sheet, column, heading, field } => {
            let place = if sheet.is_empty() { file.clone() } else { messages.labelled(file, sheet) };
            say!(messages, "settings-column", place, column, heading, field = meaning(field))
        }
        SettingChange::Heading { heading, field } => {
            say!(messages, "settings-heading", heading, field = meaning(field))
        }
        SettingChange::Place { file, before, quartier, year } => {
            let name = file.rsplit('/').next().unwrap_or(file);
            let parts = [quartier.as_str(), year.as_str()].into_iter().filter(|part| !part.is_empty());
            say!(messages, "settings-place", name, before, place = parts.collect::<Vec<_>>().join(", "))
        }
        SettingChange::Word { list, word, code } => {
            let list_name = messages.code("settings-list", list);
            let texts = word_code_texts(messages, list).into_iter();
            let code = texts.into_iter().find(|(own, _)| own == code).map_or_else(|| code.clone(), |(_, text)| text);
            say!(messages, "settings-word", list = list_name, word, code)
        }
    }
}

/// Returns all settings made on the desk, oldest first.
///
/// # Errors
/// Those of reading the file.
pub fn desk_settings(raw: &Path) -> Result<DeskSettings> {
    DeskSettings::read(raw)
}

/// Adds a setting. An earlier one about the same column, heading or word is undone; one that says the same stays, and
/// nothing is added. Returns the setting that holds.
///
/// # Errors
/// `decide-author`; `unknown-field`, `unknown-code`, `unknown-column`; `setting-blank` for a blank or too long text;
/// those of reading and writing.
pub fn add_setting(raw: &Path, change: SettingChange, at: &str, author: &str) -> Result<DeskSetting> {
    let author = author.trim();
    if author.is_empty() {
        return Err(Error::new(ErrorCode::DecideAuthor));
    }
    check(&change)?;
    let _lock = store::wait_for_lock(&DeskSettings::path(raw).with_file_name(LOCK))?;
    let mut settings = DeskSettings::read(raw)?;
    let subject = change.subject();
    if let Some(same) = settings.in_force().find(|entry| entry.change == change) {
        return Ok(same.clone());
    }
    for earlier in settings.entry.iter_mut().filter(|entry| entry.undone.is_none()) {
        if earlier.change.subject() == subject {
            earlier.undone = Some(format!("{at} {author}"));
        }
    }
    let hash = Sha256::digest(format!("{}\n{at}\n{author}\n{change:?}", settings.entry.len()));
    let id = hash.iter().take(4).fold("S-".to_owned(), |id, byte| format!("{id}{byte:02x}"));
    let content = match &change {
        SettingChange::Column { file, .. } => file_identity(raw, file),
        _ => None,
    };
    let added = DeskSetting { id, at: at.to_owned(), author: author.to_owned(), undone: None, content, change };
    settings.entry.push(added.clone());
    write(raw, &settings)?;
    Ok(added)
}

/// Gives the settings on columns the names and contents that their files have after a run: see
/// [`DeskSettings::follow_files`].
///
/// # Errors
/// Those of reading and writing.
pub(super) fn follow_files(raw: &Path) -> Result<()> {
    if DeskSettings::read(raw)?.entry.iter().all(|entry| entry.content.is_none()) {
        return Ok(());
    }
    let _lock = store::wait_for_lock(&DeskSettings::path(raw).with_file_name(LOCK))?;
    let mut settings = DeskSettings::read(raw)?;
    if settings.follow_files(raw) { write(raw, &settings) } else { Ok(()) }
}

/// Marks a setting as undone. It stays in the list.
///
/// # Errors
/// `setting-unknown` if none of this number holds; those of reading and writing.
pub(super) fn undo_entry(raw: &Path, id: &str, at: &str, author: &str) -> Result<DeskSetting> {
    let _lock = store::wait_for_lock(&DeskSettings::path(raw).with_file_name(LOCK))?;
    let mut settings = DeskSettings::read(raw)?;
    let entry = settings.entry.iter_mut().find(|entry| entry.id == id && entry.undone.is_none());
    let entry = entry.ok_or_else(|| Error::new(ErrorCode::SettingUnknown).with("value", id))?;
    entry.undone = Some(format!("{at} {}", author.trim()));
    let undone = entry.clone();
    write(raw, &settings)?;
    Ok(undone)
}

fn check(change: &SettingChange) -> Result<()> {
    let blank = |key: &str, text: &str| {
        if text.trim().is_empty() || text.chars().count() > MOST_CHARS {
            return Err(Error::new(ErrorCode::SettingBlank).with("key", key).with("high", MOST_CHARS));
        }
        Ok(())
    };
    let field = |field: &str| {
        let unknown = || Error::new(ErrorCode::UnknownField).with("value", field).with("known", known_fields());
        Field::from_code(field).map(drop).ok_or_else(unknown)
    };
    match change {
        SettingChange::Column { file, column, field: code, .. } => {
            blank("file", file)?;
            field(code)?;
            let unknown = || Error::new(ErrorCode::UnknownColumn).with("value", column);
            column_of_letters(column).map(drop).ok_or_else(unknown)
        }
        SettingChange::Heading { heading, field: code } => {
            // A heading of signs alone is none.
            blank("heading", &fold(heading))?;
            blank("heading", heading)?;
            field(code)
        }
        SettingChange::Place { file, before, .. } => {
            blank("file", file)?;
            blank("file", before)
        }
        SettingChange::Word { list, word, code } => {
            blank("word", &fold(word))?;
            blank("word", word)?;
            let is_known = CodeWords::codes(list).contains(&code.as_str());
            if is_known { Ok(()) } else { Err(Error::new(ErrorCode::UnknownCode).with("value", code)) }
        }
    }
}

fn known_fields() -> String {
    Field::ALL.iter().map(|field| field.code()).collect::<Vec<_>>().join(", ")
}

fn write(raw: &Path, settings: &DeskSettings) -> Result<()> {
    let path = DeskSettings::path(raw);
    if let Some(folder) = path.parent() {
        store::create_folder(folder)?;
    }
    store::write_text(&settings.text(), &OutputPath::own(&path))
}

/// Returns the settings of a register: those of the file, and those made on the desk. Without a `named` file it is
/// `bato.toml`, which need not exist.
///
/// # Errors
/// Those of reading both.
pub fn settings(named: Option<&Path>, raw: &Path) -> Result<Config> {
    Config::read(named)?.with_desk_settings(raw)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn word(word: &str, code: &str) -> SettingChange {
        SettingChange::Word { list: "relation".into(), word: word.into(), code: code.into() }
    }

    #[test]
    fn the_columns_of_a_file_follow_it_when_it_is_renamed() {
        let dir = tempfile::tempdir().unwrap();
        let raw = dir.path();
        std::fs::create_dir_all(raw.join("census")).unwrap();
        std::fs::write(raw.join("census/a.csv"), "Nom;Prénom\nMBALA;Ruth\n").unwrap();
        std::fs::write(raw.join("census/b.csv"), "Nom;Prénom\nZOLA;Ruth\n").unwrap();
        let column = SettingChange::Column {
            file: "a.csv".into(),
            sheet: String::new(),
            column: "B".into(),
            heading: String::new(),
            field: "postnom".into(),
        };
        add_setting(raw, column, "2026-05-10", "Ruth").unwrap();
        let file = || settings(None, raw).unwrap().ingest.pin[0].file.clone();
        assert_eq!(file(), "a.csv");
        std::fs::rename(raw.join("census/a.csv"), raw.join("census/Q06.csv")).unwrap();
        assert_eq!(file(), "census/Q06.csv");
        // A newer file of the old name counts too, and a sheet of another form that came under that name does not.
        let files = || {
            let pins = settings(None, raw).unwrap().ingest.pin;
            pins.into_iter().map(|pin| pin.file).collect::<Vec<_>>()
        };
        std::fs::write(raw.join("census/a.csv"), "Nom;Prénom\nKANZA;Paul\n").unwrap();
        assert_eq!(files(), ["census/a.csv", "census/Q06.csv"]);
        std::fs::write(raw.join("census/a.csv"), "N°;Nom;Prénom\n1;KANZA;Paul\n").unwrap();
        assert_eq!(files(), ["census/Q06.csv"]);
        // After a run the setting has the new name, so that it holds for a newer content of the file, too.
        follow_files(raw).unwrap();
        std::fs::write(raw.join("census/Q06.csv"), "Nom;Prénom\nMBALA;Rita\n").unwrap();
        assert_eq!(files(), ["census/Q06.csv"]);
        follow_files(raw).unwrap();
        std::fs::rename(raw.join("census/Q06.csv"), raw.join("census/Q6.csv")).unwrap();
        assert_eq!(files(), ["census/Q6.csv"]);
        std::fs::rename(raw.join("census/Q6.csv"), raw.join("census/Q06.csv")).unwrap();
        // Without the content anywhere, a file of the name counts, whatever it holds.
        std::fs::write(raw.join("census/Q06.csv"), "other").unwrap();
        assert_eq!(files(), ["census/Q06.csv"]);
    }

    #[test]
    fn a_setting_is_added_replaced_and_undone_and_nothing_is_forgotten() {
        let dir = tempfile::tempdir().unwrap();
        let raw = dir.path();
        let add = |change, at| add_setting(raw, change, at, " Ruth ");
        let first = add(word("1ère bolingo", "spouse"), "2026-05-10").unwrap();
        assert_eq!(first.author, "Ruth");
        assert_eq!(add(word("1ère bolingo", "spouse"), "2026-05-11").unwrap(), first, "it says the same");
        let second = add(word("1ERE BOLINGO", "child"), "2026-05-12").unwrap();
        let all = desk_settings(raw).unwrap();
        assert_eq!(all.entry.len(), 2);
        assert_eq!(all.entry[0].undone.as_deref(), Some("2026-05-12 Ruth"));
        assert!(all.in_force().map(|entry| &entry.id).eq([&second.id]));
        undo_entry(raw, &second.id, "2026-05-13", "Jean").unwrap();
        assert_eq!(undo_entry(raw, &second.id, "", "").unwrap_err().code, ErrorCode::SettingUnknown);
        let all = desk_settings(raw).unwrap();
        assert_eq!((all.entry.len(), all.in_force().count()), (2, 0));
        let again = add(word("1ère bolingo", "spouse"), "2026-05-10").unwrap();
        assert_ne!(again.id, first.id);
    }

    #[test]
    fn settings_added_at_once_are_all_there() {
        let dir = tempfile::tempdir().unwrap();
        let raw = dir.path();
        std::thread::scope(|scope| {
            for n in 0..12 {
                scope
                    .spawn(move || add_setting(raw, word(&format!("mot {n}"), "child"), "2026-05-10", "Ruth").unwrap());
            }
        });
        assert_eq!(desk_settings(raw).unwrap().in_force().count(), 12);
    }

    #[test]
    fn what_cannot_hold_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let code = |change| add_setting(dir.path(), change, "", "Ruth").unwrap_err().code;
        let heading =
            |heading: &str, field: &str| SettingChange::Heading { heading: heading.into(), field: field.into() };
        let column = |column: &str, field: &str| SettingChange::Column {
            file: "a.csv".into(),
            sheet: String::new(),
            column: column.into(),
            heading: String::new(),
            field: field.into(),
        };
        assert_eq!(code(word("x", "cousine")), ErrorCode::UnknownCode);
        assert_eq!(
            code(SettingChange::Word { list: "x".into(), word: "x".into(), code: "M".into() }),
            ErrorCode::UnknownCode
        );
        assert_eq!(code(word(" ?! ", "spouse")), ErrorCode::SettingBlank);
        assert_eq!(code(heading("x", "prénom")), ErrorCode::UnknownField);
        assert_eq!(code(heading(&"x".repeat(MOST_CHARS + 1), "prenom")), ErrorCode::SettingBlank);
        assert_eq!(code(column("3", "prenom")), ErrorCode::UnknownColumn);
        assert_eq!(code(column("C", "")), ErrorCode::UnknownField);
        assert_eq!(add_setting(dir.path(), column("C", "prenom"), "", " ").unwrap_err().code, ErrorCode::DecideAuthor);
        assert!(desk_settings(dir.path()).unwrap().entry.is_empty());
    }
}
