//! A glance at two rows: whether they can be one person's at all, told without a look at the letters of their names.
//!
//! Most rows that share a date of birth have nothing else in common. A glance takes a few bits of each part of a name, and
//! lets pass every pair of names that a comparison could find near; so what it holds back would have been told apart.

use super::dates::Day;
use super::similar::could_be_near;
use super::words::{SHORTEST_CUT, Spelling, Word, Words, Written};

/// A row's name and date of birth as they are glanced at.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Glance {
    parts: [Part; 3],
    /// Whether it can be read in more than one way.
    is_open: bool,
    born: Day,
}

/// One part of a name.
#[derive(Debug, Clone, Copy, Default)]
struct Part {
    word: Word,
    key: Word,
    loose_key: Word,
    folded: Outline,
    folded_key: Outline,
    is_initial: bool,
}

/// What a word looks like from afar: its letters, how many, and the first.
#[derive(Debug, Clone, Copy, Default)]
struct Outline {
    letters: u32,
    length: u16,
    first: u8,
}

/// The ways to put the three parts of one name beside those of another.
const ORDERS: [[usize; 3]; 6] = [[0, 1, 2], [1, 0, 2], [0, 2, 1], [1, 2, 0], [2, 0, 1], [2, 1, 0]];

impl Glance {
    /// Of a name in three parts, of one born on a day; `is_open` if that is not the only way to read the name.
    pub(super) fn new(words: &Words, name: [Written; 3], is_open: bool, born: Day) -> Self {
        let part = |written: Written| {
            let spelling = words.spelling(written.word);
            Part {
                word: written.word,
                key: spelling.key,
                loose_key: spelling.loose_key,
                folded: Outline::of(spelling),
                folded_key: Outline::of(words.spelling(spelling.key)),
                is_initial: spelling.is_initial,
            }
        };
        Self { parts: name.map(part), is_open, born }
    }

    /// Whether there is an order of the parts in which one agrees, or nearly, and no more than one differs; none, where the
    /// dates of birth have nothing in common.
    pub(super) fn could_be_one(&self, other: &Self) -> bool {
        if self.is_open || other.is_open {
            return true;
        }
        let (mut near, mut far) = ([[false; 3]; 3], [[false; 3]; 3]);
        for (x, (near, far)) in self.parts.iter().zip(near.iter_mut().zip(&mut far)) {
            for (y, (near, far)) in other.parts.iter().zip(near.iter_mut().zip(far)) {
                let are_there = x.word != 0 && y.word != 0;
                *near = are_there && x.could_be(y);
                *far = are_there && !*near;
            }
        }
        let most_far = usize::from(!self.born.are_two(other.born));
        let count = |of: &[[bool; 3]; 3], order: &[usize; 3]| (0..3).filter(|part| of[*part][order[*part]]).count();
        ORDERS.iter().any(|order| count(&near, order) >= 1 && count(&far, order) <= most_far)
    }
}

impl Part {
    /// Whether a comparison could call the two anything but different.
    fn could_be(&self, other: &Self) -> bool {
        if self.is_initial || other.is_initial {
            return self.folded.first == other.folded.first;
        }
        self.word == other.word
            || self.key == other.key
            || self.loose_key == other.loose_key
            || self.folded.could_be(other.folded)
            || self.folded_key.could_be(other.folded_key)
    }
}

impl Outline {
    fn of(spelling: &Spelling) -> Self {
        let length = u16::try_from(spelling.folded.len()).unwrap_or(u16::MAX);
        Self { letters: spelling.letters, length, first: spelling.first }
    }

    /// A slip, names that are alike, or one the other cut short.
    fn could_be(self, other: Self) -> bool {
        let is_part = self.letters & !other.letters == 0 || other.letters & !self.letters == 0;
        could_be_near((self.letters, self.length), (other.letters, other.length))
            || is_part && self.first == other.first && self.length.min(other.length) >= SHORTEST_CUT as u16
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::names::{self, DIFFERENT};

    fn words_of(names: &[String]) -> (Words, Vec<Written>) {
        let mut words = Words::default();
        let own: Vec<Word> = names.iter().map(|name| words.of(name)).collect();
        let written = own.into_iter().map(|word| words.written(word)).collect();
        (words, written)
    }

    proptest::proptest! {
        #[test]
        fn what_a_comparison_finds_near_passes_a_glance(a in "[A-EHJKNSTUY]{1,9}", b in "[A-EHJKNSTUY]{1,9}") {
            let (words, of) = words_of(&[a, b]);
            let none = Written::default();
            let of_one = |name: Written| Glance::new(&words, [name, none, none], false, Day::default());
            if names::level(&words, of[0], of[1]) != DIFFERENT {
                proptest::prop_assert!(of_one(of[0]).could_be_one(&of_one(of[1])));
            }
        }
    }

    #[test]
    fn one_part_may_differ_and_two_may_not() {
        let names = ["MBALA", "LEMA", "RUTH", "NGOYI", "CLAUDINE"].map(str::to_owned);
        let (words, of) = words_of(&names);
        let glance = |name: [usize; 3]| Glance::new(&words, name.map(|part| of[part]), false, Day::default());
        assert!(glance([0, 1, 2]).could_be_one(&glance([1, 0, 2])));
        assert!(glance([0, 1, 2]).could_be_one(&glance([3, 1, 2])));
        assert!(!glance([0, 1, 2]).could_be_one(&glance([0, 3, 4])));
        let born = |glance: Glance, day: &str| {
            let day = day.parse().ok().map(crate::record::PartialDate::day);
            Glance { born: Day::of(day), ..glance }
        };
        let one = born(glance([0, 1, 2]), "1990-05-12");
        assert!(one.could_be_one(&born(glance([3, 1, 2]), "1990-05-21")));
        assert!(!one.could_be_one(&born(glance([3, 1, 2]), "1987-11-30")));
        assert!(one.could_be_one(&born(glance([1, 0, 2]), "1987-11-30")));
        let open = Glance { is_open: true, ..glance([0, 3, 4]) };
        assert!(open.could_be_one(&glance([1, 1, 2])), "another reading may agree");
    }
}
