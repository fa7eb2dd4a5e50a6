//! The use cases of the program, one in each file. The commands of the terminal call them.
//!
//! No use case prints text or reads a command-line option. The date and the time are parameters.

mod access;
mod backup;
mod check;
mod cluster;
mod compare;
mod corrections;
mod data_package;
mod decide;
mod dhis2;
mod diff;
mod export;
mod export_keys;
mod find;
mod link_table;
mod model;
mod overlap;
mod overview;
mod pairs;
mod person_words;
mod reader;
mod register_pairs;
mod release;
mod report;
mod review;
mod review_sample;
mod round_keys;
mod run;
mod score;
mod show;
mod table_words;
mod template;
mod verify;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use crate::backup::RegisterPaths;
use crate::error::{Error, ErrorCode, Result};
use crate::store::{Generation, RecoveryCause, Store};

pub use crate::run::{
    ClockDoubt, Progress, ReadingCheck, RunRequest, RunSummary, SheetWithoutTable, Silent, Stage, facts_of_generation,
};
pub use access::Access;
pub use backup::{any_generation, back_up, generation, restore, restore_generation};
pub use check::{CheckedFile, check};
pub use cluster::{ClusterRequest, ClusterSummary, cluster};
pub use compare::{ComparisonReport, compare};
pub use corrections::write_corrections;
pub use decide::{DecisionRequest, Signature, decide, decisions};
pub use dhis2::{DataValues, data_values};
pub use diff::{Diff, diff};
pub use export::{DATASET, ExportRequest, export};
pub use export_keys::{KeyExport, KeyExportRequest, export_keys};
pub use find::{PersonCard, PersonMatch, acknowledge_log, check_quartier, find, find_cards, look_ups, quartier_names};
pub use link_table::{TableLimit, TablePass, TableRequest, TableScores, TableSummary, link_table, table_settings};
pub use model::merge_models;
pub use overlap::{CommuneOverlap, OverlapRequest, OverlapTruth, overlap};
pub use overview::{Overview, WaitingFiles, overview, waiting_files};
pub use person_words::{person_birth, person_history, person_values, withdrawal};
pub use release::{Release, ReleaseRequest, release};
pub use report::report;
pub use review::{ReviewExport, ReviewImport, review_count, review_export, review_import};
pub use review_sample::{sample_estimate, sample_export};
pub use round_keys::{RoundKeys, RoundKeysRequest, make_round_keys, new_secret, persons_of_pairs};
pub use run::run;
pub use score::score;
pub use show::{PersonDetails, PersonHistoryChange, PersonSource, extract, show, write_page};
pub use template::{TemplateRequest, template};
pub use verify::check_reading;

/// Removes the temporary files that killed programs left. Every command begins with it.
///
/// A restore that was cut off between its renames is finished; what one cut off earlier wrote is removed.
pub fn sweep_temporaries(raw: &Path, clean: &Path, config: &Path) {
    let paths = RegisterPaths { raw: raw.to_owned(), clean: clean.to_owned(), config: config.to_owned() };
    // If it can't be finished, the command says that there is no register.
    let _ = crate::backup::sweep_restore(&paths);
    let mut folders = vec![PathBuf::from("."), raw.join("decisions")];
    // A corrections workbook is written beside its original.
    for folder in ["census", "births", "events"] {
        add_folders(raw.join(folder), 0, &mut folders);
    }
    crate::store::sweep_temporaries(clean, &folders);
}

/// Deepest folder of sheets in which temporary files are looked for.
const MOST_DEPTH: usize = 8;

/// Adds a folder and those below it.
fn add_folders(folder: PathBuf, depth: usize, folders: &mut Vec<PathBuf>) {
    let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
    let below = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir()));
    let below: Vec<PathBuf> = below.map(|entry| entry.path()).collect();
    folders.push(folder);
    if depth < MOST_DEPTH {
        below.into_iter().for_each(|folder| add_folders(folder, depth + 1, folders));
    }
}

/// The current generation of a register.
///
/// # Errors
/// `no-register` if there is none yet; those of the store.
pub fn current(clean: &Path) -> Result<Generation> {
    if !clean.is_dir() {
        return Err(Error::new(ErrorCode::NoRegister).at(clean));
    }
    let in_use = Store::open(clean)?.current()?.ok_or_else(|| Error::new(ErrorCode::NoRegister).at(clean))?;
    if let Some(recovered) = in_use.recovered() {
        RECOVERED.lock().unwrap_or_else(PoisonError::into_inner).replace(recovered);
    }
    Ok(in_use)
}

/// The older generation that the last use case answered from.
static RECOVERED: Mutex<Option<(u64, RecoveryCause)>> = Mutex::new(None);

/// Returns the number of the older generation that answered because the one in use is damaged, and why. Every command
/// that reads the register says it.
pub fn take_recovered() -> Option<(u64, RecoveryCause)> {
    RECOVERED.lock().unwrap_or_else(PoisonError::into_inner).take()
}
