//! A glance at two rows: whether they can be one person's at all, told without a look at the letters of their names.
//!
//! Most rows that share a date of birth have nothing else in common. A glance takes a few bits of each part of a name, and
//! lets pass every pair of names that a comparison could find near; so what it holds back would have been told apart.

use super::dates::Day;
use super::similar::{could_be_near, could_be_slip, is_part};
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
pub(super) struct Part {
    word: Word,
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

/// Which parts of two names a comparison could find near: bit 3x + y for part x of the one and part y of the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Near(u16);

impl Near {
    /// Nothing is known of them.
    pub(super) const ANY: Self = Self(0x1ff);

    pub(super) fn has(self, part: usize, other: usize) -> bool {
        self.0 >> (3 * part + other) & 1 != 0
    }
}

/// The ways to put the three parts of one name beside those of another, as bits of [`Near`].
const ORDERS: [u16; 6] = {
    const fn bits(order: [u8; 3]) -> u16 {
        1 << order[0] | 1 << (3 + order[1]) | 1 << (6 + order[2])
    }
    [bits([0, 1, 2]), bits([1, 0, 2]), bits([0, 2, 1]), bits([1, 2, 0]), bits([2, 0, 1]), bits([2, 1, 0])]
};

impl Glance {
    /// Of a name in three parts, of one born on a day; `is_open` if that is not the only way to read the name.
    pub(super) fn new(words: &Words, name: [Written; 3], is_open: bool, born: Day) -> Self {
        Self { parts: name.map(|written| words.part(written.word)), is_open, born }
    }

    /// The parts that could be near, if there is an order of the parts in which one agrees, or nearly, and no more than one
    /// differs; none, where the dates of birth have nothing in common.
    pub(super) fn could_be_one(&self, other: &Self) -> Option<Near> {
        if self.is_open || other.is_open {
            return Some(Near::ANY);
        }
        let may_differ = !self.born.are_two(other.born);
        let is_whole = other.parts.iter().all(|part| part.word != 0);
        let (mut near, mut far, mut n_alone) = (0_u16, 0_u16, 0);
        // What is a person's own comes last in a name, and tells two of them apart the soonest.
        for (row, x) in self.parts.iter().enumerate().rev().filter(|(_, x)| x.word != 0) {
            let near_before = near;
            for (column, y) in other.parts.iter().enumerate().filter(|(_, y)| y.word != 0) {
                let place = 1 << (3 * row + column);
                *if x.could_be(y) { &mut near } else { &mut far } |= place;
            }
            // A part that is near none of three differs in whatever order.
            n_alone += usize::from(is_whole && near == near_before);
            if n_alone > usize::from(may_differ) {
                return None;
            }
        }
        if near == 0 {
            return None;
        }
        let is_one_at_most = |far: u16| far & far.wrapping_sub(1) == 0;
        let fits = |far: u16| far == 0 || may_differ && is_one_at_most(far);
        ORDERS.iter().any(|order| near & order != 0 && fits(far & order)).then_some(Near(near))
    }
}

impl Part {
    /// Of a word of the table.
    pub(super) fn of(words: &Words, word: Word) -> Self {
        let spelling = words.spelling(word);
        Self {
            word,
            loose_key: spelling.loose_key,
            folded: Outline::of(spelling),
            folded_key: Outline::of(words.spelling(spelling.key)),
            is_initial: spelling.is_initial,
        }
    }

    /// Whether a comparison could call the two anything but different.
    fn could_be(&self, other: &Self) -> bool {
        if self.is_initial || other.is_initial {
            return self.folded.first == other.folded.first;
        }
        // Who shares a word or its key shares the looser one.
        self.loose_key == other.loose_key
            || self.folded.could_be(other.folded)
            || self.folded_key.could_be(other.folded_key)
    }

    /// Whether a comparison could call two other words the same name, or a slip of it.
    pub(super) fn could_be_slip(&self, other: &Self) -> bool {
        self.loose_key == other.loose_key
            || self.folded.could_be_slip(other.folded)
            || self.folded_key.could_be_slip(other.folded_key)
    }
}

impl Outline {
    fn of(spelling: &Spelling) -> Self {
        let length = u16::try_from(spelling.folded.len()).unwrap_or(u16::MAX);
        Self { letters: spelling.letters, length, first: spelling.first }
    }

    /// A slip, names that are alike, or one the other cut short.
    fn could_be(self, other: Self) -> bool {
        could_be_near((self.letters, self.length), (other.letters, other.length)) || self.could_be_cut(other)
    }

    /// A slip, or one the other cut short.
    fn could_be_slip(self, other: Self) -> bool {
        could_be_slip((self.letters, self.length), (other.letters, other.length)) || self.could_be_cut(other)
    }

    /// One the other cut short.
    fn could_be_cut(self, other: Self) -> bool {
        self.first == other.first
            && self.length.min(other.length) >= SHORTEST_CUT as u16
            && is_part(self.letters, other.letters)
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
                let near = of_one(of[0]).could_be_one(&of_one(of[1]));
                proptest::prop_assert!(near.is_some_and(|near| near.has(0, 0)));
            }
            let is_slip = matches!(names::level(&words, of[0], of[1]), names::SAME | names::SOUND | names::SLIP);
            proptest::prop_assert!(!is_slip || words.may_be_slip(of[0], of[1]));
        }
    }

    proptest::proptest! {
        #[test]
        fn a_glance_hides_no_name_in_which_one_part_differs_at_most(
            names in proptest::collection::vec("|MBALA|MBALLA|LEMA|LEMBA|NGOYI|NGOI|RUTH|RUHT|R|DIEU|DIEUMERCI", 6),
            are_two in proptest::bool::ANY,
        ) {
            let (words, of) = words_of(&names);
            let of_one = |name: &[Written], day: &str| {
                let day = day.parse().ok().map(crate::record::PartialDate::day);
                Glance::new(&words, [name[0], name[1], name[2]], false, Day::of(day))
            };
            let other_day = if are_two { "1987-11-30" } else { "1990-05-21" };
            let near = of_one(&of[..3], "1990-05-12").could_be_one(&of_one(&of[3..], other_day));
            let compare = |near| {
                names::compare_parts(&words, [of[0], of[1], of[2]], [of[3], of[4], of[5]], near)
            };
            let (levels, order) = compare(Near::ANY);
            let n_different = levels.iter().filter(|level| **level == DIFFERENT).count();
            let one_agrees = levels.iter().any(|level| *level != 0 && *level != DIFFERENT);
            if one_agrees && n_different <= usize::from(!are_two) {
                proptest::prop_assert!(near.is_some());
            }
            if let Some(near) = near {
                proptest::prop_assert_eq!(compare(near), (levels, order));
            }
        }
    }

    #[test]
    fn what_may_be_a_slip_holds_every_way_to_be_one() {
        for (a, b) in [
            ("MBALA", "mbala"),
            ("KAPELA", "KAPENA"),
            ("KAPELA", "KAPEA"),
            ("RUTH", "RUHT"),
            ("DEBORAH", "DEBROHA"),
            ("KASONGO", "KISENGO"),
            ("NLANDU", "LANDU"),
            ("TSHIALA", "CIALA"),
            ("DIEU", "DIEUMERCI"),
            ("PHILIPPE", "FILIPE"),
        ] {
            let (words, of) = words_of(&[a, b].map(str::to_owned));
            let level = names::level(&words, of[0], of[1]);
            assert!(matches!(level, names::SAME | names::SOUND | names::SLIP), "{a} {b}: {level}");
            assert!(words.may_be_slip(of[0], of[1]) && words.may_be_slip(of[1], of[0]), "{a} {b}");
        }
        let (words, of) = words_of(&["MBALA", "NGOYI"].map(str::to_owned));
        assert!(!words.may_be_slip(of[0], of[1]));
    }

    #[test]
    fn one_part_may_differ_and_two_may_not() {
        let names = ["MBALA", "LEMA", "RUTH", "NGOYI", "CLAUDINE"].map(str::to_owned);
        let (words, of) = words_of(&names);
        let glance = |name: [usize; 3]| Glance::new(&words, name.map(|part| of[part]), false, Day::default());
        assert!(glance([0, 1, 2]).could_be_one(&glance([1, 0, 2])).is_some());
        assert!(glance([0, 1, 2]).could_be_one(&glance([3, 1, 2])).is_some());
        assert!(glance([0, 1, 2]).could_be_one(&glance([0, 3, 4])).is_none());
        let born = |glance: Glance, day: &str| {
            let day = day.parse().ok().map(crate::record::PartialDate::day);
            Glance { born: Day::of(day), ..glance }
        };
        let one = born(glance([0, 1, 2]), "1990-05-12");
        assert!(one.could_be_one(&born(glance([3, 1, 2]), "1990-05-21")).is_some());
        assert!(one.could_be_one(&born(glance([3, 1, 2]), "1987-11-30")).is_none());
        assert!(one.could_be_one(&born(glance([1, 0, 2]), "1987-11-30")).is_some());
        let open = Glance { is_open: true, ..glance([0, 3, 4]) };
        assert!(open.could_be_one(&glance([1, 1, 2])).is_some(), "another reading may agree");
    }
}
