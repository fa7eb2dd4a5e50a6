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

use std::collections::{BTreeMap, BTreeSet};

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
    /// The households of these persons.
    pub(crate) households: &'t [ComparedHousehold],
    /// Avenue and parcel to which a person moved who is in no household, by the person's id, as far as they are known.
    pub(crate) moved_to: &'t [(String, [String; 2])],
}

/// What the comparison needs of a household; "" for a value that is not known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct ComparedHousehold {
    pub(crate) id: String,
    pub(crate) avenue: String,
    pub(crate) parcel: String,
    /// The name of the head.
    pub(crate) head: String,
}

/// The differences between two states.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// Files that are not identical byte for byte, sorted by path.
    pub files: Vec<FileChange>,
    /// Persons who are new, changed or gone, sorted by fate, then by id.
    pub persons: Vec<PersonChange>,
    /// The names of the heads of the households of these persons, by the ids of the households.
    pub heads: BTreeMap<String, String>,
    /// The same in the state before, where it has the household.
    pub former_heads: BTreeMap<String, String>,
}

impl Changes {
    /// Compares two states.
    #[must_use]
    pub(crate) fn between(before: RegisterState<'_>, after: RegisterState<'_>) -> Self {
        let persons = persons::changed(before, after);
        let ids: BTreeSet<&str> = persons.iter().flat_map(PersonChange::households).collect();
        // Of two states the later one counts.
        let heads_in = |states: [&[ComparedHousehold]; 2]| {
            let households = states.into_iter().flatten();
            let heads = households.filter(|own| !own.head.is_empty() && ids.contains(own.id.as_str()));
            heads.map(|own| (own.id.clone(), own.head.clone())).collect()
        };
        let [heads, former_heads] =
            [heads_in([before.households, after.households]), heads_in([after.households, before.households])];
        Self { files: files::changed(before, after), persons, heads, former_heads }
    }

    /// Returns the values of a person that changed, for people: a household by the name of its head.
    #[must_use]
    pub fn shown(&self, change: &FieldChange) -> [String; 2] {
        [(&change.before, &self.former_heads), (&change.after, &self.heads)].map(|(value, heads)| {
            match heads.get(value) {
                Some(head) if change.field == "household_id" => named_id(head, value),
                _ => value.clone(),
            }
        })
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

/// Returns an id for people: the name of the person, or of the head of the household, before it. "" is no name.
#[must_use]
pub fn named_id(name: &str, id: &str) -> String {
    if name.is_empty() { id.to_owned() } else { format!("{name} ({id})") }
}
