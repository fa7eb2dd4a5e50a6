//! Reasons to publish nothing: persons whose rows lie in a file that could not be read, persons without rows, deleted
//! rulings, another result than the expected one. Also checks the computer's clock, because a wrong clock can be the
//! cause.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, FixedOffset};

use crate::config::Config;
use crate::error::{Error, ErrorCode, Result};
use crate::ingest::{self, CellCorrections, Decisions};
use crate::record::{CellCorrection, stable_place};
use crate::register::PreviousIdentities;
use crate::store::{DamagedGeneration, Generation, InputEntry, InputStatus, Manifest, Store};

use super::file_content::FileContent;
use super::fingerprint::{FingerprintPart, RunFingerprint};
use super::{ExpectedRun, RunRequest};

/// Whether persons and rulings may leave the register.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RemovalConsent {
    /// None may.
    #[default]
    None,
    /// So many may, no more and no fewer: persons and rulings together.
    Exactly(u64),
    /// All may.
    All,
}

/// A clock that can't be right, by the moment of the last version.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClockDoubt {
    /// The moment of this run, RFC 3339.
    pub now: String,
    /// The moment of the last version.
    pub last: String,
    /// Whether the clock is before the last version; else it is years after it.
    pub is_behind: bool,
}

/// Hours by which a clock may be behind the last version: a summer time, a time zone.
const MOST_HOURS_BEHIND: i64 = 26;
/// Days after the last version from which the clock is doubted.
const MOST_DAYS_AHEAD: i64 = 3 * 365;

/// Compares the clock with the moment of the last version.
pub(super) fn clock_doubt(now: &str, last: &str) -> Option<ClockDoubt> {
    let moment = |text: &str| DateTime::<FixedOffset>::parse_from_rfc3339(text).ok();
    let passed = moment(now)?.signed_duration_since(moment(last)?);
    let is_behind = passed.num_hours() < -MOST_HOURS_BEHIND;
    (is_behind || passed.num_days() > MOST_DAYS_AHEAD).then(|| ClockDoubt {
        now: now.to_owned(),
        last: last.to_owned(),
        is_behind,
    })
}

/// Refuses to mix real persons with the invented ones of a course.
///
/// # Errors
/// `practice-mixed` if the settings are of the other kind than the register in use.
pub(super) fn refuse_other_practice(last: &Manifest, config: &Config, clean: &Path) -> Result<()> {
    if is_practice(last) == config.run.practice {
        return Ok(());
    }
    Err(Error::new(ErrorCode::PracticeMixed).at(clean))
}

/// Whether a generation is of the register of a course.
pub(crate) fn is_practice(manifest: &Manifest) -> bool {
    manifest.settings["run"]["practice"] == true
}

/// The tables of the last version from which a run takes persons, their ids and the history.
const TABLES_OF_PERSONS: [&str; 5] = ["persons", "lineage", "aliases", "withdrawn", "history"];

/// The last version, as far as its files are sound.
pub(super) struct LastVersion {
    /// The generation that the run continues: the damaged one, where its tables of persons are sound.
    pub(super) generation: Option<Generation>,
    /// The damaged one whose tables of persons are not: it is unknown who is in it.
    damaged: Option<DamagedGeneration>,
}

impl LastVersion {
    pub(super) fn of(store: &Store, in_use: Option<Generation>) -> Self {
        match in_use.as_ref().and_then(|in_use| store.newest_damaged(in_use)) {
            None => Self { generation: in_use, damaged: None },
            Some(damaged) => match damaged.with_sound_tables(&TABLES_OF_PERSONS) {
                Ok(generation) => Self { generation: Some(generation), damaged: None },
                Err(damaged) => Self { generation: in_use, damaged: Some(*damaged) },
            },
        }
    }

    /// The manifest that knows the last rulings.
    pub(super) fn manifest(&self) -> Option<&Manifest> {
        let damaged = self.damaged.as_ref().and_then(|damaged| damaged.generation.as_ref());
        damaged.or(self.generation.as_ref()).map(|generation| &generation.manifest)
    }

    /// Returns the error for a damaged version whose persons may be gone: files that it was made from are not there any
    /// more, are others, or can't be read now; or it is unknown which files it was made from.
    pub(super) fn lost_persons(&self, inputs: &[InputEntry]) -> Option<Error> {
        let damaged = self.damaged.as_ref()?;
        let error = Error::new(ErrorCode::RemovalsDamaged).with("version", damaged.number);
        let Some(generation) = &damaged.generation else { return Some(error.with("n", 0).with("files", "")) };
        let is_read = |input: &&InputEntry| input.status == InputStatus::Read;
        let is_there = |old: &InputEntry| {
            inputs.iter().filter(is_read).any(|new| new.path == old.path && new.sha256 == old.sha256)
        };
        let gone: Vec<&str> = generation
            .manifest
            .inputs
            .iter()
            .filter(is_read)
            .filter(|old| !is_there(old))
            .map(|old| old.path.as_str())
            .collect();
        let first_five = gone.iter().take(5).copied().collect::<Vec<_>>().join(", ");
        (!gone.is_empty()).then(|| error.with("n", gone.len()).with("files", first_five))
    }
}

/// Returns the error for persons with a row in a file that could not be read now. They are not gone, and no flag may
/// withdraw them.
fn unread_removals(vanished: &[String], previous: &PreviousIdentities, files: &[FileContent]) -> Option<Error> {
    let is_unread = |file: &&FileContent| file.fault.is_some();
    let unread: BTreeMap<String, &FileContent> =
        files.iter().filter(is_unread).map(|file| (stable_place(&file.source.path, "", 0).0, file)).collect();
    // A folder that can't be read is named in the place of its files.
    let folders: Vec<(String, &FileContent)> =
        files.iter().filter(is_unread).map(|file| (format!("{}/", file.source.path), file)).collect();
    // A file that is gone, and one that can't be read and has come to its folder, may be one file under another name.
    let is_known = |name: &str| previous.sheets.iter().any(|(file, _)| file == name);
    let folder_of = |name: &str| name.split('/').next().map(str::to_owned);
    let present: BTreeSet<String> = files.iter().map(|file| stable_place(&file.source.path, "", 0).0).collect();
    let renamed_and_unread = |name: &str| {
        let has_come = |(own, _): &(&String, &&FileContent)| !is_known(own) && folder_of(own) == folder_of(name);
        unread.iter().find(has_come).filter(|_| !present.contains(name)).map(|(_, file)| *file)
    };
    let unread_file = |name: &str| {
        let in_folder = || folders.iter().find(|(folder, _)| name.starts_with(folder)).map(|(_, file)| *file);
        unread.get(name).copied().or_else(in_folder).or_else(|| renamed_and_unread(name))
    };
    if unread.is_empty() || vanished.is_empty() {
        return None;
    }
    let gone: BTreeSet<u32> = vanished.iter().filter_map(|id| previous.person(id)).collect();
    let mut of_unread: BTreeSet<u32> = BTreeSet::new();
    let mut first: Option<&FileContent> = None;
    for row in previous.rows.iter().filter(|row| gone.contains(&row.person)) {
        let file = previous.sheets.get(row.sheet as usize).and_then(|(file, _)| unread_file(file));
        if let Some(file) = file {
            of_unread.insert(row.person);
            first.get_or_insert(file);
        }
    }
    let file = first?;
    let fault = file.fault.clone()?;
    let error = Error { args: fault.args, ..Error::new(ErrorCode::RemovalsUnread) };
    Some(error.with("n", of_unread.len()).with("file", &file.source.path).because(fault.code))
}

/// Returns the error for persons who would leave the register, with the first five; `None` if there are none.
fn removals(vanished: &[String], previous: &PreviousIdentities, clock: Option<&ClockDoubt>) -> Option<Error> {
    let id_and_name = |id: &String| {
        let person = previous.person(id).map(|person| &previous.persons[person as usize]);
        let names = person.map(|person| previous.names_of(person).map(|name| &**name).join(" "));
        format!("{id} {}", names.unwrap_or_default().trim())
    };
    if vanished.is_empty() {
        return None;
    }
    let first_five: Vec<String> = vanished.iter().take(5).map(id_and_name).collect();
    let code = if clock.is_some() { ErrorCode::RemovalsClock } else { ErrorCode::Removals };
    let error = Error::new(code).with("n", vanished.len()).with("persons", first_five.join("; "));
    Some(match clock {
        Some(clock) => error.with("now", &clock.now).with("last", &clock.last),
        None => error,
    })
}

/// The rulings by their numbers, each with its place and what it is about, for the manifest.
pub(super) fn rulings_of(decisions: &Decisions) -> BTreeMap<String, String> {
    decisions.lines.iter().map(|line| (line.id().to_owned(), line.place_text())).collect()
}

/// Returns the rulings of the last version that are in no file of decisions any more, each with its place.
pub(super) fn rulings_gone(last: &Manifest, decisions: &Decisions) -> Vec<String> {
    let now: BTreeSet<&str> = decisions.lines.iter().map(|line| line.id()).collect();
    let gone = last.rulings.iter().filter(|(id, _)| !now.contains(id.as_str()));
    gone.map(|(id, place)| format!("{id} ({place})")).collect()
}

/// The typed corrections by their numbers, each with its row, for the manifest.
pub(super) fn corrections_of(corrections: &CellCorrections) -> BTreeMap<String, String> {
    let place = |own: &CellCorrection| format!("{}!{}!{}", own.file, own.sheet, own.row);
    corrections.each().map(|own| (own.id.clone(), place(own))).collect()
}

/// Returns the typed corrections of the last version that are in no file of corrections any more, each with its row.
pub(super) fn corrections_gone(last: &Manifest, corrections: &CellCorrections) -> Vec<String> {
    let now = corrections_of(corrections);
    let gone = last.correction_lines.iter().flatten().filter(|(id, _)| !now.contains_key(*id));
    gone.map(|(id, place)| format!("{id} ({place})")).collect()
}

/// Returns the files of reference tables that are not those of the last version.
pub(super) fn changed_reference(last: &Manifest, raw: &Path) -> Result<Vec<String>> {
    let Some(before) = &last.reference else { return Ok(Vec::new()) };
    let now = ingest::folder_hashes(raw, "reference")?;
    let names: BTreeSet<&String> = before.keys().chain(now.keys()).collect();
    Ok(names.into_iter().filter(|name| before.get(*name) != now.get(*name)).cloned().collect())
}

/// Returns the error for rulings that are gone, with the first five; `None` if there are none or they may be.
pub(super) fn refused_for_rulings(gone: &[String], request: &RunRequest) -> Option<Error> {
    if gone.is_empty() || request.dry_run || request.removals != RemovalConsent::None {
        return None;
    }
    let first_five = gone.iter().take(5).map(String::as_str).collect::<Vec<_>>().join("; ");
    Some(Error::new(ErrorCode::RulingsGone).with("n", gone.len()).with("rulings", first_five))
}

/// Returns the error for what would leave the register without consent: `removals`, or another number than the one
/// accepted. `n_gone` counts persons and rulings.
fn without_consent(removals: Option<Error>, n_gone: usize, request: &RunRequest) -> Option<Error> {
    match request.removals {
        _ if request.dry_run => None,
        RemovalConsent::All => None,
        RemovalConsent::None => removals,
        RemovalConsent::Exactly(accepted) if accepted == n_gone as u64 => None,
        RemovalConsent::Exactly(accepted) => {
            Some(Error::new(ErrorCode::RemovalsNumber).with("n", n_gone).with("accepted", accepted))
        }
    }
}

/// Reasons to publish nothing that are known before the run is compared with the expected one, which comes first.
pub(super) struct PendingRefusals {
    /// Rulings that are gone.
    rulings: Option<Error>,
    /// Persons who can't be withdrawn: their files could not be read now.
    pub(super) unread: Option<Error>,
    /// Persons and rulings that leave without consent.
    removals: Option<Error>,
}

impl PendingRefusals {
    /// Collects the reasons that are known once the register is built. `vanished` are the persons without rows.
    ///
    /// # Errors
    /// `removals-unread`, unless the run is a dry one or another result is expected.
    pub(super) fn new(
        vanished: &[String],
        previous: &PreviousIdentities,
        files: &[FileContent],
        (clock, rulings_gone): (Option<&ClockDoubt>, &[String]),
        request: &RunRequest,
    ) -> Result<Self> {
        let unread = unread_removals(vanished, previous, files);
        unread.clone().filter(|_| !request.dry_run && request.expected.is_none()).map_or(Ok(()), Err)?;
        let removals = removals(vanished, previous, clock);
        Ok(Self {
            rulings: refused_for_rulings(rulings_gone, request),
            unread,
            removals: without_consent(removals, vanished.len() + rulings_gone.len(), request),
        })
    }

    /// Adds the persons of a damaged version who may be gone. `inputs` are the files of this run.
    ///
    /// # Errors
    /// `removals-damaged`, unless the run is a dry one.
    pub(super) fn add_lost_persons(
        &mut self,
        last_version: &LastVersion,
        inputs: &[InputEntry],
        request: &RunRequest,
    ) -> Result<()> {
        let lost = last_version.lost_persons(inputs).filter(|_| request.removals != RemovalConsent::All);
        lost.clone().filter(|_| !request.dry_run).map_or(Ok(()), Err)?;
        self.unread = self.unread.take().or(lost);
        Ok(())
    }

    /// Compares the run with the expected one, where one is expected, and refuses what was not refused before for its
    /// sake.
    ///
    /// # Errors
    /// `expect-differs`, `rulings-gone`, `removals-unread`, `removals-damaged`.
    pub(super) fn refuse_unexpected(
        &self,
        expected: Option<&ExpectedRun>,
        fingerprint: Option<&RunFingerprint>,
    ) -> Result<()> {
        let Some((expected, fingerprint)) = expected.zip(fingerprint) else { return Ok(()) };
        refuse_unexpected(expected, fingerprint)?;
        self.rulings.clone().or_else(|| self.unread.clone()).map_or(Ok(()), Err)
    }

    /// Refuses persons and rulings that leave without consent.
    ///
    /// # Errors
    /// `removals`, `removals-clock` and `removals-number`.
    pub(super) fn refuse_removals(&self) -> Result<()> {
        self.removals.clone().map_or(Ok(()), Err)
    }
}

/// Most names listed for one part that differs.
const MOST_NAMES: usize = 3;

/// Compares the fingerprint of a run with the expected one.
///
/// # Errors
/// `expect-differs` with the names that differ in each part, `none` for a part that is the same; `is_known` is `no`
/// where the register no longer has the expected fingerprint.
fn refuse_unexpected(expected: &ExpectedRun, fingerprint: &RunFingerprint) -> Result<()> {
    if expected.code == fingerprint.code() {
        return Ok(());
    }
    let is_known = if expected.fingerprint.is_some() { "yes" } else { "no" };
    let differences =
        expected.fingerprint.as_ref().map(|expected| fingerprint.differences(expected)).unwrap_or_default();
    let names = |part: FingerprintPart| {
        let Some((_, names)) = differences.iter().find(|(other, _)| *other == part) else { return "none".to_owned() };
        let first: Vec<&str> = names.iter().take(MOST_NAMES).map(String::as_str).collect();
        let more = if names.len() > MOST_NAMES { "…" } else { "" };
        format!("{}{more}", first.join(", "))
    };
    let mut error = Error::new(ErrorCode::ExpectDiffers).with("code", &expected.code).with("is_known", is_known);
    for part in FingerprintPart::ALL {
        error = error.with(part.code(), names(part));
    }
    Err(error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clock_before_the_last_version_or_years_after_it_is_doubted() {
        let doubt = |now: &str| clock_doubt(now, "2026-05-10T10:00:00+01:00").map(|doubt| doubt.is_behind);
        assert_eq!(doubt("2026-05-10T09:30:00+01:00"), None);
        assert_eq!(doubt("2027-05-10T09:30:00+01:00"), None);
        assert_eq!(doubt("1980-01-01T00:00:00+01:00"), Some(true));
        assert_eq!(doubt("2036-05-10T10:00:00+01:00"), Some(false));
        assert_eq!(clock_doubt("2026", "2025"), None);
    }
}
