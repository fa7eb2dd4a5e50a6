//! The comparisons of two rows of a commune, with the levels of each and their shipped probabilities.
//!
//! Household and address are one comparison, `company`, whose level is the strongest evidence found: they come together, and
//! two comparisons would count the same evidence twice.

use crate::link::comparison::{Comparison, level_set};
use crate::link::contradiction::KEPT_APART;
use crate::link::dates::DATE;
use crate::link::names::{NAME, ORDER_OF_PARTS};

/// Name and levels of each comparison, in the order of a pair's levels and weights. The last two are not compared: they are
/// what a pair loses because the two may be relatives, and because they were kept apart.
pub(crate) const COMPARISONS: [(&str, &[&str]); 12] = [
    ("nom", NAME.names),
    ("postnom", NAME.names),
    ("order", ORDER_OF_PARTS.names),
    ("prenom", PRENOM_LEVELS.names),
    ("born_on", DATE.names),
    ("sex", SEX_LEVELS.names),
    ("birth_place", BIRTH_PLACE_LEVELS.names),
    ("company", COMPANY_LEVELS.names),
    ("role", ROLE_LEVELS.names),
    ("generation", GENERATION_LEVELS.names),
    ("relatives", &["missing", "possible"]),
    KEPT_APART,
];

// Indices of the comparisons.
pub(super) const NOM: usize = 0;
pub(super) const POSTNOM: usize = 1;
pub(super) const PRENOM: usize = 3;
pub(super) const BORN_ON: usize = 4;
pub(super) const SEX: usize = 5;
pub(super) const BIRTH_PLACE: usize = 6;
pub(super) const COMPANY: usize = 7;
pub(super) const ROLE: usize = 8;
pub(super) const GENERATION: usize = 9;

level_set! {
    PRENOM_LEVELS {
        _ "same" 0.79 0.01 0.006 0.78
        _ "same_sound" 0.05 0.002 0.002 0.05
        _ "slip" 0.10 0.02 0.02 0.10
        _ "alike" 0.01 0.03 0.03 0.01
        _ "initial" 0.04 0.01 0.01 0.04
        _ "different" 0.01 0.928 0.932 0.02
    }
}

level_set! {
    SEX_LEVELS {
        SAME_SEX "same" 0.99 0.5 0.5 0.93
        OTHER_SEX "different" 0.01 0.5 0.5 0.07
    }
}

level_set! {
    BIRTH_PLACE_LEVELS {
        SAME_BIRTH_PLACE "same" 0.98 0.50 0.30 0.50
        SLIP_IN_BIRTH_PLACE "slip" 0.01 0.005 0.005 0.005
        OTHER_BIRTH_PLACE "different" 0.01 0.495 0.695 0.495
    }
}

level_set! {
    COMPANY_LEVELS {
        // Two others of the one household or more are found in the other, and neither row is matched elsewhere.
        SEVERAL_COMPANIONS "several_companions" 0.695 0.05 0.0005 0.03
        ONE_COMPANION "one_companion" 0.12 0.05 0.0005 0.03
        SAME_ADDRESS "same_address" 0.09 0.20 0.0005 0.12
        SAME_AVENUE "same_avenue" 0.01 0.02 0.001 0.03
        SAME_QUARTIER "same_quartier" 0.02 0.03 0.03 0.20
        OTHER_QUARTIER "other_quartier" 0.05 0.04 0.9455 0.40
        OTHER_PARENTS "other_parents" 0.01 0.01 0.02 0.04
        // One of the two rows is better matched with another member of the other's household.
        ANOTHER_FITS "another_fits" 0.005 0.60 0.002 0.15
    }
}

level_set! {
    ROLE_LEVELS {
        COMPATIBLE "compatible" 0.985 0.70 0.70 0.55
        // A head or a spouse and a child or grandchild of the head, listed in one year.
        HEAD_AND_CHILD "head_and_child" 0.015 0.30 0.30 0.45
    }
}

level_set! {
    GENERATION_LEVELS {
        SAME_MARK "same" 0.58 0.10 0.20 0.10
        ONE_MARK "one_mark" 0.40 0.45 0.75 0.70
        OTHER_MARK "different" 0.02 0.45 0.05 0.20
    }
}

/// The comparisons that the engine weighs: all but the last two.
pub(super) fn comparisons() -> Vec<Comparison> {
    let levels = [
        NAME,
        NAME,
        ORDER_OF_PARTS,
        PRENOM_LEVELS,
        DATE,
        SEX_LEVELS,
        BIRTH_PLACE_LEVELS,
        COMPANY_LEVELS,
        ROLE_LEVELS,
        GENERATION_LEVELS,
    ];
    let named = COMPARISONS.iter().zip(levels);
    named.map(|((name, _), levels)| Comparison { name: (*name).to_owned(), levels }).collect()
}
