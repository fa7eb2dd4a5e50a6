//! The releases on the page of imports: the form that makes one, and those made before. Where the ledger of releases is
//! gone or damaged, the form asks why a release is made without it, as the terminal does.

use std::path::{Path, PathBuf};

use bato::app::{self, ReleaseRequest};
use bato::error::{Error, ErrorCode, Result};
use bato::messages::say;
use bato::store::OutputRules;

use super::visit::Visit;
use crate::host;

/// The form, and the releases made before.
#[derive(Default)]
pub(super) struct ReleaseView {
    /// What is wrong with the ledger; the form then asks for a reason. "" if nothing is.
    pub(super) ledger_fault: String,
    /// The period and the reason typed before.
    pub(super) period: String,
    pub(super) reason: String,
    /// The releases: name and folder.
    pub(super) made: Vec<(String, String)>,
}

/// Returns what the page shows of releases; `ledger_fault` is why the last order was refused.
pub(super) fn view(visit: &Visit<'_>, ledger_fault: Option<String>) -> ReleaseView {
    let typed = |field: &str| if ledger_fault.is_some() { visit.form.get(field).to_owned() } else { String::new() };
    let (period, reason) = (typed("periode"), typed("raison"));
    ReleaseView { ledger_fault: ledger_fault.unwrap_or_default(), period, reason, made: releases(visit) }
}

/// Whether a release is refused until a person says why it is made without the ledger, or under other settings.
pub(super) fn needs_reason(error: &Error) -> bool {
    matches!(error.code, ErrorCode::LedgerGone | ErrorCode::LedgerDamaged | ErrorCode::ReleaseSettings)
}

/// Returns what is wrong with the ledger or the settings, and what to do on this page. The hint of the error is for the
/// terminal.
pub(super) fn question(visit: &Visit<'_>, error: &Error) -> String {
    let messages = visit.messages();
    let hint = match error.code {
        ErrorCode::ReleaseSettings => "desk-import-release-settings",
        _ => "desk-import-release-no-ledger",
    };
    format!("{} {}", messages.error(error).message, messages.text(hint))
}

/// Makes a release and returns what is said of it.
pub(super) fn make(visit: &Visit<'_>) -> Result<String> {
    let (config, paths) = (visit.desk.config()?, &visit.desk.paths);
    let rules = OutputRules {
        folders: vec![paths.raw.clone(), paths.clean.clone()],
        inputs: vec![paths.config.clone()],
        may_replace: false,
    };
    let out = rules.folder(&releases_folder(visit))?;
    let typed = |field: &str| Some(visit.form.get(field).trim()).filter(|text| !text.is_empty());
    let (now, today) = (host::now(), host::today(&config));
    let request = ReleaseRequest {
        clean: &paths.clean,
        raw: &paths.raw,
        out: &out,
        period: typed("periode"),
        without_ledger: typed("raison"),
        new_settings: typed("raison"),
        config: &config,
        now: &now,
        today,
    };
    let made = app::release(&request)?;
    let messages = visit.messages();
    let unlisted = made.unlisted_generation;
    let warning = unlisted.map(|version| say!(messages, "release-without-ledger", generation = version.to_string()));
    let residents = made.residents_from_release;
    let residents = residents.map(|n| say!(messages, "release-residents-of", number = n.to_string()));
    let acts = made.acts_from_release;
    let acts = acts.map(|n| say!(messages, "release-acts-of", number = n.to_string(), period = &made.period));
    let written = say!(messages, "release-written", number = made.number.to_string(), path = &made.folder);
    Ok([Some(written), residents, acts, warning].into_iter().flatten().collect::<Vec<_>>().join(" "))
}

/// The folder of releases.
fn releases_folder(visit: &Visit<'_>) -> PathBuf {
    visit.desk.paths.clean.parent().unwrap_or(Path::new("")).join("releases")
}

/// The page of a release in the language of the session.
fn release_file(visit: &Visit<'_>, folder: &Path) -> PathBuf {
    folder.join(format!("release.{}.html", visit.session.lang.code()))
}

/// The releases that have a page: the name of each folder and its path, the latest first.
fn releases(visit: &Visit<'_>) -> Vec<(String, String)> {
    let entries = std::fs::read_dir(releases_folder(visit)).into_iter().flatten().flatten();
    let folders = entries.map(|entry| entry.path()).filter(|folder| release_file(visit, folder).is_file());
    let name = |folder: PathBuf| {
        let name = folder.file_name().map(|name| name.to_string_lossy().into_owned())?;
        let is_plain = name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
        is_plain.then(|| (name, folder.display().to_string()))
    };
    let mut all: Vec<(String, String)> = folders.filter_map(name).collect();
    all.sort_by(|a, b| b.cmp(a));
    all
}

/// The page of a release, to read and print.
pub(super) fn page(visit: &Visit<'_>) -> Result<Vec<u8>> {
    let known = releases(visit).into_iter().find(|(name, _)| name == visit.part(2));
    let (_, folder) = known.ok_or_else(|| Error::new(ErrorCode::DeskNoPage))?;
    let path = release_file(visit, Path::new(&folder));
    std::fs::read(&path).map_err(|e| Error::io(&path, &e))
}
