//! Gives an input file the quartier and the year that its rows lack, after it was added: they stand in its name, where
//! a run reads them. Its content stays. What was given is a setting of the desk, which can be changed and undone.

use std::path::Path;

use crate::config::{DeskSetting, SettingChange};
use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::store::{self, Store};

use super::deposit::{self, DepositKind};
use super::settings::{add_setting, desk_settings, undo_entry};

/// The quartier and the year that an agent gave a file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct FilePlace {
    /// The name of the file before.
    pub before: String,
    /// The quartier; "" for none.
    pub quartier: String,
    /// The year; "" for none.
    pub year: String,
}

/// Returns what was given to a file; `None` if nothing was. `path` is relative to the raw folder.
///
/// # Errors
/// Those of reading the settings.
pub fn file_place(raw: &Path, path: &str) -> Result<Option<FilePlace>> {
    Ok(place_setting(raw, path)?.map(|(_, place)| place))
}

fn place_setting(raw: &Path, path: &str) -> Result<Option<(String, FilePlace)>> {
    let own = desk_settings(raw)?.entry.into_iter().filter(|entry| entry.undone.is_none());
    let mut places = own.filter_map(|entry| match entry.change {
        SettingChange::Place { file, before, quartier, year } if file == path => {
            Some((entry.id, FilePlace { before, quartier, year }))
        }
        _ => None,
    });
    Ok(places.next())
}

/// Adds a quartier and a year to the name of an input file, in place of those given before; "" adds none. Returns the
/// path now. What was explained of its columns stays; corrections and rulings find the file by its content.
///
/// # Errors
/// `correct-file-unknown` if there is no such file; `deposit-year`, `deposit-name`; `run-under-way`; those of the file
/// system.
pub fn give_quartier_and_year(
    (raw, clean): (&Path, &Path),
    path: &str,
    (quartier, year): (&str, &str),
    (at, author): (&str, &str),
) -> Result<String> {
    const KINDS: [DepositKind; 3] = [DepositKind::Census, DepositKind::Births, DepositKind::Events];
    let unknown = || Error::new(ErrorCode::CorrectFileUnknown).with("path", path);
    // A run under way may be about to read the file.
    let store = clean.is_dir().then(|| Store::open(clean)).transpose()?;
    let _run = store.as_ref().map(Store::lock).transpose()?;
    let _guard = deposit::guard();
    let kind = KINDS.into_iter().find(|kind| path.starts_with(&format!("{}/", kind.code()))).ok_or_else(unknown)?;
    let listed = ingest::folder_files(raw, kind.code())?;
    listed.iter().find(|file| file.name == path).ok_or_else(unknown)?;
    let (folder, name) = path.rsplit_once('/').ok_or_else(unknown)?;
    let known = place_setting(raw, path)?;
    let before = known.as_ref().map_or(name, |(_, place)| &place.before).to_owned();
    let (wanted, (quartier, year)) = deposit::name_with_place(&before, quartier, year)?;
    let is_taken = |new: &str| new != name && raw.join(folder).join(new).exists();
    let (stem, ending) = wanted.rsplit_once('.').unwrap_or((&wanted, ""));
    let numbered = (2..).map(|n| format!("{stem} ({n}).{ending}"));
    let new = std::iter::once(wanted.clone()).chain(numbered).find(|new| !is_taken(new)).unwrap_or(wanted.clone());
    let target = format!("{folder}/{new}");
    if new != name {
        let columns = column_settings(raw, name)?;
        for (_, change) in &columns {
            let mut change = change.clone();
            if let SettingChange::Column { file, .. } = &mut change {
                file.clone_from(&new);
            }
            add_setting(raw, change, at, author)?;
        }
        let (from, to) = (raw.join(path), raw.join(&target));
        store::retry_while_open(|| std::fs::rename(&from, &to)).map_err(|e| Error::io(&from, &e))?;
        store::sync_folder(&raw.join(folder))?;
        for (id, _) in &columns {
            undo_entry(raw, id, at, author)?;
        }
    }
    match known {
        Some((id, _)) if quartier.is_empty() && year.is_empty() => drop(undo_entry(raw, &id, at, author)?),
        None if quartier.is_empty() && year.is_empty() => {}
        known => {
            add_setting(raw, SettingChange::Place { file: target.clone(), before, quartier, year }, at, author)?;
            // The setting of the name that the file had.
            if let Some((id, _)) = known.filter(|_| target != path) {
                undo_entry(raw, &id, at, author)?;
            }
        }
    }
    Ok(target)
}

/// Undoes a setting. It stays in the list. A file whose name had the quartier and the year added gets its name back.
///
/// # Errors
/// `setting-unknown` if none of this number holds; those of [`give_quartier_and_year`]; those of reading and writing.
pub fn undo_setting((raw, clean): (&Path, &Path), id: &str, at: &str, author: &str) -> Result<DeskSetting> {
    let found = desk_settings(raw)?.entry.into_iter().find(|entry| entry.id == id && entry.undone.is_none());
    if let Some(SettingChange::Place { file, .. }) = found.as_ref().map(|entry| &entry.change)
        && raw.join(file).is_file()
    {
        give_quartier_and_year((raw, clean), file, ("", ""), (at, author))?;
        let undone = desk_settings(raw)?.entry.into_iter().find(|entry| entry.id == id);
        return undone.ok_or_else(|| Error::new(ErrorCode::SettingUnknown).with("value", id));
    }
    undo_entry(raw, id, at, author)
}

/// The settings in force on columns of a file of this name.
fn column_settings(raw: &Path, name: &str) -> Result<Vec<(String, SettingChange)>> {
    let own = desk_settings(raw)?.entry.into_iter().filter(|entry| entry.undone.is_none());
    let is_of_file = |change: &SettingChange| matches!(change, SettingChange::Column { file, .. } if file == name);
    Ok(own.filter(|entry| is_of_file(&entry.change)).map(|entry| (entry.id, entry.change)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_files_received_under_one_name_keep_each_its_quartier_and_year() {
        let dir = tempfile::tempdir().unwrap();
        let raw = dir.path();
        let clean = raw.join("no-register");
        std::fs::create_dir_all(raw.join("census")).unwrap();
        let give = |path: &str, place| give_quartier_and_year((raw, &clean), path, place, ("2026-05-10", "Ruth"));
        std::fs::write(raw.join("census/liste.csv"), "Boma").unwrap();
        let boma = give("census/liste.csv", ("Boma", "2017")).unwrap();
        std::fs::write(raw.join("census/liste.csv"), "Kutu").unwrap();
        let kutu = give("census/liste.csv", ("Kutu", "2017")).unwrap();
        assert_eq!(desk_settings(raw).unwrap().in_force().count(), 2);
        // Each can still be changed and taken back.
        let boma = give(&boma, ("Boma", "2018")).unwrap();
        assert_eq!(std::fs::read_to_string(raw.join(&boma)).unwrap(), "Boma");
        assert!(boma.contains("2018") && !boma.contains("2017"), "{boma}");
        assert_eq!(desk_settings(raw).unwrap().in_force().count(), 2);
        let back = give(&kutu, ("", "")).unwrap();
        assert_eq!(back, "census/liste.csv");
        assert_eq!(desk_settings(raw).unwrap().in_force().count(), 1);
    }

    #[test]
    fn a_file_gets_its_quartier_and_year_later_keeps_its_columns_and_gets_its_name_back() {
        let dir = tempfile::tempdir().unwrap();
        let raw = dir.path();
        let clean = raw.join("no-register");
        std::fs::create_dir_all(raw.join("census")).unwrap();
        std::fs::write(raw.join("census/eleves.csv"), "Nom;Sexe\nMBALA;M\n").unwrap();
        let column = |file: &str| SettingChange::Column {
            file: file.into(),
            sheet: String::new(),
            column: "A".into(),
            heading: "Nom".into(),
            field: "nom".into(),
        };
        add_setting(raw, column("eleves.csv"), "2026-05-10", "Ruth").unwrap();
        let give = |path: &str, place| give_quartier_and_year((raw, &clean), path, place, ("2026-05-11", "Jean"));
        assert_eq!(give("census/autre.csv", ("Boma", "")).unwrap_err().code, ErrorCode::CorrectFileUnknown);
        assert_eq!(give("census/eleves.csv", ("Boma", "17")).unwrap_err().code, ErrorCode::DepositYear);
        let path = give("census/eleves.csv", ("Boma", "2017")).unwrap();
        assert_eq!(path, "census/eleves – Boma_2017.csv");
        assert!(raw.join(&path).is_file() && !raw.join("census/eleves.csv").exists());
        let in_force = || -> Vec<SettingChange> {
            desk_settings(raw).unwrap().in_force().map(|entry| entry.change.clone()).collect()
        };
        assert_eq!(in_force()[0], column("eleves – Boma_2017.csv"));
        let path = give(&path, ("Boma", "2018")).unwrap();
        assert_eq!(path, "census/eleves – Boma_2018.csv");
        let place = file_place(raw, &path).unwrap().unwrap();
        assert_eq!((place.before.as_str(), place.year.as_str()), ("eleves.csv", "2018"));
        assert_eq!(in_force().len(), 2, "one about the column, one about the place");
        let id = desk_settings(raw).unwrap().in_force().last().unwrap().id.clone();
        let undone = undo_setting((raw, &clean), &id, "2026-05-12", "Ruth").unwrap();
        assert_eq!(undone.undone.as_deref(), Some("2026-05-12 Ruth"));
        assert!(raw.join("census/eleves.csv").is_file());
        assert_eq!(in_force(), [column("eleves.csv")]);
    }
}
