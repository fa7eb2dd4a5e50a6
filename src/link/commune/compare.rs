//! Two rows side by side: one level for each thing compared.
//!
//! A level says how far the two agree on one thing; `0` always means "one of them does not say" and weighs nothing.
//! Household and address are one comparison, the strongest of what they show: they come together, and counting both
//! would count the same evidence twice.

use crate::link::dates::{self, DATE, TWO_DAYS};
use crate::link::glance::Near;
use crate::link::levels::{Comparison, Likelihoods, Pattern};
use crate::link::names::{self, ALIKE, DIFFERENT, NAME, ORDER_OF_PARTS, SAME, SLIP, SOUND, compare_parts};

use super::profile::{Profile, Profiles};

/// The things compared, in the order of a pair's levels and weights, each with the names of its levels. The last is not
/// compared: it is what a pair loses because the two may be relatives.
pub const COMPARISONS: [(&str, &[&str]); 9] = [
    ("nom", NAME.levels),
    ("postnom", NAME.levels),
    ("order", ORDER_OF_PARTS.levels),
    ("prenom", PRENOMS.levels),
    ("born_on", DATE.levels),
    ("sex", SEXES.levels),
    ("birth_place", BIRTH_PLACE.levels),
    ("company", KEPT_COMPANY.levels),
    ("relatives", &["missing", "possible"]),
];

/// Shipped likelihoods, set by hand: where learning starts and what a few rows are held by.
const PRENOMS: Likelihoods = Likelihoods {
    levels: NAME.levels,
    m: &[0.79, 0.05, 0.10, 0.01, 0.04, 0.01],
    relatives: &[0.01, 0.002, 0.02, 0.03, 0.01, 0.928],
    u: &[0.006, 0.002, 0.02, 0.03, 0.01, 0.932],
};
const SEXES: Likelihoods =
    Likelihoods { levels: &["missing", "same", "different"], m: &[0.99, 0.01], relatives: &[0.5, 0.5], u: &[0.5, 0.5] };
const BIRTH_PLACE: Likelihoods = Likelihoods {
    levels: &["missing", "same", "slip", "different"],
    m: &[0.98, 0.01, 0.01],
    relatives: &[0.50, 0.005, 0.495],
    u: &[0.30, 0.005, 0.695],
};
const KEPT_COMPANY: Likelihoods = Likelihoods {
    levels: &[
        "missing",
        "several_companions",
        "one_companion",
        "same_address",
        "same_avenue",
        "same_quartier",
        "other_quartier",
        "other_parents",
        "another_fits",
    ],
    m: &[0.695, 0.12, 0.09, 0.01, 0.02, 0.05, 0.01, 0.005],
    relatives: &[0.05, 0.05, 0.20, 0.02, 0.03, 0.04, 0.01, 0.60],
    u: &[0.0005, 0.0005, 0.0005, 0.001, 0.03, 0.9455, 0.02, 0.002],
};

/// What the engine is to weigh: all but the last, which it finds itself.
pub(super) fn comparisons() -> Vec<Comparison> {
    let likelihoods = [NAME, NAME, ORDER_OF_PARTS, PRENOMS, DATE, SEXES, BIRTH_PLACE, KEPT_COMPANY];
    COMPARISONS.iter().zip(likelihoods).map(|((name, _), of)| Comparison { name: (*name).to_owned(), of }).collect()
}

pub(super) const NOM: usize = 0;
pub(super) const POSTNOM: usize = 1;
pub(super) const PRENOM: usize = 3;
const BORN: usize = 4;
const SEX: usize = 5;
pub(super) const PLACE: usize = 6;
pub(super) const COMPANY: usize = 7;
/// The level of two rows whose households share others, and who are not needed elsewhere.
pub(super) const SEVERAL_COMPANIONS: u8 = 1;

/// The company a pair keeps, found apart from the rows themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// Not known yet, or nothing to go by.
    Unknown,
    /// How many others of the two fiches, or parents of an act, agree.
    Companions(u32),
    /// An act's parents are not those of the other act or of the fiche.
    OtherParents,
    /// One of the two is better matched with another member of the other's household.
    Taken,
}

/// Compares two rows; `company` is looked up by the caller, and so is which parts of their names could be `near`.
pub(super) fn compare(all: &Profiles, a: &Profile, b: &Profile, company: Company, near: Near) -> Pattern {
    let ([nom, postnom, prenom], order) = compare_names(all, a, b, near);
    let sex = match (a.sex, b.sex) {
        (Some(x), Some(y)) => 1 + u8::from(x != y),
        _ => 0,
    };
    let (born, place) = (dates::level(a.born, b.born), place_level(all, a, b));
    [nom, postnom, order, prenom, born, sex, place, company_level(a, b, company)].into_iter().collect()
}

/// The names in the readings that agree best; another reading than the first must bring a part that agrees.
fn compare_names(all: &Profiles, a: &Profile, b: &Profile, near: Near) -> ([u8; 3], u8) {
    let first = compare_parts(&all.words, a.name(), b.name(), near);
    if !a.is_open() && !b.is_open() {
        return first;
    }
    let agreeing = |levels: [u8; 3]| levels.iter().filter(|level| matches!(**level, SAME | SOUND | SLIP)).count();
    let all_readings = all.readings(a).flat_map(|x| all.readings(b).map(move |y| (x, y))).skip(1);
    all_readings
        .map(|(x, y)| compare_parts(&all.words, x, y, Near::ANY))
        .fold(first, |best, other| if agreeing(other.0) > agreeing(best.0) { other } else { best })
}

fn place_level(all: &Profiles, a: &Profile, b: &Profile) -> u8 {
    // An act names the maternity, a fiche the town: they are not compared.
    if a.is_act() || b.is_act() || a.place == 0 || b.place == 0 {
        return 0;
    }
    match names::level(&all.words, all.words.written(a.place), all.words.written(b.place)) {
        SAME | SOUND => 1,
        SLIP => 2,
        _ => 3,
    }
}

/// The level of the company two rows keep, by [`KEPT_COMPANY`].
pub(super) fn company_level(a: &Profile, b: &Profile, company: Company) -> u8 {
    match company {
        Company::Companions(2..) => return SEVERAL_COMPANIONS,
        Company::Companions(1) => return 2,
        Company::OtherParents => return 7,
        Company::Taken => return 8,
        _ => {}
    }
    let (Some(p), Some(q)) = (a.quartier(), b.quartier()) else { return 0 };
    let same_avenue = a.avenue != 0 && a.avenue == b.avenue;
    match () {
        () if p != q => 6,
        () if same_avenue && a.parcel != 0 && a.parcel == b.parcel => 3,
        () if same_avenue => 4,
        () => 5,
    }
}

/// Whether two rows contradict each other so that no household can make them one person: two parts of the name that differ,
/// or one that differs where siblings and twins share the rest, or where the dates of birth have nothing in common. A prénom
/// is a child's own: where it agrees, one other part may differ. Of those left for each other in one household, born on the
/// same day, one part that agrees is enough: whoever else it could be is listed there too.
pub(super) fn contradict(pattern: Pattern) -> bool {
    let parts = [NOM, POSTNOM, PRENOM].map(|part| pattern.level(part));
    let agrees = |level: &u8| matches!(*level, SAME | SOUND | SLIP);
    let n_agreeing = parts.iter().filter(|level| agrees(level)).count();
    let n_alike = parts.iter().filter(|level| **level == ALIKE).count();
    let is_left = pattern.level(COMPANY) == SEVERAL_COMPANIONS && pattern.level(BORN) == 1;
    match parts.iter().filter(|level| **level == DIFFERENT).count() {
        0 | 1 if is_left && pattern.level(SEX) != 2 => n_agreeing + n_alike == 0,
        0 => n_agreeing == 0 && n_alike < 2,
        1 if pattern.level(BORN) == TWO_DAYS => true,
        1 => n_agreeing < 2 && !agrees(&parts[2]),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_differ_twice_contradict() {
        let contradict =
            |nom, postnom, prenom| super::contradict([nom, postnom, 1, prenom, 1, 1, 1, 3].into_iter().collect());
        assert!(contradict(SAME, DIFFERENT, DIFFERENT));
        assert!(contradict(SAME, DIFFERENT, 0));
        assert!(contradict(SAME, DIFFERENT, names::INITIAL));
        assert!(contradict(0, 0, names::INITIAL));
        assert!(!contradict(SAME, SAME, DIFFERENT));
        assert!(!contradict(DIFFERENT, SAME, SOUND));
        assert!(!contradict(DIFFERENT, 0, SAME), "a prénom is a child's own");
        assert!(contradict(SAME, 0, DIFFERENT));
        assert!(!contradict(SAME, 0, ALIKE));
        assert!(!contradict(SAME, 0, 0));
        let born_otherwise =
            |prenom| super::contradict([SAME, SAME, 1, prenom, TWO_DAYS, 1, 1, 3].into_iter().collect());
        assert!(born_otherwise(DIFFERENT));
        assert!(!born_otherwise(ALIKE), "a date may be wrong altogether");
        // Left for each other in one household, born on the same day.
        let left = |prenom, sex| super::contradict([SAME, 0, 1, prenom, 1, sex, 1, 1].into_iter().collect());
        assert!(!left(DIFFERENT, 1));
        assert!(left(DIFFERENT, 2));
    }
}
