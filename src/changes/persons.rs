//! Finds the persons who are new, changed, merged, gone or back.

use std::collections::{BTreeMap, BTreeSet};

use super::{ChangeReason, ComparedHousehold, RegisterState};
use crate::store::PersonRow;

/// A person who differs between two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonChange {
    /// The identifier.
    pub id: String,
    /// The whole name in the later state, or in the earlier one if the person is gone.
    pub name: String,
    /// `M` or `F` in that state; `None` if unknown.
    pub sex: Option<String>,
    /// How the person differs.
    pub fate: PersonFate,
    /// Why, as far as it is known.
    pub reasons: Vec<ChangeReason>,
    /// The id of the household in the later state, or in the earlier one if the person is gone; "" if there is none.
    pub household: String,
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
        /// Their name; "" if it is not known.
        name: String,
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
    /// The column of `persons`, or `avenue` or `parcel` of `households`.
    pub field: &'static str,
    /// The value in the earlier state.
    pub before: String,
    /// The value in the later state.
    pub after: String,
}

impl PersonChange {
    /// The ids of the households that the change names.
    pub(super) fn households(&self) -> impl Iterator<Item = &str> {
        let fields = if let PersonFate::Changed { fields } = &self.fate { fields.as_slice() } else { &[] };
        let of_fields = fields.iter().filter(|change| change.field == "household_id");
        let ids = of_fields.flat_map(|change| [change.before.as_str(), change.after.as_str()]);
        ids.chain([self.household.as_str()]).filter(|id| !id.is_empty())
    }
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
        sex: person.sex.clone(),
        fate,
        reasons: Vec::new(),
        household: person.household_id.clone().unwrap_or_default(),
    };
    let houses = [Houses::new(before), Houses::new(after)];
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
            let mut fields = fields(was, is);
            fields.extend(changed_house(&houses, was, is));
            if !fields.is_empty() {
                changes.push(change(is, PersonFate::Changed { fields }));
            }
        } else {
            let name_of = |id: &str| new.get(id).map(|person| person.whole_name()).unwrap_or_default();
            let into = merged.get(id).map(|into| PersonFate::Merged { into: (*into).to_owned(), name: name_of(into) });
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

/// Where the persons of one state live.
struct Houses<'s> {
    of_household: BTreeMap<&'s str, &'s ComparedHousehold>,
    of_mover: BTreeMap<&'s str, &'s [String; 2]>,
}

impl<'s> Houses<'s> {
    fn new(state: RegisterState<'s>) -> Self {
        Self {
            of_household: state.households.iter().map(|household| (household.id.as_str(), household)).collect(),
            of_mover: state.moved_to.iter().map(|(id, house)| (id.as_str(), house)).collect(),
        }
    }

    /// Avenue and parcel of a person; `None` if nothing tells them.
    fn of(&self, person: &PersonRow) -> Option<[&'s str; 2]> {
        match person.household_id.as_deref() {
            Some(id) => self.of_household.get(id).map(|own| [own.avenue.as_str(), own.parcel.as_str()]),
            None => self.of_mover.get(person.person_id.as_str()).map(|house| house.each_ref().map(String::as_str)),
        }
    }
}

/// Avenue and parcel, where a person has others than before.
fn changed_house(houses: &[Houses<'_>; 2], was: &PersonRow, is: &PersonRow) -> Vec<FieldChange> {
    let (Some(before), Some(after)) = (houses[0].of(was), houses[1].of(is)) else { return Vec::new() };
    let change = |field, before: &str, after: &str| {
        (before != after).then(|| FieldChange { field, before: before.to_owned(), after: after.to_owned() })
    };
    let changes = [change("avenue", before[0], after[0]), change("parcel", before[1], after[1])];
    changes.into_iter().flatten().collect()
}
