//! The use cases of the program, one in each file. The commands of the terminal call them.
//!
//! No use case prints text or reads a command-line option. The date and the time are parameters.

mod access;
mod backup;
mod check;
mod compare;
mod corrections;
mod decide;
mod diff;
mod export;
mod find;
mod link_table;
mod model;
mod pairs;
mod reader;
mod register_pairs;
mod report;
mod review;
mod review_sample;
mod run;
mod show;
mod table_words;
mod template;

use std::path::Path;

use crate::error::{Error, ErrorCode, Result};
use crate::store::{Generation, Store};

pub use crate::run::{Progress, RunRequest, RunSummary, Silent, Stage, facts_of_generation};
pub use access::Access;
pub use backup::{any_generation, back_up, generation, restore_generation};
pub use check::{CheckedFile, check};
pub use compare::{ComparisonReport, compare};
pub use corrections::write_corrections;
pub use decide::{DecisionRequest, Signature, decide, decisions};
pub use diff::{Diff, diff};
pub use export::{DATASET, ExportRequest, export};
pub use find::{PersonMatch, find, look_ups};
pub use link_table::{TableLimit, TablePass, TableRequest, TableScores, TableSummary, link_table, table_settings};
pub use report::report;
pub use review::{ReviewExport, ReviewImport, review_count, review_export, review_import};
pub use review_sample::{sample_estimate, sample_export};
pub use run::run;
pub use show::{PersonDetails, PersonHistoryChange, PersonSource, show, write_page};
pub use template::{TemplateRequest, template};

/// The current generation of a register.
///
/// # Errors
/// `no-register` if there is none yet; those of the store.
pub fn current(clean: &Path) -> Result<Generation> {
    if !clean.is_dir() {
        return Err(Error::new(ErrorCode::NoRegister).at(clean));
    }
    Store::open(clean)?.current()?.ok_or_else(|| Error::new(ErrorCode::NoRegister).at(clean))
}
