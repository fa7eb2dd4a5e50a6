//! Writes the log of look-ups when a command shows or copies rows of sheets. A sheet is one of a register wherever the
//! command was started: the register stands beside the raw folder in which the sheet lies.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use crate::error::Result;
use crate::store::{Store, is_below, is_register, resolved};

use super::access::Access;

/// A file of which rows are about to be shown or copied.
pub(super) struct SheetShown<'a> {
    pub(super) path: &'a Path,
    pub(super) n_rows: u64,
}

/// Adds lines to the log of each register that one of these sheets belongs to. Sheets elsewhere leave none. `raw` and
/// `clean` are the folders of the command; `before` stands before the names of the sheets.
///
/// # Errors
/// Those of the file system. What can't be logged must not be shown.
pub(super) fn log_sheets_shown(
    sheets: &[SheetShown<'_>],
    folders: (&Path, &Path),
    (what, before): (&str, &str),
    access: &Access,
) -> Result<()> {
    let mut of_register: BTreeMap<PathBuf, Vec<(String, u64)>> = BTreeMap::new();
    for sheet in sheets.iter().filter(|sheet| sheet.n_rows > 0) {
        for (clean, name) in registers_of(sheet.path, folders) {
            of_register.entry(clean).or_default().push((name, sheet.n_rows));
        }
    }
    for (clean, sheets) in &of_register {
        access.log_sheets(&Store::open(clean)?, (what, before), sheets)?;
    }
    Ok(())
}

/// The folders of the registers that a sheet belongs to, each with its path relative to the raw folder. A link to a
/// sheet counts as well as a sheet in a folder that is reached by a link.
fn registers_of(path: &Path, (raw, clean): (&Path, &Path)) -> BTreeMap<PathBuf, String> {
    let mut found = BTreeMap::new();
    for path in [resolved(path), without_dots(path)] {
        let in_raw = path.ancestors().skip(1).filter(|folder| is_raw_folder(folder));
        for folder in in_raw {
            for register in registers_beside(folder) {
                found.entry(resolved(&register)).or_insert_with(|| name_in(&path, folder));
            }
        }
        for raw in [resolved(raw), without_dots(raw)] {
            if clean.is_dir() && path.starts_with(&raw) {
                found.entry(resolved(clean)).or_insert_with(|| name_in(&path, &raw));
            }
        }
    }
    // A file of the register itself is no sheet.
    found.retain(|register, _| !is_below(path, register));
    found
}

/// The usual name of a raw folder and of the folder of a register.
const RAW: &str = "data-raw";
const CLEAN: &str = "data-clean";
/// Folders of sheets, in the raw folder.
const OF_SHEETS: [&str; 3] = ["census", "births", "events"];

/// Whether a folder is a raw folder, by its name or by the folders of sheets in it.
fn is_raw_folder(folder: &Path) -> bool {
    folder.file_name().is_some_and(|name| name == RAW) || OF_SHEETS.iter().any(|name| folder.join(name).is_dir())
}

/// The folders of registers beside a raw folder, whatever they are called.
fn registers_beside(raw: &Path) -> Vec<PathBuf> {
    let Some(parent) = raw.parent() else { return Vec::new() };
    let entries = std::fs::read_dir(parent).into_iter().flatten().flatten().map(|entry| entry.path());
    // A folder whose entries can't be listed still has the usual one.
    entries.chain([parent.join(CLEAN)]).filter(|folder| is_register(folder)).collect()
}

/// The path as it is written, from the root, without `..`.
fn without_dots(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    path.components().fold(PathBuf::new(), |mut whole, part| {
        match part {
            Component::ParentDir => drop(whole.pop()),
            part => whole.push(part),
        }
        whole
    })
}

/// The path of a file relative to a folder, with `/` between its parts.
fn name_in(path: &Path, folder: &Path) -> String {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A commune with a sheet, a register of this name and a raw folder of this name.
    fn commune(raw: &str, clean: &str) -> (tempfile::TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir_all(root.join(raw).join("census/2017")).unwrap();
        let sheet = root.join(raw).join("census/2017/Boma.csv");
        std::fs::write(&sheet, "Nom\nMBALA\n").unwrap();
        std::fs::create_dir_all(root.join(clean).join("generations")).unwrap();
        std::fs::write(root.join(clean).join("CURRENT"), "{}").unwrap();
        let clean = root.join(clean);
        (folder, sheet, clean)
    }

    fn found(path: &Path, folders: (&Path, &Path)) -> Vec<(PathBuf, String)> {
        registers_of(path, folders).into_iter().collect()
    }

    #[test]
    fn a_sheet_is_one_of_the_register_beside_its_raw_folder() {
        let nowhere = (Path::new("/nowhere/raw"), Path::new("/nowhere/clean"));
        for (raw, clean) in [("data-raw", "data-clean"), ("reçus", "registre")] {
            let (folder, sheet, clean) = commune(raw, clean);
            let own = [(clean.clone(), "census/2017/Boma.csv".to_owned())];
            assert_eq!(found(&sheet, nowhere), own);
            assert_eq!(found(&sheet.join("../Boma.csv"), (sheet.parent().unwrap(), &clean)).len(), 1);
            // A list beside the folders, and a file of the register, are no sheets.
            assert_eq!(found(&folder.path().join("list.csv"), nowhere), []);
            assert_eq!(found(&clean.join("reports/interne.csv"), (folder.path(), &clean)), []);
        }
    }

    #[test]
    fn the_folders_of_the_command_count_wherever_they_are() {
        let (_one, sheet, _) = commune("sheets", "r");
        let elsewhere = tempfile::tempdir().unwrap();
        let clean = elsewhere.path().canonicalize().unwrap();
        let raw = sheet.ancestors().nth(3).unwrap();
        let registers: Vec<PathBuf> = found(&sheet, (raw, &clean)).into_iter().map(|(register, _)| register).collect();
        assert!(registers.contains(&clean) && registers.len() == 2, "{registers:?}");
    }

    #[cfg(unix)]
    #[test]
    fn links_to_a_sheet_and_of_a_raw_folder_are_followed() {
        let nowhere = (Path::new("/nowhere/raw"), Path::new("/nowhere/clean"));
        let (_folder, sheet, clean) = commune("data-raw", "data-clean");
        let other = tempfile::tempdir().unwrap();
        let link = other.path().join("link.csv");
        std::os::unix::fs::symlink(&sheet, &link).unwrap();
        assert_eq!(found(&link, nowhere).len(), 1);
        // The sheets lie on another disk, and the raw folder leads to them.
        let disk = other.path().join("disk");
        std::fs::rename(sheet.parent().unwrap(), &disk).unwrap();
        std::os::unix::fs::symlink(&disk, sheet.parent().unwrap()).unwrap();
        assert_eq!(found(&sheet, nowhere), [(clean.clone(), "census/2017/Boma.csv".to_owned())]);
        assert_eq!(found(&sheet, (&clean.with_file_name("data-raw"), &clean)).len(), 1);
    }
}
