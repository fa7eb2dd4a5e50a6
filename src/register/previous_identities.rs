//! The previous register, reduced to what giving ids needs: its rows, its persons and its aliases.

use compact_str::CompactString;

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::record::{Place, Text};

/// A row of the previous register. There are as many as rows in the register: 56 bytes each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PreviousRow {
    /// Hash of the row's content ([`crate::record::CleanRow::key`]).
    pub(crate) key: u64,
    /// The row's stable file and sheet: an index into [`PreviousIdentities::sheets`].
    pub(crate) sheet: u32,
    /// The row number.
    pub(crate) row: u32,
    /// The row's person: an index into [`PreviousIdentities::persons`].
    pub(crate) person: u32,
    /// Whether the row is the founding row of its person.
    pub(crate) is_founding: bool,
    /// Whether the row founded the id that its person has now.
    pub(crate) founded_own_id: bool,
    /// The household of the row's fiche.
    pub(crate) household_id: Option<CompactString>,
    /// The fields that only few rows have.
    pub(crate) extra: Option<Box<PreviousRowExtra>>,
}

/// The fields that only few rows of the previous register have.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PreviousRowExtra {
    /// The id that this row founded, or that its person had, and that is now an alias of its person's id; "" if the
    /// row came in while its person was two.
    pub(crate) founded_id: Option<Text>,
    /// The row's own names and day of birth (column `says` of the lineage); `None` where they equal the person's.
    pub(crate) fields: Option<RowIdentityFields>,
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
    pub(crate) id: CompactString,
    /// Generation in which the id entered the register.
    pub(crate) registered_in: i32,
    /// Nom, post-nom, prénom: indexes into [`PreviousIdentities::names`].
    pub(crate) names: [u32; 3],
    /// First day that the date of birth allows.
    pub(crate) born_on: Option<chrono::NaiveDate>,
}

/// An id of the previous register that is not a person's current id.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct PreviousAlias {
    /// The id that replaced it; `None` if the person was withdrawn.
    pub(crate) person_id: Option<String>,
    /// Generation in which the id entered the register; `None` if unknown.
    pub(crate) registered_in: Option<i32>,
    /// Key of the row that founded the id, as it last was; `None` if unknown.
    pub(crate) founding_key: Option<u64>,
}

/// Rows, persons and aliases of the previous register.
#[derive(Debug, Clone, Default)]
pub(crate) struct PreviousIdentities {
    /// Rows whose outcome was registered or merged.
    pub(crate) rows: Vec<PreviousRow>,
    /// The stable files and sheets of the rows.
    pub(crate) sheets: Vec<(Text, Text)>,
    pub(crate) persons: Vec<PreviousPerson>,
    /// The distinct names of the persons.
    pub(crate) names: Vec<Text>,
    /// Merged and withdrawn ids.
    pub(crate) aliases: BTreeMap<String, PreviousAlias>,
}

impl PreviousIdentities {
    /// Returns the identities with sorted persons and without rows, which are added afterwards.
    #[must_use]
    pub(crate) fn new(
        mut persons: Vec<PreviousPerson>,
        names: Vec<Text>,
        aliases: BTreeMap<String, PreviousAlias>,
    ) -> Self {
        persons.par_sort_by(|a, b| a.id.cmp(&b.id));
        Self { rows: Vec::new(), sheets: Vec::new(), persons, names, aliases }
    }

    /// Returns the index of the person with this id.
    #[must_use]
    pub(crate) fn person(&self, id: &str) -> Option<u32> {
        self.persons.binary_search_by(|person| (*person.id).cmp(id)).ok().map(|index| index as u32)
    }

    /// Returns the id that a row founded, or that its person had before merging with another; "" if the row came in
    /// after that.
    pub(crate) fn founded_id<'p>(&'p self, row: &'p PreviousRow) -> Option<&'p str> {
        let own = row.founded_own_id.then(|| self.id_of(row));
        own.or_else(|| row.extra.as_ref()?.founded_id.as_deref())
    }

    /// Returns the stable place of a row.
    pub(crate) fn place(&self, row: &PreviousRow) -> Place {
        let (file, sheet) = self.sheets[row.sheet as usize].clone();
        (file, sheet, i64::from(row.row))
    }

    /// Returns the id of a row's person.
    #[must_use]
    pub(crate) fn id_of(&self, row: &PreviousRow) -> &str {
        &self.persons[row.person as usize].id
    }

    /// Returns the names and day of birth of a row.
    pub(super) fn fields(&self, row: &PreviousRow) -> RowIdentityFields {
        let own = row.extra.as_ref().and_then(|extra| extra.fields.clone());
        own.unwrap_or_else(|| {
            let person = &self.persons[row.person as usize];
            RowIdentityFields { names: self.names_of(person).map(Text::clone), born_on: person.born_on }
        })
    }

    /// Returns nom, post-nom and prénom of a person.
    pub(crate) fn names_of(&self, person: &PreviousPerson) -> [&Text; 3] {
        person.names.map(|name| &self.names[name as usize])
    }
}
