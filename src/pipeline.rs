//! The only file that calls the stages: read, link, register, publish, report; rows in = rows out.
//!
//! Nothing here prints or knows a flag. Progress is told to a [`Progress`], the day and the hour are parameters.

mod backup;
mod changes;
mod compare;
mod corrections;
mod decide;
mod figures;
mod find;
mod kept;
mod link_table;
mod living;
mod pairs;
mod reading;
mod recalled;
mod review;
mod rulings;
mod show;
mod tables;
mod template;
mod typed;
mod withdrawn;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use rayon::prelude::*;

use crate::changes::Changes;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::ingest::{self, Headers, Input, Reference};
use crate::link::{self, LinkFate};
use crate::messages::{Lang, Messages};
use crate::normalise::{Codes, Lists, Quartiers};
use crate::record::{CleanRow, Fiche, Fnv, Heading, Kind, QuartierId, RowAt, SheetCount, SourceFile, Timeliness};
use crate::register::{self, Register};
use crate::report;
use crate::store::{Generation, ManifestDraft, Store, TableWriter, Tables, even_groups};
use crate::validate::Rules;

pub use backup::{any_generation, back_up, generation, restore_generation};
pub use changes::{Diff, diff};
pub use compare::{Compared, compare};
pub use corrections::write_corrections;
pub use decide::{Asked, Decided, Signed, decide, decisions};
pub use figures::facts_of_generation;
pub use find::{Found, find, log_look_up, look_ups};
pub use link_table::{TablePass, TableRequest, TableScores, TableSummary, link_table, table_settings};
pub use reading::{FileRead, ReadRow};
pub use review::{Imported, ReviewCount, review_count, review_export, review_import};
pub use show::{Shown, ShownRow, show, show_in, write_page};

pub use template::{TemplateRequest, template};

use reading::Reader;
use recalled::Recalled;

/// A part of the run that takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reading and judging files; advances by bytes.
    Read,
    /// Finding rows of one person.
    Link,
    /// Building persons and households.
    Register,
    /// Writing the new generation.
    Publish,
    /// Rendering the reports.
    Report,
}

/// Who is told how the run goes.
pub trait Progress: Sync {
    /// A stage begins; `total` is what its advances will add up to (0: unknown).
    fn begin(&self, stage: Stage, total: u64);
    /// The stage has come further by this much.
    fn advance(&self, by: u64);
    /// A file was read, with so many rows.
    fn file_read(&self, n_rows: u64);
    /// The stage is over.
    fn end(&self);
    /// What publishing will change in the last generation; nothing is published yet.
    fn changes(&self, changes: &Changes);
}

/// Nobody is told.
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn advance(&self, _: u64) {}
    fn file_read(&self, _: u64) {}
    fn end(&self) {}
    fn changes(&self, _: &Changes) {}
}

/// What a run is asked to do.
#[derive(Debug, Clone)]
pub struct Request {
    /// The raw folder.
    pub raw: PathBuf,
    /// The folder of the register.
    pub clean: PathBuf,
    /// Every setting.
    pub config: Config,
    /// Whether persons whose last row is gone may leave the register.
    pub accept_removals: bool,
    /// Whether to stop before anything is published.
    pub dry_run: bool,
    /// The program that reads workbooks in a process of its own (see [`ingest::serve`]); `None` reads them in this one.
    pub worker: Option<PathBuf>,
    /// Day that counts as today.
    pub today: NaiveDate,
    /// Day and hour, for the manifest alone.
    pub now: String,
}

/// What a run did, in numbers.
#[derive(Debug, Clone, Default)]
pub struct Summary {
    /// Number of the generation published; that it would have, in a dry run.
    pub generation: u64,
    /// Whether nothing was published, as asked.
    pub is_dry_run: bool,
    /// Files read.
    pub n_files: usize,
    /// Files that a person's corrections workbook replaces, each with its name.
    pub replaced: Vec<(String, String)>,
    /// Files that could not be used, and why.
    pub unreadable: Vec<(String, Error)>,
    /// Census rows by outcome.
    pub census: SheetCount,
    /// Birth rows by outcome.
    pub births: SheetCount,
    /// Rows of events by outcome.
    pub events: SheetCount,
    /// Events, and of how many the person is found in no fiche and no act.
    pub n_events: (usize, usize),
    /// Residents who may be dead.
    pub n_likely_dead: usize,
    /// Persons in the register.
    pub n_persons: usize,
    /// Households in the register.
    pub n_households: usize,
    /// Acts by timeliness, duplicates left out.
    pub acts: BTreeMap<Timeliness, u64>,
    /// Acts that declare a birth again.
    pub n_duplicate_acts: u64,
    /// Pairs to be judged by a person.
    pub n_to_review: usize,
    /// Persons withdrawn in this run.
    pub n_withdrawn: usize,
    /// Decisions that were followed.
    pub n_decisions: usize,
    /// Decisions whose rows are no longer there, each with its place.
    pub stale_decisions: Vec<String>,
    /// Where the report is, or why it could not be written: the register is published all the same.
    pub report: Option<Result<PathBuf>>,
}

impl Summary {
    /// All rows by outcome.
    #[must_use]
    pub fn rows(&self) -> SheetCount {
        let mut all = self.census;
        all.add(&self.births);
        all.add(&self.events);
        all
    }
}

/// Reads everything again and publishes a new generation of the register.
///
/// # Errors
/// Nothing is published and the old register stands: `run-under-way`, `raw-missing`, `raw-empty`, `bad-reference`,
/// `all-unreadable`, `removals` (persons would vanish), `row-equation`, `disk-full` and others of the file system.
pub fn run(request: &Request, progress: &dyn Progress) -> Result<Summary> {
    let ingest::Found { inputs, replaced } = ingest::discover(&request.raw)?;
    let reference = Reference::read(&request.raw.join("reference"))?;
    let reader = reader(&request.config, &reference, request.today, request.worker.clone())?;
    let decisions = ingest::read_decisions(&request.raw, &request.config.ingest)?;
    let trained = request.config.link.model.as_deref().map(link_table::read_model_of_commune).transpose()?;
    let store = Store::open(&request.clean)?;
    let lock = store.lock()?;
    let last = store.current()?;

    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let readings = kept::Readings::new(&store, &lock, &request.config, &reference, request.today);
    let overflow = typed::Overflow::new(request.clean.clone(), request.config.run.memory_mb);
    let mut files = reading::read_all(&reader, &inputs, &readings, &overflow, progress);
    reading::beside(&reader.rules, &mut files);
    progress.end();
    if files.iter().all(|file| file.fault.is_some()) {
        return Err(all_unreadable(&files));
    }

    progress.begin(Stage::Link, 0);
    // Of very many rows what their blocks brought would take more memory than it saves time.
    let recall_brought = || (!overflow.is_over()).then(|| readings.brought());
    let ((rows, fiches), earlier) = rayon::join(|| fit_rows(&mut files), recall_brought);
    // Only what an earlier register, a decision or an event tells of a row is looked up by its place.
    let is_by_place = last.is_some()
        || !decisions.decisions.is_empty()
        || !decisions.values.is_empty()
        || rows.iter().any(|row| row.event.is_some());
    let places = if is_by_place { tables::lasting_places(&files, &rows) } else { Vec::new() };
    let mut ruled = rulings::rulings(&decisions, &rows, &places, &reader.lists)?;
    let recall =
        || last.as_ref().map(|last| recalled::recall(&readings, last)).transpose().map(Option::unwrap_or_default);
    // Linking needs it for what events say alone.
    let mut recalled = None;
    if rulings::bear_identifiers(&rows) {
        let known = recalled.insert(recall()?);
        rulings::by_identifier(&mut ruled, &rows, &places, &known.previous);
    }
    let settings = &request.config.link;
    let link = || link::link_again(&rows, &fiches, &ruled.rulings, trained.as_ref(), earlier, settings);
    // Beside the linking, where there is memory for both.
    let (linked, brought) = if recalled.is_some() || overflow.is_over() {
        link()
    } else {
        let (linked, known) = rayon::join(link, recall);
        recalled = Some(known?);
        linked
    };
    progress.end();

    progress.begin(Stage::Register, 0);
    let number = store.generations()?.last().copied().unwrap_or(0) + 1;
    let generation = i32::try_from(number).unwrap_or(i32::MAX);
    let build = || -> Result<(Recalled, Register)> {
        let recalled = recalled.map_or_else(recall, Ok)?;
        let previous = &recalled.previous;
        let register = register::build(&rows, &fiches, &linked.cluster_of, previous, &places, generation);
        Ok((recalled, register))
    };
    let (built, ()) = rayon::join(build, || readings.keep_brought(brought));
    let (recalled, mut register) = built?;
    drop(places);
    rulings::apply_values(&mut register, &ruled)?;
    let made = tables::Made::new(&files, &rows, &linked, &register, &reference);
    let find_rounds = || register::rounds(&rows, &fiches, &register, &request.config.rounds);
    let (mut tables, rounds) = rayon::join(|| made.short_tables(), find_rounds);
    let inputs = made.inputs();
    living::fill(&mut tables, &made, &rounds, &fiches);
    drop(rounds);
    progress.end();

    let is_refused = !register.vanished.is_empty() && !request.accept_removals && !request.dry_run;
    let refusal = is_refused.then(|| removals(&register.vanished, &recalled.previous));
    if let Some(last) = &last {
        progress.changes(&changes::about_to(&store, last, recalled, &made, &mut tables, &inputs)?);
    }
    if let Some(refusal) = refusal {
        return Err(refusal);
    }
    tables.published_counts = last.as_ref().map(Generation::read).transpose()?.unwrap_or_default();

    let about = figures::About { config: &request.config, reference: &reference, generation: number };
    let count =
        |tables: &Tables| figures::facts(&made, tables, &inputs, &about).map(|facts| Counted::new(&facts, request));
    let draft = ManifestDraft {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        published_at: request.now.clone(),
        settings: serde_json::to_value(&request.config).unwrap_or_default(),
        inputs: inputs.clone(),
        decisions: decisions.files.into_iter().collect(),
        stages: tables::stages(&made),
        model: serde_json::to_value(&linked.model).unwrap_or_default(),
    };
    let (number, counted) = if request.dry_run {
        (number, count(&tables)?)
    } else {
        progress.begin(Stage::Publish, 0);
        let (stamp, mut is_remembered) = (format!("{number} {}", request.now), false);
        let (published, (counted, groups)) = store.publish_with(&lock, draft, |writer| {
            if let Some(last) = &last
                && let Some(groups) = readings.of_generation(last).and_then(|kept| kept.part("groups"))
            {
                writer.copy_from(last, groups);
            }
            // Counted and kept while the long tables are written.
            let remember = || is_remembered = recalled::remember(&readings, &stamp, &made);
            let write = || rayon::join(|| write_long(writer, &made, readings.under()), remember).0;
            let (written, counted) = rayon::join(write, || count(&tables));
            written?;
            let counted = counted?;
            tables.published_counts =
                figures::published_counts(&tables.published_counts, &counted.all, &request.config.run.commune);
            tables.aggregates = figures::aggregates(&counted.all);
            writer.others(&tables)?;
            Ok((counted, writer.take_groups()))
        })?;
        if is_remembered && readings.keep_part(&stamp, "groups", &groups) {
            readings.keep_whole(&stamp, &published);
        }
        // What can't be removed now is removed by the next run: the new register is published all the same.
        let _ = store.prune(&lock, request.config.run.keep_generations);
        readings.forget_others();
        progress.end();
        (published.number, counted)
    };

    let mut summary = Summary {
        generation: number,
        is_dry_run: request.dry_run,
        n_files: files.iter().filter(|file| file.fault.is_none()).count(),
        replaced,
        unreadable: faults(&files),
        n_persons: register.persons.len(),
        n_households: register.households.len(),
        acts: counted.acts,
        n_duplicate_acts: counted.n_duplicate_acts,
        n_to_review: linked
            .links
            .iter()
            .filter(|link| link.fate == LinkFate::TooWeak || link.fate.is_by_rule())
            .count(),
        n_withdrawn: register.vanished.len(),
        n_events: (tables.events.len(), tables.events.iter().filter(|event| event.matched == 0).count()),
        n_likely_dead: tables.likely_dead.len(),
        n_decisions: ruled.rulings.len() + ruled.values.len(),
        stale_decisions: ruled.stale,
        ..Summary::default()
    };
    for (file, sheets) in files.iter().zip(&made.sheets) {
        let count = match file.kind {
            Kind::Birth => &mut summary.births,
            Kind::Event => &mut summary.events,
            Kind::Census => &mut summary.census,
        };
        sheets.iter().for_each(|sheet| count.add(sheet));
    }
    drop(made);
    if !request.dry_run {
        progress.begin(Stage::Report, 0);
        let write = || write_reports(&request.clean.join("reports"), &counted.tables, &Lang::ALL);
        // What is held of every row takes its time to be given back.
        let (report, ()) = rayon::join(write, || drop((tables, register, linked, rows, files)));
        summary.report = Some(report);
        progress.end();
    }
    Ok(summary)
}

/// The reports' tables, and what the summary tells of them.
struct Counted {
    tables: report::Tables,
    all: Vec<report::Aggregate>,
    acts: BTreeMap<Timeliness, u64>,
    n_duplicate_acts: u64,
}

impl Counted {
    fn new(facts: &report::Facts, request: &Request) -> Self {
        let tables = report::tables(facts, &request.config.report);
        let mut acts: BTreeMap<Timeliness, u64> = BTreeMap::new();
        for act in facts.acts.iter().filter(|act| !act.is_duplicate) {
            *acts.entry(act.timeliness).or_default() += 1;
        }
        let n_duplicate_acts = facts.acts.iter().filter(|act| act.is_duplicate).count() as u64;
        Self { all: report::aggregates(&tables), tables, acts, n_duplicate_acts }
    }
}

/// Writes the tables that are never whole in memory: the longest beside the others. `under` tells what reading depends on.
fn write_long(writer: &mut TableWriter<'_>, made: &tables::Made<'_>, under: &str) -> Result<()> {
    let lineage_says = |places| made.lineage_says(under, places);
    let (persons_say, links_say) = (|places| made.persons_say(places), |places| made.links_say(places));
    writer.beside(
        |writer| {
            let lineage = |places| made.lineage_at(places, true);
            writer.table_saying(&made.lineage_groups(), Some(&lineage_says), &lineage)
        },
        |writer| {
            let persons = even_groups(made.n_persons());
            writer.table_saying(&persons, Some(&persons_say), &|places| made.persons_at(places))?;
            writer.table(made.register.households.len(), &|places| made.households_at(places))?;
            writer.table(made.n_births(), &|places| made.births_at(places))?;
            let links = even_groups(made.n_links());
            writer.table_saying(&links, Some(&links_say), &|places| made.links_at(places, true))?;
            writer.table(made.n_columns(), &|places| made.columns_at(places))
        },
    )
}

/// One file as `check` sees it.
pub struct Checked {
    /// The file.
    pub source: SourceFile,
    /// What it holds.
    pub kind: Kind,
    /// Why it can't be used, if so.
    pub fault: Option<Error>,
    /// What each column was taken to hold.
    pub headings: Vec<Heading>,
    /// What was found wrong, by place.
    pub findings: Vec<Finding>,
    /// Every row read, and why the reader left it out or stopped it, if so.
    pub rows: Vec<(RowAt, Option<&'static str>)>,
    /// Rows read, left out, in quarantine; `registered` counts the rows fit for the register.
    pub count: SheetCount,
}

/// Reads and judges files alone; the register is untouched. `worker` as in [`Request`].
///
/// # Errors
/// Only what stops everything: a bad reference table or setting.
pub fn check(
    paths: &[PathBuf],
    raw: &Path,
    config: &Config,
    today: NaiveDate,
    worker: Option<PathBuf>,
    progress: &dyn Progress,
) -> Result<Vec<Checked>> {
    let reference = Reference::read(&raw.join("reference"))?;
    let reader = reader(config, &reference, today, worker)?;
    let inputs: Vec<Input> = paths.iter().map(|path| input_of(path)).collect();
    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let read_files = inputs.iter().enumerate().map(|(index, input)| {
        let read = reading::read_one(&reader, input, None, index as u32, None);
        progress.advance(input.n_bytes);
        progress.file_read(read.rows.len() as u64);
        read
    });
    let mut files: Vec<FileRead> = read_files.collect();
    reading::beside(&reader.rules, &mut files);
    progress.end();
    Ok(files.into_iter().map(checked).collect())
}

fn input_of(path: &Path) -> Input {
    let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
    let n_bytes = std::fs::metadata(path).map(|meta| meta.len()).unwrap_or(0);
    Input { path: path.to_owned(), name, kind: Kind::Census, n_bytes }
}

fn checked(read: FileRead) -> Checked {
    let mut count = SheetCount { rows: read.rows.len() as u64, ..SheetCount::default() };
    for row in &read.rows {
        match row.stopped() {
            Some((crate::record::Outcome::Quarantined, _)) => count.quarantined += 1,
            Some(_) => count.ignored += 1,
            None => count.registered += 1,
        }
    }
    let mut findings = read.findings;
    findings.sort_by(|a, b| (a.at, a.rule).cmp(&(b.at, b.rule)));
    let left_out = |row: &ReadRow| row.stopped().filter(|_| row.key.is_none()).map(|(_, reason)| reason);
    let rows = read.rows.iter().map(|row| (row.at, left_out(row))).collect();
    Checked { source: read.source, kind: read.kind, fault: read.fault, headings: read.headings, findings, rows, count }
}

/// Renders the reports of the current generation again.
///
/// # Errors
/// `no-register` if there is none; those of the store and the file system.
pub fn report(clean: &Path, out: &Path, config: &Config, raw: &Path, langs: &[Lang]) -> Result<PathBuf> {
    let generation = current(clean)?;
    let reference = Reference::read(&raw.join("reference"))?;
    let facts = facts_of_generation(&generation, config, &reference)?;
    write_reports(out, &report::tables(&facts, &config.report), langs)
}

/// The current generation of a register.
///
/// # Errors
/// `no-register` if there is none yet; those of the store.
pub fn current(clean: &Path) -> Result<Generation> {
    if !clean.is_dir() {
        return Err(Error::new("no-register").at(clean));
    }
    Store::open(clean)?.current()?.ok_or_else(|| Error::new("no-register").at(clean))
}

fn write_reports(folder: &Path, tables: &report::Tables, langs: &[Lang]) -> Result<PathBuf> {
    create_folder(folder)?;
    let aggregates = report::aggregates(tables);
    let write = |lang: &Lang| -> Result<PathBuf> {
        let (path, messages) = (folder.join(format!("rapport.{}.html", lang.code())), Messages::new(*lang));
        replace(&path, report::render::html(tables, &messages).as_bytes())?;
        replace(&path.with_extension("xlsx"), &report::render::xlsx(tables, &messages)?)?;
        Ok(path)
    };
    let paths = langs.par_iter().map(write).collect::<Result<Vec<_>>>()?;
    replace(&folder.join("aggregates.csv"), report::render::csv(&aggregates).as_bytes())?;
    replace(&folder.join("aggregates.json"), report::render::json(&aggregates).as_bytes())?;
    Ok(paths.into_iter().next().unwrap_or_else(|| folder.to_owned()))
}

fn create_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).map_err(|e| Error::io(folder, &e))
}

/// Writes a file beside its place, then moves it there: a reader sees the old or the new.
fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    written_beside(path, bytes)?.persist(path).map_err(|e| Error::io(path, &e.error))?;
    Ok(())
}

/// A whole file beside the place it is meant for, gone unless it is moved there.
fn written_beside(path: &Path, bytes: &[u8]) -> Result<tempfile::NamedTempFile> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::NamedTempFile::new_in(folder).map_err(|e| Error::io(folder, &e))?;
    std::io::Write::write_all(&mut file, bytes).map_err(|e| Error::io(path, &e))?;
    file.as_file().sync_all().map_err(|e| Error::io(path, &e))?;
    Ok(file)
}

fn reader(config: &Config, reference: &Reference, today: NaiveDate, worker: Option<PathBuf>) -> Result<Reader> {
    Ok(Reader {
        headers: Headers::new(&config.ingest.headings, &config.ingest.pin)?,
        settings: ingest::Settings { worker, ..config.ingest.clone() },
        lists: Lists { quartiers: Quartiers::new(&reference.quartiers), codes: Codes::new(&config.words)?, today },
        rules: Rules::new(&config.validate, today)?,
    })
}

/// Takes out of the files the rows fit for the register, in an order that neither files' names nor threads change, and all
/// fiches.
fn fit_rows(files: &mut [FileRead]) -> (Vec<CleanRow>, Vec<Fiche>) {
    let n_fit = files.iter().map(|file| file.rows.iter().filter(|row| row.stopped.is_none()).count()).sum();
    let mut rows = Vec::with_capacity(n_fit);
    let mut fiches: Vec<Fiche> = Vec::new();
    for file in files {
        let first = fiches.len() as u32;
        let at = file.rows.first().map_or(0, |row| row.at.file);
        fiches.extend(std::mem::take(&mut file.fiches).into_iter().map(|mut fiche| {
            fiche.at.file = at;
            fiche
        }));
        let of_data = file.rows.iter().filter(|row| row.key.is_some()).zip(std::mem::take(&mut file.clean));
        rows.extend(of_data.filter(|(read, _)| read.stopped.is_none()).map(|(_, mut row)| {
            row.fiche = row.fiche.map(|fiche| fiche + first);
            row
        }));
    }
    // Rows that are looked at together stand together: in memory, what is far takes its time.
    rows.par_sort_by_cached_key(|row| (row.kind(), whereabouts(row, &fiches), row.key, row.at));
    (rows, fiches)
}

/// Where and, of an act, when: the quartier, then a hash of the parcel or the day of birth.
fn whereabouts(row: &CleanRow, fiches: &[Fiche]) -> (Option<QuartierId>, u64) {
    let fiche = row.fiche.and_then(|fiche| fiches.get(fiche as usize));
    let parcel = |fiche: &Fiche| Fnv::default().with(fiche.avenue.as_bytes()).with(fiche.parcel.as_bytes()).finish();
    let day = || row.born.map_or(0, |born| born.first.num_days_from_ce() as u64);
    (fiche.map_or(row.quartier, |fiche| fiche.quartier), fiche.map_or_else(day, parcel))
}

fn faults(files: &[FileRead]) -> Vec<(String, Error)> {
    files.iter().filter_map(|file| Some((file.source.path.clone(), file.fault.clone()?))).collect()
}

fn all_unreadable(files: &[FileRead]) -> Error {
    let first = faults(files).into_iter().next();
    let (path, fault) = first.unwrap_or_else(|| (String::new(), Error::new("raw-empty")));
    Error::new("all-unreadable").with("n", files.len()).with("path", path).because(fault.code)
}

fn removals(vanished: &[String], previous: &register::Previous) -> Error {
    let names = vanished.iter().take(5).map(|id| {
        let person = previous.person(id).map(|person| &previous.persons[person as usize]);
        let names = person.map(|person| person.says.names.each_ref().map(|name| &**name).join(" "));
        format!("{id} {}", names.unwrap_or_default().trim())
    });
    Error::new("removals").with("n", vanished.len()).with("persons", names.collect::<Vec<_>>().join("; "))
}
