//! Shows a sheet as the agent knows it, in windows of rows: each cell, what its column is taken for, each finding, the
//! outcome of each row, and the way from fault to fault.
//!
//! The first look at a file reads and validates it and stores what is shown; a window is then read from there, as long
//! as the file, its corrections and the settings are the same.

mod build;
mod files;
mod related;
mod settled;
mod stored;
mod walk;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity};
use crate::ingest;
use crate::record::{CorrectedText, Field, Kind, Outcome, column_letters};
use crate::store::Store;

use super::access::Access;
use stored::{StoredRow, StoredSheet, StoredView};

pub use files::{FileFaults, SheetFileState, sheet_files};
pub use related::RelatedCells;
pub use settled::files_with_rulings;
pub use walk::{fault_number, first_fault, next_fault, next_to_correct, previous_fault};

/// Rows of a window.
pub const WINDOW_ROWS: u32 = 100;
/// Most columns of a window.
const MOST_COLUMNS: usize = 200;

/// What a reader of sheets needs beside the file.
#[derive(Debug, Clone)]
pub struct SheetReading<'r> {
    /// The raw folder.
    pub raw: &'r Path,
    /// The folder of the register.
    pub clean: &'r Path,
    /// All settings.
    pub config: &'r Config,
    /// The program that reads workbooks in a process of its own; `None` reads them in this one.
    pub worker: Option<PathBuf>,
    /// The day that counts as today.
    pub today: NaiveDate,
}

/// The window to show.
#[derive(Debug, Clone, Default)]
pub struct SheetRequest {
    /// An input file: its path relative to the raw folder.
    pub file: String,
    /// Place of the sheet in its file, from 0; `None` for the first with a fault.
    pub sheet: Option<usize>,
    /// A row that the window shows; `None` for that of the first fault.
    pub row: Option<u32>,
}

/// A window of a sheet.
#[derive(Debug, Clone)]
pub struct SheetWindow {
    /// Path of the file, relative to the raw folder.
    pub file: String,
    /// What the file contains.
    pub kind: Kind,
    /// Why nothing of the file is read, if so.
    pub fault: Option<ErrorCode>,
    /// The sheets of the file.
    pub sheets: Vec<SheetTab>,
    /// Place of the sheet shown.
    pub sheet: usize,
    /// The first row shown, and the last.
    pub rows_shown: (u32, u32),
    /// The last row of the sheet that is not blank.
    pub last_row: u32,
    /// The columns to show, in order.
    pub columns: Vec<WindowColumn>,
    /// The rows shown, blank ones too.
    pub rows: Vec<WindowRow>,
    /// The findings on the whole sheet.
    pub findings: Vec<Finding>,
    /// Errors and warnings left in the file.
    pub n_faults: (usize, usize),
    /// Cells of the file that are read with a typed correction.
    pub n_corrected: usize,
    /// All cells with a fault, in the order of sheets, rows and columns.
    pub faults: Vec<FaultPlace>,
    /// The cells among which the wrong one is, if the row asked for has a finding that compares several.
    pub related: Option<RelatedCells>,
}

/// A sheet of the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetTab {
    /// Its name; "" for a CSV.
    pub name: String,
    /// Errors and warnings left.
    pub n_faults: (usize, usize),
    /// Non-blank rows.
    pub n_rows: usize,
}

/// A column of the window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WindowColumn {
    /// Column, from 0.
    pub column: u16,
    /// Its letters.
    pub letters: String,
    /// The heading above the rows; "" if there is none.
    pub heading: String,
    /// What the column is taken for.
    pub field: Option<Field>,
    /// Whether its texts are neither kept nor shown.
    pub is_sensitive: bool,
}

/// A row of the window.
#[derive(Debug, Clone)]
pub struct WindowRow {
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// Outcome as far as it is known before linking; `None` for a blank row. `Registered` is a row that is read.
    pub outcome: Option<Outcome>,
    /// The rule or the reason by which it is quarantined or ignored.
    pub reason: Option<String>,
    /// Its cells that hold a text, a correction or a fault, by column.
    pub cells: Vec<WindowCell>,
}

/// A cell of the window.
#[derive(Debug, Clone)]
pub struct WindowCell {
    /// Column, from 0.
    pub column: u16,
    /// The text that is read.
    pub text: String,
    /// The correction that was typed, with the text of the sheet.
    pub corrected: Option<CorrectedText>,
    /// The findings shown at this cell.
    pub findings: Vec<Finding>,
    /// The first cell of the merged one that covers this cell: column and row.
    pub covered_by: Option<(u16, u32)>,
    /// Whether a person may say that the text is right although rules warn of it.
    pub can_confirm: bool,
}

/// The place of a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
pub struct FaultPlace {
    /// Place of the sheet in its file.
    pub sheet: u16,
    /// Row as the spreadsheet shows it.
    pub row: u32,
    /// Column, from 0.
    pub column: u16,
    /// Whether the row waits in quarantine for it.
    pub is_error: bool,
    /// Findings shown there.
    pub n: u32,
}

/// Returns a window of a sheet.
///
/// # Errors
/// `correct-file-unknown`, `correct-file-replaced`; those of reading, if nothing of the file can be shown; those of the
/// file system.
pub fn sheet_view(reading: &SheetReading<'_>, request: &SheetRequest, access: &Access) -> Result<SheetWindow> {
    let mut view = build::view(reading, &request.file)?;
    let settled = settled::settle(reading, &mut view)?;
    let first = first_fault(&view.head.faults, |_| true);
    let sheet = request.sheet.unwrap_or_else(|| first.map_or(view.first_sheet(), |first| usize::from(first.sheet)));
    let sheet = sheet.min(view.head.sheets.len().saturating_sub(1));
    let first = first_fault(&view.head.faults, |fault| usize::from(fault.sheet) == sheet);
    let row = request.row.or(first.map(|fault| fault.row)).unwrap_or(1).max(1);
    let from = (row - 1) / WINDOW_ROWS * WINDOW_ROWS + 1;
    let Some(own) = view.head.sheets.get(sheet).cloned() else {
        return Err(Error::new(view.fault().unwrap_or(ErrorCode::FileNoSheet)));
    };
    let to = from.saturating_add(WINDOW_ROWS - 1).min(own.last_row.max(from));
    let mut stored = view.rows(sheet, from).ok_or_else(|| Error::new(ErrorCode::FileChanged))?;
    settled.iter().filter(|pair| pair.sheet == sheet).for_each(|pair| pair.leave_out(&mut stored));
    let asked = format!("{}!{}!{from}", view.head.file, own.name);
    access.log(&Store::open(reading.clean)?, "sheet", &asked, stored.len() as u64)?;
    let related = related_rows(&mut view, sheet, row, &stored);
    let mut window = window(view, sheet, (from, to), stored);
    window.related = related.and_then(|(rule, rows)| related::cells(rule, rows, &window.columns));
    Ok(window)
}

/// Errors and warnings left in a file, as its view counts them. Nothing of the rows is returned, so nothing is logged.
///
/// # Errors
/// Those of [`sheet_view`].
pub fn sheet_faults(reading: &SheetReading<'_>, file: &str) -> Result<(usize, usize)> {
    let mut view = build::view(reading, file)?;
    settled::settle(reading, &mut view)?;
    let sum = |of: fn(&StoredSheet) -> usize| view.head.sheets.iter().map(of).sum();
    Ok((sum(|sheet| sheet.n_faults.0), sum(|sheet| sheet.n_faults.1)))
}

/// The place of the sheet of this name in a file, from 0; that of the first where there is none.
///
/// # Errors
/// Those of [`sheet_view`].
pub fn sheet_place(reading: &SheetReading<'_>, file: &str, name: &str) -> Result<usize> {
    let view = build::view(reading, file)?;
    Ok(view.head.sheets.iter().position(|sheet| sheet.name == name).unwrap_or(0))
}

/// The rows that a finding of a row compares, with its rule. `stored` are the rows of the window.
fn related_rows(
    view: &mut StoredView,
    sheet: usize,
    row: u32,
    stored: &[StoredRow],
) -> Option<(&'static str, Vec<WindowRow>)> {
    let own = stored.iter().find(|own| own.row == row).filter(|own| !own.compared.is_empty())?;
    let rule = related::rule_of(own.cells.iter().flat_map(|cell| &cell.findings))?;
    let mut rows = Vec::with_capacity(own.compared.len());
    let mut block: (u32, Vec<StoredRow>) = (0, Vec::new());
    for number in &own.compared {
        let from = (number - 1) / WINDOW_ROWS * WINDOW_ROWS + 1;
        if block.0 != from {
            block = (from, view.rows(sheet, from)?);
        }
        rows.extend(block.1.iter().find(|row| row.row == *number).cloned().map(WindowRow::of));
    }
    Some((rule, rows))
}

/// The path of an input file of this name.
///
/// # Errors
/// `correct-file-unknown`, `correct-file-replaced`; those of the file system.
pub(super) fn path_of(reading: &SheetReading<'_>, file: &str) -> Result<PathBuf> {
    let settings = ingest::IngestSettings { worker: reading.worker.clone(), ..reading.config.ingest.clone() };
    let corrections = ingest::CellCorrections::read(reading.raw)?;
    let listed = ingest::list_input_files(reading.raw, &corrections, &settings)?;
    Ok(build::input_named(&listed, file)?.path.clone())
}

fn window(view: StoredView, sheet: usize, (from, to): (u32, u32), stored: Vec<StoredRow>) -> SheetWindow {
    let fault = view.fault();
    let head = view.head;
    let own = &head.sheets[sheet];
    let mut stored = stored.into_iter().peekable();
    let rows = (from..=to).map(|number| {
        let row = stored.next_if(|row| row.row == number).map(WindowRow::of);
        row.unwrap_or(WindowRow { row: number, outcome: None, reason: None, cells: Vec::new() })
    });
    let rows: Vec<WindowRow> = rows.collect();
    let tab =
        |sheet: &StoredSheet| SheetTab { name: sheet.name.clone(), n_faults: sheet.n_faults, n_rows: sheet.n_rows };
    let sum = |of: fn(&StoredSheet) -> usize| head.sheets.iter().map(of).sum();
    SheetWindow {
        kind: head.kind,
        fault,
        sheets: head.sheets.iter().map(tab).collect(),
        sheet,
        rows_shown: (from, to),
        last_row: own.last_row,
        columns: columns(own, &rows, to, head.keeps_sensitive),
        rows,
        findings: own.findings.clone(),
        n_faults: (sum(|sheet| sheet.n_faults.0), sum(|sheet| sheet.n_faults.1)),
        n_corrected: head.n_corrected,
        file: head.file,
        faults: head.faults,
        related: None,
    }
}

/// The columns to show, under the last headings at or above a row: those with a heading, with those before them, and
/// those with a cell in the window. A stray cell far to the right costs one column.
fn columns(own: &StoredSheet, rows: &[WindowRow], row: u32, keeps_sensitive: bool) -> Vec<WindowColumn> {
    let end = own.headings.partition_point(|heading| heading.at.row <= row);
    let headings = &own.headings[..end];
    let n_headed = headings.iter().map(|heading| heading.column + 1).max().unwrap_or(0);
    let with_cells = rows.iter().flat_map(|row| row.cells.iter().map(|cell| cell.column));
    let shown: BTreeSet<u16> = (0..n_headed).chain(with_cells).collect();
    let column = |column: u16| {
        // The last heading of a column counts.
        let heading = headings.iter().rev().find(|heading| heading.column == column);
        WindowColumn {
            column,
            letters: column_letters(column).to_string(),
            heading: heading.map(|heading| heading.text.clone()).unwrap_or_default(),
            field: heading.map(|heading| heading.field),
            is_sensitive: heading.is_some_and(|heading| heading.field == Field::Sensitive && !keeps_sensitive),
        }
    };
    shown.into_iter().take(MOST_COLUMNS).map(column).collect()
}

/// How many errors and warnings there are.
fn count(severities: impl Iterator<Item = Severity>) -> (usize, usize) {
    severities.fold((0, 0), |(errors, warnings), severity| match severity {
        Severity::Error => (errors + 1, warnings),
        Severity::Warning => (errors, warnings + 1),
    })
}
