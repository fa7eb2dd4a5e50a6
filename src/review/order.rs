//! The order of a review: the pairs whose ruling repairs most pairs of the register come first.
//!
//! A ruling on an open pair can join two persons of `a` and `b` rows: `a * b` pairs. A ruling on a merge can part a
//! person into two: of the merges of a person, those of its maximum spanning tree are asked, because each of them is
//! the best evidence between two parts of the person. All other pairs of the same parts follow from the ruling.

use std::collections::{BTreeMap, HashMap, HashSet};

/// The evidence between two parts of a person where no link is stored, in bits: it is below the review threshold.
const NO_LINK: f64 = -4.0;
/// Most pairs between two parts for which the mean evidence is computed.
const MOST_PAIRS: usize = 2_500;

/// What decided on a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PairDecider {
    Score,
    Rule,
    Person,
}

/// A link of the register, its rows and persons as numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct NumberedLink {
    /// Row of the table `links`, from 0.
    pub(crate) place: u32,
    pub(crate) rows: [u32; 2],
    /// The person of each row.
    pub(crate) persons: [u32; 2],
    /// Log2 of the odds that both rows are one person.
    pub(crate) weight: f64,
    pub(crate) probability: f64,
    pub(crate) decided_by: PairDecider,
}

impl NumberedLink {
    pub(crate) fn is_merged(&self) -> bool {
        self.persons[0] == self.persons[1]
    }

    fn persons_in_order(&self) -> [u32; 2] {
        [self.persons[0].min(self.persons[1]), self.persons[0].max(self.persons[1])]
    }
}

/// A pair to judge: its link, and how many pairs of the register a ruling is expected to repair.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct RankedPair {
    /// Row of the table `links`, from 0.
    pub(crate) place: u32,
    pub(crate) gain: f64,
}

/// Returns the pairs to judge, the most useful first. `n_rows[person]` is a person's number of rows.
pub(crate) fn ranked_pairs(links: &[NumberedLink], n_rows: &[u32]) -> Vec<RankedPair> {
    let mut ranked = open_pairs(links, n_rows);
    let mut merged: Vec<&NumberedLink> = links.iter().filter(|link| link.is_merged()).collect();
    // What a person ruled joins first: it is not asked again.
    let is_by_score = |link: &NumberedLink| link.decided_by != PairDecider::Person;
    merged.sort_by(|x, y| {
        let key = |link: &NumberedLink| (link.persons[0], is_by_score(link));
        key(x).cmp(&key(y)).then_with(|| y.weight.total_cmp(&x.weight)).then_with(|| x.place.cmp(&y.place))
    });
    for of_person in merged.chunk_by(|x, y| x.persons[0] == y.persons[0]) {
        add_merges(of_person, &mut ranked);
    }
    ranked.sort_by(|x, y| y.gain.total_cmp(&x.gain).then_with(|| x.place.cmp(&y.place)));
    ranked
}

/// Returns the best open pair of each two persons, unless a person ruled that the two differ.
fn open_pairs(links: &[NumberedLink], n_rows: &[u32]) -> Vec<RankedPair> {
    let open = || links.iter().filter(|link| !link.is_merged());
    let is_ruled = |link: &&NumberedLink| link.decided_by == PairDecider::Person;
    let ruled: HashSet<[u32; 2]> = open().filter(is_ruled).map(NumberedLink::persons_in_order).collect();
    let mut best: BTreeMap<[u32; 2], RankedPair> = BTreeMap::new();
    for link in open().filter(|link| !ruled.contains(&link.persons_in_order())) {
        let rows = |person: u32| f64::from(n_rows.get(person as usize).copied().unwrap_or(1));
        let gain = link.probability * rows(link.persons[0]) * rows(link.persons[1]);
        let ranked = RankedPair { place: link.place, gain };
        let best = best.entry(link.persons_in_order()).or_insert(ranked);
        if ranked.gain > best.gain {
            *best = ranked;
        }
    }
    best.into_values().collect()
}

/// Adds the merges of a person's maximum spanning tree. The links are of one person, best first.
fn add_merges(links: &[&NumberedLink], ranked: &mut Vec<RankedPair>) {
    let mut weights: HashMap<[u32; 2], f64> = HashMap::new();
    let mut part_of: HashMap<u32, usize> = HashMap::new();
    let mut parts: Vec<Vec<u32>> = Vec::new();
    for link in links {
        weights.insert(in_order(link.rows), link.weight);
        for row in link.rows {
            part_of.entry(row).or_insert_with(|| {
                parts.push(vec![row]);
                parts.len() - 1
            });
        }
    }
    for link in links {
        let [a, b] = link.rows.map(|row| part_of[&row]);
        if a == b {
            continue;
        }
        let (large, small) = if parts[a].len() >= parts[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut parts[small]);
        let n_pairs = moved.len() * parts[large].len();
        if link.decided_by != PairDecider::Person {
            let pairs = || moved.iter().flat_map(|x| parts[large].iter().map(|y| in_order([*x, *y])));
            let mean = match n_pairs {
                ..=MOST_PAIRS => {
                    pairs().map(|pair| weights.get(&pair).copied().unwrap_or(NO_LINK)).sum::<f64>() / n_pairs as f64
                }
                _ => link.weight,
            };
            // 1 - probability, computed without loss near 1.
            let doubt = 1.0 / (1.0 + mean.exp2());
            ranked.push(RankedPair { place: link.place, gain: doubt * n_pairs as f64 });
        }
        moved.iter().for_each(|row| {
            part_of.insert(*row, large);
        });
        parts[large].extend(moved);
    }
}

fn in_order([a, b]: [u32; 2]) -> [u32; 2] {
    [a.min(b), a.max(b)]
}

/// Moves pairs of the same two households up behind the first of them, if they are at least half as useful, so that a
/// household is judged at once. `households` gives the two households of a pair, in order.
pub(crate) fn with_households_together<'h>(
    ranked: &[RankedPair],
    households: impl Fn(&RankedPair) -> [&'h str; 2],
) -> Vec<RankedPair> {
    let mut of_households: HashMap<[&str; 2], Vec<usize>> = HashMap::new();
    for (index, pair) in ranked.iter().enumerate() {
        of_households.entry(households(pair)).or_default().push(index);
    }
    let mut is_placed = vec![false; ranked.len()];
    let mut ordered = Vec::with_capacity(ranked.len());
    for (index, pair) in ranked.iter().enumerate().filter(|(_, pair)| !pair.gain.is_nan()) {
        let both = households(pair);
        // Rows without a household have nothing in common.
        let others = if both[0].is_empty() { &[][..] } else { of_households[&both].as_slice() };
        for other in std::iter::once(&index).chain(others) {
            if !is_placed[*other] && ranked[*other].gain * 2.0 >= pair.gain {
                is_placed[*other] = true;
                ordered.push(ranked[*other]);
            }
        }
    }
    ordered
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(place: u32, rows: [u32; 2], persons: [u32; 2], probability: f64, decided_by: PairDecider) -> NumberedLink {
        let weight = (probability / (1.0 - probability)).log2();
        NumberedLink { place, rows, persons, weight, probability, decided_by }
    }

    fn places(ranked: &[RankedPair]) -> Vec<u32> {
        ranked.iter().map(|pair| pair.place).collect()
    }

    #[test]
    fn a_ruling_that_repairs_more_pairs_comes_first() {
        use PairDecider::{Person, Rule, Score};
        // Persons 0 to 5 have 1, 1, 4, 3, 1, 1 rows.
        let links = [
            link(0, [0, 1], [0, 1], 0.8, Score),
            link(1, [2, 6], [2, 3], 0.5, Score),
            link(2, [3, 7], [2, 3], 0.4, Score),
            link(3, [0, 9], [0, 4], 0.999, Rule),
            link(4, [9, 10], [4, 5], 0.7, Person),
        ];
        // 0.5 * 12 rows, 0.999 * 1, 0.8 * 1. Pair 2 is of the persons of pair 1; a person ruled on pair 4.
        assert_eq!(places(&ranked_pairs(&links, &[1, 1, 4, 3, 1, 1])), [1, 3, 0]);
    }

    #[test]
    fn the_weakest_bridge_of_a_person_is_asked_and_not_its_other_pairs() {
        use PairDecider::{Person, Score};
        // Rows 0, 1, 2 belong together; 3 and 4 hang on one link to row 0, and rows 3 and 4 were ruled the same.
        let links = [
            link(0, [0, 1], [7, 7], 0.9999, Score),
            link(1, [1, 2], [7, 7], 0.9999, Score),
            link(2, [0, 2], [7, 7], 0.9998, Score),
            link(3, [0, 3], [7, 7], 0.99, Score),
            link(4, [3, 4], [7, 7], 0.95, Person),
        ];
        let ranked = ranked_pairs(&links, &[0, 0, 0, 0, 0, 0, 0, 5]);
        assert_eq!(ranked[0].place, 3);
        assert!(ranked[0].gain > 4.0, "{ranked:?}");
        let mut asked = places(&ranked);
        asked.sort_unstable();
        assert_eq!(asked, [0, 1, 3]);
    }

    #[test]
    fn pairs_of_the_same_households_stay_together_if_they_are_useful() {
        let ranked: Vec<RankedPair> =
            [(0, 8.0), (1, 6.0), (2, 5.0), (3, 1.0)].map(|(place, gain)| RankedPair { place, gain }).into();
        let of = |pair: &RankedPair| [["a", "b"], ["c", "d"], ["a", "b"], ["a", "b"]][pair.place as usize];
        assert_eq!(places(&with_households_together(&ranked, of)), [0, 2, 1, 3]);
        assert_eq!(places(&with_households_together(&ranked, |_| ["", "b"])), [0, 1, 2, 3]);
    }
}
