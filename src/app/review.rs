//! The doubtful pairs out to a workbook, and the rulings back as a file of decisions.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, Result};
use crate::ingest;
use crate::messages::Messages;
use crate::record::{Decision, Fnv, Grid, GridRow, RowRef};
use crate::review;
use crate::store::{self, write_beside};

use super::decide::{self, Ruled};
use super::{current, pairs};

/// Merges shown to be looked at again.
const MOST_JOINED: usize = 200;

/// What a review holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReviewCount {
    /// Pairs to judge.
    pub open: usize,
    /// Merges to look at again.
    pub joined: usize,
}

/// How many pairs wait.
///
/// # Errors
/// `no-register`; those of the store.
pub fn review_count(clean: &Path) -> Result<ReviewCount> {
    let (_, pairs) = pairs::pairs(&current(clean)?)?;
    Ok(ReviewCount { open: review::to_judge(&pairs).len(), joined: review::least_certain(&pairs, MOST_JOINED).len() })
}

/// Writes the workbook of the pairs to judge.
///
/// # Errors
/// `no-register`, `review-not-made`; those of the store and the file system.
pub fn review_export(clean: &Path, out: &Path, messages: &Messages) -> Result<ReviewCount> {
    let (_, pairs) = pairs::pairs(&current(clean)?)?;
    let (open, joined) = (review::to_judge(&pairs), review::least_certain(&pairs, MOST_JOINED));
    let bytes = review::workbook(&open, &joined, messages)?;
    let file = write_beside(out, &bytes)?;
    file.persist(out).map_err(|e| Error::io(out, &e.error))?;
    Ok(ReviewCount { open: open.len(), joined: joined.len() })
}

/// What came back of a review.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Imported {
    /// Pairs ruled one person.
    pub same: usize,
    /// Pairs ruled two persons.
    pub different: usize,
    /// Pairs left open.
    pub open: usize,
    /// Rulings that were known already.
    pub known: usize,
    /// The file of decisions written; `None` if there was nothing new.
    pub path: Option<PathBuf>,
}

/// Reads a filled-in review and adds its rulings to the decisions. The same review twice adds nothing.
///
/// # Errors
/// `review-unreadable` if no review is in the file, `review-ruling` with the row of a ruling that can't be read,
/// `review-torn` with the pair whose other line is gone, `decisions-contradict` with both; those of reading and writing.
pub fn review_import(
    file: &Path,
    raw: &Path,
    author: &str,
    today: &str,
    config: &Config,
    worker: Option<PathBuf>,
) -> Result<Imported> {
    let settings = ingest::IngestSettings { worker, ..config.ingest.clone() };
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (_, book) = ingest::read_book(file, &name, &settings).map_err(|error| error.at(file))?;
    let mut imported = Imported::default();
    let mut decisions = Vec::new();
    let mut found_any = false;
    for grid in &book.grids {
        let Some(columns) = Columns::of(grid) else { continue };
        found_any = true;
        let of_sheet = columns.decisions(grid, author, today).map_err(|error| error.at(file))?;
        imported.open += of_sheet.1;
        decisions.extend(of_sheet.0);
    }
    if !found_any {
        return Err(Error::new("review-unreadable").at(file));
    }
    let known = ingest::read_decisions(raw, &config.ingest)?.decisions;
    let sides = |decision: &Decision| {
        let mut keys = [decision.a.clone(), decision.b.clone()].map(|row| (row.key, row.file, row.sheet, row.row));
        keys.sort();
        (keys, decision.same)
    };
    let mut seen: BTreeSet<_> = known.iter().map(sides).collect();
    decisions.retain(|decision| {
        let is_new = seen.insert(sides(decision));
        imported.known += usize::from(!is_new);
        is_new
    });
    decide::refuse_contradiction(known.iter().chain(&decisions))?;
    imported.same = decisions.iter().filter(|decision| decision.same).count();
    imported.different = decisions.len() - imported.same;
    if !decisions.is_empty() {
        let path = raw.join("decisions").join(file_name(&decisions, today));
        std::fs::create_dir_all(raw.join("decisions")).map_err(|e| Error::io(raw, &e))?;
        store::write_text(&decide::written(&decisions.iter().map(Ruled::Pair).collect::<Vec<_>>())?, &path)?;
        imported.path = Some(path);
    }
    Ok(imported)
}

/// Where things stand on a sheet of a review.
struct Columns {
    heading: u32,
    pair: u16,
    key: u16,
    file: u16,
    place: u16,
}

impl Columns {
    /// The technical headings, which no language changes.
    fn of(grid: &Grid) -> Option<Self> {
        grid.rows.iter().take(12).find_map(|row| {
            let column =
                |name: &str| row.cells.iter().find(|(_, value)| value.to_text() == name).map(|(column, _)| *column);
            let [pair, key, file, place] = ["pair", "key", "file", "place"].map(column);
            Some(Self { heading: row.row, pair: pair?, key: key?, file: file?, place: place? })
        })
    }

    /// The rulings of a sheet, and how many pairs are open.
    fn decisions(&self, grid: &Grid, author: &str, today: &str) -> Result<(Vec<Decision>, usize)> {
        let text = |row: &GridRow, column: u16| {
            row.value(column).map(|value| value.to_text().trim().to_owned()).unwrap_or_default()
        };
        let mut by_pair: BTreeMap<u64, Vec<&GridRow>> = BTreeMap::new();
        for row in grid.rows.iter().filter(|row| row.row > self.heading) {
            if let Ok(pair) = text(row, self.pair).parse() {
                by_pair.entry(pair).or_default().push(row);
            }
        }
        let (mut decisions, mut open) = (Vec::new(), 0);
        for (pair, rows) in by_pair {
            let said = |column: u16| {
                let texts = rows.iter().map(|row| (row.row, text(row, column)));
                texts.into_iter().find(|(_, text)| !text.is_empty())
            };
            let Some((line, ruling)) = said(0) else {
                open += 1;
                continue;
            };
            if ingest::is_undecided(&ruling) {
                open += 1;
                continue;
            }
            let fault = |code| Error::new(code).with("sheet", &grid.name).with("row", line).with("pair", pair);
            let same = ingest::read_ruling(&ruling).ok_or_else(|| fault("review-ruling").with("value", &ruling))?;
            let [a, b] = rows.as_slice() else { return Err(fault("review-torn")) };
            let side = |row: &GridRow| {
                let place = text(row, self.place);
                let (sheet, number) = place.rsplit_once('!')?;
                let row_number = number.parse().ok()?;
                Some(RowRef {
                    key: text(row, self.key),
                    file: text(row, self.file),
                    sheet: sheet.to_owned(),
                    row: row_number,
                    name_and_birth: String::new(),
                })
            };
            let (a, b) = side(a).zip(side(b)).ok_or_else(|| fault("review-torn"))?;
            decisions.push(Decision {
                id: String::new(),
                same,
                a,
                b,
                decided_on: today.to_owned(),
                author: author.to_owned(),
                reason: said(1).map(|(_, text)| text).unwrap_or_default(),
                from: (grid.name.clone(), line),
            });
        }
        Ok((decisions, open))
    }
}

/// The name says what is in the file: the same rulings of one day make the same one.
fn file_name(decisions: &[Decision], today: &str) -> String {
    let hash = decisions.iter().fold(Fnv::default(), |hash, decision| {
        hash.with(decision.rows_text().as_bytes()).with(&[u8::from(decision.same)])
    });
    format!("review-{today}-{:08x}.csv", hash.finish() >> 32)
}
