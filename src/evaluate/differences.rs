//! The difference of two rows, from the levels of their stored link and from their registered persons.
//!
//! Nothing is compared again. An unknown level counts as a difference.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize, Serializer};

use crate::record::fold;
use crate::store::{LinkRow, PersonRow};

/// What two rows differ in, as far as their link and their registered persons show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Difference {
    /// They live in different quartiers.
    Moved,
    /// One lacks a part of the name that the other has.
    NamePartMissing,
    /// A part of the name is spelt differently.
    NameSpeltOtherwise,
    /// The date of birth or its precision differs.
    BirthDate,
    /// More than one of these.
    Several,
    /// None of these.
    NoneOfThese,
    /// Unknown: no link is stored, and the rows are not in two registered persons.
    Unknown,
}

impl Difference {
    /// All values in the order of declaration.
    pub const ALL: [Self; 7] = [
        Self::Moved,
        Self::NamePartMissing,
        Self::NameSpeltOtherwise,
        Self::BirthDate,
        Self::Several,
        Self::NoneOfThese,
        Self::Unknown,
    ];

    /// The stable code.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Moved => "moved",
            Self::NamePartMissing => "name_part_missing",
            Self::NameSpeltOtherwise => "name_spelt_otherwise",
            Self::BirthDate => "birth_date",
            Self::Several => "several",
            Self::NoneOfThese => "none_of_these",
            Self::Unknown => "unknown",
        }
    }
}

impl Serialize for Difference {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

/// The level of each comparison of a stored link.
pub(super) struct LinkLevels(BTreeMap<String, ComparisonLevel>);

#[derive(Deserialize)]
struct ComparisonLevel {
    level: String,
}

/// How far two rows agree in one comparison.
#[derive(PartialEq)]
enum Agreement {
    Same,
    /// Spelt differently, with the same sound.
    Sound,
    Other,
    /// Missing on one side or both.
    Missing,
}

const NAME_PARTS: [&str; 3] = ["nom", "postnom", "prenom"];

impl LinkLevels {
    pub(super) fn of(link: &LinkRow) -> Self {
        Self(serde_json::from_str(&link.comparisons).unwrap_or_default())
    }

    fn on(&self, comparison: &str) -> Agreement {
        match self.0.get(comparison).map(|comparison| comparison.level.as_str()) {
            None | Some("missing") => Agreement::Missing,
            Some("same" | "same_day") => Agreement::Same,
            Some("same_sound") => Agreement::Sound,
            Some(_) => Agreement::Other,
        }
    }

    /// Whether every part of the name that both rows have agrees, and at least one does.
    pub(super) fn names_agree(&self) -> bool {
        let parts = NAME_PARTS.map(|part| self.on(part));
        !parts.contains(&Agreement::Other) && parts.iter().any(|part| *part != Agreement::Missing)
    }

    /// Whether the household evidence says that the two live in different quartiers.
    fn has_moved(&self) -> bool {
        self.0.get("company").is_some_and(|comparison| comparison.level == "other_quartier")
    }
}

/// The difference of two rows.
///
/// The levels of the link go first. The persons add what the levels leave open: whether a part of the name or a date is
/// missing on one side or on both, and the quartier, which the level of the household evidence can hide.
pub(super) fn difference(link: Option<&LinkRow>, a: Option<&PersonRow>, b: Option<&PersonRow>) -> Difference {
    let levels = link.map(LinkLevels::of);
    let two_persons = a.zip(b).filter(|(a, b)| a.person_id != b.person_id);
    if levels.is_none() && two_persons.is_none() {
        return Difference::Unknown;
    }
    let side_by_side = |differ: fn(&PersonRow, &PersonRow) -> bool| two_persons.is_some_and(|(a, b)| differ(a, b));
    let either = |test: &dyn Fn(&PersonRow) -> bool| [a, b].into_iter().flatten().any(test);
    let moved = levels.as_ref().is_some_and(LinkLevels::has_moved)
        || side_by_side(|a, b| a.quartier.is_some() && b.quartier.is_some() && a.quartier != b.quartier);
    let (mut part_missing, mut spelt_otherwise) = (false, false);
    for (place, part) in NAME_PARTS.into_iter().enumerate() {
        let (x, y) = (a.map_or("", |a| name_parts(a)[place]), b.map_or("", |b| name_parts(b)[place]));
        match levels.as_ref().map(|levels| levels.on(part)) {
            Some(Agreement::Same) => {}
            Some(Agreement::Missing) => part_missing |= !x.is_empty() || !y.is_empty(),
            Some(_) => spelt_otherwise = true,
            None if x.is_empty() || y.is_empty() => part_missing |= x != y,
            None => spelt_otherwise |= fold(x) != fold(y),
        }
    }
    let birth_date = match levels.as_ref().map(|levels| levels.on("born_on")) {
        Some(Agreement::Same) => false,
        Some(Agreement::Missing) => either(&|person| person.born_on.is_some()),
        Some(_) => true,
        None => side_by_side(|a, b| (a.born_on, &a.born_on_precision) != (b.born_on, &b.born_on_precision)),
    };
    let differences = [
        (moved, Difference::Moved),
        (part_missing, Difference::NamePartMissing),
        (spelt_otherwise, Difference::NameSpeltOtherwise),
        (birth_date, Difference::BirthDate),
    ];
    let mut differing = differences.into_iter().filter(|(differs, _)| *differs).map(|(_, difference)| difference);
    match (differing.next(), differing.next()) {
        (None, _) => Difference::NoneOfThese,
        (Some(only), None) => only,
        (Some(_), Some(_)) => Difference::Several,
    }
}

fn name_parts(person: &PersonRow) -> [&str; 3] {
    [&person.nom, &person.postnom, &person.prenom]
}
