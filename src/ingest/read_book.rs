//! Reads a file's bytes once, hashes them and makes a [`Book`] of its sheets, by the format that the bytes show.
//!
//! Text tables are read in this process, workbooks in a worker process where the settings name one.

use std::fs::File;
use std::io::Read;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::record::{Book, CorrectedCell, SourceFile};

use super::cell_corrections::{CellCorrections, CorrectedBook};
use super::guard::{self, Container, WorkbookFormat};
use super::settings::IngestSettings;
use super::sheet_events::BookBuilder;
use super::{delimited, encoding, markup, workbook, worker};

/// Reads one file's sheets without looking for tables.
///
/// # Errors
/// As [`super::read_file()`], `file-no-rows` excepted.
pub fn read_book(path: &Path, name: &str, settings: &IngestSettings) -> Result<(SourceFile, Book)> {
    let file = load_file(path, name, settings)?;
    let book = book_of(&file.bytes, settings)?;
    Ok((file.source, book))
}

/// Reads one file's sheets with the corrections of its cells, without looking for tables. Returns the corrected cells,
/// too.
///
/// # Errors
/// As [`read_book`].
pub(crate) fn read_corrected_book(
    path: &Path,
    name: &str,
    corrections: &CellCorrections,
    settings: &IngestSettings,
) -> Result<(SourceFile, Book, Vec<CorrectedCell>)> {
    let (source, mut book) = read_book(path, name, settings)?;
    let corrected = CorrectedBook::apply(corrections.of(&source.sha256), &mut book);
    // A row of which no cell is left stands as it is in the sheet.
    let is_written = |cell: &CorrectedCell| !corrected.emptied.contains(&(usize::from(cell.sheet), cell.row));
    Ok((source, book, corrected.cells.into_iter().filter(is_written).collect()))
}

/// Reads the sheets in a file's bytes.
///
/// # Errors
/// As [`read_book`], those of the file system excepted.
pub fn book_of(bytes: &[u8], settings: &IngestSettings) -> Result<Book> {
    match (guard::sniff(bytes, settings)?, &settings.worker) {
        (Container::Text, _) => without_panic(|| delimited::read(bytes, settings)),
        (Container::Markup(markup), _) => without_panic(|| markup::read(bytes, markup, settings)),
        (_, Some(program)) => worker::read(program, bytes, settings),
        (_, None) => {
            let mut builder = BookBuilder::new(settings);
            workbook::inspect_and_read(bytes, settings, &mut |event| builder.add(event))?;
            Ok(builder.finish())
        }
    }
}

/// Runs a reader in this process. The error is `file-damaged` if it panics: one broken file must not end the run.
fn without_panic(read: impl FnOnce() -> Result<Book>) -> Result<Book> {
    // The panic's text may hold a cell's value, so it is not repeated.
    catch_unwind(AssertUnwindSafe(read)).unwrap_or_else(|_| Err(Error::new(ErrorCode::FileDamaged)))
}

pub(crate) struct Original {
    pub(crate) bytes: Vec<u8>,
    /// Whether it is an .xlsx or .xlsm, whatever its name ends in.
    pub(crate) is_xlsx: bool,
}

/// Reads one file's bytes, for a copy of it.
pub(crate) fn read_original(path: &Path, settings: &IngestSettings) -> Result<Original> {
    let bytes = read_within_limit(path, settings)?;
    let is_workbook = matches!(guard::sniff(&bytes, settings)?, Container::Zip | Container::Ole);
    let is_xlsx = is_workbook && guard::inspect(&bytes, settings)?.format == WorkbookFormat::Xlsx;
    Ok(Original { bytes, is_xlsx })
}

/// Returns the first bytes of a part of a zip; `None` if the file is no zip or lacks the part.
pub(super) fn read_part_of_zip(path: &Path, part: &str, most_bytes: u64) -> Option<Vec<u8>> {
    let file = open_regular(path).ok()?;
    let mut archive = zip::ZipArchive::new(std::io::BufReader::new(file)).ok()?;
    let mut bytes = Vec::new();
    archive.by_name(part).ok()?.take(most_bytes).read_to_end(&mut bytes).ok()?;
    Some(bytes)
}

/// A file's bytes with its name, size and hash, before any of it is parsed.
pub(crate) struct FileBytes {
    pub(crate) source: SourceFile,
    pub(super) bytes: Vec<u8>,
}

impl FileBytes {
    /// A text in memory, as a file of this name.
    pub(crate) fn of_text(name: &str, text: String) -> Self {
        let bytes = text.into_bytes();
        let sha256 = hexadecimal(&Sha256::digest(&bytes));
        let source = SourceFile { path: name.to_owned(), sha256, n_bytes: bytes.len() as u64, sheets: Vec::new() };
        Self { source, bytes }
    }
}

/// Reads a file's bytes once and hashes them.
///
/// # Errors
/// `file-lock`, `file-too-large`, `file-changed`, or one of the file system.
pub(crate) fn load_file(path: &Path, name: &str, settings: &IngestSettings) -> Result<FileBytes> {
    let own_name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if own_name.starts_with("~$") || own_name.starts_with(".~lock.") {
        return Err(Error::new(ErrorCode::FileLock));
    }
    let bytes = read_within_limit(path, settings)?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let source = SourceFile { path: name.to_owned(), sha256, n_bytes: bytes.len() as u64, sheets: Vec::new() };
    Ok(FileBytes { source, bytes })
}

/// Whether there is an entry of this name.
///
/// # Errors
/// `link-nowhere` for a link that leads nowhere, also one above it: what it stands for is missing now, which is not the
/// same as never having been there; `not-found` with the path of what stands in the place of a folder above; those of
/// the file system.
pub(crate) fn is_there(path: &Path) -> Result<bool> {
    match std::fs::metadata(path) {
        Ok(_) => Ok(true),
        Err(e) if !matches!(e.kind(), std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory) => {
            Err(Error::io(path, &e))
        }
        Err(_) => {
            let above = path.ancestors().find(|above| std::fs::symlink_metadata(above).is_ok());
            match above.map(|above| (above, std::fs::metadata(above))) {
                Some((above, Err(_))) => Err(Error::new(ErrorCode::LinkNowhere).at(above)),
                Some((above, Ok(meta))) if !meta.is_dir() => Err(Error::new(ErrorCode::NotFound).at(above)),
                _ => Ok(false),
            }
        }
    }
}

/// Opens a regular file.
///
/// # Errors
/// `not-found`, `link-nowhere`; `not-regular` for a pipe or a device, which could block the program for ever;
/// `is-folder`; those of the file system.
pub fn open_regular(path: &Path) -> Result<File> {
    let io = |e: std::io::Error| Error::io(path, &e);
    is_there(path)?;
    let meta = std::fs::metadata(path).map_err(io)?;
    if meta.is_dir() {
        return Err(Error::new(ErrorCode::IsFolder).at(path));
    }
    if !meta.is_file() {
        return Err(Error::new(ErrorCode::NotRegular).at(path));
    }
    File::open(path).map_err(io)
}

/// Reads a small text file in UTF-8, or in UTF-16 with its mark; `None` if there is none.
///
/// # Errors
/// `not-text` for another encoding; `not-regular`; those of the file system.
pub fn read_text_file(path: &Path) -> Result<Option<String>> {
    const MOST_BYTES: u64 = 64 * 1024 * 1024;
    if !is_there(path)? {
        return Ok(None);
    }
    let mut file = match open_regular(path) {
        Ok(file) => file.take(MOST_BYTES),
        Err(fault) if fault.code == ErrorCode::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let mut bytes = Vec::new();
    file.read_to_end(&mut bytes).map_err(|e| Error::io(path, &e))?;
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        let decoded = encoding::decode(&bytes);
        return if decoded.is_doubtful { Err(Error::new(ErrorCode::NotText).at(path)) } else { Ok(Some(decoded.text)) };
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").map(<[u8]>::to_vec).unwrap_or(bytes);
    String::from_utf8(bytes).map(Some).map_err(|_| Error::new(ErrorCode::NotText).at(path))
}

/// Reads a file up to `max_file_mb`. A file that is written to meanwhile is refused, so that no mix of two versions is
/// read.
pub(super) fn read_within_limit(path: &Path, settings: &IngestSettings) -> Result<Vec<u8>> {
    let io = |e: std::io::Error| Error::io(path, &e);
    let limit = settings.max_file_mb * 1024 * 1024;
    let mut file = open_regular(path)?;
    let too_large = || Error::new(ErrorCode::FileTooLarge).with("limit", settings.max_file_mb);
    let before = file.metadata().map_err(io)?;
    if before.len() > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(before.len() as usize + 1);
    (&mut file).take(limit + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit {
        return Err(too_large());
    }
    let after = file.metadata().map_err(io)?;
    let is_same_size = after.len() == bytes.len() as u64 && before.len() == after.len();
    let is_same_time = before.modified().ok() == after.modified().ok();
    if is_same_size && is_same_time { Ok(bytes) } else { Err(Error::new(ErrorCode::FileChanged)) }
}

/// SHA-256 of a file of any size, in hexadecimal. The file is read in pieces: one that was refused may not fit in
/// memory.
pub(crate) fn sha256_of_file(path: &Path) -> Result<String> {
    let io = |e: std::io::Error| Error::io(path, &e);
    let mut file = open_regular(path)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match file.read(&mut buffer).map_err(io)? {
            0 => return Ok(hexadecimal(&hash.finalize())),
            n => hash.update(&buffer[..n]),
        }
    }
}

pub(super) fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_reader_panic(
            start in proptest::sample::select(vec![&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08", b"<", b""]),
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
        ) {
            let _ = book_of(&[start, &bytes].concat(), &IngestSettings::default());
        }
    }

    #[test]
    fn a_panic_of_a_reader_is_a_damaged_file() {
        let fault = without_panic(|| panic!("a fault of a reader")).unwrap_err();
        assert_eq!(fault.code, ErrorCode::FileDamaged);
    }
}
