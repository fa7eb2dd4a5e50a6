//! Settings of reading: limits, further headings, pinned columns, whether sensitive columns are kept.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::headers::PinSetting;

/// Limits of reading, and headings beside the built-in ones.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct IngestSettings {
    /// Largest file read, in MiB.
    pub max_file_mb: u64,
    /// Largest file that the desk takes, in MiB.
    pub max_deposit_mb: u64,
    /// Most that a zipped workbook may unpack to, in MiB.
    pub max_inflated_mb: u64,
    /// Most parts a zipped workbook may have.
    pub max_zip_entries: usize,
    /// Most cells a file may hold.
    pub max_cells: u64,
    /// Most memory for reading one workbook, in MiB; the sheets read from it have the same limit.
    pub worker_memory_mb: u64,
    /// Longest time for reading one workbook, in seconds; one second is added for each MiB of it.
    pub worker_seconds: u64,
    /// The program that reads workbooks in a process of its own when called with [`super::READ_BOOK`]; `None` reads
    /// them in this process. The caller sets it; the settings file can't.
    #[serde(skip)]
    pub worker: Option<PathBuf>,
    /// The year that counts as this one: a later year in a title is that of a plan, not of a list. The caller sets it.
    #[serde(skip)]
    pub this_year: Option<i32>,
    /// Further headings, by field.
    pub headings: BTreeMap<String, Vec<String>>,
    /// Whether columns of ethnic group, religion, refugee status or health are kept as typed.
    pub keep_sensitive: bool,
    /// Columns whose meaning is fixed.
    pub pin: Vec<PinSetting>,
}

impl Default for IngestSettings {
    fn default() -> Self {
        Self {
            max_file_mb: 64,
            max_deposit_mb: 200,
            max_inflated_mb: 512,
            max_zip_entries: 2_000,
            max_cells: 20_000_000,
            worker_memory_mb: 768,
            worker_seconds: 60,
            worker: None,
            this_year: None,
            headings: BTreeMap::new(),
            keep_sensitive: false,
            pin: Vec::new(),
        }
    }
}
