//! How a register is made: read, accept, link, register, write. The only room that calls the stages.
//!
//! Nothing here prints or knows a flag. Progress is told to a [`Progress`], the day and the hour are parameters.

mod accept;
mod changes;
mod events;
mod facts;
mod index;
mod model;
mod previous;
mod raw_texts;
mod read;
mod read_cache;
mod rulings;
mod tables;

use std::collections::BTreeMap;
use std::path::PathBuf;

use chrono::NaiveDate;

use crate::changes::Changes;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::ingest::{self, Reference};
use crate::link::{self, LinkFate};
use crate::record::{Kind, SheetCount, Timeliness};
use crate::register::{self, Register};
use crate::report;
use crate::store::{Generation, ManifestDraft, Store, TableWriter, Tables, even_groups};

pub use facts::facts_of_generation;
pub use read::{FileRead, ReadRow};
pub(crate) use read::{check_across_files, read_file, reader};
pub(crate) use rulings::{contradict, contradiction, values_contradict};

use accept::accepted_rows;
use previous::Recalled;

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
pub(crate) fn run(request: &Request, progress: &dyn Progress) -> Result<(Summary, report::Tables)> {
    let ingest::Found { inputs, replaced } = ingest::discover(&request.raw)?;
    let reference = Reference::read(&request.raw.join("reference"))?;
    let reader = reader(&request.config, &reference, request.today, request.worker.clone())?;
    let decisions = ingest::read_decisions(&request.raw, &request.config.ingest)?;
    let trained = request.config.link.model.as_deref().map(model::read_model).transpose()?;
    let store = Store::open(&request.clean)?;
    let lock = store.lock()?;
    let last = store.current()?;

    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let readings = read_cache::Readings::new(&store, &lock, &request.config, &reference, request.today);
    let overflow = raw_texts::Overflow::new(request.clean.clone(), request.config.run.memory_mb);
    let mut files = read::read_all(&reader, &inputs, &readings, &overflow, progress);
    check_across_files(&reader.rules, &mut files);
    progress.end();
    if files.iter().all(|file| file.fault.is_some()) {
        return Err(all_unreadable(&files));
    }

    progress.begin(Stage::Link, 0);
    // Of very many rows what their blocks brought would take more memory than it saves time.
    let recall_brought = || (!overflow.is_over()).then(|| readings.brought());
    let ((rows, fiches), earlier) = rayon::join(|| accepted_rows(&mut files), recall_brought);
    // Only what an earlier register, a decision or an event tells of a row is looked up by its place.
    let is_by_place = last.is_some()
        || !decisions.decisions.is_empty()
        || !decisions.values.is_empty()
        || rows.iter().any(|row| row.event.is_some());
    let places = if is_by_place { tables::lasting_places(&files, &rows) } else { Vec::new() };
    let mut ruled = rulings::rulings(&decisions, &rows, &places, &reader.lists)?;
    let recall =
        || last.as_ref().map(|last| previous::recall(&readings, last)).transpose().map(Option::unwrap_or_default);
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
    events::fill(&mut tables, &made, &rounds, &fiches);
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

    let about = facts::About { config: &request.config, reference: &reference, generation: number };
    let count =
        |tables: &Tables| facts::facts(&made, tables, &inputs, &about).map(|facts| Counted::new(&facts, request));
    let draft = ManifestDraft {
        program: env!("CARGO_PKG_VERSION").to_owned(),
        published_at: request.now.clone(),
        settings: serde_json::to_value(&request.config).unwrap_or_default(),
        inputs: inputs.clone(),
        decisions: decisions.files.into_iter().collect(),
        stages: tables::stages(&made),
        model: serde_json::to_value(&linked.model).unwrap_or_default(),
        review: Some(index::review_count(&made)),
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
            let remember = || is_remembered = previous::remember(&readings, &stamp, &made);
            let write = || rayon::join(|| write_long(writer, &made, readings.under()), remember).0;
            let (written, counted) = rayon::join(write, || count(&tables));
            written?;
            let counted = counted?;
            tables.published_counts =
                facts::published_counts(&tables.published_counts, &counted.all, &request.config.run.commune);
            tables.aggregates = facts::aggregates(&counted.all);
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
    // What is held of every row takes its time to be given back.
    rayon::spawn(move || drop((tables, register, linked, rows, files)));
    Ok((summary, counted.tables))
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
            writer.table(made.n_columns(), &|places| made.columns_at(places))?;
            index::write(writer, made)
        },
    )
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
