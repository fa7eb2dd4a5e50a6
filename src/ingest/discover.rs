//! Which files there are to read, and which of them a person's corrections workbook replaces.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::record::{CORRECTIONS_WRITER, FileName, Kind};

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Where it is.
    pub path: PathBuf,
    /// Its path relative to the raw folder, `/` on every system.
    pub name: String,
    /// What its folder says it holds.
    pub kind: Kind,
    /// Size in bytes.
    pub n_bytes: u64,
}

/// The files of a raw folder.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Found {
    /// Those to read.
    pub inputs: Vec<Input>,
    /// Those that are not read because a person's corrections workbook replaces them, each with its name.
    pub replaced: Vec<(String, String)>,
}

/// Which program saved a workbook last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SavedBy {
    /// This one: nobody has worked on it.
    Bato,
    /// Another: a person's work is in it.
    Another,
    /// It can't be told: damaged, or not there.
    Unknown,
}

/// The spreadsheets below `raw/census`, `raw/births` and `raw/events`, subfolders too, sorted by name.
///
/// Lock files (`~$…`), hidden files and notes (`README`, `.md`) are left out. So is a corrections workbook that nobody
/// has touched; one that a person has saved is read in the place of its original.
///
/// # Errors
/// `raw-missing` if `raw` is no folder or has neither `census` nor `births`; `raw-empty` if no sheet is in them.
pub fn discover(raw: &Path) -> Result<Found> {
    let folders = [("census", Kind::Census), ("births", Kind::Birth), ("events", Kind::Event)];
    if !folders[..2].iter().any(|(folder, _)| raw.join(folder).is_dir()) {
        return Err(Error::new("raw-missing").at(raw));
    }
    let mut inputs = Vec::new();
    for (folder, kind) in folders {
        let path = raw.join(folder);
        if path.is_dir() {
            walk(&path, folder, kind, &mut inputs)?;
        }
    }
    if inputs.is_empty() {
        return Err(Error::new("raw-empty").at(raw));
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(without_replaced(inputs))
}

/// Which program saved a workbook last, by its properties alone.
#[must_use]
pub fn saved_by(path: &Path) -> SavedBy {
    const LONGEST_PROPERTIES: u64 = 64 * 1024;
    let Ok(file) = std::fs::File::open(path) else { return SavedBy::Unknown };
    let Ok(mut archive) = zip::ZipArchive::new(std::io::BufReader::new(file)) else { return SavedBy::Unknown };
    let Ok(part) = archive.by_name("docProps/app.xml") else { return SavedBy::Another };
    let mut text = String::new();
    if part.take(LONGEST_PROPERTIES).read_to_string(&mut text).is_err() {
        return SavedBy::Unknown;
    }
    let application = text.split_once("Application>").and_then(|(_, rest)| rest.split_once('<')).map(|(name, _)| name);
    if application == Some(CORRECTIONS_WRITER) { SavedBy::Bato } else { SavedBy::Another }
}

/// Leaves out corrections workbooks that nobody touched, and what a person's corrections workbook replaces.
fn without_replaced(inputs: Vec<Input>) -> Found {
    let mut groups: BTreeMap<(String, String), Vec<(u32, Input)>> = BTreeMap::new();
    for input in inputs {
        let name = FileName::of(&input.name);
        let folder = input.name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let group = (folder.to_owned(), name.stem.to_owned());
        groups.entry(group).or_default().push((name.correction, input));
    }
    let mut found = Found::default();
    for group in groups.into_values() {
        let n_originals = group.iter().filter(|(correction, _)| *correction == 0).count();
        let saved: Vec<SavedBy> = group.iter().map(|(correction, input)| saver(*correction, input)).collect();
        let is_persons = |place: usize| group[place].0 > 0 && saved[place] == SavedBy::Another;
        let newest = (0..group.len()).filter(|place| is_persons(*place)).max_by_key(|place| group[*place].0);
        for (place, (correction, input)) in group.iter().enumerate() {
            let is_replaced = match newest {
                // Which of several originals it came from is not known: nothing is lost when all are read.
                Some(newest) if *correction == 0 => n_originals == 1 && newest != place,
                Some(newest) => is_persons(place) && newest != place,
                None => false,
            };
            let is_untouched = *correction > 0 && saved[place] == SavedBy::Bato;
            if let Some(newest) = newest.filter(|_| is_replaced) {
                found.replaced.push((input.name.clone(), group[newest].1.name.clone()));
            } else if !(is_untouched && (n_originals > 0 || newest.is_some())) {
                found.inputs.push(input.clone());
            }
        }
    }
    found.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    found.replaced.sort();
    found
}

/// Who saved a file of this number; an original is not looked into.
fn saver(correction: u32, input: &Input) -> SavedBy {
    match (correction, FileName::of(&input.name).extension.to_lowercase().as_str()) {
        (0, _) => SavedBy::Another,
        (_, "xlsx" | "xlsm") => saved_by(&input.path),
        // We write no other kind.
        _ => SavedBy::Another,
    }
}

fn walk(folder: &Path, name: &str, kind: Kind, inputs: &mut Vec<Input>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
        let entry = entry.map_err(|e| Error::io(folder, &e))?;
        let path = entry.path();
        let own = entry.file_name().to_string_lossy().into_owned();
        if !is_meant(&own) {
            continue;
        }
        let name = format!("{name}/{own}");
        let meta = std::fs::metadata(&path).map_err(|e| Error::io(&path, &e))?;
        if meta.is_dir() {
            walk(&path, &name, kind, inputs)?;
        } else {
            inputs.push(Input { path, name, kind, n_bytes: meta.len() });
        }
    }
    Ok(())
}

/// Whether a file was put there as a sheet: everything but notes and what systems leave behind.
///
/// A photo or a letter among the sheets is read, too, and named as no spreadsheet.
fn is_meant(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_left_behind =
        lower.starts_with('.') || lower.starts_with("~$") || ["thumbs.db", "desktop.ini"].contains(&lower.as_str());
    !is_left_behind && !lower.ends_with(".md") && !lower.starts_with("readme")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workbook that says who saved it.
    fn workbook(application: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("docProps/app.xml", zip::write::SimpleFileOptions::default()).expect("a part");
        let text = format!("<Properties><Application>{application}</Application></Properties>");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
        zip.finish().expect("a package").into_inner()
    }

    fn found(files: &[(&str, &[u8])]) -> (Vec<String>, Vec<(String, String)>) {
        let raw = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(raw.path().join("census")).expect("a folder");
        for (name, bytes) in files {
            std::fs::write(raw.path().join("census").join(name), bytes).expect("written");
        }
        let found = discover(raw.path()).expect("files");
        (found.inputs.into_iter().map(|input| input.name).collect(), found.replaced)
    }

    #[test]
    fn a_corrections_workbook_replaces_its_original_once_a_person_has_saved_it() {
        let (ours, theirs) = (workbook("Bato"), workbook("LibreOffice/7.4"));
        let (read, replaced) = found(&[("X.csv", b"a"), ("X.corrections.xlsx", &ours)]);
        assert_eq!((read, replaced), (vec!["census/X.csv".to_owned()], vec![]));

        let (read, replaced) = found(&[
            ("X.csv", b"a"),
            ("X.corrections.xlsx", &theirs),
            ("X.corrections-2.xlsx", &theirs),
            ("X.corrections-3.xlsx", &ours),
            ("Y.csv", b"a"),
        ]);
        assert_eq!(read, ["census/X.corrections-2.xlsx", "census/Y.csv"]);
        let by = "census/X.corrections-2.xlsx".to_owned();
        assert_eq!(replaced, [("census/X.corrections.xlsx".to_owned(), by.clone()), ("census/X.csv".to_owned(), by)]);
    }

    #[test]
    fn no_row_is_lost_where_it_is_not_known_what_replaces_what() {
        let (ours, theirs) = (workbook("Bato"), workbook("Microsoft Excel"));
        // Two originals of one name; a damaged workbook; an untouched one whose original is elsewhere.
        let (read, replaced) = found(&[("X.csv", b"a"), ("X.xls", b"a"), ("X.corrections.xlsx", &theirs)]);
        assert_eq!((read.len(), replaced.len()), (3, 0));
        let (read, _) = found(&[("X.csv", b"a"), ("X.corrections.xlsx", b"PK cut")]);
        assert_eq!(read, ["census/X.corrections.xlsx", "census/X.csv"]);
        let (read, _) = found(&[("X.corrections.xlsx", &ours)]);
        assert_eq!(read, ["census/X.corrections.xlsx"]);
    }
}
