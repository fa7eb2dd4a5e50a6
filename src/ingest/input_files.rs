//! Lists the files of a raw folder to read, and those that a person's corrections workbook replaces.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::{Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{CORRECTIONS_WRITER, Kind};

use super::cell_corrections::{CORRECTIONS_FOLDER, CellCorrections};
use super::corrected::{WorkbookEdits, with_corrections};
use super::read_book::{hexadecimal, is_there, open_regular, sha256_of_file};
use super::settings::IngestSettings;

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Input {
    pub(crate) path: PathBuf,
    /// Its path relative to the raw folder, `/` on every system.
    pub(crate) name: String,
    /// What files of its folder hold.
    pub(crate) kind: Kind,
    pub(crate) n_bytes: u64,
    pub(crate) role: InputRole,
    /// Why the file can't even be opened, if so.
    pub(crate) fault: Option<Error>,
}

/// Which rows of a file are read, and with which corrections.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) enum InputRole {
    /// All of them, as they stand.
    #[default]
    Plain,
    /// All of them, with the corrections of these workbooks.
    Corrected(Arc<Vec<WorkbookEdits>>, RoleHash),
    /// A corrections workbook: the rows that a person added to those of its original.
    Corrections(Arc<Vec<WorkbookEdits>>, RoleHash),
}

/// SHA-256 of the other files that a reading depends on.
pub(crate) type RoleHash = String;

impl InputRole {
    /// Hash of what the reading depends on beside the file itself; "" for a plain file.
    pub(crate) fn hash(&self) -> &str {
        match self {
            Self::Plain => "",
            Self::Corrected(_, hash) | Self::Corrections(_, hash) => hash,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct InputFiles {
    pub(crate) inputs: Vec<Input>,
    /// The files that are not read because a person's corrections workbook replaces them: their name and the
    /// workbook's.
    pub(crate) replaced: Vec<(String, String)>,
    /// The files that are read with the corrections of a workbook: their name and the workbook's.
    pub(crate) corrected: Vec<(String, String)>,
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
/// Lock files (`~$…`), hidden files and notes (`README`, `.md`) are left out. A corrections workbook is left out as
/// long as nobody has saved it; see [`with_corrections`] for one that a person has saved.
///
/// # Errors
/// `raw-missing` if `raw` is no folder or has neither `census` nor `births`; `raw-empty` if they hold no spreadsheet.
pub(crate) fn list_input_files(
    raw: &Path,
    corrections: &CellCorrections,
    settings: &IngestSettings,
) -> Result<InputFiles> {
    let folders = [("census", Kind::Census), ("births", Kind::Birth), ("events", Kind::Event)];
    // A folder that is a link leading nowhere stops the run: without its rows their persons would count as gone.
    let mut there = Vec::new();
    for (folder, kind) in folders {
        if is_there(&raw.join(folder))? {
            there.push((folder, kind));
        }
    }
    if there.iter().all(|(_, kind)| *kind == Kind::Event) {
        return Err(Error::new(ErrorCode::RawMissing).at(raw));
    }
    let mut inputs = Vec::new();
    for (folder, kind) in there {
        add_files(&raw.join(folder), folder, kind, &mut inputs)?;
    }
    if inputs.is_empty() {
        return Err(Error::new(ErrorCode::RawEmpty).at(raw));
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(with_corrections(inputs, corrections, settings))
}

/// Lists the spreadsheets below any folder, as [`list_input_files`] does for a raw folder. Names are relative to
/// `folder`.
///
/// # Errors
/// `folder-empty` if it holds no spreadsheet.
pub(crate) fn list_folder(
    folder: &Path,
    corrections: &CellCorrections,
    settings: &IngestSettings,
) -> Result<InputFiles> {
    if ["census", "births"].iter().any(|name| folder.join(name).is_dir()) {
        return list_input_files(folder, corrections, settings);
    }
    let mut inputs = Vec::new();
    add_files(folder, "", Kind::Census, &mut inputs)?;
    if inputs.is_empty() {
        return Err(Error::new(ErrorCode::FolderEmpty).at(folder));
    }
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(with_corrections(inputs, corrections, settings))
}

/// The files below the raw folder that a reading depends on: name, size, moment of the last change. Nothing is opened.
pub(crate) fn listing(raw: &Path) -> Result<Vec<(String, u64, Option<SystemTime>)>> {
    let mut inputs = Vec::new();
    for folder in ["census", "births", "events", CORRECTIONS_FOLDER, "reference"] {
        if raw.join(folder).is_dir() {
            add_files(&raw.join(folder), folder, Kind::Census, &mut inputs)?;
        }
    }
    let changed = |input: &Input| std::fs::metadata(&input.path).and_then(|meta| meta.modified()).ok();
    let mut files: Vec<_> = inputs.iter().map(|input| (input.name.clone(), input.n_bytes, changed(input))).collect();
    files.sort_by(|a, b| a.0.cmp(&b.0));
    Ok(files)
}

/// Lists the files in a folder of the raw folder and below, by the same rules as inputs; none if it is missing.
///
/// # Errors
/// Those of reading the folder.
pub(crate) fn folder_files(raw: &Path, folder: &str) -> Result<Vec<Input>> {
    let mut files = Vec::new();
    if is_there(&raw.join(folder))? {
        add_files(&raw.join(folder), folder, Kind::Census, &mut files)?;
    }
    files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(files)
}

/// Returns the SHA-256 of each file in a folder of the raw folder, by its path relative to the raw folder. A file that
/// can't be read has the code of its fault instead.
///
/// # Errors
/// Those of reading the folder; a missing one is empty.
pub(crate) fn folder_hashes(raw: &Path, folder: &str) -> Result<BTreeMap<String, String>> {
    let files = folder_files(raw, folder)?;
    let hash = |input: Input| {
        let hash = input.fault.map_or_else(|| sha256_of_file(&input.path), Err);
        (input.name, hash.unwrap_or_else(|fault| fault.code.text().to_owned()))
    };
    Ok(files.into_iter().map(hash).collect())
}

/// The program that saved a workbook last, by its document properties.
pub(crate) fn last_writer(path: &Path) -> LastWriter {
    const MAX_PROPERTIES: u64 = 64 * 1024;
    let Ok(file) = open_regular(path) else { return LastWriter::Unknown };
    let Ok(mut archive) = zip::ZipArchive::new(std::io::BufReader::new(file)) else { return LastWriter::Unknown };
    let mut text = String::new();
    let read = match archive.by_name("docProps/app.xml") {
        Err(_) => return LastWriter::Another,
        Ok(part) => part.take(MAX_PROPERTIES).read_to_string(&mut text),
    };
    if read.is_err() {
        return LastWriter::Unknown;
    }
    let application = text.split_once("Application>").and_then(|(_, rest)| rest.split_once('<')).map(|(name, _)| name);
    // Some programs keep the properties as they are: the seal of the parts tells whether one was changed.
    let is_own =
        application == Some(CORRECTIONS_WRITER) && archive_seal(&mut archive).as_deref() == Some(archive.comment());
    if is_own { LastWriter::Bato } else { LastWriter::Another }
}

/// Returns the seal of a workbook, which this program writes as the comment of its archive: a hash of the names and the
/// checksums of all parts.
fn archive_seal<R: Read + Seek>(archive: &mut zip::ZipArchive<R>) -> Option<Vec<u8>> {
    let mut hash = Sha256::new();
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        hash.update((part.name_raw().len() as u64).to_le_bytes());
        hash.update(part.name_raw());
        hash.update(part.crc32().to_le_bytes());
    }
    Some(format!("Bato {}", hexadecimal(&hash.finalize())).into_bytes())
}

/// Seals a workbook that this program wrote, so that [`last_writer`] knows whether another program changed it. An
/// archive with a comment is left as it is.
///
/// # Errors
/// Those of reading and writing.
pub(crate) fn seal_workbook(file: &mut File) -> std::io::Result<()> {
    const END_OF_DIRECTORY: &[u8] = b"PK\x05\x06";
    let end = file.seek(SeekFrom::End(-22))?;
    let mut start = [0; 4];
    file.read_exact(&mut start)?;
    let seal = zip::ZipArchive::new(&mut *file).ok().and_then(|mut archive| archive_seal(&mut archive));
    let Some(seal) = seal.filter(|_| start == *END_OF_DIRECTORY) else { return Ok(()) };
    // The last two bytes hold the length of the comment, which follows them.
    file.seek(SeekFrom::Start(end + 20))?;
    file.write_all(&(seal.len() as u16).to_le_bytes())?;
    file.write_all(&seal)
}

/// Adds the files of a folder and its subfolders; `name` is the folder's path relative to the raw folder. An entry that
/// can't be opened is added with its fault, so that it costs itself alone.
fn add_files(folder: &Path, name: &str, kind: Kind, inputs: &mut Vec<Input>) -> Result<()> {
    let mut open = vec![(folder.to_owned(), name.to_owned())];
    let mut folders_read = BTreeSet::new();
    while let Some((folder, folder_name)) = open.pop() {
        // A link to a folder above would be followed without end.
        if !folders_read.insert(folder.canonicalize().unwrap_or_else(|_| folder.clone())) {
            continue;
        }
        let mut add = |path: PathBuf, name: String, n_bytes, fault| {
            inputs.push(Input { path, name, kind, n_bytes, role: InputRole::Plain, fault });
        };
        let entries = match std::fs::read_dir(&folder).and_then(Iterator::collect::<std::io::Result<Vec<_>>>) {
            Ok(entries) => entries,
            Err(e) if folder_name == name => return Err(Error::io(&folder, &e)),
            Err(e) => {
                add(folder.clone(), folder_name, 0, Some(Error::io(&folder, &e)));
                continue;
            }
        };
        for entry in entries {
            let path = entry.path();
            let own = entry.file_name();
            let (own, name_fault) = match own.to_str() {
                Some(own) => (own.to_owned(), None),
                None => (escaped_name(&own), Some(Error::new(ErrorCode::FileName).at(&folder))),
            };
            if !is_input(&own) {
                continue;
            }
            let name = if folder_name.is_empty() { own } else { format!("{folder_name}/{own}") };
            match std::fs::metadata(&path) {
                Ok(meta) if meta.is_dir() && name_fault.is_none() => open.push((path, name)),
                Ok(meta) if meta.is_file() || meta.is_dir() => add(path, name, meta.len(), name_fault),
                Ok(_) => {
                    let fault = Error::new(ErrorCode::NotRegular).at(&path);
                    add(path, name, 0, Some(name_fault.unwrap_or(fault)));
                }
                Err(e) => {
                    let fault = is_there(&path).err().unwrap_or_else(|| Error::io(&path, &e));
                    add(path, name, 0, Some(name_fault.unwrap_or(fault)));
                }
            }
        }
    }
    Ok(())
}

/// A name that is no text, with each foreign byte as `%` and two digits: two such names stay two.
fn escaped_name(name: &std::ffi::OsStr) -> String {
    let mut escaped = String::new();
    for chunk in name.as_encoded_bytes().utf8_chunks() {
        escaped.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| escaped.push_str(&format!("%{byte:02X}")));
    }
    escaped
}

/// Whether a file is meant as input: no note, and no file of the operating system.
///
/// A photo or a letter counts as input; reading it gives an error that names it.
pub(crate) fn is_input(name: &str) -> bool {
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
        let bytes = zip.finish().expect("a package").into_inner();
        if application != CORRECTIONS_WRITER {
            return bytes;
        }
        let mut file = tempfile::tempfile().expect("a file");
        file.write_all(&bytes).and_then(|()| seal_workbook(&mut file)).expect("sealed");
        let mut sealed = Vec::new();
        file.rewind().and_then(|()| file.read_to_end(&mut sealed)).expect("read");
        sealed
    }

    fn listed(contents: &[(&str, &[u8])]) -> (Vec<String>, Vec<(String, String)>) {
        let raw = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(raw.path().join("census")).expect("a folder");
        for (name, bytes) in contents {
            std::fs::write(raw.path().join("census").join(name), bytes).expect("written");
        }
        let files =
            list_input_files(raw.path(), &CellCorrections::default(), &IngestSettings::default()).expect("files");
        (files.inputs.into_iter().map(|input| input.name).collect(), files.replaced)
    }

    #[test]
    fn a_corrections_workbook_that_nobody_saved_or_that_can_not_be_read_replaces_nothing() {
        let (ours, theirs) = (workbook("Bato"), workbook("LibreOffice/7.4"));
        let (read, replaced) = listed(&[("X.csv", b"a"), ("X.corrections.xlsx", &ours)]);
        assert_eq!((read, replaced), (vec!["census/X.csv".to_owned()], vec![]));

        // These archives hold no sheet: a workbook that can't be read replaces nothing.
        let (read, replaced) = listed(&[("X.csv", b"a"), ("X.corrections.xlsx", &theirs)]);
        let both = vec!["census/X.corrections.xlsx".to_owned(), "census/X.csv".to_owned()];
        assert_eq!((read, replaced), (both, vec![]));
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
