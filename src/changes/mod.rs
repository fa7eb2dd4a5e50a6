//! Compares two states of the register: which files, rows and persons changed.
//!
//! A state is a set of tables: those of a generation, or those that a run is about to publish. No file is used.

mod files;
mod history;
mod persons;
mod reasons;
#[cfg(test)]
mod tests;
mod withdrawn;

pub use files::{FileChange, FileFate, RowChangeCounts};
pub use persons::{FieldChange, PersonChange, PersonFate};
pub(crate) use reasons::NewRuling;
pub use reasons::{ChangeReason, ReasonKind};

use crate::store::{AliasRow, InputEntry, LineageRow, PersonRow};

/// The tables of one state of the register, as the comparison needs them. Persons that are equal in both states may be
/// left out of both; so may their rows, unless the row's file differs or the row is in quarantine.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct RegisterState<'t> {
    pub(crate) inputs: &'t [InputEntry],
    pub(crate) lineage: &'t [LineageRow],
    pub(crate) persons: &'t [PersonRow],
    /// Merged and withdrawn ids.
    pub(crate) aliases: &'t [AliasRow],
}

/// The differences between two states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are not identical byte for byte, sorted by path.
    pub files: Vec<FileChange>,
    /// Persons who are new, changed or gone, sorted by fate, then by id.
    pub persons: Vec<PersonChange>,
}

impl Changes {
    /// Compares two states.
    #[must_use]
    pub(crate) fn between(before: RegisterState<'_>, after: RegisterState<'_>) -> Self {
        Self { files: files::changed(before, after), persons: persons::changed(before, after) }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.persons.is_empty()
    }

    /// Rows added, removed, corrected and moved in all files.
    #[must_use]
    pub fn rows(&self) -> RowChangeCounts {
        let mut all = RowChangeCounts::default();
        self.files.iter().for_each(|file| all.add(file.rows));
        all
    }

    /// The number of persons with a fate, by its code.
    #[must_use]
    pub fn n_persons(&self, fate: &str) -> usize {
        self.persons.iter().filter(|person| person.fate.code() == fate).count()
    }
}
