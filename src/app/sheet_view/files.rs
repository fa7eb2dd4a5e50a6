//! Lists the input files with their faults, those with the most errors first.

use std::collections::BTreeMap;
use std::ops::Range;
use std::path::Path;

use crate::config::Config;
use crate::error::Result;
use crate::ingest::{self, CellCorrections, IngestSettings};
use crate::record::{Kind, n_changed_cells};
use crate::store::{FindingRow, Generation, InputStatus};

use super::super::current;

/// An input file and its faults.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileFaults {
    /// Path relative to the raw folder.
    pub name: String,
    /// What files of its folder hold.
    pub kind: Kind,
    /// Errors and warnings in the register.
    pub n_faults: (usize, usize),
    /// Whether rows of the file lack their quartier or their year.
    pub lacks_place: bool,
    /// Cells that typed corrections change, however often each was typed.
    pub n_corrected: usize,
    /// How it stands to the register.
    pub state: SheetFileState,
}

/// How a file stands to the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SheetFileState {
    /// The register has read it as it is.
    Read,
    /// It was changed or corrected since, or was not there: its faults are not known before it is opened.
    Changed,
    /// It could not be read: the code of the reason.
    Unreadable(String),
}

impl SheetFileState {
    /// The code of the state.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Changed => "changed",
            Self::Unreadable(_) => "unreadable",
        }
    }
}

/// Returns the input files, those with the most errors first, then by warnings and name. Files that a corrections
/// workbook replaces are not among them. Of files that changed since the last run the bytes are hashed, no sheet is
/// read.
///
/// # Errors
/// `raw-missing`, `raw-empty`; those of the file system and of the store.
pub fn sheet_files(raw: &Path, clean: &Path, config: &Config) -> Result<Vec<FileFaults>> {
    let settings = IngestSettings { worker: None, ..config.ingest.clone() };
    let corrections = CellCorrections::read(raw)?;
    let generation = current(clean).ok();
    let counts = generation.as_ref().map(fault_counts).transpose()?.unwrap_or_default();
    let inputs = ingest::list_input_files(raw, &corrections, &settings)?.inputs;
    let mut files: Vec<FileFaults> = inputs
        .into_iter()
        .map(|input| {
            let entries = generation.iter().flat_map(|generation| &generation.manifest.inputs);
            let entry = entries.into_iter().find(|entry| entry.path == input.name);
            let own = entry.map(|entry| corrections.of(&entry.sha256));
            let is_as_read = entry.zip(own).is_some_and(|(entry, own)| {
                entry.n_bytes == input.n_bytes
                    && (entry.status == InputStatus::Unreadable || own.hash == entry.corrections)
            });
            let state = match entry.and_then(|entry| entry.error.clone()) {
                Some(error) if is_as_read => SheetFileState::Unreadable(error),
                _ if is_as_read => SheetFileState::Read,
                _ => SheetFileState::Changed,
            };
            FileFaults {
                n_faults: counts.get(&input.name).map(|own| own.n_faults).unwrap_or_default(),
                lacks_place: counts.get(&input.name).is_some_and(|own| own.lacks_place),
                n_corrected: match own {
                    Some(own) if is_as_read => n_changed_cells(own.corrections.iter()),
                    // Corrections of an earlier content are not applied.
                    _ => {
                        let sha256 = ingest::sha256_of_file(&input.path).unwrap_or_default();
                        n_changed_cells(corrections.of(&sha256).corrections.iter())
                    }
                },
                kind: input.kind,
                name: input.name,
                state,
            }
        })
        .collect();
    files.sort_by(|a, b| (b.n_faults, &a.name).cmp(&(a.n_faults, &b.name)));
    Ok(files)
}

/// What a run found in a file.
#[derive(Debug, Clone, Copy, Default)]
struct FaultCount {
    /// Errors and warnings.
    n_faults: (usize, usize),
    /// Whether a sheet lacks its quartier or its year.
    lacks_place: bool,
}

/// What a run found, by file.
fn fault_counts(generation: &Generation) -> Result<BTreeMap<String, FaultCount>> {
    let of_group = |_: Range<usize>, rows: Vec<FindingRow>| {
        let mut counts: BTreeMap<String, FaultCount> = BTreeMap::new();
        for row in rows {
            let own = counts.entry(row.file).or_default();
            if row.severity == "error" {
                own.n_faults.0 += 1;
            } else {
                own.n_faults.1 += 1;
            }
            own.lacks_place |= row.row == 0 && matches!(row.rule.as_str(), "quartier-missing" | "year-missing");
        }
        counts
    };
    let mut counts: BTreeMap<String, FaultCount> = BTreeMap::new();
    for group in generation.map_groups(&["value", "args"], &|_| true, &of_group)? {
        for (file, of_group) in group {
            let own = counts.entry(file).or_default();
            let ((errors, warnings), (more_errors, more_warnings)) = (own.n_faults, of_group.n_faults);
            own.n_faults = (errors + more_errors, warnings + more_warnings);
            own.lacks_place |= of_group.lacks_place;
        }
    }
    Ok(counts)
}
