//! Reads and validates files without touching the register.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::ingest::{Input, Reference};
use crate::record::{Heading, Kind, Outcome, RowAt, SheetCount, SourceFile};
use crate::run::{FileRead, Progress, ReadRow, Stage, check_across_files, read_file, reader};

/// The result of checking one file.
pub struct CheckedFile {
    /// The file.
    pub source: SourceFile,
    /// Its kind.
    pub kind: Kind,
    /// Why it can't be read, if so.
    pub fault: Option<Error>,
    /// The field of each column.
    pub headings: Vec<Heading>,
    /// Findings by place.
    pub findings: Vec<Finding>,
    /// Every row read, with the reason if the reader left it out.
    pub rows: Vec<(RowAt, Option<&'static str>)>,
    /// Rows read, ignored and quarantined; `registered` counts the rows fit for the register.
    pub count: SheetCount,
}

/// Reads and validates files. `worker` as in [`RunRequest`](super::RunRequest).
///
/// # Errors
/// Only those that stop everything: a bad reference table or setting.
pub fn check(
    paths: &[PathBuf],
    raw: &Path,
    config: &Config,
    today: NaiveDate,
    worker: Option<PathBuf>,
    progress: &dyn Progress,
) -> Result<Vec<CheckedFile>> {
    let reference = Reference::read(&raw.join("reference"))?;
    let reader = reader(config, &reference, today, worker)?;
    let inputs: Vec<Input> = paths.iter().map(|path| input_of(path)).collect();
    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let read_files = inputs.iter().enumerate().map(|(index, input)| {
        let read = read_file(&reader, input, None, index as u32, None);
        progress.advance(input.n_bytes);
        progress.file_read(read.rows.len() as u64);
        read
    });
    let mut files: Vec<FileRead> = read_files.collect();
    check_across_files(&reader.rules, &mut files);
    progress.end();
    Ok(files.into_iter().map(checked_file).collect())
}

fn input_of(path: &Path) -> Input {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let n_bytes = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    Input { path: path.to_owned(), name, kind: Kind::Census, n_bytes }
}

fn checked_file(read: FileRead) -> CheckedFile {
    let mut count = SheetCount { rows: read.rows.len() as u64, ..SheetCount::default() };
    for row in &read.rows {
        match row.stopped() {
            Some((Outcome::Quarantined, _)) => count.quarantined += 1,
            Some(_) => count.ignored += 1,
            None => count.registered += 1,
        }
    }
    let mut findings = read.findings;
    findings.sort_by(|a, b| (a.at, a.rule).cmp(&(b.at, b.rule)));
    let left_out = |row: &ReadRow| row.stopped().filter(|_| row.key.is_none()).map(|(_, reason)| reason);
    let rows = read.rows.iter().map(|row| (row.at, left_out(row))).collect();
    CheckedFile {
        source: read.source,
        kind: read.kind,
        fault: read.fault,
        headings: read.headings,
        findings,
        rows,
        count,
    }
}
