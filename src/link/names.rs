//! Names part by part, in the order in which they agree best.

use super::glance::Near;
use super::levels::Likelihoods;
use super::words::{Nearness, Words, Written};

pub(super) const SAME: u8 = 1;
pub(super) const SOUND: u8 = 2;
pub(super) const SLIP: u8 = 3;
pub(super) const ALIKE: u8 = 4;
pub(super) const INITIAL: u8 = 5;
pub(super) const DIFFERENT: u8 = 6;

/// Levels of one part of a name. Shipped likelihoods are set by hand: where learning starts and what a few rows are held
/// by.
pub(super) const NAME: Likelihoods = Likelihoods {
    levels: &["missing", "same", "same_sound", "slip", "alike", "initial", "different"],
    m: &[0.83, 0.05, 0.10, 0.010, 0.001, 0.009],
    relatives: &[0.25, 0.015, 0.03, 0.03, 0.001, 0.674],
    u: &[0.004, 0.001, 0.02, 0.03, 0.001, 0.944],
};

/// Levels of the order of the parts.
pub(super) const ORDER_OF_PARTS: Likelihoods = Likelihoods {
    levels: &["missing", "as_written", "swapped", "other_order"],
    m: &[0.94, 0.05, 0.01],
    relatives: &[0.60, 0.30, 0.10],
    u: &[0.50, 0.30, 0.20],
};

/// Where the parts of the second name stand when the first is as written: the slips of order by how rare they are.
const ORDERS: [([usize; 3], u8); 5] = [([1, 0, 2], 2), ([0, 2, 1], 3), ([1, 2, 0], 3), ([2, 0, 1], 3), ([2, 1, 0], 3)];

/// The levels of the three parts of a name (0: it has no such part) against those of another, in the order in which they
/// agree best, and the level of that order.
/// Parts that are not `near` differ.
pub(super) fn compare_parts(words: &Words, x: [Written; 3], y: [Written; 3], near: Near) -> ([u8; 3], u8) {
    let level = |part: usize, other: usize| match near.has(part, other) || x[part].word == 0 || y[other].word == 0 {
        true => level(words, x[part], y[other]),
        false => DIFFERENT,
    };
    let straight: [u8; 3] = std::array::from_fn(|part| level(part, part));
    let of = |levels: [u8; 3]| levels.into_iter().map(agreement).sum::<u32>();
    let as_written = u8::from(straight[0] != 0 || straight[1] != 0);
    // Parts that agree where they stand are not looked for elsewhere, nor those that agree nowhere.
    let is_elsewhere = |part: usize| {
        agreement(straight[part]) < 3 && (0..3).any(|other| other != part && agreement(level(part, other)) >= 3)
    };
    if of(straight) >= 8 || !(0..3).any(is_elsewhere) {
        return (straight, as_written);
    }
    let mut best = (straight, as_written, of(straight) + 1);
    for (order, level_of_order) in &ORDERS {
        let levels: [u8; 3] = std::array::from_fn(|part| level(part, order[part]));
        // A rarer slip must bring more.
        if of(levels) > best.2 + u32::from(*level_of_order == 3) {
            best = (levels, *level_of_order, of(levels));
        }
    }
    (best.0, best.1)
}

/// How much a level of a name part agrees: to choose between orders.
fn agreement(level: u8) -> u32 {
    match level {
        SAME => 4,
        SOUND | SLIP => 3,
        INITIAL | ALIKE => 1,
        _ => 0,
    }
}

/// The level of two name parts, by [`NAME`].
pub(super) fn level(words: &Words, a: Written, b: Written) -> u8 {
    if a.word == 0 || b.word == 0 {
        return 0;
    }
    match words.nearness(a, b) {
        Nearness::Same => SAME,
        Nearness::SameSound => SOUND,
        Nearness::Slip => SLIP,
        Nearness::Alike => ALIKE,
        Nearness::Initial => INITIAL,
        Nearness::Different => DIFFERENT,
    }
}
