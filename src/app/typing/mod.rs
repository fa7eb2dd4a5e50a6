//! Typing sheets from paper: a household sheet or a birth register, person by person.
//!
//! The rows of a batch are an ordinary CSV in `census/saisie` or `births/saisie` below the raw folder, with the columns
//! of the template. Each person is on disk when the row is left. A run reads an open batch as it reads any other sheet:
//! who was typed is in the register, and nothing waits for the end of the batch. The second entry of a sample lies in
//! `typing`, where no run reads.

mod batch;
mod columns;
mod finished;
mod second_entry;

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::finding::{Finding, Severity};
use crate::ingest::Reference;
use crate::record::{Kind, fold};
use crate::run::FileReader;
use crate::store::Store;

use super::access::Access;
use super::entry_file::{EntryFile, cell_text, csv_text, lock_entries, row_id};

pub use batch::{Batch, BatchClosing};
pub use columns::TypingColumn;
pub use second_entry::{Difference, DifferenceKind, FieldErrors, SecondEntry, sample_in_hand};

/// Rows of a batch that a page shows.
const MOST_ROWS: usize = 12;
/// The first and the last year of a round or a register.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2099;

/// A batch and how far it is.
#[derive(Debug, Clone, PartialEq)]
pub struct BatchSummary {
    /// The batch.
    pub batch: Batch,
    /// Persons typed.
    pub n_rows: u64,
    /// Fiches or acts typed.
    pub n_units: u64,
    /// Whether its file was saved by another program, in a form in which no row can be added.
    pub is_foreign: bool,
}

/// A row of a batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TypingRow {
    /// The line of the file.
    pub line: usize,
    /// The identifier by which the row is changed.
    pub id: String,
    /// The cells, in the order of the columns.
    pub cells: Vec<String>,
}

/// What the rules say about a cell of the fiche that is being typed.
#[derive(Debug, Clone, PartialEq)]
pub struct FicheDoubt {
    /// The line of the file.
    pub line: usize,
    /// The identifier by which the row is changed.
    pub row: String,
    /// Its cells, in the order of the columns.
    pub cells: Vec<String>,
    /// The column, by its code; `None` for the whole row.
    pub column: Option<&'static str>,
    /// The finding, for its message.
    pub finding: Finding,
}

/// A batch as the page of typing shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct TypingView {
    /// The batch and how far it is.
    pub summary: BatchSummary,
    /// Whether it is this agent's. Of another agent's batch no row is shown: who looked at it could not type it again
    /// without having seen it.
    pub is_own: bool,
    /// The columns with their lists.
    pub columns: Vec<TypingColumn>,
    /// The last rows, the last one last.
    pub rows: Vec<TypingRow>,
    /// The next row, with what is carried down.
    pub next: Vec<String>,
    /// What the rules say about the last fiche.
    pub doubts: Vec<FicheDoubt>,
    /// The identifiers of those of the last rows that will wait in quarantine.
    pub waiting: Vec<String>,
    /// The numbers of the fiches or acts, each once, in the order of the file.
    pub units: Vec<String>,
}

/// An agent who types sheets.
#[derive(Debug, Clone, Copy)]
pub struct Typing<'r> {
    /// The folder of the register.
    pub clean: &'r Path,
    /// The raw folder.
    pub raw: &'r Path,
    /// The settings.
    pub config: &'r Config,
    /// The day.
    pub today: NaiveDate,
    /// Who types, and when.
    pub access: &'r Access,
    /// The batch that this agent is typing in, or the fiche of a sample: what was typed there is on the page already.
    /// Looking at any other rows leaves a line in the log of look-ups.
    pub batch_in_hand: Option<&'r str>,
}

impl Typing<'_> {
    /// Begins a batch of this agent, or finds the one begun before. An act may be of any quartier.
    ///
    /// # Errors
    /// `typing-quartier` if the commune has no such quartier; `typing-year`; those of reading and writing.
    pub fn open(&self, kind: Kind, quartier: &str, year: i32) -> Result<Batch> {
        if !YEARS.contains(&year) {
            return Err(Error::new(ErrorCode::TypingYear).with("value", year));
        }
        let quartier = cell_text(quartier);
        let reference = Reference::read(&self.raw.join("reference"))?;
        let is_it = |name: &String| fold(name) == fold(&quartier);
        let known = reference
            .quartiers
            .iter()
            .find(|known| is_it(&known.name) || known.other_spellings.iter().any(is_it))
            .map(|known| known.name.clone());
        let name = match known {
            Some(name) => name,
            None if quartier.is_empty() && kind == Kind::Birth => String::new(),
            None => return Err(Error::new(ErrorCode::TypingQuartier).with("value", quartier)),
        };
        let _entries = lock_entries(self.clean)?;
        let batch = Batch::new(kind, &name, year, (self.access.who(), self.access.at()));
        match Batch::read(self.raw, &batch.id) {
            Err(fault) if fault.code == ErrorCode::TypingBatch => {
                batch.write(self.raw)?;
                Ok(batch)
            }
            found => found,
        }
    }

    /// Returns all batches, the last one begun first.
    ///
    /// # Errors
    /// Those of reading.
    pub fn batches(&self) -> Result<Vec<BatchSummary>> {
        Batch::all(self.raw)?.into_iter().map(|batch| self.summary(batch)).collect()
    }

    fn summary(&self, batch: Batch) -> Result<BatchSummary> {
        match self.file(&batch) {
            Ok(file) => Ok(summary_of(batch, &file.rows)),
            Err(fault) if fault.code == ErrorCode::EntryFile => {
                Ok(BatchSummary { is_foreign: true, ..summary_of(batch, &[]) })
            }
            Err(fault) => Err(fault),
        }
    }

    /// Returns a batch as the page of typing shows it. `is_new_fiche` begins the next household. The look at the rows
    /// is logged, unless the batch is in hand.
    ///
    /// # Errors
    /// `typing-batch`, `entry-file`; those of reading.
    pub fn view(&self, id: &str, is_new_fiche: bool) -> Result<TypingView> {
        let batch = Batch::read(self.raw, id)?;
        let file = self.file(&batch)?;
        let summary = summary_of(batch.clone(), &file.rows);
        if fold(&batch.author) != fold(self.access.who()) {
            let (rows, next, doubts, units, waiting) = Default::default();
            let columns = columns::columns(batch.kind, &[], &[], &[]);
            return Ok(TypingView { summary, is_own: false, columns, rows, next, doubts, waiting, units });
        }
        let quartiers: Vec<String> =
            Reference::read(&self.raw.join("reference"))?.quartiers.into_iter().map(|quartier| quartier.name).collect();
        let fiche = last_fiche(&batch, &file.rows);
        let fiche_rows: Vec<&Vec<String>> = fiche.iter().map(|(_, row)| *row).collect();
        let last = file.rows.last();
        let of_fiche = if is_new_fiche { Vec::new() } else { fiche_rows };
        let first = file.rows.len().saturating_sub(MOST_ROWS);
        let row = |(line, cells): (usize, &Vec<String>)| TypingRow { line, id: row_id(cells), cells: cells.clone() };
        // The remarks name members of the last fiche who stand above the rows that are shown.
        let n_shown = file.rows.len() - first.min(fiche.first().map_or(first, |(line, _)| line - 2));
        self.log_rows(id, n_shown)?;
        Ok(TypingView {
            summary,
            is_own: true,
            columns: columns::columns(batch.kind, &quartiers, &file.rows, &of_fiche),
            rows: (2 + first..).zip(&file.rows[first..]).map(row).collect(),
            next: columns::carried_down(batch.kind, (&batch.quartier, batch.year), last, is_new_fiche),
            doubts: self.doubts(&batch, &fiche)?,
            waiting: self.waiting(&batch, &file.rows, first)?,
            units: units(&batch, &file.rows),
        })
    }

    /// Returns the number of rows of a batch. No row is shown.
    ///
    /// # Errors
    /// `typing-batch`, `entry-file`; those of reading.
    pub fn n_rows(&self, id: &str) -> Result<u64> {
        let batch = Batch::read(self.raw, id)?;
        Ok(self.file(&batch)?.rows.len() as u64)
    }

    /// Returns a batch of this agent and its columns, for a form that was sent. No row is shown.
    ///
    /// # Errors
    /// `typing-batch`; those of reading.
    pub fn form_columns(&self, id: &str) -> Result<(Batch, Vec<TypingColumn>)> {
        let batch = Batch::read(self.raw, id)?;
        let columns = columns::columns(batch.kind, &[], &[], &[]);
        Ok((batch, columns))
    }

    /// Returns one row of an open batch, to change it. The look at it is logged, unless the batch is in hand.
    ///
    /// # Errors
    /// `typing-row` if it is not there any more; as [`Typing::add_row`].
    pub fn row(&self, id: &str, row: &str) -> Result<TypingRow> {
        let (_, file) = self.open_batch(id)?;
        let found = (2..).zip(file.rows).find(|(_, cells)| row_id(cells) == row);
        let (line, cells) = found.ok_or_else(|| Error::new(ErrorCode::TypingRow))?;
        self.log_rows(id, 1)?;
        Ok(TypingRow { line, id: row.to_owned(), cells })
    }

    /// Adds a line to the log of look-ups before `n` rows of a batch are shown, unless the batch is in hand.
    fn log_rows(&self, id: &str, n: usize) -> Result<()> {
        if n == 0 || self.batch_in_hand == Some(id) {
            return Ok(());
        }
        self.access.log(&Store::open(self.clean)?, "typing", &format!("batch {id}"), n as u64).map(drop)
    }

    /// Adds a person to an open batch. `n_before` is the number of rows that the form was made for, so that a form that
    /// is sent twice adds one row. The row is on disk when this returns.
    ///
    /// # Errors
    /// `typing-blank` for a row without a person; `typing-closed`; `typing-author`; `typing-changed` if the batch has
    /// another number of rows; `entry-file`; those of writing.
    pub fn add_row(&self, id: &str, n_before: usize, cells: &[String]) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let (batch, mut file) = self.open_batch(id)?;
        let cells = clean_cells(&batch, cells)?;
        if file.rows.len() == n_before + 1 && file.rows.last() == Some(&cells) {
            return Ok(());
        }
        if file.rows.len() != n_before {
            return Err(Error::new(ErrorCode::TypingChanged));
        }
        file.rows.push(cells);
        file.write()
    }

    /// Replaces a row of an open batch.
    ///
    /// # Errors
    /// `typing-row` if the row is not there any more; as [`Typing::add_row`].
    pub fn change_row(&self, id: &str, row: &str, cells: &[String]) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let (batch, mut file) = self.open_batch(id)?;
        let cells = clean_cells(&batch, cells)?;
        let place = file.rows.iter().position(|own| row_id(own) == row || *own == cells);
        file.rows[place.ok_or_else(|| Error::new(ErrorCode::TypingRow))?] = cells;
        file.write()
    }

    /// Removes a row of an open batch.
    ///
    /// # Errors
    /// `typing-row` if the row is not there any more; as [`Typing::add_row`].
    pub fn remove_row(&self, id: &str, row: &str) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let (_, mut file) = self.open_batch(id)?;
        let place = file.rows.iter().position(|own| row_id(own) == row);
        file.rows.remove(place.ok_or_else(|| Error::new(ErrorCode::TypingRow))?);
        file.write()
    }

    /// Closes a batch with the number of fiches, or acts, counted on paper. A number that differs from that of the file
    /// is returned as a difference and closes the batch only if it is confirmed.
    ///
    /// # Errors
    /// As [`Typing::add_row`].
    pub fn close(&self, id: &str, n_on_paper: u64, is_confirmed: bool) -> Result<Option<BatchClosing>> {
        let _entries = lock_entries(self.clean)?;
        let (mut batch, file) = self.open_batch(id)?;
        let n_typed = n_units(&batch, &file.rows);
        let (at, by) = (self.access.at().to_owned(), self.access.who().to_owned());
        let closing = BatchClosing { at, by, n_on_paper, n_typed };
        if n_typed != n_on_paper && !is_confirmed {
            return Ok(Some(closing));
        }
        batch.closed = Some(closing);
        batch.write(self.raw)?;
        Ok(None)
    }

    /// Opens a closed batch again. A second entry that has begun closes it for good.
    ///
    /// # Errors
    /// `typing-second` after a second entry was drawn; `typing-author`; those of writing.
    pub fn reopen(&self, id: &str) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let mut batch = Batch::read(self.raw, id)?;
        self.refuse_other_author(&batch)?;
        if batch.second.is_some() {
            return Err(Error::new(ErrorCode::TypingSecond));
        }
        batch.closed = None;
        batch.write(self.raw)
    }

    fn file(&self, batch: &Batch) -> Result<EntryFile> {
        EntryFile::read(&batch.rows_path(self.raw), &columns::headings(batch.kind))
    }

    /// The batch and its rows, if this agent may change them.
    fn open_batch(&self, id: &str) -> Result<(Batch, EntryFile)> {
        let batch = Batch::read(self.raw, id)?;
        self.refuse_other_author(&batch)?;
        if batch.closed.is_some() {
            return Err(Error::new(ErrorCode::TypingClosed));
        }
        let file = self.file(&batch)?;
        Ok((batch, file))
    }

    fn refuse_other_author(&self, batch: &Batch) -> Result<()> {
        if fold(&batch.author) == fold(self.access.who()) {
            return Ok(());
        }
        Err(Error::new(ErrorCode::TypingAuthor).with("author", &batch.author))
    }

    /// The identifiers of the rows from this one on that have an error.
    fn waiting(&self, batch: &Batch, rows: &[Vec<String>], first: usize) -> Result<Vec<String>> {
        let shown: Vec<(usize, &Vec<String>)> = (2 + first..).zip(&rows[first..]).collect();
        let doubts = self.doubts(batch, &shown)?.into_iter();
        Ok(doubts.filter(|doubt| doubt.finding.severity == Severity::Error).map(|doubt| doubt.row).collect())
    }

    /// What the rules say about some rows of a fiche. What is true of a whole sheet is not asked of a part of one.
    fn doubts(&self, batch: &Batch, fiche: &[(usize, &Vec<String>)]) -> Result<Vec<FicheDoubt>> {
        const OF_WHOLE_SHEETS: [&str; 2] = ["line-number-gap", "act-number-gap"];
        if fiche.is_empty() {
            return Ok(Vec::new());
        }
        let rows: Vec<Vec<String>> = fiche.iter().map(|(_, row)| (*row).clone()).collect();
        let text = csv_text(&columns::headings(batch.kind), &rows)?;
        let reference = Reference::read(&self.raw.join("reference"))?;
        let reader = FileReader::new(self.config, &reference, Arc::default(), self.today, None)?;
        let read = reader.read_text(&batch.file, text, batch.kind)?;
        let ids = columns::column_ids(batch.kind);
        let doubt = |finding: Finding| {
            let (line, cells) = fiche.get((finding.at.row.row as usize).checked_sub(2)?)?;
            let column = finding.at.column.and_then(|column| ids.get(usize::from(column)).copied());
            let (row, cells) = (row_id(cells), (*cells).clone());
            (!OF_WHOLE_SHEETS.contains(&finding.rule)).then_some(FicheDoubt {
                line: *line,
                row,
                cells,
                column,
                finding,
            })
        };
        Ok(read.findings.into_iter().filter_map(doubt).collect())
    }
}

/// The cells of a row as the file holds them.
fn clean_cells(batch: &Batch, cells: &[String]) -> Result<Vec<String>> {
    let n_columns = columns::column_ids(batch.kind).len();
    let mut cells: Vec<String> = cells.iter().map(|cell| cell_text(cell)).collect();
    cells.resize(n_columns, String::new());
    if !columns::has_person(batch.kind, &cells) {
        return Err(Error::new(ErrorCode::TypingBlank));
    }
    Ok(cells)
}

fn summary_of(batch: Batch, rows: &[Vec<String>]) -> BatchSummary {
    let n_units = n_units(&batch, rows);
    BatchSummary { batch, n_rows: rows.len() as u64, n_units, is_foreign: false }
}

/// The fiche or act of a row; a row without a number is one of its own.
fn unit_of<'c>(batch: &Batch, cells: &'c [String]) -> &'c str {
    cells.get(columns::place_of(batch.kind, batch.unit_column())).map_or("", String::as_str)
}

/// The numbers of the fiches or acts, each once, in the order of the file.
fn units(batch: &Batch, rows: &[Vec<String>]) -> Vec<String> {
    let mut units: Vec<String> = Vec::new();
    for unit in rows.iter().map(|row| unit_of(batch, row)).filter(|unit| !unit.is_empty()) {
        if !units.iter().any(|own| own == unit) {
            units.push(unit.to_owned());
        }
    }
    units
}

fn n_units(batch: &Batch, rows: &[Vec<String>]) -> u64 {
    if batch.kind != Kind::Census {
        return rows.len() as u64;
    }
    let numbered: BTreeSet<&str> = rows.iter().map(|row| unit_of(batch, row)).filter(|unit| !unit.is_empty()).collect();
    let n_without = rows.iter().filter(|row| unit_of(batch, row).is_empty()).count();
    (numbered.len() + n_without) as u64
}

/// The rows of the last fiche, or the last act, each with its line.
fn last_fiche<'r>(batch: &Batch, rows: &'r [Vec<String>]) -> Vec<(usize, &'r Vec<String>)> {
    let Some(last) = rows.last() else { return Vec::new() };
    let unit = unit_of(batch, last);
    if unit.is_empty() || batch.kind != Kind::Census {
        return vec![(rows.len() + 1, last)];
    }
    (2..).zip(rows).filter(|(_, row)| unit_of(batch, row) == unit).collect()
}
