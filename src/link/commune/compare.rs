//! Compares two rows of a commune: gives the level of the pair in each comparison.

use crate::link::comparison::Pattern;
use crate::link::dates::date_level;
use crate::link::names::{NameLevels, PartPairs, SAME, SLIP, SOUND, agrees, compare_names, part_level};
use crate::link::weights::PLACE_OF_KIND;
use crate::record::Relation;
use crate::spelling::SpellingRef;

use super::comparisons::{
    ACT_AND_FICHE, COMPATIBLE, HEAD_AND_CHILD, ONE_MARK, OTHER_BIRTH_PLACE, OTHER_MARK, OTHER_SEX, SAME_BIRTH_PLACE,
    SAME_MARK, SAME_SEX, SLIP_IN_BIRTH_PLACE, TWO_ACTS, TWO_FICHES,
};
use super::household_evidence::company_level;
use super::households::HouseholdEvidence;
use super::profile::{RowProfile, RowProfiles};

/// Compares two rows, given the evidence of their households and which parts of their names could be `similar`.
pub(super) fn compare(
    profiles: &RowProfiles,
    a: &RowProfile,
    b: &RowProfile,
    evidence: HouseholdEvidence,
    similar: PartPairs,
) -> Pattern {
    let NameLevels { parts: [nom, postnom, prenom], order } = name_levels(profiles, a, b, similar);
    let born = date_level(a.born(), b.born());
    let (sex, birth_place) = (sex_level(a, b), birth_place_level(profiles, a, b));
    let company = company_level(a, b, evidence);
    let (role, generation) = (role_level(a, b), generation_level(a, b));
    let levels = [nom, postnom, order, prenom, born, sex, birth_place, company, role, generation];
    let kind = match (a.is_act(), b.is_act()) {
        (false, false) => TWO_FICHES,
        (true, true) => TWO_ACTS,
        _ => ACT_AND_FICHE,
    };
    levels.into_iter().collect::<Pattern>().with(PLACE_OF_KIND, kind)
}

/// Levels of the names in the readings that agree best.
fn name_levels(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile, similar: PartPairs) -> NameLevels {
    if !a.has_other_reading() && !b.has_other_reading() {
        return compare_names(&profiles.spellings, a.name(), b.name(), similar);
    }
    best_readings(profiles, a, b).0
}

/// The readings of two names that agree best, and their levels. Another reading than the first must agree in more
/// parts.
pub(super) fn best_readings(
    profiles: &RowProfiles,
    a: &RowProfile,
    b: &RowProfile,
) -> (NameLevels, [[SpellingRef; 3]; 2]) {
    let n_agreeing = |levels: NameLevels| levels.parts.iter().filter(|level| agrees(**level)).count();
    let readings = profiles.readings(a).flat_map(|x| profiles.readings(b).map(move |y| [x, y]));
    let compared = readings.map(|[x, y]| (compare_names(&profiles.spellings, x, y, PartPairs::ALL), [x, y]));
    let better = |best: (NameLevels, _), other: (NameLevels, _)| {
        if n_agreeing(other.0) > n_agreeing(best.0) { other } else { best }
    };
    let first = || (compare_names(&profiles.spellings, a.name(), b.name(), PartPairs::ALL), [a.name(), b.name()]);
    compared.reduce(better).unwrap_or_else(first)
}

fn sex_level(a: &RowProfile, b: &RowProfile) -> u8 {
    a.sex.zip(b.sex).map_or(0, |(x, y)| if x == y { SAME_SEX } else { OTHER_SEX })
}

/// The level of the places that two rows have in their households. Acts give none.
fn role_level(a: &RowProfile, b: &RowProfile) -> u8 {
    let (Some(p), Some(q)) = (a.relation, b.relation) else { return 0 };
    let is_child = |relation| matches!(relation, Relation::Child | Relation::Grandchild);
    let is_adult = |relation| matches!(relation, Relation::Head | Relation::Spouse);
    let is_other_age = is_adult(p) && is_child(q) || is_child(p) && is_adult(q);
    if is_other_age && a.seen == b.seen { HEAD_AND_CHILD } else { COMPATIBLE }
}

/// The level of two marks of generation; 0 if neither row has one.
fn generation_level(a: &RowProfile, b: &RowProfile) -> u8 {
    match (a.generation, b.generation) {
        (None, None) => 0,
        (Some(p), Some(q)) if p.contradicts(q) => OTHER_MARK,
        (Some(_), Some(_)) => SAME_MARK,
        _ => ONE_MARK,
    }
}

/// The level of two places of birth. An act names the maternity and a fiche the town, so acts are not compared.
fn birth_place_level(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> u8 {
    if a.is_act() || b.is_act() || a.birth_place == 0 || b.birth_place == 0 {
        return 0;
    }
    let reference = |row: &RowProfile| profiles.spellings.reference(row.birth_place);
    match part_level(&profiles.spellings, reference(a), reference(b)) {
        SAME | SOUND => SAME_BIRTH_PLACE,
        SLIP => SLIP_IN_BIRTH_PLACE,
        _ => OTHER_BIRTH_PLACE,
    }
}
