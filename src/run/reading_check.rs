//! Reads the input files of a generation again, without the cache, and compares them with the register and with the cache.
//!
//! A run believes the entries of the cache: their checksum finds damage, not a forged entry. This check finds it.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::config::Config;
use crate::error::Result;
use crate::ingest::{self, CellCorrections, Input, InputRole, Reference};
use crate::record::{CleanRow, Fnv};
use crate::store::{Generation, InputEntry, InputStatus, LineageRow, PersonRow, VerifyCheck};

use super::file_content::{FileContent, FileRow};
use super::read::FileReader;
use super::read_cache::{CachedFile, ReadCache};
use super::table_rows::corrected_json;

/// The files of a generation, read again.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReadingCheck {
    /// Number of files read again. Files that changed since are not.
    pub n_files: u64,
    /// Number of rows compared.
    pub n_rows: u64,
    /// Places of the rows that are not in the register as they are in their file; for a file with another number of
    /// rows its path.
    pub unequal: Vec<String>,
    /// Files whose entry in the cache is not what the file holds.
    pub forged: Vec<String>,
    /// The program that wrote the generation, if it is another one: nothing was compared.
    pub other_program: Option<String>,
}

impl ReadingCheck {
    /// Returns the results as checks of `verify`.
    #[must_use]
    pub fn checks(&self) -> Vec<VerifyCheck> {
        if self.other_program.is_some() {
            return Vec::new();
        }
        let check = |id, n: u64, faults: &[String]| {
            let ok = faults.is_empty();
            let n = if ok { n } else { faults.len() as u64 };
            let mut facts = vec![("n", n.to_string()), ("files", self.n_files.to_string())];
            facts.extend(faults.first().map(|first| ("first", first.clone())));
            VerifyCheck { id, ok, facts }
        };
        vec![check("reading", self.n_rows, &self.unequal), check("cache", self.n_files, &self.forged)]
    }
}

/// Reads the files of a generation again under its settings and on its day.
///
/// # Errors
/// Those of the store and of the reference tables.
pub(crate) fn check_reading(generation: &Generation, raw: &Path, worker: Option<PathBuf>) -> Result<ReadingCheck> {
    let manifest = &generation.manifest;
    let settings = serde_json::from_value::<Config>(manifest.settings.clone());
    let (Ok(config), true) = (settings, manifest.program == env!("CARGO_PKG_VERSION")) else {
        return Ok(ReadingCheck { other_program: Some(manifest.program.clone()), ..ReadingCheck::default() });
    };
    let reference = Reference::read(&raw.join("reference"))?;
    let settings = ingest::IngestSettings { worker: worker.clone(), ..config.ingest.clone() };
    // Without files there is nothing to compare; that they are gone is another check.
    let corrections = Arc::new(CellCorrections::read(raw)?);
    let inputs = ingest::list_input_files(raw, &corrections, &settings).unwrap_or_default().inputs;
    let entries: HashMap<&str, &InputEntry> =
        manifest.inputs.iter().map(|entry| (entry.path.as_str(), entry)).collect();
    let today = day_of(generation, &config);
    let source = SourceReader { config: &config, reference: &reference, corrections: &corrections, worker };
    let reader = source.reader(today)?;
    let is_as_read = |input: &Input| {
        let entry = entries.get(input.name.as_str()).filter(|entry| entry.status == InputStatus::Read);
        // A file that is read with other corrections than then is not compared.
        let is_same = |entry: &InputEntry, sha256: String| {
            sha256 == entry.sha256 && corrections.of(&sha256).hash == entry.corrections
        };
        entry.is_some_and(|entry| ingest::sha256_of_file(&input.path).is_ok_and(|sha256| is_same(entry, sha256)))
    };
    let (unchanged, changed): (Vec<&Input>, Vec<&Input>) = inputs.iter().partition(|input| is_as_read(input));
    // What is read of a corrected file depends on its workbook, too.
    let is_compared = |input: &&Input| changed.is_empty() || input.role == InputRole::Plain;
    let compared: Vec<&Input> = unchanged.into_iter().filter(is_compared).collect();
    let store = generation.store();
    // While a run is under way, the cache is its own.
    let lock = store.lock().ok();
    let cache = lock.as_ref().map(|lock| ReadCache::new(&store, lock, &config, &reference, today));
    let read: Vec<(String, Vec<RowHash>, bool)> = compared
        .into_par_iter()
        .with_max_len(1)
        .map(|input| {
            let file = reader.read_file(input, Some(input.kind), 0, None);
            let is_cache_right = cache.as_ref().is_none_or(|cache| source.is_cached_as_read(cache, input));
            (input.name.clone(), row_hashes(&file), is_cache_right)
        })
        .collect();
    let mut check = ReadingCheck { n_files: read.len() as u64, ..ReadingCheck::default() };
    let mut hashes = HashMap::with_capacity(read.len());
    for (name, rows, is_cache_right) in read {
        check.forged.extend((!is_cache_right).then(|| name.clone()));
        check.n_rows += rows.len() as u64;
        hashes.insert(name, rows);
    }
    check.unequal = unequal_rows(generation, &hashes)?;
    Ok(check)
}

/// Reads files on any day, under the settings of a generation.
struct SourceReader<'s> {
    config: &'s Config,
    reference: &'s Reference,
    corrections: &'s Arc<CellCorrections>,
    worker: Option<PathBuf>,
}

impl SourceReader<'_> {
    fn reader(&self, today: NaiveDate) -> Result<FileReader> {
        FileReader::new(self.config, self.reference, self.corrections.clone(), today, self.worker.clone())
    }

    /// Whether the cache has no entry for a file, or the right one.
    fn is_cached_as_read(&self, cache: &ReadCache<'_>, input: &Input) -> bool {
        let Ok(opened) = ingest::load_file(&input.path, &input.name, &self.config.ingest) else { return true };
        let corrections = &self.corrections.of(&opened.source.sha256).hash;
        let cached = CachedFile { opened: &opened, kind: Some(input.kind), role: &input.role, corrections };
        cache.is_right(&cached, &|day| {
            let reader = self.reader(day).ok()?;
            Some(reader.read_file(input, Some(input.kind), 0, None))
        })
    }
}

/// The day that counted as today when the generation was made.
fn day_of(generation: &Generation, config: &Config) -> NaiveDate {
    let manifest = &generation.manifest;
    let made_at = manifest
        .restored_from
        .and_then(|number| manifest.earlier.iter().find(|entry| entry.generation == number))
        .map_or(&manifest.published_at, |entry| &entry.published_at);
    let day = || made_at.get(..10).and_then(|day| day.parse().ok());
    config.run.today.or_else(day).unwrap_or_default()
}

/// A row, hashed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct RowHash {
    /// Sheet, row number, text as typed and key.
    text: u64,
    /// Names and day of birth of an accepted row, else outcome and rule.
    rest: u64,
    is_accepted: bool,
}

fn row_hashes(file: &FileContent) -> Vec<RowHash> {
    let mut clean = file.clean.iter();
    let texts = file.raw_texts.range(0..file.rows.len());
    let hash = |(row, typed): (&FileRow, &String)| {
        let own = row.key.and_then(|_| clean.next());
        let sheet = file.source.sheets.get(usize::from(row.at.sheet)).map_or("", |sheet| sheet.name.as_str());
        let key = row.key.map(|key| format!("{key:016x}"));
        let rest = match row.stopped() {
            Some((outcome, rule)) => stopped_hash(outcome.code(), rule),
            None => own.map_or(0, |row| Fnv::default().with(identity(row).as_bytes()).finish()),
        };
        let corrected = corrected_json(file, row.at);
        let text = text_hash(sheet, i64::from(row.at.row), (typed, corrected.as_deref()), key.as_deref());
        RowHash { text, rest, is_accepted: row.stopped().is_none() }
    };
    file.rows.iter().zip(&texts).map(hash).collect()
}

fn text_hash(sheet: &str, row: i64, (typed, corrected): (&str, Option<&str>), key: Option<&str>) -> u64 {
    let hash = Fnv::default().with(sheet.as_bytes()).with(&row.to_le_bytes()).with(typed.as_bytes());
    hash.with(corrected.unwrap_or_default().as_bytes()).with(key.unwrap_or_default().as_bytes()).finish()
}

fn stopped_hash(outcome: &str, rule: &str) -> u64 {
    Fnv::default().with(outcome.as_bytes()).with(rule.as_bytes()).finish()
}

/// Names and day of birth of a row, as the column `says` of the lineage spells them.
fn identity(row: &CleanRow) -> String {
    let born = row.born.map(|born| born.first.to_string()).unwrap_or_default();
    [&*row.name.nom, &*row.name.postnom, &*row.name.prenom, &*born].join("|")
}

/// Returns the places of the rows of the lineage that are not as read. `files` are the rows read again, by file.
fn unequal_rows(generation: &Generation, files: &HashMap<String, Vec<RowHash>>) -> Result<Vec<String>> {
    let mut persons: HashMap<String, u64> = HashMap::new();
    generation.each(|row: PersonRow| {
        let born = row.born_on.map(|day| day.to_string()).unwrap_or_default();
        let identity = [row.nom.as_str(), &row.postnom, &row.prenom, &born].join("|");
        persons.insert(row.person_id, Fnv::default().with(identity.as_bytes()).finish());
        Ok(())
    })?;
    let mut unequal = Vec::new();
    let mut counts: HashMap<&str, FileCounts> =
        files.keys().map(|name| (name.as_str(), FileCounts::default())).collect();
    generation.each(|row: LineageRow| {
        let Some((rows, count)) = files.get(&row.file).zip(counts.get_mut(row.file.as_str())) else { return Ok(()) };
        let read = rows.get(count.n_rows).copied();
        count.n_rows += 1;
        let Some(read) = read else { return Ok(()) };
        let texts = (row.typed.as_str(), row.corrected.as_deref());
        let mut is_right = read.text == text_hash(&row.sheet, row.row, texts, row.row_key.as_deref());
        count.n_accepted += usize::from(read.is_accepted);
        is_right &= match (&row.person_id, read.is_accepted) {
            (Some(person), true) => {
                let own = row.says.as_ref().map(|says| Fnv::default().with(says.as_bytes()).finish());
                own.or_else(|| persons.get(person).copied()) == Some(read.rest)
            }
            (None, false) => stopped_hash(&row.outcome, row.rule.as_deref().unwrap_or_default()) == read.rest,
            // A rule on the whole file quarantines each of its rows.
            (None, true) => {
                count.n_stopped += 1;
                true
            }
            (Some(_), false) => false,
        };
        if !is_right {
            unequal.push(format!("{}!{}!{}", row.file, row.sheet, row.row));
        }
        Ok(())
    })?;
    let is_wrong = |name: &str, count: &FileCounts| {
        let is_stopped_in_part = count.n_stopped > 0 && count.n_stopped < count.n_accepted;
        files.get(name).is_none_or(|rows| rows.len() != count.n_rows) || is_stopped_in_part
    };
    let mut wrong: Vec<String> =
        counts.iter().filter(|(name, count)| is_wrong(name, count)).map(|(name, _)| (*name).to_owned()).collect();
    wrong.sort();
    unequal.extend(wrong);
    Ok(unequal)
}

/// The rows of a file in the lineage.
#[derive(Default)]
struct FileCounts {
    n_rows: usize,
    /// Rows that were accepted when the file was read again.
    n_accepted: usize,
    /// Accepted rows that the register quarantined.
    n_stopped: usize,
}
