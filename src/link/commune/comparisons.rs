//! The comparisons of two rows of a commune, with the levels of each and their shipped probabilities.
//!
//! Household and address are one comparison, `company`, whose level is the strongest evidence found: they come
//! together, and two comparisons would count the same evidence twice.

use crate::link::comparison::{Comparison, LevelSet, level_set, rounded_count};
use crate::link::contradiction::KEPT_APART;
use crate::link::dates::DATE;
use crate::link::model::PairKind;
use crate::link::names::{NAME, ORDER_OF_PARTS};

/// Name and levels of each comparison, in the order of a pair's levels and weights. The last two are not compared: they
/// are what a pair loses because the two may be relatives, and because they were kept apart.
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
pub(super) const ORDER: usize = 2;
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
        SEVERAL_COMPANIONS "several_companions" 0.800 0.04 0.0002 0.03
        ONE_COMPANION "one_companion" 0.08 0.04 0.0002 0.03
        SAME_ADDRESS "same_address" 0.06 0.18 0.0003 0.10
        SAME_AVENUE "same_avenue" 0.01 0.02 0.003 0.05
        SAME_QUARTIER "same_quartier" 0.015 0.03 0.025 0.20
        OTHER_QUARTIER "other_quartier" 0.029 0.04 0.9688 0.44
        OTHER_PARENTS "other_parents" 0.001 0.01 0.0005 0.01
        // One of the two rows is better matched with another member of the other's household.
        ANOTHER_FITS "another_fits" 0.004 0.639 0.0019 0.139
        // One word is all that shows a parent of an act among the members.
        NAME_OF_COMPANION "name_of_companion" 0.001 0.001 0.0001 0.001
    }
}

/// The levels of [`COMPANY_LEVELS`] for an act and a row of a fiche: the parents are the company.
const COMPANY_OF_ACT_AND_FICHE: LevelSet = LevelSet {
    classes: [
        &[0.475, 0.335, 0.010, 0.001, 0.070, 0.005, 0.013, 0.001, 0.090],
        &[0.200, 0.150, 0.020, 0.005, 0.030, 0.025, 0.020, 0.500, 0.050],
        &[0.0004, 0.0035, 0.0001, 0.0001, 0.0134, 0.5005, 0.461, 0.0010, 0.020],
    ],
    namesakes: &[0.150, 0.100, 0.030, 0.015, 0.150, 0.255, 0.150, 0.100, 0.050],
    ..COMPANY_LEVELS
};

/// The same for two acts.
const COMPANY_OF_TWO_ACTS: LevelSet = LevelSet {
    classes: [
        &[0.60, 0.329, 0.008, 0.001, 0.015, 0.020, 0.025, 0.001, 0.001],
        &[0.45, 0.349, 0.010, 0.002, 0.028, 0.050, 0.100, 0.010, 0.001],
        &[0.0003, 0.0015, 0.0002, 0.0005, 0.016, 0.517, 0.4639, 0.0005, 0.0001],
    ],
    namesakes: &[0.30, 0.20, 0.020, 0.010, 0.070, 0.189, 0.200, 0.010, 0.001],
    ..COMPANY_LEVELS
};

level_set! {
    ROLE_LEVELS {
        COMPATIBLE "compatible" 0.995 0.70 0.70 0.60
        // A head or a spouse and a child or grandchild of the head, listed in one year.
        HEAD_AND_CHILD "head_and_child" 0.005 0.30 0.30 0.40
    }
}

level_set! {
    GENERATION_LEVELS {
        SAME_MARK "same" 0.58 0.10 0.20 0.10
        ONE_MARK "one_mark" 0.40 0.45 0.75 0.70
        OTHER_MARK "different" 0.02 0.45 0.05 0.20
    }
}

/// Places of the kinds of pairs among [`pair_kinds`].
pub(super) const TWO_FICHES: u8 = 0;
pub(super) const ACT_AND_FICHE: u8 = 1;
pub(super) const TWO_ACTS: u8 = 2;

/// The kinds of pairs of so many rows of fiches and of acts. Before anything is learnt, one row in ten of a fiche has
/// another row, two acts in three have one, and three acts in a hundred have another act.
pub(super) fn pair_kinds(n_of_fiches: usize, n_acts: usize) -> Vec<PairKind> {
    let [fiches, acts] = [n_of_fiches, n_acts].map(|n| rounded_count(n.max(2)));
    let kind = |name, n_pairs, expected| {
        let company = match name {
            "act_and_fiche" => COMPANY_OF_ACT_AND_FICHE,
            "two_acts" => COMPANY_OF_TWO_ACTS,
            _ => COMPANY_LEVELS,
        };
        PairKind { name, comparisons: comparisons(company), n_pairs, expected }
    };
    vec![
        kind("two_fiches", fiches * (fiches - 1.0) / 2.0, [0.1 * fiches, fiches, 0.1 * fiches]),
        kind("act_and_fiche", fiches * acts, [0.7 * acts, 2.0 * acts, 0.1 * acts]),
        kind("two_acts", acts * (acts - 1.0) / 2.0, [0.03 * acts, acts, 0.05 * acts]),
    ]
}

/// The comparisons that the engine weighs: all but the last two.
fn comparisons(company: LevelSet) -> Vec<Comparison> {
    let levels = [
        NAME,
        NAME,
        ORDER_OF_PARTS,
        PRENOM_LEVELS,
        DATE,
        SEX_LEVELS,
        BIRTH_PLACE_LEVELS,
        company,
        ROLE_LEVELS,
        GENERATION_LEVELS,
    ];
    let named = COMPARISONS.iter().zip(levels);
    named.map(|((name, _), levels)| Comparison { name: (*name).to_owned(), levels }).collect()
}
