//! Imagined pairs of rows of one person, to see which passes would find them before any row is looked at.
//!
//! What can go wrong with each sort of column is set by hand, as it is seen in lists typed by people: a slip in one name
//! part of five, a date wrong or incomplete in one of four, a person who has moved in one of eight. Only the choice of
//! passes hangs on it, never a weight.

use crate::link::block::key;

/// How many.
pub(super) const N_PAIRS: usize = 2_000;

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

    fn each(&self, shares: impl Fn(usize) -> bool) -> Vec<bool> {
        (0..N_PAIRS).map(shares).collect()
    }

    fn part_is_sound(&self, pair: usize, part: usize) -> bool {
        self.draw(pair, part as u64) < 0.80
    }

    /// At least so many of the parts of a name are the same by sound.
    pub(super) fn parts(&self, n_parts: usize, at_least: usize) -> Vec<bool> {
        self.each(|pair| (0..n_parts).filter(|part| self.part_is_sound(pair, *part)).count() >= at_least)
    }

    /// Every part begins with the same letters: half of the slips come later.
    pub(super) fn first_letters(&self, n_parts: usize) -> Vec<bool> {
        let begins = |pair, part| self.part_is_sound(pair, part) || self.draw(pair, 10 + part as u64) < 0.4;
        self.each(|pair| (0..n_parts).all(|part| begins(pair, part)))
    }

    /// The whole date is the same.
    pub(super) fn day(&self) -> Vec<bool> {
        self.each(|pair| self.draw(pair, 20) < 0.75)
    }

    /// The year is: where the day differs, by more than half.
    pub(super) fn year(&self) -> Vec<bool> {
        self.each(|pair| self.draw(pair, 20) < 0.88)
    }

    /// Day and month are, in either order.
    pub(super) fn anniversary(&self) -> Vec<bool> {
        self.each(|pair| !(0.79..0.88).contains(&self.draw(pair, 20)) && self.draw(pair, 20) < 0.94)
    }

    /// These columns of a place are. Who moves takes all of them along, but half of those who move stay in the town.
    pub(super) fn place(&self, columns: &[usize]) -> Vec<bool> {
        let stayed = |pair, column: usize| self.draw(pair, 30) < if column == 0 { 0.93 } else { 0.87 };
        let is_same = |pair, column: usize| stayed(pair, column) && self.draw(pair, 31 + column as u64) < 0.90;
        self.each(|pair| columns.iter().all(|column| is_same(pair, *column)))
    }

    /// The value is the same.
    pub(super) fn value(&self) -> Vec<bool> {
        self.each(|pair| self.draw(pair, 40) < 0.90)
    }

    /// One half of it is: a slip spoils the first or the second.
    pub(super) fn half(&self, is_first: bool) -> Vec<bool> {
        let spoilt = |pair| if is_first { 0.90..0.945 } else { 0.945..0.99 }.contains(&self.draw(pair, 40));
        self.each(|pair| self.draw(pair, 40) < 0.99 && !spoilt(pair))
    }
}
