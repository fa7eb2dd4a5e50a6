//! Finds what two rows differ in, from the levels of their stored link and from their registered persons.
//!
//! Nothing is compared again. An unknown level counts as a difference.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::record::{codes, fold};
use crate::store::{LinkRow, PersonRow};

codes! {
    /// What two rows differ in, as far as their link and their registered persons show.
    #[serde(rename_all = "snake_case")]
    Difference {
        Moved = "moved": "They live in different quartiers.",
        NamePartMissing = "name_part_missing": "One lacks a part of the name that the other has.",
        NameSpeltOtherwise = "name_spelt_otherwise": "A part of the name is spelt differently.",
        BirthDate = "birth_date": "The date of birth or its precision differs.",
        Several = "several": "More than one of these.",
        NoneOfThese = "none_of_these": "None of these.",
        Unknown = "unknown": "Unknown: no link is stored, and the rows are not in two registered persons.",
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
enum LevelAgreement {
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

    fn on(&self, comparison: &str) -> LevelAgreement {
        match self.0.get(comparison).map(|comparison| comparison.level.as_str()) {
            None | Some("missing") => LevelAgreement::Missing,
            Some("same" | "same_day") => LevelAgreement::Same,
            Some("same_sound") => LevelAgreement::Sound,
            Some(_) => LevelAgreement::Other,
        }
    }

    /// Whether every part of the name that both rows have agrees, and at least one does.
    pub(super) fn names_agree(&self) -> bool {
        let parts = NAME_PARTS.map(|part| self.on(part));
        !parts.contains(&LevelAgreement::Other) && parts.iter().any(|part| *part != LevelAgreement::Missing)
    }

    /// Whether the household evidence says that the two live in different quartiers.
    fn has_moved(&self) -> bool {
        self.0.get("company").is_some_and(|comparison| comparison.level == "other_quartier")
    }
}

/// Returns what two rows differ in, by the levels of their link first. The persons add what these leave open: whether
/// a name part or a date is missing on one side or both, and the quartier, which the household evidence can hide.
pub(super) fn difference<'p>(link: Option<&LinkRow>, a: Option<&'p PersonRow>, b: Option<&'p PersonRow>) -> Difference {
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
    let names =
        |row: Option<&'p PersonRow>| row.map_or([""; 3], |p| [&p.nom, &p.postnom, &p.prenom].map(String::as_str));
    for (part, (x, y)) in NAME_PARTS.into_iter().zip(names(a).into_iter().zip(names(b))) {
        match levels.as_ref().map(|levels| levels.on(part)) {
            Some(LevelAgreement::Same) => {}
            Some(LevelAgreement::Missing) => part_missing |= !x.is_empty() || !y.is_empty(),
            Some(_) => spelt_otherwise = true,
            None if x.is_empty() || y.is_empty() => part_missing |= x != y,
            None => spelt_otherwise |= fold(x) != fold(y),
        }
    }
    let birth_date = match levels.as_ref().map(|levels| levels.on("born_on")) {
        Some(LevelAgreement::Same) => false,
        Some(LevelAgreement::Missing) => either(&|person| person.born_on.is_some()),
        Some(_) => true,
        None => side_by_side(|a, b| (a.born_on, &a.born_on_precision) != (b.born_on, &b.born_on_precision)),
    };
    let differences = [
        (moved, Difference::Moved),
        (part_missing, Difference::NamePartMissing),
        (spelt_otherwise, Difference::NameSpeltOtherwise),
        (birth_date, Difference::BirthDate),
    ];
    match differences.into_iter().filter(|(differs, _)| *differs).collect::<Vec<_>>().as_slice() {
        [] => Difference::NoneOfThese,
        [(_, only)] => *only,
        _ => Difference::Several,
    }
}
