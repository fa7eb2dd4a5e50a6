//! One file -> raw rows: reads its book and finds the tables in its sheets.

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity, WithFindings};
use crate::record::{Book, Field, Grid, Kind, RawCell, RawFile, RawRow, RowAt, SourceFile, SourceSheet};

use super::file_bytes::{FileBytes, load_file};
use super::file_context::{context_of_file_name, context_of_sheet};
use super::headers::Headers;
use super::layout::{self, SheetOptions};
use super::read_book::book_of;
use super::rule_names::DOUBT_RULES;
use super::settings::IngestSettings;

/// The reason of the rows of the summary sheet of a corrections workbook.
const CORRECTIONS: &str = "corrections";

/// Reads one file. Rows carry file index 0; the caller sets the file's index in the run.
///
/// `kind` is what the file's folder holds; `None` lets the headings decide.
///
/// # Errors
/// A file that can't be used, with the reason: `file-lock`, `file-empty`, `file-too-large`, `file-encrypted`,
/// `file-damaged`, `file-bomb`, `file-not-spreadsheet`, `file-other-format`, `file-too-old`, `file-no-sheet`,
/// `file-outside-sheet`, `file-too-many-cells`, `file-too-heavy`, `file-too-slow`, `reader-not-started`, `file-no-rows`, or one
/// of the file system. A file without any heading is no error: its rows go to quarantine.
pub fn read_file(
    path: &Path,
    name: &str,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &IngestSettings,
) -> Result<WithFindings<RawFile>> {
    read_loaded_file(&load_file(path, name, settings)?, kind, headers, settings)
}

/// Reads a file whose bytes are loaded.
///
/// # Errors
/// As [`read_file`].
pub(crate) fn read_loaded_file(
    file: &FileBytes,
    kind: Option<Kind>,
    headers: &Headers,
    settings: &IngestSettings,
) -> Result<WithFindings<RawFile>> {
    let mut book = book_of(&file.bytes, settings)?;
    let mut noted = find_tables(&mut book.grids, file.source.clone(), kind, headers, settings.keep_sensitive)?;
    note_book(&book, &mut noted.findings);
    Ok(noted)
}

/// Finds the tables of a file's sheets. Cells move from the grids into the rows.
fn find_tables(
    grids: &mut [Grid],
    mut source: SourceFile,
    kind: Option<Kind>,
    headers: &Headers,
    keep_sensitive: bool,
) -> Result<WithFindings<RawFile>> {
    let file_context = context_of_file_name(&source.path);
    let assumed = kind.unwrap_or(Kind::Census);
    let mut file =
        RawFile { source: source.clone(), kind: assumed, rows: Vec::new(), contexts: Vec::new(), headings: Vec::new() };
    let mut findings = Vec::new();
    let (mut other_kind, mut n_lists) = (None, 0);
    // Without a given kind, the headings may ask for a second reading.
    let copy = kind.is_none().then(|| grids.to_vec());
    for (index, grid) in grids.iter_mut().enumerate() {
        let at = RowAt { file: 0, sheet: sheet_number(index), row: 0 };
        let start = context_of_sheet(&file_context, &grid.name);
        let first_context = file.contexts.len() as u32;
        source.sheets.push(SourceSheet { name: grid.name.clone(), n_rows: grid.rows.len() as u32 });
        if grid.is_corrections() {
            file.contexts.push(start);
            file.rows.extend(corrections_rows(grid, at, first_context));
            continue;
        }
        let options = SheetOptions { kind: assumed, headers, file: &source.path, keep_sensitive };
        let sheet = layout::read_sheet(grid, at, &start, &options);
        other_kind = other_kind.or(sheet.kind_by_headings);
        n_lists += usize::from(sheet.has_table && !layout::is_summary(&grid.name));
        file.contexts.extend(sheet.contexts);
        file.headings.extend(sheet.headings);
        file.rows.extend(sheet.rows.into_iter().map(|mut row| {
            row.context += first_context;
            row
        }));
        findings.extend(sheet.findings);
    }
    leave_out_summary_sheets(grids, &mut file, n_lists, &mut findings);
    if file.rows.is_empty() {
        return Err(Error::new(ErrorCode::FileNoRows));
    }
    if let Some(mut copy) = copy.filter(|_| other_kind.is_some()) {
        // The headings are those of a birth register or a list of events: some columns mean something else there.
        return find_tables(
            &mut copy,
            SourceFile { sheets: Vec::new(), ..source },
            other_kind,
            headers,
            keep_sensitive,
        );
    }
    file.source = source;
    Ok(WithFindings { output: file, findings })
}

fn sheet_number(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn sheet_warning(rule: &'static str, sheet: usize, value: &str, args: Vec<(&'static str, String)>) -> Finding {
    let at = RowAt { sheet: sheet_number(sheet), ..RowAt::default() }.cell(None);
    Finding { rule, severity: Severity::Warning, at, value: value.to_owned(), args }
}

/// Adds the findings on a file as a whole: doubts about its text, sheets without cells, macros, full sheets.
fn note_book(book: &Book, findings: &mut Vec<Finding>) {
    for (_, rule) in DOUBT_RULES.iter().filter(|(doubt, _)| book.doubts.contains(doubt)) {
        findings.push(sheet_warning(rule, 0, "", Vec::new()));
    }
    for name in &book.other_sheets {
        findings.push(sheet_warning("chart-sheet", 0, name, Vec::new()));
    }
    if book.has_macros {
        findings.push(sheet_warning("macros", 0, "", Vec::new()));
    }
    for (index, grid) in book.grids.iter().enumerate().filter(|(_, grid)| grid.is_full) {
        let last = grid.rows.last().map_or(0, |row| row.row);
        findings.push(sheet_warning("sheet-full", index, &grid.name, vec![("n", last.to_string())]));
    }
}

/// Leaves out the rows of sheets whose name announces a summary, if another sheet of the file lists persons.
fn leave_out_summary_sheets(grids: &[Grid], file: &mut RawFile, n_lists: usize, findings: &mut Vec<Finding>) {
    for (index, grid) in grids.iter().enumerate().filter(|(_, grid)| n_lists > 0 && layout::is_summary(&grid.name)) {
        let mut n_rows = 0_u64;
        for row in file.rows.iter_mut().filter(|row| usize::from(row.at.sheet) == index && row.left_out.is_none()) {
            row.left_out = Some("recap-sheet");
            n_rows += 1;
        }
        if n_rows > 0 {
            findings.push(sheet_warning("recap-sheet", index, &grid.name, vec![("n", n_rows.to_string())]));
        }
    }
}

/// The rows of the summary sheet that Bato adds to a corrections workbook; they are left out.
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
