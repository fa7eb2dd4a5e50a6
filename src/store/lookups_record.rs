//! The record of the log of look-ups, `lookups-head.json`, outside of the folder of the log: the lines that the log
//! must hold. Who can write to the log alone can't change it.

use std::path::Path;

use serde::{Deserialize, Serialize};

use super::disk;
use super::manifest::LogHead;
use crate::error::{Error, ErrorCode, Result};

/// The file, in the folder of the register.
const LOG_RECORD: &str = "lookups-head.json";
const BESIDE: &str = ".lookups-head.tmp";

/// What the log must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LogRecord {
    /// The last line. After a fault also the last lines before it.
    pub(super) heads: Vec<LogHead>,
    /// The beginning of the log that a person acknowledged.
    #[serde(default)]
    pub(super) acknowledged: Option<AcknowledgedLog>,
    /// Lines that were missing when a person acknowledged the fault.
    #[serde(default)]
    pub(super) waived: Vec<LogHead>,
    /// The line that is being written: it may be in the log or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) next: Option<LogHead>,
    /// Number of the first line that no look-up wrote, and that no person has acknowledged yet.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) added: Option<u64>,
    /// Whether an earlier record was missing or could not be read, and no person has acknowledged that yet.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) was_lost: bool,
}

/// The beginning of the log up to the line that acknowledges a fault.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct AcknowledgedLog {
    pub(super) n_bytes: u64,
    /// SHA-256 of these bytes.
    pub(super) sha256: String,
    /// The acknowledging line.
    pub(super) head: LogHead,
}

impl LogRecord {
    /// Reads the record; `None` where there is none. One that can't be read counts as lost.
    pub(super) fn read(root: &Path) -> Result<Option<Self>> {
        let lost = Self { was_lost: true, ..Self::default() };
        let bytes = match disk::read(&root.join(LOG_RECORD)) {
            Err(fault) if matches!(fault.code, ErrorCode::IsFolder | ErrorCode::NotRegular) => return Ok(Some(lost)),
            read => read?,
        };
        Ok(bytes.map(|bytes| serde_json::from_slice(&bytes).unwrap_or(lost)))
    }

    /// Writes an empty record where there is none: from then on a missing one is a fault.
    pub(super) fn create(root: &Path) -> Result<()> {
        if root.join(LOG_RECORD).exists() { Ok(()) } else { Self::default().write(root) }
    }

    /// Replaces the record in one step.
    pub(super) fn write(&self, root: &Path) -> Result<()> {
        let path = root.join(LOG_RECORD);
        let bytes = serde_json::to_vec(self).map_err(|e| Error::new(ErrorCode::LogRecord).at(&path).because(e))?;
        disk::replace(&path, &root.join(BESIDE), &bytes)?;
        disk::sync_dir(root)
    }
}
