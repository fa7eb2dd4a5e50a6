//! Makes a register in these steps: read, accept, link, register, compare with the last generation, publish.
//!
//! This module calls the stages, prints nothing and reads no clock: the day and the time are fields of
//! [`RunRequest`]; progress is reported to a [`Progress`].

mod accept;
mod changes;
mod corrections;
mod events;
mod facts;
mod file_content;
mod finding_cells;
mod fingerprint;
mod index;
mod parcels;
mod persons;
mod previous;
mod progress;
mod publish;
mod raw_texts;
mod read;
mod read_cache;
mod reading_check;
mod refusals;
mod register_tables;
mod rulings;
mod start;
mod summary;
mod table_rows;
mod tables;

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::changes::Changes;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::finding::Finding;
use crate::link::Model;
use crate::register;
use crate::report;
use crate::store::RunLock;

pub use facts::facts_of_generation;
pub use fingerprint::{FingerprintPart, RunFingerprint};
pub use progress::{Progress, Silent, Stage};
pub use reading_check::ReadingCheck;
pub use refusals::{ClockDoubt, RemovalConsent};
pub use summary::{RunSummary, SheetWithoutTable};

pub(crate) use corrections::note_unused;
pub(crate) use file_content::{FileContent, FileRow};
pub(crate) use finding_cells::FindingCells;
pub(crate) use fingerprint::read_fingerprint_code;
pub(crate) use parcels::parcel_counts;
pub(crate) use read::{FileReader, can_be_confirmed};
pub(crate) use reading_check::check_reading;
pub(crate) use refusals::is_practice;
pub(crate) use rulings::{contradiction, decisions_contradict, values_contradict};

use persons::{BuiltRegister, LinkedRows};
use previous::in_threads_of_its_own;
use read_cache::ReadCache;
use register_tables::RegisterTables;
use start::RunStart;

/// The request for a run: folders, settings and options.
#[derive(Debug, Clone)]
pub struct RunRequest {
    /// The raw folder.
    pub raw: PathBuf,
    /// The folder of the register.
    pub clean: PathBuf,
    /// All settings.
    pub config: Config,
    /// Whether persons whose last row is gone, and rulings that are gone, may leave the register.
    pub removals: RemovalConsent,
    /// What the run must come to: else nothing is published.
    pub expected: Option<ExpectedRun>,
    /// Whether to stop before anything is published.
    pub dry_run: bool,
    /// Whether every file is parsed again, also those that have not changed.
    pub no_cache: bool,
    /// The program that reads workbooks in a process of its own (see [`crate::ingest::serve`]); `None` reads them in
    /// this one.
    pub worker: Option<PathBuf>,
    /// The day that counts as today.
    pub today: NaiveDate,
    /// Date and time, for the manifest alone.
    pub now: String,
}

/// The result that a dry run has shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExpectedRun {
    /// The code of its fingerprint.
    pub code: String,
    /// Its fingerprint, if the register still has it: it tells what differs.
    pub fingerprint: Option<RunFingerprint>,
}

pub(crate) struct RunOutput {
    pub(crate) summary: RunSummary,
    pub(crate) report_tables: report::ReportTables,
    /// Held until the reports are written.
    pub(crate) lock: RunLock,
}

/// Reads all files again and publishes a new generation of the register, unless the request is for a dry run. `trained`
/// is the linking model; without it the weights are learnt from the rows. `pass_on` gets the changes before anything is
/// published; an error of it stops the run.
///
/// # Errors
/// Those of `app::run`. Nothing is then published and the old register stands.
pub(crate) fn run(
    request: &RunRequest,
    trained: Option<&Model>,
    progress: &dyn Progress,
    pass_on: &dyn Fn(&Changes) -> Result<()>,
) -> Result<RunOutput> {
    let start = RunStart::read(request)?;
    let last = start.last_version.generation.as_ref();
    let cache = start.read_cache(request);
    let mut read = start.read_files(request, cache.as_ref(), progress)?;

    progress.begin(Stage::Link, 0);
    let mut linked = LinkedRows::new(&mut read, &start, trained, request)?;
    progress.end();

    progress.begin(Stage::Register, 0);
    let number = start.store.generations()?.last().copied().unwrap_or(0) + 1;
    let generation = i32::try_from(number).unwrap_or(i32::MAX);
    let BuiltRegister { register, compared, mut refusals } =
        linked.build_register(&start, &read.files, generation, request)?;
    let register_tables = RegisterTables::new(&read.files, &linked.rows, &linked.links, &register, &start.reference);
    let inputs = register_tables.inputs();
    refusals.add_lost_persons(&start.last_version, &inputs, request)?;
    let different_rows = in_threads_of_its_own(|| changes::different_rows(last, compared, &register_tables, &inputs))?;
    let mut short_tables = short_tables(&register_tables, &linked, &read.unused, &request.config);
    progress.end();

    let columns = register_tables.columns_at(0..register_tables.headings.len());
    let differences = |last| {
        let made_from = (&inputs[..], &start.decisions, &request.config);
        changes::changes_since(last, &start.store, different_rows, &columns, &mut short_tables, made_from, generation)
    };
    let changes = last.map(differences).transpose()?;
    let rulings_and_corrections = (&start.decisions, &*start.corrections);
    let fingerprint =
        fingerprint::of_run(request, last, &inputs, rulings_and_corrections, &register_tables, &short_tables)?;
    refusals.refuse_unexpected(request.expected.as_ref(), fingerprint.as_ref())?;
    changes.as_ref().map_or(Ok(()), pass_on)?;
    refusals.refuse_removals()?;

    let of_last = last.map_or(&[][..], |last| &last.manifest.inputs[..]);
    let idle_pins = summary::idle_pins(&request.config.ingest.pin, &inputs, &start.workbooks[0], of_last);
    let publication = publish::Publication {
        request,
        reference: &start.reference,
        decisions: &start.decisions,
        corrections: &start.corrections,
        inputs,
        number,
    };
    let (figures, published) = if request.dry_run {
        (publication.count(&register_tables, &short_tables)?, number)
    } else {
        progress.begin(Stage::Publish, 0);
        let published = publication.publish(&start.store, &start.lock, &register_tables, &mut short_tables)?;
        // What can't be deleted now is deleted by the next run: the new generation is published all the same.
        let _ = start.store.prune(&start.lock, request.config.run.keep_generations);
        cache.into_iter().for_each(ReadCache::delete_unused);
        progress.end();
        published
    };
    let mut summary =
        RunSummary::new(request, published, start.workbooks, &register_tables, &short_tables, &figures, linked.rulings);
    summary.is_unchanged = published != number;
    summary.idle_pins = idle_pins;
    // A version that stays keeps the settings that it was made with.
    summary.changed_settings = last.filter(|_| !summary.is_unchanged).and_then(|last| {
        let keys = fingerprint::changed_settings(&last.manifest.settings, &request.config);
        (!keys.is_empty()).then_some((last.number, keys))
    });
    if let Some(last) = last.filter(|_| !summary.is_unchanged) {
        let files = refusals::changed_reference(&last.manifest, &request.raw)?;
        summary.changed_reference = (!files.is_empty()).then_some((last.number, files));
        summary.corrections_gone = refusals::corrections_gone(&last.manifest, &start.corrections);
    }
    summary.clock = start.clock;
    summary.rulings_gone = start.rulings_gone;
    summary.fingerprint = fingerprint;
    summary.unread_removals = refusals.unread;
    summary.recovered = start.recovered;
    drop(register_tables);
    // Freeing the memory of all rows takes time: it goes on beside the reports.
    rayon::spawn(move || drop((short_tables, register, linked.links, linked.rows, read.files)));
    Ok(RunOutput { summary, report_tables: figures.tables, lock: start.lock })
}

/// Fills the tables whose rows are few beside those of persons: findings, events, rounds.
fn short_tables(
    register_tables: &RegisterTables<'_>,
    linked: &LinkedRows,
    unused: &[(String, Finding)],
    config: &Config,
) -> crate::store::Tables {
    let compare = || register::compare_rounds(&linked.rows, &linked.fiches, register_tables.register, &config.rounds);
    let rounds = in_threads_of_its_own(compare);
    let mut short_tables = register_tables.short_tables();
    short_tables.findings.extend(table_rows::correction_finding_rows(unused));
    events::fill(&mut short_tables, register_tables, &rounds, &linked.fiches);
    short_tables
}

/// Returns the files that could not be used, each with its fault.
fn unreadable_files(files: &[FileContent]) -> Vec<(String, Error)> {
    files.iter().filter_map(|file| Some((file.source.path.clone(), file.fault.clone()?))).collect()
}
