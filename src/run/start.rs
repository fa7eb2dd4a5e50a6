//! Reads what a run starts from: the lists of its files, corrections, rulings, reference tables and the last version.

use std::sync::Arc;

use crate::error::{Error, ErrorCode, Result};
use crate::finding::Finding;
use crate::ingest::{self, CellCorrections, Decisions, IngestSettings, Input, InputFiles, Reference};
use crate::normalise::ReferenceData;
use crate::store::{Generation, RecoveryCause, RunLock, Store};

use super::file_content::FileContent;
use super::progress::{Progress, Stage};
use super::read::FileReader;
use super::read_cache::ReadCache;
use super::refusals::{self, ClockDoubt, LastVersion};
use super::{RunRequest, corrections, unreadable_files};

/// The start of a run: its inputs, before a sheet is read, and the register that it continues.
pub(super) struct RunStart {
    inputs: Vec<Input>,
    /// The files that a workbook of corrections replaces, and those that it corrects.
    pub(super) workbooks: [Vec<(String, String)>; 2],
    pub(super) corrections: Arc<CellCorrections>,
    pub(super) reference: Reference,
    pub(super) decisions: Decisions,
    pub(super) store: Store,
    pub(super) lock: RunLock,
    pub(super) last_version: LastVersion,
    /// The number of a damaged version that the version in use stands for, and what damaged it.
    pub(super) recovered: Option<(u64, RecoveryCause)>,
    pub(super) clock: Option<ClockDoubt>,
    /// The rulings of the last version that are in no file any more.
    pub(super) rulings_gone: Vec<String>,
}

/// The files of a run, read and validated.
pub(super) struct ReadSheets {
    pub(super) files: Vec<FileContent>,
    /// Corrections that belong to no cell, each with its file.
    pub(super) unused: Vec<(String, Finding)>,
    pub(super) lists: ReferenceData,
}

impl RunStart {
    /// Locks the register and reads all but the sheets.
    ///
    /// # Errors
    /// Those of the raw folder and of the store; `practice-mixed`; `rulings-gone`, unless another result is expected:
    /// an expected run is compared first.
    pub(super) fn read(request: &RunRequest) -> Result<Self> {
        let config = &request.config;
        let settings = IngestSettings { worker: request.worker.clone(), ..config.ingest.clone() };
        let corrections = Arc::new(CellCorrections::read(&request.raw)?);
        let InputFiles { inputs, replaced, corrected } =
            ingest::list_input_files(&request.raw, &corrections, &settings)?;
        let reference = Reference::read(&request.raw.join("reference"))?;
        let decisions = ingest::read_decisions(&request.raw, &config.ingest)?;
        let store = Store::open(&request.clean)?;
        let lock = store.lock()?;
        let in_use = store.current()?;
        let recovered = in_use.as_ref().and_then(Generation::recovered);
        let last_version = LastVersion::of(&store, in_use);
        let last = last_version.generation.as_ref();
        last.map_or(Ok(()), |last| refusals::refuse_other_practice(&last.manifest, config, &request.clean))?;
        let clock = last.and_then(|last| refusals::clock_doubt(&request.now, &last.manifest.published_at));
        let last_manifest = last_version.manifest();
        let rulings_gone = last_manifest.map(|last| refusals::rulings_gone(last, &decisions)).unwrap_or_default();
        let refused = refusals::refused_for_rulings(&rulings_gone, request);
        refused.filter(|_| request.expected.is_none()).map_or(Ok(()), Err)?;
        let workbooks = [replaced, corrected];
        Ok(Self {
            inputs,
            workbooks,
            corrections,
            reference,
            decisions,
            store,
            lock,
            last_version,
            recovered,
            clock,
            rulings_gone,
        })
    }

    /// Returns the cache of what files say, unless the request does without.
    pub(super) fn read_cache(&self, request: &RunRequest) -> Option<ReadCache<'_>> {
        let cache = || ReadCache::new(&self.store, &self.lock, &request.config, &self.reference, request.today);
        (!request.no_cache).then(cache)
    }

    /// Reads all files.
    ///
    /// # Errors
    /// Those of the settings; `raw-empty` and `all-unreadable` if no file could be used.
    pub(super) fn read_files(
        &self,
        request: &RunRequest,
        cache: Option<&ReadCache<'_>>,
        progress: &dyn Progress,
    ) -> Result<ReadSheets> {
        progress.begin(Stage::Read, self.inputs.iter().map(|input| input.n_bytes).sum());
        let corrections = self.corrections.clone();
        let reader =
            FileReader::new(&request.config, &self.reference, corrections, request.today, request.worker.clone())?;
        let mut files = reader.read_files(&self.inputs, cache, progress);
        let [replaced, _] = &self.workbooks;
        let unused = corrections::note_unused(&self.corrections, &mut files, replaced, true);
        progress.end();
        refuse_if_all_unreadable(&files)?;
        Ok(ReadSheets { files, unused, lists: reader.lists })
    }
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
