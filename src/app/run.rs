//! Makes a register and renders its reports.

use crate::changes::Changes;
use crate::error::Result;
use crate::messages::Lang;
use crate::run::{self, Progress, RunOutput, RunRequest, RunSummary, Stage};
use crate::store::{OutputPath, Store};

use super::access::Access;
use super::model::read_commune_model;
use super::report::write_reports;

/// Reads all files again, publishes a new generation of the register and writes its reports. If the changes name
/// persons, a line is added to the log of look-ups before they are passed on.
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
        let folder = request.clean.join("reports");
        let page = folder.join(format!("interne.{}.html", Lang::ALL[0].code()));
        // Nothing has changed: the reports are those of the generation in use.
        let is_there = summary.is_unchanged && page.is_file();
        let write = || write_reports(&OutputPath::own(&folder), &report_tables, &Lang::ALL);
        summary.report = Some(if is_there { Ok(page) } else { write() });
        progress.end();
    }
    // The register is saved: a log that can't be read now is reported by the next command.
    summary.log_fault = Store::open(&request.clean).and_then(|store| store.look_ups()).ok().and_then(|log| log.fault);
    Ok(summary)
}
