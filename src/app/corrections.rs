//! A checked file's workbook to correct: marks made of its findings, written beside it, never over a person's work.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write;
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use super::check::CheckedFile;
use crate::corrections::{self, Mark, Request, Stopped};
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::ingest::{self, SavedBy};
use crate::messages::Messages;
use crate::record::{Book, CellValue, Field, FileName, Fnv, Heading, Merge, column_letters};

/// The column of a fault that no cell shows, because the cell is blank.
const FIELDS_OF_BLANKS: [(&str, &[Field]); 7] = [
    ("missing-name", NAMES),
    ("name-incomplete", NAMES),
    ("birth-date-missing", &[Field::BirthDate]),
    ("declaration-date-missing", &[Field::DeclaredOn]),
    ("act-number-missing", &[Field::ActNumber]),
    ("sex-missing", &[Field::Sex]),
    ("quartier-missing", &[Field::Quartier]),
];
const NAMES: &[Field] = &[Field::Nom, Field::NomPostnom, Field::FullName];

/// Writes the workbook to correct of a checked file and says where; `None` if there is nothing to mark.
///
/// It goes beside the file or into `out`, under a name that neither `taken` holds nor a person's work bears.
///
/// # Errors
/// `corrections-not-written`, `corrections-too-large`, `corrections-not-made`; those of reading.
pub fn write_corrections(
    path: &Path,
    checked: &CheckedFile,
    out: Option<&Path>,
    settings: &ingest::Settings,
    messages: &Messages,
    taken: &mut BTreeSet<PathBuf>,
) -> Result<Option<PathBuf>> {
    if checked.findings.is_empty() {
        return Ok(None);
    }
    let name = checked.source.path.as_str();
    let named = out.or(path.parent()).unwrap_or(Path::new(""));
    let folder = if named.as_os_str().is_empty() { Path::new(".") } else { named };
    let refused = |cause: &dyn std::fmt::Display| Error::new("corrections-not-written").at(folder).because(cause);
    std::fs::create_dir_all(folder).map_err(|e| refused(&e))?;
    let made = make(path, checked, settings, messages, folder)?;
    let target = target(named, FileName::of(name), path, taken);
    made.as_file().sync_all().map_err(|e| refused(&e))?;
    made.persist(&target).map_err(|e| refused(&e.error))?;
    taken.insert(target.clone());
    Ok(Some(target))
}

/// The file's name, the first that is free: not the input's, not one written in this check, not a person's work.
fn target(folder: &Path, name: FileName<'_>, input: &Path, taken: &BTreeSet<PathBuf>) -> PathBuf {
    let input = input.canonicalize().ok();
    let mut number = 1;
    loop {
        let path = folder.join(name.of_correction(number));
        let is_input = input.is_some() && path.canonicalize().ok() == input;
        let is_free = std::fs::symlink_metadata(&path).is_err() || ingest::saved_by(&path) == SavedBy::Bato;
        if is_free && !is_input && !taken.contains(&path) {
            return path;
        }
        number += 1;
    }
}

/// Makes the workbook in a temporary file of the folder: the original patched, or else rebuilt and patched.
fn make(
    path: &Path,
    checked: &CheckedFile,
    settings: &ingest::Settings,
    messages: &Messages,
    folder: &Path,
) -> Result<NamedTempFile> {
    let name = checked.source.path.as_str();
    let not_made = || Error::new("corrections-not-made").at(path).because(name);
    let (source, book) = ingest::read_book(path, name, settings)?;
    if source.sha256 != checked.source.sha256 {
        return Err(not_made());
    }
    let refused = |cause: &dyn std::fmt::Display| Error::new("corrections-not-written").at(folder).because(cause);
    let own_sheet = book.grids.iter().find(|grid| grid.is_corrections()).map(|grid| grid.name.clone());
    let said = what_it_says(&book);
    let places = Places::of(&book, &checked.headings);
    let names: Vec<String> = book.grids.iter().map(|grid| grid.name.clone()).collect();
    let attempt = |bytes: &[u8], marks: &[Mark], own_sheet: Option<&str>| -> Result<Option<NamedTempFile>> {
        let mut file = tempfile::Builder::new().prefix(".bato-").tempfile_in(folder).map_err(|e| refused(&e))?;
        let request = Request { file_name: name, marks, own_sheet, messages };
        match corrections::patch(bytes, &request, std::io::BufWriter::new(file.as_file_mut())) {
            Ok(mut out) => out.flush().map_err(|e| refused(&e))?,
            Err(Stopped::Unexpected(_)) => return Ok(None),
            Err(Stopped::Writing(cause)) => return Err(refused(&cause)),
        }
        // What is given out reads as the original does, or is not given out.
        let read = ingest::read_book(file.path(), name, settings);
        Ok(read.is_ok_and(|(_, read)| what_it_says(&read) == said).then_some(file))
    };
    let original = ingest::read_original(path, settings)?;
    let book = if original.is_xlsx {
        // Two books at once would be too much for a small computer: this one is read again if it is needed.
        drop(book);
        let marks = marks(&checked.findings, &places, &names, messages);
        if let Some(file) = attempt(&original.bytes, &marks, own_sheet.as_deref())? {
            return Ok(file);
        }
        ingest::read_book(path, name, settings)?.1
    } else {
        book
    };
    drop(original);
    let (mut kept, mut kept_at) = (Vec::new(), Vec::new());
    for (index, grid) in book.grids.into_iter().enumerate() {
        if !grid.is_corrections() {
            kept.push(grid);
            kept_at.push(index);
        }
    }
    let headings = checked.headings.iter().filter_map(|heading| {
        Some((kept_at.iter().position(|at| *at == usize::from(heading.at.sheet))?, heading.at.row))
    });
    let kept = Book { grids: kept, ..Book::default() };
    let rebuilt = corrections::rebuild(&kept, &headings.collect(), FileName::of(name).stem)?;
    drop(kept);
    let mut new_names = names;
    for (index, name) in kept_at.into_iter().zip(rebuilt.names) {
        new_names[index] = name;
    }
    let marks = marks(&checked.findings, &places, &new_names, messages);
    let made = attempt(&rebuilt.bytes, &marks, None)?;
    made.ok_or_else(not_made)
}

/// A hash of every cell with its place and of which sheets are hidden, ours left out: what a copy must have, too.
fn what_it_says(book: &Book) -> u64 {
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
                // A workbook has no control characters and one kind of line end.
                let shown: String = value.shown().chars().filter(|c| !c.is_control() || *c == '\n').collect();
                if !shown.trim().is_empty() {
                    let place = (u64::from(row.row) << 16) | u64::from(*column);
                    hash = hash.with(&place.to_le_bytes()).with(kind).with(shown.as_bytes());
                }
            }
        }
    }
    hash.finish()
}

/// Where a fault is to be shown.
struct Places {
    /// The first cell of each row, by sheet and row.
    first_cells: BTreeMap<(u16, u32), u16>,
    merges: Vec<Vec<Merge>>,
    headings: Vec<Heading>,
}

impl Places {
    fn of(book: &Book, headings: &[Heading]) -> Self {
        let rows = (0_u16..).zip(&book.grids).flat_map(|(sheet, grid)| {
            grid.rows.iter().filter_map(move |row| Some(((sheet, row.row), row.cells.first()?.0)))
        });
        let merges = book.grids.iter().map(|grid| grid.merges.clone()).collect();
        Self { first_cells: rows.collect(), merges, headings: headings.to_vec() }
    }

    /// The cell that shows a fault: its own, else the blank one that should hold a value, else the first of its row.
    fn cell(&self, finding: &Finding) -> Option<(u32, u16)> {
        let at = finding.at.row;
        if at.row == 0 {
            return None;
        }
        let column = finding
            .at
            .column
            .or_else(|| self.blank(finding))
            .or_else(|| self.first_cells.get(&(at.sheet, at.row)).copied())?;
        // The first of merged cells is the one that is seen.
        let merges = self.merges.get(usize::from(at.sheet)).into_iter().flatten();
        let around = merges.into_iter().find(|merge| {
            (merge.first_row..=merge.last_row).contains(&at.row)
                && (merge.first_column..=merge.last_column).contains(&column)
        });
        Some(around.map_or((at.row, column), |merge| (merge.first_row, merge.first_column)))
    }

    fn blank(&self, finding: &Finding) -> Option<u16> {
        let (_, fields) = FIELDS_OF_BLANKS.iter().find(|(rule, _)| *rule == finding.rule)?;
        let at = finding.at.row;
        let above = self.headings.iter().filter(|heading| heading.at.sheet == at.sheet && heading.at.row < at.row);
        let nearest = above.clone().map(|heading| heading.at.row).max()?;
        let mut of_table = above.filter(|heading| heading.at.row == nearest);
        of_table.find(|heading| fields.contains(&heading.field)).map(|heading| heading.column)
    }
}

/// What is marked and said, errors first, then by place.
fn marks(findings: &[Finding], places: &Places, names: &[String], messages: &Messages) -> Vec<Mark> {
    let mut marks: Vec<Mark> = findings.iter().map(|finding| mark(finding, places, names, messages)).collect();
    marks.sort_by_key(|mark| std::cmp::Reverse(mark.severity));
    marks
}

fn mark(finding: &Finding, places: &Places, names: &[String], messages: &Messages) -> Mark {
    let sheet = names.get(usize::from(finding.at.row.sheet)).cloned().unwrap_or_default();
    let cell = places.cell(finding);
    let place = match cell {
        Some((row, column)) => format!("{sheet}!{}{row}", column_letters(column)),
        None => messages.say("place-sheet", &[("sheet", sheet.as_str().into())]),
    };
    Mark {
        row: cell.map_or(0, |(row, _)| row),
        column: cell.map(|(_, column)| column),
        severity: finding.severity,
        title: messages.finding_title(finding),
        what: messages.finding(finding),
        why: messages.finding_why(finding),
        hint: messages.finding_hint(finding),
        value: finding.value.clone(),
        place,
        sheet,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Severity;
    use crate::messages::Lang;
    use crate::record::{Grid, GridRow, RowAt};

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

    fn headings() -> Vec<Heading> {
        let heading = |row, column, field| Heading {
            at: RowAt { file: 0, sheet: 0, row },
            column,
            text: String::new(),
            field,
            why: crate::record::Why::Known,
        };
        vec![heading(1, 2, Field::Sex), heading(1, 4, Field::FullName), heading(3, 5, Field::Sex)]
    }

    #[test]
    fn a_fault_is_shown_in_its_cell_or_where_the_value_is_missing_or_at_the_rows_head() {
        let (book, error) = (book(), Severity::Error);
        let places = Places::of(&book, &headings());
        let cell = |rule, row, column| places.cell(&finding(rule, row, column, error));
        assert_eq!(cell("impossible-date", 2, Some(7)), Some((2, 7)));
        assert_eq!(cell("sex-missing", 2, None), Some((2, 2)), "the heading above");
        assert_eq!(cell("sex-missing", 5, None), Some((5, 5)), "the nearest heading above");
        assert_eq!(cell("missing-name", 2, None), Some((2, 4)));
        assert_eq!(cell("missing-name", 5, None), Some((4, 0)), "no such column: the row's first cell, merged");
        assert_eq!(cell("hidden-sheet", 0, None), None);
    }

    #[test]
    fn errors_are_listed_before_warnings() {
        let findings = [
            finding("sex-missing", 2, None, Severity::Warning),
            finding("missing-name", 5, None, Severity::Error),
            finding("hidden-sheet", 0, None, Severity::Warning),
        ];
        let places = Places::of(&book(), &headings());
        let marks = marks(&findings, &places, &["Feuil1".to_owned()], &Messages::new(Lang::Fr));
        let shown: Vec<&str> = marks.iter().map(|mark| mark.place.as_str()).collect();
        assert_eq!(shown, ["Feuil1!A4", "Feuil1!C2", "feuille « Feuil1 »"]);
    }

    #[test]
    fn a_copy_that_says_something_else_is_noticed() {
        let said = what_it_says(&book());
        let mut other = book();
        other.grids[0].rows[1].cells[1].1 = CellValue::Number(2.0);
        assert_ne!(what_it_says(&other), said);
        other = book();
        other.grids[0].rows[1].row = 3;
        assert_ne!(what_it_says(&other), said);
        other = book();
        other.grids[0].rows[1].cells[1].1 = CellValue::DateSerial { serial: 1.0, from_1904: false };
        assert_ne!(what_it_says(&other), said);
        // What a workbook can't hold is no difference, nor is a sheet of ours.
        other = book();
        other.grids[0].rows[1].cells[0].1 = CellValue::Text("a\r\u{1}".into());
        let ours = CellValue::Text("BATO-CORRECTIONS : x".into());
        let rows = vec![GridRow { row: 1, cells: vec![(0, ours)] }];
        other.grids.push(Grid { name: "Corrections Bato".to_owned(), rows, ..Grid::default() });
        assert_eq!(what_it_says(&other), said);
    }
}
