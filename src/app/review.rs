//! Writes the pairs to judge to a workbook, the most useful first, and reads the rulings back as a file of decisions.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::path::{Path, PathBuf};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, DecisionLine};
use crate::messages::Messages;
use crate::record::{Decision, Fnv, Grid, GridRow, RowRef, SampleLayer};
use crate::report::{self, RegisterSample};
use crate::review::{
    self, NumberedLink, PairDecider, RankedPair, ReviewKind, ReviewPair, ReviewRow, RowPair, RowPlace,
};
use crate::store::{self, Generation, OutputPath, ReviewCount, Store, replace_file};

use super::access::Access;
use super::reader::{RegisterReader, read_current};
use super::register_pairs::{RegisterPairs, links_at};
use super::{current, decide, pairs, ruling_file};

/// Counts the pairs that a review of the register in use would contain.
///
/// # Errors
/// `no-register`; those of the store.
pub fn review_count(clean: &Path) -> Result<ReviewCount> {
    read_current(clean, |generation| match generation.manifest.review {
        Some(count) => Ok(count),
        // An older program did not count them.
        None => {
            let links = RegisterPairs::read(generation)?.links;
            let is_asked = |link: &&NumberedLink| link.decided_by != PairDecider::Person;
            let joined = links.iter().filter(is_asked).filter(|link| link.is_merged()).count() as u64;
            Ok(ReviewCount { open: links.iter().filter(is_asked).count() as u64 - joined, joined })
        }
    })
}

/// The pairs in a workbook, and how many more could be judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReviewExport {
    /// Pairs in the workbook.
    pub n: u64,
    /// Pairs left for a later workbook.
    pub more: u64,
}

/// Writes the workbook of the `most` most useful pairs to judge, open pairs and merges, the most useful first.
///
/// # Errors
/// `no-register`, `review-not-made`; those of the store and the file system.
pub fn review_export(
    clean: &Path,
    out: &OutputPath,
    most: usize,
    messages: &Messages,
    access: &Access,
) -> Result<ReviewExport> {
    let generation = current(clean)?;
    let register = RegisterPairs::read(&generation)?;
    let mut ranked = review::ranked_pairs(&register.links, &register.n_rows);
    drop(register);
    let more = ranked.len().saturating_sub(most) as u64;
    ranked.truncate(most);
    let pairs = links_at(&generation, &ranked.iter().map(|pair| pair.place).collect())?;
    let places: HashSet<&RowPlace> = pairs.values().flat_map(|pair| &pair.places).collect();
    let rows = pairs::review_rows(&generation, &places)?;
    let blank = ReviewRow::default();
    let rows_of = |pair: &RowPair| pair.places.each_ref().map(|place| rows.get(place).unwrap_or(&blank));
    let households = |ranked: &RankedPair| {
        let mut both = rows_of(&pairs[&ranked.place]).map(|row| row.household_id.as_str());
        both.sort_unstable();
        both
    };
    let ordered = review::with_households_together(&ranked, households);
    let review_pair = |ranked: &RankedPair| {
        let pair = &pairs[&ranked.place];
        ReviewPair { pair, rows: rows_of(pair), sample: String::new() }
    };
    let review: Vec<ReviewPair<'_>> = ordered.iter().map(review_pair).collect();
    let bytes = review::workbook(&review, ReviewKind::Useful, messages)?;
    refuse_judged(out)?;
    let n = review.len() as u64;
    access.log(&Store::open(clean)?, "review", "pairs", n)?;
    store::list_output_folder(clean, out.path());
    replace_file(out, &bytes)?;
    Ok(ReviewExport { n, more })
}

/// Refuses to replace a workbook in which somebody has judged pairs.
///
/// # Errors
/// `review-judged` with the number of answers, unless the output may replace any file.
pub(super) fn refuse_judged(out: &OutputPath) -> Result<()> {
    let path = out.path();
    if out.may_replace() || !path.is_file() {
        return Ok(());
    }
    // What can't be read is no workbook of a review: the output's own check refuses it.
    let Ok((_, book)) = ingest::read_book(path, "", &ingest::IngestSettings::default()) else { return Ok(()) };
    let answers = |grid: &Grid| {
        let heading = ReviewColumns::find(grid).map_or(u32::MAX, |columns| columns.heading);
        let is_answered = |row: &&GridRow| row.value(0).is_some_and(|value| !value.to_text().trim().is_empty());
        grid.rows.iter().filter(|row| row.row > heading).filter(is_answered).count()
    };
    let n: usize = book.grids.iter().map(answers).sum();
    if n == 0 { Ok(()) } else { Err(Error::new(ErrorCode::ReviewJudged).at(path).with("n", n)) }
}

/// What the import of a review added.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReviewImport {
    /// Pairs ruled one person.
    pub same: usize,
    /// Pairs ruled two persons.
    pub different: usize,
    /// Pairs left open.
    pub open: usize,
    /// Rulings that were in the decisions already.
    pub known: usize,
    /// The files of decisions written; none if no ruling was new.
    pub paths: Vec<PathBuf>,
    /// What the rulings of a sample say about the register, if the workbook holds one.
    pub sample: Option<RegisterSample>,
}

/// Reads a filled-in review and adds its rulings to the decisions. A second import of the same review adds nothing.
///
/// # Errors
/// `review-unreadable` if the file holds no review, `review-ruling` with the row of a ruling that can't be read,
/// `review-two-answers` with both rows of a pair that is answered in two ways,
/// `review-torn` with the pair of which a line is missing, `decide-one-fiche` for two members of one fiche,
/// `decisions-contradict` with both; those of reading and writing.
pub fn review_import(
    file: &Path,
    clean: &Path,
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
    let (mut decisions, mut sampled) = (Vec::new(), Vec::new());
    let mut has_review = false;
    for grid in &book.grids {
        let Some(columns) = ReviewColumns::find(grid) else { continue };
        has_review = true;
        for pair in columns.pairs(grid, author, today).map_err(|error| error.at(file))? {
            imported.open += usize::from(!pair.is_ruled);
            match pair.layer {
                Some(_) => sampled.push(pair),
                None => decisions.extend(Some(pair.decision).filter(|_| pair.is_ruled)),
            }
        }
    }
    if !has_review {
        return Err(Error::new(ErrorCode::ReviewUnreadable).at(file));
    }
    let judged = decisions.iter().chain(sampled.iter().filter(|pair| pair.is_ruled).map(|pair| &pair.decision));
    refuse_one_fiche(clean, &judged.filter(|decision| decision.same).collect::<Vec<_>>())?;
    // Before the first run there is no folder of the register, and nobody else who judges.
    let _decisions = if clean.is_dir() { Some(decide::lock_decisions(clean)?) } else { None };
    let known = ingest::read_decisions(raw, &config.ingest)?;
    let mut rulings: BTreeSet<_> = known.decisions.iter().map(ruling_of).collect();
    let mut count = |decision: &Decision| {
        let is_new = rulings.insert(ruling_of(decision));
        match (is_new, decision.same) {
            (false, _) => imported.known += 1,
            (true, true) => imported.same += 1,
            (true, false) => imported.different += 1,
        }
        is_new
    };
    decisions.retain(&mut count);
    let of_sample: Vec<&Decision> = sampled.iter().filter(|pair| pair.is_ruled).map(|pair| &pair.decision).collect();
    let is_sample_new = of_sample.iter().filter(|decision| count(decision)).count() > 0;
    let hash_of_sample = hash_of(of_sample.iter().copied());
    complete(clean, &mut decisions, true)?;
    decide::refuse_contradiction(known.decisions.iter().chain(&decisions).chain(of_sample.iter().copied()))?;
    for decision in &mut decisions {
        decide::give_new_id(&known, decision);
    }
    let mut of_sample: Vec<Decision> = sampled.iter().map(|pair| pair.decision.clone()).collect();
    complete(clean, &mut of_sample, false)?;
    for (pair, decision) in sampled.iter_mut().zip(of_sample).filter(|(pair, _)| pair.is_ruled) {
        pair.decision = decision;
        decide::give_new_id(&known, &mut pair.decision);
    }
    let mut write = |stem: String, text: String| -> Result<()> {
        let folder = raw.join("decisions");
        std::fs::create_dir_all(&folder).map_err(|e| Error::io(raw, &e))?;
        // A file that is there holds the rulings of another import.
        let numbered = (2..).map(|number| format!("{stem}-{number}.csv"));
        let path = std::iter::once(format!("{stem}.csv")).chain(numbered).map(|name| folder.join(name));
        let Some(path) = path.into_iter().find(|path| !path.exists()) else { return Ok(()) };
        store::write_text(&text, &OutputPath::own(&path))?;
        imported.paths.push(path);
        Ok(())
    };
    if !decisions.is_empty() {
        let name = format!("review-{today}-{}", hash_of(decisions.iter()));
        let lines: Vec<DecisionLine> = decisions.into_iter().map(DecisionLine::Pair).collect();
        write(name, ruling_file::decisions_csv(&lines)?)?;
    }
    if is_sample_new {
        // The rulings stand there with the pairs of the sample that are still open.
        let name = format!("sample-{today}-{hash_of_sample}");
        write(name, sample_csv(&sampled)?)?;
    }
    if !sampled.is_empty() {
        imported.sample = report::last_sample(&ingest::read_decisions(raw, &config.ingest)?.samples);
    }
    Ok(imported)
}

/// Returns the error for the first of these rulings that joins two members of one fiche of the register in use.
fn refuse_one_fiche(clean: &Path, joining: &[&Decision]) -> Result<()> {
    if joining.is_empty() {
        return Ok(());
    }
    let refuse = |generation: &Generation| {
        let reader = RegisterReader::new(generation)?;
        joining.iter().try_for_each(|decision| decide::refuse_one_fiche(&reader, decision))
    };
    match read_current(clean, refuse) {
        // Before the first run there is no fiche to compare with.
        Err(fault) if fault.code == ErrorCode::NoRegister => Ok(()),
        other => other,
    }
}

/// Adds to rulings the names and the day of birth of both persons of the register in use: they keep the ruling from
/// moving to whoever stands at the place of a row that is gone. Rulings that join two rows get the further rows of both
/// persons, too, if asked for.
fn complete(clean: &Path, decisions: &mut [Decision], with_further_rows: bool) -> Result<()> {
    if decisions.is_empty() {
        return Ok(());
    }
    let completed = |generation: &Generation| {
        let reader = RegisterReader::new(generation)?;
        let complete = |decision: &Decision| {
            let mut own = decision.clone();
            decide::add_name_and_birth(&reader, &mut own.a)?;
            decide::add_name_and_birth(&reader, &mut own.b)?;
            if own.same && with_further_rows {
                decide::add_further_rows(&reader, &mut own)?;
            }
            Ok(own)
        };
        decisions.iter().map(complete).collect::<Result<Vec<_>>>()
    };
    match read_current(clean, completed) {
        Ok(completed) => decisions.clone_from_slice(&completed),
        // Before the first run there are no persons.
        Err(fault) if fault.code == ErrorCode::NoRegister => {}
        Err(fault) => return Err(fault),
    }
    Ok(())
}

/// The rows of a ruling in order, and the ruling.
fn ruling_of(decision: &Decision) -> ([(String, String, String, i64); 2], bool) {
    let mut rows =
        [&decision.a, &decision.b].map(|row| (row.key.clone(), row.file.clone(), row.sheet.clone(), row.row));
    rows.sort();
    (rows, decision.same)
}

/// The text of a file of decisions with the pairs of a sample, those without a ruling too.
fn sample_csv(pairs: &[JudgedPair]) -> Result<String> {
    let mut table = csv::Writer::from_writer(Vec::new());
    let fault = |e: csv::Error| Error::new(ErrorCode::Io).because(e);
    table.write_record(Decision::COLUMNS.iter().chain(&SampleLayer::COLUMNS)).map_err(fault)?;
    for pair in pairs {
        let mut cells = ruling_file::cells(&DecisionLine::Pair(pair.decision.clone()));
        if !pair.is_ruled {
            cells[0].clear();
        }
        cells.extend(pair.layer.iter().flat_map(SampleLayer::cells));
        table.write_record(&cells).map_err(fault)?;
    }
    let bytes = table.into_inner().map_err(|e| Error::new(ErrorCode::Io).because(e.error()))?;
    String::from_utf8(bytes).map_err(|e| Error::new(ErrorCode::Io).because(e))
}

/// A pair of a filled-in review.
struct JudgedPair {
    /// The ruling; without one, the rows only.
    decision: Decision,
    is_ruled: bool,
    /// The layer of the sample that the pair was drawn from.
    layer: Option<SampleLayer>,
}

/// The heading and the technical columns of a sheet of a review.
struct ReviewColumns {
    heading: u32,
    pair: u16,
    key: u16,
    file: u16,
    place: u16,
    /// Only in the workbook of a sample.
    sample: Option<u16>,
}

impl ReviewColumns {
    /// Finds the technical headings, which are the same in every language.
    fn find(grid: &Grid) -> Option<Self> {
        grid.rows.iter().take(12).find_map(|row| {
            let column =
                |name: &str| row.cells.iter().find(|(_, value)| value.to_text() == name).map(|(column, _)| *column);
            let [pair, key, file, place] = ["pair", "key", "file", "place"].map(column);
            let sample = column("sample");
            Some(Self { heading: row.row, pair: pair?, key: key?, file: file?, place: place?, sample })
        })
    }

    /// The pairs of a sheet with their rulings.
    fn pairs(&self, grid: &Grid, author: &str, today: &str) -> Result<Vec<JudgedPair>> {
        let text = |row: &GridRow, column: u16| {
            row.value(column).map(|value| value.to_text().trim().to_owned()).unwrap_or_default()
        };
        let mut by_pair: BTreeMap<u64, Vec<&GridRow>> = BTreeMap::new();
        for row in grid.rows.iter().filter(|row| row.row > self.heading) {
            if let Ok(pair) = text(row, self.pair).parse() {
                by_pair.entry(pair).or_default().push(row);
            }
        }
        let mut judged = Vec::new();
        for (pair, rows) in by_pair {
            let answers: Vec<(u32, String)> =
                rows.iter().map(|row| (row.row, text(row, 0))).filter(|(_, answer)| !answer.is_empty()).collect();
            refuse_two_answers(&answers).map_err(|error| error.with("sheet", &grid.name).with("pair", pair))?;
            let ruling = answers.into_iter().next().filter(|(_, ruling)| !ingest::is_undecided(ruling));
            let (is_ruled, line) = (ruling.is_some(), ruling.as_ref().map_or(rows[0].row, |(line, _)| *line));
            let fault = |code| Error::new(code).with("sheet", &grid.name).with("row", line).with("pair", pair);
            let read = |ruling: &str| {
                ingest::read_ruling(ruling).ok_or_else(|| fault(ErrorCode::ReviewRuling).with("value", ruling))
            };
            let same = ruling.map(|(_, ruling)| read(&ruling)).transpose()?.unwrap_or(false);
            let side = |row: &GridRow| {
                let place = text(row, self.place);
                let (sheet, number) = place.rsplit_once('!')?;
                let (key, file) = (text(row, self.key), text(row, self.file));
                Some(RowRef { key, file, sheet: sheet.to_owned(), row: number.parse().ok()?, ..RowRef::default() })
            };
            let sides = match rows.as_slice() {
                [a, b] => side(a).zip(side(b)),
                _ => None,
            };
            let sample = self.sample.map(|column| text(rows[0], column)).unwrap_or_default();
            let layer = SampleLayer::from_text(&sample);
            let (a, b) = match sides {
                Some(sides) => sides,
                None if !is_ruled && layer.is_none() => Default::default(),
                None => return Err(fault(ErrorCode::ReviewTorn)),
            };
            let mut reasons: Vec<String> =
                rows.iter().map(|row| text(row, 1)).filter(|reason| !reason.is_empty()).collect();
            reasons.dedup();
            let reason = reasons.join("; ");
            let (decided_on, author, from) = (today.to_owned(), author.to_owned(), (grid.name.clone(), line));
            let decision = Decision { same, a, b, decided_on, author, reason, from, ..Decision::default() };
            judged.push(JudgedPair { decision, is_ruled, layer });
        }
        Ok(judged)
    }
}

/// Returns the error for two different answers on the rows of one pair, each given with its row.
fn refuse_two_answers(answers: &[(u32, String)]) -> Result<()> {
    let meaning = |answer: &str| (ingest::is_undecided(answer), ingest::read_ruling(answer));
    let Some((row, first)) = answers.first() else { return Ok(()) };
    // An answer that can't be read is not the same as another that can't: it is said as such where it is the only one.
    match answers.iter().find(|(_, answer)| meaning(answer) != meaning(first)) {
        Some((other_row, other)) => Err(Error::new(ErrorCode::ReviewTwoAnswers)
            .with("row", *row)
            .with("value", first)
            .with("other_row", *other_row)
            .with("other", other)),
        None => Ok(()),
    }
}

/// A hash of rulings: the same rulings make the same file.
fn hash_of<'d>(decisions: impl Iterator<Item = &'d Decision>) -> String {
    let hash = decisions.fold(Fnv::default(), |hash, decision| {
        hash.with(decision.rows_text().as_bytes()).with(&[u8::from(decision.same)])
    });
    format!("{:08x}", hash.finish() >> 32)
}
