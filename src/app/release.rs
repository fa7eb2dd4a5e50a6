//! Makes a release: what may leave the commune, in a folder of its own, entered in the ledger of releases.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use rayon::prelude::*;

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, Reference};
use crate::messages::{Lang, Messages};
use crate::report::{self, ReleaseFingerprint, ReleaseLabel, ReleasePeriod, ReportTables};
use crate::run::facts_of_generation;
use crate::store::{OutputPath, ReleaseEntry, Store, create_folder, replace_file};

use super::{current, data_package};

/// What to release.
#[derive(Debug, Clone, Copy)]
pub struct ReleaseRequest<'a> {
    /// The folder of the register.
    pub clean: &'a Path,
    /// The raw folder, for its reference tables.
    pub raw: &'a Path,
    /// The folder in which releases lie.
    pub out: &'a OutputPath,
    /// The period: `2018`, `2018-S2`, `2018-T4` or `2018-12`; without one the quarter of the last declarations.
    pub period: Option<&'a str>,
    /// The settings.
    pub config: &'a Config,
    /// The moment, RFC 3339.
    pub now: &'a str,
    /// The day that counts as today.
    pub today: NaiveDate,
}

/// A release that was made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Release {
    /// Its folder.
    pub folder: PathBuf,
    /// Its number.
    pub number: u64,
    /// Its period.
    pub period: String,
    /// Persons or acts that changed since the release before; `None` for the first.
    pub changes: Option<u64>,
    /// The generation that it was made from, if there is no ledger although the register has a history.
    pub without_ledger: Option<u64>,
}

/// File that says what a release is, in its folder.
pub(super) const LABEL: &str = "release.json";

/// Makes a release of the current generation.
///
/// # Errors
/// `no-register`, `run-under-way`; `bad-period`; `release-too-soon` while too few persons or acts changed since the
/// last one; `ledger-damaged`; those of the store and the file system. Nothing is then written.
pub fn release(request: &ReleaseRequest<'_>) -> Result<Release> {
    let generation = current(request.clean)?;
    let (store, config) = (Store::open(request.clean)?, request.config);
    let lock = store.lock()?;
    let reference = Reference::read(&request.raw.join("reference"))?;
    let mut facts = facts_of_generation(&generation, config, &reference)?;
    facts.sample = report::last_sample(&ingest::read_decisions(request.raw, &config.ingest)?.samples);
    let period = match request.period {
        Some(text) => ReleasePeriod::parse(text).ok_or_else(|| Error::new(ErrorCode::BadPeriod).with("value", text))?,
        None => report::release::period_of(&facts).unwrap_or(quarter(request.today)?),
    };
    report::release::select(&mut facts, &period, &config.release);
    let state = ReleaseFingerprint::of(&facts);
    let entries = store.releases()?;
    let changes = match (entries.last(), store.released_state()?) {
        (None, _) => None,
        (Some(last), before) => {
            let before: Option<ReleaseFingerprint> = before.and_then(|bytes| serde_json::from_slice(&bytes).ok());
            let before = before.ok_or_else(|| Error::new(ErrorCode::LedgerDamaged).at(request.clean))?;
            Some((last, state.changes_since(&before)))
        }
    };
    let n_changes = changes.map(|(_, n)| n);
    let folder = request.out.path();
    let earlier = numbers_in(folder);
    let mut number = entries.iter().map(|entry| entry.number).chain(earlier.iter().copied()).max().unwrap_or(0) + 1;
    // A release that was entered and not written, because the power was cut, is written now.
    let unwritten = changes.filter(|(last, n)| *n == 0 && !folder.join(&last.folder).is_dir()).map(|(last, _)| last);
    if let Some(last) = unwritten {
        number = last.number;
    } else if let Some((last, n)) = changes.filter(|(_, n)| *n < config.release.min_changes) {
        let error = Error::new(ErrorCode::ReleaseTooSoon).with("n", n).with("min", config.release.min_changes);
        return Err(error.with("number", last.number).with("period", &last.period));
    }
    let label = label(&facts, config, &period, number, request.today);
    let mut tables = report::release::protect(report::tables(&facts, &config.report), label);
    // Of a release that is written again, the one before is not the last entry.
    let last = entries.iter().rfind(|entry| entry.number < number);
    if let Some((last, figures)) = last.and_then(|last| Some((last, store.released_figures(last.number)?))) {
        let before = report::compare::read("ledger", &String::from_utf8_lossy(&figures))?.figures;
        report::release::compare_with(&mut tables, last.number, &last.period, &before);
    }
    let name = unwritten.map_or_else(|| free_name(folder, &period.code), |last| last.folder.clone());
    let entry = ReleaseEntry {
        number,
        period: period.code.clone(),
        folder: name.clone(),
        made_at: request.now.to_owned(),
        generation: generation.number,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        changes: n_changes,
        ..ReleaseEntry::default()
    };
    let figures = report::render::csv(&report::aggregates(&tables));
    create_folder(folder)?;
    let beside = folder.join(format!(".bato-{name}"));
    let _ = std::fs::remove_dir_all(&beside);
    write(&request.out.with_path(beside.clone()), &tables, &figures, &config.release.licence)?;
    if unwritten.is_none() {
        let state = serde_json::to_vec(&state).map_err(|e| Error::new(ErrorCode::Io).at(request.clean).because(e))?;
        store.add_release(&lock, entry, figures.as_bytes(), &state)?;
    }
    let to = folder.join(&name);
    std::fs::rename(&beside, &to).map_err(|e| Error::io(&to, &e))?;
    let has_history = entries.is_empty() && (generation.number > 1 || !earlier.is_empty());
    let without_ledger = has_history.then_some(generation.number);
    Ok(Release { folder: to, number, period: period.code, changes: n_changes, without_ledger })
}

fn quarter(day: NaiveDate) -> Result<ReleasePeriod> {
    ReleasePeriod::quarter_of(day).ok_or_else(|| Error::new(ErrorCode::BadPeriod).with("value", day))
}

fn label(
    facts: &report::Facts,
    config: &Config,
    period: &ReleasePeriod,
    number: u64,
    today: NaiveDate,
) -> ReleaseLabel {
    let (legal_rule, other_rule) = report::release::rules_of(facts);
    let (register_years, as_of) = report::release::window_of(facts);
    ReleaseLabel {
        number,
        period: period.code.clone(),
        commune: config.run.commune.clone(),
        made_on: today,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        as_of,
        register_years,
        legal_rule,
        other_rule,
        rounding: "10-5".to_owned(),
    }
}

/// Returns the numbers of the releases in a folder.
fn numbers_in(folder: &Path) -> Vec<u64> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let labels = entries.filter_map(|entry| std::fs::read(entry.path().join(LABEL)).ok());
    labels.filter_map(|bytes| Some(serde_json::from_slice::<ReleaseLabel>(&bytes).ok()?.number)).collect()
}

/// Returns a name that no folder has: nothing is added to a release that was made.
fn free_name(folder: &Path, period: &str) -> String {
    let names = std::iter::once(period.to_owned()).chain((2..).map(|n| format!("{period}-{n}")));
    names.into_iter().find(|name| !folder.join(name).exists()).unwrap_or_else(|| period.to_owned())
}

fn write(output: &OutputPath, tables: &ReportTables, figures: &str, licence: &str) -> Result<()> {
    let folder = output.path();
    create_folder(folder)?;
    let replace = |name: &str, bytes: &[u8]| replace_file(&output.with_path(folder.join(name)), bytes);
    let page = |lang: &Lang| -> Result<()> {
        let messages = Messages::new(*lang);
        let code = lang.code();
        replace(&format!("release.{code}.html"), report::render::html(tables, &messages).as_bytes())?;
        replace(&format!("release.{code}.xlsx"), &report::render::xlsx(tables, &messages)?)
    };
    Lang::ALL.par_iter().map(page).collect::<Result<Vec<()>>>()?;
    replace("aggregates.csv", figures.as_bytes())?;
    replace("aggregates.json", report::render::json(&report::aggregates(tables)).as_bytes())?;
    let label = serde_json::to_string_pretty(&tables.release).unwrap_or_default() + "\n";
    replace(LABEL, label.as_bytes())?;
    let Some(label) = &tables.release else { return Ok(()) };
    let package = data_package::of_release(folder, label, licence)?;
    replace(data_package::FILE, format!("{package:#}\n").as_bytes())
}
