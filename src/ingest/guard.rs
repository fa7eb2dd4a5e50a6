//! The look at a file's bytes before a spreadsheet reader may touch them.
//!
//! calamine trusts what a file says of itself: a flipped bit passes unseen unless every zip entry is read to its
//! checksum, and a lying count makes it ask for more memory than there is. Nothing here reads cells.

use std::io::{Cursor, Read};

use crate::error::{Error, Result};

use super::Settings;

/// What the first bytes say a file is, whatever its name ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
    Text,
}

/// Sniffs the format and checks that the container is whole.
///
/// # Errors
/// `file-empty`, `file-too-large`, `file-encrypted`, `file-damaged`, `file-bomb`, `file-not-spreadsheet`.
pub(super) fn inspect(bytes: &[u8], settings: &Settings) -> Result<Format> {
    if bytes.is_empty() || bytes.iter().all(|b| *b == 0) {
        return Err(Error::new("file-empty"));
    }
    if bytes.len() as u64 > settings.max_file_mb * 1024 * 1024 {
        return Err(Error::new("file-too-large").with("limit", settings.max_file_mb));
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => inspect_zip(bytes, settings),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => inspect_ole(bytes),
        [b'%', b'P', b'D', b'F', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'R', b'a', b'r', b'!', ..]
        | [0x1f, 0x8b, ..] => Err(Error::new("file-not-spreadsheet")),
        _ => inspect_text(bytes),
    }
}

fn inspect_text(bytes: &[u8]) -> Result<Format> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let controls = head.iter().filter(|b| **b < 32 && !matches!(b, b'\t' | b'\n' | b'\r' | 12)).count();
    if !utf16 && controls * 100 > head.len() {
        return Err(Error::new("file-not-spreadsheet"));
    }
    let start = String::from_utf8_lossy(&head[..head.len().min(512)]).to_lowercase();
    if ["<html", "<!doctype", "<?xml", "{\\rtf"]
        .iter()
        .any(|mark| start.trim_start_matches('\u{feff}').trim_start().starts_with(mark))
    {
        return Err(Error::new("file-not-spreadsheet"));
    }
    Ok(Format::Text)
}

fn inspect_zip(bytes: &[u8], settings: &Settings) -> Result<Format> {
    let damaged = |cause: String| Error::new("file-damaged").because(cause);
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    if archive.len() > settings.max_zip_entries {
        return Err(Error::new("file-bomb").with("limit", settings.max_zip_entries));
    }
    let limit = settings.max_inflated_mb * 1024 * 1024;
    let mut left = limit;
    let (mut names, mut is_ods, mut is_xlsb, mut has_cells) = (std::collections::BTreeSet::new(), false, false, false);
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|e| match e {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                Error::new("file-encrypted")
            }
            other => damaged(other.to_string()),
        })?;
        let name = entry.name().map_or_else(|_| String::new(), |name| name.to_lowercase());
        if !names.insert(name.clone()) {
            return Err(damaged(format!("{name} twice")));
        }
        is_ods |= name == "content.xml";
        is_xlsb |= name == "xl/workbook.bin";
        has_cells |= name.starts_with("xl/worksheets/") || name == "content.xml";
        let holds_cells = name.starts_with("xl/worksheets/") || name.contains("sharedstrings") || name == "content.xml";
        let mut read = 0_u64;
        let mut head = Vec::new();
        let mut buffer = [0_u8; 32 * 1024];
        loop {
            let n = match entry.read(&mut buffer) {
                Ok(n) => n,
                Err(_) if is_furniture(&name) => break,
                Err(e) => return Err(damaged(format!("{name}: {e}"))),
            };
            if n == 0 {
                break;
            }
            if head.len() < 1024 {
                head.extend_from_slice(&buffer[..n.min(1024)]);
            }
            read += n as u64;
            if n as u64 > left {
                return Err(Error::new("file-bomb").with("limit", settings.max_inflated_mb));
            }
            left -= n as u64;
        }
        if name == "meta-inf/manifest.xml" && String::from_utf8_lossy(&head).contains("encryption-data") {
            return Err(Error::new("file-encrypted"));
        }
        if holds_cells && lying_count(&head, read) {
            return Err(Error::new("file-bomb").with("limit", settings.max_inflated_mb));
        }
    }
    match (has_cells, is_ods, is_xlsb) {
        (false, ..) => Err(Error::new("file-not-spreadsheet")),
        (_, true, _) => Ok(Format::Ods),
        (_, _, true) => Ok(Format::Xlsb),
        _ => Ok(Format::Xlsx),
    }
}

/// Parts of a workbook whose damage costs no cell.
fn is_furniture(name: &str) -> bool {
    ["docprops/", "thumbnails/", "xl/theme/", "xl/drawings/", "xl/media/", "xl/printersettings/", "pictures/"]
        .iter()
        .any(|folder| name.starts_with(folder))
}

/// Whether a shared string table claims more strings than its bytes can hold (calamine reserves what it claims).
fn lying_count(head: &[u8], n_bytes: u64) -> bool {
    let head = String::from_utf8_lossy(head);
    let claimed = head.split_once("uniqueCount=\"").and_then(|(_, rest)| rest.split_once('"'));
    claimed.and_then(|(digits, _)| digits.parse::<u64>().ok()).is_some_and(|claimed| claimed > n_bytes / 4 + 1)
}

fn inspect_ole(bytes: &[u8]) -> Result<Format> {
    let damaged = |cause: String| Error::new("file-damaged").because(cause);
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(|e| damaged(e.to_string()))?;
    if file.is_stream("/EncryptedPackage") {
        return Err(Error::new("file-encrypted"));
    }
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else { return Err(Error::new("file-not-spreadsheet")) };
    let mut stream = Vec::new();
    file.open_stream(name).and_then(|mut s| s.read_to_end(&mut stream)).map_err(|e| damaged(e.to_string()))?;
    walk_biff(&stream)?;
    Ok(Format::Xls)
}

/// Walks the records of a BIFF stream: each sub-stream must reach its end record, nothing may be encrypted.
fn walk_biff(stream: &[u8]) -> Result<()> {
    const FILEPASS: u16 = 0x2f;
    const EOF: u16 = 0x0a;
    let mut at = 0;
    let mut ends = 0;
    while let Some(head) = stream.get(at..at + 4) {
        let (record, length) =
            (u16::from_le_bytes([head[0], head[1]]), usize::from(u16::from_le_bytes([head[2], head[3]])));
        match record {
            FILEPASS => return Err(Error::new("file-encrypted")),
            EOF => ends += 1,
            // Zeros after the last end record are padding.
            0 if length == 0 && ends > 0 && stream[at..].iter().all(|b| *b == 0) => break,
            _ => {}
        }
        at += 4 + length;
    }
    if ends < 2 || at > stream.len() + 4 {
        return Err(Error::new("file-damaged").because("BIFF stream without its end"));
    }
    Ok(())
}
