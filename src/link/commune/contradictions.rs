//! Finds contradictions between two rows of a commune (dates, ages, sexes, heads of household…), and evidence that is
//! too thin to link them.
//!
//! A contradiction holds whatever else the two rows agree on. Some depend on the two rows alone ([`of_rows`]), others
//! also on their households.

use chrono::Datelike;

use crate::link::comparison::Pattern;
use crate::link::contradiction::{Contradiction, WeakEvidence};
use crate::link::dates::{
    DAYS_OF_NEAR_YEARS, NEAR_DAY, NEAR_YEAR, OTHER_YEAR, SAME_ANNIVERSARY, SAME_DAY, SLIP, TWO_DAYS, are_of_one_birth,
    date_level, stands_for_year,
};
use crate::link::key::key;
use crate::link::names::{DIFFERENT, SAME, agrees, part_level};
use crate::record::{Precision, Relation, Sex};

use super::comparisons::{
    ANOTHER_FITS, BORN_ON, COMPANY, GENERATION, HEAD_AND_CHILD, NAME_OF_COMPANION, NOM, ONE_COMPANION, OTHER_MARK,
    OTHER_PARENTS, OTHER_QUARTIER, OTHER_SEX, POSTNOM, PRENOM, ROLE, SEVERAL_COMPANIONS, SEX,
};
use super::household_evidence::household_evidence;
use super::households::{HouseholdEvidence, Households};
use super::profile::{RowProfile, RowProfiles};

/// Age in years below which nobody is a head, a spouse, or a parent or grandparent of one.
const YOUNGEST_HEAD: i32 = 12;
/// Least and most years by which an approximate year may be wrong.
const ABOUT: [i32; 2] = [2, 10];
/// Years of age for each year by which an approximate year may be wrong.
const AGE_PER_YEAR: i32 = 5;

/// Why two rows cannot be one person; with `households` also by what their households show.
pub(super) fn contradiction(
    profiles: &RowProfiles,
    households: Option<&Households>,
    a: u32,
    b: u32,
) -> Option<Contradiction> {
    let (x, y) = (profiles.row(a), profiles.row(b));
    of_rows(profiles, x, y).or_else(|| of_households(profiles, households?, a, b))
}

/// The contradictions that depend on the two rows alone.
fn of_rows(profiles: &RowProfiles, x: &RowProfile, y: &RowProfile) -> Option<Contradiction> {
    let level = date_level(x.born(), y.born());
    let is_other_generation = match (x.generation, y.generation) {
        (None, None) => false,
        (Some(p), Some(q)) => p.contradicts(q),
        // Many leave the mark out: then an age that differs by a generation decides.
        _ => level != 0 && !are_of_one_birth(level) && !matches!(level, NEAR_DAY | NEAR_YEAR),
    };
    match level {
        TWO_DAYS => Some(Contradiction::Dates),
        DAYS_OF_NEAR_YEARS if x.is_act() || y.is_act() => Some(Contradiction::Dates),
        OTHER_YEAR => Some(Contradiction::Ages),
        _ if is_declared_before_birth(profiles, x, y, level) || is_declared_before_birth(profiles, y, x, level) => {
            Some(if level == 0 { Contradiction::Ages } else { Contradiction::Dates })
        }
        _ if are_ages_too_far(x, y, true) => Some(Contradiction::Ages),
        _ if is_other_generation => Some(Contradiction::GenerationMarks),
        _ if are_head_and_child(x, y) || are_head_and_child(y, x) => Some(Contradiction::HeadAndChild),
        _ if are_of_one_birth(level) || level == SAME_ANNIVERSARY => None,
        _ if is_listed_before_birth(x, y) || is_listed_before_birth(y, x) => Some(Contradiction::Ages),
        _ => None,
    }
}

/// Whether one row is an adult by its relation and the other, by its date of birth, a child in the year of the first.
fn are_head_and_child(head: &RowProfile, child: &RowProfile) -> bool {
    head.is_adult_by_relation() && !child.is_adult_by_relation() && is_child_when_listed(head, child)
}

/// Whether the second row is, by its date of birth, a child in the year in which the first was listed.
fn is_child_when_listed(listed: &RowProfile, child: &RowProfile) -> bool {
    let year = listed.seen.year().or(child.seen.year());
    year.zip(child.born()).is_some_and(|(year, born)| year - born.year() < YOUNGEST_HEAD)
}

/// Years by which the year of birth of a row may be wrong if it is approximate: the more, the older the person was.
fn years_of_doubt(row: &RowProfile) -> Option<i32> {
    let born = row.born().filter(|born| born.precision == Precision::About)?;
    let [least, most] = ABOUT;
    Some(row.seen.year().map_or(most, |year| ((year - born.year()) / AGE_PER_YEAR).clamp(least, most)))
}

/// Whether an approximate year is further from the other year than the age allows, or, where the household vouches for
/// two grown persons, than any age allows.
fn are_ages_too_far(x: &RowProfile, y: &RowProfile, is_vouched: bool) -> bool {
    let Some((p, q)) = x.born().zip(y.born()) else { return false };
    let Some(allowed) = years_of_doubt(x).max(years_of_doubt(y)) else { return false };
    let allowed = if is_vouched && is_grown(x) && is_grown(y) { ABOUT[1] } else { allowed };
    (p.year() - q.year()).abs() > allowed
}

/// Whether the row of a fiche was, by its year of birth, no child when it was listed.
fn is_grown(row: &RowProfile) -> bool {
    let years = row.seen.year().zip(row.born());
    !row.is_act() && years.is_some_and(|(seen, born)| seen - born.year() >= YOUNGEST_HEAD)
}

/// Whether one row was listed in a year before the other was born. A year alone may be wrong by one.
fn is_listed_before_birth(listed: &RowProfile, other: &RowProfile) -> bool {
    let Some((seen, born)) = listed.seen.year().zip(other.born()) else { return false };
    let is_year = born.known_month().is_none() || born.known_day().is_some_and(stands_for_year);
    seen < born.year() - years_of_doubt(other).unwrap_or(i32::from(is_year))
}

/// Whether an act was declared before the day on which the other child was born, each before its own listing.
///
/// A slip explains a day of the same year, and the day and month of another year on a fiche.
fn is_declared_before_birth(profiles: &RowProfiles, act: &RowProfile, other: &RowProfile, level: u8) -> bool {
    let day_of = |row: &RowProfile| row.born()?.known_day().filter(|day| !stands_for_year(*day));
    let (Some(declared), Some(day)) = (profiles.declaration(act), day_of(other)) else { return false };
    if declared.day >= day || day_of(act).is_some_and(|own| own > declared.day) {
        return false;
    }
    let is_listed_after_birth = match profiles.declaration(other) {
        Some(own) => own.day >= day,
        None => other.seen.year().is_some_and(|year| year >= day.year()),
    };
    let is_slip = match level {
        NEAR_DAY => true,
        SLIP => !other.is_act() || act.born().is_some_and(|own| own.year() == day.year()),
        SAME_ANNIVERSARY => !other.is_act(),
        _ => false,
    };
    is_listed_after_birth && !is_slip
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
    let is_alone = |row: &RowProfile| {
        row.fiche().and_then(|fiche| profiles.members.get(fiche as usize)).is_some_and(|members| members.len() == 1)
    };
    // The fiche of one person, typed again: all its members are.
    let is_fiche_again = is_alone(x)
        && is_alone(y)
        && have_one_address(profiles, x, y)
        && are_of_one_birth(date_level(x.born(), y.born()));
    let are_heads = are_heads && !is_fiche_again;
    let fiches = x.fiche().zip(y.fiche()).filter(|(p, q)| p != q && !is_copy && !is_fiche_again);
    let shares_number = fiches.is_some_and(|(p, q)| profiles.share_fiche_number(p, q));
    let are_too_far = are_ages_too_far(x, y, false);
    if !is_other_sex && !are_heads && !shares_number && !are_too_far {
        return None;
    }
    let n_companions = match household_evidence(profiles, households, a, b) {
        HouseholdEvidence::Companions(n) => n,
        HouseholdEvidence::NameOfCompanion => 1,
        _ => 0,
    };
    // An act names no others but its parents: one is enough where the names and the day are the same.
    let has_act = x.is_act() || y.is_act();
    let is_vouched_by_act = has_act && n_companions > 0 && shares_day && is_name_of_one_child(profiles, x, y);
    let is_vouched = n_companions >= 2 && may_be_slip_of_sex(profiles, x, y) || is_vouched_by_act;
    match n_companions {
        _ if is_other_sex && !is_vouched => Some(Contradiction::Sexes),
        _ if are_too_far && n_companions < 2 => Some(Contradiction::Ages),
        0 if are_heads => Some(Contradiction::TwoHeads),
        0 if shares_number => Some(Contradiction::OneFicheNumber),
        _ => None,
    }
}

/// Whether a sex may be a slip where the household vouches for two rows. A brother and a sister have the same parents,
/// and twins the same day of birth: two acts must have the same prénom, and no prénom may be the feminine of the other.
fn may_be_slip_of_sex(profiles: &RowProfiles, x: &RowProfile, y: &RowProfile) -> bool {
    let table = &profiles.spellings;
    if x.is_act() && y.is_act() {
        return part_level(table, x.prenom, y.prenom) == SAME;
    }
    let folded = |row: &RowProfile| &table.spelling(row.prenom.id).folded;
    let (man, woman) = if x.sex == Some(Sex::Male) { (x, y) } else { (y, x) };
    x.prenom.id == 0 || y.prenom.id == 0 || !is_feminine_of(folded(man), folded(woman))
}

/// Whether two rows bear the name of one child: both have the same prénom, one nom, and no post-nom differs. Twins and
/// siblings share all but the prénom.
fn is_name_of_one_child(profiles: &RowProfiles, x: &RowProfile, y: &RowProfile) -> bool {
    let level = |p, q| part_level(&profiles.spellings, p, q);
    let has_one_postnom = x.postnom.id == 0 || y.postnom.id == 0 || agrees(level(x.postnom, y.postnom));
    level(x.prenom, y.prenom) == SAME && agrees(level(x.nom, y.nom)) && has_one_postnom
}

/// Whether a folded prénom is the feminine of another: Joséphine of Joseph, Danielle of Daniel, Maria of Mario.
pub(super) fn is_feminine_of(masculine: &str, feminine: &str) -> bool {
    const LEAST_SHARED: usize = 3;
    /// Endings of women's names behind what the two share, and those of men's names.
    const FEMININE: [&str; 22] = [
        "E", "NE", "LE", "TE", "TTE", "SSE", "A", "NA", "LA", "IA", "KA", "IE", "LIE", "INE", "LINE", "TINE", "ETTE",
        "DETTE", "ELLE", "ENNE", "IRE", "INA",
    ];
    const MASCULINE: [&str; 15] = ["", "E", "S", "ES", "EN", "AN", "ON", "IN", "AIN", "O", "US", "K", "C", "ER", "RD"];
    let n_shared = masculine.bytes().zip(feminine.bytes()).take_while(|(p, q)| p == q).count();
    let endings = masculine.get(n_shared..).zip(feminine.get(n_shared..));
    n_shared >= LEAST_SHARED && endings.is_some_and(|(p, q)| MASCULINE.contains(&p) && FEMININE.contains(&q))
}

/// Whether both have the same parcel of one quartier, on an avenue that may be misspelt.
fn have_one_address(profiles: &RowProfiles, x: &RowProfile, y: &RowProfile) -> bool {
    let avenue = |row: &RowProfile| profiles.spellings.reference(row.avenue);
    let is_parcel = x.parcel != 0 && (x.quartier, x.parcel) == (y.quartier, y.parcel);
    is_parcel && agrees(part_level(&profiles.spellings, avenue(x), avenue(y)))
}

/// Whether a pair that can be linked shows that two persons are one although other rows of theirs share too little: two
/// heads of one round who share a member or a whole date of birth, two rows of one fiche number whose fiche was typed
/// again.
pub(super) fn explains(profiles: &RowProfiles, (a, b): (u32, u32), contradiction: Contradiction) -> bool {
    let (x, y) = (profiles.row(a), profiles.row(b));
    match contradiction {
        Contradiction::TwoHeads => x.is_head() && y.is_head() && x.seen == y.seen,
        Contradiction::OneFicheNumber => {
            x.fiche().zip(y.fiche()).is_some_and(|(p, q)| profiles.share_fiche_number(p, q))
        }
        _ => false,
    }
}

/// Whether two rows show that such a contradiction between others of one person is none: the heads of two homes share
/// a whole date of birth, and two linked rows of different sexes are one person by their household.
pub(super) fn settles(
    profiles: &RowProfiles,
    (a, b): (u32, u32),
    are_linked: bool,
    contradiction: Contradiction,
) -> bool {
    let (x, y) = (profiles.row(a), profiles.row(b));
    match contradiction {
        Contradiction::TwoHeads => {
            let day = |row: &RowProfile| row.born()?.known_day().filter(|day| !stands_for_year(*day));
            let are_of_two_homes = x.is_head() && y.is_head() && x.seen == y.seen && x.hash != y.hash;
            are_of_two_homes && day(x).is_some() && day(x) == day(y)
        }
        Contradiction::Sexes => are_linked && x.sex.zip(y.sex).is_some_and(|(p, q)| p != q),
        _ => false,
    }
}

/// Hash of the values that contradictions depend on, the household left out.
pub(super) fn traits(profiles: &RowProfiles, row: &RowProfile) -> u64 {
    let declared = profiles.declaration(row).map_or(0, |declared| u64::from(super::profile::day_key(declared.day)));
    let born = row.born().map_or(0, |born| u64::from(super::profile::day_key(born.first)) << 2 | born.precision as u64);
    let sex = row.sex.map_or(0, |sex| 1 + sex as u64);
    let relation = row.relation.map_or(0, |relation| 1 + relation as u64);
    let seen = row.seen.year().unwrap_or(0) as u64;
    key(&[
        born,
        sex,
        relation,
        seen,
        row.generation.map_or(0, |mark| 1 + mark as u64),
        declared << 1 | u64::from(row.is_act()),
    ])
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

/// Whether a row without a date is hardly the child of an act with the same name: an uncle or a brother of the head, a
/// tenant. The parents in the household are no evidence, as the child may have the name of that relative.
pub(super) fn is_relative_of_child(x: &RowProfile, y: &RowProfile, pattern: Pattern) -> bool {
    let is_relative = |act: &RowProfile, row: &RowProfile| {
        let is_other_relation = match row.relation {
            Some(
                Relation::Uncle
                | Relation::Sibling
                | Relation::SiblingInLaw
                | Relation::Cousin
                | Relation::Guardian
                | Relation::Tenant
                | Relation::Domestic,
            ) => true,
            // A stepchild has one of its parents in the household.
            Some(Relation::ChildInLaw) => pattern.level(COMPANY) == SEVERAL_COMPANIONS,
            _ => false,
        };
        act.is_act() && !row.is_act() && row.born().is_none() && is_other_relation && is_child_when_listed(row, act)
    };
    is_relative(x, y) || is_relative(y, x)
}

/// Whether two acts of one day of birth, at least one of them marked as that of a twin, may be of two children: the
/// prénoms are not the same.
pub(super) fn may_be_marked_twins(profiles: &RowProfiles, x: &RowProfile, y: &RowProfile, pattern: Pattern) -> bool {
    x.is_act()
        && y.is_act()
        && (profiles.twin(x).is_some() || profiles.twin(y).is_some())
        && pattern.level(BORN_ON) == SAME_DAY
        && pattern.level(PRENOM) != SAME
}

/// Whether names, date and company agree too little to link two rows: a person must decide.
pub(super) fn weak_evidence(x: &RowProfile, y: &RowProfile, pattern: Pattern, few_rows: bool) -> Option<WeakEvidence> {
    // A twin is as close to the other as names and parents can be, and the household tells them apart.
    let is_elsewhere = pattern.level(COMPANY) == ANOTHER_FITS;
    if is_elsewhere && pattern.level(BORN_ON) == SAME_DAY && pattern.level(PRENOM) == DIFFERENT {
        return Some(WeakEvidence::PerhapsTwins);
    }
    // Two acts that name other parents are of two children, unless the day of birth is one.
    let are_of_others = pattern.level(COMPANY) == OTHER_PARENTS && x.is_act() && y.is_act();
    if are_of_others && pattern.level(BORN_ON) != SAME_DAY {
        return Some(WeakEvidence::ThinEvidence);
    }
    is_thin(x, y, pattern, few_rows).then_some(WeakEvidence::ThinEvidence)
}

/// Without company, a name part that differs needs the same day of birth. So does an initial, or a part that one of the
/// two lacks, across quartiers. With `few_rows`, nothing shows how common a name is: the whole name and the day must
/// agree.
fn is_thin(x: &RowProfile, y: &RowProfile, pattern: Pattern, few_rows: bool) -> bool {
    let company = pattern.level(COMPANY);
    if matches!(company, SEVERAL_COMPANIONS | ONE_COMPANION | NAME_OF_COMPANION) {
        return false;
    }
    let parts = [NOM, POSTNOM, PRENOM].map(|part| pattern.level(part));
    let n_agreeing = parts.iter().filter(|level| agrees(**level)).count();
    let (differs, born) = (parts.contains(&DIFFERENT), pattern.level(BORN_ON));
    let n_parts = |row: &RowProfile| row.name().iter().filter(|part| part.id != 0).count();
    // One person in five has no post-nom.
    let is_whole = n_agreeing >= 2 && n_agreeing == n_parts(x) && n_agreeing == n_parts(y);
    let is_elsewhere = company == OTHER_QUARTIER;
    match born {
        SAME_DAY => n_agreeing < 2 && (is_elsewhere || few_rows) || differs && few_rows,
        SLIP if few_rows => n_agreeing < 3,
        _ => differs || few_rows || !is_whole && n_agreeing < 3 && is_elsewhere,
    }
}
