//! The look at a file's bytes before a spreadsheet reader may touch them.
//!
//! calamine trusts what a file says of itself: a flipped bit passes unseen unless every zip entry is read to its
//! checksum, and a lying count makes it ask for more memory than there is. Nothing here reads cells.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use memchr::memmem;

use crate::error::{Error, Result};

use super::{Settings, encoding};

/// What the first bytes say a file is, whatever its name ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole,
    Text,
}

/// The format of a workbook whose container is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
}

/// What was seen of a workbook on the way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Seen {
    pub(super) format: Format,
    pub(super) has_macros: bool,
    /// Whether some sheet of an .xlsx may have merged cells: looking for them costs a second reading.
    pub(super) has_merges: bool,
    /// An .xls in which others are embedded, put in a container of its own: calamine takes the first that it comes upon.
    pub(super) alone: Option<Vec<u8>>,
}

/// Sniffs the container; a text may be read at once, a workbook must be [`inspect`]ed first.
///
/// # Errors
/// `file-empty`, `file-damaged`, `file-too-large`, `file-too-old`, `file-other-format`, `file-not-spreadsheet`.
pub(super) fn sniff(bytes: &[u8], settings: &Settings) -> Result<Container> {
    if bytes.iter().all(|b| *b == 0) {
        return Err(Error::new("file-empty"));
    }
    if bytes.len() as u64 > settings.max_file_mb * 1024 * 1024 {
        return Err(Error::new("file-too-large").with("limit", settings.max_file_mb));
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Ok(Container::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Ok(Container::Ole),
        // Excel 2 to 4, before workbooks; or a workbook that lost its container.
        [9, 0 | 2 | 4 | 8, 4..=16, 0, ..] => Err(Error::new("file-too-old")),
        [b'%', b'P', b'D', b'F', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'R', b'a', b'r', b'!', ..]
        | [0x1f, 0x8b, ..] => Err(Error::new("file-not-spreadsheet")),
        _ => sniff_text(bytes),
    }
}

fn sniff_text(bytes: &[u8]) -> Result<Container> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let wide = encoding::wide(head);
    let n_nul = memchr::memchr_iter(0, head).count();
    let controls = head.iter().filter(|b| (1..32).contains(*b) && !matches!(b, b'\t' | b'\n' | b'\r' | 12)).count();
    // Zeros are what a power cut leaves of a file; a text that has lost all but a tenth tells nothing.
    if wide.is_none() && n_nul * 10 > head.len() * 9 {
        return Err(damaged("zeros"));
    }
    if wide.is_none() && controls * 100 > head.len() - n_nul {
        return Err(Error::new("file-not-spreadsheet"));
    }
    let start = match wide {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&head[mark..]).0.to_lowercase(),
        None => String::from_utf8_lossy(head).to_lowercase(),
    };
    match markup(start.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace())) {
        Some(what) => Err(Error::new("file-other-format").with("what", what)),
        None => Ok(Container::Text),
    }
}

/// What other programs save under a spreadsheet's name; `start` is lower-case.
fn markup(start: &str) -> Option<&'static str> {
    let has = |marks: &[&str]| marks.iter().any(|mark| start.contains(mark));
    if start.starts_with("{\\rtf") {
        Some("rtf")
    } else if start.starts_with("mime-version:") && has(&["<html", "multipart/related", "text/html"]) {
        Some("html")
    } else if !start.starts_with('<') {
        None
    } else if has(&["<html", "<table", "<body", "<!doctype html"]) {
        Some("html")
    } else if has(&["<?xml", "<workbook", "office:document", ":workbook"]) {
        Some("xml")
    } else {
        None
    }
}

/// Checks that a workbook's container is whole, and says which format it holds.
///
/// # Errors
/// `file-encrypted`, `file-damaged`, `file-bomb`, `file-too-old`, `file-no-sheet`, `file-not-spreadsheet`.
pub(super) fn inspect(bytes: &[u8], settings: &Settings) -> Result<Seen> {
    if bytes.starts_with(b"PK") { inspect_zip(bytes, settings) } else { inspect_ole(bytes) }
}

fn damaged(cause: impl std::fmt::Display) -> Error {
    Error::new("file-damaged").because(cause)
}

/// What the parts of a zipped workbook have shown so far.
#[derive(Default)]
struct Parts {
    names: BTreeSet<String>,
    mimetype: String,
    has_sheet: bool,
    has_macros: bool,
    has_merges: bool,
}

fn inspect_zip(bytes: &[u8], settings: &Settings) -> Result<Seen> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > settings.max_zip_entries {
        return Err(Error::new("file-bomb").with("limit", settings.max_zip_entries));
    }
    // The archive's reader keeps the last of two parts of one name and says nothing.
    if n_listed(bytes, archive.central_directory_start()) > archive.len() {
        return Err(damaged("two parts of one name"));
    }
    let mut left = settings.max_inflated_mb * 1024 * 1024;
    let mut parts = Parts::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|e| match e {
            zip::result::ZipError::UnsupportedArchive(zip::result::ZipError::PASSWORD_REQUIRED) => {
                Error::new("file-encrypted")
            }
            other => damaged(other),
        })?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_lowercase();
        if local_name(bytes, entry.header_start()) != Some(entry.name_raw()) {
            return Err(damaged("a part with two names"));
        }
        if !parts.names.insert(name.clone()) {
            return Err(damaged("two parts of one name"));
        }
        let packed = entry.compressed_size();
        let read = match read_part(&mut entry, &name, packed, &mut left, settings) {
            Err(error) if error.code == "file-damaged" && is_furniture(&name) => continue,
            read => read?,
        };
        parts.note(&name, &read);
        if name.contains("sharedstrings") && lying_count(&read.head, read.n_bytes) {
            return Err(Error::new("file-bomb").with("limit", settings.max_inflated_mb));
        }
        if name == "meta-inf/manifest.xml" && memmem::find(&read.head, b"encryption-data").is_some() {
            return Err(Error::new("file-encrypted"));
        }
    }
    parts.seen()
}

/// How many parts the list at an archive's end names.
fn n_listed(bytes: &[u8], start: u64) -> usize {
    const FIXED: usize = 46;
    let mut rest = usize::try_from(start).ok().and_then(|start| bytes.get(start..)).unwrap_or_default();
    let mut n = 0;
    while rest.starts_with(b"PK\x01\x02") && rest.len() >= FIXED {
        let length = |at: usize| usize::from(u16::from_le_bytes([rest[at], rest[at + 1]]));
        let whole = FIXED + length(28) + length(30) + length(32);
        rest = rest.get(whole..).unwrap_or_default();
        n += 1;
    }
    n
}

/// The name a part bears where it stands; the list at the archive's end repeats it.
fn local_name(bytes: &[u8], start: u64) -> Option<&[u8]> {
    let header = bytes.get(usize::try_from(start).ok()?..)?;
    let length = usize::from(u16::from_le_bytes([*header.get(26)?, *header.get(27)?]));
    header.get(30..30 + length)
}

/// What reading a part to its end has shown.
struct PartRead {
    n_bytes: u64,
    head: Vec<u8>,
    has_merges: bool,
}

/// Reads a part to its end, so that its checksum is compared; what it unpacks to is counted and thrown away.
fn read_part(entry: &mut impl Read, name: &str, packed: u64, left: &mut u64, settings: &Settings) -> Result<PartRead> {
    const MERGE: &[u8] = b"mergeCell ";
    // Cells that repeat pack well, but not so well.
    const MOST_RATIO: u64 = 200;
    const ALWAYS_FINE: u64 = 64 << 20;
    let bomb = || Error::new("file-bomb").with("limit", settings.max_inflated_mb);
    let is_sheet = name.starts_with("xl/worksheets/");
    // The list of encrypted parts may stand anywhere in the manifest, the count of strings stands first.
    let most_head = if name == "meta-inf/manifest.xml" { 1 << 20 } else { 1024 };
    let mut part = PartRead { n_bytes: 0, head: Vec::new(), has_merges: false };
    let mut buffer = vec![0_u8; 32 * 1024];
    // The last bytes of the piece before are kept in front: a word may lie across two pieces.
    let mut kept = 0;
    loop {
        let n = entry.read(&mut buffer[kept..]).map_err(damaged)?;
        if n == 0 {
            return Ok(part);
        }
        *left = left.checked_sub(n as u64).ok_or_else(bomb)?;
        part.n_bytes += n as u64;
        if part.n_bytes > ALWAYS_FINE && part.n_bytes / MOST_RATIO > packed {
            return Err(bomb());
        }
        let seen = &buffer[kept..kept + n];
        part.head.extend_from_slice(&seen[..n.min(most_head - part.head.len())]);
        let end = kept + n;
        part.has_merges |= is_sheet && memmem::find(&buffer[..end], MERGE).is_some();
        kept = end.min(MERGE.len() - 1);
        buffer.copy_within(end - kept..end, 0);
    }
}

impl Parts {
    fn note(&mut self, name: &str, read: &PartRead) {
        if name == "mimetype" {
            self.mimetype = String::from_utf8_lossy(&read.head).into_owned();
        }
        self.has_sheet |= name.contains("worksheets/") || name.contains("macrosheets/") || name == "content.xml";
        self.has_macros |= name.ends_with("vbaproject.bin") || name.starts_with("basic/");
        self.has_merges |= read.has_merges;
    }

    fn seen(&self) -> Result<Seen> {
        let has = |name: &str| self.names.iter().any(|own| own.rsplit('/').next() == Some(name));
        let format = if self.names.contains("content.xml") {
            match self.mimetype.as_str() {
                "application/vnd.sun.xml.calc" => return Err(Error::new("file-too-old")),
                other if other.contains("opendocument") && !other.contains("spreadsheet") => {
                    return Err(Error::new("file-not-spreadsheet"));
                }
                _ => Format::Ods,
            }
        } else if has("workbook.bin") {
            Format::Xlsb
        } else if has("workbook.xml") {
            Format::Xlsx
        } else if self.has_sheet {
            // Its sheets are there, what lists them is gone.
            return Err(damaged("no workbook part"));
        } else {
            return Err(Error::new("file-not-spreadsheet"));
        };
        Ok(Seen { format, has_macros: self.has_macros, has_merges: self.has_merges, alone: None })
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
    let claimed = head.split_once("uniqueCount").map(|(_, rest)| {
        let digits = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '+'));
        digits.chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    // A number too long to be one is a lie, too.
    claimed.is_some_and(|digits| !digits.is_empty() && digits.parse().map_or(true, |n: u64| n > n_bytes / 4 + 1))
}

fn inspect_ole(bytes: &[u8]) -> Result<Seen> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(Error::new("file-encrypted"));
    }
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else { return Err(Error::new("file-not-spreadsheet")) };
    let mut stream = Vec::new();
    file.open_stream(name).and_then(|mut s| s.read_to_end(&mut stream)).map_err(damaged)?;
    walk_biff(&stream)?;
    let is_book = |name: &str| ["workbook", "book"].iter().any(|book| name.eq_ignore_ascii_case(book));
    let n_books = file.walk().filter(|entry| entry.is_stream() && is_book(entry.name())).count();
    let alone = (n_books > 1).then(|| container_of(&stream)).transpose().map_err(damaged)?;
    Ok(Seen { format: Format::Xls, has_macros: file.is_storage("/_VBA_PROJECT_CUR"), has_merges: true, alone })
}

fn container_of(stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream("/Workbook")?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

/// Walks the records of a BIFF stream: each sub-stream must reach its end record, nothing may be encrypted.
fn walk_biff(stream: &[u8]) -> Result<()> {
    const FILEPASS: u16 = 0x2f;
    const EOF: u16 = 0x0a;
    if matches!(stream, [9, 0 | 2 | 4, ..]) {
        return Err(Error::new("file-too-old"));
    }
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
        return Err(damaged("BIFF stream without its end"));
    }
    Ok(())
}
