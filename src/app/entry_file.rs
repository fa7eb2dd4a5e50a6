//! Writes a CSV row by row: events from the counter, sheets typed from paper.
//!
//! It is an ordinary CSV that any spreadsheet opens: UTF-8 with its mark, `;`, a row of headings. It is written whole, in
//! one step, so that a reader never sees half a row. A file that another program has saved in another form is left as
//! it is.

use std::path::{Path, PathBuf};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest;
use crate::record::{Fnv, fold, is_unprintable, looks_like_formula};
use crate::store::{self, OutputPath, WaitLock};

/// Most letters of a cell.
const MOST_LETTERS: usize = 300;
/// Most letters of a part of a file name.
const MOST_NAME_LETTERS: usize = 60;

/// A table in memory, with the file that it is written to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct EntryFile {
    path: PathBuf,
    headings: Vec<String>,
    /// The rows, each with a cell for each heading.
    pub(super) rows: Vec<Vec<String>>,
}

/// Waits until no other agent writes such a file.
pub(super) fn lock_entries(clean: &Path) -> Result<WaitLock> {
    store::wait_for_lock(&clean.join("work/entries.lock"))
}

impl EntryFile {
    /// Reads a file; one that is missing has no rows.
    ///
    /// # Errors
    /// `entry-file` if another program has saved it in another form; those of the file system.
    pub(super) fn read(path: &Path, headings: &[String]) -> Result<Self> {
        let foreign = || Error::new(ErrorCode::EntryFile).at(path);
        let text = match ingest::read_text_file(path) {
            Ok(text) => text.unwrap_or_default(),
            Err(fault) if fault.code == ErrorCode::NotText => return Err(foreign()),
            Err(fault) => return Err(fault),
        };
        let mut file = Self { path: path.to_owned(), headings: headings.to_vec(), rows: Vec::new() };
        if text.is_empty() {
            return Ok(file);
        }
        let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(text.as_bytes());
        if !reader.headers().is_ok_and(|own| own.iter().eq(headings)) {
            return Err(foreign());
        }
        for record in reader.records() {
            let record = record.map_err(|cause| foreign().because(cause))?;
            file.rows.push(record.iter().map(|cell| cell.trim().to_owned()).collect());
        }
        Ok(file)
    }

    /// Replaces the file, which is on disk when this returns. Without rows it is removed.
    ///
    /// # Errors
    /// Those of the file system; the old file then stands.
    pub(super) fn write(&self) -> Result<()> {
        if self.rows.is_empty() {
            return store::remove_file(&self.path);
        }
        if let Some(folder) = self.path.parent() {
            store::create_private_folder(folder)?;
        }
        store::write_text(&format!("\u{feff}{}", csv_text(&self.headings, &self.rows)?), &OutputPath::own(&self.path))
    }
}

/// The text of a table.
pub(super) fn csv_text(headings: &[String], rows: &[Vec<String>]) -> Result<String> {
    let fault = |e: csv::Error| Error::new(ErrorCode::Io).because(e);
    let mut writer = csv::WriterBuilder::new().delimiter(b';').from_writer(Vec::new());
    writer.write_record(headings).map_err(fault)?;
    for row in rows {
        writer.write_record(row.iter().map(|cell| unexecutable(cell))).map_err(fault)?;
    }
    let bytes = writer.into_inner().map_err(|e| Error::new(ErrorCode::Io).because(e.error()))?;
    String::from_utf8(bytes).map_err(|e| Error::new(ErrorCode::Io).because(e))
}

/// A cell with a blank before what a spreadsheet would take for a formula. Readers leave the blank out.
fn unexecutable(cell: &str) -> String {
    if looks_like_formula(cell) && cell.chars().count() > 1 { format!(" {cell}") } else { cell.to_owned() }
}

/// A text as a cell holds it: one line, no control characters, no blanks around it.
pub(super) fn cell_text(text: &str) -> String {
    let clean: String = text.chars().map(|c| if is_unprintable(c) { ' ' } else { c }).collect();
    clean.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MOST_LETTERS).collect()
}

/// The identifier of a row, by which a form says which row it is about.
pub(super) fn row_id(cells: &[String]) -> String {
    let hash = cells.iter().fold(Fnv::default(), |hash, cell| hash.with(cell.as_bytes()));
    format!("{:016x}", hash.finish())
}

/// A text as a part of a file name on every system: its letters and digits, other characters as `-`.
pub(super) fn name_part(text: &str) -> String {
    let kept: String = text.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect();
    let parts: Vec<&str> = kept.split('-').filter(|part| !part.is_empty()).collect();
    parts.join("-").chars().take(MOST_NAME_LETTERS).collect()
}

/// The same without accents, in small letters.
pub(super) fn plain_name_part(text: &str) -> String {
    name_part(&fold(text)).to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_read_back_as_written_and_no_row_leaves_no_file() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("events/saisie/2018-ruth.csv");
        let headings = ["Nom", "N° parcelle"].map(str::to_owned);
        let mut file = EntryFile::read(&path, &headings).unwrap();
        assert!(file.rows.is_empty());
        file.rows = [["MBALA; \"Bruno\"", "12/3"], ["=1+1", "-"], ["", "é"]]
            .map(|row| row.map(str::to_owned).to_vec())
            .to_vec();
        file.write().unwrap();
        let text = std::fs::read_to_string(&path).unwrap();
        assert!(text.starts_with("\u{feff}Nom;N° parcelle\n") && text.contains("\n =1+1;-\n"), "{text}");
        assert_eq!(EntryFile::read(&path, &headings).unwrap(), file);
        file.rows.clear();
        file.write().unwrap();
        assert!(!path.exists());
    }

    #[test]
    fn a_file_in_another_form_is_refused() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("x.csv");
        let headings = ["Nom".to_owned(), "Sexe".to_owned()];
        for bytes in
            [&b"Nom,Sexe\nMBALA,M\n"[..], b"Nom;Sexe\nMBALA\n", b"Nom;Sexe\nB\xe9a;F\n", b"Sexe;Nom\nM;MBALA\n"]
        {
            std::fs::write(&path, bytes).unwrap();
            let code = EntryFile::read(&path, &headings).unwrap_err().code;
            assert_eq!(code, ErrorCode::EntryFile, "{}", String::from_utf8_lossy(bytes));
        }
        std::fs::write(&path, "Nom;Sexe\r\nMBALA;M\r\n").unwrap();
        assert_eq!(EntryFile::read(&path, &headings).unwrap().rows, [["MBALA", "M"]]);
    }

    #[test]
    fn names_of_files_have_letters_and_digits_alone() {
        assert_eq!(name_part("../Q. 17 Mai "), "Q-17-Mai");
        assert_eq!(plain_name_part("Hélène K’Abi"), "helene-k-abi");
        assert_eq!(cell_text(" a\n b\u{202e}\tc "), "a b c");
    }
}
