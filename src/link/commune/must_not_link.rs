//! What keeps two rows of a commune apart whatever else they agree on.
//!
//! - Two rows of one fiche are two persons ([`may_link`]).
//! - Two acts declared on one day under two numbers, and rows with the paired names of twins, are two persons
//!   ([`must_not_link`]).
//! - Names and dates may differ so much that no household evidence can make the rows one person ([`contradicts`];
//!   [`cannot_match`] before that evidence is known).

use crate::link::comparison::Pattern;
use crate::link::dates::{SAME_DAY, TWO_DAYS};
use crate::link::names::{ALIKE, DIFFERENT, agrees};

use super::comparisons::{BORN_ON, COMPANY, NOM, OTHER_SEX, POSTNOM, PRENOM, SEVERAL_COMPANIONS, SEX};
use super::profile::{RowProfile, RowProfiles};
use super::twin_names::are_twin_names;

/// Whether two rows may be linked as far as their fiches tell: they are not rows of one fiche.
pub(super) fn may_link(a: &RowProfile, b: &RowProfile) -> bool {
    a.fiche().is_none() || a.fiche() != b.fiche()
}

/// Whether two rows are two persons whatever their levels.
pub(super) fn must_not_link(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    are_acts_of_one_day(profiles, a, b)
        || are_twin_names(&profiles.spellings, a.nom, b.nom)
        || are_twin_names(&profiles.spellings, a.postnom, b.postnom)
}

/// Whether two acts were declared on one day under two numbers. A child declared again is declared on another day.
fn are_acts_of_one_day(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    match (profiles.declaration(a), profiles.declaration(b)) {
        (Some(a), Some(b)) => a.day == b.day && a.number != b.number,
        _ => false,
    }
}

/// Whether names and date of birth contradict each other so much that the rows are two persons.
///
/// They do if two name parts differ, or if one differs and the date of birth has nothing in common, or if one differs and
/// the others are what siblings and twins share. A prénom belongs to the child alone: where it agrees, one other part may
/// differ. Two rows that are left over for each other in one household and were born on the same day need one name part
/// that agrees or is alike: whoever else it could be is listed there too.
pub(super) fn contradicts(pattern: Pattern) -> bool {
    let parts = [NOM, POSTNOM, PRENOM].map(|part| pattern.level(part));
    let n_agreeing = parts.iter().filter(|level| agrees(**level)).count();
    let n_alike = parts.iter().filter(|level| **level == ALIKE).count();
    let is_left_over = pattern.level(COMPANY) == SEVERAL_COMPANIONS && pattern.level(BORN_ON) == SAME_DAY;
    match parts.iter().filter(|level| **level == DIFFERENT).count() {
        0 | 1 if is_left_over && pattern.level(SEX) != OTHER_SEX => n_agreeing + n_alike == 0,
        0 => n_agreeing == 0 && n_alike < 2,
        1 if pattern.level(BORN_ON) == TWO_DAYS => true,
        1 => n_agreeing < 2 && !agrees(parts[2]),
        _ => true,
    }
}

/// Whether the levels contradict each other even with the best household evidence.
pub(super) fn cannot_match(pattern: Pattern) -> bool {
    contradicts(pattern) && contradicts(pattern.with(COMPANY, SEVERAL_COMPANIONS))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::names::{INITIAL, SAME, SOUND};

    #[test]
    fn two_different_name_parts_contradict() {
        let contradicts =
            |nom, postnom, prenom| super::contradicts([nom, postnom, 1, prenom, 1, 1, 1, 3].into_iter().collect());
        assert!(contradicts(SAME, DIFFERENT, DIFFERENT));
        assert!(contradicts(SAME, DIFFERENT, 0));
        assert!(contradicts(SAME, DIFFERENT, INITIAL));
        assert!(contradicts(0, 0, INITIAL));
        assert!(!contradicts(SAME, SAME, DIFFERENT));
        assert!(!contradicts(DIFFERENT, SAME, SOUND));
        assert!(!contradicts(DIFFERENT, 0, SAME), "a prénom belongs to the child alone");
        assert!(contradicts(SAME, 0, DIFFERENT));
        assert!(!contradicts(SAME, 0, ALIKE));
        assert!(!contradicts(SAME, 0, 0));
    }

    #[test]
    fn one_different_name_part_and_another_date_contradict() {
        let contradicts = |prenom| super::contradicts([SAME, SAME, 1, prenom, TWO_DAYS, 1, 1, 3].into_iter().collect());
        assert!(contradicts(DIFFERENT));
        assert!(!contradicts(ALIKE), "a date may be entirely wrong");
    }

    #[test]
    fn left_over_rows_of_one_household_need_one_name_part_and_the_same_sex() {
        let contradicts = |prenom, sex| super::contradicts([SAME, 0, 1, prenom, 1, sex, 1, 1].into_iter().collect());
        assert!(!contradicts(DIFFERENT, 1));
        assert!(contradicts(DIFFERENT, OTHER_SEX));
    }
}
