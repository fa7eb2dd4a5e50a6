//! Makes a register, then renders its reports.

use crate::error::Result;
use crate::messages::Lang;
use crate::run::{self, Progress, Request, Stage, Summary};

use super::report::write_reports;

/// Reads everything again, publishes a new generation of the register and writes its reports.
///
/// # Errors
/// Those of [`crate::run::run`]; nothing is then published and the old register stands.
pub fn run(request: &Request, progress: &dyn Progress) -> Result<Summary> {
    let (mut summary, tables) = run::run(request, progress)?;
    if !request.dry_run {
        progress.begin(Stage::Report, 0);
        summary.report = Some(write_reports(&request.clean.join("reports"), &tables, &Lang::ALL));
        progress.end();
    }
    Ok(summary)
}
