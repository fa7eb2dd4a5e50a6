//! Imagined pairs of rows of one person, to see which passes would find them before any row is looked at.
//!
//! What can go wrong with each sort of column is set by hand, as it is seen in lists typed by people: a slip in one name
//! part of five, a date wrong or incomplete in one of four, a person who has moved in one of eight. Only the choice of
//! passes hangs on it, never a weight.

use crate::link::block::key;

/// How many, in words of 64.
const N_WORDS: usize = 32;

/// Which of the imagined pairs, one bit each.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Found([u64; N_WORDS]);

impl Found {
    pub(super) fn all() -> Self {
        Self([u64::MAX; N_WORDS])
    }

    pub(super) fn none() -> Self {
        Self([0; N_WORDS])
    }

    pub(super) fn and(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & other.0[word]))
    }

    pub(super) fn or(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] | other.0[word]))
    }

    pub(super) fn without(&self, other: &Self) -> Self {
        Self(std::array::from_fn(|word| self.0[word] & !other.0[word]))
    }

    /// The share of all imagined pairs.
    pub(super) fn share(&self) -> f64 {
        f64::from(self.0.iter().map(|word| word.count_ones()).sum::<u32>()) / (64 * N_WORDS) as f64
    }
}

/// The imagined pairs as one comparison of theirs sees them.
pub(super) struct Imagined {
    of: usize,
}

impl Imagined {
    /// For the comparison at this place among the settings.
    pub(super) fn new(of: usize) -> Self {
        Self { of }
    }

    /// A number from 0 to 1 that hangs on the pair, the comparison and what is asked alone.
    fn draw(&self, pair: usize, what: u64) -> f64 {
        let hash = key(&[pair as u64, self.of as u64, what]);
        (key(&[hash]) >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn each(&self, shares: impl Fn(usize) -> bool) -> Found {
        let bit = |word: usize, place: usize| u64::from(shares(64 * word + place)) << place;
        Found(std::array::from_fn(|word| (0..64).map(|place| bit(word, place)).sum()))
    }

    fn part_is_sound(&self, pair: usize, part: usize) -> bool {
        self.draw(pair, part as u64) < 0.80
    }

    /// At least so many of the parts of a name are the same by sound.
    pub(super) fn parts(&self, n_parts: usize, at_least: usize) -> Found {
        self.each(|pair| (0..n_parts).filter(|part| self.part_is_sound(pair, *part)).count() >= at_least)
    }

    /// Every part begins with the same letters: half of the slips come later.
    pub(super) fn first_letters(&self, n_parts: usize) -> Found {
        let begins = |pair, part| self.part_is_sound(pair, part) || self.draw(pair, 10 + part as u64) < 0.4;
        self.each(|pair| (0..n_parts).all(|part| begins(pair, part)))
    }

    /// The whole date is the same.
    pub(super) fn day(&self) -> Found {
        self.each(|pair| self.draw(pair, 20) < 0.75)
    }

    /// The year is: where the day differs, by more than half.
    pub(super) fn year(&self) -> Found {
        self.each(|pair| self.draw(pair, 20) < 0.88)
    }

    /// Day and month are, in either order.
    pub(super) fn anniversary(&self) -> Found {
        self.each(|pair| !(0.79..0.88).contains(&self.draw(pair, 20)) && self.draw(pair, 20) < 0.94)
    }

    /// These columns of a place are. Who moves takes all of them along, but half of those who move stay in the town.
    pub(super) fn place(&self, columns: &[usize]) -> Found {
        let stayed = |pair, column: usize| self.draw(pair, 30) < if column == 0 { 0.93 } else { 0.87 };
        let is_same = |pair, column: usize| stayed(pair, column) && self.draw(pair, 31 + column as u64) < 0.90;
        self.each(|pair| columns.iter().all(|column| is_same(pair, *column)))
    }

    /// The value is the same.
    pub(super) fn value(&self) -> Found {
        self.each(|pair| self.draw(pair, 40) < 0.90)
    }

    /// One half of it is: a slip spoils the first or the second.
    pub(super) fn half(&self, is_first: bool) -> Found {
        let spoilt = |pair| if is_first { 0.90..0.945 } else { 0.945..0.99 }.contains(&self.draw(pair, 40));
        self.each(|pair| self.draw(pair, 40) < 0.99 && !spoilt(pair))
    }
}
