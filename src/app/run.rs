//! Makes a register and renders its reports, for `bato run`. A dry run stores what it would record, so that a later run
//! can record the same, or say what differs.

use std::path::{Path, PathBuf};

use crate::changes::Changes;
use crate::error::{Error, ErrorCode, Result};
use crate::messages::Lang;
use crate::run::{
    self, ExpectedRun, Progress, RunFingerprint, RunOutput, RunRequest, RunSummary, Stage, read_fingerprint_code,
};
use crate::store::{self, OutputPath, Store};

use super::access::Access;
use super::model::read_commune_model;
use super::report::write_reports;

/// The folder of work under way and of fingerprints, in the folder of the register.
pub const WORK_FOLDER: &str = "work";
/// Start and end of the name of a file with a fingerprint.
const FINGERPRINT: (&str, &str) = ("expect-", ".json");
/// Fingerprints of dry runs that stay.
const MOST_FINGERPRINTS: usize = 20;
/// Most bytes of a fingerprint: the inputs of several communes.
const MOST_BYTES: u64 = 64 << 20;

/// Reads all files again, publishes a new generation of the register and writes its reports. If the changes name
/// persons, a line is added to the log of look-ups before they are passed on.
///
/// # Errors
/// `run-under-way`, `raw-missing`, `raw-empty`, `bad-reference`, `all-unreadable`, `removals` (persons would vanish),
/// `removals-number`, `expect-differs`, `row-equation`, `disk-full` and others of the file system. Nothing is then
/// published and the old register stands.
pub fn run(request: &RunRequest, access: &Access, progress: &dyn Progress) -> Result<RunSummary> {
    let pass_on = |changes: &Changes| {
        if !changes.persons.is_empty() {
            let asked = if request.dry_run { "--dry-run" } else { "" };
            access.log(&Store::open(&request.clean)?, "run", asked, changes.persons.len() as u64)?;
        }
        progress.changes(changes)
    };
    let trained = request.config.link.model.as_deref().map(read_commune_model).transpose()?;
    let RunOutput { mut summary, report_tables, lock } = run::run(request, trained.as_ref(), progress, &pass_on)?;
    if let Some(fingerprint) = summary.fingerprint.as_ref().filter(|_| request.dry_run) {
        // Without it a later run still compares the codes; it can't tell what differs.
        let _ = write_fingerprint(&request.clean, fingerprint);
    }
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
    if !request.dry_run {
        // A setting that can't be written now follows its file as before, by the content.
        let _ = super::settings::follow_files(&request.raw);
    }
    // Another run that began earlier would write the same reports.
    drop(lock);
    // The register is saved: a log that can't be read now is reported by the next command.
    summary.log_fault = Store::open(&request.clean).and_then(|store| store.look_ups()).ok().and_then(|log| log.fault);
    Ok(summary)
}

/// Adds a line to the log of look-ups before the persons of a run's changes are shown again.
///
/// # Errors
/// Those of the file system. What can't be logged must not be shown.
pub fn log_changes(clean: &Path, n_persons: u64, access: &Access) -> Result<()> {
    access.log(&Store::open(clean)?, "run", "", n_persons).map(drop)
}

/// Returns what a run must come to, from the code that a dry run has shown.
///
/// # Errors
/// `expect-code` if the text is no code.
pub fn expected_run(clean: &Path, code: &str) -> Result<ExpectedRun> {
    let code =
        read_fingerprint_code(code).ok_or_else(|| Error::new(ErrorCode::ExpectCode).with("value", code.trim()))?;
    let fingerprint = read_fingerprint(&fingerprint_path(clean, &code)).filter(|read| read.code() == code);
    Ok(ExpectedRun { code, fingerprint })
}

fn fingerprint_path(clean: &Path, code: &str) -> PathBuf {
    clean.join(WORK_FOLDER).join(format!("{}{code}{}", FINGERPRINT.0, FINGERPRINT.1))
}

fn read_fingerprint(path: &Path) -> Option<RunFingerprint> {
    let is_short = std::fs::metadata(path).is_ok_and(|meta| meta.is_file() && meta.len() <= MOST_BYTES);
    serde_json::from_slice(&is_short.then(|| std::fs::read(path).ok())??).ok()
}

/// Stores a fingerprint and removes the oldest ones.
fn write_fingerprint(clean: &Path, fingerprint: &RunFingerprint) -> Result<()> {
    let path = fingerprint_path(clean, &fingerprint.code());
    let folder = clean.join(WORK_FOLDER);
    store::create_folder(&folder)?;
    store::write_text(&serde_json::to_string(fingerprint).unwrap_or_default(), &OutputPath::own(&path))?;
    let is_fingerprint = |name: &str| name.starts_with(FINGERPRINT.0) && name.ends_with(FINGERPRINT.1);
    let entries = std::fs::read_dir(&folder).map_err(|e| Error::io(&folder, &e))?.flatten();
    let mut files: Vec<_> = entries
        .filter(|entry| is_fingerprint(&entry.file_name().to_string_lossy()))
        .filter_map(|entry| Some((entry.metadata().ok()?.modified().ok()?, entry.path())))
        .collect();
    files.sort();
    for (_, old) in files.iter().rev().skip(MOST_FINGERPRINTS).filter(|(_, old)| *old != path) {
        let _ = std::fs::remove_file(old);
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_leads_to_its_fingerprint_and_the_oldest_go() {
        let dir = tempfile::tempdir().unwrap();
        let fingerprint = RunFingerprint::default();
        let code = fingerprint.code();
        assert_eq!(expected_run(dir.path(), &code).unwrap().fingerprint, None);
        for n in 0..MOST_FINGERPRINTS + 5 {
            std::fs::create_dir_all(dir.path().join(WORK_FOLDER)).unwrap();
            std::fs::write(dir.path().join(WORK_FOLDER).join(format!("expect-{n}.json")), "{}").unwrap();
        }
        write_fingerprint(dir.path(), &fingerprint).unwrap();
        let found = expected_run(dir.path(), &code.to_lowercase()).unwrap();
        assert_eq!((found.code, found.fingerprint), (code.clone(), Some(fingerprint)));
        assert_eq!(std::fs::read_dir(dir.path().join(WORK_FOLDER)).unwrap().count(), MOST_FINGERPRINTS);
        std::fs::write(fingerprint_path(dir.path(), &code), "{\"program\":").unwrap();
        assert_eq!(expected_run(dir.path(), &code).unwrap().fingerprint, None, "a damaged file tells nothing");
        assert_eq!(expected_run(dir.path(), "abc").unwrap_err().code, ErrorCode::ExpectCode);
    }
}
