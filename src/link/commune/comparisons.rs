//! The comparisons of two rows of a commune and their levels.
//!
//! Level 0 is `missing`: one of the two rows has no value; it weighs nothing. Household and address are one comparison,
//! `company`, whose level is the strongest evidence found: they come together, and two comparisons would count the same
//! evidence twice. The names of comparisons and levels are stored in tables and models: they never change.

use crate::link::comparison::{Comparison, LevelSet};
use crate::link::dates::DATE;
use crate::link::names::{NAME, ORDER_OF_PARTS};

/// Name and levels of each comparison, in the order of a pair's levels and weights. The last is not compared: it is what a
/// pair loses because the two may be relatives.
pub(crate) const COMPARISONS: [(&str, &[&str]); 9] = [
    ("nom", NAME.names),
    ("postnom", NAME.names),
    ("order", ORDER_OF_PARTS.names),
    ("prenom", PRENOM_LEVELS.names),
    ("born_on", DATE.names),
    ("sex", SEX_LEVELS.names),
    ("birth_place", BIRTH_PLACE_LEVELS.names),
    ("company", COMPANY_LEVELS.names),
    ("relatives", &["missing", "possible"]),
];

// Indices of the comparisons.
pub(super) const NOM: usize = 0;
pub(super) const POSTNOM: usize = 1;
pub(super) const PRENOM: usize = 3;
pub(super) const BORN_ON: usize = 4;
pub(super) const SEX: usize = 5;
pub(super) const BIRTH_PLACE: usize = 6;
pub(super) const COMPANY: usize = 7;

// Shipped probabilities of all levels are set by hand: learning starts from them, and they outweigh what a few rows show.

const PRENOM_LEVELS: LevelSet = LevelSet {
    names: NAME.names,
    m: &[0.79, 0.05, 0.10, 0.01, 0.04, 0.01],
    relatives: &[0.01, 0.002, 0.02, 0.03, 0.01, 0.928],
    u: &[0.006, 0.002, 0.02, 0.03, 0.01, 0.932],
};

pub(super) const SAME_SEX: u8 = 1;
pub(super) const OTHER_SEX: u8 = 2;

const SEX_LEVELS: LevelSet =
    LevelSet { names: &["missing", "same", "different"], m: &[0.99, 0.01], relatives: &[0.5, 0.5], u: &[0.5, 0.5] };

pub(super) const SAME_BIRTH_PLACE: u8 = 1;
pub(super) const SLIP_IN_BIRTH_PLACE: u8 = 2;
pub(super) const OTHER_BIRTH_PLACE: u8 = 3;

const BIRTH_PLACE_LEVELS: LevelSet = LevelSet {
    names: &["missing", "same", "slip", "different"],
    m: &[0.98, 0.01, 0.01],
    relatives: &[0.50, 0.005, 0.495],
    u: &[0.30, 0.005, 0.695],
};

/// Two others of the one household or more are found in the other, and neither row is matched elsewhere.
pub(super) const SEVERAL_COMPANIONS: u8 = 1;
pub(super) const ONE_COMPANION: u8 = 2;
pub(super) const SAME_ADDRESS: u8 = 3;
pub(super) const SAME_AVENUE: u8 = 4;
pub(super) const SAME_QUARTIER: u8 = 5;
pub(super) const OTHER_QUARTIER: u8 = 6;
pub(super) const OTHER_PARENTS: u8 = 7;
/// One of the two rows is better matched with another member of the other's household.
pub(super) const ANOTHER_FITS: u8 = 8;

const COMPANY_LEVELS: LevelSet = LevelSet {
    names: &[
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

/// The comparisons that the engine weighs: all but the last, which the model finds itself.
pub(super) fn comparisons() -> Vec<Comparison> {
    let levels = [NAME, NAME, ORDER_OF_PARTS, PRENOM_LEVELS, DATE, SEX_LEVELS, BIRTH_PLACE_LEVELS, COMPANY_LEVELS];
    let comparison =
        |((name, _), levels): (&(&str, &[&str]), LevelSet)| Comparison { name: (*name).to_owned(), levels };
    COMPARISONS.iter().zip(levels).map(comparison).collect()
}
