//! Simulated pairs of rows of one person: they show which blocking passes would find such pairs.
//!
//! Error rates of each kind of column are set by hand from lists typed by people: one name part in five has a slip, one
//! date in four is wrong or incomplete, one person in eight has moved. Only the choice of passes depends on them, never
//! a weight.

use crate::link::key::key;

/// Number of pairs, in words of 64 bits.
const N_WORDS: usize = 32;

/// A set of the simulated pairs, one bit each.
pub(super) struct PairSet([u64; N_WORDS]);

impl PairSet {
    pub(super) const ALL: Self = Self([u64::MAX; N_WORDS]);
    pub(super) const NONE: Self = Self([0; N_WORDS]);

    pub(super) fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    pub(super) fn or(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// Share of all simulated pairs that are in the set.
    pub(super) fn share(&self) -> f64 {
        f64::from(self.0.iter().map(|word| word.count_ones()).sum::<u32>()) / (64 * N_WORDS) as f64
    }
}

/// The simulated pairs as one comparison sees them.
pub(super) struct SimulatedPairs {
    /// Index of the comparison.
    pub(super) comparison: usize,
}

impl SimulatedPairs {
    /// A pseudo-random number from 0 to 1, determined by the pair, the comparison and the `event`.
    fn draw(&self, pair: usize, event: u64) -> f64 {
        let hash = key(&[pair as u64, self.comparison as u64, event]);
        (key(&[hash]) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn pairs_where(&self, holds: impl Fn(usize) -> bool) -> PairSet {
        let bit = |word: usize, place: usize| u64::from(holds(64 * word + place)) << place;
        PairSet(std::array::from_fn(|word| (0..64).map(|place| bit(word, place)).sum()))
    }

    fn is_part_correct(&self, pair: usize, part: usize) -> bool {
        self.draw(pair, part as u64) < 0.80
    }

    /// Pairs with at least so many equal name parts, by sound.
    pub(super) fn parts(&self, n_parts: usize, at_least: usize) -> PairSet {
        self.pairs_where(|pair| (0..n_parts).filter(|part| self.is_part_correct(pair, *part)).count() >= at_least)
    }

    /// Pairs in which every name part starts with the same letters: half of the slips come later in the part.
    pub(super) fn first_letters(&self, n_parts: usize) -> PairSet {
        let starts_alike = |pair, part| self.is_part_correct(pair, part) || self.draw(pair, 10 + part as u64) < 0.4;
        self.pairs_where(|pair| (0..n_parts).all(|part| starts_alike(pair, part)))
    }

    pub(super) fn day(&self) -> PairSet {
        self.pairs_where(|pair| self.draw(pair, 20) < 0.75)
    }

    /// Pairs with the same year. Half of the wrong dates keep it.
    pub(super) fn year(&self) -> PairSet {
        self.pairs_where(|pair| self.draw(pair, 20) < 0.88)
    }

    /// Pairs with the same day and month, in either order.
    pub(super) fn anniversary(&self) -> PairSet {
        self.pairs_where(|pair| !(0.79..0.88).contains(&self.draw(pair, 20)) && self.draw(pair, 20) < 0.94)
    }

    /// Pairs with equal values in these columns of an address. A move changes all; half of those who move stay in the
    /// town.
    pub(super) fn place(&self, columns: &[usize]) -> PairSet {
        let stayed = |pair, column: usize| self.draw(pair, 30) < if column == 0 { 0.93 } else { 0.87 };
        let is_same = |pair, column: usize| stayed(pair, column) && self.draw(pair, 31 + column as u64) < 0.90;
        self.pairs_where(|pair| columns.iter().all(|column| is_same(pair, *column)))
    }

    pub(super) fn value(&self) -> PairSet {
        self.pairs_where(|pair| self.draw(pair, 40) < 0.90)
    }

    /// Pairs with the same first or second half of a value: a slip changes one half only.
    pub(super) fn half(&self, is_first: bool) -> PairSet {
        let is_changed = |pair| if is_first { 0.90..0.945 } else { 0.945..0.99 }.contains(&self.draw(pair, 40));
        self.pairs_where(|pair| self.draw(pair, 40) < 0.99 && !is_changed(pair))
    }
}
