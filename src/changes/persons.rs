//! Which persons are new, changed or gone.

use std::collections::{BTreeMap, BTreeSet};

use crate::store::PersonRow;

use super::State;

/// A person who is not what they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    /// The identifier.
    pub id: String,
    /// The whole name, as it is now or was last.
    pub name: String,
    /// What became of the person.
    pub fate: PersonFate,
}

/// What became of a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PersonFate {
    /// No row speaks of the person any more.
    Gone,
    /// Proved to be another person of the register, whose identifier lives on.
    Merged {
        /// The identifier that lives on.
        into: String,
    },
    /// Was withdrawn or merged, and stands again.
    Back,
    /// Says other things.
    Changed {
        /// What changed.
        fields: Vec<FieldChange>,
    },
    /// Was not in the register.
    New,
}

/// A value that changed; "" is none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// The column of `persons`.
    pub field: &'static str,
    /// What it held.
    pub before: String,
    /// What it holds.
    pub after: String,
}

impl PersonFate {
    /// The stable code, which names the message.
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

/// The persons who changed, by what became of them, then by id.
pub(super) fn changed(before: State<'_>, after: State<'_>) -> Vec<PersonChange> {
    let by_id = |persons: &'_ [PersonRow]| -> BTreeMap<String, usize> {
        persons.iter().enumerate().map(|(place, person)| (person.person_id.clone(), place)).collect()
    };
    let (old, new) = (by_id(before.persons), by_id(after.persons));
    let known_before: BTreeSet<&str> = before.aliases.iter().map(|alias| alias.old_id.as_str()).collect();
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
        let fate = if known_before.contains(id.as_str()) { PersonFate::Back } else { PersonFate::New };
        changes.push(change(&after.persons[*place], fate));
    }
    changes.sort_by(|a, b| (a.fate.code_order(), &a.id).cmp(&(b.fate.code_order(), &b.id)));
    changes
}

impl PersonFate {
    /// The most telling first.
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

/// The values that differ. What only counts sources (`last_seen`, `n_sources`) is no change of the person.
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
