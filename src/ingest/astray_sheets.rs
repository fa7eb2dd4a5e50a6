//! Finds files in the raw folder that no run reads: sheets that lie beside its folders or in one of another name, and
//! files of a folder with a meaning whose name or format has none there.

use std::path::Path;

/// The folders of the raw folder that have a meaning; `release`, `backup` and `course` hold what other offices sent.
const FOLDERS: [&str; 12] = [
    "backup",
    "births",
    "census",
    "corrections",
    "course",
    "decisions",
    "events",
    "offices",
    "reference",
    "release",
    "settings",
    "typing",
];
/// Endings of the names of sheets.
const ENDINGS: [&str; 7] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "csv", "tsv"];
/// The folders in which each file must have a name or an ending of a list.
const NAMED: [(&str, &[&str]); 2] = [("decisions", &[".csv"]), ("reference", &super::reference::REFERENCE_FILES)];
/// Whether two names that differ in capital letters alone are one file on this system.
const HAS_ONE_CASE: bool = cfg!(any(windows, target_os = "macos"));
/// Deepest folder that is looked into.
const MOST_DEPTH: usize = 8;

/// Returns the paths of the sheets, relative to the raw folder and sorted, that lie in none of its folders. What can't
/// be listed is left out.
pub(crate) fn astray_sheets(raw: &Path) -> Vec<String> {
    let mut found = Vec::new();
    add_sheets(raw, "", 0, &mut found);
    found.sort();
    found
}

/// Returns the paths of the files, relative to the raw folder and sorted, that lie in the folder of decisions or of
/// reference tables and are neither.
pub(crate) fn unknown_files(raw: &Path) -> Vec<String> {
    let of_folder = |(folder, names): (&str, &[&str])| -> Vec<String> {
        let entries = std::fs::read_dir(raw.join(folder)).into_iter().flatten().flatten();
        let names_there = entries.map(|entry| entry.file_name().to_string_lossy().into_owned());
        let is_unknown = |name: &String| {
            let is_known = |known: &&str| {
                if known.starts_with('.') { name.to_lowercase().ends_with(known) } else { is_one_name(name, known) }
            };
            super::input_files::is_input(name) && !name.starts_with('~') && !names.iter().any(is_known)
        };
        names_there.filter(is_unknown).map(|name| format!("{folder}/{name}")).collect()
    };
    let mut found: Vec<String> = NAMED.into_iter().flat_map(of_folder).collect();
    found.sort();
    found
}

fn add_sheets(folder: &Path, name: &str, depth: usize, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let own = entry.file_name().to_string_lossy().into_owned();
        let is_known = depth == 0 && folder_of(&own).is_some();
        if is_known || !super::input_files::is_input(&own) {
            continue;
        }
        let path = if name.is_empty() { own.clone() } else { format!("{name}/{own}") };
        // A link is not followed: it could lead back.
        let Ok(kind) = entry.file_type() else { continue };
        let ending = own.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        if kind.is_dir() && depth < MOST_DEPTH {
            add_sheets(&entry.path(), &path, depth + 1, found);
        } else if kind.is_file() && ENDINGS.contains(&ending.as_str()) {
            found.push(path);
        }
    }
}

/// The folder of the raw folder that a name means.
fn folder_of(name: &str) -> Option<&'static str> {
    FOLDERS.into_iter().find(|own| is_one_name(name, own))
}

/// Whether the system finds a file of this name under the name `wanted`. Windows and macOS tell no capital letters
/// apart.
fn is_one_name(name: &str, wanted: &str) -> bool {
    name == wanted || HAS_ONE_CASE && name.to_lowercase() == wanted.to_lowercase()
}

/// Whether a path relative to the raw folder lies in a folder that the program keeps for itself: no sheet in it is one
/// of an agent.
pub(crate) fn is_own_folder(path: &Path) -> bool {
    let Some(first) = path.iter().next().and_then(|first| first.to_str()) else { return false };
    let is_of_office = |folder: &str| !["census", "births", "events"].contains(&folder);
    folder_of(first).is_some_and(is_of_office) || first.starts_with('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_another_name_or_format_are_found_where_names_count() {
        let raw = tempfile::tempdir().expect("a folder");
        let unknown = ["decisions/jugé.xlsx", "reference/Quartiers.csv.txt", "reference/legal-periods (1).csv"];
        let known = ["decisions/a.csv", "decisions/B.CSV", "decisions/README.md", "reference/quartiers.csv"];
        for name in unknown.into_iter().chain(known).chain(["reference/indicators.toml"]) {
            let path = raw.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, "x").expect("written");
        }
        assert_eq!(unknown_files(raw.path()), unknown);
    }

    #[test]
    fn a_file_of_a_known_name_in_capitals_is_unknown_only_where_the_system_tells_it_apart() {
        let raw = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(raw.path().join("reference")).expect("made");
        std::fs::write(raw.path().join("reference/Quartiers.CSV"), "x").expect("written");
        let expected: &[&str] = if HAS_ONE_CASE { &[] } else { &["reference/Quartiers.CSV"] };
        assert_eq!(unknown_files(raw.path()), expected);
        assert_eq!(raw.path().join("reference/quartiers.csv").exists(), HAS_ONE_CASE);
    }

    #[test]
    fn sheets_outside_of_the_folders_are_found() {
        let raw = tempfile::tempdir().expect("a folder");
        for name in [
            "Q06.xlsx",
            "Census/Q07.csv",
            "recensement/2018/Q08.ODS",
            "census/Q09.csv",
            "reference/quartiers.csv",
            ".deposit/x.csv",
            "photo.jpg",
            "README.csv",
            "~$Q06.xlsx",
        ] {
            let path = raw.path().join(name);
            std::fs::create_dir_all(path.parent().expect("a folder")).expect("made");
            std::fs::write(path, "x").expect("written");
        }
        let found = astray_sheets(raw.path());
        let mut expected = vec!["Census/Q07.csv", "Q06.xlsx", "recensement/2018/Q08.ODS"];
        if cfg!(any(windows, target_os = "macos")) {
            expected.remove(0);
        }
        assert_eq!(found, expected);
        for (path, is_own) in
            [("reference/x.csv", true), ("census/x.csv", false), ("x.csv", false), (".replaced/a", true)]
        {
            assert_eq!(is_own_folder(Path::new(path)), is_own, "{path}");
        }
    }
}
