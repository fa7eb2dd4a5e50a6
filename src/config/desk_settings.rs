//! The settings that agents make on the desk: the meaning of a column or of a heading, the code of a word, the quartier
//! and the year of a file.
//!
//! They stand in a file of their own below the raw folder, not in `bato.toml`: each has its author and moment, the
//! program writes the file whole without touching what a person wrote with comments of their own, and a copy or a
//! backup of the raw folder holds them. They are added to the settings of `bato.toml` and come before those where both
//! name the same column or word.

use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::{Config, parse_toml};
use crate::error::Result;
use crate::ingest::{self, PinSetting};
use crate::record::fold;

/// The settings made on the desk, oldest first, also those that were undone.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct DeskSettings {
    /// The settings.
    pub entry: Vec<DeskSetting>,
}

/// A setting made on the desk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeskSetting {
    /// Its number, by which it is undone.
    pub id: String,
    /// Its moment, RFC 3339.
    pub at: String,
    /// Its author.
    pub author: String,
    /// The moment and the author of its undoing, if it was undone.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undone: Option<String>,
    /// Size and SHA-256 of the file when a column of it was set: by them the setting follows a file that is renamed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub content: Option<FileIdentity>,
    /// What it sets.
    #[serde(flatten)]
    pub change: SettingChange,
}

/// The content of a file, whatever its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FileIdentity {
    /// Its size in bytes.
    pub n_bytes: u64,
    /// SHA-256 of its bytes, in hexadecimal.
    pub sha256: String,
}

/// What a setting made on the desk sets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SettingChange {
    /// The meaning of one column of a file.
    Column {
        /// The file's name; `*` stands for any text.
        file: String,
        /// The sheet's name; "" for every sheet.
        sheet: String,
        /// The column's letters.
        column: String,
        /// Its heading, for the reader of the list.
        heading: String,
        /// The code of its meaning.
        field: String,
    },
    /// The meaning of a heading in every file.
    Heading {
        /// The heading.
        heading: String,
        /// The code of its meaning.
        field: String,
    },
    /// The quartier and the year that were added to the name of a file.
    Place {
        /// The file's path now, relative to the raw folder.
        file: String,
        /// Its name before.
        before: String,
        /// The quartier; "" for none.
        quartier: String,
        /// The year; "" for none.
        year: String,
    },
    /// The code of a word.
    Word {
        /// The list of words: `sex`, `marital_status`, `relation`, `category`, `event`.
        list: String,
        /// The word as typed.
        word: String,
        /// Its code.
        code: String,
    },
}

impl SettingChange {
    /// Returns what it is about: two settings about the same can't both hold.
    pub(crate) fn subject(&self) -> String {
        match self {
            Self::Column { file, sheet, column, .. } => format!("column\t{file}\t{sheet}\t{}", column.to_uppercase()),
            Self::Heading { heading, .. } => format!("heading\t{}", fold(heading)),
            Self::Place { file, .. } => format!("place\t{file}"),
            Self::Word { list, word, .. } => format!("word\t{list}\t{}", fold(word)),
        }
    }
}

/// The start of the file, for who opens it.
const HEADER: &str = "# Réglages faits au bureau de Bato (page « Réglages »), ajoutés à ceux de bato.toml.\n\
    # Instellingen gemaakt op het bureau van Bato, bij die van bato.toml gevoegd.\n\
    # Settings made on the desk of Bato, added to those of bato.toml.\n\n";

impl DeskSettings {
    /// Returns the path of the file below a raw folder.
    #[must_use]
    pub fn path(raw: &Path) -> PathBuf {
        raw.join("settings").join("desk.toml")
    }

    /// Reads the file of a raw folder; it is empty if there is none.
    ///
    /// # Errors
    /// Those of a settings file.
    pub fn read(raw: &Path) -> Result<Self> {
        let path = Self::path(raw);
        let text = ingest::read_text_file(&path)?;
        text.map_or_else(|| Ok(Self::default()), |text| parse_toml(&text)).map_err(|error| error.at(&path))
    }

    /// Returns the text of the file.
    pub(crate) fn text(&self) -> String {
        format!("{HEADER}{}", toml::to_string(self).unwrap_or_default())
    }

    /// Gives the settings on columns the names and contents that their files have now, so that they follow a file that
    /// is renamed first and changed later. Returns whether one changed.
    pub(crate) fn follow_files(&mut self, raw: &Path) -> bool {
        let mut files = None;
        let mut is_changed = false;
        for entry in self.entry.iter_mut().filter(|entry| entry.undone.is_none()) {
            let DeskSetting { change: SettingChange::Column { file, .. }, content: Some(content), .. } = entry else {
                continue;
            };
            match files_of_setting(raw, file, content, &mut files).as_slice() {
                [same] if same == file => {
                    if let Some(now) = file_identity(raw, file).filter(|now| now != content) {
                        *content = now;
                        is_changed = true;
                    }
                }
                [renamed] => {
                    *file = renamed.clone();
                    is_changed = true;
                }
                _ => {}
            }
        }
        is_changed
    }

    /// Returns the settings that hold.
    pub fn in_force(&self) -> impl Iterator<Item = &DeskSetting> {
        self.entry.iter().filter(|entry| entry.undone.is_none())
    }
}

impl Config {
    /// Returns the settings with those made on the desk, which stand in the raw folder.
    ///
    /// # Errors
    /// Those of reading the file of the desk.
    pub fn with_desk_settings(mut self, raw: &Path) -> Result<Self> {
        let mut files = None;
        for DeskSetting { change, content, .. } in DeskSettings::read(raw)?.in_force() {
            match change.clone() {
                SettingChange::Column { file, sheet, column, field, .. } => {
                    let sheet = Some(sheet).filter(|sheet| !sheet.is_empty());
                    let of_file = |file: String| PinSetting {
                        file,
                        sheet: sheet.clone(),
                        column: column.clone(),
                        field: field.clone(),
                        heading_row: None,
                    };
                    // Of two pins of a column the last one holds.
                    match content {
                        Some(content) => {
                            let names = files_of_setting(raw, &file, content, &mut files);
                            self.ingest.pin.extend(names.into_iter().map(of_file));
                        }
                        None => self.ingest.pin.push(of_file(file)),
                    }
                }
                SettingChange::Heading { heading, field } => {
                    for (other, headings) in &mut self.ingest.headings {
                        headings.retain(|text| *other == field || fold(text) != fold(&heading));
                    }
                    self.ingest.headings.entry(field).or_default().push(heading);
                }
                // A run reads them in the name.
                SettingChange::Place { .. } => {}
                SettingChange::Word { list, word, code } => self.words.set(&list, &word, &code),
            }
        }
        Ok(self)
    }
}

/// Returns the names of the files that a setting on the columns of a file is about: the file that has the content for
/// which it was made, under whatever name, and a newer one of the old name. A sheet of another form that came under the
/// name of a renamed file is none. `files` are those of the raw folder, once they were listed.
fn files_of_setting(
    raw: &Path,
    file: &str,
    content: &FileIdentity,
    files: &mut Option<Vec<ingest::Input>>,
) -> Vec<String> {
    let files = files.get_or_insert_with(|| input_files(raw));
    let has_content = |other: &&ingest::Input| {
        let is_of_size = other.fault.is_none() && other.n_bytes == content.n_bytes;
        is_of_size && ingest::sha256_of_file(&other.path).is_ok_and(|sha256| sha256 == content.sha256)
    };
    let (named, others): (Vec<&ingest::Input>, Vec<&ingest::Input>) =
        files.iter().partition(|other| is_of_name(&other.name, file));
    let renamed = || others.iter().copied().find(has_content);
    let Some(renamed) = (if named.iter().any(has_content) { None } else { renamed() }) else {
        return vec![file.to_owned()];
    };
    let is_newer = |other: &&&ingest::Input| first_line(&other.path) == first_line(&renamed.path);
    let newer = named.iter().filter(is_newer).map(|other| other.name.clone());
    newer.chain([renamed.name.clone()]).collect()
}

/// The first line of a text file, of which two versions of a sheet have the same; "" of a workbook, or if it can't be
/// read.
fn first_line(path: &Path) -> Vec<u8> {
    const MOST_BYTES: u64 = 16 * 1024;
    let mut start = Vec::new();
    let file = ingest::open_regular(path).ok();
    let read = file.map(|file| file.take(MOST_BYTES).read_to_end(&mut start));
    let is_text = matches!(read, Some(Ok(_))) && !start.contains(&0) && !start.starts_with(b"PK");
    let line = start.split(|byte| matches!(byte, b'\n' | b'\r')).next().unwrap_or_default();
    if is_text { line.to_vec() } else { Vec::new() }
}

/// Returns the content of a file of the raw folder, by its name or its path; `None` if none or several have the name.
pub(crate) fn file_identity(raw: &Path, file: &str) -> Option<FileIdentity> {
    let files = input_files(raw);
    let mut found = files.iter().filter(|other| is_of_name(&other.name, file) && other.fault.is_none());
    let (only, None) = (found.next()?, found.next()) else { return None };
    Some(FileIdentity { n_bytes: only.n_bytes, sha256: ingest::sha256_of_file(&only.path).ok()? })
}

fn is_of_name(path: &str, file: &str) -> bool {
    path.strip_suffix(file).is_some_and(|folder| folder.is_empty() || folder.ends_with('/'))
}

/// The files of the raw folder that may be sheets. A folder that can't be listed has none: a run reports it.
fn input_files(raw: &Path) -> Vec<ingest::Input> {
    let folders = ["census", "births", "events"].into_iter();
    folders.flat_map(|folder| ingest::folder_files(raw, folder).unwrap_or_default()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(id: &str, change: SettingChange) -> DeskSetting {
        DeskSetting {
            id: id.into(),
            at: "2026-05-10".into(),
            author: "Ruth".into(),
            undone: None,
            content: None,
            change,
        }
    }

    fn word(word: &str, code: &str) -> SettingChange {
        SettingChange::Word { list: "relation".into(), word: word.into(), code: code.into() }
    }

    #[test]
    fn the_file_is_read_as_it_was_written() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(DeskSettings::read(dir.path()).unwrap(), DeskSettings::default());
        let column = SettingChange::Column {
            file: "Q06 \"Boma\"\\_2017.xlsx".into(),
            sheet: String::new(),
            column: "F".into(),
            heading: "Né\nle".into(),
            field: "birth_date".into(),
        };
        let heading = SettingChange::Heading { heading: "# petit nom = [x]".into(), field: "prenom".into() };
        let mut settings = DeskSettings {
            entry: vec![entry("S-1", column), entry("S-2", heading), entry("S-3", word("bolingo", "spouse"))],
        };
        settings.entry[1].undone = Some("2026-05-11 Jean".into());
        std::fs::create_dir_all(dir.path().join("settings")).unwrap();
        std::fs::write(DeskSettings::path(dir.path()), settings.text()).unwrap();
        assert_eq!(DeskSettings::read(dir.path()).unwrap(), settings);
        let config = Config::default().with_desk_settings(dir.path()).unwrap();
        assert_eq!(config.ingest.pin.len(), 1);
        assert!(config.ingest.headings.is_empty(), "undone");
        assert_ne!(config, Config::default());
    }

    #[test]
    fn a_setting_of_the_desk_comes_before_one_of_the_file() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join("settings")).unwrap();
        let heading = SettingChange::Heading { heading: "Petit Nom".into(), field: "nom".into() };
        let settings = DeskSettings { entry: vec![entry("S-1", heading), entry("S-2", word("Bolingo", "child"))] };
        std::fs::write(DeskSettings::path(dir.path()), settings.text()).unwrap();
        let text =
            "[ingest.headings]\nprenom = [\"petit nom\", \"x\"]\n[words.relation]\nspouse = [\"bolingo\", \"y\"]\n";
        let config = Config::parse(text).unwrap().with_desk_settings(dir.path()).unwrap();
        let expected = "[ingest.headings]\nprenom = [\"x\"]\nnom = [\"Petit Nom\"]\n\
            [words.relation]\nspouse = [\"y\"]\nchild = [\"Bolingo\"]\n";
        assert_eq!(config, Config::parse(expected).unwrap());
    }

    #[test]
    fn a_damaged_file_is_named() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(dir.path().join("settings")).unwrap();
        std::fs::write(DeskSettings::path(dir.path()), "[[entry]]\nid = ").unwrap();
        let error = DeskSettings::read(dir.path()).unwrap_err();
        assert!(error.to_string().contains("desk.toml"), "{error}");
    }
}
