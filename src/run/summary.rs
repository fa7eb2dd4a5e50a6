//! The numbers that a run reports at its end.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::error::{Error, Result};
use crate::ingest::PinSetting;
use crate::record::{Kind, SheetCount, Timeliness};
use crate::store::{InputEntry, LogFault, RecoveryCause, Tables};

use super::corrections;
use super::file_content::FileContent;
use super::fingerprint::RunFingerprint;
use super::publish::ReportFigures;
use super::refusals::ClockDoubt;
use super::register_tables::RegisterTables;
use super::rulings::RunRulings;
use super::{RunRequest, unreadable_files};

/// A sheet in which no list of persons or births was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetWithoutTable {
    /// Path of its file.
    pub path: String,
    /// Its name; "" for a CSV.
    pub sheet: String,
    /// The rule, or the reason why its rows are no data.
    pub reason: &'static str,
}

/// The numbers of a run.
#[derive(Debug, Clone, Default)]
pub struct RunSummary {
    /// Number of the generation published; in a dry run the number that it would have.
    pub generation: u64,
    /// Whether nothing was published because nothing has changed since the generation in use.
    pub is_unchanged: bool,
    /// A clock that can't be right, if so.
    pub clock: Option<ClockDoubt>,
    /// The number of the older generation that the run started from because the one in use is damaged, and why.
    pub recovered: Option<(u64, RecoveryCause)>,
    /// Decisions that can't be followed: both rows are of one fiche.
    pub refused_decisions: Vec<String>,
    /// Rulings of the last generation that are in no file of decisions any more, each with its place.
    pub rulings_gone: Vec<String>,
    /// Whether nothing was published because a dry run was requested.
    pub is_dry_run: bool,
    /// Files read.
    pub n_files: usize,
    /// Files that a corrections workbook replaces, each with the workbook.
    pub replaced: Vec<(String, String)>,
    /// Files that are read with the corrections of a workbook, each with the workbook.
    pub corrected: Vec<(String, String)>,
    /// Cells that were read with a typed correction.
    pub n_corrected_cells: usize,
    /// Corrections that were not applied: refused, of another content or without their file, unreadable.
    pub n_corrections_not_applied: u64,
    /// Files that could not be used, and why.
    pub unreadable: Vec<(String, Error)>,
    /// Sheets in which no list of persons or births was found, in files with other sheets.
    pub sheets_without_table: Vec<SheetWithoutTable>,
    /// Files whose content another file has, too, each with the first of that content: their rows count twice.
    pub same_content: Vec<(String, String)>,
    /// Sheets in the raw folder that were not read: they lie in none of its folders.
    pub astray: Vec<String>,
    /// Files of the folders of decisions and of reference tables that were not read, by their name or format.
    pub unknown_files: Vec<String>,
    /// Files for which columns are fixed in the settings and which are not there, each with the file that has its
    /// content now, if the last version knows it.
    pub idle_pins: Vec<(String, Option<String>)>,
    /// Settings that are not those of the last version, by their keys, and its number.
    pub changed_settings: Option<(u64, Vec<String>)>,
    /// Files of reference tables that are not those of the last version, and its number.
    pub changed_reference: Option<(u64, Vec<String>)>,
    /// Typed corrections of the last version that are in no file any more, each with its place.
    pub corrections_gone: Vec<String>,
    /// Events that bear the number of a person whose names or sex are not theirs, each with its place.
    pub events_of_others: Vec<String>,
    /// Census rows by outcome.
    pub census: SheetCount,
    /// Birth rows by outcome.
    pub births: SheetCount,
    /// Rows of events by outcome.
    pub events: SheetCount,
    /// Events, and how many of them name a person who is in no fiche and no act.
    pub n_events: (usize, usize),
    /// Residents who may be dead.
    pub n_likely_dead: usize,
    /// Persons in the register.
    pub n_persons: usize,
    /// Households in the register.
    pub n_households: usize,
    /// Acts by timeliness, without duplicates.
    pub acts: BTreeMap<Timeliness, u64>,
    /// Acts that declare a birth again.
    pub n_duplicate_acts: u64,
    /// Pairs that a person must judge.
    pub n_to_review: usize,
    /// Persons withdrawn in this run.
    pub n_withdrawn: usize,
    /// Why a run would refuse to record what a dry run shows, whatever is accepted: persons of a file that can't be
    /// read.
    pub unread_removals: Option<Error>,
    /// What the run recorded or would record, of a dry run and of an expected one.
    pub fingerprint: Option<RunFingerprint>,
    /// Decisions that were followed.
    pub n_decisions: usize,
    /// Decisions whose rows are no longer there, each with its place.
    pub stale_decisions: Vec<String>,
    /// What is wrong with the log of look-ups, until a person acknowledges it.
    pub log_fault: Option<LogFault>,
    /// The path of the report, or the reason why it was not written; the register is published all the same.
    pub report: Option<Result<PathBuf>>,
}

impl RunSummary {
    pub(super) fn new(
        request: &RunRequest,
        generation: u64,
        [replaced, corrected]: [Vec<(String, String)>; 2],
        register_tables: &RegisterTables<'_>,
        short_tables: &Tables,
        figures: &ReportFigures,
        rulings: RunRulings,
    ) -> Self {
        let (files, register, events) = (register_tables.files, register_tables.register, &short_tables.events);
        let mut summary = Self {
            generation,
            is_dry_run: request.dry_run,
            n_files: files.iter().filter(|file| file.fault.is_none()).count(),
            replaced,
            corrected,
            n_corrected_cells: files.iter().flat_map(|file| &file.corrected).filter(|cell| cell.is_changed()).count(),
            n_corrections_not_applied: corrections::n_not_applied(short_tables),
            unreadable: unreadable_files(files),
            sheets_without_table: files.iter().flat_map(sheets_without_table).collect(),
            same_content: same_content(files),
            astray: crate::ingest::astray_sheets(&request.raw),
            unknown_files: crate::ingest::unknown_files(&request.raw),
            n_persons: register.persons.len(),
            n_households: register.households.iter().filter(|household| household.n_members > 0).count(),
            acts: figures.acts.clone(),
            n_duplicate_acts: figures.n_duplicate_acts,
            n_to_review: register_tables.n_to_review(),
            n_withdrawn: register.vanished.len(),
            n_events: (events.len(), events.iter().filter(|event| event.matched == 0).count()),
            n_likely_dead: short_tables.likely_dead.len(),
            n_decisions: rulings.pairs.len() + rulings.values.len(),
            stale_decisions: rulings.stale,
            refused_decisions: rulings.refused,
            events_of_others: rulings.of_others,
            ..Self::default()
        };
        for (file, sheets) in files.iter().zip(&register_tables.sheets) {
            let count = match file.kind {
                Kind::Birth => &mut summary.births,
                Kind::Event => &mut summary.events,
                Kind::Census => &mut summary.census,
            };
            sheets.iter().for_each(|sheet| count.add(sheet));
        }
        summary
    }

    /// Returns the number of persons and rulings that leave the register.
    #[must_use]
    pub fn n_gone(&self) -> usize {
        self.n_withdrawn + self.rulings_gone.len()
    }

    /// Returns all rows by outcome.
    #[must_use]
    pub fn rows(&self) -> SheetCount {
        let mut all = self.census;
        all.add(&self.births);
        all.add(&self.events);
        all
    }
}

/// Returns the files of fixed columns that no file read is, with the file that has the content that they had in the
/// last version.
pub(super) fn idle_pins(
    pins: &[PinSetting],
    read: &[InputEntry],
    replaced: &[(String, String)],
    last: &[InputEntry],
) -> Vec<(String, Option<String>)> {
    let names = || read.iter().map(|input| &input.path).chain(replaced.iter().map(|(name, _)| name));
    let mut idle: Vec<(String, Option<String>)> = Vec::new();
    for pin in pins {
        let is_known = idle.iter().any(|(file, _)| *file == pin.file);
        if is_known || names().any(|name| pin.is_of_file(name)) {
            continue;
        }
        let before = last.iter().filter(|input| pin.is_of_file(&input.path) && !input.sha256.is_empty());
        let now = |before: &InputEntry| read.iter().find(|input| input.sha256 == before.sha256);
        idle.push((pin.file.clone(), before.filter_map(now).map(|input| input.path.clone()).next()));
    }
    idle
}

/// The files whose bytes another one of their kind has, too, each with the first of them.
fn same_content(files: &[FileContent]) -> Vec<(String, String)> {
    let mut firsts: BTreeMap<(Kind, &str), &str> = BTreeMap::new();
    let read = files.iter().filter(|file| file.fault.is_none() && !file.source.sha256.is_empty());
    let copies = read.filter_map(|file| {
        let (path, key) = (file.source.path.as_str(), (file.kind, file.source.sha256.as_str()));
        let first = *firsts.entry(key).or_insert(path);
        (first != path).then(|| (path.to_owned(), first.to_owned()))
    });
    copies.collect()
}

/// The sheets of a file in which no list was found. A file with one sheet and without a table is among the unreadable
/// ones.
fn sheets_without_table(file: &FileContent) -> Vec<SheetWithoutTable> {
    const RULES: [&str; 4] = ["no-header", "persons-in-columns", "other-list", "statistics"];
    const EXPECTED: [&str; 3] = ["corrections", "household-sheet", "hidden-sheet"];
    if file.fault.is_some() && file.source.sheets.len() < 2 {
        return Vec::new();
    }
    let reason_of = |sheet: u16| {
        let finding =
            file.findings.iter().find(|finding| finding.at.row.sheet == sheet && RULES.contains(&finding.rule));
        let has_table = file.headings.iter().any(|heading| heading.at.sheet == sheet);
        let first = file.rows.iter().find(|row| row.at.sheet == sheet)?;
        // A small table of something else may stand below a list of persons.
        let has_persons = file.rows.iter().any(|row| row.at.sheet == sheet && row.stopped().is_none());
        match finding {
            _ if has_persons => None,
            Some(finding) if !has_table || finding.rule != "no-header" => Some(finding.rule),
            _ if has_table => None,
            _ => first.stopped().map(|(_, reason)| reason).filter(|reason| !EXPECTED.contains(reason)),
        }
    };
    let sheets = (0_u16..).zip(&file.source.sheets);
    let with_reason = sheets.filter_map(|(index, sheet)| Some((sheet, reason_of(index)?)));
    with_reason
        .map(|(sheet, reason)| SheetWithoutTable { path: file.source.path.clone(), sheet: sheet.name.clone(), reason })
        .collect()
}
