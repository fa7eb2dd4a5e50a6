//! The files of a parcel before it is sealed: which there are, of what kind they are, whether one is the register's
//! own, and the lines of the log of look-ups that name them.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::path::{Path, PathBuf};

use super::table_words::MessageWords;
use crate::backup;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::messages::{Lang, Messages};
use crate::parcel::{self, OfficeCard, ParcelFile, ParcelKind};
use crate::record::{GridRow, fold};
use crate::report::render;
use crate::store::{self, ColumnSpec, TableSchema, TableWords};

/// Returns the files to seal: those named, or those of a folder. A folder in a folder is refused.
pub(super) fn listed_files(named: &[PathBuf]) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let entries = std::fs::read_dir(path).map_err(|e| Error::io(path, &e))?;
        let mut of_folder = Vec::new();
        for entry in entries {
            let entry = entry.map_err(|e| Error::io(path, &e))?.path();
            if entry.is_dir() {
                return Err(Error::new(ErrorCode::IsFolder).at(&entry));
            }
            // The manifest of a signed release: the parcel has its own.
            let is_manifest = [parcel::MANIFEST, parcel::SIGNATURE].iter().any(|own| entry.ends_with(own));
            if !is_manifest {
                of_folder.push(entry);
            }
        }
        of_folder.sort();
        files.extend(of_folder);
    }
    if files.is_empty() { Err(Error::new(ErrorCode::ParcelEmpty)) } else { Ok(files) }
}

/// Reads the files and returns their entries in a manifest. Names are checked before a file is read.
pub(super) fn described(paths: &[PathBuf]) -> Result<Vec<ParcelFile>> {
    use unicode_normalization::UnicodeNormalization;
    let name = |path: &PathBuf| -> Result<String> {
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| Error::new(ErrorCode::ParcelName).with("file", path.display()))?;
        // macOS decomposes accents in the names that it gives.
        Ok(name.nfc().collect())
    };
    let names = paths.iter().map(name).collect::<Result<Vec<_>>>()?;
    parcel::check_names(names.iter().map(String::as_str))?;
    paths.iter().zip(&names).map(|(path, name)| parcel::describe(path, name)).collect()
}

/// Returns what files are by their place: a folder of the raw folder, a release, a backup. All must be of one kind.
pub(super) fn kind_of(paths: &[PathBuf], raw: &Path) -> Option<ParcelKind> {
    let raw = raw.canonicalize().unwrap_or_else(|_| raw.to_owned());
    if paths.iter().any(|path| path.file_name().is_some_and(|name| name == "release.json")) {
        return Some(ParcelKind::Release);
    }
    let is_result =
        |path: &PathBuf| path.file_name().and_then(|name| name.to_str()).is_some_and(super::course::is_result_name);
    if !paths.is_empty() && paths.iter().all(is_result) {
        return Some(ParcelKind::Course);
    }
    let kind = |path: &PathBuf| {
        let path = path.canonicalize().ok()?;
        let in_raw = path.strip_prefix(&raw).ok().and_then(|below| below.iter().next()?.to_str());
        match in_raw {
            Some(folder) => ParcelKind::from_code(folder),
            None => backup::contents_and_settings(&path).is_ok().then_some(ParcelKind::Backup),
        }
    };
    let mut kinds = paths.iter().map(kind);
    let first = kinds.next()??;
    kinds.all(|kind| kind == Some(first)).then_some(first)
}

/// Folders of the register whose files are refused under any name and in any copy: their content counts.
const BY_CONTENT: [&str; 4] = ["generations", "reports", "log", "cache"];
/// Headings of a table of the register that a sheet must have to be taken for one.
const LEAST_HEADINGS: usize = 6;
/// Headings that a sheet must have to be taken for a table of the register of which it has every one and no other.
const LEAST_OF_WHOLE: usize = 3;
/// The first bytes of a Parquet file.
const PARQUET: &[u8] = b"PAR1";

/// Checks that no file is one of a register: below its folder by any path, link or hard link, a copy of a file of this
/// one, a Parquet table, an exported table of any register, a log of look-ups, or a backup that is not sent as one.
///
/// # Errors
/// `parcel-register-file`; `backup-not` for a file that is sent as a backup and is none; those of the file system.
pub(super) fn check_no_register_file(
    (clean, raw): (&Path, &Path),
    kind: ParcelKind,
    paths: &[PathBuf],
    entries: &[ParcelFile],
) -> Result<()> {
    let refused = |path: &Path| Error::new(ErrorCode::ParcelRegisterFile).at(path);
    let [clean, raw] = [clean, raw].map(|folder| folder.canonicalize().unwrap_or_else(|_| folder.to_owned()));
    let of_register = files_below(&clean);
    for (path, entry) in paths.iter().zip(entries) {
        let place = path.canonicalize().map_err(|e| Error::io(path, &e))?;
        let contents = backup::contents_and_settings(&place);
        let is_wrong_kind = match kind {
            ParcelKind::Backup => contents.map(|_| false)?,
            _ => contents.is_ok(),
        };
        let is_below = || place.starts_with(&clean) || place.ancestors().any(is_register_folder);
        let is_of_sheets =
            matches!(kind, ParcelKind::Census | ParcelKind::Births | ParcelKind::Events | ParcelKind::Decisions);
        let is_output = || is_of_sheets && store::is_written_by_program(&place);
        let is_table = || kind != ParcelKind::Backup && is_register_table(&place) || is_output();
        if is_wrong_kind || !place.starts_with(&raw) && is_below() || is_table_or_log(&place)? || is_table() {
            return Err(refused(path));
        }
        let number = hard_link_number(&place);
        for own in &of_register {
            let is_linked = number.is_some() && hard_link_number(own) == number;
            if is_linked || is_copied(&clean, own, entry) {
                return Err(refused(path));
            }
        }
    }
    Ok(())
}

/// Whether a folder is that of a register.
fn is_register_folder(folder: &Path) -> bool {
    folder.join("generations").is_dir() && folder.join("CURRENT").is_file()
}

/// The regular files below a folder. Links are not followed.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let (mut files, mut open) = (Vec::new(), vec![folder.to_owned()]);
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            match entry.file_type() {
                Ok(kind) if kind.is_dir() => open.push(entry.path()),
                Ok(kind) if kind.is_file() => files.push(entry.path()),
                _ => {}
            }
        }
    }
    files
}

/// Whether a file is a table of a register or a log of look-ups, by its first bytes.
fn is_table_or_log(path: &Path) -> Result<bool> {
    const FIRST_BYTES: u64 = 1024;
    let mut start = Vec::new();
    let file = parcel::open_regular(path)?.take(FIRST_BYTES);
    std::io::BufReader::new(file).read_to_end(&mut start).map_err(|e| Error::io(path, &e))?;
    let line = String::from_utf8_lossy(&start);
    let is_look_up = line.trim_start().starts_with("{\"n\":") && line.contains("\"shown\":");
    Ok(start.starts_with(PARQUET) || is_look_up)
}

/// Whether a file is an exported table of a register, by its headings. Nobody who gives it other headings is stopped;
/// what is sealed is logged.
fn is_register_table(path: &Path) -> bool {
    /// Rows among which the headings are looked for.
    const FIRST_ROWS: usize = 20;
    let Ok((_, book)) = ingest::read_book(path, "", &ingest::IngestSettings::default()) else { return false };
    let languages = Lang::ALL.map(Messages::new);
    // Each column of each table, in codes and in three languages, and whether it is one that no agent types.
    let of_table = |schema: &TableSchema| {
        let heading = |column: &ColumnSpec, language: Option<&Messages>| {
            let text = language.map(|messages| MessageWords(messages).heading(schema, column));
            let is_own = ["_id", "_key"].iter().any(|end| column.name.ends_with(end)) || column.name == "indicator";
            (fold(&text.unwrap_or_else(|| column.name.to_owned())), is_own)
        };
        let in_words = |language| schema.columns.iter().map(|column| heading(column, language)).collect();
        let all = std::iter::once(None).chain(languages.iter().map(Some));
        all.map(in_words).collect::<Vec<BTreeMap<String, bool>>>()
    };
    let figures = render::LONG_TABLE_COLUMNS.map(|name| (fold(name), true)).into();
    let tables: Vec<BTreeMap<String, bool>> = store::SCHEMAS.iter().flat_map(of_table).chain([figures]).collect();
    let is_heading = |row: &GridRow| {
        let texts: Vec<String> = row.cells.iter().map(|(_, value)| fold(&value.to_text())).collect();
        let is_of = |table: &BTreeMap<String, bool>| {
            let found: Vec<bool> = texts.iter().filter_map(|text| table.get(text).copied()).collect();
            let n = found.len();
            let is_whole = n >= LEAST_OF_WHOLE && n == table.len() && n == texts.len();
            is_whole || n >= LEAST_HEADINGS && n * 10 >= texts.len() * 9 && found.contains(&true)
        };
        texts.contains(&fold("person_id")) || tables.iter().any(is_of)
    };
    book.grids.iter().any(|grid| grid.rows.iter().take(FIRST_ROWS).any(is_heading))
}

/// Whether a file has the content of one of the register, in those folders where no file of an agent lies.
fn is_copied(clean: &Path, own: &Path, entry: &ParcelFile) -> bool {
    // Keys lie beside the folders of parcels; in those lie sheets that came and may go on.
    let is_in_one = || {
        BY_CONTENT.iter().any(|folder| own.starts_with(clean.join(folder)))
            || own.parent() == Some(&clean.join("parcels"))
    };
    let is_of_size = || std::fs::metadata(own).is_ok_and(|meta| meta.len() == entry.bytes && meta.len() > 0);
    let is_same = || parcel::describe(own, &entry.name).is_ok_and(|own| own.sha256 == entry.sha256);
    is_in_one() && is_of_size() && is_same()
}

/// The disk and the number of a file that has more than one name; `None` where the system does not tell.
fn hard_link_number(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let meta = std::fs::metadata(path).ok()?;
        (meta.nlink() > 1).then(|| (meta.dev(), meta.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

/// Most bytes of what a line of the log of look-ups says about a parcel: the log cuts longer lines.
const LONGEST_LINE: usize = 420;
/// Letters of a hash in the log.
const HASH_LETTERS: usize = 12;

/// Returns the lines of the log of look-ups that say what is sealed, and how many files each names: kind, all who can
/// open the parcel, each file with the beginning of its SHA-256.
pub(super) fn log_lines(
    name: &str,
    kind: ParcelKind,
    readers: &[&OfficeCard],
    files: &[ParcelFile],
) -> Vec<(String, u64)> {
    let start = format!("seal {name} {}", kind.code());
    let codes: BTreeSet<String> = readers.iter().map(|card| format!(" > {} {}", card.code, card.name)).collect();
    let file = |file: &ParcelFile| {
        let hash = file.sha256.get(..HASH_LETTERS).unwrap_or_default();
        (format!(" | {} {} B {hash}", file.name, file.bytes), 1)
    };
    let mut lines = vec![(start.clone(), 0)];
    for (part, n) in codes.into_iter().map(|part| (part, 0)).chain(files.iter().map(file)) {
        match lines.last_mut() {
            Some((line, n_files)) if line.len() + part.len() <= LONGEST_LINE => {
                line.push_str(&part);
                *n_files += n;
            }
            _ => lines.push((format!("{start}{part}"), n)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_log_name_every_file_and_none_is_too_long() {
        let file =
            |n: u64| ParcelFile { name: format!("Q06 {}{n}.csv", "é".repeat(90)), bytes: n, sha256: "a".repeat(64) };
        let files: Vec<ParcelFile> = (1..=50).map(file).collect();
        let lines = log_lines("BOMA-KIMB-000001", ParcelKind::Census, &[], &files);
        assert!(
            lines
                .iter()
                .all(|(line, _)| line.len() <= LONGEST_LINE && line.starts_with("seal BOMA-KIMB-000001 census"))
        );
        assert_eq!(lines.iter().map(|(_, n)| n).sum::<u64>(), 50);
        assert!(files.iter().all(|file| lines.iter().any(|(line, _)| line.contains(&file.name))));
    }
}
