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
use crate::store::{BlockPlace, ViewFolder, ViewWriter};

use super::related::FicheRows;
use super::stored::{StoredCell, StoredRow, StoredSheet, StoredView, ViewHead, add_rows};
use super::{FaultPlace, SheetReading, WINDOW_ROWS, count};

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
    let mut writer = ViewWriter::default();
    let StoredRows { sheets: stored, faults } = StoredRows::write(&content, &mut writer).ok_or_else(no_memory)?;
    let mut sheets = Vec::with_capacity(stored.len());
    for (index, rows) in stored.into_iter().enumerate() {
        let source = content.source.sheets.get(index);
        let of_sheet = |at: RowAt| usize::from(at.sheet) == index;
        let mut headings: Vec<_> = content.headings.iter().filter(|heading| of_sheet(heading.at)).cloned().collect();
        headings.sort_by_key(|heading| (heading.at.row, heading.column));
        let whole = content.findings.iter().filter(|finding| of_sheet(finding.at.row) && finding.at.row.row == 0);
        let own = content.findings.iter().filter(|finding| of_sheet(finding.at.row));
        sheets.push(StoredSheet {
            name: source.map(|sheet| sheet.name.clone()).unwrap_or_default(),
            n_rows: source.map_or(0, |sheet| sheet.n_rows as usize),
            last_row: rows.last_row,
            headings,
            findings: whole.cloned().collect(),
            n_faults: count(own.map(|finding| finding.severity)),
            blocks: rows.blocks,
        });
    }
    let head = ViewHead {
        file: content.source.path.clone(),
        kind: content.kind,
        fault: content.fault.as_ref().map(|fault| fault.code.text().to_owned()).unwrap_or_default(),
        sheets,
        faults,
        n_corrected: content.corrected.iter().filter(|cell| cell.is_changed()).count(),
        keeps_sensitive,
    };
    let head = postcard::to_stdvec(&head).map_err(|_| no_memory())?;
    views.write_view(name, &head, writer)
}

/// What is stored of the rows of each sheet, and the places of their faults.
struct StoredRows {
    sheets: Vec<SheetBlocks>,
    faults: Vec<FaultPlace>,
}

/// The windows of a sheet that are written, and the rows of the next one. Only these are in memory.
#[derive(Default)]
struct SheetBlocks {
    blocks: Vec<(u32, BlockPlace)>,
    window: Vec<StoredRow>,
    last_row: u32,
}

impl SheetBlocks {
    /// Adds the next row. `None` if there is no memory to write the window before.
    fn add(&mut self, row: StoredRow, writer: &mut ViewWriter) -> Option<()> {
        let window = |row: u32| row.saturating_sub(1) / WINDOW_ROWS;
        if self.window.last().is_some_and(|last| window(last.row) != window(row.row)) {
            self.write(writer)?;
        }
        self.last_row = row.row;
        self.window.push(row);
        Some(())
    }

    fn write(&mut self, writer: &mut ViewWriter) -> Option<()> {
        self.blocks.extend(add_rows(&self.window, writer)?);
        self.window.clear();
        Some(())
    }
}

/// The findings that are shown at the cells of a row, each with its column; by sheet and row.
type ShownFindings<'c> = BTreeMap<(u16, u32), Vec<(u16, &'c Finding)>>;

impl StoredRows {
    /// Writes the rows window by window; `None` if there is no memory for it.
    fn write(content: &FileContent, writer: &mut ViewWriter) -> Option<Self> {
        let places = FindingCells::new(first_cells(content), content.merges.clone(), &content.headings);
        let (mut shown, faults) = shown_findings(&content.findings, &places, content.source.sheets.len());
        let fiches = FicheRows::of(content);
        let finished =
            |row: StoredRow, sheet: u16, shown: Vec<(u16, &Finding)>| finished(row, sheet, shown, &places, &fiches);
        let mut sheets: Vec<SheetBlocks> = content.source.sheets.iter().map(|_| SheetBlocks::default()).collect();
        for start in (0..content.rows.len()).step_by(TEXTS) {
            let end = content.rows.len().min(start + TEXTS);
            let texts = content.typed_rows(start..end);
            for (row, text) in content.rows[start..end].iter().zip(texts) {
                let (sheet, number) = (row.at.sheet, row.at.row);
                let Some(own) = sheets.get_mut(usize::from(sheet)) else { continue };
                for (blank, findings) in taken(&mut shown, sheet, number) {
                    own.add(finished(blank_row(blank), sheet, findings), writer)?;
                }
                let stopped = row.stopped();
                let stored = StoredRow {
                    row: number,
                    outcome: stopped.map_or(Outcome::Registered, |(outcome, _)| outcome).code().to_owned(),
                    reason: stopped.map(|(_, reason)| reason.to_owned()),
                    cells: cells_of(&text, content, row.at),
                    compared: Vec::new(),
                };
                own.add(finished(stored, sheet, shown.remove(&(sheet, number)).unwrap_or_default()), writer)?;
            }
        }
        for (sheet, own) in (0_u16..).zip(&mut sheets) {
            for (blank, findings) in taken(&mut shown, sheet, u32::MAX) {
                own.add(finished(blank_row(blank), sheet, findings), writer)?;
            }
            own.write(writer)?;
        }
        Some(Self { sheets, faults })
    }
}

/// The first column of each row that a finding names as a whole.
fn first_cells(content: &FileContent) -> BTreeMap<(u16, u32), u16> {
    let of_rows = content.findings.iter().filter(|finding| finding.at.column.is_none());
    let wanted: BTreeSet<(u16, u32)> = of_rows.map(|finding| (finding.at.row.sheet, finding.at.row.row)).collect();
    let is_wanted = |at: RowAt| wanted.contains(&(at.sheet, at.row));
    let mut first_cells = BTreeMap::new();
    for start in (0..content.rows.len()).step_by(TEXTS) {
        let end = content.rows.len().min(start + TEXTS);
        if !content.rows[start..end].iter().any(|row| is_wanted(row.at)) {
            continue;
        }
        let texts = content.typed_rows(start..end);
        for (row, text) in content.rows[start..end].iter().zip(texts).filter(|(row, _)| is_wanted(row.at)) {
            if let Some(first) = cells_of(&text, content, row.at).first() {
                first_cells.insert((row.at.sheet, row.at.row), first.column);
            }
        }
    }
    first_cells
}

/// The findings by the row at whose cells they are shown, and the places of these cells. A cell with several has the
/// place of one fault.
fn shown_findings<'c>(
    findings: &'c [Finding],
    places: &FindingCells,
    n_sheets: usize,
) -> (ShownFindings<'c>, Vec<FaultPlace>) {
    let mut shown = ShownFindings::new();
    let mut faults: BTreeMap<(u16, u32, u16), (bool, u32)> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| usize::from(finding.at.row.sheet) < n_sheets) {
        let Some((row, column)) = places.cell(finding) else { continue };
        let sheet = finding.at.row.sheet;
        shown.entry((sheet, row)).or_default().push((column, finding));
        let (is_error, n) = faults.entry((sheet, row, column)).or_default();
        *is_error |= finding.severity == crate::finding::Severity::Error;
        *n += 1;
    }
    let fault = |((sheet, row, column), (is_error, n))| FaultPlace { sheet, row, column, is_error, n };
    (shown, faults.into_iter().map(fault).collect())
}

/// Takes the findings of the rows of a sheet before a row, by row: these rows are blank in the sheet.
fn taken<'c>(shown: &mut ShownFindings<'c>, sheet: u16, before: u32) -> Vec<(u32, Vec<(u16, &'c Finding)>)> {
    let rows: Vec<u32> = shown.range((sheet, 0)..(sheet, before)).map(|((_, row), _)| *row).collect();
    rows.into_iter().filter_map(|row| Some((row, shown.remove(&(sheet, row))?))).collect()
}

/// A row that is blank in the sheet.
fn blank_row(row: u32) -> StoredRow {
    let outcome = Outcome::Ignored.code().to_owned();
    StoredRow { row, outcome, reason: None, cells: Vec::new(), compared: Vec::new() }
}

/// A row with its findings at their cells. The cells below a merged one are marked: only its first can be corrected.
fn finished(
    mut row: StoredRow,
    sheet: u16,
    findings: Vec<(u16, &Finding)>,
    places: &FindingCells,
    fiches: &FicheRows,
) -> StoredRow {
    for (column, finding) in findings {
        cell_mut(&mut row.cells, column).findings.push(finding.clone());
        row.compared.extend(fiches.compared(finding));
    }
    row.compared.sort_unstable();
    row.compared.dedup();
    let columns: BTreeSet<u16> = places.covered_columns(sheet, row.row).collect();
    for column in columns {
        let Some(merge) = places.merged(sheet, row.row, column) else { continue };
        let is_first = (merge.first_row, merge.first_column) == (row.row, column);
        let cell = cell_mut(&mut row.cells, column);
        if !is_first && cell.text.is_empty() {
            cell.covered_by = Some((merge.first_column, merge.first_row));
        }
    }
    row
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
