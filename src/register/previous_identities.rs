//! The previous register, reduced to what giving ids needs: its rows, its persons and its aliases.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::record::{Place, Text};

/// A row of the previous register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PreviousRow {
    /// File, sheet and row number.
    pub(crate) place: Place,
    /// Hash of the row's content ([`crate::record::CleanRow::key`]).
    pub(crate) key: u64,
    /// The row's person: an index into [`PreviousIdentities::persons`].
    pub(crate) person: u32,
    /// The household of the row's fiche.
    pub(crate) household_id: Option<Text>,
    /// Whether the row is the founding row of its person.
    pub(crate) is_founding: bool,
    /// The id that this row founded, now or in an earlier generation. After a merge it is an alias of the person's id.
    pub(crate) founded_id: Option<Text>,
    /// The row's own names and day of birth (column `says` of the lineage); `None` where they equal the person's.
    pub(crate) fields: Option<Box<RowIdentityFields>>,
}

/// The fields by which a corrected row is recognised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct RowIdentityFields {
    /// Nom, post-nom, prénom.
    pub(crate) names: [Text; 3],
    /// First day that the date of birth allows.
    pub(crate) born_on: Option<chrono::NaiveDate>,
}

/// A person of the previous register.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PreviousPerson {
    /// The person's id.
    pub(crate) id: Text,
    /// Generation in which the id entered the register.
    pub(crate) registered_in: i32,
    /// The person's names and day of birth.
    pub(crate) fields: RowIdentityFields,
}

/// An id of the previous register that is not a person's current id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PreviousAlias {
    /// The id that replaced it; `None` if the person was withdrawn.
    pub(crate) person_id: Option<String>,
    /// Generation in which the id entered the register; `None` if unknown.
    pub(crate) registered_in: Option<i32>,
}

/// Rows, persons and aliases of the previous register.
#[derive(Debug, Clone, Default)]
pub(crate) struct PreviousIdentities {
    /// Rows whose outcome was registered or merged.
    pub(crate) rows: Vec<PreviousRow>,
    pub(crate) persons: Vec<PreviousPerson>,
    /// Merged and withdrawn ids.
    pub(crate) aliases: BTreeMap<String, PreviousAlias>,
}

impl PreviousIdentities {
    /// Sorts the persons; the rows are added afterwards.
    #[must_use]
    pub(crate) fn new(mut persons: Vec<PreviousPerson>, aliases: BTreeMap<String, PreviousAlias>) -> Self {
        persons.par_sort_by(|a, b| a.id.cmp(&b.id));
        Self { rows: Vec::new(), persons, aliases }
    }

    /// The index of the person with this id.
    #[must_use]
    pub(crate) fn person(&self, id: &str) -> Option<u32> {
        self.persons.binary_search_by(|person| (*person.id).cmp(id)).ok().map(|index| index as u32)
    }

    /// The id of a row's person.
    #[must_use]
    pub(crate) fn id_of(&self, row: &PreviousRow) -> &Text {
        &self.persons[row.person as usize].id
    }

    /// Generation in which an id entered the register, as a person's id or as an alias.
    pub(super) fn registered_in(&self, id: &str) -> Option<i32> {
        match self.person(id) {
            Some(person) => Some(self.persons[person as usize].registered_in),
            None => self.aliases.get(id)?.registered_in,
        }
    }

    /// The names and day of birth of a row.
    pub(super) fn fields<'p>(&'p self, row: &'p PreviousRow) -> &'p RowIdentityFields {
        row.fields.as_deref().unwrap_or_else(|| &self.persons[row.person as usize].fields)
    }
}
