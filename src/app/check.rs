//! The use case of `bato check`: reads and validates files without changing the register. `corrections.rs` writes the
//! coloured copies.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::ingest::{self, Input, InputRole, Reference};
use crate::record::{Heading, Kind, Outcome, RowAt, SheetCount, SourceFile};
use crate::run::{FileContent, FileReader, FileRow, Progress, Stage};

/// The result of checking one file.
pub struct CheckedFile {
    /// Path of the file.
    pub path: PathBuf,
    /// The corrections workbook in which a person has already corrected the file, if there is one.
    pub corrected_in: Option<String>,
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
/// `folder-empty`; those of the reference tables and the settings. A file that can't be read is no error: see
/// [`CheckedFile::fault`].
pub fn check(
    paths: &[PathBuf],
    raw: &Path,
    config: &Config,
    today: NaiveDate,
    worker: Option<PathBuf>,
    progress: &dyn Progress,
) -> Result<Vec<CheckedFile>> {
    let reference = Reference::read(&raw.join("reference"))?;
    let reader = FileReader::new(config, &reference, today, worker)?;
    let mut inputs: Vec<Input> = Vec::new();
    for path in paths {
        if path.is_dir() {
            inputs.extend(ingest::list_folder(path, reader.settings())?.inputs);
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
    progress.end();
    Ok(inputs.iter().zip(files).map(|(input, file)| CheckedFile::new(input, file)).collect())
}

fn input_of(path: &Path) -> Input {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let n_bytes = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    Input { path: path.to_owned(), name, kind: Kind::Census, n_bytes, role: InputRole::Plain, fault: None }
}

impl CheckedFile {
    fn new(input: &Input, file: FileContent) -> Self {
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
        Self { path, corrected_in, source, kind, fault, headings, findings, rows, count }
    }
}
