//! Two rows side by side: one level for each thing compared.
//!
//! A level says how far the two agree on one thing; `0` always means "one of them does not say" and weighs nothing.
//! Household and address are one comparison, the strongest of what they show: they come together, and counting both
//! would count the same evidence twice.

use crate::record::{PartialDate, Precision};

use super::profile::{Profile, Profiles, Word};

/// The things compared, in the order of a [`Levels`], each with the names of its levels.
pub const COMPARISONS: [(&str, &[&str]); 8] = [
    ("nom", NAME_LEVELS),
    ("postnom", NAME_LEVELS),
    ("order", &["missing", "as_written", "swapped"]),
    ("prenom", NAME_LEVELS),
    ("born_on", &["missing", "same_day", "slip", "month_or_year_agrees", "near_year", "other_year", "other_day"]),
    ("sex", &["missing", "same", "different"]),
    ("birth_place", &["missing", "same", "slip", "different"]),
    (
        "company",
        &[
            "missing",
            "several_companions",
            "one_companion",
            "same_address",
            "same_avenue",
            "same_quartier",
            "other_quartier",
            "other_parents",
        ],
    ),
];

const NAME_LEVELS: &[&str] = &["missing", "same", "same_sound", "slip", "initial", "different"];

/// The level of each comparison, by the order of [`COMPARISONS`].
pub type Levels = [u8; COMPARISONS.len()];

pub(super) const NOM: usize = 0;
pub(super) const POSTNOM: usize = 1;
pub(super) const ORDER: usize = 2;
pub(super) const PRENOM: usize = 3;
pub(super) const BORN: usize = 4;
pub(super) const SEX: usize = 5;
pub(super) const PLACE: usize = 6;
pub(super) const COMPANY: usize = 7;

pub(super) const SAME: u8 = 1;
pub(super) const SOUND: u8 = 2;
pub(super) const SLIP: u8 = 3;
pub(super) const INITIAL: u8 = 4;
pub(super) const DIFFERENT: u8 = 5;

/// The company a pair keeps, found apart from the rows themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Company {
    /// Not known yet, or nothing to go by.
    Unknown,
    /// How many others of the two fiches, or parents of an act, agree.
    Companions(u32),
    /// An act's parents are not those of the other act or of the fiche.
    OtherParents,
}

/// What two rows agree on, and the words that agree where they do (for how common they are).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Compared {
    pub(super) levels: Levels,
    /// Key of the agreeing nom, post-nom, prénom and place; 0 where none agrees.
    pub(super) agreeing: [Word; 4],
}

/// Compares two rows; `company` is looked up by the caller.
pub(super) fn compare(all: &Profiles, a: &Profile, b: &Profile, company: Company) -> Compared {
    let straight = (name_level(all, a.nom, b.nom), name_level(all, a.postnom, b.postnom));
    let crossed = (name_level(all, a.nom, b.postnom), name_level(all, a.postnom, b.nom));
    let swapped = nearness(crossed) > nearness(straight) + 1;
    let ((nom, postnom), order) = match (swapped, nearness(straight)) {
        (true, _) => (crossed, 2),
        (false, 0) => (straight, 0),
        (false, _) => (straight, 1),
    };
    let prenom = name_level(all, a.prenom, b.prenom);
    let place = place_level(all, a, b);
    let mut levels = [0; COMPARISONS.len()];
    levels[NOM] = nom;
    levels[POSTNOM] = postnom;
    levels[ORDER] = order;
    levels[PRENOM] = prenom;
    levels[BORN] = born_level(a.born, b.born);
    levels[SEX] = match (a.sex, b.sex) {
        (Some(x), Some(y)) => {
            if x == y {
                1
            } else {
                2
            }
        }
        _ => 0,
    };
    levels[PLACE] = place;
    levels[COMPANY] = company_level(a, b, company);
    let key = |level: u8, word: Word| if matches!(level, SAME | SOUND) { all.spelling(word).key } else { 0 };
    Compared {
        levels,
        agreeing: [
            key(nom, a.nom),
            key(postnom, a.postnom),
            key(prenom, a.prenom),
            if place == SAME { all.spelling(a.place).key } else { 0 },
        ],
    }
}

/// How much a pair of name levels agrees: to choose between names as written and names swapped.
fn nearness((nom, postnom): (u8, u8)) -> u32 {
    let of = |level| match level {
        SAME => 4,
        SOUND | SLIP => 3,
        INITIAL => 1,
        _ => 0,
    };
    of(nom) + of(postnom)
}

pub(super) fn name_level(all: &Profiles, a: Word, b: Word) -> u8 {
    if a == 0 || b == 0 {
        return 0;
    }
    if a == b {
        return SAME;
    }
    let (x, y) = (all.spelling(a), all.spelling(b));
    if x.initial.is_some() || y.initial.is_some() {
        return if x.first == y.first { INITIAL } else { DIFFERENT };
    }
    if x.key == y.key {
        return SOUND;
    }
    let near = x.loose_key == y.loose_key
        || super::similar::is_slip(&x.folded, &y.folded)
        || super::similar::is_slip(&all.spelling(x.key).folded, &all.spelling(y.key).folded)
        || is_cut(&x.folded, &y.folded);
    if near { SLIP } else { DIFFERENT }
}

/// A compound prénom cut short: `DIEU` for `DIEUMERCI`, `CHRIST` for `CHRISTVIE`.
fn is_cut(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    short.len() >= 4 && long.starts_with(short)
}

fn place_level(all: &Profiles, a: &Profile, b: &Profile) -> u8 {
    // An act names the maternity, a fiche the town: they are not compared.
    if a.is_act || b.is_act || a.place == 0 || b.place == 0 {
        return 0;
    }
    match name_level(all, a.place, b.place) {
        SAME | SOUND => 1,
        SLIP => 2,
        _ => 3,
    }
}

fn born_level(a: Option<PartialDate>, b: Option<PartialDate>) -> u8 {
    let (Some(a), Some(b)) = (a, b) else { return 0 };
    let years = a.year().abs_diff(b.year());
    match (a.known_day(), b.known_day()) {
        (Some(x), Some(y)) if x == y => 1,
        (Some(x), Some(y)) => {
            let (m, n) = (a.known_month(), b.known_month());
            let (d, e) = (chrono::Datelike::day(&x), chrono::Datelike::day(&y));
            let swapped = m == Some(e) && n == Some(d) && years == 0;
            let one_part = [years == 0, m == n, d == e].iter().filter(|same| **same).count() == 2;
            let small = years <= 1 || (m == n && d == e && (years == 10 || is_digit_swap(a.year(), b.year())));
            match () {
                () if swapped || (one_part && small) || x.signed_duration_since(y).num_days().abs() <= 31 => 2,
                () if years == 0 => 6,
                () if years <= 2 => 4,
                () => 5,
            }
        }
        _ => {
            let about = [a, b].iter().any(|date| date.precision == Precision::About);
            let months_agree = match (a.known_month(), b.known_month()) {
                (Some(m), Some(n)) => m == n,
                _ => true,
            };
            match years {
                0 if months_agree => 3,
                0..=2 => 4,
                3..=5 if about => 4,
                _ => 5,
            }
        }
    }
}

/// `1969` and `1996`: the same digits in another order.
fn is_digit_swap(a: i32, b: i32) -> bool {
    let sorted = |year: i32| {
        let mut digits = year.to_string().into_bytes();
        digits.sort_unstable();
        digits
    };
    sorted(a) == sorted(b)
}

fn company_level(a: &Profile, b: &Profile, company: Company) -> u8 {
    match company {
        Company::Companions(2..) => return 1,
        Company::Companions(1) => return 2,
        Company::OtherParents => return 7,
        _ => {}
    }
    let (Some(p), Some(q)) = (a.quartier, b.quartier) else { return 0 };
    let same_avenue = a.avenue != 0 && a.avenue == b.avenue;
    match () {
        () if p != q => 6,
        () if same_avenue && a.parcel != 0 && a.parcel == b.parcel => 3,
        () if same_avenue => 4,
        () => 5,
    }
}

/// Whether the parts of two names contradict each other so that no date and no household can make them one person:
/// two parts that differ, or one that differs and fewer than two that agree. Siblings and twins share the rest.
pub(super) fn names_contradict(levels: &Levels) -> bool {
    let parts = [levels[NOM], levels[POSTNOM], levels[PRENOM]];
    let n_different = parts.iter().filter(|level| **level == DIFFERENT).count();
    let n_agreeing = parts.iter().filter(|level| matches!(**level, SAME | SOUND | SLIP)).count();
    match n_different {
        0 => n_agreeing == 0,
        1 => n_agreeing < 2,
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::NaiveDate;

    fn day(text: &str) -> Option<PartialDate> {
        text.parse::<NaiveDate>().ok().map(PartialDate::day)
    }

    #[test]
    fn dates_agree_by_degrees() {
        let level = |a, b| COMPARISONS[BORN].1[usize::from(born_level(a, b))];
        assert_eq!(level(day("1990-05-12"), day("1990-05-12")), "same_day");
        assert_eq!(level(day("1990-05-12"), day("1990-12-05")), "slip");
        assert_eq!(level(day("1990-05-12"), day("1990-05-21")), "slip");
        assert_eq!(level(day("1990-05-12"), day("1991-05-12")), "slip");
        assert_eq!(level(day("1996-05-12"), day("1969-05-12")), "slip");
        assert_eq!(level(day("1990-05-12"), day("1990-09-25")), "other_day");
        assert_eq!(level(day("1990-05-12"), day("1992-09-25")), "near_year");
        assert_eq!(level(day("1990-05-12"), day("1980-09-25")), "other_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::year_only(1990, false)), "month_or_year_agrees");
        assert_eq!(level(day("1990-05-12"), PartialDate::month(1990, 6)), "near_year");
        assert_eq!(level(day("1990-05-12"), PartialDate::year_only(1994, true)), "near_year");
        assert_eq!(level(day("1990-05-12"), None), "missing");
    }

    #[test]
    fn names_that_differ_twice_contradict() {
        let contradict = |nom, postnom, prenom| names_contradict(&[nom, postnom, 1, prenom, 1, 1, 1, 1]);
        assert!(contradict(SAME, DIFFERENT, DIFFERENT));
        assert!(contradict(SAME, DIFFERENT, 0));
        assert!(contradict(SAME, DIFFERENT, INITIAL));
        assert!(contradict(0, 0, INITIAL));
        assert!(!contradict(SAME, SAME, DIFFERENT));
        assert!(!contradict(DIFFERENT, SAME, SOUND));
        assert!(!contradict(SAME, 0, 0));
    }
}
