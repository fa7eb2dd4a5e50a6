//! Finds the persons who are new, changed, merged, gone or back.

use std::collections::{BTreeMap, BTreeSet};

use super::state::RegisterState;
use crate::store::PersonRow;

/// A person who differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    /// The identifier.
    pub id: String,
    /// The whole name in the later state, or in the earlier one if the person is gone.
    pub name: String,
    /// How the person differs.
    pub fate: PersonFate,
}

/// How a person differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonFate {
    /// The person has no row any more.
    Gone,
    /// The person was merged with another person of the register.
    Merged {
        /// The identifier of the merged person.
        into: String,
    },
    /// The person had been withdrawn or merged.
    Back,
    /// Values of the person changed.
    Changed {
        /// The changed values.
        fields: Vec<FieldChange>,
    },
    /// The person was not in the register.
    New,
}

/// A changed value; "" if there is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The column of `persons`.
    pub field: &'static str,
    /// The value in the earlier state.
    pub before: String,
    /// The value in the later state.
    pub after: String,
}

impl PersonFate {
    /// The stable code, part of the message id.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Gone => "gone",
            Self::Merged { .. } => "merged",
            Self::Back => "back",
            Self::Changed { .. } => "changed",
            Self::New => "new",
        }
    }
}

/// The persons who differ, sorted by fate, then by id.
pub(super) fn changed(before: RegisterState<'_>, after: RegisterState<'_>) -> Vec<PersonChange> {
    let by_id = |persons: &'_ [PersonRow]| -> BTreeMap<String, usize> {
        persons.iter().enumerate().map(|(place, person)| (person.person_id.clone(), place)).collect()
    };
    let (old, new) = (by_id(before.persons), by_id(after.persons));
    let had_alias: BTreeSet<&str> = before.aliases.iter().map(|alias| alias.old_id.as_str()).collect();
    let merged: BTreeMap<&str, &str> =
        after.aliases.iter().filter_map(|alias| Some((alias.old_id.as_str(), alias.person_id.as_deref()?))).collect();
    let change = |person: &PersonRow, fate: PersonFate| PersonChange {
        id: person.person_id.clone(),
        name: person.whole_name(),
        fate,
    };
    let mut changes = Vec::new();
    for (id, place) in &old {
        let was = &before.persons[*place];
        match new.get(id).map(|place| &after.persons[*place]) {
            Some(is) => {
                let fields = fields(was, is);
                if !fields.is_empty() {
                    changes.push(change(is, PersonFate::Changed { fields }));
                }
            }
            None => {
                let into = merged.get(id.as_str()).map(|into| (*into).to_owned());
                changes.push(change(was, into.map_or(PersonFate::Gone, |into| PersonFate::Merged { into })));
            }
        }
    }
    for (id, place) in new.iter().filter(|(id, _)| !old.contains_key(*id)) {
        let fate = if had_alias.contains(id.as_str()) { PersonFate::Back } else { PersonFate::New };
        changes.push(change(&after.persons[*place], fate));
    }
    changes.sort_by(|a, b| (a.fate.code_order(), &a.id).cmp(&(b.fate.code_order(), &b.id)));
    changes
}

impl PersonFate {
    /// The order of the fates: losses first.
    fn code_order(&self) -> u8 {
        match self {
            Self::Gone => 0,
            Self::Merged { .. } => 1,
            Self::Back => 2,
            Self::Changed { .. } => 3,
            Self::New => 4,
        }
    }
}

/// The values that differ; columns that count sources (`last_seen`, `n_sources`) are left out.
fn fields(was: &PersonRow, is: &PersonRow) -> Vec<FieldChange> {
    let or_blank = |value: &Option<String>| value.clone().unwrap_or_default();
    let born = |person: &PersonRow| {
        person.born_on.map(|day| format!("{day} ({})", person.born_on_precision)).unwrap_or_default()
    };
    let all = |person: &PersonRow| {
        [
            ("nom", person.nom.clone()),
            ("postnom", person.postnom.clone()),
            ("prenom", person.prenom.clone()),
            ("sex", or_blank(&person.sex)),
            ("born_on", born(person)),
            ("birth_place", or_blank(&person.birth_place)),
            ("quartier", or_blank(&person.quartier)),
            ("household_id", or_blank(&person.household_id)),
            ("relation", or_blank(&person.relation)),
            ("marital_status", or_blank(&person.marital_status)),
            ("occupation", or_blank(&person.occupation)),
            ("birth_act", or_blank(&person.birth_act)),
            ("status", person.status.clone()),
        ]
    };
    all(was)
        .into_iter()
        .zip(all(is))
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange { field, before, after })
        .collect()
}
