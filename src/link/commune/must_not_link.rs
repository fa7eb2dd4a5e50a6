//! Finds pairs of rows that must not be linked because of where they stand or how they are named: two acts of one day,
//! names of twins, names and dates that differ too much.
//!
//! - Two rows of one fiche are two persons ([`Linkable::group`](crate::link::linkable::Linkable::group)).
//! - Two acts declared on one day under two numbers, acts marked as those of the first and of the second twin, and rows
//!   with the paired names of twins are two persons ([`must_not_link`]).
//! - Names and dates may differ so much that no household evidence can make the rows one person ([`contradicts`];
//!   [`cannot_match`] before that evidence is known).

use std::collections::BTreeSet;
use std::sync::LazyLock;

use crate::link::comparison::Pattern;
use crate::link::dates::{DAYS_OF_NEAR_YEARS, SAME_DAY, TWO_DAYS};
use crate::link::names::{ALIKE, DIFFERENT, agrees, part_level};
use crate::record::same_name_key;
use crate::spelling::{SpellingRef, SpellingTable};

use super::comparisons::{BORN_ON, COMPANY, NOM, OTHER_SEX, POSTNOM, PRENOM, SEVERAL_COMPANIONS, SEX};
use super::profile::{Declaration, RowProfile, RowProfiles};

pub(super) fn must_not_link(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    are_acts_of_one_day(profiles, a, b)
        || profiles.twin(a).zip(profiles.twin(b)).is_some_and(|(p, q)| p.contradicts(q))
        || are_twin_names(&profiles.spellings, a.nom, b.nom)
        || are_twin_names(&profiles.spellings, a.postnom, b.postnom)
}

/// Whether two acts were declared on one day under two numbers, or under one by mistake, with two prénoms. A child
/// declared again is declared on another day.
fn are_acts_of_one_day(profiles: &RowProfiles, a: &RowProfile, b: &RowProfile) -> bool {
    let both = profiles.declaration(a).zip(profiles.declaration(b));
    let are_two = |(p, q): (Declaration, Declaration)| {
        p.day == q.day && (p.number != q.number || part_level(&profiles.spellings, a.prenom, b.prenom) == DIFFERENT)
    };
    both.is_some_and(are_two)
}

/// Whether names and date of birth contradict each other so much that the rows are two persons.
///
/// They do if two name parts differ, or if one differs and the date of birth has nothing in common, or if one differs
/// and the others are what siblings and twins share. A prénom belongs to the child alone: where it agrees, one other
/// part may differ. Two rows that are left over for each other in one household and were born on the same day need one
/// name part that agrees or is alike: whoever else it could be is listed there too.
pub(super) fn contradicts(pattern: Pattern) -> bool {
    let parts = [NOM, POSTNOM, PRENOM].map(|part| pattern.level(part));
    let n_agreeing = parts.iter().filter(|level| agrees(**level)).count();
    let n_alike = parts.iter().filter(|level| **level == ALIKE).count();
    let is_left_over = pattern.level(COMPANY) == SEVERAL_COMPANIONS && pattern.level(BORN_ON) == SAME_DAY;
    match parts.iter().filter(|level| **level == DIFFERENT).count() {
        0 | 1 if is_left_over && pattern.level(SEX) != OTHER_SEX => n_agreeing + n_alike == 0,
        0 => n_agreeing == 0 && n_alike < 2,
        1 if matches!(pattern.level(BORN_ON), TWO_DAYS | DAYS_OF_NEAR_YEARS) => true,
        1 => n_agreeing < 2 && !agrees(parts[2]),
        _ => true,
    }
}

/// Whether the levels contradict each other even with the best household evidence.
pub(super) fn cannot_match(pattern: Pattern) -> bool {
    contradicts(pattern) && contradicts(pattern.with(COMPANY, SEVERAL_COMPANIONS))
}

/// Names of first-born and second-born twins by people; the file's first lines name the source.
const TWIN_NAMES: &str = include_str!("twins.csv");

/// Keys of both names of each pair, in both orders.
static PAIRS: LazyLock<BTreeSet<(String, String)>> = LazyLock::new(|| {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(TWIN_NAMES.as_bytes());
    let mut pairs = BTreeSet::new();
    for record in reader.records().flatten() {
        let (first, second) = (same_name_key(record.get(1).unwrap_or("")), same_name_key(record.get(2).unwrap_or("")));
        pairs.insert((first.clone(), second.clone()));
        pairs.insert((second, first));
    }
    pairs
});

/// Whether two noms or two post-noms are the two names of a pair of twins.
fn are_twin_names(table: &SpellingTable, x: SpellingRef, y: SpellingRef) -> bool {
    let key = |name: SpellingRef| table.spelling(table.spelling(name.id).key).folded.to_string();
    x.id != 0 && y.id != 0 && x.id != y.id && PAIRS.contains(&(key(x), key(y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::names::{INITIAL, SAME, SOUND};

    #[test]
    fn contradictions_of_names_dates_and_sexes() {
        for ([nom, postnom, prenom, born, sex, company], expected) in [
            // Two name parts differ.
            ([SAME, DIFFERENT, DIFFERENT, 1, 1, 3], true),
            ([SAME, DIFFERENT, 0, 1, 1, 3], true),
            ([SAME, DIFFERENT, INITIAL, 1, 1, 3], true),
            ([0, 0, INITIAL, 1, 1, 3], true),
            ([SAME, SAME, DIFFERENT, 1, 1, 3], false),
            ([DIFFERENT, SAME, SOUND, 1, 1, 3], false),
            // A prénom belongs to the child alone.
            ([DIFFERENT, 0, SAME, 1, 1, 3], false),
            ([SAME, 0, DIFFERENT, 1, 1, 3], true),
            ([SAME, 0, ALIKE, 1, 1, 3], false),
            ([SAME, 0, 0, 1, 1, 3], false),
            // One differs and the date of birth too. A date may be entirely wrong.
            ([SAME, SAME, DIFFERENT, TWO_DAYS, 1, 3], true),
            ([SAME, SAME, ALIKE, TWO_DAYS, 1, 3], false),
            // Left-over rows of one household need one name part and the same sex.
            ([SAME, 0, DIFFERENT, 1, 1, 1], false),
            ([SAME, 0, DIFFERENT, 1, OTHER_SEX, 1], true),
        ] {
            let levels = [nom, postnom, 1, prenom, born, sex, 1, company];
            assert_eq!(contradicts(levels.into_iter().collect()), expected, "{levels:?}");
        }
    }
}
