//! Contradictions between two rows of a commune, and evidence that is too thin to link them.
//!
//! A contradiction holds whatever else the two rows agree on. Some depend on the two rows alone ([`of_rows`]), others also on
//! their households.

use crate::link::comparison::Pattern;
use crate::link::contradiction::Contradiction;
use crate::link::dates::{DAYS_OF_NEAR_YEARS, OTHER_YEAR, SAME_DAY, SLIP, TWO_DAYS, are_of_one_birth, date_level};
use crate::link::key::key;
use crate::link::names::{DIFFERENT, agrees};
use crate::record::Precision;

use super::comparisons::{
    BORN_ON, COMPANY, GENERATION, HEAD_AND_CHILD, NOM, ONE_COMPANION, OTHER_MARK, OTHER_QUARTIER, OTHER_SEX, POSTNOM,
    PRENOM, ROLE, SEVERAL_COMPANIONS, SEX,
};
use super::household_evidence::household_evidence;
use super::households::{HouseholdEvidence, Households};
use super::profile::{RowProfile, RowProfiles};

/// Age in years below which nobody is a head or a spouse.
const YOUNGEST_HEAD: i32 = 12;
/// Years by which an approximate year may be wrong.
const ABOUT: i32 = 10;

/// Why two rows cannot be one person; with `households` also by what their households show.
pub(super) fn contradiction(
    profiles: &RowProfiles,
    households: Option<&Households>,
    a: u32,
    b: u32,
) -> Option<Contradiction> {
    let (x, y) = (profiles.row(a), profiles.row(b));
    of_rows(x, y).or_else(|| of_households(profiles, households?, a, b))
}

/// The contradictions that depend on the two rows alone.
fn of_rows(x: &RowProfile, y: &RowProfile) -> Option<Contradiction> {
    let level = date_level(x.born(), y.born());
    let is_other_generation = match (x.generation, y.generation) {
        (0, 0) => false,
        // Many leave the mark out: then an age that differs decides.
        (0, _) | (_, 0) => level != 0 && !are_of_one_birth(level),
        (p, q) => p != q,
    };
    match level {
        TWO_DAYS => Some(Contradiction::Dates),
        DAYS_OF_NEAR_YEARS if x.is_act() || y.is_act() => Some(Contradiction::Dates),
        OTHER_YEAR => Some(Contradiction::Ages),
        _ if is_other_generation => Some(Contradiction::Generations),
        _ if are_head_and_child(x, y) || are_head_and_child(y, x) => Some(Contradiction::HeadAndChild),
        _ if are_of_one_birth(level) => None,
        _ if is_listed_before_birth(x, y) || is_listed_before_birth(y, x) => Some(Contradiction::Ages),
        _ => None,
    }
}

/// Whether one row is a head or a spouse and the other, by its date of birth, a child in the year of the first.
fn are_head_and_child(head: &RowProfile, child: &RowProfile) -> bool {
    let year = head.seen.year().or(child.seen.year());
    let ages = year.zip(child.born()).map(|(year, born)| year - born.year());
    head.is_head_or_spouse() && !child.is_head_or_spouse() && ages.is_some_and(|age| age < YOUNGEST_HEAD)
}

/// Whether one row was listed in a year before the other was born.
fn is_listed_before_birth(listed: &RowProfile, other: &RowProfile) -> bool {
    let Some((seen, born)) = listed.seen.year().zip(other.born()) else { return false };
    let earliest = if born.precision == Precision::About { born.year() - ABOUT } else { born.year() };
    seen < earliest
}

/// The contradictions that the company of two rows can remove.
fn of_households(profiles: &RowProfiles, households: &Households, a: u32, b: u32) -> Option<Contradiction> {
    let (x, y) = (profiles.row(a), profiles.row(b));
    let is_other_sex = x.sex.zip(y.sex).is_some_and(|(p, q)| p != q);
    let born = [x, y].map(|row| row.born().and_then(|born| born.known_day()));
    let shares_day = born[0].is_some() && born[0] == born[1];
    // A row typed again word for word is the same person.
    let is_copy = x.hash == y.hash;
    let are_heads = x.is_head() && y.is_head() && x.seen == y.seen && !shares_day && !is_copy;
    let fiches = x.fiche().zip(y.fiche()).filter(|(p, q)| p != q && !is_copy);
    let shares_number = fiches.is_some_and(|(p, q)| {
        let is_alone = |fiche: u32| profiles.members.get(fiche as usize).is_some_and(|members| members.len() == 1);
        profiles.share_fiche_number(p, q) && !(is_alone(p) && is_alone(q))
    });
    if !is_other_sex && !are_heads && !shares_number {
        return None;
    }
    let n_companions = match household_evidence(profiles, households, a, b) {
        HouseholdEvidence::Companions(n) => n,
        _ => 0,
    };
    match n_companions {
        _ if is_other_sex && n_companions < 2 => Some(Contradiction::Sexes),
        0 if are_heads => Some(Contradiction::TwoHeads),
        0 if shares_number => Some(Contradiction::OneFicheNumber),
        _ => None,
    }
}

/// Hash of the values that contradictions depend on, the household left out.
pub(super) fn traits(row: &RowProfile) -> u64 {
    let born = row.born().map_or(0, |born| u64::from(super::profile::day_key(born.first)) << 2 | born.precision as u64);
    let sex = row.sex.map_or(0, |sex| 1 + sex as u64);
    let relation = row.relation.map_or(0, |relation| 1 + relation as u64);
    let seen = row.seen.year().unwrap_or(0) as u64;
    key(&[born, sex, relation, seen, u64::from(row.generation), u64::from(row.is_act())])
}

/// The levels of a pair without those that a contradiction comes from; `None` if it has none.
pub(super) fn without_contradiction(pattern: Pattern) -> Option<Pattern> {
    let is_contradictory = |comparison: usize| match comparison {
        BORN_ON => matches!(pattern.level(BORN_ON), TWO_DAYS | DAYS_OF_NEAR_YEARS | OTHER_YEAR),
        SEX => pattern.level(SEX) == OTHER_SEX,
        ROLE => pattern.level(ROLE) == HEAD_AND_CHILD,
        _ => pattern.level(GENERATION) == OTHER_MARK,
    };
    let without = [BORN_ON, SEX, ROLE, GENERATION]
        .into_iter()
        .filter(|comparison| is_contradictory(*comparison))
        .fold(pattern, |pattern, comparison| pattern.with(comparison, 0));
    (without != pattern).then_some(without)
}

/// Whether the levels alone show two persons, for learning.
pub(super) fn is_contradicted(pattern: Pattern) -> bool {
    matches!(pattern.level(BORN_ON), TWO_DAYS | OTHER_YEAR) || pattern.level(GENERATION) == OTHER_MARK
}

/// Whether names, date and company agree too little to link two rows: a person must decide.
///
/// Without company, a name part that differs needs the same day of birth. So does an initial or a missing part across
/// quartiers. With `few_rows`, nothing shows how common a name is: the whole name and the day must agree.
pub(super) fn is_thin(pattern: Pattern, few_rows: bool) -> bool {
    let company = pattern.level(COMPANY);
    if matches!(company, SEVERAL_COMPANIONS | ONE_COMPANION) {
        return false;
    }
    let parts = [NOM, POSTNOM, PRENOM].map(|part| pattern.level(part));
    let n_agreeing = parts.iter().filter(|level| agrees(**level)).count();
    let (differs, born) = (parts.contains(&DIFFERENT), pattern.level(BORN_ON));
    let is_elsewhere = matches!(company, 0 | OTHER_QUARTIER);
    match born {
        SAME_DAY => n_agreeing < 2 && (is_elsewhere || few_rows) || differs && few_rows,
        SLIP if few_rows => n_agreeing < 3,
        _ => differs || few_rows || n_agreeing < 3 && is_elsewhere,
    }
}
