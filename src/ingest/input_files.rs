//! Lists the files of a raw folder to read, and those that a person's corrections workbook replaces.

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{CORRECTIONS_WRITER, FileName, Kind};

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// Its path relative to the raw folder, `/` on every system.
    pub(crate) name: String,
    /// What files of its folder hold.
    pub(crate) kind: Kind,
    pub(crate) n_bytes: u64,
}

#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct InputFiles {
    pub(crate) inputs: Vec<Input>,
    /// The files that are not read because a person's corrections workbook replaces them: their name and the workbook's.
    pub(crate) replaced: Vec<(String, String)>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LastWriter {
    /// This program: no person has edited the file.
    Bato,
    /// Another program: a person has edited the file.
    Another,
    /// Unknown: the file is damaged or missing.
    Unknown,
}

/// Lists the spreadsheets below `raw/census`, `raw/births` and `raw/events`, subfolders too, sorted by name.
///
/// Lock files (`~$…`), hidden files and notes (`README`, `.md`) are left out. A corrections workbook is left out as long as
/// nobody has saved it; one that a person has saved is read instead of its original.
///
/// # Errors
/// `raw-missing` if `raw` is no folder or has neither `census` nor `births`; `raw-empty` if they hold no spreadsheet.
pub(crate) fn list_input_files(raw: &Path) -> Result<InputFiles> {
    let folders = [("census", Kind::Census), ("births", Kind::Birth), ("events", Kind::Event)];
    if !folders[..2].iter().any(|(folder, _)| raw.join(folder).is_dir()) {
        return Err(Error::new(ErrorCode::RawMissing).at(raw));
    }
    let mut inputs = Vec::new();
    for (folder, kind) in folders.into_iter().filter(|(folder, _)| raw.join(folder).is_dir()) {
        add_files(&raw.join(folder), folder, kind, &mut inputs)?;
    }
    if inputs.is_empty() {
        return Err(Error::new(ErrorCode::RawEmpty).at(raw));
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(without_replaced(inputs))
}

/// The program that saved a workbook last, by its document properties.
pub(crate) fn last_writer(path: &Path) -> LastWriter {
    const MAX_PROPERTIES: u64 = 64 * 1024;
    let Ok(file) = std::fs::File::open(path) else { return LastWriter::Unknown };
    let Ok(mut archive) = zip::ZipArchive::new(std::io::BufReader::new(file)) else { return LastWriter::Unknown };
    let Ok(part) = archive.by_name("docProps/app.xml") else { return LastWriter::Another };
    let mut text = String::new();
    if part.take(MAX_PROPERTIES).read_to_string(&mut text).is_err() {
        return LastWriter::Unknown;
    }
    let application = text.split_once("Application>").and_then(|(_, rest)| rest.split_once('<')).map(|(name, _)| name);
    if application == Some(CORRECTIONS_WRITER) { LastWriter::Bato } else { LastWriter::Another }
}

/// Leaves out corrections workbooks that nobody has saved, and the files that a person's corrections workbook replaces.
fn without_replaced(inputs: Vec<Input>) -> InputFiles {
    let mut groups: BTreeMap<(String, String), Vec<(u32, Input)>> = BTreeMap::new();
    for input in inputs {
        let FileName { stem, correction, .. } = FileName::of(&input.name);
        let folder = input.name.rsplit_once('/').map_or("", |(folder, _)| folder);
        groups.entry((folder.to_owned(), stem.to_owned())).or_default().push((correction, input));
    }
    let mut files = InputFiles::default();
    for group in groups.into_values() {
        let n_originals = group.iter().filter(|(correction, _)| *correction == 0).count();
        let writers: Vec<LastWriter> = group.iter().map(|(correction, input)| writer_of(*correction, input)).collect();
        let is_by_person = |place: usize| group[place].0 > 0 && writers[place] == LastWriter::Another;
        let newest = (0..group.len()).filter(|place| is_by_person(*place)).max_by_key(|place| group[*place].0);
        for (place, (correction, input)) in group.iter().enumerate() {
            let is_replaced = match newest {
                // With several originals it is unknown which one is corrected, so all are read.
                Some(newest) if *correction == 0 => n_originals == 1 && newest != place,
                Some(newest) => is_by_person(place) && newest != place,
                None => false,
            };
            let is_untouched = *correction > 0 && writers[place] == LastWriter::Bato;
            if let Some(newest) = newest.filter(|_| is_replaced) {
                files.replaced.push((input.name.clone(), group[newest].1.name.clone()));
            } else if !(is_untouched && (n_originals > 0 || newest.is_some())) {
                files.inputs.push(input.clone());
            }
        }
    }
    files.inputs.sort_by(|a, b| a.name.cmp(&b.name));
    files.replaced.sort();
    files
}

/// The program that saved a file with this correction number. An original (0) is not opened.
fn writer_of(correction: u32, input: &Input) -> LastWriter {
    // Bato writes corrections in no other format.
    let may_be_ours = matches!(FileName::of(&input.name).extension.to_lowercase().as_str(), "xlsx" | "xlsm");
    if correction > 0 && may_be_ours { last_writer(&input.path) } else { LastWriter::Another }
}

/// Adds the files of a folder and its subfolders; `name` is the folder's path relative to the raw folder.
fn add_files(folder: &Path, name: &str, kind: Kind, inputs: &mut Vec<Input>) -> Result<()> {
    for entry in std::fs::read_dir(folder).map_err(|e| Error::io(folder, &e))? {
        let entry = entry.map_err(|e| Error::io(folder, &e))?;
        let path = entry.path();
        let own = entry.file_name().to_string_lossy().into_owned();
        if !is_input(&own) {
            continue;
        }
        let name = format!("{name}/{own}");
        let meta = std::fs::metadata(&path).map_err(|e| Error::io(&path, &e))?;
        if meta.is_dir() {
            add_files(&path, &name, kind, inputs)?;
        } else {
            inputs.push(Input { path, name, kind, n_bytes: meta.len() });
        }
    }
    Ok(())
}

/// Whether a file is meant as input: no note, and no file of the operating system.
///
/// A photo or a letter counts as input; reading it gives an error that names it.
fn is_input(name: &str) -> bool {
    let lower = name.to_lowercase();
    let is_of_system = matches!(lower.as_str(), "thumbs.db" | "desktop.ini");
    !is_of_system && ![".", "~$", "readme"].iter().any(|start| lower.starts_with(start)) && !lower.ends_with(".md")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A workbook whose properties name this application.
    fn workbook(application: &str) -> Vec<u8> {
        let mut zip = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        zip.start_file("docProps/app.xml", zip::write::SimpleFileOptions::default()).expect("a part");
        let text = format!("<Properties><Application>{application}</Application></Properties>");
        std::io::Write::write_all(&mut zip, text.as_bytes()).expect("written");
        zip.finish().expect("a package").into_inner()
    }

    fn listed(contents: &[(&str, &[u8])]) -> (Vec<String>, Vec<(String, String)>) {
        let raw = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(raw.path().join("census")).expect("a folder");
        for (name, bytes) in contents {
            std::fs::write(raw.path().join("census").join(name), bytes).expect("written");
        }
        let files = list_input_files(raw.path()).expect("files");
        (files.inputs.into_iter().map(|input| input.name).collect(), files.replaced)
    }

    #[test]
    fn a_corrections_workbook_replaces_its_original_once_a_person_has_saved_it() {
        let (ours, theirs) = (workbook("Bato"), workbook("LibreOffice/7.4"));
        let (read, replaced) = listed(&[("X.csv", b"a"), ("X.corrections.xlsx", &ours)]);
        assert_eq!((read, replaced), (vec!["census/X.csv".to_owned()], vec![]));

        let (read, replaced) = listed(&[
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
    fn originals_are_read_where_it_is_unknown_what_a_workbook_replaces() {
        let (ours, theirs) = (workbook("Bato"), workbook("Microsoft Excel"));
        // Two originals of one name; a damaged workbook; an unsaved one without its original.
        for files in [
            &[("X.corrections.xlsx", &theirs[..]), ("X.csv", b"a"), ("X.xls", b"a")][..],
            &[("X.corrections.xlsx", b"PK cut"), ("X.csv", b"a")],
            &[("X.corrections.xlsx", &ours)],
        ] {
            let names = files.iter().map(|(name, _)| format!("census/{name}")).collect();
            assert_eq!(listed(files), (names, vec![]));
        }
    }
}
