//! Spreadsheets -> rows: the only room that opens input files.
//!
//! One door, [`read_file`]: bytes are read once, hashed, looked at by the guard, given to a reader, and the tables in
//! them found by meaning. It decides what a column holds, never what a value means; it drops no row.

mod decisions;
mod delimited;
mod discover;
mod encoding;
mod guard;
mod headers;
mod layout;
mod pieces;
mod reference;
mod table;
mod wire;
mod workbook;
mod worker;

use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, Result};
use crate::finding::{Finding, Severity, WithFindings};
use crate::record::{
    Book, BookDoubt, Context, Field, FileName, Grid, Kind, RawCell, RawFile, RawRow, RowAt, SourceFile, SourceSheet,
    fold,
};

pub use decisions::{DecisionLine, Decisions, is_undecided, read_decisions, read_ruling};
pub use discover::{Found, Input, SavedBy, discover, saved_by};
pub use headers::{Headers, PinSetting};
pub use reference::Reference;
pub use table::read_table;
pub use worker::{READ_BOOK, serve};

use guard::Container;
use pieces::{Binder, Take};

/// Why the rows of the sheet that sums up a corrections workbook are left out.
const CORRECTIONS: &str = "corrections";

/// The rule of a row in a sheet where no heading was found.
pub const NO_TABLE: &str = "no-header";

/// The rules of a file that may say something else than was typed, or less.
pub const DOUBT_RULES: [(BookDoubt, &str); 3] =
    [(BookDoubt::Letters, "doubtful-letters"), (BookDoubt::Quotes, "lone-quote"), (BookDoubt::CutShort, "cut-short")];

/// The rules that stop a row of data while it is read; every other reason leaves out a row that is none.
pub const STOPPED_BY: [&str; 2] = [NO_TABLE, "tables-side-by-side"];

/// Limits of reading, and headings beside the built-in ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Largest file read, in MiB.
    pub max_file_mb: u64,
    /// Most that a zipped workbook may unpack to, in MiB.
    pub max_inflated_mb: u64,
    /// Most parts a zipped workbook may have.
    pub max_zip_entries: usize,
    /// Most cells a file may hold.
    pub max_cells: u64,
    /// Most memory that reading one workbook may take, in MiB, and its sheets when they are read.
    pub worker_memory_mb: u64,
    /// Longest time that reading one workbook may take, in seconds; a second more for each MiB of it.
    pub worker_seconds: u64,
    /// The program that reads workbooks in a process of its own when called with [`READ_BOOK`]; `None` reads them here.
    /// It is the caller's to know, never the settings file's.
    #[serde(skip)]
    pub worker: Option<PathBuf>,
    /// Further headings, by field.
    pub headings: BTreeMap<String, Vec<String>>,
    /// Whether columns of ethnic group, religion, refugee status or health are kept as typed.
    pub keep_sensitive: bool,
    /// Columns whose meaning is fixed.
    pub pin: Vec<PinSetting>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            max_file_mb: 64,
            max_inflated_mb: 512,
            max_zip_entries: 2_000,
            max_cells: 20_000_000,
            worker_memory_mb: 768,
            worker_seconds: 60,
            worker: None,
            headings: BTreeMap::new(),
            keep_sensitive: false,
            pin: Vec::new(),
        }
    }
}

/// Reads one file. Rows carry file index 0: the caller gives it its place in the run.
///
/// `kind` is what the folder says; `None` lets the headings decide.
///
/// # Errors
/// A file that can't be used, with the reason: `file-lock`, `file-empty`, `file-too-large`, `file-encrypted`,
/// `file-damaged`, `file-bomb`, `file-not-spreadsheet`, `file-other-format`, `file-too-old`, `file-no-sheet`,
/// `file-outside-sheet`, `file-too-many-cells`, `file-too-heavy`, `file-too-slow`, `reader-not-started`, `file-no-rows`, or one
/// of the file system. A file without any heading is read: its rows wait in quarantine.
pub fn read_file(
    path: &Path,
    name: &str,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &Settings,
) -> Result<WithFindings<RawFile>> {
    read_opened(&open(path, name, settings)?, kind, headers, settings)
}

/// A file's bytes, and what is known of it before they are understood.
pub struct Opened {
    /// The file, without sheets.
    pub source: SourceFile,
    bytes: Vec<u8>,
}

/// Takes a file's bytes, once.
///
/// # Errors
/// `file-lock`, `file-too-large`, `file-changed`, or one of the file system.
pub fn open(path: &Path, name: &str, settings: &Settings) -> Result<Opened> {
    let own_name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    if own_name.starts_with("~$") || own_name.starts_with(".~lock.") {
        return Err(Error::new("file-lock"));
    }
    let bytes = read_once(path, settings)?;
    let sha256 = hexadecimal(&Sha256::digest(&bytes));
    let source = SourceFile { path: name.to_owned(), sha256, n_bytes: bytes.len() as u64, sheets: Vec::new() };
    Ok(Opened { source, bytes })
}

/// Reads a file that was opened.
///
/// # Errors
/// As [`read_file`].
pub fn read_opened(
    opened: &Opened,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &Settings,
) -> Result<WithFindings<RawFile>> {
    let mut book = book_of(&opened.bytes, settings)?;
    let mut noted = interpret(&mut book.grids, opened.source.clone(), kind, headers, settings.keep_sensitive)?;
    note_book(&book, &mut noted.findings);
    Ok(noted)
}

/// Reads one file's sheets as they stand, without looking for tables.
///
/// # Errors
/// As [`read_file`], `file-no-rows` excepted.
pub fn read_book(path: &Path, name: &str, settings: &Settings) -> Result<(SourceFile, Book)> {
    let Opened { source, bytes } = open(path, name, settings)?;
    let book = book_of(&bytes, settings)?;
    Ok((source, book))
}

/// The sheets in a file's bytes.
///
/// # Errors
/// As [`read_book`], those of the file system excepted.
pub fn book_of(bytes: &[u8], settings: &Settings) -> Result<Book> {
    match (guard::sniff(bytes, settings)?, &settings.worker) {
        (Container::Text, _) => delimited::read(bytes, settings),
        (_, Some(program)) => worker::read(program, bytes, settings),
        (_, None) => {
            let mut binder = Binder::new(settings);
            read_workbook(bytes, settings, &mut |piece| binder.take(piece))?;
            Ok(binder.finish())
        }
    }
}

/// The bytes that are hashed, looked at and read: a file that changes meanwhile changes none of them.
fn read_once(path: &Path, settings: &Settings) -> Result<Vec<u8>> {
    let io = |e: std::io::Error| Error::io(path, &e);
    let limit = settings.max_file_mb * 1024 * 1024;
    let mut file = std::fs::File::open(path).map_err(io)?;
    let too_large = || Error::new("file-too-large").with("limit", settings.max_file_mb);
    let before = file.metadata().map_err(io)?;
    let size = before.len();
    if size > limit {
        return Err(too_large());
    }
    let mut bytes = Vec::with_capacity(size as usize + 1);
    (&mut file).take(limit + 1).read_to_end(&mut bytes).map_err(io)?;
    if bytes.len() as u64 > limit {
        return Err(too_large());
    }
    // Half of one file and half of another is none: a file that was written to meanwhile waits for the next run.
    let after = file.metadata().map_err(io)?;
    let is_same = after.len() == bytes.len() as u64 && size == after.len();
    let is_untouched = before.modified().ok() == after.modified().ok();
    if is_same && is_untouched { Ok(bytes) } else { Err(Error::new("file-changed")) }
}

/// Looks at a workbook's bytes and reads it in this process.
fn read_workbook(bytes: &[u8], settings: &Settings, take: Take<'_>) -> Result<()> {
    let seen = guard::inspect(bytes, settings)?;
    workbook::read(seen.alone.as_deref().unwrap_or(bytes), &seen, take)
}

/// A file's bytes, looked at by the guard.
pub struct Original {
    /// The bytes.
    pub bytes: Vec<u8>,
    /// Whether it is an .xlsx or .xlsm, whatever its name ends in.
    pub is_xlsx: bool,
}

/// Reads one file as it is, for a copy of it.
///
/// # Errors
/// Those of the guard and of the file system.
pub fn read_original(path: &Path, settings: &Settings) -> Result<Original> {
    let bytes = read_once(path, settings)?;
    let is_zip_or_ole = guard::sniff(&bytes, settings)? != Container::Text;
    let is_xlsx = is_zip_or_ole && guard::inspect(&bytes, settings)?.format == guard::Format::Xlsx;
    Ok(Original { bytes, is_xlsx })
}

/// SHA-256 of a file that could not be used, read piece by piece: it may be far too large to hold.
///
/// # Errors
/// Those of the file system.
pub fn sha256_of_file(path: &Path) -> Result<String> {
    let io = |e: std::io::Error| Error::io(path, &e);
    let mut file = std::fs::File::open(path).map_err(io)?;
    let mut hash = Sha256::new();
    let mut buffer = vec![0; 64 * 1024];
    loop {
        match std::io::Read::read(&mut file, &mut buffer).map_err(io)? {
            0 => return Ok(hexadecimal(&hash.finalize())),
            n => hash.update(&buffer[..n]),
        }
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Finds the tables of a file's sheets, whose rows give their cells away.
fn interpret(
    grids: &mut [Grid],
    mut source: SourceFile,
    kind: Option<Kind>,
    headers: &Headers,
    keep_sensitive: bool,
) -> Result<WithFindings<RawFile>> {
    let file_start = context_of_name(&source.path);
    let mut file = RawFile {
        source: source.clone(),
        kind: kind.unwrap_or(Kind::Census),
        rows: Vec::new(),
        contexts: Vec::new(),
        headings: Vec::new(),
    };
    let mut findings = Vec::new();
    let (mut looks_like, mut n_lists) = (None, 0);
    // Who has not said what the file holds may have to have it read again.
    let again = kind.is_none().then(|| grids.to_vec());
    for (index, grid) in grids.iter_mut().enumerate() {
        let at = RowAt { file: 0, sheet: u16::try_from(index).unwrap_or(u16::MAX), row: 0 };
        let start = context_of_sheet(&file_start, &grid.name);
        if grid.is_corrections() {
            let context = file.contexts.len() as u32;
            file.contexts.push(start);
            file.rows.extend(corrections_rows(grid, at, context));
            source.sheets.push(SourceSheet { name: grid.name.clone(), n_rows: grid.rows.len() as u32 });
            continue;
        }
        let reading =
            layout::Reading { kind: kind.unwrap_or(Kind::Census), headers, file: &source.path, keep_sensitive };
        let read = layout::read_sheet(grid, at, &start, &reading);
        looks_like = looks_like.or(read.looks_like);
        if read.has_table && !layout::is_recap(&grid.name) {
            n_lists += 1;
        }
        let first_context = file.contexts.len() as u32;
        file.contexts.extend(read.contexts);
        file.headings.extend(read.headings);
        file.rows.extend(read.rows.into_iter().map(|mut row| {
            row.context += first_context;
            row
        }));
        findings.extend(read.findings);
        source.sheets.push(SourceSheet { name: grid.name.clone(), n_rows: grid.rows.len() as u32 });
    }
    leave_out_recaps(grids, &mut file, n_lists, &mut findings);
    if file.rows.is_empty() {
        return Err(Error::new("file-no-rows"));
    }
    if let Some(mut again) = again.filter(|_| looks_like.is_some()) {
        // The headings say a birth register or a list of events: read again as one, so that its columns mean what they mean
        // there.
        return interpret(&mut again, SourceFile { sheets: Vec::new(), ..source }, looks_like, headers, keep_sensitive);
    }
    file.source = source;
    Ok(WithFindings { output: file, findings })
}

/// What a person should know of a file beside its cells.
fn note_book(book: &Book, findings: &mut Vec<Finding>) {
    let mut note = |rule, sheet: usize, value: &str, args| {
        let at = RowAt { file: 0, sheet: u16::try_from(sheet).unwrap_or(u16::MAX), row: 0 }.cell(None);
        findings.push(Finding { rule, severity: Severity::Warning, at, value: value.to_owned(), args });
    };
    for (_, rule) in DOUBT_RULES.iter().filter(|(doubt, _)| book.doubts.contains(doubt)) {
        note(rule, 0, "", Vec::new());
    }
    for name in &book.other_sheets {
        note("chart-sheet", 0, name, Vec::new());
    }
    if book.has_macros {
        note("macros", 0, "", Vec::new());
    }
    for (index, grid) in book.grids.iter().enumerate().filter(|(_, grid)| grid.is_full) {
        let last = grid.rows.last().map_or(0, |row| row.row);
        note("sheet-full", index, &grid.name, vec![("n", last.to_string())]);
    }
}

/// A sheet that its name calls a summary lists nobody, if another sheet of the file does.
fn leave_out_recaps(grids: &[Grid], file: &mut RawFile, n_lists: usize, findings: &mut Vec<Finding>) {
    for (index, grid) in grids.iter().enumerate().filter(|(_, grid)| n_lists > 0 && layout::is_recap(&grid.name)) {
        let mut n_rows = 0_u64;
        for row in file.rows.iter_mut().filter(|row| usize::from(row.at.sheet) == index && row.left_out.is_none()) {
            row.left_out = Some("recap-sheet");
            n_rows += 1;
        }
        if n_rows > 0 {
            let at = RowAt { sheet: u16::try_from(index).unwrap_or(u16::MAX), ..RowAt::default() };
            findings.push(Finding {
                rule: "recap-sheet",
                severity: Severity::Warning,
                at: at.cell(None),
                value: grid.name.clone(),
                args: vec![("n", n_rows.to_string())],
            });
        }
    }
}

/// The rows of the sheet that sums up a corrections workbook: ours, and no data.
fn corrections_rows(grid: &Grid, at: RowAt, context: u32) -> impl Iterator<Item = RawRow> {
    grid.rows.iter().map(move |row| {
        let cells = row.cells.iter();
        let cells = cells.map(|(column, value)| RawCell { column: *column, field: Field::Other, value: value.clone() });
        RawRow {
            at: RowAt { row: row.row, ..at },
            context,
            cells: cells.collect(),
            carried: Vec::new(),
            left_out: Some(CORRECTIONS),
        }
    })
}

/// What a file's name says: its year, and the words left when numbers and usual words are taken away may be a quartier.
fn context_of_name(path: &str) -> Context {
    let stem = FileName::of(path).stem.replace('_', " ");
    let quartier = quartier_in_name(&stem);
    Context { year_of_file: layout::year_in(&stem), quartier_of_file: quartier, ..Context::default() }
}

fn context_of_sheet(file: &Context, sheet: &str) -> Context {
    let is_avenue = ["AV ", "AVENUE ", "RUE "].iter().any(|word| fold(sheet).starts_with(word));
    Context {
        year: layout::year_in(sheet),
        sheet_name: Some(sheet.to_owned()).filter(|name| !name.is_empty()),
        avenue: is_avenue.then(|| sheet.to_owned()),
        ..file.clone()
    }
}

/// `Q03 Batumona 2017`, `RECENSEMENT 16 Kimbunda 2017`, `quartier 23 17 Mai 2017`: without the usual words, the quartier's
/// number and the year.
fn quartier_in_name(stem: &str) -> Option<String> {
    let usual = |word: &str| {
        let folded = fold(word);
        ["QUARTIER", "RECENSEMENT", "FICHE", "FICHES", "MENAGE", "MENAGES", "CENSUS", "COPIE", "DE", "DU", "Q", "FINAL"]
            .contains(&folded.as_str())
            || folded.strip_prefix('Q').is_some_and(|rest| !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut words: Vec<&str> = stem.split_whitespace().filter(|word| !usual(word)).collect();
    while words.last().is_some_and(|word| layout::year_in(word).is_some()) {
        words.pop();
    }
    // A leading number of one or two digits is the quartier's, unless nothing but "17 Mai" would be left of it.
    if words.len() >= 2
        && words[0].len() <= 2
        && words[0].bytes().all(|b| b.is_ascii_digit())
        && fold(words[1]) != "MAI"
    {
        words.remove(0);
    }
    (!words.is_empty()).then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_name_tells_quartier_and_year() {
        for (name, quartier) in [
            ("census/Q03 Batumona_2017.xlsx", "Batumona"),
            ("census/RECENSEMENT 46 Waya Waya_2018.xlsx", "Waya Waya"),
            ("census/quartier_23 17 Mai_2017.xlsx", "17 Mai"),
            ("census/quartier_17 Mai_2017.xlsx", "17 Mai"),
            ("census/Q03 Batumona_2017.corrections-2.xlsx", "Batumona"),
        ] {
            let context = context_of_name(name);
            assert_eq!(context.quartier_of_file.as_deref(), Some(quartier), "{name}");
            assert!(context.year_of_file.is_some());
        }
        assert_eq!(context_of_name("x.csv").round_year(), None);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_make_the_door_panic(
            start in proptest::sample::select(vec![&b"PK\x03\x04"[..], b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\x09\x08", b"<", b""]),
            bytes in proptest::collection::vec(proptest::num::u8::ANY, 0..400),
        ) {
            let _ = book_of(&[start, &bytes].concat(), &Settings::default());
        }
    }
}
