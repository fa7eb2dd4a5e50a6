//! Finds the persons who are new, changed, merged, gone or back.

use std::collections::{BTreeMap, BTreeSet};

use super::{ChangeReason, RegisterState};
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
    /// Why, as far as it is known.
    pub reasons: Vec<ChangeReason>,
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
        self.order_and_code().1
    }

    /// The place of the fate in the order of all (losses first), and its code.
    fn order_and_code(&self) -> (u8, &'static str) {
        match self {
            Self::Gone => (0, "gone"),
            Self::Merged { .. } => (1, "merged"),
            Self::Back => (2, "back"),
            Self::Changed { .. } => (3, "changed"),
            Self::New => (4, "new"),
        }
    }
}

/// The persons who differ, sorted by fate, then by id.
pub(super) fn changed(before: RegisterState<'_>, after: RegisterState<'_>) -> Vec<PersonChange> {
    fn by_id(persons: &[PersonRow]) -> BTreeMap<&str, &PersonRow> {
        persons.iter().map(|person| (person.person_id.as_str(), person)).collect()
    }
    let (old, new) = (by_id(before.persons), by_id(after.persons));
    let had_alias: BTreeSet<&str> = before.aliases.iter().map(|alias| alias.old_id.as_str()).collect();
    let merged: BTreeMap<&str, &str> =
        after.aliases.iter().filter_map(|alias| Some((alias.old_id.as_str(), alias.person_id.as_deref()?))).collect();
    let change = |person: &PersonRow, fate: PersonFate| PersonChange {
        id: person.person_id.clone(),
        name: person.whole_name(),
        fate,
        reasons: Vec::new(),
    };
    // Who is registered under an earlier identifier again, because a ruling was undone, is not gone.
    let of_id_back =
        after.lineage.iter().filter(|row| row.person_id.as_deref().is_some_and(|id| had_alias.contains(id)));
    let keys_back: BTreeSet<&str> = of_id_back.filter_map(|row| row.row_key.as_deref()).collect();
    let mut are_rows_back: BTreeMap<&str, bool> = BTreeMap::new();
    for row in before.lineage.iter().filter(|_| !keys_back.is_empty()) {
        let Some(id) = row.person_id.as_deref().filter(|id| !new.contains_key(id)) else { continue };
        let is_back = row.row_key.as_deref().is_some_and(|key| keys_back.contains(key));
        are_rows_back.entry(id).and_modify(|all| *all &= is_back).or_insert(is_back);
    }
    let has_own_id_back = |id: &str| are_rows_back.get(id).copied().unwrap_or(false);
    let mut changes = Vec::new();
    for (id, was) in &old {
        if let Some(is) = new.get(id) {
            let fields = fields(was, is);
            if !fields.is_empty() {
                changes.push(change(is, PersonFate::Changed { fields }));
            }
        } else {
            let into = merged.get(id).map(|into| PersonFate::Merged { into: (*into).to_owned() });
            if into.is_none() && has_own_id_back(id) {
                continue;
            }
            changes.push(change(was, into.unwrap_or(PersonFate::Gone)));
        }
    }
    for (id, is) in new.iter().filter(|(id, _)| !old.contains_key(*id)) {
        changes.push(change(is, if had_alias.contains(id) { PersonFate::Back } else { PersonFate::New }));
    }
    changes.sort_by(|a, b| (a.fate.order_and_code(), &a.id).cmp(&(b.fate.order_and_code(), &b.id)));
    changes
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
    let pairs = all(was).into_iter().zip(all(is));
    pairs
        .filter(|((_, before), (_, after))| before != after)
        .map(|((field, before), (_, after))| FieldChange { field, before, after })
        .collect()
}
