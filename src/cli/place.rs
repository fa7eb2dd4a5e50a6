//! Finds the folder of the register, and chooses the command, when Bato is started without a terminal.
//!
//! On Windows the program is started by a double click, by a sheet dropped on it, or from a menu. The working folder
//! then says nothing: the register lies in the folder `Bato` of the user's documents, which no other account of the PC
//! can read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The folders of a register that the user fills.
const RAW_FOLDERS: [&str; 3] = ["census", "births", "events"];

/// Returns the folder of the register, where it is not the working folder.
pub(super) fn register_folder() -> Option<PathBuf> {
    folder_in_documents(&windows_desktop::documents()?, &std::env::current_dir().ok()?)
}

/// Returns `Bato` in the documents, unless the working folder holds a register or its settings.
fn folder_in_documents(documents: &Path, working: &Path) -> Option<PathBuf> {
    let holds_register = ["data-raw", "data-clean", "bato.toml"].iter().any(|name| working.join(name).exists());
    (!holds_register).then(|| documents.join("Bato"))
}

/// Creates the folder of the register with the folders that the user fills. Returns whether it is new.
pub(super) fn create(folder: &Path) -> std::io::Result<bool> {
    let is_new = !folder.exists();
    RAW_FOLDERS.iter().try_for_each(|name| std::fs::create_dir_all(folder.join("data-raw").join(name)))?;
    Ok(is_new)
}

/// Returns the words of the command line. Files alone, as a drop on the program's icon gives them, are checked; a window
/// opened by a double click, without any word, opens the desk.
pub(super) fn with_command(
    mut words: Vec<OsString>,
    is_own_window: bool,
    is_command: &dyn Fn(&str) -> bool,
) -> Vec<OsString> {
    let files = words.get(1..).unwrap_or_default();
    let is_file = |word: &OsString| !word.to_str().is_some_and(is_command) && Path::new(word).exists();
    if files.is_empty() && is_own_window {
        words.push("desk".into());
    } else if !files.is_empty() && files.iter().all(is_file) {
        words.insert(1, "check".into());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_register_in_the_working_folder_comes_before_the_documents() {
        let dir = tempfile::tempdir().unwrap();
        let (documents, working) = (dir.path().join("Documents"), dir.path().join("desk"));
        std::fs::create_dir(&working).unwrap();
        let folder = documents.join("Bato");
        assert_eq!(folder_in_documents(&documents, &working), Some(folder.clone()));
        assert!(create(&folder).unwrap());
        assert!(folder.join("data-raw/births").is_dir());
        assert!(!create(&folder).unwrap());
        assert_eq!(folder_in_documents(&documents, &folder), None);
    }

    #[test]
    fn dropped_files_are_checked_and_commands_are_not_files() {
        let dir = tempfile::tempdir().unwrap();
        let sheet = dir.path().join("Q06.xlsx").into_os_string();
        std::fs::write(&sheet, "x").unwrap();
        let words = |words: &[&std::ffi::OsStr], is_own| -> Vec<OsString> {
            let words = [std::ffi::OsStr::new("bato")].iter().chain(words).map(OsString::from).collect();
            with_command(words, is_own, &|word| word == "src")[1..].to_vec()
        };
        assert_eq!(words(&[&sheet, &sheet], true), ["check".into(), sheet.clone(), sheet.clone()]);
        assert_eq!(words(&[&sheet], false), ["check".into(), sheet.clone()]);
        assert_eq!(words(&["src".as_ref()], false), ["src"], "a command, although a folder has its name");
        assert_eq!(words(&[&sheet, "nowhere.xlsx".as_ref()], false), [sheet, "nowhere.xlsx".into()]);
        assert_eq!(words(&[], true), ["desk"]);
        assert_eq!(words(&[], false), [""; 0]);
    }
}
