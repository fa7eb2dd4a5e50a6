//! Finds what was typed for a cell in an earlier version of its file: the same text, in the row of the same person.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::ingest::{self, CellCorrections, IngestSettings};
use crate::record::{CellCorrection, fold, is_text_of_cell};

use super::deposit::REPLACED;
use super::pairs::{NAME_COLUMNS, names_something};
use super::sheet_view::{SheetReading, SheetWindow, WindowCell, WindowRow};

/// What a person typed for a cell in an earlier version of its file.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct EarlierAnswer {
    /// The text that was typed.
    pub new: String,
    /// Row of the earlier version.
    pub row: u32,
    /// Who typed it.
    pub author: String,
    /// When.
    pub moment: String,
}

/// Returns the latest text that was typed for a cell in an earlier version of its file, if the row has the same names
/// there; `None` where nothing was typed, or the earlier version is not kept.
///
/// # Errors
/// Those of reading the corrections and the earlier version.
pub fn earlier_answer(
    reading: &SheetReading<'_>,
    window: &SheetWindow,
    (row, column): (u32, u16),
) -> Result<Option<EarlierAnswer>> {
    let own = window.rows.iter().find(|own| own.row == row);
    let Some(cell) = own.and_then(|own| cell_at(own, column)) else { return Ok(None) };
    // Who typed something for this version has answered.
    if cell.corrected.is_some() || cell.findings.is_empty() {
        return Ok(None);
    }
    let names = own.map(|own| names_of(window, own)).unwrap_or_default();
    if !names.iter().any(|(_, text)| names_something(text)) {
        return Ok(None);
    }
    let sheet = window.sheets.get(window.sheet).map_or("", |tab| tab.name.as_str());
    let corrections = CellCorrections::read(reading.raw)?;
    let mut typed: BTreeMap<(&str, u32), (&str, &CellCorrection)> = BTreeMap::new();
    let is_of_cell = |own: &&CellCorrection| own.file == window.file && own.sheet == sheet && own.column == column;
    for own in corrections.each().filter(is_of_cell) {
        let first = typed.get(&(own.sha256.as_str(), own.row)).map_or(own.old.as_str(), |(first, _)| first);
        typed.insert((&own.sha256, own.row), (first, own));
    }
    let mut answers: Vec<&CellCorrection> = typed
        .into_values()
        .filter(|(first, last)| is_text_of_cell(&cell.text, first) && !is_text_of_cell(&cell.text, &last.new))
        .map(|(_, last)| last)
        .collect();
    answers.sort_by(|a, b| b.moment.cmp(&a.moment));
    let settings = IngestSettings { worker: reading.worker.clone(), ..reading.config.ingest.clone() };
    for own in answers {
        let Some(path) = replaced_file(reading.raw, &window.file, &own.sha256) else { continue };
        let columns: Vec<u16> = names.iter().map(|(column, _)| *column).collect();
        let file = ingest::load_file(&path, &window.file, &settings)?;
        let texts = ingest::texts_of_row(&file, (sheet, own.row), &columns, &settings)?;
        if names.iter().zip(&texts).all(|((_, now), before)| fold(now) == fold(before)) {
            let CellCorrection { new, row, author, moment, .. } = own.clone();
            return Ok(Some(EarlierAnswer { new, row, author, moment }));
        }
    }
    Ok(None)
}

fn cell_at(row: &WindowRow, column: u16) -> Option<&WindowCell> {
    row.cells.iter().find(|cell| cell.column == column)
}

/// The columns of names and the texts that the sheet has there.
fn names_of(window: &SheetWindow, row: &WindowRow) -> Vec<(u16, String)> {
    let is_name = |code: &str| NAME_COLUMNS.contains(&code);
    let columns = window.columns.iter().filter(|own| own.field.is_some_and(|field| is_name(field.code())));
    let text = |cell: &WindowCell| cell.corrected.as_ref().map_or(&cell.text, |own| &own.sheet).clone();
    columns.map(|own| (own.column, cell_at(row, own.column).map(text).unwrap_or_default())).collect()
}

/// The copy of a file that was replaced, by its content.
fn replaced_file(raw: &Path, file: &str, sha256: &str) -> Option<PathBuf> {
    let folder = raw.join(REPLACED).join(file).parent()?.to_owned();
    let part = sha256.get(..8)?;
    let entries = std::fs::read_dir(folder).ok()?.flatten().map(|entry| entry.path());
    let has_part = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().contains(part));
    let is_it = |path: &PathBuf| ingest::sha256_of_file(path).is_ok_and(|own| own == sha256);
    entries.into_iter().filter(has_part).find(is_it)
}
