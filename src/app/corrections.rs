//! Writes the corrections workbook of a checked file. It never overwrites the input or a workbook that a person has
//! saved.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::access::Access;
use super::check::CheckedFile;
use super::run::WORK_FOLDER;
use super::sheet_view::{self, SheetReading};
use crate::corrections::{self, CorrectedMark, CorrectionsRequest, FindingMark};
use crate::error::{Error, ErrorCode, Result};
use crate::finding::Finding;
use crate::ingest::{self, LastWriter};
use crate::messages::{Messages, say};
use crate::record::{
    Book, CellValue, CorrectedCell, FileName, Fnv, Grid, Heading, OriginalCells, SourceFile, column_letters,
};
use crate::run::{FindingCells, Silent};
use crate::store::{self, OutputPath, Store};
use crate::xlsx_patch::PatchError;

/// Writes the corrections workbook of a checked file and returns its path; `None` if the file has no findings.
///
/// The workbook goes beside the file or into `out`; `clean` is the folder of the register. Its name is not in `taken`,
/// to which it is added, and belongs to no workbook that a person has saved.
///
/// # Errors
/// `corrections-not-written`, `corrections-too-large`, `corrections-not-made`; those of reading.
pub fn write_corrections(
    checked: &CheckedFile,
    out: Option<&Path>,
    clean: &Path,
    settings: &ingest::IngestSettings,
    messages: &Messages,
    taken: &mut BTreeSet<PathBuf>,
) -> Result<Option<PathBuf>> {
    if checked.findings.is_empty() || checked.is_corrections {
        return Ok(None);
    }
    let (path, name) = (checked.path.as_path(), checked.source.path.as_str());
    let out = out.or(path.parent()).unwrap_or(Path::new(""));
    let folder = if out.as_os_str().is_empty() { Path::new(".") } else { out };
    let refused = |cause: &dyn Display| Error::new(ErrorCode::CorrectionsNotWritten).at(folder).because(cause);
    std::fs::create_dir_all(folder).map_err(|e| refused(&e))?;
    store::list_output_folder(clean, &folder.join("corrections"));
    let workbook = make_workbook(path, checked, settings, messages, folder)?;
    let target = free_path(out, FileName::of(name), path, taken);
    workbook.as_file().sync_all().map_err(|e| refused(&e))?;
    store::persist(workbook, &OutputPath::own(&target)).map_err(|e| refused(&e.cause.unwrap_or_default()))?;
    taken.insert(target.clone());
    Ok(Some(target))
}

/// Returns the bytes of the corrections workbook of an input file; `None` if it has no findings. Nothing is left on the
/// disk.
///
/// # Errors
/// `correct-file-unknown`; those of [`write_corrections`] and of reading.
pub fn corrections_copy(
    reading: &SheetReading<'_>,
    file: &str,
    messages: &Messages,
    access: &Access,
) -> Result<Option<Vec<u8>>> {
    let path = sheet_view::path_of(reading, file)?;
    let (raw, worker) = (reading.raw, reading.worker.clone());
    let checked = super::check::check(&[path], (raw, reading.clean), reading.config, reading.today, worker, &Silent)?;
    let Some(checked) = checked.first() else { return Ok(None) };
    // The workbook gives all rows of the file out.
    let n_given = if checked.findings.is_empty() { 0 } else { checked.count.rows - checked.count.ignored };
    access.log(&Store::open(reading.clean)?, "sheet", &format!("{file} workbook"), n_given)?;
    let folder = reading.clean.join(WORK_FOLDER);
    store::create_private_folder(&folder)?;
    let folder = tempfile::tempdir_in(&folder).map_err(|e| Error::io(&folder, &e))?;
    let settings = ingest::IngestSettings { worker: reading.worker.clone(), ..reading.config.ingest.clone() };
    let written =
        write_corrections(checked, Some(folder.path()), reading.clean, &settings, messages, &mut BTreeSet::new())?;
    written.map(|path| std::fs::read(&path).map_err(|e| Error::io(&path, &e))).transpose()
}

/// The first path that is not the input, was not written in this check, and holds no workbook saved by a person.
fn free_path(folder: &Path, name: FileName<'_>, input: &Path, taken: &BTreeSet<PathBuf>) -> PathBuf {
    let input = input.canonicalize().ok();
    let mut number = 1;
    loop {
        let path = folder.join(name.of_correction(number));
        let is_input = input.is_some() && path.canonicalize().ok() == input;
        let is_free = std::fs::symlink_metadata(&path).is_err() || ingest::last_writer(&path) == LastWriter::Bato;
        if is_free && !is_input && !taken.contains(&path) {
            return path;
        }
        number += 1;
    }
}

/// Makes the workbook in a temporary file of the folder: the patched original, or else the patched rebuilt book.
fn make_workbook(
    path: &Path,
    checked: &CheckedFile,
    settings: &ingest::IngestSettings,
    messages: &Messages,
    folder: &Path,
) -> Result<NamedTempFile> {
    let name = checked.source.path.as_str();
    let not_made = || Error::new(ErrorCode::CorrectionsNotMade).at(path).because(name);
    let read = || ingest::read_corrected_book(path, name, &checked.typed, settings);
    let (source, book, corrected) = read()?;
    if source.sha256 != checked.source.sha256 {
        return Err(not_made());
    }
    let own_sheet = book.grids.iter().find(|grid| grid.is_corrections()).map(|grid| grid.name.clone());
    let finding_cells = cells_of_findings(&book, &checked.headings);
    let names: Vec<String> = book.grids.iter().map(|grid| grid.name.clone()).collect();
    let mut cells = OriginalRecord::of(&book, &source);
    let attempt = Attempt { name, folder, messages, settings, content_hash: content_hash(&book) };
    let original = ingest::read_original(path, settings)?;
    let book = if original.is_xlsx {
        // Two books at once take too much memory for a small computer: this one is read again if it is needed.
        drop(book);
        let marks = marks(&checked.findings, &finding_cells, &names, messages);
        let corrected = corrected_marks(&corrected, &names, messages);
        let original_texts = cells.texts(&names);
        let content = CorrectionsContent { marks: &marks, corrected: &corrected, original: &original_texts };
        if let Some(file) = attempt.patched(&original.bytes, &content, own_sheet.as_deref())? {
            return Ok(file);
        }
        read()?.1
    } else {
        book
    };
    drop(original);
    let (rebuilt, names) = rebuilt(book, checked, FileName::of(name).stem, names)?;
    let marks = marks(&checked.findings, &finding_cells, &names, messages);
    let corrected = corrected_marks(&corrected, &names, messages);
    let original_texts = cells.texts(&names);
    let content = CorrectionsContent { marks: &marks, corrected: &corrected, original: &original_texts };
    attempt.patched(&rebuilt, &content, None)?.ok_or_else(not_made)
}

/// The cells of the original that a workbook goes back to.
enum OriginalRecord {
    /// The checked file is the original.
    Own(OriginalCells),
    /// The checked file is itself a corrections workbook, which carries the cells of its original.
    Carried(OriginalCells),
    /// The checked file is a corrections workbook without them.
    Unknown,
}

impl OriginalRecord {
    fn of(book: &Book, source: &SourceFile) -> Self {
        if let Some(summary) = book.grids.iter().find(|grid| grid.is_corrections()) {
            return match OriginalCells::of_summary(summary) {
                Some(mut cells) => {
                    cells.depth += 1;
                    cells.parents.push(source.sha256.clone());
                    Self::Carried(cells)
                }
                None => Self::Unknown,
            };
        }
        let name = source.path.rsplit(['/', '\\']).next().unwrap_or(&source.path).to_owned();
        let sheets = ingest::cells_of(book, FileName::of(&name).stem, &[]);
        let (sha256, n_bytes) = (source.sha256.clone(), source.n_bytes);
        Self::Own(OriginalCells { name, sha256, n_bytes, depth: 1, sheets, parents: Vec::new() })
    }

    /// The texts for the summary sheet; `names` are those of the sheets in the workbook.
    fn texts(&mut self, names: &[String]) -> Vec<String> {
        match self {
            Self::Own(cells) => {
                for (sheet, name) in cells.sheets.iter_mut().zip(names) {
                    sheet.workbook_name.clone_from(name);
                }
                cells.to_texts()
            }
            Self::Carried(cells) => cells.to_texts(),
            Self::Unknown => Vec::new(),
        }
    }
}

/// Rebuilds a book without its corrections sheet. Returns the workbook and the name of each sheet in it, in the order
/// of the book; a sheet that was left out keeps its name of `names`.
fn rebuilt(book: Book, checked: &CheckedFile, stem: &str, mut names: Vec<String>) -> Result<(Vec<u8>, Vec<String>)> {
    let (indexes, grids): (Vec<usize>, Vec<Grid>) =
        book.grids.into_iter().enumerate().filter(|(_, grid)| !grid.is_corrections()).unzip();
    let headings = checked.headings.iter().filter_map(|heading| {
        Some((indexes.iter().position(|index| *index == usize::from(heading.at.sheet))?, heading.at.row))
    });
    let rebuilt = corrections::rebuild(&Book { grids, ..Book::default() }, &headings.collect(), stem)?;
    for (index, name) in indexes.into_iter().zip(rebuilt.sheet_names) {
        names[index] = name;
    }
    Ok((rebuilt.bytes, names))
}

/// What a corrections workbook shows.
struct CorrectionsContent<'a> {
    marks: &'a [FindingMark],
    corrected: &'a [CorrectedMark],
    /// The original's cells, for the program alone.
    original: &'a [String],
}

/// What every attempt to patch a workbook needs.
struct Attempt<'a> {
    name: &'a str,
    folder: &'a Path,
    messages: &'a Messages,
    settings: &'a ingest::IngestSettings,
    /// Hash of the original's cells.
    content_hash: u64,
}

impl Attempt<'_> {
    /// Patches a workbook into a temporary file; `None` if it can't be patched, or if the copy reads differently.
    fn patched(
        &self,
        bytes: &[u8],
        content: &CorrectionsContent<'_>,
        own_sheet: Option<&str>,
    ) -> Result<Option<NamedTempFile>> {
        let refused = |cause: &dyn Display| Error::new(ErrorCode::CorrectionsNotWritten).at(self.folder).because(cause);
        let mut file = store::temporary_in(self.folder).map_err(|e| refused(&e.cause.unwrap_or_default()))?;
        let CorrectionsContent { marks, corrected, original } = content;
        let (file_name, messages) = (self.name, self.messages);
        let request = CorrectionsRequest { file_name, marks, original, corrected, own_sheet, messages };
        let out = store::QuietWriter::new(std::io::BufWriter::new(file.as_file_mut()));
        match corrections::mark_findings(bytes, &request, out) {
            Ok(mut out) => out.flush().map_err(|e| refused(&e))?,
            Err(PatchError::Unsupported(_)) => return Ok(None),
            Err(PatchError::Write(cause)) => return Err(refused(&cause)),
        }
        ingest::seal_workbook(file.as_file_mut()).map_err(|e| refused(&e))?;
        store::allow_reading(&file);
        let read = ingest::read_book(file.path(), self.name, self.settings);
        Ok(read.is_ok_and(|(_, read)| content_hash(&read) == self.content_hash).then_some(file))
    }
}

/// A hash of every cell with its place and of the visibility of every sheet, without the corrections sheet.
fn content_hash(book: &Book) -> u64 {
    let mut hash = Fnv::default();
    for grid in book.grids.iter().filter(|grid| !grid.is_corrections()) {
        hash = hash.with(if grid.is_hidden { b"hidden" } else { b"sheet" });
        for row in &grid.rows {
            for (column, value) in &row.cells {
                let kind: &[u8] = match value {
                    CellValue::Text(_) | CellValue::Error(_) => b"t",
                    CellValue::Number(_) => b"n",
                    CellValue::DateSerial { .. } => b"d",
                    CellValue::Bool(_) => b"b",
                };
                // An .xlsx holds no control characters and only one kind of line end.
                let shown: String = value.to_text().chars().filter(|c| !c.is_control() || *c == '\n').collect();
                if !shown.trim().is_empty() {
                    let place = (u64::from(row.row) << 16) | u64::from(*column);
                    hash = hash.with(&place.to_le_bytes()).with(kind).with(shown.as_bytes());
                }
            }
        }
    }
    hash.finish()
}

/// Where the findings of a book stand.
fn cells_of_findings(book: &Book, headings: &[Heading]) -> FindingCells {
    let rows = (0_u16..).zip(&book.grids).flat_map(|(sheet, grid)| {
        grid.rows.iter().filter_map(move |row| Some(((sheet, row.row), row.cells.first()?.0)))
    });
    FindingCells::new(rows.collect(), book.grids.iter().map(|grid| grid.merges.clone()).collect(), headings)
}

/// The cells with typed corrections.
fn corrected_marks(cells: &[CorrectedCell], names: &[String], messages: &Messages) -> Vec<CorrectedMark> {
    let mark = |cell: &CorrectedCell| {
        let sheet = names.get(usize::from(cell.sheet)).cloned().unwrap_or_default();
        let day = cell.moment.get(..10).and_then(|day| day.parse().ok());
        let day = day.map_or_else(|| cell.moment.clone(), |day| messages.date(day));
        CorrectedMark {
            place: format!("{sheet}!{}{}", column_letters(cell.column), cell.row),
            day,
            cell: cell.clone(),
            sheet,
        }
    };
    cells.iter().filter(|cell| cell.is_changed()).map(mark).collect()
}

/// The marks of all findings, errors first, then by place.
fn marks(findings: &[Finding], cells: &FindingCells, names: &[String], messages: &Messages) -> Vec<FindingMark> {
    let mut marks: Vec<FindingMark> = findings.iter().map(|finding| mark(finding, cells, names, messages)).collect();
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.severity));
    marks
}

fn mark(finding: &Finding, cells: &FindingCells, names: &[String], messages: &Messages) -> FindingMark {
    let sheet = names.get(usize::from(finding.at.row.sheet)).cloned().unwrap_or_default();
    let cell = cells.cell(finding);
    let place = match cell {
        Some((row, column)) => format!("{sheet}!{}{row}", column_letters(column)),
        None => say!(messages, "place-sheet", sheet = &sheet),
    };
    FindingMark {
        row: cell.map_or(0, |(row, _)| row),
        column: cell.map(|(_, column)| column),
        severity: finding.severity,
        title: messages.finding_part(finding, "title"),
        what: messages.finding(finding),
        why: messages.finding_part(finding, "why"),
        hint: messages.finding_part(finding, "hint"),
        value: finding.value.clone(),
        further: FindingCells::further(finding),
        place,
        sheet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::messages::Lang;
    use crate::record::{GridRow, Merge, RowAt};

    fn book() -> Book {
        let row = |row| GridRow { row, cells: vec![(1, CellValue::Text("a".into())), (3, CellValue::Number(1.0))] };
        let merges = vec![Merge { first_row: 4, last_row: 6, first_column: 0, last_column: 1 }];
        let grid = Grid { name: "F".to_owned(), rows: vec![row(1), row(2), row(5)], merges, ..Grid::default() };
        Book { grids: vec![grid], ..Book::default() }
    }

    fn finding(rule: &'static str, row: u32, column: Option<u16>, severity: Severity) -> Finding {
        let at = RowAt { file: 0, sheet: 0, row }.cell(column);
        Finding { rule, severity, at, value: String::new(), args: Vec::new() }
    }

    #[test]
    fn errors_are_listed_before_warnings() {
        let findings = [
            finding("sex-missing", 2, None, Severity::Warning),
            finding("missing-name", 5, None, Severity::Error),
            finding("hidden-sheet", 0, None, Severity::Warning),
        ];
        let cells = cells_of_findings(&book(), &[]);
        let marks = marks(&findings, &cells, &["Feuil1".to_owned()], &Messages::new(Lang::Fr));
        let shown: Vec<&str> = marks.iter().map(|mark| mark.place.as_str()).collect();
        assert_eq!(shown, ["Feuil1!A4", "Feuil1!B2", "feuille «\u{a0}Feuil1\u{a0}»"]);
    }

    #[test]
    fn a_copy_with_other_content_has_another_hash() {
        let hash = content_hash(&book());
        let changed = |change: fn(&mut Book)| {
            let mut other = book();
            change(&mut other);
            content_hash(&other)
        };
        assert_ne!(changed(|book| book.grids[0].rows[1].cells[1].1 = CellValue::Number(2.0)), hash);
        assert_ne!(changed(|book| book.grids[0].rows[1].row = 3), hash);
        let day = |book: &mut Book| {
            book.grids[0].rows[1].cells[1].1 = CellValue::DateSerial { serial: 1.0, from_1904: false };
        };
        assert_ne!(changed(day), hash);
        // Characters that a workbook can't hold make no difference, nor does a corrections sheet.
        let mut other = book();
        other.grids[0].rows[1].cells[0].1 = CellValue::Text("a\r\u{1}".into());
        let title = CellValue::Text("BATO-CORRECTIONS : x".into());
        let rows = vec![GridRow { row: 1, cells: vec![(0, title)] }];
        other.grids.push(Grid { name: "Corrections Bato".to_owned(), rows, ..Grid::default() });
        assert_eq!(content_hash(&other), hash);
    }
}
