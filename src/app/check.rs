//! The use case of `bato check`: reads and validates files without changing the register. `corrections.rs` writes the
//! coloured copies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::Finding;
use crate::ingest::{self, CellCorrections, Input, InputRole, Reference};
use crate::record::{CorrectedCell, Heading, Kind, Outcome, RowAt, SheetCount, SourceFile, SourceSheet};
use crate::run::{FileContent, FileReader, FileRow, Progress, Stage, note_unused};
use crate::store::is_below;

use super::access::Access;
use super::sheets_shown::{SheetShown, log_sheets_shown};

/// The result of checking one file.
pub struct CheckedFile {
    /// Path of the file.
    pub path: PathBuf,
    /// The corrections workbook in which a person has already corrected the file, if there is one.
    pub corrected_in: Option<String>,
    /// Whether it is a file of typed corrections: only its faults are here.
    pub is_corrections: bool,
    /// The cells that were read with a typed correction, by sheet, row and column.
    pub corrected: Vec<CorrectedCell>,
    /// The typed corrections of all files.
    pub(crate) typed: Arc<CellCorrections>,
    /// The file.
    pub source: SourceFile,
    /// What the file contains: a census sheet, a birth register or events.
    pub kind: Kind,
    /// The reason why the file can't be used, if so.
    pub fault: Option<Error>,
    /// The meaning that each column was given.
    pub headings: Vec<Heading>,
    /// All faults found, sorted by place.
    pub findings: Vec<Finding>,
    /// Every row read, and the reason for which the reader ignored or quarantined it, if so.
    pub rows: Vec<(RowAt, Option<&'static str>)>,
    /// Rows read, ignored, in quarantine; `registered` counts the accepted rows.
    pub count: SheetCount,
}

/// Reads and validates files; a folder means every sheet in it. The register is not changed. For `worker` see
/// [`RunRequest`](super::RunRequest).
///
/// # Errors
/// `folder-empty`; `check-own-folder` for a path in the folder of the register, or in a folder of the raw folder without
/// sheets of agents; those of the reference tables and the settings. A file that can't be read is no error: see
/// [`CheckedFile::fault`].
pub fn check(
    paths: &[PathBuf],
    (raw, clean): (&Path, &Path),
    config: &Config,
    today: NaiveDate,
    worker: Option<PathBuf>,
    progress: &dyn Progress,
) -> Result<Vec<CheckedFile>> {
    let reference = Reference::read(&raw.join("reference"))?;
    let corrections = Arc::new(CellCorrections::read(raw)?);
    let reader = FileReader::new(config, &reference, corrections.clone(), today, worker)?;
    let mut inputs: Vec<Input> = Vec::new();
    let (mut replaced, mut is_whole) = (Vec::new(), false);
    let raw_folder = raw.canonicalize().ok();
    let is_own = |path: &Path| is_in_own_folder(path, raw, clean);
    for path in paths {
        if is_own(path) {
            return Err(Error::new(ErrorCode::CheckOwnFolder).at(path));
        }
        if path.is_dir() {
            let listed = ingest::list_folder(path, &corrections, reader.settings())?;
            inputs.extend(listed.inputs.into_iter().filter(|input| !is_own(&input.path)));
            replaced.extend(listed.replaced);
            is_whole |= raw_folder.is_some() && path.canonicalize().ok() == raw_folder;
        } else {
            inputs.push(input_of(path));
        }
    }
    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let read_input = |(index, input): (usize, &Input)| {
        let file = reader.read_file(input, None, index as u32, None);
        progress.advance(input.n_bytes);
        progress.file_read(file.rows.len() as u64);
        file
    };
    let mut files: Vec<FileContent> = inputs.iter().enumerate().map(read_input).collect();
    reader.check_across_files(&mut files);
    let names: Vec<String> = inputs.iter().map(|input| name_below(raw_folder.as_deref(), input)).collect();
    let own_names = rename(&mut files, names);
    let unused = note_unused(&corrections, &mut files, &replaced, is_whole);
    rename(&mut files, own_names);
    progress.end();
    let mut checked: Vec<CheckedFile> =
        inputs.iter().zip(files).map(|(input, file)| CheckedFile::new(input, file, &corrections)).collect();
    checked.extend(faulty_corrections(raw, unused, &corrections));
    Ok(checked)
}

/// Adds lines to the log of look-ups before cells of files of a raw folder are shown, or given out in corrections
/// workbooks, where there is a register. Every row of a file with findings counts; those of files elsewhere do not.
///
/// # Errors
/// Those of the file system. What can't be logged must not be shown.
pub fn log_checked(checked: &[CheckedFile], folders: (&Path, &Path), shows_all: bool, access: &Access) -> Result<()> {
    let is_shown = |file: &&CheckedFile| !file.is_corrections && (shows_all || !file.findings.is_empty());
    let shown: Vec<SheetShown<'_>> = checked
        .iter()
        .filter(is_shown)
        .map(|file| SheetShown { path: &file.path, n_rows: file.count.rows - file.count.ignored })
        .collect();
    log_sheets_shown(&shown, folders, ("check", ""), access)
}

/// Returns the sheets in the raw folder that no run reads: they lie in none of its folders.
#[must_use]
pub fn astray_sheets(raw: &Path) -> Vec<String> {
    ingest::astray_sheets(raw)
}

/// Whether a path lies in the folder of the register, or in a folder of the raw folder that holds no sheets of agents.
fn is_in_own_folder(path: &Path, raw: &Path, clean: &Path) -> bool {
    let in_raw = || Some(path.canonicalize().ok()?.strip_prefix(raw.canonicalize().ok()?).ok()?.to_owned());
    is_below(path, clean) || in_raw().is_some_and(|path| ingest::is_own_folder(&path))
}

/// The path of an input relative to the raw folder, where it lies there; else its name.
fn name_below(raw: Option<&Path>, input: &Input) -> String {
    let below = raw.and_then(|raw| Some(input.path.canonicalize().ok()?.strip_prefix(raw).ok()?.to_owned()));
    let parts = below.map(|path| path.iter().map(|part| part.to_string_lossy().into_owned()).collect::<Vec<_>>());
    parts.map_or_else(|| input.name.clone(), |parts| parts.join("/"))
}

/// Gives the files other names and returns those that they had.
fn rename(files: &mut [FileContent], names: Vec<String>) -> Vec<String> {
    files.iter_mut().zip(names).map(|(file, name)| std::mem::replace(&mut file.source.path, name)).collect()
}

/// The files of typed corrections with faults.
fn faulty_corrections(raw: &Path, findings: Vec<(String, Finding)>, typed: &Arc<CellCorrections>) -> Vec<CheckedFile> {
    let of_file = |findings: &[(String, Finding)]| {
        let name = findings[0].0.clone();
        let sheets = vec![SourceSheet { name: String::new(), n_rows: 0 }];
        CheckedFile {
            path: raw.join(&name),
            corrected_in: None,
            is_corrections: true,
            corrected: Vec::new(),
            typed: typed.clone(),
            source: SourceFile { path: name, sha256: String::new(), n_bytes: 0, sheets },
            kind: Kind::Census,
            fault: None,
            headings: Vec::new(),
            findings: findings.iter().map(|(_, finding)| finding.clone()).collect(),
            rows: Vec::new(),
            count: SheetCount::default(),
        }
    };
    findings.chunk_by(|a, b| a.0 == b.0).map(of_file).collect()
}

fn input_of(path: &Path) -> Input {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let n_bytes = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    Input { path: path.to_owned(), name, kind: Kind::Census, n_bytes, role: InputRole::Plain, fault: None }
}

impl CheckedFile {
    fn new(input: &Input, file: FileContent, typed: &Arc<CellCorrections>) -> Self {
        let mut count = SheetCount { rows: file.rows.len() as u64, ..SheetCount::default() };
        for row in &file.rows {
            match row.stopped() {
                Some((Outcome::Quarantined, _)) => count.quarantined += 1,
                Some(_) => count.ignored += 1,
                None => count.registered += 1,
            }
        }
        let mut findings = file.findings;
        findings.sort_by(|a, b| (a.at, a.rule).cmp(&(b.at, b.rule)));
        let reason = |row: &FileRow| row.stopped().filter(|_| row.key.is_none()).map(|(_, reason)| reason);
        let rows = file.rows.iter().map(|row| (row.at, reason(row))).collect();
        let (source, kind, fault, headings) = (file.source, file.kind, file.fault, file.headings);
        let corrected_in = match &input.role {
            InputRole::Corrected(edits, _) => edits.last().map(|edits| edits.workbook.clone()),
            InputRole::Plain | InputRole::Corrections(..) => None,
        };
        let path = input.path.clone();
        let (is_corrections, corrected, typed) = (false, file.corrected, typed.clone());
        Self {
            path,
            corrected_in,
            is_corrections,
            corrected,
            typed,
            source,
            kind,
            fault,
            headings,
            findings,
            rows,
            count,
        }
    }
}
