//! The comparisons of two rows of a commune, with the levels of each and their shipped probabilities.
//!
//! Household and address are one comparison, `company`, whose level is the strongest evidence found: they come together, and
//! two comparisons would count the same evidence twice.

use crate::link::comparison::{Comparison, level_set};
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

level_set! {
    PRENOM_LEVELS {
        _ "same" 0.79 0.01 0.006
        _ "same_sound" 0.05 0.002 0.002
        _ "slip" 0.10 0.02 0.02
        _ "alike" 0.01 0.03 0.03
        _ "initial" 0.04 0.01 0.01
        _ "different" 0.01 0.928 0.932
    }
}

level_set! {
    SEX_LEVELS {
        SAME_SEX "same" 0.99 0.5 0.5
        OTHER_SEX "different" 0.01 0.5 0.5
    }
}

level_set! {
    BIRTH_PLACE_LEVELS {
        SAME_BIRTH_PLACE "same" 0.98 0.50 0.30
        SLIP_IN_BIRTH_PLACE "slip" 0.01 0.005 0.005
        OTHER_BIRTH_PLACE "different" 0.01 0.495 0.695
    }
}

level_set! {
    COMPANY_LEVELS {
        // Two others of the one household or more are found in the other, and neither row is matched elsewhere.
        SEVERAL_COMPANIONS "several_companions" 0.695 0.05 0.0005
        ONE_COMPANION "one_companion" 0.12 0.05 0.0005
        SAME_ADDRESS "same_address" 0.09 0.20 0.0005
        SAME_AVENUE "same_avenue" 0.01 0.02 0.001
        SAME_QUARTIER "same_quartier" 0.02 0.03 0.03
        OTHER_QUARTIER "other_quartier" 0.05 0.04 0.9455
        OTHER_PARENTS "other_parents" 0.01 0.01 0.02
        // One of the two rows is better matched with another member of the other's household.
        ANOTHER_FITS "another_fits" 0.005 0.60 0.002
    }
}

/// The comparisons that the engine weighs: all but the last, which the model finds itself.
pub(super) fn comparisons() -> Vec<Comparison> {
    let levels = [NAME, NAME, ORDER_OF_PARTS, PRENOM_LEVELS, DATE, SEX_LEVELS, BIRTH_PLACE_LEVELS, COMPANY_LEVELS];
    let named = COMPARISONS.iter().zip(levels);
    named.map(|((name, _), levels)| Comparison { name: (*name).to_owned(), levels }).collect()
}
