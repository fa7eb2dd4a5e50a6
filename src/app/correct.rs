//! Writes the corrections of single cells that a person types, one at a time, and lists them.
//!
//! A correction is a row added to `corrections/`, beside the sheets, which stay as they are. Nothing changes in the
//! register before the next run.

use std::path::{Path, PathBuf};

use chrono::Datelike;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{
    self, CORRECTIONS_FOLDER, CellAnswer, CellCorrections, IngestSettings, Input, InputFiles, correction_line,
    heading_line,
};
use crate::normalise::{DateReading, read_date};
use crate::record::{
    CellCorrection, CellValue, column_letters, column_of_letters, fold, is_same_cell_text, is_text_of_cell,
};
use crate::store::{self, Store, WaitLock};

use super::access::Access;
use super::decide::Signature;
use super::run::WORK_FOLDER;
use super::sheet_view::{SheetReading, SheetRequest, WindowCell, sheet_view};

/// Most characters of a cell of a spreadsheet.
const MOST_LETTERS: usize = 32_767;
/// Most letters of an author's name in the name of a file.
const MOST_FILE_LETTERS: usize = 40;
/// The lock of those who add corrections, in the folder of unfinished work.
const LOCK: &str = "corrections.lock";

/// A cell of an input file.
#[derive(Debug, Clone)]
pub struct CellPlace {
    /// An input file: its path relative to the raw folder.
    pub file: String,
    /// Name of the sheet; "" for a CSV.
    pub sheet: String,
    /// Row as the spreadsheet shows it, from 1.
    pub row: u32,
    /// Letters of the column.
    pub column: String,
}

/// A correction to be written.
#[derive(Debug, Clone)]
pub struct CorrectionRequest {
    /// The cell.
    pub place: CellPlace,
    /// The text that the person saw in the cell; `None` if they did not say it.
    pub old: Option<String>,
    /// The new text; "" empties the cell.
    pub new: String,
}

/// A correction in the files, and whether it is the text that is read now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypedCorrection {
    /// The correction.
    pub correction: CellCorrection,
    /// Whether its text is what the cell is read with.
    pub holds: bool,
    /// Whether an input file with its content is there.
    pub has_file: bool,
}

/// Writes the correction of one cell and returns it. It is on disk when this returns.
///
/// `worker` is the program that reads workbooks.
///
/// # Errors
/// `correct-author`, `correct-reason`, `correct-place`, `correct-too-long`; `correct-file-unknown` or
/// `correct-file-replaced`; `correct-no-sheet`, `correct-no-row`, `correct-merged`; `correct-other-text` with the text
/// that stands in the cell now; `correct-same`; those of reading and writing.
pub fn correct(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    request: &CorrectionRequest,
    signature: &Signature,
    access: &Access,
) -> Result<CellCorrection> {
    let written = correct_cells(clean, raw, (config, worker), std::slice::from_ref(request), signature, access)?
        .into_iter()
        .next();
    written.ok_or_else(|| Error::new(ErrorCode::CorrectPlace).with("value", &request.place.column))
}

/// Writes the corrections of several cells in one step: all of them or none. Returns them.
///
/// # Errors
/// As [`correct`].
pub fn correct_cells(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    requests: &[CorrectionRequest],
    signature: &Signature,
    access: &Access,
) -> Result<Vec<CellCorrection>> {
    check_signature(signature)?;
    for CorrectionRequest { place, new, .. } in requests {
        place.column_number()?;
        if one_line(new).chars().count() > MOST_LETTERS {
            return Err(Error::new(ErrorCode::CorrectTooLong).with("limit", MOST_LETTERS));
        }
        let asked = format!("{}!{}!{}{}", place.file, place.sheet, place.column.trim(), place.row);
        access.log(&Store::open(clean)?, "correct", &asked, 1)?;
    }
    let lock = store::wait_for_lock(&clean.join(WORK_FOLDER).join(LOCK))?;
    let files = InputsWithCorrections::list(raw, config, worker)?;
    let mut corrections = Vec::with_capacity(requests.len());
    for CorrectionRequest { place, old, new } in requests {
        let input = files.input(&place.file)?;
        let wanted = CellCorrection {
            file: input.name.clone(),
            sheet: place.sheet.clone(),
            row: place.row,
            column: place.column_number()?,
            old: old.clone().unwrap_or_default(),
            new: one_line(new),
            ..CellCorrection::default()
        };
        let correction = files.correction(input, wanted, old.is_some())?;
        if correction.is_confirmation() {
            let error = Error::new(ErrorCode::CorrectSame).with("place", correction.place_text());
            return Err(error.with("now", &correction.old));
        }
        corrections.push(signed(correction, signature));
    }
    if corrections.is_empty() {
        return Ok(corrections);
    }
    let from = append(raw, &lock, &corrections)?;
    Ok(corrections.into_iter().map(|own| CellCorrection { from: (from.clone(), 0), ..own }.with_id()).collect())
}

/// The day, month and year of a whole date, as they stand in three columns; `None` for another text.
#[must_use]
pub fn date_in_three_cells(text: &str) -> Option<[String; 3]> {
    let date = match read_date(&CellValue::Text(text.trim().into()), None) {
        DateReading::Read(date) => date.known_day()?,
        _ => return None,
    };
    Some([date.day().to_string(), date.month().to_string(), date.year().to_string()])
}

/// Writes that the text of a cell is right although a rule warns of it, and returns the row. A text that is confirmed
/// already is not confirmed again.
///
/// # Errors
/// As [`correct`].
pub fn confirm(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    (place, text): (&CellPlace, &str),
    signature: &Signature,
    access: &Access,
) -> Result<CellCorrection> {
    check_signature(signature)?;
    let column = place.column_number()?;
    let asked = format!("confirm {}!{}!{}{}", place.file, place.sheet, place.column.trim(), place.row);
    access.log(&Store::open(clean)?, "correct", &asked, 1)?;
    let lock = store::wait_for_lock(&clean.join(WORK_FOLDER).join(LOCK))?;
    let files = InputsWithCorrections::list(raw, config, worker)?;
    let input = files.input(&place.file)?;
    let wanted = CellCorrection {
        file: input.name.clone(),
        sheet: place.sheet.clone(),
        row: place.row,
        column,
        old: one_line(text),
        new: one_line(text),
        ..CellCorrection::default()
    };
    let confirmation = files.correction(input, wanted, true)?;
    match files.confirmation(&confirmation) {
        Some(own) => Ok(own.clone()),
        None => append_one(raw, &lock, signed(confirmation, signature)),
    }
}

/// Takes a correction back: writes one that puts the text back which it replaced. Returns that one.
///
/// # Errors
/// As [`correct`], and `correct-unknown` if there is no correction with this number. A correction on which a later one
/// builds is refused with `correct-other-text`.
pub fn undo_correction(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    id: &str,
    signature: &Signature,
    access: &Access,
) -> Result<CellCorrection> {
    check_signature(signature)?;
    let id = id.trim().to_uppercase();
    access.log(&Store::open(clean)?, "correct", &format!("undo {id}"), 1)?;
    let lock = store::wait_for_lock(&clean.join(WORK_FOLDER).join(LOCK))?;
    let files = InputsWithCorrections::list(raw, config, worker)?;
    let undone = files.corrections.each().find(|correction| correction.id == id);
    let undone = undone.ok_or_else(|| Error::new(ErrorCode::CorrectUnknown).with("id", &id))?;
    let input = files.with_content(&undone.sha256).ok_or_else(|| files.unknown(&undone.file))?;
    let back = CellCorrection { old: undone.new.clone(), new: undone.old.clone(), ..undone.clone() };
    let correction = files.correction(input, CellCorrection { file: input.name.clone(), ..back }, true)?;
    if correction.is_confirmation() && files.confirmation(&correction).is_none_or(|own| own.id != id) {
        return Err(Error::new(ErrorCode::CorrectUnknown).with("id", &id));
    }
    append_one(raw, &lock, signed(correction, signature))
}

/// Empties all cells of a row at once, so that a run leaves the row out: nobody is counted for it. The cells below it
/// that repeat its values are read as before. Returns the number of cells.
///
/// # Errors
/// As [`correct`]; `correct-no-row` for a row without a text.
pub fn leave_out_row(
    reading: &SheetReading<'_>,
    (file, sheet, row): (&str, usize, u32),
    signature: &Signature,
    access: &Access,
) -> Result<usize> {
    correct_row(reading, (file, sheet, row), signature, access, |cell| {
        let is_typed = !cell.text.trim().is_empty() && cell.covered_by.is_none();
        is_typed.then(|| (cell.text.clone(), String::new()))
    })
}

/// Puts the texts back of a row that was left out by [`leave_out_row`]. Returns the number of cells.
///
/// # Errors
/// As [`leave_out_row`].
pub fn count_row_again(
    reading: &SheetReading<'_>,
    (file, sheet, row): (&str, usize, u32),
    signature: &Signature,
    access: &Access,
) -> Result<usize> {
    correct_row(reading, (file, sheet, row), signature, access, |cell| {
        let corrected = cell.corrected.as_ref().filter(|own| own.is_changed() && own.text.is_empty())?;
        Some((String::new(), corrected.sheet.clone()))
    })
}

/// Writes a correction of each cell of a row for which `texts` gives the old text and the new one.
fn correct_row(
    reading: &SheetReading<'_>,
    (file, sheet, row): (&str, usize, u32),
    signature: &Signature,
    access: &Access,
    texts: impl Fn(&WindowCell) -> Option<(String, String)>,
) -> Result<usize> {
    check_signature(signature)?;
    let request = SheetRequest { file: file.to_owned(), sheet: Some(sheet), row: Some(row) };
    let window = sheet_view(reading, &request, access)?;
    let name = window.sheets.get(window.sheet).map(|tab| tab.name.clone()).unwrap_or_default();
    access.log(&Store::open(reading.clean)?, "correct", &format!("{file}!{name}!{row}"), 1)?;
    let lock = store::wait_for_lock(&reading.clean.join(WORK_FOLDER).join(LOCK))?;
    let files = InputsWithCorrections::list(reading.raw, reading.config, reading.worker.clone())?;
    let input = files.input(file)?;
    let own = window.rows.iter().find(|own| own.row == row);
    let mut corrections = Vec::new();
    for cell in own.iter().flat_map(|own| &own.cells) {
        let Some((old, new)) = texts(cell) else { continue };
        let (file, sheet, column) = (input.name.clone(), name.clone(), cell.column);
        let wanted = CellCorrection { file, sheet, row, column, old, new, ..CellCorrection::default() };
        corrections.push(signed(files.correction(input, wanted, true)?, signature));
    }
    if corrections.is_empty() {
        return Err(Error::new(ErrorCode::CorrectNoRow).with("place", row));
    }
    append(reading.raw, &lock, &corrections)?;
    Ok(corrections.len())
}

/// Returns the corrections of a file, or of all files if `file` is `None`, in the order in which they are applied.
///
/// # Errors
/// `correct-file-unknown`; those of reading.
pub fn corrections_of(
    clean: &Path,
    raw: &Path,
    (config, worker): (&Config, Option<PathBuf>),
    file: Option<&str>,
    access: &Access,
) -> Result<Vec<TypedCorrection>> {
    let files = InputsWithCorrections::list(raw, config, worker)?;
    let only = file.map(|file| files.input(file)).transpose()?.map(|input| input.name.clone());
    let mut typed = Vec::new();
    for input in &files.inputs.inputs {
        if only.as_ref().is_none_or(|only| *only == input.name) {
            let sha256 = files.sha256_of(input);
            let own = files.corrections.of(&sha256);
            let holding = if own.corrections.is_empty() { Vec::new() } else { files.holding(input)? };
            typed.extend(own.corrections.iter().map(|correction| TypedCorrection {
                holds: holding.contains(&correction.id),
                has_file: true,
                correction: correction.clone(),
            }));
        }
    }
    // Those of a content that is not there any more.
    let is_wanted = |correction: &&CellCorrection| only.as_ref().is_none_or(|only| *only == correction.file);
    let known: Vec<String> = typed.iter().map(|typed| typed.correction.id.clone()).collect();
    let others = files.corrections.each().filter(is_wanted).filter(|correction| !known.contains(&correction.id));
    typed.extend(others.map(|correction| TypedCorrection {
        correction: correction.clone(),
        holds: false,
        has_file: false,
    }));
    if !typed.is_empty() {
        access.log(&Store::open(clean)?, "correct", file.unwrap_or("list"), typed.len() as u64)?;
    }
    Ok(typed)
}

/// The input files of a register with the corrections that were typed so far.
struct InputsWithCorrections {
    inputs: InputFiles,
    corrections: CellCorrections,
    settings: IngestSettings,
    raw: PathBuf,
}

impl InputsWithCorrections {
    fn list(raw: &Path, config: &Config, worker: Option<PathBuf>) -> Result<Self> {
        let settings = IngestSettings { worker, ..config.ingest.clone() };
        let corrections = CellCorrections::read(raw)?;
        let inputs = ingest::list_input_files(raw, &corrections, &settings)?;
        Ok(Self { inputs, corrections, settings, raw: raw.to_owned() })
    }

    /// The input file of this name, or at this path.
    fn input(&self, file: &str) -> Result<&Input> {
        let named = |name: &str| self.inputs.inputs.iter().find(|input| input.name == name);
        let at_path = || {
            let path = Path::new(file).canonicalize().ok()?;
            self.inputs.inputs.iter().find(|input| input.path.canonicalize().is_ok_and(|own| own == path))
        };
        named(file).or_else(at_path).ok_or_else(|| self.unknown(file))
    }

    fn unknown(&self, file: &str) -> Error {
        let at_path = Path::new(file).canonicalize().ok();
        let is_it =
            |name: &str| name == file || at_path.is_some() && self.raw.join(name).canonicalize().ok() == at_path;
        match self.inputs.replaced.iter().find(|(name, _)| is_it(name)) {
            Some((_, by)) => Error::new(ErrorCode::CorrectFileReplaced).with("path", file).with("by", by),
            None => Error::new(ErrorCode::CorrectFileUnknown).with("path", file),
        }
    }

    fn sha256_of(&self, input: &Input) -> String {
        ingest::sha256_of_file(&input.path).unwrap_or_default()
    }

    fn with_content(&self, sha256: &str) -> Option<&Input> {
        self.inputs.inputs.iter().find(|input| self.sha256_of(input) == sha256)
    }

    /// Returns the correction with the content of its file and the text that it replaces. `old` of `wanted` counts if
    /// `is_old_given`.
    fn correction(&self, input: &Input, wanted: CellCorrection, is_old_given: bool) -> Result<CellCorrection> {
        let file = ingest::load_file(&input.path, &input.name, &self.settings)?;
        let corrections = self.corrections.of(&file.source.sha256);
        let cell = (wanted.sheet.as_str(), wanted.row, wanted.column);
        let ([typed, read], sheets) = ingest::cell_answers(&file, (&input.role, corrections), cell, &self.settings)?;
        let text = text_of(&typed, &wanted, &sheets)?;
        // A corrections workbook may have changed the cell further: the person saw its text.
        let seen = if let CellAnswer::Text(seen) = &read { seen } else { text };
        if is_old_given && ![text, seen].into_iter().any(|text| is_text_of_cell(text, &wanted.old)) {
            let error = Error::new(ErrorCode::CorrectOtherText).with("place", wanted.place_text());
            return Err(error.with("now", seen).with("old", &wanted.old));
        }
        if is_old_given && wanted.is_confirmation() {
            let old = one_line(text);
            return Ok(CellCorrection { sha256: file.source.sha256.clone(), new: old.clone(), old, ..wanted });
        }
        if is_same_cell_text(text, &wanted.new) {
            return Err(Error::new(ErrorCode::CorrectSame).with("place", wanted.place_text()).with("now", text));
        }
        Ok(CellCorrection { sha256: file.source.sha256.clone(), old: one_line(text), ..wanted })
    }

    /// The confirmation of the text of a cell, if it holds.
    fn confirmation(&self, wanted: &CellCorrection) -> Option<&CellCorrection> {
        let is_of_cell = |own: &&CellCorrection| {
            own.is_confirmation() && (&own.sheet, own.row, own.column) == (&wanted.sheet, wanted.row, wanted.column)
        };
        let all = &self.corrections.of(&wanted.sha256).corrections;
        let own: Vec<&CellCorrection> = all.iter().filter(is_of_cell).collect();
        ingest::confirmation_of(&wanted.old, &own)
    }

    /// The numbers of the corrections whose text the file is read with.
    fn holding(&self, input: &Input) -> Result<Vec<String>> {
        let file = ingest::load_file(&input.path, &input.name, &self.settings)?;
        ingest::holding_corrections(&file, self.corrections.of(&file.source.sha256), &self.settings)
    }
}

/// The text in a cell, or why it can't be corrected.
fn text_of<'a>(answer: &'a CellAnswer, wanted: &CellCorrection, sheets: &[String]) -> Result<&'a str> {
    let refused = |code: ErrorCode| Error::new(code).with("place", wanted.place_text());
    match answer {
        CellAnswer::Text(text) => Ok(text),
        CellAnswer::NoSheet => {
            let known: Vec<&str> =
                sheets.iter().map(|name| if name.is_empty() { "–" } else { name.as_str() }).collect();
            Err(Error::new(ErrorCode::CorrectNoSheet).with("sheet", &wanted.sheet).with("known", known.join(", ")))
        }
        CellAnswer::NoRow => Err(refused(ErrorCode::CorrectNoRow)),
        CellAnswer::Merged(first) => Err(refused(ErrorCode::CorrectMerged).with("first", first)),
    }
}

fn check_signature(signature: &Signature) -> Result<()> {
    for (text, code) in [(&signature.author, ErrorCode::CorrectAuthor), (&signature.reason, ErrorCode::CorrectReason)] {
        if one_line(text).is_empty() {
            return Err(Error::new(code));
        }
    }
    Ok(())
}

fn signed(correction: CellCorrection, signature: &Signature) -> CellCorrection {
    let [author, moment, reason] = [&signature.author, &signature.at, &signature.reason].map(|text| one_line(text));
    CellCorrection { author, moment, reason, ..correction }
}

/// The text on one line: white space and control characters become single spaces. Corrections are compared so.
fn one_line(text: &str) -> String {
    let plain: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Adds a correction and returns it with its number.
fn append_one(raw: &Path, lock: &WaitLock, correction: CellCorrection) -> Result<CellCorrection> {
    let from = (append(raw, lock, std::slice::from_ref(&correction))?, 0);
    Ok(CellCorrection { from, ..correction }.with_id())
}

/// Adds corrections of one author and moment to the file of the author and year, in one step, and returns its name. A
/// file that another program has saved is left as it is: they go into the next one.
fn append(raw: &Path, lock: &WaitLock, corrections: &[CellCorrection]) -> Result<String> {
    let folder = raw.join(CORRECTIONS_FOLDER);
    std::fs::create_dir_all(&folder).map_err(|e| Error::io(&folder, &e))?;
    let stem = corrections.first().map(file_stem).unwrap_or_default();
    let line: String = corrections.iter().map(correction_line).collect();
    let n_cells = CellCorrection::COLUMNS.len();
    let is_whole = |rest: &str| {
        let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(rest.as_bytes());
        reader.records().next().is_some_and(|record| record.is_ok_and(|record| record.len() == n_cells))
    };
    for number in 1.. {
        let name = if number == 1 { format!("{stem}.csv") } else { format!("{stem}-{number}.csv") };
        if store::append_line(lock, &folder.join(&name), &heading_line(), &line, &is_whole)? {
            return Ok(format!("{CORRECTIONS_FOLDER}/{name}"));
        }
    }
    Err(Error::new(ErrorCode::Io).at(&folder))
}

/// `ruth-mbala-2026`: the author in plain letters and the year.
fn file_stem(correction: &CellCorrection) -> String {
    let plain = fold(&correction.author).to_lowercase();
    let words: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name: String = words.join("-").chars().take(MOST_FILE_LETTERS).collect();
    let year: String = correction.moment.chars().take_while(char::is_ascii_digit).take(4).collect();
    let parts = [name, year].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    // A name in other letters, and those that Windows keeps for its devices.
    if store::is_name_on_windows(&parts) && !parts.is_empty() { parts } else { format!("corrections-{parts}") }
}

impl CellPlace {
    /// Returns the number of the column, from 0.
    fn column_number(&self) -> Result<u16> {
        let column = column_of_letters(self.column.trim()).filter(|_| self.row > 0);
        let place = || format!("{}{}", self.column.trim(), self.row);
        column.ok_or_else(|| Error::new(ErrorCode::CorrectPlace).with("value", place()))
    }

    /// Sheet, column and row as a spreadsheet names them.
    #[must_use]
    pub fn new(file: &str, sheet: &str, row: u32, column: u16) -> Self {
        let column = column_letters(column).to_string();
        Self { file: file.to_owned(), sheet: sheet.to_owned(), row, column }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_date_is_divided_into_day_month_and_year() {
        for (text, parts) in [
            ("28/2/1989", Some(["28", "2", "1989"])),
            (" 5 mars 1990 ", Some(["5", "3", "1990"])),
            ("05.03.1990", Some(["5", "3", "1990"])),
            ("28", None),
            ("1989", None),
            ("30/2/1989", None),
            ("mars 1989", None),
            ("", None),
        ] {
            assert_eq!(date_in_three_cells(text), parts.map(|parts| parts.map(str::to_owned)), "{text}");
        }
    }

    #[test]
    fn a_file_is_named_after_its_author_and_year() {
        let stem = |author: &str, moment: &str| {
            let [author, moment] = [author, moment].map(str::to_owned);
            file_stem(&CellCorrection { author, moment, ..CellCorrection::default() })
        };
        assert_eq!(stem("Ruth M’BALA", "2026-11-29T10:00:00+01:00"), "ruth-m-bala-2026");
        assert_eq!(stem("../Élie", "2026"), "elie-2026");
        assert_eq!(stem("…", ""), "corrections-");
    }
}
