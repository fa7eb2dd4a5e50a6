//! Checks a file's bytes before calamine may parse them: container, format, encryption, checksums, sizes.
//!
//! calamine trusts the counts in a file and compares no checksum: a changed bit goes unnoticed unless every zip entry
//! is read to its end, and a false count makes it ask for more memory than there is. No cell is read here.

use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};

use memchr::memmem;
use zip::result::ZipError;

use crate::error::{Error, ErrorCode, Result};
use crate::record::HiddenCells;

use super::markup::Markup;
use super::settings::IngestSettings;
use super::{encoding, hidden_cells};

/// What a file's first bytes show it to be, whatever its name ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Container {
    Zip,
    Ole,
    Text,
    /// A web page or an XML workbook, which may hold a plain table.
    Markup(Markup),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WorkbookFormat {
    Xlsx,
    Xlsb,
    Ods,
    Xls,
}

pub(super) struct WorkbookInfo {
    pub(super) format: WorkbookFormat,
    pub(super) has_macros: bool,
    /// Whether a sheet may have merged cells. Looking for them in an .xlsx costs a second reading.
    pub(super) has_merges: bool,
    /// Whether a sheet may have hidden rows or columns, or cells that are struck through.
    pub(super) has_hidden: bool,
    /// Whether a sheet of an .xlsx may have formulas.
    pub(super) has_formulas: bool,
    /// The hidden cells of each sheet of an .xls, in its order.
    pub(super) hidden: Vec<HiddenCells>,
    /// The workbook in a container of its own, if others are embedded in the .xls: calamine would read the first it
    /// finds.
    pub(super) extracted: Option<Vec<u8>>,
}

/// Recognises the container by the first bytes. Text may be read at once; a workbook must be [`inspect`]ed first.
///
/// # Errors
/// `file-empty`, `file-damaged`, `file-too-large`, `file-too-old`, `file-other-format`, `file-not-spreadsheet`.
pub(super) fn sniff(bytes: &[u8], settings: &IngestSettings) -> Result<Container> {
    if bytes.iter().all(|b| *b == 0) {
        return Err(Error::new(ErrorCode::FileEmpty));
    }
    if bytes.len() as u64 > settings.max_file_mb * 1024 * 1024 {
        return Err(Error::new(ErrorCode::FileTooLarge).with("limit", settings.max_file_mb));
    }
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Ok(Container::Zip),
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Ok(Container::Ole),
        // Excel 2 to 4, or a workbook without its container.
        [9, 0 | 2 | 4 | 8, 4..=16, 0, ..] => Err(Error::new(ErrorCode::FileTooOld)),
        [b'%', b'P', b'D', b'F', ..]
        | [0xff, 0xd8, 0xff, ..]
        | [0x89, b'P', b'N', b'G', ..]
        | [b'R', b'a', b'r', b'!', ..]
        | [0x1f, 0x8b, ..] => Err(Error::new(ErrorCode::FileNotSpreadsheet)),
        _ => sniff_text(bytes),
    }
}

fn sniff_text(bytes: &[u8]) -> Result<Container> {
    let head = &bytes[..bytes.len().min(64 * 1024)];
    let wide = encoding::two_byte_encoding(head);
    let n_nul = memchr::memchr_iter(0, head).count();
    let controls = head.iter().filter(|b| (1..32).contains(*b) && !matches!(b, b'\t' | b'\n' | b'\r' | 12)).count();
    // A power cut leaves zeros in a file. A text with less than a tenth left is refused.
    if wide.is_none() && n_nul * 10 > head.len() * 9 {
        return Err(damaged("zeros"));
    }
    if wide.is_none() && controls * 100 > head.len() - n_nul {
        return Err(Error::new(ErrorCode::FileNotSpreadsheet));
    }
    let start = match wide {
        Some((encoding, mark)) => encoding.decode_without_bom_handling(&head[mark..]).0.to_lowercase(),
        None => String::from_utf8_lossy(head).to_lowercase(),
    };
    match markup_format(start.trim_start_matches(|c: char| c == '\u{feff}' || c.is_whitespace())) {
        Some("html") => Ok(Container::Markup(Markup::Html)),
        Some("xml") => Ok(Container::Markup(Markup::Xml)),
        Some(what) => Err(Error::new(ErrorCode::FileOtherFormat).with("what", what)),
        None => Ok(Container::Text),
    }
}

/// The name of a markup format that other programs save under a spreadsheet's name; `start` is lower-case.
fn markup_format(start: &str) -> Option<&'static str> {
    let first = |marks: &[&str]| marks.iter().filter_map(|mark| start.find(mark)).min();
    let is_mail = start.starts_with("mime-version:") && first(&["<html", "multipart/related", "text/html"]).is_some();
    if is_mail {
        return Some("html");
    }
    if !start.starts_with('<') {
        return start.starts_with("{\\rtf").then_some("rtf");
    }
    // An XML workbook has a `Table`, too, and a page of Excel holds some XML: the outer one stands first.
    let of_workbook = first(&["<workbook", ":workbook", "office:document"]);
    match (first(&["<html", "<table", "<body", "<!doctype html"]), of_workbook) {
        (Some(page), Some(workbook)) if page < workbook => Some("html"),
        (_, Some(_)) => Some("xml"),
        (Some(_), None) => Some("html"),
        (None, None) => start.contains("<?xml").then_some("xml"),
    }
}

/// Checks that a workbook's container is whole and returns its format.
///
/// # Errors
/// `file-encrypted`, `file-damaged`, `file-bomb`, `file-too-old`, `file-no-sheet`, `file-not-spreadsheet`.
pub(super) fn inspect(bytes: &[u8], settings: &IngestSettings) -> Result<WorkbookInfo> {
    if bytes.starts_with(b"PK") { inspect_zip(bytes, settings) } else { inspect_ole(bytes) }
}

fn damaged(cause: impl std::fmt::Display) -> Error {
    Error::new(ErrorCode::FileDamaged).because(cause)
}

#[derive(Default)]
struct ZipParts {
    names: BTreeSet<String>,
    mimetype: String,
    has_sheet: bool,
    has_macros: bool,
    has_merges: bool,
    has_hidden: bool,
    has_formulas: bool,
}

fn inspect_zip(bytes: &[u8], settings: &IngestSettings) -> Result<WorkbookInfo> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(damaged)?;
    if archive.len() > settings.max_zip_entries {
        return Err(Error::new(ErrorCode::FileBomb).with("limit", settings.max_zip_entries));
    }
    // The zip library silently keeps the last of two parts of one name.
    if n_listed_parts(bytes, archive.central_directory_start()) > archive.len() {
        return Err(damaged("two parts of one name"));
    }
    let mut bytes_left = settings.max_inflated_mb * 1024 * 1024;
    let mut parts = ZipParts::default();
    for index in 0..archive.len() {
        let mut entry = archive.by_index(index).map_err(|e| match e {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Error::new(ErrorCode::FileEncrypted),
            other => damaged(other),
        })?;
        let name = String::from_utf8_lossy(entry.name_raw()).replace('\\', "/").to_lowercase();
        if local_name(bytes, entry.header_start()) != Some(entry.name_raw()) {
            return Err(damaged("a part with two names"));
        }
        if !parts.names.insert(name.clone()) {
            return Err(damaged("two parts of one name"));
        }
        let part = match read_part(&mut entry, &name, &mut bytes_left, settings) {
            Err(error) if error.code == ErrorCode::FileDamaged && holds_no_cells(&name) => continue,
            part => part?,
        };
        if name == "mimetype" {
            parts.mimetype = String::from_utf8_lossy(&part.head).into_owned();
        }
        parts.has_sheet |= name.contains("worksheets/") || name.contains("macrosheets/") || name == "content.xml";
        parts.has_macros |= name.ends_with("vbaproject.bin") || name.starts_with("basic/");
        parts.has_merges |= part.has_merges;
        parts.has_hidden |= part.has_hidden;
        parts.has_formulas |= part.has_formulas;
        if name.contains("sharedstrings") && has_false_count(&part.head, part.n_bytes) {
            return Err(Error::new(ErrorCode::FileBomb).with("limit", settings.max_inflated_mb));
        }
        if name == "meta-inf/manifest.xml" && memmem::find(&part.head, b"encryption-data").is_some() {
            return Err(Error::new(ErrorCode::FileEncrypted));
        }
    }
    parts.info()
}

/// The number of parts in the list at an archive's end.
fn n_listed_parts(bytes: &[u8], start: u64) -> usize {
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

/// The name in a part's own header; the list at the archive's end repeats it.
fn local_name(bytes: &[u8], start: u64) -> Option<&[u8]> {
    let header = bytes.get(usize::try_from(start).ok()?..)?;
    let length = usize::from(u16::from_le_bytes([*header.get(26)?, *header.get(27)?]));
    header.get(30..30 + length)
}

/// What reading a part to its end has shown.
struct ZipPart {
    n_bytes: u64,
    head: Vec<u8>,
    has_merges: bool,
    has_hidden: bool,
    has_formulas: bool,
}

/// Reads a part to its end, so that its checksum is compared. Unpacked bytes are counted and dropped.
fn read_part<R: Read>(
    entry: &mut zip::read::ZipFile<'_, R>,
    name: &str,
    bytes_left: &mut u64,
    settings: &IngestSettings,
) -> Result<ZipPart> {
    const MERGE: &[u8] = b"mergeCell ";
    // Repeated cells pack well, but not as well as this.
    const MAX_RATIO: u64 = 200;
    const ALWAYS_ALLOWED: u64 = 64 << 20;
    let packed = entry.compressed_size();
    let bomb = || Error::new(ErrorCode::FileBomb).with("limit", settings.max_inflated_mb);
    let is_sheet = name.starts_with("xl/worksheets/");
    // Encrypted parts may be listed anywhere in the manifest; the count of strings stands first.
    let max_head = if name == "meta-inf/manifest.xml" { 1 << 20 } else { 1024 };
    let mut part = ZipPart { n_bytes: 0, head: Vec::new(), has_merges: false, has_hidden: false, has_formulas: false };
    let mut buffer = vec![0_u8; 32 * 1024];
    // The buffer begins with the last bytes of the read before: the word may lie across two reads.
    let mut n_before = 0;
    loop {
        let n = entry.read(&mut buffer[n_before..]).map_err(damaged)?;
        if n == 0 {
            return Ok(part);
        }
        *bytes_left = bytes_left.checked_sub(n as u64).ok_or_else(bomb)?;
        part.n_bytes += n as u64;
        if part.n_bytes > ALWAYS_ALLOWED && part.n_bytes / MAX_RATIO > packed {
            return Err(bomb());
        }
        let new = &buffer[n_before..n_before + n];
        part.head.extend_from_slice(&new[..n.min(max_head - part.head.len())]);
        let end = n_before + n;
        let holds = |word: &[u8]| memmem::find(&buffer[..end], word).is_some();
        if is_sheet {
            part.has_merges = part.has_merges || holds(MERGE);
            part.has_hidden = part.has_hidden || holds(b" hidden=");
            part.has_formulas = part.has_formulas || holds(b"<f>") || holds(b"<f ");
        } else if name.ends_with("/styles.xml") {
            part.has_hidden = part.has_hidden || holds(b"<strike");
        } else if name == "content.xml" || name == "styles.xml" {
            part.has_hidden = part.has_hidden || holds(b"ibility=\"") || holds(b"-through");
        }
        n_before = end.min(MERGE.len() - 1);
        buffer.copy_within(end - n_before..end, 0);
    }
}

impl ZipParts {
    fn info(&self) -> Result<WorkbookInfo> {
        let has = |name: &str| self.names.iter().any(|own| own.rsplit('/').next() == Some(name));
        let format = if self.names.contains("content.xml") {
            match self.mimetype.as_str() {
                "application/vnd.sun.xml.calc" => return Err(Error::new(ErrorCode::FileTooOld)),
                other if other.contains("opendocument") && !other.contains("spreadsheet") => {
                    return Err(Error::new(ErrorCode::FileNotSpreadsheet));
                }
                _ => WorkbookFormat::Ods,
            }
        } else if has("workbook.bin") {
            WorkbookFormat::Xlsb
        } else if has("workbook.xml") {
            WorkbookFormat::Xlsx
        } else if self.has_sheet {
            // The sheets are there, the part that lists them is missing.
            return Err(damaged("no workbook part"));
        } else {
            return Err(Error::new(ErrorCode::FileNotSpreadsheet));
        };
        Ok(WorkbookInfo {
            format,
            has_macros: self.has_macros,
            has_merges: self.has_merges,
            has_hidden: self.has_hidden,
            has_formulas: self.has_formulas,
            hidden: Vec::new(),
            extracted: None,
        })
    }
}

/// Whether a part holds no cells, so that damage to it loses none.
fn holds_no_cells(name: &str) -> bool {
    const FOLDERS: &str = "docprops/ thumbnails/ xl/theme/ xl/drawings/ xl/media/ xl/printersettings/ pictures/";
    FOLDERS.split(' ').any(|folder| name.starts_with(folder))
}

/// Whether a shared string table claims more strings than its bytes can hold. calamine reserves memory for the claim.
fn has_false_count(head: &[u8], n_bytes: u64) -> bool {
    let head = String::from_utf8_lossy(head);
    let claimed = head.split_once("uniqueCount").map(|(_, rest)| {
        let digits = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '=' | '"' | '\'' | '+'));
        digits.chars().take_while(char::is_ascii_digit).collect::<String>()
    });
    // A number too long to parse is false, too.
    claimed.is_some_and(|digits| !digits.is_empty() && digits.parse().map_or(true, |n: u64| n > n_bytes / 4 + 1))
}

fn inspect_ole(bytes: &[u8]) -> Result<WorkbookInfo> {
    let mut file = cfb::CompoundFile::open(Cursor::new(bytes)).map_err(damaged)?;
    if file.is_stream("/EncryptedPackage") {
        return Err(Error::new(ErrorCode::FileEncrypted));
    }
    let name = ["/Workbook", "/Book", "/WORKBOOK", "/BOOK"].into_iter().find(|name| file.is_stream(name));
    let Some(name) = name else { return Err(Error::new(ErrorCode::FileNotSpreadsheet)) };
    let mut stream = Vec::new();
    file.open_stream(name).and_then(|mut s| s.read_to_end(&mut stream)).map_err(damaged)?;
    check_biff(&stream)?;
    let is_book = |name: &str| ["workbook", "book"].iter().any(|book| name.eq_ignore_ascii_case(book));
    let n_books = file.walk().filter(|entry| entry.is_stream() && is_book(entry.name())).count();
    let extracted = (n_books > 1).then(|| container_of(&stream)).transpose().map_err(damaged)?;
    let has_macros = file.is_storage("/_VBA_PROJECT_CUR");
    let hidden = hidden_cells::of_biff(&stream);
    Ok(WorkbookInfo {
        format: WorkbookFormat::Xls,
        has_macros,
        has_merges: true,
        has_hidden: hidden.iter().any(|hidden| !hidden.is_empty()),
        has_formulas: false,
        hidden,
        extracted,
    })
}

/// An OLE container that holds this workbook stream alone.
fn container_of(stream: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut file = cfb::CompoundFile::create_with_version(cfb::Version::V3, Cursor::new(Vec::new()))?;
    file.create_stream("/Workbook")?.write_all(stream)?;
    file.flush()?;
    Ok(file.into_inner().into_inner())
}

/// Checks the records of a BIFF stream: each sub-stream must have its end record, none may be encrypted.
fn check_biff(stream: &[u8]) -> Result<()> {
    const FILEPASS: u16 = 0x2f;
    const EOF: u16 = 0x0a;
    if matches!(stream, [9, 0 | 2 | 4, ..]) {
        return Err(Error::new(ErrorCode::FileTooOld));
    }
    let (mut at, mut n_ends) = (0, 0);
    while let Some(head) = stream.get(at..at + 4) {
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        match u16::from_le_bytes([head[0], head[1]]) {
            FILEPASS => return Err(Error::new(ErrorCode::FileEncrypted)),
            EOF => n_ends += 1,
            // Zeros after the last end record are padding.
            0 if length == 0 && n_ends > 0 && stream[at..].iter().all(|b| *b == 0) => break,
            _ => {}
        }
        at += 4 + length;
    }
    if n_ends < 2 || at > stream.len() + 4 {
        return Err(damaged("BIFF stream without its end"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_marked_up_text_is_recognised_by_its_outer_element() {
        for (start, format) in [
            ("<?xml version=\"1.0\"?><workbook xmlns:ss=\"x\"><worksheet><table>", Some("xml")),
            ("<html xmlns:x=\"y\"><!--[if gte mso 9]><xml><x:workbook>", Some("html")),
            ("<?xml version=\"1.0\"?><html><table>", Some("html")),
            ("<h2>liste</h2><table>", Some("html")),
            ("<?xml version=\"1.0\"?><persons>", Some("xml")),
            ("<5 ans;nom", None),
        ] {
            assert_eq!(markup_format(start), format, "{start}");
        }
    }
}
