//! How a run reports its progress to whoever started it.

use crate::changes::Changes;
use crate::error::Result;

/// A part of the run that takes time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Reads and validates files; advances by bytes.
    Read,
    /// Finds the rows of one person.
    Link,
    /// Builds persons and households.
    Register,
    /// Writes the new generation.
    Publish,
    /// Renders the reports.
    Report,
}

impl Stage {
    /// Returns the stable code, for messages and timings.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Link => "link",
            Self::Register => "register",
            Self::Publish => "publish",
            Self::Report => "report",
        }
    }
}

/// Receives the progress of a run.
pub trait Progress: Sync {
    /// A stage begins; `total` is the sum of its advances, 0 if unknown.
    fn begin(&self, stage: Stage, total: u64);
    /// The stage advances by this much.
    fn advance(&self, by: u64);
    /// A file has been read; it has this many rows.
    fn file_read(&self, n_rows: u64);
    /// The stage is over.
    fn end(&self);
    /// The changes that publishing will make in the last generation. Nothing is published yet.
    ///
    /// # Errors
    /// An error stops the run before anything is published.
    fn changes(&self, changes: &Changes) -> Result<()>;
}

/// Ignores all progress.
pub struct Silent;

impl Progress for Silent {
    fn begin(&self, _: Stage, _: u64) {}
    fn advance(&self, _: u64) {}
    fn file_read(&self, _: u64) {}
    fn end(&self) {}
    fn changes(&self, _: &Changes) -> Result<()> {
        Ok(())
    }
}
