//! Prefilter: rules out, by sketches of two names, pairs that no comparison could find to be one person.
//!
//! Most rows that share a date of birth have nothing else in common. A [`NameSketch`] holds a few bytes of each name
//! part. It lets every pair pass of which a comparison could call a part similar, so it rules out no true match.

use crate::spelling::{SpellingRef, SpellingSketch, SpellingTable};

use super::dates::DateSketch;
use super::names::PartPairs;

/// Sketch of a row's name and date of birth.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct NameSketch {
    parts: [SpellingSketch; 3],
    /// Whether the name can be read in more than one way.
    is_ambiguous: bool,
    born: DateSketch,
}

/// The ways to put the three parts of one name beside those of another, as bits of [`PartPairs`].
const ORDERS: [u16; 6] = {
    const fn bits(order: [u8; 3]) -> u16 {
        1 << order[0] | 1 << (3 + order[1]) | 1 << (6 + order[2])
    }
    [bits([0, 1, 2]), bits([1, 0, 2]), bits([0, 2, 1]), bits([1, 2, 0]), bits([2, 0, 1]), bits([2, 1, 0])]
};

impl NameSketch {
    /// Sketch of a name in three parts; `is_ambiguous` if the name can be read in more than one way.
    pub(super) fn new(table: &SpellingTable, name: [SpellingRef; 3], is_ambiguous: bool, born: DateSketch) -> Self {
        Self { parts: name.map(|part| table.sketch(part.id)), is_ambiguous, born }
    }

    /// The pairs of parts that could be similar. `None` if the two names cannot be one person's: in every order of the
    /// parts none could be similar, or more than one must differ (more than none, if the dates of birth have nothing in
    /// common).
    pub(super) fn similar_parts(&self, other: &Self) -> Option<PartPairs> {
        if self.is_ambiguous || other.is_ambiguous {
            return Some(PartPairs::ALL);
        }
        let may_differ = !self.born.is_unrelated_to(other.born);
        let is_whole = other.parts.iter().all(|part| !part.is_empty());
        let (mut similar, mut different, mut n_unmatched) = (0_u16, 0_u16, 0);
        // The prénom comes last in a name and tells two persons apart the soonest.
        for (row, x) in self.parts.iter().enumerate().rev().filter(|(_, x)| !x.is_empty()) {
            let similar_before = similar;
            for (column, y) in other.parts.iter().enumerate().filter(|(_, y)| !y.is_empty()) {
                let bit = 1 << (3 * row + column);
                *if x.could_be_similar(y) { &mut similar } else { &mut different } |= bit;
            }
            // A part that is similar to none of three differs in every order.
            n_unmatched += usize::from(is_whole && similar == similar_before);
            if n_unmatched > usize::from(may_differ) {
                return None;
            }
        }
        if similar == 0 {
            return None;
        }
        let is_one_at_most = |bits: u16| bits & bits.wrapping_sub(1) == 0;
        let fits = |different: u16| different == 0 || may_differ && is_one_at_most(different);
        ORDERS.iter().any(|order| similar & order != 0 && fits(different & order)).then_some(PartPairs(similar))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::names::{DIFFERENT, agrees, compare_names, part_level};

    fn references(names: &[String]) -> (SpellingTable, Vec<SpellingRef>) {
        let mut table = SpellingTable::default();
        let ids: Vec<u32> = names.iter().map(|name| table.id_of(name)).collect();
        let references = ids.into_iter().map(|id| table.reference(id)).collect();
        (table, references)
    }

    fn date(day: &str) -> DateSketch {
        DateSketch::new(day.parse().ok().map(crate::record::PartialDate::day))
    }

    proptest::proptest! {
        #[test]
        fn every_similar_pair_passes(a in "[A-EHJKNSTUY]{1,9}", b in "[A-EHJKNSTUY]{1,9}") {
            let (table, of) = references(&[a, b]);
            let none = SpellingRef::default();
            let of_one = |name: SpellingRef| NameSketch::new(&table, [name, none, none], false, DateSketch::default());
            if part_level(&table, of[0], of[1]) != DIFFERENT {
                let similar = of_one(of[0]).similar_parts(&of_one(of[1]));
                proptest::prop_assert!(similar.is_some_and(|similar| similar.has(0, 0)));
            }
            let is_slip = agrees(part_level(&table, of[0], of[1]));
            proptest::prop_assert!(!is_slip || table.could_be_slip(of[0], of[1]));
        }

        #[test]
        fn every_name_with_one_different_part_at_most_passes(
            names in proptest::collection::vec("|MBALA|MBALLA|LEMA|LEMBA|NGOYI|NGOI|RUTH|RUHT|R|DIEU|DIEUMERCI", 6),
            dates_differ in proptest::bool::ANY,
        ) {
            let (table, of) = references(&names);
            let names = [[of[0], of[1], of[2]], [of[3], of[4], of[5]]];
            let of_one = |name: usize, day: &str| NameSketch::new(&table, names[name], false, date(day));
            let other_day = if dates_differ { "1987-11-30" } else { "1990-05-21" };
            let similar = of_one(0, "1990-05-12").similar_parts(&of_one(1, other_day));
            let compare = |similar| compare_names(&table, names[0], names[1], similar);
            let levels = compare(PartPairs::ALL);
            let n_different = levels.parts.iter().filter(|level| **level == DIFFERENT).count();
            let one_agrees = levels.parts.iter().any(|level| *level != 0 && *level != DIFFERENT);
            if one_agrees && n_different <= usize::from(!dates_differ) {
                proptest::prop_assert!(similar.is_some());
            }
            if let Some(similar) = similar {
                proptest::prop_assert_eq!(compare(similar), levels);
            }
        }
    }

    #[test]
    fn one_part_may_differ_and_two_may_not() {
        let names = ["MBALA", "LEMA", "RUTH", "NGOYI", "CLAUDINE"].map(str::to_owned);
        let (table, of) = references(&names);
        let sketch =
            |name: [usize; 3]| NameSketch::new(&table, name.map(|part| of[part]), false, DateSketch::default());
        assert!(sketch([0, 1, 2]).similar_parts(&sketch([1, 0, 2])).is_some());
        assert!(sketch([0, 1, 2]).similar_parts(&sketch([3, 1, 2])).is_some());
        assert!(sketch([0, 1, 2]).similar_parts(&sketch([0, 3, 4])).is_none());
        let born = |sketch: NameSketch, day: &str| NameSketch { born: date(day), ..sketch };
        let one = born(sketch([0, 1, 2]), "1990-05-12");
        assert!(one.similar_parts(&born(sketch([3, 1, 2]), "1990-05-21")).is_some());
        assert!(one.similar_parts(&born(sketch([3, 1, 2]), "1987-11-30")).is_none());
        assert!(one.similar_parts(&born(sketch([1, 0, 2]), "1987-11-30")).is_some());
        let ambiguous = NameSketch { is_ambiguous: true, ..sketch([0, 3, 4]) };
        assert!(ambiguous.similar_parts(&sketch([1, 1, 2])).is_some(), "another reading may agree");
    }
}
