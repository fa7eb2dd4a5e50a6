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
mod summary;
mod table_rows;
mod tables;

use std::path::PathBuf;
use std::sync::Arc;

use chrono::NaiveDate;

use crate::changes::Changes;
use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, CellCorrections, InputFiles, Reference};
use crate::link::{self, Model};
use crate::record::person_prefix;
use crate::register::{self, NewIds};
use crate::report;
use crate::store::{Generation, RunLock, Store};

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

use accept::accepted_rows;
use previous::{ComparedRegister, PreviousRegister, in_threads_of_its_own};
use publish::ReportFigures;
use read_cache::ReadCache;
use register_tables::RegisterTables;
use rulings::RunRulings;

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
    /// The program that reads workbooks in a process of its own (see [`ingest::serve`]); `None` reads them in this one.
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
    let config = &request.config;
    let settings = ingest::IngestSettings { worker: request.worker.clone(), ..config.ingest.clone() };
    let corrections = Arc::new(CellCorrections::read(&request.raw)?);
    let InputFiles { inputs, replaced, corrected } = ingest::list_input_files(&request.raw, &corrections, &settings)?;
    let reference = Reference::read(&request.raw.join("reference"))?;
    let decisions = ingest::read_decisions(&request.raw, &config.ingest)?;
    let store = Store::open(&request.clean)?;
    let lock = store.lock()?;
    let in_use = store.current()?;
    let recovered = in_use.as_ref().and_then(Generation::recovered);
    let last_version = refusals::LastVersion::of(&store, in_use);
    let last = last_version.generation.as_ref();
    last.map_or(Ok(()), |last| refusals::refuse_other_practice(&last.manifest, config, &request.clean))?;
    let prefix = person_prefix(config.run.practice);
    let clock = last.and_then(|last| refusals::clock_doubt(&request.now, &last.manifest.published_at));
    let last_manifest = last_version.manifest();
    let rulings_gone = last_manifest.map(|last| refusals::rulings_gone(last, &decisions)).unwrap_or_default();
    // What an expected run comes to is looked at first, further below.
    let refused_for_rulings = refusals::refused_for_rulings(&rulings_gone, request);
    refused_for_rulings.clone().filter(|_| request.expected.is_none()).map_or(Ok(()), Err)?;

    progress.begin(Stage::Read, inputs.iter().map(|input| input.n_bytes).sum());
    let reader = FileReader::new(config, &reference, corrections.clone(), request.today, request.worker.clone())?;
    let cache = (!request.no_cache).then(|| ReadCache::new(&store, &lock, config, &reference, request.today));
    let mut files = reader.read_files(&inputs, cache.as_ref(), progress);
    let unused = corrections::note_unused(&corrections, &mut files, &replaced, true);
    progress.end();
    refuse_if_all_unreadable(&files)?;

    progress.begin(Stage::Link, 0);
    let (rows, fiches) = accepted_rows(&mut files);
    let places = tables::stable_places(&files);
    let mut rulings = RunRulings::new(&decisions, &rows, &places, &reader.lists)?;
    let mut previous = None;
    if rulings::bear_identifiers(&rows) {
        let previous = previous.insert(PreviousRegister::read(last)?);
        rulings.add_identifiers(&rows, &places, &previous.previous, prefix);
    }
    let linked = link::link(&rows, &fiches, &rulings.pairs, trained, &config.link);
    progress.end();

    progress.begin(Stage::Register, 0);
    let previous = previous.map_or_else(|| PreviousRegister::read(last), Ok)?;
    let number = store.generations()?.last().copied().unwrap_or(0) + 1;
    let generation = i32::try_from(number).unwrap_or(i32::MAX);
    let on_ids = RunRulings::on_ids(&decisions, &rows, &places);
    let new = NewIds { generation, prefix };
    let mut register = register::build(&rows, &fiches, &linked.cluster_of, &previous.previous, &places, &on_ids, new);
    let unread = refusals::unread_removals(&register.vanished, &previous.previous, &files);
    unread.clone().filter(|_| !request.dry_run && request.expected.is_none()).map_or(Ok(()), Err)?;
    let removals = refusals::removals(&register.vanished, &previous.previous, clock.as_ref());
    let removals = refusals::without_consent(removals, register.vanished.len() + rulings_gone.len(), request);
    let compared = ComparedRegister::from(previous);
    rulings.apply_values(&mut register)?;
    let register_tables = RegisterTables::new(&files, &rows, &linked, &register, &reference);
    let inputs = register_tables.inputs();
    let lost = last_version.lost_persons(&inputs).filter(|_| request.removals != RemovalConsent::All);
    lost.clone().filter(|_| !request.dry_run).map_or(Ok(()), Err)?;
    let unread = unread.or(lost);
    let different_rows = in_threads_of_its_own(|| changes::different_rows(last, compared, &register_tables, &inputs))?;
    let rounds = in_threads_of_its_own(|| register::compare_rounds(&rows, &fiches, &register, &config.rounds));
    let mut short_tables = register_tables.short_tables();
    short_tables.findings.extend(table_rows::correction_finding_rows(&unused));
    events::fill(&mut short_tables, &register_tables, &rounds, &fiches);
    drop(rounds);
    progress.end();

    let changes = if let Some(last) = last {
        let columns = register_tables.columns_at(0..register_tables.headings.len());
        Some(changes::changes_since(
            last,
            &store,
            different_rows,
            &columns,
            &mut short_tables,
            (&inputs, &decisions),
            generation,
        )?)
    } else {
        None
    };
    let fingerprint =
        fingerprint::of_run(request, last, &inputs, (&decisions, &corrections), &register_tables, &short_tables)?;
    if let Some((expected, fingerprint)) = request.expected.as_ref().zip(fingerprint.as_ref()) {
        refusals::refuse_unexpected(expected, fingerprint)?;
        refused_for_rulings.or_else(|| unread.clone()).map_or(Ok(()), Err)?;
    }
    changes.as_ref().map_or(Ok(()), pass_on)?;
    removals.map_or(Ok(()), Err)?;

    let publication = publish::Publication {
        request,
        reference: &reference,
        decisions: &decisions,
        corrections: &corrections,
        inputs,
        number,
    };
    let (figures, published): (ReportFigures, u64) = if request.dry_run {
        (publication.count(&register_tables, &short_tables)?, number)
    } else {
        progress.begin(Stage::Publish, 0);
        let published = publication.publish(&store, &lock, &register_tables, &mut short_tables)?;
        // What can't be deleted now is deleted by the next run: the new generation is published all the same.
        let _ = store.prune(&lock, config.run.keep_generations);
        cache.into_iter().for_each(ReadCache::delete_unused);
        progress.end();
        published
    };
    let workbooks = [replaced, corrected];
    let mut summary =
        RunSummary::new(request, published, workbooks, &register_tables, &short_tables, &figures, rulings);
    summary.is_unchanged = published != number;
    summary.clock = clock;
    summary.rulings_gone = rulings_gone;
    summary.fingerprint = fingerprint;
    summary.unread_removals = unread;
    summary.recovered = recovered;
    drop(register_tables);
    // Freeing the memory of all rows takes time: it goes on beside the reports.
    rayon::spawn(move || drop((short_tables, register, linked, rows, files)));
    Ok(RunOutput { summary, report_tables: figures.tables, lock })
}

/// Returns the files that could not be used, each with its fault.
fn unreadable_files(files: &[FileContent]) -> Vec<(String, Error)> {
    files.iter().filter_map(|file| Some((file.source.path.clone(), file.fault.clone()?))).collect()
}

fn refuse_if_all_unreadable(files: &[FileContent]) -> Result<()> {
    if files.iter().any(|file| file.fault.is_none()) {
        return Ok(());
    }
    let first = unreadable_files(files).into_iter().next();
    let (path, fault) = first.unwrap_or_else(|| (String::new(), Error::new(ErrorCode::RawEmpty)));
    // The message needs the facts of the first fault to say the reason in words.
    let all = Error { args: fault.args, ..Error::new(ErrorCode::AllUnreadable) };
    Err(all.with("n", files.len()).with("path", path).because(fault.code))
}
