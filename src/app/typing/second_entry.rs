//! Second entry: a sample of a closed batch is typed again by another person who does not see the first typing. The
//! share of fields that differ says how well the sheets are typed; each difference is judged.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::error::{Error, ErrorCode, Result};
use crate::ingest::Reference;
use crate::normalise::ReferenceData;
use crate::record::{Fnv, Kind, fold};
use crate::report::{Z95, wilson};
use crate::store::Store;

use super::super::entry_file::{EntryFile, cell_text, lock_entries, row_id};
use super::super::same_meaning::{lists_of, mean_the_same};
use super::batch::Batch;
use super::{Typing, TypingColumn, TypingRow, clean_cells, columns, unit_of};

/// The columns that are not compared: they are carried down, or say which fiche it is.
const NOT_COMPARED: [&str; 5] = ["order", "fiche", "quartier", "act_number", "year"];

/// The second entry of a sample.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SecondEntry {
    /// The seed by which the sample was drawn.
    pub seed: u64,
    /// The numbers of the fiches, or acts, of the sample, in the order of the file.
    pub units: Vec<String>,
    /// Who types them again; "" before the first row.
    pub author: String,
    /// Whether all of the sample is typed.
    pub is_finished: bool,
    /// How many fields were compared and how many differ; `None` before it is finished.
    pub errors: Option<FieldErrors>,
    /// The differences.
    pub differences: Vec<Difference>,
}

/// How many fields differ between two entries.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
pub struct FieldErrors {
    /// Fields that at least one of both filled in.
    pub n: u64,
    /// Those that differ.
    pub n_different: u64,
    /// The share with its 95 % interval (Wilson); `None` without a field.
    pub share: Option<[f64; 3]>,
}

/// What differs between the two entries.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceKind {
    /// A field of a person.
    Field,
    /// A person whom the second entry alone has.
    MissingInFirst,
    /// A person whom the first entry alone has.
    MissingInSecond,
}

/// A difference between the two entries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Difference {
    /// What differs.
    pub kind: DifferenceKind,
    /// The fiche or act.
    pub unit: String,
    /// The row of the file, by its cells as they are now; those of the second entry where the first has none.
    pub row: Vec<String>,
    /// The column, by its code; "" for a whole person.
    pub column: String,
    /// The text of the first entry.
    pub first: String,
    /// The text of the second entry.
    pub second: String,
    /// The text that is right, who judged it and when; `None` before.
    pub right: Option<(String, String, String)>,
}

impl Typing<'_> {
    /// Draws the sample of a closed batch. The same batch gives the same sample.
    ///
    /// # Errors
    /// `typing-open` while the batch is open; `typing-batch`; those of reading and writing.
    pub fn draw_second(&self, id: &str) -> Result<Vec<String>> {
        let _entries = lock_entries(self.clean)?;
        let mut batch = Batch::read(self.raw, id)?;
        if let Some(second) = &batch.second {
            return Ok(second.units.clone());
        }
        if batch.closed.is_none() {
            return Err(Error::new(ErrorCode::TypingOpen));
        }
        let file = self.file(&batch)?;
        let mut units: Vec<String> = Vec::new();
        for unit in file.rows.iter().map(|row| unit_of(&batch, row)).filter(|unit| !unit.is_empty()) {
            if !units.iter().any(|own| own == unit) {
                units.push(unit.to_owned());
            }
        }
        let settings = &self.config.typing;
        let share = (units.len() as f64 * settings.second_entry_share).ceil() as usize;
        let size = share.max(settings.second_entry_fiches);
        let seed = Fnv::default().with(batch.id.as_bytes()).finish();
        let hash = |unit: &String| Fnv::default().with(&seed.to_le_bytes()).with(unit.as_bytes()).finish();
        let mut by_hash: Vec<&String> = units.iter().collect();
        by_hash.sort_by_key(|unit| hash(unit));
        by_hash.truncate(size);
        let units: Vec<String> = units.iter().filter(|unit| by_hash.contains(unit)).cloned().collect();
        batch.second = Some(SecondEntry { seed, units: units.clone(), ..SecondEntry::default() });
        batch.write(self.raw)?;
        Ok(units)
    }

    /// Returns the rows that this agent has typed of the sample, and the next row with its fiche. Nothing of the first
    /// entry is in it. The look at the rows is logged, unless this fiche is in hand ([`sample_in_hand`]).
    ///
    /// # Errors
    /// `typing-second-author` for the author of the batch, and for a third person; `typing-second` before the sample
    /// is drawn.
    pub fn second_rows(&self, id: &str, unit: &str) -> Result<(Vec<TypingRow>, Vec<String>)> {
        let (batch, second) = self.second_of(id)?;
        let file = self.second_file(&batch)?;
        let own = (2..).zip(&file.rows).filter(|(_, row)| unit_of(&batch, row) == unit);
        let rows: Vec<TypingRow> =
            own.map(|(line, cells)| TypingRow { line, id: row_id(cells), cells: cells.clone() }).collect();
        let mut next = columns::carried_down(batch.kind, (&batch.quartier, batch.year), None, false);
        for id in ["order", "fiche", "act_number"] {
            if let Some(cell) = next.get_mut(columns::place_of(batch.kind, id)) {
                *cell = if id == batch.unit_column() { unit.to_owned() } else { String::new() };
            }
        }
        if !second.units.iter().any(|own| own == unit) {
            return Err(Error::new(ErrorCode::TypingRow));
        }
        self.log_rows(&sample_in_hand(id, unit), rows.len())?;
        Ok((rows, next))
    }

    /// Returns the columns of the second entry. Their lists hold nothing of the first.
    ///
    /// # Errors
    /// As [`Typing::second_rows`].
    pub fn second_columns(&self, id: &str) -> Result<Vec<TypingColumn>> {
        let (batch, _) = self.second_of(id)?;
        let reference = Reference::read(&self.raw.join("reference"))?;
        let quartiers: Vec<String> = reference.quartiers.into_iter().map(|quartier| quartier.name).collect();
        Ok(columns::columns(batch.kind, &quartiers, &[], &[]))
    }

    /// Adds a person to the second entry. The row is on disk when this returns.
    ///
    /// # Errors
    /// As [`Typing::second_rows`] and [`Typing::add_row`]; `typing-closed` once it is finished.
    pub fn add_second_row(&self, id: &str, n_before: usize, cells: &[String]) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let (mut batch, mut second) = self.second_of(id)?;
        if second.is_finished {
            return Err(Error::new(ErrorCode::TypingClosed));
        }
        let cells = clean_cells(&batch, cells)?;
        let unit = unit_of(&batch, &cells).to_owned();
        if !second.units.contains(&unit) {
            return Err(Error::new(ErrorCode::TypingRow));
        }
        let mut file = self.second_file(&batch)?;
        let of_unit: Vec<&Vec<String>> = file.rows.iter().filter(|row| unit_of(&batch, row) == unit).collect();
        if of_unit.len() == n_before + 1 && of_unit.last() == Some(&&cells) {
            return Ok(());
        }
        if of_unit.len() != n_before {
            return Err(Error::new(ErrorCode::TypingChanged));
        }
        if second.author.is_empty() {
            second.author = self.access.who().to_owned();
            batch.second = Some(second);
            batch.write(self.raw)?;
        }
        file.rows.push(cells);
        file.write()
    }

    /// Removes a person from the second entry.
    ///
    /// # Errors
    /// As [`Typing::add_second_row`].
    pub fn remove_second_row(&self, id: &str, row: &str) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let (batch, second) = self.second_of(id)?;
        if second.is_finished {
            return Err(Error::new(ErrorCode::TypingClosed));
        }
        let mut file = self.second_file(&batch)?;
        let place = file.rows.iter().position(|own| row_id(own) == row);
        file.rows.remove(place.ok_or_else(|| Error::new(ErrorCode::TypingRow))?);
        file.write()
    }

    /// Ends the second entry and compares both. A fiche of the sample without a row counts as not typed.
    ///
    /// # Errors
    /// `typing-not-all` with the fiches that have no row yet; as [`Typing::second_rows`].
    pub fn finish_second(&self, id: &str) -> Result<FieldErrors> {
        let _entries = lock_entries(self.clean)?;
        let (mut batch, mut second) = self.second_of(id)?;
        if let Some(errors) = second.errors.filter(|_| second.is_finished) {
            return Ok(errors);
        }
        let again = self.second_file(&batch)?;
        let by_unit = |rows: &[Vec<String>]| {
            let mut by_unit: BTreeMap<String, Vec<Vec<String>>> = BTreeMap::new();
            for row in rows.iter().filter(|row| second.units.iter().any(|unit| unit == unit_of(&batch, row))) {
                by_unit.entry(unit_of(&batch, row).to_owned()).or_default().push(row.clone());
            }
            by_unit
        };
        let (first, again) = (by_unit(&self.file(&batch)?.rows), by_unit(&again.rows));
        let missing: Vec<&str> =
            second.units.iter().filter(|unit| !again.contains_key(*unit)).map(String::as_str).collect();
        if !missing.is_empty() {
            return Err(Error::new(ErrorCode::TypingNotAll).with("fiches", missing.join(", ")));
        }
        let lists = lists_of(&Reference::read(&self.raw.join("reference"))?, self.config)?;
        let none = Vec::new();
        let (mut errors, mut differences) = (FieldErrors::default(), Vec::new());
        for unit in &second.units {
            let rows = [&first, &again].map(|entry| entry.get(unit).unwrap_or(&none));
            compare_unit(batch.kind, unit, rows, &lists, &mut errors, &mut differences);
        }
        let (part, whole) = (errors.n_different as f64, errors.n as f64);
        errors.share = wilson(part, whole, Z95).map(|(low, high)| [part / whole, low, high]);
        (second.errors, second.differences, second.is_finished) = (Some(errors), differences, true);
        batch.second = Some(second);
        batch.write(self.raw)?;
        Ok(errors)
    }

    /// Returns the second entry of a batch with its differences. Looking at them is logged.
    ///
    /// # Errors
    /// `typing-batch`, `typing-second`.
    pub fn second_entry(&self, id: &str) -> Result<(Batch, SecondEntry)> {
        let batch = Batch::read(self.raw, id)?;
        let second = batch.second.clone().ok_or_else(|| Error::new(ErrorCode::TypingSecond))?;
        if !second.differences.is_empty() {
            let n = second.differences.len() as u64;
            self.access.log(&Store::open(self.clean)?, "typing", &format!("differences {id}"), n)?;
        }
        Ok((batch, second))
    }

    /// Judges a difference: this text is right, and becomes that of the row. For a whole person, `true` (the person is
    /// on the paper) is any text.
    ///
    /// # Errors
    /// `typing-row` if there is no such difference, or the row was changed meanwhile; those of writing.
    pub fn judge_difference(&self, id: &str, number: usize, right: &str) -> Result<()> {
        let _entries = lock_entries(self.clean)?;
        let mut batch = Batch::read(self.raw, id)?;
        let gone = || Error::new(ErrorCode::TypingRow);
        let mut second = batch.second.clone().ok_or_else(gone)?;
        let right = cell_text(right);
        let found = second.differences.get(number).filter(|found| found.right.is_none()).cloned().ok_or_else(gone)?;
        let mut file = self.file(&batch)?;
        let place = file.rows.iter().position(|row| *row == found.row);
        match found.kind {
            DifferenceKind::Field => {
                let place = place.ok_or_else(gone)?;
                let mut row = found.row.clone();
                *row.get_mut(columns::place_of(batch.kind, &found.column)).ok_or_else(gone)? = right.clone();
                // Other differences are of the same row.
                let of_row = second.differences.iter_mut().filter(|other| other.row == found.row);
                of_row.for_each(|other| other.row = row.clone());
                file.rows[place] = row;
            }
            DifferenceKind::MissingInFirst if !right.is_empty() => {
                let last = file.rows.iter().rposition(|row| unit_of(&batch, row) == found.unit);
                file.rows.insert(last.map_or(file.rows.len(), |last| last + 1), found.row.clone());
            }
            DifferenceKind::MissingInSecond if right.is_empty() => {
                file.rows.remove(place.ok_or_else(gone)?);
            }
            DifferenceKind::MissingInFirst | DifferenceKind::MissingInSecond => {}
        }
        file.write()?;
        let by = (right, self.access.who().to_owned(), self.access.at().to_owned());
        second.differences[number].right = Some(by);
        batch.second = Some(second);
        batch.write(self.raw)
    }

    /// The batch and its second entry, if this agent may type it.
    fn second_of(&self, id: &str) -> Result<(Batch, SecondEntry)> {
        let batch = Batch::read(self.raw, id)?;
        let second = batch.second.clone().ok_or_else(|| Error::new(ErrorCode::TypingSecond))?;
        let who = fold(self.access.who());
        let is_third = !second.author.is_empty() && fold(&second.author) != who;
        if fold(&batch.author) == who || is_third {
            let author = if is_third { &second.author } else { &batch.author };
            return Err(Error::new(ErrorCode::TypingSecondAuthor).with("author", author));
        }
        Ok((batch, second))
    }

    fn second_file(&self, batch: &Batch) -> Result<EntryFile> {
        EntryFile::read(&batch.second_path(self.raw), &columns::headings(batch.kind))
    }
}

/// What is in hand of an agent who types a fiche of the sample again.
#[must_use]
pub fn sample_in_hand(id: &str, unit: &str) -> String {
    format!("{id}/{unit}")
}

/// Compares the rows of one fiche. Rows are of one person if more of their fields agree than with any other row.
fn compare_unit(
    kind: Kind,
    unit: &str,
    [first, second]: [&Vec<Vec<String>>; 2],
    lists: &ReferenceData,
    errors: &mut FieldErrors,
    differences: &mut Vec<Difference>,
) {
    let ids = columns::column_ids(kind);
    let compared: Vec<(usize, &str)> =
        ids.iter().copied().enumerate().filter(|(_, id)| !NOT_COMPARED.contains(id)).collect();
    let n_same = |a: &Vec<String>, b: &Vec<String>| {
        compared.iter().filter(|(place, _)| !a[*place].is_empty() && fold(&a[*place]) == fold(&b[*place])).count()
    };
    let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
    for (place_a, a) in first.iter().enumerate() {
        for (place_b, b) in second.iter().enumerate() {
            pairs.push((n_same(a, b), place_a, place_b));
        }
    }
    // Of equal pairs those at the same place come first.
    pairs.sort_by_key(|(same, a, b)| (std::cmp::Reverse(*same), a.abs_diff(*b), *a));
    let mut partner: Vec<Option<usize>> = vec![None; first.len()];
    for (_, a, b) in pairs {
        if partner[a].is_none() && !partner.contains(&Some(b)) {
            partner[a] = Some(b);
        }
    }
    // One member more or less: the pair that is left over may be two persons.
    for (a, own) in partner.iter_mut().enumerate() {
        if own.is_some_and(|b| first.len() != second.len() && n_same(&first[a], &second[b]) == 0) {
            *own = None;
        }
    }
    let mut add = |kind, row: &Vec<String>, column: &str, first: &str, second: &str| {
        let (unit, row, column) = (unit.to_owned(), row.clone(), column.to_owned());
        let (first, second) = (first.to_owned(), second.to_owned());
        differences.push(Difference { kind, unit, row, column, first, second, right: None });
    };
    let filled = |row: &Vec<String>| compared.iter().filter(|(place, _)| !row[*place].is_empty()).count() as u64;
    let shown = |row: &Vec<String>| {
        compared
            .iter()
            .map(|(place, _)| row[*place].as_str())
            .filter(|cell| !cell.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    };
    for (a, b) in partner.iter().enumerate() {
        let Some(b) = b else {
            let n = filled(&first[a]);
            (errors.n, errors.n_different) = (errors.n + n, errors.n_different + n);
            add(DifferenceKind::MissingInSecond, &first[a], "", &shown(&first[a]), "");
            continue;
        };
        for (place, id) in &compared {
            let (one, other) = (first[a][*place].as_str(), second[*b][*place].as_str());
            errors.n += u64::from(!one.is_empty() || !other.is_empty());
            if !mean_the_same(id, one, other, lists) {
                errors.n_different += 1;
                add(DifferenceKind::Field, &first[a], id, one, other);
            }
        }
    }
    for (b, row) in second.iter().enumerate().filter(|(b, _)| !partner.contains(&Some(*b))) {
        let n = filled(row);
        (errors.n, errors.n_different) = (errors.n + n, errors.n_different + n);
        add(DifferenceKind::MissingInFirst, &second[b], "", "", &shown(row));
    }
}
