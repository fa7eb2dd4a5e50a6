//! Links the rows of any table: reads, links, writes, and scores the result if the truth is given.

use std::path::{Path, PathBuf};

use rayon::prelude::*;
use serde::Serialize;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::evaluate::pairs::{ClusterScores, ScoredPair, THRESHOLDS, by_threshold, calibration, clusters};
use crate::evaluate::register::LinkScores;
use crate::ingest;
use crate::link::table::{ComparisonKind, PairChoice, TableLinkOutput, TableSettings, link_tables};
use crate::link::{Link, LinkOutcome, PassCounts};
use crate::normalise;
use crate::record::{CellValue, PartialDate, Table};
use crate::store::{self, LinkedPairRow, LinkedRow, OutputPath};

use super::access::Access;
use super::model::{ListModelFile, read_list_model, read_whole_model, write_model};
use super::sheets_shown::{SheetShown, log_sheets_shown};

/// Tables to link.
#[derive(Debug, Clone)]
pub struct TableRequest {
    /// The settings file.
    pub settings: PathBuf,
    /// One table to find duplicates in, or two to link.
    pub inputs: Vec<PathBuf>,
    /// The file of rows with their clusters. The files of pairs and weights go beside it.
    pub out: OutputPath,
    /// A column with the truth: rows with the same value are one person.
    pub truth: Option<String>,
    /// The model of an earlier run.
    pub model: Option<PathBuf>,
    /// Whether pairs are chosen by the keys of the model, as an engine on several machines does.
    pub by_keys: bool,
    /// The raw folder and the folder of the register. A table of the raw folder is a sheet of that register.
    pub folders: (PathBuf, PathBuf),
    /// The program that reads workbooks in a process of its own.
    pub worker: Option<PathBuf>,
}

/// The result in numbers.
#[derive(Debug, Clone, Serialize)]
pub struct TableSummary {
    /// Rows read.
    pub rows: u64,
    /// Clusters, that is persons.
    pub clusters: u64,
    /// Rows beyond the first of each cluster.
    pub duplicates: u64,
    /// Pairs between the two thresholds.
    pub to_review: u64,
    /// Pairs that a rule rejected.
    pub kept_apart: u64,
    /// The blocking passes in order.
    pub passes: Vec<TablePass>,
    /// What could not be compared as the settings ask.
    pub limits: Vec<TableLimit>,
    /// Scores, if the truth was given.
    pub scores: Option<TableScores>,
    /// The file of rows.
    pub out: PathBuf,
    /// The file of pairs.
    pub pairs: PathBuf,
    /// The file of weights.
    pub model: PathBuf,
}

/// The result of one blocking pass.
#[derive(Debug, Clone, Serialize)]
pub struct TablePass {
    /// The shared keys.
    pub name: String,
    /// Candidate pairs that no earlier pass found.
    pub new_pairs: u64,
    /// Linked pairs among them.
    pub new_links: u64,
    /// True pairs among them, if the truth was given.
    pub new_true: Option<u64>,
    /// Blocks over the size limit that were divided.
    pub divided: u64,
}

/// What could not be compared. The result says nothing about it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "limit")]
pub enum TableLimit {
    /// The model is an older one without frequencies: how common a value is was counted from this list.
    NoFrequencies,
    /// No key separates the rows: no pair was compared and nothing was written.
    NoPass,
    /// The column holds long texts. They are compared as one word: one with another word in it counts as different.
    LongTexts {
        /// The column.
        column: String,
    },
}

/// Scores against the truth.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TableScores {
    /// The clusters.
    pub clusters: ClusterScores,
    /// The pairs, by threshold and by calibration.
    pub pairs: LinkScores,
}

/// Links the rows of one table with one another, or of two tables. Tables that are sheets of a register are logged.
///
/// # Errors
/// `table-inputs` unless there are one or two; those of the settings ([`table_settings`]), of reading and of writing.
pub fn link_table(request: &TableRequest, config: &Config, access: &Access) -> Result<TableSummary> {
    let settings = table_settings(&request.settings)?;
    if !(1..=2).contains(&request.inputs.len()) {
        return Err(Error::new(ErrorCode::TableInputs).with("n", request.inputs.len()));
    }
    let model = match &request.model {
        Some(path) if request.by_keys => {
            let whole = read_whole_model(path)?;
            if !whole.fits(&settings) {
                return Err(Error::new(ErrorCode::ModelOtherList).at(path));
            }
            Some(ListModelFile::Whole(Box::new(whole)))
        }
        Some(path) => Some(read_list_model(path, &settings)?),
        None => None,
    };
    let choice = if request.by_keys && model.is_some() { PairChoice::SharedKeys } else { PairChoice::Own };
    let mut columns = settings.columns();
    columns.extend(request.truth.as_deref().filter(|truth| !settings.columns().contains(truth)));
    let reading = list_reading(request.worker.clone(), config);
    let read = |path: &PathBuf| read_list(path, &columns, settings.id.as_deref(), &reading);
    let tables = request.inputs.iter().map(read).collect::<Result<Vec<Table>>>()?;
    let inputs = request.inputs.iter().zip(&tables);
    let shown: Vec<SheetShown<'_>> =
        inputs.map(|(path, table)| SheetShown { path, n_rows: table.rows.len() as u64 }).collect();
    let (raw, clean) = &request.folders;
    log_sheets_shown(&shown, (raw, clean), ("link", ""), access)?;
    let trained = model.as_ref().map(ListModelFile::as_trained_list);
    let linked = link_tables(&tables, &settings, &[], trained, choice, &read_date);
    let mut limits = long_texts(&tables, &settings);
    if matches!(model, Some(ListModelFile::Weights(_))) {
        limits.push(TableLimit::NoFrequencies);
    }
    let can_find = !linked.passes.is_empty() || linked.cluster_of.len() < 2;
    if !can_find {
        limits.push(TableLimit::NoPass);
    }

    let (ids, out) = (ids(&tables, settings.id.as_deref()), &request.out);
    let stem = out.path().file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let (pairs, model) = (beside(out, "pairs"), out.path().with_file_name(format!("{stem}.model.json")));
    if can_find {
        write_rows_and_pairs(&tables, &linked, &ids, [out, &out.with_path(pairs.clone())])?;
        write_model(&linked.model, &out.with_path(model.clone()))?;
    }

    let truth = request.truth.as_deref().map(|column| labels(&tables, column));
    let n_rows = linked.cluster_of.len() as u64;
    let n_clusters = linked.cluster_of.iter().zip(0_u32..).filter(|(cluster, row)| **cluster == *row).count() as u64;
    let with_fate = |is: fn(LinkOutcome) -> bool| linked.links.iter().filter(|link| is(link.outcome)).count() as u64;
    Ok(TableSummary {
        rows: n_rows,
        clusters: n_clusters,
        duplicates: n_rows - n_clusters,
        to_review: with_fate(|fate| fate == LinkOutcome::TooWeak),
        kept_apart: with_fate(LinkOutcome::is_by_rule),
        passes: passes(&linked.passes, &linked.links, truth.as_deref()),
        limits,
        scores: truth.map(|truth| scores(&linked, &truth, settings.review)),
        out: out.path().to_owned(),
        pairs,
        model,
    })
}

/// How a list is read. It may be larger than a census sheet.
pub(super) fn list_reading(worker: Option<PathBuf>, config: &Config) -> ingest::IngestSettings {
    let max_file_mb = config.ingest.max_file_mb.max(4096);
    ingest::IngestSettings { worker, max_file_mb, ..config.ingest.clone() }
}

/// Reads columns of a list.
pub(super) fn read_list(
    path: &Path,
    columns: &[&str],
    id: Option<&str>,
    reading: &ingest::IngestSettings,
) -> Result<Table> {
    store::refuse_file_of_register(path)?;
    match path.extension() {
        Some(ending) if ending.eq_ignore_ascii_case("parquet") => store::read_parquet(path, columns),
        _ => ingest::read_table(path, columns, id, reading),
    }
}

/// Reads a date as the register does.
pub(super) fn read_date(text: &str) -> Option<PartialDate> {
    normalise::read_date(&CellValue::Text(text.into()), None).date()
}

/// The path of a further file beside an output: `OUT.pairs.csv` beside `OUT.csv`.
pub(super) fn beside(out: &OutputPath, what: &str) -> PathBuf {
    let [stem, format] =
        [out.path().file_stem(), out.path().extension()].map(|part| part.unwrap_or_default().to_string_lossy());
    out.path().with_file_name(format!("{stem}.{what}.{format}"))
}

/// Writes the rows and the pairs.
pub(super) fn write_rows_and_pairs(
    tables: &[Table],
    linked: &TableLinkOutput,
    ids: &[String],
    [out, pairs]: [&OutputPath; 2],
) -> Result<()> {
    store::write_rows(&rows(tables, linked, ids), out)?;
    let beginnings = beginnings(linked);
    let linked_pairs: Vec<LinkedPairRow> = linked.links.par_iter().map(|link| pair(&beginnings, ids, link)).collect();
    store::write_rows(&linked_pairs, pairs)?;
    Ok(())
}

/// The columns of texts whose values have five words and more in the mean.
fn long_texts(tables: &[Table], settings: &TableSettings) -> Vec<TableLimit> {
    const MOST_WORDS: usize = 4;
    let is_long = |name: &&String| {
        let values = tables.iter().filter_map(|table| table.column(name)).flat_map(|column| &column.values);
        let words: Vec<usize> = values.map(|value| value.split_whitespace().count()).filter(|n| *n > 0).collect();
        words.iter().sum::<usize>() > MOST_WORDS * words.len()
    };
    let of_text = settings.comparison.iter().filter(|comparison| comparison.kind == ComparisonKind::Text);
    let columns = of_text.flat_map(|comparison| &comparison.columns).filter(is_long);
    columns.map(|column| TableLimit::LongTexts { column: column.clone() }).collect()
}

/// Reads the settings of a table.
///
/// # Errors
/// `not-found` and others of the file system; `unknown-setting` and `bad-setting` with file and line;
/// `bad-table-setting` with all settings out of range.
pub fn table_settings(path: &Path) -> Result<TableSettings> {
    let text = ingest::read_text_file(path)?.ok_or_else(|| Error::new(ErrorCode::NotFound).at(path))?;
    let settings: TableSettings = crate::config::parse_toml(&text).map_err(|error| error.at(path))?;
    let problems = settings.problems();
    if problems.is_empty() {
        return Ok(settings);
    }
    let keys = problems.iter().map(|problem| format!("{} = {}", problem.key, problem.value)).collect::<Vec<_>>();
    let expected: std::collections::BTreeSet<&str> = problems.iter().map(|problem| problem.expected).collect();
    let expected = expected.into_iter().collect::<Vec<_>>().join(" ");
    Err(Error::new(ErrorCode::BadTableSetting).with("settings", keys.join("; ")).with("expected", expected).at(path))
}

/// The identifier of each row: its value in a column, else its row number.
pub(super) fn ids(tables: &[Table], column: Option<&str>) -> Vec<String> {
    let of_table = |(number, table): (usize, &Table)| {
        let column = column.and_then(|name| table.column(name));
        let id = |place: usize| match column.map(|column| column.text(place)).filter(|text| !text.is_empty()) {
            Some(text) => text.to_owned(),
            None if tables.len() > 1 => format!("{}:{}", number + 1, table.rows[place]),
            None => table.rows[place].to_string(),
        };
        (0..table.rows.len()).map(id).collect::<Vec<_>>()
    };
    tables.iter().enumerate().flat_map(of_table).collect()
}

fn rows(tables: &[Table], linked: &TableLinkOutput, ids: &[String]) -> Vec<LinkedRow> {
    let mut best: Vec<Option<f64>> = vec![None; ids.len()];
    for link in linked.links.iter().filter(|link| link.outcome == LinkOutcome::Linked) {
        for row in [link.a, link.b] {
            let best = &mut best[row as usize];
            *best = Some(best.unwrap_or(0.0).max(link.score.probability()));
        }
    }
    let places = tables.iter().zip(1..).flat_map(|(table, number)| table.rows.iter().map(move |row| (number, *row)));
    let row = |(index, (table, row)): (usize, (i32, u32))| LinkedRow {
        table,
        row: i64::from(row),
        id: ids[index].clone(),
        cluster: ids[linked.cluster_of[index] as usize].clone(),
        match_probability: best[index],
    };
    places.enumerate().map(row).collect()
}

/// `"name":{"level":"same","weight":` for each level of each comparison, made once because there are many pairs.
fn beginnings(linked: &TableLinkOutput) -> Vec<Vec<String>> {
    let quoted = |text: &str| serde_json::Value::from(text).to_string();
    let of_comparison = |(name, levels): &(String, Vec<String>)| {
        let beginning = |level: &String| format!("{}:{{\"level\":{},\"weight\":", quoted(name), quoted(level));
        levels.iter().map(beginning).collect()
    };
    linked.comparisons.iter().map(of_comparison).collect()
}

fn pair(beginnings: &[Vec<String>], ids: &[String], link: &Link) -> LinkedPairRow {
    let mut comparisons = String::with_capacity(512);
    for (place, levels) in beginnings.iter().enumerate() {
        comparisons.push(if place == 0 { '{' } else { ',' });
        comparisons.push_str(&levels[usize::from(link.score.levels[place])]);
        comparisons.push_str(&format!("{}}}", link.score.weights[place]));
    }
    comparisons.push('}');
    LinkedPairRow {
        id_a: ids[link.a as usize].clone(),
        id_b: ids[link.b as usize].clone(),
        match_weight: link.score.weight,
        match_probability: link.score.probability(),
        kept: i32::from(link.outcome == LinkOutcome::Linked),
        decided_by: if link.outcome.is_by_rule() { "rule" } else { "score" }.to_owned(),
        comparisons,
    }
}

/// The true cluster of each row. A row without a value is alone.
fn labels(tables: &[Table], column: &str) -> Vec<u32> {
    let mut known = std::collections::HashMap::new();
    let mut next = 0_u32;
    let mut labels = Vec::new();
    for table in tables {
        let Some(column) = table.column(column) else { continue };
        for place in 0..table.rows.len() {
            let text = column.text(place);
            let mut fresh = || {
                next += 1;
                next
            };
            labels.push(if text.is_empty() { fresh() } else { *known.entry(text).or_insert_with(fresh) });
        }
    }
    labels
}

fn passes(passes: &[(String, PassCounts)], links: &[Link], truth: Option<&[u32]>) -> Vec<TablePass> {
    let n_true = |place: usize, truth: &[u32]| {
        let own = links.iter().filter(|link| link.found_by == Some(place as u8));
        own.filter(|link| truth[link.a as usize] == truth[link.b as usize]).count() as u64
    };
    let pass = |(place, (name, count)): (usize, &(String, PassCounts))| TablePass {
        name: name.clone(),
        new_pairs: count.new_pairs,
        new_links: count.new_links,
        new_true: truth.map(|truth| n_true(place, truth)),
        divided: count.divided,
    };
    passes.iter().enumerate().map(pass).collect()
}

fn scores(linked: &TableLinkOutput, truth: &[u32], review: f64) -> TableScores {
    let scored = |link: &Link| ScoredPair { a: link.a, b: link.b, probability: link.score.probability() };
    let pairs: Vec<ScoredPair> = linked.links.iter().map(scored).collect();
    let clusters = clusters(&linked.cluster_of, truth);
    let thresholds: Vec<f64> = THRESHOLDS.into_iter().filter(|threshold| *threshold >= review).collect();
    let by_threshold = by_threshold(&pairs, &thresholds, clusters.pairs.truth, truth);
    let calibration = calibration(&pairs, truth);
    TableScores { pairs: LinkScores { stored_from: review, pairs_not_judged: 0, by_threshold, calibration }, clusters }
}
