//! Writes the doubtful pairs to a workbook and reads the rulings back as a file of decisions.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine};
use crate::messages::Messages;
use crate::record::{Decision, Fnv, Grid, GridRow, RowRef};
use crate::review::{self, ReviewPair, ReviewRow, RowPair, RowPlace};
use crate::store::{self, Generation, LinkRow, OutputPath, ReviewCount, Store, replace_file};

use super::access::Access;
use super::reader::read_current;
use super::{current, decide, pairs};

/// Most merges that a review shows to be looked at again.
const MOST_JOINED: usize = 200;

/// Counts the pairs that a review of the register in use would contain.
///
/// # Errors
/// `no-register`; those of the store.
pub fn review_count(clean: &Path) -> Result<ReviewCount> {
    let count = read_current(clean, |generation| match generation.manifest.review {
        Some(count) => Ok(count),
        // An older program did not count them.
        None => {
            let pairs = PairsToReview::read(generation, &["comparisons"])?;
            Ok(ReviewCount { open: pairs.open.len() as u64, joined: pairs.joined.len() as u64 })
        }
    })?;
    Ok(ReviewCount { joined: count.joined.min(MOST_JOINED as u64), ..count })
}

/// Writes the workbook of the pairs to judge.
///
/// # Errors
/// `no-register`, `review-not-made`; those of the store and the file system.
pub fn review_export(clean: &Path, out: &OutputPath, messages: &Messages, access: &Access) -> Result<ReviewCount> {
    let generation = current(clean)?;
    let pairs = PairsToReview::read(&generation, &[])?;
    let places: HashSet<&RowPlace> = pairs.open.iter().chain(&pairs.joined).flat_map(|pair| &pair.places).collect();
    let rows = pairs::review_rows(&generation, &places)?;
    let blank = ReviewRow::default();
    let open = review::in_review_order(review_pairs(&pairs.open, &rows, &blank));
    let joined = review_pairs(&pairs.joined, &rows, &blank);
    let bytes = review::workbook(&open, &joined, messages)?;
    let count = ReviewCount { open: open.len() as u64, joined: joined.len() as u64 };
    access.log(&Store::open(clean)?, "review", "pairs", count.open + count.joined)?;
    store::list_output_folder(clean, out.path());
    replace_file(out, &bytes)?;
    Ok(count)
}

/// The pairs with their rows; `blank` stands for a row that is not in the register.
fn review_pairs<'r>(
    pairs: &'r [RowPair],
    rows: &'r HashMap<RowPlace, ReviewRow>,
    blank: &'r ReviewRow,
) -> Vec<ReviewPair<'r>> {
    let row_at = |place| rows.get(place).unwrap_or(blank);
    pairs.iter().map(|pair| ReviewPair { pair, rows: pair.places.each_ref().map(row_at) }).collect()
}

/// The links of a generation that a person may judge.
#[derive(Default)]
struct PairsToReview {
    open: Vec<RowPair>,
    /// The least certain merges, least certain first.
    joined: Vec<RowPair>,
}

impl PairsToReview {
    /// Reads the open pairs and the [`MOST_JOINED`] least certain merges. The columns in `without` are not read.
    fn read(generation: &Generation, without: &[&str]) -> Result<Self> {
        let of_group = |_, links: Vec<LinkRow>| {
            let mut of_group = Self::default();
            for link in links.into_iter().filter(|link| matches!(link.decided_by.as_str(), "score" | "rule")) {
                let pair = pairs::row_pair(link);
                if pair.is_open() {
                    of_group.open.push(pair);
                } else if pair.is_joined_by_score() {
                    of_group.joined.push(pair);
                }
            }
            review::keep_least_certain(&mut of_group.joined, MOST_JOINED);
            of_group
        };
        let mut all = Self::default();
        for of_group in generation.map_groups(without, &|_| true, &of_group)? {
            all.open.extend(of_group.open);
            all.joined.extend(of_group.joined);
        }
        review::keep_least_certain(&mut all.joined, MOST_JOINED);
        Ok(all)
    }
}

/// What the import of a review added.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ReviewImport {
    /// Pairs ruled one person.
    pub same: usize,
    /// Pairs ruled two persons.
    pub different: usize,
    /// Pairs left open.
    pub open: usize,
    /// Rulings that were in the decisions already.
    pub known: usize,
    /// The file of decisions written; `None` if no ruling was new.
    pub path: Option<PathBuf>,
}

/// Reads a filled-in review and adds its rulings to the decisions. A second import of the same review adds nothing.
///
/// # Errors
/// `review-unreadable` if the file holds no review, `review-ruling` with the row of a ruling that can't be read,
/// `review-torn` with the pair of which a line is missing, `decisions-contradict` with both; those of reading and writing.
pub fn review_import(
    file: &Path,
    raw: &Path,
    author: &str,
    today: &str,
    config: &Config,
    worker: Option<PathBuf>,
) -> Result<ReviewImport> {
    let settings = ingest::IngestSettings { worker, ..config.ingest.clone() };
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let (_, book) = ingest::read_book(file, &name, &settings).map_err(|error| error.at(file))?;
    let mut imported = ReviewImport::default();
    let mut decisions = Vec::new();
    let mut has_review = false;
    for grid in &book.grids {
        let Some(columns) = ReviewColumns::find(grid) else { continue };
        has_review = true;
        let (of_sheet, n_open) = columns.decisions(grid, author, today).map_err(|error| error.at(file))?;
        imported.open += n_open;
        decisions.extend(of_sheet);
    }
    if !has_review {
        return Err(Error::new(ErrorCode::ReviewUnreadable).at(file));
    }
    let known = ingest::read_decisions(raw, &config.ingest)?.decisions;
    let ruling = |decision: &Decision| {
        let mut rows = [decision.a.clone(), decision.b.clone()].map(|row| (row.key, row.file, row.sheet, row.row));
        rows.sort();
        (rows, decision.same)
    };
    let mut rulings: BTreeSet<_> = known.iter().map(ruling).collect();
    decisions.retain(|decision| {
        let is_new = rulings.insert(ruling(decision));
        imported.known += usize::from(!is_new);
        is_new
    });
    decide::refuse_contradiction(known.iter().chain(&decisions))?;
    imported.same = decisions.iter().filter(|decision| decision.same).count();
    imported.different = decisions.len() - imported.same;
    if !decisions.is_empty() {
        let path = raw.join("decisions").join(file_name(&decisions, today));
        std::fs::create_dir_all(raw.join("decisions")).map_err(|e| Error::io(raw, &e))?;
        let lines: Vec<DecisionLine> = decisions.into_iter().map(DecisionLine::Pair).collect();
        store::write_text(&decide::decisions_csv(&lines)?, &OutputPath::own(&path))?;
        imported.path = Some(path);
    }
    Ok(imported)
}

/// The heading and the technical columns of a sheet of a review.
struct ReviewColumns {
    heading: u32,
    pair: u16,
    key: u16,
    file: u16,
    place: u16,
}

impl ReviewColumns {
    /// Finds the technical headings, which are the same in every language.
    fn find(grid: &Grid) -> Option<Self> {
        grid.rows.iter().take(12).find_map(|row| {
            let column =
                |name: &str| row.cells.iter().find(|(_, value)| value.to_text() == name).map(|(column, _)| *column);
            let [pair, key, file, place] = ["pair", "key", "file", "place"].map(column);
            Some(Self { heading: row.row, pair: pair?, key: key?, file: file?, place: place? })
        })
    }

    /// The rulings of a sheet, and the number of pairs without one.
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
            let first_text = |column: u16| {
                let texts = rows.iter().map(|row| (row.row, text(row, column)));
                texts.into_iter().find(|(_, text)| !text.is_empty())
            };
            let Some((line, ruling)) = first_text(0).filter(|(_, ruling)| !ingest::is_undecided(ruling)) else {
                open += 1;
                continue;
            };
            let fault = |code| Error::new(code).with("sheet", &grid.name).with("row", line).with("pair", pair);
            let same =
                ingest::read_ruling(&ruling).ok_or_else(|| fault(ErrorCode::ReviewRuling).with("value", &ruling))?;
            let [a, b] = rows.as_slice() else { return Err(fault(ErrorCode::ReviewTorn)) };
            let side = |row: &GridRow| {
                let place = text(row, self.place);
                let (sheet, number) = place.rsplit_once('!')?;
                let (key, file) = (text(row, self.key), text(row, self.file));
                Some(RowRef { key, file, sheet: sheet.to_owned(), row: number.parse().ok()?, ..RowRef::default() })
            };
            let (a, b) = side(a).zip(side(b)).ok_or_else(|| fault(ErrorCode::ReviewTorn))?;
            let reason = first_text(1).map(|(_, text)| text).unwrap_or_default();
            let (decided_on, author, from) = (today.to_owned(), author.to_owned(), (grid.name.clone(), line));
            decisions.push(Decision { id: String::new(), same, a, b, decided_on, author, reason, from });
        }
        Ok((decisions, open))
    }
}

/// The name of the file: the day and a hash of the rulings, so that the same rulings make the same file.
fn file_name(decisions: &[Decision], today: &str) -> String {
    let hash = decisions.iter().fold(Fnv::default(), |hash, decision| {
        hash.with(decision.rows_text().as_bytes()).with(&[u8::from(decision.same)])
    });
    format!("review-{today}-{:08x}.csv", hash.finish() >> 32)
}
