//! Compares two names in three parts, in the order in which the parts agree best.

use crate::spelling::{SpellingRef, SpellingTable};

use super::comparison::level_set;

level_set! {
    NAME {
        SAME "same" 0.83 0.25 0.004 0.82
        SOUND "same_sound" 0.05 0.015 0.001 0.05
        SLIP "slip" 0.10 0.03 0.02 0.10
        ALIKE "alike" 0.010 0.03 0.03 0.010
        INITIAL "initial" 0.001 0.001 0.001 0.001
        DIFFERENT "different" 0.009 0.674 0.944 0.019
    }
}

level_set! {
    ORDER_OF_PARTS {
        AS_WRITTEN "as_written" 0.94 0.60 0.50 0.94
        SWAPPED "swapped" 0.05 0.30 0.30 0.05
        OTHER_ORDER "other_order" 0.01 0.10 0.20 0.01
    }
}

/// A set of pairs of parts of two names: bit 3x + y for part x of one name and part y of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PartPairs(pub(super) u16);

impl PartPairs {
    /// Every pair: nothing is ruled out.
    pub(super) const ALL: Self = Self(0x1ff);

    pub(super) fn has(self, part: usize, other: usize) -> bool {
        self.0 >> (3 * part + other) & 1 != 0
    }
}

/// Other orders of the second name's parts and their levels, the rarest last.
const ORDERS: [([usize; 3], u8); 5] = [
    ([1, 0, 2], SWAPPED),
    ([0, 2, 1], OTHER_ORDER),
    ([1, 2, 0], OTHER_ORDER),
    ([2, 0, 1], OTHER_ORDER),
    ([2, 1, 0], OTHER_ORDER),
];

/// Levels of the three parts of two names, and of the order in which they agree best.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NameLevels {
    /// 0 for a part that one of the names lacks.
    pub(super) parts: [u8; 3],
    pub(super) order: u8,
}

/// Whether a level of a name part counts as agreement.
pub(super) fn agrees(level: u8) -> bool {
    matches!(level, SAME | SOUND | SLIP)
}

/// The levels of two names. Pairs of parts that are not in `similar` are taken to be different.
pub(super) fn compare_names(
    table: &SpellingTable,
    x: [SpellingRef; 3],
    y: [SpellingRef; 3],
    similar: PartPairs,
) -> NameLevels {
    let level = |part: usize, other: usize| match similar.has(part, other) || x[part].id == 0 || y[other].id == 0 {
        true => part_level(table, x[part], y[other]),
        false => DIFFERENT,
    };
    let straight: [u8; 3] = std::array::from_fn(|part| level(part, part));
    let total = |levels: [u8; 3]| levels.into_iter().map(agreement).sum::<u32>();
    let as_written = u8::from(straight[0] != 0 || straight[1] != 0) * AS_WRITTEN;
    // Another order is tried only if a part that disagrees in its place agrees in another.
    let agrees_elsewhere = |part: usize| {
        agreement(straight[part]) < 3 && (0..3).any(|other| other != part && agreement(level(part, other)) >= 3)
    };
    let mut best = NameLevels { parts: straight, order: as_written };
    if total(straight) >= 8 || !(0..3).any(agrees_elsewhere) {
        return best;
    }
    let mut best_total = total(straight) + 1;
    for (order, level_of_order) in &ORDERS {
        let parts: [u8; 3] = std::array::from_fn(|part| level(part, order[part]));
        // A rarer order must agree by more.
        if total(parts) > best_total + u32::from(*level_of_order == OTHER_ORDER) {
            best = NameLevels { parts, order: *level_of_order };
            best_total = total(parts);
        }
    }
    best
}

/// How much a level counts for an order of parts.
fn agreement(level: u8) -> u32 {
    match level {
        SAME => 4,
        SOUND | SLIP => 3,
        INITIAL | ALIKE => 1,
        _ => 0,
    }
}

/// The level of two name parts, by [`NAME`].
pub(super) fn part_level(table: &SpellingTable, a: SpellingRef, b: SpellingRef) -> u8 {
    // The levels are in the order of `NameSimilarity`.
    if a.id == 0 || b.id == 0 { 0 } else { SAME + table.similarity(a, b) as u8 }
}
