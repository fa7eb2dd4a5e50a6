//! Makes the view of a file, or finds the one that was made of the same content, corrections and settings.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::error::{Error, ErrorCode, Result};
use crate::finding::Finding;
use crate::ingest::{self, CellCorrections, IngestSettings, Input, InputFiles, Reference};
use crate::record::{CorrectedText, Outcome, RowAt, column_of_letters};
use crate::run::{FileContent, FileReader, FindingCells, note_unused};
use crate::store::{ViewFolder, ViewWriter};

use super::related::FicheRows;
use super::stored::{StoredCell, StoredRow, StoredSheet, StoredView, ViewHead, add_rows};
use super::{FaultPlace, SheetReading, count};

/// A hash of the program's source: a view of another program is never used.
const PROGRAM: &str = env!("BATO_SOURCE_HASH");
/// Rows whose text is unpacked at a time.
const TEXTS: usize = 1024;

/// What is known of the view of a file.
#[derive(Debug, Serialize, Deserialize)]
struct ViewNote {
    /// A hash of names, sizes and moments of all input files, and of the settings.
    listing: String,
    /// Name of the view: a hash of all that it depends on.
    view: String,
}

/// Returns the view of an input file. It is made if there is none, or if something that it depends on has changed.
pub(super) fn view(reading: &SheetReading<'_>, file: &str) -> Result<StoredView> {
    let views = ViewFolder::open(reading.clean)?;
    let listing = listing_hash(reading)?;
    let note_name = format!("{}.json", &hexadecimal(&Sha256::digest(file))[..32]);
    let note = views.read(&note_name).and_then(|bytes| serde_json::from_slice::<ViewNote>(&bytes).ok());
    if let Some(note) = note.as_ref().filter(|note| note.listing == listing)
        && let Some(view) = StoredView::open(&views, &note.view)
    {
        return Ok(view);
    }
    let settings = IngestSettings { worker: reading.worker.clone(), ..reading.config.ingest.clone() };
    let corrections = Arc::new(CellCorrections::read(reading.raw)?);
    let listed = ingest::list_input_files(reading.raw, &corrections, &settings)?;
    let input = input_named(&listed, file)?;
    let reference = Reference::read(&reading.raw.join("reference"))?;
    let sha256 = ingest::sha256_of_file(&input.path)?;
    let name = format!("{}.view", view_hash(reading, input, &sha256, (&corrections, &reference)));
    let note_of = |view: &str| ViewNote { listing: listing.clone(), view: view.to_owned() };
    let note_bytes = |note: &ViewNote| serde_json::to_vec(note).unwrap_or_default();
    if let Some(view) = StoredView::open(&views, &name) {
        views.write(&note_name, &note_bytes(&note_of(&name)))?;
        return Ok(view);
    }
    let reader =
        FileReader::new(reading.config, &reference, corrections.clone(), reading.today, reading.worker.clone())?;
    let mut files = [reader.read_file(input, Some(input.kind), 0, None)];
    note_unused(&corrections, &mut files, &[], false);
    let [content] = files;
    if let Some(fault) = content.fault.as_ref().filter(|_| content.rows.is_empty()) {
        return Err(fault.clone());
    }
    write_view(&views, &name, content, reading.config.ingest.keep_sensitive)?;
    if let Some(old) = note.filter(|note| note.view != name) {
        views.remove(&old.view);
    }
    views.write(&note_name, &note_bytes(&note_of(&name)))?;
    StoredView::open(&views, &name).ok_or_else(|| Error::new(ErrorCode::FileChanged))
}

/// The input file of this name.
pub(super) fn input_named<'l>(listed: &'l InputFiles, file: &str) -> Result<&'l Input> {
    let by = || listed.replaced.iter().find(|(name, _)| name == file);
    listed.inputs.iter().find(|input| input.name == file).ok_or_else(|| match by() {
        Some((_, by)) => Error::new(ErrorCode::CorrectFileReplaced).with("path", file).with("by", by),
        None => Error::new(ErrorCode::CorrectFileUnknown).with("path", file),
    })
}

/// A hash of all that a view depends on beside the content of the files.
fn context_hash(reading: &SheetReading<'_>) -> Sha256 {
    let config = reading.config;
    let settings = serde_json::json!([PROGRAM, config.ingest, config.words, config.validate, reading.today]);
    Sha256::new_with_prefix(settings.to_string())
}

/// A hash of names, sizes and moments of change of all files below the raw folder.
fn listing_hash(reading: &SheetReading<'_>) -> Result<String> {
    let mut hash = context_hash(reading);
    for (name, n_bytes, changed) in ingest::listing(reading.raw)? {
        hash.update(format!("{name}\n{n_bytes}\n{changed:?}\n"));
    }
    Ok(hexadecimal(&hash.finalize()))
}

fn view_hash(
    reading: &SheetReading<'_>,
    input: &Input,
    sha256: &str,
    (corrections, reference): (&CellCorrections, &Reference),
) -> String {
    let mut hash = context_hash(reading);
    let earlier = corrections.unused(&[(&input.name, sha256)], &[], false);
    let own = &corrections.of(sha256).hash;
    let parts = [&input.name, sha256, input.kind.code(), input.role.hash(), own];
    parts.iter().for_each(|part| hash.update(format!("{}\n{part}\n", part.len())));
    hash.update(format!("{:?}{:?}", reference.quartiers, earlier.of_read));
    hexadecimal(&hash.finalize())[..32].to_owned()
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Stores what is shown of a file.
fn write_view(views: &ViewFolder, name: &str, content: FileContent, keeps_sensitive: bool) -> Result<()> {
    let no_memory = || Error::new(ErrorCode::FileTooHeavy).with("limit", "");
    let rows = StoredRows::of(&content);
    let mut writer = ViewWriter::default();
    let mut sheets = Vec::with_capacity(rows.sheets.len());
    for (index, rows) in rows.sheets.iter().enumerate() {
        let source = content.source.sheets.get(index);
        let of_sheet = |at: RowAt| usize::from(at.sheet) == index;
        let mut headings: Vec<_> = content.headings.iter().filter(|heading| of_sheet(heading.at)).cloned().collect();
        headings.sort_by_key(|heading| (heading.at.row, heading.column));
        let whole = content.findings.iter().filter(|finding| of_sheet(finding.at.row) && finding.at.row.row == 0);
        let own = content.findings.iter().filter(|finding| of_sheet(finding.at.row));
        sheets.push(StoredSheet {
            name: source.map(|sheet| sheet.name.clone()).unwrap_or_default(),
            n_rows: source.map_or(0, |sheet| sheet.n_rows as usize),
            last_row: rows.last().map_or(0, |row| row.row),
            headings,
            findings: whole.cloned().collect(),
            n_faults: count(own.map(|finding| finding.severity)),
            blocks: add_rows(rows, &mut writer).ok_or_else(no_memory)?,
        });
    }
    let head = ViewHead {
        file: content.source.path.clone(),
        kind: content.kind,
        fault: content.fault.as_ref().map(|fault| fault.code.text().to_owned()).unwrap_or_default(),
        sheets,
        faults: rows.faults,
        n_corrected: content.corrected.iter().filter(|cell| cell.is_changed()).count(),
        keeps_sensitive,
    };
    let head = postcard::to_stdvec(&head).map_err(|_| no_memory())?;
    views.write_view(name, &head, writer)
}

/// The rows of each sheet, and the places of their faults.
struct StoredRows {
    sheets: Vec<Vec<StoredRow>>,
    faults: Vec<FaultPlace>,
}

impl StoredRows {
    fn of(content: &FileContent) -> Self {
        let mut sheets: Vec<Vec<StoredRow>> = vec![Vec::new(); content.source.sheets.len()];
        let mut first_cells = BTreeMap::new();
        for start in (0..content.rows.len()).step_by(TEXTS) {
            let end = content.rows.len().min(start + TEXTS);
            let texts = content.typed_rows(start..end);
            for (row, text) in content.rows[start..end].iter().zip(texts) {
                let Some(sheet) = sheets.get_mut(usize::from(row.at.sheet)) else { continue };
                let cells = cells_of(&text, content, row.at);
                if let Some(first) = cells.first() {
                    first_cells.insert((row.at.sheet, row.at.row), first.column);
                }
                let stopped = row.stopped();
                sheet.push(StoredRow {
                    row: row.at.row,
                    outcome: stopped.map_or(Outcome::Registered, |(outcome, _)| outcome).code().to_owned(),
                    reason: stopped.map(|(_, reason)| reason.to_owned()),
                    cells,
                    compared: Vec::new(),
                });
            }
        }
        let places = FindingCells::new(first_cells, content.merges.clone(), &content.headings);
        let mut rows = Self { sheets, faults: Vec::new() };
        rows.add_findings(&content.findings, &places, &FicheRows::of(content));
        rows.mark_covered(&places);
        rows
    }

    /// Adds each finding to its cell. A cell with several has the place of one fault.
    fn add_findings(&mut self, findings: &[Finding], places: &FindingCells, fiches: &FicheRows) {
        let mut faults: BTreeMap<(u16, u32, u16), (bool, u32)> = BTreeMap::new();
        for finding in findings {
            let Some((number, column)) = places.cell(finding) else { continue };
            let sheet = finding.at.row.sheet;
            let Some(rows) = self.sheets.get_mut(usize::from(sheet)) else { continue };
            let place = match rows.binary_search_by_key(&number, |row| row.row) {
                Ok(place) => place,
                // A finding about a row that is blank in the sheet.
                Err(place) => {
                    let outcome = Outcome::Ignored.code().to_owned();
                    rows.insert(
                        place,
                        StoredRow { row: number, outcome, reason: None, cells: Vec::new(), compared: Vec::new() },
                    );
                    place
                }
            };
            cell_mut(&mut rows[place].cells, column).findings.push(finding.clone());
            rows[place].compared.extend(fiches.compared(finding));
            rows[place].compared.sort_unstable();
            rows[place].compared.dedup();
            let (is_error, n) = faults.entry((sheet, number, column)).or_default();
            *is_error |= finding.severity == crate::finding::Severity::Error;
            *n += 1;
        }
        let fault = |((sheet, row, column), (is_error, n))| FaultPlace { sheet, row, column, is_error, n };
        self.faults = faults.into_iter().map(fault).collect();
    }

    /// Marks the cells below a merged one: only its first can be corrected.
    fn mark_covered(&mut self, places: &FindingCells) {
        for (sheet, rows) in (0_u16..).zip(&mut self.sheets) {
            for row in rows {
                let columns: BTreeSet<u16> = places.covered_columns(sheet, row.row).collect();
                for column in columns {
                    let Some(merge) = places.merged(sheet, row.row, column) else { continue };
                    let is_first = (merge.first_row, merge.first_column) == (row.row, column);
                    let cell = cell_mut(&mut row.cells, column);
                    if !is_first && cell.text.is_empty() {
                        cell.covered_by = Some((merge.first_column, merge.first_row));
                    }
                }
            }
        }
    }
}

/// The cell of a column; a blank one is added.
fn cell_mut(cells: &mut Vec<StoredCell>, column: u16) -> &mut StoredCell {
    let place = cells.binary_search_by_key(&column, |cell| cell.column).unwrap_or_else(|place| {
        cells.insert(place, StoredCell { column, ..StoredCell::default() });
        place
    });
    &mut cells[place]
}

/// The cells of a row: as typed, or as corrected.
fn cells_of(typed: &str, content: &FileContent, at: RowAt) -> Vec<StoredCell> {
    let texts: BTreeMap<String, String> = serde_json::from_str(typed).unwrap_or_default();
    let cell = |(letters, text): (String, String)| {
        Some(StoredCell { column: column_of_letters(&letters)?, text, ..StoredCell::default() })
    };
    let mut cells: Vec<StoredCell> = texts.into_iter().filter_map(cell).collect();
    cells.sort_by_key(|cell| cell.column);
    for corrected in content.corrected_cells(at) {
        let cell = cell_mut(&mut cells, corrected.column);
        cell.text.clone_from(&corrected.text);
        cell.corrected = Some(CorrectedText::of(corrected));
    }
    cells
}
