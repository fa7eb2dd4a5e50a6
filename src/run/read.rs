//! Files -> rows with what is known of each: read, cleaned and judged side by side, one file a task.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::{Finding, Severity};
use crate::ingest::{self, Headers, Input, Reference};
use crate::normalise::{self, Codes, Lists, Quartiers};
use crate::record::{
    CleanRow, ColumnLetters, Fiche, Heading, Kind, Outcome, RawRow, RowAt, Shown, SourceFile, Texts, column_letters,
};
use crate::validate::{Rules, Sent};

use super::Progress;
use super::raw_texts::{Overflow, Packing, Typed};
use super::read_cache::Readings;

/// What reading needs beside the files.
pub(crate) struct Reader {
    pub(crate) headers: Headers,
    pub(crate) settings: ingest::IngestSettings,
    pub(crate) lists: Lists,
    pub(crate) rules: Rules,
}

/// What reading needs, from the settings and the reference tables.
pub(crate) fn reader(
    config: &Config,
    reference: &Reference,
    today: NaiveDate,
    worker: Option<PathBuf>,
) -> Result<Reader> {
    Ok(Reader {
        headers: Headers::new(&config.ingest.headings, &config.ingest.pin)?,
        settings: ingest::IngestSettings { worker, ..config.ingest.clone() },
        lists: Lists { quartiers: Quartiers::new(&reference.quartiers), codes: Codes::new(&config.words)?, today },
        rules: Rules::new(&config.validate, today)?,
    })
}

/// One file, read and judged.
#[derive(Serialize, Deserialize)]
pub struct FileRead {
    /// The file; without sheets if it could not be read.
    pub source: SourceFile,
    /// What it holds.
    pub kind: Kind,
    /// Why it can't be used, if so.
    #[serde(skip)]
    pub fault: Option<Error>,
    /// Every non-blank row, in order.
    pub rows: Vec<ReadRow>,
    /// The rows as typed, as `rows`.
    pub typed: Typed,
    /// The rows of data, clean, in order: those of `rows` that have a key.
    pub clean: Vec<CleanRow>,
    /// The fiches its rows point into.
    pub fiches: Vec<Fiche>,
    /// What each column was taken to hold.
    pub headings: Vec<Heading>,
    /// What was found wrong.
    pub findings: Vec<Finding>,
}

/// A row, with its outcome as far as it is known before linking.
#[derive(Serialize, Deserialize)]
pub struct ReadRow {
    /// Where it stood.
    pub at: RowAt,
    /// Left out or quarantined, by which rule; `None` for a row fit for the register. Few are: it takes a word.
    #[serde(with = "stop")]
    pub stopped: Option<Box<(Outcome, &'static str)>>,
    /// The key of a row of data; `None` for any other.
    pub key: Option<u64>,
}

impl ReadRow {
    /// Its outcome as far as it is known, and the rule of it.
    pub(crate) fn stopped(&self) -> Option<(Outcome, &'static str)> {
        self.stopped.as_deref().copied()
    }
}

/// A row's stop, its rule among the program's codes.
mod stop {
    use super::*;
    use crate::finding::code::known;
    use serde::{Deserializer, Serializer};

    type Stop = Option<Box<(Outcome, &'static str)>>;

    pub(super) fn serialize<S: Serializer>(stop: &Stop, out: S) -> std::result::Result<S::Ok, S::Error> {
        stop.serialize(out)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> std::result::Result<Stop, D::Error> {
        let stop = Option::<(Outcome, String)>::deserialize(from)?;
        Ok(stop.map(|(outcome, rule)| Box::new((outcome, known(&rule)))))
    }
}

/// Reads files side by side, the biggest first; the answer is in the order of `inputs`. What is kept of a file that is the
/// same is not read again; what was typed waits on the disk where rows are many.
pub(super) fn read_all(
    reader: &Reader,
    inputs: &[Input],
    readings: &Readings<'_>,
    overflow: &Overflow,
    progress: &dyn Progress,
) -> Vec<FileRead> {
    let mut order: Vec<usize> = (0..inputs.len()).collect();
    order.sort_by_key(|index| std::cmp::Reverse(inputs[*index].n_bytes));
    let read_input = |index: usize| {
        let mut read = read_file(reader, &inputs[index], Some(inputs[index].kind), index as u32, Some(readings));
        overflow.see(&mut read.typed);
        progress.advance(inputs[index].n_bytes);
        progress.file_read(read.rows.len() as u64);
        (index, read)
    };
    let mut read: Vec<(usize, FileRead)> = order.into_par_iter().with_max_len(1).map(read_input).collect();
    read.sort_by_key(|(index, _)| *index);
    read.into_iter().map(|(_, read)| read).collect()
}

/// Reads one file; a file that can't be used comes back empty with its fault.
pub(crate) fn read_file(
    reader: &Reader,
    input: &Input,
    kind: Option<Kind>,
    file: u32,
    readings: Option<&Readings<'_>>,
) -> FileRead {
    let read = ingest::load_file(&input.path, &input.name, &reader.settings).and_then(|opened| {
        if let Some(read) = readings.and_then(|readings| readings.of(&opened, kind)) {
            return Ok(read);
        }
        let read = understood(reader, ingest::read_loaded_file(&opened, kind, &reader.headers, &reader.settings)?);
        if let Some(readings) = readings {
            readings.keep(&opened, kind, &read);
        }
        Ok(read)
    });
    match read {
        Ok(read) => read.placed(file),
        Err(fault) => FileRead {
            source: SourceFile {
                path: input.name.clone(),
                // Of a file that can't even be opened there is none.
                sha256: ingest::sha256_of_file(&input.path).unwrap_or_default(),
                n_bytes: input.n_bytes,
                sheets: Vec::new(),
            },
            kind: kind.unwrap_or(Kind::Census),
            fault: Some(fault),
            rows: Vec::new(),
            typed: Typed::default(),
            clean: Vec::new(),
            fiches: Vec::new(),
            headings: Vec::new(),
            findings: Vec::new(),
        },
    }
}

fn understood(reader: &Reader, noted: crate::finding::Noted<crate::record::RawFile>) -> FileRead {
    let raw = noted.output;
    let clean = normalise::clean_file(&raw, &reader.lists);
    let data = || raw.rows.iter().filter(|row| row.left_out.is_none());
    let cases = data().zip(&clean.rows).map(|(raw, entry)| (raw, &entry.row, entry.doubts.as_slice()));
    let judged = reader.rules.judge(&raw, &clean.fiches, cases, noted.findings);
    let mut clean_rows: Vec<CleanRow> = Vec::with_capacity(clean.rows.len());
    clean_rows.extend(clean.rows.into_iter().map(|entry| entry.row));
    let mut keyed = clean_rows.iter().map(|row| row.key).zip(judged.output);
    let mut typed = Packing::new();
    let rows = raw.rows.iter().map(|row| {
        typed.push(&typed_of(row));
        let (stopped, key) = match row.left_out {
            Some(rule) if ingest::QUARANTINE_RULES.contains(&rule) => (Some((Outcome::Quarantined, rule)), None),
            Some(reason) => (Some((Outcome::Ignored, reason)), None),
            None => match keyed.next() {
                Some((key, rule)) => (rule.map(|rule| (Outcome::Quarantined, rule)), Some(key)),
                // Never so. If it were, the row would have no outcome and the row equation would stop the run.
                None => (None, None),
            },
        };
        ReadRow { at: row.at, stopped: stopped.map(Box::new), key }
    });
    let rows = rows.collect();
    FileRead {
        rows,
        typed: typed.finish(),
        clean: clean_rows,
        kind: raw.kind,
        fault: raw.headings.is_empty().then(|| Error::new("file-no-table")),
        fiches: clean.fiches,
        headings: raw.headings,
        findings: judged.findings,
        source: raw.source,
    }
}

impl FileRead {
    /// Gives the file its place in the run, and each of its texts one copy.
    fn placed(mut self, file: u32) -> Self {
        let mut texts = Texts::default();
        for row in &mut self.clean {
            row.at.file = file;
            row.share(&mut texts);
        }
        self.rows.iter_mut().for_each(|row| row.at.file = file);
        self.findings.iter_mut().for_each(|finding| finding.at.row.file = file);
        self
    }
}

/// Adds to each file what is seen when the files of a run stand beside one another; an error stops the file's rows.
pub(crate) fn check_across_files(rules: &Rules, files: &mut [FileRead]) {
    let sent: Vec<Sent<'_>> = files
        .iter()
        .enumerate()
        .filter(|(_, file)| file.fault.is_none())
        .map(|(index, file)| Sent {
            file: index as u32,
            path: &file.source.path,
            sha256: &file.source.sha256,
            rows: file.clean.iter().collect(),
        })
        .collect();
    for finding in rules.judge_files(&sent) {
        if let Some(file) = files.get_mut(finding.at.row.file as usize) {
            if finding.severity == Severity::Error {
                for row in file.rows.iter_mut().filter(|row| row.stopped.is_none()) {
                    row.stopped = Some(Box::new((Outcome::Quarantined, finding.rule)));
                }
            }
            file.findings.push(finding);
        }
    }
}

/// The row as typed: a JSON object, column letters to text, by letters.
fn typed_of(row: &RawRow) -> String {
    let mut cells: Vec<(ColumnLetters, Shown<'_>)> =
        row.cells.iter().map(|cell| (column_letters(cell.column), cell.value.text())).collect();
    cells.sort_by_key(|(letters, _)| *letters);
    let mut typed = Vec::with_capacity(16 + 24 * cells.len());
    for (letters, text) in cells {
        typed.push(if typed.is_empty() { b'{' } else { b',' });
        for part in ["\"", &letters, "\":"] {
            typed.extend_from_slice(part.as_bytes());
        }
        // A text always has a form in JSON, and memory takes it.
        let _ = serde_json::to_writer(&mut typed, &*text);
    }
    typed.extend_from_slice(if typed.is_empty() { b"{}" } else { b"}" });
    String::from_utf8(typed).unwrap_or_default()
}
