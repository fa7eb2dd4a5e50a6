//! Makes a register and renders its reports.

use crate::changes::Changes;
use crate::error::Result;
use crate::messages::Lang;
use crate::run::{self, Progress, RunOutput, RunRequest, RunSummary, Stage};
use crate::store::Store;

use super::access::Access;
use super::model::read_commune_model;
use super::report::write_reports;

/// Reads all files again, publishes a new generation of the register and writes its reports. If the changes name persons, a
/// line is added to the log of look-ups before they are passed on.
///
/// # Errors
/// `run-under-way`, `raw-missing`, `raw-empty`, `bad-reference`, `all-unreadable`, `removals` (persons would vanish),
/// `row-equation`, `disk-full` and others of the file system. Nothing is then published and the old register stands.
pub fn run(request: &RunRequest, access: &Access, progress: &dyn Progress) -> Result<RunSummary> {
    let pass_on = |changes: &Changes| {
        if !changes.persons.is_empty() {
            let asked = if request.dry_run { "--dry-run" } else { "" };
            access.log(&Store::open(&request.clean)?, "run", asked, changes.persons.len() as u64)?;
        }
        progress.changes(changes)
    };
    let trained = request.config.link.model.as_deref().map(read_commune_model).transpose()?;
    let RunOutput { mut summary, report_tables } = run::run(request, trained.as_ref(), progress, &pass_on)?;
    if !request.dry_run {
        progress.begin(Stage::Report, 0);
        summary.report = Some(write_reports(&request.clean.join("reports"), &report_tables, &Lang::ALL));
        progress.end();
    }
    Ok(summary)
}
