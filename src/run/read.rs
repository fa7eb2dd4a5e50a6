//! Reads files into validated rows, several files in parallel.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity, WithFindings};
use crate::ingest::{self, CellCorrections, FileCorrections, Headers, Input, Reference};
use crate::normalise::{self, Codes, Quartiers, ReferenceData};
use crate::record::{
    CellText, CleanRow, ColumnLetters, CorrectedCell, Field, Kind, Outcome, RawFile, RawRow, SourceFile, TextPool,
    column_letters, corrected_cells_of_row,
};
use crate::validate::{FileInput, RULES, Rules};

use super::file_content::{FileContent, FileRow};
use super::finding_cells::FindingCells;
use super::progress::Progress;
use super::raw_texts::{RawTextWriter, RawTexts};
use super::read_cache::{CachedFile, ReadCache};

/// Reads and validates files under the settings and the reference tables of a run.
pub(crate) struct FileReader {
    headers: Headers,
    settings: ingest::IngestSettings,
    pub(super) lists: ReferenceData,
    rules: Rules,
    corrections: Arc<CellCorrections>,
}

impl FileReader {
    /// Returns a reader under these settings. `worker` is the program that reads workbooks in a process of its own (see
    /// [`ingest::serve`]).
    pub(crate) fn new(
        config: &Config,
        reference: &Reference,
        corrections: Arc<CellCorrections>,
        today: NaiveDate,
        worker: Option<PathBuf>,
    ) -> Result<Self> {
        Ok(Self {
            corrections,
            headers: Headers::new(&config.ingest.headings, &config.ingest.pin)?.with_quartiers(&reference.quartiers),
            settings: ingest::IngestSettings { worker, this_year: Some(today.year()), ..config.ingest.clone() },
            lists: ReferenceData {
                quartiers: Quartiers::new(&reference.quartiers),
                codes: Codes::new(&config.words)?,
                today,
            },
            rules: Rules::new(&config.validate, today)?,
        })
    }

    pub(crate) fn settings(&self) -> &ingest::IngestSettings {
        &self.settings
    }

    /// Reads all files of a run in parallel, the largest first, and returns them in the order of `inputs`. An unchanged
    /// file comes from the cache.
    pub(super) fn read_files(
        &self,
        inputs: &[Input],
        cache: Option<&ReadCache<'_>>,
        progress: &dyn Progress,
    ) -> Vec<FileContent> {
        let mut order: Vec<usize> = (0..inputs.len()).collect();
        order.sort_by_key(|index| std::cmp::Reverse(inputs[*index].n_bytes));
        let read_input = |index: usize| {
            let file = self.read_file(&inputs[index], Some(inputs[index].kind), index as u32, cache);
            progress.advance(inputs[index].n_bytes);
            progress.file_read(file.rows.len() as u64);
            (index, file)
        };
        let mut files: Vec<(usize, FileContent)> = order.into_par_iter().with_max_len(1).map(read_input).collect();
        if let Some(cache) = cache {
            cache.end_reading();
        }
        files.sort_by_key(|(index, _)| *index);
        let mut files: Vec<FileContent> = files.into_iter().map(|(_, file)| file).collect();
        self.check_across_files(&mut files);
        files
    }

    /// Reads one file. A file that can't be used is returned empty, with its fault. `kind` is what its folder says;
    /// `None` lets the headings decide.
    pub(crate) fn read_file(
        &self,
        input: &Input,
        kind: Option<Kind>,
        file_index: u32,
        cache: Option<&ReadCache<'_>>,
    ) -> FileContent {
        let read = || -> Result<FileContent> {
            if let Some(fault) = &input.fault {
                return Err(fault.clone());
            }
            let opened = ingest::load_file(&input.path, &input.name, &self.settings)?;
            let corrections = self.corrections.of(&opened.source.sha256);
            let cached = CachedFile { opened: &opened, kind, role: &input.role, corrections: &corrections.hash };
            if let Some(file) = cache.and_then(|cache| cache.get(&cached)) {
                return Ok(file);
            }
            let edits = (&input.role, corrections);
            let raw = ingest::read_loaded_file(&opened, kind, edits, &self.headers, &self.settings)?;
            let file = FileContent { corrections: corrections.hash.clone(), ..self.normalise_and_validate(raw) };
            if let Some(cache) = cache {
                cache.put(&cached, &file);
            }
            Ok(file)
        };
        match read() {
            Ok(file) => file.with_file_index(file_index),
            Err(fault) => FileContent {
                source: SourceFile {
                    path: input.name.clone(),
                    sha256: self.hash_of_refused(input, &fault),
                    n_bytes: input.n_bytes,
                    sheets: Vec::new(),
                },
                kind: kind.unwrap_or(Kind::Census),
                fault: Some(fault),
                rows: Vec::new(),
                raw_texts: RawTexts::default(),
                clean: Vec::new(),
                fiches: Vec::new(),
                headings: Vec::new(),
                findings: Vec::new(),
                corrected: Vec::new(),
                merges: Vec::new(),
                corrections: String::new(),
            },
        }
    }

    /// Reads the text of a table that is in memory, as a file of this name.
    pub(crate) fn read_text(&self, name: &str, text: String, kind: Kind) -> Result<FileContent> {
        let bytes = ingest::FileBytes::of_text(name, text);
        let edits = (&ingest::InputRole::Plain, FileCorrections::NONE);
        let raw = ingest::read_loaded_file(&bytes, Some(kind), edits, &self.headers, &self.settings)?;
        Ok(self.normalise_and_validate(raw))
    }

    /// The hash of a file that could not be used; "" for one that can't be opened or is too large to be read whole.
    fn hash_of_refused(&self, input: &Input, fault: &Error) -> String {
        let is_hashed = input.fault.is_none() && fault.code != ErrorCode::FileTooLarge;
        let hash = || ingest::sha256_of_file(&input.path).unwrap_or_default();
        if is_hashed { hash() } else { String::new() }
    }

    fn normalise_and_validate(&self, noted: WithFindings<RawFile>) -> FileContent {
        let mut raw = noted.output;
        self.remove_sensitive(&mut raw);
        let mut clean = normalise::clean_file(&raw, &self.lists);
        let data_rows = || raw.rows.iter().filter(|row| row.left_out.is_none());
        let inputs = data_rows().zip(&clean.rows).map(|(raw, entry)| (raw, &entry.row, entry.doubts.as_slice()));
        let validated = self.rules.check_file(&raw, &clean.fiches, inputs, &clean.column_doubts, noted.findings);
        let mut clean_rows: Vec<CleanRow> = Vec::with_capacity(clean.rows.len());
        let mut texts = TextPool::default();
        clean.fiches.iter_mut().for_each(|fiche| fiche.intern_texts(&mut texts));
        clean_rows.extend(clean.rows.into_iter().map(|mut entry| {
            entry.row.intern_texts(&mut texts);
            entry.row
        }));
        let mut keys_and_rules = clean_rows.iter().map(|row| row.key).zip(validated.output);
        let mut raw_texts = RawTextWriter::new();
        let rows = raw.rows.iter().map(|row| {
            raw_texts.push(&raw_row_json(row, corrected_cells_of_row(&raw.corrected, row.at)));
            let (stopped, key) = match row.left_out {
                Some(rule) if ingest::QUARANTINE_RULES.contains(&rule) => (Some((Outcome::Quarantined, rule)), None),
                Some(reason) => (Some((Outcome::Ignored, reason)), None),
                None => match keys_and_rules.next() {
                    Some((key, rule)) => (rule.map(|rule| (Outcome::Quarantined, rule)), Some(key)),
                    // Validation returns one result a row. Otherwise the row would have no outcome and the row equation
                    // would stop the run.
                    None => (None, None),
                },
            };
            FileRow { at: row.at, stopped: stopped.map(Box::new), key }
        });
        let rows = rows.collect();
        let mut findings = validated.findings;
        remove_confirmed(&mut findings, &raw);
        findings.iter_mut().for_each(|finding| note_correction(finding, &raw.corrected));
        // A file whose tables are known to be something else was read.
        let is_set_aside = raw.rows.iter().any(|row| row.left_out.is_some_and(ingest::is_of_known_table));
        FileContent {
            rows,
            raw_texts: raw_texts.finish(),
            clean: clean_rows,
            kind: raw.kind,
            fault: (raw.headings.is_empty() && !is_set_aside).then(|| Error::new(ErrorCode::FileNoTable)),
            fiches: clean.fiches,
            headings: raw.headings,
            findings,
            source: raw.source,
            corrected: raw.corrected,
            merges: raw.merges,
            corrections: String::new(),
        }
    }

    /// Removes the corrections of sensitive columns from the list of corrected cells, unless these columns are kept.
    fn remove_sensitive(&self, raw: &mut RawFile) {
        if self.settings.keep_sensitive || raw.corrected.is_empty() {
            return;
        }
        let sensitive = raw.headings.iter().filter(|heading| heading.field == Field::Sensitive);
        let columns: BTreeSet<(u16, u16)> = sensitive.map(|heading| (heading.at.sheet, heading.column)).collect();
        raw.corrected.retain(|cell| !columns.contains(&(cell.sheet, cell.column)));
    }

    /// Applies the rules that compare the files of a run. An error of theirs quarantines all rows of its file.
    pub(crate) fn check_across_files(&self, files: &mut [FileContent]) {
        let usable = (0..).zip(&*files).filter(|(_, read)| read.fault.is_none());
        let inputs: Vec<FileInput<'_>> = usable
            .map(|(file, FileContent { source, clean, .. })| {
                let (path, sha256) = (source.path.as_str(), source.sha256.as_str());
                FileInput { file, path, sha256, rows: clean.iter().collect() }
            })
            .collect();
        for finding in self.rules.check_files(&inputs) {
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
}

/// Removes the warnings at cells whose text a person has confirmed. A warning about a word of a column stays: it is
/// reported once for all its cells.
fn remove_confirmed(findings: &mut Vec<Finding>, raw: &RawFile) {
    let confirmed: BTreeSet<(u16, u32, u16)> = raw
        .corrected
        .iter()
        .filter(|cell| cell.confirmation.is_some())
        .map(|cell| (cell.sheet, cell.row, cell.column))
        .collect();
    if confirmed.is_empty() {
        return;
    }
    let first_cell = |row: &RawRow| Some(((row.at.sheet, row.at.row), row.cells.first()?.column));
    let first_cells = raw.rows.iter().filter_map(first_cell).collect();
    let places = FindingCells::new(first_cells, raw.merges.clone(), &raw.headings);
    findings.retain(|finding| {
        let place = places.cell(finding).map(|(row, column)| (finding.at.row.sheet, row, column));
        !(can_be_confirmed(finding) && place.is_some_and(|place| confirmed.contains(&place)))
    });
}

/// Whether a person may say that a finding is no fault: a warning of one cell.
pub(crate) fn can_be_confirmed(finding: &Finding) -> bool {
    let is_of_word = RULES.iter().any(|rule| rule.id == finding.rule && rule.is_once_per_word());
    // A correction that is refused is no fault of the sheet.
    let is_of_sheet = finding.rule != "cell-correction-refused";
    finding.severity == Severity::Warning && !is_of_word && is_of_sheet
}

/// Adds to a finding on a corrected cell the text of the sheet and the author of the correction.
fn note_correction(finding: &mut Finding, cells: &[CorrectedCell]) {
    let Some(column) = finding.at.column.filter(|_| finding.rule != "cell-correction-refused") else { return };
    let own = corrected_cells_of_row(cells, finding.at.row).iter().find(|cell| cell.column == column);
    if let Some(cell) = own.filter(|cell| cell.is_changed()) {
        finding.args.push(("corrected_from", cell.sheet_text.clone()));
        finding.args.push(("corrected_by", cell.author.clone()));
    }
}

/// Returns the row as typed in the sheet: a JSON object from column letters to text, sorted by letters. `corrected` are
/// its cells that were read with another text.
fn raw_row_json(row: &RawRow, corrected: &[CorrectedCell]) -> String {
    let is_corrected = |column: u16| corrected.iter().any(|cell| cell.column == column && cell.is_changed());
    let own = row.cells.iter().filter(|cell| !is_corrected(cell.column));
    let mut cells: Vec<(ColumnLetters, CellText<'_>)> =
        own.map(|cell| (column_letters(cell.column), cell.value.display_text())).collect();
    let of_sheet = corrected.iter().filter(|cell| cell.is_changed() && !cell.sheet_text.is_empty());
    cells.extend(of_sheet.map(|cell| (column_letters(cell.column), CellText::Borrowed(&cell.sheet_text))));
    cells.sort_by_key(|(letters, _)| *letters);
    let mut json = Vec::with_capacity(16 + 24 * cells.len());
    for (letters, text) in cells {
        json.push(if json.is_empty() { b'{' } else { b',' });
        for part in ["\"", &letters, "\":"] {
            json.extend_from_slice(part.as_bytes());
        }
        // Writing text to memory can't fail.
        let _ = serde_json::to_writer(&mut json, &*text);
    }
    json.extend_from_slice(if json.is_empty() { b"{}" } else { b"}" });
    String::from_utf8(json).unwrap_or_default()
}
