//! What one state of the register changes in another: files, rows, persons.
//!
//! Both states are tables; where they come from (a run about to publish, two generations) is not known here. Reads no file
//! and changes nothing.

mod files;
mod history;
mod persons;
#[cfg(test)]
mod tests;
mod withdrawn;

use crate::store::{AliasRow, InputEntry, LineageRow, PersonRow};

pub use files::{FileChange, FileFate, RowCounts};
pub use persons::{FieldChange, PersonChange, PersonFate};

/// One state of the register. What is the same in both states that are compared may be left out of both: persons, and rows
/// that tell of no other person, are of no other file and not in quarantine.
#[derive(Debug, Clone, Copy)]
pub struct State<'t> {
    /// The files it was made of.
    pub inputs: &'t [InputEntry],
    /// What became of each row.
    pub lineage: &'t [LineageRow],
    /// The persons.
    pub persons: &'t [PersonRow],
    /// Identifiers merged or withdrawn.
    pub aliases: &'t [AliasRow],
}

/// What the later state changes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// The files that changed, by name; those that are the same byte for byte are left out.
    pub files: Vec<FileChange>,
    /// The persons who are new, changed or gone, by what became of them, then by id.
    pub persons: Vec<PersonChange>,
}

impl Changes {
    /// Compares two states.
    #[must_use]
    pub fn between(before: State<'_>, after: State<'_>) -> Self {
        Self { files: files::changed(before, after), persons: persons::changed(before, after) }
    }

    /// Whether nothing changed.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.files.is_empty() && self.persons.is_empty()
    }

    /// Rows added, removed, corrected and moved, over all files.
    #[must_use]
    pub fn rows(&self) -> RowCounts {
        let mut all = RowCounts::default();
        for file in &self.files {
            all.add(file.rows);
        }
        all
    }

    /// How many persons met a fate.
    #[must_use]
    pub fn n_persons(&self, fate: &str) -> usize {
        self.persons.iter().filter(|person| person.fate.code() == fate).count()
    }
}
